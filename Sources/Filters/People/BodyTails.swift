/// Where the name of a body ends: a branch, a department, a meeting or a partner belongs to it, a hall, a subject, an office, a
/// verb or half a word does not.
extension BodyFinder {
    /// 中共十九届四中|全会
    func withMeeting(_ range: Range<Int>, _ sentence: NameSentence) -> Range<Int> {
        let isHalf =
            sentence[range.upperBound - 1] == "中" && tables.has(sentence[range.upperBound - 2], .numeral)
            && sentence.has("全会", at: range.upperBound)
        return isHalf ? range.lowerBound..<(range.upperBound + 2) : range
    }

    /// 供销社|办成, 国务院|政府特殊津贴
    func withoutVerbOrGrant(_ range: Range<Int>, _ sentence: NameSentence) -> Range<Int> {
        let end = range.upperBound
        if range.count >= 4, sentence[end - 1] == "办", Self.behindDoing.contains(sentence[end]) {
            return range.dropLast()
        }
        return sentence.has("国务院政府", at: end - 5) ? range.dropLast(2) : range
    }

    private static let behindDoing: StaticWord = "成理到好起得完结"

    /// 党 团
    static func isParty(_ c: UInt16) -> Bool { c == "党" || c == "团" }

    /// 江州市殡仪馆|怀远厅: the hall is a place in it.
    func withoutHall(_ range: Range<Int>, _ sentence: NameSentence) -> Range<Int> {
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

    static let rooms: StaticWords = [
        "会议室", "会议厅", "报告厅", "多功能厅", "学术厅", "大礼堂", "礼堂", "大厅", "阅览室", "调解室", "值班室", "传达室", "办公楼", "阳台",
    ]

    /// 江州大学|生物化工专业, 江州大学堂|总监督: what is taught there, and who heads it.
    func withoutSubject(_ range: Range<Int>, _ sentence: NameSentence) -> Range<Int> {
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
    func withoutTail(_ range: Range<Int>, _ sentence: NameSentence) -> Range<Int> {
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
    func withDepartment(_ range: Range<Int>, _ sentence: NameSentence, _ reading: NameReading) -> Range<Int> {
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
    func withoutBoard(_ range: Range<Int>, _ sentence: NameSentence) -> Range<Int> {
        let end = range.upperBound - 3
        guard end - range.lowerBound >= 3, Self.boards.contains(in: sentence, at: end),
            Self.ofBoards.contains(in: sentence, at: range.upperBound)
        else { return range }
        return range.lowerBound..<end
    }

    /// 中衡会计师事务所|（特殊普通合伙）
    func withPartnership(_ range: Range<Int>, _ sentence: NameSentence) -> Range<Int> {
        for word in Self.partnerships where sentence.has(word, at: range.upperBound) {
            return range.lowerBound..<(range.upperBound + word.count)
        }
        return range
    }

    private static let partnerships: StaticWords = ["(特殊普通合伙)", "(有限合伙)", "(普通合伙)"]

    /// 新华社|拉萨分社
    func withBranch(_ range: Range<Int>, _ sentence: NameSentence, _ reading: NameReading) -> Range<Int> {
        // 红十字会|青年团
        if sentence[range.upperBound - 1] == "会", range.count >= 4, sentence.has("青年团", at: range.upperBound) {
            return range.lowerBound..<(range.upperBound + 3)
        }
        guard let next = reading.piece(beginningAt: range.upperBound).map({ reading.pieces[$0] }), isPlace(next),
            let branch = Self.branches.first(in: sentence, at: next.end)
        else { return range }
        return range.lowerBound..<(next.end + branch.count)
    }

    private static let branches: StaticWords = [
        "分社", "分公司", "分行", "支行", "分院", "分校", "分署", "分会", "分所", "分馆", "记者站", "办事处", "代表处",
    ]

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
    func withoutParty(_ range: Range<Int>, _ sentence: NameSentence) -> Range<Int> {
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
}
