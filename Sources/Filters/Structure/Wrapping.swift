import QuandianText

/// Lines that a typewriter, a mail program or a scanner broke at a column, joined into the paragraphs they were.
enum Wrapping {
    /// The lines with ink; those of a hard-wrapped paragraph as one.
    static func paragraphs(of text: Text) -> [LineFacts] {
        let bytes = text.bytes
        var lines: [LineFacts] = []
        var blank = false
        for (number, line) in text.lines.enumerated() {
            guard var facts = LineFacts(bytes, line.content, sourceLines: number..<number + 1) else {
                blank = true
                continue
            }
            facts.blankBefore = blank && !lines.isEmpty
            blank = false
            lines.append(facts)
        }
        let joins = joined(lines)
        if joins.contains(true) { lines = merged(lines, joins, bytes) }
        for index in lines.indices {
            lines[index].cues = CueWords.find(in: lines[index].ink, bytes, length: lines[index].length)
        }
        return lines
    }

    /// For each line whether it continues the one before it.
    private static func joined(_ lines: [LineFacts]) -> [Bool] {
        var joins = Array(repeating: false, count: lines.count)
        guard lines.count >= 3 else { return joins }
        // The columns: widths that many of the lines without a closing stop come up to.
        var histogram = Array(repeating: 0, count: 166)
        var unstopped = 0
        for line in lines where line.ending != .stop && line.reach >= 30 && line.bars == 0 {
            unstopped += 1
            if line.reach <= 160 { histogram[line.reach] += 1 }
        }
        var isColumn = Array(repeating: false, count: 166)
        var full = 0
        for width in 30...160 {
            let peak = histogram[width] + histogram[width + 1]
            guard peak >= 3, peak * 7 >= unstopped else { continue }
            for near in width - 1...width + 2 { isColumn[near] = true }
        }
        // Lines of running text have commas; lists of names and links have not.
        var punctuated = 0
        for line in lines where line.reach <= 160 && isColumn[line.reach] && line.ending != .stop {
            full += 1
            if line.commas + line.stops > 0 { punctuated += 1 }
        }
        guard full >= 4, full * 2 >= unstopped, punctuated * 2 >= full else { return joins }
        // Text that is broken at a column has few lines that reach beyond it.
        let widest = isColumn.lastIndex(of: true) ?? 0
        let beyond = lines.reduce(0) { $0 + ($1.reach > widest && $1.bars == 0 ? 1 : 0) }
        guard beyond <= full else { return joins }
        let indented = lines.filter { $0.indent >= 2 }.count
        let usesIndent = indented * 20 >= lines.count && indented < lines.count
        // Where every short line that ends a sentence has a blank line after it, blank lines end the paragraphs.
        var ends = 0
        var blanks = 0
        for index in 1..<lines.count where lines[index - 1].ending == .stop {
            let before = lines[index - 1]
            guard before.reach > 160 || !isColumn[before.reach] else { continue }
            ends += 1
            if lines[index].blankBefore { blanks += 1 }
        }
        let usesBlanks = ends >= 1 && blanks * 10 >= ends * 9
        for index in 1..<lines.count {
            let before = lines[index - 1]
            let line = lines[index]
            guard !line.blankBefore, before.reach <= 164, isColumn[before.reach], before.bars + line.bars == 0,
                before.gaps + line.gaps == 0
            else {
                continue
            }
            // A deeper indent opens a paragraph, or hangs under the number of an item that was broken.
            if line.indent > before.indent, line.indent >= 2 {
                let hangs = before.enumerator != nil && before.ending != .stop && line.enumerator == nil
                guard hangs || (joins[index - 1] && before.ending != .stop) else { continue }
            }
            if line.enumerator?.isUnit == true { continue }
            if line.enumerator != nil, before.ending == .stop || before.ending == .semicolon || before.ending == .colon
            {
                continue
            }
            if before.ending == .stop, !usesIndent, !usesBlanks { continue }
            joins[index] = true
        }
        return joins
    }

    private static func merged(_ lines: [LineFacts], _ joins: [Bool], _ bytes: [UInt8]) -> [LineFacts] {
        var result: [LineFacts] = []
        result.reserveCapacity(lines.count)
        var at = 0
        while at < lines.count {
            var end = at + 1
            while end < lines.count, joins[end] { end += 1 }
            if end == at + 1 {
                result.append(lines[at])
            } else if var facts = LineFacts(
                bytes, lines[at].content.lowerBound..<lines[end - 1].content.upperBound,
                sourceLines: lines[at].sourceLines.lowerBound..<lines[end - 1].sourceLines.upperBound)
            {
                facts.blankBefore = lines[at].blankBefore
                result.append(facts)
            }
            at = end
        }
        return result
    }
}
