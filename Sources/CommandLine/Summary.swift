import Quandian
import QuandianBatch

/// What a run did, in a sentence.
struct Summary {
    private var converted = 0
    private(set) var failed: Int
    private let passedOver: Int
    private var warnings = 0
    private var bytes = 0
    private let start = ContinuousClock().now

    init(refused: Int, passedOver: Int) {
        failed = refused
        self.passedOver = passedOver
    }

    mutating func add(_ outcome: Outcome) {
        if outcome.status == .converted { converted += 1 } else { failed += 1 }
        warnings += outcome.findings.count { $0.severity == .warning }
        bytes += outcome.byteCount
    }

    var sentence: String {
        let time = (ContinuousClock().now - start).components
        let seconds = Double(time.seconds) + Double(time.attoseconds) * 1e-18
        var parts = ["\(converted) converted", "\(failed) failed", "\(warnings) warnings"]
        if passedOver > 0 { parts.append("\(passedOver) other files left alone (only .txt is taken from folders)") }
        let size = Table.decimal(Double(bytes) / 1e6, places: 1)
        return "quandian: " + parts.joined(separator: ", ") + "; \(size) MB in \(Table.decimal(seconds, places: 1)) s"
    }
}

/// Columns of text; the first is left-aligned, the others right-aligned.
struct Table {
    private var rows: [[String]]

    init(_ header: [String]) { rows = [header] }

    mutating func add(_ outcome: Outcome) {
        rows.append([
            outcome.input, String(outcome.sections), String(outcome.people), String(outcome.dates),
            String(outcome.findings.count), outcome.status == .converted ? "valid" : "failed",
            Self.decimal(outcome.seconds * 1000, places: 1),
        ])
    }

    var rendered: String {
        let widths = rows[0].indices.map { column in rows.map { Self.width($0[column]) }.max() ?? 0 }
        return rows.map { row in
            row.enumerated().map { column, cell in
                let space = String(repeating: " ", count: widths[column] - Self.width(cell))
                return column == 0 ? cell + space : space + cell
            }.joined(separator: "  ")
        }.joined(separator: "\n")
    }

    /// How many columns of a terminal a string takes: two for a Chinese character.
    static func width(_ string: String) -> Int {
        string.unicodeScalars.reduce(0) { $0 + ((0x2E80...0xFFE6).contains($1.value) ? 2 : 1) }
    }

    /// A number with a fixed count of decimals.
    static func decimal(_ number: Double, places: Int) -> String {
        let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
        let whole = Int((number * scale).rounded())
        let digits = String(whole)
        guard places > 0 else { return digits }
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
        return padded.dropLast(places) + "." + padded.suffix(places)
    }
}
