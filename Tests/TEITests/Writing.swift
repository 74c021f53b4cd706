import Quandian
import QuandianTEI
import TestSupport

/// A document of lines, each with the kind of block that it is; a blank line where the kind is nil.
func document(_ lines: [(String, BlockKind?)], marks: [Mark] = [], entities: [Entity] = []) -> Document {
    let text = Text(lines.map(\.0).joined(separator: "\n"))
    var annotations = Annotations()
    for (line, kind) in zip(text.lines, lines.map(\.1)) {
        guard let kind else { continue }
        annotations.blocks.append(Block(line.content, kind, provenance: Provenance(filter: "structure", rule: "test")))
    }
    annotations.marks = marks
    annotations.entities = entities
    var document = Document(text)
    document.add(annotations)
    return document
}

let description = SourceDescription(
    fileName: "a & b.txt", digest: String(repeating: "0", count: 64), byteCount: 9, encoding: "UTF-8", version: "0",
    filters: [("structure", "finds blocks"), ("names", "finds names"), ("dates", "finds dates")],
    settings: [("reference date", "none")])

func xml(_ document: Document, dropsResidue: Bool = false) -> [UInt8] {
    TEIWriter(dropsResidue: dropsResidue).write(document, from: description)
}

/// The inside of `<body>`.
func body(_ document: Document, dropsResidue: Bool = false) -> String {
    let string = String(decoding: xml(document, dropsResidue: dropsResidue), as: UTF8.self)
    guard let open = string.firstRange(of: "<body>"), let close = string.firstRange(of: "</body>") else { return "" }
    return String(string[open.upperBound..<close.lowerBound])
}

/// The same without the source lines, which most tests do not speak of.
func outline(_ document: Document) -> String {
    var result = body(document)
    while let start = result.firstRange(of: " source=\"") {
        guard let end = result[start.upperBound...].firstIndex(of: "\"") else { break }
        result.removeSubrange(start.lowerBound...end)
    }
    return result
}
