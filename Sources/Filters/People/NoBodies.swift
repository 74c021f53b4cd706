/// What looks like the name of a body and is none: bodies of a kind, a number of them, a document's number, an address, a verb.
extension BodyFinder {
    /// Degrees, examinations and what business calls by its letters: in capitals like a body, and none.
    static let abbreviations: StaticWords = [
        "RCEP", "ECFA", "CPTPP", "TPP", "MBA", "EMBA", "MPA", "MPAcc", "DBA", "CPA", "ACCA", "CFA", "PhD", "IPO", "APP",
        "VIP", "PPT",
    ]

    /// 各省、自治区、直辖市人民政府, 各|区人民政府, 各县|教育局, 教育部|门, 会议上之: no body in particular.
    func isOfMany(_ range: Range<Int>, _ sentence: NameSentence) -> Bool {
        sentence.has("直辖市", at: range.lowerBound)
            // 县市政府
            || PlaceEnds.isLevel(sentence[range.lowerBound]) && PlaceEnds.isLevel(sentence[range.lowerBound + 1])
                && sentence.has("政府", at: range.upperBound - 2) && range.count == 4
            || (range.lowerBound - 1...range.lowerBound + 1).contains {
                sentence[$0 - 1] == "各" && (PlaceEnds.isLevel(sentence[$0]) || sentence[$0].isOne(of: "埠旗盟"))
            }
            || sentence[range.upperBound - 1] == "部" && sentence[range.upperBound] == "门"
            || sentence[range.upperBound - 1] == "之" || isSomebodyWhoWill(range, sentence)
            || sentence[range.upperBound - 1] == "报" && isReported(range.upperBound, sentence)
            || isHalfOfMeeting(range.upperBound, sentence)
            // 自建局|以来, 他住医院
            || sentence.has("自建", at: range.lowerBound) && sentence.has("以来", at: range.upperBound)
            || sentence.has("住医院", at: range.upperBound - 3)
            // 蒙古帝国中|断
            || sentence.has("帝国中", at: range.upperBound - 3)
            || isSchoolTime(range, sentence)
            || isGrown(range, sentence) || isOfHonour(range, sentence)
    }

    /// 王小华|中学|时: when somebody went to school.
    private func isSchoolTime(_ range: Range<Int>, _ sentence: NameSentence) -> Bool {
        range.count == 5 && sentence[range.upperBound] == "时" && sentence[range.upperBound + 1] != "任"
            && sentence[range.upperBound - 1] == "学"
            && sentence.characters[range.lowerBound].surname < 60
    }

    /// 杜邦|科技奖, 中共|党员
    private func isOfHonour(_ range: Range<Int>, _ sentence: NameSentence) -> Bool {
        range.count <= 4 && Self.honours.contains(in: sentence, at: range.upperBound)
            || range.count == 2 && sentence.has("中共党员", at: range.lowerBound)
    }

    private static let honours: StaticWords = ["科技奖", "文学奖", "新闻奖", "医学奖", "艺术奖", "教育奖", "奖学金"]

    /// 生物学会|议, 全军文艺会|演
    private func isHalfOfMeeting(_ end: Int, _ sentence: NameSentence) -> Bool {
        sentence[end - 1] == "会"
            && (sentence[end] == "演" || sentence[end] == "议" && !sentence[end + 1].isOne(of: "决定员长论题价事案"))
    }

    /// 一箱苹果, 小米粥: what grows, but for the company, of which the sentence tells.
    private func isGrown(_ range: Range<Int>, _ sentence: NameSentence) -> Bool {
        range.count == 2 && Self.grown.contains(in: sentence, at: range.lowerBound)
            && !sentence.folded.indices.contains { Self.ofCompanies.contains(in: sentence, at: $0) }
    }

    private static let grown: StaticWords = ["苹果", "小米"]
    private static let ofCompanies: StaticWords = [
        "公司", "手机", "电脑", "平板", "首席", "总裁", "CEO", "发布", "推出", "商店", "股价", "新品", "品牌", "三星", "谷歌", "微软", "华为", "iPhone",
        "iPad",
    ]

    /// 统计报|表, 警署报|到: what begins with 报 behind a noun, and is no paper.
    private func isReported(_ end: Int, _ sentence: NameSentence) -> Bool {
        Self.behindReport.contains(sentence[end]) && !Self.saying.contains(sentence[end + 1])
            || Self.reportedTo.contains(sentence[end - 2]) && Self.behindReportTo.contains(sentence[end])
    }

    private static let reportedTo: StaticWord = "署局所院校处队部厅"
    private static let behindReportTo: StaticWord = "到称请送批备经"

    private static let behindReport: StaticWord = "表告名酬道警考销捷复喜案"

    /// 人民日报|表示
    private static let saying: StaticWord = "示明扬达态彰决"

    /// 麦牧师|会说土话
    private func isSomebodyWhoWill(_ range: Range<Int>, _ sentence: NameSentence) -> Bool {
        range.count >= 4 && sentence[range.upperBound - 1] == "会"
            && sentence.characters[range.lowerBound].surname != 255
            && tables.isTitle(sentence.folded[range.dropFirst().dropLast()])
    }

    /// Whether a range is what a document's number begins with: 江政|发〔2016〕42号.
    func isOfDocument(_ range: Range<Int>, _ sentence: NameSentence) -> Bool {
        (range.upperBound - 1..<range.upperBound + 3).contains {
            sentence[$0] == "〔" && Glyph.isDigit(sentence[$0 + 1])
        }
            || range.contains { sentence.folded[$0] == "〔" && Glyph.isDigit(sentence[$0 + 1]) }
    }

    /// 渡口镇组织救灾, 学校组织学生: what stands before 组织 does it.
    func organises(_ range: Range<Int>, _ sentence: NameSentence) -> Bool {
        let word = range.upperBound - 2
        guard range.count >= 3, sentence.has("组织", at: word), Glyph.isHan(sentence[range.upperBound]),
            !tables.has(sentence[range.upperBound], .joining),
            !Self.behindOrganisation.contains(sentence[range.upperBound])
        else { return false }
        return PlaceEnds.isLevel(sentence[word - 1]) || Self.organisers.contains(in: sentence, endingAt: word)
    }

    private static let organisers: StaticWords = ["学校", "公司", "医院", "部门", "单位", "街道", "社区"]

    private static let behindOrganisation: StaticWord = "的在内部成章名代"

    /// A number of things is none by itself: 加沙城两所学校, 多个代表团.
    func isCounted(_ range: Range<Int>, _ sentence: NameSentence) -> Bool {
        // 黑石关|三公社
        if let end = Self.ofMany.first(in: sentence, endingAt: range.upperBound), range.count > end.count,
            case let number = range.upperBound - end.count - 1, Self.numbers.contains(sentence[number]),
            sentence[number - 1] != "第"
        {
            return true
        }
        for at in (range.lowerBound - 1)..<(range.upperBound - 1) where Self.isClassifier(sentence[at + 1]) {
            let c = sentence[at]
            let isNumber = Glyph.isDigit(c) || tables.has(c, .numeral)
            // 清溪河右岸三处|险工
            if isNumber, sentence[at + 1] == "处", at + 2 == range.upperBound, sentence[at - 1] != "第",
                sentence[range.upperBound] != "长", !Glyph.isDigit(c), !tables.has(sentence[at - 1], .numeral)
            {
                return true
            }
            // 十二家企业, 八支球队
            if Self.countWords.contains(c)
                || isNumber
                    && (at < range.lowerBound || sentence[at + 1] == "家"
                        || sentence[at + 1] == "支" && at == range.lowerBound)
            {
                return true
            }
        }
        return false
    }

    private static let ofMany: StaticWords = ["公社", "公司", "大队", "学校", "医院", "工厂"]

    static let numbers: StaticWord = "两三四五六七八九十数各"

    /// 家 所 处 个 支 座 名
    private static func isClassifier(_ c: UInt16) -> Bool {
        c == "家" || c == "所" || c == "处" || c == "个" || c == "支" || c == "座" || c == "名"
    }

    private static let countWords: StaticWord = "一两数几多"

    /// Whether a range in Latin letters is a piece of an address or of a key, no name.
    func isInAddress(_ range: Range<Int>, _ sentence: NameSentence) -> Bool {
        guard Glyph.isLatin(sentence.folded[range.lowerBound]) else { return false }
        func belongs(_ c: UInt16) -> Bool {
            Glyph.isLatin(c) || Glyph.isDigit(c) || c == "/" || c == "." || c == ":" || c == "_" || c == "="
                || c == "?"
                || c == "%" || c == "-"
        }
        var start = range.lowerBound
        while start > 0, belongs(sentence[start - 1]) { start -= 1 }
        var end = range.lowerBound
        var hasSlash = false
        var hasDigit = false
        while end < sentence.count, belongs(sentence[end]) { end += 1 }
        for at in start..<end {
            hasSlash = hasSlash || sentence[at] == "/" || sentence[at] == "="
            hasDigit = hasDigit || Glyph.isDigit(sentence[at])
        }
        return end - start >= 12 && (hasSlash || hasDigit)
    }

    /// 叙利亚东北部, 美国中部
    func endsInDirection(_ range: Range<Int>, _ sentence: NameSentence) -> Bool {
        guard range.count >= 3, sentence[range.upperBound - 1] == "部" else { return false }
        let c = sentence[range.upperBound - 2]
        // 顶部 底部 内部 外部 上部 下部 too
        return c == "东" || c == "西" || c == "南" || c == "北" || c == "中" || c == "顶" || c == "底"
            || c == "内" || c == "外" || c == "上" || c == "下"
    }

    /// 中国党 is the party of a country, and no name.
    func isPartyOfPlace(_ range: Range<Int>, _ sentence: NameSentence) -> Bool {
        guard sentence[range.upperBound - 1] == "党" else { return false }
        return tables.node(sentence.folded[range].dropLast()).map { tables.flags($0).contains(.place) } ?? false
    }

    func endsInTail(_ range: Range<Int>, _ sentence: NameSentence, _ reading: NameReading) -> Bool {
        guard Self.tails.mayEnd(in: sentence, at: range.upperBound) else { return false }
        for tail in Self.tails {
            let start = range.upperBound - tail.count
            guard start >= range.lowerBound, sentence.has(tail, at: start) else { continue }
            // 民政局, and 香港市政局, are the 局 of something.
            let isOffice =
                sentence[range.upperBound - 1] == "局"
                && (reading.piece(beginningAt: start) == nil || tables.has(sentence[start - 1], .level))
            if !isOffice { return !isListedBody(range, sentence) }
        }
        return false
    }

    /// Words that end no body's name, though their last characters end many.
    private static let tails: StaticWords = [
        "汇合处", "交汇处", "交界处", "分界处", "拐弯处", "转弯处", "不远处", "部门", "主义", "中小学", "中小学校", "命运共同体", "政局", "大局", "变局", "开局",
        "新局", "战局", "布局", "格局", "时局", "结局", "市中心", "协定",
        "高铁",
        "探测器",
        "空间站", "能源汽车", "竞争力", "办学", "主办", "承办", "协办", "合办", "联办", "开办", "创办", "举办", "兴办", "商议办", "洽办", "查办", "交办", "督办",
        "申办", "带局", "到局", "送局", "解局",
        "灯会", "庙会", "晚会", "集会", "聚会", "例会", "招待会", "座谈会", "发布会", "听证会", "公听会", "研讨会", "洽谈会", "展览会", "消博会", "世博会", "世妇会",
        "进博会", "服贸会", "园博会", "文博会", "音乐会",
        "茶话会", "报告会", "讨论会", "峰会", "博览会", "交易会", "奥运会", "冬奥会", "亚运会", "运动会", "大赛", "班列", "语系", "语族",
    ]
}
