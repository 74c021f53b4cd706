import CLibXML2

/// What libxml2 said, gathered as values while one document is read or one schema compiled.
@safe final class Log {
    struct Entry {
        let domain: Int32
        let code: Int32
        let isError: Bool
        let message: String
        /// The names and values that the message is made of.
        let parts: [String]
        let line: Int
        let place: Place?
    }

    /// The element that is spoken of.
    struct Place {
        let name: String
        let parent: String?
        let attributes: [(name: String, value: String)]
        let isEmpty: Bool
        let sourceLine: Int?
    }

    private(set) var entries: [Entry] = []
    private let limit: Int
    /// The parser that reads, where one does. What is wrong with a child is often told only at the end of its parent: the
    /// node that an error names may be gone, the parser's own is there.
    var parser: UnsafeMutablePointer<xmlParserCtxt>?

    init(limit: Int) {
        self.limit = limit
    }

    var isFull: Bool { entries.count >= limit }

    /// Valid as long as the log lives; libxml2 hands it back to ``handler``.
    var address: UnsafeMutableRawPointer { unsafe Unmanaged.passUnretained(self).toOpaque() }

    // A literal, since libxml2 2.12 made the error of this function type constant and earlier ones did not.
    static var handler: xmlStructuredErrorFunc {
        { address, error in
            guard let address = unsafe address, let error = unsafe error else { return }
            let log = unsafe Unmanaged<Log>.fromOpaque(address).takeUnretainedValue()
            unsafe log.add(error.pointee)
        }
    }

    private func add(_ error: xmlError) {
        if isFull { return }
        let parts = unsafe [error.str1, error.str2].map { unsafe $0.map { unsafe String(cString: $0) } ?? "" }
        var line = unsafe Int(error.line)
        var place: Place?
        let schemas = [Int32(XML_FROM_RELAXNGV.rawValue), Int32(XML_FROM_SCHEMASV.rawValue)]
        // Only a schema's errors come with a node.
        if unsafe schemas.contains(error.domain),
            let named = unsafe parser.map({ unsafe $0.pointee.node })
                ?? error.node?.assumingMemoryBound(to: xmlNode.self),
            let start = unsafe Node.element(of: named)
        {
            // The node is the one that libxml2 stood at, which may be a child of the one it speaks of.
            let node = unsafe Node.nearest(parts, from: start) ?? start
            unsafe place = Place(
                name: Node.name(node) ?? "", parent: node.pointee.parent.flatMap { unsafe Node.parentName($0) },
                attributes: Node.attributes(node), isEmpty: node.pointee.children == nil,
                sourceLine: Node.sourceLine(of: node))
            let own = unsafe Node.line(of: node)
            if own > 0, own != 65535 || line == 0 { line = own }
        }
        var message = unsafe error.message.map { unsafe String(cString: $0) } ?? ""
        while message.last?.isWhitespace == true { message.removeLast() }
        entries.append(
            unsafe Entry(
                domain: error.domain, code: error.code, isError: error.level != XML_ERR_WARNING, message: message,
                parts: parts, line: line, place: place))
    }
}
