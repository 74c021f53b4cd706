import QuandianText

// One rule for all three encodings: a lead byte and a byte that may follow it are one character, and one gap where the
// table has none for them; a lead byte without a byte that may follow is a gap of one byte.

extension Transcription {
    static func gb18030(_ source: [UInt8], _ range: Range<Int>, _ table: MultibyteTable) -> Transcription {
        multibyte(source, range, table, .init(1, 2, 2, 4)) { at, end, source in
            let lead = source[at]
            // Windows' GBK has the euro sign here.
            if lead == 0x80 { return (0xAC82E2, 1) }
            guard lead != 0xFF, at + 1 < end else { return (0, 1) }
            let second = source[at + 1]
            if second >= 0x40 { return (0, second == 0x7F || second == 0xFF ? 1 : 2) }
            guard second >= 0x30, second <= 0x39, at + 3 < end, source[at + 2] >= 0x81, source[at + 2] <= 0xFE,
                source[at + 3] >= 0x30, source[at + 3] <= 0x39
            else { return (0, 1) }
            let code =
                Int(lead - 0x81) * 12600 + Int(second - 0x30) * 1260 + Int(source[at + 2] - 0x81) * 10
                + Int(source[at + 3] - 0x30)
            let below = MultibyteTable.gb18030Quads
            if code < below.count { return (below[code], 4) }
            // From 0x90308130 on the codes follow Unicode's order from U+10000.
            guard code >= 189_000, code < 189_000 + 0x100000 else { return (0, 4) }
            return (packed(astral: UInt32(0x10000 + code - 189_000)), 4)
        }
    }

    static func big5(_ source: [UInt8], _ range: Range<Int>, _ table: MultibyteTable) -> Transcription {
        multibyte(source, range, table, .init(1, 2, 2, 2)) { at, end, source in
            guard source[at] != 0x80, source[at] != 0xFF, at + 1 < end else { return (0, 1) }
            let second = source[at + 1]
            return (0, second >= 0x40 && second < 0x7F || second >= 0xA1 && second < 0xFF ? 2 : 1)
        }
    }

    /// - Parameter rare: what stands at an offset where the table has no pair: its packed character, or 0 for a gap,
    ///   and its length in bytes.
    @inline(__always)
    private static func multibyte(
        _ source: [UInt8], _ range: Range<Int>, _ table: MultibyteTable, _ widths: SourceMap.Widths,
        rare: (Int, Int, Span<UInt8>) -> (packed: UInt32, length: Int)
    ) -> Transcription {
        var result = Transcription(map: SourceMap(widths: widths, start: range.lowerBound))
        var text: [UInt8] = []
        text.reserveCapacity(range.count / 2 * 3)
        let pairs = table.pairs.span
        let source = source.span
        var at = range.lowerBound
        let end = range.upperBound
        while at < end {
            result.map.anchor(text: text.count, source: at)
            let base = text.count
            let stop = min(at + stride, end)
            text.append(addingCapacity: stride * 3 + 8) { out in
                while at < stop {
                    let lead = source[at]
                    if lead < 0x80 {
                        out.append(lead)
                        at += 1
                        continue
                    }
                    if at + 1 < end {
                        let character = pairs[Int(lead & 0x7F) << 8 | Int(source[at + 1])]
                        // Three bytes of UTF-8 and no more: nearly every character.
                        if character >> 16 != 0, character >> 24 == 0 {
                            out.append(UInt8(truncatingIfNeeded: character))
                            out.append(UInt8(truncatingIfNeeded: character >> 8))
                            out.append(UInt8(truncatingIfNeeded: character >> 16))
                            at += 2
                            continue
                        }
                        if character != 0 {
                            let before = base + out.count
                            out.append(packed: character)
                            let after = base + out.count
                            // Two characters for one code (HKSCS), both of them at its first byte; or one of four
                            // bytes of UTF-8, for which two bytes are unusual in GB18030.
                            if character & 0xFF < 0xE0, after == before + 4 {
                                result.map.anchor(text: before + 2, source: at)
                            } else if after == before + 4, widths.four != 2 {
                                result.map.anchor(text: after, source: at + 2)
                            }
                            at += 2
                            continue
                        }
                    }
                    let (character, length) = rare(at, end, source)
                    if character == 0 {
                        result.gap(source: at, text: base + out.count, length: length)
                        out.appendReplacement()
                    } else {
                        out.append(packed: character)
                    }
                    at += length
                    result.map.anchor(text: base + out.count, source: at)
                }
            }
        }
        result.bytes = text
        return result
    }

    private static func packed(astral scalar: UInt32) -> UInt32 {
        0xF0 | scalar >> 18 | (0x80 | scalar >> 12 & 0x3F) << 8 | (0x80 | scalar >> 6 & 0x3F) << 16
            | (0x80 | scalar & 0x3F) << 24
    }

    /// HZ: `~{` and `~}` shift, `~~` is a tilde, `~` before a line end joins two lines. A line end shifts back, as
    /// the specification wants lines to begin in ASCII.
    static func hz(_ source: [UInt8], _ range: Range<Int>, _ table: MultibyteTable) -> Transcription {
        var result = Transcription(map: SourceMap(widths: .init(1, 2, 2, 2), start: range.lowerBound))
        var text: [UInt8] = []
        text.reserveCapacity(range.count + range.count / 2)
        let pairs = table.pairs.span
        let source = source.span
        var shifted = false
        var at = range.lowerBound
        let end = range.upperBound
        let tilde = UInt8(ascii: "~")
        while at < end {
            result.map.anchor(text: text.count, source: at)
            let base = text.count
            let stop = min(at + stride, end)
            text.append(addingCapacity: stride * 3 + 8) { out in
                while at < stop {
                    let byte = source[at]
                    let next = at + 1 < end ? source[at + 1] : 0
                    let isShift = next == (shifted ? UInt8(ascii: "}") : UInt8(ascii: "{"))
                    if byte == tilde, isShift || !shifted && next == 0x0A {
                        if isShift { shifted.toggle() }
                        at += 2
                        result.map.anchor(text: base + out.count, source: at)
                    } else if byte == tilde, !shifted, next == tilde {
                        out.append(tilde)
                        at += 2
                        result.map.anchor(text: base + out.count, source: at)
                    } else if byte == 0x0A || !shifted && byte < 0x80 && byte != tilde {
                        out.append(byte)
                        at += 1
                        if byte == 0x0A { shifted = false }
                    } else if shifted, byte >= 0x21, byte <= 0x7E, next >= 0x21, next <= 0x7E {
                        let character = pairs[Int(byte) << 8 | Int(next | 0x80)]
                        if character == 0 {
                            result.gap(source: at, text: base + out.count, length: 2)
                            out.appendReplacement()
                        } else {
                            out.append(packed: character)
                        }
                        at += 2
                    } else if shifted, byte == 0x20 || byte == 0x0D || byte == 0x09 {
                        out.append(byte)
                        at += 1
                    } else {
                        result.gap(source: at, text: base + out.count, length: 1)
                        out.appendReplacement()
                        at += 1
                        result.map.anchor(text: base + out.count, source: at)
                    }
                }
            }
        }
        result.map.anchor(text: text.count, source: at)
        result.bytes = text
        return result
    }
}
