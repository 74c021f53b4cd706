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

    /// The expressions in order. Each piece is read a bounded number of times.
    func expressions(into found: inout [DateExpression]) {
        var at = 0
        while at < pieces.count {
            if let (expression, next) = expression(at) {
                found.append(expression)
                at = next
            } else {
                at += 1
            }
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
            if first.kind == .yearOrSpan, readsAsYear(at) { return dated(at, prefix: nil) }
            return span(at)
        case .recurringUnit, .recurringWeekday, .recurringPart:
            return recurrence(at)
        case .year where isCountOfYears(first):
            return span(at)
        case .months:
            // 提前三个月: 前 belongs to the word before.
            return span(at, from: first.tokens.lowerBound + 1)
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
        if let joint = piece(next, touching: next - 1), [.to, .dash, .with].contains(joint.kind),
            piece(next + 1, touching: next) != nil, let (b, afterB) = point(next + 1, asEndOf: a), fits(a, b),
            joint.kind != .with || piece(afterB, touching: afterB - 1)?.kind == .between
        {
            guard pieces[at].kind != .md || pieces[at].start == block.lowerBound else { return nil }
            body = .range(a, b)
            next = afterB
            isRange = true
        } else if pieces[at].kind == .ym || pieces[at].kind == .md {
            guard standsAlone(at, next) else { return nil }
        }
        var expression = DateExpression(
            body: body, start: pieces[at].start, end: pieces[next - 1].end, rule: "\(pieces[at].kind)")
        if a.isDoubtful { expression.certainty = 0.6 }
        if next == at + 1, mayEndName(pieces[at]) { expression.certainty = 0.4 }
        if isRange {
            if let stop = piece(next, touching: next - 1), stop.kind == .stop {
                expression.end = stop.end
                next += 1
            }
            expression.rule = "range.\(pieces[at].kind)"
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
            case .start where prefix?.kind == .from || startsWith(suffix.start, 0x8D77):  // 起
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
            if gap.0 != gap.1 {
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

    func isComplete(_ reading: DateReading, _ at: Int, _ next: Int) -> Bool {
        if reading.hasDate { return true }
        return reading.clock != nil || reading.part != nil && pieces[next - 1].kind == .part
    }
}
