/// Names of Japanese: a surname of two characters with a given name that ends as theirs do, and surnames of three characters and
/// more, which nobody else bears.
extension NameCandidates {
    /// 高桥健一, 渡边真由美: behind a listed surname of two characters.
    func japanese(_ sentence: NameSentence, _ at: Int, _ base: Float, _ lattice: inout NameLattice) {
        for size in 2...3 {
            let end = at + 2 + size
            guard isHan(sentence, at + 2, size), Self.endsOfJapanese.contains(sentence[end - 1]) else { continue }
            lattice.add(edge(at, end, base + (size == 2 ? Self.japaneseOfTwo : Self.japaneseOfThree), .person))
        }
    }

    /// 佐佐木明子, 小野寺薰: behind a surname of three characters or more.
    func ofLongSurname(_ sentence: NameSentence, _ at: Int, _ lattice: inout NameLattice) {
        guard let surname = Self.longSurnames.first(in: sentence, at: at) else { return }
        let start = at + surname.count
        if addressed(sentence, start) { lattice.add(edge(at, start, Self.person, .surname)) }
        for size in 1...3 where isHan(sentence, start, size) {
            let isUsual = Self.endsOfJapanese.contains(sentence[start + size - 1])
            // 小野寺|后来, 小野寺|的信
            if !isUsual, size == 3 || Glyph.isHan(sentence[start + size]) { continue }
            let given = isUsual ? Self.usualGiven : size == 1 ? Self.givenOfOne : Self.givenOfTwo
            lattice.add(edge(at, start + size, Self.person + given, .person))
        }
    }

    private static let endsOfJapanese: StaticWord = "一二三郎男夫雄彦介助太也哉子美代江香惠奈纪咲"
    /// What such a given name of two characters costs, and one of three.
    private static let japaneseOfTwo: Float = -5
    private static let japaneseOfThree: Float = -7
    /// The same behind a long surname: one that ends as theirs do, and any other.
    private static let usualGiven: Float = -1
    private static let givenOfOne: Float = -3
    private static let givenOfTwo: Float = -6
    static let longSurnames: StaticWords = [
        "佐佐木", "小野寺", "西园寺", "长谷川", "小早川", "武者小路", "万里小路", "大久保", "久保田", "佐久间", "五十岚", "宇都宫", "日比野", "小笠原", "海老原",
        "海老泽", "长谷部", "阿久津", "大河内", "二阶堂", "伊集院", "竹之内", "山之内", "东海林", "曾我部", "长曾我部", "仲村渠", "喜屋武",
        "具志坚", "勅使河原", "小田切", "小田岛", "小山田", "大河原", "大道寺", "加贺美", "久米田", "御手洗", "三田村", "土肥原", "牟田口", "国木田", "与谢野",
        // Of Manchu clans.
        "钮祜禄", "瓜尔佳", "赫舍里", "索绰罗", "郭络罗", "舒穆禄", "伊尔根",
    ]
}
