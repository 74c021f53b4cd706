import Foundation

/// The characters of a result: what stands in `<text>`, tags dropped, references and `<?char?>` instructions resolved.
public func content(of xml: [UInt8]) -> [UInt8] {
    let all = String(decoding: xml, as: UTF8.self)
    // The header may name `text` only behind a bracket that is escaped.
    guard let start = all.range(of: "<text>"), let end = all.range(of: "</text>", options: .backwards) else { return [] }
    var result: [UInt8] = []
    var rest = all[start.upperBound..<end.lowerBound].utf8[...]
    while let byte = rest.first {
        if byte == UInt8(ascii: "<") {
            let close = rest.firstIndex(of: UInt8(ascii: ">")) ?? rest.endIndex
            let tag = rest[..<close]
            if tag.starts(with: "<?char U+".utf8),
                let value = UInt32(String(decoding: tag.dropFirst(9).prefix { $0 != UInt8(ascii: "?") }, as: UTF8.self), radix: 16),
                let scalar = Unicode.Scalar(value)
            {
                result += Array(String(Character(scalar)).utf8)
            }
            rest = close < rest.endIndex ? rest[rest.index(after: close)...] : rest[close...]
        } else if byte == UInt8(ascii: "&") {
            let close = rest.firstIndex(of: UInt8(ascii: ";")) ?? rest.endIndex
            switch String(decoding: rest[..<close], as: UTF8.self) {
            case "&lt": result.append(UInt8(ascii: "<"))
            case "&gt": result.append(UInt8(ascii: ">"))
            case "&amp": result.append(UInt8(ascii: "&"))
            case "&#13": result.append(0x0D)
            default: preconditionFailure("an unknown reference")
            }
            rest = close < rest.endIndex ? rest[rest.index(after: close)...] : rest[close...]
        } else {
            result.append(byte)
            rest = rest.dropFirst()
        }
    }
    return result
}
