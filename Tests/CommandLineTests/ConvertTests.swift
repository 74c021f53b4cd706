import Foundation
import TestSupport
import Testing

@Suite("quandian convert")
struct ConvertTests {
    private static let notice = "关于防汛的通知\n\n各县区：\n\n2020年7月1日，副市长李明主持会议。\n"

    @Test func foldersAreMirroredAndResultsNamedAfterInputs() throws {
        let scratch = try Scratch()
        try scratch.write("in/a/b.txt", Self.notice)
        try scratch.write("in/c.txt", Self.notice)
        try scratch.write("in/picture.png", [0x89, 0x50])
        let run = try Program.run(["in", "--output", "out"], in: scratch)
        #expect(run.status == 0)
        #expect(scratch.files.filter { $0.hasPrefix("out/") } == ["out/a/b.xml", "out/c.xml"])
        #expect(run.errors.contains("2 converted, 0 failed"))
        #expect(run.errors.contains("1 other files left alone"))
        #expect(run.output.isEmpty)
    }

    @Test func standardInputBecomesStandardOutput() throws {
        let run = try Program.run(["-"], input: Array(Self.notice.utf8))
        #expect(run.status == 0)
        #expect(textContent(ofTEI: run.output) == Self.notice)
    }

    @Test func aFileThatFailsIsReportedAndTheNextGoesOn() throws {
        let scratch = try Scratch()
        try scratch.write("in/a.txt", [0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 0, count: 600))
        try scratch.write("in/b.txt", Self.notice)
        let run = try Program.run(["in", "--output", "out"], in: scratch)
        #expect(run.status == 1)
        #expect(run.errors.contains("in/a.txt:"))
        #expect(run.errors.contains("error"))
        #expect(scratch.files.filter { $0.hasPrefix("out/") } == ["out/b.xml"])
    }

    @Test func whatStoodUnderTheNameStaysWhenAFileFails() throws {
        let scratch = try Scratch()
        try scratch.write("a.txt", [0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 0, count: 600))
        try scratch.write("out/a.xml", "old")
        _ = try Program.run(["a.txt", "--output", "out"], in: scratch)
        #expect(try scratch.read("out/a.xml") == Array("old".utf8))
        #expect(scratch.files.filter { $0.hasPrefix("out/") } == ["out/a.xml"])
    }

    @Test func theSecondOfTwoInputsWithOneResultIsRefused() throws {
        let scratch = try Scratch()
        try scratch.write("x/a.txt", Self.notice)
        try scratch.write("y/a.txt", Self.notice)
        let run = try Program.run(["x", "y", "--output", "out"], in: scratch)
        #expect(run.status == 1)
        #expect(run.errors.contains("would have the same result as x/a.txt"))
    }

    @Test func theOutputFolderInsideTheInputIsNotRead() throws {
        let scratch = try Scratch()
        try scratch.write("in/a.txt", Self.notice)
        try scratch.write("in/out/old.txt", Self.notice)
        let run = try Program.run(["in", "--output", "in/out"], in: scratch)
        #expect(run.status == 0)
        #expect(run.errors.contains("1 converted"))
    }

    @Test(
        "Wrong usage is 64",
        arguments: [
            ["in"], ["-", "a.txt", "--output", "out"], ["a.txt", "--output", "o", "--jobs", "0"],
            ["a.txt", "--output", "o", "--reference-date", "2020-02-30"],
            ["a.txt", "--output", "o", "--encoding", "klingon"],
        ])
    func wrongUsage(arguments: [String]) throws {
        #expect(try Program.run(arguments).status == 64)
    }

    @Test func aRunThatCannotStartIs2() throws {
        let scratch = try Scratch()
        try scratch.write("in/a.txt", Self.notice)
        try scratch.write("out", "a file where the folder should be")
        let run = try Program.run(["in", "--output", "out"], in: scratch)
        #expect(run.status == 2)
        #expect(run.errors.contains("is a file where a folder is wanted"))
    }

    @Test func anInputThatIsNotThereIsAFailureWithItsName() throws {
        let scratch = try Scratch()
        try scratch.write("a.txt", Self.notice)
        let run = try Program.run(["missing.txt", "a.txt", "--output", "out"], in: scratch)
        #expect(run.status == 1)
        #expect(run.errors.contains("missing.txt: cannot look at: no such file or folder"))
        #expect(scratch.files.contains("out/a.xml"))
    }

    @Test func theSameInputGivesTheSameBytesWhateverTheJobs() throws {
        let scratch = try Scratch()
        for number in 0..<20 { try scratch.write("in/\(number).txt", Self.notice + "第\(number)号\n") }
        _ = try Program.run(["in", "--output", "one", "--jobs", "1"], in: scratch)
        _ = try Program.run(["in", "--output", "many", "--jobs", "7"], in: scratch)
        for number in 0..<20 {
            #expect(try scratch.read("one/\(number).xml") == scratch.read("many/\(number).xml"))
        }
    }

    @Test func aReferenceDateGivesTheYear() throws {
        let input = Array("会议定于2月15日召开。\n".utf8)
        #expect(try Program.run(["-"], input: input).text.contains("when=\"--02-15\""))
        let dated = try Program.run(["-", "--reference-date", "2020-02-20"], input: input)
        #expect(dated.text.contains("when=\"2020-02-15\""))
    }

    @Test func residueIsLeftOutOnRequest() throws {
        let input = Array("题目一则\n\n今天天气很好，大家都出来走走，看看花。\n\n分享到：\n".utf8)
        let run = try Program.run(["-", "--drop-residue"], input: input)
        #expect(!textContent(ofTEI: run.output).contains("分享到"))
        #expect(run.text.contains("Left out on request"))
    }

    /// A bug: the names were found, and what the user says of them was forgotten on the way to the list of persons.
    @Test func theUsersFormAndIdentifierStandInTheListOfPersons() throws {
        let scratch = try Scratch()
        try scratch.write("names", "向阳花\tperson\t向阳花（笔名）\tauthor-7\n")
        let run = try Program.run(
            ["-", "--names", scratch.path + "/names"], input: Array("座谈会上，向阳花先发言。\n".utf8))
        #expect(run.text.contains(#"<person xml:id="author-7""#))
        #expect(run.text.contains("<persName>向阳花（笔名）</persName>"))
        #expect(run.text.contains(##"ref="#author-7""##))
    }

    @Test func namesOfATEIListKeepTheirIdentifiersAndAreOnePersonUnderAllTheirNames() throws {
        let scratch = try Scratch()
        try scratch.write(
            "list.xml",
            """
            <TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff>
            <listPerson><person xml:id="p.shen"><persName>沈秋实</persName><persName>沈阿毛</persName></person></listPerson>
            <listOrg><org xml:id="o.chang"><orgName>红星农具修造厂</orgName><orgName>红农厂</orgName></org></listOrg>
            </standOff></TEI>
            """)
        let text = "沈秋实那时还叫沈阿毛，在红星农具修造厂做工。红农厂后来迁走。\n"
        let run = try Program.run(["-", "--names", scratch.path + "/list.xml"], input: Array(text.utf8))
        #expect(run.text.components(separatedBy: ##"<persName ref="#p.shen""##).count == 3)
        #expect(run.text.components(separatedBy: ##"<orgName ref="#o.chang""##).count == 3)
    }

    @Test func aListThatIsNoXMLIsRefusedWithItsLine() throws {
        let scratch = try Scratch()
        try scratch.write("list.xml", "<TEI>\n<listPerson>\n</TEI>\n")
        let run = try Program.run(["-", "--names", scratch.path + "/list.xml"], input: Array("无。\n".utf8))
        #expect(run.status == 2)
        #expect(run.errors.contains("list.xml"))
        #expect(run.errors.contains("line 3"))
    }

    @Test func weightsFromAFileStandInForThoseInTheProgramAndAreNamedInTheHeader() throws {
        let input = Array("县长路通在会上讲话。\n".utf8)
        let own = try Program.run(["-"], input: input)
        let same = try Program.run(["-", "--model", Place.package + "/Sources/CModels/tagger.weights"], input: input)
        #expect(same.status == 0)
        #expect(same.text.contains("tagger's weights, sha256"))
        let body = { (output: String) in output.components(separatedBy: "<text").last }
        #expect(body(same.text) == body(own.text))
    }

    @Test func aFileThatHoldsNoWeightsIsRefused() throws {
        let scratch = try Scratch()
        try scratch.write("model", "no weights")
        let run = try Program.run(["-", "--model", scratch.path + "/model"], input: Array("无。\n".utf8))
        #expect(run.status == 2)
        #expect(run.errors.contains("this is not a weights file"))
    }

    @Test func anOfficeOfTheUsersListIsMarkedBesideItsPerson() throws {
        let scratch = try Scratch()
        try scratch.write("names", "首席点校师\trole\n")
        let run = try Program.run(
            ["-", "--names", scratch.path + "/names"], input: Array("座谈会上，首席点校师李国强先发言。\n".utf8))
        #expect(run.status == 0)
        #expect(
            run.text.contains(
                "<roleName ref=\"#person1\" resp=\"#names\">首席点校师</roleName><persName ref=\"#person1\">李国强</persName>"))
        #expect(run.text.contains("<occupation>首席点校师</occupation>"))
    }

    @Test func namesThatTheUserKnowsAlwaysWin() throws {
        let scratch = try Scratch()
        try scratch.write("names", "温柔乡\n")
        let input = Array("他见到温柔乡，很高兴。\n".utf8)
        let run = try Program.run(["-", "--names", scratch.path + "/names"], input: input)
        #expect(run.text.contains(">温柔乡</persName>"))
        #expect(run.text.contains("evidence=\"user\""))
    }

    @Test func aPipeIsLeftAloneAndDoesNotHoldUpTheRun() throws {
        let scratch = try Scratch()
        try scratch.write("in/a.txt", Self.notice)
        #expect(unsafe mkfifo(scratch.path + "/in/pipe.txt", 0o600) == 0)
        let run = try Program.run(["in", "--output", "out"], in: scratch)
        #expect(run.status == 1)
        #expect(run.errors.contains("pipe.txt: is no regular file"))
        #expect(scratch.files.contains("out/a.xml"))
    }

    @Test func linksThatLeadRoundInACircleAreEnteredOnce() throws {
        let scratch = try Scratch()
        try scratch.write("in/a.txt", Self.notice)
        #expect(unsafe symlink(scratch.path + "/in", scratch.path + "/in/round") == 0)
        let run = try Program.run(["in", "--output", "out"], in: scratch)
        #expect(run.status == 0)
        #expect(run.errors.contains("1 converted"))
    }

    @Test func aFileOverTheLimitIsRefusedWithTheWayOut() throws {
        let scratch = try Scratch()
        try scratch.write("a.txt", [UInt8](repeating: 0x41, count: 1_000_001))
        let run = try Program.run(["a.txt", "--output", "out", "--max-size", "1"], in: scratch)
        #expect(run.status == 1)
        #expect(run.errors.contains("raise the limit with --max-size"))
    }

    @Test func theTableTellsWhatWasDone() throws {
        let scratch = try Scratch()
        try scratch.write("in/a.txt", Self.notice)
        let run = try Program.run(["in", "--output", "out", "--table"], in: scratch)
        #expect(run.text.contains("in/a.txt"))
        #expect(run.text.contains("valid"))
    }

    @Test func helpReadsLikeAManualPage() throws {
        let help = try Program.run(["--help"]).text
        for word in ["EXIT STATUS", "convert", "validate", "explain", "schema"] { #expect(help.contains(word)) }
        let convert = try Program.run(["convert", "--help"]).text
        for word in ["--output", "--reference-date", "--encoding", "--invalid", "--jobs", "--drop-residue"] {
            #expect(convert.contains(word))
        }
    }
}
