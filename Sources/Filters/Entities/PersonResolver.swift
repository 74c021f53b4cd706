import QuandianText

/// Ties the marks of persons and offices to persons.
struct PersonResolver {
    private struct Person {
        var keys: [NameKey]
        var names: [String]
        /// The surname where the name has one that is known: its first characters.
        var surname: ArraySlice<UInt16>
        /// Whether a full name is known.
        var isFull: Bool
        var mentions: [Entity.Mention] = []
        var roles: [Entity.Role] = []
        var roleKeys: Set<NameKey> = []
        var facts: [Entity.Fact] = []
        var first: Int
    }

    /// A mark of a person or an office, with what it is tied to.
    private struct Mention {
        var range: Range<Int>
        var key: NameKey
        var person: Int = -1
        var certainty: Double = 1
    }

    private let document: Document
    private let userNames: UserNames
    private let tables = NameTables.shared
    private let bytes: [UInt8]

    private let marks: EntityMarks

    init(_ document: Document, _ userNames: UserNames, _ marks: EntityMarks) {
        self.document = document
        self.marks = marks
        bytes = document.text.bytes
        self.userNames = userNames
    }

    func entities() -> [Entity] {
        var people: [Person] = []
        var byKey: [NameKey: Int] = [:]
        var bySurname: [ArraySlice<UInt16>: [Int]] = [:]
        var byPart: [NameKey: [Int]] = [:]
        var mentions = marks.people.map { Mention(range: $0.range, key: $0.key) }

        let given = Dictionary(
            userNames.entries.filter { $0.kind == .person }.map { (NameKey($0.name, tables), $0) },
            uniquingKeysWith: { first, _ in first })
        func add(_ number: Int) -> Int {
            let key = mentions[number].key
            // Names that the user ties to one form are one person.
            if let canonical = given[key]?.canonical, let known = byKey[NameKey(canonical, tables)] {
                people[known].keys.append(key)
                people[known].names.append(document.text.squeezed(mentions[number].range))
                byKey[key] = known
                return known
            }
            let surname = self.surname(of: key)
            people.append(
                Person(
                    keys: [key], names: [document.text.squeezed(mentions[number].range)], surname: surname,
                    isFull: !isReduced(key), first: number))
            let index = people.count - 1
            byKey[key] = index
            if let canonical = given[key]?.canonical { byKey[NameKey(canonical, tables)] = index }
            if !isReduced(key) {
                if !surname.isEmpty { bySurname[surname, default: []].append(index) }
                for part in parts(of: key, surname, mentions[number].range) {
                    byPart[part, default: []].append(index)
                }
            }
            return index
        }

        // Full names first: each different name is a person.
        for number in mentions.indices where !isReduced(mentions[number].key) {
            if let known = byKey[mentions[number].key] {
                mentions[number].person = known
                continue
            }
            if let other = alias(of: number, mentions) {
                mentions[number].person = other
                people[other].keys.append(mentions[number].key)
                people[other].names.append(document.text.squeezed(mentions[number].range))
                byKey[mentions[number].key] = other
                // 麦道南, the Chinese name of a missionary, makes him 麦牧师.
                let surname = self.surname(of: mentions[number].key)
                if people[other].surname.isEmpty, !surname.isEmpty, mentions[number].key.count >= 3 {
                    people[other].surname = surname
                    bySurname[surname, default: []].append(other)
                }
                continue
            }
            // A part of a name that stands earlier or later in full waits for the second round.
            mentions[number].person = add(number)
        }
        // A full name that is only a part of another full name of the document is that person.
        var lastFull: [Int: Int] = [:]
        var merged: [Int: Int] = [:]
        for number in mentions.indices where mentions[number].person >= 0 {
            let key = mentions[number].key
            let here = mentions[number].person
            guard let owners = byPart[key], merged[here] == nil,
                people[here].keys == [key] || people[here].keys[0].count <= 2
            else {
                lastFull[here] = number
                continue
            }
            // Bounded, so that time stays linear whoever writes the text.
            let others = owners.suffix(64).filter { $0 != here }
            // Of several, the one named last is as good as a guess can be, and says that it is one.
            guard
                let other = others.count == 1
                    ? others[0] : others.max(by: { lastFull[$0, default: -1] < lastFull[$1, default: -1] })
            else { continue }
            if people[here].keys.count > 1 {
                // 伯淳, with 寒汀 for another name, where 柳寒汀 is named: all of it is one person.
                guard others.count == 1 else { continue }
                merged[here] = other
                people[other].names += people[here].names.filter { !people[other].names.contains($0) }
                people[other].keys += people[here].keys
                continue
            }
            mentions[number].person = other
            mentions[number].certainty = others.count == 1 ? 0.9 : 0.5
            lastFull[other] = number
            let name = document.text.squeezed(mentions[number].range)
            if !people[other].names.contains(name) { people[other].names.append(name) }
            if others.count == 1, !people[other].keys.contains(key) { people[other].keys.append(key) }
        }
        if !merged.isEmpty {
            for number in mentions.indices {
                guard let other = merged[mentions[number].person] else { continue }
                mentions[number].person = merged[other] ?? other
                mentions[number].certainty = 0.9
            }
        }

        var nameless: [EntityMarks.Name] = []
        // Offices: each is tied to the name that stands nearest, in the same block and sentence.
        let roleMarks = marks.roles
        var owners: [Int] = []
        var next = 0
        for role in roleMarks {
            while next < mentions.count, mentions[next].range.lowerBound < role.range.lowerBound { next += 1 }
            owners.append(owner(of: role.range, before: next - 1, after: next, mentions))
        }
        var officesOf: [Int: [NameKey]] = [:]
        for (index, owner) in owners.enumerated() where owner >= 0 {
            officesOf[owner, default: []].append(roleMarks[index].key)
        }
        let shares = shares(of: roleMarks, owners, mentions)
        for (index, sharers) in shares {
            let key = roleMarks[index].key
            for sharer in sharers where mentions[sharer].person >= 0 {
                people[mentions[sharer].person].roleKeys.insert(key)
            }
        }
        for (owner, keys) in officesOf where mentions[owner].person >= 0 {
            people[mentions[owner].person].roleKeys.formUnion(keys)
        }

        // Reduced names: 石书记, 老石, 王氏; the person of that surname that fits best.
        var lastMention = Array(repeating: -1, count: people.count)
        for number in mentions.indices {
            if mentions[number].person < 0 {
                let (person, certainty) = resolve(
                    number, mentions, people, bySurname, officesOf[number] ?? [], lastMention)
                if let person = person.map({ merged[$0] ?? $0 }) {
                    mentions[number].person = person
                    mentions[number].certainty = certainty
                    let name = document.text.squeezed(mentions[number].range)
                    if !people[person].names.contains(name) { people[person].names.append(name) }
                    people[person].roleKeys.formUnion(officesOf[number] ?? [])
                } else {
                    // Nobody of that surname is named in full: a person of its own, the same for the same office.
                    let created = add(number)
                    lastMention.append(-1)
                    mentions[number].person = created
                    let surname = self.surname(of: mentions[number].key)
                    people[created].surname = surname
                    bySurname[surname, default: []].append(created)
                    people[created].roleKeys.formUnion(officesOf[number] ?? [])
                }
            }
            lastMention[mentions[number].person] = number
        }

        for mention in mentions {
            people[mention.person].mentions.append(Entity.Mention(mention.range, certainty: mention.certainty))
        }
        // The forms under which the user wants offices to stand.
        let offices = Dictionary(
            userNames.entries.lazy.filter { $0.kind == .role }
                .compactMap { entry in entry.canonical.map { (NameKey(entry.name, tables), $0) } },
            uniquingKeysWith: { first, _ in first })
        for (index, role) in roleMarks.enumerated() {
            var owner = owners[index]
            if owner < 0 {
                // The name beside it is gone: the nearest name of the document, or a person known by the office alone.
                guard let nearest = nearest(to: role.range, mentions) else {
                    nameless.append(role)
                    continue
                }
                owner = nearest
                let person = mentions[owner].person
                people[person].mentions.append(Entity.Mention(role.range, certainty: 0.3))
                continue
            }
            let person = mentions[owner].person
            people[person].mentions.append(
                Entity.Mention(role.range, certainty: min(mentions[owner].certainty, role.certainty)))
            let text = offices[role.key] ?? document.text.squeezed(role.range)
            let organisation = organisation(before: role.range)
            for holder in [person] + (shares[index] ?? []).map({ mentions[$0].person }) {
                if let at = people[holder].roles.firstIndex(where: { $0.name == text }) {
                    if people[holder].roles[at].organisation == nil {
                        people[holder].roles[at].organisation = organisation
                    }
                } else {
                    people[holder].roles.append(Entity.Role(text, organisation: organisation))
                }
            }
        }
        var byOffice: [NameKey: Int] = [:]
        for role in nameless {
            let key = role.key
            let mention = Entity.Mention(role.range, certainty: 0.3)
            if let known = byOffice[key] {
                people[known].mentions.append(mention)
                continue
            }
            let name = document.text.squeezed(role.range)
            byOffice[key] = people.count
            people.append(Person(keys: [key], names: [name], surname: [], isFull: false, mentions: [mention], first: 0))
        }
        let facts = PersonFacts(document, tables, marks.dates)
        var result: [Entity] = []
        for index in people.indices where !people[index].mentions.isEmpty {
            let person = people[index]
            let entry = person.keys.lazy.compactMap { given[$0] }.first
            result.append(
                Entity(
                    .person, names: fullestFirst(person.names, canonical: entry?.canonical), roles: person.roles,
                    mentions: person.mentions.sorted { $0.range.lowerBound < $1.range.lowerBound },
                    facts: facts.facts(after: person.mentions.map(\.range)), identifier: entry?.identifier))
        }
        return result.sorted { $0.mentions[0].range.lowerBound < $1.mentions[0].range.lowerBound }
    }

    private func fullestFirst(_ names: [String], canonical: String?) -> [String] {
        var names = names
        if let canonical {
            names.removeAll { $0 == canonical }
            names.insert(canonical, at: 0)
            return names
        }
        let longest = names.indices.max {
            (names[$0].unicodeScalars.count, -$0) < (names[$1].unicodeScalars.count, -$1)
        }
        if let longest, longest > 0, names[longest].unicodeScalars.count > names[0].unicodeScalars.count {
            names.insert(names.remove(at: longest), at: 0)
        }
        return names
    }

    // MARK: Names

    /// Whether a name stands for a fuller one: a surname alone, 老王, 小李, 王老, 张某.
    private func isReduced(_ key: NameKey) -> Bool {
        let c = key.characters
        switch c.count {
        case 1: return true
        case 2:
            if c[0] == 0x8001 || c[0] == 0x5C0F { return tables.character(c[1]).surname != 255 }
            if c[1] == 0x8001 || c[1] == 0x67D0 || c[1] == 0x7FC1 { return tables.character(c[0]).surname != 255 }
            return isCompound(c[...])
        default: return false
        }
    }

    private func isCompound(_ characters: ArraySlice<UInt16>) -> Bool {
        guard characters.count == 2, let node = tables.node(characters) else { return false }
        return tables.flags(node).contains(.compoundSurname)
    }

    /// The surname of a name, whole or reduced; empty where there is none.
    private func surname(of key: NameKey) -> ArraySlice<UInt16> {
        let c = key.characters
        if c.contains(0xB7) { return [] }
        if c.count == 1 { return c[...] }
        if isReduced(key) {
            if isCompound(c[...]) { return c[...] }
            return c[0] == 0x8001 || c[0] == 0x5C0F ? c[1...] : c[..<1]
        }
        if c.count >= 3, isCompound(c[..<2]) { return c[..<2] }
        return c.count <= 3 && tables.character(c[0]).surname != 255 ? c[..<1] : []
    }

    /// The parts of a full name that stand for it further on: a foreign name's parts, a given name alone, the last word
    /// of a name in Latin letters, a monk's name without 释.
    private func parts(of key: NameKey, _ surname: ArraySlice<UInt16>, _ range: Range<Int>) -> [NameKey] {
        let c = key.characters
        if c.contains(0xB7) {
            return c.split(separator: 0xB7).filter { $0.count >= 2 && $0.count < c.count }.map { NameKey(Array($0)) }
        }
        if let first = c.first, Glyph.isLatin(first) {
            let words = document.text[range].split { $0 == " " || $0 == "." || $0 == "\u{A0}" }
            guard words.count > 1, let last = words.last, last.utf8.count >= 3 else { return [] }
            return [NameKey(String(last), tables)]
        }
        switch (c.count, surname.count) {
        case (4, 0): return [NameKey(Array(c[..<2]))]
        case (4, 2): return [NameKey(Array(c[2...]))]
        case (3, 1): return [NameKey(Array(c[1...]))]
        case (3, _) where c[0] == 0x91CA: return [NameKey(Array(c[1...]))]
        default: return []
        }
    }

    /// Words that say that the next name is another name of the last: 曾用名 笔名 人称.
    private static let aliasWords: [StaticWord] = [
        "又名", "原名", "本名", "曾用名", "笔名", "人称", "绰号", "外号", "法号", "法名", "艺名", "网名", "小名", "乳名", "别名", "别号", "自号",
        "晚号", "谥号", "叫他", "叫她", "称他", "称她", "他叫", "化名", "中文名", "英文名",
    ]

    /// The person of whom a mention is another name by the words before it, or by brackets after a name.
    private func alias(of number: Int, _ mentions: [Mention]) -> Int? {
        guard number > 0, mentions[number - 1].person >= 0 else { return nil }
        let last = mentions[number - 1]
        let start = mentions[number].range.lowerBound
        guard start - last.range.upperBound < 150, start >= last.range.upperBound else { return nil }
        let between = NameKey(bytes, last.range.upperBound..<start, tables).characters
        guard !between.contains(0x3002), !between.isEmpty else { return nil }
        // (杜波瓦) after a name in Latin letters, or the other way round.
        if between == [0x28] {
            let a = last.key.characters.first.map(Glyph.isLatin) ?? false
            let b = mentions[number].key.characters.first.map(Glyph.isLatin) ?? false
            return a != b ? last.person : nil
        }
        var tail = between[...]
        while let c = tail.last,
            c == 0x201C || c == 0x300C || c == 0x3A || c == 0x300E || c == 0x22 || c == 0x4F5C || c == 0x4E3A
        {
            tail = tail.dropLast()
        }
        // 字 号 谥 open a clause: 二号 and 大字 say nothing.
        if let word = tail.last, word == 0x5B57 || word == 0x53F7 || word == 0x8C25 {
            tail = tail.dropLast()
            return tail.last.map(Glyph.isHan) ?? false ? nil : last.person
        }
        for word in Self.aliasWords where tail.count >= word.count {
            if tail.suffix(word.count).elementsEqual(word) { return last.person }
        }
        return nil
    }

    // MARK: Offices

    /// The mention that an office belongs to: the one it touches, else the nearest in the same sentence.
    private func owner(of role: Range<Int>, before: Int, after: Int, _ mentions: [Mention]) -> Int {
        let left = before >= 0 && before < mentions.count ? before : nil
        let right = after < mentions.count ? after : nil
        func gap(_ range: Range<Int>) -> [UInt16]? {
            guard range.count < 240, !bytes[range].contains(0x0A) else { return nil }
            let text = NameKey(bytes, range, tables).characters
            return text.contains(where: { $0 == 0x3002 || $0 == 0xFF1B || $0 == 0x3B }) ? nil : text
        }
        let leftGap = left.flatMap { l -> [UInt16]? in
            let end = mentions[l].range.upperBound
            return end <= role.lowerBound ? gap(end..<role.lowerBound) : nil
        }
        let rightGap = right.flatMap { r -> [UInt16]? in
            let start = mentions[r].range.lowerBound
            return role.upperBound <= start ? gap(role.upperBound..<start) : nil
        }
        // A surname alone is addressed by the office that touches it.
        if let left, let leftGap, leftGap.isEmpty, mentions[left].person < 0 { return left }
        if let right, let rightGap, rightGap.isEmpty || rightGap == [0x3A] {
            if let left, let leftGap, leftGap.isEmpty, isAddress(role) { return left }
            return right
        }
        if let left, let leftGap, leftGap.isEmpty { return left }
        switch (leftGap, rightGap) {
        case (nil, nil): return -1
        case (_?, nil): return left ?? -1
        case (nil, _?): return right ?? -1
        case (let l?, let r?):
            // 任 and 为 after a name, a bracket, a list of offices: the name before; 、 and an office after: the next.
            if let first = l.first,
                first == 0x4EFB || first == 0x4E3A || first == 0x517C || Glyph.isOpenBracket(first) || first == 0x8C03
                    || first == 0x62C5 || first == 0x51FA
            {
                return left ?? -1
            }
            if l.first == 0x2C || l.first == 0x3001 { return right ?? -1 }
            return l.count < r.count ? left ?? -1 : right ?? -1
        }
    }

    /// The mentions that share an office with its owner, by the number of the office: the names joined to the owner's by
    /// 、 or 和 after 副县长, or before 为副县长, that have no office of their own.
    private func shares(of roles: [EntityMarks.Name], _ owners: [Int], _ mentions: [Mention]) -> [Int: [Int]] {
        let busy = Set(owners)
        var shares: [Int: [Int]] = [:]
        for (index, role) in roles.enumerated() {
            let owner = owners[index]
            guard owner >= 0, mayBeShared(role.key.characters) else { continue }
            let step = role.range.upperBound <= mentions[owner].range.lowerBound ? 1 : -1
            if step < 0 {
                let between = NameKey(bytes, mentions[owner].range.upperBound..<role.range.lowerBound, tables)
                guard let verb = between.characters.first, Self.appointing.contains(verb) else { continue }
            }
            var number = owner + step
            while mentions.indices.contains(number), !busy.contains(number), areJoined(number, number - step, mentions)
            {
                shares[index, default: []].append(number)
                number += step
            }
        }
        return shares
    }

    /// 任 兼 为 担 出 当
    private static let appointing: Set<UInt16> = [0x4EFB, 0x517C, 0x4E3A, 0x62C5, 0x51FA, 0x5F53]

    /// Whether nothing but 、 和 与 及 or white space stands between two mentions.
    private func areJoined(_ one: Int, _ other: Int, _ mentions: [Mention]) -> Bool {
        let gap = mentions[min(one, other)].range.upperBound..<mentions[max(one, other)].range.lowerBound
        guard !gap.isEmpty, gap.count <= 12, !bytes[gap].contains(0x0A) else { return false }
        switch NameKey(bytes, gap, tables).characters {
        case [], [0x3001], [0x548C], [0x4E0E], [0x53CA]: return true
        default: return false
        }
    }

    /// Whether several may hold an office at once: 副县长, 记者, 教授; not 县长, 书记, 主席, and not 同志.
    private func mayBeShared(_ office: [UInt16]) -> Bool {
        if office.contains(0x526F) { return true }
        if Self.addresses.contains(where: { $0.elementsEqual(office) }) { return false }
        return office.last != 0x957F
            && !Self.single.contains { office.suffix($0.count).elementsEqual($0) }
    }

    private static let single: [StaticWord] = ["书记", "主席", "主任", "总理", "总统", "总裁", "经理", "主编", "馆主", "首相", "国王"]

    /// The mention nearest to a range. Binary search.
    private func nearest(to range: Range<Int>, _ mentions: [Mention]) -> Int? {
        guard !mentions.isEmpty else { return nil }
        var low = 0
        var high = mentions.count
        while low < high {
            let middle = (low + high) / 2
            if mentions[middle].range.lowerBound < range.lowerBound { low = middle + 1 } else { high = middle }
        }
        if low == 0 { return 0 }
        if low == mentions.count { return low - 1 }
        let before = range.lowerBound - mentions[low - 1].range.upperBound
        let after = mentions[low].range.lowerBound - range.upperBound
        return after < before ? low : low - 1
    }

    /// Forms of address, which follow a name: 同志 先生 女士 小姐 总书记.
    private func isAddress(_ role: Range<Int>) -> Bool {
        let c = NameKey(bytes, role, tables).characters
        return Self.addresses.contains { $0.elementsEqual(c) }
    }

    private static let addresses: [StaticWord] = ["同志", "先生", "女士", "小姐", "总书记", "主席", "老师", "夫人"]

    /// The organisation that stands directly before an office.
    private func organisation(before role: Range<Int>) -> String? {
        let marks = marks.organisations
        var low = 0
        var high = marks.count
        while low < high {
            let middle = (low + high) / 2
            if marks[middle].range.lowerBound < role.lowerBound { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return nil }
        let last = marks[low - 1]
        guard last.range.upperBound <= role.lowerBound,
            role.lowerBound - last.range.upperBound <= 6
        else { return nil }
        let between = NameKey(bytes, last.range.upperBound..<role.lowerBound, tables).characters
        return between.isEmpty || between == [0x539F] || between == [0x524D] ? document.text.squeezed(last.range) : nil
    }

    // MARK: Surnames alone

    private func resolve(
        _ number: Int, _ mentions: [Mention], _ people: [Person], _ bySurname: [ArraySlice<UInt16>: [Int]],
        _ offices: [NameKey], _ lastMention: [Int]
    ) -> (Int?, Double) {
        let surname = self.surname(of: mentions[number].key)
        let candidates = (bySurname[surname] ?? []).suffix(64)
        guard !candidates.isEmpty else { return (nil, 0) }
        var best = -1
        var bestScore = -Double.infinity
        var second = -Double.infinity
        for index in candidates {
            var score = 0.0
            let person = people[index]
            for office in offices {
                if person.roleKeys.contains(office) {
                    score += 4
                } else if person.roleKeys.contains(where: { ends($0, with: office) || ends(office, with: $0) }) {
                    score += 3
                } else if isGeneral(office) {
                    score += 0
                } else {
                    score -= person.roleKeys.isEmpty ? 0.5 : 2
                }
            }
            let seen = index < lastMention.count ? lastMention[index] : -1
            if seen >= 0 {
                score += 2 / Double(1 + (number - seen) / 3)
            } else {
                score -= 1
            }
            if !person.isFull { score -= 0.5 }
            if score > bestScore {
                second = bestScore
                bestScore = score
                best = index
            } else if score > second {
                second = score
            }
        }
        // An office that fits nobody of that surname: somebody who is not named in full.
        if candidates.count == 1 {
            return bestScore < -2.4 ? (nil, 0) : (best, bestScore >= 3 ? 0.95 : bestScore >= 0 ? 0.9 : 0.7)
        }
        let lead = bestScore - second
        return (best, lead >= 3 ? 0.95 : lead >= 1 ? 0.8 : 0.5)
    }

    private func ends(_ long: NameKey, with short: NameKey) -> Bool {
        long.count > short.count && long.characters.suffix(short.count) == short.characters[...]
            // 副书记 is not 书记.
            && long.characters[long.count - short.count - 1] != 0x526F
    }

    /// Forms of address that fit everybody: 同志 先生 女士 老师 师傅.
    private func isGeneral(_ office: NameKey) -> Bool {
        Self.general.contains { $0.elementsEqual(office.characters) }
    }

    private static let general: [StaticWord] = ["同志", "先生", "女士", "小姐", "老师", "师傅", "夫人", "太太", "老人"]
}
