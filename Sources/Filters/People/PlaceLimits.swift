/// Holds a place's name, as tagger or rules have found it, to what such a name may hold: no comma, no preposition before it,
/// no number of places and no shore behind it.
extension PlaceFinder {
    /// The name of the place in a range; nil where it holds none.
    func limited(_ range: Range<Int>, _ sentence: NameSentence) -> Range<Int>? {
        var start = range.lowerBound
        var end = range.upperBound
        // 平安，大岩村: the last.
        if let mark = (start..<end).last(where: { Self.isMark(sentence.folded[$0]) }) { start = mark + 1 }
        if isListed(start..<end, sentence) { return isPeople(start..<end, sentence) ? nil : start..<end }
        // 沿梅河, 乘津浦路
        if end - start >= 3, Self.prepositions.contains(sentence.folded[start]),
            isListed((start + 1)..<end, sentence) || sentence.characters[end - 1].has(.placeEnd)
        {
            start += 1
        }
        // 鲁冀两省
        if end - start >= 4, PlaceEnds.isLevel(sentence.folded[end - 1]), Self.counts.contains(sentence.folded[end - 2])
        {
            end -= 2
        }
        // 青海湖南岸
        if end - start >= 4, sentence.folded[end - 1] == 0x5CB8, Self.sides.contains(sentence.folded[end - 2]) {
            end -= 2
        }
        // 陇海路|西段
        if end - start >= 4, sentence.folded[end - 1] == 0x6BB5, Self.sections.contains(sentence.folded[end - 2]) {
            end -= 2
        }
        // 锦溪路|66号
        if end - start >= 4, Self.numbers.contains(sentence.folded[end - 1]), Glyph.isDigit(sentence.folded[end - 2]) {
            var at = end - 2
            while at > start, Glyph.isDigit(sentence.folded[at - 1]) || sentence.folded[at - 1] == 0x2D { at -= 1 }
            if at > start + 1 { end = at }
        }
        // 青海湖|南岸, where both were found.
        if end - start == 2, sentence.folded[end - 1] == 0x5CB8, Self.sides.contains(sentence.folded[start]),
            Self.waters.contains(sentence[start - 1])
        {
            return nil
        }
        // 新中国成立
        if sentence.has("新中国成立", at: start - 1) { return nil }
        guard end > start, !isPeople(start..<end, sentence), !isGround(start..<end, sentence) else { return nil }
        return start..<end
    }

    func isListed(_ range: Range<Int>, _ sentence: NameSentence) -> Bool {
        tables.node(sentence.folded[range]).map { tables.flags($0).contains(.place) } ?? false
    }

    /// Whether a range ends as a venue, which is a place however many work there: 市体育馆.
    func isVenue(_ range: Range<Int>, _ sentence: NameSentence) -> Bool {
        range.count >= 3
            && Self.venues.contains { $0.count < range.count && sentence.has($0, at: range.upperBound - $0.count) }
    }

    private static let venues: [StaticWord] = [
        "体育馆", "体育场", "体育中心", "音乐厅", "大礼堂", "大会堂", "会展中心", "展览中心", "会议中心", "游泳馆", "运动场", "足球场", "篮球馆",
    ]

    /// , 、 ; : ( )
    private static func isMark(_ c: UInt16) -> Bool {
        c == 0x2C || c == 0x3001 || c == 0x3B || c == 0x3A || c == 0x28 || c == 0x29
    }

    private static let prepositions: StaticWord = "沿乘赴抵往返居驻谒"
    private static let counts: StaticWord = "两三四五六七八九十数各几"
    private static let sections: StaticWord = "东南西北中"
    private static let sides: StaticWord = "东南西北两沿"
    /// 号 弄 栋 幢 室 楼 层
    private static let numbers: StaticWord = "号弄栋幢室楼层"
    private static let waters: StaticWord = "江河湖海溪"

    /// 维吾尔族, 蒙古语: a people, and its language.
    private func isPeople(_ range: Range<Int>, _ sentence: NameSentence) -> Bool {
        Self.peoples.contains { $0.elementsEqual(sentence.folded[range]) }
            && (Self.ofPeoples.contains(sentence[range.upperBound]) || sentence[range.upperBound] == 0x29)
    }

    private static let peoples: [StaticWord] = [
        "维吾尔", "蒙古", "哈萨克", "朝鲜", "俄罗斯", "塔吉克", "乌孜别克", "塔塔尔", "柯尔克孜", "撒拉", "土家", "东乡", "保安",
    ]
    /// 族 语 文 包 袍
    private static let ofPeoples: StaticWord = "族语文包袍"

    /// 新院区, 老校区: a ground of a kind, and no name.
    private func isGround(_ range: Range<Int>, _ sentence: NameSentence) -> Bool {
        range.count == 3 && Self.newAndOld.contains(sentence.folded[range.lowerBound])
            && Self.grounds.contains { sentence.has($0, at: range.lowerBound + 1) }
    }

    private static let newAndOld: StaticWord = "新老旧本主原全各"
    private static let grounds: [StaticWord] = [
        "院区", "校区", "厂区", "库区", "园区", "社区", "小区", "城区", "矿区", "林区", "牧区", "营区", "片区", "灾区", "景区", "街区", "港区",
    ]
}
