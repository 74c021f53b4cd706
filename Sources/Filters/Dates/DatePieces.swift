import QuandianText

/// The smallest parts of a date that mean something of themselves: 二〇二〇年, 下午, 3点半.
enum DatePieceKind: UInt8, CaseIterable {
    // Years and longer.
    case year, yearShort, yearRange, yearRangeShort, yearOrSpan, bareYear, bareYearRange, eraYear, eraSpan, eraStem
    case stemYear, stemNote, minguoYear, minguoBefore, yearRel, yearAna, yearThat, yearMeant, yearPair, yearNote, fiscal
    case decade, decades, century, centuryRel, plan, planTerm, beforeChrist, centuryBefore
    // Parts of a year.
    case half, quarter, quarters, quarterRel, season, seasonRel, seasonPair, month, monthRange, months, monthsLast,
        nthMonth
    case monthRel, monthAna, monthNote
    case monthPair, xun, edge, yearEdge, monthEdge, monthHalf, samePeriod, nthWeek, nthWeekday
    // Days.
    case day, dayRange, dayList, dayRel, dayAna, dayPair, nthDay, dayPart, dayPartAna, bareDay, weekday, weekdayOf, week
    case weekend, weekdayNote, feastNote, dayBefore, dayNote, dateNote, dayShort, holiday, term, stemDay, lunarDay,
        lunarMonth, leapMonth
    case lunarTag
    case solarTag
    // Days written in digits.
    case ymd, dmy, ym, md, packed
    // Clock.
    case part, clock, clockRange
    // Spans and sets.
    case span, halfSpan, minuteTail, recurringUnit, recurringWeekday, recurringPart
    // Frames.
    case from, until, since, start, before, after, stop, to, with, between, dash, list
}

extension DatePieceKind {
    private static let names = allCases.map { "\($0)" }

    /// The kind as the patterns write it.
    var name: String { Self.names[Int(rawValue)] }
}

/// A piece of a date: which pattern, and which tokens.
struct DatePiece {
    var kind: DatePieceKind
    var tokens: Range<Int>
    var start: Int
    var end: Int
}

/// Which rows of signs make which piece: `kind: sign sign …`; `a|b` either, `a?` may be missing. An alias (capital
/// letter, see ``DateLexicon/aliases``) stands for several signs. The longest row that fits wins; of rows that fit the same
/// signs, the first.
enum DatePatterns {
    static let lines = """
        year: solarTag? Y year
        year: solarTag n3|z3 year
        year: Y yuan year
        yearShort: z2 year
        yearOrSpan: solarTag? N year
        yearOrSpan: n3|z3|cc year
        yearRange: Y year? J Y year
        yearRange: Y list Y year
        yearRange: Y list Y list Y year
        yearRangeShort: n4 year? J n2 year
        yearRangeShort: z2 list z2 year
        yearRangeShort: z2 list z2 list z2 year
        yearRangeShort: n2|z2 J n2|z2 year
        eraYear: era N|yuan|cc year
        eraSpan: era eraSpan
        eraStem: era stemBranch year?
        stemYear: stemBranch year
        stemNote: stemBranch
        minguoYear: minguo N|yuan|n3|cc year
        minguoYear: minguo N|yuan|n3|cc fiscal
        minguoBefore: minguoBefore N year
        yearRel: yearRel
        yearAna: yearAna
        yearThat: yearThat
        yearMeant: yearMeant
        yearPair: yearPair
        yearNote: dir|dayShort open N|n3|n4 close year
        fiscal: Y|z2|N fiscal
        fiscal: Y year fiscal
        fiscal: n3 fiscal
        fiscal: Y J Y fiscal
        fiscal: n4 year J n4 year? fiscal
        fiscal: n4 J n2 fiscal
        fiscal: n4 slash n4|n2 fiscal
        decade: solarTag? c|n2 century n2|c decade
        decade: dir century n2|c decade
        decade: Y decade
        decades: solarTag? c|n2 century z2 c decade
        decades: dir century z2 c decade
        decades: z2 c decade
        decades: solarTag? c|n2 century n2|c J n2|c decade
        decades: dir century n2|c J n2|c decade
        decades: n2|c J n2|c decade
        decades: n4 J n4 decade
        decade: n2|c decade
        century: solarTag? n2|c century
        centuryRel: dir century
        plan: quote plan|z2|c quote period
        plan: plan period
        planTerm: quote plan|z2|c quote
        planTerm: plan
        beforeChrist: beforeChrist n1|n2|n3|n4|c|cc|z2|z3|z4 year
        centuryBefore: beforeChrist n1|n2|c century
        half: yearHalf
        quarter: ordinal? n1|c quarter
        quarter: latinQ n1
        quarter: latinQ n1 quarter
        quarters: before n1|c quarter
        quarterRel: dir ge? quarter
        season: seasonName
        seasonRel: seasonRel
        seasonPair: seasonRel seasonRel
        month: N month fen?
        month: firstMonth
        monthRange: N J N month fen?
        monthRange: N list N month fen?
        monthRange: N list N c month
        monthPair: z2 month fen?
        monthNote: dir|dayShort open N close month
        months: before|first N ge month
        monthsLast: after N ge? month
        nthMonth: ordinal N ge month
        monthRel: monthRel
        monthRel: dir ge? month
        monthAna: monthAna
        xun: xun
        edge: edge
        yearEdge: yearEdge
        monthEdge: monthEdge
        monthHalf: monthHalf
        samePeriod: samePeriod
        nthWeek: ordinal N ge? week
        nthWeekday: ordinal N ge? week c|n1|day|dayWord
        day: N day
        dayRange: N J N day
        dayRange: N day J N day
        dayRange: N list N day
        dayRange: N day list N day
        dayRange: N list N c day|dayWord
        dayRange: N day list N day c day|dayWord
        dayList: N list N list N day
        dayList: N day list N day list N day
        dayList: N list N list N c day|dayWord
        dayBefore: c part
        dayRel: dayRel
        dayAna: dayAna
        dayPair: dayPair
        nthDay: ordinal c|n1|n2 dayWord|day
        dayPart: dayPart
        dayPartAna: dayPartAna
        dayNote: dayRel|dayShort|dir open N close day?
        dayNote: dayRel|dayShort|dir open N day close
        dateNote: open N day close
        dateNote: open N month N day close
        dayShort: dayShort
        stemDay: stemBranch day
        bareDay: N
        weekday: week c|n1|day|dayWord
        weekdayOf: dir ge? week c|n1|day|dayWord
        week: dir ge? week
        weekend: dir ge? weekend
        weekend: weekend
        weekdayNote: open week c|n1|day|dayWord close
        weekdayNote: open c|day close
        feastNote: open lunarTag? holiday|term close
        holiday: holiday
        term: term
        lunarDay: edge c|n1|n2 day?
        lunarDay: newYear edge c
        lunarDay: yearEdge c
        lunarDay: year c
        lunarDay: newYear c
        lunarMonth: lunarMonth
        leapMonth: leap N month
        lunarTag: lunarTag
        solarTag: solarTag
        ymd: n4 dash n1|n2 dash n1|n2
        ymd: n4 slash n1|n2 slash n1|n2
        ymd: n4 dot n1|n2 dot n1|n2
        ymd: n3 slash n2 slash n2
        ymd: n3 dot n2 dot n2
        ymd: n4 n2 n2
        dmy: n1|n2 slash n1|n2 slash n4|n2
        dmy: n1|n2 dash n1|n2 dash n4
        dmy: n1|n2 dot n1|n2 dot n4
        ym: n4 dash n2
        ym: n4 slash n1|n2
        ym: n4 dot n1|n2
        md: n1|n2 slash n1|n2 day?
        md: n2 dash n2
        packed: n8
        bareYear: n4|z4
        bareYearRange: n4 J n4
        part: part
        part: watch
        part: watch edge|exact
        part: watch c quarterHour
        clock: N hour half?
        clock: N hour N minute
        clock: N hour N minute N second
        clock: N hour N quarterHour
        clock: N oclock zhong?
        clock: N oclock exact
        clock: N oclock half
        clock: N oclock half N second
        clock: N oclock N minute?
        clock: N oclock N minute N second
        clock: N oclock N quarterHour
        clock: N oclock z2 minute?
        clock: N oclock fives c|half
        clock: n1|n2 colon n2 hour|meridiem?
        clock: n1|n2 meridiem
        clock: N oclock n2? meridiem
        clock: n1|n2 colon n2 minute
        clock: n1|n2 colon n2 colon n2
        clockRange: N J N hour
        clockRange: N J N oclock half?
        span: K dayWord half?
        span: K odd dayWord
        span: K dot n1|n2|c dayWord
        span: half dayWord
        span: K ge? workday
        span: K odd? year half
        span: K odd year
        span: K dot n1|n2|c year
        span: K ge odd? month
        span: K odd month
        span: n3|cc day
        span: K ge half month
        span: K ge odd month
        span: K odd ge month
        span: half ge? month
        span: half year
        span: c load
        span: c odd load
        span: K ge? odd? week
        span: K odd ge week
        span: K ge half week
        span: K odd? ge? hours
        span: K ge odd? hours
        span: K ge half hours
        span: half ge? hours
        span: K dot K ge? hours
        span: K odd? minutes
        span: half minutes
        span: K odd? seconds
        span: K ge quarter
        span: K quarterHour zhong
        span: K decade
        span: K second
        span: K ge century
        span: half ge century
        span: K cc ge? hours|minutes|seconds|dayWord
        span: K cc year
        minuteTail: K minute
        minuteTail: K minute K second
        minuteTail: K second
        recurringUnit: each year|month|day|dayWord|week|quarter|hours|minutes|fiscal|weekend|workday
        recurringUnit: each ge month|week|hours|quarter|weekend|workday
        recurringUnit: each K year|dayWord|day|week|hours|minutes|seconds
        recurringUnit: each K ge month|week|hours|quarter
        recurringUnit: each half year|dayWord
        recurringUnit: each half ge? hours|month
        recurringUnit: each seasonName
        recurringUnit: everyDay
        recurringPart: each part
        recurringWeekday: each ge? week c|n1|day|dayWord
        from: from
        until: until
        since: since
        start: start
        before: before
        after: after
        stop: stop
        to: to
        with: with
        between: between
        dash: dash
        dash: dash dash
        list: list
        """
}

/// Finds the pieces in a row of tokens by walking a trie of signs: at most the length of the longest pattern for each
/// token, whatever the text.
struct DatePieceFinder: Sendable {
    private let width = DateSign.allCases.count
    /// `next[node * width + sign]`: the following node, 0 for none.
    private let next: [Int16]
    private let kindAt: [DatePieceKind?]

    static let shared = DatePieceFinder()

    init() {
        var kinds: [String: DatePieceKind] = [:]
        for kind in DatePieceKind.allCases { kinds["\(kind)"] = kind }
        let width = DateSign.allCases.count
        var next: [Int16] = []
        next.reserveCapacity(1500 * width)
        next.append(contentsOf: repeatElement(0, count: width))
        var kindAt: [DatePieceKind?] = [nil]

        func add(_ elements: ArraySlice<(signs: [DateSign], mayMiss: Bool)>, at node: Int, _ kind: DatePieceKind) {
            guard let element = elements.first else {
                if kindAt[node] == nil { kindAt[node] = kind }
                return
            }
            for sign in element.signs {
                var child = Int(next[node * width + Int(sign.rawValue)])
                if child == 0 {
                    child = kindAt.count
                    kindAt.append(nil)
                    next.append(contentsOf: repeatElement(0, count: width))
                    next[node * width + Int(sign.rawValue)] = Int16(child)
                }
                add(elements.dropFirst(), at: child, kind)
            }
            if element.mayMiss { add(elements.dropFirst(), at: node, kind) }
        }

        for line in DatePatterns.lines.fields(between: "\n") {
            let parts = line.fields(between: " ")
            guard let head = parts.first, head.last == ":", let kind = kinds[String(head.dropLast())] else {
                preconditionFailure("a pattern is malformed: \(line)")
            }
            let elements = parts.dropFirst().map { part -> (signs: [DateSign], mayMiss: Bool) in
                let mayMiss = part.last == "?"
                let names = (mayMiss ? part.dropLast() : part).fields(between: "|").map(String.init)
                let all = names.flatMap { name in
                    (DateLexicon.aliases[name]?.fields(between: "|").map(String.init) ?? [name]).map {
                        name -> DateSign in
                        guard let sign = DateSign.named[name] else { preconditionFailure("no sign \(name)") }
                        return sign
                    }
                }
                return (all, mayMiss)
            }
            add(elements[...], at: 0, kind)
        }
        self.next = next
        self.kindAt = kindAt
    }

    /// The pieces in order; tokens that begin none are passed over.
    func pieces(_ tokens: [DateToken], _ bytes: [UInt8], into pieces: inout [DatePiece]) {
        pieces.removeAll(keepingCapacity: true)
        var at = 0
        while at < tokens.count {
            var node = 0
            var best: (kind: DatePieceKind, end: Int)?
            var index = at
            while index < tokens.count {
                if index > at, !DateJoint.holds(tokens[index - 1], tokens[index], bytes) { break }
                node = Int(next[node * width + Int(tokens[index].sign.rawValue)])
                if node == 0 { break }
                index += 1
                if let kind = kindAt[node], accepts(kind, tokens, at..<index) { best = (kind, index) }
            }
            if let best {
                pieces.append(
                    DatePiece(
                        kind: best.kind, tokens: at..<best.end, start: tokens[at].start, end: tokens[best.end - 1].end))
                at = best.end
            } else {
                at += 1
            }
        }
    }
}

extension DatePieceFinder {
    /// Whether the values of a row fit its form, so that a shorter form may serve where they do not.
    private func accepts(_ kind: DatePieceKind, _ tokens: [DateToken], _ row: Range<Int>) -> Bool {
        switch kind {
        case .monthRange:
            // 1月3至2月10: the 3 belongs to the month before it.
            let at = row.lowerBound
            if at > 0, tokens[at - 1].sign == .month, tokens[at - 1].end == tokens[at].start { return false }
            if tokens[row.upperBound - 3].sign.isNumber, tokens[row.upperBound - 2].sign == .c {
                return tokens[row.upperBound - 2].value == 2 && runsOn(tokens, row.lowerBound..<row.upperBound - 2)
            }
            return runsOn(tokens, row)
        case .monthsLast:
            // 2021年后三个月; elsewhere 后 belongs to the word before it.
            guard row.lowerBound > 0 else { return false }
            let before = tokens[row.lowerBound - 1]
            return before.end == tokens[row.lowerBound].start && [.year, .yearRel, .yearAna].contains(before.sign)
        case .dayRange, .dayList:
            // 廿九、三十两日: the last number tells how many they are.
            let last = tokens[row.upperBound - 2]
            if tokens[row.upperBound - 3].sign.isNumber || tokens[row.upperBound - 3].sign == .day, last.sign == .c {
                let days = tokens[row].dropLast(2).filter { $0.sign.isNumber }
                return last.value == days.count && runsOn(tokens, row.lowerBound..<row.upperBound - 2)
            }
            return runsOn(tokens, row)
        case .yearRange, .yearRangeShort: return runsOn(tokens, row)
        case .span: return tokens[row.upperBound - 1].sign != .day || tokens[row.upperBound - 1].value == 0
        default: return true
        }
    }

    /// 3、4日 is a stretch, 3、5日 two days: numbers joined by 、 follow one another.
    private func runsOn(_ tokens: [DateToken], _ row: Range<Int>) -> Bool {
        var last: Int?
        var isList = false
        for token in tokens[row] {
            if token.sign == .list { isList = true }
            guard token.sign.isNumber else { continue }
            if isList, let last, token.value != last + 1 { return false }
            last = token.value
        }
        return true
    }
}

/// What may stand between two tokens of one piece, and between two pieces of one date.
enum DateJoint {
    /// Tokens touch, or one or two plain spaces stand beside a number.
    static func holds(_ a: DateToken, _ b: DateToken, _ bytes: [UInt8]) -> Bool {
        if a.end == b.start { return true }
        // 2022 11 23
        if a.sign == .n4 || a.sign == .n2, b.sign == .n2 { return b.start - a.end == 1 && bytes[a.end] == " " }
        guard a.sign.isNumber != b.sign.isNumber || a.sign == .to || b.sign == .dash || a.sign == .dash else {
            return false
        }
        return isSpace(bytes, a.end, b.start)
    }

    /// One or two plain or no-break spaces.
    static func isSpace(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
        guard end > start, end - start <= 4 else { return false }
        var at = start
        while at < end {
            if bytes[at] == " " {
                at += 1
            } else if bytes[at] == 0xC2, at + 1 < end, bytes[at + 1] == 0xA0 {
                at += 2
            } else {
                return false
            }
        }
        return end - start <= 2 || bytes[start] == 0xC2
    }
}
