import Quandian

/// Converts many files, several at a time, each by itself: one that fails never stops another.
public struct Batch: Sendable {
    public let converter: Converter
    /// How many files are worked on at a time, at least 1.
    public let jobs: Int
    /// The largest source that is read, in bytes.
    public let sizeLimit: Int

    public init(_ converter: Converter, jobs: Int, sizeLimit: Int) {
        self.converter = converter
        self.jobs = max(1, jobs)
        self.sizeLimit = sizeLimit
    }

    /// Converts the items of a plan and reports each outcome, in the order of the plan.
    ///
    /// At most twice `jobs` files are held in memory or wait to be reported.
    public func run(_ items: [Plan.Item], report: (Outcome) -> Void) async {
        await withTaskGroup(of: (Int, Outcome).self) { group in
            var waiting: [Int: Outcome] = [:]
            var started = 0
            var reported = 0
            while reported < items.count {
                while started < items.count, started - reported < jobs * 2, started - reported - waiting.count < jobs {
                    let (index, item) = (started, items[started])
                    group.addTask { (index, self.convert(item)) }
                    started += 1
                }
                if let outcome = waiting.removeValue(forKey: reported) {
                    report(outcome)
                    reported += 1
                } else if let (index, outcome) = await group.next() {
                    waiting[index] = outcome
                }
            }
        }
    }

    /// Converts one file and puts the result in place.
    public func convert(_ item: Plan.Item) -> Outcome {
        let clock = ContinuousClock()
        let start = clock.now
        var outcome: Outcome
        do {
            let bytes = try Files.read(item.input, limit: sizeLimit)
            outcome = convert(bytes, item)
            outcome.byteCount = bytes.count
        } catch {
            outcome = Outcome(item, .failed, findings: [Finding(error)])
        }
        let time = (clock.now - start).components
        outcome.seconds = Double(time.seconds) + Double(time.attoseconds) * 1e-18
        return outcome
    }

    private func convert(_ bytes: [UInt8], _ item: Plan.Item) -> Outcome {
        let conversion: Conversion
        do {
            conversion = try converter.convert(bytes, named: FileList.fileName(of: item.input))
        } catch {
            return Outcome(item, .failed, findings: error.findings)
        }
        do {
            let folder = item.output.lastIndex(of: "/").map { String(item.output[..<$0]) } ?? ""
            try Files.makeFolder(folder)
            // The name is unique to the result, so that two runs into one folder disturb nobody else's files.
            let temporary =
                (folder.isEmpty ? "" : folder + "/") + ".quandian-" + Digest.sha256(Array(item.output.utf8)).prefix(16)
            try Files.replace(item.output, with: conversion.xml, temporary: temporary)
        } catch {
            return Outcome(item, .failed, findings: conversion.findings + [Finding(error)])
        }
        var outcome = Outcome(item, .converted, findings: conversion.findings)
        outcome.sections = conversion.document.sectionCount
        outcome.people = conversion.document.entities.count { $0.kind == .person }
        outcome.dates = conversion.document.marks.count { $0.kind.name == "date" }
        return outcome
    }

    /// Makes the folder for the results where it is missing, and makes sure that it can be written to.
    public static func prepare(_ folder: String) throws(FileError) {
        try Files.makeFolder(folder)
        let probe = folder + (folder.hasSuffix("/") ? "" : "/") + ".quandian-probe"
        try Files.replace(probe, with: [], temporary: probe + "-new")
        try Files.remove(probe)
    }

    /// Reads a file, or standard input where the path is `-`, up to a limit in bytes.
    public static func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
        path == "-"
            ? try Files.readAll(0, named: "standard input", limit: limit) : try Files.read(path, limit: limit)
    }

    /// Writes to standard output.
    public static func writeStandardOutput(_ bytes: [UInt8]) throws(FileError) {
        try Files.put(bytes, to: 1, named: "standard output")
    }
}

extension Finding {
    /// A file that could not be read or written, as a finding.
    public init(_ error: FileError) {
        self.init(error.code.rawValue, .error, error.message)
    }
}
