import QuandianText

/// What the columns of a table show: where the cells of a column are persons' names, so is one that could be a word (万有,
/// 高兴); where they are places, so is one that tells no kind.
struct ColumnNames {
    private let document: Document
    private let tables: NameTables
    /// What a first reading marks in the whole document.
    private let kinds: [Range<Int>: MarkKind]
    /// As clear as a name that stands alone in a list.
    private static let strength: Float = 3

    /// Adds what the tables of a document show to the evidence, by the marks of a first reading. O(marks), where there is a
    /// table at all.
    static func show(_ document: Document, _ marks: [Mark], _ tables: NameTables, in evidence: inout NameEvidence) {
        var all = document.blocks.split { $0.kind != .row }
        all.removeAll { $0.count < 3 }
        if all.isEmpty { return }
        let columns = ColumnNames(
            document: document, tables: tables,
            kinds: Dictionary(marks.map { ($0.range, $0.kind) }, uniquingKeysWith: { first, _ in first }))
        // The first row may head the columns.
        for table in all { columns.show(table.dropFirst().map(columns.cells), in: &evidence) }
    }

    /// The cells of a row, each without white space behind it and without what a bracket says.
    private func cells(_ row: Block) -> [Range<Int>] {
        row.parts.filter { $0.role == .cell }.map { part in
            var cell = part.range
            if let open = cell.first(where: { opensBracket($0, cell.upperBound) }) {
                cell = cell.lowerBound..<open
            }
            while let last = cell.last, document.text.bytes[last] <= 0x20 { cell.removeLast() }
            return cell
        }
    }

    private func opensBracket(_ at: Int, _ end: Int) -> Bool {
        let bytes = document.text.bytes
        return bytes[at] == "(" || at + 2 < end && UTF8Scalar.decode(bytes, at).value == "（"
    }

    private func show(_ rows: [[Range<Int>]], in evidence: inout NameEvidence) {
        for column in 0..<(rows.map(\.count).max() ?? 0) {
            let cells = rows.compactMap { $0.indices.contains(column) ? $0[column] : nil }
            let persons = cells.count { kinds[$0] == .person }
            let places = cells.count { kinds[$0] == .place }
            guard max(persons, places) * 2 >= cells.count else { continue }
            for cell in cells where kinds[cell] == nil && (2...30).contains(cell.count) {
                let name = NameKey(document.text.bytes, cell, tables).characters
                guard name.count >= 2, name.allSatisfy({ Glyph.isHan($0) }) else { continue }
                if persons < places {
                    evidence.showPlace(name[...])
                } else if name.count <= 4, tables.character(name[0]).surname != 255, !tables.isTitle(name[...]) {
                    evidence.show(name, strength: Self.strength, surnameLength: name.count <= 3 ? 1 : 0)
                }
            }
        }
    }
}
