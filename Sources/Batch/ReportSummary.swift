import Quandian

/// What a report tells of a batch as a whole. Memory for the distinct people, years and codes of findings.
public struct ReportSummary: Sendable {
    /// A document with what matters about it.
    public struct Row: Sendable {
        public let source: String
        /// In bytes.
        public let size: Int
        /// Wall time.
        public let seconds: Double
        /// Why it failed; empty where it did not.
        public let reason: String
    }

    public struct Kind: Sendable {
        public let code: String
        public let severity: String
        public internal(set) var documents = 0
        public internal(set) var count = 0
        /// The first message of the kind.
        public let example: String
    }

    private static let mostSlow = 10

    /// The version that made the report; nil where its last line is missing, since the run was killed.
    public private(set) var version: String?
    public private(set) var statuses: [Outcome.Status: Int] = [:]
    public private(set) var notReached = 0
    /// The size of the sources and of the results in bytes.
    public private(set) var bytes = 0
    public private(set) var resultBytes = 0
    /// Wall time of the whole run; nil where the last line is missing.
    public private(set) var seconds: Double?
    /// Marks by kind.
    public private(set) var counts: [(kind: String, count: Int)] = []
    public private(set) var certainty = (high: 0, medium: 0, low: 0)
    /// The slowest documents, the slowest first.
    public private(set) var slowest: [Row] = []
    public private(set) var failures: [Row] = []
    private var kinds: [String: Kind] = [:]
    private var mentions: [String: Int] = [:]
    private var years: [Int: Int] = [:]

    /// Reads a report.
    ///
    /// - Throws: ``FileError`` where the file cannot be read or is no report.
    public init(_ path: String) throws(FileError) {
        try ReportReader.read(path) { line in
            if let summary = line["summary"] { add(summary: summary) } else { add(document: line) }
        }
    }

    public var documents: Int { statuses.values.reduce(0, +) }

    /// The kinds of findings, the commonest first.
    public var findings: [Kind] {
        kinds.values.sorted { ($1.count, $0.code) < ($0.count, $1.code) }
    }

    /// The people named most often, by the name under which documents list them: in two documents it may be two people.
    public func people(atMost limit: Int) -> [(name: String, mentions: Int)] {
        mentions.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(limit).map { ($0.key, $0.value) }
    }

    /// How many dates fall into which year, by the beginning of each, in order.
    public var dates: [(year: Int, count: Int)] { years.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }

    private mutating func add(summary: JSON) {
        version = summary["version"]?.string
        seconds = summary["seconds"]?.number
        notReached += summary["notReached"]?.count ?? 0
    }

    private mutating func add(document line: JSON) {
        guard let source = line["source"]?.string, let status = line["status"]?.string.flatMap(Outcome.Status.init)
        else { return }
        statuses[status, default: 0] += 1
        let size = line["bytes"]?.count ?? 0
        bytes += size
        resultBytes += line["resultBytes"]?.count ?? 0
        add(findings: line["findings"]?.array ?? [])
        let reason = (line["findings"]?.array ?? []).first { $0["severity"]?.string == "error" }?["message"]?.string
        let row = Row(
            source: source, size: size, seconds: line["seconds"]?.number ?? 0,
            reason: status == .failed ? reason ?? "no reason is told" : "")
        if status == .failed { failures.append(row) }
        let place = slowest.firstIndex { $0.seconds < row.seconds } ?? slowest.count
        slowest.insert(row, at: place)
        if slowest.count > Self.mostSlow { slowest.removeLast() }
        if case .object(let members)? = line["counts"] {
            for (kind, value) in members {
                let count = value.count ?? 0
                if let index = counts.firstIndex(where: { $0.kind == kind }) {
                    counts[index].count += count
                } else {
                    counts.append((kind, count))
                }
            }
        }
        certainty.high += line["certainty"]?["high"]?.count ?? 0
        certainty.medium += line["certainty"]?["medium"]?.count ?? 0
        certainty.low += line["certainty"]?["low"]?.count ?? 0
        for person in line["people"]?.array ?? [] {
            if let name = person["name"]?.string { mentions[name, default: 0] += person["mentions"]?.count ?? 0 }
        }
        for date in line["dates"]?.array ?? [] {
            if let value = date["value"]?.string, let year = Self.year(of: value) {
                years[year, default: 0] += date["mentions"]?.count ?? 0
            }
        }
    }

    private mutating func add(findings: [JSON]) {
        var seen: Set<String> = []
        for finding in findings {
            guard let code = finding["code"]?.string else { continue }
            var kind =
                kinds[code]
                ?? Kind(
                    code: code, severity: finding["severity"]?.string ?? "", example: finding["message"]?.string ?? "")
            kind.count += 1
            if seen.insert(code).inserted { kind.documents += 1 }
            kinds[code] = kind
        }
    }

    /// The year in which a date begins: four digits, and then nothing, or what divides them from the rest.
    private static func year(of value: String) -> Int? {
        let digits = value.utf8.prefix { (0x30...0x39).contains($0) }
        guard digits.count == 4, let next = value.utf8.dropFirst(4).first else { return Int(value) }
        return next == UInt8(ascii: "-") || next == UInt8(ascii: "/") ? Int(value.prefix(4)) : nil
    }
}

extension JSON {
    /// A whole number, as counts are.
    var count: Int? {
        guard case .number(let text) = self else { return nil }
        return Int(text)
    }
}

extension ReportSummary {
    /// The summary as tables for a terminal.
    public var text: String {
        var parts: [String] = []
        var whole = Table(["documents", String(documents)])
        for status in Outcome.Status.allCases { whole.add(["  " + status.rawValue, String(statuses[status] ?? 0)]) }
        if notReached > 0 { whole.add(["  not reached", String(notReached)]) }
        whole.add(["sources, MB", Decimal.text(Double(bytes) / 1e6, places: 1)])
        whole.add(["results, MB", Decimal.text(Double(resultBytes) / 1e6, places: 1)])
        if let seconds {
            whole.add(["seconds", Decimal.text(seconds, places: 1)])
            whole.add(["MB a second", Decimal.text(Double(bytes) / 1e6 / max(seconds, 1e-6), places: 2)])
        }
        for (kind, count) in counts { whole.add([kind + " marks", String(count)]) }
        whole.add(["of high, medium and low certainty", "\(certainty.high), \(certainty.medium), \(certainty.low)"])
        parts.append(whole.rendered)
        if seconds == nil { parts.append("The report has no last line: its run was killed, or goes on.") }
        if !findings.isEmpty {
            var table = Table(["commonest findings", "severity", "documents", "findings"])
            for kind in findings.prefix(15) {
                table.add([kind.code, kind.severity, String(kind.documents), String(kind.count)])
            }
            parts.append(table.rendered)
        }
        if !slowest.isEmpty {
            var table = Table(["slowest", "KB", "ms"])
            for row in slowest {
                table.add([
                    row.source, Decimal.text(Double(row.size) / 1000, places: 1),
                    Decimal.text(row.seconds * 1000, places: 1),
                ])
            }
            parts.append(table.rendered)
        }
        if !failures.isEmpty {
            parts.append((["failed"] + failures.map { "\($0.source): \($0.reason)" }).joined(separator: "\n"))
        }
        return parts.joined(separator: "\n\n") + "\n"
    }
}
