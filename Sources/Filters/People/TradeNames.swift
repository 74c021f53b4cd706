/// Short names of companies that are made of two characters and their trade: 云澜股份, 恒岳新材.
extension NameCandidates {
    func tradeName(_ sentence: NameSentence, _ at: Int, _ lattice: inout NameLattice) {
        guard at + 4 <= sentence.count, Self.mayBeginTrade(sentence.folded[at + 2]),
            lattice.second(at).map({ !tables.isWord($0) }) ?? true,
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

    /// 股 证 新 控 重 电 药 制 置 实 影 传 信 期
    @inline(__always)
    private static func mayBeginTrade(_ c: UInt16) -> Bool {
        switch c {
        case 0x80A1, 0x8BC1, 0x65B0, 0x63A7, 0x91CD, 0x7535, 0x836F, 0x5236, 0x7F6E, 0x5B9E, 0x5F71, 0x4F20, 0x4FE1,
            0x671F:
            true
        default: false
        }
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
