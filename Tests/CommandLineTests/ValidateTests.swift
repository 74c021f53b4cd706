import TestSupport
import Testing

@Suite("quandian validate, explain and schema")
struct ValidateTests {
    private static let notice = Array("关于防汛的通知\n\n2020年7月1日，副市长李明主持会议。\n".utf8)

    @Test func aResultIsValidAndABrokenOneIsNotWithItsLine() throws {
        let scratch = try Scratch()
        let xml = try Program.run(["-"], input: Self.notice).text
        try scratch.write("good.xml", xml)
        try scratch.write("bad.xml", xml.replacing("<p ", with: "<para ").replacing("</p>", with: "</para>"))
        let good = try Program.run(["validate", "good.xml"], in: scratch)
        #expect(good.status == 0)
        #expect(good.text.isEmpty)
        let bad = try Program.run(["validate", "."], in: scratch)
        #expect(bad.status == 1)
        #expect(bad.text.contains("bad.xml:"))
        #expect(bad.text.contains("para"))
        #expect(!bad.text.contains("good.xml:"))
    }

    @Test func findingsComeAsJSONLinesOnRequest() throws {
        let scratch = try Scratch()
        try scratch.write("a.xml", "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"/>")
        let run = try Program.run(["validate", "a.xml", "--format", "json"], in: scratch)
        #expect(run.status == 1)
        #expect(run.text.hasPrefix("{\"file\":\"a.xml\",\"line\":1,"))
    }

    @Test func theSchemaThatIsPrintedCanBeHandedBack() throws {
        let scratch = try Scratch()
        try scratch.write("s.rng", try Program.run(["schema"]).output)
        try scratch.write("a.xml", try Program.run(["-"], input: Self.notice).output)
        #expect(try Program.run(["validate", "--schema", "s.rng", "a.xml"], in: scratch).status == 0)
    }

    @Test func aSchemaThatIsNoneIs2() throws {
        let scratch = try Scratch()
        try scratch.write("s.rng", "no schema")
        try scratch.write("a.xml", "<a/>")
        #expect(try Program.run(["validate", "--schema", "s.rng", "a.xml"], in: scratch).status == 2)
    }

    @Test func explainShowsLinesAndMarksWithRuleAndCertainty() throws {
        let run = try Program.run(["explain", "-"], input: Self.notice)
        #expect(run.status == 0)
        #expect(run.text.contains("1  title"))
        #expect(run.text.contains("person 李明"))
        #expect(run.text.contains("date 2020年7月1日 = 2020-07-01"))
        #expect(run.text.contains(" %"))
    }
}
