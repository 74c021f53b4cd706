import QuandianText

/// Numbers as headings and dates write them: `12`, `１２`, 十二, 二〇二〇, 一百零三, 壹, 廿三.
enum Numerals {
    struct Reading {
        var value: Int
        var end: Int
        var isChinese: Bool
        /// How many digits or numerals were read.
        var count: Int
    }

    /// Reads the number that begins at an offset; nil where none does. Digits beyond nine make no number.
    static func read(_ bytes: [UInt8], _ start: Int, _ limit: Int, spaced: Bool = false) -> Reading? {
        guard start < limit else { return nil }
        let (first, _) = UTF8Scalar.decode(bytes, start)
        if Scalar.isDigit(first) { return readDigits(bytes, start, limit) }
        guard digit(first) != nil || unit(first) != nil else { return nil }
        return readChinese(bytes, start, limit, spaced: spaced)
    }

    private static func readDigits(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Reading? {
        var at = start
        var value = 0
        var count = 0
        while at < limit {
            let (scalar, size) = UTF8Scalar.decode(bytes, at)
            guard Scalar.isDigit(scalar) else { break }
            count += 1
            guard count <= 9 else { return nil }
            value = value * 10 + Int(scalar >= 0xFF10 ? scalar - 0xFF10 : scalar - 0x30)
            at += size
        }
        return Reading(value: value, end: at, isChinese: false, count: count)
    }

    private static func readChinese(_ bytes: [UInt8], _ start: Int, _ limit: Int, spaced: Bool) -> Reading? {
        var at = start
        var end = start
        var total = 0
        var pending = -1
        var positional = 0
        var sawUnit = false
        var count = 0
        while at < limit {
            let (scalar, size) = UTF8Scalar.decode(bytes, at)
            if spaced, count > 0, Scalar.isSpace(scalar) {
                at += size
                continue
            }
            if let value = digit(scalar) {
                pending = value
                positional = positional * 10 + value
            } else if let factor = unit(scalar) {
                sawUnit = true
                total += (pending < 0 ? 1 : pending) * factor
                pending = 0
            } else {
                break
            }
            count += 1
            guard count <= 9 else { return nil }
            at += size
            end = at
        }
        guard count > 0 else { return nil }
        return Reading(
            value: sawUnit ? total + max(0, pending) : positional, end: end, isChinese: true, count: count)
    }

    static func digit(_ scalar: UInt32) -> Int? {
        switch scalar {
        case "〇", "○", "零", "⼻": 0
        case "一", "壹", "壱": 1
        case "二", "贰", "貳", "两", "兩": 2
        case "三", "叁", "參": 3
        case "四", "肆": 4
        case "五", "伍": 5
        case "六", "陆", "陸": 6
        case "七", "柒": 7
        case "八", "捌": 8
        case "九", "玖": 9
        case "元": 1  // 元 of 元年
        default: nil
        }
    }

    private static func unit(_ scalar: UInt32) -> Int? {
        switch scalar {
        case "十", "拾": 10
        case "廿": 20
        case "卅": 30
        case "百", "佰": 100
        case "千", "仟": 1000
        default: nil
        }
    }
}
