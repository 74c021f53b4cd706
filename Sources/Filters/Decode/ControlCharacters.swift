import QuandianText

/// Characters that a text may hold but a reader does not see.
enum ControlCharacters {
    /// One note on all control characters (C0 without tab and line ends, DEL, C1 without the line end U+0085) and the
    /// non-characters U+FFFE and U+FFFF: they stay in the text. One pass over it.
    static func finding(in text: Text) -> Finding? {
        var count = 0
        var first = 0
        let bytes = text.bytes.span
        for at in bytes.indices {
            let byte = bytes[at]
            let isControl =
                switch byte {
                case 0x00..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0x7F: true
                case 0xC2: bytes[at + 1] < 0xA0 && bytes[at + 1] != 0x85
                case 0xEF: bytes[at + 1] == 0xBF && bytes[at + 2] >= 0xBE
                default: false
                }
            if isControl {
                if count == 0 { first = at }
                count += 1
            }
        }
        guard count > 0 else { return nil }
        let digits = String(UTF8Scalar.decode(text.bytes, first).value, radix: 16, uppercase: true)
        let code = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return Finding(
            "decoding.control-characters", .note,
            "control characters stay in the text: \(count), the first of them U+\(code)",
            line: text.lineIndex(at: first) + 1, sourceOffset: text.sourceOffset(of: first))
    }

    /// A note where a text is nothing but white space.
    static func findingOfBlank(_ text: Text) -> Finding? {
        var at = 0
        while at < text.bytes.count {
            let (scalar, size) = UTF8Scalar.decode(text.bytes, at)
            guard Unicode.Scalar(scalar)?.properties.isWhitespace == true else { return nil }
            at += size
        }
        return Finding("decoding.blank", .note, "the file holds nothing but white space")
    }
}
