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
                guard scalar == 0xFF0C || scalar == 0x2C || scalar == 0xFF1B || Scalar.isStop(scalar) else {
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
