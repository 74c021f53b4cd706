/// A report as one page of HTML that needs no network: figures, and a few plots in SVG.
public struct ReportPage {
    private let summary: ReportSummary

    public init(_ summary: ReportSummary) { self.summary = summary }

    public var html: String {
        var page = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Quandian: report of a batch</title>
            <style>
            body { font: 15px/1.5 system-ui, "Noto Sans CJK SC", sans-serif; max-width: 60em; margin: 2em auto; \
            padding: 0 1em; color: #222 }
            h1 { font-size: 1.5em } h2 { font-size: 1.15em; margin-top: 2em }
            table { border-collapse: collapse } td, th { padding: .15em .9em .15em 0; text-align: left; \
            vertical-align: top }
            td.number, th.number { text-align: right; font-variant-numeric: tabular-nums }
            svg { display: block; max-width: 100%; height: auto } svg text { font-size: 12px; fill: #222 }
            rect { fill: #3b6ea5 } rect.failed, rect.low { fill: #b3423a } rect.medium, rect.unchanged { fill: #d9a441 }
            </style>
            </head>
            <body>
            <h1>Report of a batch</h1>

            """
        page += section("Documents by outcome", bars(outcomes))
        page += section("The whole", table(["", ""], whole))
        let dates = years
        page += section(dates.span == 1 ? "Dates by year" : "Dates by \(dates.span) years", columns(dates.columns))
        page += section(
            "People named most often",
            bars(summary.people(atMost: 30).map { Bar(label: $0.name, count: $0.mentions) })
                + "<p>Names as documents list them; one name may be several people.</p>\n")
        page += section("Certainty of names, offices and dates", bars(certainty))
        if !summary.findings.isEmpty {
            page += section(
                "Findings",
                table(
                    ["code", "severity", "documents", "findings", "for example"],
                    summary.findings.map {
                        [$0.code, $0.severity, String($0.documents), String($0.count), $0.example]
                    }))
        }
        page += section(
            "Slowest documents",
            table(
                ["document", "KB", "ms"],
                summary.slowest.map {
                    [
                        $0.source, Decimal.text(Double($0.size) / 1000, places: 1),
                        Decimal.text($0.seconds * 1000, places: 1),
                    ]
                }))
        if !summary.failures.isEmpty {
            page += section(
                "Failed documents", table(["document", "reason"], summary.failures.map { [$0.source, $0.reason] }))
        }
        return page + "</body>\n</html>\n"
    }

    // MARK: What is shown

    private struct Bar {
        let label: String
        let count: Int
        var style = ""
    }

    private var outcomes: [Bar] {
        Outcome.Status.allCases.map {
            Bar(label: $0.rawValue, count: summary.statuses[$0] ?? 0, style: $0.rawValue)
        } + (summary.notReached > 0 ? [Bar(label: "not reached", count: summary.notReached, style: "low")] : [])
    }

    private var certainty: [Bar] {
        let (high, medium, low) = summary.certainty
        return [
            Bar(label: "high, 0.9 and more", count: high),
            Bar(label: "medium, 0.6 to 0.9", count: medium, style: "medium"),
            Bar(label: "low, below 0.6", count: low, style: "low"),
        ]
    }

    private var whole: [[String]] {
        var rows = [
            ["documents", String(summary.documents)],
            ["sources, MB", Decimal.text(Double(summary.bytes) / 1e6, places: 1)],
            ["results, MB", Decimal.text(Double(summary.resultBytes) / 1e6, places: 1)],
        ]
        if let seconds = summary.seconds {
            rows.append(["seconds", Decimal.text(seconds, places: 1)])
            rows.append(["MB a second", Decimal.text(Double(summary.bytes) / 1e6 / max(seconds, 1e-6), places: 2)])
        }
        if let version = summary.version { rows.append(["quandian", version]) }
        return rows + summary.counts.map { [$0.kind + " marks", String($0.count)] }
    }

    /// Columns of so many years each that they fit on the page; the years between without dates too.
    private var years: (span: Int, columns: [Bar]) {
        let dates = summary.dates
        guard let first = dates.first?.year, let last = dates.last?.year else { return (1, []) }
        let span = [1, 5, 10, 50, 100].first { (last - first) / $0 < 120 } ?? 200
        var counts: [Int: Int] = [:]
        for (year, count) in dates { counts[year / span * span, default: 0] += count }
        let all = stride(from: first / span * span, through: last, by: span)
        return (span, all.map { Bar(label: String($0), count: counts[$0] ?? 0) })
    }

    // MARK: How it is drawn

    private func section(_ title: String, _ body: String) -> String { "<h2>\(escape(title))</h2>\n" + body }

    private func bars(_ bars: [Bar]) -> String {
        guard let most = bars.map(\.count).max(), most > 0 else { return "<p>None.</p>\n" }
        var svg = "<svg width=\"760\" viewBox=\"0 0 760 \(bars.count * 22)\" role=\"img\">\n"
        for (index, bar) in bars.enumerated() {
            let width = bar.count * 480 / most
            let style = bar.style.isEmpty ? "" : " class=\"\(bar.style)\""
            svg += "<text x=\"190\" y=\"\(index * 22 + 15)\" text-anchor=\"end\">\(escape(bar.label))</text>"
            svg += "<rect\(style) x=\"200\" y=\"\(index * 22 + 3)\" width=\"\(width)\" height=\"16\"/>"
            svg += "<text x=\"\(206 + width)\" y=\"\(index * 22 + 15)\">\(bar.count)</text>\n"
        }
        return svg + "</svg>\n"
    }

    private func columns(_ columns: [Bar]) -> String {
        guard let most = columns.map(\.count).max(), most > 0 else { return "<p>None.</p>\n" }
        let width = max(4, min(28, 740 / columns.count))
        let step = 40 / width + 1
        var svg = "<svg width=\"760\" viewBox=\"0 0 \(max(760, columns.count * width + 20)) 190\" role=\"img\">\n"
        svg += "<text x=\"0\" y=\"12\">\(most)</text>\n"
        for (index, column) in columns.enumerated() {
            let height = column.count * 140 / most
            let x = index * width
            svg += "<rect x=\"\(x)\" y=\"\(160 - height)\" width=\"\(width - 1)\" height=\"\(height)\">"
            svg += "<title>\(column.label): \(column.count)</title></rect>"
            if index.isMultiple(of: step) { svg += "<text x=\"\(x)\" y=\"178\">\(column.label)</text>" }
            svg += "\n"
        }
        return svg + "</svg>\n"
    }

    /// Cells that hold numbers are aligned to the right.
    private func table(_ header: [String], _ rows: [[String]]) -> String {
        func row(_ cells: [String], _ tag: String) -> String {
            "<tr>"
                + cells.map { cell in
                    let isNumber = !cell.isEmpty && cell.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
                    return "<\(tag)\(isNumber ? " class=\"number\"" : "")>\(escape(cell))</\(tag)>"
                }.joined() + "</tr>\n"
        }
        let head = header.allSatisfy(\.isEmpty) ? "" : row(header, "th")
        return "<table>\n" + head + rows.map { row($0, "td") }.joined() + "</table>\n"
    }

    private func escape(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
