import QuandianText

// Small questions about bytes and scalars that every rule of the structure filter asks.

extension [UInt8] {
    /// Whether the bytes at an offset spell a word; false past the limit.
    @inline(__always)
    func spells(_ word: StaticString, at offset: Int, before limit: Int) -> Bool {
        let size = word.utf8CodeUnitCount
        guard offset >= 0, offset + size <= limit else { return false }
        return word.withUTF8Buffer { buffer in
            for index in 0..<size where unsafe self[offset + index] != buffer[index] { return false }
            return true
        }
    }

    /// Whether a range ends with a word.
    func range(_ range: Range<Int>, endsWith word: StaticString) -> Bool {
        let start = range.upperBound - word.utf8CodeUnitCount
        return start >= range.lowerBound && spells(word, at: start, before: range.upperBound)
    }

    func range(_ range: Range<Int>, startsWith word: StaticString) -> Bool {
        spells(word, at: range.lowerBound, before: range.upperBound)
    }

    /// Where a word first occurs in a range. Linear; for short ranges.
    func find(_ word: StaticString, in range: Range<Int>) -> Int? {
        let size = word.utf8CodeUnitCount
        guard size > 0, range.count >= size else { return nil }
        let first = word.withUTF8Buffer { unsafe $0[0] }
        var at = range.lowerBound
        while at + size <= range.upperBound {
            if self[at] == first, spells(word, at: at, before: range.upperBound) { return at }
            at += 1
        }
        return nil
    }

    func contains(_ word: StaticString, in range: Range<Int>) -> Bool { find(word, in: range) != nil }

    /// The first offset at or after another that holds no white space, the limit at most.
    @inline(__always)
    func skippingSpaces(from start: Int, before limit: Int) -> Int {
        var at = start
        while at < limit {
            let (scalar, size) = UTF8Scalar.decode(self, at)
            guard Scalar.isSpace(scalar) else { break }
            at += size
        }
        return at
    }

    /// The start of the scalar that ends at an offset.
    @inline(__always)
    func scalarStart(endingAt offset: Int) -> Int {
        var at = offset - 1
        while at > 0, self[at] & 0xC0 == 0x80 { at -= 1 }
        return at
    }
}

enum Scalar {
    /// White space within a line or between lines.
    @inline(__always)
    static func isSpace(_ value: UInt32) -> Bool {
        if value > 0x3000 { return value == 0xFEFF }
        switch value {
        case 0x09...0x0D, 0x1C...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
            return true
        default: return false
        }
    }

    @inline(__always)
    static func isDigit(_ value: UInt32) -> Bool { (0x30...0x39).contains(value) || (0xFF10...0xFF19).contains(value) }

    @inline(__always)
    static func isIdeograph(_ value: UInt32) -> Bool {
        (0x3400...0x9FFF).contains(value) || (0x20000...0x323AF).contains(value) || value == "〇"
            || (0xF900...0xFAFF).contains(value)
    }

    static func isLatin(_ value: UInt32) -> Bool {
        (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value) || (0xFF21...0xFF3A).contains(value)
            || (0xFF41...0xFF5A).contains(value)
    }

    /// 。！？ and their half-width forms, ……
    @inline(__always)
    static func isStop(_ value: UInt32) -> Bool {
        switch value {
        case "!", "?", "…", "。", "！", "？", "｡": true
        default: false
        }
    }

    static func isOpeningBracket(_ value: UInt32) -> Bool {
        switch value {
        case "(", "[", "{", "〈", "《", "「", "『", "【", "〔", "〖", "﹝", "（", "［", "｛",
            "“", "‘", "〝":
            true
        default: false
        }
    }

    static func isClosingBracket(_ value: UInt32) -> Bool {
        switch value {
        case ")", "]", "}", "〉", "》", "」", "』", "】", "〕", "〗", "﹞", "）", "］", "｝",
            "”", "’", "〞", "〟":
            true
        default: false
        }
    }

    /// ） ] 】 and the like, but not the marks that close quotations and titles.
    static func isClosingParenthesis(_ value: UInt32) -> Bool {
        switch value {
        case ")", "]", "}", "】", "〕", "〗", "﹞", "）", "］", "｝": true
        default: false
        }
    }
}
