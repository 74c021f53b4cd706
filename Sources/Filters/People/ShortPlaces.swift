/// Places that are called by one character: 抵沪, 赴京, 返港, 旅沪同乡, 美籍.
enum ShortPlaces {
    /// Whether the character at an index, with which a piece of the reading ends, is a place: it stands behind a verb of
    /// travel, and nothing behind it makes a word of it.
    static func isPlace(_ sentence: NameSentence, _ at: Int, _ tables: NameTables) -> Bool {
        guard sentence.characters[at].has(.shortPlace) else { return false }
        let character = sentence[at]
        if countries.contains(character) {
            if sentence[at + 1] == "籍" { return !Glyph.isHan(sentence[at - 1]) }
            if opensOffice(sentence, at) { return true }
        }
        // 自由港, 最后自筑, 青春飞扬
        if sentence.has("自由", at: at - 2) || sentence.has("自筑", at: at - 1) || sentence.has("飞扬", at: at - 1) {
            return false
        }
        // 在台上, 到镇里; but 来台
        if whereabouts.contains(sentence[at - 1]), !wellKnown.contains(character) {
            return sentence.has("来台", at: at - 1) && !Glyph.isHan(sentence[at + 1])
        }
        if isListed(sentence, at) { return true }
        guard cities.contains(character), verbs.contains(sentence[at - 1]) else { return false }
        let next = sentence[at + 1]
        return !Glyph.isHan(next) || after.contains(next)
            || journeys.contains(sentence[at - 1])
                && !(tables.node([character, next]).map { tables.isWord($0) } ?? false)
    }

    /// Whether a character alone is one of a list of such: 湘、赣、黔之兵; 平、津.
    private static func isListed(_ sentence: NameSentence, _ at: Int) -> Bool {
        guard cities.contains(sentence[at]) else { return false }
        let isBehind = isPause(sentence[at - 1]) && cities.contains(sentence[at - 2]) && !Glyph.isHan(sentence[at - 3])
        let isBefore = isPause(sentence[at + 1]) && cities.contains(sentence[at + 2]) && !Glyph.isHan(sentence[at - 1])
        // 湖 and 平 are words beside those that are none.
        return isBehind && (strict.contains(sentence[at]) || isPause(sentence[at + 1]))
            && strict.contains(sentence[at - 2])
            || isBefore && strict.contains(sentence[at + 2])
                && (isPause(sentence[at + 3]) || strict.contains(sentence[at]))
    }

    /// 、 or what it is read as in old papers.
    private static func isPause(_ character: UInt16) -> Bool { character == "、" || character == "," }

    /// 陕 of 陕省
    static func isProvince(_ character: UInt16) -> Bool { strict.contains(character) }

    private static let strict: StaticWord = "京津沪渝苏粤穗鲁晋豫皖浙赣闽湘鄂桂琼滇黔陕陇辽冀蜀甬榕汴"

    /// Whether a journey begins at an index, so that nobody is called by what stands there: 自沪返汉, 由渝飞筑.
    static func opensJourney(_ sentence: NameSentence, _ at: Int) -> Bool {
        origins.contains(sentence[at]) && cities.contains(sentence[at + 1])
            && (!Glyph.isHan(sentence[at + 2]) || onward.contains(sentence[at + 2]))
    }

    private static let origins: StaticWord = "自由从"
    private static let onward: StaticWord = "飞返抵赴来乘至到转经运汇回往启出开去北南东西"

    /// Whether a country stands before whom it sends or has: 英外相, 由美医师; but 韩教授 is somebody.
    static func opensOffice(_ sentence: NameSentence, _ at: Int) -> Bool {
        let before = sentence[at - 1]
        guard sentence.characters[at].has(.shortPlace), countries.contains(sentence[at]),
            !Glyph.isHan(before) || beforeCountries.contains(before)
        else { return false }
        return ofStates.contains(in: sentence, at: at + 1)
            || sentence.characters[at].surname > commonSurname && ofForeigners.contains(in: sentence, at: at + 1)
    }

    /// In tenths of a nat.
    private static let commonSurname: UInt8 = 75

    /// Whether a country's character stands before 方: 俄方, 美方; but 以方便.
    static func isSide(_ sentence: NameSentence, _ at: Int) -> Bool {
        sentence[at + 1] == "方" && sentence.characters[at].has(.country) && sides.contains(sentence.folded[at])
            && !afterSides.contains(sentence[at + 2])
    }

    /// Whether a country's character stands before what its side says, at the head of a phrase: 俄称, 乌称.
    static func isSpeaker(_ sentence: NameSentence, _ at: Int) -> Bool {
        sentence[at + 1] == "称" && sides.contains(sentence.folded[at]) && !Glyph.isHan(sentence[at - 1])
            && !behindCalling.contains(sentence[at + 2])
    }

    /// 法|称之为, 韩|称得上: something is called so.
    private static let behindCalling: StaticWord = "为之作得谓"

    /// Whether two countries' characters stand before what is between the two: 俄乌冲突, 中越命运共同体; but 中外合作, 加以谈判.
    static func isPair(_ sentence: NameSentence, _ at: Int) -> Bool {
        sentence.characters[at].has(.country) && sentence.character(at + 1).has(.country)
            && sentence[at] != sentence[at + 1] && betweenTwo.contains(in: sentence, at: at + 2)
            && !noPairs.contains(in: sentence, at: at) && !sentence.character(at - 1).has(.country)
    }

    private static let betweenTwo: StaticWords = [
        "关系", "冲突", "战争", "边境", "边界", "建交", "两国", "双方", "双边", "友好", "友谊", "经贸", "贸易", "命运共同体", "领导人", "元首", "首脑", "外长",
        "会谈", "谈判",
        "停火", "战略", "协定", "协议", "合作", "伙伴", "人文", "和谈", "局势", "对话", "峰会", "高铁", "铁路", "口岸", "自贸",
    ]
    private static let noPairs: StaticWords = ["中外", "加以", "东西", "中西", "日新", "古今", "新老", "老中"]

    private static let sides: StaticWord = "中美俄英法德日韩朝印巴伊乌埃叙泰柬越缅菲欧澳"
    private static let afterSides: StaticWord = "便向法式面案针言可才能正圆程"
    private static let ofStates: StaticWords = [
        "外相", "外长", "外部", "元首", "首相", "总统", "总理", "大使", "公使", "领事", "总领事", "使馆", "领馆", "财长", "财相", "防长", "陆相", "海相",
        "副外长", "副总理", "副总统", "国防部长", "外交部长", "交通部长", "内政部长", "新阁", "内阁", "皇帝",
    ]
    private static let ofForeigners: StaticWords = [
        "顾问", "医师", "教士", "牧师", "神父", "议员", "专家", "工程师", "技师", "教授", "代表", "哨兵",
    ]
    /// 由 会同 与 和 及 访 晤 向 对 见 经 请 为 将 了 的 聘 派 驻 前
    private static let beforeCountries: StaticWord = "由同与和及访晤向对见经请为将了的聘派前"

    /// All characters that may be such a place.
    static var characters: Set<UInt16> { Set(cities).union(countries) }

    private static let cities: StaticWord = "京津沪渝宁杭苏粤穗港澳台鲁晋冀豫皖浙赣闽湘鄂桂琼川蜀滇黔陕陇辽吉平汉济蓉甬榕芜锡浔汴洛徐蚌镇扬湖厦汕邕梧绥奉沈哈渝昆筑迪禾瓯"
    private static let verbs: StaticWord = "抵赴返离莅旅寓留驻过入晋由往自来到在去飞袭犯"
    private static let whereabouts: StaticWord = "来到在去"
    /// Behind 来 到 在 去 the others are words: 在台上, 到镇里.
    private static let wellKnown: StaticWord = "京津沪渝宁杭苏粤穗港澳鲁豫皖浙赣闽湘鄂桂琼川滇黔济汉蓉瓯甬"
    private static let journeys: StaticWord = "抵赴返莅"
    private static let after: StaticWord = "后前时之参出视考访会举召与转北南东西同的公谒勾就接乘搭来去返赴迎晤治招采购运述办为开云上调任工拜学创定"
    private static let countries: StaticWord = "美英法德日俄意韩苏荷罗保乌匈奥捷波"
}
