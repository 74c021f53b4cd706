import CLibXML2
import Synchronization

/// Compiling a schema with the network out of reach.
///
/// libxml2 loads what a schema includes through one function for the whole process. While a schema is compiled, that
/// function is ours: it lets files pass and refuses addresses.
enum Network {
    struct Problems {
        var refused: String?
        var entries: [Log.Entry]

        func error(_ path: String) -> SchemaError {
            if let refused { return SchemaError(.network, path, [refused]) }
            let unreadable = entries.first?.domain == Int32(XML_FROM_IO.rawValue)
            return SchemaError(unreadable ? .unreadable : .invalid, path, entries.map(\.message))
        }
    }

    @safe private struct State {
        var files: xmlExternalEntityLoader?
        var refused: String?
    }

    private static let turn = Mutex(())
    private static let state = Mutex(State())

    static func refused<Result>(_ compile: (Log) -> Result) -> (Result, Problems) {
        turn.withLock { _ in
            let log = Log(limit: 20)
            let files = unsafe xmlGetExternalEntityLoader()
            state.withLock { $0 = unsafe State(files: files, refused: nil) }
            unsafe xmlSetExternalEntityLoader { address, identifier, context in
                let name = unsafe address.map { unsafe String(cString: $0) } ?? ""
                let files: xmlExternalEntityLoader? = unsafe Network.state.withLock { state in
                    if Network.isAddress(name) {
                        state.refused = state.refused ?? name
                        return nil
                    }
                    return unsafe state.files
                }
                return unsafe files?(address, identifier, context)
            }
            // Without this, libxml2 prints what goes wrong while it loads a file.
            unsafe xmlSetStructuredErrorFunc(log.address, Log.handler)
            let result = compile(log)
            xmlSetStructuredErrorFunc(nil, nil)
            unsafe xmlSetExternalEntityLoader(files)
            let refused = state.withLock { $0.refused }
            return (result, Problems(refused: refused, entries: log.entries))
        }
    }

    /// Whether a name is an address of any scheme but a plain file's.
    private static func isAddress(_ name: String) -> Bool {
        guard let colon = name.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
        let scheme = name[..<colon].lowercased()
        return scheme != "file" && name[colon...].hasPrefix("://")
    }
}
