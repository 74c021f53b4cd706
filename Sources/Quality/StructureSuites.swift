import Foundation
import QuandianFilters
import QuandianText

/// The suites that score the structure filter, by name.
let structureSuites: [String: @Sendable ([String], Bool) -> Void] = [
    "structure-gold": scoreGold,
    "structure-laws": scoreLaws,
    "structure-govcn": scorePolicy,
    "structure-xwlb": scoreBroadcast,
    "structure-pages": scorePages,
    "structure-speed": timeStructure,
    "structure-linear": { files, _ in timeSizes(files) },
    "structure-show": showStructure,
]

// MARK: Counting

/// Hits among what was wanted and what was given.
private struct Tally {
    var hits = 0
    var wanted = 0
    var given = 0

    var f1: Double { wanted + given == 0 ? 1 : 2 * Double(hits) / Double(wanted + given) }
    var detail: String {
        let precision = given == 0 ? 0 : Double(hits) / Double(given)
        let recall = wanted == 0 ? 0 : Double(hits) / Double(wanted)
        return String(format: "P %.4f R %.4f (%d of %d wanted, %d given)", precision, recall, hits, wanted, given)
    }
}

private func report(_ suite: String, _ measure: String, _ value: Double, _ detail: String) {
    print("\(suite)\t\(measure)\t\(String(format: "%.4f", value))\t\(detail)")
}

private func report(_ suite: String, _ measure: String, _ tally: Tally) {
    report(suite, measure, tally.f1, tally.detail)
}

private struct Confusions {
    private var counts: [String: Int] = [:]

    mutating func add(_ wanted: String, _ given: String) { counts["\(wanted) → \(given)", default: 0] += 1 }

    func show(_ suite: String) {
        for (pair, count) in counts.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }).prefix(40) {
            print("\(suite)\tconfusion\t\(count)\t\(pair)")
        }
    }
}

// MARK: Reading blocks

/// The outcome of the filter, to be asked by line.
private struct Outcome {
    let document: Document

    init(_ text: Text) {
        var document = Document(text)
        document.add(StructureFilter().annotate(document))
        self.document = document
    }

    func block(at offset: Int) -> Block? {
        var low = 0
        var high = document.blocks.count
        while low < high {
            let middle = (low + high) / 2
            if document.blocks[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
        }
        guard low < document.blocks.count, document.blocks[low].range.contains(offset) else { return nil }
        return document.blocks[low]
    }

    /// The block that holds the first ink of a line, whether that is the block's own first line, and the gold's name.
    func line(_ number: Int) -> (block: Block?, isFirst: Bool, name: String)? {
        let content = document.text.lines[number].content
        guard let ink = ink(content) else { return nil }
        guard let block = block(at: ink.lowerBound) else { return (nil, false, "none") }
        let isFirst = document.text.lineIndex(at: block.range.lowerBound) == number
        return (block, isFirst, goldName(block, ink))
    }

    func ink(_ range: Range<Int>) -> Range<Int>? {
        let scalars = document.text.scalars(in: range)
        let isInk = { (value: UInt32) in Unicode.Scalar(value)?.properties.isWhitespace == false }
        guard let first = scalars.values.firstIndex(where: isInk), let last = scalars.values.lastIndex(where: isInk)
        else {
            return nil
        }
        return scalars.offsets[first]..<scalars.offsets[last + 1]
    }

    private func goldName(_ block: Block, _ ink: Range<Int>) -> String {
        switch block.kind {
        case .title: return "title"
        case .subtitle: return "subtitle"
        case .byline: return "byline"
        case .documentNumber: return "docnum"
        case .salute: return "salute"
        case .heading(let level): return "head\(min(level, 4))"
        case .runInHeading(let level):
            guard let head = block.parts.first(where: { $0.role == .heading }) else { return "p" }
            let opensInHead = head.range.contains(ink.lowerBound)
            let closesInHead = head.range.contains(ink.upperBound - 1)
            return !opensInHead ? "p" : closesInHead ? "head\(min(level, 4))" : "phead\(min(level, 4))"
        case .paragraph: return "p"
        case .item: return "item"
        case .alternativeText: return "alt"
        case .caption: return "caption"
        case .row: return "row"
        case .attachment: return "attach"
        case .signature: return "signed"
        case .date: return "date"
        case .note: return "cc"
        case .question: return "q"
        case .answer: return "a"
        case .verse: return "verse"
        case .residue: return "residue"
        }
    }
}

extension Block {
    fileprivate var headingLevel: Int? {
        switch kind {
        case .heading(let level), .runInHeading(let level): level
        default: nil
        }
    }
}

private func say(_ verbose: Bool, _ name: String, _ number: Int, _ wanted: String, _ given: String, _ text: Text) {
    guard verbose else { return }
    let words = text[text.lines[number].content].prefix(40)
    print("  \(name):\(number + 1): \(wanted) → \(given): \(words)")
}

private func records(_ path: String) -> [[String: Any]] {
    guard let data = FileManager.default.contents(atPath: path) else {
        print("cannot read \(path)")
        exit(2)
    }
    return data.split(separator: 0x0A).compactMap {
        (try? JSONSerialization.jsonObject(with: Data($0))) as? [String: Any]
    }
}

// MARK: Gold documents

private func scoreGold(_ files: [String], _ verbose: Bool) {
    let suite = "structure-gold"
    var lines = Tally()
    var headings = Tally()
    var confusions = Confusions()
    for file in files {
        guard let data = FileManager.default.contents(atPath: file) else { continue }
        let (text, kinds) = readGold(String(decoding: data, as: UTF8.self))
        let outcome = Outcome(text)
        let name = (file as NSString).lastPathComponent.prefix(12)
        for (number, kind) in kinds.sorted(by: { $0.key < $1.key }) {
            let given = outcome.line(number)?.name ?? "none"
            lines.wanted += 1
            lines.given += 1
            if given == kind { lines.hits += 1 }
            let wantsHeading = kind.contains("head")
            let givesHeading = given.contains("head")
            if wantsHeading { headings.wanted += 1 }
            if givesHeading { headings.given += 1 }
            if wantsHeading, given == kind { headings.hits += 1 }
            if given != kind {
                confusions.add(kind, given)
                say(verbose, String(name), number, kind, given, text)
            }
        }
    }
    report(suite, "lines", lines)
    report(suite, "headings", headings)
    if verbose { confusions.show(suite) }
}

/// Strips a gold document's marks: its raw text and the kind of each line.
private func readGold(_ source: String) -> (Text, [Int: String]) {
    var kinds: [Int: String] = [:]
    var raw: [String] = []
    var lines = source.components(separatedBy: "\n")[...]
    while let first = lines.first, first.hasPrefix("#!") { lines = lines.dropFirst() }
    for line in lines {
        guard line.hasPrefix("@"), let space = line.firstIndex(of: " ") else {
            raw.append(line)
            continue
        }
        kinds[raw.count] = String(line[line.index(after: line.startIndex)..<space])
        var words = String(line[line.index(after: space)...])
        while let open = words.range(of: "{{"),
            let close = words.range(of: "}}", range: open.upperBound..<words.endIndex)
        {
            let fields = words[open.upperBound..<close.lowerBound].components(separatedBy: "|")
            words.replaceSubrange(open.lowerBound..<close.upperBound, with: fields.count > 1 ? fields[1] : "")
        }
        raw.append(words)
    }
    return (Text(raw.joined(separator: "\n")), kinds)
}

// MARK: JSON sets with gold lines

private struct GoldLine {
    var line: Int
    var level: Int
    var kind: String
}

/// Goes through the documents of some JSON sets: name, text, gold and what the filter made of it.
private func eachDocument(
    _ files: [String], _ body: (_ name: String, _ text: Text, _ gold: [Int: GoldLine], _ outcome: Outcome) -> Void
) {
    for record in files.flatMap(records) {
        let text = Text(record["text"] as? String ?? "")
        body(record["id"] as? String ?? "", text, goldLines(record), Outcome(text))
    }
}

private func goldLines(_ record: [String: Any]) -> [Int: GoldLine] {
    var result: [Int: GoldLine] = [:]
    for entry in record["gold"] as? [[Any]] ?? [] where entry.count >= 3 {
        guard let line = entry[0] as? Int, let level = entry[1] as? Int, let kind = entry[2] as? String else {
            continue
        }
        result[line] = GoldLine(line: line, level: level, kind: kind)
    }
    return result
}

/// 编 章 节 条, line and depth. Numbered paragraphs outside these units (一、 in a reply of a court) have no mark in the
/// set and are not scored; headings without a number are, and count against us.
///
///  The sets number levels by unit, so that depth is the rank among the units that a
/// document has; unnumbered and numbered headings outside the units are scored by line alone.
private func scoreLaws(_ files: [String], _ verbose: Bool) {
    let suite = "structure-laws"
    let units: Set<String> = ["bian", "fenbian", "zhang", "jie", "tiao"]
    var withDepth = Tally()
    var lines = Tally()
    var titles = Tally()
    var items = Tally()
    var confusions = Confusions()
    eachDocument(files) { name, text, gold, outcome in
        var open: [Int] = []
        for number in text.lines.indices {
            guard let (block, isFirst, given) = outcome.line(number) else { continue }
            let wanted = gold[number]
            var depth: Int?
            if let wanted, units.contains(wanted.kind) {
                while let top = open.last, top >= wanted.level { open.removeLast() }
                open.append(wanted.level)
                depth = open.count
            }
            let level = isFirst ? block?.headingLevel : nil
            if let wanted, !units.contains(wanted.kind), wanted.kind.hasPrefix("h_") { continue }
            if depth != nil, given == "item", isRepeated(number, text, gold, units) { continue }
            let rule = block?.provenance.rule ?? ""
            if depth == nil, level != nil, !rule.contains("unit"), !rule.contains("article"),
                !rule.contains("unnumbered")
            {
                continue
            }
            if depth != nil {
                withDepth.wanted += 1
                lines.wanted += 1
            }
            if level != nil {
                withDepth.given += 1
                lines.given += 1
            }
            if depth != nil, level != nil { lines.hits += 1 }
            if let depth, depth == level { withDepth.hits += 1 }
            if depth != level {
                confusions.add(wanted?.kind ?? "none", "\(given) for \(depth ?? 0)")
                say(verbose, name, number, "\(wanted?.kind ?? "none") \(depth ?? 0)", given, text)
            }
            if wanted?.kind == "title" { titles.wanted += 1 }
            if given == "title" { titles.given += 1 }
            if given == "title", wanted?.kind == "title" { titles.hits += 1 }
            let wantsItem = wanted?.kind.hasPrefix("item") ?? false
            if wantsItem { items.wanted += 1 }
            if given == "item" { items.given += 1 }
            if wantsItem, given == "item" { items.hits += 1 }
        }
    }
    report(suite, "headings", withDepth)
    report(suite, "heading lines", lines)
    report(suite, "titles", titles)
    report(suite, "items", items)
    if verbose { confusions.show(suite) }
}

/// Whether a unit's line stands again further down as a unit: then this one is of a table of contents, whose lines the
/// set marks as headings where no 目录 stands over them, and our guidelines as items.
private func isRepeated(_ number: Int, _ text: Text, _ gold: [Int: GoldLine], _ units: Set<String>) -> Bool {
    let words = text[text.lines[number].content].filter { !$0.isWhitespace }
    return gold.values.contains { other in
        other.line > number && units.contains(other.kind)
            && text[text.lines[other.line].content].filter { !$0.isWhitespace } == words
    }
}

/// Lines that have a gold kind. The set marks each cell of a flattened table `annex_title` and each numbered paragraph
/// a heading: a cell after the first two annex titles is not scored, and a numbered paragraph of one sentence is right
/// as a heading or as an item.
private func scorePolicy(_ files: [String], _ verbose: Bool) {
    let suite = "structure-govcn"
    var tally = Tally()
    var byKind: [String: Tally] = [:]
    var confusions = Confusions()
    let scored: Set<String> = ["title", "docnum", "salute", "signed", "date", "heading"]
    eachDocument(files) { name, text, gold, outcome in
        var annexTitles = 0
        for number in text.lines.indices {
            guard let (_, isFirst, raw) = outcome.line(number) else { continue }
            var given = raw.contains("head") ? "heading" : raw
            if !isFirst { given = "p" }
            var wanted = "none"
            switch gold[number]?.kind {
            case "title": wanted = "title"
            case "docno": wanted = "docnum"
            case "addressee": wanted = "salute"
            case "sign_org": wanted = "signed"
            case "sign_date": wanted = "date"
            case "note", "annex": continue
            case "annex_title":
                annexTitles += 1
                if annexTitles > 2 { continue }
                if given == "title" { given = "heading" }
                wanted = "heading"
            case .some(let kind):
                wanted = "heading"
                if kind.hasSuffix("_para"), given == "item" { continue }
            case nil:
                // The set marks numbered lines only at three depths and by type face.
                if given == "heading", annexTitles > 0 { continue }
            }
            if wanted != "none" {
                tally.wanted += 1
                byKind[wanted, default: Tally()].wanted += 1
            }
            if scored.contains(given) {
                tally.given += 1
                byKind[given, default: Tally()].given += 1
            }
            if wanted == given {
                tally.hits += 1
                byKind[wanted, default: Tally()].hits += 1
            } else if wanted != "none" || scored.contains(given) {
                confusions.add(gold[number]?.kind ?? "none", raw)
                say(verbose, name, number, gold[number]?.kind ?? "none", raw, text)
            }
        }
    }
    report(suite, "kinds", tally)
    for (kind, tally) in byKind.sorted(by: { $0.key < $1.key }) { report(suite, kind, tally) }
    if verbose { confusions.show(suite) }
}

/// Headlines of stories. Lines that the set calls part or subheading are headings too and are not held against us.
private func scoreBroadcast(_ files: [String], _ verbose: Bool) {
    let suite = "structure-xwlb"
    var headlines = Tally()
    var every = Tally()
    var confusions = Confusions()
    eachDocument(files) { name, text, gold, outcome in
        for number in text.lines.indices {
            guard let (block, isFirst, given) = outcome.line(number) else { continue }
            let wanted = gold[number]?.kind
            if wanted == "title" { continue }
            let isHeading = isFirst && block?.headingLevel != nil
            let isOther = wanted == "part" || wanted == "strong_subhead"
            if wanted == "headline" { headlines.wanted += 1 }
            if isHeading, !isOther { headlines.given += 1 }
            if isHeading, wanted == "headline" { headlines.hits += 1 }
            if wanted != nil { every.wanted += 1 }
            if isHeading { every.given += 1 }
            if isHeading, wanted != nil { every.hits += 1 }
            if isHeading != (wanted != nil) {
                confusions.add(wanted ?? "none", given)
                say(verbose, name, number, wanted ?? "none", given, text)
            }
        }
    }
    report(suite, "headlines", headlines)
    report(suite, "headings", every)
    if verbose { confusions.show(suite) }
}

/// Residue of news pages. The set calls bylines no body: they are neither residue nor text here.
private func scorePages(_ files: [String], _ verbose: Bool) {
    let suite = "structure-pages"
    var residue = Tally()
    var text = Tally()
    var confusions = Confusions()
    for record in files.flatMap(records) {
        guard let page = record["page"] as? [String], let isBody = record["is_body"] as? [Int],
            page.count == isBody.count
        else { continue }
        let source = Text(page.joined(separator: "\n"))
        guard source.lines.count == page.count else { continue }
        let outcome = Outcome(source)
        let name = record["id"] as? String ?? ""
        for number in source.lines.indices {
            guard let (_, _, given) = outcome.line(number) else { continue }
            let wantsResidue = isBody[number] == 0
            if wantsResidue, given == "byline" || given == "docnum" || given == "date" { continue }
            let givesResidue = given == "residue"
            if wantsResidue { residue.wanted += 1 } else { text.wanted += 1 }
            if givesResidue { residue.given += 1 } else { text.given += 1 }
            if wantsResidue, givesResidue { residue.hits += 1 }
            if !wantsResidue, !givesResidue { text.hits += 1 }
            if wantsResidue != givesResidue {
                let rule = outcome.line(number)?.block?.provenance.rule ?? ""
                confusions.add(wantsResidue ? "residue" : "body", "\(given) (\(rule))")
                say(verbose, name, number, wantsResidue ? "residue" : "body", "\(given) (\(rule))", source)
            }
        }
    }
    report(suite, "residue", residue)
    report(suite, "body", text)
    if verbose { confusions.show(suite) }
}

// MARK: Showing

/// Prints each block's kind, rule and first words.
private func showStructure(_ files: [String], _ verbose: Bool) {
    for file in files {
        guard let data = FileManager.default.contents(atPath: file) else { continue }
        let text = Text(bytes: Array(String(decoding: data, as: UTF8.self).utf8))
        let outcome = Outcome(text)
        for block in outcome.document.blocks {
            let number = text.lineIndex(at: block.range.lowerBound) + 1
            print("\(number)\t\(block.kind)\t\(block.provenance.rule)\t\(text[block.range].prefix(verbose ? 400 : 50))")
        }
        print(outcome.document.metadata)
    }
}

// MARK: Speed

/// Megabytes a second of one core over all files together, the text already in memory.
private func timeStructure(_ files: [String], _ verbose: Bool) {
    let texts = files.compactMap { FileManager.default.contents(atPath: $0) }
        .map { Text(bytes: Array(String(decoding: $0, as: UTF8.self).utf8)) }
    let size = texts.reduce(0) { $0 + $1.bytes.count }
    for (name, filters) in [
        ("structure", [StructureFilter() as any Filter]),
        ("with quotations and sentences", [StructureFilter(), QuotationFilter(), SentenceFilter()]),
    ] {
        var blocks = 0
        // Time of this process, since others may share the machine.
        let start = clock()
        for text in texts {
            var document = Document(text)
            for filter in filters { document.add(filter.annotate(document)) }
            blocks += document.blocks.count
        }
        let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
        report("structure-speed", name, Double(size) / 1e6 / seconds, "MB/s, \(size) bytes, \(blocks) blocks")
    }
}

/// What a byte costs the structure filter in 50 MB as against 50 KB, each file's first 50 KB over and over; then the same for
/// 100,000 lines of one character as against 1,000.
private func timeSizes(_ files: [String]) {
    /// Seconds for each megabyte; small texts are read again until half a second has been spent.
    func cost(_ text: Text) -> Double {
        let start = clock()
        var rounds = 0, seconds = 0.0
        repeat {
            _ = StructureFilter().annotate(Document(text))
            rounds += 1
            seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
        } while seconds < 0.5
        return seconds / Double(rounds) / (Double(text.bytes.count) / 1e6)
    }
    func compare(_ name: String, _ short: Text, _ long: Text) {
        let (first, second) = (cost(short), cost(long))
        report(
            "structure-linear", name, second / first,
            String(format: "%.4f and %.4f s a MB; 1 is linear", second, first))
    }
    for file in files {
        guard let data = FileManager.default.contents(atPath: file) else { continue }
        let part = Text(String(decoding: data.prefix(50_000), as: UTF8.self) + "\n").bytes
        let long = (0..<(50_000_000 / part.count)).reduce(into: [UInt8]()) { bytes, _ in bytes += part }
        compare("50 MB to 50 KB", Text(bytes: part), Text(bytes: long))
    }
    let characters = Array("的一是在不了有和人这中大为上个国我以要他")
    func lines(_ count: Int) -> Text { Text((0..<count).map { String(characters[$0 * 7 % 20]) + "\n" }.joined()) }
    compare("100,000 lines of one character to 1,000", lines(1_000), lines(100_000))
}
