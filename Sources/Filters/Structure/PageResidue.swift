import QuandianText

// What the page left around and in the document.

extension Sketch {
    mutating func judgeResidue() {
        if var found = pageBody() {
            // 附件：名单.xls belongs to the document, wherever the page puts it.
            while found.upperBound < body.upperBound, lines[found.upperBound].cues.contains(.attachment),
                namesFile(found.upperBound)
            {
                found = found.lowerBound..<found.upperBound + 1
            }
            for index in body.lowerBound..<found.lowerBound where isOpen(index) {
                judge(index, Verdict(.residue(lines[index].cues.residue ?? .navigation), "residue.before-body", 0.85))
            }
            for index in found.upperBound..<body.upperBound where isOpen(index) {
                judge(index, Verdict(.residue(lines[index].cues.residue ?? .related), "residue.after-body", 0.85))
            }
            body = found
        }
        judgeResidueLines()
        judgeAboveBreadcrumb()
        trimBody()
    }

    /// What stands over 首页 > 新闻 > 正文 is the head of the page, unless there is prose in it.
    private mutating func judgeAboveBreadcrumb() {
        let limit = min(body.lowerBound + 40, body.upperBound)
        guard
            let crumb = (body.lowerBound..<limit).first(where: {
                kind($0) == .residue(.navigation) && (holds($0, ">") || holds($0, "＞") || holds($0, "»"))
                    && holds($0, "正文")
            })
        else { return }
        let above = body.lowerBound..<crumb
        guard above.count >= 2, !above.contains(where: { lines[$0].isProse }) else { return }
        for index in above where isOpen(index) {
            judge(
                index,
                Verdict(
                    .residue(lines[index].cues.residue ?? .navigation), "residue.above-breadcrumb", 0.8,
                    runnerUp: "title"))
        }
    }

    /// Lines that say by their own words that they are residue, and the lists that follow 相关文章.
    private mutating func judgeResidueLines() {
        for index in body where isOpen(index) {
            if let kind = residueKind(index) {
                judge(index, Verdict(.residue(kind), "residue.\(kind.rawValue)", 0.9, runnerUp: nil))
            }
        }
        // After the head of a list of related articles come their titles, to the end or to the next prose.
        var at = body.lowerBound
        while at < body.upperBound {
            guard let list = linkList(at) else {
                at += 1
                continue
            }
            var end = at + 1
            while end < body.upperBound, !lines[end].isProse, lines[end].ending != .semicolon { end += 1 }
            if end == body.upperBound || end - at > 3 && isMostlyShort(at + 1..<end) {
                for index in at + 1..<end where isOpen(index) && (end == body.upperBound || lines[index].isShort) {
                    judge(index, Verdict(.residue(list), "residue.\(list.rawValue)-list", 0.75, runnerUp: "heading"))
                }
            }
            at = max(end, at + 1)
        }
    }

    /// What follows a line that heads a list: related articles, or comments.
    private func linkList(_ index: Int) -> Residue? {
        guard index > body.lowerBound, case .residue(let kind) = kind(index) else { return nil }
        return kind == .related || kind == .comment ? kind : nil
    }

    private func isMostlyShort(_ range: Range<Int>) -> Bool {
        range.reduce(0) { $0 + (lines[$1].cues.residue != nil ? 1 : 0) } * 4 >= range.count
    }

    /// The kind of residue that a line's own words show; nil for a line of the document.
    private func residueKind(_ index: Int) -> Residue? {
        let line = lines[index]
        if line.digits > 0, isDocumentNumber(index) { return nil }
        if standsForPicture(index) { return nil }
        if isPageNumber(index) { return .pageNumber }
        if isRule(index) { return .furniture }
        if isLink(index) { return .related }
        if isBreadcrumb(index) { return .navigation }
        let cues = line.cues.intersection(.residue)
        guard !cues.isEmpty, let kind = cues.residue else { return nil }
        // A byline may carry a font-size control; a heading may begin with 返回 or 评论.
        if line.cues.contains(.source), index <= body.lowerBound + 8,
            !cues.contains(.editor) || starts(index, "供稿") || starts(index, "来稿")
        {
            return nil
        }
        if line.cues.contains(.note), closes(index) { return nil }
        if line.enumerator?.isBullet == false { return nil }
        switch kind {
        case .editor:
            guard line.length <= 60, line.stops == 0 else { return nil }
            return line.colon != nil || bracketed(index) != nil || line.length <= 20 ? kind : nil
        case .copyright:
            if line.stops > 1 || line.length > 120 {
                return line.cues.contains(.copyright) && line.length <= 160 && index + 6 >= body.upperBound ? kind : nil
            }
            if starts(index, "地址") { return index + 4 >= body.upperBound ? kind : nil }
            return line.ending == .stop && line.length > 60 && index + 6 < body.upperBound ? nil : kind
        case .share: return line.length <= 60 && line.stops == 0 ? kind : nil
        case .counter:
            // 阅读 as a heading counts nothing.
            return line.length <= 60 && line.stops == 0 && (line.digits > 0 || line.colon != nil) ? kind : nil
        case .related:
            guard line.length <= 60 else { return nil }
            return line.stops == 0 || line.colon != nil ? kind : nil
        case .navigation, .comment, .advert:
            guard line.length <= 50, line.stops == 0, line.ending != .semicolon, line.ending != .comma else {
                return nil
            }
            // A single such word inside the text may well be a heading of the text.
            let alone =
                line.length <= 12 || bytes.contains(">", in: line.ink) || line.gaps + line.bars > 0
                || line.colon != nil
            return alone && (index > body.lowerBound || line.colon != nil || bytes.contains(">", in: line.ink))
                ? kind : nil
        default:
            return kind
        }
    }

    /// Whether a line stands under the date, the copies or the number of copies that close an official document.
    private func closes(_ index: Int) -> Bool {
        for above in (max(body.lowerBound, index - 5)..<index).reversed() {
            if wholeDate(above) != nil || lines[above].cues.contains(.note) { return true }
            if lines[above].isProse { return false }
        }
        return false
    }

    /// — 3 —, -3-, 第3页, 第三頁, 3/12, Page 3 of 8 standing alone.
    private func isPageNumber(_ index: Int) -> Bool {
        let line = lines[index]
        guard line.length <= 12 else { return false }
        if starts(index, "第") || starts(index, "共"), ends(index, "页") || ends(index, "頁") {
            return line.digits > 0 || Numerals.read(bytes, line.ink.lowerBound + 3, line.ink.upperBound) != nil
        }
        guard line.digits > 0, line.digits <= 6, line.ideographs == 0 else { return false }
        if starts(index, "Page ") || starts(index, "page ") { return true }
        guard line.latin == 0 else { return false }
        if isPageOfPages(line.ink) { return true }
        let isDash = { (scalar: UInt32) in
            scalar == "-" || scalar == "—" || scalar == "–" || scalar == "―" || scalar == "·"
                || scalar == "－" || scalar == "─" || scalar == "~" || scalar == "〜" || scalar == "～"
        }
        return isDash(line.first) && isDash(line.last)
    }

    /// 3/12
    private func isPageOfPages(_ ink: Range<Int>) -> Bool {
        guard let page = Numerals.read(bytes, ink.lowerBound, ink.upperBound), !page.isChinese else { return false }
        let slash = bytes.skippingSpaces(from: page.end, before: ink.upperBound)
        guard slash < ink.upperBound, bytes[slash] == "/",
            let pages = Numerals.read(
                bytes, bytes.skippingSpaces(from: slash + 1, before: ink.upperBound), ink.upperBound)
        else { return false }
        return pages.end == ink.upperBound && page.value >= 1 && page.value <= pages.value
    }

    /// A line of dashes, stars or dots and nothing else.
    private func isRule(_ index: Int) -> Bool {
        let line = lines[index]
        return line.length >= 3 && line.ideographs + line.latin + line.digits == 0 && line.stops == 0
            && (line.first == "-" || line.first == "*" || line.first == "=" || line.first == "_"
                || line.first == "—" || line.first == "─" || line.first == "~")
            && line.first == line.last && (line.bars == 0 || line.first == "─")
    }

    /// 首页 > 新闻 > 正文 among the first lines.
    private func isBreadcrumb(_ index: Int) -> Bool {
        let line = lines[index]
        guard index < 12, line.length <= 80, line.stops == 0 else { return false }
        var steps = 0
        var at = line.ink.lowerBound
        while at < line.ink.upperBound {
            let (scalar, size) = UTF8Scalar.decode(bytes, at)
            switch scalar {
            case ">", "＞", "›", "»", "→", "〉", "》", "▸", "/", "／": steps += 1
            default: break
            }
            at += size
        }
        let begins =
            starts(index, "首页") || starts(index, "首頁") || starts(index, "您当前所在") || starts(index, "主页")
            || starts(index, "主頁")
            || starts(index, "网站首页") || starts(index, "Home") || starts(index, "HOME")
        if begins { return steps >= 1 }
        return steps >= 2 && (bytes.contains(" > ", in: line.ink) || bytes.contains(" » ", in: line.ink))
    }

    /// A bare address, or a link of Markdown alone on its line.
    private func isLink(_ index: Int) -> Bool {
        let line = lines[index]
        guard line.latin * 2 > line.length, line.ideographs < 12 else { return false }
        return starts(index, "http") || starts(index, "www.")
            || (line.first == "[" && bytes.contains("](http", in: line.ink))
    }

    /// Residue at either end is outside the body.
    private mutating func trimBody() {
        var low = body.lowerBound
        var high = body.upperBound
        while low < high, isResidue(low) { low += 1 }
        while high > low, isResidue(high - 1) { high -= 1 }
        body = low..<high
    }

    /// Where the document stands in a page with navigation around it; nil where the text is no such page.
    ///
    /// The stretch with the greatest sum of weights, prose counting for it and short scraps against it.
    private func pageBody() -> Range<Int>? {
        var scraps = 0
        var cued = 0
        for index in body {
            let line = lines[index]
            if line.cues.residue != nil && line.length <= 60 || isStamp(index) { cued += 1 }
            if !line.isProse, line.length <= 30, line.enumerator == nil || line.enumerator?.isBullet == true {
                scraps += 1
            }
        }
        let isPage = cued >= 3 && scraps * 2 > body.count && cued * 40 >= body.count && body.count >= 8
        let isPortal = cued >= 2 && scraps * 10 > body.count * 7 && body.count >= 40
        guard isPage || isPortal else { return nil }
        var most = 0.0
        var range = body
        var sum = 0.0
        var start = body.lowerBound
        for index in body {
            sum += weight(index)
            if sum <= 0 {
                sum = 0
                start = index + 1
            } else if sum > most {
                most = sum
                range = start..<index + 1
            }
        }
        guard most > 0 else { return nil }
        var low = range.lowerBound
        // Its head: a title within a few lines above, with a byline or date between.
        var title: Int?
        var best = 0
        for index in (max(body.lowerBound, low - 14)..<low).reversed() {
            if lines[index].isProse { break }
            guard isHeadline(index) else { continue }
            let overByline = (index + 1..<min(index + 4, body.upperBound)).contains { isDateline($0) }
            let score = min(lines[index].length, 40) + (overByline ? 40 : 0) - 2 * (low - index)
            if score > best {
                best = score
                title = index
            }
        }
        if let title { low = title }
        // A few lines above without a hint of navigation are the document's own head.
        if low - body.lowerBound <= 5,
            !(body.lowerBound..<low).contains(where: { !lines[$0].cues.isDisjoint(with: .residue) })
        {
            low = body.lowerBound
        }
        var high = range.upperBound
        // Who signs, and when, stands under the last prose.
        for index in high..<min(high + 5, body.upperBound) {
            if !lines[index].cues.isDisjoint(with: .residue) { break }
            if wholeDate(index) != nil || isOfficeAndName(index) || lines[index].cues.contains(.note)
                || (lines[index].cues.contains(.reporter) && bracketed(index) != nil)
            {
                high = index + 1
            }
        }
        return low..<high
    }

    private func weight(_ index: Int) -> Double {
        let line = lines[index]
        if !line.cues.isDisjoint(with: .residue) {
            if line.length <= 60 || line.cues.contains(.copyright) { return line.cues.contains(.copyright) ? -12 : -5 }
            return -1
        }
        if isStamp(index) || line.first == "．" { return -3 }
        // 消失！ or 趴趴走？ at its end makes no prose of a headline.
        if line.ending == .stop, line.last != "。", line.length <= 40, line.commas <= 1 { return -0.8 }
        if line.isProse { return min(12, 2 + Double(line.length) / 20) }
        if line.ending == .stop { return 1 }
        if line.ending == .colon || line.ending == .comma || line.ending == .semicolon { return 0.5 }
        if line.enumerator != nil, line.enumerator?.isBullet == false { return -0.5 }
        return -1.2
    }

    /// [20:07] 01-12, (01/12 17:43): the time under a link.
    private func isStamp(_ index: Int) -> Bool {
        let line = lines[index]
        return line.length <= 18 && line.digits >= 4 && line.ideographs + line.latin == 0 && line.colon != nil
            && line.digits * 2 >= line.length
    }

    /// A line with the source or the time of publication.
    private func isDateline(_ index: Int) -> Bool {
        let line = lines[index]
        return line.length <= 80 && (line.cues.contains(.source) || LineDate.first(in: line.ink, bytes) != nil)
    }

    private func isHeadline(_ index: Int) -> Bool {
        let line = lines[index]
        return line.length >= 7 && line.length <= 60 && line.cues.isDisjoint(with: [.residue, .source, .reporter])
            && line.bars == 0
            && line.ideographs >= 5 && (line.enumerator == nil) && !bytes.contains(">", in: line.ink)
            && LineDate.first(in: line.ink, bytes)?.hasClock != true && line.ending != .comma && line.ending != .colon
    }
}
