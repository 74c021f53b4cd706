import QuandianBatch
import TestSupport
import Testing

@Suite("JSON, read strictly and written")
struct JSONTests {
    private func written(_ value: JSON) -> String {
        var json = JSONText()
        json.object { $0.member("value", value) }
        return String(decoding: json.bytes, as: UTF8.self)
    }

    @Test(arguments: [
        ("\"防汛\\n\\\"\\\\\\u9632\\ud83d\\ude00\"", "\"防汛\\n\\\"\\\\防😀\""), ("-1.5e3", "-1.5e3"),
        ("[1, true,null]", "[1,true,null]"),
        (" {\"a\" : {\"b\":[]}} ", "{\"a\":{\"b\":[]}}"), ("\"\\u0000\"", "\"\\u0000\""),
    ])
    func whatIsReadIsWrittenAgain(_ source: String, _ result: String) throws {
        #expect(written(try JSON(Array(source.utf8))) == "{\"value\":\(result)}")
    }

    @Test(arguments: [
        "", "{", "[1,]", "{\"a\":1,}", "{\"a\" 1}", "01", "1.", "nul", "\"\\x\"", "\"\\ud800\"", "\"\\udc00x\"", "\"a",
        "\"\n\"",
        "1 2", "{\"a\":1,\"a\":2}", "{a:1}", "'a'", "+1", ".5", "NaN", "\u{FEFF}1",
    ])
    func whatIsNoJSONIsRefused(_ source: String) {
        #expect(throws: JSONError.self) { try JSON(Array(source.utf8)) }
    }

    @Test func bytesThatAreNoUTF8AreRefused() {
        #expect(throws: JSONError.self) { try JSON([0x22, 0xFF, 0x22]) }
    }

    @Test func deepNestingIsRefusedWithoutACrash() {
        #expect(throws: JSONError.self) { try JSON([UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)) }
    }

    @Test func numbersAreRoundedToTheirPlaces() {
        #expect(Decimal.text(0.0449, places: 2) == "0.04")
        #expect(Decimal.text(-1.996, places: 2) == "-2.00")
        #expect(Decimal.text(12, places: 0) == "12")
    }

    @Test("Bytes that are random never crash the reader, and what it accepts it writes so that it reads it again")
    func randomBytes() throws {
        var random = SeededGenerator(seed: 7)
        let parts: [String] = [
            "{", "}", "[", "]", ",", ":", "\"", "\\", "u12", "a", "防", "1", "-", "e", ".", " ", "true", "null",
        ]
        for _ in 0..<20_000 {
            let source = (0..<Int.random(in: 0..<12, using: &random)).map { _ in
                parts.randomElement(using: &random) ?? ""
            }
            guard let value = try? JSON(Array(source.joined().utf8)) else { continue }
            let text = written(value)
            #expect(written(try JSON(Array(text.utf8))["value"] ?? .null) == text)
        }
    }
}
