import QuandianText

/// What a date says, before anything is known of its surroundings.
struct DateReading {
    enum Part: Equatable {
        /// Stated: 2020年, 3月, 15日.
        case fixed(Int)
        /// Counted from the reference date: 去年, 下月, 昨日.
        case relative(Int)
        /// Counted from the date last named: 翌年, 次月, 当日.
        case named(Int)
    }

    var year: Part?
    /// The year that the text is about: 全年, 年内, 年底.
    var yearMeant = false
    var yearEnd: Int?
    /// A year of two digits, century unknown: 98年.
    var yearIsShort = false
    var calendar = SourceCalendar.gregorian
    /// The reign that counts the year, where one does.
    var era: EraYear?
    /// The place in the sixty-year cycle where the year is named by stem and branch alone: 甲子年 is 0.
    var stemYear: Int?
    /// 九十年代, 20世纪: the first year, or what is missing of it.
    var decade: Int?
    var decadeEnd: Int?
    var century: Int?
    var centuryOffset: Int?
    var half: Int?
    var quarter: Int?
    var quarterOffset: Int?
    var firstQuarters: Int?
    var season: Int?
    var seasonOffset: Int?
    var seasonEnd: Int?
    var month: Part?
    var monthEnd: Int?
    /// Whether the month is written in Chinese numerals, as lunar months are.
    var monthIsChinese = false
    var isLunar = false
    var isLeap = false
    var firstMonths: Int?
    var monthMeant = false
    var weekOfMonth: Int?
    /// The day of the week in 第一个星期一, with its place in ``weekOfMonth``.
    var nthWeekday: Int?
    var day: Part?
    /// Whether the day is written in Chinese numerals, as lunar days are.
    var dayIsChinese = false
    /// The last day of a stretch that begins with ``day``, on the same count.
    var dayEnd: Int?
    /// The place of the day in the sixty-day cycle: 八月乙未.
    var stemDay: Int?
    /// 第三天: a day that counts only from one that is named.
    var needsNamedDay = false
    /// 1 Monday … 7 Sunday.
    var weekday: Int?
    var weekOffset: Int?
    var isWeekend = false
    /// The day of the week in brackets behind a date; it confirms the year.
    var weekdayNote: Int?
    var holiday: Int?
    var term: Int?
    /// A row of the lexicon's `part`.
    var part: Int?
    var clock: Clock?
    var clockEnd: Clock?
    var clockStart: Int?
    /// Whether the clock is written with 时 or 点, which leave the half of the day to what stands before.
    var clockIsSpoken = false
    var isSamePeriod = false
    var plan: Int?
    /// Years before Christ as they are counted: 公元前221年 is 221.
    var beforeChrist: Int?
    var centuryBefore: Int?
    /// Whether the words could as well be a name or another number.
    var isDoubtful = false

    var hasDay: Bool { day != nil || weekday != nil || holiday != nil || term != nil }
    var hasMonth: Bool { month != nil || monthMeant }
    var isClockOnly: Bool { clock != nil && !hasDate }
    var hasDate: Bool {
        year != nil || yearMeant || decade != nil || century != nil || centuryOffset != nil || half != nil
            || quarter != nil || quarterOffset != nil || firstQuarters != nil || season != nil || seasonOffset != nil
            || hasMonth || firstMonths != nil || weekOfMonth != nil || hasDay || weekOffset != nil || isWeekend
            || plan != nil || beforeChrist != nil || centuryBefore != nil || stemYear != nil
    }
}

/// A time expression found in the text, not yet resolved.
struct DateExpression {
    enum Frame { case none, since, until }
    /// Held by reference: an expression is moved about more often than it is read.
    indirect enum Body {
        case point(DateReading)
        case range(DateReading, DateReading)
        case span(TimeSpan)
        /// 三天后, 两年前: a span with its sign.
        case shifted(TimeSpan, Int)
        case recurrence(String)
    }

    var body: Body
    var frame = Frame.none
    var start: Int
    var end: Int
    var rule: String
    /// Sorted with the others of its block; where the stretch alone leaves doubt.
    var certainty = 1.0
}
