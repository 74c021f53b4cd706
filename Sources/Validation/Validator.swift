import CLibXML2

/// Checks TEI documents, ours or not, against a schema, and beyond it for what no schema can say.
///
/// A document is read once, node by node, and validated on the way: the memory needed does not grow with it. Only
/// where the grammar is broken and the document is not too large is it read a second time, as a tree, since libxml2
/// explains itself much better there.
///
/// No network is used, no DTD is loaded, no entity is replaced.
public struct Validator: Sendable {
    public let limits: Limits

    /// Documents up to this size are read a second time to explain what is wrong.
    private static let largestTree = 32 << 20
    /// So many findings are told of one document.
    static let mostFindings = 200

    public init(_ limits: Limits = .untrusted) {
        self.limits = limits
    }

    /// What is wrong with a document, in the order of its lines; nothing where it is valid.
    public func validate(_ bytes: [UInt8], against schema: Schema = .quandian) -> [Diagnostic] {
        if bytes.isEmpty { return [Diagnostic(.malformed, "the file is empty: there is no XML in it")] }
        let most = min(limits.maximumBytes, Int(Int32.max))
        if bytes.count > most {
            return [Diagnostic(.limit, "the file has \(bytes.count) bytes; no more than \(most) are read")]
        }
        return unsafe bytes.withUnsafeBufferPointer { unsafe validate($0, against: schema) }
    }

    private func validate(_ bytes: UnsafeBufferPointer<UInt8>, against schema: Schema) -> [Diagnostic] {
        let log = Log(limit: Self.mostFindings)
        guard var reader = unsafe Reader(bytes, schema, guarded: limits.guarded, log: log) else {
            return [Diagnostic(.limit, "not enough memory to read the document")]
        }
        var walk = Walk(schema.checks, reader)
        while let step = reader.next() {
            switch step {
            case .element: walk.open(reader)
            case .endOfElement: walk.close(reader)
            case .text: walk.text(reader)
            case .doctype:
                if let refused = Doctype.refusal(reader) { return [refused] }
            case .other: break
            }
        }
        var explanation = Explanation(schema.expectations)
        if let broken = log.entries.first(where: \.isMalformed) {
            return [explanation.diagnostic(broken)]
        }
        if !reader.isValid || !log.entries.isEmpty {
            let entries = log.entries
            if bytes.count <= Self.largestTree, let told = unsafe Tree.entries(bytes, schema, limits) {
                for entry in told { explanation.add(entry) }
            }
            // A broken grammar makes the reader complain of all that follows: the first complaint is the true one.
            if explanation.diagnostics.isEmpty, let first = entries.first { explanation.add(first) }
            if explanation.diagnostics.isEmpty {
                explanation.add(Diagnostic(.other, "the document is not valid against the schema"))
            }
        }
        return (explanation.diagnostics + walk.finish()).sorted { ($0.line ?? 0) < ($1.line ?? 0) }
    }
}
