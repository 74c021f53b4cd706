import QuandianText

extension DateCase.Expected {
    /// Whether a value of ours says the same, to the precision that both have.
    func agrees(_ value: DateValue, _ words: String) -> Bool {
        // Recognizers leaves the day, month or year behind 到 out of a range, and the named one out of 以前.
        if case .stretch(let first?, let last?) = self, case .range(let start?, let end?) = value,
            Interval.edge(start.description, last: false).day == first.prefix(10), start.clock == nil,
            Interval.edge(end.description, last: false).day == DateCase.shifted(String(last.prefix(10)), 1)
        {
            return true
        }
        if case .stretch(nil, let last?) = self, case .range(nil, let end?) = value {
            let named = Interval.edge(end.description, last: false)
            if named.clock.isEmpty
                ? named.day == DateCase.shifted(String(last.prefix(10)), 1) : last.hasPrefix(named.clock)
            {
                return true
            }
        }
        // The cases of chrono tell the start alone.
        if case .starts(let first) = self, case .range(let start?, _) = value {
            return DateCase.Expected.stretch(first, first).agrees(.point(start), words)
        }
        if case .starts(let first) = self { return DateCase.Expected.stretch(first, first).agrees(value, words) }
        // 24:00 is the next day's 00:00.
        if case .stretch(let first, let last?) = self, case .range(let start?, let end?) = value,
            end.clock == Clock(hour: 24), let day = end.day,
            last.hasPrefix(DateCase.shifted(day.description, 1) + " 00:00")
        {
            return DateCase.Expected.stretch(first, first).agrees(.point(start), words)
        }
        if case .stretch(let first?, _) = self, case .point(let point) = value, point.clock == Clock(hour: 24),
            let day = point.day, first.hasPrefix(DateCase.shifted(day.description, 1) + " 00:00")
        {
            return true
        }
        switch (self, Interval(value.description)) {
        case (.duration(let m, let d, let s), .duration(let months, let days, let seconds)):
            return abs(m - months) < 0.01 && abs(d - days) < 0.01 && abs(s - seconds) < 0.01
        case (.recurring(let timex), .other(let ours)):
            return ours.hasPrefix("R/") && (ours.dropFirst(2) == timex || ours.dropFirst(2).hasPrefix(timex + ":"))
                || ours == "R/" + timex
        case (.clock(let first, let last), .stretch(let start, let end)):
            let clock = (start ?? end)?.clock ?? ""
            guard last != nil || start == nil || end == nil || start?.clock == end?.clock else { return false }
            if let last { return first.hasPrefix(clock) && last.hasPrefix(end?.clock ?? "-") }
            return !clock.isEmpty && first.hasPrefix(clock)
        case (.stretch(let first, let last), .stretch(let start, let end)):
            return stretch(first, last, start, end, words)
        default: return false
        }
    }

    private func stretch(
        _ first: String?, _ last: String?, _ start: Interval.Edge?, _ end: Interval.Edge?, _ words: String
    ) -> Bool {
        let day = { (moment: String) in String(moment.prefix(10)) }
        let clock = { (moment: String) in String(moment.dropFirst(11).prefix(5)) }
        // An open end: the suites close it with the time of asking, or exclude the day that is named.
        if start == nil, let end, let last {
            let named = day(last)
            return named == end.day || DateCase.shifted(named, 1) == end.day || words.hasPrefix(String(named.prefix(4)))
                || isInside(named, of: end, words)
        }
        if end == nil, let start, let first {
            return day(first) == start.day || DateCase.shifted(day(first), -1) == start.day
        }
        guard let start, let end, let first, let last else { return false }
        if !start.clock.isEmpty {
            guard day(first) == start.day, first.count > 10, clock(first) == start.clock.prefix(5) else { return false }
            return start.clock == end.clock || (clock(last) == end.clock.prefix(5) && day(last) == end.day)
        }
        if day(first) == start.day, day(last) == end.day { return true }
        // Parts of a day and 初, 底, 旬 are no part of the value: the stretch must hold what the suite gives.
        let isPart = ["初", "底", "末", "旬", "始", "早", "晚", "上午", "下午", "中午", "夜", "晨", "宵", "半月", "最后", "节", "節"]
            .contains { words.contains($0) }
        return isPart && start.day <= day(first) && (day(last) <= end.day || DateCase.shifted(end.day, 1) == day(last))
    }

    private func isInside(_ day: String, of edge: Interval.Edge, _ words: String) -> Bool {
        ["初", "底", "末", "前"].contains { words.contains($0) } && day.prefix(4) == edge.day.prefix(4)
    }
}
