import QuandianText

/// Ties the marks of persons and offices to persons.
struct PersonResolver {
    private struct Person {
        /// Its names by their numbers; none for one who is known by an office alone.
        var keys: [Int]
        var names: [String]
        /// The surname where the name has one that is known.
        var surname: Surname
        /// Whether a full name is known.
        var isFull: Bool
        var mentions: [Entity.Mention] = []
        var roles: [Entity.Role] = []
        /// The offices by their numbers.
        var offices: Set<Int> = []
        var facts: [Entity.Fact] = []
        /// What the user says of the person.
        var entry: UserNames.Entry?
    }

    /// A mark of a person, with the number of its name, and what it is tied to.
    private struct Mention {
        var range: Range<Int>
        var name: Int
        var person: Int = -1
        var certainty: Double = 1
    }

    private let document: Document
    private let userNames: UserNames
    private let tables = NameTables.shared
    private let bytes: [UInt8]

    private let marks: EntityMarks
    /// The names of persons, and behind them forms that the user gives.
    private var names: NameNumbers
    /// Whether each of the names stands for a fuller one.
    private var reduced: [Bool] = []
    /// For each name the form under which the user wants it to stand; empty where the user gives none.
    private var canonical: [Int?] = []
    private var mentions: [Mention]
    private var people: [Person] = []
    /// By the number of a name the person of that name; -1 where there is none.
    private var byName: [Int] = []
    private var bySurname: [Surname: [Int]] = [:]
    /// By the number of a name those of whose names it is a part.
    private var byPart: [[Int]] = []
    /// Names whose surname and given name stand apart, by the numbers of their two mentions: 高 and 雲翔 of 高委員雲翔.
    private var joined: [Int: String] = [:]
    /// Room for what stands between two names.
    private var between: [UInt16] = []

    init(_ document: Document, _ userNames: UserNames, _ marks: EntityMarks) {
        self.document = document
        self.marks = marks
        names = marks.people.names
        mentions = marks.people.marks.map { Mention(range: $0.range, name: $0.name) }
        bytes = document.text.bytes
        self.userNames = userNames
    }

    mutating func entities() -> [Entity] {
        let given = Dictionary(
            userNames.entries.filter { $0.kind == .person }.map { (NameKey($0.name, tables), $0) },
            uniquingKeysWith: { first, _ in first })
        if !given.isEmpty {
            canonical = (0..<names.count).map { given[NameKey(names[$0])]?.canonical }.map { form in
                form.map { names.number(adding: NameKey($0, tables)) }
            }
        }
        joinEnclosing()
        reduced = (0..<names.count).map { isReduced(names[$0]) }
        byName = Array(repeating: -1, count: names.count)
        byPart = Array(repeating: [], count: names.count)

        // Full names first: each different name is a person.
        for number in mentions.indices where !reduced[mentions[number].name] {
            let name = mentions[number].name
            if byName[name] >= 0 {
                mentions[number].person = byName[name]
                continue
            }
            if let other = alias(of: number) {
                mentions[number].person = other
                people[other].keys.append(name)
                people[other].names.append(written(number))
                byName[name] = other
                // 半山 of 人称萧半山
                addParts(of: name, number, to: other)
                // 麦道南, the Chinese name of a missionary, makes him 麦牧师.
                let surname = self.surname(of: name)
                if people[other].surname.isEmpty, !surname.isEmpty, names[name].count >= 3 {
                    people[other].surname = surname
                    bySurname[surname, default: []].append(other)
                }
                continue
            }
            // A part of a name that stands earlier or later in full waits for the second round.
            mentions[number].person = add(number)
        }
        // A full name that is only a part of another full name of the document is that person.
        var lastFull = Array(repeating: -1, count: people.count)
        var merged: [Int: Int] = [:]
        for number in mentions.indices where mentions[number].person >= 0 {
            let key = mentions[number].name
            let here = mentions[number].person
            guard !byPart[key].isEmpty, merged[here] == nil,
                people[here].keys == [key] || names[people[here].keys[0]].count <= 2
            else {
                lastFull[here] = number
                continue
            }
            // Bounded, so that time stays linear whoever writes the text.
            let others = byPart[key].suffix(64).filter { $0 != here }
            // Of several, the one named last is as good as a guess can be, and says that it is one.
            guard
                let other = others.count == 1
                    ? others[0] : others.max(by: { lastFull[$0] < lastFull[$1] })
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
            let name = written(number)
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

        var nameless: [NamedMarks.Mark] = []
        // Offices: each is tied to the name that stands nearest, in the same block and sentence.
        let roleMarks = marks.roles.marks
        var owners: [Int] = []
        owners.reserveCapacity(roleMarks.count)
        var next = 0
        for role in roleMarks {
            while next < mentions.count, mentions[next].range.lowerBound < role.range.lowerBound { next += 1 }
            owners.append(owner(of: role, before: next - 1, after: next))
        }
        var officesOf: [Int: [Int]] = [:]
        for (index, owner) in owners.enumerated() where owner >= 0 {
            officesOf[owner, default: []].append(roleMarks[index].name)
        }
        let shares = shares(of: roleMarks, owners)
        for (index, sharers) in shares {
            for sharer in sharers where mentions[sharer].person >= 0 {
                people[mentions[sharer].person].offices.insert(roleMarks[index].name)
            }
        }
        for (owner, offices) in officesOf where mentions[owner].person >= 0 {
            people[mentions[owner].person].offices.formUnion(offices)
        }

        // Reduced names: 石书记, 老石, 王氏; the person of that surname that fits best.
        var lastMention = Array(repeating: -1, count: people.count)
        for number in mentions.indices {
            if mentions[number].person < 0 {
                let (person, certainty) = resolve(number, officesOf[number] ?? [], lastMention)
                if let person = person.map({ merged[$0] ?? $0 }) {
                    mentions[number].person = person
                    mentions[number].certainty = certainty
                    let name = written(number)
                    if !people[person].names.contains(name) { people[person].names.append(name) }
                    people[person].offices.formUnion(officesOf[number] ?? [])
                } else {
                    // Nobody of that surname is named in full: a person of its own, the same for the same office.
                    let created = add(number)
                    lastMention.append(-1)
                    mentions[number].person = created
                    let surname = self.surname(of: mentions[number].name)
                    people[created].surname = surname
                    bySurname[surname, default: []].append(created)
                    people[created].offices.formUnion(officesOf[number] ?? [])
                }
            }
            lastMention[mentions[number].person] = number
        }

        var counts = Array(repeating: 0, count: people.count)
        for mention in mentions { counts[mention.person] += 1 }
        for person in people.indices { people[person].mentions.reserveCapacity(counts[person]) }
        for mention in mentions {
            people[mention.person].mentions.append(Entity.Mention(mention.range, certainty: mention.certainty))
        }
        // The forms under which the user wants offices to stand.
        let offices = Dictionary(
            userNames.entries.filter { $0.kind == .role }
                .compactMap { entry in entry.canonical.map { (NameKey(entry.name, tables), $0) } },
            uniquingKeysWith: { first, _ in first })
        for (index, role) in roleMarks.enumerated() {
            var owner = owners[index]
            if owner < 0 {
                // The name beside it is gone: the nearest name of the document, or a person known by the office alone.
                guard let nearest = nearest(to: role.range) else {
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
            let text =
                (offices.isEmpty ? nil : offices[NameKey(marks.roles.characters(role))])
                ?? document.text.squeezed(role.range)
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
        var byOffice: [Int: Int] = [:]
        for role in nameless {
            let mention = Entity.Mention(role.range, certainty: 0.3)
            if let known = byOffice[role.name] {
                people[known].mentions.append(mention)
                continue
            }
            byOffice[role.name] = people.count
            people.append(
                Person(
                    keys: [], names: [document.text.squeezed(role.range)], surname: .none, isFull: false,
                    mentions: [mention], entry: given.isEmpty ? nil : given[NameKey(marks.roles.characters(role))]))
        }
        if !given.isEmpty {
            for index in people.indices where !people[index].keys.isEmpty {
                people[index].entry = people[index].keys.compactMap { given[NameKey(names[$0])] }.first
            }
        }
        let reader = PersonFacts(document, tables, marks.dates)
        for index in people.indices {
            // What is said beside a name comes before what is said beside an office.
            people[index].facts = reader.facts(after: people[index].mentions)
            people[index].mentions.sort { $0.range.lowerBound < $1.range.lowerBound }
        }
        return people.indices.filter { !people[$0].mentions.isEmpty }
            .sorted { people[$0].mentions[0].range.lowerBound < people[$1].mentions[0].range.lowerBound }
            .map { index in
                let person = people[index]
                return Entity(
                    .person, names: Self.fullestFirst(person.names, canonical: person.entry?.canonical),
                    roles: person.roles, mentions: person.mentions, facts: person.facts,
                    identifier: person.entry?.identifier)
            }
    }

    /// Makes one name of a surname and a given name with nothing but an office between them.
    private mutating func joinEnclosing() {
        var number = 1
        for office in marks.roles.marks {
            while number < mentions.count, mentions[number].range.lowerBound < office.range.upperBound { number += 1 }
            guard number < mentions.count, mentions[number - 1].range.upperBound == office.range.lowerBound,
                mentions[number].range.lowerBound == office.range.upperBound
            else { continue }
            let (surname, given) = (names[mentions[number - 1].name], names[mentions[number].name])
            guard surname.count == 1, given.count <= 2, isSurname(surname, upTo: 254),
                // 钱主任王平: somebody else; but 高院长金安 where 高金安 stands elsewhere.
                given.count == 1 || !isSurname(given.prefix(1), upTo: Self.commonSurname)
                    || names.number(of: surname + given) != nil
            else { continue }
            let name = written(number - 1) + written(number)
            let full = names.number(adding: NameKey(surname + given))
            for part in [number - 1, number] {
                joined[part] = name
                mentions[part].name = full
            }
        }
    }

    /// Whether a character is a surname that costs no more than so many tenths of a nat.
    private func isSurname(_ character: ArraySlice<UInt16>, upTo cost: UInt8) -> Bool {
        character.first.map { tables.character($0).surname <= cost } ?? false
    }

    /// In tenths of a nat: one person in 150 or more bears such a surname.
    private static let commonSurname: UInt8 = 50

    /// A mention's name as it is written.
    private func written(_ number: Int) -> String {
        joined[number] ?? document.text.squeezed(mentions[number].range)
    }

    /// Adds the person whom a mention names; gives its number, that of a known one where the user says so.
    private mutating func add(_ number: Int) -> Int {
        let name = mentions[number].name
        let form = canonical.isEmpty ? nil : canonical[name]
        // Names that the user ties to one form are one person.
        if let form, byName[form] >= 0 {
            let known = byName[form]
            people[known].keys.append(name)
            people[known].names.append(written(number))
            byName[name] = known
            return known
        }
        let surname = self.surname(of: name)
        let index = people.count
        people.append(
            Person(
                keys: [name], names: [written(number)], surname: surname,
                isFull: !reduced[name]))
        byName[name] = index
        if let form { byName[form] = index }
        if !reduced[name] {
            if !surname.isEmpty { bySurname[surname, default: []].append(index) }
            addParts(of: name, number, to: index)
        }
        return index
    }

    /// Makes the parts of a name, which a mention shows, stand for a person.
    private mutating func addParts(of name: Int, _ number: Int, to person: Int) {
        var parts: [Int] = []
        let names = names
        Self.eachPart(of: names[name], surname(of: name), document.text, mentions[number].range) { part in
            if let part = names.number(of: part) { parts.append(part) }
        }
        for part in parts { byPart[part].append(person) }
    }

    private static func fullestFirst(_ names: [String], canonical: String?) -> [String] {
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
    private func isReduced(_ name: ArraySlice<UInt16>) -> Bool {
        guard name.count == 2, let first = name.first, let last = name.last else { return name.count == 1 }
        if first == "老" || first == "小" { return tables.character(last).surname != 255 }
        if last == "老" || last == "某" || last == "翁" { return tables.character(first).surname != 255 }
        return isCompound(name)
    }

    private func isCompound(_ characters: ArraySlice<UInt16>) -> Bool {
        guard characters.count == 2, let node = tables.node(characters) else { return false }
        return tables.flags(node).contains(.compoundSurname)
    }

    /// The surname of a name, whole or reduced.
    private func surname(of number: Int) -> Surname {
        let name = names[number]
        guard let first = name.first, !name.contains(0xB7) else { return .none }
        if name.count == 1 { return Surname(name) }
        if reduced[number] {
            if isCompound(name) { return Surname(name) }
            return Surname(first == "老" || first == "小" ? name.dropFirst() : name.prefix(1))
        }
        if name.count >= 3, isCompound(name.prefix(2)) { return Surname(name.prefix(2)) }
        return name.count <= 3 && tables.character(first).surname != 255 ? Surname(name.prefix(1)) : .none
    }

    /// Gives the parts of a full name that stand for it further on: a foreign name's parts, a given name alone, the last
    /// word of a name in Latin letters, a monk's name without 释.
    private static func eachPart(
        of name: ArraySlice<UInt16>, _ surname: Surname, _ text: Text, _ range: Range<Int>,
        _ body: (ArraySlice<UInt16>) -> Void
    ) {
        if name.contains(0xB7) {
            for part in name.split(separator: 0xB7) where part.count >= 2 && part.count < name.count { body(part) }
            return
        }
        if let first = name.first, Glyph.isLatin(first) {
            let words = text[range].split { $0 == " " || $0 == "." || $0 == "\u{A0}" }
            guard words.count > 1, let last = words.last, last.utf8.count >= 3 else { return }
            return body(NameKey(String(last), .shared).characters[...])
        }
        switch (name.count, surname.count) {
        case (4, 0): body(name.prefix(2))
        case (4, 2): body(name.suffix(2))
        case (3, 1): body(name.suffix(2))
        // 小野寺真理
        case (5, _):
            body(name.suffix(2))
            body(name.prefix(3))
        case (3, _) where name.first == "释": body(name.suffix(2))
        default: break
        }
    }

    /// Words that say that the next name is another name of the last: 曾用名 笔名 人称.
    private static let aliasWords: StaticWords = [
        "又名", "原名", "本名", "曾用名", "笔名", "人称", "绰号", "外号", "法号", "法名", "艺名", "网名", "小名", "乳名", "别名", "别号", "自号",
        "晚号", "谥号", "叫他", "叫她", "称他", "称她", "他叫", "化名", "中文名", "英文名",
    ]

    /// Whether the text says behind a name that it is somebody's other name: 骆驼|是他的网名.
    private func isSaidToBeAlias(_ end: Int) -> Bool {
        var behind: [UInt16] = []
        NameKey.fold(bytes, end..<min(bytes.count, end + 18), tables) { character in
            behind.append(character)
            return behind.count < 5
        }
        guard behind.count == 5, behind[0] == "是", behind[2] == "的", behind[1] == "他" || behind[1] == "她"
        else {
            return false
        }
        return Self.aliasWords.contains(behind[3...])
    }

    /// The person of whom a mention is another name by the words before it, or by brackets after a name.
    private mutating func alias(of number: Int) -> Int? {
        guard number > 0, mentions[number - 1].person >= 0 else { return nil }
        let last = mentions[number - 1]
        let start = mentions[number].range.lowerBound
        guard start - last.range.upperBound < 150, start >= last.range.upperBound else { return nil }
        between.removeAll(keepingCapacity: true)
        NameKey.fold(bytes, last.range.upperBound..<start, tables) { character in
            between.append(character)
            return character != "。"
        }
        guard !between.isEmpty, between.last != "。" else { return nil }
        if isSaidToBeAlias(mentions[number].range.upperBound) { return last.person }
        // (杜波瓦) after a name in Latin letters, or the other way round.
        if between.count == 1 && between[0] == "(" {
            let a = names[last.name].first.map(Glyph.isLatin) ?? false
            let b = names[mentions[number].name].first.map(Glyph.isLatin) ?? false
            return a != b ? last.person : nil
        }
        var tail = between[...]
        while let c = tail.last,
            c == "“" || c == "「" || c == ":" || c == "『" || c == "\"" || c == "作" || c == "为"
        {
            tail = tail.dropLast()
        }
        // 字 号 谥 open a clause: 二号 and 大字 say nothing.
        if let word = tail.last, word == "字" || word == "号" || word == "谥" {
            tail = tail.dropLast()
            return tail.last.map(Glyph.isHan) ?? false ? nil : last.person
        }
        // 俗姓向，名向怀远
        if tail.last == "名", tail.dropLast().last == ",", tail.contains("俗") { return last.person }
        // 一个笔名，叫山石
        if tail.last == "叫" {
            tail = tail.dropLast()
            if tail.last == "," { tail = tail.dropLast() }
        }
        for word in Self.aliasWords where tail.count >= word.count {
            if tail.suffix(word.count).elementsEqual(word) { return last.person }
        }
        return nil
    }

    // MARK: Offices

    /// The mention that an office belongs to: the one it touches, else the nearest in the same sentence.
    private func owner(of role: NamedMarks.Mark, before: Int, after: Int) -> Int {
        let left = before >= 0 && before < mentions.count ? before : nil
        let right = after < mentions.count ? after : nil
        func gap(_ range: Range<Int>) -> Glance? {
            guard range.count < 240, !bytes[range].contains(0x0A) else { return nil }
            let glance = Glance(bytes, range, tables)
            return glance.holdsEnd ? nil : glance
        }
        let leftGap = left.flatMap { l -> Glance? in
            let end = mentions[l].range.upperBound
            return end <= role.range.lowerBound ? gap(end..<role.range.lowerBound) : nil
        }
        let rightGap = right.flatMap { r -> Glance? in
            let start = mentions[r].range.lowerBound
            return role.range.upperBound <= start ? gap(role.range.upperBound..<start) : nil
        }
        // A surname alone is addressed by the office that touches it.
        if let left, let leftGap, leftGap.isEmpty, mentions[left].person < 0 { return left }
        if let right, let rightGap, rightGap.isEmpty || rightGap.isOnly(":") {
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
            switch l.first {
            case "任", "为", "兼", "调", "担", "出": return left ?? -1
            case let first where Glyph.isOpenBracket(first): return left ?? -1
            case ",", "、": return right ?? -1
            default: return l.count < r.count ? left ?? -1 : right ?? -1
            }
        }
    }

    /// The mentions that share an office with its owner, by the number of the office: the names joined to the owner's by
    /// 、 or 和 after 副县长, or before 为副县长, that have no office of their own.
    private func shares(of roles: [NamedMarks.Mark], _ owners: [Int]) -> [Int: [Int]] {
        var isBusy = Array(repeating: false, count: mentions.count)
        for owner in owners where owner >= 0 { isBusy[owner] = true }
        var shares: [Int: [Int]] = [:]
        for (index, role) in roles.enumerated() {
            let owner = owners[index]
            guard owner >= 0, mayBeShared(marks.roles.characters(role)) else { continue }
            let step = role.range.upperBound <= mentions[owner].range.lowerBound ? 1 : -1
            if step < 0 {
                let between = mentions[owner].range.upperBound..<role.range.lowerBound
                guard Self.isAppointing(Glance(bytes, between, tables).first) else { continue }
            }
            var number = owner + step
            while mentions.indices.contains(number), !isBusy[number], areJoined(number, number - step) {
                shares[index, default: []].append(number)
                number += step
            }
        }
        return shares
    }

    /// 任 兼 为 担 出 当
    private static func isAppointing(_ character: UInt16) -> Bool {
        switch character {
        case "任", "兼", "为", "担", "出", "当": true
        default: false
        }
    }

    /// Whether nothing but 、 和 与 及 or white space stands between two mentions.
    private func areJoined(_ one: Int, _ other: Int) -> Bool {
        let gap = mentions[min(one, other)].range.upperBound..<mentions[max(one, other)].range.lowerBound
        guard !gap.isEmpty, gap.count <= 12, !bytes[gap].contains(0x0A) else { return false }
        let glance = Glance(bytes, gap, tables)
        return glance.isEmpty || glance.count == 1 && glance.first.isOne(of: "、和与及")
    }

    /// Whether several may hold an office at once: 副县长, 记者, 教授; not 县长, 书记, 主席, and not 同志.
    private func mayBeShared(_ office: ArraySlice<UInt16>) -> Bool {
        if office.contains("副") { return true }
        if Self.addresses.contains(office) { return false }
        return office.last != "长"
            && !Self.single.contains { office.suffix($0.count).elementsEqual($0) }
    }

    private static let single: StaticWords = ["书记", "主席", "主任", "总理", "总统", "总裁", "经理", "主编", "馆主", "首相", "国王"]

    /// The mention nearest to a range. Binary search.
    private func nearest(to range: Range<Int>) -> Int? {
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
    private func isAddress(_ role: NamedMarks.Mark) -> Bool {
        let name = marks.roles.characters(role)
        return Self.addresses.contains(name)
    }

    private static let addresses: StaticWords = ["同志", "先生", "女士", "小姐", "总书记", "主席", "老师", "夫人"]

    /// The organisation that stands directly before an office.
    private func organisation(before role: Range<Int>) -> String? {
        let marks = marks.organisations.marks
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
        let between = Glance(bytes, last.range.upperBound..<role.lowerBound, tables)
        guard between.isEmpty || between.isOnly("原") || between.isOnly("前") else { return nil }
        return document.text.squeezed(last.range)
    }

    // MARK: Surnames alone

    /// The person whom a reduced name means, and how sure that is.
    private func resolve(_ number: Int, _ offices: [Int], _ lastMention: [Int]) -> (Int?, Double) {
        let surname = self.surname(of: mentions[number].name)
        let candidates = (bySurname[surname] ?? []).suffix(64)
        guard !candidates.isEmpty else { return (nil, 0) }
        let names = marks.roles.names
        var best = -1
        var bestScore = -Double.infinity
        var second = -Double.infinity
        for index in candidates {
            var score = 0.0
            for office in offices {
                if people[index].offices.contains(office) {
                    score += 4
                } else if people[index].offices.contains(where: { Self.abridges(names[$0], names[office]) }) {
                    score += 3
                } else if Self.isGeneral(names[office]) {
                    score += 0
                } else {
                    score -= people[index].offices.isEmpty ? 0.5 : 2
                }
            }
            let seen = index < lastMention.count ? lastMention[index] : -1
            if seen >= 0 {
                score += 2 / Double(1 + (number - seen) / 3)
            } else {
                score -= 1
            }
            if !people[index].isFull { score -= 0.5 }
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

    /// Whether one of two offices is the other for short: 书记 for 市委书记.
    private static func abridges(_ one: ArraySlice<UInt16>, _ other: ArraySlice<UInt16>) -> Bool {
        ends(one, with: other) || ends(other, with: one)
    }

    private static func ends(_ long: ArraySlice<UInt16>, with short: ArraySlice<UInt16>) -> Bool {
        long.count > short.count && long.suffix(short.count) == short
            // 副书记 is not 书记.
            && long[long.endIndex - short.count - 1] != "副"
    }

    /// Forms of address that fit everybody: 同志 先生 女士 老师 师傅.
    private static func isGeneral(_ office: ArraySlice<UInt16>) -> Bool {
        general.contains(office)
    }

    private static let general: StaticWords = ["同志", "先生", "女士", "小姐", "老师", "师傅", "夫人", "太太", "老人"]
}

/// A surname of one character or two; none where a name has none that is known.
private struct Surname: Hashable {
    private let characters: UInt32

    static let none = Surname([])

    init(_ characters: ArraySlice<UInt16>) {
        self.characters = characters.reversed().reduce(0) { $0 << 16 | UInt32($1) }
    }

    var isEmpty: Bool { characters == 0 }
    var count: Int { isEmpty ? 0 : characters < 0x10000 ? 1 : 2 }
}
