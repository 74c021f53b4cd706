#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What `iconv` says of every two-byte character of an encoding, asked once in a process.
///
/// Asking for each pair once instead of handing it whole files is what makes every byte accountable (where a character
/// begins, which bytes are none) and decoding several times faster.
struct MultibyteTable: Sendable {
    /// Indexed by the lead byte without its high bit and the trail byte; the UTF-8 of the character, first byte
    /// lowest, or 0 where there is none.
    let pairs: [UInt32]

    /// GB18030's two-byte characters; nil where the system has no such converter.
    static let gb18030 = MultibyteTable(["GB18030"])
    /// Windows' Big5, with HKSCS in its gaps and for its private characters; nil where the system has neither.
    static let big5 = MultibyteTable(["CP950", "BIG5-HKSCS"])
    /// GB18030's four-byte characters below U+10000, in the order of their codes; made when the first one is met.
    static let gb18030Quads: [UInt32] = {
        guard let converter = Converter("GB18030") else { return [] }
        return (0..<39420).map { (index: Int) -> UInt32 in
            let code = (index / 12600 + 0x81, index / 1260 % 10 + 0x30, index / 10 % 126 + 0x81, index % 10 + 0x30)
            return converter.convert(UInt32(code.0 | code.1 << 8 | code.2 << 16 | code.3 << 24), size: 4)
        }
    }()

    private init?(_ names: [String]) {
        let converters = names.compactMap { Converter($0) }
        guard !converters.isEmpty else { return nil }
        var pairs = [UInt32](repeating: 0, count: 128 << 8)
        for lead in UInt8(0x81)...0xFE {
            for trail in UInt8(0x40)...0xFE where trail != 0x7F {
                var packed: UInt32 = 0
                for converter in converters where packed == 0 || Self.isPrivate(packed) {
                    let other = converter.convert(UInt32(lead) | UInt32(trail) << 8, size: 2)
                    if other != 0 { packed = other }
                }
                pairs[Int(lead & 0x7F) << 8 | Int(trail)] = packed
            }
        }
        self.pairs = pairs
    }

    /// Whether a packed character lies in U+E000...U+F8FF.
    private static func isPrivate(_ packed: UInt32) -> Bool {
        let first = packed & 0xFF
        return first == 0xEE || first == 0xEF && packed >> 8 & 0xFF < 0xA4
    }
}

/// An `iconv` descriptor from one encoding to UTF-8, closed with its last owner.
@safe private final class Converter {
    private let descriptor: iconv_t

    init?(_ name: String) {
        guard let descriptor = unsafe iconv_open("UTF-8", name),
            Int(bitPattern: descriptor) != -1
        else { return nil }
        unsafe self.descriptor = descriptor
    }

    deinit { _ = unsafe iconv_close(descriptor) }

    /// The UTF-8 of one character of so many bytes, first byte lowest in both; 0 where the bytes are none, or more than one
    /// that fits.
    func convert(_ character: UInt32, size: Int) -> UInt32 {
        var input = character.littleEndian
        var packed: UInt32 = 0
        let done = unsafe withUnsafeMutableBytes(of: &input) { source in
            unsafe withUnsafeMutableBytes(of: &packed) { target in
                var from = unsafe source.baseAddress?.assumingMemoryBound(to: CChar.self)
                var fromLeft = size
                var to = unsafe target.baseAddress?.assumingMemoryBound(to: CChar.self)
                var toLeft = target.count
                let result = unsafe iconv(descriptor, &from, &fromLeft, &to, &toLeft)
                // A base letter that may still take a diacritic is held back until asked for; the next begins anew.
                let rest = unsafe iconv(descriptor, nil, nil, &to, &toLeft)
                if result == -1 || rest == -1 { _ = unsafe iconv(descriptor, nil, nil, nil, nil) }
                return result != -1 && rest != -1 && fromLeft == 0
            }
        }
        return done ? UInt32(littleEndian: packed) : 0
    }
}
