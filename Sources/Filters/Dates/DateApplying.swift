import QuandianText

// What each piece adds to the reading of a date.

extension DateParser {
    func numbers(_ piece: DatePiece) -> [DateToken] { tokens[piece.tokens].filter { $0.sign.isNumber } }

    func weekday(_ token: DateToken) -> Int? {
        switch token.sign {
        case .day, .dayWord: 7
        case .c, .n1: (1...7).contains(token.value) ? token.value : nil
        default: nil
        }
    }

    func monthPair(_ value: Int) -> (Int, Int)? {
        let (a, b) = (value / 10, value % 10)
        return a >= 1 && b == a + 1 ? (a, b) : nil
    }

    /// Adds a piece to a reading; false where its numbers make no date.
    func apply(_ piece: DatePiece, to reading: inout DateReading, _ index: Int) -> Bool {
        let row = tokens[piece.tokens]
        guard let head = row.first, let last = row.last else { return false }
        let numbers = numbers(piece)
        switch piece.kind {
        case .year:
            guard let year = numbers.first?.value, (1...2999).contains(year) else { return false }
            reading.year = .fixed(year)
        case .yearShort:
            reading.year = .fixed(head.value)
            reading.yearIsShort = true
        case .yearOrSpan:
            guard let number = numbers.first else { return false }
            if countsMinguo, number.sign != .n4, number.value < 200 {
                reading.year = .fixed(number.value + 1911)
                reading.calendar = .minguo
            } else {
                reading.year = .fixed(number.value)
                reading.yearIsShort = number.value < 100 && head.sign != .solarTag
            }
        case .yearRange, .bareYearRange:
            guard numbers.count >= 2, let end = numbers.last?.value, numbers[0].value < end,
                (1...2999).contains(numbers[0].value), end < 3000
            else { return false }
            if piece.kind == .bareYearRange, numbers[0].value < 1500 || end > 2100 { return false }
            reading.year = .fixed(numbers[0].value)
            reading.yearEnd = end
        case .yearRangeShort:
            guard numbers.count >= 2 else { return false }
            let first = numbers[0].value
            let second = numbers[numbers.count - 1].value
            if numbers[0].sign == .n4 {
                let full = first / 100 * 100 + second
                guard full > first else { return false }
                (reading.year, reading.yearEnd) = (.fixed(first), full)
            } else {
                guard first < second, first >= 40 || numbers[0].sign == .z2 else { return false }
                let century = first > 40 ? 1900 : 2000
                (reading.year, reading.yearEnd) = (.fixed(century + first), century + second)
            }
        case .eraYear:
            guard Era.all.indices.contains(head.value), row.count > 1 else { return false }
            let era = Era.all[head.value]
            let number = row[row.startIndex + 1].value
            guard number >= 1, number <= 70 else { return false }
            reading.year = .fixed(era.first + number - 1)
            reading.calendar = era.calendar
        case .eraSpan:
            guard Era.all.indices.contains(head.value) else { return false }
            let era = Era.all[head.value]
            reading.year = .fixed(era.first)
            reading.yearEnd = era.last
            reading.calendar = era.calendar
        case .minguoYear:
            let number = row[row.startIndex + 1].value
            guard (1...999).contains(number) else { return false }
            reading.year = .fixed(1911 + number)
            reading.calendar = .minguo
        case .minguoBefore:
            guard let number = numbers.first?.value else { return false }
            reading.year = .fixed(1912 - number)
            reading.calendar = .minguo
        case .yearRel: reading.year = .relative(head.value)
        case .eraStem:
            guard Era.all.indices.contains(head.value), row.count > 1 else { return false }
            let era = Era.all[head.value]
            let place = row[row.startIndex + 1].value
            let year = era.first + ((place - (era.first - 4)) % 60 + 60) % 60
            guard year <= era.last else { return false }
            reading.year = .fixed(year)
            reading.calendar = era.calendar
        case .stemYear:
            if reading.year == nil { reading.stemYear = head.value }
        case .stemNote:
            // Behind a month it names the day, behind a year it repeats it.
            if reading.month != nil { reading.stemDay = head.value }
        case .stemDay: reading.stemDay = head.value
        case .yearAna, .yearThat: reading.year = .named(head.value)
        case .yearPair:
            // The value holds two offsets, each raised by five: 今明 is 56.
            reading.year = .relative(head.value / 10 - 5)
            reading.yearEnd = head.value % 10 - head.value / 10
        case .yearNote:
            guard let number = numbers.first else { return false }
            switch number.sign {
            case .n4: reading.year = .fixed(number.value)
            case .n3 where number.value < 150:
                reading.year = .fixed(number.value + 1911)
                reading.calendar = .minguo
            default: return false
            }
        case .yearMeant: reading.yearMeant = true
        case .fiscal:
            guard let number = numbers.first else { return false }
            if numbers.count == 2 {
                let end = numbers[1].sign == .n2 ? numbers[0].value / 100 * 100 + numbers[1].value : numbers[1].value
                guard numbers[0].value < end else { return false }
                reading.yearEnd = end
            }
            switch number.sign {
            case .n4, .z4: reading.year = .fixed(number.value)
            case .z2, .n2:
                reading.year = .fixed(number.value)
                reading.yearIsShort = true
            case .n3 where countsMinguo && number.value < 150:
                reading.year = .fixed(1911 + number.value)
                reading.calendar = .minguo
            case .c where countsMinguo:
                reading.year = .fixed(1911 + number.value)
                reading.calendar = .minguo
            default: return false
            }
        case .decade:
            guard let number = numbers.last else { return false }
            if head.sign == .dir {
                reading.centuryOffset = head.value
                reading.decade = number.value
            } else if numbers.count == 2 {
                reading.decade = (numbers[0].value - 1) * 100 + number.value
            } else {
                reading.decade = number.value
            }
            guard number.value % 10 == 0 else { return false }
        case .decades:
            // 八九十年代, 六十至七十年代, 20世纪五六十年代.
            var first = numbers[numbers.count - 2].value
            var last = numbers[numbers.count - 1].value
            if numbers[numbers.count - 2].sign == .z2, last == 10 {
                (first, last) = (first / 10 * 10, first % 10 * 10)
            }
            guard first % 10 == 0, last % 10 == 0, first < last else { return false }
            if head.sign == .dir {
                reading.centuryOffset = head.value
            } else if numbers.count == 3 {
                first += (numbers[0].value - 1) * 100
                last += (numbers[0].value - 1) * 100
            }
            reading.decade = first
            reading.decadeEnd = last
        case .century:
            guard let number = numbers.first, (1...21).contains(number.value) else { return false }
            reading.century = (number.value - 1) * 100
        case .centuryRel: reading.centuryOffset = head.value
        case .plan, .planTerm:
            guard let plan = row.first(where: { $0.sign == .plan || $0.sign.isNumber }) else { return false }
            if plan.sign == .plan {
                reading.plan = plan.value
            } else {
                // 一五 began in 1953; from 三五 on a plan begins every five years from 1966.
                guard plan.value % 10 == 5, (15...95).contains(plan.value) else { return false }
                let number = plan.sign == .c ? 10 : plan.value / 10
                guard plan.sign == .z2 || plan.value == 15 else { return false }
                reading.plan = number == 1 ? 1953 : number == 2 ? 1958 : 1951 + number * 5
            }
        case .beforeChrist:
            guard let number = numbers.first?.value, (1...9999).contains(number) else { return false }
            reading.beforeChrist = number
        case .centuryBefore:
            guard let number = numbers.first?.value, (1...30).contains(number) else { return false }
            reading.centuryBefore = number
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
            guard numbers.count == 2, (1...12).contains(numbers[0].value), (1...12).contains(numbers[1].value) else {
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
        case .day:
            guard let number = numbers.first?.value, (1...31).contains(number) else { return false }
            reading.day = .fixed(number)
        case .dayRange, .dayList:
            guard let first = numbers.first?.value, let end = numbers.last?.value, (1...31).contains(first),
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
        case .weekdayNote:
            guard row.count > 2, let number = weekday(row[row.index(row.endIndex, offsetBy: -2)]) else { return false }
            reading.weekdayNote = number
        case .holiday:
            reading.holiday = head.value
        case .term: reading.term = head.value
        case .lunarDay:
            guard let number = numbers.first?.value, (1...30).contains(number) else { return false }
            if head.sign == .newYear {
                reading.month = .fixed(number == 30 ? 12 : 1)
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
        case .bareYear:
            guard (1500...2100).contains(head.value) else { return false }
            reading.year = .fixed(head.value)
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
            reading.clockStart = index > 0 && pieces[index - 1].kind == .part ? pieces[index - 1].start : piece.start
        default: return false
        }
        return true
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
