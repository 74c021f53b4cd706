import CLibXML2

/// libxml2's streaming reader over bytes in memory: one node at a time, memory that does not grow with the document.
///
/// The bytes and the log must outlive it; ``Validator`` sees to that.
@safe struct Reader: ~Copyable {
    private let reader: OpaquePointer
    private let log: Log
    private let grammar: GrammarContext

    /// Nil where libxml2 has no memory left.
    init?(_ bytes: UnsafeBufferPointer<UInt8>, _ schema: Schema, guarded: Bool, log: Log) {
        // No NOENT, no DTDLOAD: entities are neither replaced nor fetched. Compact: short texts have no memory of their own.
        var options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue | XML_PARSE_COMPACT.rawValue)
        if !guarded { options |= Int32(XML_PARSE_HUGE.rawValue) }
        let start = unsafe UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
        guard let reader = unsafe xmlReaderForMemory(start, Int32(bytes.count), nil, nil, options) else { return nil }
        unsafe self.reader = reader
        self.log = log
        unsafe log.reader = reader
        unsafe xmlTextReaderSetStructuredErrorHandler(reader, Log.handler, log.address)
        grammar = GrammarContext(schema, log: log)
        unsafe grammar.attach(to: reader)
    }

    deinit {
        // The reader looks at the context while it is freed.
        unsafe xmlFreeTextReader(reader)
        unsafe log.reader = nil
    }

    enum Step {
        case element, endOfElement, text, other
    }

    /// Goes to the next node; nil at the end, and where the bytes are no XML.
    mutating func next() -> Step? {
        guard unsafe xmlTextReaderRead(reader) == 1 else { return nil }
        switch unsafe UInt32(xmlTextReaderNodeType(reader)) {
        case XML_READER_TYPE_ELEMENT.rawValue: return .element
        case XML_READER_TYPE_END_ELEMENT.rawValue: return .endOfElement
        case XML_READER_TYPE_TEXT.rawValue, XML_READER_TYPE_CDATA.rawValue: return .text
        default: return .other
        }
    }

    var node: Node.Pointer? { unsafe xmlTextReaderCurrentNode(reader) }

    var isEmptyElement: Bool { unsafe xmlTextReaderIsEmptyElement(reader) == 1 }

    /// The line of the node. Beyond line 65535 libxml2 keeps no line for elements without text, and the line that the
    /// parser has reached stands for it.
    var line: Int {
        let line = unsafe node.map { unsafe Node.line(of: $0) } ?? 0
        return line > 0 && line != 65535 ? line : Int(unsafe xmlTextReaderGetParserLineNumber(reader))
    }

    /// Whether everything so far is as the grammar wants it.
    var isValid: Bool { unsafe xmlTextReaderIsValid(reader) == 1 }

    /// The reader's own copy of a name: nodes with that name point to it.
    func interned(_ name: String) -> UnsafePointer<UInt8>? {
        unsafe xmlTextReaderConstString(reader, name)
    }
}

/// What libxml2 keeps while it validates one document.
@safe struct GrammarContext: ~Copyable {
    @safe private enum Context {
        case relaxNG(OpaquePointer?)
        case xmlSchema(OpaquePointer?)
    }

    private let context: Context

    init(_ schema: Schema, log: Log) {
        switch schema.grammar {
        case .relaxNG(let grammar):
            let made = unsafe xmlRelaxNGNewValidCtxt(grammar)
            unsafe xmlRelaxNGSetValidStructuredErrors(made, Log.handler, log.address)
            unsafe context = .relaxNG(made)
        case .xmlSchema(let grammar):
            let made = unsafe xmlSchemaNewValidCtxt(grammar)
            unsafe xmlSchemaSetValidStructuredErrors(made, Log.handler, log.address)
            unsafe context = .xmlSchema(made)
        }
    }

    deinit {
        switch context {
        case .relaxNG(let made): unsafe xmlRelaxNGFreeValidCtxt(made)
        case .xmlSchema(let made): unsafe xmlSchemaFreeValidCtxt(made)
        }
    }

    /// Lets a reader validate as it reads.
    func attach(to reader: OpaquePointer) {
        switch context {
        case .relaxNG(let made): _ = unsafe xmlTextReaderRelaxNGValidateCtxt(reader, made, 0)
        case .xmlSchema(let made): _ = unsafe xmlTextReaderSchemaValidateCtxt(reader, made, 0)
        }
    }

    /// Validates a whole document in memory.
    func validate(_ document: xmlDocPtr) -> Bool {
        switch context {
        case .relaxNG(let made): unsafe xmlRelaxNGValidateDoc(made, document) == 0
        case .xmlSchema(let made): unsafe xmlSchemaValidateDoc(made, document) == 0
        }
    }
}
