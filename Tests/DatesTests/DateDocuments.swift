import QuandianFilters
import QuandianText

/// Every line a paragraph, or the kinds given in order.
struct Lines: Filter {
    var kinds: [BlockKind] = []
    let name = "lines"
    let summary = "lines as blocks"
    let requires: Set<Layer> = []
    let provides: Set<Layer> = [.blocks]

    func annotate(_ document: Document) -> Annotations {
        var annotations = Annotations()
        for (index, line) in document.text.lines.enumerated() where !line.content.isEmpty {
            annotations.blocks.append(
                Block(
                    line.content, index < kinds.count ? kinds[index] : .paragraph,
                    provenance: Provenance(filter: name, rule: "line")))
        }
        return annotations
    }
}

func document(_ text: Text, _ reference: String?, _ kinds: [BlockKind] = []) throws -> Document {
    try Pipeline([Lines(kinds: kinds), DateFilter()])
        .run(text, settings: Settings(referenceDate: reference.flatMap { CivilDate($0) }))
}

func found(_ document: Document) -> [String] {
    document.marks.compactMap { mark in
        guard case .date(let meaning) = mark.kind else { return nil }
        return "\(document.text[mark.range]) = \(meaning.value)"
    }
}
