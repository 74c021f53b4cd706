/// One thing that is wrong with a document, told to a person.
public struct Diagnostic: Error, Hashable, Sendable {
    public enum Severity: String, Hashable, Sendable, CaseIterable {
        /// The document is valid all the same.
        case warning
        /// The document is not valid.
        case error
    }

    /// A short stable name, for people who count and filter.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// The bytes are no well-formed XML.
        case malformed = "xml.malformed"
        /// The bytes are not in the encoding that they claim.
        case encoding = "xml.encoding"
        /// Too large, too deep, or grown beyond what is safe to read.
        case limit = "xml.limit"
        /// A DTD from elsewhere, or declarations of its own.
        case doctype = "xml.doctype"
        /// An element where the schema wants none or another.
        case element = "schema.element"
        /// An attribute that is unknown, missing or has a wrong value.
        case attribute = "schema.attribute"
        /// Text that the schema does not want, or of another form.
        case content = "schema.content"
        /// Something else that the schema says.
        case other = "schema.other"
        /// Two elements with one `xml:id`.
        case repeatedIdentifier = "id.repeated"
        /// A pointer that has no form of a pointer: neither `#id` nor, where lines are meant, `line:5` or `line:5-7`.
        case malformedPointer = "pointer.malformed"
        /// A pointer to an `xml:id` that nothing bears.
        case danglingPointer = "pointer.dangling"
        /// A pointer with a prefix that no `prefixDef` declares.
        case undeclaredPrefix = "pointer.undeclared-prefix"
        /// A name, date, title … with nothing in it.
        case emptyName = "name.empty"
        /// A block that says it stems from a line before that of the block before it.
        case sourceOrder = "source.order"
    }

    public let code: Code
    public let severity: Severity
    /// The line of the XML, from 1; nil where the whole document is meant.
    public let line: Int?
    /// The line of the source text that the place stems from, from 1, where a `source` attribute says so.
    public let sourceLine: Int?
    /// The name of the element.
    public let element: String?
    /// A sentence: what is wrong and, where it is known, what would be right.
    public let message: String

    public init(
        _ code: Code, _ message: String, severity: Severity = .error, line: Int? = nil, sourceLine: Int? = nil,
        element: String? = nil
    ) {
        self.code = code
        self.severity = severity
        self.line = line
        self.sourceLine = sourceLine
        self.element = element
        self.message = message
    }
}
