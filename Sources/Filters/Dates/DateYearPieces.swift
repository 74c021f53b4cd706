import QuandianText

// What a year, and what is longer than one, adds to the reading of a date.

extension DateParser {
    /// Adds a year or a stretch of years; nil where the piece is of another kind.
    func applyYear(_ piece: DatePiece, _ numbers: [DateToken], to reading: inout DateReading) -> Bool? {
        let row = tokens[piece.tokens]
        guard let head = row.first else { return false }
        switch piece.kind {
        case .year:
            guard let year = numbers.first?.value, (1...2999).contains(year) else { return false }
            reading.year = .fixed(year)
        case .yearShort:
            reading.year = .fixed(head.value)
            reading.yearIsShort = true
        case .yearOrSpan:
            guard let number = numbers.first else { return false }
            if let named = eraYear(piece) {
                reading.year = .fixed(named.year)
                reading.era = named
                reading.calendar = named.calendar
            } else if countsMinguo && number.sign != .n4 && number.value < 200
                || number.sign == .n3 && (90...150).contains(number.value) && head.sign != .solarTag
            {
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
            reading.era = EraYear(base: era.first - 1, number: number, last: era.last, calendar: era.calendar)
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
            reading.era = EraYear(base: 1911, number: number, last: 2100, calendar: .minguo)
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
            reading.era = EraYear(base: era.first - 1, number: 1, last: era.last, calendar: era.calendar)
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
            case .n3 where (90...150).contains(number.value):
                reading.year = .fixed(1911 + number.value)
                reading.era = EraYear(base: 1911, number: number.value, last: 2100, calendar: .minguo)
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
        case .bareYear:
            guard (1500...2100).contains(head.value) else { return false }
            reading.year = .fixed(head.value)
        default: return nil
        }
        return true
    }
}
