import QuandianText

// Tables of contents and menus: runs of lines that announce headings further down.

extension Sketch {
    mutating func judgeContents() {
        // Where the words of each short line stand for the last time.
        var last: [UInt64: Int] = [:]
        var words: [UInt64?] = Array(repeating: nil, count: count)
        var repeats = false
        for index in body where isOpen(index) {
            words[index] = announcedWords(index)
            if let key = words[index], last.updateValue(index, forKey: key) != nil { repeats = true }
        }
        // Nothing is announced where no line comes again.
        guard repeats else { return }
        var at = body.lowerBound
        while at < body.upperBound {
            guard words[at] != nil else {
                at += 1
                continue
            }
            var end = at
            var seen: Set<UInt64> = []
            while end < body.upperBound, let key = words[end], seen.insert(key).inserted { end += 1 }
            at = judgeContents(at..<end, words, last)
        }
    }

    /// Judges a run of short lines; gives the line after it.
    private mutating func judgeContents(_ run: Range<Int>, _ words: [UInt64?], _ last: [UInt64: Int]) -> Int {
        // The menu itself: from its first announced line to its last.
        // A line that stands twice in a row announces nothing.
        func isAnnounced(_ index: Int) -> Bool {
            words[index].flatMap { last[$0] }.map { $0 >= run.upperBound && $0 > index + 1 } ?? false
        }
        guard let first = run.first(where: isAnnounced), let final = run.last(where: isAnnounced) else {
            return run.upperBound
        }
        var menu = first..<final + 1
        let announced = menu.filter(isAnnounced)
        let head = first > body.lowerBound && isContentsHead(first - 1) ? first - 1 : nil
        guard announced.count >= (head == nil ? 3 : 2), announced.count * 10 >= menu.count * 7 else {
            return run.upperBound
        }
        // What it announces stands apart, with text between; a list that comes twice stands together.
        let places = announced.compactMap { index in words[index].flatMap { last[$0] } }
        guard let low = places.min(), let high = places.max(), high - low + 1 >= announced.count * 2 - 1 else {
            return run.upperBound
        }
        while menu.upperBound < run.upperBound, lines[menu.upperBound].enumerator != nil {
            menu = menu.lowerBound..<menu.upperBound + 1
        }
        for index in menu {
            judge(index, Verdict(.item, "item.contents", isAnnounced(index) ? 0.95 : 0.75, runnerUp: "heading"))
        }
        if let head { judge(head, Verdict(.heading(level: 1), "heading.contents", 0.9)) }
        return run.upperBound
    }

    /// 目录, 本期要目
    private func isContentsHead(_ index: Int) -> Bool {
        let line = lines[index]
        guard line.length <= 8, line.stops == 0 else { return false }
        return bytes.contains("目", in: line.ink) || bytes.contains("提要", in: line.ink)
            || bytes.contains("导读", in: line.ink) || bytes.contains("導讀", in: line.ink)
    }

    /// What the words of a short line are, whatever its number, its spaces and the page that it points to; nil for
    /// lines that no menu has.
    private func announcedWords(_ index: Int) -> UInt64? {
        let line = lines[index]
        // A sentence with its full stop announces nothing.
        guard line.length <= 90, line.bars == 0, line.ideographs >= 2, !isContentsHead(index),
            line.last != "。" || line.length < 12 || line.enumerator != nil,
            line.ending != .colon || line.enumerator != nil
        else { return nil }
        var end = line.ink.upperBound
        // …… 12, (3), ；
        while end > line.ink.lowerBound {
            let before = bytes.scalarStart(endingAt: end)
            let scalar = UTF8Scalar.decode(bytes, before).value
            guard
                Scalar.isDigit(scalar) || Scalar.isSpace(scalar) || Scalar.isStop(scalar) || scalar == "."
                    || scalar == "·" || scalar == "-" || scalar == ";" || scalar == "；" || scalar == "("
                    || scalar == ")" || scalar == "（" || scalar == "）"
            else { break }
            end = before
        }
        // No sentence ends before the dots and the page number.
        guard line.stops == 0 || line.firstSentenceEnd >= end else { return nil }
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        var at = line.enumerator.map { min($0.wordsStart, end) } ?? line.ink.lowerBound
        var ink = 0
        while at < end {
            let (scalar, size) = UTF8Scalar.decode(bytes, at)
            at += size
            guard !Scalar.isSpace(scalar) else { continue }
            hash = (hash ^ UInt64(scalar)) &* 0x100_0000_01B3
            ink += 1
        }
        return ink >= 2 ? hash : nil
    }
}
