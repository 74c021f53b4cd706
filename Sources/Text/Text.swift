/// A document's characters: immutable, valid UTF-8, cut into lines, with the way back to the source bytes.
///
/// Every offset in Quandian is a UTF-8 byte offset into ``bytes`` and stands on a scalar boundary.
public struct Text: Sendable {
    /// The text as UTF-8. Always valid; a byte order mark at the start of the source is no part of it.
    public let bytes: [UInt8]
    /// The lines in order; together they cover `bytes` without a gap. A text that ends with a line end has no empty
    /// line after it; an empty text has no line.
    public let lines: [Line]
    /// Where each offset of the text stands in the source.
    public let source: SourceMap

    /// Cuts valid UTF-8 into lines. One pass over the bytes.
    ///
    /// - Precondition: `bytes` is valid UTF-8; the decoder promises it.
    public init(bytes: [UInt8], source: SourceMap = .identity) {
        self.bytes = bytes
        self.source = source
        self.lines = Line.split(bytes)
    }

    /// The text of a Swift string.
    public init(_ string: String) {
        self.init(bytes: Array(string.utf8))
    }

    /// The characters of a range, as a string. Copies; not for the hot path.
    public subscript(range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    /// The number (from 0) of the line that holds an offset; the last line for the end of the text. Binary search.
    public func lineIndex(at offset: Int) -> Int {
        var low = 0
        var high = lines.count
        while low + 1 < high {
            let middle = (low + high) / 2
            if lines[middle].content.lowerBound <= offset { low = middle } else { high = middle }
        }
        return low
    }

    /// The byte of the source file where the character at an offset begins; for the end of the text, the size of the
    /// source.
    public func sourceOffset(of offset: Int) -> Int {
        source.sourceOffset(of: offset, in: bytes)
    }

    /// Whether a range holds a character that a reader sees: one that is no white space, no control character and no
    /// noncharacter.
    public func hasInk(in range: Range<Int>) -> Bool {
        var at = range.lowerBound
        while at < range.upperBound {
            let (value, size) = UTF8Scalar.decode(bytes, at)
            if UTF8Scalar.isInk(value) { return true }
            at += size
        }
        return false
    }

    /// The scalars of a range with their offsets, for filters that look at neighbours. One pass over the range.
    public func scalars(in range: Range<Int>) -> Scalars {
        Scalars(bytes, range)
    }
}

/// One line of the source: what it says, and the line end that closes it.
public struct Line: Hashable, Sendable {
    /// The line without its line end.
    public let content: Range<Int>
    /// Where the next line begins: the end of `content` plus the line end (LF, CR, CR LF, U+0085, U+2028, U+2029).
    public let end: Int

    static func split(_ bytes: [UInt8]) -> [Line] {
        var lines: [Line] = []
        lines.reserveCapacity(bytes.count / 120 + 1)
        var start = 0
        var at = 0
        let count = bytes.count
        while at < count {
            let size = lineEnd(bytes, at)
            if size > 0 {
                lines.append(Line(content: start..<at, end: at + size))
                start = at + size
                at = start
            } else {
                at += 1
            }
        }
        if start < count { lines.append(Line(content: start..<count, end: count)) }
        return lines
    }

    /// The length in bytes of the line end at an offset, or 0 where there is none.
    @inline(__always)
    private static func lineEnd(_ bytes: [UInt8], _ at: Int) -> Int {
        switch bytes[at] {
        case 0x0A: return 1
        case 0x0D: return at + 1 < bytes.count && bytes[at + 1] == 0x0A ? 2 : 1
        case 0xC2: return at + 1 < bytes.count && bytes[at + 1] == 0x85 ? 2 : 0
        case 0xE2:
            guard at + 2 < bytes.count, bytes[at + 1] == 0x80 else { return 0 }
            return bytes[at + 2] == 0xA8 || bytes[at + 2] == 0xA9 ? 3 : 0
        default: return 0
        }
    }
}

/// The scalars of a stretch of text side by side with their UTF-8 offsets.
public struct Scalars: Sendable {
    /// Scalar values.
    public let values: [UInt32]
    /// `offsets[i]` is where `values[i]` begins in the text; one more entry than `values`, the end of the stretch.
    public let offsets: [Int]

    init(_ bytes: [UInt8], _ range: Range<Int>) {
        var values: [UInt32] = []
        var offsets: [Int] = []
        values.reserveCapacity(range.count / 3 + 1)
        offsets.reserveCapacity(range.count / 3 + 2)
        var at = range.lowerBound
        while at < range.upperBound {
            let (value, size) = UTF8Scalar.decode(bytes, at)
            values.append(value)
            offsets.append(at)
            at += size
        }
        offsets.append(range.upperBound)
        self.values = values
        self.offsets = offsets
    }

    public var count: Int { values.count }

    /// The text offsets of a range of scalar indices.
    public func range(_ indices: Range<Int>) -> Range<Int> {
        offsets[indices.lowerBound]..<offsets[indices.upperBound]
    }
}

/// Reading one scalar from valid UTF-8.
public enum UTF8Scalar {
    /// Whether a reader sees a scalar: no white space, no control or format character of the common ones, no
    /// noncharacter.
    public static func isInk(_ value: UInt32) -> Bool {
        switch value {
        case 0...0x20, 0x7F...0xA0, 0x1680, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F, 0x3000, 0xFEFF,
            0xFFFE, 0xFFFF:
            false
        default: true
        }
    }

    /// The scalar that begins at an offset, and its length in bytes. The bytes must be valid UTF-8.
    @inlinable @inline(__always)
    public static func decode<Bytes: RandomAccessCollection>(_ bytes: Bytes, _ at: Int) -> (value: UInt32, size: Int)
    where Bytes.Element == UInt8, Bytes.Index == Int {
        let first = UInt32(bytes[at])
        if first < 0x80 { return (first, 1) }
        if first < 0xE0 { return ((first & 0x1F) << 6 | UInt32(bytes[at + 1]) & 0x3F, 2) }
        if first < 0xF0 {
            return (
                (first & 0x0F) << 12 | (UInt32(bytes[at + 1]) & 0x3F) << 6 | UInt32(bytes[at + 2]) & 0x3F, 3
            )
        }
        return (
            (first & 0x07) << 18 | (UInt32(bytes[at + 1]) & 0x3F) << 12 | (UInt32(bytes[at + 2]) & 0x3F) << 6
                | UInt32(bytes[at + 3]) & 0x3F, 4
        )
    }
}
