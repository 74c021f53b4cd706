import QuandianText

// What has been named, for the dates that follow.

extension DateResolver {
    mutating func remember(_ date: CivilDate, _ text: String, isStated: Bool = false) {
        if yearInBlock?.year != date.year { yearIsStated = false }
        dayInBlock = Named(date: date, text: text)
        dayInSection = dayInBlock
        yearInBlock = (date.year, text)
        yearInDocument = yearInBlock
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

    mutating func setYear(
        _ year: Int, _ reading: DateReading, _ expression: DateExpression, _ isRange: Bool, _ text: String
    ) {
        if isRange, start(reading) { return }
        if expression.frame != .none, reading.month == nil { return }
        if yearInBlock?.year != year { yearIsStated = false }
        yearIsStated = yearIsStated || reading.year != nil
        yearInBlock = (year, text)
        yearInDocument = yearInBlock
    }

    func start(_ reading: DateReading) -> Bool {
        reading.month == nil && reading.firstQuarters == nil && reading.firstMonths == nil
    }
}
