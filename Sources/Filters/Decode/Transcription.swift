import QuandianText

/// What becomes of the source on its way to UTF-8: the text, the way back, and the bytes that were no text.
struct Transcription {
    /// A stretch of the source that is no character; U+FFFD stands for it.
    struct Gap: Hashable {
        var source: Int
        var text: Int
        var length: Int
    }

    var bytes: [UInt8] = []
    var map: SourceMap
    /// The first of the gaps, as many as anybody reads.
    private(set) var firstGaps: [Gap] = []
    private(set) var gapCount = 0
    private(set) var replacedBytes = 0

    static let reportedGaps = 20

    init(map: SourceMap) { self.map = map }

    mutating func gap(source: Int, text: Int, length: Int) {
        if firstGaps.count < Self.reportedGaps {
            firstGaps.append(Gap(source: source, text: text, length: length))
        }
        gapCount += 1
        replacedBytes += length
    }

    /// How much of the source goes between two regular anchors.
    static let stride = 1024

    /// - Parameter range: the bytes to read, without the byte order mark.
    /// - Throws: ``DecodingError/Code/encodingUnavailable``.
    static func of(
        _ source: [UInt8], _ range: Range<Int>, as encoding: SourceEncoding
    ) throws(DecodingError) -> Transcription {
        switch encoding {
        case .utf8: return utf8(source, range)
        case .utf16le: return utf16(source, range, bigEndian: false)
        case .utf16be: return utf16(source, range, bigEndian: true)
        case .gb18030, .hz:
            guard let table = MultibyteTable.gb18030 else { throw .unavailable(encoding) }
            return encoding == .hz ? hz(source, range, table) : gb18030(source, range, table)
        case .big5:
            guard let table = MultibyteTable.big5 else { throw .unavailable(encoding) }
            return big5(source, range, table)
        }
    }
}

extension DecodingError {
    fileprivate static func unavailable(_ encoding: SourceEncoding) -> DecodingError {
        DecodingError(
            .encodingUnavailable,
            "this system's iconv cannot read \(encoding.rawValue): install its character set converters (gconv)")
    }
}

extension OutputSpan<UInt8> {
    /// U+FFFD in UTF-8.
    @inline(__always)
    mutating func appendReplacement() {
        append(0xEF)
        append(0xBF)
        append(0xBD)
    }

    /// Appends a packed character: UTF-8, first byte lowest.
    @inline(__always)
    mutating func append(packed: UInt32) {
        var rest = packed
        repeat {
            append(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        } while rest != 0
    }

    @inline(__always)
    mutating func append(scalar: UInt32) {
        if scalar < 0x80 {
            append(UInt8(scalar))
        } else if scalar < 0x800 {
            append(UInt8(0xC0 | scalar >> 6))
            append(UInt8(0x80 | scalar & 0x3F))
        } else if scalar < 0x10000 {
            append(UInt8(0xE0 | scalar >> 12))
            append(UInt8(0x80 | scalar >> 6 & 0x3F))
            append(UInt8(0x80 | scalar & 0x3F))
        } else {
            append(UInt8(0xF0 | scalar >> 18))
            append(UInt8(0x80 | scalar >> 12 & 0x3F))
            append(UInt8(0x80 | scalar >> 6 & 0x3F))
            append(UInt8(0x80 | scalar & 0x3F))
        }
    }
}
