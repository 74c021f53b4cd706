import QuandianText

// Where a piece that could be a date is one, given what stands beside it.

extension DateParser {
    /// Whether a date may begin with this piece, given what stands before it.
    func mayOpen(_ at: Int, asEnd: Bool) -> Bool {
        let piece = pieces[at]
        let token = tokens[piece.tokens.lowerBound]
        let before = scalarBefore(piece.start)
        if token.sign == .n1 || token.sign == .n2 || token.sign == .n3 || token.sign == .n4 || token.sign == .n8 {
            // A version, a code, a decimal, a telephone number.
            if before.map(isWordLike) ?? false, !asEnd { return false }
            if !asEnd, let before, before.isOne(of: ".-/:$¥￥．／·"),
                scalarBefore(piece.start - UTF8Scalar.width(before)).map(isWordLike) ?? false,
                !isEnumerated(piece)
            {
                return false
            }
        }
        if let previous = tokenBefore(piece), previous.end == piece.start {
            if previous.sign == .ordinal { return false }
            if !asEnd, previous.sign.isNumber, token.sign.isNumber { return false }
        }
        if isName(piece) { return false }
        switch piece.kind {
        case .xun where asEnd: return true
        case .part, .season, .edge, .xun, .monthHalf, .weekdayNote, .dateNote, .lunarTag, .samePeriod, .dayShort,
            .yearThat,
            .planTerm:
            return standsAtFirst(piece, at)
        case .lunarDay where token.sign == .yearEdge || token.sign == .year:
            // 年初二, 年廿九; but 年初一次会议
            guard namesLunarDays, let number = numbers(piece).first else { return false }
            return token.sign == .year ? (28...30).contains(number.value) : lunarDayIsClear(piece, at)
        case .lunarDay:
            return tokens[piece.tokens.lowerBound].sign == .newYear || asEnd || lunarDayIsClear(piece, at)
        case .packed: return true
        case .yearShort:
            // 三四年, 两三年: about so many years.
            let value = token.value
            guard value / 10 >= 1, value / 10 <= 6, value % 10 == value / 10 + 1 else { return true }
            return at + 1 < pieces.count && pieces[at + 1].start == piece.end
                && DateSequence.shared.allows(.yearShort, pieces[at + 1].kind)
        case .dayAna where token.value != 0 && before == "之": return false  // 判决书送达之次日
        case .dayBefore: return dayBeforeIsClear(piece, at, asEnd)
        case .dayRel where isTheFuture(piece): return false
        case .dayRel, .dayAna, .dayPart, .dayPartAna:
            // 是日本 holds no 是日.
            guard scalarAfter(piece.end) == "本", endsWithDay(piece) else { return true }
            return scalarAfter(piece.end + 3).map { $0.isOne(of: "报報市县省刊") }
                ?? true
        case .weekday, .weekdayOf:
            let unit = tokens[piece.tokens.upperBound - 2]
            return tokens[piece.tokens.upperBound - 1].sign != .dayWord || unit.end - unit.start > 3
        case .day where token.sign == .c && token.value == 1:
            if let after = scalarAfter(piece.end), after.isOne(of: "不无無之三") {
                return false
            }
            guard let before = scalarBefore(piece.start), !asEnd else { return true }
            return !isLetterLike(before) || before.isOne(of: "于於在至到月")
        case .bareYear: return asEnd || bareYearIsClear(piece, at)
        case .months: return monthsAreClear(piece)
        case .monthsLast, .feastNote: return false
        case .stemNote, .stemDay, .with, .between: return false
        case .nthDay:
            // 连续第三天 counts, it names no day.
            return scalarBefore(piece.start).map { $0 != "续" && $0 != "續" && $0 != "连" } ?? true
        case .bareDay: return false
        case .day where token.sign.isNumber && tokens[piece.tokens.upperBound - 1].value == 1:
            return asEnd || numberedDayIsClear(piece, at)
        case .quarter
        where tokens[piece.tokens.upperBound - 1].value == 1 && tokens[piece.tokens.upperBound - 1].sign == .quarter:
            return asEnd
        case .yearMeant, .yearEdge, .monthEdge:
            guard let previous = tokenBefore(piece), previous.end == piece.start else { return true }
            return !previous.sign.isNumber && previous.sign != .half && previous.sign != .ge && previous.sign != .odd
        case .holiday: return !namesPlace(piece)
        case .term: return termIsClear(at) && !namesPlace(piece)
        case .clock: return clockIsClear(at)
        case .weekend: return tokens[piece.tokens.lowerBound].sign == .dir || isWholeBlock(piece)
        case .from, .until, .since, .start, .before, .after, .stop, .to, .dash, .list: return false
        case .minuteTail, .span, .halfSpan, .recurringUnit, .recurringWeekday, .recurringPart: return false
        case .yearOrSpan: return asEnd || eraYear(piece) != nil || readsAsYear(at)
        case .monthPair: return monthPair(tokens[piece.tokens.lowerBound].value) != nil
        default: return true
        }
    }

    /// The kind of the piece that touches this one.
    func next(_ at: Int) -> DatePieceKind? {
        at + 1 < pieces.count && pieces[at + 1].start == pieces[at].end ? pieces[at + 1].kind : nil
    }

    /// 1．2018年, 4．3月10日: the number of an item stands before the date.
    private func isEnumerated(_ piece: DatePiece) -> Bool {
        guard [.year, .month, .eraYear].contains(piece.kind), let dot = tokenBefore(piece), dot.sign == .dot,
            piece.tokens.lowerBound >= 2
        else { return false }
        let number = tokens[piece.tokens.lowerBound - 2]
        return (number.sign == .n1 || number.sign == .n2) && number.start == block.lowerBound
    }

    /// 十七晨七时, 十五早: a day of the month without 日.
    private func dayBeforeIsClear(_ piece: DatePiece, _ at: Int, _ asEnd: Bool) -> Bool {
        if !asEnd, let before = scalarBefore(piece.start), isLetterLike(before) { return false }
        if next(at) == .clock { return true }
        return piece.end - tokens[piece.tokens.lowerBound].end == 3
            && [0, 1, 3].contains(tokens[piece.tokens.upperBound - 1].value)
    }

    /// Pieces that need another in front of them, but for the few uses that need none.
    func standsAtFirst(_ piece: DatePiece, _ at: Int) -> Bool {
        let follows = at + 1 < pieces.count && pieces[at + 1].start == piece.end
        switch piece.kind {
        case .part:
            guard follows else { return false }
            if pieces[at + 1].kind == .clock || pieces[at + 1].kind == .clockRange { return true }
            // 夜间至次日上午
            return pieces[at + 1].kind == .to && at + 2 < pieces.count && pieces[at + 2].start == pieces[at + 1].end
                && [.dayAna, .dayRel].contains(pieces[at + 2].kind)
        case .yearThat:
            return follows && DateSequence.shared.allows(.yearThat, pieces[at + 1].kind)
        case .planTerm: return follows && [.since, .edge].contains(pieces[at + 1].kind)
        case .monthHalf: return true
        case .xun: return scalarBefore(piece.start).map { !isLetterLike($0) } ?? true
        case .lunarTag: return follows && DateSequence.shared.allows(.lunarTag, pieces[at + 1].kind)
        case .dayShort: return follows && pieces[at + 1].kind == .part
        default: return false
        }
    }

    func isWholeBlock(_ piece: DatePiece) -> Bool {
        piece.start == block.lowerBound && piece.end == block.upperBound
    }

    func termIsClear(_ at: Int) -> Bool {
        let piece = pieces[at]
        if scalarAfter(piece.end) == "节" { return true }
        if isWholeBlock(piece) { return true }
        if at + 1 < pieces.count, pieces[at + 1].start == piece.end, pieces[at + 1].kind == .dayAna { return true }
        // 立春 … 冬至: words of nothing else. Snow, rain, cold and 清明 are also words.
        let term = tokens[piece.tokens.lowerBound].value
        return [2, 4, 5, 8, 10, 11, 14, 15, 17, 19, 20, 23].contains(term)
    }

    func clockIsClear(_ at: Int) -> Bool {
        let piece = pieces[at]
        let row = tokens[piece.tokens]
        guard let head = row.first else { return false }
        if row.count == 2, isWholeBlock(piece) { return true }
        if row.last?.sign == .meridiem, let after = scalarAfter(piece.end), after < 0x80, isWordLike(after) {
            return false
        }
        let second = row[row.startIndex + 1].sign
        if second == .colon {
            if let before = scalarBefore(piece.start), before.isOne(of: "比以分例") {
                return false
            }
            if let after = scalarAfter(piece.end),
                after.isOne(of: "胜勝负击战大领")
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
                    guard let after = scalarAfter(piece.end), (0x4E00...0x9FFF).contains(after) || after == "”"
                    else { return true }
                    return after.isOne(of: "前后後开開到至在起左许許准结結集出抵发發举舉我他她的之以")
                }
                return head.sign != .c || head.value >= 10 && head.value <= 12 || head.value == 0
                    || (scalarAfter(piece.end).map { $0.isOne(of: "前後后许到至") }
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
    func standsAlone(_ at: Int, _ next: Int) -> Bool {
        let piece = pieces[at]
        if next > at + 1, piece.kind != .md || pieces[at + 1].kind != .bareDay { return true }
        let row = tokens[piece.tokens]
        guard let last = row.last, let first = row.first else { return false }
        let after = scalarAfter(piece.end)
        switch piece.kind {
        case .ym:
            guard last.sign == .n2, (1950...2049).contains(first.value) else { return false }
            if let after, isWordLike(after) || after.isOne(of: "%％万亿元倍") {
                return false
            }
            if let before = scalarBefore(piece.start), isLetterLike(before), row[row.startIndex + 1].sign == .dot {
                return false
            }
            return true
        case .md:
            if row.contains(where: { $0.sign == .dash }) { return isWholeBlock(piece) && bytes[piece.start] == "0" }
            // 12/13(六), 11/22 in a document that counts by 民國
            if next > at + 1, pieces[at + 1].kind == .weekdayNote { return true }
            if countsMinguo, first.sign == .n2, last.sign == .n2, let after, (0x4E00...0x9FFF).contains(after),
                after != "的", after != "以"
            {
                return true
            }
            return last.sign == .day || block.count <= 12 && piece.start == block.lowerBound && after != "/"
        default: return true
        }
    }

    /// 29号 alone is as often a house, a prize, a document: only behind punctuation or 于, 在, 至.
    func numberedDayIsClear(_ piece: DatePiece, _ at: Int) -> Bool {
        guard let before = scalarBefore(piece.start) else { return true }
        return before.isOne(of: "，,。、于於在至到从從")
            || at > 0 && pieces[at - 1].end == piece.start && [.to, .from, .until].contains(pieces[at - 1].kind)
    }

    /// A number without 日 behind a month: lunar in Chinese numerals (八月十五), else only where nothing is counted.
    func bareDayIsClear(_ piece: DatePiece) -> Bool {
        let after = scalarAfter(piece.end)
        guard let after else { return true }
        if tokens[piece.tokens.lowerBound].sign == .c {
            return !after.isOne(of: "名个個位家次项多余万亿元人件台户年天岁分点")
        }
        // ， , 。 、 出 至 到 - — ～ ~ and a space
        return after.isOne(of: "，,。、出至到-—～~ ")
    }

    /// 2018 alone: the whole of its block, an end of an open range, or the first of 2015、2018年.
    private func bareYearIsClear(_ piece: DatePiece, _ at: Int) -> Bool {
        guard (1900...2100).contains(tokens[piece.tokens.lowerBound].value),
            scalarAfter(piece.end).map({ !isWordLike($0) }) ?? true
        else { return false }
        if piece.end - piece.start + 2 >= block.count, isBlank(block.lowerBound, piece.start),
            isBlank(piece.end, block.upperBound)
        {
            return true
        }
        let follows = at + 1 < pieces.count && pieces[at + 1].start == piece.end ? pieces[at + 1].kind : nil
        if follows == .since { return true }
        if at > 0, pieces[at - 1].end == piece.start {
            if pieces[at - 1].kind == .until { return true }
            if pieces[at - 1].kind == .from, follows == .start { return true }
        }
        if follows == .list, at + 2 < pieces.count, pieces[at + 2].start == pieces[at + 1].end {
            return pieces[at + 2].kind == .year
        }
        return false
    }

    private func isBlank(_ start: Int, _ end: Int) -> Bool { (start..<end).allSatisfy { bytes[$0] == " " } }

    /// 前11个月 at the head of a clause is the months of the year so far; 提前三个月 and 前两个月 are not.
    private func monthsAreClear(_ piece: DatePiece) -> Bool {
        guard let number = tokens[piece.tokens].first(where: { $0.sign.isNumber }), (3...11).contains(number.value),
            tokens[piece.tokens.lowerBound].sign == .before
        else { return false }
        return scalarBefore(piece.start).map { !isLetterLike($0) } ?? true
    }

    /// 初三 is a lunar day where the document has named one, and no class of a school follows.
    private func lunarDayIsClear(_ piece: DatePiece, _ at: Int) -> Bool {
        let row = tokens[piece.tokens]
        guard namesLunarDays, let number = row.first(where: { $0.sign.isNumber }), number.sign == .c,
            (1...10).contains(number.value)
        else { return false }
        if row.last?.sign == .day { return true }
        if at + 1 < pieces.count, pieces[at + 1].start == piece.end,
            [.to, .dash, .part, .clock, .start, .before, .after, .dayAna].contains(pieces[at + 1].kind)
        {
            return true
        }
        return scalarAfter(piece.end).map { !isLetterLike($0) } ?? true
    }

    /// Whether it is a given name: the surname before it stands behind a space, a mark or the last word of an office.
    func isName(_ piece: DatePiece) -> Bool {
        guard mayEndName(piece) else { return false }
        let surname = piece.start - 3
        guard let before = scalarBefore(surname) else { return true }
        return !isLetterLike(before) || Self.officeEnds.contains(before)
    }

    /// 美好明天, 更加美好的明天: no day, but the future.
    private func isTheFuture(_ piece: DatePiece) -> Bool {
        guard startsWith(piece.start, "明"), startsWith(piece.start + 3, "天") else { return false }
        let end = scalarBefore(piece.start) == "的" ? piece.start - 3 : piece.start
        guard let second = scalarBefore(end), let first = scalarBefore(end - UTF8Scalar.width(second)) else {
            return false
        }
        switch (first, second) {
        case ("美", "好"), ("更", "好"), ("幸", "福"), ("光", "明"), ("辉", "煌"), ("輝", "煌"),
            ("灿", "烂"), ("燦", "爛"), ("繁", "荣"), ("繁", "榮"):
            return true
        default: return false
        }
    }

    /// 国庆路, 中秋村: the name of a feast as the name of a place or a work.
    private func namesPlace(_ piece: DatePiece) -> Bool {
        scalarAfter(piece.end).map(Self.placeEnds.contains) ?? false
    }

    private static let placeEnds = Set("路街村镇鎮乡鄉桥橋巷弄坊岛島庄莊湾灣寺阁閣图圖厂廠店号號花茶饼餅".unicodeScalars.map(\.value))

    /// 员 长 任 者 师 …: how the words of offices end.
    private static let officeEnds = Set(
        "员員长長任者告人的师師席记記士官工民匠警医醫妇婦童爷爺叔伯哥姐妹弟妻婿嫂姨".unicodeScalars.map(\.value))

    /// Whether a word that is also a given name stands straight behind a surname: 郭秋分, 周明天, 方九月. The mark keeps
    /// its place, but a name that is found there is surer.
    func mayEndName(_ piece: DatePiece) -> Bool {
        let head = tokens[piece.tokens.lowerBound]
        switch piece.kind {
        case .holiday, .term, .dayRel, .lunarMonth, .season: break
        case .month where head.sign == .c || head.sign == .firstMonth: break
        default: return false
        }
        guard piece.end - piece.start <= 6, let before = scalarBefore(piece.start) else { return false }
        return Self.surnames.contains(before)
    }

    /// Surnames that are seldom another word before a date.
    private static let surnames = Set(
        ("王李张張刘劉陈陳杨楊赵趙黄黃吴吳徐孙孫朱胡郭林何罗羅郑鄭梁谢謝宋唐许許邓鄧冯馮韩韓曹彭曾萧蕭蔡潘田董袁余叶葉蒋蔣"
            + "杜苏蘇魏吕呂丁沈姚卢盧姜崔钟鍾谭譚陆陸汪范石廖贾賈韦韋付邹鄒孟熊秦邱江尹薛阎閻段雷侯龙龍陶贺賀顾顧毛郝龚龔邵钱錢"
            + "马馬常温施葛洪乔喬颜顏柳聂聶纪紀骆駱鲁魯苗柯严嚴覃武戴莫孔汤湯庄莊关關方周夏白金").unicodeScalars.map(\.value))
}
