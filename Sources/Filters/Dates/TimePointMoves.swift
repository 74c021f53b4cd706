import QuandianText

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

    var month: Int? {
        switch self {
        case .day(_, let month, _): month
        case .month(_, let month): month
        default: nil
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
