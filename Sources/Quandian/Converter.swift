public import QuandianFilters
public import QuandianTEI

/// Turns raw bytes into valid TEI: decode, annotate, write, validate.
///
/// ```swift
/// import Quandian
///
/// let converter = Converter(Options(referenceDate: CivilDate("2020-02-20")))
/// let conversion = try converter.convert(bytes, named: "notice.txt")
/// for mark in conversion.document.marks { print(conversion.document.text[mark.range], mark.kind) }
/// ```
///
/// A converter holds no state that changes: one serves any number of threads.
public struct Converter: Sendable {
    public private(set) var options: Options
    private let pipeline: Pipeline
    private var decoder: Decoder

    public init(_ options: Options = Options()) {
        self.options = options
        self.pipeline = .standard(names: options.names, tagger: options.model?.tagger ?? .shared)
        self.decoder = Decoder(encoding: options.encoding, invalid: options.invalidBytes)
    }

    /// Decodes and annotates, and writes nothing. Time linear in the size of the source.
    ///
    /// - Throws: ``ConversionError/decoding(_:)`` where the bytes are no text.
    public func annotate(_ source: [UInt8]) throws(ConversionError) -> (document: Document, decoded: DecodedText) {
        let decoded: DecodedText
        do { decoded = try decoder.decode(source) } catch { throw .decoding(error) }
        return (pipeline.run(decoded.text, settings: Settings(referenceDate: options.referenceDate)), decoded)
    }

    /// Converts a source into a TEI document that has been validated against Quandian's schema.
    ///
    /// - Parameters:
    ///   - source: the bytes of the file, in any encoding that `SourceEncoding` names.
    ///   - name: the name of the file, for the header.
    /// - Throws: ``ConversionError`` where the bytes are no text, or where the result is not valid, which is a bug.
    public func convert(_ source: [UInt8], named name: String) throws(ConversionError) -> Conversion {
        let (document, decoded) = try annotate(source)
        let description = describe(source, named: name, encoding: decoded.summary)
        let xml = TEIWriter(dropsResidue: options.dropsResidue).write(document, from: description)
        let diagnostics = Validator(.ownResults).validate(xml)
        guard diagnostics.isEmpty else { throw .invalid(diagnostics) }
        return Conversion(xml: xml, document: document, findings: decoded.findings + document.findings)
    }

    /// What the header of a source's result says of its making. A result that bears it need not be made again.
    public func imprint(of source: [UInt8], named name: String) -> Imprint {
        Imprint(describe(source, named: name, encoding: ""))
    }

    /// The same converter for a document of which more is known; nil leaves a setting as it is. Costs nothing: what was
    /// learned and listed is shared.
    public func knowing(referenceDate: CivilDate? = nil, encoding: SourceEncoding? = nil) -> Converter {
        var converter = self
        converter.options.referenceDate = referenceDate ?? options.referenceDate
        converter.options.encoding = encoding ?? options.encoding
        converter.decoder = Decoder(encoding: converter.options.encoding, invalid: options.invalidBytes)
        return converter
    }

    /// The entities of a document under the identifiers that its result gives them.
    public func entities(of document: Document) -> EntityIndex {
        EntityIndex(document, reserved: pipeline.filters.map(\.name))
    }

    private func describe(_ source: [UInt8], named name: String, encoding: String) -> SourceDescription {
        SourceDescription(
            fileName: name, digest: Digest.sha256(source), byteCount: source.count, encoding: encoding,
            version: Quandian.version, filters: pipeline.filters.map { ($0.name, $0.summary) },
            settings: options.written)
    }
}

/// What shapes a conversion.
public struct Options: Sendable {
    /// The day from which 昨日, 去年 and dates without a year are read; nil where the caller knows none.
    public var referenceDate: CivilDate?
    /// The encoding of the sources; nil to find it for each.
    public var encoding: SourceEncoding?
    /// What becomes of bytes that are no text in the encoding.
    public var invalidBytes: InvalidBytes
    /// Whether residue of web pages is left out of the text.
    public var dropsResidue: Bool
    /// Names that the user knows, and words that are none.
    public var names: UserNames
    /// Weights of the name tagger; nil for those in the program.
    public var model: TaggerModel?

    public init(
        referenceDate: CivilDate? = nil, encoding: SourceEncoding? = nil, invalidBytes: InvalidBytes = .replace,
        dropsResidue: Bool = false, names: UserNames = UserNames(), model: TaggerModel? = nil
    ) {
        self.referenceDate = referenceDate
        self.encoding = encoding
        self.invalidBytes = invalidBytes
        self.dropsResidue = dropsResidue
        self.names = names
        self.model = model
    }

    /// The settings that shape a result, as its header tells them.
    var written: [(name: String, value: String)] {
        var settings = [
            ("reference date", referenceDate?.description ?? "none"),
            ("encoding", encoding?.rawValue ?? "found"),
            ("invalid bytes", invalidBytes == .replace ? "replaced" : "refused"),
            ("residue", dropsResidue ? "left out" : "kept"),
            ("learned tables", Models.digest),
        ]
        if let model { settings.append(("tagger's weights, sha256", model.digest)) }
        if names != UserNames() {
            let entries = names.entries.map { "\($0.name)\t\($0.kind)\t\($0.canonical ?? "")\t\($0.identifier ?? "")" }
            let all = entries + ["-"] + names.refused.sorted()
            settings.append(("user's names, sha256", Digest.sha256(Array(all.joined(separator: "\n").utf8))))
        }
        return settings
    }
}

/// A finished conversion.
public struct Conversion: Sendable {
    /// The TEI document in UTF-8; valid.
    public let xml: [UInt8]
    /// The text with everything that was found in it.
    public let document: Document
    /// What a person should know, from decoding and from the filters.
    public let findings: [Finding]
}

/// Why a source has no result.
public enum ConversionError: Error, Sendable {
    case decoding(DecodingError)
    /// The result was thrown away, with what the validator says: it was too large to be validated, or not valid, which is
    /// a bug of Quandian's.
    case invalid([Diagnostic])

    /// The error as findings of the document, to be reported with others.
    public var findings: [Finding] {
        switch self {
        case .decoding(let error):
            [Finding(error.code.rawValue, .error, error.message, line: error.line, sourceOffset: error.sourceOffset)]
        case .invalid(let diagnostics):
            diagnostics.prefix(5).map { diagnostic in
                if diagnostic.code == .limit {
                    return Finding(
                        "result.too-large", .error,
                        "the result cannot be validated: \(diagnostic.message): split the source")
                }
                return Finding(
                    "result.invalid", .error,
                    "the result would not be valid: \(diagnostic.message) Please report this file as a bug of Quandian.",
                    line: diagnostic.sourceLine)
            }
        }
    }
}

extension Document {
    /// How many headed sections the document has.
    public var sectionCount: Int {
        blocks.count {
            switch $0.kind {
            case .heading, .runInHeading: true
            default: false
            }
        }
    }
}

extension DecodedText {
    /// How the bytes became characters, as a sentence for the header.
    public var summary: String {
        var parts = [encoding.rawValue + (hasByteOrderMark ? " with a byte order mark" : "")]
        switch discovery {
        case .named: parts.append("named by the user")
        case .byteOrderMark: parts.append("told by its byte order mark")
        case .validUTF8: parts.append("found, since all bytes are valid UTF-8")
        case .detected: parts.append("found by statistics")
        }
        if replacedBytes > 0 { parts.append("\(replacedBytes) bytes that are no text in it replaced by U+FFFD") }
        return parts.joined(separator: ", ")
    }
}
