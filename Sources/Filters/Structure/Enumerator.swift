import QuandianText

/// The number or bullet that opens a line: 一、 （一） 1. ① 第三章 ●.
struct Enumerator: Hashable, Sendable {
    enum Style: Hashable, Sendable {
        /// 第一编 第一章 第一节 第一条: by rank, the outer first.
        case unit(rank: Int)
        /// 一、
        case chinese
        /// 壹、
        case formal
        /// （一）
        case chineseBracketed
        /// 一　 at the head of a line, followed by space alone
        case chineseSpaced
        /// 【一】
        case chineseCornered
        /// 第一， 其一、
        case ordinal
        /// 1.
        case arabic
        /// 1) or 1）
        case arabicHalfBracketed
        /// （1）
        case arabicBracketed
        /// 1.2.3: by its number of numbers
        case decimal(depth: Int)
        /// ① ⑴ ⒈
        case circled
        /// I. Ⅱ、
        case roman
        /// A. A)
        case letter
        /// a. a) （a）
        case smallLetter
        /// 甲、
        case stem
        /// # of Markdown, by their number
        case hash(depth: Int)
        /// ● ■ — ·
        case bullet(UInt32)
    }

    var style: Style
    /// The number; 0 for bullets and for hashes.
    var value: Int
    /// The end of the enumerator, its points and brackets included.
    var end: Int
    /// Where the words after it begin.
    var wordsStart: Int

    /// The rank of 条, whose heading is its number alone.
    static let articleRank = 6

    var isUnit: Bool { if case .unit = style { true } else { false } }
    var isBullet: Bool { if case .bullet = style { true } else { false } }
    var isArticle: Bool { style == .unit(rank: Enumerator.articleRank) }
}

extension Enumerator {
    /// Reads the enumerator at the start of a stretch that begins with a character that is not white space.
    static func read(_ bytes: [UInt8], _ range: Range<Int>) -> Enumerator? {
        let start = range.lowerBound
        let limit = range.upperBound
        guard start < limit else { return nil }
        let (first, size) = UTF8Scalar.decode(bytes, start)
        switch first {
        case "第": return readUnit(bytes, start + size, limit)
        case "(", "（", "〔", "[", "［": return readBracketed(bytes, start + size, limit)
        case "【": return readCornered(bytes, start + size, limit)
        case "#", "＃": return readHashes(bytes, start, limit)
        case 0x2460...0x2473: return made(.circled, Int(first - 0x2460 + 1), start + size, bytes, limit)
        case 0x2474...0x2487: return made(.arabicBracketed, Int(first - 0x2474 + 1), start + size, bytes, limit)
        case 0x2488...0x249B: return made(.arabic, Int(first - 0x2488 + 1), start + size, bytes, limit)
        case 0x2776...0x277F: return made(.circled, Int(first - 0x2776 + 1), start + size, bytes, limit)
        case 0x3220...0x3229: return made(.chineseBracketed, Int(first - 0x3220 + 1), start + size, bytes, limit)
        case 0x2160...0x216B:
            return readPoint(bytes, start + size, limit).map { made(.roman, Int(first - 0x2160 + 1), $0, bytes, limit) }
        default: break
        }
        if first == "—", bytes.spells("—", at: start + size, before: limit),
            !bytes.spells("—", at: start + 6, before: limit)
        {
            return made(.bullet(first), 0, start + 6, bytes, limit)
        }
        if isBulletSign(first) { return readBullet(bytes, first, start + size, limit) }
        if Scalar.isDigit(first) { return readArabic(bytes, start, limit) }
        if Scalar.isLatin(first) { return readLatin(bytes, start, limit) }
        if let stem = stems.firstIndex(of: first), let end = readMark(bytes, start + size, limit) {
            return made(.stem, stem + 1, end, bytes, limit)
        }
        if first == "其", let number = Numerals.read(bytes, start + size, limit), number.isChinese,
            let end = readMark(bytes, number.end, limit)
        {
            return made(.ordinal, number.value, end, bytes, limit)
        }
        guard let number = Numerals.read(bytes, start, limit, spaced: false), number.isChinese, number.value < 1000
        else { return nil }
        if let end = readMark(bytes, number.end, limit) {
            return made(isFormal(first) ? .formal : .chinese, number.value, end, bytes, limit)
        }
        guard number.end < limit else { return nil }
        let (next, nextSize) = UTF8Scalar.decode(bytes, number.end)
        // 一　沿革, but not 一 个 of spaced-out type: the space must be a wide one or several.
        // 陆　地 is a padded name.
        if next == "\u{3000}" || (Scalar.isSpace(next) && isSpace(bytes, number.end + nextSize, limit)),
            !isSingle(bytes, bytes.skippingSpaces(from: number.end, before: limit), limit)
        {
            return made(.chineseSpaced, number.value, number.end, bytes, limit)
        }
        return nil
    }

    private static let stems = "甲乙丙丁戊己庚辛壬癸".unicodeScalars.map(\.value)

    /// 壹 貳 … 拾
    private static func isFormal(_ scalar: UInt32) -> Bool {
        switch scalar {
        case "壹", "贰", "貳", "叁", "參", "肆", "伍", "陆", "陸", "柒", "捌", "玖", "拾":
            true
        default: false
        }
    }

    private static func made(
        _ style: Style, _ value: Int, _ end: Int, _ bytes: [UInt8], _ limit: Int
    ) -> Enumerator {
        Enumerator(
            style: style, value: value, end: end, wordsStart: bytes.skippingSpaces(from: end, before: limit))
    }

    private static func isSpace(_ bytes: [UInt8], _ at: Int, _ limit: Int) -> Bool {
        at < limit && Scalar.isSpace(UTF8Scalar.decode(bytes, at).value)
    }

    /// One character between spaces.
    private static func isSingle(_ bytes: [UInt8], _ at: Int, _ limit: Int) -> Bool {
        guard at < limit else { return false }
        let end = at + UTF8Scalar.decode(bytes, at).size
        return end >= limit || isSpace(bytes, end, limit)
    }

    /// 、 ． . after a Chinese numeral, a stem: the end of the mark.
    private static func readMark(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Int? {
        let at = bytes.skippingSpaces(from: start, before: limit)
        guard at < limit else { return nil }
        let (scalar, size) = UTF8Scalar.decode(bytes, at)
        switch scalar {
        case "、", "．", ".", "﹒", "､": return at + size
        default: return nil
        }
    }

    /// . ． 、 after an Arabic number or letter, not followed by a digit.
    private static func readPoint(_ bytes: [UInt8], _ at: Int, _ limit: Int) -> Int? {
        guard let end = readMark(bytes, at, limit) else { return nil }
        guard end < limit else { return end }
        return Scalar.isDigit(UTF8Scalar.decode(bytes, end).value) && bytes[end - 1] == "." ? nil : end
    }

    private static func readUnit(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Enumerator? {
        let numberStart = bytes.skippingSpaces(from: start, before: limit)
        guard let number = Numerals.read(bytes, numberStart, limit, spaced: true), number.value < 100_000 else {
            return nil
        }
        var at = bytes.skippingSpaces(from: number.end, before: limit)
        // 第 16-1 條, 第十六之一条
        if at < limit, bytes[at] == "-", let sub = Numerals.read(bytes, at + 1, limit) {
            at = bytes.skippingSpaces(from: sub.end, before: limit)
        }
        guard at < limit else { return nil }
        let (scalar, size) = UTF8Scalar.decode(bytes, at)
        var rank = 0
        var end = at + size
        switch scalar {
        case "分": if bytes.spells("编", at: end, before: limit) { rank = 2; end += 3 }  // 分编
        case "编", "編": rank = 1
        case "篇", "卷", "册": rank = 1
        case "部":  // 部分
            if bytes.spells("分", at: end, before: limit) { rank = 1; end += 3 }
        case "章": rank = 3
        case "节", "節": rank = 4
        case "目": rank = 5
        case "条", "條": rank = articleRank
        case "款": rank = 7
        case "，", "、", ",":  // 第一，
            return made(.ordinal, number.value, end, bytes, limit)
        default: return nil
        }
        guard rank > 0 else { return nil }
        // 第一百二十条之一
        if bytes.spells("之", at: end, before: limit), let sub = Numerals.read(bytes, end + 3, limit) { end = sub.end }
        // 第三条规定 is no opening: after the unit comes space, a colon, or for an article nothing at all.
        let follows = end < limit ? UTF8Scalar.decode(bytes, end).value : 0x20
        let marked =
            Scalar.isSpace(follows) || follows == "：" || follows == ":" || follows == "、"
            || follows == "（" || follows == "【"
        if !marked {
            if rank >= articleRank { return nil }
            // 第一章总则 with no space: a short line with no comma or stop; the caller looks at the line's end.
            if limit - end > 90 { return nil }
        }
        if follows == "：" || follows == ":" { end += follows == ":" ? 1 : 3 }
        return made(.unit(rank: rank), number.value, end, bytes, limit)
    }

    private static func readCornered(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Enumerator? {
        guard let number = Numerals.read(bytes, start, limit), number.value < 1000,
            bytes.spells("】", at: number.end, before: limit)
        else { return nil }
        return made(.chineseCornered, number.value, number.end + 3, bytes, limit)
    }

    private static func readBracketed(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Enumerator? {
        let at = bytes.skippingSpaces(from: start, before: limit)
        guard at < limit else { return nil }
        let (first, firstSize) = UTF8Scalar.decode(bytes, at)
        var style = Style.letter
        var value = 0
        var end = at
        if let number = Numerals.read(bytes, at, limit, spaced: true), number.value < 1000 {
            style = number.isChinese ? .chineseBracketed : .arabicBracketed
            value = number.value
            end = number.end
        } else if (0x61...0x7A).contains(first) || (0x41...0x5A).contains(first) {
            style = first >= 0x61 ? .smallLetter : .letter
            value = Int(first & 0x1F)
            end = at + firstSize
        } else {
            return nil
        }
        end = bytes.skippingSpaces(from: end, before: limit)
        guard end < limit else { return nil }
        let (closing, size) = UTF8Scalar.decode(bytes, end)
        guard Scalar.isClosingParenthesis(closing) else { return nil }
        end += size
        if end < limit {
            let (mark, markSize) = UTF8Scalar.decode(bytes, end)
            if mark == "、" || mark == "．" || mark == "." { end += markSize }
        }
        return made(style, value, end, bytes, limit)
    }

    private static func readArabic(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Enumerator? {
        guard let number = Numerals.read(bytes, start, limit), number.count <= 3 else { return nil }
        let end = number.end
        guard end < limit else { return nil }
        var depth = 1
        var at = end
        // 1.2, 1.2.3 followed by a space or by words.
        while at < limit {
            let (point, size) = UTF8Scalar.decode(bytes, at)
            guard point == "." || point == "．", let next = Numerals.read(bytes, at + size, limit),
                !next.isChinese, next.count <= 2
            else { break }
            depth += 1
            at = next.end
        }
        if depth > 1 {
            if at < limit {
                let (point, size) = UTF8Scalar.decode(bytes, at)
                if point == "." || point == "、" || point == "．" { at += size }
            }
            let follows = at < limit ? UTF8Scalar.decode(bytes, at).value : 0
            // 3.15万册 is a quantity: a decimal heading is followed by space, or has three numbers.
            guard depth > 2 || Scalar.isSpace(follows) else { return nil }
            // A date: 2017.01.02
            return made(.decimal(depth: depth), number.value, at, bytes, limit)
        }
        if let mark = readPoint(bytes, end, limit) { return made(.arabic, number.value, mark, bytes, limit) }
        let (next, size) = UTF8Scalar.decode(bytes, end)
        if next == ")" || next == "）" {
            return made(.arabicHalfBracketed, number.value, end + size, bytes, limit)
        }
        // 1 范围: one space and a short line; the series must begin at 1.
        if Scalar.isSpace(next), number.count <= 2, number.value <= 40, limit - end <= 90, end + size < limit,
            Scalar.isIdeograph(UTF8Scalar.decode(bytes, end + size).value)
        {
            return made(.decimal(depth: 1), number.value, end, bytes, limit)
        }
        if next == "\u{3000}", number.count <= 2 { return made(.decimal(depth: 1), number.value, end, bytes, limit) }
        return nil
    }

    private static func readLatin(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Enumerator? {
        var roman: [UInt32] = []
        var at = start
        while at < limit, roman.count < 6 {
            let (scalar, size) = UTF8Scalar.decode(bytes, at)
            guard scalar == "I" || scalar == "V" || scalar == "X" else { break }
            roman.append(scalar)
            at += size
        }
        if !roman.isEmpty, let end = readPoint(bytes, at, limit), let value = romanValue(roman) {
            return made(.roman, value, end, bytes, limit)
        }
        let (letter, size) = UTF8Scalar.decode(bytes, start)
        let after = start + size
        guard after < limit, letter < 0x80 else { return nil }
        let (next, nextSize) = UTF8Scalar.decode(bytes, after)
        let style = letter >= 0x61 ? Style.smallLetter : .letter
        if next == ")" || next == "）" {
            return made(style, Int(letter & 0x1F), after + nextSize, bytes, limit)
        }
        guard let end = readPoint(bytes, after, limit), end < limit else { return nil }
        // J. K. O'Connor and A.M. are no enumerators: words of Chinese must follow.
        let words = bytes.skippingSpaces(from: end, before: limit)
        guard words < limit, !Scalar.isLatin(UTF8Scalar.decode(bytes, words).value) else { return nil }
        return made(style, Int(letter & 0x1F), end, bytes, limit)
    }

    private static func romanValue(_ letters: [UInt32]) -> Int? {
        var total = 0
        var last = 100
        for letter in letters {
            let value = letter == "I" ? 1 : letter == "V" ? 5 : 10
            total += value > last ? value - 2 * last : value
            last = value
        }
        return total > 0 ? total : nil
    }

    private static func readHashes(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Enumerator? {
        var at = start
        var depth = 0
        while at < limit, depth < 7 {
            let (scalar, size) = UTF8Scalar.decode(bytes, at)
            guard scalar == "#" || scalar == "＃" else { break }
            depth += 1
            at += size
        }
        guard depth <= 6, at < limit else { return nil }
        if !isSpace(bytes, at, limit) {
            // #读书# is a tag of a post; #读书 at the head of a short line is not.
            guard limit - at <= 120, Scalar.isIdeograph(UTF8Scalar.decode(bytes, at).value),
                !bytes.contains("#", in: at..<limit), !bytes.contains("＃", in: at..<limit)
            else { return nil }
        }
        return made(.hash(depth: depth), 0, at, bytes, limit)
    }

    private static func isBulletSign(_ scalar: UInt32) -> Bool {
        switch scalar {
        case "•", "●", "○", "■", "□", "◆", "◇", "▲", "△", "▶", "★", "☆", "※",
            "·", "・", "*", "-", "–", "➢", "♦", "▪", "◦", "✔", "√", "►":
            true
        default: false
        }
    }

    private static func readBullet(_ bytes: [UInt8], _ sign: UInt32, _ end: Int, _ limit: Int) -> Enumerator? {
        guard end < limit else { return nil }
        // - and * need a space after them, or they are part of something else.
        if sign == "-" || sign == "*" || sign == "–" || sign == "○" {
            guard isSpace(bytes, end, limit) else { return nil }
        }
        return made(.bullet(sign), 0, end, bytes, limit)
    }
}
