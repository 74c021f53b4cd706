import QuandianText

// The year that a date leaves out.

extension DateResolver {
    /// A date that a year makes whole: its distance decides between years.
    enum Hint { case none, month(Int), day(Int, Int) }

    /// The year that the text leaves out, and what lends it.
    func inferredYear(_ hint: Hint, weekday: Int? = nil) -> (year: Int, anchor: String)? {
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
        } else if let nearYear {
            candidates.append((nearYear.year, nearYear.text))
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
    func turnOfYear(_ hint: Hint) -> Int {
        guard case .day(let month, _) = hint, month <= 2, let named = dayInBlock, named.date.month >= 11,
            named.date.year == yearInBlock?.year
        else { return 0 }
        return 1
    }

    /// The year in which a date without one is at most two months after the reference date.
    func nearest(_ hint: Hint, _ reference: CivilDate) -> Int {
        if isQuery { return reference.year }
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

    /// The year named last, where no more than one block lies between.
    var nearYear: (year: Int, text: String)? { blocksSinceYear <= 2 && !isYearless ? yearInDocument : nil }

    enum Year { case known(Int, String?), unknown, none }

    func year(_ reading: DateReading, _ hint: Hint) -> Year {
        switch reading.year {
        case .fixed(let year):
            if reading.yearIsShort {
                let limit = max((reference?.year ?? 2030) + 10, 1999)
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
}
