/// Short names of companies that are made of two characters and their trade: 云澜股份, 恒岳新材.
extension NameCandidates {
    func tradeName(_ sentence: NameSentence, _ at: Int, _ lattice: inout NameLattice) {
        guard at + 4 <= sentence.count, lattice.second(at).map({ !tables.isWord($0) }) ?? true,
            Self.trades.contains(where: { sentence.has($0, at: at + 2) })
        else { return }
        // No word ends or begins within the two.
        for index in at...(at + 1) {
            let character = sentence.characters[index]
            guard Glyph.isHan(sentence.folded[index]), !character.word.isWord || character.word.cost > Self.rareAlone,
                character.classes.isDisjoint(with: [.stop, .joining, .numeral, .level, .locative, .notStem])
            else { return }
        }
        if at > 0, tables.node(sentence.folded[(at - 1)...at]).map({ tables.isWord($0) }) ?? false { return }
        lattice.add(
            NameLattice.Edge(
                start: Int32(at), end: Int32(at + 4), score: Self.trade, afterPerson: 0, beforePerson: 0,
                node: Int32(NameLattice.tradeName), kind: .word, joins: false, isOffice: false))
    }

    /// The logarithm of how often a token is such a name.
    private static let trade: Float = -10
    /// A character that is no word by itself but seldom.
    private static let rareAlone: Float = 7.5
    /// Such as stand behind a name more often than behind a word.
    private static let trades: [StaticWord] = [
        "股份", "证券", "新材", "控股", "重工", "电气", "药业", "制药", "置业", "实业", "影业", "传媒", "信托", "期货",
    ]
}
