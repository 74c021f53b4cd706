import QuandianText

// The day or the stretch of the calendar that a reading means.

extension DateResolver {
    enum Outcome {
        case day(TimePoint.Day)
        case range(TimePoint.Day?, TimePoint.Day?)
        case unresolved, impossible
    }

    func outcome(_ reading: DateReading) -> (Outcome, String?) {
        // ISO 8601 counts the year before 1 as 0.
        if let year = reading.beforeChrist { return (.day(.year(1 - year)), nil) }
        if let century = reading.centuryBefore {
            return (.range(.year(1 - century * 100), .year(100 - century * 100)), nil)
        }
        if let place = reading.stemYear { return stemYear(place) }
        if let place = reading.stemDay { return stemDay(reading, place) }
        if let plan = reading.plan {
            return (.range(.year(plan), .year(plan + 4)), nil)
        }
        if reading.centuryOffset != nil || reading.century != nil || reading.decade != nil {
            return longStretch(reading)
        }
        if reading.holiday != nil || reading.term != nil { return feast(reading) }
        if reading.isWeekend || reading.weekday != nil || reading.weekOffset != nil { return week(reading) }
        if reading.isLunar || isReignMonth(reading) { return lunar(reading) }
        if let reading = inLunarMonth(reading) { return lunar(reading) }
        if reading.needsNamedDay, dayInBlock == nil { return (.unresolved, nil) }
        if case .relative(let offset) = reading.day, let last = reading.dayEnd {
            guard let reference, let first = CivilCalendar.date(CivilCalendar.number(reference) + offset),
                let end = CivilCalendar.date(CivilCalendar.number(first) + last)
            else { return (.unresolved, nil) }
            return (.range(first.point, end.point), "\(referenceName) \(reference)")
        }
        if case .relative(let offset) = reading.day, case .relative(let years) = reading.year {
            // 去年的今天
            guard let reference, let date = CivilCalendar.date(CivilCalendar.number(reference) + offset) else {
                return (.unresolved, nil)
            }
            let day = min(date.day, CivilDate.days(inMonth: date.month, of: date.year + years))
            return (
                .day(.day(year: date.year + years, month: date.month, day: day)), "\(referenceName) \(reference)"
            )
        }
        if case .relative(let offset) = reading.day, reading.month == nil {
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

    /// 甲子年: the year of that name at the year named, or within a year of the reference date.
    private func stemYear(_ place: Int) -> (Outcome, String?) {
        func near(_ base: Int, _ reach: Int) -> Int? {
            (base - reach...base + reach).filter { (($0 - 4) % 60 + 60) % 60 == place }
                .min { abs($0 - base) < abs($1 - base) }
        }
        if let yearInBlock, let year = near(yearInBlock.year, 10) { return (.day(.year(year)), yearInBlock.text) }
        if let reference, let year = near(reference.year, 1) {
            return (.day(.year(year)), "\(referenceName) \(reference)")
        }
        return (.unresolved, nil)
    }

    /// 八月乙未: the day of that name in a lunar month.
    private func stemDay(_ reading: DateReading, _ place: Int) -> (Outcome, String?) {
        guard case .fixed(let month) = reading.month, case .known(let year, let anchor) = year(reading, .none),
            let (first, count) = LunarCalendar.month(month, leap: reading.isLeap, of: year)
        else { return (.unresolved, nil) }
        // Day 0 of the count from 1970 is the 18th of the cycle.
        let days = (first..<first + count).filter { (($0 + 17) % 60 + 60) % 60 == place }
        guard let day = days.first, let date = CivilCalendar.date(day) else { return (.impossible, anchor) }
        return (.day(date.point), anchor)
    }

    func longStretch(_ reading: DateReading) -> (Outcome, String?) {
        if let offset = reading.centuryOffset {
            // 本世纪 of a text that gives no reference is that of the year in its title.
            let year = reference?.year ?? titleYear ?? 2000
            let century = year / 100 * 100 + offset * 100
            if let decade = reading.decade {
                if let end = reading.decadeEnd {
                    return (.range(.decade(century + decade), .decade(century + end)), nil)
                }
                return (.day(.decade(century + decade)), nil)
            }
            return (.day(.century(century)), nil)
        }
        if let decade = reading.decade {
            let year = reference?.year ?? 2020
            var base = decade
            if decade < 100 {
                base += year / 100 * 100
                if base > year || decade >= 30 && year < 2050 { base -= 100 }
            }
            if let end = reading.decadeEnd { return (.range(.decade(base), .decade(base + end - decade)), nil) }
            return (.day(.decade(base)), nil)
        }
        return (.day(.century(reading.century ?? 1900)), nil)
    }

    func feast(_ reading: DateReading) -> (Outcome, String?) {
        func date(_ year: Int) -> CivilDate? {
            if let holiday = reading.holiday { return Holiday.all[holiday].date(in: year) }
            return reading.term.flatMap { LunarCalendar.term($0, of: year) }
        }
        // 2017年大寒 may mean the one that closes that winter; the calendar year is the plain sense.
        let hint: Hint = date(reference?.year ?? 2000).map { .day($0.month, $0.day) } ?? .none
        switch year(reading, hint) {
        case .known(let year, let anchor):
            guard let theDay = date(year) else { return (.unresolved, nil) }
            if isQuery, reading.year == nil, let reference {
                let next = [theDay, date(year + 1)].compactMap { $0 }
                    .first { CivilCalendar.number($0) >= CivilCalendar.number(reference) }
                return (.day((next ?? theDay).point), anchor)
            }
            if let reference, case .relative(let offset) = reading.year, offset < 0,
                CivilCalendar.number(theDay) > CivilCalendar.number(reference), let earlier = date(year - 1)
            {
                return (.day(earlier.point), anchor)  // 去年除夕 on the last day of a lunar year
            }
            if reading.year == nil, sectionDay != nil || !yearIsStated && sectionYear == nil && titleYear == nil,
                let reference,
                let earlier = feastDate(before: theDay, by: { date(year + $0) }, reference)
            {
                return (.day(earlier.point), anchor)
            }
            return (.day(theDay.point), anchor)
        case .unknown, .none: return (.unresolved, nil)
        }
    }

    /// Of the feasts of three years the last that is at most two months after the reference date.
    func feastDate(before date: CivilDate, by year: (Int) -> CivilDate?, _ reference: CivilDate) -> CivilDate? {
        let limit = CivilCalendar.number(reference) + 62
        return [year(1), year(0), year(-1)].compactMap { $0 }.first { CivilCalendar.number($0) <= limit } ?? date
    }

    func week(_ reading: DateReading) -> (Outcome, String?) {
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
            if reading.weekOffset == nil, isQuery {
                day = today + (weekday - CivilCalendar.weekday(reference) + 6) % 7 + 1
            } else if reading.weekOffset == nil {
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
    func isReignMonth(_ reading: DateReading) -> Bool {
        guard case .fixed = reading.month else { return false }
        if reading.calendar == .reign { return true }
        // 次年九月 and 十月 behind a year that a reign counts.
        guard yearCalendar == .reign, reading.monthIsChinese, reading.calendar == .gregorian else { return false }
        switch reading.year {
        case .named: return true
        case nil: return inferredYear(.none).map { $0.year < 1912 } ?? false
        default: return false
        }
    }

    /// 是月十五日 and 十五日 behind a lunar month are days of that month.
    func inLunarMonth(_ reading: DateReading) -> DateReading? {
        guard let lunarMonth, lunarMonthIsHere, yearCalendar == .reign, lunarMonth.year < 1912,
            case .fixed = reading.day, reading.dayIsChinese, reading.year == nil,
            reading.dayEnd == nil
        else { return nil }
        switch reading.month {
        case nil, .named(0): break
        default: return nil
        }
        var whole = reading
        (whole.year, whole.month) = (.fixed(lunarMonth.year), .fixed(lunarMonth.month))
        (whole.isLeap, whole.isLunar) = (lunarMonth.isLeap, true)
        return whole
    }

    func lunar(_ reading: DateReading) -> (Outcome, String?) {
        if reading.month == nil, let lunarMonth {
            var whole = reading
            (whole.year, whole.month, whole.isLeap) = (
                .fixed(lunarMonth.year), .fixed(lunarMonth.month), lunarMonth.isLeap
            )
            return (lunar(whole).0, "lunar month named before")
        }
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
        if isQuery, let reference {
            let best = [0, 1, -1].compactMap { days(reference.year + $0) }.first
            return answer(best, "\(referenceName) \(reference)", reference.year)
        }
        if let reference {
            let limit = CivilCalendar.number(reference) + 62
            let best = [1, 0, -1].compactMap { days(reference.year + $0) }.first { $0.0 <= limit }
            return answer(best, "\(referenceName) \(reference)", reference.year)
        }
        return (.unresolved, nil)
    }

    func civil(_ reading: DateReading) -> (Outcome, String?) {
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
            if let end = reading.seasonEnd {
                let last = reference.year * 4 + end
                return (
                    .range(
                        .season(year: index / 4, Self.seasons[index % 4]),
                        .season(year: last / 4, Self.seasons[last % 4])), "\(referenceName) \(reference)"
                )
            }
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
            if let end = reading.yearEnd {
                if case .relative = reading.year { return (.range(.year(year), .year(year + end)), anchor) }
                return (.range(.year(year), .year(end)), anchor)
            }
            return (.day(.year(year)), anchor)
        }
    }

    static let seasons: [TimePoint.Season] = [.spring, .summer, .autumn, .winter]

    var namedMonth: (year: Int?, month: Int)? {
        if let monthInBlock { return (monthInBlock.year, monthInBlock.month) }
        if let sectionMonth { return sectionMonth }
        if isYearless, let yearlessMonth { return (nil, yearlessMonth) }
        if let dayInSection {
            // A day of long ago in a paragraph before is not where this one stands.
            if let reference, sectionDay == nil, dayInBlock == nil,
                abs(CivilCalendar.number(dayInSection.date) - CivilCalendar.number(reference)) > 366
            {
                return (reference.year, reference.month)
            }
            return (dayInSection.date.year, dayInSection.date.month)
        }
        return yearlessMonth.map { (nil, $0) }
    }

    /// A day alone around a turn of the month: 31日 … 2日, or 28日 in a text of the 1st.
    func turnOfMonth(_ day: Int) -> (Int, Int)? {
        if let named = dayInBlock {
            if named.date.day >= 25, day <= 5 { return CivilCalendar.month(named.date.year, named.date.month, plus: 1) }
            return nil
        }
        guard monthInBlock == nil, sectionMonth == nil, dayInSection == nil, let reference else { return nil }
        if day - reference.day > 20 { return CivilCalendar.month(reference.year, reference.month, plus: -1) }
        return nil
    }

    /// The point, or the range to the second number of 15—18日 and 1—6月.
    func ends(_ reading: DateReading, _ start: TimePoint.Day) -> Outcome {
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
}
