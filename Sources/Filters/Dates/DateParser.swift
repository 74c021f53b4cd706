import QuandianText

/// Joins the pieces of one block into time expressions.
struct DateParser {
    let bytes: [UInt8]
    let block: Range<Int>
    let tokens: [DateToken]
    let pieces: [DatePiece]
    /// Whether the document counts years by 民国, so that 十八年三月 and 103年 are years.
    let countsMinguo: Bool
    /// Whether a day of the lunar calendar has been named, so that 初三 may be another.
    let namesLunarDays: Bool
    /// The year of a reign or of the Republic named last, for years that leave the title out.
    var era: EraYear?

    /// The expressions in order. Each piece is read a bounded number of times.
    mutating func expressions(into found: inout [DateExpression]) {
        var at = 0
        while at < pieces.count {
            if let (expression, next) = expression(at) {
                found.append(expression)
                remember(expression)
                at = next
            } else {
                at += 1
            }
        }
    }

    private mutating func remember(_ expression: DateExpression) {
        switch expression.body {
        case .point(let reading), .range(_, let reading):
            if let named = reading.era {
                era = named
            } else if case .fixed(let year) = reading.year, year > 999, reading.calendar == .gregorian,
                year != era?.year  // 民国三年（1914年）
            {
                era = nil
            }
        default: break
        }
    }

    // MARK: One expression

    func expression(_ at: Int) -> (DateExpression, Int)? {
        let first = pieces[at]
        switch first.kind {
        case .to:
            // 至2020年8月19日止
            guard at + 1 < pieces.count, first.end == pieces[at + 1].start,
                var (expression, next) = dated(at + 1, prefix: nil), case .point = expression.body,
                expression.frame == .none, next < pieces.count, pieces[next].kind == .stop,
                pieces[next].start == expression.end
            else { return nil }
            expression.frame = .until
            expression.start = first.start
            expression.end = pieces[next].end
            next += 1
            return (expression, next)
        case .from, .until:
            guard at + 1 < pieces.count, first.end == pieces[at + 1].start,
                let (expression, next) = dated(at + 1, prefix: first)
            else { return nil }
            return (expression, next)
        case .span, .yearOrSpan, .halfSpan:
            if first.kind == .yearOrSpan, eraYear(first) != nil || readsAsYear(at) { return dated(at, prefix: nil) }
            return span(at)
        case .recurringUnit, .recurringWeekday, .recurringPart:
            return recurrence(at)
        case .year where isCountOfYears(first):
            return span(at)
        case .months:
            // 提前三个月: 前 belongs to the word before.
            return span(at, from: first.tokens.lowerBound + 1)
        case .month where isCountOfMonths(first):
            return span(at)
        case .day:
            if isCountOfDays(first) { return span(at) }
            return dated(at, prefix: nil)
        default:
            return dated(at, prefix: nil)
        }
    }

    func dated(_ at: Int, prefix: DatePiece?) -> (DateExpression, Int)? {
        guard let (a, afterA) = point(at) else { return nil }
        var next = afterA
        var body = DateExpression.Body.point(a)
        var isRange = false
        // 2019年4月8日起至2021年4月7日止
        if let start = piece(next, touching: next - 1), start.kind == .start, startsWith(start.start, "起"),
            piece(next + 1, touching: next)?.kind == .to
        {
            next += 1
        }
        if let joint = piece(next, touching: next - 1), [.to, .dash, .with].contains(joint.kind),
            piece(next + 1, touching: next) != nil, let (second, afterB) = point(next + 1, asEndOf: a), fits(a, second),
            joint.kind != .with || piece(afterB, touching: afterB - 1)?.kind == .between
        {
            guard pieces[at].kind != .md || pieces[at].start == block.lowerBound else { return nil }
            var b = second
            if let era = a.era, b.era == nil, b.yearIsShort, case .fixed(let number) = b.year {
                // 道光十六年至十八年
                b.era = EraYear(base: era.base, number: number, last: era.last, calendar: era.calendar)
                (b.year, b.yearIsShort, b.calendar) = (.fixed(era.base + number), false, era.calendar)
            }
            body = .range(a, b)
            next = afterB
            isRange = true
        } else {
            next = afterA
        }
        if !isRange, pieces[at].kind == .ym || pieces[at].kind == .md, !standsAlone(at, next) { return nil }
        var expression = DateExpression(
            body: body, start: pieces[at].start, end: pieces[next - 1].end, rule: pieces[at].kind.name)
        if a.isDoubtful { expression.certainty = 0.6 }
        if next == at + 1, mayEndName(pieces[at]) { expression.certainty = 0.4 }
        if isRange {
            if let stop = piece(next, touching: next - 1), stop.kind == .stop || stop.kind == .before {
                expression.end = stop.end
                next += 1
            }
            expression.rule = "range." + pieces[at].kind.name
            return (expression, next)
        }
        if let prefix, prefix.kind == .until {
            expression.frame = .until
            expression.start = prefix.start
            if let stop = piece(next, touching: next - 1), stop.kind == .stop || stop.kind == .before {
                expression.end = stop.end
                next += 1
            }
            return (expression, next)
        }
        if let suffix = piece(next, touching: next - 1), suffix.start == expression.end {
            switch suffix.kind {
            case .since:
                expression.frame = .since
            // 起; 开始 where it closes the frame or the text
            case .start
            where prefix?.kind == .from || startsWith(suffix.start, "起") || suffix.end == block.upperBound:
                expression.frame = .since
            case .before where !a.isSamePeriod:
                expression.frame = .until
            case .after:
                expression.frame = .since
            default:
                return (expression, next)
            }
            expression.end = suffix.end
            if suffix.kind == .since || suffix.kind == .start, let prefix { expression.start = prefix.start }
            next += 1
        }
        return (expression, next)
    }

    func piece(_ index: Int, touching before: Int) -> DatePiece? {
        guard pieces.indices.contains(index), pieces.indices.contains(before) else { return nil }
        let gap = (pieces[before].end, pieces[index].start)
        return gap.0 == gap.1 || DateJoint.isSpace(bytes, gap.0, gap.1) ? pieces[index] : nil
    }

    /// Whether a second point may close a range that the first opens.
    func fits(_ a: DateReading, _ b: DateReading) -> Bool {
        if a.isClockOnly && b.isClockOnly { return true }
        if b.isClockOnly { return a.clock != nil }
        if a.clock != nil, b.clock == nil, b.part == nil { return false }
        return true
    }

    // MARK: A point

    func point(_ at: Int, asEndOf first: DateReading? = nil) -> (DateReading, Int)? {
        guard at < pieces.count, mayOpen(at, asEnd: first != nil) else { return nil }
        var reading = DateReading()
        guard apply(pieces[at], to: &reading, at) else { return nil }
        var next = at + 1
        while next < pieces.count, DateSequence.shared.allows(pieces[next - 1].kind, pieces[next].kind) {
            let gap = (pieces[next - 1].end, pieces[next].start)
            if gap.0 != gap.1, !isOf(next) {
                let a = tokens[pieces[next - 1].tokens.upperBound - 1]
                let b = tokens[pieces[next].tokens.lowerBound]
                guard
                    a.sign.isNumber != b.sign.isNumber || pieces[next].kind == .clock || pieces[next].kind == .part
                        || pieces[next - 1].kind == .year,
                    DateJoint.isSpace(bytes, gap.0, gap.1)
                else { break }
            }
            var trial = reading
            guard apply(pieces[next], to: &trial, next) else { break }
            reading = trial
            next += 1
        }
        guard isComplete(reading, at, next) else { return nil }
        return (reading, next)
    }

    /// Whether 的 alone, or the wide space of a masthead, stands before a piece that may still belong to the date:
    /// 十月的第一周, 去年的国庆节, 六月十八日　星期一.
    private func isOf(_ next: Int) -> Bool {
        guard pieces[next].start - pieces[next - 1].end == 3 else { return false }
        switch pieces[next].kind {
        case .nthWeek, .nthWeekday, .dayRel, .holiday, .term, .quarter, .half, .season:
            return startsWith(pieces[next - 1].end, "的")
        case .month: return startsWith(pieces[next - 1].end, "的") && pieces[next - 1].kind != .yearMeant
        case .weekday: return startsWith(pieces[next - 1].end, "\u{3000}")
        default: return false
        }
    }

    func isComplete(_ reading: DateReading, _ at: Int, _ next: Int) -> Bool {
        if reading.hasDate { return true }
        return reading.clock != nil || reading.part != nil && pieces[next - 1].kind == .part
    }
}
