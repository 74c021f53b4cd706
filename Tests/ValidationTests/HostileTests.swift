import QuandianValidation
import TestSupport
import Testing

/// XML that is meant to do harm, or is no XML at all: refused with a word of why, and nothing else happens.
@Suite struct HostileTests {
    private func codes(_ document: String, _ limits: Limits = .untrusted) -> Set<Diagnostic.Code> {
        Set(Validator(limits).validate(Array(document.utf8)).map(\.code))
    }

    @Test(arguments: [Limits.untrusted, .ownResults])
    func externalEntity(_ limits: Limits) {
        let document = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>"
        #expect(codes(document, limits) == [.doctype])
    }

    @Test(arguments: ["SYSTEM \"http://127.0.0.1:9/a.dtd\"", "PUBLIC \"-//X//Y\" \"a.dtd\""])
    func externalDTD(_ identifier: String) {
        #expect(codes("<!DOCTYPE a \(identifier)><a/>") == [.doctype])
    }

    @Test(arguments: [Limits.untrusted, .ownResults])
    func billionLaughs(_ limits: Limits) {
        var entities = "<!ENTITY a0 \"ha\">"
        for level in 1...30 {
            entities += "<!ENTITY a\(level) \"" + String(repeating: "&a\(level - 1);", count: 10) + "\">"
        }
        #expect(codes("<!DOCTYPE a [\(entities)]><a>&a30;</a>", limits) == [.doctype])
    }

    @Test(arguments: [Limits.untrusted, .ownResults])
    func billionLaughsOfParameters(_ limits: Limits) {
        var entities = "<!ENTITY % a0 \"ha\">"
        for level in 1...30 {
            entities += "<!ENTITY % a\(level) '" + String(repeating: "&#37;a\(level - 1);", count: 10) + "'>"
        }
        #expect(codes("<!DOCTYPE a [\(entities) %a30;]><a/>", limits) == [.doctype])
    }

    @Test func plainDoctypeIsHarmless() {
        let document = Samples.document("<p>文</p>")
        #expect(Validator().validate(Array("<?a ?><!-- [ --> <!DOCTYPE TEI>\n".utf8) + document) == [])
    }

    /// However the prolog is dressed up, libxml2 never sees what it declares.
    @Test(arguments: [
        "", "<?xml version=\"1.0\"?>", "<!-- <a> -->\n", "<?p ?><!---->", "<?xml version='1.0' encoding='GBK'?>\r\n",
    ])
    func declarationsBehindAProlog(_ prolog: String) {
        let document = prolog + "<!DOCTYPE a\n[<!ENTITY x \"y\">]><a>&x;</a>"
        #expect(codes(document) == [.doctype])
        let dressed = [
            [0xEF, 0xBB, 0xBF] + Array(document.utf8), wide(document, littleEndian: true),
            wide(document, littleEndian: false),
        ]
        for bytes in dressed {
            let found = Validator().validate(bytes).map(\.code)
            #expect(found == [.doctype] || found == [.encoding], "\(found)")
        }
    }

    @Test(arguments: [true, false])
    func sixteenBitUnits(_ littleEndian: Bool) {
        let document =
            "<?xml version=\"1.0\" encoding=\"UTF-16\"?>"
            + String(decoding: Samples.document("<p>文</p>"), as: UTF8.self)
        #expect(Validator().validate(wide(document, littleEndian: littleEndian)) == [])
    }

    private func wide(_ string: String, littleEndian: Bool) -> [UInt8] {
        var bytes: [UInt8] = []
        for unit in [0xFEFF] + Array(string.utf16) {
            let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
            bytes += littleEndian ? pair.reversed() : pair
        }
        return bytes
    }

    @Test(arguments: ["UTF-16", "UTF-7", "EBCDIC-CP-BE", "ISO-2022-CN", "HZ-GB-2312", "no-such-encoding"])
    func wrongEncodingDeclared(_ name: String) {
        let document = Array("<?xml version=\"1.0\" encoding=\"\(name)\"?>".utf8) + Samples.document("<p>文</p>")
        #expect(Validator().validate(document).map(\.code) == [.encoding])
    }

    @Test func bytesThatAreNotUTF8() {
        var document = Samples.document("<p>文</p>")
        let place = document.count / 2
        document.insert(contentsOf: [0xFF, 0xFE], at: place)
        #expect(!Validator().validate(document).isEmpty)
    }

    @Test(arguments: [
        [], [0x20, 0x0A], Array("正文，不是标记。".utf8), Array("{\"a\": 1}".utf8),
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00],
        [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00], [UInt8](repeating: 0, count: 5000), [UInt8](repeating: 0xFF, count: 5000),
        Array("<".utf8), Array("<!--".utf8), Array("<!DOCTYPE".utf8), Array("<?xml".utf8), [0xEF, 0xBB, 0xBF],
        [0xFF, 0xFE],
        [0xFE, 0xFF, 0x00],
    ])
    func noXMLAtAll(_ bytes: [UInt8]) {
        let found = Validator().validate(bytes)
        #expect(found.count == 1 && (found[0].code == .malformed || found[0].code == .encoding), "\(found)")
        #expect(found.first?.message.isEmpty == false)
    }

    @Test func truncatedAnywhere() {
        let document = Samples.document("<p source=\"line:1\"><s>文<date when=\"2020\">年</date></s></p>")
        for length in stride(from: 0, to: document.count - 1, by: 7) {
            #expect(!Validator().validate(Array(document[..<length])).isEmpty, "cut at \(length)")
        }
    }

    @Test(arguments: ["\u{0}", "\u{1}", "\u{C}", "\u{FFFE}"])
    func charactersThatXMLCannotHold(_ character: String) {
        #expect(!codes(String(decoding: Samples.document("<p>文\(character)</p>"), as: UTF8.self)).isEmpty)
        #expect(!codes(String(decoding: Samples.document("<p n=\"\(character)\">文</p>"), as: UTF8.self)).isEmpty)
    }

    @Test func undefinedEntity() {
        #expect(codes(String(decoding: Samples.document("<p>&nbsp;</p>"), as: UTF8.self)) == [.malformed])
    }

    @Test func textAfterTheEnd() {
        #expect(codes(String(decoding: Samples.document("<p/>"), as: UTF8.self) + "文") == [.malformed])
    }

    @Test func findingsAreLimited() {
        let found = Validator().validate(Samples.document(String(repeating: "<b/>\n", count: 100_000)))
        #expect((1...400).contains(found.count))
    }

    /// Bugs: what libxml2 tells at the end of an element may name a child that has been freed, which it looks at itself too.
    @Test(arguments: ["freed-node", "incomplete-parent"])
    func anErrorAboutANodeThatIsGone(_ name: String) throws {
        let document = try Place.bytes(Place.package + "/Tests/ValidationTests/Documents/hostile/\(name).xml")
        for _ in 0..<20 { #expect(!Validator().validate(document).isEmpty) }
    }

    /// The same wherever an element ends too early, with enough elements gone before it that their memory was given back.
    @Test(arguments: [1, 99, 100, 101, 5000])
    func elementsThatLackSomethingAfterMany(_ count: Int) {
        let before = String(repeating: "<p>文<date when=\"2020\">年</date></p>", count: count)
        for ending in [
            "<list></list>", "<table><row/></table>", "<sp><speaker>甲</speaker></sp>", "<div><head>题</head></div>",
        ] {
            let found = Validator().validate(Samples.document(before + ending + "<p/>"))
            #expect(!found.isEmpty, "\(ending)")
        }
    }
}
