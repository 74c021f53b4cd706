import QuandianFilters
import QuandianText
import Testing

/// A document in the notation of the gold documents: each line with the mark of what it is.
struct MarkedLines {
    var text: Text
    /// What each source line should be; empty where none is asked for.
    var kinds: [String]

    init(_ marked: String) {
        var raw: [String] = []
        kinds = []
        for line in marked.split(separator: "\n", omittingEmptySubsequences: false) {
            guard line.hasPrefix("@"), let space = line.firstIndex(of: " ") else {
                raw.append(String(line))
                kinds.append("")
                continue
            }
            kinds.append(String(line[line.index(after: line.startIndex)..<space]))
            raw.append(String(line[line.index(after: space)...]))
        }
        text = Text(raw.joined(separator: "\n"))
    }

    /// Expects the structure filter to judge every line as it is marked.
    func check(sourceLocation: SourceLocation = #_sourceLocation) {
        let blocks = StructureFilter().annotate(Document(text)).blocks
        for (number, kind) in kinds.enumerated() where !kind.isEmpty {
            let line = text.lines[number].content
            let block = blocks.first {
                $0.range.lowerBound <= line.lowerBound && line.upperBound <= $0.range.upperBound
            }
            #expect(
                block.map(Self.name) == kind, "\(text[line]) by \(block?.provenance.rule ?? "nothing")",
                sourceLocation: sourceLocation)
        }
    }

    /// The mark of a block in the gold documents.
    static func name(_ block: Block) -> String {
        switch block.kind {
        case .title: "title"
        case .subtitle: "subtitle"
        case .byline: "byline"
        case .documentNumber: "docnum"
        case .salute: "salute"
        case .heading(let level): "head\(level)"
        case .runInHeading(let level): "phead\(level)"
        case .paragraph: "p"
        case .item: "item"
        case .alternativeText: "alt"
        case .caption: "caption"
        case .row: "row"
        case .attachment: "attach"
        case .signature: "signed"
        case .date: "date"
        case .note: "cc"
        case .question: "q"
        case .answer: "a"
        case .verse: "verse"
        case .residue: "residue"
        }
    }
}
