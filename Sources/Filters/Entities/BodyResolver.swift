import QuandianText

/// Ties the marks of organisations, or of places, to one entity for each: full and short forms of one name together.
struct BodyResolver {
    private let document: Document
    private let kind: Entity.Kind
    private let marks: [NamedMarks.Mark]
    /// The names of the marks, and behind them forms that the user gives.
    private var names: NameNumbers
    /// What the user says of names.
    private let given: [NameKey: UserNames.Entry]
    private let tables = NameTables.shared

    init(_ document: Document, _ kind: Entity.Kind, _ userNames: UserNames, _ marks: NamedMarks) {
        self.document = document
        self.kind = kind
        self.marks = marks.marks
        names = marks.names
        given = Dictionary(
            userNames.entries.filter { $0.kind.entity == kind }.map { (NameKey($0.name, NameTables.shared), $0) },
            uniquingKeysWith: { first, _ in first })
    }

    mutating func entities() -> [Entity] {
        let tops = findTops()
        var mentions = Array(repeating: 0, count: names.count)
        for mark in marks { mentions[tops[mark.name]] += 1 }
        /// For each name the entity that it is the top of; -1 before that is made.
        var numbers = Array(repeating: -1, count: names.count)
        /// Where the spelling of each name was last met: most are spelled the same throughout.
        var spelled: [Range<Int>?] = Array(repeating: nil, count: names.count)
        var entities: [Entity] = []
        for mark in marks {
            let top = tops[mark.name]
            if numbers[top] < 0 {
                numbers[top] = entities.count
                var entity = Entity(kind, names: [document.text.squeezed(mark.range)])
                entity.mentions.reserveCapacity(mentions[top])
                entities.append(entity)
                spelled[mark.name] = mark.range
            }
            let number = numbers[top]
            entities[number].mentions.append(Entity.Mention(mark.range, certainty: top == mark.name ? 1 : 0.9))
            if let last = spelled[mark.name], document.text.isSame(last, mark.range) { continue }
            spelled[mark.name] = mark.range
            let spelling = document.text.squeezed(mark.range)
            if !entities[number].names.contains(spelling) { entities[number].names.append(spelling) }
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
                let entry = entities[at].names.compactMap({ given[NameKey($0, tables)] }).first
            else { continue }
            entities[at].identifier = entry.identifier
            if let canonical = entry.canonical {
                entities[at].names.removeAll { $0 == canonical }
                entities[at].names.insert(canonical, at: 0)
            }
        }
        return entities
    }

    /// For each name the one that the entity is called by: a full form, and of those the one that the user gives.
    private mutating func findTops() -> [Int] {
        let count = names.count
        var owner = Array(0..<count)
        // A short form belongs to the one longer name in the document that it abridges.
        var longer: [Int: [Int]] = [:]
        let known = names
        for long in 0..<count {
            eachShortForm(of: known[long]) { form in
                guard let short = known.number(of: form), short != long, longer[short]?.last != long else { return }
                longer[short, default: []].append(long)
            }
        }
        for (short, long) in longer {
            let top =
                long.count == 1
                ? long : long.filter { one in !long.contains { $0 != one && abridges(one, $0) } }
            if top.count == 1 { owner[short] = top[0] }
        }
        return (0..<count).map { name in
            var name = name
            // Names that the user ties to one form are one.
            if !given.isEmpty, let canonical = given[NameKey(names[name])]?.canonical {
                name = names.number(adding: NameKey(canonical, tables))
                while owner.count < names.count { owner.append(owner.count) }
            }
            for _ in 0..<4 where owner[name] != name { name = owner[name] }
            return name
        }
    }

    private func abridges(_ short: Int, _ long: Int) -> Bool {
        let (short, long) = (names[short], names[long])
        guard short.count < long.count else { return false }
        var found = false
        eachShortForm(of: long) { if $0 == short { found = true } }
        return found
    }

    /// Gives what a name is called for short: an organisation without its region, 天津市社科联 → 市社科联, 社科联; a place
    /// without its kind, 遵义市 → 遵义.
    private func eachShortForm(of c: ArraySlice<UInt16>, _ body: (ArraySlice<UInt16>) -> Void) {
        if kind == .place {
            // 天津市, 天津 → 津
            func give(_ form: ArraySlice<UInt16>) {
                body(form)
                if let letter = Self.letter(form) { body([letter]) }
            }
            if let letter = Self.letter(c) { body([letter]) }
            if c.count >= 3, let last = c.last, Self.isLevel(last) { give(c.dropLast()) }
            // 新疆维吾尔自治区 → 新疆, 黔东南苗族侗族自治州 → 黔东南, 香港特别行政区 → 香港
            if c.count >= 6,
                Self.compoundLevels.contains(where: { c.suffix($0.count).elementsEqual($0) })
            {
                give(c.prefix(2))
                give(c.prefix(3))
            }
            return
        }
        // The region ends with its level; the level itself may stay.
        var at = c.startIndex + 1
        while at < min(c.endIndex - 2, c.startIndex + 10) {
            if Self.isLevel(c[at]) {
                body(c[at...])
                body(c[(at + 1)...])
            }
            at += 1
        }
        if c.count >= 5, let node = tables.node(c.prefix(2)), tables.flags(node).contains(.place) {
            body(c.dropFirst(2))
        }
        guard c.count <= 4, c.count >= 2, c[c.endIndex - 2] == "中", c.last == "央" else { return }
        // 中共中央 → 党中央 → 中央
        if c.elementsEqual("中共中央".utf16) { body(ArraySlice("党中央".utf16)) }
        body(c.suffix(2))
    }

    private static let compoundLevels: [StaticWord] = ["自治区", "自治州", "自治县", "特别行政区"]

    /// The one character that stands for a province, as 津 for 天津.
    private static func letter(_ name: ArraySlice<UInt16>) -> UInt16? {
        name.count == 2 || name.count == 3 ? letters[packed(name)] : nil
    }

    private static let letters: [UInt64: UInt16] = Dictionary(
        uniqueKeysWithValues: [
            "北京京", "天津津", "上海沪", "重庆渝", "河北冀", "河南豫", "辽宁辽", "黑龙江黑", "湖南湘", "安徽皖", "山东鲁", "新疆新", "江苏苏",
            "浙江浙", "江西赣", "湖北鄂", "广西桂", "甘肃甘", "山西晋", "内蒙古蒙", "陕西陕", "吉林吉", "福建闽", "贵州黔", "广东粤", "青海青",
            "西藏藏", "四川川", "宁夏宁", "海南琼", "云南滇", "香港港", "澳门澳", "台湾台",
        ].map { (word: StaticWord) in
            let characters = Array(word)
            return (packed(characters.dropLast()), characters[characters.count - 1])
        })

    /// Three characters at most, and how many, as one number.
    private static func packed(_ name: ArraySlice<UInt16>) -> UInt64 {
        name.reduce(UInt64(name.count)) { $0 << 16 | UInt64($1) }
    }

    /// 省 市 县 区 镇 乡 村 州 旗
    private static func isLevel(_ character: UInt16) -> Bool {
        switch character {
        case "省", "市", "县", "区", "镇", "乡", "村", "州", "旗": true
        default: false
        }
    }
}
