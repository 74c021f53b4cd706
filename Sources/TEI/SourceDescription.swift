import QuandianText

/// Where a document came from and who worked on it: what the header of the result says beside the text itself.
public struct SourceDescription: Sendable {
    /// The name of the source file without its folders.
    public var fileName: String
    /// The SHA-256 of the source bytes, 64 lower-case hexadecimal digits.
    public var digest: String
    /// The size of the source in bytes.
    public var byteCount: Int
    /// How the bytes became characters, as a sentence: the encoding, how it was found, what was replaced.
    public var encoding: String
    /// The version of the program.
    public var version: String
    /// The filters that ran, in order: name and what it does.
    public var filters: [(name: String, summary: String)]
    /// The settings that shaped the result, name and value.
    public var settings: [(name: String, value: String)]

    public init(
        fileName: String, digest: String, byteCount: Int, encoding: String, version: String,
        filters: [(name: String, summary: String)], settings: [(name: String, value: String)]
    ) {
        self.fileName = fileName
        self.digest = digest
        self.byteCount = byteCount
        self.encoding = encoding
        self.version = version
        self.filters = filters
        self.settings = settings
    }
}
