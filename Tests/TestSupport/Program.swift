public import Foundation

/// The real program, run as a user runs it.
public enum Program {
    public struct Result: Sendable {
        /// The exit status, or the number of the signal that ended it.
        public let status: Int32
        public let wasKilled: Bool
        public let output: [UInt8]
        public let errors: String

        public var text: String { String(decoding: output, as: UTF8.self) }
    }

    /// The folder of the tests that run, and of the programs.
    private static let folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent()
    /// The program beside the tests that run.
    public static let url = folder.appendingPathComponent("quandian")

    /// Runs the program with some arguments and bytes on standard input, and waits for its end.
    ///
    /// - Parameters:
    ///   - program: another program of the package.
    ///   - shell: a shell command that runs it, as `"$0" "$@"`; nil to run it without one.
    ///   - disturb: called while it runs, to do something to it.
    public static func run(
        _ arguments: [String], input: [UInt8] = [], in folder: Scratch? = nil, program: String = "quandian",
        by shell: String? = nil, disturb: (Process) -> Void = { _ in }
    ) throws -> Result {
        let process = Process()
        let url = Self.folder.appendingPathComponent(program)
        process.executableURL = shell == nil ? url : URL(fileURLWithPath: "/bin/sh")
        process.arguments = (shell.map { ["-c", $0, url.path] } ?? []) + arguments
        if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder.path) }
        // Files instead of pipes: no pipe can fill up while nobody reads it.
        let files = try Scratch()
        try files.write("in", input)
        let output = files.path + "/out"
        let errors = files.path + "/err"
        try files.write("out", [])
        try files.write("err", [])
        process.standardInput = FileHandle(forReadingAtPath: files.path + "/in")
        process.standardOutput = FileHandle(forWritingAtPath: output)
        process.standardError = FileHandle(forWritingAtPath: errors)
        try process.run()
        disturb(process)
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus, wasKilled: process.terminationReason == .uncaughtSignal,
            output: try files.read("out"),
            errors: String(decoding: try files.read("err"), as: UTF8.self))
    }
}

/// A folder of a test's own, gone with it.
public final class Scratch: Sendable {
    public let path: String

    public init() throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("quandian-" + UUID().uuidString).path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file, and the folders that lead to it.
    public func write(_ name: String, _ bytes: [UInt8]) throws {
        let url = URL(fileURLWithPath: path).appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }

    public func write(_ name: String, _ text: String) throws { try write(name, Array(text.utf8)) }

    public func read(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: path).appendingPathComponent(name)))
    }

    /// The paths of all files below the folder, sorted.
    public var files: [String] {
        let all = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
        return all.filter { name in
            let url = URL(fileURLWithPath: path + "/" + name)
            return (try? url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) == false
        }.sorted()
    }
}

/// Places in the repository and beside it.
public enum Place {
    /// The folder of the package.
    public static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path

    /// The shared data beside the project, or nil where there is none.
    public static let shared: String? = {
        let path = ProcessInfo.processInfo.environment["SHARED"] ?? package + "/../shared"
        return FileManager.default.fileExists(atPath: path + "/gold") ? path : nil
    }()

    /// The files below a folder that end in something, sorted.
    public static func files(in folder: String, ending: String) -> [String] {
        let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return names.filter { $0.hasSuffix(ending) }.sorted().map { folder + "/" + $0 }
    }

    public static func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    }
}
