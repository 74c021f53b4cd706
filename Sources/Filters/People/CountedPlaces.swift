/// Places in a list that the text itself counts or closes as one of places: 石岩、上坳、岔口四个寨子, 大洲、塘坑两地, 河口、白沙等地.
///
/// They need no kind and no list of ours: the text says what they are.
enum CountedPlaces {
    /// The items of such lists in a sentence, in order.
    static func find(_ sentence: NameSentence, _ tables: NameTables) -> [Range<Int>] {
        var found: [Range<Int>] = []
        // 、 和 与
        guard sentence.folded.contains(where: { $0 == "、" || $0 == "和" || $0 == "与" }) else { return found }
        let units = Self.units
        for at in 2..<max(2, sentence.count - 1) {
            var unit = at + 1
            if sentence.folded[unit] == "个" { unit += 1 }
            // Most characters are ruled out here.
            guard units.mayStand(in: sentence, at: unit), opensCount(sentence, at, tables) else { continue }
            guard let word = units.first(in: sentence, at: unit) else { continue }
            // 等地, but 等乡村, 等市场
            let next = sentence[unit + word.count]
            if sentence.folded[at] == "等", word.first != "地", Glyph.isHan(next), next != "的" { continue }
            var end = at
            // 等一百四十村
            if sentence.folded[at] != "等" {
                while end > 0, tables.has(sentence.folded[end - 1], .numeral), at - end < 4 { end -= 1 }
                if sentence[end - 1] == "等" { end -= 1 } else { end = at }
            }
            if sentence[end - 1] == "," { end -= 1 }
            collect(before: end, sentence, tables, into: &found)
        }
        return found.sorted { $0.lowerBound < $1.lowerBound }
    }

    /// A number from two on, 两 数 各 几, or 等.
    private static func opensCount(_ sentence: NameSentence, _ at: Int, _ tables: NameTables) -> Bool {
        let c = sentence.folded[at]
        return tables.has(c, .numeral) && c != "一" || counts.contains(c)
    }

    private static let counts: StaticWord = "两数各几等"
    private static let units: StaticWords = [
        "地", "处", "村", "寨", "部落", "镇", "乡", "县", "市", "省", "区", "社区", "街道", "岛", "州", "屯", "里", "自然村", "自然屯", "断面",
        "渡口", "车站",
    ]

    /// The items before an index, from the last on; none where it is no list.
    private static func collect(
        before end: Int, _ sentence: NameSentence, _ tables: NameTables, into found: inout [Range<Int>]
    ) {
        var items: [Range<Int>] = []
        var stop = end
        while stop > 0, items.count < 12 {
            var start = stop
            while start > 0, stop - start < 6, Glyph.isHan(sentence[start - 1]),
                stop - start < 2 || !tables.has(sentence[start - 1], .stop)
            {
                start -= 1
            }
            // 河口和白沙两地
            if let joint = (start..<stop).first(where: { joints.contains(sentence.folded[$0]) }), joint - start >= 2,
                stop - joint >= 3
            {
                items.append((joint + 1)..<stop)
                stop = joint
                continue
            }
            // 张伟、分赴|河口、白沙等地
            if sentence[start - 1] != "、"
                || (start..<stop).dropLast(2).contains(where: { tables.has(sentence.folded[$0], .locative) })
            {
                if let item = first(start..<stop, items, sentence, tables) { items.append(item) }
                break
            }
            guard (2...5).contains(stop - start) else { break }
            items.append(start..<stop)
            stop = start - 1
        }
        guard items.count > 1 else { return }
        // 河口、互助两县: a word too is a place beside one that is listed.
        let hasListed = items.contains { tables.isPlace(sentence.folded[$0]) }
        found += items.filter { (2...4).contains($0.count) && (hasListed || !isCommon($0, sentence, tables)) }
    }

    /// The first item of a list without what stands before it: 视察|河口, 已在|白沙, 工作组走访|上坳; nil where nobody can tell.
    ///
    /// - Parameters:
    ///   - range: as many characters before the list as may hold the item.
    ///   - others: the other items.
    private static func first(
        _ range: Range<Int>, _ others: [Range<Int>], _ sentence: NameSentence, _ tables: NameTables
    ) -> Range<Int>? {
        let end = range.upperBound
        var start = range.lowerBound
        for length in stride(from: 4, through: 2, by: -1) where range.count >= length {
            if tables.isPlace(sentence.folded[(end - length)..<end]) { return (end - length)..<end }
        }
        // 村辖墩子上、石楼背
        if let last = range.dropLast(2).last(where: {
            tables.has(sentence.folded[$0], .locative) || sentence.folded[$0] == "辖"
        }) {
            start = last + 1
        }
        for length in 2...4 where end - start >= length + 2 {
            let verb = (end - length - 2)..<(end - length)
            if let node = tables.node(sentence.folded[verb]), tables.isWord(node),
                tables.flags(node).isDisjoint(with: [.place])
            {
                // 会长|何素
                return tables.flags(node).contains(.role) ? nil : (end - length)..<end
            }
        }
        let whole = start..<end
        // 收受|马岭、白沙、大洲三村: a verb that is no word of ours before names of two characters.
        if whole.count >= 4, others.allSatisfy({ $0.count == 2 }), !tables.isPlace(sentence.folded[whole]) {
            return (end - 2)..<end
        }
        return (2...5).contains(whole.count) ? whole : nil
    }

    /// A common word that is no place, or whoever holds an office: 公司, 交通部长.
    private static func isCommon(_ range: Range<Int>, _ sentence: NameSentence, _ tables: NameTables) -> Bool {
        if tables.isTitle(sentence.folded[range].suffix(2)) { return true }
        guard let node = tables.node(sentence.folded[range]), tables.isWord(node) else { return false }
        return tables.flags(node).isDisjoint(with: [.place])
            && (tables.cost(node) < common || !tables.flags(node).isDisjoint(with: [.bodyEnd, .body, .role]))
    }

    /// The cost of a common word, in nats.
    private static let common: Float = 12
    private static let joints: StaticWord = "和与"
}
