import QuandianText

// Headings and lists, and how deep they lie: by what the document does with its numbers, not by a table of styles.

extension Sketch {
    mutating func judgeOutline() {
        var starts = attachmentStarts.filter { body.contains($0) }
        starts.append(body.upperBound)
        var from = body.lowerBound
        var base = 0
        for start in starts {
            if from < start {
                for (line, verdict) in Outline.decide(self, from..<start, under: base) { judge(line, verdict) }
            }
            from = start
            base = 1
        }
    }
}

/// The numbered series of a stretch of the document, nested as they stand.
struct Outline {
    private enum Form { case line, runIn, sentence, long, item }

    private enum Key: Hashable {
        case style(Enumerator.Style)
        case plain
        /// Without a number, over others without a number time and again
        case outer
        /// 【…】 without a number
        case cornered
    }

    private struct Series {
        var key: Key
        var members: [Int]
        var parent: Int?
        var lastValue: Int
        var isHeading = false
        var depth = 0
        var underArticle = false
    }

    private let sketch: Sketch
    private let region: Range<Int>
    private var all: [Series] = []
    /// Number of prose lines before each line of the region, for asking what stands between two lines.
    private var proseBefore: [Int] = []
    /// Of the lines of the region, those that look like headings without a number.
    private var plain: [Bool] = []
    /// Those of them that stand over a group of others.
    private var outer: Set<Int> = []

    private init(_ sketch: Sketch, _ region: Range<Int>) {
        self.sketch = sketch
        self.region = region
    }

    /// What the outline of a stretch says of its lines. The outline ends here: while it lives, every verdict passed would
    /// copy the whole sketch.
    static func decide(_ sketch: Sketch, _ region: Range<Int>, under base: Int) -> [(Int, Verdict)] {
        var outline = Outline(sketch, region)
        outline.build()
        outline.decide()
        return outline.verdicts(under: base)
    }

    private func line(_ index: Int) -> LineFacts { sketch.lines[index] }

    // MARK: Series

    mutating func build() {
        proseBefore.reserveCapacity(region.count + 1)
        var prose = 0
        for index in region {
            proseBefore.append(prose)
            let facts = line(index)
            if isText(index, facts) { prose += 1 }
        }
        proseBefore.append(prose)

        findPlainHeadings()
        findOuterHeadings()
        var stack: [Int] = []
        for index in region where sketch.isOpen(index) {
            if let enumerator = line(index).enumerator {
                if isQuantity(index, enumerator, stack) { continue }
                place(index, .style(enumerator.style), enumerator.value, &stack)
            } else if plain[index - region.lowerBound] {
                let key = outer.contains(index) ? Key.outer : line(index).ending == .bracket ? .cornered : .plain
                place(index, key, 0, &stack)
            }
        }
    }

    /// Whether a line is text that a heading may stand over.
    private func isText(_ index: Int, _ facts: LineFacts) -> Bool {
        switch sketch.kind(index) {
        case nil:
            return facts.enumerator == nil
                ? facts.isProse || facts.ending == .stop : form(index) != .line && form(index) != .item
        case .residue?: return false
        case .item?, .row?, .verse?, .question?, .answer?, .caption?: return true
        default: return facts.isProse || facts.ending == .stop
        }
    }

    private mutating func place(_ index: Int, _ key: Key, _ value: Int, _ stack: inout [Int]) {
        if case .style(.unit(let rank)) = key {
            while let top = stack.last {
                if case .style(.unit(let other)) = all[top].key, other <= rank { break }
                stack.removeLast()
            }
        } else if case .style(.hash(let depth)) = key {
            while let top = stack.last {
                if case .style(.hash(let other)) = all[top].key, other <= depth { break }
                stack.removeLast()
            }
        }
        if key == .outer, let at = stack.firstIndex(where: { all[$0].key == .plain }) { stack.removeSubrange(at...) }
        // A heading over a 一、 that starts anew stands beside or above the first 一、, never beneath it.
        if key == .plain || key == .cornered, let below = sketch.next(after: index), below < region.upperBound,
            let enumerator = line(below).enumerator, enumerator.value == 1,
            let at = stack.firstIndex(where: { all[$0].key == .style(enumerator.style) })
        {
            stack.removeSubrange(at...)
        }
        if let at = stack.lastIndex(where: { all[$0].key == key }) {
            let series = stack[at]
            if continues(series, value) {
                stack.removeSubrange((at + 1)...)
                all[series].members.append(index)
                all[series].lastValue = value
                return
            }
            stack.removeSubrange(at...)
        } else if case .style(.decimal(let depth)) = key {
            // 2.1 after 1.3.2: what is deeper closes.
            while let top = stack.last, case .style(.decimal(let other)) = all[top].key, other > depth {
                stack.removeLast()
            }
        }
        var series = Series(key: key, members: [index], parent: stack.last, lastValue: value)
        if let parent = stack.last {
            series.underArticle =
                all[parent].underArticle || all[parent].key == .style(.unit(rank: Enumerator.articleRank))
        }
        stack.append(all.count)
        all.append(series)
    }

    private func continues(_ series: Int, _ value: Int) -> Bool {
        switch all[series].key {
        case .plain, .outer, .cornered, .style(.bullet), .style(.hash), .style(.unit): true
        case .style(.decimal(let depth)): depth > 1 || value != 1
        default: value > 1 || all[series].lastValue == 0
        }
    }

    /// 3．15 million at the start of a wrapped line, 2020.1: numbers, not numbering.
    private func isQuantity(_ index: Int, _ enumerator: Enumerator, _ stack: [Int]) -> Bool {
        if enumerator.wordsStart >= line(index).ink.upperBound, !enumerator.isUnit { return true }
        // A number and a space open a series at 1 or go on with one, or are no number of a heading.
        guard enumerator.style == .decimal(depth: 1), enumerator.value != 1 else { return false }
        return !stack.contains {
            all[$0].key == .style(.decimal(depth: 1)) && enumerator.value == all[$0].lastValue + 1
        }
    }

    // MARK: Forms

    private func form(_ index: Int) -> Form {
        let facts = line(index)
        let start = facts.enumerator?.wordsStart ?? facts.ink.lowerBound
        switch facts.ending {
        case .semicolon, .comma: return facts.stops > 1 ? .long : .item
        case .none, .bracket, .colon:
            if facts.stops == 0 { return facts.length <= 60 ? .line : .item }
        case .stop: break
        }
        if facts.firstSentenceEnd >= facts.ink.upperBound { return .sentence }
        return facts.firstSentenceEnd - start <= 135 ? .runIn : .long
    }

    /// From the last line to the first, since a heading may stand over a heading.
    private mutating func findPlainHeadings() {
        plain = Array(repeating: false, count: region.count)
        var times: [UInt64: Int] = [:]
        for index in region where line(index).isShort { times[line(index).hash, default: 0] += 1 }
        var chain = 0
        var index = region.upperBound - 1
        while index >= region.lowerBound {
            // A line that comes again and again is a label or a cell.
            if sketch.isOpen(index), times[line(index).hash, default: 0] < 3, isPlainHeading(index, chain) {
                plain[index - region.lowerBound] = true
                chain += 1
            } else if !sketch.isResidue(index) {
                chain = 0
            }
            index -= 1
        }
    }

    /// Where headings without a number stand straight over others of their kind again and again, from the first on, and
    /// the others go on alone, the former are the outer ones. Two lines that always come as a pair are one headline.
    private mutating func findOuterHeadings() {
        var heads: [Int] = []
        var found: Set<Int> = []
        var inPair = false
        for index in region where plain[index - region.lowerBound] && line(index).ending != .bracket {
            heads.append(index)
            if inPair {
                inPair = false
                // Three in a row are no pair.
                if isOver(index) { return }
                continue
            }
            guard isOver(index) else { continue }
            guard line(index).length <= 16 else { return }
            found.insert(index)
            inPair = true
        }
        guard found.count >= 2, let first = heads.first, found.contains(first), heads.count >= found.count * 3 else {
            return
        }
        outer = found
    }

    private func isOver(_ index: Int) -> Bool {
        guard let next = sketch.next(after: index), next < region.upperBound else { return false }
        return plain[next - region.lowerBound]
    }

    /// A short line without number or stop over prose, or over at most three more such lines.
    private func isPlainHeading(_ index: Int, _ chain: Int) -> Bool {
        let facts = line(index)
        let isCornered = facts.first == "【" && facts.stops == 0 && sketch.bracketed(index) != nil
        guard facts.isShort || isCornered, facts.length >= 2 || sketch.kind(index + 1) == .verse, facts.length <= 60,
            facts.enumerator == nil, facts.tabs == 0,
            facts.cues.isDisjoint(with: [.residue, .photograph, .source]), facts.indent <= 24,
            facts.ideographs > 0, facts.last != "—"
        else { return false }
        // 《…》印发 tells news; …2020年2月8日印发 is a note.
        if facts.cues.contains(.note), facts.first != "《" { return false }
        // A long line with commas is the first part of a broken sentence.
        if facts.commas > 0, facts.spaces == 0, facts.length > 30, !sketch.bytes.contains("——", in: facts.ink),
            !standsBetweenParagraphs(index)
        {
            return false
        }
        if facts.first == "．" || sketch.bytes.contains("＝", in: facts.ink) { return false }
        if facts.digits > 0, sketch.isDocumentNumber(index) { return false }
        guard let next = sketch.next(after: index), next < region.upperBound else { return false }
        guard let previous = sketch.previous(before: index), previous >= region.lowerBound || region.lowerBound > 0
        else {
            return index > region.lowerBound && leads(next, from: index, chain)
        }
        if !sketch.isOpen(previous), sketch.kind(previous) == .row { return false }
        return leads(next, from: index, chain)
    }

    /// After a sentence's end and over a paragraph too long to be a line of broken text.
    private func standsBetweenParagraphs(_ index: Int) -> Bool {
        guard let next = sketch.next(after: index), next < region.upperBound, line(next).length > 70,
            line(next).isProse, let previous = sketch.previous(before: index)
        else { return false }
        return line(previous).ending == .stop && line(previous).length > 40
    }

    /// Whether a line is what may stand under a heading.
    private func leads(_ next: Int, from index: Int, _ chain: Int) -> Bool {
        let facts = line(next)
        if chain > 0, chain < 5, next - region.lowerBound < plain.count, plain[next - region.lowerBound] { return true }
        switch sketch.kind(next) {
        case .alternativeText?, .caption?, .row?, .question?, .answer?, .verse?: return true
        case nil: break
        default: return false
        }
        if facts.isProse { return true }
        if facts.ending == .stop, facts.length >= 8 { return true }
        if facts.ending == .colon { return true }
        // Over a numbered line only where a series begins: between 一、 and 二、 a short line is text.
        guard let enumerator = facts.enumerator else { return false }
        if enumerator.isUnit { return true }
        if enumerator.isBullet { return line(index).length <= 12 }
        return enumerator.value == 1 && line(index).length <= 30
    }

    // MARK: Headings or items

    mutating func decide() {
        for index in all.indices {
            all[index].isHeading = isHeading(index)
            if let parent = parent(of: index) {
                let above = all[parent]
                // Nothing inside a list opens a section.
                if !above.isHeading, !isUnnumbered(all[index].key), !isUnit(all[index].key) {
                    all[index].isHeading = false
                }
                all[index].depth = above.depth
            }
            if all[index].isHeading { all[index].depth += 1 }
        }
    }

    /// The series above; where that is a list and a paragraph stands between the two, the list is over and what is
    /// above it counts.
    private func parent(of index: Int) -> Int? {
        guard let first = all[index].members.first, let before = sketch.previous(before: first),
            before >= region.lowerBound, line(before).enumerator == nil, sketch.isOpen(before),
            line(before).ending == .stop || line(before).ending == .colon
        else { return all[index].parent }
        var parent = all[index].parent
        while let above = parent, !all[above].isHeading { parent = all[above].parent }
        return parent
    }

    private func isUnnumbered(_ key: Key) -> Bool { key == .plain || key == .outer || key == .cornered }

    private func isUnit(_ key: Key) -> Bool { if case .style(.unit) = key { true } else { false } }

    private func isHeading(_ index: Int) -> Bool {
        let series = all[index]
        let style: Enumerator.Style
        switch series.key {
        case .plain, .outer, .cornered: return true
        case .style(let own): style = own
        }
        switch style {
        case .bullet: return false
        case .hash: return true
        case .unit(let rank): return rank <= Enumerator.articleRank
        default: break
        }
        if series.underArticle || isAnnounced(series) { return false }
        var lines = 0
        var runIns = 0
        var sentences = 0
        var longs = 0
        var items = 0
        var withText = 0
        var length = 0
        for (position, member) in series.members.enumerated() {
            switch form(member) {
            case .line:
                lines += 1
                if hasText(after: member, series, position) { withText += 1 }
            case .runIn: runIns += 1
            // 一、搭乘接驳车：… says something of its own.
            case .sentence where line(member).colon != nil: items += 1
            case .sentence:
                sentences += 1
                if hasText(after: member, series, position) { withText += 1 }
            case .long: longs += 1
            case .item: items += 1
            }
            length += line(member).length
        }
        let total = series.members.count
        let isOuter =
            style == .chinese || style == .chineseBracketed || style == .chineseSpaced || style == .chineseCornered
            || style == .stem || style == .formal
        if items * 2 >= total { return false }
        if runIns + lines == 0, sentences > 0 {
            if length <= total * 36, withText * 2 >= total { return true }
            return isOuter && longs * 2 >= total
        }
        if lines * 2 > total { return withText * 2 >= lines || runIns + longs > 0 }
        if (lines + runIns) * 2 >= total { return runIns > 0 || withText * 2 >= lines }
        return isOuter && (longs + runIns + lines) * 2 >= total
    }

    /// 1. 2. 3. after a sentence that ends with a colon: a list.
    private func isAnnounced(_ series: Series) -> Bool {
        guard case .style(let style) = series.key, let first = series.members.first else { return false }
        switch style {
        case .arabic, .arabicBracketed, .arabicHalfBracketed, .circled, .letter, .smallLetter: break
        default: return false
        }
        guard let previous = sketch.previous(before: first), previous >= region.lowerBound else { return false }
        let facts = line(previous)
        guard facts.ending == .colon, facts.enumerator == nil || facts.stops > 0 || facts.length > 20 else {
            return false
        }
        return series.members.allSatisfy { form($0) != .line }
    }

    /// Whether prose stands between a member of a series and the next.
    private func hasText(after member: Int, _ series: Series, _ position: Int) -> Bool {
        let end =
            position + 1 < series.members.count ? series.members[position + 1] : min(member + 12, region.upperBound)
        let from = member + 1
        guard from < end else { return false }
        return proseBefore[end - region.lowerBound] > proseBefore[from - region.lowerBound]
    }

    // MARK: Verdicts

    func verdicts(under base: Int) -> [(Int, Verdict)] {
        var result: [(Int, Verdict)] = []
        for series in all {
            // A single dash before a line is an attribution or an aside.
            if series.key == .style(.bullet(0x2014)), series.members.count < 2 { continue }
            for member in series.members {
                result.append(
                    (member, series.isHeading ? heading(member, series, base + series.depth) : item(member, series)))
            }
        }
        return result
    }

    private func item(_ index: Int, _ series: Series) -> Verdict {
        let facts = line(index)
        let parts = facts.enumerator.map { [BlockPart(facts.ink.lowerBound..<$0.end, .enumerator)] } ?? []
        return Verdict(
            .item, "item.\(ruleName(series.key))", series.members.count > 1 ? 0.85 : 0.65, runnerUp: "paragraph",
            parts: parts)
    }

    private func heading(_ index: Int, _ series: Series, _ level: Int) -> Verdict {
        let facts = line(index)
        let rule = "heading.\(ruleName(series.key))"
        guard let enumerator = facts.enumerator else {
            return Verdict(.heading(level: level), rule, 0.7, runnerUp: "paragraph")
        }
        let label = BlockPart(facts.ink.lowerBound..<enumerator.end, .enumerator)
        let form = form(index)
        if enumerator.isArticle, enumerator.wordsStart < facts.ink.upperBound {
            // 第X条　（名称） or text: the head is the number.
            return Verdict(
                .runInHeading(level: level), rule, 0.97, parts: [BlockPart(label.range, .heading)])
        }
        switch form {
        case .line: return Verdict(.heading(level: level), rule, 0.9, parts: [label])
        case .runIn:
            let end = facts.firstSentenceEnd
            return Verdict(
                .runInHeading(level: level), rule + ".run-in", 0.85, runnerUp: "item",
                parts: [BlockPart(facts.ink.lowerBound..<end, .heading)])
        case .sentence where facts.length <= 30:
            return Verdict(.heading(level: level), rule, 0.75, runnerUp: "item", parts: [label])
        default:
            return Verdict(
                .runInHeading(level: level), rule + ".number", 0.7, runnerUp: "item",
                parts: [BlockPart(label.range, .heading)])
        }
    }

    private func ruleName(_ key: Key) -> String {
        switch key {
        case .plain, .outer, .cornered: "unnumbered"
        case .style(let style):
            switch style {
            case .unit(let rank): rank == Enumerator.articleRank ? "article" : "unit"
            case .formal: "formal-numeral"
            case .chinese, .chineseSpaced: "chinese-numeral"
            case .chineseBracketed, .chineseCornered: "bracketed-chinese-numeral"
            case .ordinal: "ordinal"
            case .arabic, .arabicHalfBracketed: "arabic-numeral"
            case .arabicBracketed: "bracketed-arabic-numeral"
            case .decimal: "decimal"
            case .circled: "circled-numeral"
            case .roman: "roman-numeral"
            case .letter, .smallLetter: "letter"
            case .stem: "stem"
            case .hash: "markdown"
            case .bullet: "bullet"
            }
        }
    }
}
