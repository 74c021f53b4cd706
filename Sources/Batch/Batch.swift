public import Quandian
import QuandianTEI

/// Converts many files, several at a time, each by itself: one that fails never stops another.
///
/// The results are the only state: what they say of their making in their headers tells a later batch what it need not
/// do again.
public struct Batch: Sendable {
    public let converter: Converter
    /// How many files are worked on at a time, at least 1.
    public let jobs: Int
    /// The largest source that is read, in bytes. The sources in work at a time are no larger together.
    public let sizeLimit: Int
    /// Whether files are converted whose result stands there already.
    public let convertsAll: Bool
    /// Whether outcomes tell what the results say of their documents.
    public let collectsFacts: Bool

    public init(
        _ converter: Converter, jobs: Int, sizeLimit: Int, convertsAll: Bool = false, collectsFacts: Bool = false
    ) {
        self.converter = converter
        self.jobs = max(1, jobs)
        self.sizeLimit = sizeLimit
        self.convertsAll = convertsAll
        self.collectsFacts = collectsFacts
    }

    /// How a run ended.
    public struct Ending: Sendable {
        /// How many files of the plan have an outcome; fewer than there are where a signal came.
        public let reached: Int
        /// Folders whose new names may not outlast a loss of power.
        public let unsynced: [FileError]
    }

    /// Converts the files of a plan and reports each outcome, in the order of the plan; no further one is begun after
    /// an ``Interruption``.
    public func run(_ plan: Plan, report: (Outcome) -> Void) -> Ending {
        let folders = MadeFolders()
        let work = OrderedWork<Plan.Item, Outcome>(jobs: jobs, bound: sizeLimit)
        var syncing = FolderSyncing(root: plan.folder)
        var reached = 0
        work.run(
            next: { index in
                guard index < plan.count, Interruption.received == nil else { return nil }
                let item = plan[index]
                return (item, item.size)
            },
            work: { item in convert(item, folders) },
            hand: { outcome in
                reached += 1
                if outcome.status == .converted, let output = outcome.output { syncing.add(output) }
                report(outcome)
            })
        syncing.finish()
        return Ending(reached: reached, unsynced: syncing.failures)
    }

    /// Converts one file, or finds that it need not be, and puts the result in place.
    private func convert(_ item: Plan.Item, _ folders: MadeFolders) -> Outcome {
        let clock = ContinuousClock()
        let start = clock.now
        var outcome = Outcome(item, .failed)
        do {
            let bytes = try Files.read(item.input, limit: sizeLimit)
            outcome.byteCount = bytes.count
            if !convertsAll, let size = sizeOfResult(item, of: bytes) {
                outcome.status = .unchanged
                outcome.resultByteCount = size
                if collectsFacts { outcome.facts = ResultFacts(of: try Files.read(item.output, limit: .max)) }
            } else {
                try convert(bytes, item, folders, &outcome)
            }
        } catch let error as FileError {
            outcome.findings.append(Finding(error))
        } catch let error as ConversionError {
            outcome.findings += error.findings
        } catch {
            outcome.findings.append(Finding("file.error", .error, "\(error)"))
        }
        let time = (clock.now - start).components
        outcome.seconds = Double(time.seconds) + Double(time.attoseconds) * 1e-18
        return outcome
    }

    private func convert(
        _ bytes: [UInt8], _ item: Plan.Item, _ folders: MadeFolders, _ outcome: inout Outcome
    ) throws {
        let folder = FolderSyncing.folder(of: item.output)
        if let source = Files.status(of: item.input), let place = Files.status(of: item.output),
            source.identity == place.identity
        {
            throw FileError(.collision, item.output, "the result would take the place of its own source")
        }
        let conversion = try converter.convert(bytes, named: FileList.fileName(of: item.input))
        outcome.findings = conversion.findings
        try folders.enter(folder)
        try Files.replace(item.output, with: conversion.xml, in: folder)
        outcome.status = .converted
        outcome.resultByteCount = conversion.xml.count
        if collectsFacts { outcome.facts = ResultFacts(of: conversion.xml) }
    }

    /// The size of the result that stands there whole and was made of these bytes by this converter; nil where there is
    /// none. Reads the header alone and the last bytes.
    private func sizeOfResult(_ item: Plan.Item, of source: [UInt8]) -> Int? {
        let ending = Imprint.ending
        guard var ends = Files.ends(of: item.output, first: 1 << 14, last: ending.count), ends.tail == ending else {
            return nil
        }
        if !Imprint.reachesEndOfHeader(ends.head) {
            // A title or the fields of a page may be long.
            guard let whole = Files.ends(of: item.output, first: ends.size, last: 0) else { return nil }
            ends.head = whole.head
        }
        let imprint = converter.imprint(of: source, named: FileList.fileName(of: item.input))
        return imprint.stands(in: ends.head) ? ends.size : nil
    }

    /// Makes the folder for the results where it is missing, and makes sure that it can be written to.
    public static func prepare(_ folder: String) throws(FileError) {
        try Files.makeFolder(folder)
        try Files.probe(folder + (folder.hasSuffix("/") ? "" : "/"))
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
