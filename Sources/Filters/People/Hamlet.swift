/// Hamlets of three characters, which look like somebody's name.
enum Hamlet {
    /// The hamlet of a family: 杨家垴, 王家台.
    static func stands(in sentence: NameSentence, _ at: Int) -> Bool {
        sentence[at + 1] == "家" && families.contains(sentence[at + 2])
    }

    /// 望了望|石婆坡: a slope or a dike behind what leads to a place.
    static func isReached(in sentence: NameSentence, _ at: Int) -> Bool {
        slopes.contains(sentence[at + 2])
            && (sentence.character(at - 1).has(.locative) || beforePlaces.contains(sentence[at - 1]))
    }

    private static let families: StaticWord = "垴台坝湾沟坡岭冲坪屯寨铺桥堡渡坳塘窑岗畈垸墩咀嘴洼坨峪塬圪沱滩坑"
    private static let slopes: StaticWord = "坡沟峪垴坳洼冲屯寨坝坨畈坪塬垭"
    private static let beforePlaces: StaticWord = "在到从往望至过经抵离"
}
