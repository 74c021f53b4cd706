import CLibXML2

/// A name that a TEI document lists: in `listPerson`, `listOrg` or `listPlace`.
package struct ListedName: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case person, organisation, place
    }

    package let kind: Kind
    /// The name without white space at its ends.
    package let name: String
    /// The first name of the same entry.
    package let canonical: String
    /// The entry's `xml:id`.
    package let identifier: String?
}

/// Reads the names that a TEI document lists. Nothing else of the document matters, and it need not be valid.
package enum NameList {
    private static let entries: [String: ListedName.Kind] = [
        "person": .person, "personGrp": .person, "org": .organisation, "place": .place,
    ]
    private static let names: Set<String> = ["persName", "orgName", "placeName", "name"]

    /// All names of all entries, in document order. Time and memory linear in the document.
    ///
    /// - Throws: the ``Diagnostic`` that says why the bytes cannot be read.
    package static func read(_ bytes: [UInt8]) throws(Diagnostic) -> [ListedName] {
        let outcome: Result<[ListedName], Diagnostic> = unsafe bytes.withUnsafeBufferPointer { bytes in
            if let refusal = unsafe Prolog.refusal(bytes) { return .failure(refusal) }
            let start = unsafe UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
            let log = Log(limit: 1)
            unsafe xmlSetStructuredErrorFunc(log.address, Log.handler)
            defer { xmlSetStructuredErrorFunc(nil, nil) }
            let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue)
            guard let document = unsafe xmlReadMemory(start, Int32(clamping: bytes.count), nil, nil, options) else {
                return .failure(
                    log.entries.first.map(Explanation.malformed)
                        ?? Diagnostic(.malformed, "the file is no well-formed XML"))
            }
            defer { unsafe xmlFreeDoc(document) }
            var found: [ListedName] = []
            if let root = unsafe xmlDocGetRootElement(document) { unsafe walk(root, &found) }
            return .success(found)
        }
        return try outcome.get()
    }

    /// libxml2 refuses documents deeper than 256 elements, so that this never goes too deep.
    private static func walk(_ node: Node.Pointer, _ found: inout [ListedName]) {
        if let kind = unsafe Node.name(node).flatMap({ entries[$0] }) {
            var names: [String] = []
            unsafe collect(node, &names)
            let identifier = unsafe Node.attributes(node).first { $0.name == "xml:id" }?.value
            for name in names {
                found.append(ListedName(kind: kind, name: name, canonical: names[0], identifier: identifier))
            }
            return
        }
        unsafe eachChild(node) { unsafe walk($0, &found) }
    }

    private static func collect(_ node: Node.Pointer, _ names: inout [String]) {
        unsafe eachChild(node) { child in
            guard let element = unsafe Node.name(child), Self.names.contains(element) else { return }
            var bytes: [UInt8] = []
            unsafe text(of: child, &bytes)
            let name = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
                .joined(separator: " ")
            if !name.isEmpty, !names.contains(name) { names.append(name) }
        }
    }

    /// The text below a node: `<surname>` and `<forename>` make one name.
    private static func text(of node: Node.Pointer, _ bytes: inout [UInt8]) {
        if unsafe node.pointee.type == XML_TEXT_NODE || node.pointee.type == XML_CDATA_SECTION_NODE {
            var at = unsafe node.pointee.content
            while let byte = unsafe at?.pointee, byte != 0 {
                bytes.append(byte)
                unsafe at = unsafe at?.successor()
            }
        }
        var child = unsafe node.pointee.children
        while let here = unsafe child {
            unsafe text(of: here, &bytes)
            unsafe child = here.pointee.next
        }
    }

    private static func eachChild(_ node: Node.Pointer, _ body: (Node.Pointer) -> Void) {
        var child = unsafe node.pointee.children
        while let here = unsafe child {
            if unsafe here.pointee.type == XML_ELEMENT_NODE { unsafe body(here) }
            unsafe child = here.pointee.next
        }
    }
}
