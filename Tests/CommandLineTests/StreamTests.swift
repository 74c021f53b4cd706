import Foundation
import QuandianBatch
import TestSupport
import Testing

@Suite("quandian stream")
struct StreamTests {
    private func run(_ lines: [String], _ arguments: [String] = []) throws -> [JSON] {
        let run = try Program.run(["stream"] + arguments, input: Array(lines.map { $0 + "\n" }.joined().utf8))
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        return try run.text.split(separator: "\n").map { try JSON(Array($0.utf8)) }
    }

    @Test func aLineInIsALineOutInOrder() throws {
        let lines = (0..<200).map { "{\"id\":\($0),\"text\":\"第\($0)号\\n\"}" }
        let answers = try run(lines)
        #expect(answers.count == 200)
        for (number, answer) in answers.enumerated() {
            #expect(answer["id"]?.number == Double(number))
            #expect(answer["status"]?.string == "converted")
            #expect(textContent(ofTEI: Array((answer["xml"]?.string ?? "").utf8)) == "第\(number)号\n")
        }
    }

    @Test(
        "A bad line gets an error line and never ends the stream",
        arguments: [
            "no JSON", "", "[]", "{}", "{\"id\":1}", "{\"id\":[],\"text\":\"\"}", "{\"id\":1,\"text\":2}",
            "{\"id\":1,\"text\":\"\",\"bytes\":\"\"}", "{\"id\":1,\"bytes\":\"###\"}", "{\"id\":1,\"bytes\":\"QQ\"}",
            "{\"id\":1,\"bytes\":\"\",\"encoding\":\"klingon\"}",
            "{\"id\":1,\"text\":\"\",\"reference\":\"2020-02-30\"}",
            "{\"id\":1,\"text\":\"\\ud800\"}", "{\"id\":1,\"text\":\"\",\"encoding\":\"gbk\"}",
        ])
    func badLines(_ line: String) throws {
        let answers = try run([line, "{\"id\":\"next\",\"text\":\"好。\"}"])
        #expect(answers.count == 2)
        #expect(answers[0]["status"]?.string == "failed")
        #expect(answers[0]["line"]?.number == 1)
        #expect(answers[0]["findings"]?.array?.first?["code"]?.string == "stream.bad-line")
        #expect(answers[1]["status"]?.string == "converted")
    }

    @Test func aResultIsTheSameThatConvertGives() throws {
        let name = "jiaoban.txt"
        let bytes = try Place.bytes(Place.package + "/Samples/" + name)
        let line = "{\"id\":\"folder/\(name)\",\"bytes\":\"\(Data(bytes).base64EncodedString())\"}"
        let answer = try run([line])[0]
        let converted = try Program.run([Place.package + "/Samples/" + name, "--output", "-"])
        #expect(answer["xml"]?.string == converted.text)
    }

    @Test func textIsUnicodeWhateverItLooksLike() throws {
        let text = "~{<:Ky2;~} 原样。"
        let zeros = try run(["{\"id\":1,\"text\":\"a\\u0000b\\u0000c\\u0000d\\u0000e\\u0000f\\u0000\"}"])[0]
        #expect(zeros["status"]?.string == "failed" || zeros["xml"]?.string?.contains("a<?char U+0000?>b") == true)
        for arguments in [[], ["--encoding", "gbk"]] {
            let answer = try run(["{\"id\":1,\"text\":\"\(text)\"}"], arguments)[0]
            #expect(textContent(ofTEI: Array((answer["xml"]?.string ?? "").utf8)) == text)
        }
    }

    @Test func anEncodingThatIsNamedIsUsed() throws {
        let answer = try run(["{\"id\":1,\"bytes\":\"1tC5+g==\",\"encoding\":\"gbk\"}"], ["--format", "json"])[0]
        #expect(answer["text"]?.string == "中国")
    }

    @Test func theReferenceDayResolvesDates() throws {
        let line = "{\"id\":1,\"text\":\"昨日，李明到会。\",\"reference\":\"2020-03-01\"}"
        let answer = try run([line], ["--format", "json"])[0]
        let dates = answer["annotations"]?.array?.filter { $0["type"]?.string == "date" }
        #expect(dates?.first?["value"]?.string == "2020-02-29")
    }

    @Test func standOffOffsetsCountCodePoints() throws {
        let text = "😀李明（𠮷）说，2020年2月15日开会。"
        let answer = try run(["{\"id\":1,\"text\":\"\(text)\"}"], ["--format", "json"])[0]
        let scalars = Array(text.unicodeScalars)
        let found = (answer["annotations"]?.array ?? []).compactMap { annotation -> String? in
            guard annotation["type"]?.string != "sentence", let start = annotation["start"]?.number,
                let end = annotation["end"]?.number
            else { return nil }
            return String(String.UnicodeScalarView(scalars[Int(start)..<Int(end)]))
        }
        #expect(found.contains("李明"))
        #expect(found.contains("2020年2月15日"))
        let person = answer["annotations"]?.array?.first { $0["type"]?.string == "person" }
        #expect(person?["ref"]?.string == answer["entities"]?.array?.first?["id"]?.string)
        #expect(person?["certainty"]?.number.map { (0...1).contains($0) } == true)
    }

    @Test func aLineThatIsTooLongIsPassedOver() throws {
        let long = "{\"id\":1,\"text\":\"" + String(repeating: "a", count: 1_000_000) + "\"}"
        let answers = try run([long, "{\"id\":2,\"text\":\"好。\"}"], ["--max-size", "1"])
        #expect(answers[0]["findings"]?.array?.first?["code"]?.string == "stream.line-too-long")
        #expect(answers[1]["status"]?.string == "converted")
    }

    @Test func aLastLineWithoutALineFeedIsAnswered() throws {
        let run = try Program.run(["stream"], input: Array("{\"id\":1,\"text\":\"好。\"}".utf8))
        #expect(run.text.hasSuffix("\n"))
        #expect(run.text.contains("converted"))
    }

    @Test func nothingInIsNothingOut() throws {
        let run = try Program.run(["stream"])
        #expect(run.status == 0)
        #expect(run.output.isEmpty)
    }

    @Test func aReaderThatGoesAwayEndsItQuietly() throws {
        let lines = String(repeating: "{\"id\":1,\"text\":\"好。\"}\n", count: 2000)
        let run = try Program.run(["stream"], input: Array(lines.utf8), by: #""$0" "$@" | head -n 1"#)
        #expect(run.text.split(separator: "\n").count == 1)
        #expect(run.errors.isEmpty, "\(run.errors)")
    }

    @Test(.timeLimit(.minutes(1))) func anAnswerComesAlsoWhileTheInputPauses() throws {
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = Program.url
        process.arguments = ["stream"]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        for number in 0..<3 {
            input.fileHandleForWriting.write(Data("{\"id\":\(number),\"text\":\"好。\"}\n".utf8))
            var answer: [UInt8] = []
            // Would wait for ever, and the test for its time to run out, if the answer were held back.
            while answer.last != 0x0A { answer += output.fileHandleForReading.availableData }
            #expect(try JSON(Array(answer.dropLast()))["id"]?.number == Double(number))
        }
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }
}
