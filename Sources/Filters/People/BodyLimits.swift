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
        // 江州大学|堂
        if sentence.has("大学堂", at: whole.upperBound - 2) { whole = whole.lowerBound..<(whole.upperBound + 1) }
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

    /// 石坚⇥江州二中: what a tab or wide space sets apart is another cell of the row.
    private func lastCell(_ range: Range<Int>, _ sentence: NameSentence) -> Range<Int> {
        let gap = range.dropLast().last { at in
            sentence[at] == "\t" || Glyph.isSpace(sentence[at]) && Glyph.isSpace(sentence[at - 1])
        }
        return gap.map { $0 + 1..<range.upperBound } ?? range
    }

    static let groups: StaticWords = ["领导小组", "协调小组", "指挥部", "工作专班", "联席会议", "工作小组"]

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
    func namesBody(_ range: Range<Int>, _ sentence: NameSentence) -> Bool {
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

    func isListedBody(_ range: Range<Int>, _ sentence: NameSentence) -> Bool {
        tables.node(sentence.folded[range]).map { tables.flags($0).contains(.body) } ?? false
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
            // 江州线缆公司|（8390厂）: the number that it went by.
            if sentence[range.upperBound - 1] == ")", open > range.lowerBound, Glyph.isDigit(sentence[open + 1]) {
                return range.lowerBound..<open
            }
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

    static let companies: StaticWords = ["公司", "集团", "厂", "银行", "事务所", "研究院", "医院", "学院"]
}
