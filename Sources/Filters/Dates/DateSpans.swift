import QuandianText

// Lengths of time, and the numbers that count years and days.

extension DateParser {
    func readsAsYear(_ at: Int) -> Bool {
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
            if let before = scalarBefore(piece.start), countCues.contains(before) { return false }
            if let after = scalarAfter(piece.end), countTails.contains(after) { return false }
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
    var countCues: [UInt32] {
        [
            0x8FD1, 0x7EA6, 0x6EE1, 0x5171, 0x8FBE, 0x4E86, 0x8FC7, 0x903E, 0x8D85, 0x7684, 0x7EED, 0x5386, 0x65F6,
            0x671F,
            0x957F, 0x524D, 0x540E, 0x6709, 0x6574, 0x5EFA,
        ]
    }

    /// 来 间 内 的 前 后 多 老 以 之 如 风 历 期 来: what stands behind one.
    var countTails: [UInt32] {
        [
            0x6765, 0x4F86, 0x95F4, 0x5185, 0x524D, 0x540E, 0x591A, 0x8001, 0x4EE5, 0x4E4B, 0x5982, 0x98CE, 0x5386,
            0x671F,
        ]
    }

    /// 3日内, 六十日, 逾期二十日: a number of days, not a day of the month.
    func isCountOfDays(_ piece: DatePiece) -> Bool {
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
            if after == 0x5185 || after == 0x5167 || after == 0x800C { return true }  // 内 內 而
            if after == 0x4EE5 || after == 0x4E4B {
                let second = scalarAfter(piece.end + 3)
                return second == 0x5185 || second == 0x5167 || second == 0x4E0A || second == 0x4E0B
            }
        }
        if number.sign == .c, number.value == 1, let before = scalarBefore(piece.start), isLetterLike(before),
            ![0x4E8E, 0x65BC, 0x5728, 0x81F3, 0x5230, 0x6708, 0x81EA, 0x4ECE, 0x5F9E, 0x5E74, 0x671D, 0x521D, 0x53CA]
                .contains(before)
        {
            return true  // 羁押一日, but 于一日
        }
        if let before = scalarBefore(piece.start) {
            // 满 滿 逾 期 共 凡 约 約 近 历 歷: 逾期二十日, 为期三日; but not 6日下午.
            let after = scalarAfter(piece.end) ?? 0
            return [0x6EE1, 0x6EFF, 0x903E, 0x671F, 0x5171, 0x51E1, 0x7EA6, 0x7D04, 0x8FD1, 0x5386, 0x6B77].contains(
                before)
                && ![0x4E0A, 0x4E0B, 0x665A, 0x51CC].contains(after)
        }
        return false
    }

    /// 两月, 近三月: months that are counted.
    func isCountOfMonths(_ piece: DatePiece) -> Bool {
        guard let number = tokens[piece.tokens].first, number.sign == .c || number.sign == .n1, piece.tokens.count == 2
        else { return false }
        if startsWith(number.start, 0x4E24) || startsWith(number.start, 0x5169) { return true }
        // 近 逾 满 滿
        return scalarBefore(piece.start).map { [0x8FD1, 0x903E, 0x6EE1, 0x6EFF].contains($0) } ?? false
    }

    /// The year of a reign that leaves its title out, in a text that has named the reign: 十七年，明亡. Chinese numerals
    /// (after 民國 in Arabic ones too), later than the year named last, at the head of a clause.
    func eraYear(_ piece: DatePiece) -> EraYear? {
        guard let era, piece.tokens.count == 2, let number = tokens[piece.tokens].first else { return nil }
        if number.sign == .n3, era.calendar == .minguo, (90...150).contains(number.value),
            scalarBefore(piece.start).map({ !isLetterLike($0) }) ?? true,
            scalarAfter(piece.end).map({ !countTails.contains($0) }) ?? false
        {
            return EraYear(base: era.base, number: number.value, last: era.last, calendar: .minguo)
        }
        guard number.sign == .c, number.value > era.number, number.value <= era.number + 40,
            era.base + number.value <= era.last
        else { return nil }
        let before = scalarBefore(piece.start)
        if let before, isLetterLike(before), ![0x4E8E, 0x65BC, 0x81F3, 0x5230].contains(before) { return nil }
        guard let after = scalarAfter(piece.end) else { return nil }
        if countTails.contains(after) || after == 0x534A { return nil }
        var year = era
        year.number = number.value
        if DateDigits.isChinese(after)
            || [
                0x6B63, 0x814A, 0x81D8, 0x51AC, 0x6625, 0x590F, 0x79CB, 0x95F0, 0x958F, 0x7AEF, 0x91CD, 0x6E05, 0x9664,
                0x53CC, 0x96D9, 0x5143, 0x521D, 0x672B, 0x5E95,
            ].contains(after)
        {
            return year  // 正 腊 臘 冬 春 夏 秋 闰 閏, 端午 重阳 清明 除夕 双十 元旦, 初 末 底
        }
        let opens = before.map { !isLetterLike($0) && $0 != 0x3001 } ?? true
        return opens && [0xFF0C, 0x3001, 0x3000, 0x3002].contains(after) ? year : nil
    }

    /// 距今1200年, 有1500年历史.
    func isCountOfYears(_ piece: DatePiece) -> Bool {
        let row = tokens[piece.tokens]
        guard let head = row.first, head.sign == .n4, row.count == 2, !(1900...2100).contains(head.value) else {
            return false
        }
        if let after = scalarAfter(piece.end), [0x5386, 0x6B77, 0x6765, 0x4F86].contains(after) { return true }
        return scalarBefore(piece.start).map { [0x6709, 0x7EA6, 0x8FD1, 0x8FBE, 0x4ECA].contains($0) } ?? false
    }

    func endsWithDay(_ piece: DatePiece) -> Bool {
        guard piece.end - piece.start >= 3 else { return false }
        return startsWith(piece.end - 3, 0x65E5)
    }

    func span(_ at: Int, from token: Int? = nil) -> (DateExpression, Int)? {
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
    func isLinked(_ end: Int, _ start: Int) -> Bool {
        guard start - end == 3, let between = scalarAfter(end) else { return false }
        return [0x53C8, 0x4F59, 0x591A, 0x96F6].contains(between)
    }

    /// Whether a number with a unit counts time here: not 百年, 有一天, 一年一度.
    func isCounted(_ piece: DatePiece) -> Bool {
        let row = tokens[piece.tokens]
        guard let head = row.first else { return false }
        if head.sign == .cc, head.end - head.start == 3 { return false }  // 百年 千年
        if let before = scalarBefore(piece.start), before == 0x51E0 || before == 0x6570 || before == 0x7B2C {
            return false
        }  // 几 数 第
        let after = scalarAfter(piece.end)
        if head.sign == .c, head.value == 1, row.count == 2, row.last?.sign != .hours, row.last?.sign != .minutes {
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
        if row.last?.sign == .second, let after, DateDigits.arabic(after) != nil || DateDigits.isChinese(after) {
            return false  // 9秒58
        }
        // 天 of weather, 年 of grades: 三天两头, 十年如一日
        if let after, [0x5C81, 0x6B72, 0x7D1A].contains(after) { return false }
        return true
    }

    func add(_ piece: DatePiece, to span: inout TimeSpan) -> Bool {
        let row = tokens[piece.tokens]
        let numbers = row.filter { $0.sign.isNumber }
        let hasHalf = row.contains { $0.sign == .half }
        guard let unit = row.last(where: { unitSigns.contains($0.sign) })?.sign else { return false }
        var amount = "\(numbers.first?.value ?? 0)"
        if numbers.count == 2, let scale = numbers.last, scale.sign == .cc, numbers[0].sign != .cc {
            amount = "\(numbers[0].value * scale.value)"  // 2000万小时
        }
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
        case .year, .load:
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
        case .century:
            guard span.years == nil else { return false }
            span.years = isHalfOnly ? "50" : "\((numbers.first?.value ?? 0) * 100)"
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
            guard span.seconds == nil, unit == .seconds || span.minutes != nil || span == TimeSpan() else {
                return false
            }
            span.seconds = amount
        case .quarterHour:
            guard let number = numbers.first?.value else { return false }
            span.minutes = "\(number * 15)"
        default: return false
        }
        return true
    }

    var unitSigns: [DateSign] {
        [
            .year, .load, .month, .quarter, .decade, .century, .week, .day, .dayWord, .workday, .hours, .hour, .minutes,
            .minute,
            .seconds,
            .second, .quarterHour,
        ]
    }
}
