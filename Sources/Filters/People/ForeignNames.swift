/// The edges of foreign names: in characters that stand for sounds, with dots or hyphens or without, and in Latin letters.
extension NameCandidates {
    func foreign(
        _ sentence: NameSentence, _ at: Int, _ tagged: TaggedNames, _ lattice: inout NameLattice
    ) {
        if Glyph.isHan(sentence.folded[at]), sentence.characters[at].foreign == 255, !isBeforeDot(sentence, at) {
            return
        }
        let text = sentence.folded
        let count = sentence.count
        if at > 0, Glyph.isNameDot(text[at - 1]) || (Glyph.isLatin(text[at]) && Glyph.isLatin(text[at - 1])) { return }
        var end = at
        var dots = 0
        var score: Float = 0
        var length = 0
        var given = false
        let locative = sentence.character(at - 1).has(.locative)
        while end < count, length < 24 {
            let c = text[end]
            if Glyph.isHan(c) {
                var cost = sentence.characters[end].foreign
                if cost == 255, dots == 0, isBeforeDot(sentence, end) { cost = Self.strange }
                if cost == 255 {
                    if dots > 0 { toItsEnd(sentence, at, end, score, tagged, &lattice) }
                    break
                }
                score -= Float(cost) * 0.1
                length += 1
                end += 1
                if dots > 0, isAdverb(sentence, end - 1) || tellsTerm(sentence, end - 1) {
                    // 拉吉夫·森|则在, 克莱芒丝·杜兰|任主席
                } else if dots > 0, Glyph.isNameDot(text[end - 2]), soundsOn(sentence, end),
                    !(tagged.span(at: at).map { $0.end == end && $0.probability > Self.sure } ?? false)
                {
                    // 玛莎·奥|康奈尔, where 康奈尔 is a word.
                } else if dots > 0 {
                    lattice.add(edge(at, end, Self.person + Self.foreignDotted + score, .person))
                } else if length >= 4, tables.isTitle(text[(end - 2)..<end]) {
                    // 奥尔加公主: the name has ended.
                } else if isForeignWater(sentence, at, end) {
                    lattice.add(placeEdge(at, end, Self.person + Self.foreignPlain + score))
                } else if length >= 2, length <= 8 {
                    let plain = Self.person + Self.foreignPlain + (length == 2 ? -2 : 0) + score
                    lattice.add(edge(at, end, plain - (locative ? 2 : 0) + tagged.person(at, end), .person))
                    if locative, length >= 3 { lattice.add(placeEdge(at, end, plain + 1)) }
                }
                if length >= 2, dots == 0, sentence.character(end).has(.placeEnd),
                    let (size, _) = PlaceEnds.end(text, end)
                {
                    lattice.add(placeEdge(at, end + size, Self.person + Self.foreignPlain + score - 2))
                }
            } else if end > at, let next = LatinNames.endOfParticles(text, end) {
                end = next
            } else if Glyph.isLatin(c), c <= 0x5A || c >= 0xC0 || end == at {
                // Words in Latin letters with capitals: O'Connor, K.
                var stop = end + 1
                while stop < count,
                    Glyph.isLatin(text[stop])
                        || ((text[stop] == "'" || text[stop] == "’") && stop + 1 < count
                            && Glyph.isLatin(text[stop + 1]))
                { stop += 1 }
                let opened = end
                score -= 4
                length += 1
                end = stop
                if opened == at {
                    given = LatinNames.isGiven(text[at..<end])
                    // jack: but for given names a name has a capital; and redis.Redis is none.
                    let isCode = end + 1 < count && text[end] == "." && Glyph.isLatin(text[end + 1])
                    if isCode || !given && c > 0x5A && c < 0xC0 { return }
                    if !(end < count && Glyph.isNameDot(text[end])) { latinWord(at, end, given, sentence, &lattice) }
                }
                if end < count, text[end] == ".", stop == end { end += 1 }
                if LatinNames.isOther(text[opened..<end]) { return }
                if length >= 2, !(end < count && Glyph.isNameDot(text[end])) {
                    lattice.add(edge(at, end, Self.person - 6 + score + (given ? Self.latinGiven : 0), .person))
                }
                if end + 1 < count, text[end] == " ", Glyph.isLatin(text[end + 1]) { end += 1 }
            } else if Glyph.isNameDot(c), sentence.character(end - 1).has(.numeral),
                sentence.character(end + 1).has(.numeral)
            {
                // 三‧五
                break
            } else if Glyph.isNameDot(c) || c == "-" || c == "‐", end > at, end + 1 < count,
                Glyph.isHan(text[end + 1]) || Glyph.isLatin(text[end + 1]),
                Glyph.isNameDot(c) || foreignAround(sentence, end)
            {
                // Nothing but a name is joined so.
                score += Glyph.isNameDot(c) ? 3 : 8
                dots += 1
                end += 1
            } else {
                break
            }
        }
    }

    /// Whether two characters that are at home in foreign names follow.
    private func soundsOn(_ sentence: NameSentence, _ end: Int) -> Bool {
        max(sentence.character(end).foreign, sentence.character(end + 1).foreign) < Self.possible
    }

    /// Whether a character is an adverb of the clause that goes on, and no part of a name: 则在, 代为, 正伏案.
    func isAdverb(_ sentence: NameSentence, _ at: Int) -> Bool {
        Glyph.isHan(sentence[at + 1]) && !Glyph.isNameDot(sentence[at - 1])
            && (Self.adverbs.contains(sentence[at])
                && !(sentence[at] == "因" && Self.beforeEin.contains(sentence[at - 1]))
                || sentence.has("代为", at: at))
    }

    /// 克莱因, 海因
    private static let beforeEin: StaticWord = "莱海凯韦劳赛坦雷梅齐"
    private static let adverbs: StaticWord = "则也都就将已曾称说并又却正刚因"

    /// Whether a character that seldom stands for a sound belongs to the part of a name before a dot: 缪 of 塞缪尔·.
    private func isBeforeDot(_ sentence: NameSentence, _ at: Int) -> Bool {
        // 拍|克林特·: what seldom opens a name must be a rare word.
        let isFirst = sentence.character(at - 1).foreign == 255
        guard sentence.hasNameDot, !isOfWord(sentence, at, isFirst ? Self.rareFirst : Self.rareAlone),
            let dot = (at + 1...at + 4).first(where: { !Glyph.isHan(sentence[$0]) }), Glyph.isNameDot(sentence[dot])
        else { return false }
        return (dot > at + 1 || !isFirst)
            && (at + 1..<dot).allSatisfy { sentence.characters[$0].foreign != 255 }
    }

    /// Whether a character is a common word, or one with a neighbour: 夫妇|特耶·, 县志·, 库尔班|来.
    private func isOfWord(_ sentence: NameSentence, _ at: Int, _ rare: Float = Self.rareAlone) -> Bool {
        let word = sentence.characters[at].word
        if word.isWord, word.cost < rare { return true }
        return [at - 1, at].contains { start in
            start >= 0 && start + 2 <= sentence.count
                && tables.node(sentence.folded[start..<start + 2]).map { tables.isWord($0) } ?? false
        }
    }

    /// A character that is commoner as a word by itself stands for no sound.
    private static let rareAlone: Float = 9.5
    private static let rareFirst: Float = 10.5

    /// A name with a dot whose last part holds characters that seldom stand for sounds: it ends where no more characters follow,
    /// where a word begins, or where the tagger says.
    private func toItsEnd(
        _ sentence: NameSentence, _ at: Int, _ unknown: Int, _ score: Float, _ tagged: TaggedNames,
        _ lattice: inout NameLattice
    ) {
        var score = score
        // 伊莎贝拉·莫雷诺|摄）
        if sentence[unknown] == "摄" { return }
        for end in unknown..<min(sentence.count, unknown + 6) {
            // 卡尔·伍德|执导: a word, or another such character.
            guard Glyph.isHan(sentence[end]), end == unknown || sentence.characters[end].foreign < Self.usual,
                !(tables.node(sentence.folded[unknown...end]).map { end > unknown && tables.isWord($0) } ?? false)
            else { return }
            score -= Float(min(sentence.characters[end].foreign, Self.strange)) * 0.1
            let isEnd =
                !Glyph.isHan(sentence[end + 1]) && !Glyph.isNameDot(sentence[end + 1])
                || tagged.span(at: end).map { $0.label == .person && $0.start <= unknown && $0.end == end + 1 } ?? false
                || !isOfWord(sentence, unknown) && !isOfWord(sentence, unknown - 1)
                    && lattice.second(end + 1).map { tables.isWord($0) } ?? false
            if isEnd { lattice.add(edge(at, end + 1, Self.person + Self.foreignDotted + score, .person)) }
        }
    }

    /// Whether 任 or 兼 stands at an index with an office behind it.
    func tellsTerm(_ sentence: NameSentence, _ at: Int) -> Bool {
        (sentence[at] == "任" || sentence[at] == "兼") && opensTitle(sentence, at + 1)
    }

    /// The cost of a character that is at home in foreign names.
    private static let usual: UInt8 = 62
    /// How sure the tagger is of a part of one character before such.
    private static let sure: Float = 0.9
    /// The cost of one that may well stand in them: 康, 奈.
    private static let possible: UInt8 = 73
    /// What such a character costs, in tenths of a nat.
    private static let strange: UInt8 = 70

    /// A word in Latin letters that stands by itself: Julia, PeterWalsh.
    private func latinWord(
        _ at: Int, _ end: Int, _ isGiven: Bool, _ sentence: NameSentence, _ lattice: inout NameLattice
    ) {
        let word = sentence.folded[at..<end]
        var cost: Float?
        if let joint = LatinNames.joint(word) {
            cost = lattice.isAfterOffice || LatinNames.isGiven(word[..<joint]) ? Self.latinJoined : 10
        } else if isGiven {
            cost = Self.latinGivenAlone
        } else if word[at] <= 0x5A, lattice.isAfterOffice, LatinNames.isName(word) {
            cost = Self.latinAlone
        }
        if let cost { lattice.add(edge(at, end, Self.person - cost, .person)) }
    }

    /// Whether a stretch is a long foreign name with the word for a water or a coast behind it, as the tagger takes for a
    /// person sometimes: 巴伦支海. Names of persons end so too where they are short: 欧阳海.
    func isForeignWater(_ sentence: NameSentence, _ start: Int, _ end: Int) -> Bool {
        end - start >= 4 && Self.waters.contains(sentence[end - 1])
            && (start..<end - 1).allSatisfy { sentence.characters[$0].foreign != 255 }
    }

    private static let waters: StaticWord = "海洋湾湖河岛角峰"

    /// Whether a hyphen joins two parts of a foreign name: transliteration characters on both sides.
    func foreignAround(_ sentence: NameSentence, _ at: Int) -> Bool {
        [-1, 1, 2].allSatisfy { sentence.character(at + $0).foreign != 255 }
    }
}
