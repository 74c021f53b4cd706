/// The digits that dates are written with.
enum DateDigits {
    static func arabic(_ scalar: UInt32) -> Int? {
        switch scalar {
        case 0x30...0x39: Int(scalar - 0x30)
        case 0xFF10...0xFF19: Int(scalar - 0xFF10)
        default: nil
        }
    }

    /// O for 0 and l or I for 1, as scanning leaves them.
    static func misread(_ scalar: UInt32) -> Int? {
        switch scalar {
        case "O", "o", "○", "〇": 0  // O o ○ 〇
        case "l", "I": 1  // l I
        default: nil
        }
    }

    static func digit(_ scalar: UInt32) -> Int? {
        switch scalar {
        case "〇", "○", "零", "◯", "Ｏ", "O", "o": 0  // 〇 ○ 零 ◯ Ｏ O o
        case "一": 1
        case "二": 2
        case "两", "兩": 2
        case "三": 3
        case "四": 4
        case "五": 5
        case "六": 6
        case "七": 7
        case "八": 8
        case "九": 9
        default: nil
        }
    }

    /// 十 百 千 万 and the short forms of tens.
    static func place(_ scalar: UInt32) -> Int? {
        switch scalar {
        case "十": 10
        case "百": 100
        case "千": 1000
        case "万", "萬": 10_000
        default: nil
        }
    }

    /// 廿 卅 卌.
    static func tens(_ scalar: UInt32) -> Int? {
        switch scalar {
        case "廿": 20
        case "卅": 30
        case "卌": 40
        default: nil
        }
    }

    /// Whether a number may begin with this scalar.
    static func isChinese(_ scalar: UInt32) -> Bool {
        scalar > 0x7F && (digit(scalar) != nil || place(scalar) != nil || tens(scalar) != nil)
    }
}

/// A Chinese number read scalar by scalar: 一九九八 as digits, 二十三 with places, 十有五.
struct ChineseNumber {
    private var digits = 0
    private var digitCount = 0
    private var total = 0
    private var section = 0
    private var pending: Int?
    private var placed = false
    private var length = 0
    private var linked = false

    /// Takes one more scalar; false where the number has ended before it.
    mutating func take(_ scalar: UInt32) -> Bool {
        if let digit = DateDigits.digit(scalar) {
            if scalar < 0x80, digitCount == 0 { return false }
            if placed, pending != nil { return false }
            // 二十两, 三十兩日 and 七、八兩月 end before 两; 一千两百 does not.
            if scalar == "两" || scalar == "兩", length > 0, !placed || section % 100 != 0 { return false }
            if digitCount < 9 { digits = digits * 10 + digit }
            digitCount += 1
            pending = digit == 0 && placed ? nil : digit
        } else if let tens = DateDigits.tens(scalar) {
            guard length == 0 else { return false }
            placed = true
            section = tens
        } else if let place = DateDigits.place(scalar) {
            guard digitCount <= 1 || placed else { return false }
            if placed, pending == nil, section % 10 != 0 || place == 10 && !linked { return false }
            if place == 10_000 {
                guard total == 0 else { return false }
                total = (length == 0 ? 1 : section + (pending ?? 0)) * place
                section = 0
            } else {
                section += (pending ?? 1) * place
            }
            pending = nil
            placed = true
        } else if scalar == "有", placed, pending == nil, section % 10 == 0 {  // 十有五
            linked = true
            length += 1
            return true
        } else {
            return false
        }
        length += 1
        return true
    }

    var value: Int {
        placed ? total + section + (pending ?? 0) : (digitCount > 8 ? 0 : digits)
    }

    var sign: DateSign {
        if placed { return value <= 99 ? .c : .cc }
        switch digitCount {
        case 1: return .c
        case 2: return .z2
        case 3: return .z3
        case 4: return .z4
        default: return .zx
        }
    }
}
