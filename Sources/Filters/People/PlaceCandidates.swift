/// The edges of places that are made of a stem and the kind of place: 云江市, 青石街道.
extension NameCandidates {
    /// Whether a stretch ends with the last word of a body's name: 县博物馆.
    func endsWithBody(_ sentence: NameSentence, _ start: Int, _ end: Int) -> Bool {
        for size in 2...4 where end - size > start {
            if let node = tables.node(sentence.folded[(end - size)..<end]), tables.flags(node).contains(.bodyEnd) {
                return true
            }
        }
        return false
    }

    /// Whether the last part of a body's name begins at an index: 临湖区|卫生局.
    private func opensBody(_ sentence: NameSentence, _ at: Int) -> Bool {
        (2...4).contains { size in
            at + size <= sentence.count
                && tables.node(sentence.folded[at..<(at + size)]).map {
                    !tables.flags($0).isDisjoint(with: [.body, .bodyEnd])
                } ?? false
        }
    }

    /// 达隆·卓嘎拉章寺: a temple whose name has the dot of a foreign one.
    private func temple(_ sentence: NameSentence, _ at: Int, _ lattice: inout NameLattice) {
        guard let dot = (1...4).first(where: { !Glyph.isHan(sentence[at + $0]) }), Glyph.isNameDot(sentence[at + dot])
        else { return }
        for size in 2...8 {
            let end = at + dot + size
            if sentence[end] == 0x5BFA {
                // Two characters before the dot are the most likely.
                lattice.add(placeEdge(at, end + 1, dot == 2 ? -6 : dot < 2 ? -14 : -8 * Float(dot - 1)))
                return
            }
            guard Glyph.isHan(sentence[end - 1]) else { return }
        }
    }

    /// 长 民 干 办
    private static let ofWards: StaticWord = "长民干办"
    private static let ward: Float = -6
    private static let building: StaticWord = "筑修建挖开"
    private static let built: StaticWord = "坝堰塘沟堤圩桥路"
    private static let ofTwo: StaticWord = "江河溪岔水广淮湖"

    func places(_ sentence: NameSentence, _ at: Int, _ lattice: inout NameLattice) {
        let text = sentence.folded
        let count = sentence.count
        if sentence.hasNameDot { temple(sentence, at, &lattice) }
        // 两江口水库
        if sentence.characters[at].has(.notStem), sentence[at] != 0x4E24 || !Self.ofTwo.contains(sentence[at + 1]) {
            return
        }
        // 清溪里|里长: the ward before its head.
        if at + 4 < count, text[at + 2] == 0x91CC, text[at + 3] == 0x91CC, Self.ofWards.contains(text[at + 4]),
            Glyph.isHan(text[at]), Glyph.isHan(text[at + 1])
        {
            lattice.add(placeEdge(at, at + 3, Self.ward))
        }
        // Most characters are ruled out here.
        guard sentence.character(at + 2).has(.placeEnd) || sentence.character(at + 3).has(.placeEnd) else { return }
        var score: Float = 0
        for size in 1...3 {
            guard at + size < count, Glyph.isHan(text[at + size - 1]), !sentence.characters[at + size - 1].has(.stop)
            else { return }
            score -= Float(sentence.characters[at + size - 1].ground) * 0.1
            guard size >= 2 else { continue }
            guard sentence.characters[at + size].has(.placeEnd), let (length, prior) = PlaceEnds.end(text, at + size)
            else {
                continue
            }
            // 筑|坝, 修|堰: what is built.
            if length == 1, Self.building.contains(text[at + size - 1]), Self.built.contains(text[at + size]) {
                continue
            }
            let isWord =
                length == 1
                && tables.node(text[(at + size - 1)..<(at + size + 1)]).map {
                    tables.flags($0).contains(.ordinary)
                } ?? false && !opensBody(sentence, at + size + 1)
            let end = at + size + length
            let own = score + prior - 1.5 - (isWord ? Self.endsAsWord : 0)
            lattice.add(placeEdge(at, end, own))
            // 黄土沟|站
            if length == 1, sentence[end] == 0x7AD9, sentence[end + 1] != 0x5728 {
                lattice.add(placeEdge(at, end + 1, own - 1))
            }
        }
    }
}
