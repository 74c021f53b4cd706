import Quandian
import QuandianTEI

/// The report of a batch: JSON Lines, one object a document in the order of the plan, then one for the whole.
public struct Report: ~Copyable {
    private let file: Int32
    private let path: String
    /// Why the report is not whole, where it is not: the batch goes on without it.
    public private(set) var failure: FileError?

    /// Makes the file anew.
    public init(_ path: String) throws(FileError) {
        self.path = path
        file = try Files.open(path, toWrite: true)
    }

    deinit { Files.close(file) }

    /// Writes the line of a document, at once: whoever looks at the report sees how far the batch is.
    public mutating func add(_ outcome: Outcome) { write(Self.line(of: outcome)) }

    /// Writes the last line.
    public mutating func finish(_ totals: Totals) { write(Self.line(of: totals)) }

    private mutating func write(_ line: [UInt8]) {
        guard failure == nil else { return }
        do { try Files.put(line + [0x0A], to: file, named: path) } catch { failure = error }
    }

    static func line(of outcome: Outcome) -> [UInt8] {
        var json = JSONText()
        json.object { json in
            json.member("source", outcome.input)
            if let output = outcome.output { json.member("output", output) }
            json.member("status", outcome.status.rawValue)
            json.member("bytes", outcome.byteCount)
            if outcome.status != .failed { json.member("resultBytes", outcome.resultByteCount) }
            if let facts = outcome.facts {
                json.member("encoding", facts.encoding)
                json.member("characters", facts.characters)
                json.member("sections", facts.sections)
                json.object("counts") { json in
                    for (kind, count) in facts.counts { json.member(named: kind, count) }
                }
                json.object("certainty") { json in
                    json.member("high", facts.certainty.high)
                    json.member("medium", facts.certainty.medium)
                    json.member("low", facts.certainty.low)
                }
                json.array("people") { json in
                    for (name, mentions) in facts.people {
                        json.object {
                            $0.member("name", name); $0.member("mentions", mentions)
                        }
                    }
                }
                json.array("dates") { json in
                    for (value, mentions) in facts.dates {
                        json.object {
                            $0.member("value", value); $0.member("mentions", mentions)
                        }
                    }
                }
            }
            json.findings(outcome.findings)
            json.member("seconds", outcome.seconds, places: 6)
        }
        return json.bytes
    }

    private static func line(of totals: Totals) -> [UInt8] {
        var json = JSONText()
        json.object { json in
            json.object("summary") { json in
                json.member("version", Quandian.version)
                json.member("converted", totals.converted)
                json.member("unchanged", totals.unchanged)
                json.member("failed", totals.failed)
                json.member("notReached", totals.notReached)
                json.member("warnings", totals.warnings)
                json.member("bytes", totals.bytes)
                json.member("seconds", totals.seconds, places: 3)
            }
        }
        return json.bytes
    }
}

/// What a batch did, in numbers.
public struct Totals: Sendable {
    public private(set) var converted = 0
    public private(set) var unchanged = 0
    public private(set) var failed = 0
    /// Files of the plan that no turn came to, because of a signal.
    public var notReached = 0
    public private(set) var warnings = 0
    /// The size of the sources in bytes.
    public private(set) var bytes = 0
    private let start = ContinuousClock().now

    public init() {}

    public mutating func add(_ outcome: Outcome) {
        switch outcome.status {
        case .converted: converted += 1
        case .unchanged: unchanged += 1
        case .failed: failed += 1
        }
        warnings += outcome.findings.count { $0.severity == .warning }
        bytes += outcome.byteCount
    }

    /// Wall time since the batch began, in seconds.
    public var seconds: Double {
        let time = (ContinuousClock().now - start).components
        return Double(time.seconds) + Double(time.attoseconds) * 1e-18
    }
}

extension JSONText {
    mutating func findings(_ findings: [Finding]) {
        array("findings") { json in
            for finding in findings {
                json.object { json in
                    json.member("code", finding.code)
                    json.member("severity", finding.severity.rawValue)
                    if let line = finding.line { json.member("line", line) }
                    json.member("message", finding.message)
                }
            }
        }
    }
}
