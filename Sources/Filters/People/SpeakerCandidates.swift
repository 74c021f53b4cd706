/// Who opens a turn of a talk.
extension NameCandidates {
    /// Whoever opens a turn of a talk, before the colon, whatever word it is: 马上：
    func speaker(_ sentence: NameSentence, _ at: Int, _ lattice: inout NameLattice) {
        guard sentence.opensBlock, at <= 3, sentence.characters[at].surname < 85,
            let size = (2...4).first(where: { !Glyph.isHan(sentence[at + $0]) }), sentence[at + size] == ":"
        else { return }
        if size == 4, !sentence.characters[at].has(.compoundSurname) { return }
        // Behind nothing or an office: 记者万一：
        if at > 0, !(tables.node(sentence.folded[..<at]).map { tables.flags($0).contains(.role) } ?? false) { return }
        let label = sentence.folded[at..<(at + size)]
        // 单位：, 连署人： are labels of another kind.
        if Self.ofLabels.contains(label[at + size - 1]) { return }
        if let node = tables.node(label), tables.isWord(node), tables.cost(node) < Self.rareEnough { return }
        let isOther = (2...size).contains { length in
            tables.node(label.prefix(length)).map {
                !tables.flags($0).isDisjoint(with: [.role, .body, .bodyEnd])
            } ?? false
        }
        if !isOther { lattice.add(edge(at, at + size, Self.turn, .person)) }
    }

    /// Whoever opens a turn with the office between surname and given name: 高委員雲翔：
    func speakerWithOffice(_ sentence: NameSentence, _ at: Int, _ lattice: inout NameLattice) {
        guard sentence.characters[at].surname != 255, at + 5 < sentence.count,
            let size = (4...5).first(where: { !Glyph.isHan(sentence[at + $0]) }), sentence[at + size] == ":"
        else { return }
        let office = sentence.folded[(at + 1)..<(at + 3)]
        let given = sentence.folded[(at + 3)..<(at + size)]
        // 蒋委员长：, 高部长答：, 高主席指出：
        guard Self.isAddress(office), tables.isTitle(office), !tables.isTitle(office + given.prefix(1)),
            given.count == 1
                ? sentence.character(at + 3).givenAlone < Self.likelyGiven
                : !(tables.node(given).map { tables.isWord($0) && tables.cost($0) < Self.rareEnough } ?? false)
        else { return }
        lattice.add(edge(at, at + size, Self.turn, .person))
    }

    /// The cost of a character as a given name by itself, in tenths of a nat, below which it may be one after an office.
    private static let likelyGiven: UInt8 = 75
    private static let ofLabels: StaticWord = "人者员方"
    /// What a speaker's name is worth at the head of a turn.
    private static let turn: Float = -3
}
