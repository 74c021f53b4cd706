/// Places that their setting alone shows, whatever characters they are made of.
extension NameCandidates {
    func placeBySetting(_ sentence: NameSentence, _ at: Int, _ lattice: inout NameLattice) {
        if standsOnGround(sentence, at) { lattice.add(placeEdge(at, at + 3, Self.bySetting)) }
        guard isBound(sentence, at) || Self.settlings.contains(in: sentence, endingAt: at) else { return }
        var end = at
        // 葬于马祖岩|之阳
        while end - at < 6, Glyph.isHan(sentence[end]), sentence[end] != "之" { end += 1 }
        guard (2...5).contains(end - at), !sentence.characters[at].has(.notStem),
            (at..<end).allSatisfy({
                sentence.characters[$0].classes.isDisjoint(with: [.stop, .joining, .locative])
            }),
            // 居于|村内, 迁居|失落
            end - at > 2 || sentence.character(at + 1).has(.placeEnd),
            !isListedWord(sentence, at..<end), !isListedWord(sentence, (end - 2)..<end),
            // 移居美国东部, but 后迁石楼背: what is listed stands for itself.
            !(2...3).contains(where: {
                $0 <= end - at && $0 != end - at - 1 && tables.isPlace(sentence.folded[at..<(at + $0)])
            })
        else { return }
        lattice.add(placeEdge(at, end, Self.bySetting))
    }

    /// 东倚笔架嶂，西临棠背溪: what bounds a place on one side, where another side is told of too.
    private func isBound(_ sentence: NameSentence, _ at: Int) -> Bool {
        guard Self.bounding.contains(sentence[at - 1]), Self.sides.contains(sentence[at - 2]),
            !Glyph.isHan(sentence[at - 3]) || Self.beforeSides.contains(sentence[at - 3])
        else { return false }
        return (max(2, at - 24)..<min(sentence.count, at + 24)).contains {
            $0 != at - 1 && Self.bounding.contains(sentence[$0]) && Self.sides.contains(sentence[$0 - 1])
                && !Glyph.isHan(sentence[$0 - 2])
        }
    }

    /// 在青龙关|宿营, 匪窜至鹰嘴岩。: two characters and a kind that ends other words too, behind who goes or stays there.
    private func standsOnGround(_ sentence: NameSentence, _ at: Int) -> Bool {
        let end = at + 3
        guard Self.grounds.holds(UInt32(sentence[end - 1])) else { return false }
        // 鹰嘴岩|失守
        let isStruck =
            !Glyph.isHan(sentence[at - 1]) && Self.blows.contains(in: sentence, at: end)
        guard
            isStruck
                || Self.mayLeadTo(sentence[at - 1], sentence[at + 2])
                    && !Self.noGoings.contains(in: sentence, endingAt: at),
            // 抵|沪|通关
            !ShortPlaces.isPlace(sentence, at, tables),
            Glyph.isHan(sentence[at]), Glyph.isHan(sentence[at + 1]), !sentence.characters[at].has(.notStem),
            sentence.characters[at].classes.isDisjoint(with: [.stop, .joining, .locative, .numeral, .level]),
            sentence.characters[at + 1].classes.isDisjoint(with: [.stop, .joining, .locative, .level]),
            sentence[at - 1] != "住" || !Glyph.isHan(sentence[at - 2]) || Self.beforeStay.contains(sentence[at - 2]),
            !isWord(sentence, at..<end), !isWord(sentence, at..<(at + 2)), !isWord(sentence, (at + 1)..<end)
        else { return false }
        let after = sentence[end]
        if isStruck || sentence[at - 1] == "从" && after == "到" || Self.behindGround.contains(in: sentence, at: end) {
            return true
        }
        if after == "、" {
            return (2...4).contains { tables.isPlace(sentence.folded[(end + 1)..<min(end + 1 + $0, sentence.count)]) }
        }
        // 遇见王小山，: somebody rather than something.
        return !Glyph.isHan(after) && sentence.characters[at].surname > Self.commonSurname
    }

    /// Whether what stands between two characters may be a place of the kind that the second tells.
    @inline(__always)
    static func mayLeadTo(_ before: UInt16, _ kind: UInt16) -> Bool {
        grounds.holds(UInt32(kind)) && goings.contains(before)
    }

    /// Whether a stretch is a word of some use.
    private func isWord(_ sentence: NameSentence, _ range: Range<Int>) -> Bool {
        tables.node(sentence.folded[range]).map { tables.isWord($0) && tables.cost($0) < Self.commonWord } ?? false
    }

    /// In nats.
    private static let commonWord: Float = 13
    /// In tenths of a nat.
    private static let commonSurname: UInt8 = 60
    private static let goings: StaticWord = "在于至抵过住往赴到从离距驻屯曰扼守"
    static let kindsOfGround: StaticWord = "观泉垄冲垅泊围集沙沥墩淀涡寮崎朗堆坡塔澳坎涌庵营坊关圈窝窑梁铺峰棚岗潭台角江亭岩宫店河山"
    private static let grounds = ScalarSet(of: kindsOfGround)
    private static let noGoings: StaticWords = [
        "存在", "现在", "正在", "实在", "内在", "潜在", "所在", "旨在", "志在", "重在", "贵在", "好在", "对于", "由于", "关于", "等于", "属于", "善于",
        "敢于", "基于",
        "终于", "过于", "至于", "限于", "甚至", "乃至", "以至", "截至", "经过", "通过", "超过", "不过", "透过", "难过", "感到", "看到", "得到", "遇到",
        "直到", "受到", "达到",
        "想到", "找到", "见到", "碰到", "听到", "收到", "拿到", "提到", "谈到", "做到", "用到", "遭到", "识到", "买到", "自从", "服从", "听从", "脱离",
        "大抵", "以往",
        "往往", "交往", "向往",
    ]
    private static let beforeStay: StaticWord = "居家现暂同宿也原"
    private static let behindGround: StaticWords = [
        "一带", "附近", "以东", "以西", "以南", "以北", "宿营", "召开", "集合", "集结", "会师", "登陆", "下车", "上车", "停靠", "等地", "至", "渡江",
        "渡河", "歇",
        "住宿", "避雨", "扎营", "驻扎", "设伏", "遇险", "遇难", "失事", "出发", "动身", "下游", "上游", "东南", "西北", "东北", "西南", "指挥", "督战",
        "激战", "高处", "阵地", "布防", "对峙", "守军",
    ]

    private static let blows: StaticWords = [
        "失守", "决口", "溃决", "漫溢", "合龙", "陷落", "告急", "光复", "解围", "兵变", "大捷", "被围", "沦陷",
    ]

    private static let sides: StaticWord = "东南西北"
    private static let beforeSides: StaticWord = "东南西北村镇乡县城境区地山"
    private static let bounding: StaticWord = "倚临靠抵至界接邻连依傍濒望枕毗"
    /// Behind these stands where somebody lives, lived or lies: 先居墩子上, 世居龙眼冲.
    private static let settlings: StaticWords = [
        "世居", "先居", "初居", "徙居", "迁居", "卜居", "移居", "避居", "隐居", "寓居", "退居", "再迁", "后迁", "复迁", "迁至", "徙至", "归葬", "葬于",
        "卒于", "生于", "居于", "定居于", "始居", "分居",
    ]
}
