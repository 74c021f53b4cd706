import CLibXML2

/// What a RELAX NG grammar allows, by the name of the element, for messages that tell what would have been right.
///
/// A grammar may define an element several times; what is known of a name is then true of one of them.
struct Expectations: Sendable {
    struct Element: Sendable {
        var elements: [String] = []
        var attributes: [Attribute] = []
        var holdsText = false
    }

    struct Attribute: Sendable {
        let name: String
        let isRequired: Bool
        /// The values where there is a list of them, else nothing.
        let values: [String]
    }

    private(set) var elements: [String: Element] = [:]

    init() {}

    subscript(name: String) -> Element? { elements[name] }

    /// Reads a grammar that stands in one file. One that libxml2 cannot read gives nothing.
    init(relaxNG bytes: [UInt8]) {
        let document = unsafe bytes.withUnsafeBytes { bytes in
            let start = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
            return unsafe xmlReadMemory(start, Int32(bytes.count), nil, nil, Int32(XML_PARSE_NONET.rawValue))
        }
        guard let document = unsafe document else { return }
        defer { unsafe xmlFreeDoc(document) }
        guard let root = unsafe xmlDocGetRootElement(document) else { return }
        let source = unsafe Pattern(root)
        var definitions: [String: Pattern] = [:]
        source.visit { if $0.kind == "define" { definitions[$0.name] = $0 } }
        source.visit { pattern in
            guard pattern.kind == "element", !pattern.name.isEmpty else { return }
            var element = elements[pattern.name] ?? Element()
            Self.collect(pattern.parts, required: true, definitions, into: &element)
            elements[pattern.name] = element
        }
    }

    /// A node of the grammar as a value.
    private final class Pattern {
        let kind: String
        let name: String
        let text: String
        let parts: [Pattern]

        init(_ node: Node.Pointer) {
            unsafe kind = Node.name(node) ?? ""
            var name = ""
            var attribute = unsafe node.pointee.properties
            while let one = unsafe attribute {
                if unsafe xmlStrEqual(one.pointee.name, "name") == 1, let value = unsafe Node.value(of: one) {
                    unsafe name = String(cString: value)
                }
                unsafe attribute = one.pointee.next
            }
            self.name = name
            var parts: [Pattern] = []
            var text = ""
            var child = unsafe node.pointee.children
            while let one = unsafe child {
                if unsafe one.pointee.type == XML_ELEMENT_NODE { unsafe parts.append(Pattern(one)) }
                if unsafe one.pointee.type == XML_TEXT_NODE, let content = unsafe one.pointee.content {
                    unsafe text += String(cString: content)
                }
                unsafe child = one.pointee.next
            }
            self.parts = parts
            self.text = text
        }

        func visit(_ body: (Pattern) -> Void) {
            body(self)
            for part in parts { part.visit(body) }
        }
    }

    private static func collect(
        _ parts: [Pattern], required: Bool, _ definitions: [String: Pattern], into element: inout Element
    ) {
        for part in parts {
            switch part.kind {
            case "element":
                if !element.elements.contains(part.name) { element.elements.append(part.name) }
            case "attribute":
                if !element.attributes.contains(where: { $0.name == part.name }) {
                    var values: [String] = []
                    part.visit { if $0.kind == "value" { values.append($0.text) } }
                    element.attributes.append(Attribute(name: part.name, isRequired: required, values: values))
                }
            case "text", "data", "value": element.holdsText = true
            case "ref":
                if let definition = definitions[part.name] {
                    collect(definition.parts, required: required, definitions, into: &element)
                }
            case "group", "oneOrMore": collect(part.parts, required: required, definitions, into: &element)
            default: collect(part.parts, required: false, definitions, into: &element)
            }
        }
    }

    /// “text, s or persName”: what an element may hold; nil where the grammar does not know it.
    func contents(of name: String) -> String? {
        guard let element = elements[name] else { return nil }
        let all = (element.holdsText ? ["text"] : []) + element.elements
        return all.isEmpty ? "nothing" : Self.either(all)
    }

    static func either(_ words: [String]) -> String {
        words.count < 2 ? words.joined() : words.dropLast().joined(separator: ", ") + " or " + words[words.count - 1]
    }
}
