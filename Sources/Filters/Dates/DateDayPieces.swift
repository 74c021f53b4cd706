import QuandianText

// What a day adds to the reading of a date.

extension DateParser {
    /// Adds a day; nil where the piece is of another kind.
    func applyDay(_ piece: DatePiece, _ numbers: [DateToken], to reading: inout DateReading) -> Bool? {
        let row = tokens[piece.tokens]
        guard let head = row.first, let last = row.last else { return false }
        switch piece.kind {
        case .day:
            guard let number = numbers.first?.value, (1...31).contains(number) else { return false }
            reading.day = .fixed(number)
            reading.dayIsChinese = head.sign == .c
        case .dayRange, .dayList:
            // 廿九、三十两日: the count of the days is none of them.
            let days = numbers.prefix(piece.kind == .dayRange ? 2 : 3)
            guard let first = days.first?.value, let end = days.last?.value, (1...31).contains(first),
                (1...31).contains(end), first < end || piece.kind == .dayRange && first != end
            else { return false }
            reading.day = .fixed(first)
            reading.dayEnd = end
        case .dayRel: reading.day = .relative(head.value)
        case .dayShort: reading.day = .relative(head.value)
        case .dayAna:
            if reading.hasDay { return true }
            reading.day = .named(head.value)
        case .dayPair:
            // The value holds two offsets, each raised by five: 今明 is 56.
            reading.day = .relative(head.value / 10 - 5)
            reading.dayEnd = head.value % 10 - head.value / 10
        case .nthDay:
            guard let number = numbers.first?.value, (3...10).contains(number) else { return false }
            reading.day = .named(number - 1)
            reading.needsNamedDay = true
        case .dayPart:
            // The value holds the part in its units and the day in its tens: 昨晚 is -6, 明晚 16.
            reading.day = .relative(head.value < 0 ? (head.value > -10 ? -1 : -2) : head.value / 10)
            reading.part = abs(head.value) % 10
        case .dayPartAna:
            if !reading.hasDay { reading.day = .named(0) }
            reading.part = head.value
        case .dateNote:
            guard let day = numbers.last?.value, (1...31).contains(day) else { return false }
            if numbers.count == 2 {
                guard (1...12).contains(numbers[0].value) else { return false }
                reading.month = .fixed(numbers[0].value)
            }
            reading.weekdayNote = reading.weekday
            (reading.weekday, reading.weekOffset) = (nil, nil)
            reading.day = .fixed(day)
        case .dayNote:
            guard let number = numbers.first?.value, (1...31).contains(number) else { return false }
            reading.day = .fixed(number)
        case .bareDay:
            guard bareDayIsClear(piece), (1...31).contains(head.value), case .fixed = reading.month else {
                return false
            }
            if head.sign == .c {
                guard head.value >= 10, head.value <= 30 else { return false }
                reading.isLunar = true
            }
            reading.day = .fixed(head.value)
        case .weekday, .weekdayOf:
            guard let number = weekday(last) else { return false }
            if reading.hasDay {
                reading.weekdayNote = number
            } else {
                reading.weekday = number
                reading.weekOffset = piece.kind == .weekdayOf ? head.value : nil
            }
        case .week: reading.weekOffset = head.value
        case .weekend:
            reading.isWeekend = true
            reading.weekOffset = head.sign == .dir ? head.value : 0
        case .dayBefore:
            guard (1...31).contains(head.value) else { return false }
            if reading.month != nil, head.value >= 10, head.value <= 30 { reading.isLunar = true }
            reading.day = .fixed(head.value)
            reading.part = last.value
        case .feastNote: break
        case .weekdayNote:
            guard row.count > 2, let number = weekday(row[row.index(row.endIndex, offsetBy: -2)]) else { return false }
            reading.weekdayNote = number
        case .holiday:
            // 28日教师节: the feast tells of the day what it is.
            if reading.day == nil { reading.holiday = head.value }
        case .term: reading.term = head.value
        case .lunarDay:
            guard let number = numbers.first?.value, (1...30).contains(number) else { return false }
            if head.sign == .newYear || head.sign == .yearEdge || head.sign == .year {
                reading.month = .fixed(number >= 28 ? 12 : 1)
            } else if number > 10 {
                return false
            }
            reading.day = .fixed(number)
            reading.isLunar = true
        case .lunarMonth:
            reading.month = .fixed(head.value)
            reading.isLunar = true
        case .leapMonth:
            guard let number = numbers.first?.value, (1...12).contains(number) else { return false }
            reading.month = .fixed(number)
            reading.isLunar = true
            reading.isLeap = true
        case .lunarTag: reading.isLunar = true
        case .ymd:
            guard numbers.count == 3,
                (1000...2999).contains(numbers[0].value)
                    || numbers[0].sign == .n3 && (countsMinguo || (80...150).contains(numbers[0].value)),
                (1...12).contains(numbers[1].value), (1...31).contains(numbers[2].value)
            else { return false }
            if row.count == 3 {
                guard (1900...2100).contains(numbers[0].value), !isBesideNumber(piece) else { return false }
            }
            reading.year = .fixed(numbers[0].sign == .n3 ? numbers[0].value + 1911 : numbers[0].value)
            if numbers[0].sign == .n3 { reading.calendar = .minguo }
            reading.month = .fixed(numbers[1].value)
            reading.day = .fixed(numbers[2].value)
        case .dmy:
            guard numbers.count == 3, let (year, month, day) = dayFirst(numbers) else { return false }
            (reading.year, reading.month, reading.day) = (.fixed(year), .fixed(month), .fixed(day))
            if numbers[2].sign == .n2, countsMinguo { reading.calendar = .minguo }
            reading.isDoubtful = true
        case .ym:
            guard numbers.count == 2, (1000...2999).contains(numbers[0].value), (1...12).contains(numbers[1].value)
            else {
                return false
            }
            reading.year = .fixed(numbers[0].value)
            reading.month = .fixed(numbers[1].value)
        case .md:
            guard numbers.count == 2, (1...12).contains(numbers[0].value), (1...31).contains(numbers[1].value) else {
                return false
            }
            reading.month = .fixed(numbers[0].value)
            reading.day = .fixed(numbers[1].value)
        case .packed:
            let year = head.value / 10_000
            let month = head.value / 100 % 100
            let day = head.value % 100
            guard (1900...2100).contains(year), CivilDate(year: year, month: month, day: day) != nil,
                scalarAfter(piece.end).map({ !isWordLike($0) }) ?? true
            else { return false }
            (reading.year, reading.month, reading.day) = (.fixed(year), .fixed(month), .fixed(day))
        default: return nil
        }
        return true
    }

    func weekday(_ token: DateToken) -> Int? {
        switch token.sign {
        case .day, .dayWord: 7
        case .c, .n1: (1...7).contains(token.value) ? token.value : nil
        default: nil
        }
    }

    /// Year, month and day of 31/12/2019, 12/31/2019 or 21/07/09, where the numbers leave no doubt which is which; two
    /// small numbers before a year of four digits are read day first.
    private func dayFirst(_ numbers: [DateToken]) -> (Int, Int, Int)? {
        let (a, b, c) = (numbers[0].value, numbers[1].value, numbers[2].value)
        if numbers[2].sign == .n4 {
            guard (1900...2100).contains(c) else { return nil }
            return CivilDate(year: c, month: b, day: a) != nil
                ? (c, b, a) : CivilDate(year: c, month: a, day: b) != nil ? (c, a, b) : nil
        }
        guard numbers[0].sign == .n2, numbers[1].sign == .n2 else { return nil }
        if countsMinguo, CivilDate(year: 1911 + a, month: b, day: c) != nil { return (1911 + a, b, c) }
        if a > 12, a <= 40, c <= 31 {
            return CivilDate(year: 2000 + a, month: b, day: c) != nil ? (2000 + a, b, c) : nil
        }
        guard c > 31 else { return nil }
        let year = c > 40 ? 1900 + c : 2000 + c
        return CivilDate(year: year, month: b, day: a) != nil
            ? (year, b, a) : CivilDate(year: year, month: a, day: b) != nil ? (year, a, b) : nil
    }

    /// Whether a further number stands a space away, as in the row of a table.
    private func isBesideNumber(_ piece: DatePiece) -> Bool {
        if let before = tokenBefore(piece), before.sign.isNumber, piece.start - before.end <= 2 { return true }
        let next = piece.tokens.upperBound
        return next < tokens.count && tokens[next].sign.isNumber && tokens[next].sign != .c
            && tokens[next].start - piece.end <= 2
    }
}
