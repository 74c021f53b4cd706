/// Places that are called by one character: 抵沪, 赴京, 返港, 旅沪同乡, 美籍.
enum ShortPlaces {
    /// Whether the character at an index, with which a piece of the reading ends, is a place: it stands behind a verb of
    /// travel, and nothing behind it makes a word of it.
    static func isPlace(_ sentence: NameSentence, _ at: Int) -> Bool {
        guard sentence.characters[at].has(.shortPlace) else { return false }
        let character = sentence[at]
        if countries.contains(character), sentence[at + 1] == 0x7C4D { return !Glyph.isHan(sentence[at - 1]) }
        // 自由港
        if sentence.has("自由", at: at - 2) { return false }
        guard cities.contains(character), verbs.contains(sentence[at - 1]) else { return false }
        let next = sentence[at + 1]
        return !Glyph.isHan(next) || after.contains(next)
    }

    /// All characters that may be such a place.
    static var characters: Set<UInt16> { Set(cities).union(countries) }

    private static let cities: StaticWord = "京津沪渝宁杭苏粤穗港澳台鲁晋豫皖浙赣闽湘鄂桂琼川蜀滇黔陕陇辽吉平汉济蓉甬榕"
    private static let verbs: StaticWord = "抵赴返离莅旅寓留驻过入晋由"
    private static let after: StaticWord = "后前时之参出视考访会举召与转北南东西同的公谒勾就"
    private static let countries: StaticWord = "美英法德日俄意韩苏荷"
}
