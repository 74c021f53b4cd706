import QuandianText

/// What an expression means where it stands.
struct DateResolution {
    var value: DateValue
    /// What lent a missing part; nil where nothing was lent.
    var anchor: String?
    var certainty = 1.0
    /// Where the expression named a year, a month or a day that later ones may lean on.
    var leadsOn = true
}

/// Reads expressions one after the other and carries what has been named.
///
/// The order of what lends a missing year: the year named before it in the same block, the year of the section's
/// heading, that of the document's title, the reference date.
struct DateResolver {
    /// The day from which 昨日 and dates without a year are read.
    let reference: CivilDate?
    let referenceName: String
    /// Whether the caller gave the reference date.
    let referenceIsGiven: Bool

    struct Named {
        var date: CivilDate
        var text: String
    }

    private(set) var titleYear: Int?
    private var headings: [(level: Int, year: Int?, month: Int?)] = []
    /// The last day named in this block, and in the section.
    private var dayInBlock: Named?
    private var dayInSection: Named?
    private var yearInBlock: (year: Int, text: String)?
    /// Whether the year in the block was stated, and not itself inferred.
    private var yearIsStated = false
    private var yearInDocument: (year: Int, text: String)?
    private var monthInBlock: (year: Int, month: Int)?
    /// The day, month or longer stretch named last, for 同期.
    private var lastPeriod: (start: TimePoint.Day, end: TimePoint.Day?)?
    /// Where a recurrence was named last: a clock behind it in the same sentence has no date.
    private var recurrenceEnd: Int?
    private var level: Int?
    private var isTitle = false

    init(reference: CivilDate?, name: String, isGiven: Bool) {
        self.reference = reference
        self.referenceName = name
        self.referenceIsGiven = isGiven
    }

    // MARK: Blocks

    mutating func enter(_ block: Block) {
        dayInBlock = nil
        yearInBlock = nil
        yearIsStated = false
        monthInBlock = nil
        recurrenceEnd = nil
        isTitle = false
        level = nil
        switch block.kind {
        case .title, .subtitle: isTitle = true
        case .heading(let depth), .runInHeading(let depth):
            level = depth
            headings.removeAll { $0.level >= depth }
            headings.append((depth, nil, nil))
            if case .heading = block.kind { dayInSection = nil }
        default: break
        }
    }

    private var sectionYear: Int? { headings.last { $0.year != nil }?.year }
    private var sectionMonth: (year: Int?, month: Int)? {
        guard let heading = headings.last(where: { $0.month != nil }), let month = heading.month else { return nil }
        return (heading.year ?? sectionYear, month)
    }

    // MARK: Years

    /// A date that a year makes whole: its distance decides between years.
    private enum Hint { case none, month(Int), day(Int, Int) }

    /// The year that the text leaves out, and what lends it.
    private func inferredYear(_ hint: Hint, weekday: Int? = nil) -> (year: Int, anchor: String)? {
        var candidates: [(year: Int, anchor: String)] = []
        if let yearInBlock, yearIsStated || reference == nil {
            candidates.append((yearInBlock.year + turnOfYear(hint), yearInBlock.text))
        }
        if let sectionYear { candidates.append((sectionYear, "heading \(sectionYear)")) }
        let byReference = reference.map { (year: nearest(hint, $0), anchor: "\(referenceName) \($0)") }
        if let titleYear {
            if let reference, let byReference {
                let isPlan: Bool = if case .day = hint { false } else { true }
                if titleYear < reference.year || titleYear > reference.year && isPlan {
                    candidates.append((titleYear, "title \(titleYear)"))
                }
                candidates.append(byReference)
            } else {
                candidates.append((titleYear, "title \(titleYear)"))
            }
        } else if let byReference {
            candidates.append(byReference)
        } else if let yearInDocument {
            candidates.append((yearInDocument.year, yearInDocument.text))
        }
        if let weekday, case .day(let month, let day) = hint {
            let fits: (Int) -> Bool = { year in
                CivilDate(year: year, month: month, day: day).map { CivilCalendar.weekday($0) == weekday } ?? false
            }
            if let candidate = candidates.first(where: { fits($0.year) }) { return candidate }
            if let byReference, fits(byReference.year) { return byReference }
        }
        return candidates.first
    }

    /// 1 where the dates have run over the end of the year: 12月30日 … 1月2日.
    private func turnOfYear(_ hint: Hint) -> Int {
        guard case .day(let month, _) = hint, month <= 2, let named = dayInBlock, named.date.month >= 11,
            named.date.year == yearInBlock?.year
        else { return 0 }
        return 1
    }

    /// The year in which a date without one is at most two months after the reference date.
    private func nearest(_ hint: Hint, _ reference: CivilDate) -> Int {
        let limit = CivilCalendar.month(reference.year, reference.month, plus: 2)
        switch hint {
        case .none: return reference.year
        case .month(let month):
            return (reference.year, month) > (limit.year, limit.month)
                ? reference.year - 1
                : (reference.year + 1, month) <= (limit.year, limit.month) ? reference.year + 1 : reference.year
        case .day(let month, let day):
            if (reference.year, month, day) > (limit.year, limit.month, reference.day) { return reference.year - 1 }
            if (reference.year + 1, month, day) <= (limit.year, limit.month, reference.day) {
                return reference.year + 1
            }
            return reference.year
        }
    }

    private enum Year { case known(Int, String?), unknown, none }

    private func year(_ reading: DateReading, _ hint: Hint) -> Year {
        switch reading.year {
        case .fixed(let year):
            if reading.yearIsShort {
                let limit = (reference?.year ?? 2030) + 10
                let base = limit / 100 * 100 + year
                return .known(base <= limit ? base : base - 100, nil)
            }
            return .known(year, nil)
        case .relative(let offset):
            if let reference { return .known(reference.year + offset, "\(referenceName) \(reference)") }
            if offset == 0, let titleYear { return .known(titleYear, "title \(titleYear)") }
            return .unknown
        case .named(let offset):
            if let base = yearInBlock ?? dayInSection.map({ ($0.date.year, $0.text) }) ?? yearInDocument {
                return .known(base.year + offset, base.text)
            }
            if let (year, anchor) = inferredYear(.none) { return .known(year + offset, anchor) }
            return .unknown
        case nil:
            if let (year, anchor) = inferredYear(hint, weekday: reading.weekdayNote) { return .known(year, anchor) }
            return reading.yearMeant ? .unknown : .none
        }
    }

    // MARK: Points

    private enum Outcome {
        case day(TimePoint.Day)
        case range(TimePoint.Day?, TimePoint.Day?)
        case unresolved, impossible
    }

    private func outcome(_ reading: DateReading) -> (Outcome, String?) {
        if reading.beforeChrist { return (.unresolved, nil) }
        if let plan = reading.plan {
            return (.range(.year(plan), .year(plan + 4)), nil)
        }
        if reading.centuryOffset != nil || reading.century != nil || reading.decade != nil {
            return longStretch(reading)
        }
        if reading.holiday != nil || reading.term != nil { return feast(reading) }
        if reading.isWeekend || reading.weekday != nil || reading.weekOffset != nil { return week(reading) }
        if reading.isLunar || isReignMonth(reading) { return lunar(reading) }
        if case .relative(let offset) = reading.day {
            guard let reference, let date = CivilCalendar.date(CivilCalendar.number(reference) + offset) else {
                return (.unresolved, nil)
            }
            return (.day(date.point), "\(referenceName) \(reference)")
        }
        if case .named(let offset) = reading.day, reading.month == nil {
            if let base = dayInBlock ?? dayInSection,
                let date = CivilCalendar.date(CivilCalendar.number(base.date) + offset)
            {
                return (.day(date.point), base.text)
            }
            if let reference, let date = CivilCalendar.date(CivilCalendar.number(reference) + offset) {
                return (.day(date.point), "\(referenceName) \(reference)")
            }
            return (.unresolved, nil)
        }
        return civil(reading)
    }

    private func longStretch(_ reading: DateReading) -> (Outcome, String?) {
        if let offset = reading.centuryOffset {
            let century = (reference?.year ?? 2000) / 100 * 100 + offset * 100
            if let decade = reading.decade { return (.day(.decade(century + decade)), nil) }
            return (.day(.century(century)), nil)
        }
        if let decade = reading.decade {
            if decade >= 100 { return (.day(.decade(decade)), nil) }
            let year = reference?.year ?? 2020
            let base = year / 100 * 100 + decade
            return (.day(.decade(base > year || decade >= 30 && year < 2050 ? base - 100 : base)), nil)
        }
        return (.day(.century(reading.century ?? 1900)), nil)
    }

    private func feast(_ reading: DateReading) -> (Outcome, String?) {
        func date(_ year: Int) -> CivilDate? {
            if let holiday = reading.holiday { return Holiday.all[holiday].date(in: year) }
            return reading.term.flatMap { LunarCalendar.term($0, of: year) }
        }
        // 2017年大寒 may mean the one that closes that winter; the calendar year is the plain sense.
        let hint: Hint = date(reference?.year ?? 2000).map { .day($0.month, $0.day) } ?? .none
        switch year(reading, hint) {
        case .known(let year, let anchor):
            guard let theDay = date(year) else { return (.unresolved, nil) }
            if reading.year == nil, yearInBlock == nil, sectionYear == nil, titleYear == nil, let reference,
                let earlier = feastDate(before: theDay, by: { date(year + $0) }, reference)
            {
                return (.day(earlier.point), anchor)
            }
            return (.day(theDay.point), anchor)
        case .unknown, .none: return (.unresolved, nil)
        }
    }

    /// Of the feasts of three years the last that is at most two months after the reference date.
    private func feastDate(before date: CivilDate, by year: (Int) -> CivilDate?, _ reference: CivilDate) -> CivilDate? {
        let limit = CivilCalendar.number(reference) + 62
        return [year(1), year(0), year(-1)].compactMap { $0 }.first { CivilCalendar.number($0) <= limit } ?? date
    }

    private func week(_ reading: DateReading) -> (Outcome, String?) {
        guard let reference else { return (.unresolved, nil) }
        let today = CivilCalendar.number(reference)
        let monday = today - CivilCalendar.weekday(reference) + 1
        let name = "\(referenceName) \(reference)"
        let base = monday + (reading.weekOffset ?? 0) * 7
        if reading.isWeekend {
            guard let saturday = CivilCalendar.date(base + 5), let sunday = CivilCalendar.date(base + 6) else {
                return (.unresolved, nil)
            }
            return (.range(saturday.point, sunday.point), name)
        }
        if let weekday = reading.weekday {
            var day = base + weekday - 1
            if reading.weekOffset == nil {
                if day - today > 3, weekday != 7 { day -= 7 }
                if today - day > 3 { day += 7 }
            }
            guard let date = CivilCalendar.date(day) else { return (.unresolved, nil) }
            return (.day(date.point), name)
        }
        guard let date = CivilCalendar.date(base) else { return (.unresolved, nil) }
        let (year, week) = CivilCalendar.week(date)
        return (.day(.week(year: year, week: week)), name)
    }

    /// Months of Chinese reigns are those of the lunar calendar.
    private func isReignMonth(_ reading: DateReading) -> Bool {
        reading.calendar == .reign && reading.month != nil
    }

    private func lunar(_ reading: DateReading) -> (Outcome, String?) {
        guard case .fixed(let month) = reading.month ?? monthInBlock.map({ .fixed($0.month) }) else {
            return (.unresolved, nil)
        }
        let dayNumber: Int? = if case .fixed(let day) = reading.day { day } else { nil }
        func days(_ year: Int) -> (Int, Int)? {
            guard let (first, count) = LunarCalendar.month(month, leap: reading.isLeap, of: year) else { return nil }
            guard let dayNumber else { return (first, first + count - 1) }
            return dayNumber <= count ? (first + dayNumber - 1, first + dayNumber - 1) : nil
        }
        func answer(_ span: (Int, Int)?, _ anchor: String?, _ year: Int) -> (Outcome, String?) {
            guard let span, let first = CivilCalendar.date(span.0), let last = CivilCalendar.date(span.1) else {
                guard (LunarCalendar.firstYear...2100).contains(year) else {
                    return (.day(.year(max(1, year))), anchor)
                }
                return (.impossible, anchor)
            }
            return span.0 == span.1 ? (.day(first.point), anchor) : (.range(first.point, last.point), anchor)
        }
        if reading.year != nil {
            switch year(reading, .none) {
            case .known(let year, let anchor): return answer(days(year), anchor, year)
            case .unknown, .none: return (.unresolved, nil)
            }
        }
        if let named = dayInBlock {
            let near = CivilCalendar.number(named.date)
            let best = (-1...1).compactMap { days(named.date.year + $0) }.min { abs($0.0 - near) < abs($1.0 - near) }
            if let best { return answer(best, named.text, named.date.year) }
        }
        if let context = yearInBlock?.year ?? sectionYear ?? titleYear {
            return answer(days(context), "year \(context)", context)
        }
        if let reference {
            let limit = CivilCalendar.number(reference) + 62
            let best = [1, 0, -1].compactMap { days(reference.year + $0) }.first { $0.0 <= limit }
            return answer(best, "\(referenceName) \(reference)", reference.year)
        }
        return (.unresolved, nil)
    }

    private func civil(_ reading: DateReading) -> (Outcome, String?) {
        // The month first, for it decides the year.
        var month: Int?
        var monthYear: Int?
        var anchor: String?
        switch reading.month {
        case .fixed(let number):
            if number > 12 { return (.impossible, nil) }
            month = number
        case .relative(let offset):
            guard let reference else { return (.unresolved, nil) }
            let (y, m) = CivilCalendar.month(reference.year, reference.month, plus: offset)
            (monthYear, month, anchor) = (y, m, "\(referenceName) \(reference)")
        case .named(let offset):
            guard let base = namedMonth ?? reference.map({ ($0.year, $0.month) }) else { return (.unresolved, nil) }
            let (y, m) = CivilCalendar.month(base.year ?? 2000, base.month, plus: offset)
            (monthYear, month, anchor) = (base.year == nil ? nil : y, m, "month named before")
        case nil:
            if reading.day != nil || reading.monthMeant {
                guard let base = namedMonth ?? reference.map({ ($0.year, $0.month) }) else {
                    if case .fixed(let day) = reading.day {
                        return (ends(reading, .day(year: nil, month: nil, day: day)), nil)
                    }
                    return (.unresolved, nil)
                }
                (monthYear, month, anchor) = (base.year, base.month, "month named before")
                if case .fixed(let day) = reading.day, let (y, m) = turnOfMonth(day) { (monthYear, month) = (y, m) }
            }
        }
        if let month {
            let hint: Hint
            if case .fixed(let day) = reading.day { hint = .day(month, day) } else { hint = .month(month) }
            var yearNumber: Int?
            if let monthYear {
                yearNumber = monthYear
            } else {
                switch year(reading, hint) {
                case .known(let year, let lent): (yearNumber, anchor) = (year, lent ?? anchor)
                case .unknown: return (.unresolved, nil)
                case .none: yearNumber = nil
                }
            }
            if let week = reading.weekOfMonth {
                guard let yearNumber else { return (.unresolved, nil) }
                if let weekday = reading.nthWeekday {
                    let rule = Holiday(names: [], rule: .weekday(month: month, nth: week, weekday: weekday))
                    guard let date = rule.date(in: yearNumber), date.month == month else {
                        return (.impossible, anchor)
                    }
                    return (.day(date.point), anchor)
                }
                let first = CivilCalendar.number(yearNumber, month, 1)
                let monday = first + (8 - CivilCalendar.weekday(first)) % 7 + (week - 1) * 7
                guard let date = CivilCalendar.date(monday) else { return (.unresolved, nil) }
                let (y, w) = CivilCalendar.week(date)
                return (.day(.week(year: y, week: w)), anchor)
            }
            guard let dayPart = reading.day else {
                return (ends(reading, .month(year: yearNumber, month: month)), anchor)
            }
            guard case .fixed(let day) = dayPart else { return (.unresolved, nil) }
            guard day <= CivilDate.days(inMonth: month, of: yearNumber ?? 2000) else {
                // A lent year or month that has no such day is not the one that is meant.
                if reading.month == nil, day <= 31, let yearNumber {
                    let (y, m) = CivilCalendar.month(yearNumber, month, plus: -1)
                    return (ends(reading, .day(year: y, month: m, day: day)), anchor)
                }
                if reading.year == nil, month == 2, day == 29, let yearNumber,
                    let leap = (0...7).map({ yearNumber - $0 }).first(where: {
                        CivilDate.days(inMonth: 2, of: $0) == 29
                    })
                {
                    return (ends(reading, .day(year: leap, month: 2, day: 29)), anchor)
                }
                return (.impossible, anchor)
            }
            return (ends(reading, .day(year: yearNumber, month: month, day: day)), anchor)
        }
        // No month: the year, or a part of it.
        if let offset = reading.quarterOffset {
            guard let reference else { return (.unresolved, nil) }
            let index = reference.year * 4 + (reference.month - 1) / 3 + offset
            return (.day(.quarter(year: index / 4, quarter: index % 4 + 1)), "\(referenceName) \(reference)")
        }
        if let offset = reading.seasonOffset {
            guard let reference else { return (.unresolved, nil) }
            let index = reference.year * 4 + offset
            return (.day(.season(year: index / 4, Self.seasons[index % 4])), "\(referenceName) \(reference)")
        }
        let partHint: Hint =
            if let quarter = reading.quarter { .month(quarter * 3 - 2) } else if let half = reading.half {
                .month(half * 6 - 5)
            } else { .none }
        switch year(reading, partHint) {
        case .unknown, .none: return (.unresolved, nil)
        case .known(let year, let anchor):
            guard (1...9999).contains(year) else { return (.unresolved, nil) }
            if reading.isSamePeriod, let lastPeriod {
                let start = lastPeriod.start.moved(to: year)
                return (lastPeriod.end.map { .range(start, $0.moved(to: year)) } ?? .day(start), anchor)
            }
            if let half = reading.half { return (.day(.half(year: year, half: half)), anchor) }
            if let quarter = reading.quarter { return (.day(.quarter(year: year, quarter: quarter)), anchor) }
            if let quarters = reading.firstQuarters {
                return (.range(.quarter(year: year, quarter: 1), .quarter(year: year, quarter: quarters)), anchor)
            }
            if let months = reading.firstMonths {
                return (.range(.month(year: year, month: 1), .month(year: year, month: months)), anchor)
            }
            if let season = reading.season { return (.day(.season(year: year, Self.seasons[season])), anchor) }
            if let week = reading.weekOfMonth, week <= 53 { return (.day(.week(year: year, week: week)), anchor) }
            if let end = reading.yearEnd { return (.range(.year(year), .year(end)), anchor) }
            return (.day(.year(year)), anchor)
        }
    }

    private static let seasons: [TimePoint.Season] = [.spring, .summer, .autumn, .winter]

    private var namedMonth: (year: Int?, month: Int)? {
        if let monthInBlock { return (monthInBlock.year, monthInBlock.month) }
        if let sectionMonth { return sectionMonth }
        if let dayInSection { return (dayInSection.date.year, dayInSection.date.month) }
        return nil
    }

    /// A day alone around a turn of the month: 31日 … 2日, or 28日 in a text of the 1st.
    private func turnOfMonth(_ day: Int) -> (Int, Int)? {
        if let named = dayInBlock {
            if named.date.day >= 25, day <= 5 { return CivilCalendar.month(named.date.year, named.date.month, plus: 1) }
            return nil
        }
        guard monthInBlock == nil, sectionMonth == nil, dayInSection == nil, let reference else { return nil }
        if day - reference.day > 20 { return CivilCalendar.month(reference.year, reference.month, plus: -1) }
        return nil
    }

    /// The point, or the range to the second number of 15—18日 and 1—6月.
    private func ends(_ reading: DateReading, _ start: TimePoint.Day) -> Outcome {
        switch start {
        case .day(let year, let month, let day):
            guard let end = reading.dayEnd else { return .day(start) }
            guard end > day, let month else {
                if let year, let month {
                    let (y, m) = CivilCalendar.month(year, month, plus: 1)
                    return .range(start, .day(year: y, month: m, day: end))
                }
                return .range(start, .day(year: year, month: month, day: end))
            }
            guard end <= CivilDate.days(inMonth: month, of: year ?? 2000) else { return .impossible }
            return .range(start, .day(year: year, month: month, day: end))
        case .month(let year, let month):
            guard let end = reading.monthEnd else { return .day(start) }
            return .range(start, .month(year: end < month ? year.map { $0 + 1 } : year, month: end))
        default: return .day(start)
        }
    }

    // MARK: Expressions

    /// What an expression means, and the memory of it for those that follow.
    ///
    /// - Parameter lead: the text that stands straight before it, for comparisons (比2018年).
    mutating func resolve(_ expression: DateExpression, text: String, isCompared: Bool, sameSentence: (Int) -> Bool)
        -> DateResolution?
    {
        switch expression.body {
        case .span(let span): return DateResolution(value: .duration(span), leadsOn: false)
        case .recurrence(let value):
            recurrenceEnd = expression.end
            return DateResolution(value: .recurrence(value), leadsOn: false)
        case .shifted(let span, let sign): return shifted(span, sign, text)
        case .point(let reading):
            return point(expression, reading, text: text, isCompared: isCompared, sameSentence: sameSentence)
        case .range(let a, let b):
            return range(expression, a, b, text: text, isCompared: isCompared, sameSentence: sameSentence)
        }
    }

    private mutating func shifted(_ span: TimeSpan, _ sign: Int, _ text: String) -> DateResolution {
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
        } else if let months = whole(span.months), months < 100_000 {
            let years = whole(span.years) ?? 0
            let (y, m) = CivilCalendar.month(base.year, base.month, plus: sign * (months + years * 12))
            if (1...9999).contains(y) { resolution.value = .point(TimePoint(.month(year: y, month: m))) }
        } else if let years = whole(span.years), years < 10_000, (1...9999).contains(base.year + sign * years) {
            resolution.value = .point(TimePoint(.year(base.year + sign * years)))
            yearInBlock = (base.year + sign * years, text)
        }
        return resolution
    }

    private mutating func point(
        _ expression: DateExpression, _ reading: DateReading, text: String, isCompared: Bool,
        sameSentence: (Int) -> Bool
    ) -> DateResolution? {
        if reading.isClockOnly {
            let day = clockDay(sameSentence)
            guard let clock = reading.clock else { return nil }
            let point = { TimePoint(day?.date.point, $0) }
            var resolution = DateResolution(
                value: .point(point(clock)), anchor: day?.text, certainty: day == nil ? 1 : 0.8, leadsOn: false)
            if let end = reading.clockEnd {
                resolution.value = .range(point(clock), point(end))
            } else {
                resolution.value = framed(expression.frame, point(clock), nil)
            }
            return resolution
        }
        let (outcome, anchor) = outcome(reading)
        var resolution = DateResolution(value: .unresolved, anchor: anchor, certainty: anchor == nil ? 1 : 0.8)
        switch outcome {
        case .unresolved: resolution.value = .unresolved
        case .impossible: resolution.value = .impossible
        case .day(let day):
            if let clock = reading.clock, let end = reading.clockEnd {
                resolution.value = .range(TimePoint(day, clock), TimePoint(day, end))
            } else {
                resolution.value = framed(expression.frame, TimePoint(day, reading.clock), nil)
            }
            if !isCompared, !reading.isSamePeriod { remember(day, day, reading, expression, text) }
        case .range(let start, let end):
            resolution.value = framed(
                expression.frame, start.map { TimePoint($0, reading.clock) },
                end.map { TimePoint($0, reading.clockEnd) },
                isRange: true)
            if !isCompared, !reading.isSamePeriod, let start, let end {
                remember(start, end, reading, expression, text)
            }
        }
        return resolution
    }

    private func framed(_ frame: DateExpression.Frame, _ start: TimePoint?, _ end: TimePoint?, isRange: Bool = false)
        -> DateValue
    {
        switch frame {
        case .since: .range(start, nil)
        case .until: .range(nil, end ?? start)
        case .none: if isRange { .range(start, end) } else if let start { .point(start) } else { .unresolved }
        }
    }

    /// The day that a clock alone belongs to.
    private func clockDay(_ sameSentence: (Int) -> Bool) -> Named? {
        if let recurrenceEnd, sameSentence(recurrenceEnd) { return nil }
        if let dayInBlock { return dayInBlock }
        if recurrenceEnd != nil { return nil }
        if referenceIsGiven, let reference { return Named(date: reference, text: "\(referenceName) \(reference)") }
        return nil
    }

    private mutating func range(
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
        if a.isClockOnly, let day = clockDay(sameSentence) {
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
        if !isCompared { remember(start, end, a, expression, text) }
        return DateResolution(
            value: .range(TimePoint(start, a.clock), TimePoint(end, b.clock)), anchor: anchor,
            certainty: anchor == nil ? 1 : 0.8)
    }

    // MARK: Memory

    private mutating func remember(_ date: CivilDate, _ text: String, isStated: Bool = false) {
        if yearInBlock?.year != date.year { yearIsStated = false }
        dayInBlock = Named(date: date, text: text)
        dayInSection = dayInBlock
        yearInBlock = (date.year, text)
        yearInDocument = yearInBlock
        monthInBlock = (date.year, date.month)
        yearIsStated = yearIsStated || isStated
    }

    private mutating func rememberForRange(_ start: TimePoint.Day, _ text: String) {
        switch start {
        case .day(let year?, let month?, let day):
            if let date = CivilDate(year: year, month: month, day: day) { remember(date, text) }
        case .month(let year?, let month):
            monthInBlock = (year, month)
            yearInBlock = (year, text)
        default:
            if let year = start.year { yearInBlock = (year, text) }
        }
    }

    private mutating func remember(
        _ start: TimePoint.Day, _ end: TimePoint.Day, _ reading: DateReading, _ expression: DateExpression,
        _ text: String
    ) {
        let isRange = start != end
        lastPeriod = (start, isRange ? end : nil)
        if case .decade = start { return }
        if case .century = start { return }
        if isTitle, titleYear == nil, let year = start.year, reading.year != nil { titleYear = year }
        if let level, let year = start.year {
            let index = headings.count - 1
            if headings.indices.contains(index), headings[index].level == level, headings[index].year == nil {
                headings[index].year = year
                if case .month(_, let month) = start, !isRange { headings[index].month = month }
            }
        }
        switch end {
        case .day(let year?, let month?, let day):
            if let date = CivilDate(year: year, month: month, day: day) {
                remember(date, text, isStated: reading.year != nil)
            }
        case .month(let year?, let month):
            if !isRange, expression.frame == .none { monthInBlock = (year, month) }
            setYear(year, reading, expression, isRange, text)
        default:
            if let year = start.year { setYear(year, reading, expression, isRange, text) }
        }
    }

    private mutating func setYear(
        _ year: Int, _ reading: DateReading, _ expression: DateExpression, _ isRange: Bool, _ text: String
    ) {
        if isRange, start(reading) { return }
        if expression.frame != .none, reading.month == nil { return }
        if yearInBlock?.year != year { yearIsStated = false }
        yearIsStated = yearIsStated || reading.year != nil
        yearInBlock = (year, text)
        yearInDocument = yearInBlock
    }

    private func start(_ reading: DateReading) -> Bool {
        reading.month == nil && reading.firstQuarters == nil && reading.firstMonths == nil
    }
}

extension Clock {
    static func < (a: Clock, b: Clock) -> Bool { (a.hour, a.minute, a.second ?? 0) < (b.hour, b.minute, b.second ?? 0) }
}

extension CivilDate {
    var point: TimePoint.Day { .day(year: year, month: month, day: day) }
}

extension TimePoint.Day {
    var year: Int? {
        switch self {
        case .day(let year, _, _), .month(let year, _): year
        case .year(let year), .week(let year, _), .quarter(let year, _), .half(let year, _), .season(let year, _): year
        case .decade, .century: nil
        }
    }

    func moved(to year: Int) -> TimePoint.Day {
        switch self {
        case .day(_, let month, let day): .day(year: year, month: month, day: day)
        case .month(_, let month): .month(year: year, month: month)
        case .quarter(_, let quarter): .quarter(year: year, quarter: quarter)
        case .half(_, let half): .half(year: year, half: half)
        case .season(_, let season): .season(year: year, season)
        case .week(_, let week): .week(year: year, week: week)
        default: .year(year)
        }
    }

    func shifted(days: Int) -> TimePoint.Day {
        guard case .day(let year?, let month?, let day) = self,
            let date = CivilCalendar.date(CivilCalendar.number(year, month, day) + days)
        else { return self }
        return date.point
    }

    /// Whether both are alike in kind and this one is earlier.
    func isBefore(_ other: TimePoint.Day) -> Bool {
        switch (self, other) {
        case (.day(let a?, let b?, let c), .day(let x?, let y?, let z)): (a, b, c) < (x, y, z)
        case (.month(let a?, let b), .month(let x?, let y)): (a, b) < (x, y)
        default: false
        }
    }
}
