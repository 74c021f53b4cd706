import QuandianText

// What has been named, for the dates that follow.

extension DateResolver {
    mutating func remember(_ date: CivilDate, _ text: String, isStated: Bool = false) {
        if yearInBlock?.year != date.year { yearIsStated = false }
        dayInBlock = Named(date: date, text: text)
        dayInSection = dayInBlock
        yearInBlock = (date.year, text)
        yearInDocument = yearInBlock
        blocksSinceYear = 0
        if !isYearless { yearlessMonth = nil }
        monthInBlock = (date.year, date.month)
        yearIsStated = yearIsStated || isStated
    }

    mutating func rememberForRange(_ start: TimePoint.Day, _ text: String) {
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

    mutating func remember(
        _ start: TimePoint.Day, _ end: TimePoint.Day, _ reading: DateReading, _ expression: DateExpression,
        _ text: String
    ) {
        let isRange = start != end
        // The lunar year that the text counts, which the day may lie beyond: 腊月 runs into the next.
        var counted: Int?
        if reading.month != nil || reading.holiday != nil { lunarMonth = nil }
        if let holiday = reading.holiday, case .lunar(let month, _) = Holiday.all[holiday].rule, let year = start.year {
            (lunarMonth, lunarMonthIsHere) = ((year, month, false), true)
        }
        if reading.isLunar || isReignMonth(reading), reading.year != nil,
            case .known(let year, _) = year(reading, .none)
        {
            counted = year
        }
        if reading.isLunar || isReignMonth(reading), case .fixed(let month) = reading.month,
            let year = counted ?? start.year.map({ month >= 10 && start.month ?? 12 < 3 ? $0 - 1 : $0 })
        {
            (lunarMonth, lunarMonthIsHere) = ((year, month, reading.isLeap), true)
        }
        if case .fixed = reading.year { yearCalendar = reading.calendar }
        lastPeriod = (start, isRange ? end : nil)
        if case .decade = start { return }
        if case .century = start { return }
        if isTitle, titleYear == nil, let year = start.year, reading.year != nil { titleYear = year }
        if let level, let year = start.year {
            let index = headings.count - 1
            if headings.indices.contains(index), headings[index].level == level, headings[index].year == nil {
                headings[index].year = year
                if case .month(_, let month) = start, !isRange { headings[index].month = month }
                if case .day(_, let month?, let day) = start, !isRange, expression.start == blockStart {
                    headings[index].day = CivilDate(year: year, month: month, day: day)
                }
            }
        }
        switch end {
        case .day(let year?, let month?, let day):
            if let date = CivilDate(year: year, month: month, day: day) {
                remember(date, text, isStated: reading.year != nil)
                dayInBlock?.endsRange = isRange && !reading.isLunar
                if let counted { yearInBlock = (counted, text) }
            }
        case .day(nil, let month?, _), .month(nil, let month):
            monthInBlock = (nil, month)
            if !isRange { yearlessMonth = month }
            isYearless = isYearless || yearInDocument == nil
        case .month(let year?, let month):
            if !isRange, expression.frame == .none { monthInBlock = (year, month) }
            setYear(year, reading, expression, isRange, text)
        default:
            if let year = start.year { setYear(year, reading, expression, isRange, text) }
        }
    }

    mutating func setYear(
        _ year: Int, _ reading: DateReading, _ expression: DateExpression, _ isRange: Bool, _ text: String
    ) {
        if isRange, start(reading) { return }
        if expression.frame != .none, reading.month == nil { return }
        if yearInBlock?.year != year { yearIsStated = false }
        yearIsStated = yearIsStated || reading.year != nil
        yearInBlock = (year, text)
        yearInDocument = yearInBlock
        blocksSinceYear = 0
    }

    func start(_ reading: DateReading) -> Bool {
        reading.month == nil && reading.firstQuarters == nil && reading.firstMonths == nil
    }
}
