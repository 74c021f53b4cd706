/// Persons whom their setting alone shows, whatever words they are called by: who signs, of whom something is told that is told of
/// persons, what kin are called.
extension NameCandidates {
    /// 温暖，男，三十岁; 高山，字子正; （黎明 文/图）: what is told of a person alone stands behind.
    func particulars(_ sentence: NameSentence, _ at: Int, _ lattice: inout NameLattice) {
        for size in 2...3 {
            let end = at + size
            let next = sentence[end + 1]
            let isOfPerson =
                switch sentence[end] {
                case ",", "、":
                    next.isOne(of: "男女") && sentence[end + 2].isOne(of: ",、。;(")
                        || sentence[end] == "," && next == "字" && Glyph.isHan(sentence[end + 2])
                            && !(Glyph.isHan(sentence[end + 3]) && Glyph.isHan(sentence[end + 4]))
                case " ", "\u{3000}":
                    sentence[at - 1] == "(" && next.isOne(of: "文图摄") && !Glyph.isHan(sentence[end + 2])
                default: false
                }
            // 其人，字伯淳
            if isOfPerson, isHan(sentence, at, size), !tables.isPlace(sentence.folded[at..<end]),
                !sentence.characters[at].has(.stop)
            {
                lattice.add(edge(at, end, Self.cue, .person))
            }
        }
    }

    /// 文/高山　图/黎明, 签发人：温暖: who did something, behind what was done.
    func signed(_ sentence: NameSentence, _ at: Int, _ lattice: inout NameLattice) {
        var start = at
        while start > 0, Glyph.isSpace(sentence[start - 1]), at - start < 3 { start -= 1 }
        guard sentence[start - 1] == ":" || sentence[start - 1] == "/",
            let label = Self.signing.first(in: sentence, endingAt: start - 1),
            !Glyph.isHan(sentence[start - 2 - label.count])
        else { return }
        for size in 2...3
        where isHan(sentence, at, size) && !Glyph.isHan(sentence[at + size])
            && !tables.isPlace(sentence.folded[at..<(at + size)])
            && !Self.sources.contains(sentence.folded[at..<(at + size)])
        {
            lattice.add(edge(at, at + size, Self.cue, .person))
        }
    }

    /// What a picture is from, rather than who took it.
    private static let sources: StaticWords = [
        "简历", "资料", "网络", "视频", "官网", "图片", "本报", "本刊", "记者", "作者", "编辑", "微博", "微信", "受访者", "来源", "示意", "新闻", "截图",
        "资料图", "新华社", "中新社", "暂缺", "不详", "无",
    ]
    private static let signing: StaticWords = [
        "文", "图", "摄", "图文", "文图", "摄影", "摄像", "签发人", "签发", "记录", "记录人", "姓名", "审核", "审核人", "校对", "审稿", "供稿", "供图",
        "制图", "绘图", "绘画",
        "撰文", "执笔", "整理", "编译", "翻译", "口述", "采访", "制作", "经办人", "经手人", "证明人", "介绍人", "承办人", "填表人", "制表人", "制表", "复核",
        "收件人", "寄件人",
        "值班", "策划", "统筹", "剪辑", "配音", "解说", "朗读", "文稿", "题字", "插图",
    ]

    /// 有方远者，善岐黄; 方远之妻: somebody of whom a chronicle tells.
    func toldOf(_ sentence: NameSentence, _ at: Int, _ lattice: inout NameLattice) {
        guard sentence[at - 1] == "有" || !Glyph.isHan(sentence[at - 1]),
            sentence.characters[at].surname < Self.rareSurname
        else { return }
        for size in 2...3 {
            let end = at + size
            let isIntroduced =
                sentence[end] == "者" && sentence[at - 1] == "有" && !Glyph.isHan(sentence[end + 1])
                // 有力|引领者
                && !isListedWord(sentence, (at - 1)..<(at + 1)) && !Self.none.contains(sentence[at - 2])
            let isOfKin =
                sentence[end] == "之" && Self.kinOfNamed.contains(sentence[end + 1]) && !Glyph.isHan(sentence[at - 1])
            if isIntroduced || isOfKin, isHan(sentence, at, size), !isListedWord(sentence, at..<end),
                (at..<end).allSatisfy({ sentence.characters[$0].classes.isDisjoint(with: [.stop, .joining]) })
            {
                lattice.add(edge(at, end, Self.cue, .person))
            }
        }
    }

    /// In tenths of a nat: 有能持久者.
    private static let rareSurname: UInt8 = 90
    private static let none: StaticWord = "未没无鲜罕少"
    static let kinOfNamed: StaticWord = "妻子女父母弟兄妹姊孙侄妾婿媳"

    /// 大徒弟叫夏天，, 给女儿取名温暖。: what somebody is called who is a person, whatever word it is.
    func called(_ sentence: NameSentence, _ at: Int, _ lattice: inout NameLattice) {
        let isCalled =
            sentence[at - 1] == "叫"
            && Self.ofOnes.contains(in: sentence, endingAt: at - (sentence[at - 2] == "名" ? 2 : 1))
            || sentence[at - 1] == "名" && Self.naming.contains(in: sentence, endingAt: at)
                && (max(0, at - 10)...at - 2).contains { Self.ofOnes.contains(in: sentence, endingAt: $0) }
        if isCalled { alone(sentence, at, 2...3, &lattice) }
    }

    private static let ofOnes: StaticWords = [
        "徒弟", "儿子", "女儿", "孩子", "弟弟", "妹妹", "哥哥", "姐姐", "丈夫", "妻子", "老伴", "孙子", "孙女", "长子", "次子", "三子", "长女", "次女",
        "小儿",
        "男孩", "女孩", "姑娘", "媳妇", "女婿", "外孙", "侄子", "侄女", "父亲", "母亲", "爷爷", "奶奶", "老板", "店主", "班长", "队长", "校长", "老师",
        "同学",
        "学生", "邻居", "战友", "工友", "小伙子", "男生", "女生", "老大", "老二", "老三", "小的", "大的",
    ]
    private static let naming: StaticWords = ["取名", "起名", "改名", "更名"]
}
