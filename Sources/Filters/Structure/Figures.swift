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
        guard line.length <= 160, line.cues.contains(.photograph), line.enumerator == nil else { return false }
        // （照片由某人拍摄） in brackets as a whole is a note, not a caption.
        if bracketed(index) != nil, !hasInnerBracket(index) {
            return line.length <= 20 && index > 0 && kind(index - 1) == .caption
        }
        for word: StaticString in ["图为", "圖為", "图：", "圖：", "图片说明", "圖片說明", "上图", "下图", "图说"]
        where starts(index, word) {
            return line.length <= 120
        }
        return line.stops <= 3
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
            if Scalar.isStop(scalar) || scalar == 0xFF08 || scalar == 0x28 || (scalar == 0xFF0C && at < ink.upperBound)
            {
                let from = Scalar.isStop(scalar) || scalar == 0xFF0C ? at : start
                let zone = skipSpace(from, ink.upperBound)..<ink.upperBound
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
