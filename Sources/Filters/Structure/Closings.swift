import QuandianText

// The foot of a document: attachments, who signs, when, copies; and what is attached.

extension Sketch {
    mutating func judgeClosings() {
        for index in body where isOpen(index) {
            let line = lines[index]
            if line.cues.contains(.note), line.length <= 200, isNote(index) {
                judge(index, Verdict(.note, "note.word", 0.95))
            } else if lines[index].length <= 50, let verdict = footByline(index) {
                judge(index, verdict)
            }
        }
        // Dates that stand alone, and who signs above them.
        for index in body where isOpen(index) && index > body.lowerBound {
            guard let foot = signedDate(index) else { continue }
            judgeSignatures(above: index)
            if foot.lowerBound > (bracketed(index) ?? lines[index].ink).lowerBound {
                judge(index, Verdict(.signature, "signature.with-date", 0.85))
            } else {
                judge(index, Verdict(.date, "date.alone", 0.95))
            }
        }
        judgeUndatedSignature()
        judgeOfficers()
        judgeAttachments()
        judgeFollowingDocuments()
    }

    /// A date alone on its line, or a short name and then a date to the end; the range of the date.
    private func signedDate(_ index: Int) -> Range<Int>? {
        if let date = wholeDate(index) { return date.hasClock ? nil : date.range }
        let line = lines[index]
        if isPlaceAndMonth(index) { return line.ink }
        // 二〇二〇年十一月 under who signs.
        if line.length <= 12, isMonth(bracketed(index) ?? line.ink), isSignature(index - 1),
            lines[index].enumerator == nil,
            next(after: index).map({ !lines[$0].isProse && lines[$0].length > 0 && !isOpen($0) }) ?? true
        {
            return line.ink
        }
        guard line.length <= 40, line.stops == 0, line.gaps >= 1, line.ending == .none, line.commas == 0,
            let date = LineDate.first(in: line.ink, bytes), date.range.upperBound == line.ink.upperBound,
            date.range.lowerBound > line.ink.lowerBound
        else { return nil }
        let before = bytes.scalarStart(endingAt: date.range.lowerBound)
        return Scalar.isSpace(UTF8Scalar.decode(bytes, before).value) ? date.range : nil
    }

    /// 2016年3月于柳河 as the last words of the text.
    private func isPlaceAndMonth(_ index: Int) -> Bool {
        let line = lines[index]
        guard line.length <= 18, line.ending == .none || line.ending == .bracket, line.stops == 0, line.commas == 0,
            next(after: index) == nil
        else { return false }
        let zone = bracketed(index) ?? line.ink
        guard let year = Numerals.read(bytes, zone.lowerBound, zone.upperBound, spaced: true), year.count == 4,
            bytes.spells("年", at: year.end, before: zone.upperBound)
        else { return false }
        let rest = year.end + 3..<zone.upperBound
        return rest.isEmpty || Numerals.read(bytes, rest.lowerBound, rest.upperBound) != nil
            || bytes.contains("春", in: rest) || bytes.contains("夏", in: rest) || bytes.contains("秋", in: rest)
            || bytes.contains("冬", in: rest)
    }

    private mutating func judgeSignatures(above index: Int) {
        var at = index - 1
        var taken = 0
        while at > body.lowerBound, taken < 6, isOpen(at), isSignature(at) {
            if isAddressedBelow(at) { return judge(at, Verdict(.salute, "salute.foot", 0.8, runnerUp: "signature")) }
            judge(at, Verdict(.signature, "signature.over-date", 0.9))
            taken += 1
            at -= 1
        }
    }

    /// The court under 此致 is addressed, it does not sign.
    private func isAddressedBelow(_ index: Int) -> Bool {
        guard index > body.lowerBound, lines[index - 1].length <= 3 else { return false }
        return starts(index - 1, "此致") && !starts(index, "敬礼") && !starts(index, "敬禮")
    }

    private func isSignature(_ index: Int) -> Bool {
        let line = lines[index]
        guard line.length <= 40, line.ending == .none || line.ending == .bracket, line.stops == 0, line.commas == 0,
            line.enumerator == nil, line.colon == nil || isLabelledName(index), !line.cues.contains(.attachment)
        else { return false }
        // 此致, 特此通知 close the text, they do not sign it.
        return line.ideographs >= 2 && !starts(index, "此") && !starts(index, "特此") && !starts(index, "谨此")
    }

    /// 检察员：周密, but not 联系人：方正.
    private func isLabelledName(_ index: Int) -> Bool {
        let line = lines[index]
        guard line.length <= 14, line.ideographs >= line.length - 1 else { return false }
        return !starts(index, "联系") && !starts(index, "聯絡") && !starts(index, "地") && !starts(index, "电")
    }

    /// Officers with their names among the last lines: judges over and under the date of a judgment, a mayor under a notice.
    private mutating func judgeOfficers() {
        var at = body.upperBound - 1
        var seen = 0
        while at > body.lowerBound + 1, seen < 10 {
            if isOpen(at) {
                guard isOfficeAndName(at) else { return }
                judge(at, Verdict(.signature, "signature.office-and-name", 0.85))
            }
            if lines[at].isProse { return }
            seen += 1
            at -= 1
        }
    }

    /// After the date that closes one document another may begin: its title is a heading, its sections lie beneath.
    private mutating func judgeFollowingDocuments() {
        guard let prose = body.first(where: { lines[$0].isProse }) else { return }
        for index in body where kind(index) == .date && index > prose {
            var at = index + 1
            while at < body.upperBound, let kind = kind(at), kind == .note || kind == .signature { at += 1 }
            guard at + 2 < body.upperBound, isOpen(at), isFollowingTitle(at) else { continue }
            attachmentStarts.append(at)
            var lines = 0
            while at < body.upperBound, isOpen(at), lines < 4, isFollowingTitle(at),
                lines == 0 || !self.lines[at].blankBefore
            {
                judge(at, Verdict(.heading(level: 1), "heading.following-document", 0.75, runnerUp: "paragraph"))
                lines += 1
                at += 1
            }
        }
        for index in body where isOpen(index) && index > prose + 1 && isSalute(index) {
            guard lines[index].length <= 60, isOpen(index - 1), isFollowingTitle(index - 1), isSpeechTitle(index - 1)
            else { continue }
            judge(index, Verdict(.salute, "salute.following-document", 0.8, runnerUp: "paragraph"))
            judge(index - 1, Verdict(.heading(level: 1), "heading.following-document", 0.8, runnerUp: "paragraph"))
            attachmentStarts.append(index - 1)
        }
        attachmentStarts.sort()
    }

    /// …的报告, …上的讲话: what a salutation stands under.
    private func isSpeechTitle(_ index: Int) -> Bool {
        for word: StaticString in ["讲话", "講話", "致辞", "致詞", "说明", "說明", "发言", "發言", "的信", "倡议书", "公开信"]
        where ends(index, word) {
            return true
        }
        return endsAsTitle(index)
    }

    private func isFollowingTitle(_ index: Int) -> Bool {
        let line = lines[index]
        guard line.ending == .none || line.ending == .bracket, line.stops == 0, line.length >= 4, line.length <= 40,
            line.enumerator == nil, line.tabs == 0,
            line.cues.isDisjoint(with: [.residue, .note, .source, .attachment]), line.colon == nil,
            index + 1 < body.upperBound
        else { return false }
        return !isDocumentNumber(index) && (bracketed(index).map(isTitleNote) ?? true)
    }

    /// 馆长某某谨识, 某某谨启 as the last line of the text.
    private mutating func judgeUndatedSignature() {
        guard let last = body.last(where: { isOpen($0) }), last > body.lowerBound + 1 else { return }
        let line = lines[last]
        guard line.length <= 24, line.ending == .none, line.stops == 0, line.enumerator == nil, line.colon == nil else {
            return
        }
        for word: StaticString in ["谨识", "謹識", "谨启", "謹啟", "敬上", "敬启", "敬啟", "谨上", "謹上", "启", "啟", "拜上", "谨记", "識"]
        where ends(last, word) {
            judge(last, Verdict(.signature, "signature.word", 0.9))
            return
        }
        if isBodyAndName(last) {
            judge(last, Verdict(.signature, "signature.body-and-name", 0.7, runnerUp: "byline"))
            return
        }
        // Set far to the right.
        if line.indent >= 20, line.length <= 20 { judge(last, Verdict(.signature, "signature.right", 0.7)) }
    }

    private func isNote(_ index: Int) -> Bool {
        let line = lines[index]
        if bracketed(index) != nil { return true }
        if starts(index, "此件") { return line.length <= 20 }
        if line.colon != nil { return line.length <= 200 }
        if line.cues.contains(.editor) { return false }
        // …办公室　2020年2月8日印发
        if ends(index, "印发") || ends(index, "印發") { return LineDate.first(in: line.ink, bytes) != nil }
        return starts(index, "共印") || starts(index, "主题词") || starts(index, "抄")
    }

    /// （记者 某某 通讯员 某某） standing alone under the text.
    private func footByline(_ index: Int) -> Verdict? {
        let line = lines[index]
        guard line.length <= 50, line.stops == 0, index > body.lowerBound, !line.cues.contains(.photograph) else {
            return nil
        }
        if isPrintedSource(index)
            || (line.cues.contains(.source) && line.colon != nil && next(after: index) == nil
                && index > body.lowerBound + 1)
        {
            return Verdict(.byline, "byline.foot-source", 0.8, runnerUp: "paragraph")
        }
        guard line.cues.contains(.reporter), !isReportersWords(index) else { return nil }
        if bracketed(index) != nil { return Verdict(.byline, "byline.foot", 0.9) }
        guard index > body.lowerBound + 1, line.ending == .none, line.colon == nil,
            starts(index, "记者") || starts(index, "記者") || starts(index, "本报记者") || starts(index, "本報記者")
                || starts(index, "通讯员")
        else { return nil }
        return line.length <= 24 ? Verdict(.byline, "byline.foot", 0.8, runnerUp: "paragraph") : nil
    }

    /// 《江州日报》（2020年07月29日 02版）, （原载《江州文学》2014年第2期）
    private func isPrintedSource(_ index: Int) -> Bool {
        let line = lines[index]
        let zone = line.first == "《" ? line.ink : bracketed(index) ?? line.ink
        guard line.digits > 0, bytes.contains("》", in: zone),
            bytes.contains("版", in: zone) || bytes.contains("期", in: zone)
        else { return false }
        if bytes.range(zone, startsWith: "《") { return LineDate.first(in: zone, bytes) != nil }
        return bytes.range(zone, startsWith: "原载") || bytes.range(zone, startsWith: "原載")
            || bytes.range(zone, startsWith: "刊于") || bytes.range(zone, startsWith: "载《")
    }

    /// The list 附件：1. … before the signature, and 附件 standing over a text of its own.
    private mutating func judgeAttachments() {
        var at = body.lowerBound
        var closed = false
        while at < body.upperBound {
            if let kind = kind(at), kind == .signature || kind == .date || kind == .note, at > body.lowerBound + 2 {
                closed = true
            }
            guard isOpen(at), lines[at].cues.contains(.attachment), let label = attachmentLabel(at) else {
                at += 1
                continue
            }
            let isAlone = label == lines[at].ink.upperBound
            let isNumbered = Enumerator.read(bytes, label..<lines[at].ink.upperBound) != nil
            if !isNumbered, !namesFile(at), !isAlone || at + 1 >= count || !namesFile(at + 1),
                closed || (!signatureFollows(at) && (isAlone || isFollowedByContent(at)))
            {
                at = judgeAttached(from: at, label: label)
            } else {
                at = judgeAttachmentList(from: at)
            }
        }
    }

    /// The end of 附件, 附件2, 附件：, 附： at the start of a line; nil where the line says something else.
    private func attachmentLabel(_ index: Int) -> Int? {
        let line = lines[index]
        guard line.length <= 120, line.stops == 0 || line.firstSentenceEnd == line.ink.upperBound else { return nil }
        var at = line.ink.lowerBound
        if let opening = bracketed(index) { at = opening.lowerBound }
        for word: StaticString in ["附件下载", "附件下載", "附件", "附　件", "附 件", "附表", "附录", "附錄", "附图", "附"]
        where bytes.spells(word, at: at, before: line.ink.upperBound) {
            at += word.utf8CodeUnitCount
            if let number = Numerals.read(
                bytes, bytes.skippingSpaces(from: at, before: line.ink.upperBound), line.ink.upperBound)
            {
                at = number.end
            }
            let end = bytes.skippingSpaces(from: at, before: line.ink.upperBound)
            guard end < line.ink.upperBound else { return line.ink.upperBound }
            let (scalar, size) = UTF8Scalar.decode(bytes, end)
            let isNumbered = end > line.ink.lowerBound + word.utf8CodeUnitCount
            if scalar == ":" || scalar == "："
                || (isNumbered && (scalar == "." || scalar == "．" || scalar == "、"))
            {
                let rest = bytes.skippingSpaces(from: end + size, before: line.ink.upperBound)
                return rest
            }
            if Scalar.isClosingParenthesis(scalar) { return line.ink.upperBound }
            return end > at && line.length <= 40 && word.utf8CodeUnitCount > 3 ? end : nil
        }
        return nil
    }

    /// 附件下载：报名表.doc
    func namesFile(_ index: Int) -> Bool {
        for ending: StaticString in [
            ".doc", ".docx", ".xls", ".xlsx", ".pdf", ".rar", ".zip", ".wps", ".odt", ".ods", ".ppt", ".pptx", ".et",
            ".ofd",
        ] where ends(index, ending) {
            return true
        }
        return starts(index, "附件下载：") || starts(index, "附件下載：")
    }

    /// Whether a signature or date follows within a dozen lines, none of them prose.
    private func signatureFollows(_ index: Int) -> Bool {
        for at in index + 1..<min(index + 14, body.upperBound) {
            if let kind = kind(at), kind == .signature || kind == .date { return true }
            if lines[at].isProse { return false }
        }
        return false
    }

    /// Whether lines follow that are no list of attachments: what 附：历任校长 stands over.
    private func isFollowedByContent(_ index: Int) -> Bool {
        guard let next = next(after: index), next + 1 < body.upperBound else { return false }
        return lines[next].enumerator == nil && !lines[next].cues.contains(.attachment)
            && lines[next].indent <= lines[index].indent + 1 && !lines[next].cues.contains(.note)
    }

    private mutating func judgeAttachmentList(from start: Int) -> Int {
        judge(start, Verdict(.attachment, "attachment.list", 0.95))
        let indent = lines[start].indent
        var at = start + 1
        while at < body.upperBound, isOpen(at) {
            let line = lines[at]
            guard line.stops == 0, line.length <= 80, line.ending != .colon else { break }
            let continues =
                line.enumerator != nil || line.indent > indent + 1 || line.cues.contains(.attachment)
                || namesFile(at)
            guard continues, !line.blankBefore || line.enumerator != nil else { break }
            judge(at, Verdict(.attachment, "attachment.list", 0.9))
            at += 1
        }
        return at
    }

    private mutating func judgeAttached(from start: Int, label: Int) -> Int {
        judge(
            start,
            Verdict(
                .heading(level: 1), "heading.attachment", 0.9,
                parts: [BlockPart(lines[start].ink.lowerBound..<min(label, lines[start].ink.upperBound), .enumerator)]))
        attachmentStarts.append(start)
        var at = start + 1
        guard label == lines[start].ink.upperBound else { return at }
        // Its title, on a line or two of their own.
        var titles = 0
        while at < body.upperBound, isOpen(at), titles < 3 {
            let line = lines[at]
            guard line.ending == .none || line.ending == .bracket, line.stops == 0, line.length <= 50,
                line.enumerator == nil, line.tabs == 0,
                titles == 0 || (!line.blankBefore && line.gaps == 0 && line.colon == nil)
            else { break }
            if titles > 0, line.length <= 6, !Scalar.isOpeningBracket(line.first), !endsAsTitle(at) { break }
            if let inner = bracketed(at), !isTitleNote(inner) { break }
            judge(at, Verdict(.heading(level: 1), "heading.attachment-title", 0.85))
            titles += 1
            at += 1
        }
        return at
    }
}
