import QuandianText

/// Ties the marks of organisations, or of places, to one entity for each: full and short forms of one name together.
struct BodyResolver {
    private let document: Document
    private let kind: Entity.Kind
    private let userNames: UserNames
    private let tables = NameTables.shared

    init(_ document: Document, _ kind: Entity.Kind, _ userNames: UserNames) {
        self.document = document
        self.kind = kind
        self.userNames = userNames
    }

    func entities(_ marks: [EntityMarks.Name]) -> [Entity] {
        // Each different name has a number.
        var numbers: [NameKey: Int] = [:]
        var keys: [NameKey] = []
        func number(_ key: NameKey) -> Int {
            if let known = numbers[key] { return known }
            numbers[key] = keys.count
            keys.append(key)
            return keys.count - 1
        }
        let names = marks.map { number($0.key) }
        var owner = Array(keys.indices)
        // A short form belongs to the one longer name in the document that it abridges.
        var longer: [Int: [Int]] = [:]
        for long in keys.indices {
            for form in shortForms(keys[long]) {
                guard let short = numbers[form], short != long, longer[short]?.last != long else { continue }
                longer[short, default: []].append(long)
            }
        }
        for (short, names) in longer {
            let top =
                names.count == 1
                ? names : names.filter { name in !names.contains { $0 != name && abridges(keys[name], keys[$0]) } }
            if top.count == 1 { owner[short] = top[0] }
        }
        let given = Dictionary(
            userNames.entries.filter { $0.kind.entity == kind }.map { (NameKey($0.name, tables), $0) },
            uniquingKeysWith: { first, _ in first })
        func root(_ name: Int) -> Int {
            var name = name
            // Names that the user ties to one form are one.
            if !given.isEmpty, let canonical = given[keys[name]]?.canonical {
                name = number(NameKey(canonical, tables))
                while owner.count < keys.count { owner.append(owner.count) }
            }
            for _ in 0..<4 where owner[name] != name { name = owner[name] }
            return name
        }
        var index: [Int: Int] = [:]
        var entities: [Entity] = []
        /// Where the spelling of each name was last met: most are spelled the same throughout.
        var spelled: [Int: Range<Int>] = [:]
        for (mark, name) in zip(marks, names) {
            let top = root(name)
            let mention = Entity.Mention(mark.range, certainty: top == name ? 1 : 0.9)
            guard let at = index[top] else {
                index[top] = entities.count
                spelled[name] = mark.range
                entities.append(Entity(kind, names: [document.text.squeezed(mark.range)], mentions: [mention]))
                continue
            }
            entities[at].mentions.append(mention)
            if let last = spelled[name], document.text.bytes[last] == document.text.bytes[mark.range] { continue }
            spelled[name] = mark.range
            let spelling = document.text.squeezed(mark.range)
            if !entities[at].names.contains(spelling) { entities[at].names.append(spelling) }
        }
        for at in entities.indices {
            let longest = entities[at].names.indices.max {
                (entities[at].names[$0].unicodeScalars.count, -$0) < (entities[at].names[$1].unicodeScalars.count, -$1)
            }
            if let longest, longest > 0 {
                let name = entities[at].names.remove(at: longest)
                entities[at].names.insert(name, at: 0)
            }
            guard !given.isEmpty,
                let entry = entities[at].names.lazy.compactMap({ given[NameKey($0, tables)] }).first
            else { continue }
            entities[at].identifier = entry.identifier
            if let canonical = entry.canonical {
                entities[at].names.removeAll { $0 == canonical }
                entities[at].names.insert(canonical, at: 0)
            }
        }
        return entities
    }

    private func abridges(_ short: NameKey, _ long: NameKey) -> Bool {
        short.count < long.count && shortForms(long).contains(short)
    }

    /// What a name is called for short: an organisation without its region, 天津市社科联 → 市社科联, 社科联; a place
    /// without its kind, 遵义市 → 遵义.
    private func shortForms(_ key: NameKey) -> [NameKey] {
        let c = key.characters
        var forms: [NameKey] = []
        if kind == .place {
            if c.count >= 3, let last = c.last, Self.levels.contains(last) {
                forms.append(NameKey(Array(c.dropLast())))
            }
            // 新疆维吾尔自治区 → 新疆, 黔东南苗族侗族自治州 → 黔东南, 香港特别行政区 → 香港
            if c.count >= 6,
                Self.compoundLevels.contains(where: { c.suffix($0.count).elementsEqual($0) })
            {
                forms += (2...3).map { NameKey(Array(c[..<$0])) }
            }
            // 天津市, 天津 → 津
            forms += ([key] + forms).compactMap { Self.letters[$0] }
            return forms
        }
        // The region ends with its level; the level itself may stay.
        for (at, character) in c.enumerated()
        where at >= 1 && at < min(c.count - 2, 10) && Self.levels.contains(character) {
            forms.append(NameKey(Array(c[at...])))
            forms.append(NameKey(Array(c[(at + 1)...])))
        }
        if c.count >= 5, let node = tables.node(c[..<2]), tables.flags(node).contains(.place) {
            forms.append(NameKey(Array(c[2...])))
        }
        // 中共中央 → 党中央 → 中央
        if c == [0x4E2D, 0x5171, 0x4E2D, 0x592E] { forms.append(NameKey([0x515A, 0x4E2D, 0x592E])) }
        if c.suffix(2) == [0x4E2D, 0x592E], c.count <= 4 { forms.append(NameKey(Array(c.suffix(2)))) }
        return forms
    }

    private static let compoundLevels: [StaticWord] = ["自治区", "自治州", "自治县", "特别行政区"]

    /// The one character that stands for a province, as 津 for 天津.
    private static let letters: [NameKey: NameKey] = Dictionary(
        uniqueKeysWithValues: [
            "北京京", "天津津", "上海沪", "重庆渝", "河北冀", "河南豫", "辽宁辽", "黑龙江黑", "湖南湘", "安徽皖", "山东鲁", "新疆新", "江苏苏",
            "浙江浙", "江西赣", "湖北鄂", "广西桂", "甘肃甘", "山西晋", "内蒙古蒙", "陕西陕", "吉林吉", "福建闽", "贵州黔", "广东粤", "青海青",
            "西藏藏", "四川川", "宁夏宁", "海南琼", "云南滇", "香港港", "澳门澳", "台湾台",
        ].map { (word: StaticWord) in
            (NameKey(Array(word.dropLast())), NameKey(Array(word.suffix(1))))
        })

    /// 省 市 县 区 镇 乡 村 州 旗
    private static let levels: Set<UInt16> = [0x7701, 0x5E02, 0x53BF, 0x533A, 0x9547, 0x4E61, 0x6751, 0x5DDE, 0x65D7]
}
