import QuandianText

// Captions, photographers, and the alternative texts that copied pictures leave.

extension Sketch {
    mutating func judgeFigures() {
        for index in body where isOpen(index) && index > body.lowerBound && isCaption(index) {
            judge(index, Verdict(.caption, "caption.credit", 0.9, runnerUp: "paragraph", parts: credit(index)))
        }
        // The title once more, in the middle of the text, is what stands for a picture.
        var titles: Set<UInt64> = []
        for index in 0..<count {
            if kind(index) == .title { titles.insert(lines[index].hash) }
        }
        let captions = Set((body.lowerBound..<body.upperBound).filter { kind($0) == .caption }.map { lines[$0].hash })
        for index in body where isOpen(index) {
            if titles.contains(lines[index].hash) {
                judge(index, Verdict(.alternativeText, "alt.title-repeated", 0.9))
            } else if captions.contains(lines[index].hash) {
                judge(index, Verdict(.alternativeText, "alt.caption-repeated", 0.9))
            } else if repeatsCaption(index) {
                judge(index, Verdict(.alternativeText, "alt.in-caption", 0.8, runnerUp: "heading"))
            } else if standsForPicture(index) {
                judge(index, Verdict(.alternativeText, "alt.placeholder", 0.9))
            } else if isFileName(index) {
                judge(index, Verdict(.alternativeText, "alt.file-name", 0.85))
            }
        }
    }

    /// A short line beside a caption whose words the caption has too.
    private func repeatsCaption(_ index: Int) -> Bool {
        let line = lines[index]
        guard line.isShort, line.length >= 3, line.length <= 40, line.enumerator == nil else { return false }
        for neighbour in [index - 1, index + 1] where kind(neighbour) == .caption {
            let caption = lines[neighbour].ink
            var at = caption.lowerBound
            while at + line.ink.count <= caption.upperBound {
                if bytes[at] == bytes[line.ink.lowerBound],
                    bytes[at..<at + line.ink.count].elementsEqual(bytes[line.ink])
                {
                    return true
                }
                at += 1
            }
        }
        return false
    }

    private func isCaption(_ index: Int) -> Bool {
        let line = lines[index]
        guard line.length <= 160, line.enumerator == nil || line.enumerator?.isBullet == true else { return false }
        if isNumberedFigure(index) || hasBracketedCredit(index) || isPointedAt(index) { return true }
        guard line.cues.contains(.photograph) else { return false }
        // （照片由某人拍摄） in brackets as a whole is a note, not a caption.
        if bracketed(index) != nil, !hasInnerBracket(index) {
            return line.length <= 20 && index > 0 && kind(index - 1) == .caption
        }
        // One among the makers of a film, each with a label.
        let above = lines[index - 1]
        if line.length <= 30, starts(index, "摄影：") || starts(index, "攝影："), above.colon != nil, above.length <= 30 {
            return false
        }
        for word: StaticString in ["图为", "圖為", "图：", "圖：", "图片说明", "圖片說明", "上图", "下图", "图说"]
        where starts(index, word) {
            return line.length <= 120
        }
        return line.stops <= 3
    }

    /// ▲… standing alone: the picture stands above it. A list would have the sign on the next line too.
    private func isPointedAt(_ index: Int) -> Bool {
        let line = lines[index]
        switch line.first {
        case "▲", "△", "▼", "▽", "↑", "↓", "←", "→": break
        default: return false
        }
        return line.length <= 100 && line.stops <= 2 && line.ideographs >= 3 && lines[index - 1].first != line.first
            && (index + 1 >= count || lines[index + 1].first != line.first)
    }

    /// [图片], 点击查看大图
    func standsForPicture(_ index: Int) -> Bool {
        let line = lines[index]
        guard line.length <= 12, line.stops == 0 else { return false }
        let zone = bracketed(index) ?? line.ink
        if starts(index, "点击查看大图") || starts(index, "点击放大") || starts(index, "點擊放大") { return true }
        guard zone != line.ink else { return false }
        for word: StaticString in ["图片", "圖片", "图", "圖", "image", "Image", "img", "照片"]
        where bytes.range(zone, startsWith: word) && zone.count <= word.utf8CodeUnitCount + 3 {
            return true
        }
        return false
    }

    /// 图1　…, 表2-1：… standing alone.
    private func isNumberedFigure(_ index: Int) -> Bool {
        let line = lines[index]
        guard line.length <= 60, line.stops <= 1, line.firstSentenceEnd == line.ink.upperBound, line.ending != .colon,
            line.ending != .comma, line.ending != .semicolon
        else { return false }
        for word: StaticString in ["图", "圖", "附图", "附圖", "表", "附表"] where starts(index, word) {
            var at = bytes.skippingSpaces(
                from: line.ink.lowerBound + word.utf8CodeUnitCount, before: line.ink.upperBound)
            if let sign = circledEnd(at, line.ink.upperBound) {
                at = sign
            } else {
                guard let number = Numerals.read(bytes, at, line.ink.upperBound) else { continue }
                at = number.end
            }
            while at + 1 < line.ink.upperBound, bytes[at] == "-" || bytes[at] == ".",
                let next = Numerals.read(bytes, at + 1, line.ink.upperBound)
            {
                at = next.end
            }
            guard at < line.ink.upperBound else { return false }
            switch UTF8Scalar.decode(bytes, at).value {
            case ":", "：", ".", "．", "、": return true
            case let follows: return Scalar.isSpace(follows)
            }
        }
        return false
    }

    private func circledEnd(_ at: Int, _ limit: Int) -> Int? {
        guard at < limit else { return nil }
        let (scalar, size) = UTF8Scalar.decode(bytes, at)
        return (0x2460...0x2473).contains(scalar) ? at + size : nil
    }

    /// …（文化局提供）, …（圖／業者）: a credit in brackets at the end of a line of few words.
    private func hasBracketedCredit(_ index: Int) -> Bool {
        let line = lines[index]
        guard line.length <= 90, line.stops <= 2, Scalar.isClosingParenthesis(line.last) else { return false }
        let end = bytes.scalarStart(endingAt: line.ink.upperBound)
        var start = end
        var length = 0
        while start > line.ink.lowerBound, length <= 24 {
            let before = bytes.scalarStart(endingAt: start)
            let scalar = UTF8Scalar.decode(bytes, before).value
            if Scalar.isOpeningBracket(scalar) {
                guard before > line.ink.lowerBound, scalar != "《", scalar != "「", scalar != "“" else {
                    return false
                }
                let inner = start..<end
                for word: StaticString in [
                    "提供", "摄", "攝", "供图", "供圖", "翻攝", "资料图", "資料圖", "资料照", "資料照", "资料照片", "新华社发", "截图", "截圖",
                ]
                where bytes.range(inner, endsWith: word) {
                    return true
                }
                for word: StaticString in ["图/", "图／", "圖/", "圖／", "图：", "圖：", "图源", "图片来源", "摄影：", "攝影："]
                where bytes.range(inner, startsWith: word) {
                    return true
                }
                return false
            }
            start = before
            length += 1
        }
        return false
    }

    private func hasInnerBracket(_ index: Int) -> Bool {
        let ink = lines[index].ink
        let inner = ink.lowerBound + UTF8Scalar.decode(bytes, ink.lowerBound).size..<ink.upperBound
        return bytes.contains("）", in: inner.lowerBound..<max(inner.lowerBound, inner.upperBound - 3))
            || bytes.contains(")", in: inner.lowerBound..<max(inner.lowerBound, inner.upperBound - 1))
    }

    /// The last clause, where it ends with 摄 and the like.
    private func credit(_ index: Int) -> [BlockPart] {
        let ink = lines[index].ink
        var at = ink.upperBound
        while at > ink.lowerBound {
            let start = bytes.scalarStart(endingAt: at)
            let scalar = UTF8Scalar.decode(bytes, start).value
            if Scalar.isStop(scalar) || scalar == "（" || scalar == "(" || (scalar == "，" && at < ink.upperBound) {
                let from = Scalar.isStop(scalar) || scalar == "，" ? at : start
                let zone = bytes.skippingSpaces(from: from, before: ink.upperBound)..<ink.upperBound
                return zone.isEmpty || zone.count > 90 ? [] : [BlockPart(zone, .credit)]
            }
            at = start
        }
        return []
    }

    private func isFileName(_ index: Int) -> Bool {
        let line = lines[index]
        guard line.length <= 60, line.ideographs < line.length else { return false }
        for ending: StaticString in [".jpg", ".JPG", ".jpeg", ".png", ".PNG", ".gif"] where ends(index, ending) {
            return true
        }
        return false
    }
}
