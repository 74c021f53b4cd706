/// Why a file is no schema to validate by.
public struct SchemaError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Code: String, Hashable, Sendable {
        /// The name ends neither in `.rng` nor in `.xsd`.
        case unknownKind
        /// The file is not there or may not be read.
        case unreadable
        /// The schema, or a file that it includes, lies on the network.
        case network
        /// The file is no schema.
        case invalid
    }

    public let code: Code
    public let path: String
    /// What libxml2 said, a line each, or the address that was refused.
    public let details: [String]

    init(_ code: Code, _ path: String, _ details: [String] = []) {
        self.code = code
        self.path = path
        self.details = details
    }

    public var description: String {
        switch code {
        case .unknownKind: "\(path): not a schema that can be used: give a RELAX NG (.rng) or W3C (.xsd) schema file"
        case .unreadable: "\(path): cannot be read"
        case .network:
            "\(path): refers to \(details.first ?? "a network address"): copy that file beside the schema and refer to the copy; nothing is fetched from the network"
        case .invalid: "\(path): is no valid schema: \(details.prefix(3).joined(separator: "; "))"
        }
    }
}
