import QuandianText

// Lists without numbers: names padded to one width, offices with who holds them.

extension Sketch {
    mutating func judgeNameLists() {
        judgeNamesUnderHead()
        var at = body.lowerBound
        while at < body.upperBound {
            guard isOpen(at), isRosterLine(at) else {
                at += 1
                continue
            }
            var end = at + 1
            while end < body.upperBound, isOpen(end), isRosterLine(end) || isRosterContinuation(end) { end += 1 }
            let padded = (at..<end).reduce(0) { $0 + (hasPaddedName($1) ? 1 : 0) }
            if end - at >= 2, padded > 0, !isHeadOfMinutes(at) {
                for index in at..<end { judge(index, Verdict(.item, "item.roster", 0.8, runnerUp: "paragraph")) }
            }
            at = end
        }
    }

    /// The short lines under …名单: who or what is named, one a line.
    private mutating func judgeNamesUnderHead() {
        var at = body.lowerBound
        while at < body.upperBound {
            guard isNamesHead(at) else {
                at += 1
                continue
            }
            var end = at + 1
            while end < body.upperBound, isOpen(end), isBareName(end), !isNamesHead(end) { end += 1 }
            // A short line over prose is the heading of what follows.
            if end < body.upperBound, isOpen(end), lines[end].isProse, end > at + 1 { end -= 1 }
            if end - at > 3 {
                for index in at + 1..<end {
                    judge(index, Verdict(.item, "item.under-list-head", 0.75, runnerUp: "paragraph"))
                }
            }
            at = max(end, at + 1)
        }
    }

    private func isNamesHead(_ index: Int) -> Bool {
        let line = lines[index]
        guard line.isShort, line.length <= 40, !isResidue(index) else { return false }
        return ends(index, "名单") || ends(index, "名單") || ends(index, "名录") || ends(index, "名錄")
            || ends(index, "书目") || ends(index, "書目")
    }

    private func isBareName(_ index: Int) -> Bool {
        let line = lines[index]
        return line.length >= 2 && line.length <= 30 && line.stops == 0 && line.enumerator == nil && line.colon == nil
            && line.commas == 0 && line.gaps == 0 && line.tabs + line.bars == 0
            && (line.ending == .none || (line.ending == .bracket && bracketed(index) == nil))
            && line.cues.isDisjoint(with: [.residue, .note, .attachment, .source, .photograph])
            && wholeDate(index) == nil
    }

    /// 组　长：孟常青　县委常委; 李　明　王小红　赵　刚
    private func isRosterLine(_ index: Int) -> Bool {
        let line = lines[index]
        guard line.length <= 80, line.stops == 0, line.enumerator == nil,
            line.ending == .none || line.ending == .bracket,
            line.gaps >= 1, line.digits <= 4
        else { return false }
        return line.gaps >= 1
    }

    private func isRosterContinuation(_ index: Int) -> Bool {
        let line = lines[index]
        if line.stops == 0, line.length <= 40, line.enumerator == nil, line.commas == 0, namesOne(line.ink) {
            return true
        }
        return line.indent >= 4 && line.stops == 0 && line.length <= 60 && line.ending != .colon
            && line.enumerator == nil
    }

    /// 王小红, 王小红（城东分馆）, 副组长：王小红
    private func namesOne(_ ink: Range<Int>) -> Bool {
        var start = ink.lowerBound
        var end = ink.upperBound
        var at = start
        while at < end {
            let (scalar, size) = UTF8Scalar.decode(bytes, at)
            if scalar == "：" || scalar == ":", start == ink.lowerBound, at - start <= 24 {
                start = at + size
            } else if Scalar.isOpeningBracket(scalar), Scalar.isClosingParenthesis(lastScalar(ink)) {
                end = at
            }
            at += size
        }
        return start < end && isName(start..<end)
    }

    private func lastScalar(_ ink: Range<Int>) -> UInt32 {
        UTF8Scalar.decode(bytes, bytes.scalarStart(endingAt: ink.upperBound)).value
    }

    /// One ideograph, wide space, one ideograph.
    private func hasPaddedName(_ index: Int) -> Bool {
        let ink = lines[index].ink
        var run = 0
        var spaced = false
        var singleBefore = false
        var at = ink.lowerBound
        while at < ink.upperBound {
            let (scalar, size) = UTF8Scalar.decode(bytes, at)
            if Scalar.isSpace(scalar) {
                if run > 0 {
                    if spaced, singleBefore, run == 1 { return true }
                    singleBefore = run == 1
                }
                spaced = true
                run = 0
            } else if Scalar.isIdeograph(scalar) {
                run += 1
            } else {
                if spaced, singleBefore, run == 1 { return true }
                run = 0
                spaced = false
                singleBefore = false
            }
            at += size
        }
        return spaced && singleBefore && run == 1
    }

    /// 时　间：… 地　点：… are paragraphs.
    private func isHeadOfMinutes(_ index: Int) -> Bool {
        for word: StaticString in ["时　间", "時　間", "时间", "時間", "地　点", "地點", "地点", "主持", "主　持", "出席", "出　席", "记录", "列席"]
        where starts(index, word) {
            return true
        }
        return false
    }
}
