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
            if let before = scalarBefore(piece.start), before.isOne(of: Self.countCues) { return false }
            if let after = scalarAfter(piece.end), after.isOne(of: Self.countTails) { return false }
            if countsMinguo { return number.value < 130 }
            if let before = scalarBefore(piece.start), before.isOne(of: "在于於(（") {
                return true
            }
            return number.sign == .z3
        case .n2:
            let isPadded = piece.end - piece.start >= 2 && bytes[piece.start] == "0"
            guard isPadded || number.value >= 70 else { return false }
            if let before = scalarBefore(piece.start), before.isOne(of: Self.countCues) { return false }
            if let after = scalarAfter(piece.end), after.isOne(of: Self.countTails) { return false }
            return true
        default: return false
        }
    }

    /// What stands before a count of years.
    private static let countCues: StaticSigns = "近约满共达了过逾超的续历时期长前后有整建"

    /// What stands behind one.
    private static let countTails: StaticSigns = "来來间内前后多老以之如风历期"

    /// 3日内, 六十日, 逾期二十日: a number of days, not a day of the month.
    func isCountOfDays(_ piece: DatePiece) -> Bool {
        guard let number = tokens[piece.tokens].first, scalarBefore(piece.start) != "第", endsWithDay(piece) else {
            return false
        }
        if !(1...31).contains(number.value) { return true }
        // 两日 is never the second of a month.
        if number.sign == .c, startsWith(number.start, "两") || startsWith(number.start, "兩") { return true }
        if number.sign == .c, let after = scalarAfter(piece.end), after == "后" || after == "後" { return true }
        if number.sign == .c, scalarAfter(piece.end) == "之", let after = scalarAfter(piece.end + 3),
            after == "后" || after == "後"
        {
            return true
        }
        if let after = scalarAfter(piece.end) {
            if after == "内" || after == "內" || after == "而" { return true }
            if after == "以" || after == "之" {
                let second = scalarAfter(piece.end + 3)
                return second == "内" || second == "內" || second == "上" || second == "下"
            }
        }
        if number.sign == .c, number.value == 1, let before = scalarBefore(piece.start), isLetterLike(before),
            !before.isOne(of: "于於在至到月自从從年朝初及")
        {
            return true  // 羁押一日, but 于一日
        }
        if let before = scalarBefore(piece.start) {
            // 满 滿 逾 期 共 凡 约 約 近 历 歷: 逾期二十日, 为期三日; but not 6日下午.
            let after = scalarAfter(piece.end) ?? 0
            return before.isOne(of: "满滿逾期共凡约約近历歷")
                && !after.isOne(of: "上下晚凌")
        }
        return false
    }

    /// 两月, 近三月: months that are counted.
    func isCountOfMonths(_ piece: DatePiece) -> Bool {
        guard let number = tokens[piece.tokens].first, number.sign == .c || number.sign == .n1, piece.tokens.count == 2
        else { return false }
        if startsWith(number.start, "两") || startsWith(number.start, "兩") { return true }
        return scalarBefore(piece.start).map { $0.isOne(of: "近逾满滿") } ?? false
    }

    /// The year of a reign that leaves its title out, in a text that has named the reign: 十七年，明亡. Chinese numerals
    /// (after 民國 in Arabic ones too), later than the year named last, at the head of a clause.
    func eraYear(_ piece: DatePiece) -> EraYear? {
        guard let era, piece.tokens.count == 2, let number = tokens[piece.tokens].first else { return nil }
        if number.sign == .n3, era.calendar == .minguo, (90...150).contains(number.value),
            scalarBefore(piece.start).map({ !isLetterLike($0) }) ?? true,
            scalarAfter(piece.end).map({ !$0.isOne(of: Self.countTails) }) ?? false
        {
            return EraYear(base: era.base, number: number.value, last: era.last, calendar: .minguo)
        }
        guard number.sign == .c, number.value > era.number, number.value <= era.number + 40,
            era.base + number.value <= era.last
        else { return nil }
        let before = scalarBefore(piece.start)
        if let before, isLetterLike(before), !before.isOne(of: "于於至到") { return nil }
        guard let after = scalarAfter(piece.end) else { return nil }
        if after.isOne(of: Self.countTails) || after == "半" { return nil }
        var year = era
        year.number = number.value
        if DateDigits.isChinese(after)
            || after.isOne(of: "正腊臘冬春夏秋闰閏端重清除双雙元初末底")
        {
            return year  // 正 腊 臘 冬 春 夏 秋 闰 閏, 端午 重阳 清明 除夕 双十 元旦, 初 末 底
        }
        let opens = before.map { !isLetterLike($0) && $0 != "、" } ?? true
        return opens && after.isOne(of: "，、\u{3000}。") ? year : nil
    }

    /// 距今1200年, 有1500年历史.
    func isCountOfYears(_ piece: DatePiece) -> Bool {
        let row = tokens[piece.tokens]
        guard let head = row.first, head.sign == .n4, row.count == 2, !(1900...2100).contains(head.value) else {
            return false
        }
        if let after = scalarAfter(piece.end), after.isOne(of: "历歷来來") { return true }
        return scalarBefore(piece.start).map { $0.isOne(of: "有约近达今") } ?? false
    }

    func endsWithDay(_ piece: DatePiece) -> Bool {
        guard piece.end - piece.start >= 3 else { return false }
        return startsWith(piece.end - 3, "日")
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
        return between.isOne(of: "又余多零")
    }

    /// Whether a number with a unit counts time here: not 百年, 有一天, 一年一度.
    func isCounted(_ piece: DatePiece) -> Bool {
        let row = tokens[piece.tokens]
        guard let head = row.first else { return false }
        if head.sign == .cc, head.end - head.start == 3 { return false }  // 百年 千年
        if let before = scalarBefore(piece.start), before == "几" || before == "数" || before == "第" {
            return false
        }
        let after = scalarAfter(piece.end)
        if head.sign == .c, head.value == 1, row.count == 2, row.last?.sign != .hours, row.last?.sign != .minutes {
            if let before = scalarBefore(piece.start),
                before.isOne(of: "有的这這那某同另又新哪每头上下前后统复復")
            {
                return false
            }
            // 一年一度 一天天 一年之计 一年级
            if let after, after.isOne(of: "一天之级") { return false }
        }
        if row.last?.sign == .second, let after, DateDigits.arabic(after) != nil || DateDigits.isChinese(after) {
            return false  // 9秒58
        }
        // 天 of weather, 年 of grades: 三天两头, 十年如一日
        if let after, after.isOne(of: "岁歲級") { return false }
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
