import CLibXML2

/// What libxml2 keeps while it validates one document.
@safe final class GrammarContext {
    @safe private enum Context {
        case relaxNG(OpaquePointer?)
        case xmlSchema(OpaquePointer?)
    }

    private let context: Context
    /// Where an XML Schema listens to a parser.
    private var plug: OpaquePointer?

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

    /// Lets an XML Schema hear what a parser tells; RELAX NG is told by ``push(_:_:)`` and its like.
    func plug(into parser: UnsafeMutablePointer<xmlParserCtxt>) {
        guard case .xmlSchema(let made) = context else { return }
        unsafe plug = unsafe xmlSchemaSAXPlug(made, &parser.pointee.sax, &parser.pointee.userData)
    }

    func unplug() {
        if let plug = unsafe plug { _ = unsafe xmlSchemaSAXUnplug(plug) }
        unsafe plug = nil
    }

    /// What an XML Schema says of all that it heard; nil for RELAX NG.
    var isValid: Bool? {
        guard case .xmlSchema(let made) = context else { return nil }
        return unsafe xmlSchemaIsValid(made) == 1
    }

    /// An element begins: 1 where it may, 0 where it must be validated whole at its end, else -1.
    func push(_ element: Node.Pointer, _ document: xmlDocPtr?) -> Int32 {
        guard case .relaxNG(let made) = context else { return 1 }
        return unsafe xmlRelaxNGValidatePushElement(made, document, element)
    }

    /// A text that is not blank.
    func push(text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard case .relaxNG(let made) = context else { return true }
        // It looks for the first character that is not blank, and no further.
        return unsafe xmlRelaxNGValidatePushCData(made, text.baseAddress, Int32(text.count)) == 1
    }

    /// An element ends that ``push(_:_:)`` let begin.
    func pop(_ element: Node.Pointer, _ document: xmlDocPtr?) -> Bool {
        guard case .relaxNG(let made) = context else { return true }
        return unsafe xmlRelaxNGValidatePopElement(made, document, element) == 1
    }

    func validate(whole element: Node.Pointer, _ document: xmlDocPtr?) -> Bool {
        guard case .relaxNG(let made) = context else { return true }
        return unsafe xmlRelaxNGValidateFullElement(made, document, element) == 1
    }

    /// Validates a whole document in memory.
    func validate(_ document: xmlDocPtr) -> Bool {
        switch context {
        case .relaxNG(let made): unsafe xmlRelaxNGValidateDoc(made, document) == 0
        case .xmlSchema(let made): unsafe xmlSchemaValidateDoc(made, document) == 0
        }
    }
}
