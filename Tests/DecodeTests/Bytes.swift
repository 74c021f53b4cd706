import QuandianFilters
import QuandianText

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A string in another encoding, by `iconv`; nil where the encoding lacks one of its characters.
func encoded(_ string: String, _ name: String) -> [UInt8]? {
    let descriptor = unsafe iconv_open(name, "UTF-8")
    guard Int(bitPattern: descriptor) != -1 else { return nil }
    defer { _ = unsafe iconv_close(descriptor) }
    var input = Array(string.utf8)
    var output = [UInt8](repeating: 0, count: input.count * 4 + 16)
    let (result, left) = unsafe input.withUnsafeMutableBytes { source in
        unsafe output.withUnsafeMutableBytes { target in
            var from = unsafe source.baseAddress?.assumingMemoryBound(to: CChar.self)
            var fromLeft = source.count
            var to = unsafe target.baseAddress?.assumingMemoryBound(to: CChar.self)
            var toLeft = target.count
            let result = unsafe iconv(descriptor, &from, &fromLeft, &to, &toLeft)
            let rest = unsafe iconv(descriptor, nil, nil, &to, &toLeft)
            return (result == -1 ? result : rest, toLeft)
        }
    }
    return result == -1 ? nil : Array(output.dropLast(left))
}

/// A string in HZ, with a shift around each run of Chinese characters.
func encodedInHZ(_ string: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    var shifted = false
    for scalar in string.unicodeScalars {
        if scalar.isASCII != !shifted {
            bytes += shifted ? Array("~}".utf8) : Array("~{".utf8)
            shifted.toggle()
        }
        if scalar == "~" {
            bytes += Array("~~".utf8)
        } else {
            guard let pair = encoded(String(scalar), scalar.isASCII ? "UTF-8" : "GB2312") else { return nil }
            bytes += pair.map { $0 & 0x7F }
        }
    }
    return shifted ? bytes + Array("~}".utf8) : bytes
}

/// The `iconv` name by which an encoding's test bytes are made.
func bytes(of string: String, in encoding: SourceEncoding) -> [UInt8]? {
    switch encoding {
    case .utf8: Array(string.utf8)
    case .hz: encodedInHZ(string)
    default: encoded(string, encoding.rawValue)
    }
}

extension DecodedText {
    var string: String { String(decoding: text.bytes, as: UTF8.self) }
    var codes: [String] { findings.map(\.code) }
}

/// A generator that gives the same numbers every time (SplitMix64, Steele et al. 2014).
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
