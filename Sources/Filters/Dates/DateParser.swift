import QuandianText

/// Joins the pieces of one block into time expressions.
struct DateParser {
    let bytes: [UInt8]
    let block: Range<Int>
    let tokens: [DateToken]
    let pieces: [DatePiece]
    /// Whether the document counts years by 民国, so that 十八年三月 and 103年 are years.
    let countsMinguo: Bool

    /// The expressions in order. Each piece is read a bounded number of times.
    func expressions(into found: inout [DateExpression]) {
        var at = 0
        while at < pieces.count {
            if let (expression, next) = expression(at) {
                found.append(expression)
                at = next
            } else {
                at += 1
            }
        }
    }

    // MARK: One expression

    private func expression(_ at: Int) -> (DateExpression, Int)? {
        let first = pieces[at]
        switch first.kind {
        case .from, .until:
            guard at + 1 < pieces.count, first.end == pieces[at + 1].start,
                let (expression, next) = dated(at + 1, prefix: first)
            else { return nil }
            return (expression, next)
        case .span, .yearOrSpan, .halfSpan:
            if first.kind == .yearOrSpan, readsAsYear(at) { return dated(at, prefix: nil) }
            return span(at)
        case .recurringUnit, .recurringWeekday, .recurringPart:
            return recurrence(at)
        case .year where isCountOfYears(first):
            return span(at)
        case .months:
            // 提前三个月: 前 belongs to the word before.
            return span(at, from: first.tokens.lowerBound + 1)
        case .day:
            if isCountOfDays(first) { return span(at) }
            return dated(at, prefix: nil)
        default:
            return dated(at, prefix: nil)
        }
    }

    private func dated(_ at: Int, prefix: DatePiece?) -> (DateExpression, Int)? {
        guard let (a, afterA) = point(at) else { return nil }
        var next = afterA
        var body = DateExpression.Body.point(a)
        var isRange = false
        if let joint = piece(next, touching: next - 1), joint.kind == .to || joint.kind == .dash,
            piece(next + 1, touching: next) != nil, let (b, afterB) = point(next + 1, asEndOf: a), fits(a, b)
        {
            guard pieces[at].kind != .md || pieces[at].start == block.lowerBound else { return nil }
            body = .range(a, b)
            next = afterB
            isRange = true
        } else if pieces[at].kind == .ym || pieces[at].kind == .md {
            guard standsAlone(at, next) else { return nil }
        } else if pieces[at].kind == .bareYear {
            return nil
        }
        var expression = DateExpression(
            body: body, start: pieces[at].start, end: pieces[next - 1].end, rule: "\(pieces[at].kind)")
        if isRange {
            if let stop = piece(next, touching: next - 1), stop.kind == .stop {
                expression.end = stop.end
                next += 1
            }
            expression.rule = "range.\(pieces[at].kind)"
            return (expression, next)
        }
        if let prefix, prefix.kind == .until {
            expression.frame = .until
            expression.start = prefix.start
            if let stop = piece(next, touching: next - 1), stop.kind == .stop || stop.kind == .before {
                expression.end = stop.end
                next += 1
            }
            return (expression, next)
        }
        if let suffix = piece(next, touching: next - 1), suffix.start == expression.end {
            switch suffix.kind {
            case .since:
                expression.frame = .since
            case .start where prefix?.kind == .from || startsWith(suffix.start, 0x8D77):  // 起
                expression.frame = .since
            case .before where !a.isSamePeriod:
                expression.frame = .until
            case .after:
                expression.frame = .since
            default:
                return (expression, next)
            }
            expression.end = suffix.end
            if suffix.kind == .since || suffix.kind == .start, let prefix { expression.start = prefix.start }
            next += 1
        }
        return (expression, next)
    }

    private func piece(_ index: Int, touching before: Int) -> DatePiece? {
        guard pieces.indices.contains(index), pieces.indices.contains(before) else { return nil }
        let gap = (pieces[before].end, pieces[index].start)
        return gap.0 == gap.1 || DateJoint.isSpace(bytes, gap.0, gap.1) ? pieces[index] : nil
    }

    /// Whether a second point may close a range that the first opens.
    private func fits(_ a: DateReading, _ b: DateReading) -> Bool {
        if a.isClockOnly && b.isClockOnly { return true }
        if b.isClockOnly { return a.clock != nil }
        if a.clock != nil, b.clock == nil, b.part == nil { return false }
        return true
    }

    // MARK: A point

    private func point(_ at: Int, asEndOf first: DateReading? = nil) -> (DateReading, Int)? {
        guard at < pieces.count, mayOpen(at, asEnd: first != nil) else { return nil }
        var reading = DateReading()
        guard apply(pieces[at], to: &reading, at) else { return nil }
        var next = at + 1
        while next < pieces.count, DateSequence.shared.allows(pieces[next - 1].kind, pieces[next].kind) {
            let gap = (pieces[next - 1].end, pieces[next].start)
            if gap.0 != gap.1 {
                let a = tokens[pieces[next - 1].tokens.upperBound - 1]
                let b = tokens[pieces[next].tokens.lowerBound]
                guard
                    a.sign.isNumber != b.sign.isNumber || pieces[next].kind == .clock || pieces[next].kind == .part
                        || pieces[next - 1].kind == .year,
                    DateJoint.isSpace(bytes, gap.0, gap.1)
                else { break }
            }
            var trial = reading
            guard apply(pieces[next], to: &trial, next) else { break }
            reading = trial
            next += 1
        }
        guard isComplete(reading, at, next) else { return nil }
        return (reading, next)
    }

    private func isComplete(_ reading: DateReading, _ at: Int, _ next: Int) -> Bool {
        if reading.hasDate { return true }
        return reading.clock != nil
    }

    /// Whether a date may begin with this piece, given what stands before it.
    private func mayOpen(_ at: Int, asEnd: Bool) -> Bool {
        let piece = pieces[at]
        let token = tokens[piece.tokens.lowerBound]
        let before = scalarBefore(piece.start)
        if token.sign == .n1 || token.sign == .n2 || token.sign == .n3 || token.sign == .n4 || token.sign == .n8 {
            // A version, a code, a decimal, a telephone number.
            if before.map(isWordLike) ?? false, !asEnd { return false }
            if !asEnd, let before, [0x2E, 0x2D, 0x2F, 0x3A, 0x24, 0xA5, 0xFFE5, 0xFF0E, 0xFF0F, 0xB7].contains(before),
                scalarBefore(piece.start - UTF8Scalar.width(before)).map(isWordLike) ?? false
            {
                return false
            }
        }
        if let previous = tokenBefore(piece), previous.end == piece.start {
            if previous.sign == .ordinal { return false }
            if !asEnd, previous.sign.isNumber, token.sign.isNumber { return false }
        }
        switch piece.kind {
        case .part, .season, .edge, .xun, .weekdayNote, .lunarTag, .solarTag, .samePeriod, .dayShort:
            return standsAtFirst(piece, at)
        case .lunarDay: return tokens[piece.tokens.lowerBound].sign == .newYear
        case .packed: return true
        case .yearShort:
            // 三四年, 两三年: about so many years.
            let value = token.value
            guard value / 10 >= 1, value / 10 <= 6, value % 10 == value / 10 + 1 else { return true }
            return at + 1 < pieces.count && pieces[at + 1].start == piece.end
                && DateSequence.shared.allows(.yearShort, pieces[at + 1].kind)
        case .dayRel, .dayAna, .dayPart, .dayPartAna:
            // 是日本 holds no 是日.
            guard scalarAfter(piece.end) == 0x672C, endsWithDay(piece) else { return true }
            return scalarAfter(piece.end + 3).map { [0x62A5, 0x5831, 0x5E02, 0x53BF, 0x7701, 0x520A].contains($0) }
                ?? true
        case .weekday, .weekdayOf:
            let unit = tokens[piece.tokens.upperBound - 2]
            return tokens[piece.tokens.upperBound - 1].sign != .dayWord || unit.end - unit.start > 3
        case .day where token.sign == .c && token.value == 1:
            if let after = scalarAfter(piece.end), [0x4E0D, 0x65E0, 0x7121, 0x4E4B, 0x4E09].contains(after) {
                return false
            }
            guard let before = scalarBefore(piece.start), !asEnd else { return true }
            return !isLetterLike(before) || [0x4E8E, 0x65BC, 0x5728, 0x81F3, 0x5230, 0x6708].contains(before)
        case .bareYear: return asEnd
        case .bareDay: return false
        case .day where token.sign.isNumber && tokens[piece.tokens.upperBound - 1].value == 1:
            return asEnd || numberedDayIsClear(piece, at)
        case .quarter
        where tokens[piece.tokens.upperBound - 1].value == 1 && tokens[piece.tokens.upperBound - 1].sign == .quarter:
            return asEnd
        case .yearMeant, .yearEdge, .monthEdge:
            guard let previous = tokenBefore(piece), previous.end == piece.start else { return true }
            return !previous.sign.isNumber && previous.sign != .half && previous.sign != .ge && previous.sign != .odd
        case .holiday: return true
        case .term: return termIsClear(at)
        case .clock: return clockIsClear(at)
        case .weekend: return tokens[piece.tokens.lowerBound].sign == .dir
        case .months: return false
        case .from, .until, .since, .start, .before, .after, .stop, .to, .dash, .list: return false
        case .minuteTail, .span, .halfSpan, .recurringUnit, .recurringWeekday, .recurringPart: return false
        case .yearOrSpan: return asEnd ? true : readsAsYear(at)
        case .monthPair: return monthPair(tokens[piece.tokens.lowerBound].value) != nil
        default: return true
        }
    }

    /// Pieces that need another in front of them, but for the few uses that need none.
    private func standsAtFirst(_ piece: DatePiece, _ at: Int) -> Bool {
        let follows = at + 1 < pieces.count && pieces[at + 1].start == piece.end
        switch piece.kind {
        case .part: return follows && (pieces[at + 1].kind == .clock || pieces[at + 1].kind == .clockRange)
        case .xun: return scalarBefore(piece.start).map { !isLetterLike($0) } ?? true
        case .lunarTag: return follows && DateSequence.shared.allows(.lunarTag, pieces[at + 1].kind)
        case .dayShort: return follows && pieces[at + 1].kind == .part
        default: return false
        }
    }

    private func termIsClear(_ at: Int) -> Bool {
        let piece = pieces[at]
        if scalarAfter(piece.end) == 0x8282 { return true }  // 节
        if at + 1 < pieces.count, pieces[at + 1].start == piece.end, pieces[at + 1].kind == .dayAna { return true }
        // 立春 … 冬至: words of nothing else. Snow, rain, cold and 清明 are also words.
        let term = tokens[piece.tokens.lowerBound].value
        return [2, 4, 5, 8, 10, 11, 14, 15, 17, 19, 20, 23].contains(term)
    }

    private func clockIsClear(_ at: Int) -> Bool {
        let piece = pieces[at]
        let row = tokens[piece.tokens]
        guard let head = row.first else { return false }
        let second = row[row.startIndex + 1].sign
        if second == .colon {
            if let before = scalarBefore(piece.start), [0x6BD4, 0x4EE5, 0x5206, 0x4F8B].contains(before) {
                return false
            }
            if let after = scalarAfter(piece.end),
                [0x80DC, 0x52DD, 0x8D1F, 0x51FB, 0x6218, 0x5927, 0x9886].contains(after)
            {
                return false
            }
            return true
        }
        if second == .oclock {
            if row.count == 2 {
                if let after = scalarAfter(piece.end), DateDigits.isChinese(after) || DateDigits.arabic(after) != nil {
                    return false
                }
                if head.sign != .c {
                    // 20点计划, 3点倡议: points, not hours.
                    guard let after = scalarAfter(piece.end), (0x4E00...0x9FFF).contains(after) || after == 0x201D
                    else { return true }
                    // 前 后 後 开 開 到 至 在 起 左 许 許 准 结 結 集 出 抵 发 發 举 舉 我 他 她 的 之 以
                    return [
                        0x524D, 0x540E, 0x5F8C, 0x5F00, 0x958B, 0x5230, 0x81F3, 0x5728, 0x8D77, 0x5DE6, 0x8BB8, 0x8A31,
                        0x51C6, 0x7ED3,
                        0x7D50, 0x96C6, 0x51FA, 0x62B5, 0x53D1, 0x767C, 0x4E3E, 0x8209, 0x6211, 0x4ED6, 0x5979, 0x7684,
                        0x4E4B, 0x4EE5,
                    ].contains(after)
                }
                return head.sign != .c || head.value >= 10 && head.value <= 12 || head.value == 0
                    || (scalarAfter(piece.end).map { [0x524D, 0x5F8C, 0x540E, 0x8BB8, 0x5230, 0x81F3].contains($0) }
                        ?? false)
            }
            let last = row[row.index(before: row.endIndex)]
            // 二十四点五度, 10点五: a decimal, not a clock.
            if last.sign.isNumber {
                return last.sign == .n2 || last.value >= 10 && last.sign == .c || last.sign == .z2 && last.value < 10
            }
            return true
        }
        if second == .hour, head.sign == .c, head.value == 1, row.count == 2 { return false }
        return true
    }

    /// A numeric form that is as often something else needs support: 2015.07, 4/5, 3月5.
    private func standsAlone(_ at: Int, _ next: Int) -> Bool {
        let piece = pieces[at]
        if next > at + 1, piece.kind != .md || pieces[at + 1].kind != .bareDay { return true }
        let row = tokens[piece.tokens]
        guard let last = row.last, let first = row.first else { return false }
        let after = scalarAfter(piece.end)
        switch piece.kind {
        case .ym:
            guard last.sign == .n2, (1950...2049).contains(first.value) else { return false }
            if let after, isWordLike(after) || [0x25, 0xFF05, 0x4E07, 0x4EBF, 0x5143, 0x500D].contains(after) {
                return false
            }
            if let before = scalarBefore(piece.start), isLetterLike(before), row[row.startIndex + 1].sign == .dot {
                return false
            }
            return true
        case .md:
            return last.sign == .day || block.count <= 12 && piece.start == block.lowerBound && after != 0x2F
        default: return true
        }
    }

    /// 29号 alone is as often a house, a prize, a document: only behind punctuation or 于, 在, 至.
    private func numberedDayIsClear(_ piece: DatePiece, _ at: Int) -> Bool {
        guard let before = scalarBefore(piece.start) else { return true }
        return [0xFF0C, 0x2C, 0x3002, 0x3001, 0x4E8E, 0x65BC, 0x5728, 0x81F3, 0x5230, 0x4ECE, 0x5F9E].contains(before)
            || at > 0 && pieces[at - 1].end == piece.start && [.to, .from, .until].contains(pieces[at - 1].kind)
    }

    /// A number without 日 behind a month: lunar in Chinese numerals (八月十五), else only where nothing is counted.
    private func bareDayIsClear(_ piece: DatePiece) -> Bool {
        let after = scalarAfter(piece.end)
        guard let after else { return true }
        if tokens[piece.tokens.lowerBound].sign == .c {
            // 名 个 個 位 家 次 项 多 余 万 亿 元 人 件 台 户 年 天 岁
            return ![
                0x540D, 0x4E2A, 0x500B, 0x4F4D, 0x5BB6, 0x6B21, 0x9879, 0x591A, 0x4F59, 0x4E07, 0x4EBF, 0x5143, 0x4EBA,
                0x4EF6,
                0x53F0, 0x6237, 0x5E74, 0x5929, 0x5C81, 0x5206, 0x70B9,
            ].contains(after)
        }
        // ， , 。 、 出 至 到 - — ～ ~ and a space
        return [0xFF0C, 0x2C, 0x3002, 0x3001, 0x51FA, 0x81F3, 0x5230, 0x2D, 0x2014, 0xFF5E, 0x7E, 0x20].contains(after)
    }

    // MARK: Applying pieces

    private func numbers(_ piece: DatePiece) -> [DateToken] { tokens[piece.tokens].filter { $0.sign.isNumber } }

    private func weekday(_ token: DateToken) -> Int? {
        switch token.sign {
        case .day, .dayWord: 7
        case .c, .n1: (1...7).contains(token.value) ? token.value : nil
        default: nil
        }
    }

    private func monthPair(_ value: Int) -> (Int, Int)? {
        let (a, b) = (value / 10, value % 10)
        return a >= 1 && b == a + 1 ? (a, b) : nil
    }

    /// Adds a piece to a reading; false where its numbers make no date.
    private func apply(_ piece: DatePiece, to reading: inout DateReading, _ index: Int) -> Bool {
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
            guard numbers.count == 2, numbers[0].value < numbers[1].value, (1...2999).contains(numbers[0].value),
                numbers[1].value < 3000
            else { return false }
            if piece.kind == .bareYearRange, numbers[0].value < 1500 || numbers[1].value > 2100 { return false }
            reading.year = .fixed(numbers[0].value)
            reading.yearEnd = numbers[1].value
        case .yearRangeShort:
            guard numbers.count == 2 else { return false }
            let first = numbers[0].value
            let second = numbers[1].value
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
        case .yearAna: reading.year = .named(head.value)
        case .yearMeant: reading.yearMeant = true
        case .fiscal:
            guard let number = numbers.first else { return false }
            if numbers.count == 2 {
                guard numbers[0].value < numbers[1].value else { return false }
                reading.yearEnd = numbers[1].value
            }
            switch number.sign {
            case .n4, .z4: reading.year = .fixed(number.value)
            case .z2, .n2:
                reading.year = .fixed(number.value)
                reading.yearIsShort = true
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
        case .century:
            guard let number = numbers.first, (1...21).contains(number.value) else { return false }
            reading.century = (number.value - 1) * 100
        case .centuryRel: reading.centuryOffset = head.value
        case .plan:
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
        case .beforeChrist: reading.beforeChrist = true
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
        case .month:
            let number = head.sign == .firstMonth ? 1 : head.value
            guard (1...13).contains(number) else { return false }
            reading.month = .fixed(number)
        case .nthMonth:
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
            break
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
            if row.contains(where: { $0.sign == .list }) {
                guard zip(numbers, numbers.dropFirst()).allSatisfy({ $0.value + 1 == $1.value }) else { return false }
            }
            reading.day = .fixed(first)
            reading.dayEnd = end
        case .dayRel: reading.day = .relative(head.value)
        case .dayShort: reading.day = .relative(head.value)
        case .dayAna:
            if reading.hasDay { return true }
            reading.day = .named(head.value)
        case .dayPart:
            // The value holds the part in its units and the day in its tens: 昨晚 is -6, 明晚 16.
            reading.day = .relative(head.value < 0 ? (head.value > -10 ? -1 : -2) : head.value / 10)
            reading.part = abs(head.value) % 10
        case .dayPartAna:
            if !reading.hasDay { reading.day = .named(0) }
            reading.part = head.value
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
            guard row.count > 2, let number = weekday(row[row.startIndex + 2]) else { return false }
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
                (1000...2999).contains(numbers[0].value) || numbers[0].sign == .n3 && countsMinguo,
                (1...12).contains(numbers[1].value), (1...31).contains(numbers[2].value)
            else { return false }
            reading.year = .fixed(numbers[0].sign == .n3 ? numbers[0].value + 1911 : numbers[0].value)
            if numbers[0].sign == .n3 { reading.calendar = .minguo }
            reading.month = .fixed(numbers[1].value)
            reading.day = .fixed(numbers[2].value)
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

    /// An hour on the 24-hour clock, with the part of day that stands before it.
    private func hour(_ hour: Int, _ part: Int?) -> Int? {
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

    private func clock(_ row: ArraySlice<DateToken>, _ part: Int?) -> Clock? {
        let stated = row.last.flatMap { $0.sign == .meridiem ? $0.value : nil } ?? part
        guard let head = row.first, let hour = hour(head.value, stated) else { return nil }
        var minute = 0
        var second: Int?
        var seen = 0
        for (index, token) in zip(row.indices, row).dropFirst() {
            switch token.sign {
            case .half: minute = 30
            case .quarterHour: minute *= 15
            case let sign where sign.isNumber:
                seen += 1
                let next = row.index(after: index)
                let isSecond = seen == 2 || (next < row.endIndex && row[next].sign == .second)
                if isSecond { second = token.value } else { minute = token.value }
            default: break
            }
        }
        guard (0...59).contains(minute), (0...59).contains(second ?? 0) else { return nil }
        if hour == 24, minute > 0 { return Clock(hour: 0, minute: minute, second: second) }
        return Clock(hour: hour, minute: minute, second: second)
    }

    // MARK: Spans

    private func readsAsYear(_ at: Int) -> Bool {
        let piece = pieces[at]
        let row = tokens[piece.tokens]
        guard let number = row.first(where: { $0.sign.isNumber }) else { return false }
        if row.first?.sign == .solarTag { return true }
        if let previous = tokenBefore(piece), previous.end == piece.start, previous.sign == .ordinal { return false }
        if at + 1 < pieces.count, pieces[at + 1].start == piece.end {
            switch pieces[at + 1].kind {
            case .month, .half, .quarter, .lunarMonth, .leapMonth, .lunarTag, .monthRange, .nthMonth, .yearEdge:
                return number.sign != .n1 || countsMinguo
            case .season, .holiday, .term: return number.sign == .n2 || countsMinguo
            default: break
            }
        }
        switch number.sign {
        case .n3, .z3:
            if countsMinguo { return number.value < 130 }
            if let before = scalarBefore(piece.start), [0x5728, 0x4E8E, 0x65BC, 0x28, 0xFF08].contains(before) {
                return true
            }
            return number.sign == .z3
        case .n2:
            let isPadded = piece.end - piece.start >= 2 && bytes[piece.start] == 0x30
            guard isPadded || number.value >= 70 else { return false }
            if let before = scalarBefore(piece.start), countCues.contains(before) { return false }
            if let after = scalarAfter(piece.end), countTails.contains(after) { return false }
            return true
        default: return false
        }
    }

    /// 近 约 满 共 达 了 过 逾 超 的 续 历 时 期 长 余 前 后: what stands before a count of years.
    private var countCues: [UInt32] {
        [
            0x8FD1, 0x7EA6, 0x6EE1, 0x5171, 0x8FBE, 0x4E86, 0x8FC7, 0x903E, 0x8D85, 0x7684, 0x7EED, 0x5386, 0x65F6,
            0x671F,
            0x957F, 0x524D, 0x540E, 0x6709, 0x6574, 0x5EFA,
        ]
    }

    /// 来 间 内 的 前 后 多 老 以 之 如 风 历 期 来: what stands behind one.
    private var countTails: [UInt32] {
        [
            0x6765, 0x4F86, 0x95F4, 0x5185, 0x524D, 0x540E, 0x591A, 0x8001, 0x4EE5, 0x4E4B, 0x5982, 0x98CE, 0x5386,
            0x671F,
        ]
    }

    /// 3日内, 六十日, 逾期二十日: a number of days, not a day of the month.
    private func isCountOfDays(_ piece: DatePiece) -> Bool {
        guard let number = tokens[piece.tokens].first, scalarBefore(piece.start) != 0x7B2C, endsWithDay(piece) else {
            return false
        }
        if !(1...31).contains(number.value) { return true }
        // 两日 is never the second of a month.
        if number.sign == .c, startsWith(number.start, 0x4E24) || startsWith(number.start, 0x5169) { return true }
        // 后 後
        if number.sign == .c, let after = scalarAfter(piece.end), after == 0x540E || after == 0x5F8C { return true }
        if number.sign == .c, scalarAfter(piece.end) == 0x4E4B, let after = scalarAfter(piece.end + 3),
            after == 0x540E || after == 0x5F8C
        {
            return true
        }
        if let after = scalarAfter(piece.end) {
            if after == 0x5185 || after == 0x5167 { return true }  // 内 內
            if after == 0x4EE5 || after == 0x4E4B {
                let second = scalarAfter(piece.end + 3)
                return second == 0x5185 || second == 0x5167 || second == 0x4E0A || second == 0x4E0B
            }
        }
        if let before = scalarBefore(piece.start) {
            // 满 滿 逾 期: 逾期二十日, 为期三日; but not 6日下午.
            let after = scalarAfter(piece.end) ?? 0
            return [0x6EE1, 0x6EFF, 0x903E, 0x671F].contains(before)
                && ![0x4E0A, 0x4E0B, 0x665A, 0x51CC].contains(after)
        }
        return false
    }

    /// 距今1200年, 有1500年历史.
    private func isCountOfYears(_ piece: DatePiece) -> Bool {
        let row = tokens[piece.tokens]
        guard let head = row.first, head.sign == .n4, row.count == 2, !(1900...2100).contains(head.value) else {
            return false
        }
        if let after = scalarAfter(piece.end), [0x5386, 0x6B77, 0x6765, 0x4F86].contains(after) { return true }
        return scalarBefore(piece.start).map { [0x6709, 0x7EA6, 0x8FD1, 0x8FBE, 0x4ECA].contains($0) } ?? false
    }

    private func endsWithDay(_ piece: DatePiece) -> Bool {
        guard piece.end - piece.start >= 3 else { return false }
        return startsWith(piece.end - 3, 0x65E5)
    }

    private func span(_ at: Int, from token: Int? = nil) -> (DateExpression, Int)? {
        var first = pieces[at]
        if let token {
            first = DatePiece(
                kind: .span, tokens: token..<first.tokens.upperBound, start: tokens[token].start, end: first.end)
        }
        if let previous = tokenBefore(first), previous.end == first.start {
            if previous.sign == .ordinal || previous.sign == .dot || previous.sign == .odd { return nil }
            if previous.sign.isNumber { return nil }
            if previous.sign == .slash || previous.sign == .dash, previous.start > block.lowerBound,
                scalarBefore(previous.start).map(isWordLike) ?? false
            {
                return nil
            }
        }
        if let before = scalarBefore(first.start), before < 0x80, isWordLike(before) { return nil }
        guard isCounted(first) else { return nil }
        var total = TimeSpan()
        guard add(first, to: &total) else { return nil }
        var next = at + 1
        while next < pieces.count,
            pieces[next].start == pieces[next - 1].end || isLinked(pieces[next - 1].end, pieces[next].start),
            [.span, .minuteTail, .yearOrSpan, .clock].contains(pieces[next].kind)
        {
            var trial = total
            guard add(pieces[next], to: &trial), trial != total else { break }
            total = trial
            next += 1
        }
        var expression = DateExpression(
            body: .span(total), start: first.start, end: pieces[next - 1].end, rule: "span")
        if let suffix = piece(next, touching: next - 1), suffix.start == expression.end,
            suffix.kind == .before || suffix.kind == .after, total.hours == nil, total.minutes == nil,
            total.seconds == nil, !tokens[first.tokens].contains(where: { $0.sign == .workday })
        {
            expression.body = .shifted(total, suffix.kind == .before ? -1 : 1)
            expression.end = suffix.end
            expression.rule = "shifted"
            next += 1
        }
        return (expression, next)
    }

    /// One of 又 余 多 零 between two parts of a span.
    private func isLinked(_ end: Int, _ start: Int) -> Bool {
        guard start - end == 3, let between = scalarAfter(end) else { return false }
        return [0x53C8, 0x4F59, 0x591A, 0x96F6].contains(between)
    }

    /// Whether a number with a unit counts time here: not 百年, 有一天, 一年一度.
    private func isCounted(_ piece: DatePiece) -> Bool {
        let row = tokens[piece.tokens]
        guard let head = row.first else { return false }
        if head.sign == .cc, head.end - head.start == 3 { return false }  // 百年 千年
        if let before = scalarBefore(piece.start), before == 0x51E0 || before == 0x6570 || before == 0x7B2C {
            return false
        }  // 几 数 第
        let after = scalarAfter(piece.end)
        if head.sign == .c, head.value == 1, row.count == 2 {
            if let before = scalarBefore(piece.start),
                // 有 的 这 那 某 同 同 另 又 新 哪 每 头 上 下 前 后 统 唯
                [
                    0x6709, 0x7684, 0x8FD9, 0x9019, 0x90A3, 0x67D0, 0x540C, 0x53E6, 0x53C8, 0x65B0, 0x54EA, 0x6BCF,
                    0x5934, 0x4E0A, 0x4E0B, 0x524D, 0x540E, 0x7EDF, 0x590D, 0x5FA9,
                ].contains(before)
            {
                return false
            }
            // 一年一度 一天天 一年之计 一年级
            if let after, [0x4E00, 0x5929, 0x4E4B, 0x7EA7].contains(after) { return false }
        }
        // 天 of weather, 年 of grades: 三天两头, 十年如一日
        if let after, [0x5C81, 0x6B72, 0x7D1A].contains(after) { return false }
        return true
    }

    private func add(_ piece: DatePiece, to span: inout TimeSpan) -> Bool {
        let row = tokens[piece.tokens]
        let numbers = row.filter { $0.sign.isNumber }
        let hasHalf = row.contains { $0.sign == .half }
        guard let unit = row.last(where: { unitSigns.contains($0.sign) })?.sign else { return false }
        var amount = "\(numbers.first?.value ?? 0)"
        var isHalfOnly = false
        if row.contains(where: { $0.sign == .dot }), numbers.count == 2 {
            let width = numbers[1].sign == .n1 ? 1 : numbers[1].sign == .n2 ? 2 : numbers[1].sign == .n3 ? 3 : 4
            let fraction = String(numbers[1].value)
            amount += "." + String(repeating: "0", count: max(0, width - fraction.count)) + fraction
        } else if numbers.isEmpty {
            isHalfOnly = true
        }
        if row.contains(where: { $0.sign == .odd && $0.value == 1 }) { return false }
        if numbers.contains(where: { $0.sign == .nx || $0.sign == .zx || $0.value == 0 && numbers.count == 1 }) {
            return false
        }
        switch unit {
        case .year:
            guard span.years == nil else { return false }
            if isHalfOnly {
                span.months = "6"
            } else {
                span.years = amount
                if hasHalf { span.months = "6" }
            }
        case .month:
            guard span.months == nil else { return false }
            span.months = isHalfOnly ? "0.5" : hasHalf ? amount + ".5" : amount
        case .quarter:
            guard let number = numbers.first?.value else { return false }
            span.months = "\(number * 3)"
        case .decade:
            return false
        case .week:
            guard span.weeks == nil else { return false }
            span.weeks = hasHalf ? amount + ".5" : amount
        case .day, .dayWord, .workday:
            guard span.days == nil else { return false }
            span.days = isHalfOnly ? "0.5" : hasHalf ? amount + ".5" : amount
        case .hours, .hour:
            guard span.hours == nil, unit == .hours || span.days != nil else { return false }
            if isHalfOnly {
                span.minutes = "30"
            } else {
                span.hours = amount
                if hasHalf { span.minutes = "30" }
            }
        case .minutes, .minute:
            guard span.minutes == nil, unit == .minutes || span.hours != nil else { return false }
            span.minutes = isHalfOnly ? nil : amount
            if isHalfOnly { span.seconds = "30" }
            if numbers.count == 2 { span.seconds = "\(numbers[1].value)" }
        case .seconds, .second:
            guard span.seconds == nil, unit == .seconds || span.minutes != nil else { return false }
            span.seconds = amount
        case .quarterHour:
            guard let number = numbers.first?.value else { return false }
            span.minutes = "\(number * 15)"
        default: return false
        }
        return true
    }

    private var unitSigns: [DateSign] {
        [
            .year, .month, .quarter, .decade, .week, .day, .dayWord, .workday, .hours, .hour, .minutes, .minute,
            .seconds,
            .second, .quarterHour,
        ]
    }

    // MARK: Recurrence

    private func recurrence(_ at: Int) -> (DateExpression, Int)? {
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
                value += "T\(clock)"
                next += 1
            }
        case .recurringPart:
            value = "P1D"
            if let piece = following(.clock), let clock = clock(tokens[piece.tokens], row.last?.value) {
                value = "T\(clock)"
                next += 1
            }
        default:
            let isHalf = row.contains { $0.sign == .half }
            switch unit {
            case .year, .fiscal: value = isHalf ? "P6M" : "P\(number)Y"
            case .month: value = isHalf ? "P0.5M" : "P\(number)M"
            case .week, .weekend: value = "P\(number)W"
            case .quarter: value = "P\(number * 3)M"
            case .day, .dayWord, .everyDay: value = isHalf ? "PT12H" : "P\(number)D"
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
            } else if unit == .day || unit == .dayWord || unit == .everyDay {
                if following(.part) != nil { next += 1 }
                if let piece = following(.clock), let clock = clock(tokens[piece.tokens], part(before: next)) {
                    value = "T\(clock)"
                    next += 1
                }
            }
        }
        return (
            DateExpression(
                body: .recurrence(value), start: first.start, end: pieces[next - 1].end, rule: "recurrence"), next
        )
    }

    private func part(before index: Int) -> Int? {
        guard pieces[index - 1].kind == .part else { return nil }
        return tokens[pieces[index - 1].tokens].first?.value
    }

    private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    // MARK: Neighbours

    private func tokenBefore(_ piece: DatePiece) -> DateToken? {
        piece.tokens.lowerBound > 0 ? tokens[piece.tokens.lowerBound - 1] : nil
    }

    /// The scalar that ends at an offset, within the block.
    private func scalarBefore(_ offset: Int) -> UInt32? {
        var at = offset - 1
        guard at >= block.lowerBound else { return nil }
        while at > block.lowerBound, bytes[at] & 0xC0 == 0x80 { at -= 1 }
        return UTF8Scalar.decode(bytes, at).value
    }

    private func scalarAfter(_ offset: Int) -> UInt32? {
        offset < block.upperBound ? UTF8Scalar.decode(bytes, offset).value : nil
    }

    private func startsWith(_ offset: Int, _ scalar: UInt32) -> Bool { scalarAfter(offset) == scalar }

    /// Latin letters and digits, half- and full-width.
    private func isWordLike(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: true
        default: false
        }
    }

    /// Ideographs, letters and digits.
    private func isLetterLike(_ scalar: UInt32) -> Bool { isWordLike(scalar) || (0x4E00...0x9FFF).contains(scalar) }
}
