/// Names that hold a person's: 李宁 of 李宁公司, 白求恩 of 白求恩精神, 鲁迅 of 鲁迅故居. The person is not marked there, but the
/// body or the place is.
struct NamedAfter {
    let tables: NameTables

    enum Kind {
        /// An award, a virtue, a ship, a theorem.
        case thing
        case body
        case place
    }

    /// What is named after the person at a range, and where its name ends; nil where nothing is.
    func find(_ person: Range<Int>, _ sentence: NameSentence, _ reading: NameReading) -> (kind: Kind, end: Int)? {
        let end = person.upperBound
        // 校长李明|大学毕业: an office speaks of the person.
        if let before = reading.piece(endingAt: person.lowerBound), reading.pieces[before].node >= 0,
            tables.flags(reading.pieces[before].node).contains(.role)
        {
            return nil
        }
        if isShip(sentence, end) { return (.thing, end) }
        for (word, others) in Self.things where sentence.has(word, at: end) {
            let next = sentence[end + word.count]
            if others.contains(next) { return nil }
            return (.thing, end)
        }
        for place in Self.places where sentence.has(place, at: end) { return (.place, end + place.count) }
        return body(end, sentence).map { (.body, $0) }
    }

    /// Where a body's name ends that goes on behind the person, with a word of its field at most: 美术 + 学校.
    private func body(_ start: Int, _ sentence: NameSentence) -> Int? {
        for field in 0...4 where field != 1 {
            for tail in Self.bodies where sentence.has(tail, at: start + field) {
                let end = start + field + tail.count
                if field > 0 {
                    guard let node = tables.node(sentence.folded[start..<start + field]), tables.bodyness(node) > 0.5
                    else {
                        return nil
                    }
                }
                // 李明大学毕业, 王芳小学时
                if tail.count == 2, sentence[end - 1] == "学", Self.afterSchool.contains(sentence[end]) {
                    return nil
                }
                return end
            }
        }
        return nil
    }

    /// 号 and what it is: 号航母, 号货轮.
    private func isShip(_ sentence: NameSentence, _ end: Int) -> Bool {
        // 「江康」輪
        if sentence[end] == "”" || sentence[end] == "」" {
            return sentence[end + 1] == "轮" || sentence[end + 1] == "舰" || sentence[end + 1] == "号"
        }
        guard sentence[end] == "号" else { return false }
        return Self.vessels.contains(sentence[end + 1])
    }

    private static let vessels: StaticWord = "航舰轮船舱飞游客货邮油渔战潜驱护巡"

    /// With what follows where it is another word.
    private static let things: [(StaticWord, StaticWord)] = [
        ("精神", "抖饱焕很不状失病好矍面振恍压正崩疾上百十可头科错"), ("奖学金", ""), ("文学奖", ""), ("奖章", ""),
        ("讲坛", ""), ("讲堂", ""), ("大讲堂", ""), ("奖", "励了给状金牌品惩杯学"), ("杯", "酒水茶子中盘里"), ("定理", ""), ("定律", ""), ("公式", ""),
        ("猜想", ""), ("式", ""),
    ]

    private static let places: StaticWords = [
        "故居", "旧居", "球场", "机场", "国际机场", "体育场", "体育馆", "大桥", "广场", "公园", "大道", "纪念碑", "纪念堂", "陵园",
    ]

    private static let bodies: StaticWords = [
        "学院", "文学院", "美术学院", "音乐学院", "理学院", "医学院", "商学院", "法学院", "工学院", "大学", "中学", "小学", "学校", "书院", "幼儿园", "医院",
        "图书馆", "纪念馆", "美术馆",
        "博物馆", "艺术馆", "基金会", "研究会",
        "研究所", "研究院", "实验室", "公司", "出版社", "剧院", "乐团",
    ]

    private static let afterSchool: StaticWord = "毕时期文生老读教肄本里上一二三四五六就"
}
