import Foundation
import TestSupport
import Testing

@Suite("Files that make trouble have a defined outcome, and the batch goes on")
struct FileTroubleTests {
    private static let notice = "关于防汛的通知\n\n2020年7月1日，副市长李明主持会议。\n"

    private func folder() throws -> Scratch {
        let scratch = try Scratch()
        try scratch.write("in/good.txt", Self.notice)
        return scratch
    }

    /// Runs a batch over `in` that shall convert the good file, and fail another with a message.
    private func expectFailure(_ scratch: Scratch, _ message: String, _ inputs: [String] = ["in"]) throws {
        let run = try Program.run(inputs + ["--output", "out"], in: scratch)
        #expect(run.status == 1)
        #expect(run.errors.contains(message), "\(run.errors)")
        #expect(run.errors.contains("1 converted, 1 failed"))
        #expect(scratch.files.filter { $0.hasPrefix("out/") } == ["out/good.xml"])
    }

    @Test func aPipeIsLeftAlone() throws {
        let scratch = try folder()
        #expect(unsafe mkfifo(scratch.path + "/in/pipe.txt", 0o644) == 0)
        try expectFailure(scratch, "in/pipe.txt: is no regular file")
    }

    @Test func aLinkThatLeadsNowhereIsReported() throws {
        let scratch = try folder()
        try FileManager.default.createSymbolicLink(
            atPath: scratch.path + "/in/gone.txt", withDestinationPath: "nowhere.txt")
        try expectFailure(scratch, "in/gone.txt: cannot look at: no such file")
    }

    @Test func aLinkToItselfIsReported() throws {
        let scratch = try folder()
        try FileManager.default.createSymbolicLink(
            atPath: scratch.path + "/in/round.txt", withDestinationPath: "round.txt")
        try expectFailure(scratch, "in/round.txt: cannot look at: its symbolic links lead round")
    }

    @Test func aFolderThatIsLinkedIntoItselfIsEnteredOnce() throws {
        let scratch = try folder()
        try FileManager.default.createSymbolicLink(atPath: scratch.path + "/in/again", withDestinationPath: ".")
        let run = try Program.run(["in", "--output", "out"], in: scratch)
        #expect(run.status == 0)
        #expect(run.errors.contains("1 converted"))
    }

    @Test func aFileThatIsTooLargeIsRefused() throws {
        let scratch = try folder()
        try scratch.write("in/large.txt", [UInt8](repeating: 0x0A, count: 1_000_001))
        let run = try Program.run(["in", "--output", "out", "--max-size", "1"], in: scratch)
        #expect(run.status == 1)
        #expect(run.errors.contains("has 1000001 bytes, more than the limit of 1000000"))
    }

    @Test func aResultWhoseNameIsTooLongIsReported() throws {
        let scratch = try folder()
        let name = String(repeating: "n", count: 254)
        try scratch.write(name, Self.notice)
        try expectFailure(scratch, "the name is too long", ["in", name])
    }

    @Test func aResultNeverTakesThePlaceOfItsSource() throws {
        let scratch = try folder()
        try scratch.write("a.xml", Self.notice)
        let run = try Program.run(["a.xml", "--output", "."], in: scratch)
        #expect(run.status == 1)
        #expect(run.errors.contains("would take the place of its own source"))
        #expect(try scratch.read("a.xml") == Array(Self.notice.utf8))
    }

    @Test func aFileInThePlaceOfAFolderIsReported() throws {
        let scratch = try folder()
        try scratch.write("in/sub/bad.txt", Self.notice)
        try scratch.write("out/sub", "a file")
        let run = try Program.run(["in", "--output", "out"], in: scratch)
        #expect(run.status == 1)
        #expect(run.errors.contains("is a file where a folder is wanted"))
        #expect(run.errors.contains("1 converted, 1 failed"))
        #expect(try scratch.read("out/sub") == Array("a file".utf8))
    }

    @Test func whatAKilledRunHasLeftIsRemoved() throws {
        let scratch = try folder()
        try scratch.write("out/.quandian-1-1", "half of a result")
        #expect(try Program.run(["in", "--output", "out"], in: scratch).status == 0)
        #expect(scratch.files.filter { $0.hasPrefix("out/") } == ["out/good.xml"])
    }

    @Test func aNameThatClimbsStaysInTheOutputFolder() throws {
        let scratch = try folder()
        let run = try Program.run(["in/../in/./good.txt", "--output", "out"], in: scratch)
        #expect(run.status == 0)
        #expect(scratch.files.filter { $0.hasSuffix(".xml") } == ["out/good.xml"])
    }

    /// Whether this machine lets a test mount a small disk of its own.
    private static let mayMount =
        (try? Program.run([], by: "unshare -rm mount -t tmpfs -o size=64k tmpfs /mnt"))?.status == 0

    @Test(
        "A full disk where the results go fails the files that do not fit, and the others are converted",
        .enabled(if: mayMount, "no disk can be mounted here"))
    func fullDiskOfResults() throws {
        let scratch = try folder()
        try scratch.write("in/large.txt", String(repeating: Self.notice, count: 2000))
        try scratch.write("in/last.txt", Self.notice)
        try scratch.write("out/.keep", "")
        let run = try Program.run(
            ["in", "--output", "out", "--jobs", "1"], in: scratch,
            by: #"""
                exec unshare -rm sh -c 'mount -t tmpfs -o size=128k tmpfs out; "$0" "$@"; s=$?; ls -A out >&2; exit $s' "$0" "$@"
                """#)
        #expect(run.status == 1)
        #expect(run.errors.contains("in/large.txt: error: cannot write: the disk is full; make room and start again"))
        #expect(run.errors.contains("2 converted, 1 failed"))
        #expect(run.errors.hasSuffix("good.xml\nlast.xml\n"), "nothing half done is left: \(run.errors)")
    }

    @Test("A result beyond the size that the system allows fails, and does not end the program")
    func fileSizeLimit() throws {
        let scratch = try folder()
        try scratch.write("in/large.txt", String(repeating: Self.notice, count: 2000))
        // In blocks of 512 bytes, or of 1024, as the shell has it.
        let run = try Program.run(
            ["in", "--output", "out"], in: scratch, by: #"ulimit -f 64; exec "$0" "$@""#)
        #expect(run.status == 1)
        #expect(
            run.errors.contains("in/large.txt: error: cannot write: larger than a file may be here"), "\(run.errors)")
        #expect(run.errors.contains("1 converted, 1 failed"))
        #expect(scratch.files.filter { $0.hasPrefix("out/") } == ["out/good.xml"])
    }

    @Test(
        "A file and a folder that may not be read are reported with what to do",
        .enabled(if: getuid() != 0, "root may read everything"))
    func noPermission() throws {
        let scratch = try folder()
        try scratch.write("in/closed.txt", Self.notice)
        #expect(unsafe chmod(scratch.path + "/in/closed.txt", 0) == 0)
        try expectFailure(scratch, "in/closed.txt: cannot read: not permitted; check its owner and mode")
    }

    @Test(
        "A full disk where the report goes is told, and the batch goes on",
        .enabled(if: FileManager.default.isWritableFile(atPath: "/dev/full"), "there is no /dev/full here"))
    func fullDisk() throws {
        let scratch = try folder()
        // The only full disk that every machine has is a device: the report goes there.
        let run = try Program.run(["in", "--output", "out", "--report", "/dev/full"], in: scratch)
        #expect(run.status == 1)
        #expect(run.errors.contains("the report is not whole: /dev/full: cannot write: the disk is full"))
        #expect(run.errors.contains("1 converted, 0 failed"))
    }

    @Test func aFileThatHoldsMoreThanItsSizeSaysIsBeingWritten() throws {
        let scratch = try folder()
        // The system's own account of a process has no size, and grows as it is read.
        try expectFailure(scratch, "is written to while it is read", ["in", "/proc/self/status"])
    }

    @Test func resultsDoNotDependOnTheNumberOfJobs() throws {
        let scratch = try Scratch()
        for number in 0..<40 {
            try scratch.write("in/\(number).txt", String(repeating: Self.notice, count: 1 + number % 7))
        }
        for jobs in ["1", "2", "7"] {
            let arguments = ["in", "--output", "out" + jobs, "--jobs", jobs, "--report", jobs + ".jsonl"]
            #expect(try Program.run(arguments, in: scratch).status == 0)
        }
        for name in scratch.files where name.hasPrefix("out1/") {
            for other in ["out2/", "out7/"] {
                #expect(try scratch.read(name) == scratch.read(other + name.dropFirst(5)))
            }
        }
        let sources = try ["1", "2", "7"].map { jobs in
            String(decoding: try scratch.read(jobs + ".jsonl"), as: UTF8.self).split(separator: "\n")
                .map { $0.prefix { $0 != "," } }
        }
        #expect(sources[0] == sources[1])
        #expect(sources[0] == sources[2])
    }
}
