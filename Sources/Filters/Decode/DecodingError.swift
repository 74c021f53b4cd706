/// Why bytes were not turned into text.
public struct DecodingError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// An image, an archive, a word processor's file: no plain text.
        case binary = "decoding.binary"
        /// Bytes that are no text in the encoding, and the caller wants none replaced.
        case invalidBytes = "decoding.invalid-bytes"
        case unknownEncoding = "decoding.unknown-encoding"
        /// An encoding that is not read, as UTF-32.
        case unsupportedEncoding = "decoding.unsupported-encoding"
        /// The system's `iconv` does not know the encoding.
        case encodingUnavailable = "decoding.encoding-unavailable"
        case tooLarge = "decoding.too-large"
    }

    public let code: Code
    /// What happened and what to do, as a sentence.
    public let message: String
    /// The offset in the source in bytes, from 0; nil where the error concerns the whole file.
    public let sourceOffset: Int?
    /// The line of the source, from 1; nil where the error concerns the whole file.
    public let line: Int?

    init(_ code: Code, _ message: String, sourceOffset: Int? = nil, line: Int? = nil) {
        self.code = code
        self.message = message
        self.sourceOffset = sourceOffset
        self.line = line
    }

    public var description: String { message }
}
