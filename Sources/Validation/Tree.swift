import CLibXML2

/// Validation of a whole document in memory, for its messages.
enum Tree {
    /// What libxml2 says of a document that is well-formed; nil where it cannot be read.
    static func entries(_ bytes: UnsafeBufferPointer<UInt8>, _ schema: Schema, _ limits: Limits) -> [Log.Entry]? {
        var options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue)
        if !limits.guarded { options |= Int32(XML_PARSE_HUGE.rawValue) }
        let start = unsafe UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
        options |= Int32(XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)
        guard let document = unsafe xmlReadMemory(start, Int32(bytes.count), nil, nil, options) else { return nil }
        defer { unsafe xmlFreeDoc(document) }
        let log = Log(limit: Validator.mostFindings)
        let context = GrammarContext(schema, log: log)
        _ = unsafe context.validate(document)
        return log.entries
    }
}
