import Quandian

/// A document laid out for a person who asks why.
struct Explanation {
    private let document: Document
    private let colours: Bool
    private let entities: [Range<Int>: Entity]

    init(_ document: Document, colours: Bool) {
        self.document = document
        self.colours = colours
        var entities: [Range<Int>: Entity] = [:]
        for entity in document.entities {
            for mention in entity.mentions { entities[mention.range] = entity }
        }
        self.entities = entities
    }

    var text: String {
        var result = ""
        var nextMark = 0
        for block in document.blocks {
            let line = document.text.lineIndex(at: block.range.lowerBound) + 1
            var why = "\(block.provenance.rule), \(percent(block.provenance.certainty))"
            if let runnerUp = block.runnerUp { why += "; else \(runnerUp)" }
            result += paint("\(line)", .faint) + "  " + paint(name(of: block.kind), .bold) + "  (\(why))\n"
            result += "    " + document.text[block.range].replacing("\n", with: "\n    ") + "\n"
            while nextMark < document.marks.count,
                document.marks[nextMark].range.lowerBound < block.range.upperBound
            {
                if let row = row(document.marks[nextMark]) { result += row + "\n" }
                nextMark += 1
            }
        }
        return result
    }

    /// The line of a mark; sentences and quotations explain themselves.
    private func row(_ mark: Mark) -> String? {
        let colour: Colour
        switch mark.kind {
        case .sentence, .quotation, .title: return nil
        case .person: colour = .person
        case .role: colour = .role
        case .date: colour = .date
        default: colour = .name
        }
        var row = "      " + paint("\(mark.kind.name) \(document.text[mark.range])", colour)
        if case .date(let meaning) = mark.kind {
            row += " = \(meaning.value)"
            if let anchor = meaning.anchor { row += " by \(anchor)" }
        } else if let entity = entities[mark.range], let first = entity.names.first {
            row += " → \(first)"
        }
        let evidence = mark.provenance.evidence == .text ? "" : ", \(mark.provenance.evidence.rawValue)"
        return row + paint("  \(mark.provenance.filter): \(mark.provenance.rule), ", .faint)
            + paint("\(percent(mark.provenance.certainty))\(evidence)", .faint)
    }

    private func percent(_ certainty: Double) -> String { "\(Int((certainty * 100).rounded())) %" }

    private func name(of kind: BlockKind) -> String {
        switch kind {
        case .heading(let level): "heading \(level)"
        case .runInHeading(let level): "run-in heading \(level)"
        case .documentNumber: "document number"
        case .alternativeText: "alternative text"
        case .residue(let residue): "residue (\(residue.rawValue))"
        default: "\(kind)"
        }
    }

    private enum Colour: String {
        case faint = "2", bold = "1", person = "31", role = "35", name = "34", date = "32"
    }

    private func paint(_ string: String, _ colour: Colour) -> String {
        colours ? "\u{1B}[\(colour.rawValue)m\(string)\u{1B}[0m" : string
    }
}
