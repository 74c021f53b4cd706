import CLibXML2

/// Turns what libxml2 says into what a person wants to know.
struct Explanation {
    private(set) var diagnostics: [Diagnostic] = []
    private let expectations: Expectations

    init(_ expectations: Expectations) {
        self.expectations = expectations
    }

    mutating func add(_ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
    }

    mutating func add(_ entry: Log.Entry) {
        let found = diagnostic(entry)
        // libxml2 tells a wrong element twice: that it did not expect it, and that its parent has too much.
        if let last = diagnostics.last, last.line == found.line, last.element == found.element,
            last.code == found.code, entry.isEcho
        {
            return
        }
        if !diagnostics.contains(found) { diagnostics.append(found) }
    }

    func diagnostic(_ entry: Log.Entry) -> Diagnostic {
        Diagnostic(
            entry.diagnosticCode, entry.message, severity: entry.isError ? .error : .warning,
            line: entry.line > 0 ? entry.line : nil, sourceLine: entry.sourceLine, element: entry.element)
    }
}

extension Log.Entry {
    /// Whether it concerns XML itself and not the schema.
    var isMalformed: Bool {
        isError && domain != Int32(XML_FROM_RELAXNGV.rawValue) && domain != Int32(XML_FROM_SCHEMASV.rawValue)
            && domain != Int32(XML_FROM_VALID.rawValue)
    }

    /// Whether libxml2 has said it before in other words.
    var isEcho: Bool { code == Int32(XML_RELAXNG_ERR_EXTRACONTENT.rawValue) }

    var diagnosticCode: Diagnostic.Code {
        if isMalformed {
            switch UInt32(code) {
            case XML_ERR_INVALID_ENCODING.rawValue, XML_ERR_UNSUPPORTED_ENCODING.rawValue,
                XML_ERR_UNKNOWN_ENCODING.rawValue:
                return .encoding
            case XML_ERR_ENTITY_LOOP.rawValue, XML_ERR_NAME_TOO_LONG.rawValue: return .limit
            default: return message.contains("XML_PARSE_HUGE") ? .limit : .malformed
            }
        }
        guard domain == Int32(XML_FROM_RELAXNGV.rawValue) else { return .other }
        switch UInt32(code) {
        case XML_RELAXNG_ERR_INVALIDATTR.rawValue, XML_RELAXNG_ERR_ATTRVALID.rawValue,
            XML_RELAXNG_ERR_ATTRNAME.rawValue:
            return .attribute
        case XML_RELAXNG_ERR_ELEMNAME.rawValue, XML_RELAXNG_ERR_ELEMWRONG.rawValue, XML_RELAXNG_ERR_NOELEM.rawValue,
            XML_RELAXNG_ERR_EXTRACONTENT.rawValue, XML_RELAXNG_ERR_ELEMWRONGNS.rawValue,
            XML_RELAXNG_ERR_ELEMNONS.rawValue:
            return .element
        case XML_RELAXNG_ERR_TEXTWRONG.rawValue, XML_RELAXNG_ERR_CONTENTVALID.rawValue,
            XML_RELAXNG_ERR_DATATYPE.rawValue, XML_RELAXNG_ERR_TYPEVAL.rawValue, XML_RELAXNG_ERR_VALUE.rawValue:
            return .content
        default: return .other
        }
    }
}
