import CLibXML2

/// Reads a document as libxml2's parser tells of it, and validates it on the way.
///
/// What is validated and looked at are libxml2's nodes. An element is kept until it ends: the memory needed grows with the
/// depth of the document, not with its length. Only an element whose content the grammar describes by a datatype is kept
/// with all that stands in it, and validated at its end. See ``NodeStore`` for why nodes are not freed.
///
/// The bytes must outlive it; ``Validator`` sees to that.
@safe final class EventReading {
    private let parser: UnsafeMutablePointer<xmlParserCtxt>
    private let grammar: GrammarContext
    private let log: Log
    private let source: ByteSource
    private let store: NodeStore
    private var walk: Walk
    /// Whether everything so far is as the grammar wants it. Nothing is validated after what is not: libxml2 would speak of
    /// nodes that are gone, and what is wrong is explained elsewhere.
    private(set) var isValid = true
    /// The element that is kept whole, where one is.
    private var kept: Node.Pointer?

    /// Nil where libxml2 has no memory left.
    init?(_ bytes: UnsafeBufferPointer<UInt8>, _ schema: Schema, guarded: Bool, log: Log) {
        // No NOENT, no DTDLOAD: entities are neither replaced nor fetched. Compact: short texts have no memory of their own.
        var options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue | XML_PARSE_COMPACT.rawValue)
        if !guarded { options |= Int32(XML_PARSE_HUGE.rawValue) }
        source = unsafe ByteSource(bytes)
        guard
            let parser = unsafe xmlCreateIOParserCtxt(
                nil, nil, ByteSource.read, nil, source.address, XML_CHAR_ENCODING_NONE)
        else { return nil }
        unsafe self.parser = unsafe parser
        grammar = GrammarContext(schema, log: log)
        self.log = log
        unsafe store = NodeStore(parser)
        unsafe walk = Walk(schema.checks, parser)
        _ = unsafe xmlCtxtUseOptions(parser, options)
        unsafe parser.pointee._private = unsafe Unmanaged.passUnretained(self).toOpaque()
        unsafe log.parser = unsafe parser
        unsafe listen(unsafe parser.pointee.sax)
        unsafe grammar.plug(into: parser)
    }

    deinit {
        grammar.unplug()
        unsafe log.parser = nil
        // The elements that were open where the document broke are freed with it.
        unsafe xmlFreeDoc(parser.pointee.myDoc)
        unsafe parser.pointee.myDoc = nil
        unsafe xmlFreeParserCtxt(parser)
    }

    /// Reads to the end, or to where the bytes are no XML, which the log tells.
    func read() {
        _ = unsafe xmlParseDocument(parser)
        if let valid = grammar.isValid { isValid = valid }
    }

    /// What the checks beyond the grammar have found, after all is read.
    func finish() -> [Diagnostic] { walk.finish() }

    // MARK: What the parser tells

    private static func of(_ context: UnsafeMutableRawPointer?) -> EventReading? {
        guard let parser = unsafe context?.assumingMemoryBound(to: xmlParserCtxt.self),
            let own = unsafe parser.pointee._private
        else { return nil }
        return unsafe Unmanaged<EventReading>.fromOpaque(own).takeUnretainedValue()
    }

    private func listen(_ handler: UnsafeMutablePointer<xmlSAXHandler>) {
        unsafe handler.pointee.startElementNs = {
            context, name, prefix, address, namespaceCount, namespaces, attributeCount, defaulted, attributes in
            unsafe xmlSAX2StartElementNs(
                context, name, prefix, address, namespaceCount, namespaces, attributeCount, defaulted, attributes)
            unsafe EventReading.of(context)?.open()
        }
        unsafe handler.pointee.endElementNs = { context, name, prefix, address in
            unsafe EventReading.of(context)?.close()
        }
        unsafe handler.pointee.characters = { context, text, count in
            guard let reading = unsafe EventReading.of(context), let text = unsafe text else { return }
            if unsafe reading.kept != nil { unsafe xmlSAX2Characters(context, text, count) }
            unsafe reading.text(UnsafeBufferPointer(start: text, count: Int(count)))
        }
        unsafe handler.pointee.ignorableWhitespace = handler.pointee.characters
        unsafe handler.pointee.cdataBlock = { context, text, count in
            guard let reading = unsafe EventReading.of(context), let text = unsafe text else { return }
            if unsafe reading.kept != nil { unsafe xmlSAX2CDataBlock(context, text, count) }
            unsafe reading.text(UnsafeBufferPointer(start: text, count: Int(count)))
        }
        // These part texts, which matters in what is kept whole.
        unsafe handler.pointee.comment = { context, text in
            if unsafe EventReading.of(context)?.kept != nil { unsafe xmlSAX2Comment(context, text) }
        }
        unsafe handler.pointee.processingInstruction = { context, target, data in
            if unsafe EventReading.of(context)?.kept != nil {
                unsafe xmlSAX2ProcessingInstruction(context, target, data)
            }
        }
    }

    private func open() {
        guard let node = unsafe parser.pointee.node else { return }
        unsafe walk.open(node)
        if unsafe !isValid || kept != nil { return }
        switch unsafe grammar.push(node, parser.pointee.myDoc) {
        case 0: unsafe kept = unsafe node
        case 1: break
        default: isValid = false
        }
    }

    private func close() {
        guard let node = unsafe parser.pointee.node else { return }
        unsafe walk.close(node)
        if unsafe kept == nil {
            if isValid, unsafe !grammar.pop(node, parser.pointee.myDoc) { isValid = false }
        } else if unsafe kept == node {
            if unsafe !grammar.validate(whole: node, parser.pointee.myDoc) { isValid = false }
            unsafe kept = nil
        }
        unsafe xmlSAX2EndElementNs(parser, nil, nil, nil)
        if unsafe kept == nil { unsafe store.take(node) }
    }

    private func text(_ text: UnsafeBufferPointer<UInt8>) {
        let isBlank = unsafe text.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
        if isBlank { return }
        walk.text()
        if isValid, unsafe kept == nil, unsafe !grammar.push(text: text) { isValid = false }
    }
}
