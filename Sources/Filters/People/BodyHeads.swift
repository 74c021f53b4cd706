/// Where the name of a body begins: what belongs to it before what was found, a founder, a field, a place, a service, and what
/// does not, a preposition, a verb, a city.
extension BodyFinder {
    /// 历任路|村咨询公司, 历任宏图高|科光电公司: a body begins where 任 ends.
    func behindTerm(_ range: Range<Int>, _ sentence: NameSentence, _ reading: NameReading) -> Range<Int> {
        guard range.count >= 4, range.lowerBound > 1 else { return range }
        for first in (max(1, range.lowerBound - 3)..<range.lowerBound).reversed() {
            guard Glyph.isHan(sentence[first]),
                sentence.character(first).classes.isDisjoint(with: [.stop, .joining, .locative, .level]),
                !Self.behindTerms.contains(sentence[first])
            else { return range }
            if sentence[first - 1] == "任" {
                // 任重|召集县…局
                let piece = reading.piece(beginningAt: first - 1).map { reading.pieces[$0].kind }
                if piece == .person || piece == .surname { return range }
                let isTitled = (2...3).contains {
                    first + $0 - 1 <= range.lowerBound
                        && tables.isTitle(sentence.folded[(first - 1)..<(first + $0 - 1)])
                }
                return isTitled ? range : first..<range.upperBound
            }
        }
        return range
    }

    private static let behindTerms: StaticWord = "副原正总代前首兼期务何命职满用教课过上意由性长员任记师"

    /// 私立|崇本中学, 河北省立|静海乡村师范学校, 江阴|县立中学: who founded a school belongs to its name.
    func withFounder(_ range: Range<Int>, _ sentence: NameSentence) -> Range<Int> {
        var start = range.lowerBound
        if let founder = Self.founders.first(in: sentence, endingAt: start) {
            start -= founder.count
        } else if !Self.founders.contains(in: sentence, at: start) {
            return range
        }
        let level = sentence[start]
        guard PlaceEnds.isLevel(level) else { return start..<range.upperBound }
        // 河北省|立, 江阴|县立
        for stem in (2...4).filter({ $0 <= start }).map({ start - $0 })
        where tables.isPlace(sentence.folded[stem..<start]) || tables.isPlace(sentence.folded[stem...start]) {
            return stem..<range.upperBound
        }
        return start..<range.upperBound
    }

    private static let founders: StaticWords = ["私立", "公立", "国立", "省立", "县立", "市立", "区立", "镇立", "乡立", "州立"]

    /// 同|德善堂: a house is called so, and nothing is with it.
    func withLuck(_ range: Range<Int>, _ sentence: NameSentence, _ reading: NameReading) -> Range<Int> {
        let start = range.lowerBound - 1
        guard sentence[start] == "同", Self.lucky.contains(sentence[range.lowerBound]) else { return range }
        let isApart =
            !Glyph.isHan(sentence[start - 1]) || Self.beforeLuck.contains(sentence[start - 1])
            || reading.piece(endingAt: start).map { isPlace(reading.pieces[$0]) } ?? false
        return isApart ? start..<range.upperBound : range
    }

    private static let lucky: StaticWord = "泰和德仁裕昌盛顺兴福祥善济春茂丰义聚升生康庆益利"

    private static let beforeLuck: StaticWord = "由内在于及"

    /// 镜|州晚报: no name begins with 州; a rare character before it belongs to the town.
    func withStem(_ range: Range<Int>, _ sentence: NameSentence, _ reading: NameReading) -> Range<Int> {
        if let part = NameParts.lengthBeforeBanner(range, sentence) {
            return (range.lowerBound - part)..<range.upperBound
        }
        // 由|旗|政府督查室, where nothing but a banner's own bodies are told of by 旗.
        if sentence[range.lowerBound - 1] == "旗", Self.ofBanners.contains(in: sentence, at: range.lowerBound),
            !Glyph.isHan(sentence[range.lowerBound - 2]) || Self.beforeLuck.contains(sentence[range.lowerBound - 2])
                || sentence.character(range.lowerBound - 2).has(.joining)
        {
            return (range.lowerBound - 1)..<range.upperBound
        }
        guard sentence[range.lowerBound] == "州",
            let piece = reading.piece(endingAt: range.lowerBound).map({ reading.pieces[$0] }),
            piece.end - piece.start == 1,
            Glyph.isHan(sentence.folded[piece.start]),
            piece.node < 0 || tables.cost(piece.node) > Self.rareStem
        else { return range }
        return piece.start..<range.upperBound
    }

    private static let rareStem: Float = 10.5
    private static let ofBanners: StaticWords = [
        "政府", "人民政府", "委", "人大", "政协", "公安局", "法院", "检察院", "教育局", "卫健委",
    ]

    /// 社会福利及|卫生环境委员会: what stands before 及 is a field of the same body, if its words are such as bodies' names
    /// hold and nothing but a place, a body or a verb of business stands before them.
    func withFirstField(_ range: Range<Int>, _ sentence: NameSentence, _ reading: NameReading) -> Range<Int> {
        guard Self.ofFields.contains(in: sentence, endingAt: range.upperBound),
            Self.fieldJoints.contains(sentence[range.lowerBound - 1]), !opensWithPlace(range, sentence)
        else { return range }
        var start = range.lowerBound - 1
        for _ in 0..<2 {
            guard let piece = reading.piece(endingAt: start).map({ reading.pieces[$0] }), piece.kind == .word,
                piece.node >= 0, (2...4).contains(piece.end - piece.start), tables.bodyness(piece.node) > 0,
                tables.flags(piece.node).isDisjoint(with: [.place, .body, .bodyEnd, .role, .rolePart])
            else { return range }
            start = piece.start
            if !Glyph.isHan(sentence[start - 1]) || Self.ofBusiness.contains(sentence[start - 1])
                || Self.beforeFields.contains(sentence[start - 1])
            {
                return start..<range.upperBound
            }
            if let before = reading.piece(endingAt: start).map({ reading.pieces[$0] }),
                isPlace(before) || before.node >= 0 && !tables.flags(before.node).isDisjoint(with: [.body, .bodyEnd])
            {
                return (isPlace(before) ? before.start : start)..<range.upperBound
            }
        }
        return range
    }

    private static let ofFields: StaticWords = [
        "委员会", "部", "局", "署", "司", "处", "理事会", "学院", "研究所", "研究院",
    ]

    private static let fieldJoints: StaticWord = "及与和暨"

    private static let beforeFields: StaticWord = "是在到于的"

    /// 江州市推进|河湖治理工作领导小组: a group is named after its task, from the place on.
    func withTask(_ range: Range<Int>, _ sentence: NameSentence, _ reading: NameReading) -> Range<Int> {
        guard Self.groups.contains(in: sentence, endingAt: range.upperBound) else { return range }
        var start = range.lowerBound
        while start > 0, range.lowerBound - start < 10, Glyph.isHan(sentence[start - 1]) {
            if Self.tasks.contains(in: sentence, at: start), PlaceEnds.isLevel(sentence[start - 1]) {
                let place = reading.piece(endingAt: start).map { reading.pieces[$0] }
                return (place.map { isPlace($0) ? $0.start : start - 1 } ?? start - 1)..<range.upperBound
            }
            start -= 1
        }
        return range
    }

    private static let tasks: StaticWords = [
        "推进", "推动", "加强", "促进", "创建", "整治", "防治", "深化", "落实", "保障", "建设", "治理", "打击", "优化",
    ]

    /// A range without the preposition or verb at its head.
    func trimmed(_ range: Range<Int>, _ sentence: NameSentence, _ reading: NameReading) -> Range<Int> {
        var start = range.lowerBound
        // 任|深圳市…公司, as one piece of the reading
        if sentence.folded[start] == "任", range.count >= 6, !opensWithPlace(range, sentence),
            opensWithPlace((start + 1)..<range.upperBound, sentence)
        {
            start += 1
        }
        // 方长友调|地委组织部, of which the range may hold no more than 友
        if let move = range.prefix(4).first(where: {
            sentence.folded[$0] == "调" && !Self.ofMoves.contains(sentence[$0 + 1])
        }), range.upperBound - move > 4,
            namesBody((move + 1)..<range.upperBound, sentence)
        {
            start = move + 1
        }
        // 我院|援贝宁医疗队, 第二十八批|援贝宁医疗队
        if let aid = range.first(where: { sentence[$0] == "援" }), aid - start <= 2, !isPlace(start..<aid, sentence),
            Self.ofAid.contains(in: sentence, endingAt: range.upperBound)
        {
            start = aid
        }
        // （前身|红外有限）
        if range.count >= 5, sentence.has("前身", at: start) { start += 2 }
        // 应|文学院邀请
        if sentence[start] == "应", range.count >= 4, Self.invites(sentence, from: range.upperBound) { start += 1 }
        // 推开|江州图书馆, 受理|江州木业公司: the first character ends a word.
        if range.count >= 5,
            Self.endsOfVerbs.contains(where: { $0.last == sentence[start] && sentence.has($0, at: start - 1) }),
            namesBody((start + 1)..<range.upperBound, sentence)
        {
            start += 1
        }
        // 交|内政委员会, 交|法制局, 本院|人事处
        if Self.ofBusiness.contains(sentence[start]), !Self.behindBusiness.contains(sentence[start + 1]),
            range.count >= 5 && sentence.has("委员会", at: range.upperBound - 3)
                || range.count >= 4 && sentence[start] == "交"
                    && isListedBody((start + 1)..<range.upperBound, sentence)
        {
            start += 1
        }
        // 又|花纱业公会, 独|会计科, 声中之|宁溪会馆
        if range.count >= 4, Self.adverbs.contains(sentence[start]), !Self.behindAdverbs.contains(sentence[start + 1]),
            namesBody((start + 1)..<range.upperBound, sentence)
        {
            start += 1
        }
        if range.upperBound - start >= 5, Self.ourOwn.contains(in: sentence, at: start),
            namesBody((start + 2)..<range.upperBound, sentence)
        {
            start += 2
        }
        while range.upperBound - start >= 4, let piece = reading.piece(beginningAt: start).map({ reading.pieces[$0] }),
            let next = reading.piece(beginningAt: piece.end).map({ reading.pieces[$0] })
        {
            if piece.end == start + 1 {
                // 发|天津日报, 系|江州画院
                let isVerb =
                    isPlace(next) && (Self.verbsAlone.contains(sentence.folded[start]) || isNoWordOfBodies(piece))
                // 赴|新潮旅社
                let isApproach =
                    Self.approaches.contains(sentence.folded[start])
                    && namesBody(piece.end..<range.upperBound, sentence)
                // 洽|民政课
                let isBefore =
                    isWordOfBodies(next, sentence) && namesBody(piece.end..<range.upperBound, sentence)
                    && headness(next, sentence) - headness(piece, sentence) > Self.opens
                guard
                    isVerb || isApproach || isBefore
                        || tables.has(sentence.folded[start], .stop) && isWordOfBodies(next, sentence)
                else { break }
            } else {
                // 建设银行 but 建设|江州市图书馆
                guard range.upperBound - piece.end >= 4,
                    isPlace(next) || isListedBody(next.start..<next.end, sentence),
                    Self.heads.contains(sentence.folded[start..<piece.end])
                        || isNoWordOfBodies(piece)
                else { break }
            }
            start = piece.end
        }
        return start..<range.upperBound
    }

    private static let ofAid: StaticWords = ["医疗队", "专家组", "工作队", "医疗组", "施工队"]

    private static let endsOfVerbs: StaticWords = [
        "推开", "打开", "离开", "拉开", "翻开", "受理", "审理", "办理", "代理", "定名", "取名", "改名", "更名", "命名", "借办", "创办",
    ]

    /// Whether an invitation follows soon: 应文学院和校社科处邀请.
    private static func invites(_ sentence: NameSentence, from start: Int) -> Bool {
        (start..<min(start + 12, sentence.count)).contains { sentence[$0] == "邀" || sentence[$0] == "约" }
    }

    private static let adverbs: StaticWord = "又独亦仅之隶办经"

    /// 又一村, 独立, 独山, 之江, 隶书, 办公, 经济
    private static let behindAdverbs: StaticWord = "一新立山资创家特身流江书属公事学济贸营纪管理合"

    private static let ofBusiness: StaticWord = "交送函由"

    private static let behindBusiness: StaticWord = "通行易警大管运城投信电"

    private static let ourOwn: StaticWords = ["本院", "本府", "本局", "本校", "本署", "本部", "本所", "本会", "本处"]

    /// Whether bodies' names seldom hold a word of one or two characters: 协调|江州运输公司.
    private func isNoWordOfBodies(_ piece: NameLattice.Piece) -> Bool {
        piece.kind == .word && piece.node >= 0 && piece.end - piece.start <= 2 && tables.bodyness(piece.node) < -1
            && tables.flags(piece.node).isDisjoint(with: [.place, .body, .bodyEnd])
    }

    /// By how much a name rather begins with a word than with the one before it.
    static let opens: Float = 1

    /// 调查, 调研, 调解: no move.
    private static let ofMoves: StaticWord = "查研解度控整节动味料和停频试"

    private static let approaches: StaticWord = "赴往抵离访袭系率胜负"

    private static let verbsAlone: StaticWord = "开发去来赴入进投设建访离回请给洽藏创"

    static let heads: StaticWords = [
        "建设", "打造", "发展", "管理", "服务", "参观", "走进", "来到", "创建", "支援", "联合", "帮助", "指导", "依托",
    ]

    func isPlace(_ piece: NameLattice.Piece) -> Bool {
        piece.kind == .place || piece.node >= 0 && tables.flags(piece.node).contains(.place)
    }

    /// Whether a piece is the level of a body, or a listed word that bodies' names hold, and so may open a name.
    private func isWordOfBodies(_ piece: NameLattice.Piece, _ sentence: NameSentence) -> Bool {
        if piece.end - piece.start == 1 { return tables.has(sentence.folded[piece.start], .level) }
        guard piece.node >= 0 else { return false }
        return !tables.flags(piece.node).isDisjoint(with: [.place, .body, .bodyEnd]) || tables.bodyness(piece.node) >= 1
    }

    /// 第六届 before 全国人大 is a part of the name.
    func withTerm(_ range: Range<Int>, _ sentence: NameSentence, _ reading: NameReading) -> Range<Int> {
        guard sentence[range.lowerBound - 1] == "届",
            Self.congresses.contains(in: sentence, at: range.lowerBound)
        else { return range }
        var start = range.lowerBound - 1
        while Glyph.isDigit(sentence[start - 1]) || tables.has(sentence[start - 1], .numeral) { start -= 1 }
        guard start < range.lowerBound - 1 else { return range }
        if sentence[start - 1] == "第" { start -= 1 }
        // 江州市第三届|人民代表大会
        if let number = reading.piece(endingAt: start) {
            let piece = reading.pieces[number]
            if isPlace(piece) { start = piece.start }
        }
        return start..<range.upperBound
    }

    private static let congresses: StaticWords = ["全国人大", "全国人民代表大会", "全国政协", "人民代表大会", "省人大", "市人大", "县人大", "区人大"]

    /// Where a name begins that holds a bracket, 天河（江州）电力公司, of which the range is what follows it.
    func startBeforeBracket(_ range: Range<Int>, _ sentence: NameSentence, _ reading: NameReading) -> Int? {
        guard sentence[range.lowerBound - 1] == ")" else { return nil }
        var open = range.lowerBound - 2
        while Glyph.isHan(sentence[open]), range.lowerBound - open < 8 { open -= 1 }
        guard sentence[open] == "(", range.lowerBound - open >= 4,
            Self.companies.contains(in: sentence, endingAt: range.upperBound)
                || Self.companyEnds.contains(in: sentence, at: range.lowerBound)
                // 江河证券（汇通）|江州二部
                || sentence[range.upperBound - 1] == "部" && Self.ofFinance.contains(in: sentence, endingAt: open)
        else { return nil }
        var start = open
        while start > 0, open - start < 10, let number = reading.piece(endingAt: start) {
            let piece = reading.pieces[number]
            if piece.kind == .person || !Glyph.isHan(sentence.folded[piece.start])
                || tables.has(sentence.folded[piece.start], .stop) && piece.end - piece.start == 1
                || piece.node >= 0 && tables.flags(piece.node).contains(.role)
                || Self.joining.contains(sentence.folded[piece.start..<piece.end])
            {
                break
            }
            start = piece.start
        }
        return (2...10).contains(open - start) ? start : nil
    }

    private static let ofFinance: StaticWords = ["证券", "银行", "保险", "信托", "期货"]

    /// How someone comes to a body.
    static let joining: StaticWords = [
        "任", "兼", "兼任", "现任", "历任", "曾任", "加入", "进入", "就职于", "任职于", "服务于", "收购", "控股", "是", "以及",
    ]

    /// 全资子公司|恒川传动有限公司: what a body is to another.
    func withoutApposition(_ range: Range<Int>, _ sentence: NameSentence) -> Range<Int> {
        // The range may begin within the word: 全资子公司|…, 资子公司|….
        for cut in 0..<3 where Self.appositions.mayStand(in: sentence, at: range.lowerBound - cut) {
            for word in Self.appositions
            where cut < max(1, word.count - 2) && sentence.has(word, at: range.lowerBound - cut) {
                let rest =
                    (range.lowerBound + word.count - cut)..<max(range.lowerBound + word.count - cut, range.upperBound)
                if rest.count >= 4 || rest.count == 3 && PlaceEnds.isLevel(sentence.folded[rest.lowerBound])
                    || tables.node(sentence.folded[rest]).map({ tables.flags($0).contains(.body) }) ?? false
                {
                    return rest
                }
            }
        }
        return range
    }

    private static let appositions: StaticWords = [
        "全资子公司", "控股子公司", "境外子公司", "参股公司", "子公司", "母公司", "控股股东", "承建方", "承办方", "主办方", "投资方", "施工方", "运营方", "合作方",
        "建设单位", "施工单位", "承建单位", "公司", "方", "建方", "报", "复赴", "解送", "移送", "报送", "函请", "即偕", "偕", "公推", "电洽",
        "洽", "转呈", "呈", "函聘", "聘", "肄业", "毕业", "卒业", "谒", "晋谒", "商诸", "夜袭", "袭", "饬", "特向", "爰向", "拟向",
        "外传", "守军", "敌军", "我军", "友军", "名曰", "号曰", "称", "实系", "转商", "商请",
        "公诉机关", "抗诉机关", "开办", "创办", "考取", "考入", "就读", "省内", "市内", "国内", "跨国机构",
    ]

    /// 鼓楼街|天宝成银楼: where a shop is, but 解放路小学.
    func withoutStreet(_ range: Range<Int>, _ sentence: NameSentence) -> Range<Int> {
        guard range.count >= 7,
            NameCandidates.isShop(sentence, endingAt: range.upperBound)
                || Self.inStreets.contains(in: sentence, endingAt: range.upperBound),
            let street = range.dropFirst(2).dropLast(4).first(where: { Self.ofStreets.contains(sentence.folded[$0]) }),
            // 铁路, 公路, 路桥公司
            !Self.beforeWays.contains(sentence[street - 1]), !sentence[street + 1].isOne(of: "桥坊第"),
            // 湘黔桥|梁公司
            sentence[street] != "桥" || NameCandidates.isShop(sentence, endingAt: range.upperBound)
        else { return range }
        // 太平桥头|万源钱庄
        return street + (sentence[street + 1].isOne(of: "头口边尾") ? 2 : 1)..<range.upperBound
    }

    private static let inStreets: StaticWords = ["公司", "银行", "青年会", "女子小学", "日报社", "公寓"]

    private static let beforeWays: StaticWord = "铁公线道思网电"

    private static let ofStreets: StaticWord = "街路巷桥弄"

    /// 中央社|电讯, 东方日报|济南通信
    func withoutDispatch(_ range: Range<Int>, _ sentence: NameSentence) -> Range<Int> {
        guard let word = Self.dispatches.first(in: sentence, endingAt: range.upperBound) else {
            return range
        }
        var end = range.upperBound - word.count
        // The place that it comes from.
        if end - range.lowerBound >= 4, let node = tables.node(sentence.folded[(end - 2)..<end]),
            tables.flags(node).contains(.place)
        {
            end -= 2
        }
        return end - range.lowerBound >= 2 && (sentence[end - 1] == "社" || sentence[end - 1] == "报")
            ? range.lowerBound..<end : range
    }

    private static let dispatches: StaticWords = ["电讯", "通信", "通讯", "专电", "消息"]

    /// 沧澜|科技股份有限公司: a company's name does not begin with its trade; what stands before it is its own name, whatever
    /// characters it is made of.
    func withHead(_ range: Range<Int>, _ sentence: NameSentence, _ reading: NameReading) -> Range<Int> {
        guard Self.incorporated.contains(in: sentence, endingAt: range.upperBound),
            let first = reading.piece(beginningAt: range.lowerBound).map({ reading.pieces[$0] }), first.kind == .word,
            first.end - first.start >= 2, first.node >= 0, tables.bodyness(first.node) > 0.5,
            tables.flags(first.node).isDisjoint(with: [.place, .body])
        else { return range }
        var start = range.lowerBound
        while range.lowerBound - start < 4, let number = reading.piece(endingAt: start) {
            let piece = reading.pieces[number]
            let character = sentence.folded[piece.start]
            let isOwn =
                piece.kind == .place
                || piece.kind == .word && Glyph.isHan(character) && piece.end - piece.start <= 2
                    && !tables.has(character, .stop) && !tables.has(character, .joining)
                    && !tables.has(character, .locative) && !Self.beforeHeads.contains(character)
                    && (piece.node < 0 || tables.flags(piece.node).isDisjoint(with: [.role, .rolePart, .bodyEnd]))
                    && (piece.node < 0 || piece.end - piece.start == 1 || tables.cost(piece.node) > Self.rareHead)
            if !isOwn { break }
            start = piece.start
        }
        return start..<range.upperBound
    }

    private static let incorporated: StaticWords = ["有限公司", "股份公司", "集团公司", "有限责任公司"]

    private static let beforeHeads: StaticWord = "是系某该本各原现"

    /// A commoner word of two characters is none of a company's own.
    private static let rareHead: Float = 10

    /// 临江县|满仓|农机专业合作社: what it is called by, between its place and what it does.
    func withOwnName(_ range: Range<Int>, _ sentence: NameSentence, _ reading: NameReading) -> Range<Int> {
        guard Self.owned.contains(in: sentence, endingAt: range.upperBound),
            !opensWithPlace(range, sentence),
            let name = startOfOwnName(range.lowerBound, sentence, reading),
            let place = reading.piece(endingAt: name).map({ reading.pieces[$0] }), isPlace(place)
        else { return range }
        return place.start..<range.upperBound
    }

    /// 5. |宜春市|月窟食品有限公司: what a list gives of a company begins with its place.
    func withItsPlace(_ range: Range<Int>, _ sentence: NameSentence, _ reading: NameReading) -> Range<Int> {
        // 应城市|公安局, where 应 and 城市 were read as words.
        for size in 3...4
        where PlaceEnds.isLevel(sentence[range.lowerBound - 1]) && !Glyph.isHan(sentence[range.lowerBound - size - 1])
            && range.lowerBound >= size
            && tables.isPlace(sentence.folded[(range.lowerBound - size)..<range.lowerBound])
        {
            return (range.lowerBound - size)..<range.upperBound
        }
        guard Self.owned.contains(in: sentence, endingAt: range.upperBound), !opensWithPlace(range, sentence),
            let place = reading.piece(endingAt: range.lowerBound).map({ reading.pieces[$0] }), isPlace(place),
            !Glyph.isHan(sentence[place.start - 1])
        else { return range }
        return place.start..<range.upperBound
    }

    /// 到北京|国家法官学院: a body of the state lies in a city, and is not called after it.
    func behindCity(_ range: Range<Int>, _ sentence: NameSentence) -> Range<Int> {
        guard range.count >= 8,
            let city = Self.capitals.first(in: sentence, at: range.lowerBound),
            sentence.has("国家", at: range.lowerBound + city.count),
            namesBody((range.lowerBound + city.count)..<range.upperBound, sentence)
        else { return range }
        return (range.lowerBound + city.count)..<range.upperBound
    }

    static let capitals: StaticWords = ["北京市", "北京", "上海市", "上海"]

    /// 英商|怡昌洋行
    func withNation(_ range: Range<Int>, _ sentence: NameSentence) -> Range<Int> {
        sentence[range.lowerBound - 1] == "商" && sentence.character(range.lowerBound - 2).has(.country)
            ? (range.lowerBound - 2)..<range.upperBound : range
    }

    /// 陆军|第一百六十二师, 独立|第八旅
    func withService(_ range: Range<Int>, _ sentence: NameSentence) -> Range<Int> {
        guard sentence[range.lowerBound] == "第", tables.has(sentence[range.lowerBound + 1], .numeral),
            range.contains(where: { Self.units.contains(sentence[$0]) })
        else { return range }
        var start = range.lowerBound
        while let service = Self.services.first(in: sentence, endingAt: start) { start -= service.count }
        return start..<range.upperBound
    }

    private static let units: StaticWord = "军师旅团营"

    private static let services: StaticWords = [
        "陆军", "海军", "空军", "独立", "暂编", "新编", "预备", "步兵", "骑兵", "炮兵", "工兵", "补充", "国民革命军", "东北军", "西北军", "中央军", "八路军",
        "新四军",
    ]

    /// Where a name of two or three characters begins that ends at an index: somebody's, a rare word, or characters alone.
    private func startOfOwnName(_ end: Int, _ sentence: NameSentence, _ reading: NameReading) -> Int? {
        var start = end
        while end - start < 2, let piece = reading.piece(endingAt: start).map({ reading.pieces[$0] }) {
            let isName =
                piece.kind == .person
                || piece.kind == .word && Glyph.isHan(sentence.folded[piece.start])
                    && sentence.characters[piece.start].classes.isDisjoint(with: [.stop, .joining, .locative, .numeral])
                    && (piece.end - piece.start == 1
                        || piece.node >= 0 && tables.cost(piece.node) > Self.rareHead
                            && tables.flags(piece.node).isDisjoint(with: [.role, .rolePart, .bodyEnd, .body, .place]))
            guard isName else { return nil }
            start = piece.start
        }
        return (2...3).contains(end - start) ? start : nil
    }

    private static let owned: StaticWords = ["合作社", "家庭农场", "养殖场", "公司"]
}
