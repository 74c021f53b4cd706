import Foundation

/// Reads documents that were written and marked for this project: files `*.gold.txt`, whose lines are texts, a word that
/// begins with `@` saying of what kind, and whose spans stand as `{{LABEL|words}}` or `{{LABEL|words|what they mean}}`.
enum MarkedDocuments {
    /// The lines of all documents in some folders, those folders below them included, in order of their paths.
    static func read(_ folders: [String]) throws -> [AnnotatedText] {
        try folders.flatMap { folder in
            try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".gold.txt") }.sorted()
                .map { "\(folder)/\($0)" }
        }.flatMap { path in
            try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").filter { $0.hasPrefix("@") }
                .map(line)
        }
    }

    /// - Parameter line: with its kind before the first space.
    static func line(_ line: Substring) -> AnnotatedText {
        var rest = line[(line.firstIndex(of: " ").map(line.index(after:)) ?? line.endIndex)...]
        var text = AnnotatedText(scalars: [], spans: [])
        while let open = rest.range(of: "{{"), let close = rest[open.upperBound...].range(of: "}}") {
            text.scalars += rest[..<open.lowerBound].unicodeScalars.map(\.value)
            let fields = rest[open.upperBound..<close.lowerBound].split(
                separator: "|", omittingEmptySubsequences: false)
            let start = text.scalars.count
            text.scalars += (fields.count > 1 ? fields[1] : "").unicodeScalars.map(\.value)
            if text.scalars.count > start {
                text.spans.append(Annotation(range: start..<text.scalars.count, label: String(fields[0])))
            }
            rest = rest[close.upperBound...]
        }
        text.scalars += rest.unicodeScalars.map(\.value)
        return text
    }
}
