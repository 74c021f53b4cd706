import Foundation
import QuandianFilters
import QuandianText

/// Scores of names: `names-gold` reads gold documents, `names` reads JSON lines of sentences with spans.
let nameSuites: [String: @Sendable ([String], Bool) -> Void] = [
    "names-gold": { files, verbose in NameGold.run(files, verbose) },
    "names": { files, verbose in NameSentences.run(files, verbose) },
    "names-speed": { files, _ in NameSpeed.run(files) },
]

private struct Tally {
    var hits = 0
    var wanted = 0
    var given = 0

    mutating func add<T: Hashable>(_ want: Set<T>, _ have: Set<T>) {
        hits += want.intersection(have).count
        wanted += want.count
        given += have.count
    }

    func report(_ suite: String, _ measure: String) {
        let total = wanted + given
        let f1 = total == 0 ? 1 : 2 * Double(hits) / Double(total)
        let precision = given == 0 ? 0 : Double(hits) / Double(given)
        let recall = wanted == 0 ? 0 : Double(hits) / Double(wanted)
        print(
            "\(suite)\t\(measure)\t\(String(format: "%.4f", f1))\tP \(String(format: "%.3f", precision)) R \(String(format: "%.3f", recall)) (\(hits) of \(wanted), \(given) given)"
        )
    }
}

private struct Span: Hashable {
    var start: Int
    var end: Int
}

/// Each line that is not blank as a paragraph, for scores of single filters.
private struct PlainLines: Filter {
    let name = "lines"
    let summary = "Each line a paragraph"
    let requires: Set<Layer> = []
    let provides: Set<Layer> = [.blocks]

    func annotate(_ document: Document) -> Annotations {
        var annotations = Annotations()
        for line in document.text.lines {
            let isBlank = document.text[line.content].allSatisfy(\.isWhitespace)
            if isBlank || line.content.isEmpty { continue }
            annotations.blocks.append(
                Block(line.content, .paragraph, provenance: Provenance(filter: name, rule: "line")))
        }
        return annotations
    }
}

private func namePipeline() -> Pipeline {
    do {
        return try Pipeline([PlainLines(), NameFilter(), EntityFilter()])
    } catch {
        fatalError("\(error)")
    }
}

extension Document {
    /// The marks of a kind that lie in no organisation: the sets mark the outermost names alone.
    fileprivate func outermost(_ kind: MarkKind?) -> [Mark] {
        var end = 0
        return marks.filter { mark in
            if mark.kind == .place, mark.range.upperBound <= end { return false }
            if mark.kind == .organisation { end = mark.range.upperBound }
            return mark.kind == kind
        }
    }
}

private let labelOf: [String: MarkKind] = ["PER": .person, "ROLE": .role, "ORG": .organisation, "LOC": .place]

private enum NameGold {
    struct Gold {
        var text = ""
        var spans: [(span: Range<Int>, label: String, extra: String)] = []
    }

    /// Reads a gold document: its text, and its marks as UTF-8 ranges.
    static func read(_ path: String) -> Gold {
        var gold = Gold()
        var bytes: [UInt8] = []
        let content = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        var lines = content.components(separatedBy: "\n")
        while lines.first?.hasPrefix("#!") == true { lines.removeFirst() }
        for (number, line) in lines.enumerated() {
            if number > 0 { bytes.append(0x0A) }
            var rest = Substring(line)
            if rest.hasPrefix("@"), let blank = rest.firstIndex(of: " ") { rest = rest[rest.index(after: blank)...] }
            while let open = rest.range(of: "{{") {
                bytes += Array(rest[..<open.lowerBound].utf8)
                guard let close = rest.range(of: "}}", range: open.upperBound..<rest.endIndex) else { break }
                let parts = rest[open.upperBound..<close.lowerBound].split(
                    separator: "|", omittingEmptySubsequences: false)
                let start = bytes.count
                bytes += Array(parts[1].utf8)
                gold.spans.append((start..<bytes.count, String(parts[0]), parts.count > 2 ? String(parts[2]) : ""))
                rest = rest[close.upperBound...]
            }
            bytes += Array(rest.utf8)
        }
        gold.text = String(decoding: bytes, as: UTF8.self)
        return gold
    }

    static func run(_ files: [String], _ verbose: Bool) {
        let pipeline = namePipeline()
        var tallies: [String: Tally] = [:]
        var tied = 0
        var ties = 0
        for path in files {
            let gold = read(path)
            let document = pipeline.run(Text(gold.text))
            let file = URL(fileURLWithPath: path).lastPathComponent
            func show(_ span: Span) -> String {
                let around = max(0, span.start - 18)..<min(document.text.bytes.count, span.end + 18)
                return
                    "\(document.text[span.start..<span.end])   [\(document.text[around].replacingOccurrences(of: "\n", with: "⏎"))]"
            }
            for label in ["PER", "ROLE", "ORG", "LOC"] {
                var want = gold.spans.filter { $0.label == label }.map {
                    Span(start: $0.span.lowerBound, end: $0.span.upperBound)
                }
                var have = document.outermost(labelOf[label])
                    .map { Span(start: $0.range.lowerBound, end: $0.range.upperBound) }
                if label == "LOC" {
                    want = joined(want)
                    have = joined(have)
                }
                tallies[label, default: Tally()].add(Set(want), Set(have))
                if verbose {
                    for span in Set(want).subtracting(have).sorted(by: { $0.start < $1.start }) {
                        print("  \(file): \(label) missed: \(show(span))")
                    }
                    for span in Set(have).subtracting(want).sorted(by: { $0.start < $1.start }) {
                        print("  \(file): \(label) wrong: \(show(span))")
                    }
                }
            }
            // Offices tied to the right person: the entity has the name that stands beside the office.
            for entity in document.entities where entity.kind == .person {
                let names = Set(entity.names)
                for mention in entity.mentions {
                    guard let role = gold.spans.first(where: { $0.label == "ROLE" && $0.span == mention.range }),
                        document.marks.contains(where: { $0.kind == .role && $0.range == mention.range })
                    else { continue }
                    ties += 1
                    let right = names.contains(role.extra.filter { !$0.isWhitespace })
                    if right { tied += 1 }
                    if verbose, !right {
                        print(
                            "  \(file): link wrong: \(document.text[mention.range]) of \(role.extra), not \(entity.names)"
                        )
                    }
                }
            }
            if verbose {
                for entity in document.entities where entity.kind == .person {
                    let mentions = entity.mentions.map {
                        "\(document.text[$0.range])\($0.certainty < 1 ? "?\($0.certainty)" : "")"
                    }
                    print(
                        "  \(file): person \(entity.names) \(entity.roles.map { "\($0.organisation ?? "")/\($0.name)" }) \(mentions)"
                    )
                }
            }
        }
        for label in ["PER", "ROLE", "ORG", "LOC"] { tallies[label]?.report("names-gold", label) }
        print(
            "names-gold\tlinks\t\(String(format: "%.4f", ties == 0 ? 1 : Double(tied) / Double(ties)))\t\(tied) of \(ties) offices found"
        )
    }

    static func joined(_ spans: [Span]) -> [Span] {
        var result: [Span] = []
        for span in spans.sorted(by: { $0.start < $1.start }) {
            if let last = result.last, last.end >= span.start {
                result[result.count - 1].end = max(last.end, span.end)
            } else {
                result.append(span)
            }
        }
        return result
    }
}

private enum NameSentences {
    static func run(_ files: [String], _ verbose: Bool) {
        let pipeline = namePipeline()
        for path in files {
            guard let content = try? String(contentsOfFile: path, encoding: .utf8) else { continue }
            let set = URL(fileURLWithPath: path).deletingLastPathComponent().lastPathComponent
            var tallies: [String: Tally] = [:]
            for line in content.split(separator: "\n") {
                guard let row = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
                    let string = row["text"] as? String, let spans = row["spans"] as? [[Any]]
                else { continue }
                let document = pipeline.run(Text(string))
                var number: [Int: Int] = [:]
                var at = 0
                for (index, scalar) in string.unicodeScalars.enumerated() {
                    number[at] = index
                    at += UTF8.width(scalar)
                }
                number[at] = string.unicodeScalars.count
                let scalars = Array(string.unicodeScalars)
                for label in ["PER", "ORG", "LOC"] {
                    let want = Set(
                        spans.compactMap { span -> Span? in
                            guard let start = span[0] as? Int, let end = span[1] as? Int, let name = span[2] as? String,
                                name == label || (label == "ORG" && (name == "GOV" || name == "COMPANY"))
                            else { return nil }
                            return Span(start: start, end: end)
                        })
                    let have = Set(
                        document.outermost(labelOf[label]).map {
                            Span(start: number[$0.range.lowerBound] ?? -1, end: number[$0.range.upperBound] ?? -1)
                        })
                    tallies[label, default: Tally()].add(want, have)
                    guard verbose else { continue }
                    func show(_ span: Span) -> String {
                        func text(_ range: Range<Int>) -> String {
                            String(String.UnicodeScalarView(scalars[range]))
                        }
                        return
                            "\(text(span.start..<span.end))   [\(text(max(0, span.start - 6)..<min(scalars.count, span.end + 6)))]"
                    }
                    for span in want.subtracting(have) { print("  \(set): \(label) missed: \(show(span))") }
                    for span in have.subtracting(want) { print("  \(set): \(label) wrong: \(show(span))") }
                }
            }
            for label in ["PER", "ORG", "LOC"] where tallies[label]?.wanted ?? 0 > 0 {
                tallies[label]?.report("names/\(set)", label)
            }
        }
    }
}

private enum NameSpeed {
    static func run(_ files: [String]) {
        let pipeline = namePipeline()
        var bytes = 0
        var duration = Duration.zero
        for path in files {
            guard let data = FileManager.default.contents(atPath: path) else { continue }
            let text = Text(String(decoding: data, as: UTF8.self))
            bytes += text.bytes.count
            duration += ContinuousClock().measure { _ = pipeline.run(text) }
        }
        let seconds = Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
        print("names-speed\tMB/s\t\(String(format: "%.2f", Double(bytes) / 1e6 / seconds))\t\(bytes) bytes")
    }
}
