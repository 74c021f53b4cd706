import Quandian

/// What became of one input.
public struct Outcome: Sendable {
    public enum Status: Sendable, Hashable {
        /// A valid result stands under its name.
        case converted
        /// There is none; the findings say why.
        case failed
    }

    public var input: String
    public var output: String
    public var status: Status
    public var findings: [Finding]
    /// The size of the source in bytes.
    public var byteCount = 0
    public var sections = 0
    public var people = 0
    public var dates = 0
    /// Wall time in seconds.
    public var seconds = 0.0

    init(_ item: Plan.Item, _ status: Status, findings: [Finding]) {
        self.input = item.input
        self.output = item.output
        self.status = status
        self.findings = findings
    }
}
