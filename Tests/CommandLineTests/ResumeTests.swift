import Foundation
import TestSupport
import Testing

@Suite("A batch that is started again")
struct ResumeTests {
    private static let notice = "关于防汛的通知\n\n各县区：\n\n2020年7月1日，副市长李明主持会议。\n"

    private func folder(_ count: Int = 3) throws -> Scratch {
        let scratch = try Scratch()
        for number in 0..<count { try scratch.write("in/\(number).txt", "第\(number)号\n\n" + Self.notice) }
        return scratch
    }

    @Test func doesNothingWhereAllIsDone() throws {
        let scratch = try folder()
        _ = try Program.run(["in", "--output", "out"], in: scratch)
        let run = try Program.run(["in", "--output", "out"], in: scratch)
        #expect(run.status == 0)
        #expect(run.errors.contains("0 converted, 3 unchanged"))
    }

    @Test func convertsWhatIsMissingOrChanged() throws {
        let scratch = try folder()
        _ = try Program.run(["in", "--output", "out"], in: scratch)
        try FileManager.default.removeItem(atPath: scratch.path + "/out/0.xml")
        try scratch.write("in/1.txt", "另一份。\n")
        let run = try Program.run(["in", "--output", "out"], in: scratch)
        #expect(run.errors.contains("2 converted, 1 unchanged"))
        #expect(textContent(ofTEI: try scratch.read("out/1.xml")) == "另一份。\n")
    }

    @Test(
        "Other settings make all anew",
        arguments: [
            ["--reference-date", "2020-07-02"], ["--drop-residue"], ["--encoding", "utf-8"], ["--names", "names.tsv"],
            ["--invalid", "refuse"], ["--force"],
        ])
    func otherSettings(_ setting: [String]) throws {
        let scratch = try folder()
        try scratch.write("names.tsv", "防汛\tperson\n")
        _ = try Program.run(["in", "--output", "out"], in: scratch)
        let run = try Program.run(["in", "--output", "out"] + setting, in: scratch)
        #expect(run.errors.contains("3 converted"))
        guard setting != ["--force"] else { return }
        let again = try Program.run(["in", "--output", "out"] + setting, in: scratch)
        #expect(again.errors.contains("0 converted, 3 unchanged"))
    }

    @Test(
        "A result of another version, cut short, or of another file is made anew",
        arguments: [
            ("version=\"", "version=\"9"), ("</TEI>\n", ""), ("type=\"filename\">0.txt", "type=\"filename\">7.txt"),
        ])
    func otherResults(_ old: String, _ new: String) throws {
        let scratch = try folder(1)
        _ = try Program.run(["in", "--output", "out"], in: scratch)
        let right = try scratch.read("out/0.xml")
        let wrong = String(decoding: right, as: UTF8.self).replacingOccurrences(of: old, with: new)
        try scratch.write("out/0.xml", wrong)
        let run = try Program.run(["in", "--output", "out"], in: scratch)
        #expect(run.errors.contains("1 converted"))
        #expect(try scratch.read("out/0.xml") == right)
    }

    @Test("Killed at any moment and started again, it ends with the results of an undisturbed run")
    func killedAtAnyMoment() throws {
        let scratch = try folder(24)
        _ = try Program.run(["in", "--output", "whole"], in: scratch)
        for moment in [0.02, 0.05, 0.1, 0.2, 0.4] {
            let run = try Program.run(["in", "--output", "out", "--force"], in: scratch) { process in
                Thread.sleep(forTimeInterval: moment)
                kill(process.processIdentifier, SIGKILL)
            }
            #expect(run.wasKilled || run.status == 0)
        }
        let run = try Program.run(["in", "--output", "out"], in: scratch)
        #expect(run.status == 0)
        let names = scratch.files.filter { $0.hasPrefix("out/") }
        #expect(names == scratch.files.filter { $0.hasPrefix("whole/") }.map { "out/" + $0.dropFirst(6) })
        for name in names { #expect(try scratch.read(name) == scratch.read("whole/" + name.dropFirst(4))) }
    }

    @Test func controlCEndsAfterTheFilesInWorkWithTheSummary() throws {
        let scratch = try folder(600)
        let run = try Program.run(["in", "--output", "out", "--jobs", "1"], in: scratch) { process in
            // Only after the first result is it sure that the program listens.
            while !FileManager.default.fileExists(atPath: scratch.path + "/out/0.xml"), process.isRunning {
                usleep(1000)
            }
            process.interrupt()
        }
        #expect(run.status == 130)
        #expect(!run.wasKilled)
        #expect(run.errors.contains("not reached: start again to go on"))
        let done = scratch.files.count { $0.hasPrefix("out/") }
        #expect((1..<600).contains(done))
        #expect(try Program.run(["in", "--output", "out"], in: scratch).errors.contains("\(done) unchanged"))
    }

    @Test func aSecondControlCEndsAtOnce() throws {
        let scratch = try folder(1)
        // Some seconds of work, which a single Ctrl-C waits for.
        try scratch.write("in/1.txt", String(repeating: Self.notice, count: 20_000))
        let run = try Program.run(["in", "--output", "out", "--jobs", "1"], in: scratch) { process in
            while !FileManager.default.fileExists(atPath: scratch.path + "/out/0.xml"), process.isRunning {
                usleep(1000)
            }
            // The second file is in work by now.
            usleep(100_000)
            process.interrupt()
            usleep(100_000)
            process.interrupt()
        }
        #expect(run.status == 130)
        #expect(!run.wasKilled)
        #expect(run.errors.contains("once more to end at once"))
        #expect(!run.errors.contains("converted"), "there is no time for a summary")
        #expect(scratch.files.filter { $0.hasPrefix("out/") } == ["out/0.xml"])
    }

    @Test func onlyWhatFailedIsTriedAgain() throws {
        let scratch = try folder(2)
        try scratch.write("in/bad.txt", [0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 0, count: 600))
        let first = try Program.run(["in", "--output", "out", "--report", "r.jsonl"], in: scratch)
        #expect(first.status == 1)
        try scratch.write("in/bad.txt", Self.notice)
        try scratch.write("in/1.txt", "另一份。\n")
        let run = try Program.run(["in", "--output", "out", "--retry-failed", "r.jsonl"], in: scratch)
        #expect(run.status == 0)
        #expect(run.errors.contains("1 converted, 0 failed"))
        #expect(scratch.files.contains("out/bad.xml"))
    }
}
