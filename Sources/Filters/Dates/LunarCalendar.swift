import QuandianText

/// The Chinese calendar as it was and will be in use, lunar years 1573 (the first of 万历) to 2100; from tables. Days are
/// Gregorian, before 15 October 1582 reckoned back.
enum LunarCalendar {
    /// The first day of a lunar month and its length, or nil where there is no such month or the year is outside the
    /// tables.
    static func month(_ month: Int, leap: Bool = false, of year: Int) -> (first: Int, days: Int)? {
        let index = year - firstYear
        guard years.indices.contains(index), (1...12).contains(month) else { return nil }
        let entry = years[index]
        let leapMonth = Int(entry >> 13 & 15)
        if leap, leapMonth != month { return nil }
        let place = month - 1 + (leap || (leapMonth > 0 && month > leapMonth) ? 1 : 0)
        var first = CivilCalendar.number(year, 1, 1) + Int(entry >> 17)
        for before in 0..<place { first += 29 + Int(entry >> before & 1) }
        return (first, 29 + Int(entry >> place & 1))
    }

    /// The Gregorian day of a lunar one; day 30 of a month of 29 days is nil.
    static func date(year: Int, month: Int, leap: Bool = false, day: Int) -> CivilDate? {
        guard let (first, days) = self.month(month, leap: leap, of: year), (1...days).contains(day) else { return nil }
        return CivilCalendar.date(first + day - 1)
    }

    /// The last day of the lunar year (除夕).
    static func lastDay(ofYear year: Int) -> CivilDate? {
        guard let (first, days) = month(12, of: year) else { return nil }
        if let (leapFirst, leapDays) = month(12, leap: true, of: year) {
            return CivilCalendar.date(leapFirst + leapDays - 1)
        }
        return CivilCalendar.date(first + days - 1)
    }

    /// The day of a solar term in a Gregorian year; `term` counts from 0 for 小寒 to 23 for 冬至.
    static func term(_ term: Int, of year: Int) -> CivilDate? {
        let index = year - firstTermYear
        guard terms.indices.contains(index), termBase.indices.contains(term) else { return nil }
        return CivilDate(
            year: year, month: term / 2 + 1, day: Int(termBase[term]) + Int(terms[index] >> (2 * UInt64(term)) & 3))
    }
}
