/// Why a weights file cannot be used.
public enum TaggerWeightsError: Error, Hashable, Sendable, CustomStringConvertible {
    case notWeights
    case otherVersion(found: Int, expected: Int)
    case truncated(found: Int, expected: Int)
    case malformed(String)

    public var description: String {
        switch self {
        case .notWeights: "this is not a weights file of the name tagger: it does not begin with its mark"
        case .otherVersion(let found, let expected):
            "the weights are of version \(found), this program reads version \(expected): train them anew"
        case .truncated(let found, let expected): "the weights file has \(found) bytes where \(expected) are promised"
        case .malformed(let what): "the weights file is damaged: \(what)"
        }
    }
}
