public import QuandianFilters

/// Weights of the name tagger from a file, as `quandian-train` writes them, in the place of those in the program.
public struct TaggerModel: Sendable {
    /// The SHA-256 of the file, in hexadecimal; a result's header names it.
    public let digest: String
    let tagger: NameTagger

    /// - Parameter bytes: the whole file.
    /// - Throws: `TaggerWeightsError` where the bytes are no weights, or of another version, or damaged.
    public init(_ bytes: [UInt8]) throws(TaggerWeightsError) {
        tagger = try NameTagger(weights: bytes)
        digest = Digest.sha256(bytes)
    }
}
