import QuandianText

/// How a date's meaning stands in TEI's dating attributes.
enum DateAttributes {
    /// The element of a meaning: `date`, or `time` for a clock alone.
    static func element(for meaning: DateMeaning) -> StaticString {
        switch meaning.value {
        case .point(let point): point.day == nil ? "time" : "date"
        case .range(let start, let end): (start ?? end)?.day == nil ? "time" : "date"
        default: "date"
        }
    }

    /// Writes the dating attributes of a meaning.
    static func write(_ meaning: DateMeaning, to out: inout XMLOutput) {
        if usesEDTF(meaning) {
            out.attribute("when-custom", meaning.value.description)
            out.attribute("datingMethod", literal: "#edtf")
        } else {
            switch meaning.value {
            // The clock of a day without a year has an element of its own.
            case .point(let point): write(hasYear(point) ? point : TimePoint(point.day), to: &out)
            case .range(let start, let end): write(start, end, to: &out)
            case .duration(let span): out.attribute(span.isW3C ? "dur" : "dur-iso", span.description)
            case .recurrence: break
            case .unresolved: out.attribute("type", literal: "unresolved")
            case .impossible: out.attribute("type", literal: "impossible")
            }
        }
        if meaning.calendar != .gregorian {
            out.attribute("calendar", pointingTo: "calendar." + meaning.calendar.rawValue)
        }
    }

    /// Writes `@when`, or `@from` and `@to`, of a value that XML Schema can hold; nothing for any other.
    static func writePlain(_ value: DateValue, to out: inout XMLOutput) {
        switch value {
        case .point(let point): if [.w3c, .stretch].contains(form(point)) { write(point, to: &out) }
        case .range(let start, let end):
            if [start, end].allSatisfy({ $0.map { [.w3c, .stretch].contains(form($0)) } ?? true }) {
                write(start, end, to: &out)
            }
        default: break
        }
    }

    /// Whether a meaning stands in EDTF, since no attribute with a datatype can hold it.
    static func usesEDTF(_ meaning: DateMeaning) -> Bool {
        switch meaning.value {
        case .point(let point): form(point) == .edtf && nestedClock(meaning) == nil
        case .range(let start, let end): start.map(form) == .edtf || end.map(form) == .edtf
        case .recurrence: true
        default: false
        }
    }

    /// The clock that gets an element of its own, with its stretch: XML Schema has no clock on a day without a year.
    static func nestedClock(_ meaning: DateMeaning) -> (range: Range<Int>, time: Clock)? {
        guard let range = meaning.clockRange, case .point(let point) = meaning.value, let clock = point.clock,
            !hasYear(point), !clock.isEndOfDay
        else { return nil }
        return (range, clock)
    }

    /// A clock time as XML Schema writes it.
    static func clock(_ clock: Clock) -> String {
        padded(clock.hour) + ":" + padded(clock.minute) + ":" + padded(clock.second ?? 0)
    }

    // MARK: Points

    /// Which attributes can hold a point of time.
    private enum Form {
        /// Those with a datatype of XML Schema.
        case w3c
        /// Those with one of ISO 8601.
        case iso
        /// None, but two of XML Schema hold its first and its last.
        case stretch
        /// None.
        case edtf
    }

    private static func form(_ point: TimePoint) -> Form {
        // TEI's own datatypes refuse 24:00, which a text may well say.
        if let clock = point.clock, clock.isEndOfDay { return .edtf }
        guard let day = point.day else { return point.clock == nil ? .edtf : .w3c }
        if point.clock != nil {
            if case .day(_?, _?, _) = day { return .w3c }
            return .edtf
        }
        switch day {
        // The two versions of XML Schema count the years before Christ differently; ISO 8601 does not.
        case .year(let year): return year < 1 ? .iso : .w3c
        case .day, .month: return .w3c
        case .week: return .iso
        case .quarter, .half, .decade, .century: return .stretch
        case .season: return .edtf
        }
    }

    private static func write(_ point: TimePoint, to out: inout XMLOutput) {
        let (first, last) = ends(point)
        switch form(point) {
        case .iso: out.attribute("when-iso", first)
        case .stretch:
            out.attribute("from", first)
            out.attribute("to", last)
        case .w3c, .edtf: out.attribute("when", first)
        }
    }

    private static func write(_ start: TimePoint?, _ end: TimePoint?, to out: inout XMLOutput) {
        let isISO = start.map(form) == .iso || end.map(form) == .iso
        if let start { out.attribute(isISO ? "from-iso" : "from", ends(start).first) }
        if let end { out.attribute(isISO ? "to-iso" : "to", ends(end).last) }
    }

    /// The first and the last of a point: the same where an attribute can hold it.
    private static func ends(_ point: TimePoint) -> (first: String, last: String) {
        guard let day = point.day else {
            let time = point.clock.map { clock($0) } ?? ""
            return (time, time)
        }
        switch day {
        case .quarter(let year, let quarter): return months(year, (quarter - 1) * 3 + 1, 3)
        case .half(let year, let half): return months(year, (half - 1) * 6 + 1, 6)
        case .decade(let year): return (padded(year, 4), padded(year + 9, 4))
        case .century(let year): return (padded(max(year, 1), 4), padded(year + 99, 4))
        default:
            let text = point.clock.map { day.description + "T" + clock($0) } ?? day.description
            return (text, text)
        }
    }

    private static func months(_ year: Int, _ first: Int, _ count: Int) -> (first: String, last: String) {
        (
            TimePoint.Day.month(year: year, month: first).description,
            TimePoint.Day.month(year: year, month: first + count - 1).description
        )
    }

    /// False for a day or a month of no known year.
    private static func hasYear(_ point: TimePoint) -> Bool {
        switch point.day {
        case .day(let year, let month, _): year != nil && month != nil
        case .month(let year, _): year != nil
        default: true
        }
    }

    private static func padded(_ number: Int, _ width: Int = 2) -> String {
        let digits = String(number)
        let missing = width - digits.utf8.count
        return missing > 0 ? String(repeating: "0", count: missing) + digits : digits
    }
}

extension Clock {
    var isEndOfDay: Bool { hour == 24 }
}

extension TimeSpan {
    /// Whether XML Schema's duration can hold it: no weeks, and fractions of seconds alone.
    var isW3C: Bool {
        weeks == nil && [years, months, days, hours, minutes].allSatisfy { $0?.utf8.contains(0x2E) != true }
    }
}
