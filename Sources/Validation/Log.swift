import CLibXML2

/// What libxml2 said, gathered as values while one document is read or one schema compiled.
final class Log {
    struct Entry {
        let domain: Int32
        let code: Int32
        let isError: Bool
        let message: String
        let line: Int
        let element: String?
        let sourceLine: Int?
    }

    private(set) var entries: [Entry] = []
    /// How many more there were than the limit.
    private(set) var dropped = 0
    private let limit: Int

    init(limit: Int) {
        self.limit = limit
    }

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
        guard entries.count < limit else {
            dropped += 1
            return
        }
        var element: String?
        var sourceLine: Int?
        var line = unsafe Int(error.line)
        let schemas = [Int32(XML_FROM_RELAXNGV.rawValue), Int32(XML_FROM_SCHEMASV.rawValue)]
        // Only a schema's errors come with a node.
        if unsafe schemas.contains(error.domain), let address = unsafe error.node {
            let node = unsafe address.assumingMemoryBound(to: xmlNode.self)
            unsafe element = Node.name(Node.element(of: node))
            unsafe sourceLine = Node.sourceLine(of: node)
            unsafe line = max(line, Node.line(of: node))
        }
        var message = unsafe error.message.map { unsafe String(cString: $0) } ?? ""
        while message.last?.isWhitespace == true { message.removeLast() }
        entries.append(
            unsafe Entry(
                domain: error.domain, code: error.code, isError: error.level != XML_ERR_WARNING, message: message,
                line: line, element: element, sourceLine: sourceLine))
    }
}
