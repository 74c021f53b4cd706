/// The encodings in which Chinese text comes.
public enum SourceEncoding: String, Hashable, Sendable, CaseIterable {
    case utf8 = "UTF-8"
    case utf16le = "UTF-16LE"
    case utf16be = "UTF-16BE"
    /// GB18030, and so GBK and GB2312, which it contains.
    case gb18030 = "GB18030"
    /// Big5 as Windows has it (code page 950), with the characters of Hong Kong (HKSCS) where that leaves gaps.
    case big5 = "Big5"
    /// GB2312 in seven bits, between `~{` and `~}` (RFC 1843).
    case hz = "HZ"

    /// The encoding that a user or another program means by a name. Case, `-`, `_`, `.` and spaces do not count.
    ///
    /// - Throws: ``DecodingError`` with code ``DecodingError/Code/unknownEncoding``.
    public init(name: String) throws(DecodingError) {
        let plain = String(
            decoding: name.utf8.compactMap { byte -> UInt8? in
                switch byte {
                case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
                case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: " "): nil
                default: byte
                }
            }, as: UTF8.self)
        guard let encoding = Self.aliases[plain] else {
            let known = Self.allCases.map(\.rawValue).joined(separator: ", ")
            throw DecodingError(
                .unknownEncoding, "no encoding named “\(name)” is known: use one of \(known), or leave it to be found")
        }
        self = encoding
    }

    private static let aliases: [String: SourceEncoding] = [
        "utf8": .utf8, "utf8bom": .utf8, "utf8sig": .utf8, "cp65001": .utf8, "ascii": .utf8, "usascii": .utf8,
        // Without an order, the byte order mark says it, and most files are little-endian.
        "utf16": .utf16le, "ucs2": .utf16le, "unicode": .utf16le, "utf16le": .utf16le, "ucs2le": .utf16le,
        "utf16be": .utf16be, "ucs2be": .utf16be, "unicodefffe": .utf16be,
        "gb18030": .gb18030, "gbk": .gb18030, "gb2312": .gb18030, "cp936": .gb18030, "ms936": .gb18030,
        "windows936": .gb18030, "936": .gb18030, "euccn": .gb18030, "gb": .gb18030, "xgbk": .gb18030,
        "big5": .big5, "big5hkscs": .big5, "big5eten": .big5, "cp950": .big5, "ms950": .big5, "windows950": .big5,
        "950": .big5, "cnbig5": .big5, "xxbig5": .big5,
        "hz": .hz, "hzgb2312": .hz, "hzgb": .hz,
    ]

    /// The bytes that open a file in this encoding and are no part of its text.
    var byteOrderMark: [UInt8] {
        switch self {
        case .utf8: [0xEF, 0xBB, 0xBF]
        case .utf16le: [0xFF, 0xFE]
        case .utf16be: [0xFE, 0xFF]
        case .gb18030: [0x84, 0x31, 0x95, 0x33]
        case .big5, .hz: []
        }
    }
}
