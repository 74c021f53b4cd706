/// Finds the names of places in a reading.
struct PlaceFinder {
    let tables: NameTables

    /// A tagged place as likely as this wins over what the rules see there, but for a listed name that holds it.
    private static let trusted: Float = 0.8

    /// Ranges of character indices, not overlapping; none of them is `taken`.
    func find(
        _ sentence: NameSentence, _ reading: NameReading, _ tagged: TaggedNames, taken: (Range<Int>) -> Bool
    ) -> [Range<Int>] {
        var found = find(sentence, reading, tagged).filter { !taken($0) }
        for span in tagged.spans where span.label == .place && span.probability >= Self.trusted {
            let range = span.start..<span.end
            if span.end > sentence.count || taken(range) { continue }
            // 新疆维吾尔自治区 is no 新疆.
            if found.contains(where: { range.clamped(to: $0) == range && isListed(sentence.folded[$0]) }) { continue }
            found.removeAll { $0.overlaps(range) }
            found.append(range)
        }
        return found
    }

    private func isListed(_ name: ArraySlice<UInt16>) -> Bool {
        tables.node(name).map { tables.flags($0).contains(.place) } ?? false
    }

    /// What the rules alone find.
    private func find(_ sentence: NameSentence, _ reading: NameReading, _ tagged: TaggedNames) -> [Range<Int>] {
        var found: [Range<Int>] = []
        for (number, piece) in reading.pieces.enumerated() {
            guard piece.kind == .place || piece.node >= 0 && tables.flags(piece.node).contains(.place) else { continue }
            // A listed name of two characters may be any word: the tagger must see a name there too.
            if piece.kind == .word, piece.end - piece.start == 2, tagged.overlapping(piece.start, piece.end) == nil {
                continue
            }
            var end = piece.end
            // The kind of place as a word of its own: 黔东南 + 州, 石板 + 村.
            if number + 1 < reading.pieces.count {
                let next = reading.pieces[number + 1]
                if next.kind == .word, next.end - next.start == 1, next.start == end,
                    PlaceEnds.isLevel(sentence.folded[next.start]), piece.kind == .word || piece.end - piece.start <= 3,
                    !PlaceEnds.isLevel(sentence.folded[end - 1])
                {
                    end = next.end
                }
            }
            // 永福路二段
            if sentence[end - 1] == 0x8DEF || sentence[end - 1] == 0x8857, sentence[end + 1] == 0x6BB5 { end += 2 }
            if isOther(sentence, piece.start, end) { continue }
            found.append(piece.start..<end)
        }
        return found
    }

    /// 北京时间, 中国特色, and the names of series and brands in quotation marks: “云江讲坛”.
    private func isOther(_ sentence: NameSentence, _ start: Int, _ end: Int) -> Bool {
        if sentence.has("时间", at: end) || sentence.has("特色", at: end) { return true }
        var open = start
        while open > 0, start - open < 8, sentence[open] != 0x201C, sentence[open] != 0x300C { open -= 1 }
        guard sentence[open] == 0x201C || sentence[open] == 0x300C else { return false }
        let close: UInt16 = sentence[open] == 0x201C ? 0x201D : 0x300D
        var stop = open + 1
        while stop - open < 10, stop < sentence.count, sentence[stop] != close { stop += 1 }
        return sentence[stop] == close && !(open + 1 == start && stop == end)
            && sentence.folded[(open + 1)..<stop].allSatisfy { Glyph.isHan($0) }
    }
}
