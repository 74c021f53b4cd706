/// Something worth telling about a document: a value, printed in one place by whoever runs the pipeline.
public struct Finding: Hashable, Sendable {
    public enum Severity: String, Sendable, CaseIterable {
        /// Worth knowing; the result is as good as any.
        case note
        /// The result is valid and complete, but a person should look.
        case warning
        /// There is no result.
        case error
    }

    /// A short stable name, as `decoding.invalid-bytes` or `date.impossible`, for people who count and filter.
    public let code: String
    public let severity: Severity
    /// What happened and what to do, as a sentence.
    public let message: String
    /// The line of the source, from 1; nil where the finding concerns the whole file.
    public let line: Int?
    /// The offset in the source in bytes, from 0; nil where the finding concerns the whole file.
    public let sourceOffset: Int?

    public init(_ code: String, _ severity: Severity, _ message: String, line: Int? = nil, sourceOffset: Int? = nil) {
        self.code = code
        self.severity = severity
        self.message = message
        self.line = line
        self.sourceOffset = sourceOffset
    }
}
