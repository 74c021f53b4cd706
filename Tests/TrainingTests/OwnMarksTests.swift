import Testing

@testable import QuandianTrain

@Suite("What the program itself has marked")
struct OwnMarksTests {
    private func text(_ string: String, _ spans: [(Range<Int>, String)]) -> AnnotatedText {
        AnnotatedText(
            scalars: string.unicodeScalars.map(\.value), spans: spans.map { Annotation(range: $0.0, label: $0.1) })
    }

    private func shown(_ text: AnnotatedText) -> String {
        let string = String(String.UnicodeScalarView(text.scalars.compactMap { Unicode.Scalar($0) }))
        return string + text.spans.map { " \($0.label) \($0.range.lowerBound)-\($0.range.upperBound)" }.joined()
    }

    @Test(
        "Sentences are those of the teacher: lines without their margins, cut behind the marks that end and close",
        arguments: [
            ("甲。乙！丙？丁", ["甲。", "乙！", "丙？", "丁"]), ("　甲说：“乙。”丙\n\n 丁 \n", ["甲说：“乙。”", "丙", "丁"]),
            ("。。甲", ["。", "。", "甲"]),
        ])
    func parts(_ string: String, _ expected: [String]) {
        let scalars = string.unicodeScalars.map(\.value)
        let found = OwnMarks.parts(of: scalars).map { range in
            String(String.UnicodeScalarView(scalars[range].compactMap { Unicode.Scalar($0) }))
        }
        #expect(found == expected)
    }

    @Test("A sentence that the teacher has read is learned once, with marks in it; what leaves it is open")
    func marks() {
        let own = text("甲乙到了。丙丁走了。甲乙到了。戊己庚\n辛壬", [(0..<2, "PER"), (5..<7, "PER"), (10..<12, "PER"), (16..<19, "ORG")])
        let teacher = [text("甲乙到了。", []), text("戊己庚", []), text("没有的。", [])]
        #expect(
            OwnMarks.sentences(of: [own], readBy: teacher).map(shown) == ["甲乙到了。 PER 0-2", "戊己庚 OPEN 1-3"])
    }

    @Test("A person whom only the teacher sees is one")
    func missed() {
        let own = text("甲乙和丙丁到了。", [(0..<2, "PER")])
        let teacher = [text("甲乙和丙丁到了。", [(0..<2, "PER"), (3..<5, "PER"), (5..<6, "LOC")])]
        #expect(OwnMarks.sentences(of: [own], readBy: teacher).map(shown) == ["甲乙和丙丁到了。 PER 0-2 PER 3-5"])
    }
}
