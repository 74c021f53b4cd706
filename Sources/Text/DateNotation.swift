// Values in EDTF, as ISO 8601-2 has it, with `--02-15` for a date without a year and `?` for an unresolved one.

extension DateValue: CustomStringConvertible {
    public var description: String {
        switch self {
        case .point(let point): point.description
        case .range(let start, let end): "\(start?.description ?? "..")/\(end?.description ?? "..")"
        case .duration(let span): span.description
        case .recurrence(let what): "R/\(what)"
        case .unresolved: "?"
        case .impossible: "!"
        }
    }
}

extension TimePoint: CustomStringConvertible {
    public var description: String {
        (day?.description ?? "") + (clock.map { "T\($0)" } ?? "")
    }
}

extension TimePoint.Day: CustomStringConvertible {
    public var description: String {
        switch self {
        case .day(let year?, let month?, let day): "\(padded(year, 4))-\(padded(month))-\(padded(day))"
        case .day(_, nil, let day): "---\(padded(day))"
        case .day(nil, let month?, let day): "--\(padded(month))-\(padded(day))"
        case .month(let year?, let month): "\(padded(year, 4))-\(padded(month))"
        case .month(nil, let month): "--\(padded(month))"
        case .year(let year): padded(year, 4)
        case .week(let year, let week): "\(padded(year, 4))-W\(padded(week))"
        case .quarter(let year, let quarter): "\(padded(year, 4))-Q\(quarter)"
        case .half(let year, let half): "\(padded(year, 4))-H\(half)"
        case .season(let year, let season): "\(padded(year, 4))-\(season.rawValue)"
        case .decade(let year): padded(year / 10, 3) + "X"
        case .century(let year): padded(year / 100, 2) + "XX"
        }
    }
}

extension Clock: CustomStringConvertible {
    public var description: String {
        padded(hour) + ":" + padded(minute) + (second.map { ":" + padded($0) } ?? "")
    }
}

extension TimeSpan: CustomStringConvertible {
    public var description: String {
        let date = [(years, "Y"), (months, "M"), (weeks, "W"), (days, "D")]
        let clock = [(hours, "H"), (minutes, "M"), (seconds, "S")]
        func written(_ parts: [(String?, String)]) -> String {
            parts.map { amount, unit in amount.map { $0 + unit } ?? "" }.joined()
        }
        let time = written(clock)
        return "P" + written(date) + (time.isEmpty ? "" : "T" + time)
    }
}

/// A number with leading zeros.
func padded(_ number: Int, _ width: Int = 2) -> String {
    if number < 0 { return "-" + padded(-number, width) }
    let digits = String(number)
    let missing = width - digits.utf8.count
    return missing > 0 ? String(repeating: "0", count: missing) + digits : digits
}
