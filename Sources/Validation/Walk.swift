import CLibXML2

/// The checks beyond the grammar, made while a document is read. It must not outlive the parser, whose names it holds.
@safe struct Walk {
    private typealias Name = UnsafePointer<UInt8>

    private let checks: Checks
    private let parser: UnsafeMutablePointer<xmlParserCtxt>
    private let pointing: [Name]
    /// Those of them that never lead out of our documents.
    private let pointingInside: [Name]
    private let neverEmpty: [Name]
    private let id: Name?
    private let source: Name?
    private let textElement: Name?
    private let prefixDef: Name?
    private let ident: Name?

    private var identifiers: Set<String> = []
    private var pointers: [String: (place: Place, count: Int)] = [:]
    private var prefixes: Set<String> = []
    private var firstSource: Place?
    /// How many full stretches of text had been seen when each open element of ``neverEmpty`` began.
    private var opened: [Int] = []
    private var fullTexts = 0
    private var inText = false
    private var lastSource = 0
    private var found: [Diagnostic] = []

    private struct Place {
        let line: Int
        let sourceLine: Int?
        let element: String?
    }

    init(_ checks: Checks, _ parser: UnsafeMutablePointer<xmlParserCtxt>) {
        self.checks = checks
        unsafe self.parser = unsafe parser
        /// The parser's own copy of a name: nodes with that name point to it.
        func interned(_ name: String) -> Name? { unsafe xmlDictLookup(parser.pointee.dict, name, -1) }
        // A pointer of TEI may stand in these.
        unsafe pointing = [
            "ref", "resp", "calendar", "datingMethod", "who", "corresp", "target", "scheme", "source", "ana", "change",
            "decls", "hand", "wit", "facs", "next", "prev", "sameAs", "copyOf", "synch", "select", "exclude", "period",
        ].compactMap { unsafe interned($0) }
        unsafe pointingInside = ["ref", "resp", "calendar", "who"].compactMap { unsafe interned($0) }
        unsafe neverEmpty = [
            "persName", "roleName", "orgName", "placeName", "name", "date", "time", "title", "q", "s", "label",
            "measure",
        ].compactMap { unsafe interned($0) }
        unsafe id = interned("id")
        unsafe source = interned("source")
        unsafe textElement = interned("text")
        unsafe prefixDef = interned("prefixDef")
        unsafe ident = interned("ident")
    }

    mutating func open(_ node: Node.Pointer) {
        guard let name = unsafe node.pointee.name else { return }
        if unsafe name == textElement { inText = true }
        var attribute = unsafe node.pointee.properties
        while let one = unsafe attribute {
            unsafe look(at: one, of: node)
            unsafe attribute = one.pointee.next
        }
        if checks.contains(.fullNames), unsafe neverEmpty.contains(name) { opened.append(fullTexts) }
    }

    mutating func close(_ node: Node.Pointer) {
        guard checks.contains(.fullNames), let name = unsafe node.pointee.name, unsafe neverEmpty.contains(name) else {
            return
        }
        if opened.popLast() == fullTexts { unsafe empty(node) }
    }

    /// A text that is not blank.
    mutating func text() {
        if !opened.isEmpty { fullTexts += 1 }
    }

    /// What only the whole document shows, after all else.
    mutating func finish() -> [Diagnostic] {
        let dangling = pointers.filter { !identifiers.contains($0.key) }
        for (pointer, use) in dangling.sorted(by: { ($0.value.place.line, $0.key) < ($1.value.place.line, $1.key) }) {
            let times = use.count == 1 ? "" : " (\(use.count) times, first here)"
            report(
                .danglingPointer, use.place,
                "“#\(pointer)” points to nothing: no element has xml:id=\"\(pointer)\"\(times)")
        }
        if let place = firstSource, !prefixes.contains("line") {
            report(.undeclaredPrefix, place, "source=\"line:…\" is used, but the header has no prefixDef for “line”")
        }
        return found.sorted { ($0.line ?? 0, $0.message) < ($1.line ?? 0, $1.message) }
    }

    private mutating func look(
        at attribute: UnsafeMutablePointer<xmlAttr>, of node: Node.Pointer
    ) {
        guard let name = unsafe attribute.pointee.name else { return }
        // An empty value has no node of its own.
        guard let value = unsafe Node.value(of: attribute) else {
            if checks.contains(.pointerForms), unsafe name == source || pointingInside.contains(name) {
                unsafe report(.malformedPointer, place(node), "the pointer “\(String(cString: name))” is empty")
            }
            return
        }
        if unsafe name == id, unsafe attribute.pointee.ns != nil {
            let identifier = unsafe String(cString: value)
            if checks.contains(.pointers), !identifiers.insert(identifier).inserted {
                unsafe report(
                    .repeatedIdentifier, place(node),
                    "xml:id=\"\(identifier)\" stands on an element before this one too: identifiers must differ")
            }
        } else if unsafe name == source, checks.contains(.sourceLines) {
            unsafe look(atSource: value, of: node)
        } else if unsafe name == ident, unsafe node.pointee.name == prefixDef {
            unsafe prefixes.insert(String(cString: value))
        } else if checks.contains(.pointers), unsafe xmlStrchr(value, UInt8(ascii: "#")) != nil,
            unsafe pointing.contains(name)
        {
            // Nearly always it is one.
            if unsafe value[0] == UInt8(ascii: "#"), unsafe xmlStrchr(value, UInt8(ascii: " ")) == nil {
                return unsafe note(String(cString: value + 1), node)
            }
            for pointer in unsafe String(cString: value).split(whereSeparator: \.isWhitespace) {
                if pointer.first == "#" {
                    unsafe note(String(pointer.dropFirst()), node)
                } else if checks.contains(.pointerForms), unsafe pointingInside.contains(name) {
                    unsafe malformed(value, node)
                }
            }
        } else if checks.contains(.pointerForms), unsafe pointingInside.contains(name) {
            unsafe malformed(value, node)
        }
    }

    private mutating func look(
        atSource value: UnsafePointer<UInt8>, of node: Node.Pointer
    ) {
        guard let lines = unsafe SourcePointer.lines(value) else {
            return unsafe report(
                .malformedPointer, place(node),
                "“\(String(cString: value))” names no lines of the source: write line:5 or line:5-7")
        }
        if firstSource == nil { unsafe firstSource = place(node) }
        guard inText else { return }
        if lines.lowerBound < lastSource {
            unsafe report(
                .sourceOrder, place(node),
                "source line \(lines.lowerBound) comes after source line \(lastSource): blocks stand in the order of the source"
            )
        }
        lastSource = lines.lowerBound
    }

    private mutating func note(_ target: String, _ node: Node.Pointer) {
        // Nearly all pointers have been met before: one look-up for them.
        guard let index = pointers.index(forKey: target) else {
            pointers[target] = unsafe (place(node), 1)
            return
        }
        pointers.values[index].count += 1
    }

    private mutating func malformed(
        _ value: UnsafePointer<UInt8>, _ node: Node.Pointer
    ) {
        unsafe report(
            .malformedPointer, place(node),
            "“\(String(cString: value))” is no pointer into the document: write # and the xml:id of its target")
    }

    private mutating func empty(_ node: Node.Pointer) {
        let name = unsafe Node.name(node) ?? ""
        unsafe report(.emptyName, place(node), "“\(name)” is empty: it must hold the words that it marks")
    }

    /// Beyond line 65535 libxml2 keeps no line for elements without text, and the line that the parser has reached stands
    /// for it.
    private func line(of node: Node.Pointer) -> Int {
        let line = unsafe Node.line(of: node)
        return unsafe line > 0 && line != 65535 ? line : Int(parser.pointee.input?.pointee.line ?? 0)
    }

    private func place(_ node: Node.Pointer) -> Place {
        unsafe Place(line: line(of: node), sourceLine: Node.sourceLine(of: node), element: Node.name(node))
    }

    private mutating func report(_ code: Diagnostic.Code, _ place: Place, _ message: String) {
        guard found.count < Validator.mostFindings else { return }
        found.append(
            Diagnostic(code, message, line: place.line, sourceLine: place.sourceLine, element: place.element))
    }
}
