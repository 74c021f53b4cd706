/// What a time expression means.
public struct DateMeaning: Hashable, Sendable {
    public var value: DateValue
    /// The calendar that the words use; the value is always Gregorian.
    public var calendar: SourceCalendar
    /// Where the clock stands within the marked stretch, when the value carries a clock that TEI writes as a nested
    /// `time` (a date without a year).
    public var clockRange: Range<Int>?
    /// The stretch or the setting that lent a missing year, month or day; for `explain`. Nil where nothing was lent.
    public var anchor: String?

    public init(
        _ value: DateValue, calendar: SourceCalendar = .gregorian, clockRange: Range<Int>? = nil, anchor: String? = nil
    ) {
        self.value = value
        self.calendar = calendar
        self.clockRange = clockRange
        self.anchor = anchor
    }
}

/// The calendars that the words of a date may use.
public enum SourceCalendar: String, Hashable, Sendable, CaseIterable {
    case gregorian, lunar, reign, minguo
    case japaneseEra = "japanese-era"
}

/// Most dates are points: what takes more room stands elsewhere.
public enum DateValue: Hashable, Sendable {
    case point(TimePoint)
    /// From one point to another; nil is an open end. At least one end is given.
    indirect case range(TimePoint?, TimePoint?)
    indirect case duration(TimeSpan)
    /// A set that recurs, as the part of EDTF that follows `R/`: `P1D`, `XXXX-WXX-1`, `T16:00`, `XXXX-03-12`.
    case recurrence(String)
    /// A time expression whose date is not known here, as 昨日 with no reference date.
    case unresolved
    /// No such day, as 2月30日: marked, with no value.
    case impossible
}

/// A date, a clock time, or both; parts may be unknown.
public struct TimePoint: Hashable, Sendable {
    public var day: Day?
    public var clock: Clock?

    public init(_ day: Day?, _ clock: Clock? = nil) {
        self.day = day
        self.clock = clock
    }

    public enum Season: String, Hashable, Sendable { case spring = "SP", summer = "SU", autumn = "AU", winter = "WI" }

    /// A stretch of the calendar. Years are astronomical Gregorian years, 0 the year before 1, up to 9999; a nil year or month is unknown.
    public enum Day: Hashable, Sendable {
        case day(year: Int?, month: Int?, day: Int)
        case month(year: Int?, month: Int)
        case year(Int)
        case week(year: Int, week: Int)
        case quarter(year: Int, quarter: Int)
        case half(year: Int, half: Int)
        case season(year: Int, Season)
        /// Ten years from this year, as 1990.
        case decade(Int)
        /// A hundred years from this year, as 1900.
        case century(Int)
    }
}

/// A time of day on the 24-hour clock; 24:00 is the end of the day.
public struct Clock: Hashable, Sendable {
    public var hour: Int
    public var minute: Int
    public var second: Int?

    public init(hour: Int, minute: Int = 0, second: Int? = nil) {
        self.hour = hour
        self.minute = minute
        self.second = second
    }
}

/// A length of time in the units that the text uses; amounts are plain decimals (`2.5`).
public struct TimeSpan: Hashable, Sendable {
    public var years, months, weeks, days, hours, minutes, seconds: String?

    public init(
        years: String? = nil, months: String? = nil, weeks: String? = nil, days: String? = nil, hours: String? = nil,
        minutes: String? = nil, seconds: String? = nil
    ) {
        self.years = years
        self.months = months
        self.weeks = weeks
        self.days = days
        self.hours = hours
        self.minutes = minutes
        self.seconds = seconds
    }
}
