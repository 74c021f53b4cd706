import QuandianTEI

/// Columns of text for a terminal; the first is left-aligned, the others right-aligned.
public struct Table: Sendable {
    private var rows: [[String]]

    public init(_ header: [String]) { rows = [header] }

    public mutating func add(_ row: [String]) { rows.append(row) }

    public var rendered: String {
        let widths = rows[0].indices.map { column in rows.map { Self.width($0[column]) }.max() ?? 0 }
        return rows.map { row in
            row.enumerated().map { column, cell in
                let space = String(repeating: " ", count: widths[column] - Self.width(cell))
                return column == 0 ? cell + (column == row.count - 1 ? "" : space) : space + cell
            }.joined(separator: "  ")
        }.joined(separator: "\n")
    }

    /// How many columns of a terminal a string takes: two for a Chinese character.
    static func width(_ string: String) -> Int {
        string.unicodeScalars.reduce(0) { $0 + ((0x2E80...0xFFE6).contains($1.value) ? 2 : 1) }
    }
}

extension Table {
    /// A row for a document: file, sections, people, dates, findings, result, milliseconds.
    public mutating func add(_ outcome: Outcome) {
        let facts = outcome.facts
        let dates = facts?.counts.first { $0.kind == "date" }?.count ?? 0
        let result =
            switch outcome.status {
            case .converted: "valid"
            case .unchanged: "unchanged"
            case .failed: "failed"
            }
        add([
            outcome.input, String(facts?.sections ?? 0), String(facts?.people.count ?? 0), String(dates),
            String(outcome.findings.count), result, Decimal.text(outcome.seconds * 1000, places: 1),
        ])
    }
}
