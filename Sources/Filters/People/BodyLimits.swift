/// Holds a body's name, as tagger or rules have found it, to what such a name may hold: no verb, no half of a pair of quotation
/// marks, no number of things; the term of a congress belongs to it.
extension BodyFinder {
    /// Appends the names of bodies that a found range holds: one as a rule, none where it holds no name, several where a verb
    /// or a joining word stands between them.
    func limit(_ range: Range<Int>, _ sentence: NameSentence, _ reading: NameReading, into found: inout [Range<Int>]) {
        let cell = withStem(lastCell(range, sentence), sentence, reading)
        var whole = withinMarks(withinBrackets(trimmed(cell, sentence, reading), sentence, &found), sentence)
        guard whole.count >= 2 else { return }
        if let start = startBeforeBracket(whole, sentence, reading) {
            while let last = found.last, last.upperBound > start { found.removeLast() }
            whole = start..<whole.upperBound
        }
        whole = withHead(withoutStreet(whole, sentence), sentence, reading)
        whole = withFirstField(whole, sentence, reading)
        whole = withPartnership(withoutDispatch(withoutApposition(whole, sentence), sentence), sentence)
        whole = withOwnName(withBranch(whole, sentence, reading), sentence, reading)
        whole = withNation(
            withService(withItsPlace(behindCity(whole, sentence), sentence, reading), sentence), sentence)
        whole = withoutBoard(withoutParty(withDepartment(whole, sentence, reading), sentence), sentence)
        // 江钢集团公司军|工委员会: a character alone behind 公司 ends another word.
        if sentence.has("公司", at: whole.upperBound - 3), whole.count >= 6 {
            whole = whole.lowerBound..<(whole.upperBound - 1)
        }
        // “（|秘书处: nothing is left.
        guard whole.count >= 2 else { return }
        whole = withoutVerbOrGrant(withoutTail(withoutHall(whole, sentence), sentence), sentence)
        whole = withoutSubject(whole, sentence)
        guard whole.count <= Self.longest, !isOfDocument(whole, sentence) else { return }
        if isOfMany(whole, sentence) || Self.abbreviations.contains(sentence.folded[whole]) {
            return
        }
        // 财政、司法两|委员会
        if sentence.has("委员会", at: whole.upperBound - 3), whole.count >= 4,
            Self.numbers.contains(sentence[whole.upperBound - 4])
        {
            return
        }
        if organises(whole, sentence) { return }
        let first = found.count
        split(whole, isCut: whole != range, sentence, reading, into: &found)
        if found.count > first {
            let last = withMeeting(withTask(found.removeLast(), sentence, reading), sentence)
            found.append(behindTerm(withFounder(withLuck(last, sentence, reading), sentence), sentence, reading))
        }
    }

    /// 历任路|村咨询公司, 历任宏图高|科光电公司: a body begins where 任 ends.
    private func behindTerm(_ range: Range<Int>, _ sentence: NameSentence, _ reading: NameReading) -> Range<Int> {
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
    private func withFounder(_ range: Range<Int>, _ sentence: NameSentence) -> Range<Int> {
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
    private func withLuck(_ range: Range<Int>, _ sentence: NameSentence, _ reading: NameReading) -> Range<Int> {
        let start = range.lowerBound - 1
        guard sentence[start] == "同", Self.lucky.contains(sentence[range.lowerBound]) else { return range }
        let isApart =
            !Glyph.isHan(sentence[start - 1]) || Self.beforeLuck.contains(sentence[start - 1])
            || reading.piece(endingAt: start).map { isPlace(reading.pieces[$0]) } ?? false
        return isApart ? start..<range.upperBound : range
    }

    private static let lucky: StaticWord = "泰和德仁裕昌盛顺兴福祥善济春茂丰义聚升生康庆益利"
    private static let beforeLuck: StaticWord = "由内在于及"

    /// Degrees, examinations and what business calls by its letters: in capitals like a body, and none.
    private static let abbreviations: StaticWords = [
        "MBA", "EMBA", "MPA", "MPAcc", "DBA", "CPA", "ACCA", "CFA", "PhD", "IPO", "APP", "VIP", "PPT",
    ]

    /// 中共十九届四中|全会
    private func withMeeting(_ range: Range<Int>, _ sentence: NameSentence) -> Range<Int> {
        let isHalf =
            sentence[range.upperBound - 1] == "中" && tables.has(sentence[range.upperBound - 2], .numeral)
            && sentence.has("全会", at: range.upperBound)
        return isHalf ? range.lowerBound..<(range.upperBound + 2) : range
    }

    /// 各省、自治区、直辖市人民政府, 各|区人民政府, 教育部|门, 会议上之: no body in particular.
    private func isOfMany(_ range: Range<Int>, _ sentence: NameSentence) -> Bool {
        sentence.has("直辖市", at: range.lowerBound)
            || sentence[range.lowerBound - 1] == "各" && PlaceEnds.isLevel(sentence[range.lowerBound])
            || sentence[range.upperBound - 1] == "部" && sentence[range.upperBound] == "门"
            || sentence[range.upperBound - 1] == "之" || isSomebodyWhoWill(range, sentence)
            // 统计报|表
            || sentence[range.upperBound - 1] == "报" && Self.behindReport.contains(sentence[range.upperBound])
                && !Self.saying.contains(sentence[range.upperBound + 1])
    }

    private static let behindReport: StaticWord = "表告名酬道警考销捷复喜"
    /// 人民日报|表示
    private static let saying: StaticWord = "示明扬达态彰决"

    /// 供销社|办成, 国务院|政府特殊津贴
    private func withoutVerbOrGrant(_ range: Range<Int>, _ sentence: NameSentence) -> Range<Int> {
        let end = range.upperBound
        if range.count >= 4, sentence[end - 1] == "办", Self.behindDoing.contains(sentence[end]) {
            return range.dropLast()
        }
        return sentence.has("国务院政府", at: end - 5) ? range.dropLast(2) : range
    }

    private static let behindDoing: StaticWord = "成理到好起得完结"

    /// 麦牧师|会说土话
    private func isSomebodyWhoWill(_ range: Range<Int>, _ sentence: NameSentence) -> Bool {
        range.count >= 4 && sentence[range.upperBound - 1] == "会"
            && sentence.characters[range.lowerBound].surname != 255
            && tables.isTitle(sentence.folded[range.dropFirst().dropLast()])
    }

    /// Whether a range is what a document's number begins with: 江政|发〔2016〕42号.
    private func isOfDocument(_ range: Range<Int>, _ sentence: NameSentence) -> Bool {
        (range.upperBound - 1..<range.upperBound + 3).contains {
            sentence[$0] == "〔" && Glyph.isDigit(sentence[$0 + 1])
        }
            || range.contains { sentence.folded[$0] == "〔" && Glyph.isDigit(sentence[$0 + 1]) }
    }

    /// 石坚⇥江州二中: what a tab or wide space sets apart is another cell of the row.
    private func lastCell(_ range: Range<Int>, _ sentence: NameSentence) -> Range<Int> {
        let gap = range.dropLast().last { at in
            sentence[at] == "\t" || Glyph.isSpace(sentence[at]) && Glyph.isSpace(sentence[at - 1])
        }
        return gap.map { $0 + 1..<range.upperBound } ?? range
    }

    /// 渡口镇组织救灾, 学校组织学生: what stands before 组织 does it.
    private func organises(_ range: Range<Int>, _ sentence: NameSentence) -> Bool {
        let word = range.upperBound - 2
        guard range.count >= 3, sentence.has("组织", at: word), Glyph.isHan(sentence[range.upperBound]),
            !tables.has(sentence[range.upperBound], .joining),
            !Self.behindOrganisation.contains(sentence[range.upperBound])
        else { return false }
        return PlaceEnds.isLevel(sentence[word - 1]) || Self.organisers.contains(in: sentence, endingAt: word)
    }

    private static let organisers: StaticWords = ["学校", "公司", "医院", "部门", "单位", "街道", "社区"]
    private static let behindOrganisation: StaticWord = "的在内部成章名代"

    /// 镜|州晚报: no name begins with 州; a rare character before it belongs to the town.
    private func withStem(_ range: Range<Int>, _ sentence: NameSentence, _ reading: NameReading) -> Range<Int> {
        if let part = NameParts.lengthBeforeBanner(range, sentence) {
            return (range.lowerBound - part)..<range.upperBound
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

    /// 社会福利及|卫生环境委员会: what stands before 及 is a field of the same body, if its words are such as bodies' names
    /// hold and nothing but a place, a body or a verb of business stands before them.
    private func withFirstField(_ range: Range<Int>, _ sentence: NameSentence, _ reading: NameReading) -> Range<Int> {
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
    private func withTask(_ range: Range<Int>, _ sentence: NameSentence, _ reading: NameReading) -> Range<Int> {
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

    private static let groups: StaticWords = ["领导小组", "协调小组", "指挥部", "工作专班", "联席会议", "工作小组"]
    private static let tasks: StaticWords = [
        "推进", "推动", "加强", "促进", "创建", "整治", "防治", "深化", "落实", "保障", "建设", "治理", "打击", "优化",
    ]

    /// A stretch longer than this is no name.
    private static let longest = 80

    /// The same for a range that goes on no further to either side: each step makes it shorter.
    private func split(
        _ range: Range<Int>, isCut: Bool, _ sentence: NameSentence, _ reading: NameReading,
        into found: inout [Range<Int>]
    ) {
        guard range.count >= 2, !isInAddress(range, sentence), !isCounted(range, sentence) else { return }
        for at in range {
            if let length = lengthOfBreak(at, sentence, reading), at + length <= range.upperBound {
                let left = range.lowerBound..<at
                let right = (at + length)..<range.upperBound
                let leftNames = namesBody(left, sentence)
                // 某支队 is none in particular.
                let rightNames = sentence[at] != "某" && namesBody(right, sentence)
                if leftNames { split(left, isCut: true, sentence, reading, into: &found) }
                if rightNames {
                    split(trimmed(right, sentence, reading), isCut: true, sentence, reading, into: &found)
                }
                if leftNames || rightNames { return }
            }
            if at > range.lowerBound, let length = lengthOfJoint(at, sentence, reading), at + length < range.upperBound
            {
                let left = range.lowerBound..<at
                let right = (at + length)..<range.upperBound
                if left.count >= 3, right.count >= 3, namesBody(left, sentence), namesBody(right, sentence) {
                    split(left, isCut: true, sentence, reading, into: &found)
                    split(right, isCut: true, sentence, reading, into: &found)
                    return
                }
            }
        }
        if sentence.has("非政府组织", at: range.upperBound - 5) { return }
        // 省卫健委组织|医疗队, 省卫健委联合组织|编写: the verb.
        let isJoint =
            range.count > 4
            && (sentence.has("联合", at: range.upperBound - 4) || sentence.has("共同", at: range.upperBound - 4))
        let rest = range.lowerBound..<(range.upperBound - (isJoint ? 4 : 2))
        if sentence.has("组织", at: range.upperBound - 2), rest.count >= 2, !isListedBody(range, sentence) {
            if let node = tables.node(sentence.folded[rest]), tables.flags(node).contains(.place) { return }
            // 三岔梁|组织打井
            if rest.count <= 4, !namesBody(rest, sentence),
                PlaceEnds.end(sentence.folded, rest.upperBound - 1)?.length == 1
            {
                return
            }
            if rest.count >= 3, namesBody(rest, sentence), !Self.isParty(sentence.folded[rest.upperBound - 1]) {
                return split(rest, isCut: true, sentence, reading, into: &found)
            }
        }
        // 俄乌 are two countries, and 俄|称 is what one says.
        if range.count == 2, tables.has(sentence.folded[range.lowerBound], .country),
            tables.has(sentence.folded[range.lowerBound + 1], .country)
                || sentence.folded[range.lowerBound + 1] == "称"
        {
            return
        }
        if endsInTail(range, sentence, reading) || endsInDirection(range, sentence) || isPartyOfPlace(range, sentence) {
            return
        }
        if isCut, isPlace(range, sentence) { return }
        found.append(withTerm(range, sentence, reading))
    }

    /// Whether a range ends as the name of a body does.
    private func namesBody(_ range: Range<Int>, _ sentence: NameSentence) -> Bool {
        guard range.count >= 2 else { return false }
        for size in (1...min(6, range.count)).reversed() {
            guard let node = tables.node(sentence.folded[(range.upperBound - size)..<range.upperBound]) else {
                continue
            }
            if tables.flags(node).contains(.body) { return true }
            if tables.flags(node).contains(.bodyEnd), size >= 2 || range.count >= 3 { return true }
        }
        return false
    }

    /// 党 团
    private static func isParty(_ c: UInt16) -> Bool { c == "党" || c == "团" }

    private func isListedBody(_ range: Range<Int>, _ sentence: NameSentence) -> Bool {
        tables.node(sentence.folded[range]).map { tables.flags($0).contains(.body) } ?? false
    }

    // MARK: At the ends

    /// A range without the preposition or verb at its head.
    private func trimmed(_ range: Range<Int>, _ sentence: NameSentence, _ reading: NameReading) -> Range<Int> {
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
    private static let opens: Float = 1
    /// 调查, 调研, 调解: no move.
    private static let ofMoves: StaticWord = "查研解度控整节动味料和停频试"
    private static let approaches: StaticWord = "赴往抵离访袭系率胜负"
    private static let verbsAlone: StaticWord = "开发去来赴入进投设建访离回请给洽藏创"
    private static let heads: StaticWords = [
        "建设", "打造", "发展", "管理", "服务", "参观", "走进", "来到", "创建", "支援", "联合", "帮助", "指导", "依托",
    ]

    private func isPlace(_ piece: NameLattice.Piece) -> Bool {
        piece.kind == .place || piece.node >= 0 && tables.flags(piece.node).contains(.place)
    }

    /// Whether a piece is the level of a body, or a listed word that bodies' names hold, and so may open a name.
    private func isWordOfBodies(_ piece: NameLattice.Piece, _ sentence: NameSentence) -> Bool {
        if piece.end - piece.start == 1 { return tables.has(sentence.folded[piece.start], .level) }
        guard piece.node >= 0 else { return false }
        return !tables.flags(piece.node).isDisjoint(with: [.place, .body, .bodyEnd]) || tables.bodyness(piece.node) >= 1
    }

    /// The range with both of a pair of brackets or with neither; what a bracket explains belongs to the name that goes on
    /// behind it: 江州民主运动（江运）代表团.
    private func withinBrackets(
        _ range: Range<Int>, _ sentence: NameSentence, _ found: inout [Range<Int>]
    ) -> Range<Int> {
        guard let open = range.last(where: { sentence.folded[$0] == "(" }) else {
            guard let close = range.first(where: { sentence.folded[$0] == ")" }) else { return range }
            var at = range.lowerBound
            while at > 0, range.lowerBound - at < 12, sentence[at] != "(" { at -= 1 }
            if let last = found.last, last.upperBound == at, close + 1 < range.upperBound {
                found.removeLast()
                return last.lowerBound..<range.upperBound
            }
            return close + 1 < range.upperBound ? (close + 1)..<range.upperBound : range.lowerBound..<close
        }
        if sentence.folded[open..<range.upperBound].contains(")") {
            return range.lowerBound == open ? (open + 1)..<range.upperBound : range
        }
        return sentence[range.upperBound] == ")" && open > range.lowerBound
            ? range.lowerBound..<(range.upperBound + 1)
            : open == range.lowerBound ? (open + 1)..<range.upperBound : range.lowerBound..<open
    }

    /// The range with both of a pair of marks, or with neither: “今日天下”网 whole, and 伊斯兰国 of “伊斯兰国”.
    private func withinMarks(_ range: Range<Int>, _ sentence: NameSentence) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        // 【中央社江州电】|军政部: what stands in such brackets is apart.
        if let close = range.dropLast().last(where: { sentence.folded[$0] == "】" }) { start = close + 1 }
        for (open, close) in Self.marks {
            while start < end, sentence.folded[start] == close { start += 1 }
            while start < end, sentence.folded[end - 1] == open { end -= 1 }
            guard start < end else { break }
            var depth = 0
            var lastOpen = start
            var stray: Int?
            for at in start..<end {
                if sentence.folded[at] == open {
                    depth += 1
                    lastOpen = at
                } else if sentence.folded[at] == close {
                    if depth == 0, stray == nil { stray = at }
                    depth = max(0, depth - 1)
                }
            }
            if let stray {
                // What stands before the closing mark opens before the range.
                if stray == end - 1 {
                    end -= 1
                } else {
                    var at = start
                    while at > 0, start - at < 24, sentence[at] != open { at -= 1 }
                    start = sentence[at] == open ? at : end
                }
            } else if depth > 0 {
                if lastOpen == start {
                    start += 1
                } else if sentence[end] == close, Self.opensTitle(open) == Self.isPaper(sentence.folded[end - 1]) {
                    end += 1
                } else {
                    end = lastOpen
                }
            }
        }
        return start..<max(start, end)
    }

    private static let marks: [(Unicode.Scalar, Unicode.Scalar)] = [("“", "”"), ("《", "》"), ("「", "」"), ("【", "】")]
    private static func opensTitle(_ mark: Unicode.Scalar) -> Bool { mark == "《" }
    /// 报 刊 志 社 网
    private static func isPaper(_ c: UInt16) -> Bool {
        c == "报" || c == "刊" || c == "志" || c == "社" || c == "网"
    }

    /// 第六届 before 全国人大 is a part of the name.
    private func withTerm(_ range: Range<Int>, _ sentence: NameSentence, _ reading: NameReading) -> Range<Int> {
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
    private func startBeforeBracket(_ range: Range<Int>, _ sentence: NameSentence, _ reading: NameReading) -> Int? {
        guard sentence[range.lowerBound - 1] == ")",
            Self.companies.contains(in: sentence, endingAt: range.upperBound)
                || Self.companyEnds.contains(in: sentence, at: range.lowerBound)
        else { return nil }
        var open = range.lowerBound - 2
        while Glyph.isHan(sentence[open]), range.lowerBound - open < 8 { open -= 1 }
        guard sentence[open] == "(", range.lowerBound - open >= 4 else { return nil }
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

    private static let companies: StaticWords = ["公司", "集团", "厂", "银行", "事务所", "研究院", "医院", "学院"]
    /// How someone comes to a body.
    private static let joining: StaticWords = [
        "任", "兼", "兼任", "现任", "历任", "曾任", "加入", "进入", "就职于", "任职于", "服务于", "收购", "控股", "是", "以及",
    ]

    /// 江州市殡仪馆|怀远厅: the hall is a place in it.
    private func withoutHall(_ range: Range<Int>, _ sentence: NameSentence) -> Range<Int> {
        // 推开|江州图书馆|古籍修复室|的门
        if sentence[range.upperBound - 1] == "室", sentence.has("的门", at: range.upperBound),
            let end = (range.lowerBound + 3..<max(range.lowerBound + 3, range.upperBound - 2)).last(where: {
                namesBody(range.lowerBound..<$0, sentence)
            })
        {
            return range.lowerBound..<end
        }
        if let room = Self.rooms.first(in: sentence, endingAt: range.upperBound) {
            // 村委会|二楼会议室
            var end = range.upperBound - room.count
            if sentence[end - 1] == "楼" {
                end -= 1
                while end > range.lowerBound,
                    tables.has(sentence[end - 1], .numeral) || Glyph.isDigit(sentence[end - 1])
                {
                    end -= 1
                }
            }
            let body = range.lowerBound..<max(end, range.lowerBound)
            if namesBody(body, sentence) { return body }
        }
        guard sentence[range.upperBound - 1] == "厅", !sentence.has("办公厅", at: range.upperBound - 3) else {
            return range
        }
        for end in (range.upperBound - 4)..<(range.upperBound - 2)
        where end > range.lowerBound + 2 && Self.houses.contains(sentence[end - 1]) {
            if namesBody(range.lowerBound..<end, sentence) { return range.lowerBound..<end }
        }
        return range
    }

    static let rooms: StaticWords = ["会议室", "会议厅", "报告厅", "多功能厅", "学术厅", "大礼堂", "礼堂", "大厅", "阅览室", "调解室", "值班室", "传达室"]

    /// 江州大学|生物化工专业, 江州大学堂|总监督: what is taught there, and who heads it.
    private func withoutSubject(_ range: Range<Int>, _ sentence: NameSentence) -> Range<Int> {
        let end = range.upperBound
        if sentence.has("专业", at: end - 2),
            let school = (range.lowerBound + 2..<max(range.lowerBound + 2, end - 2)).last(where: {
                sentence.has("大学", at: $0 - 1) || sentence.has("学院", at: $0 - 1) || sentence.folded[$0] == "系"
            })
        {
            return range.lowerBound..<(school + 1)
        }
        // 省科学技术委员会|科技管理类
        if sentence.folded[end - 1] == "类", range.count >= 8,
            let whole = (range.lowerBound + 4..<end - 1).last(where: { namesBody(range.lowerBound..<$0, sentence) })
        {
            return range.lowerBound..<whole
        }
        for size in 2...4 where range.count >= size + 4 && tables.isTitle(sentence.folded[(end - size)..<end]) {
            if namesBody(range.lowerBound..<(end - size), sentence), !namesBody(range, sentence) {
                return range.lowerBound..<(end - size)
            }
        }
        return range
    }

    /// 县农科所|报到, 县殡仪馆门前|站满: the last character belongs to the next word.
    private func withoutTail(_ range: Range<Int>, _ sentence: NameSentence) -> Range<Int> {
        // 中央|财政
        if range.count == 4, sentence.has("财政", at: range.upperBound - 2), !isListedBody(range, sentence) {
            return range.dropLast(2)
        }
        // 联合国|宪章
        if range.count >= 5, sentence.has("宪章", at: range.upperBound - 2), isListedBody(range.dropLast(2), sentence) {
            return range.dropLast(2)
        }
        // 国务院|政府工作报告
        if range.count >= 5, sentence.has("政府工作报告", at: range.upperBound - 2) {
            let rest = range.lowerBound..<(range.upperBound - 2)
            if isListedBody(rest, sentence) { return rest }
        }
        guard range.count >= 5, Glyph.isHan(sentence[range.upperBound]),
            tables.node(sentence.folded[(range.upperBound - 1)...range.upperBound]).map({ tables.isWord($0) }) ?? false
                || Self.overEnds.contains(in: sentence, at: range.upperBound - 1),
            // No longer word ends there.
            !(2...4).contains(where: { size in
                tables.node(sentence.folded[(range.upperBound - size)..<range.upperBound]).map {
                    !tables.flags($0).isDisjoint(with: [.body, .bodyEnd])
                } ?? false
            })
        else { return range }
        var end = range.upperBound - 1
        if let place = Self.besideHouses.first(in: sentence, endingAt: end) { end -= place.count }
        return namesBody(range.lowerBound..<end, sentence) ? range.lowerBound..<end : range
    }

    private static let overEnds: StaticWords = [
        "报到", "报名", "报告", "报考", "报表", "中断", "办成", "办好", "办理", "报送", "报请", "报批", "报备", "站满", "站赛", "站着", "站在", "站起",
        "团结", "队伍", "会同",
    ]
    private static let besideHouses: StaticWords = ["门前", "门口", "大门", "楼前", "院内"]
    private static let houses: StaticWord = "馆院店学心厦宫"

    /// 江州区政府 + 办公室 before 副主任: the department whose office follows.
    private func withDepartment(_ range: Range<Int>, _ sentence: NameSentence, _ reading: NameReading) -> Range<Int> {
        var at = range.upperBound
        // Whose office it is in a company is the company.
        if Self.companies.contains(in: sentence, endingAt: at) { return range }
        // 县府|建设科|科长, （党委组织部|干部科）
        if let field = reading.piece(beginningAt: at).map({ reading.pieces[$0] }), field.kind == .word, field.node >= 0,
            (2...3).contains(field.end - field.start), Glyph.isHan(sentence.folded[at]),
            Self.departments.contains(sentence[field.end]),
            // 科技, 部门
            sentence[field.end + 1] == sentence[field.end]
                || !(tables.node([sentence[field.end], sentence[field.end + 1]]).map { tables.isWord($0) } ?? false),
            opensOffice(field.end + 1, sentence) || sentence[field.end + 1] == ")"
        {
            return range.lowerBound..<(field.end + 1)
        }
        for _ in 0..<2 {
            guard let piece = reading.piece(beginningAt: at).map({ reading.pieces[$0] }), piece.kind == .word,
                piece.node >= 0
            else { break }
            let flags = tables.flags(piece.node)
            if flags.contains(.role) || flags.contains(.rolePart) && !flags.contains(.bodyEnd) { break }
            if flags.contains(.bodyEnd), opensOffice(piece.end, sentence) {
                return Self.boards.contains(in: sentence, at: piece.end - 3)
                    ? range : range.lowerBound..<piece.end
            }
            guard tables.bodyness(piece.node) > 0.5 else { break }
            at = piece.end
        }
        return range
    }

    private static let departments: StaticWord = "科处部股室"
    private static let boards: StaticWords = ["监事会", "董事会", "股东会"]

    /// 云江水务|监事会主席: the board belongs to the office.
    private func withoutBoard(_ range: Range<Int>, _ sentence: NameSentence) -> Range<Int> {
        let end = range.upperBound - 3
        guard end - range.lowerBound >= 3, Self.boards.contains(in: sentence, at: end),
            Self.ofBoards.contains(in: sentence, at: range.upperBound)
        else { return range }
        return range.lowerBound..<end
    }

    /// 全资子公司|恒川传动有限公司: what a body is to another.
    private func withoutApposition(_ range: Range<Int>, _ sentence: NameSentence) -> Range<Int> {
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
    private func withoutStreet(_ range: Range<Int>, _ sentence: NameSentence) -> Range<Int> {
        guard range.count >= 7, NameCandidates.isShop(sentence, endingAt: range.upperBound),
            let street = range.dropFirst(2).dropLast(4).first(where: { Self.ofStreets.contains(sentence.folded[$0]) }),
            // 铁路, 公路
            !Self.beforeWays.contains(sentence[street - 1])
        else { return range }
        return street + 1..<range.upperBound
    }

    private static let beforeWays: StaticWord = "铁公线道思网电"
    private static let ofStreets: StaticWord = "街路巷桥弄"

    /// 中央社|电讯, 东方日报|济南通信
    private func withoutDispatch(_ range: Range<Int>, _ sentence: NameSentence) -> Range<Int> {
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

    /// 中衡会计师事务所|（特殊普通合伙）
    private func withPartnership(_ range: Range<Int>, _ sentence: NameSentence) -> Range<Int> {
        for word in Self.partnerships where sentence.has(word, at: range.upperBound) {
            return range.lowerBound..<(range.upperBound + word.count)
        }
        return range
    }

    private static let partnerships: StaticWords = ["(特殊普通合伙)", "(有限合伙)", "(普通合伙)"]

    /// 沧澜|科技股份有限公司: a company's name does not begin with its trade; what stands before it is its own name, whatever
    /// characters it is made of.
    private func withHead(_ range: Range<Int>, _ sentence: NameSentence, _ reading: NameReading) -> Range<Int> {
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

    /// 新华社|拉萨分社
    private func withBranch(_ range: Range<Int>, _ sentence: NameSentence, _ reading: NameReading) -> Range<Int> {
        guard let next = reading.piece(beginningAt: range.upperBound).map({ reading.pieces[$0] }), isPlace(next),
            let branch = Self.branches.first(in: sentence, at: next.end)
        else { return range }
        return range.lowerBound..<(next.end + branch.count)
    }

    private static let branches: StaticWords = [
        "分社", "分公司", "分行", "支行", "分院", "分校", "分署", "分会", "分所", "分馆", "记者站", "办事处", "代表处",
    ]

    /// 临江县|满仓|农机专业合作社: what it is called by, between its place and what it does.
    private func withOwnName(_ range: Range<Int>, _ sentence: NameSentence, _ reading: NameReading) -> Range<Int> {
        guard Self.owned.contains(in: sentence, endingAt: range.upperBound),
            !opensWithPlace(range, sentence),
            let name = startOfOwnName(range.lowerBound, sentence, reading),
            let place = reading.piece(endingAt: name).map({ reading.pieces[$0] }), isPlace(place)
        else { return range }
        return place.start..<range.upperBound
    }

    /// 5. |宜春市|月窟食品有限公司: what a list gives of a company begins with its place.
    private func withItsPlace(_ range: Range<Int>, _ sentence: NameSentence, _ reading: NameReading) -> Range<Int> {
        guard Self.owned.contains(in: sentence, endingAt: range.upperBound), !opensWithPlace(range, sentence),
            let place = reading.piece(endingAt: range.lowerBound).map({ reading.pieces[$0] }), isPlace(place),
            !Glyph.isHan(sentence[place.start - 1])
        else { return range }
        return place.start..<range.upperBound
    }

    /// 到北京|国家法官学院: a body of the state lies in a city, and is not called after it.
    private func behindCity(_ range: Range<Int>, _ sentence: NameSentence) -> Range<Int> {
        guard range.count >= 8,
            let city = Self.capitals.first(in: sentence, at: range.lowerBound),
            sentence.has("国家", at: range.lowerBound + city.count),
            namesBody((range.lowerBound + city.count)..<range.upperBound, sentence)
        else { return range }
        return (range.lowerBound + city.count)..<range.upperBound
    }

    private static let capitals: StaticWords = ["北京市", "北京", "上海市", "上海"]

    /// 英商|怡昌洋行
    private func withNation(_ range: Range<Int>, _ sentence: NameSentence) -> Range<Int> {
        sentence[range.lowerBound - 1] == "商" && sentence.character(range.lowerBound - 2).has(.country)
            ? (range.lowerBound - 2)..<range.upperBound : range
    }

    /// 陆军|第一百六十二师, 独立|第八旅
    private func withService(_ range: Range<Int>, _ sentence: NameSentence) -> Range<Int> {
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

    private static let ofBoards: StaticWords = ["主席", "副主席", "秘书", "召集人"]

    /// Whether an office, or what may stand before one, begins at an index.
    func opensOffice(_ at: Int, _ sentence: NameSentence) -> Bool {
        guard at < sentence.count, var node = tables.root(sentence.folded[at]) else { return false }
        var end = at + 1
        while true {
            if tables.isWord(node), !tables.flags(node).isDisjoint(with: [.role, .rolePart]) { return true }
            guard end < sentence.count, let next = tables.child(node, sentence.folded[end]) else { return false }
            node = next
            end += 1
        }
    }

    /// 石江公司党委|副书记: the party's committee belongs to the office.
    private func withoutParty(_ range: Range<Int>, _ sentence: NameSentence) -> Range<Int> {
        guard
            (range.upperBound - 3..<range.upperBound).contains(where: {
                sentence[$0] == "党" || sentence[$0] == "团"
            })
        else { return range }
        for committee in RoleFinder.ofParty {
            // The name may have been found up to 党 alone.
            for start in [range.upperBound - committee.count, range.upperBound - 1]
            where start - range.lowerBound >= 2 && sentence.has(committee, at: start) {
                let end = start + committee.count
                let rest = range.lowerBound..<start
                let isOffice = sentence.has("书记", at: end + (sentence[end] == "副" ? 1 : 0))
                return isOffice && (namesBody(rest, sentence) || sentence.has("街道", at: start - 2)) ? rest : range
            }
        }
        return range
    }

    // MARK: No names

    /// A number of things is none by itself: 加沙城两所学校, 多个代表团.
    private func isCounted(_ range: Range<Int>, _ sentence: NameSentence) -> Bool {
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
    private static let numbers: StaticWord = "两三四五六七八九十数各"

    /// 家 所 处 个 支 座 名
    private static func isClassifier(_ c: UInt16) -> Bool {
        c == "家" || c == "所" || c == "处" || c == "个" || c == "支" || c == "座" || c == "名"
    }
    private static let countWords: StaticWord = "一两数几多"

    /// Whether a range in Latin letters is a piece of an address or of a key, no name.
    private func isInAddress(_ range: Range<Int>, _ sentence: NameSentence) -> Bool {
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
    private func endsInDirection(_ range: Range<Int>, _ sentence: NameSentence) -> Bool {
        guard range.count >= 3, sentence[range.upperBound - 1] == "部" else { return false }
        let c = sentence[range.upperBound - 2]
        // 顶部 底部 内部 外部 上部 下部 too
        return c == "东" || c == "西" || c == "南" || c == "北" || c == "中" || c == "顶" || c == "底"
            || c == "内" || c == "外" || c == "上" || c == "下"
    }

    /// 中国党 is the party of a country, and no name.
    private func isPartyOfPlace(_ range: Range<Int>, _ sentence: NameSentence) -> Bool {
        guard sentence[range.upperBound - 1] == "党" else { return false }
        return tables.node(sentence.folded[range].dropLast()).map { tables.flags($0).contains(.place) } ?? false
    }

    private func endsInTail(_ range: Range<Int>, _ sentence: NameSentence, _ reading: NameReading) -> Bool {
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

    // MARK: Between names

    /// The length of the verb, or other word that no body's name holds, at an index.
    private func lengthOfBreak(_ at: Int, _ sentence: NameSentence, _ reading: NameReading) -> Int? {
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
        "远离", "调查本", "奉令", "奉命", "奉谕", "奉准", "奉派", "停班", "停航",
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
    private func lengthOfJoint(_ at: Int, _ sentence: NameSentence, _ reading: NameReading) -> Int? {
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
