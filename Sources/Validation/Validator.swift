import CLibXML2

/// Checks TEI documents, ours or not, against a schema, and beyond it for what no schema can say.
///
/// A document is read once, element by element, and validated on the way: the memory needed does not grow with it. Only
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
        return unsafe bytes.withUnsafeBufferPointer { bytes in
            unsafe Prolog.refusal(bytes).map { [$0] } ?? validate(bytes, against: schema)
        }
    }

    private func validate(_ bytes: UnsafeBufferPointer<UInt8>, against schema: Schema) -> [Diagnostic] {
        let log = Log(limit: Self.mostFindings)
        // libxml2 prints the few things that it tells no context.
        unsafe xmlSetStructuredErrorFunc(log.address, Log.handler)
        defer { xmlSetStructuredErrorFunc(nil, nil) }
        guard let reading = unsafe EventReading(bytes, schema, guarded: limits.guarded, log: log) else {
            return [Diagnostic(.limit, "not enough memory to read the document")]
        }
        reading.read()
        if let broken = log.entries.first(where: \.isMalformed) { return [Explanation.malformed(broken)] }
        var found = reading.finish()
        if !reading.isValid || log.entries.contains(where: \.isOfSchema) {
            found += unsafe explanation(bytes, schema, log, besides: found)
        }
        return found.sorted { ($0.line ?? 0) < ($1.line ?? 0) }
    }

    /// What breaks the grammar, but for what the walk has told in better words.
    private func explanation(
        _ bytes: UnsafeBufferPointer<UInt8>, _ schema: Schema, _ log: Log, besides told: [Diagnostic]
    ) -> [Diagnostic] {
        var explanation = Explanation(schema.expectations())
        if bytes.count <= Self.largestTree, let entries = unsafe Tree.entries(bytes, schema, limits) {
            for entry in entries where entry.isOfSchema { explanation.add(entry) }
        }
        if explanation.diagnostics.isEmpty {
            for entry in log.entries where entry.isOfSchema && explanation.diagnostics.isEmpty {
                explanation.add(entry)
            }
        }
        if explanation.diagnostics.isEmpty {
            explanation.add(Diagnostic(.other, "the document is not valid against the schema"))
        }
        let full: Set<Diagnostic.Code> = [.emptyName, .repeatedIdentifier]
        return explanation.diagnostics.filter { found in
            !told.contains { full.contains($0.code) && $0.line == found.line && $0.element == found.element }
        }
    }
}
