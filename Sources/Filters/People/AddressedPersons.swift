/// Surnames, and given names that the document shows, with what people are called by: 赵姨, 守信哥, 石书记.
extension NameCandidates {
    /// 赵姨, 程老, 沈公: a surname with what the old and the young are called by; 老 and 公 where the document knows the surname.
    func elder(_ sentence: NameSentence, _ at: Int, _ lattice: inout NameLattice) {
        let next = sentence[at + 1]
        let isElder = sentence.character(at + 1).has(.elder)
        switch next {
        case "老", "公", "奶", "阿", "大": break
        default: if !isElder { return }
        }
        // 田奶奶
        if let kin = Self.kin.first(in: sentence, at: at + 1),
            evidence.isSurname(sentence[at]) || !Glyph.isHan(sentence[at - 1]) || lattice.isAfterOffice
        {
            let surname = Float(sentence.characters[at].surname) * 0.1
            lattice.add(edge(at, at + 1 + kin.count, Self.person + Self.familiar - surname, .person))
            return
        }
        guard isElder || next == "老" || next == "公" else { return }
        let known = evidence.isSurname(sentence[at])
        // 李公司, 王老师, 师姐妹, 张哥哥: a longer word.
        // 祥林嫂 is no 林嫂.
        let isFree = known || !Glyph.isHan(sentence[at - 1]) || lattice.isAfterOffice
        guard isElder && isFree || known, sentence[at + 2] != next, !sentence.character(at + 2).has(.elder),
            tables.node(sentence.folded[at...(at + 1)]).map({ !tables.isWord($0) }) ?? true,
            at + 2 >= sentence.count
                || tables.node(sentence.folded[(at + 1)...(at + 2)]).map({ !tables.isWord($0) }) ?? true,
            !Self.afterOld.contains(sentence[at + 2])
        else { return }
        let surname = Float(sentence.characters[at].surname) * 0.1
        lattice.add(
            edge(at, at + 2, Self.person + Self.familiar - surname + (known ? 4 : 0), .person))
    }

    /// The length of what the old and the young are called by, at an index, where no longer word begins with it.
    func lengthOfKin(_ at: Int, _ sentence: NameSentence) -> Int? {
        if let kin = Self.kin.first(in: sentence, at: at) { return kin.count }
        guard sentence.character(at).has(.elder), !sentence.character(at + 1).has(.elder) else { return nil }
        let isWord =
            at + 1 < sentence.count
            && tables.node(sentence.folded[at...(at + 1)]).map { tables.isWord($0) } ?? false
        return isWord ? nil : 1
    }

    static let kin: StaticWords = [
        "奶奶", "爷爷", "婆婆", "公公", "伯伯", "叔叔", "阿姨", "大爷", "大娘", "大妈", "大叔", "大婶", "大伯", "大嫂", "大哥", "大姐", "婶子", "嫂子",
    ]
    /// What a given name gains with 哥 or 奶奶 behind it.
    static let withKin: Float = 4

    /// Whether what follows a surname alone is a form of address: 书记, 副市长, 教授, 老师.
    func addressed(_ sentence: NameSentence, _ at: Int) -> Bool {
        if evidence.isSurname(sentence[at - 1]), Self.isShortAddress(sentence, at) { return true }
        if Self.isCoach(sentence, at) { return true }
        var start = at
        for _ in 0..<3 {
            var node = Int(sentence.character(start).root)
            guard node != 0 else { return false }
            var end = start + 1
            var longestPart = 0
            while true {
                if tables.isWord(node) {
                    let flags = tables.flags(node)
                    // 老师们 are no one's.
                    if flags.contains(.role), sentence[end] != "们",
                        Self.isAddress(sentence.folded[start..<end])
                    {
                        return true
                    }
                    if flags.contains(.rolePart) { longestPart = end }
                }
                guard end < sentence.count, let next = tables.child(node, sentence.folded[end]) else { break }
                node = next
                end += 1
            }
            if longestPart == 0 { return false }
            start = longestPart
        }
        return false
    }

    /// Offices by which people are addressed with the surname alone.
    static func isAddress(_ word: ArraySlice<UInt16>) -> Bool {
        guard let last = word.last else { return false }
        switch last {
        case "长", "任", "记", "席", "理", "授", "师", "总", "士", "生", "裁", "令", "志",
            "姐", "夫", "委", "傅", "汉", "娘", "妈":
            // 记者's kind does not end so; 学生 and 医生 part here.
            return word.count >= 2 && !pupils.contains(word)
        default: return addresses.contains(word)
        }
    }

    private static let pupils: StaticWords = ["学生", "男生", "女生"]
    private static let addresses: StaticWords = [
        "专员", "议员", "委员", "督学", "巡佐", "局员", "干事", "指导", "秘书", "参议", "顾问", "助理", "参谋", "总监", "法官", "检察官", "警官", "教官",
        "导演", "教练", "太太", "支书", "校监", "主编", "总编", "会计", "掌柜", "技术员", "指导员", "教导员", "辅导员", "书记员", "检察员",
        "老板", "上校", "中校", "少校", "大校", "上尉", "中尉", "少尉", "少将", "中将", "上将", "大使", "参赞", "领事", "公使",
    ]

    /// 方总, 孙君: a form of address of one character, where no longer word begins with it.
    static func isShortAddress(_ sentence: NameSentence, _ at: Int) -> Bool {
        switch sentence[at] {
        case "总": !Glyph.isHan(sentence[at + 1]) || afterChief.contains(sentence[at + 1])
        case "君": !Glyph.isHan(sentence[at + 1]) || afterSir.contains(sentence[at + 1])
        default: false
        }
    }

    /// 高指导: what a coach is called by, where a text tells of matches.
    static func isCoach(_ sentence: NameSentence, _ at: Int) -> Bool {
        sentence.has("指导", at: at) && sentence.character(at - 1).surname < 75 && !Glyph.isHan(sentence[at - 2])
            && !afterGuidance.contains(sentence[at + 2])
    }

    /// 下 组 员 性 价 思 意 原 工 作 书 老 教: 指导 begins a longer word, or is one's guidance.
    private static let afterGuidance: StaticWord = "下组员性价思意原工作书老教学委站小协处"

    func isShortAddressOfKnown(_ sentence: NameSentence, _ at: Int) -> Bool {
        evidence.isSurname(sentence[at - 1]) && Self.isShortAddress(sentence, at)
    }

    private static let afterChief: StaticWord = "说找问您也和与的让给带请讲告把刚当亲先却曾已就还又在是对向笑答表听想"
    private static let afterSir: StaticWord = "于为与和之既乃遂是曾已早在留人及等"
}
