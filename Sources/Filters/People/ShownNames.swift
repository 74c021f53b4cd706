import QuandianText

/// What the document shows elsewhere, where it stands again.
extension NameCandidates {
    /// Whether the evidence could show a name in a sentence where the first reading saw none, or one that goes on further.
    ///
    /// - Parameter mark: the first mark that does not end before a character.
    func mayShowMore(_ sentence: NameSentence, mark: (Int) -> (range: Range<Int>, kind: MarkKind)?) -> Bool {
        let text = sentence.folded
        for at in 0..<text.count {
            let first = text[at]
            let begins = evidence.mayBegin(first, at + 1 < text.count ? text[at + 1] : 0)
            guard begins || evidence.isSurname(first) else { continue }
            let offset = sentence.offsets[at]
            let marked = mark(at).flatMap { $0.range.lowerBound <= offset ? $0 : nil }
            if begins, marked == nil || marked?.kind != .role && marked?.range.lowerBound == offset {
                var hash = NameEvidence.seed
                var end = at
                while end < text.count, end - at < 31 {
                    hash = NameEvidence.extend(hash, Glyph.isNameDot(text[end]) ? 0xB7 : text[end])
                    end += 1
                    if evidence.lengths >> UInt32(end - at) == 0 { break }
                    if evidence.lengths & (1 << UInt32(end - at)) == 0 { continue }
                    if let marked {
                        if let shown = evidence.name(hash), mayCorrect(marked, shown, end, sentence) { return true }
                    } else if evidence.name(hash) != nil || evidence.isStem(hash) || evidence.isPlace(hash) {
                        return true
                    }
                }
            }
            // 范总, which the first reading took for a name.
            if let marked, marked.kind == .person, marked.range.lowerBound == offset, at + 2 < sentence.offsets.count,
                sentence.offsets[at + 2] == marked.range.upperBound, evidence.isSurname(first),
                Self.isShortAddress(sentence, at + 1)
            {
                return true
            }
            if marked == nil, evidence.isSurname(first), at + 1 < text.count {
                if addressed(sentence, at + 1) { return true }
                // 程老, 沈公
                if text[at + 1] == "老" || text[at + 1] == "公" { return true }
                if at > 0, text[at - 1] == "老" || text[at - 1] == "小" { return true }
            }
        }
        return false
    }

    /// Whether a name that the document shows and that begins where a mark does may be right where the mark is wrong.
    private func mayCorrect(
        _ mark: (range: Range<Int>, kind: MarkKind), _ shown: NameEvidence.Shown, _ end: Int, _ sentence: NameSentence
    ) -> Bool {
        let (offset, stop) = (sentence.offsets[end], mark.range.upperBound)
        let isRepeated = !shown.isPart && shown.count > 1
        switch mark.kind {
        // 建华, where the document shows 陈建华; 邹远|志, where it shows 邹远志
        case .place: return offset == stop || offset > stop && isRepeated
        // 邹远志率|县医院
        case .organisation: return offset < stop && isRepeated
        // 高洁正伏案, where the document knows 高洁, and 骆青|崖, where it knows 骆青崖.
        default:
            return !shown.isPart && !Glyph.isNameDot(sentence[end]) && (offset < stop || offset > stop && isRepeated)
        }
    }

    /// What the document shows elsewhere.
    func shown(_ sentence: NameSentence, _ at: Int, _ tagged: TaggedNames, _ lattice: inout NameLattice) {
        if sentence.isSelf(at) { return }
        let text = sentence.folded
        let count = sentence.count
        let first = text[at]
        if evidence.mayBegin(first, sentence[at + 1]) {
            var hash = NameEvidence.seed
            var end = at
            var hasShorter = false
            while end < count, end - at < 31 {
                hash = NameEvidence.extend(hash, Glyph.isNameDot(text[end]) ? 0xB7 : text[end])
                end += 1
                if evidence.lengths >> UInt32(end - at) == 0 { break }
                if evidence.lengths & (1 << UInt32(end - at)) == 0 { continue }
                let isStem = evidence.isStem(hash) && !PlaceEnds.isLevel(sentence[end])
                if isStem
                    || evidence.isPlace(hash) && evidence.name(hash) == nil
                        && (end - at > 2 || !sentence.tellsOfMatches && isSetOff(sentence, end, lattice))
                {
                    let score = max(-12, min(-6.5, wordScore(sentence, at, end) + 6))
                    lattice.add(placeEdge(at, end, score))
                }
                // 康健步道: names inside names are not marked.
                if sentence.character(end).has(.placeEnd), PlaceEnds.end(text, end)?.length == 2 { continue }
                guard let shown = evidence.name(hash), !followedByYear(sentence, end), !namesDoctrine(sentence, end),
                    end - at > 2 || !ofKind(sentence, end),
                    !Glyph.isLatin(first) || !Glyph.isLatin(sentence[at - 1]) && !Glyph.isLatin(sentence[end])
                else { continue }
                // Letters together are one word.
                let plain = Glyph.isLatin(first) ? -8 : wordScore(sentence, at, end)
                let isWord = tables.node(text[at..<end]) != nil
                let clarity = min(shown.strength, isWord ? 2 : 10) * 0.1
                let gain: Float =
                    (isWord && !lattice.isAnnounced ? Self.shownWord : Self.shownName) + clarity
                    - (shown.isPart ? 2.5 : 0) + (hasShorter && !shown.isPart && shown.count > 1 ? Self.goesOn : 0)
                hasShorter = hasShorter || !shown.isPart
                let score = min(-5, plain + gain) + tagged.familiar(at, end)
                lattice.add(
                    edge(at, end, score + (opensSpeech(sentence, at, end) ? Self.speaks : 0), .person))
                // 守信|哥, where the document shows 韩守信
                if shown.isPart, end - at == 2, let kin = lengthOfKin(end, sentence) {
                    lattice.add(edge(at, end + kin, score + Self.withKin, .person))
                }
            }
        }
    }

    /// Whether a place of two characters ends at an index: 梓溪|人, but not 云江|龙.
    private func isSetOff(_ sentence: NameSentence, _ end: Int, _ lattice: NameLattice) -> Bool {
        RepeatedPlaces.kinds.contains(sentence.folded[end - 1]) && sentence.folded[end - 1] != "江"
            || !opensNothing(sentence, end, lattice)
    }

    /// Whether a character belongs to no word that begins with it, so that it may belong to the name before: 云江|龙.
    private func opensNothing(_ sentence: NameSentence, _ at: Int, _ lattice: NameLattice) -> Bool {
        at < sentence.count && Glyph.isHan(sentence.folded[at]) && lattice.second(at) == nil
            && !tables.has(sentence.folded[at], .stop) && !tables.has(sentence.folded[at], .locative)
            && !tables.has(sentence.folded[at], .joining)
    }

    /// Whether a stretch opens its block and a colon follows: 任可：
    private func opensSpeech(_ sentence: NameSentence, _ start: Int, _ end: Int) -> Bool {
        sentence[end] == ":" && sentence.opensBlock && (start == 0 || Glyph.isSpace(sentence[start - 1]) && start < 4)
    }

    /// Whether 之 follows and no kin or word of the person's: 方寸之地, but 张伟之子.
    private func ofKind(_ sentence: NameSentence, _ end: Int) -> Bool {
        sentence[end] == "之" && !Self.ofPersons.contains(sentence[end + 1])
    }

    /// What a mention elsewhere is worth for a name that is a word of the language too.
    private static let shownWord: Float = 2
    /// The same for a name that is none.
    private static let shownName: Float = 9
    /// What a name gains that is shown twice at least and goes on where another that is shown ends: 骆青崖 over 骆青.
    private static let goesOn: Float = 12
}
