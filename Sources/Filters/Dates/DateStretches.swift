import QuandianText

// Ranges, and amounts counted from a day.

extension DateResolver {
    mutating func shifted(_ span: TimeSpan, _ sign: Int, _ text: String) -> DateResolution {
        let base: CivilDate?
        let name: String
        if sign > 0, let named = dayInBlock {
            (base, name) = (named.date, named.text)
        } else if sign > 0, let named = yearInBlock, span.years != nil, span.days == nil {
            (base, name) = (CivilDate(year: named.year, month: 1, day: 1), named.text)
        } else {
            (base, name) = (reference, reference.map { "\(referenceName) \($0)" } ?? "")
        }
        guard let base else { return DateResolution(value: .unresolved, certainty: 0.6, leadsOn: false) }
        let whole = { (amount: String?) in amount.flatMap { Int($0) } }
        var resolution = DateResolution(value: .unresolved, anchor: name, certainty: 0.6, leadsOn: false)
        if let days = whole(span.days) ?? whole(span.weeks).map({ $0 * 7 }), days < 1_000_000 {
            if let date = CivilCalendar.date(CivilCalendar.number(base) + sign * days) {
                resolution.value = .point(TimePoint(date.point))
                remember(date, text)
            }
        } else if let (months, hasHalf) = months(span), months < 100_000 {
            let years = whole(span.years) ?? 0
            var (y, m) = CivilCalendar.month(base.year, base.month, plus: sign * (months + years * 12))
            // 两个半月前: the half is fifteen days.
            if hasHalf, sign > 0 ? base.day > 15 : base.day <= 15 { (y, m) = CivilCalendar.month(y, m, plus: sign) }
            if (1...9999).contains(y) { resolution.value = .point(TimePoint(.month(year: y, month: m))) }
        } else if let years = whole(span.years), years < 10_000, (1...9999).contains(base.year + sign * years) {
            resolution.value = .point(TimePoint(.year(base.year + sign * years)))
            yearInBlock = (base.year + sign * years, text)
        }
        return resolution
    }

    /// Whole months, and whether half of one comes to them.
    private func months(_ span: TimeSpan) -> (Int, Bool)? {
        guard let amount = span.months else { return nil }
        let hasHalf = amount.hasSuffix(".5")
        return Int(hasHalf ? amount.dropLast(2) : amount[...]).map { ($0, hasHalf) }
    }

    mutating func range(
        _ expression: DateExpression, _ first: DateReading, _ second: DateReading, text: String, isCompared: Bool,
        sameSentence: (Int) -> Bool
    ) -> DateResolution? {
        var a = first
        var b = second
        if a.isClockOnly, b.isClockOnly {
            let day = clockDay(sameSentence)
            guard let start = a.clock, var end = b.clock else { return nil }
            if b.part == nil, end < start, end.hour + 12 <= 24, end.hour + 12 > start.hour, a.part != nil {
                end.hour += 12
            }
            note(end, a.part == nil ? b : a, expression.end)
            var last = day?.date
            if end < start, let date = day?.date { last = CivilCalendar.date(CivilCalendar.number(date) + 1) }
            return DateResolution(
                value: .range(TimePoint(day?.date.point, start), TimePoint(last?.point, end)), anchor: day?.text,
                certainty: day == nil ? 1 : 0.8, leadsOn: false)
        }
        // What the first leaves to the second: 15日至8月2日 does not occur, 11月至2020年1月 does.
        if a.year == nil, !a.yearMeant, let year = b.year, a.month != nil, case .fixed(let number) = year {
            a.year = .fixed(number)
            a.yearIsShort = b.yearIsShort
            if case .fixed(let m) = a.month, case .fixed(let n) = b.month, m > n { a.year = .fixed(number - 1) }
        }
        if !a.hasDate {
            // 夜间至次日上午: a part of a day that is not known has no value, whatever year was named.
            guard let day = clockDay(sameSentence) else {
                // 22时至次日6时 of no day that is known
                if let start = a.clock, let end = b.clock, b.month == nil, case .named = b.day {
                    return DateResolution(value: .range(TimePoint(nil, start), TimePoint(nil, end)), leadsOn: false)
                }
                return DateResolution(value: .unresolved, certainty: 0.6)
            }
            a.year = .fixed(day.date.year)
            a.month = .fixed(day.date.month)
            a.day = .fixed(day.date.day)
        }
        let (startOutcome, startAnchor) = outcome(a)
        guard case .day(let start) = startOutcome else {
            if case .impossible = startOutcome { return DateResolution(value: .impossible) }
            return DateResolution(value: .unresolved, certainty: 0.6)
        }
        var anchor = startAnchor
        var end: TimePoint.Day?
        if b.isClockOnly {
            guard let clock = a.clock, var stop = b.clock else { return nil }
            if b.part == nil, stop < clock, a.part != nil, stop.hour + 12 > clock.hour, stop.hour + 12 <= 24 {
                stop.hour += 12
            }
            b.clock = stop
            end = stop < clock ? start.shifted(days: 1) : start
        } else {
            b.calendar = b.year == nil ? a.calendar : b.calendar
            if a.isLunar, b.day != nil, b.month == nil { b.isLunar = true; b.month = a.month; b.year = a.year }
            var memory = self
            memory.rememberForRange(start, text)
            if b.year == nil, b.month != nil || b.holiday != nil || b.quarter != nil || b.half != nil,
                let year = start.year
            {
                b.year = .fixed(year)
                b.yearIsShort = false
            }
            let (endOutcome, endAnchor) = memory.outcome(b)
            switch endOutcome {
            case .day(let day): end = day
            case .range(_, let last): end = last
            case .impossible: return DateResolution(value: .impossible)
            case .unresolved: return DateResolution(value: .unresolved, certainty: 0.6)
            }
            if endAnchor != nil, startAnchor == nil,
                second.year != nil || second.day != nil && second.month == nil && second.year == nil
            {
                anchor = second.year == nil ? nil : endAnchor
            }
            if let last = end, second.year == nil, last.isBefore(start), let year = last.year {
                end = last.moved(to: year + 1)
            }
        }
        guard let end else { return nil }
        if let clock = b.clock { note(clock, a.part == nil ? b : a, expression.end) }
        if !isCompared { remember(start, end, a, expression, text) }
        let (from, to) = (TimePoint(start, a.clock), TimePoint(end, b.clock))
        // 2月上旬到中旬: parts that have no value of their own.
        return DateResolution(
            value: from == to ? .point(from) : .range(from, to), anchor: anchor, certainty: anchor == nil ? 1 : 0.8)
    }
}
