import QuandianText

/// How a date's meaning stands in TEI's dating attributes.
enum DateAttributes {
    /// The element and its dating attributes.
    static func element(for meaning: DateMeaning) -> (name: String, attributes: [Attribute], nestsClock: Bool) {
        var name = "date"
        var attributes: [Attribute] = []
        var nestsClock = false
        switch meaning.value {
        case .point(let point):
            if point.day == nil { name = "time" }
            if let clock = point.clock, let day = point.day, !hasYear(day) {
                // XML Schema has no clock on a day without a year: the clock gets an element of its own.
                if meaning.clockRange != nil, case .w3c(let written) = written(TimePoint(day)), !clock.isEndOfDay {
                    attributes = [Attribute("when", written)]
                    nestsClock = true
                } else {
                    attributes = custom(point.description)
                }
            } else {
                attributes = self.point(point)
            }
        case .range(let start, let end):
            if (start ?? end)?.day == nil { name = "time" }
            attributes = range(start, end) ?? custom(meaning.value.description)
        case .duration(let span):
            attributes = [Attribute(span.isW3C ? "dur" : "dur-iso", span.description)]
        case .recurrence: attributes = custom(meaning.value.description)
        case .unresolved: attributes = [Attribute("type", "unresolved")]
        case .impossible: attributes = [Attribute("type", "impossible")]
        }
        if meaning.calendar != .gregorian {
            attributes.append(Attribute("calendar", "#calendar." + meaning.calendar.rawValue))
        }
        return (name, attributes, nestsClock)
    }

    /// A clock time as XML Schema writes it.
    static func clock(_ clock: Clock) -> String {
        padded(clock.hour) + ":" + padded(clock.minute) + ":" + padded(clock.second ?? 0)
    }

    /// A point of time in the form that some attribute can hold.
    private enum Written {
        case w3c(String)
        case iso(String)
        case span(first: String, last: String)
        case none
    }

    private static func point(_ point: TimePoint) -> [Attribute] {
        switch written(point) {
        case .w3c(let text): [Attribute("when", text)]
        case .iso(let text): [Attribute("when-iso", text)]
        case .span(let first, let last): [Attribute("from", first), Attribute("to", last)]
        case .none: custom(point.description)
        }
    }

    /// `from` and `to`; nil where no attribute can hold one of the ends.
    private static func range(_ start: TimePoint?, _ end: TimePoint?) -> [Attribute]? {
        let first = start.map(written)
        let last = end.map(written)
        var isISO = false
        var attributes: [(String, String)] = []
        switch first {
        case nil: break
        case .w3c(let text)?, .span(let text, _)?: attributes.append(("from", text))
        case .iso(let text)?:
            isISO = true
            attributes.append(("from", text))
        case .some(.none): return nil
        }
        switch last {
        case nil: break
        case .w3c(let text)?, .span(_, let text)?: attributes.append(("to", text))
        case .iso(let text)?:
            isISO = true
            attributes.append(("to", text))
        case .some(.none): return nil
        }
        return attributes.map { Attribute($0.0 + (isISO ? "-iso" : ""), $0.1) }
    }

    private static func custom(_ value: String) -> [Attribute] {
        [Attribute("when-custom", value), Attribute("datingMethod", "#edtf")]
    }

    private static func hasYear(_ day: TimePoint.Day) -> Bool {
        switch day {
        case .day(let year, let month, _): year != nil && month != nil
        case .month(let year, _): year != nil
        default: true
        }
    }

    private static func written(_ point: TimePoint) -> Written {
        // TEI's own datatypes refuse 24:00, which a text may well say.
        if let clock = point.clock, clock.isEndOfDay { return .none }
        guard let day = point.day else {
            guard let clock = point.clock else { return .none }
            return .w3c(self.clock(clock))
        }
        if let clock = point.clock {
            guard case .day(_?, _?, _) = day else { return .none }
            return .w3c(day.description + "T" + self.clock(clock))
        }
        switch day {
        // The two versions of XML Schema count the years before Christ differently; ISO 8601 does not.
        case .year(let year) where year < 1: return .iso(day.description)
        case .day, .month, .year: return .w3c(day.description)
        case .week: return .iso(day.description)
        case .quarter(let year, let quarter): return months(year, (quarter - 1) * 3 + 1, 3)
        case .half(let year, let half): return months(year, (half - 1) * 6 + 1, 6)
        case .season: return .none
        case .decade(let year): return .span(first: padded(year, 4), last: padded(year + 9, 4))
        case .century(let year): return .span(first: padded(max(year, 1), 4), last: padded(year + 99, 4))
        }
    }

    private static func months(_ year: Int, _ first: Int, _ count: Int) -> Written {
        .span(
            first: TimePoint.Day.month(year: year, month: first).description,
            last: TimePoint.Day.month(year: year, month: first + count - 1).description)
    }

    private static func padded(_ number: Int, _ width: Int = 2) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
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
