import Foundation
import QuandianFilters
import QuandianText

/// The suites that score the filter of dates, by name.
let dateSuites: [String: @Sendable ([String], Bool) -> Void] = [
    "date-gold": { DateSuites.gold($0, $1) },
    "date-values": { DateSuites.values($0, $1) },
    "date-spans": { DateSuites.spans($0, $1) },
    "date-speed": { files, _ in DateSuites.speed(files) },
    "date-linear": { _, _ in DateSuites.linear() },
]

enum DateSuites {
    // MARK: Running the filter

    struct Found {
        /// Offsets in code points.
        var range: Range<Int>
        var value: DateValue
    }

    static func blocks(_ text: Text) -> [Block] {
        var blocks: [Block] = []
        for line in text.lines {
            let content = text.bytes[line.content]
            guard content.contains(where: { $0 > 0x20 }) else { continue }
            let kind: BlockKind = blocks.isEmpty && text.lines.count > 1 && content.count < 90 ? .title : .paragraph
            blocks.append(Block(line.content, kind, provenance: Provenance(filter: "lines", rule: "line")))
        }
        return blocks
    }

    static func find(_ string: String, _ blocks: [Block]? = nil, reference: CivilDate?) -> [Found] {
        let text = Text(string)
        let pipeline = try? Pipeline([Given(blocks: blocks ?? self.blocks(text)), DateFilter()])
        guard let document = pipeline?.run(text, settings: Settings(referenceDate: reference)) else { return [] }
        var points: [Int: Int] = [:]
        var at = 0
        for (index, scalar) in string.unicodeScalars.enumerated() {
            points[at] = index
            at += UTF8.width(scalar)
        }
        points[at] = string.unicodeScalars.count
        return document.marks.compactMap { mark in
            guard case .date(let meaning) = mark.kind, let start = points[mark.range.lowerBound],
                let end = points[mark.range.upperBound]
            else { return nil }
            return Found(range: start..<end, value: meaning.value)
        }
    }

    /// Blocks that the caller knows.
    struct Given: Filter {
        let blocks: [Block]
        let name = "lines"
        let summary = "blocks as given"
        let requires: Set<Layer> = []
        let provides: Set<Layer> = [.blocks]
        func annotate(_ document: Document) -> Annotations {
            var annotations = Annotations()
            annotations.blocks = blocks
            return annotations
        }
    }

    static func report(_ suite: String, _ measure: String, _ value: Double, _ detail: String) {
        print("\(suite)\t\(measure)\t\(String(format: "%.4f", value))\t\(detail)")
    }

    // MARK: Gold documents

    static func gold(_ files: [String], _ isVerbose: Bool) {
        var hits = 0, right = 0, wanted = 0, given = 0
        for file in files {
            guard let document = GoldDates(file) else { continue }
            let found = find(document.text, document.blocks, reference: document.reference)
            let name = file.split(separator: "/").last.map(String.init) ?? file
            var left = Dictionary(found.map { (squeezed(document.text, $0.range), $0) }) { a, _ in a }
            wanted += document.spans.count
            given += found.count
            for span in document.spans {
                let key = squeezed(document.text, span.range)
                guard let mine = left.removeValue(forKey: key) else {
                    if isVerbose { print("  \(name): missed \(cut(document.text, span.range)) \(span.value)") }
                    continue
                }
                hits += 1
                if Interval(span.value) == Interval(mine.value.description) {
                    right += 1
                } else if isVerbose {
                    print("  \(name): value \(cut(document.text, span.range)) is \(span.value), not \(mine.value)")
                }
            }
            if isVerbose {
                for extra in left.values.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
                    print("  \(name): wrong \(cut(document.text, extra.range)) \(extra.value)")
                }
            }
        }
        let f1 = { (hits: Int) in Double(2 * hits) / Double(max(1, wanted + given)) }
        report("gold", "DATE F1", f1(hits), "\(hits) of \(wanted) wanted, \(given) given")
        report("gold", "DATE with value F1", f1(right), "\(right) right")
    }

    static func cut(_ text: String, _ range: Range<Int>) -> String {
        let scalars = Array(text.unicodeScalars)
        let around = max(0, range.lowerBound - 8)..<min(scalars.count, range.upperBound + 8)
        func string(_ part: Range<Int>) -> String {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[part])
            return String(view).replacingOccurrences(of: "\n", with: "⏎")
        }
        return string(around.lowerBound..<range.lowerBound) + "⟦" + string(range) + "⟧"
            + string(range.upperBound..<around.upperBound)
    }

    /// A range in characters that are not white space, so that spaces at its edges do not count.
    static func squeezed(_ text: String, _ range: Range<Int>) -> Range<Int> {
        var count = 0
        var bounds = (0, 0)
        for (index, scalar) in text.unicodeScalars.enumerated() {
            if index == range.lowerBound { bounds.0 = count }
            if index == range.upperBound { bounds.1 = count }
            if !scalar.properties.isWhitespace { count += 1 }
        }
        if range.upperBound >= text.unicodeScalars.count { bounds.1 = count }
        return bounds.0..<max(bounds.0, bounds.1)
    }
}

/// The dates of a gold document.
struct GoldDates {
    var text = ""
    var spans: [(range: Range<Int>, value: String)] = []
    var blocks: [Block] = []
    var reference: CivilDate?

    init?(_ path: String) {
        guard let content = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
        var points = 0
        var bytes = 0
        var isFirst = true
        for line in content.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("#!") {
                let parts = line.dropFirst(2).split(separator: ":", maxSplits: 1).map {
                    $0.trimmingCharacters(in: .whitespaces)
                }
                if parts.count == 2, parts[0] == "reference" { reference = CivilDate(parts[1]) }
                continue
            }
            if !isFirst {
                text += "\n"
                points += 1
                bytes += 1
            }
            isFirst = false
            guard line.hasPrefix("@"), let space = line.firstIndex(of: " ") else {
                text += line
                points += line.unicodeScalars.count
                bytes += line.utf8.count
                continue
            }
            let kind = String(line[line.index(after: line.startIndex)..<space])
            var plain = ""
            var rest = line[line.index(after: space)...]
            while let open = rest.range(of: "{{"),
                let close = rest.range(of: "}}", range: open.upperBound..<rest.endIndex)
            {
                plain += rest[..<open.lowerBound]
                let fields = rest[open.upperBound..<close.lowerBound].split(
                    separator: "|", omittingEmptySubsequences: false)
                let start = points + plain.unicodeScalars.count
                plain += fields[1]
                if fields[0] == "DATE", fields.count == 3 {
                    spans.append((start..<points + plain.unicodeScalars.count, String(fields[2])))
                }
                rest = rest[close.upperBound...]
            }
            plain += rest
            blocks.append(
                Block(
                    bytes..<bytes + plain.utf8.count, Self.kind(kind),
                    provenance: Provenance(filter: "gold", rule: "gold")))
            text += plain
            points += plain.unicodeScalars.count
            bytes += plain.utf8.count
        }
    }

    private static func kind(_ mark: String) -> BlockKind {
        switch mark {
        case "title": .title
        case "subtitle": .subtitle
        case "byline": .byline
        case "docnum": .documentNumber
        case "head1", "head2", "head3", "head4": .heading(level: Int(mark.dropFirst(4)) ?? 1)
        case "phead1", "phead2", "phead3", "phead4": .runInHeading(level: Int(mark.dropFirst(5)) ?? 1)
        case "item": .item
        case "date": .date
        case "signed": .signature
        case "residue": .residue(.furniture)
        default: .paragraph
        }
    }
}

/// A value as the days (and clock) from first to last, so that 2020-Q1 equals 2020-01/2020-03; other values as written.
enum Interval: Equatable {
    struct Edge: Equatable, Comparable {
        var day: String
        var clock: String
        static func < (a: Edge, b: Edge) -> Bool { (a.day, a.clock) < (b.day, b.clock) }
    }

    case stretch(Edge?, Edge?)
    case duration(months: Double, days: Double, seconds: Double)
    case other(String)

    init(_ value: String) {
        if value.hasPrefix("P"), let duration = Interval.duration(value) {
            self = duration
        } else if value.hasPrefix("P") || value.hasPrefix("R") || value == "?" || value == "!" {
            self = .other(value)
        } else if let slash = value.firstIndex(of: "/") {
            let first = String(value[..<slash])
            let last = String(value[value.index(after: slash)...])
            self = .stretch(
                first == ".." ? nil : Interval.edge(first, last: false),
                last == ".." ? nil : Interval.edge(last, last: true))
        } else {
            self = .stretch(Interval.edge(value, last: false), Interval.edge(value, last: true))
        }
    }

    private static func duration(_ value: String) -> Interval? {
        var months = 0.0, days = 0.0, seconds = 0.0
        var number = ""
        var inTime = false
        for character in value.dropFirst() {
            if character == "T" {
                inTime = true
            } else if character.isNumber || character == "." {
                number.append(character)
            } else {
                guard let amount = Double(number) else { return nil }
                number = ""
                switch (character, inTime) {
                case ("Y", false): months += amount * 12
                case ("M", false): months += amount
                case ("W", false): days += amount * 7
                case ("D", false): days += amount
                case ("H", true): seconds += amount * 3600
                case ("M", true): seconds += amount * 60
                case ("S", true): seconds += amount
                default: return nil
                }
            }
        }
        return .duration(months: months, days: days, seconds: seconds)
    }

    static func edge(_ value: String, last: Bool) -> Edge {
        let parts = value.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let date = parts[0]
        let clock = parts.count > 1 ? parts[1] : ""
        let pad = { (n: Int) in n < 10 ? "0\(n)" : "\(n)" }
        func month(_ year: Int, _ month: Int) -> Edge {
            Edge(
                day: String(format: "%04d", year) + "-\(pad(month))-"
                    + (last ? pad(CivilDate.days(inMonth: month, of: year)) : "01"), clock: clock)
        }
        let fields = date.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        guard let head = fields.first, !head.isEmpty else { return Edge(day: date, clock: clock) }
        if head.hasSuffix("X") {
            let digits = head.filter { $0 != "X" }
            return edge(digits + String(repeating: last ? "9" : "0", count: head.count - digits.count), last: last)
        }
        guard let year = Int(head) else { return Edge(day: date, clock: clock) }
        switch fields.count {
        case 1: return month(year, last ? 12 : 1)
        case 2:
            if let number = Int(fields[1]) { return month(year, number) }
            if fields[1].hasPrefix("W"), let week = Int(fields[1].dropFirst()) {
                var calendar = Calendar(identifier: .iso8601)
                calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? .gmt
                let components = DateComponents(weekday: last ? 1 : 2, weekOfYear: week, yearForWeekOfYear: year)
                guard let day = calendar.date(from: components) else { return Edge(day: date, clock: clock) }
                let found = calendar.dateComponents([.year, .month, .day], from: day)
                return Edge(
                    day: String(format: "%04d-%02d-%02d", found.year ?? 0, found.month ?? 0, found.day ?? 0),
                    clock: clock)
            }
            if let number = Int(fields[1].dropFirst()), fields[1].hasPrefix("Q") || fields[1].hasPrefix("H") {
                let size = fields[1].hasPrefix("Q") ? 3 : 6
                return month(year, (number - 1) * size + (last ? size : 1))
            }
            let seasons = ["SP": 3, "SU": 6, "AU": 9, "WI": 12]
            guard let first = seasons[fields[1]] else { return Edge(day: date, clock: clock) }
            let number = first + (last ? 2 : 0)
            return month(year + (number > 12 ? 1 : 0), (number - 1) % 12 + 1)
        default: return Edge(day: date, clock: clock)
        }
    }
}
