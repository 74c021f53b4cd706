public import Quandian
public import QuandianTEI

/// What became of one input.
public struct Outcome: Sendable {
    public enum Status: String, Sendable, Hashable, CaseIterable {
        /// A valid result stands under its name.
        case converted
        /// The result that stood there was made of the same source by the same program with the same settings.
        case unchanged
        /// There is none; the findings say why. What stood under the name before stays.
        case failed
    }

    public var input: String
    /// Where the result stands; nil where none was planned.
    public var output: String?
    public var status: Status
    public var findings: [Finding]
    /// The size of the source in bytes.
    public var byteCount = 0
    /// The size of the result in bytes.
    public var resultByteCount = 0
    /// What the result says of the document, where the batch was asked for it and there is a result.
    public var facts: ResultFacts?
    /// Wall time in seconds.
    public var seconds = 0.0

    init(_ item: Plan.Item, _ status: Status, findings: [Finding] = []) {
        self.input = item.input
        self.output = item.output
        self.status = status
        self.findings = findings
    }

    /// An input that was refused when the batch was planned.
    public init(_ error: FileError) {
        input = error.path
        status = .failed
        findings = [Finding(error)]
    }
}
