import QuandianBatch
import TestSupport
import Testing

@Suite("The report of a batch")
struct ReportTests {
    private func batch() throws -> (Scratch, Program.Result) {
        let scratch = try Scratch()
        try scratch.write("in/a.txt", "关于防汛的通知\n\n2020年7月1日，副市长李明主持会议。李明说，2月30日再议。\n")
        try scratch.write("in/b.txt", [0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 0, count: 600))
        let run = try Program.run(["in", "--output", "out", "--report", "r.jsonl"], in: scratch)
        return (scratch, run)
    }

    @Test func aLineForEachDocumentAndOneForTheWhole() throws {
        let (scratch, _) = try batch()
        let lines = try String(decoding: try scratch.read("r.jsonl"), as: UTF8.self).split(separator: "\n")
            .map { try JSON(Array($0.utf8)) }
        #expect(lines.count == 3)
        #expect(lines[0]["source"]?.string == "in/a.txt")
        #expect(lines[0]["output"]?.string == "out/a.xml")
        #expect(lines[0]["status"]?.string == "converted")
        #expect(lines[0]["encoding"]?.string?.hasPrefix("UTF-8") == true)
        #expect(lines[0]["counts"]?["person"]?.number == 2)
        #expect(lines[0]["counts"]?["date"]?.number == 2)
        #expect(lines[0]["people"]?.array?.first?["name"]?.string == "李明")
        #expect(lines[0]["people"]?.array?.first?["mentions"]?.number == 2)
        #expect(lines[0]["dates"]?.array?.first?["value"]?.string == "2020-07-01")
        #expect(lines[0]["findings"]?.array?.first?["code"]?.string == "date.impossible")
        #expect(lines[0]["findings"]?.array?.first?["line"]?.number == 3)
        #expect(lines[1]["status"]?.string == "failed")
        #expect(lines[1]["findings"]?.array?.isEmpty == false)
        #expect(lines[2]["summary"]?["converted"]?.number == 1)
        #expect(lines[2]["summary"]?["failed"]?.number == 1)
    }

    @Test func aPlaceInABodysNameCountsAsAPlaceInTheReportAndInStandOff() throws {
        let scratch = try Scratch()
        let text = "天津市社科联在武汉召开会议。"
        try scratch.write("in/a.txt", text + "\n")
        _ = try Program.run(["in", "--output", "out", "--report", "r.jsonl"], in: scratch)
        let report = try JSON(Array(try scratch.read("r.jsonl").split(separator: 0x0A)[0]))
        let stream = try Program.run(
            ["stream", "--format", "json"], input: Array("{\"id\":1,\"text\":\"\(text)\"}\n".utf8))
        let marks = try JSON(Array(stream.text.utf8))["annotations"]?.array ?? []
        let places = marks.filter { $0["type"]?.string == "place" }
        #expect(places.map { $0["start"]?.number } == [0, 7])
        #expect(places.map { $0["ref"]?.string } == ["place1", "place2"])
        #expect(report["counts"]?["place"]?.number == 2)
        #expect(report["counts"]?["organisation"]?.number == 1)
        let explained = try Program.run(["explain", "in/a.txt"], in: scratch).text
        #expect(explained.contains("place 天津市 → 天津市"))
    }

    @Test func theTableTellsWhatAPersonWants() throws {
        let (scratch, _) = try batch()
        let run = try Program.run(["report", "r.jsonl"], in: scratch)
        #expect(run.status == 0)
        for part in ["documents", "converted", "MB a second", "date.impossible", "slowest", "failed", "in/b.txt: "] {
            #expect(run.text.contains(part), "\(part)")
        }
    }

    @Test func thePageNeedsNoNetworkAndShowsTheSame() throws {
        let (scratch, _) = try batch()
        let run = try Program.run(["report", "r.jsonl", "--html"], in: scratch)
        #expect(run.status == 0)
        #expect(run.text.hasPrefix("<!DOCTYPE html>"))
        #expect(run.text.hasSuffix("</html>\n"))
        for part in ["<svg", "李明", "2020", "in/b.txt", "date.impossible"] {
            #expect(run.text.contains(part), "\(part)")
        }
        for part in ["http:", "https:", "src=", "@import", "<script"] { #expect(!run.text.contains(part), "\(part)") }
    }

    @Test func aReportThatEndsInTheMiddleOfALineIsRead() throws {
        let (scratch, _) = try batch()
        let whole = try scratch.read("r.jsonl")
        try scratch.write("r.jsonl", Array(whole.dropLast(40)))
        let run = try Program.run(["report", "r.jsonl"], in: scratch)
        #expect(run.status == 0)
        #expect(run.text.contains("its run was killed, or goes on"))
    }

    @Test(arguments: ["no report at all\n", "{\"a\":1}\n{\"a\":2}\n"])
    func whatIsNoReportIsRefused(_ text: String) throws {
        let scratch = try Scratch()
        try scratch.write("r.jsonl", text)
        let run = try Program.run(["report", "r.jsonl"], in: scratch)
        #expect(run.status == 2)
        #expect(run.errors.contains("line 1 is no line of a report"))
    }

    @Test func aMissingReportIsRefused() throws {
        #expect(try Program.run(["report", "nowhere.jsonl"]).status == 2)
    }

    @Test func namesInThePageCannotBecomeMarkup() throws {
        let scratch = try Scratch()
        let line =
            #"{"source":"<script>&\"","status":"failed","bytes":1,"findings":[{"code":"x","severity":"error","message":"<b>"}],"seconds":0.1}"#
        try scratch.write("r.jsonl", line + "\n")
        let run = try Program.run(["report", "r.jsonl", "--html"], in: scratch)
        #expect(!run.text.contains("<script>"))
        #expect(!run.text.contains("<b>"))
        #expect(run.text.contains("&lt;script&gt;&amp;&quot;"))
    }
}
