/// Persons of a reading that are nobody, by what stands beside them, whoever found them; ``NameFilter/mended(_:_:_:_:)`` holds what only
/// the tagger takes for a name.
extension NameFilter {
    func isNobody(
        _ person: NameReading.Person, _ sentence: NameSentence, _ reading: NameReading, _ tables: NameTables
    ) -> Bool {
        isFamily(person, sentence, reading, tables) || namesDoctrine(person, sentence) || isReign(person, sentence)
            || isStorm(person.range, sentence) || isManner(person.range, sentence)
            || isOfDegree(person.range, sentence, tables) || endsInFunctionWord(person.range, sentence)
            || isOfPast(person.range, sentence) || isInListOfThings(person.range, sentence)
    }

    /// 马克思主义, 马克思列宁主义
    private func namesDoctrine(_ person: NameReading.Person, _ sentence: NameSentence) -> Bool {
        sentence.has("主义", at: person.range.upperBound) || sentence.has("列宁主义", at: person.range.upperBound)
    }

    /// 总理|郑重|宣布: how something is said.
    private func isManner(_ range: Range<Int>, _ sentence: NameSentence) -> Bool {
        range.count == 2 && Self.manners.contains(in: sentence, at: range.lowerBound)
            && Self.declaring.contains(in: sentence, at: range.upperBound)
    }

    /// 罗汉松、万年青等树种: what a list says that it is of.
    private func isInListOfThings(_ range: Range<Int>, _ sentence: NameSentence) -> Bool {
        guard sentence[range.upperBound] == 0x3001 || sentence[range.lowerBound - 1] == 0x3001 else { return false }
        var at = range.upperBound
        while at - range.upperBound < Self.longestList, Glyph.isHan(sentence[at]) || sentence[at] == 0x3001,
            sentence[at] != 0x7B49
        {
            at += 1
        }
        guard sentence[at] == 0x7B49, let thing = Self.things.first(in: sentence, at: at + 1) else { return false }
        // 等植物|学家, 等品牌|创始人
        return !Self.behindThings.contains(sentence[at + 1 + thing.count])
    }

    private static let behindThings: StaticWord = "学专商家研创设经种养者工从师爱保代负"

    private static let longestList = 24
    private static let things: StaticWords = [
        "树种", "树木", "植物", "花卉", "花木", "苗木", "乔木", "灌木", "果树", "作物", "农作物", "药材", "中药材", "草药", "蔬菜", "野菜", "水果", "菌类",
        "动物", "鸟类", "鱼类", "昆虫", "品种", "品牌", "食材", "菜品", "菜肴",
    ]

    /// 很|高兴, 十分|安静
    private func isOfDegree(_ range: Range<Int>, _ sentence: NameSentence, _ tables: NameTables) -> Bool {
        (Self.degrees.contains(sentence[range.lowerBound - 1])
            || Self.degreesOfTwo.contains(in: sentence, endingAt: range.lowerBound))
            && tables.isOrdinary(sentence.folded[range])
    }

    private static let degrees: StaticWord = "很太挺颇"
    private static let degreesOfTwo: StaticWords = ["十分", "非常", "格外", "特别", "多么", "这么", "那么", "比较", "有点", "有些"]

    private static let manners: StaticWords = ["郑重", "严正", "明确", "公开", "一再", "多次", "庄严", "严肃"]
    private static let declaring: StaticWords = [
        "宣布", "宣告", "声明", "表示", "表态", "指出", "要求", "提出", "承诺", "强调", "重申", "警告", "回应", "拒绝", "反对",
    ]

    /// 海燕|台风
    func isStorm(_ range: Range<Int>, _ sentence: NameSentence) -> Bool {
        Self.storms.contains(in: sentence, at: range.upperBound)
    }

    private static let storms: StaticWords = ["台风", "飓风", "风灾"]

    /// 道光末, 光绪间: the reign, but 道光帝.
    func isReign(_ person: NameReading.Person, _ sentence: NameSentence) -> Bool {
        let start = person.range.upperBound - 2
        let isAlone = person.range.count == 2 || person.range.count == 3 && Self.dynasties.contains(sentence[start - 1])
        return isAlone && !Self.ofEmperors.contains(sentence[person.range.upperBound])
            && Self.reigns.contains(in: sentence, at: start)
    }

    /// Reigns of the last two dynasties that are no common given names.
    private static let reigns: StaticWords = [
        "洪武", "永乐", "洪熙", "宣德", "正统", "景泰", "天顺", "成化", "弘治", "嘉靖", "隆庆", "万历", "泰昌", "天启", "崇祯", "弘光", "隆武", "永历",
        "天命", "天聪", "崇德", "顺治", "康熙", "雍正", "乾隆", "嘉庆", "道光", "咸丰", "同治", "光绪", "宣统",
    ]
    private static let dynasties: StaticWord = "明清"
    /// 帝 皇 爷
    private static let ofEmperors: StaticWord = "帝皇爷"

    /// 王氏 is a family or a woman of it, and 王家 a family where no office makes a name of it.
    private func isFamily(
        _ person: NameReading.Person, _ sentence: NameSentence, _ reading: NameReading, _ tables: NameTables
    ) -> Bool {
        guard person.range.count == 2 else { return false }
        let last = sentence[person.range.upperBound - 1]
        guard last == 0x5BB6, let before = reading.piece(endingAt: person.range.lowerBound) else {
            return last == 0x6C0F || last == 0x5BB6
        }
        let node = reading.pieces[before].node
        return node < 0 || !tables.flags(node).contains(.role)
    }

    /// 曾当|面请教, 曾有: what somebody has done.
    private func isOfPast(_ range: Range<Int>, _ sentence: NameSentence) -> Bool {
        range.count == 2 && sentence[range.lowerBound] == 0x66FE && Self.deeds.contains(sentence[range.lowerBound + 1])
    }

    private static let deeds: StaticWord = "当有是在任经被对以说到去因把向做受获"
}
