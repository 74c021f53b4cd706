import QuandianText

// Lines of verse: clauses of one measure, line after line.

extension Sketch {
    mutating func judgeVerse() {
        var at = body.lowerBound
        while at < body.upperBound {
            guard isOpen(at), let measure = measure(at) else {
                at += 1
                continue
            }
            var end = at + 1
            while end < body.upperBound, isOpen(end), self.measure(end) == measure { end += 1 }
            // Two couplets of one measure, or four single lines, are no accident.
            let clauses = (at..<end).reduce(0) { $0 + lines[$1].commas + 1 }
            if end - at >= 2, clauses >= 4 {
                for index in at..<end { judge(index, Verdict(.verse, "verse.measure", 0.8, runnerUp: "paragraph")) }
            }
            at = end
        }
        judgeFreeVerse()
    }

    /// Stanzas of short lines that are spoken, not named: four lines or more, few with a full stop. A line that stands
    /// alone over a stanza and does not speak is the heading of a poem.
    private mutating func judgeFreeVerse() {
        var at = body.lowerBound
        while at < body.upperBound {
            guard isOpen(at), isVerseLine(at) else {
                at += 1
                continue
            }
            var end = at + 1
            while end < body.upperBound, isOpen(end), isVerseLine(end) { end += 1 }
            let next = end
            if let prose = firstSentence(after: at, before: end) { end = prose }
            // The last short line before prose is its heading.
            if end < body.upperBound, lines[end].isProse, lines[end - 1].blankBefore { end -= 1 }
            let run = at..<end
            let lines = run.filter { !isStanzaHead($0, in: run) }
            let spoken = lines.reduce(0) { $0 + (speaks($1) ? 1 : 0) }
            let stopped = lines.reduce(0) { $0 + (self.lines[$1].ending == .stop ? 1 : 0) }
            let breaks = lines.dropFirst().reduce(0) { $0 + (self.lines[$1].blankBefore ? 1 : 0) }
            if lines.count >= 4, standsApart(run), spoken * 5 >= lines.count * 2, stopped * 2 <= lines.count,
                breaks * 2 < lines.count
            {
                for index in lines { judge(index, Verdict(.verse, "verse.free", 0.65, runnerUp: "paragraph")) }
            }
            at = max(next, at + 1)
        }
    }

    /// The first line that ends as a sentence does, after three lines or more that do not.
    private func firstSentence(after start: Int, before end: Int) -> Int? {
        guard let first = (start..<end).first(where: { lines[$0].last == "。" }), first - start >= 3,
            lines[first].commas > 0 || lines[first].length >= 14
        else { return nil }
        return first
    }

    /// Whether anything but the measure sets a stanza off from the prose about it: a blank line, or its indentation.
    private func standsApart(_ run: Range<Int>) -> Bool {
        let first = run.lowerBound
        let runsOn =
            first > body.lowerBound && lines[first - 1].isProse && !lines[first].blankBefore
            && lines[first - 1].indent == lines[first].indent
        let end = run.upperBound
        let runsInto =
            end < body.upperBound && lines[end].isProse && !lines[end].blankBefore
            && lines[end].indent == lines[end - 1].indent
        return !(runsOn && runsInto)
    }

    private func isStanzaHead(_ index: Int, in run: Range<Int>) -> Bool {
        guard index + 2 < run.upperBound, index == run.lowerBound || lines[index].blankBefore,
            lines[index + 1].blankBefore, !lines[index + 2].blankBefore
        else { return false }
        return lines[index].length <= 8 && !speaks(index)
    }

    private func isVerseLine(_ index: Int) -> Bool {
        let line = lines[index]
        return line.length <= 20 && line.ideographs >= 1 && line.ideographs * 3 >= line.length * 2
            && line.enumerator == nil
            && line.colon == nil && line.cues.isEmpty && line.tabs + line.bars == 0 && line.digits <= 2
            && bracketed(index) == nil && wholeDate(index) == nil
    }

    /// Whether a line has a word that sentences have and names have not.
    private func speaks(_ index: Int) -> Bool {
        var at = lines[index].ink.lowerBound
        while at < lines[index].ink.upperBound {
            let (scalar, size) = UTF8Scalar.decode(bytes, at)
            switch scalar {
            case "的", "了", "着", "著", "我", "你", "她", "他", "这", "這", "那", "不", "没",
                "沒", "也", "就", "还", "還", "把", "在", "是", "吗", "嗎", "啊":
                return true
            default: at += size
            }
        }
        return false
    }

    /// The length of the clauses, where all are of one length of four to seven characters and the line ends as verse
    /// does; nil otherwise.
    private func measure(_ index: Int) -> Int? {
        let line = lines[index]
        guard line.length <= 36, line.enumerator == nil, line.colon == nil, line.digits + line.latin == 0,
            line.ending == .stop || line.ending == .comma || line.ending == .semicolon
        else { return nil }
        var measure = 0
        var current = 0
        var at = line.ink.lowerBound
        while at < line.ink.upperBound {
            let (scalar, size) = UTF8Scalar.decode(bytes, at)
            if Scalar.isIdeograph(scalar) {
                current += 1
            } else if !Scalar.isSpace(scalar) {
                guard scalar == "，" || scalar == "," || scalar == "；" || Scalar.isStop(scalar) else {
                    return nil
                }
                guard current >= 4, current <= 7, measure == 0 || measure == current else { return nil }
                measure = current
                current = 0
            }
            at += size
        }
        return current == 0 && measure > 0 ? measure : nil
    }
}
