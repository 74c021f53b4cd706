import QuandianFilters
import QuandianText
import Testing

@Suite("The way back to the source")
struct SourceMapTests {
    /// Characters that the encodings treat differently: one, two and four bytes, shifted or not, two for one code.
    static let pool: [String] = [
        "a", "~", "\n", "\r\n", " ", "中", "国", "，", "·", "α", "é", "ä", "€", "㐀", "ཨ", "𠮷", "😀", "\u{FFFD}", "丂",
    ]

    @Test(arguments: SourceEncoding.allCases)
    func `every character maps back to the byte where it begins`(_ encoding: SourceEncoding) throws {
        // Most of the pool exists in most encodings; what does not is left out.
        let pool = Self.pool.compactMap { piece in bytes(of: piece, in: encoding).map { (piece, $0) } }
            .filter { encoding != .hz || $0.0.unicodeScalars.count == 1 }
        #expect(pool.count >= 7)
        var random = SplitMix(state: 3)
        for round in 0..<60 {
            var source: [UInt8] = []
            var text: [UInt8] = []
            var places: [(text: Int, source: Int)] = []
            var shifted = false
            for _ in 0..<(round < 40 ? 30 : 2000) {
                let (piece, _) = pool[Int.random(in: 0..<pool.count, using: &random)]
                for scalar in piece.unicodeScalars {
                    var own = try #require(bytes(of: String(scalar), in: encoding))
                    if encoding == .hz, scalar != "\n" {
                        if scalar.isASCII != !shifted {
                            source += Array((shifted ? "~}" : "~{").utf8)
                            shifted.toggle()
                        }
                        if !scalar.isASCII { own = Array(own[2..<4]) }
                    } else if encoding == .hz {
                        shifted = false
                    }
                    places.append((text.count, source.count))
                    source += own
                    text += Array(String(scalar).utf8)
                }
            }
            let decoded = try Decoder(encoding: encoding).decode(source)
            #expect(decoded.text.bytes == text)
            for place in places where decoded.text.sourceOffset(of: place.text) != place.source {
                Issue.record("\(encoding): text \(place.text) should be source \(place.source)")
                break
            }
            #expect(decoded.text.sourceOffset(of: text.count) == source.count)
        }
    }

    @Test(arguments: SourceEncoding.allCases)
    func `any bytes give a text and a way back that never steps backwards`(_ encoding: SourceEncoding) throws {
        var random = SplitMix(state: 5)
        for _ in 0..<100 {
            // Bytes that are often text, so that sound and unsound ones mix.
            let source = (0..<Int.random(in: 0...400, using: &random)).map { _ -> UInt8 in
                switch Int.random(in: 0..<6, using: &random) {
                case 0: UInt8.random(in: 0x20...0x7E, using: &random)
                case 1: UInt8.random(in: 0x30...0x39, using: &random)
                case 2: [0x0A, 0x7E, 0x7B, 0x7D, 0xD8, 0xDC].randomElement(using: &random) ?? 0x0A
                default: UInt8.random(in: 0x80...0xFF, using: &random)
                }
            }
            guard let decoded = try? Decoder(encoding: encoding).decode(source) else { continue }
            let text = decoded.text
            #expect(String(validating: text.bytes, as: UTF8.self) != nil)
            var last = -1
            var at = 0
            while at < text.bytes.count {
                let source = text.sourceOffset(of: at)
                #expect(source >= last)
                last = source
                at += UTF8Scalar.decode(text.bytes, at).size
            }
            #expect(text.sourceOffset(of: at) == source.count)
            #expect(text.source.anchors.count <= source.count + 2)
            // What a finding points to is the byte that U+FFFD came from.
            let gaps = decoded.findings.filter { $0.code == "decoding.invalid-bytes" }.compactMap(\.sourceOffset)
            var replaced: [Int] = []
            at = 0
            while at < text.bytes.count {
                let (scalar, size) = UTF8Scalar.decode(text.bytes, at)
                if scalar == 0xFFFD { replaced.append(text.sourceOffset(of: at)) }
                at += size
            }
            #expect(Set(gaps).isSubset(of: replaced))
        }
    }
}
