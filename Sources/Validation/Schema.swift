import CLibXML2
import CSchema

/// A compiled schema, RELAX NG or W3C XML Schema. Compiled once, used by any number of threads.
///
/// libxml2 reads a compiled schema and never changes it, so that it may be shared; what changes while a document is
/// validated lives in a context of that document.
public final class Schema: @unchecked Sendable {
    @safe enum Grammar {
        case relaxNG(OpaquePointer)
        case xmlSchema(xmlSchemaPtr)
    }

    let grammar: Grammar
    /// What the validator looks at beyond the grammar.
    let checks: Checks
    /// What the grammar allows where, for messages; read at the first one.
    let expectations: @Sendable () -> Expectations

    private init(_ grammar: Grammar, checks: Checks, expectations: @escaping @Sendable () -> Expectations) {
        self.grammar = grammar
        self.checks = checks
        self.expectations = expectations
    }

    deinit {
        switch grammar {
        case .relaxNG(let schema): unsafe xmlRelaxNGFree(schema)
        case .xmlSchema(let schema): unsafe xmlSchemaFree(schema)
        }
    }

    /// The schema of the documents that Quandian writes. Compiled at first use, in a few milliseconds; asking for it
    /// from several threads is safe.
    public static let quandian: Schema = {
        let name = "quandian.rng"
        let start = unsafe UnsafeRawPointer(quandian_schema()).assumingMemoryBound(to: CChar.self)
        let context = unsafe xmlRelaxNGNewMemParserCtxt(start, Int32(quandian_schema_size()))
        do throws(SchemaError) {
            let grammar = unsafe try compiled(relaxNG: context, name)
            return Schema(grammar, checks: .all, expectations: { builtIn })
        } catch {
            // The schema is a part of the program, and its tests compile it.
            fatalError("\(error)")
        }
    }()

    private static let builtIn = Expectations(relaxNG: source)

    /// The built-in schema as its file has it: `Schemas/quandian.rng`.
    public static var source: [UInt8] {
        unsafe Array(UnsafeBufferPointer(start: quandian_schema(), count: quandian_schema_size()))
    }

    /// Compiles a schema file, with the files beside it that it includes. Nothing is fetched from the network.
    ///
    /// Of the checks beyond the grammar, those of pointers and identifiers are made, since TEI has them for all
    /// documents. TEI's own whole schema takes about ten seconds to compile.
    ///
    /// - Throws: ``SchemaError`` where the file cannot be read, is no schema, or names a network address.
    public convenience init(contentsOf path: String) throws(SchemaError) {
        let grammar: Grammar
        if path.hasSuffix(".rng") {
            unsafe grammar = try Self.compiled(relaxNG: xmlRelaxNGNewParserCtxt(path), path)
        } else if path.hasSuffix(".xsd") {
            unsafe grammar = try Self.compiled(xmlSchema: xmlSchemaNewParserCtxt(path), path)
        } else {
            throw SchemaError(.unknownKind, path)
        }
        self.init(grammar, checks: .pointers, expectations: { Expectations() })
    }

    private static func compiled(relaxNG context: OpaquePointer?, _ path: String) throws(SchemaError) -> Grammar {
        guard let context = unsafe context else { throw SchemaError(.unreadable, path) }
        defer { unsafe xmlRelaxNGFreeParserCtxt(context) }
        let (schema, problems) = unsafe Network.refused { log in
            unsafe xmlRelaxNGSetParserStructuredErrors(context, Log.handler, log.address)
            return unsafe xmlRelaxNGParse(context)
        }
        guard let schema = unsafe schema, problems.refused == nil else {
            unsafe xmlRelaxNGFree(schema)
            throw problems.error(path)
        }
        return unsafe .relaxNG(schema)
    }

    private static func compiled(xmlSchema context: OpaquePointer?, _ path: String) throws(SchemaError) -> Grammar {
        guard let context = unsafe context else { throw SchemaError(.unreadable, path) }
        defer { unsafe xmlSchemaFreeParserCtxt(context) }
        let (schema, problems) = unsafe Network.refused { log in
            unsafe xmlSchemaSetParserStructuredErrors(context, Log.handler, log.address)
            return unsafe xmlSchemaParse(context)
        }
        guard let schema = unsafe schema, problems.refused == nil else {
            unsafe xmlSchemaFree(schema)
            throw problems.error(path)
        }
        return unsafe .xmlSchema(schema)
    }
}
