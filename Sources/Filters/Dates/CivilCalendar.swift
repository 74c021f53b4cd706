import QuandianText

/// Arithmetic on days of the Gregorian calendar.
enum CivilCalendar {
    /// Days since 1970-01-01. Works for years 1...9999 (algorithm: days from civil, H. Hinnant).
    static func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    static func number(_ date: CivilDate) -> Int { number(date.year, date.month, date.day) }

    /// The day with a number; nil outside the years 1...9999.
    static func date(_ number: Int) -> CivilDate? {
        let z = number + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let mp = (5 * dayOfYear + 2) / 153
        let month = mp < 10 ? mp + 3 : mp - 9
        return CivilDate(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month, day: dayOfYear - (153 * mp + 2) / 5 + 1)
    }

    /// 1 Monday ... 7 Sunday.
    static func weekday(_ date: CivilDate) -> Int { weekday(number(date)) }

    static func weekday(_ number: Int) -> Int { ((number + 3) % 7 + 7) % 7 + 1 }

    /// The ISO 8601 week that holds a day.
    static func week(_ date: CivilDate) -> (year: Int, week: Int) {
        let day = number(date)
        let thursday = day - weekday(day) + 4
        guard let anchor = self.date(thursday) else { return (date.year, 1) }
        return (anchor.year, (thursday - number(anchor.year, 1, 1)) / 7 + 1)
    }

    /// A month moved by a number of months.
    static func month(_ year: Int, _ month: Int, plus months: Int) -> (year: Int, month: Int) {
        let index = year * 12 + month - 1 + months
        let floor = index >= 0 ? index / 12 : (index - 11) / 12
        return (floor, index - floor * 12 + 1)
    }
}
