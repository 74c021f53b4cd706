/// Finds the names of organisations in a reading: from the last part (…局, …大学, …委员会) leftwards over the words that
/// organisations' names are made of, and the short forms that are names by themselves.
struct BodyFinder {
    let tables: NameTables

    /// Ranges of character indices, in order, not overlapping.
    func find(_ sentence: NameSentence, _ reading: NameReading) -> [Range<Int>] {
        var found: [Range<Int>] = []
        let pieces = reading.pieces
        for (number, piece) in pieces.enumerated() {
            guard piece.kind == .word, let end = ending(piece, sentence) else { continue }
            var start = number
            var sum: Float = 0
            var best: Float = end.isName ? 0 : -1e9
            var at = number
            while at > 0, number - at < 10 {
                at -= 1
                let value = bodyness(pieces[at], sentence)
                if value < -2.5 { break }
                sum += value
                if sum > best || best < -1e8 {
                    best = sum
                    start = at
                }
            }
            let needed: Float = end.isName ? -1 : end.isShort ? 2.6 : 1.2
            guard best >= needed, end.isName || start < number else { continue }
            let range = pieces[start].start..<piece.end
            // A later, longer name takes in what it touches: 市委 + 宣传部.
            while let last = found.last, last.upperBound >= range.lowerBound {
                if last.lowerBound < range.lowerBound || last.upperBound > range.lowerBound {
                    found.removeLast()
                    found.append(min(last.lowerBound, range.lowerBound)..<range.upperBound)
                } else {
                    found.removeLast()
                    found.append(last.lowerBound..<range.upperBound)
                }
                break
            }
            if found.last.map({ $0.upperBound < range.upperBound }) ?? true { found.append(range) }
        }
        return found
    }

    private struct End {
        /// A name by itself.
        var isName: Bool
        /// One character, which ends many other words.
        var isShort: Bool
    }

    private func ending(_ piece: NameLattice.Piece, _ sentence: NameSentence) -> End? {
        let size = piece.end - piece.start
        if piece.node >= 0 {
            let flags = tables.flags(piece.node)
            if flags.contains(.body) { return End(isName: true, isShort: false) }
            if flags.contains(.bodyEnd) { return End(isName: false, isShort: size == 1) }
        }
        // 宣传部 as one word of the language: an end within.
        guard size >= 3 else { return nil }
        for start in (piece.start + 1)..<(piece.end - 0) where piece.end - start <= 4 {
            if piece.end - start == 1, size < 3 { continue }
            if let node = tables.node(sentence.folded[start..<piece.end]),
                !tables.flags(node).isDisjoint(with: [.bodyEnd, .body]), piece.node >= 0,
                tables.bodyness(piece.node) > 1.2
            {
                return End(isName: false, isShort: false)
            }
        }
        return nil
    }

    private func bodyness(_ piece: NameLattice.Piece, _ sentence: NameSentence) -> Float {
        switch piece.kind {
        case .person, .surname: return -10
        case .place: return 2.5
        case .word:
            let first = sentence.folded[piece.start]
            guard Glyph.isHan(first) else {
                return first == 0x41 || Glyph.isLatin(first) ? 0 : -10
            }
            if piece.node < 0 { return 0.3 }
            let flags = tables.flags(piece.node)
            if flags.contains(.place) { return max(1.5, min(3, tables.bodyness(piece.node))) }
            if flags.contains(.role) { return -10 }
            return min(3, tables.bodyness(piece.node))
        }
    }
}
