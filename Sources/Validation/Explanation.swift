import CLibXML2

/// Turns what libxml2 says into what a person wants to know: which element, what is wrong, what would be right.
struct Explanation {
    private(set) var diagnostics: [Diagnostic] = []
    private let expectations: Expectations
    /// A value that did not fit its datatype, until libxml2 says which element it belongs to.
    private var wrongValue: String?

    init(_ expectations: Expectations) {
        self.expectations = expectations
    }

    /// What is wrong with XML that is not well-formed.
    static func malformed(_ entry: Log.Entry) -> Diagnostic {
        let code: Diagnostic.Code
        switch UInt32(bitPattern: entry.code) {
        case XML_ERR_INVALID_ENCODING.rawValue, XML_ERR_UNSUPPORTED_ENCODING.rawValue,
            XML_ERR_UNKNOWN_ENCODING.rawValue:
            code = .encoding
        default:
            // These have no code of their own in all versions of libxml2.
            let words = ["XML_PARSE_HUGE", "huge", "too long", "too large", "limit"]
            code = words.contains { entry.message.contains($0) } ? .limit : .malformed
        }
        let line = entry.line > 0 ? entry.line : nil
        switch code {
        case .encoding:
            return Diagnostic(
                code, "the bytes are not in the encoding that the document claims: \(entry.message)", line: line)
        case .limit:
            return Diagnostic(
                code,
                "beyond what is safe to read (256 elements deep, 10 MB in one text or attribute): \(entry.message)",
                line: line)
        default: return Diagnostic(code, "no well-formed XML: \(entry.message)", line: line)
        }
    }

    mutating func add(_ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
    }

    /// Takes in one thing that libxml2 says of a document and a schema.
    mutating func add(_ entry: Log.Entry) {
        guard entry.domain == Int32(XML_FROM_RELAXNGV.rawValue), let place = entry.place else {
            return tell(.other, entry, entry.message)
        }
        let name = place.name
        switch UInt32(bitPattern: entry.code) {
        case XML_RELAXNG_ERR_TYPEVAL.rawValue, XML_RELAXNG_ERR_TYPE.rawValue, XML_RELAXNG_ERR_DATATYPE.rawValue,
            XML_RELAXNG_ERR_VALUE.rawValue, XML_RELAXNG_ERR_DUPID.rawValue:
            // What follows says where.
            if UInt32(bitPattern: entry.code) == XML_RELAXNG_ERR_TYPEVAL.rawValue {
                wrongValue = "“\(entry.parts[1])” is no \(entry.parts[0])"
            }
        case XML_RELAXNG_ERR_ATTRVALID.rawValue, XML_RELAXNG_ERR_INVALIDATTR.rawValue:
            tell(.attribute, entry, attributes(of: place))
        case XML_RELAXNG_ERR_ELEMWRONG.rawValue:
            guard let parent = place.parent else {
                return tell(.element, entry, "“\(name)” cannot be the outermost element, or not in this namespace")
            }
            if let known = expectations[parent], known.elements.contains(name) {
                tell(.element, entry, "“\(name)” may stand in “\(parent)”, but not at this place")
            } else {
                tell(.element, entry, "“\(name)” may not stand in “\(parent)”" + holding(parent))
            }
        case XML_RELAXNG_ERR_ELEMWRONGNS.rawValue, XML_RELAXNG_ERR_ELEMNONS.rawValue,
            XML_RELAXNG_ERR_ELEMEXTRANS.rawValue:
            tell(.element, entry, "“\(name)” is not in the namespace that the schema wants: \(entry.parts[1])")
        case XML_RELAXNG_ERR_ELEMNAME.rawValue:
            tell(.element, entry, "“\(entry.parts[1])” stands where “\(entry.parts[0])” is wanted")
        case XML_RELAXNG_ERR_TEXTWRONG.rawValue:
            tell(.content, entry, "text may not stand in “\(name)”" + holding(name))
        case XML_RELAXNG_ERR_DATAELEM.rawValue, XML_RELAXNG_ERR_VALELEM.rawValue, XML_RELAXNG_ERR_LISTELEM.rawValue:
            tell(.content, entry, "“\(name)” holds text and no elements")
        case XML_RELAXNG_ERR_CONTENTVALID.rawValue:
            let why =
                place.isEmpty
                ? "“\(name)” is empty, or lacks what must stand in it"
                : "what stands in “\(name)” is not complete or not in order"
            tell(.content, entry, (wrongValue ?? why) + holding(name))
        case XML_RELAXNG_ERR_EXTRACONTENT.rawValue, XML_RELAXNG_ERR_NOELEM.rawValue:
            tell(.element, entry, "“\(name)” holds something that it may not hold" + holding(name))
        default: tell(.other, entry, entry.message)
        }
    }

    private func holding(_ name: String) -> String {
        expectations.contents(of: name).map { ": it may hold \($0)" } ?? ""
    }

    private func attributes(of place: Log.Place) -> String {
        let name = place.name
        guard let known = expectations[name] else {
            return wrongValue ?? "the attributes of “\(name)” are not as the schema wants them"
        }
        for (attribute, value) in place.attributes {
            guard let expected = known.attributes.first(where: { $0.name == attribute }) else {
                let names = Expectations.either(known.attributes.map(\.name))
                return "“\(name)” has no attribute “\(attribute)”: it may have \(names.isEmpty ? "none" : names)"
            }
            if !expected.values.isEmpty, !expected.values.contains(value) {
                return
                    "“\(value)” is no value of “\(attribute)” on “\(name)”: give \(Expectations.either(expected.values))"
            }
        }
        for expected in known.attributes
        where expected.isRequired && !place.attributes.contains(where: { $0.name == expected.name }) {
            return "“\(name)” lacks the attribute “\(expected.name)”"
        }
        let found = place.attributes.prefix(8).map { "\($0.name)=\"\($0.value.prefix(60))\"" }.joined(separator: " ")
        let why = wrongValue.map { $0 + "; " } ?? ""
        return why + "the attributes of “\(name)” are wrong or do not go together: "
            + (found.isEmpty ? "it has none" : found)
    }

    /// One element is told once: of what libxml2 says of it, the first is the true reason and the rest are echoes.
    private mutating func tell(_ code: Diagnostic.Code, _ entry: Log.Entry, _ message: String) {
        wrongValue = nil
        let line = entry.line > 0 ? entry.line : nil
        if let last = diagnostics.last, last.line == line {
            if last.element == entry.place?.name || last.message == message { return }
            // That a parent has too much, after a child was not expected.
            if UInt32(bitPattern: entry.code) == XML_RELAXNG_ERR_EXTRACONTENT.rawValue { return }
        }
        diagnostics.append(
            Diagnostic(
                code, message, severity: entry.isError ? .error : .warning, line: line,
                sourceLine: entry.place?.sourceLine, element: entry.place?.name))
    }
}

extension Log.Entry {
    var isOfSchema: Bool {
        domain == Int32(XML_FROM_RELAXNGV.rawValue) || domain == Int32(XML_FROM_SCHEMASV.rawValue)
    }

    /// Whether it concerns XML itself. What libxml2 says of identifiers (of its DTD part) is left to the walk.
    var isMalformed: Bool {
        isError && !isOfSchema && domain != Int32(XML_FROM_VALID.rawValue) && domain != Int32(XML_FROM_DTD.rawValue)
    }
}
