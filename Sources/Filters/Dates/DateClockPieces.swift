import QuandianText

// What a clock or a part of the day adds to the reading of a date.

extension DateParser {
    /// Adds a clock or a part of the day; nil where the piece is of another kind.
    func applyClock(_ piece: DatePiece, _ numbers: [DateToken], _ index: Int, to reading: inout DateReading) -> Bool? {
        let row = tokens[piece.tokens]
        guard let head = row.first, let last = row.last else { return false }
        switch piece.kind {
        case .part: if reading.part == nil { reading.part = head.value }
        case .clock:
            guard let clock = clock(row, reading.part) else { return false }
            reading.clock = clock
            reading.clockIsSpoken = row[row.startIndex + 1].sign == .hour || row[row.startIndex + 1].sign == .oclock
            reading.clockStart = index > 0 && pieces[index - 1].kind == .part ? pieces[index - 1].start : piece.start
        case .clockRange:
            guard numbers.count == 2, let first = hour(numbers[0].value, reading.part),
                let second = hour(numbers[1].value, reading.part)
            else { return false }
            let isHalf = last.sign == .half
            reading.clock = Clock(hour: first)
            reading.clockEnd = Clock(hour: second, minute: isHalf ? 30 : 0)
        default: return nil
        }
        return true
    }

    /// An hour on the 24-hour clock, with the part of day that stands before it.
    func hour(_ hour: Int, _ part: Int?) -> Int? {
        guard (0...24).contains(hour) else { return nil }
        switch part {
        case 3 where hour <= 3: return hour + 12
        case 4, 5: return hour < 12 ? hour + 12 : hour
        case 6: return hour < 12 && hour >= 4 ? hour + 12 : (hour == 12 ? 24 : hour)
        case 7: return hour < 12 && hour >= 6 ? hour + 12 : (hour == 12 ? 24 : hour)
        case 0 where hour == 12: return 0
        default: return hour
        }
    }

    func clock(_ row: ArraySlice<DateToken>, _ part: Int?) -> Clock? {
        let stated = row.last.flatMap { $0.sign == .meridiem ? $0.value : nil } ?? part
        guard let head = row.first, let hour = hour(head.value, stated) else { return nil }
        var minute = 0
        var fives = 1
        var second: Int?
        var seen = 0
        for (index, token) in zip(row.indices, row).dropFirst() {
            switch token.sign {
            case .half: minute = 30
            case .fives: fives = 5
            case .quarterHour: minute *= 15
            case let sign where sign.isNumber:
                seen += 1
                let next = row.index(after: index)
                let isSecond = seen == 2 || (next < row.endIndex && row[next].sign == .second)
                if isSecond { second = token.value } else { minute = token.value }
            default: break
            }
        }
        // Cantonese: 三點踏三 is three times five minutes past.
        if fives > 1, minute < 12 { minute *= fives }
        guard (0...59).contains(minute), (0...59).contains(second ?? 0) else { return nil }
        if hour == 24, minute > 0 { return Clock(hour: 0, minute: minute, second: second) }
        return Clock(hour: hour, minute: minute, second: second)
    }
}
