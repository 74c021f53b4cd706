import QuandianFilters
import QuandianText
import Testing

@Suite("Decoding")
struct DecodingTests {
    static let simplified = "市图书馆周一闭馆，周二至周日9时开放。\n请读者提前预约！\n"
    static let traditional = "市立圖書館週一休館，週二至週日9時開放。\n請讀者提前預約！\n"

    @Test(arguments: SourceEncoding.allCases)
    func `text in each encoding is read when the encoding is named`(_ encoding: SourceEncoding) throws {
        let text = encoding == .big5 ? Self.traditional : Self.simplified
        let source = try #require(bytes(of: text, in: encoding))
        let decoded = try Decoder(encoding: encoding).decode(source)
        #expect(decoded.string == text)
        #expect(decoded.encoding == encoding)
        #expect(decoded.discovery == .named)
        #expect(decoded.replacedBytes == 0)
        #expect(decoded.findings.isEmpty)
    }

    @Test(arguments: SourceEncoding.allCases)
    func `the encoding is found when it is not named`(_ encoding: SourceEncoding) throws {
        let text = encoding == .big5 ? Self.traditional : Self.simplified
        let decoded = try Decoder().decode(try #require(bytes(of: text, in: encoding)))
        #expect(decoded.encoding == encoding)
        #expect(decoded.string == text)
        #expect(decoded.discovery == (encoding == .utf8 ? .validUTF8 : .detected))
        #expect(decoded.certainty > 0.9)
        #expect(decoded.findings.isEmpty)
    }

    @Test(
        arguments: [
            (SourceEncoding.utf8, [0xEF, 0xBB, 0xBF]), (.utf16le, [0xFF, 0xFE]), (.utf16be, [0xFE, 0xFF]),
            (.gb18030, [0x84, 0x31, 0x95, 0x33]),
        ] as [(SourceEncoding, [UInt8])])
    func `a byte order mark says the encoding and is no part of the text`(
        _ encoding: SourceEncoding, _ mark: [UInt8]
    ) throws {
        let source = try #require(bytes(of: Self.simplified, in: encoding))
        for decoder in [Decoder(), Decoder(encoding: encoding)] {
            let decoded = try decoder.decode(mark + source)
            #expect(decoded.string == Self.simplified)
            #expect(decoded.encoding == encoding)
            #expect(decoded.hasByteOrderMark)
            #expect(decoded.text.sourceOffset(of: 0) == mark.count)
            #expect(decoded.text.sourceOffset(of: decoded.text.bytes.count) == mark.count + source.count)
        }
        #expect(try Decoder().decode(mark).codes == ["decoding.empty"])
    }

    @Test func `the byte order mark decides where UTF-16 was named with the other order`() throws {
        let source = [0xFE, 0xFF] + (try #require(encoded(Self.simplified, "UTF-16BE")))
        #expect(try Decoder(encoding: .utf16le).decode(source).string == Self.simplified)
    }

    @Test func `traditional text is found in GB18030 and simplified text with rare characters too`() throws {
        for text in [Self.traditional, "㐀㐁龘是少见的字。\n", "他姓𠮷田，住在ä街。\n"] {
            let decoded = try Decoder().decode(try #require(encoded(text, "GB18030")))
            #expect(decoded.encoding == .gb18030)
            #expect(decoded.string == text)
        }
    }

    @Test func `Windows Big5 and Hong Kong characters are both read`() throws {
        // ～ and ‧ as Windows has them; 嘅 and 啲 from HKSCS.
        let decoded = try Decoder(encoding: .big5).decode([0xA1, 0xE3, 0xA1, 0x45, 0xA4, 0xA4, 0x9D, 0xE7])
        #expect(decoded.string.hasPrefix("～‧中"))
        #expect(decoded.replacedBytes == 0)
        // One code, two characters.
        let pair = try Decoder(encoding: .big5).decode([0x88, 0x62, 0x41])
        #expect(pair.string.unicodeScalars.map(\.value) == [0xCA, 0x304, 0x41])
        #expect((0...5).filter { [0, 2, 4, 5].contains($0) }.map { pair.text.sourceOffset(of: $0) } == [0, 0, 2, 3])
    }

    @Test func `the euro sign of Windows' GBK is read`() throws {
        #expect(try Decoder(encoding: .gb18030).decode([0x80, 0x35]).string == "€5")
    }

    @Test func `an escaped tilde and a joined line are read in HZ`() throws {
        let decoded = try Decoder().decode(Array("~{<:Ky2;S{~}a~~b~\nc~{VPNDVPNDVPND~}.\n".utf8))
        #expect(decoded.encoding == .hz)
        #expect(decoded.string == "己所不欲a~bc中文中文中文.\n")
        #expect(decoded.findings.isEmpty)
    }

    @Test(arguments: ["see ~{not closed", "a ~{} shell", "x ~} y ~{zz"])
    func `ASCII that only looks like HZ stays as it is`(_ text: String) throws {
        let decoded = try Decoder().decode(Array(text.utf8))
        #expect(decoded.encoding == .utf8)
        #expect(decoded.string == text)
    }

    @Test(arguments: ["this app can break", "ab", "Bush hid the facts"])
    func `English is never taken for UTF-16`(_ text: String) throws {
        #expect(try Decoder().decode(Array(text.utf8)).encoding == .utf8)
        let wide = try #require(encoded(text, "UTF-16LE"))
        #expect(try Decoder().decode(wide).encoding == .utf16le)
        #expect(try Decoder().decode(wide).string == text)
    }

    @Test(
        arguments: [
            ("gbk", .gb18030), ("GB2312", .gb18030), ("cp936", .gb18030), ("Windows-936", .gb18030), ("utf-8", .utf8),
            ("UTF_16LE", .utf16le), ("utf-16", .utf16le), ("utf-16be", .utf16be), ("Big5-HKSCS", .big5),
            ("cp950", .big5),
            ("hz-gb-2312", .hz), ("GB18030", .gb18030),
        ] as [(String, SourceEncoding)])
    func `an encoding has the names that people use`(_ name: String, _ encoding: SourceEncoding) throws {
        #expect(try SourceEncoding(name: name) == encoding)
    }

    @Test func `an unknown name is refused with the names that are known`() {
        let error = #expect(throws: DecodingError.self) { try SourceEncoding(name: "klingon") }
        #expect(error?.code == .unknownEncoding)
        #expect(error?.message.contains("GB18030") == true)
    }
}

@Suite("Damaged files")
struct DamageTests {
    static let cases: [(SourceEncoding, [UInt8], String, [Int], Int)] = [
        // A continuation alone, a cut character, an overlong one, a surrogate, beyond U+10FFFF, a cut at the end.
        (.utf8, [0x41, 0x80, 0x42], "A\u{FFFD}B", [1], 1),
        (.utf8, [0xE4, 0xB8, 0x42], "\u{FFFD}B", [0], 2),
        (.utf8, [0xC0, 0xAF], "\u{FFFD}\u{FFFD}", [0, 1], 2),
        (.utf8, [0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}", [0, 1, 2], 3),
        (.utf8, [0xF4, 0x90, 0x41], "\u{FFFD}\u{FFFD}A", [0, 1], 2),
        (.utf8, [0x41, 0xF0, 0x9F, 0x98], "A\u{FFFD}", [1], 3),
        // A high surrogate alone, a low one alone, an odd byte.
        (.utf16le, [0x00, 0xD8, 0x41, 0x00], "\u{FFFD}A", [0], 2),
        (.utf16be, [0xDC, 0x00, 0x00, 0x41], "\u{FFFD}A", [0], 2),
        (.utf16le, [0x41, 0x00, 0xD8], "A\u{FFFD}", [2], 1),
        (.utf16be, [0x00, 0x41, 0xD8, 0x00], "A\u{FFFD}", [2], 2),
        (.gb18030, [0xD6, 0xD0, 0xFF, 0x41], "中\u{FFFD}A", [2], 1),
        (.gb18030, [0xD6, 0x0A, 0xD6, 0xD0], "\u{FFFD}\n中", [0], 1),
        (.gb18030, [0xD6, 0xD0, 0xD6], "中\u{FFFD}", [2], 1),
        (.gb18030, [0x81, 0x30, 0x41], "\u{FFFD}0A", [0], 1),
        (.gb18030, [0xE3, 0x32, 0x9A, 0x36, 0x41], "\u{FFFD}A", [0], 4),
        (.big5, [0xA4, 0xA4, 0xA4, 0x20], "中\u{FFFD} ", [2], 1),
        (.big5, [0x81, 0x40, 0x41], "\u{FFFD}A", [0], 2),
        (.hz, Array("~{VP".utf8) + [0x80] + Array("~}x~?".utf8), "中\u{FFFD}x\u{FFFD}?", [4, 8], 2),
    ]

    @Test(arguments: cases)
    func `bytes that are no text are replaced, counted and reported`(
        _ encoding: SourceEncoding, _ source: [UInt8], _ text: String, _ places: [Int], _ replaced: Int
    ) throws {
        let decoded = try Decoder(encoding: encoding).decode(source)
        #expect(decoded.string == text)
        #expect(decoded.replacedBytes == replaced)
        let found = decoded.findings.filter { $0.code == "decoding.invalid-bytes" }
        #expect(found.map(\.sourceOffset) == places)
        #expect(found.allSatisfy { $0.severity == .warning && $0.line == 1 })

        let error = #expect(throws: DecodingError.self) {
            try Decoder(encoding: encoding, invalid: .refuse).decode(source)
        }
        #expect(error?.code == .invalidBytes)
        #expect(error?.sourceOffset == places.first)
        #expect(error?.line == 1)
    }

    @Test func `the line of a bad byte is told`() throws {
        let source = Array("一\r\n二\n三".utf8) + [0xFF] + Array("四\n".utf8)
        #expect(try Decoder().decode(source).findings.map(\.line) == [3])
        #expect(try Decoder().decode(source).encoding == .utf8)
    }

    @Test func `after twenty places the rest is summed up`() throws {
        let source = Array("多".utf8) + [UInt8](repeating: 0xFF, count: 50)
        let findings = try Decoder(encoding: .utf8).decode(source).findings
        #expect(findings.count == 21)
        #expect(findings.last?.message.contains("30 more places; 50 bytes") == true)
        #expect(findings.last?.sourceOffset == nil)
    }

    @Test func `a file of two encodings keeps what the better one can read`() throws {
        let first = "今天的会议由主任主持，讨论了明年的工作。\n"
        let second = try #require(encoded("另一半是别的编码。\n", "GB18030"))
        let decoded = try Decoder().decode(Array((first + first).utf8) + second)
        #expect(decoded.encoding == .utf8)
        #expect(decoded.string.hasPrefix(first + first))
        #expect(decoded.replacedBytes > 0)
    }
}

@Suite("Odd but sound files")
struct OddFileTests {
    @Test func `an empty file is an empty text`() throws {
        let decoded = try Decoder().decode([])
        #expect(decoded.text.bytes.isEmpty)
        #expect(decoded.text.lines.isEmpty)
        #expect(decoded.codes == ["decoding.empty"])
    }

    @Test(arguments: [" ", "\n\n", "\u{3000}\r\n\t", "\u{2028}\u{A0}"])
    func `a file of white space says so`(_ text: String) throws {
        let decoded = try Decoder().decode(Array(text.utf8))
        #expect(decoded.string == text)
        #expect(decoded.codes == ["decoding.blank"])
    }

    @Test(arguments: [
        ("前\0后", 3, "U+0000"), ("前\u{0C}后", 3, "U+000C"), ("前\u{7F}后", 3, "U+007F"), ("前\u{86}后", 3, "U+0086"),
        ("前\u{FFFE}后", 3, "U+FFFE"), ("一二三四五六七八九十\u{1B}", 30, "U+001B"),
    ])
    func `control characters stay and are told once`(_ text: String, _ place: Int, _ name: String) throws {
        let decoded = try Decoder().decode(Array(text.utf8))
        #expect(decoded.string == text)
        #expect(decoded.encoding == .utf8)
        #expect(decoded.codes == ["decoding.control-characters"])
        let finding = try #require(decoded.findings.first)
        #expect(finding.severity == .note)
        #expect(finding.sourceOffset == place)
        #expect(finding.message.contains(name))
    }

    @Test func `line ends of every kind stay as they are`() throws {
        let text = "一\r\n二\r三\n四\u{85}五\u{2028}六\u{2029}七"
        let decoded = try Decoder().decode(Array(text.utf8))
        #expect(decoded.string.unicodeScalars.elementsEqual(text.unicodeScalars))
        #expect(decoded.text.lines.count == 7)
        #expect(decoded.findings.isEmpty)
    }

    @Test func `a very long line is read`() throws {
        let piece = "这一行很长没有换行，"
        let text = String(repeating: piece, count: 20_000)
        for encoding in [SourceEncoding.utf8, .gb18030, .utf16le] {
            let decoded = try Decoder().decode(try #require(bytes(of: text, in: encoding)))
            #expect(decoded.encoding == encoding)
            #expect(decoded.text.lines.count == 1)
            #expect(decoded.text.bytes.elementsEqual(text.utf8))
        }
    }
}

@Suite("Binary files")
struct BinaryFileTests {
    @Test(
        arguments: [
            ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "PNG"), ([0xFF, 0xD8, 0xFF, 0xE0, 0x00], "JPEG"),
            ([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00], "docx"), (Array("%PDF-1.7\n".utf8), "PDF"),
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "doc"), ([0x1F, 0x8B, 0x08, 0x00], "gzip"),
            ([UInt8](repeating: 0, count: 300), "control"), ((0..<2000).map { UInt8($0 * $0 % 251 & 0xFF) }, "no text"),
            ([0xFF, 0xFE, 0x00, 0x00, 0x41, 0x00, 0x00, 0x00], "UTF-32"),
        ] as [([UInt8], String)])
    func `a file that holds no text is refused and named`(_ source: [UInt8], _ word: String) {
        let error = #expect(throws: DecodingError.self) { try Decoder().decode(source) }
        #expect(error?.message.contains(word) == true)
    }

    @Test func `random bytes are never taken for text`() {
        var random = SplitMix(state: 11)
        for _ in 0..<40 {
            let source = (0..<4096).map { _ in UInt8.random(in: 0...255, using: &random) }
            let error = #expect(throws: DecodingError.self) { try Decoder().decode(source) }
            #expect(error?.code == .binary)
        }
    }
}
