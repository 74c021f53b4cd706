/// Reads a report document by document, with memory for one of them.
enum ReportReader {
    private static let longestLine = 1 << 30

    /// Reads a report and gives each document and each summary to the caller.
    ///
    /// The last line of a run that was killed may be half written: one that is no JSON and is the last is passed over.
    ///
    /// - Throws: ``FileError`` where the file cannot be read or is no report.
    static func read(_ path: String, _ body: (JSON) -> Void) throws(FileError) {
        let file = try Files.open(path, toWrite: false)
        defer { Files.close(file) }
        var lines = LineReader(file, named: path, limit: longestLine)
        var number = 0
        var broken: FileError?
        while let line = try lines.next() {
            if let broken { throw broken }
            number += 1
            guard case .whole(let bytes) = line, let value = try? JSON(bytes),
                value["source"]?.string != nil || value["summary"] != nil
            else {
                broken = FileError(.other, path, "line \(number) is no line of a report that quandian has written")
                continue
            }
            body(value)
        }
        if number == 1, let broken { throw broken }
    }
}

extension Report {
    /// The sources that failed by a report, and did not do better further down.
    public static func failures(in path: String) throws(FileError) -> Set<String> {
        var failures: Set<String> = []
        try ReportReader.read(path) { line in
            guard let source = line["source"]?.string else { return }
            if line["status"]?.string == Outcome.Status.failed.rawValue {
                failures.insert(source)
            } else {
                failures.remove(source)
            }
        }
        return failures
    }
}
