import Quandian
import QuandianFilters

/// Bytes in any encoding, the first byte choosing it: decoding ends, what it gives is UTF-8 and says where it comes from.
@_cdecl("LLVMFuzzerTestOneInput")
public func decode(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let encodings: [SourceEncoding?] = [nil] + SourceEncoding.allCases
    let encoding = bytes.first.map { encodings[Int($0) % encodings.count] } ?? nil
    let source = Array(bytes.dropFirst())
    for invalid in [InvalidBytes.replace, .refuse] {
        guard let decoded = try? Decoder(encoding: encoding, invalid: invalid).decode(source) else { continue }
        let text = decoded.text.bytes
        precondition(Array(String(decoding: text, as: UTF8.self).utf8) == text, "the text is not UTF-8")
        precondition(invalid == .replace || decoded.replacedBytes == 0, "bytes were replaced that should be refused")
        var last = 0
        for offset in stride(from: 0, through: text.count, by: max(1, text.count / 64)) {
            // Offsets are where characters begin.
            if offset < text.count, text[offset] & 0xC0 == 0x80 { continue }
            let place = decoded.text.sourceOffset(of: offset)
            precondition((last...source.count).contains(place), "the map to the source runs backwards or beyond it")
            last = place
        }
        if encoding == .utf8, decoded.replacedBytes == 0, !decoded.hasByteOrderMark {
            precondition(text == source, "UTF-8 was changed")
        }
    }
    return 0
}
