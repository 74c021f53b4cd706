/// Where a stretch holds several names of bodies: a verb or a joining word parts them.
extension BodyFinder {
    /// The length of the verb, or other word that no body's name holds, at an index.
    func lengthOfBreak(_ at: Int, _ sentence: NameSentence, _ reading: NameReading) -> Int? {
        let first = sentence.folded[at]
        // > | → , ; :
        switch first {
        case ">", "|", "→", ",", ";", ":": return 1
        default: break
        }
        // 俄称
        if first == "称", tables.has(sentence[at - 1], .country) { return 1 }
        if let word = Self.verbs.first(in: sentence, at: at) { return word.count }
        guard Self.breaks.mayStand(in: sentence, at: at) else { return nil }
        for word in Self.breaks where sentence.has(word, at: at) {
            let end = at + word.count
            // 柬埔寨打击网络诈骗委员会
            if sentence.has("打击", at: at), isOfTask(at, sentence) { return nil }
            // 市纪委监委派驻第四纪检监察组
            if sentence.has("纪检监察组", at: end + (sentence[end] == "第" ? 2 : 0)) { return nil }
            if reading.piece(beginningAt: at) != nil, end >= sentence.count || reading.piece(beginningAt: end) != nil {
                return end - at
            }
        }
        return nil
    }

    /// Whether a committee or a group is named after the task that begins at an index.
    private func isOfTask(_ start: Int, _ sentence: NameSentence) -> Bool {
        for at in start..<min(start + 12, sentence.count) {
            guard Glyph.isHan(sentence[at]) else { return false }
            if sentence.has("委员会", at: at) || Self.groups.contains(in: sentence, at: at) { return true }
        }
        return false
    }

    /// Verbs that no body's name holds, wherever they stand in the reading.
    private static let verbs: StaticWords = [
        "听取了", "听取", "袭击了", "袭击", "空袭", "拦截了", "摧毁", "函送", "函请", "谴责", "抗议", "呼吁", "援引", "慰问", "起诉", "谨代表", "打击了",
        "历任", "曾任", "现任", "兼任", "担任", "出任", "倡建", "筹建", "捐建", "援建", "作政府",
        "派部队", "派员", "讯办", "并报", "并转", "并送", "并函", "组织各", "申请", "复办", "裁定受理", "昨开", "今开", "昨日开", "今日开", "指定", "理论版",
        "远离", "奉令", "奉命", "奉谕", "奉准", "奉派", "停班", "停航",
        "副刊版", "评论版",
    ]

    /// The same where the reading parts them from their neighbours.
    private static let breaks: StaticWords = [
        "称", "打击", "支持", "致信", "致函", "复信", "回信", "提请", "拟请",
        "视察", "考察", "反对", "要求", "承保", "诉", "会见",
        "会晤", "访问", "出席", "前往", "抵达", "位于", "地处", "坐落", "加快", "推进", "提升", "深化", "夯实", "健全", "巩固", "共建", "兴建", "创办",
        "开办", "举办", "承办", "主办", "协办", "合办", "重建", "扩建", "作为", "既然", "若非", "尽快", "授权", "委托",
        "通过", "设立", "成立",
        "加入", "祝贺", "盛赞", "感谢", "某", "是", "日前", "近日", "下属", "调任", "任职于", "就职于",
        "达成", "愿同", "係依", "係由", "已经", "将本案",
        "协调", "追记", "中标", "承接", "吸收", "坐镇", "迎战", "对阵", "战胜", "击败", "险胜", "捐给", "赠给", "肄业", "毕业于", "就读于", "考入", "转入",
        "调入", "率",
        "派出", "加大", "添设", "增设", "修建", "拨款", "倡设", "运营", "下设", "编列", "接见", "亲切接见", "出售", "加盟", "签约", "牵手", "携手", "会同",
        "牵头", "评为", "告诉", "找到", "派驻",
    ]

    /// The length of the word at an index that may join two bodies: 和, 联合.
    func lengthOfJoint(_ at: Int, _ sentence: NameSentence, _ reading: NameReading) -> Int? {
        guard reading.piece(beginningAt: at) != nil else { return nil }
        // 县河长办|会同|县检察院, though 会同县 is a county.
        if sentence.has("会同", at: at) { return 2 }
        // 永昌赈济会|暨|保山县商会, but 市委宣传部暨讲师团
        if sentence[at] == "暨", opensWithPlace((at + 1)..<min(at + 8, sentence.count), sentence) { return 1 }
        // 各界后援会|电|北京政府
        if sentence[at] == "电", opensWithPlace((at + 1)..<min(at + 8, sentence.count), sentence) { return 1 }
        for word in Self.joints where sentence.has(word, at: at) {
            if reading.piece(beginningAt: at + word.count) != nil { return word.count }
        }
        return nil
    }

    private static let joints: StaticWords = ["和", "与", "及", "联合"]
}
