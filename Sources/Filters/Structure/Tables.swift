import QuandianText

// Rows of tables: by tabs, by bars, by columns of spaces.

extension Sketch {
    mutating func judgeTables() {
        var at = body.lowerBound
        while at < body.upperBound {
            guard isOpen(at), let form = rowForm(at) else {
                at += 1
                continue
            }
            var end = at + 1
            while end < body.upperBound, isOpen(end), rowForm(end) == form { end += 1 }
            let needed = form == .spaces ? 3 : 2
            if end - at >= needed, form != .spaces || areColumns(at..<end) {
                for index in at..<end {
                    judge(
                        index,
                        Verdict(.row, "row.\(form.rawValue)", form == .spaces ? 0.8 : 0.95, parts: cells(index, form)))
                }
            }
            at = end
        }
    }

    private enum RowForm: String { case tabs, bars, spaces }

    private func rowForm(_ index: Int) -> RowForm? {
        let line = lines[index]
        guard line.length <= 400 else { return nil }
        if line.bars * 2 >= line.length, line.bars >= 3 { return .bars }
        if isBoxEdge(line) { return .bars }
        if line.bars >= 2, line.first == "|" || line.first == "│" || line.bars >= 3 || line.stops == 0 {
            return .bars
        }
        if line.tabs >= 1, line.stops <= max(1, line.tabs), !line.isProse || line.stops == 0 { return .tabs }
        if line.gaps >= 2, line.stops == 0, line.length <= 80, line.ending == .none || line.ending == .bracket,
            line.colon.map({ isClock($0, line.ink.upperBound) }) ?? true
        {
            return .spaces
        }
        return nil
    }

    /// +----+----+
    private func isBoxEdge(_ line: LineFacts) -> Bool {
        guard line.first == "+" || line.first == "＋", line.first == line.last, line.length >= 5,
            line.ideographs + line.latin + line.digits == 0
        else { return false }
        var at = line.ink.lowerBound
        while at < line.ink.upperBound {
            let (scalar, size) = UTF8Scalar.decode(bytes, at)
            switch scalar {
            case "+", "-", "=", "＋", "－", "—", "─", " ": break
            default: return false
            }
            at += size
        }
        return true
    }

    /// 9:00 in a cell is no label.
    private func isClock(_ colon: Int, _ limit: Int) -> Bool {
        let after = colon + UTF8Scalar.decode(bytes, colon).size
        return after < limit && Scalar.isDigit(UTF8Scalar.decode(bytes, after).value)
    }

    /// Columns of spaces: most rows have the same number of cells, and words of more than one character in them.
    private func areColumns(_ range: Range<Int>) -> Bool {
        var counts: [Int: Int] = [:]
        var single = 0
        var total = 0
        for index in range {
            let cells = cells(index, .spaces)
            counts[cells.count, default: 0] += 1
            total += cells.count
            single += cells.reduce(0) { $0 + ($1.range.count <= 3 && bytes[$1.range.lowerBound] >= 0xE0 ? 1 : 0) }
        }
        let most = counts.values.max() ?? 0
        // 李　明　王　芳: padded names are no columns.
        return most * 10 >= range.count * 7 && single * 3 < total && range.contains { lines[$0].digits > 0 }
    }

    private func cells(_ index: Int, _ form: RowForm) -> [BlockPart] {
        let ink = lines[index].ink
        var parts: [BlockPart] = []
        var start = -1
        var end = ink.lowerBound
        var space = 0
        func close() {
            if start >= 0, end > start { parts.append(BlockPart(start..<end, .cell)) }
            start = -1
        }
        var at = ink.lowerBound
        while at < ink.upperBound {
            let (scalar, size) = UTF8Scalar.decode(bytes, at)
            let isSpace = Scalar.isSpace(scalar)
            let isBar = scalar == "|" || scalar == "｜" || scalar == "│" || scalar == "┃" || scalar == "║"
            switch form {
            case .tabs where scalar == "\t": close()
            case .bars where isBar: close()
            default:
                if isSpace {
                    space += scalar == "\u{3000}" ? 2 : scalar == "\t" ? 4 : 1
                } else {
                    if form == .spaces, space >= 2 { close() }
                    if start < 0 { start = at }
                    end = at + size
                    space = 0
                }
            }
            at += size
        }
        close()
        return parts
    }
}
