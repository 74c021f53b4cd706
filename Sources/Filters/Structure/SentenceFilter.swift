import QuandianText

/// Cuts paragraphs, items, questions and answers into sentences.
///
/// A sentence ends at 。！？ and their like with the closing marks that follow, never inside a work, quotation or
/// bracket that goes on, and never across the edge of a block's part. Time linear in the text.
public struct SentenceFilter: Filter {
    public let name = "sentences"
    public let summary = "cuts paragraphs, items and speeches into sentences"
    public let requires: Set<Layer> = [.blocks, .quotations, .titles]
    public let provides: Set<Layer> = [.sentences]

    public init() {}

    public func annotate(_ document: Document) -> Annotations {
        var annotations = Annotations()
        let bytes = document.text.bytes
        let provenance = Provenance(filter: name, rule: "sentence-end", certainty: 0.95)
        let shields = document.marks.lazy.filter { $0.kind == .title || $0.kind == .quotation }.map(\.range)
        var shield = shields.makeIterator()
        var pending = shield.next()
        var inBlock: [Range<Int>] = []
        for block in document.blocks where SentenceFilter.isCut(block.kind) {
            inBlock.removeAll(keepingCapacity: true)
            while let range = pending, range.lowerBound < block.range.upperBound {
                // Marks come outer before inner: the inner ones are covered.
                if range.lowerBound >= block.range.lowerBound, range.lowerBound >= inBlock.last?.upperBound ?? 0 {
                    inBlock.append(range)
                }
                pending = shield.next()
            }
            var start = block.range.lowerBound
            for part in block.parts {
                cut(start..<part.range.lowerBound, bytes, inBlock) {
                    annotations.marks.append(Mark($0, .sentence, provenance: provenance))
                }
                start = part.range.upperBound
            }
            cut(start..<block.range.upperBound, bytes, inBlock) {
                annotations.marks.append(Mark($0, .sentence, provenance: provenance))
            }
        }
        return annotations
    }

    private static func isCut(_ kind: BlockKind) -> Bool {
        switch kind {
        case .paragraph, .runInHeading, .item, .question, .answer: true
        default: false
        }
    }

    /// Cuts one stretch. `shields` are the outermost works and quotations of the block, in order.
    private func cut(
        _ range: Range<Int>, _ bytes: [UInt8], _ shields: [Range<Int>], _ found: (Range<Int>) -> Void
    ) {
        guard !range.isEmpty else { return }
        var next = firstIndex(of: shields, from: range.lowerBound)
        var start = range.lowerBound
        var at = range.lowerBound
        /// Characters since the last mark of punctuation, for 我……我不知道.
        var run = 0
        func close(_ end: Int) {
            if let sentence = trimmed(start..<end, bytes) { found(sentence) }
            start = end
            run = 0
        }
        while at < range.upperBound {
            // U+4000 to U+9FFF, most of any text, end and open nothing.
            if (0xE4...0xE9).contains(bytes[at]) {
                at += 3
                run += 1
                continue
            }
            if next < shields.count, shields[next].lowerBound == at, shields[next].upperBound <= range.upperBound {
                let end = shields[next].upperBound
                next += 1
                at = end
                run += 6
                if endsInside(end, bytes), !goesOn(at, range.upperBound, bytes) { close(at) }
                continue
            }
            let (scalar, size) = UTF8Scalar.decode(bytes, at)
            at += size
            if scalar == "（" || scalar == "(" {
                if let end = bracketEnd(at, range.upperBound, bytes, closing: scalar == "(" ? 0x29 : 0xFF09) {
                    let opensSentence = trimmed(start..<at - size, bytes) == nil
                    at = end
                    while next < shields.count, shields[next].lowerBound < at { next += 1 }
                    let before = bytes.scalarStart(endingAt: bytes.scalarStart(endingAt: end))
                    if opensSentence, Scalar.isStop(UTF8Scalar.decode(bytes, before).value) { close(at) }
                }
                continue
            }
            let ends: Bool
            switch scalar {
            case "。", "！", "？", "｡", "!", "?": ends = true
            case "…": ends = run >= 5 || at >= range.upperBound
            case ".": ends = isFullStop(at - 1, range, bytes)
            case "，", ",", "、", "：", "；", ";", ":":
                ends = false
                run = 0
            default:
                ends = false
                run += 1
            }
            guard ends else { continue }
            // More stops, and marks that close without having opened here, belong to the sentence.
            while at < range.upperBound {
                let (more, moreSize) = UTF8Scalar.decode(bytes, at)
                guard Scalar.isStop(more) || Scalar.isClosingBracket(more) else { break }
                at += moreSize
            }
            close(at)
        }
        if start < range.upperBound { close(range.upperBound) }
    }

    private func firstIndex(of shields: [Range<Int>], from offset: Int) -> Int {
        var low = 0
        var high = shields.count
        while low < high {
            let middle = (low + high) / 2
            if shields[middle].lowerBound < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Whether a quotation ends with a stop before the mark that closes it.
    private func endsInside(_ end: Int, _ bytes: [UInt8]) -> Bool {
        let mark = bytes.scalarStart(endingAt: end)
        // 》 and 〉 close names, whatever these end with.
        if bytes[mark] == 0xE3, bytes[end - 1] == 0x8B || bytes[end - 1] == 0x89 { return false }
        var before = bytes.scalarStart(endingAt: mark)
        if Scalar.isClosingBracket(UTF8Scalar.decode(bytes, before).value) {
            before = bytes.scalarStart(endingAt: before)
        }
        return Scalar.isStop(UTF8Scalar.decode(bytes, before).value)
    }

    /// Whether the sentence goes on after a closing quotation mark: “加油！”的喊声, “好！”、“对！”
    private func goesOn(_ at: Int, _ limit: Int, _ bytes: [UInt8]) -> Bool {
        guard at < limit else { return false }
        switch UTF8Scalar.decode(bytes, at).value {
        case "的", "等", "和", "与", "與", "之", "是", "这", "這":
            return true
        case "，", ",", "、", "；", ";", "：", "—", "。", "！", "？": return true
        default: return false
        }
    }

    /// The end of a bracket that closes within a hundred characters.
    private func bracketEnd(_ start: Int, _ limit: Int, _ bytes: [UInt8], closing: UInt32) -> Int? {
        var at = start
        let reach = min(limit, start + 300)
        while at < reach {
            let (scalar, size) = UTF8Scalar.decode(bytes, at)
            at += size
            if scalar == closing { return at <= limit ? at : nil }
            if scalar == "（" || scalar == "(" { return nil }
        }
        return nil
    }

    /// A half-width point ends a sentence after a word or a Chinese character, not in 3.5, J. K. or a.b.
    private func isFullStop(_ at: Int, _ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
        guard at > range.lowerBound else { return false }
        let before = bytes.scalarStart(endingAt: at)
        let previous = UTF8Scalar.decode(bytes, before).value
        let next = at + 1 < range.upperBound ? UTF8Scalar.decode(bytes, at + 1).value : 0x20
        if Scalar.isIdeograph(previous) { return Scalar.isIdeograph(next) || Scalar.isSpace(next) }
        guard (0x61...0x7A).contains(previous), Scalar.isSpace(next), before > range.lowerBound + 1 else {
            return false
        }
        guard (0x61...0x7A).contains(UInt32(bytes[before - 1])), (0x61...0x7A).contains(UInt32(bytes[before - 2]))
        else {
            return false
        }
        var after = at + 1
        while after < range.upperBound, bytes[after] == " " { after += 1 }
        guard after < range.upperBound else { return true }
        let follows = UTF8Scalar.decode(bytes, after).value
        return (0x41...0x5A).contains(follows) || Scalar.isIdeograph(follows)
    }

    private func trimmed(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int>? {
        var low = range.lowerBound
        var high = range.upperBound
        while low < high {
            let (scalar, size) = UTF8Scalar.decode(bytes, low)
            guard Scalar.isSpace(scalar) else { break }
            low += size
        }
        while high > low {
            let before = bytes.scalarStart(endingAt: high)
            guard Scalar.isSpace(UTF8Scalar.decode(bytes, before).value) else { break }
            high = before
        }
        return low < high ? low..<high : nil
    }
}
