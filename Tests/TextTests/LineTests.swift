import QuandianText
import TestSupport
import Testing

@Suite("Lines and scalars")
struct LineTests {
    @Test(
        arguments: [
            ("", []), ("一", ["一"]), ("一\n", ["一"]), ("一\n二", ["一", "二"]), ("\n\n", ["", ""]),
            ("一\r二\r\n三\n\r四", ["一", "二", "三", "", "四"]), ("一\u{85}二", ["一", "二"]),
            ("一\u{2028}二\u{2029}三", ["一", "二", "三"]), ("\r", [""]), ("a\u{B}b\u{C}c", ["a\u{B}b\u{C}c"]),
            ("‧。é", ["‧。é"]),
        ] as [(String, [String])])
    func `a text is cut at every line end`(_ string: String, _ contents: [String]) {
        let text = Text(string)
        #expect(text.lines.map { text[$0.content] } == contents)
        // Together the lines cover the text.
        var at = 0
        for line in text.lines {
            #expect(line.content.lowerBound == at)
            #expect(line.end >= line.content.upperBound)
            at = line.end
        }
        #expect(at == text.bytes.count)
    }

    @Test(arguments: [[0xE2], [0xE2, 0x80], [0xC2]] as [[UInt8]])
    func `a cut character at the end breaks nothing`(_ bytes: [UInt8]) {
        #expect(Text(bytes: bytes).lines.count == 1)
    }

    @Test func `an offset finds its line`() {
        let text = Text("甲乙\r\n\n丙")
        #expect([0, 3, 6, 7].map(text.lineIndex) == [0, 0, 0, 0])
        #expect(text.lineIndex(at: 8) == 1)
        #expect(text.lineIndex(at: 9) == 2)
        #expect(text.lineIndex(at: 12) == 2)
        #expect(Text("甲\n").lineIndex(at: 4) == 0)
        #expect(Text("").lineIndex(at: 0) == 0)
    }

    @Test func `scalars know where they begin`() {
        let text = Text("aé中😀b")
        let all = text.scalars(in: 0..<text.bytes.count)
        #expect(all.values == [0x61, 0xE9, 0x4E2D, 0x1F600, 0x62])
        #expect(all.offsets == [0, 1, 3, 6, 10, 11])
        #expect(all.range(2..<4) == 3..<10)
        let none = text.scalars(in: 3..<3)
        #expect(none.count == 0)
        #expect(none.range(0..<0) == 3..<3)
    }
}
