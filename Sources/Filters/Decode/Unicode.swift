import QuandianText

extension Transcription {
    /// UTF-8 with what is none replaced: one U+FFFD for each maximal part of a character, as the Unicode Standard
    /// recommends (chapter 3, U+FFFD Substitution of Maximal Subparts).
    static func utf8(_ source: [UInt8], _ range: Range<Int>) -> Transcription {
        var result = Transcription(map: SourceMap(widths: .utf8, start: range.lowerBound))
        result.bytes.reserveCapacity(range.count)
        var at = range.lowerBound
        var sound = at
        while at < range.upperBound {
            let (length, valid) = UTF8Form.character(source, at, range.upperBound)
            if valid {
                at += length
                continue
            }
            result.bytes += source[sound..<at]
            result.gap(source: at, text: result.bytes.count, length: length)
            result.bytes += [0xEF, 0xBF, 0xBD]
            at += length
            sound = at
            // Between anchors UTF-8 maps byte by byte; a gap of three bytes fits as well.
            if length != 3 { result.map.anchor(text: result.bytes.count, source: at) }
        }
        result.bytes += source[sound..<at]
        return result
    }

    /// UTF-16; a lone surrogate and an odd byte at the end are gaps.
    static func utf16(_ source: [UInt8], _ range: Range<Int>, bigEndian: Bool) -> Transcription {
        var result = Transcription(map: SourceMap(widths: .init(2, 2, 2, 4), start: range.lowerBound))
        var text: [UInt8] = []
        text.reserveCapacity(range.count / 2 * 3)
        let source = source.span
        let high = bigEndian ? 0 : 1
        var at = range.lowerBound
        let end = range.upperBound
        func unit(_ at: Int) -> UInt32 { UInt32(source[at + high]) << 8 | UInt32(source[at + 1 - high]) }
        while at < end {
            result.map.anchor(text: text.count, source: at)
            let base = text.count
            let stop = min(at + stride, end)
            text.append(addingCapacity: stride / 2 * 3 + 8) { out in
                while at < stop {
                    guard at + 1 < end else {
                        result.gap(source: at, text: base + out.count, length: 1)
                        out.appendReplacement()
                        at += 1
                        result.map.anchor(text: base + out.count, source: at)
                        break
                    }
                    let first = unit(at)
                    if first & 0xF800 != 0xD800 {
                        out.append(scalar: first)
                        at += 2
                    } else if first < 0xDC00, at + 3 < end, unit(at + 2) & 0xFC00 == 0xDC00 {
                        out.append(scalar: 0x10000 + (first & 0x3FF) << 10 + unit(at + 2) & 0x3FF)
                        at += 4
                    } else {
                        result.gap(source: at, text: base + out.count, length: 2)
                        out.appendReplacement()
                        at += 2
                    }
                }
            }
        }
        result.bytes = text
        return result
    }
}

/// The shape of UTF-8.
enum UTF8Form {
    /// The length of the character at an offset, or of the longest start of one where there is none (at least 1).
    @inline(__always)
    static func character(_ bytes: [UInt8], _ at: Int, _ end: Int) -> (length: Int, valid: Bool) {
        let first = bytes[at]
        if first < 0x80 { return (1, true) }
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard first >= 0xC2, first <= 0xF4, at + 1 < end else { return (1, false) }
        let second = bytes[at + 1]
        let lowest: UInt8 = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80
        let highest: UInt8 = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF
        guard second >= lowest, second <= highest else { return (1, false) }
        for known in 2..<max(length, 2) {
            guard at + known < end, bytes[at + known] & 0xC0 == 0x80 else { return (known, false) }
        }
        return (length, true)
    }

    /// What one look at the bytes of a file says of them as UTF-8.
    struct Survey {
        var isValid = true
        var isASCII = true
        /// Whether there may be control characters or non-characters among them.
        var hasOddities = false
    }

    /// One pass, eight bytes at a time where they are ASCII.
    static func survey(_ bytes: [UInt8]) -> Survey {
        var survey = Survey()
        let span = bytes.span
        let count = span.count
        var at = 0
        while at < count {
            let first = span[at]
            if first >= 0xE1, first != 0xED, first < 0xEF, at + 2 < count {
                // Nearly every Chinese character.
                guard span[at + 1] & 0xC0 == 0x80, span[at + 2] & 0xC0 == 0x80 else {
                    survey.isValid = false
                    survey.isASCII = false
                    return survey
                }
                survey.isASCII = false
                at += 3
            } else if first < 0x80 {
                while at + 8 <= count {
                    let word = unsafe span.bytes.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self)
                    // No byte above ASCII, none below a space, no DEL: the high bit of each byte would say so.
                    let low = word &- 0x2020_2020_2020_2020
                    let high = word &+ 0x0101_0101_0101_0101
                    guard (word | low | high) & 0x8080_8080_8080_8080 == 0 else { break }
                    at += 8
                }
                while at < count, span[at] < 0x80 {
                    let byte = span[at]
                    if byte < 0x20 {
                        if byte != 0x0A, byte != 0x0D, byte != 0x09 { survey.hasOddities = true }
                        at += 1
                        break
                    }
                    if byte == 0x7F { survey.hasOddities = true }
                    at += 1
                }
            } else {
                survey.isASCII = false
                let (length, isValid) = character(bytes, at, count)
                guard isValid else {
                    survey.isValid = false
                    return survey
                }
                if first == 0xC2, span[at + 1] < 0xA0 { survey.hasOddities = true }
                if first == 0xEF, span[at + 1] == 0xBF, span[at + 2] >= 0xBE { survey.hasOddities = true }
                at += length
            }
        }
        return survey
    }
}
