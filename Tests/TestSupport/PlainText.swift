/// The characters of `<text>` in a TEI document, tags dropped, instructions for characters turned back into them.
///
/// A reader of its own, small enough to be checked by eye: a test of the writer shall not rest on the writer.
public func textContent(ofTEI xml: [UInt8]) -> String {
    let string = String(decoding: xml, as: UTF8.self)
    guard let open = string.firstRange(of: "<text>"), let close = string.ranges(of: "</text>").last else { return "" }
    var result = String.UnicodeScalarView()
    var rest = string[open.upperBound..<close.lowerBound].unicodeScalars
    while let first = rest.popFirst() {
        switch first {
        case "<":
            let tag = String(String.UnicodeScalarView(rest.prefix { $0 != ">" }))
            rest = rest.dropFirst(tag.unicodeScalars.count + 1)
            if tag.hasPrefix("?char U+"), let value = UInt32(tag.dropFirst(8).dropLast(), radix: 16),
                let scalar = Unicode.Scalar(value)
            {
                result.append(scalar)
            }
        case "&":
            let name = String(String.UnicodeScalarView(rest.prefix { $0 != ";" }))
            rest = rest.dropFirst(name.unicodeScalars.count + 1)
            result.append(["amp": "&", "lt": "<", "gt": ">", "#13": "\r"][name] ?? "\u{FFFD}")
        default: result.append(first)
        }
    }
    return String(result)
}

/// Numbers that look random and are the same in every run (SplitMix64).
public struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    public init(seed: UInt64) { state = seed }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
