import QuandianText

// Sets that recur.

extension DateParser {
    func recurrence(_ at: Int) -> (DateExpression, Int)? {
        let first = pieces[at]
        let row = tokens[first.tokens]
        guard let unit = row.last?.sign else { return nil }
        let number = row.first { $0.sign.isNumber }?.value ?? 1
        var value: String
        var next = at + 1
        func following(_ kinds: DatePieceKind...) -> DatePiece? {
            guard next < pieces.count, pieces[next].start == pieces[next - 1].end, kinds.contains(pieces[next].kind)
            else {
                return nil
            }
            return pieces[next]
        }
        switch first.kind {
        case .recurringWeekday:
            guard let last = row.last, let weekday = weekday(last) else { return nil }
            value = "XXXX-WXX-\(weekday)"
            if following(.part) != nil { next += 1 }
            if let piece = following(.clock), let clock = clock(tokens[piece.tokens], part(before: next)) {
                next += 1
                value += clockTail(clock, &next)
            }
        case .recurringPart:
            value = "P1D"
            if let piece = following(.clock), let clock = clock(tokens[piece.tokens], row.last?.value) {
                next += 1
                value = clockTail(clock, &next)
            }
        default:
            let isHalf = row.contains { $0.sign == .half }
            switch unit {
            case .year, .fiscal: value = isHalf ? "P6M" : "P\(number)Y"
            case .month: value = isHalf ? "P0.5M" : "P\(number)M"
            case .week, .weekend: value = "P\(number)W"
            case .quarter: value = "P\(number * 3)M"
            case .day, .dayWord, .everyDay, .workday: value = isHalf ? "PT12H" : "P\(number)D"
            case .hours: value = isHalf ? "PT30M" : "PT\(number)H"
            case .minutes: value = "PT\(number)M"
            case .seconds: value = "PT\(number)S"
            case .seasonName: value = "P1Y"
            default: return nil
            }
            if unit == .hours, number == 1, let after = scalarAfter(first.end), after < 0x80, isWordLike(after) {
                return nil
            }
            if unit == .year, number == 1, let piece = following(.month) {
                let month = tokens[piece.tokens].first.map { $0.sign == .firstMonth ? 1 : $0.value } ?? 1
                guard (1...12).contains(month) else { break }
                value = "XXXX-" + padded(month)
                next += 1
                if let piece = following(.day), let day = numbers(piece).first?.value, (1...31).contains(day) {
                    value += "-" + padded(day)
                    next += 1
                } else if following(.xun, .edge, .monthEdge) != nil {
                    next += 1
                }
            } else if unit == .month, number == 1, let piece = following(.day), let day = numbers(piece).first?.value,
                (1...31).contains(day)
            {
                value = "XXXX-XX-" + padded(day)
                next += 1
            } else if unit == .day || unit == .dayWord || unit == .everyDay || unit == .workday {
                if following(.part) != nil { next += 1 }
                if let piece = following(.clock), let clock = clock(tokens[piece.tokens], part(before: next)) {
                    next += 1
                    value = clockTail(clock, &next)
                } else if let piece = following(.clockRange), case let ends = numbers(piece), ends.count == 2,
                    let first = hour(ends[0].value, part(before: next)),
                    let last = hour(ends[1].value, part(before: next))
                {
                    value = "T\(Clock(hour: first))/T\(Clock(hour: last))"
                    next += 1
                }
            }
        }
        return (
            DateExpression(
                body: .recurrence(value), start: first.start, end: pieces[next - 1].end, rule: "recurrence"), next
        )
    }

    /// The clock, and the one that closes the stretch behind it: 每天上午10时到下午6时.
    private func clockTail(_ clock: Clock, _ next: inout Int) -> String {
        var end = next + 1
        guard let joint = piece(next, touching: next - 1), joint.kind == .to || joint.kind == .dash,
            let first = piece(end, touching: next)
        else { return "T\(clock)" }
        if first.kind == .part { end += 1 }
        guard let last = piece(end, touching: end - 1), last.kind == .clock,
            var stop = self.clock(tokens[last.tokens], part(before: end))
        else { return "T\(clock)" }
        if stop < clock, stop.hour + 12 > clock.hour, stop.hour < 12, first.kind != .part, clock.hour > 12 {
            stop.hour += 12
        }
        next = end + 1
        return "T\(clock)/T\(stop)"
    }

    func part(before index: Int) -> Int? {
        guard pieces[index - 1].kind == .part else { return nil }
        return tokens[pieces[index - 1].tokens].first?.value
    }

    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
