import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// Who made the marks that are learned from.
enum MarkedBy {
    /// A person has read what the program wrote, and corrected it.
    case person
    /// The program alone, for the tagger to learn what the rules and the whole document show.
    case program
}

/// Reads what a person has corrected: TEI that this program wrote, with names added, taken away or moved by hand.
///
/// The text is that of `text`, tags dropped; `persName`, `roleName`, `orgName` and `placeName` are its spans, the outer
/// one where they nest. What bears no mark is no name, since somebody has read it. A mark that the program was not sure
/// of and that nobody has touched (it still has the program's `cert` and `resp`) is left open, and teaches neither way,
/// unless a `change` in the document's `revisionDesc` says that the whole has been looked through.
///
/// What the program alone has marked is read likewise; then what it was not sure of is left open. It is never surer than
/// “medium” of organisations and places, which is sure enough.
enum CorrectedText {
    /// The label of a span that is left open.
    static let open = "OPEN"

    /// The documents of some files and folders, each folder with all below it, in order of their names.
    static func read(_ paths: [String], by: MarkedBy = .person) throws -> [AnnotatedText] {
        try paths.flatMap(files).map { path in
            try read(try Data(contentsOf: URL(fileURLWithPath: path)), path, by: by)
        }
    }

    /// - Parameter path: for the error alone.
    static func read(_ data: Data, _ path: String, by: MarkedBy = .person) throws -> AnnotatedText {
        let parser = XMLParser(data: data)
        let reader = CorrectedTextReader(by)
        parser.delegate = reader
        parser.shouldProcessNamespaces = true
        // Foundation on Linux takes a document that breaks off for a whole one.
        guard parser.parse(), parser.parserError == nil, reader.openElements == 0 else {
            throw CorrectedTextError(path: path, line: parser.lineNumber, reason: "not well-formed XML")
        }
        guard reader.hasText else {
            throw CorrectedTextError(path: path, line: 1, reason: "no TEI: it has no element “text”")
        }
        return reader.annotated
    }

    private static func files(_ path: String) throws -> [String] {
        guard let type = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType else {
            throw CorrectedTextError(path: path, line: nil, reason: "there is no such file or folder")
        }
        guard type == .typeDirectory else { return [path] }
        return try FileManager.default.subpathsOfDirectory(atPath: path).filter { $0.hasSuffix(".xml") }.sorted()
            .map { "\(path)/\($0)" }
    }
}

struct CorrectedTextError: Error, CustomStringConvertible {
    let path: String
    let line: Int?
    let reason: String

    var description: String { path + (line.map { ":\($0)" } ?? "") + ": " + reason }
}

private final class CorrectedTextReader: NSObject, XMLParserDelegate {
    private static let labels = ["persName": "PER", "roleName": "ROLE", "orgName": "ORG", "placeName": "LOC"]

    private let markedBy: MarkedBy
    private(set) var hasText = false
    private(set) var openElements = 0
    /// A text may stand within a text; the outermost holds all.
    private var textDepth = 0
    private var isInText: Bool { textDepth > 0 }
    private var scalars: [UInt32] = []
    private var spans: [(start: Int, end: Int, label: String, isUnsure: Bool)] = []
    private var wasRevised = false
    private var isInRevision = false
    /// The outermost name that is open, and how many elements are open in it.
    private var name: (start: Int, label: String, isUnsure: Bool)?
    private var depth = 0

    init(_ markedBy: MarkedBy) { self.markedBy = markedBy }

    private func isUnsure(_ label: String, _ attributes: [String: String]) -> Bool {
        guard let cert = attributes["cert"] else { return false }
        switch markedBy {
        case .person: return ["medium", "low", "unknown"].contains(cert) && attributes["resp"] == "#names"
        case .program: return cert != "medium" || label == "PER" || label == "ROLE"
        }
    }

    var annotated: AnnotatedText {
        AnnotatedText(
            scalars: scalars,
            spans: spans.map {
                Annotation(
                    range: $0.start..<$0.end, label: $0.isUnsure && !wasRevised ? CorrectedText.open : $0.label)
            })
    }

    func parser(
        _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String] = [:]
    ) {
        openElements += 1
        if element == "revisionDesc" { isInRevision = true }
        if element == "change", isInRevision { wasRevised = true }
        if element == "text" {
            textDepth += 1
            hasText = true
        }
        guard isInText else { return }
        if name != nil {
            depth += 1
        } else if let label = Self.labels[element] {
            name = (scalars.count, label, isUnsure(label, attributes))
            depth = 0
        }
    }

    func parser(_ parser: XMLParser, didEndElement element: String, namespaceURI: String?, qualifiedName: String?) {
        openElements -= 1
        if element == "revisionDesc" { isInRevision = false }
        if element == "text" { textDepth -= 1 }
        guard isInText, let name else { return }
        if depth > 0 {
            depth -= 1
            return
        }
        self.name = nil
        // A hand that marks takes in a space now and then.
        var range = name.start..<scalars.count
        while let first = range.first, isSpace(scalars[first]) { range = first + 1..<range.upperBound }
        while let last = range.last, isSpace(scalars[last]) { range = range.lowerBound..<last }
        if !range.isEmpty { spans.append((range.lowerBound, range.upperBound, name.label, name.isUnsure)) }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        if isInText { scalars += string.unicodeScalars.map(\.value) }
    }

    /// `<?char U+000C?>`: a character that XML cannot hold.
    func parser(_ parser: XMLParser, foundProcessingInstructionWithTarget target: String, data: String?) {
        guard isInText, target == "char", let data, data.hasPrefix("U+"),
            let value = UInt32(data.dropFirst(2), radix: 16)
        else { return }
        scalars.append(value)
    }

    private func isSpace(_ scalar: UInt32) -> Bool {
        Unicode.Scalar(scalar)?.properties.isWhitespace ?? false
    }
}
