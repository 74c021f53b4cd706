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
            || isOfA(person.range, sentence) || isNobodyInLatin(person.range, sentence, reading)
            || isQuotedThing(person.range, sentence) || isSpecies(person.range, sentence)
            || isLanguage(person.range, sentence)
    }

    /// 华山松（学名：…）
    private func isSpecies(_ range: Range<Int>, _ sentence: NameSentence) -> Bool {
        sentence[range.upperBound] == "(" && sentence.has("学名", at: range.upperBound + 1)
    }

    /// 译成了|斯瓦希里|语: a language by sounds alone, while 莎士比亚语 closes a quotation.
    private func isLanguage(_ range: Range<Int>, _ sentence: NameSentence) -> Bool {
        let end = range.upperBound
        return range.count >= 3 && sentence[end] == "语" && sentence.characters[range.lowerBound].surname > 60
            && range.allSatisfy { sentence.characters[$0].foreign != 255 }
            && (Glyph.isHan(sentence[end + 1]) && !sentence[end + 1].isOne(of: "重气录调塞出音人")
                || sentence[range.lowerBound - 1].isOne(of: "了成用说讲会学懂以和、"))
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

    // MARK: In Latin letters

    /// Kuskokwim River, NBA, 希望街（Hope Street）, New York| Times: no person's name for what it is made of or what it is a part of.
    private func isNobodyInLatin(_ range: Range<Int>, _ sentence: NameSentence, _ reading: NameReading) -> Bool {
        let name = sentence.folded[range]
        guard name.contains(where: { Glyph.isLatin($0) }) else { return false }
        // 拿Nokia Lumia; but 小S, 玛丽·E·布伦科.
        if name.contains(where: { Glyph.isHan($0) }) {
            return !name.contains { Glyph.isNameDot($0) } && name.count(where: { Glyph.isLatin($0) }) > 1
        }
        // Mate S|20
        if Glyph.isDigit(sentence[range.upperBound]) { return true }
        let words = name.split(separator: 0x20)
        // 姚明（YAO MING）
        let isGloss =
            sentence[range.lowerBound - 1] == "("
            && reading.piece(endingAt: range.lowerBound - 1).map { reading.pieces[$0].kind == .person } ?? false
        return words.contains { LatinNames.isOther($0) } || !isGloss && isAbbreviation(name, words)
            || isCutOutOfLatin(range, sentence) || isGlossOfThing(range, sentence, reading)
    }

    /// NBA, LAND ROVER; but JOHN SMITH.
    private func isAbbreviation(_ name: ArraySlice<UInt16>, _ words: [ArraySlice<UInt16>]) -> Bool {
        !name.contains { $0 > 0x5A } && !words.contains { LatinNames.isGiven($0) }
    }

    /// New York| Times, Jean|-Christophe: whether a word with a capital goes on where the name begins or ends.
    private func isCutOutOfLatin(_ range: Range<Int>, _ sentence: NameSentence) -> Bool {
        func joins(_ at: Int) -> Bool { sentence[at] == " " || sentence[at] == "-" }
        var start = range.lowerBound - 2
        while Glyph.isLatin(sentence[start]), Glyph.isLatin(sentence[start - 1]) { start -= 1 }
        func isCapital(_ at: Int) -> Bool { Glyph.isLatin(sentence[at]) && sentence[at] <= 0x5A }
        // Mr John Smith
        let isTitled = range.lowerBound - 1 - start <= 3
        return joins(range.upperBound) && isCapital(range.upperBound + 1)
            || joins(range.lowerBound - 1) && isCapital(start) && !isTitled
    }

    /// 希望街（Hope Street）, “海上卫士”（Sea Guardian）: what is said once more in Latin letters is a place, a body or a thing.
    private func isGlossOfThing(_ range: Range<Int>, _ sentence: NameSentence, _ reading: NameReading) -> Bool {
        let end = range.lowerBound - 1
        guard sentence[end] == "(" else { return false }
        let last = sentence[end - 1]
        if last == "”" || last == "》" || last == "」" || Self.endsOfThings.contains(last) { return true }
        return reading.piece(endingAt: end).map { reading.pieces[$0].kind == .place } ?? false
    }

    private static let endsOfThings: StaticWord = "司行社局院校馆厅团队织路街桥岛河港站法案网报台会所党部军则权炎病症气机车舰"

    /// 阿方, 阿省: the Arab states, the Argentine or a province; 阿秒.
    private func isOfA(_ range: Range<Int>, _ sentence: NameSentence) -> Bool {
        range.count == 2 && sentence[range.lowerBound] == "阿"
            && Self.behindA.contains(sentence[range.lowerBound + 1])
    }

    private static let behindA: StaticWord = "方省秒盟"

    // MARK: Things

    /// “阿帕奇”直升机, “阿耳忒弥斯2号”: what a name in quotation marks is the name of.
    private func isQuotedThing(_ range: Range<Int>, _ sentence: NameSentence) -> Bool {
        let open = sentence[range.lowerBound - 1]
        guard open == "“" || open == "「" else { return false }
        var end = range.upperBound
        while Glyph.isDigit(sentence[end]) || sentence[end] == "-" { end += 1 }
        if sentence[end] == "号" { end += 1 }
        guard sentence[end] == open + 1 else { return false }
        return end > range.upperBound || Self.namedThings.contains(in: sentence, at: end + 1)
    }

    private static let namedThings: StaticWords = [
        "直升机", "攻击直升机", "武装直升机", "战斗机", "战机", "轰炸机", "运输机", "无人机", "导弹", "弹道导弹", "巡航导弹", "火箭", "火箭炮", "坦克", "装甲车", "航母",
        "战舰", "军舰", "潜艇", "卫星", "飞船", "探测器", "望远镜", "机器人", "大模型", "系统", "软件", "品牌",
    ]

    /// 罗汉松、万年青等树种: what a list says that it is of.
    private func isInListOfThings(_ range: Range<Int>, _ sentence: NameSentence) -> Bool {
        guard sentence[range.upperBound] == "、" || sentence[range.lowerBound - 1] == "、" else { return false }
        var at = range.upperBound
        while at - range.upperBound < Self.longestList, Glyph.isHan(sentence[at]) || sentence[at] == "、",
            sentence[at] != "等"
        {
            at += 1
        }
        guard sentence[at] == "等", let thing = Self.things.first(in: sentence, at: at + 1) else { return false }
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
    static let reigns: StaticWords = [
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
        guard last == "家", let before = reading.piece(endingAt: person.range.lowerBound) else {
            return last == "氏" || last == "家"
        }
        let node = reading.pieces[before].node
        return node < 0 || !tables.flags(node).contains(.role)
    }

    /// 曾当|面请教, 曾有: what somebody has done.
    private func isOfPast(_ range: Range<Int>, _ sentence: NameSentence) -> Bool {
        range.count == 2 && sentence[range.lowerBound] == "曾" && Self.deeds.contains(sentence[range.lowerBound + 1])
    }

    private static let deeds: StaticWord = "当有是在任经被对以说到去因把向做受获"
}
