/// Departments and units that the office behind them tells of, 材料科|科长毛惠芳, 第二营|营长莫高: the head of a 科 is called after it,
/// so that what the character stands for twice is a body, though no body is named before it.
extension BodyFinder {
    /// Appends such bodies to those found in a sentence, which they do not overlap. Keeps their order.
    func addHeaded(_ sentence: NameSentence, _ reading: NameReading, to found: inout [Range<Int>]) {
        guard !reading.persons.isEmpty else { return }
        for head in 2..<max(2, sentence.count - 2)
        where sentence[head] == sentence[head - 1] && sentence[head + 1] == "长"
            && Self.headed.contains(sentence[head])
        {
            guard isSomebody(head + 2, reading), let start = startOfHeaded(head - 1, sentence, reading) else {
                continue
            }
            let body = start..<head
            if !found.contains(where: { $0.overlaps(body) }) { found.append(body) }
        }
        found.sort { $0.lowerBound < $1.lowerBound }
    }

    /// 组 is left out: a 专案组 is any.
    private static let headed: StaticWord = "科股课处室队营连排团旅师军系"
    /// 骑兵营 is any, 第二营 one.
    private static let numberedUnits: StaticWord = "营连排团旅师军"

    private func isSomebody(_ at: Int, _ reading: NameReading) -> Bool {
        reading.piece(beginningAt: at).map { reading.pieces[$0].kind == .person } ?? false
    }

    /// Where a department begins whose kind stands at an index: with its number, or with the word that tells what it does.
    private func startOfHeaded(_ kind: Int, _ sentence: NameSentence, _ reading: NameReading) -> Int? {
        var start = kind
        while start > 0, tables.has(sentence[start - 1], .numeral) || Glyph.isDigit(sentence[start - 1]) { start -= 1 }
        if start < kind { return sentence[start - 1] == "第" ? start - 1 : nil }
        if Self.numberedUnits.contains(sentence[kind]) { return nil }
        guard
            let piece = (reading.piece(endingAt: kind) ?? reading.piece(endingAt: kind + 1)).map({ reading.pieces[$0] }
            ),
            isContent(piece, before: kind, sentence)
        else { return nil }
        // 木材|生产处
        if let field = reading.piece(endingAt: piece.start).map({ reading.pieces[$0] }),
            isContent(field, before: piece.start, sentence), field.node >= 0, tables.bodyness(field.node) > 0
        {
            return field.start
        }
        return piece.start
    }

    /// Whether a piece is a word of two characters or more that may tell what a department does.
    private func isContent(_ piece: NameLattice.Piece, before end: Int, _ sentence: NameSentence) -> Bool {
        piece.kind == .word && (2...4).contains(end - piece.start)
            && (piece.start..<end).allSatisfy {
                Glyph.isHan(sentence.folded[$0]) && sentence.characters[$0].classes.isDisjoint(with: [.stop, .joining])
            }
    }
}
