import QuandianText

// What a month or a part of a year adds to the reading of a date.

extension DateParser {
    /// Adds a month or a part of a year; nil where the piece is of another kind.
    func applyMonth(_ piece: DatePiece, _ numbers: [DateToken], to reading: inout DateReading) -> Bool? {
        let row = tokens[piece.tokens]
        guard let head = row.first, let last = row.last else { return false }
        switch piece.kind {
        case .half: reading.half = head.value
        case .quarter:
            guard let number = numbers.first?.value, (1...4).contains(number) else { return false }
            reading.quarter = number
        case .quarters:
            guard let number = numbers.first?.value, (1...4).contains(number) else { return false }
            reading.firstQuarters = number
        case .quarterRel: reading.quarterOffset = head.value
        case .season: reading.season = head.value
        case .seasonRel: reading.seasonOffset = head.value
        case .seasonPair:
            guard head.value < last.value else { return false }
            reading.seasonOffset = head.value
            reading.seasonEnd = last.value
        case .month:
            let number = head.sign == .firstMonth ? 1 : head.value
            guard (1...13).contains(number) else { return false }
            reading.month = .fixed(number)
            reading.monthIsChinese = head.sign == .c
        case .nthMonth, .monthNote:
            guard let number = numbers.first?.value, (1...12).contains(number) else { return false }
            reading.month = .fixed(number)
        case .monthRange:
            guard numbers.count >= 2, (1...12).contains(numbers[0].value), (1...12).contains(numbers[1].value) else {
                return false
            }
            reading.month = .fixed(numbers[0].value)
            reading.monthEnd = numbers[1].value
        case .monthPair:
            guard let (a, b) = monthPair(head.value) else { return false }
            reading.month = .fixed(a)
            reading.monthEnd = b
        case .months:
            guard let number = numbers.first?.value, (1...12).contains(number) else { return false }
            reading.firstMonths = number
        case .monthsLast:
            guard let number = numbers.first?.value, (1...11).contains(number) else { return false }
            reading.month = .fixed(13 - number)
            reading.monthEnd = number > 1 ? 12 : nil
        case .monthRel: reading.month = .relative(head.value)
        case .monthAna: reading.month = .named(head.value)
        case .xun:
            if reading.month == nil { reading.monthMeant = true }
        case .edge: break
        case .yearEdge:
            if reading.year == nil { reading.yearMeant = true }
        case .monthEdge:
            if reading.month == nil { reading.monthMeant = true }
        case .monthHalf:
            if reading.month == nil { reading.monthMeant = true }
        case .samePeriod: reading.isSamePeriod = true
        case .nthWeek:
            guard let number = numbers.first?.value, (1...53).contains(number) else { return false }
            reading.weekOfMonth = number
        case .nthWeekday:
            guard let number = numbers.first?.value, (1...5).contains(number), let weekday = weekday(last) else {
                return false
            }
            reading.weekOfMonth = number
            reading.nthWeekday = weekday
        default: return nil
        }
        return true
    }

    func monthPair(_ value: Int) -> (Int, Int)? {
        let (a, b) = (value / 10, value % 10)
        return a >= 1 && b == a + 1 ? (a, b) : nil
    }
}
