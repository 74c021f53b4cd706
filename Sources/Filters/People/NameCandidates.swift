import QuandianText

/// Lays the edges of a sentence's lattice: words, persons, places.
///
/// Scores are natural logarithms of probabilities. The shares of the kinds of names among all tokens were counted on
/// the train parts (a person is one token in seventy); the rest were set on the development documents.
struct NameCandidates {
    let tables: NameTables
    let evidence: NameEvidence

    static let person: Float = -4.2
    private static let threeCharacters: Float = -0.5
    private static let twoCharacters: Float = -1.2
    private static let compound: Float = -1.0
    static let foreignDotted: Float = -3
    static let foreignPlain: Float = -6.4
    private static let surnameAlone: Float = -2.2
    private static let familiar: Float = -3.5
    /// What a mention elsewhere is worth for a name that is a word of the language too.
    private static let shownWord: Float = 2
    /// The same for a name that is none.
    private static let shownName: Float = 9
    /// What a name gains that is shown twice at least and goes on where another that is shown ends: 骆青崖 over 骆青.
    private static let goesOn: Float = 12
    /// What an ordinary word must have beside it to be a name.
    private static let ordinary: Float = 7
    /// What it gains where an office in full announces a person and the word is rarer than `rare`, or where it is all that
    /// follows a label.
    private static let announced: Float = 6
    private static let rare: Float = 11.2
    /// What a surname without a name costs: 张某.
    private static let anonymous: Float = 1
    /// A single word in Latin letters after an office.
    static let latinAlone: Float = 6
    /// A given name in Latin letters by itself, two words run together, and what a given name adds to a name of two words.
    static let latinGivenAlone: Float = 0
    static let latinJoined: Float = 2
    static let latinGiven: Float = 4
    /// What a place pays whose last two characters are a word: 望江台|走路.
    static let endsAsWord: Float = 6
    /// A name in a row of names set apart by wide space, whatever word it is.
    private static let rostered: Float = -2
    /// A place in a list that the text counts, whatever characters it is made of.
    private static let counted: Float = -5
    /// What a name behind an office gains of what the tagger's silence took from it.
    private static let behindOffice: Float = 3.5
    /// An ordinary word that stands by as many nats more seldom behind an office than elsewhere may be a name there like any other.
    private static let clearly: Float = 0.6
    /// Whoever opens a line before a colon speaks.
    private static let speaks: Float = 4

    init(_ tables: NameTables, _ evidence: NameEvidence) {
        self.tables = tables
        self.evidence = evidence
    }

    func lay(_ sentence: NameSentence, tagged: TaggedNames, into lattice: inout NameLattice) {
        lattice.begin(sentence, tables)
        let count = sentence.count
        let rosters = sentence.isSetWide ? Roster.names(sentence) : []
        let counted = CountedPlaces.find(sentence, tables)
        for at in 0..<count {
            lattice.openPlace()
            let opened = lattice.edges.count
            let ordinary = words(sentence, at, tagged, &lattice)
            let first = sentence.folded[at]
            guard Glyph.isHan(first) || Glyph.isLatin(first) else { continue }
            let mine = lattice.edges.count
            persons(sentence, at, &lattice)
            lattice.weigh(from: mine, tagged)
            // An office before it says more of a name than the tagger's silence says against it.
            if lattice.edges.count > mine, tagged.span(at: at) == nil, lattice.isAnnounced || lattice.isAfterOffice {
                lattice.favour(from: mine, by: Self.behindOffice) { tagged.overlapping(at, $0) == nil }
            }
            if at == 0, sentence.opensBlock { lattice.favour(from: mine, by: Self.speaks) { sentence[$0] == 0x3A } }
            foreign(sentence, at, tagged, &lattice)
            if let span = tagged.span(at: at), span.start == at {
                let odds = TaggedNames.odds(span.probability)
                let plain = wordScore(sentence, at, span.end)
                let isWater = isForeignWater(sentence, at, span.end)
                let isAddressed =
                    span.end == at + 2 && evidence.isSurname(first) && Self.isShortAddress(sentence, at + 1)
                if span.label == .person, !isWater, !isAddressed, !followedByYear(sentence, span.end),
                    !namesDoctrine(sentence, span.end)
                {
                    lattice.add(edge(at, span.end, plain + 1 + odds, .person))
                } else if span.label == .place || span.label == .person && isWater,
                    !endsWithBody(sentence, at, span.end),
                    // 建华, where the document shows 陈建华
                    span.probability >= PlaceFinder.trusted || evidence.name(hash(of: sentence, at..<span.end)) == nil
                {
                    lattice.add(placeEdge(at, span.end, plain + 1 + odds))
                }
            }
            if ordinary.all != 0 {
                let named = lattice.isAnnounced ? ordinary.rare | ordinary.all & lattice.labelled : 0
                lattice.discount(from: opened, lengths: ordinary.all & ~named, by: Self.ordinary)
                lattice.discount(from: opened, lengths: named, by: -Self.announced)
                // 和平 stands in every paper, and hardly ever behind an office but as a name.
                if lattice.isAnnounced {
                    for (length, rarity) in [(2, ordinary.rarityOfTwo), (3, ordinary.rarityOfThree)]
                    where rarity > Self.clearly {
                        let lengths = ordinary.all & ~named & (1 << UInt32(length))
                        lattice.discount(from: opened, lengths: lengths, by: -Self.ordinary - rarity)
                    }
                }
            }
            if !rosters.isEmpty, let name = rosters.first(where: { $0.lowerBound == at }) {
                lattice.add(edge(at, name.upperBound, Self.rostered, .person))
            }
            if let place = counted.first(where: { $0.lowerBound == at }) {
                lattice.add(placeEdge(at, place.upperBound, Self.counted))
            }
            // What its setting shows may be any word.
            let shownBySetting = lattice.edges.count
            cued(sentence, at, &lattice)
            if lattice.edges.count > shownBySetting { lattice.weigh(from: shownBySetting, tagged) }
            if sentence.isTurn { speaker(sentence, at, &lattice) }
            if sentence.opensBlock, at <= 1 { speakerWithOffice(sentence, at, &lattice) }
            shown(sentence, at, tagged, &lattice)
            if Glyph.isHan(first) {
                places(sentence, at, &lattice)
                tradeName(sentence, at, &lattice)
                if Self.mayBeginLocal(sentence[at + 2]) || Self.mayBeginLocal(sentence[at + 3]) {
                    localBody(sentence, at, &lattice)
                }
            }
        }
        lattice.openPlace()
    }

    /// Whether the evidence could show a name in a sentence where the first reading saw none, or one that goes on further.
    ///
    /// - Parameter mark: the first mark that does not end before a character.
    func mayShowMore(_ sentence: NameSentence, mark: (Int) -> Mark?) -> Bool {
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
                if text[at + 1] == 0x8001 || text[at + 1] == 0x516C { return true }
                if at > 0, text[at - 1] == 0x8001 || text[at - 1] == 0x5C0F { return true }
            }
        }
        return false
    }

    /// Whether a name that the document shows and that begins where a mark does may be right where the mark is wrong.
    private func mayCorrect(_ mark: Mark, _ shown: NameEvidence.Shown, _ end: Int, _ sentence: NameSentence) -> Bool {
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

    // MARK: Words

    /// The lengths of the ordinary words that begin at a character and look like names, as bits; and of those that are rare.
    private struct Ordinary {
        var all: UInt32 = 0
        var rare: UInt32 = 0
        /// How much more seldom words of two characters and of three stand behind an office than elsewhere, in nats.
        var rarityOfTwo: Float = 0
        var rarityOfThree: Float = 0

        mutating func insert(_ length: Int, isRare: Bool) {
            all |= 1 << UInt32(min(31, length))
            // 春华秋|实: no name ends within a set phrase.
            if length >= 4 { all |= 1 << UInt32(length - 1) }
            if isRare { rare |= 1 << UInt32(min(31, length)) }
        }
    }

    /// Lays the words that begin at a character. Returns the ordinary ones that look like names.
    private func words(
        _ sentence: NameSentence, _ at: Int, _ tagged: TaggedNames, _ lattice: inout NameLattice
    ) -> Ordinary {
        let first = sentence.folded[at]
        if !Glyph.isHan(first) {
            var end = at + 1
            var key = first
            if Glyph.isDigit(first) {
                key = 0x30
                while end < sentence.count, Glyph.isDigit(sentence.folded[end]) || sentence.folded[end] == 0x2E {
                    end += 1
                }
            } else if Glyph.isLatin(first) {
                key = 0x41
                while end < sentence.count, Glyph.isLatin(sentence.folded[end]) { end += 1 }
            } else if Glyph.isSpace(first) {
                key = 0x20
                while end < sentence.count, Glyph.isSpace(sentence.folded[end]) { end += 1 }
            }
            let node = tables.root(key) ?? -1
            let known = node >= 0 && tables.isWord(node)
            let isOffice = key == 0x41 && RoleFinder.isLatinOffice(sentence.folded[at..<end])
            lattice.add(
                NameLattice.Edge(
                    start: Int32(at), end: Int32(end), score: known ? -tables.cost(node) : -8,
                    afterPerson: known ? tables.afterPerson(node) : 0,
                    beforePerson: isOffice ? Self.latinOffice : known ? tables.beforePerson(node) : 0,
                    node: Int32(known ? node : -1), kind: .word,
                    joins: first == 0x3001 || key == 0x20 || first == 0x2C, isOffice: isOffice))
            return Ordinary()
        }
        var ordinary = Ordinary()
        if isOfCountries(sentence, at) { ordinary.insert(2, isRare: true) }
        var single = false
        if let stop = paddedLabel(sentence, at) { label(sentence, at, stop, -12, &lattice) }
        var node = Int(sentence.characters[at].root)
        var word = sentence.characters[at].word
        var end = at
        while node != 0 {
            end += 1
            if let cost = word.personCost, !followedByYear(sentence, end), !namesDoctrine(sentence, end) {
                lattice.add(edge(at, end, -cost + tagged.person(at, end), .person))
            }
            if word.isWord {
                if end == at + 1 { single = true }
                let flags = word.flags
                if flags.contains(.ordinary) {
                    ordinary.insert(end - at, isRare: word.cost > Self.rare)
                    if end == at + 2 { ordinary.rarityOfTwo = -word.behindAnOffice }
                    if end == at + 3 { ordinary.rarityOfThree = -word.behindAnOffice }
                }
                lattice.add(
                    NameLattice.Edge(
                        start: Int32(at), end: Int32(end), score: -word.cost, afterPerson: word.afterPerson,
                        beforePerson: word.beforePerson
                            + (flags.contains(.role) && isOfficeInFull(sentence, at) ? Self.fullOffice : 0),
                        node: Int32(node), kind: .word, joins: end == at + 1 && sentence.characters[at].has(.joining),
                        isOffice: !flags.isDisjoint(with: [.role, .rolePart])
                            || end == at + 1 && isShortAddressOfKnown(sentence, at)))
                if flags.contains(.role), isOfficeInFull(sentence, at) { lattice.announce(end) }
                if flags.contains(.role) { label(sentence, at, end, -word.cost, &lattice) }
            }
            guard end < sentence.count,
                let next = end == at + 1 ? lattice.second(at) : tables.child(node, sentence.folded[end])
            else { break }
            node = next
            word = tables.word(next)
        }
        if !single {
            lattice.add(
                NameLattice.Edge(
                    start: Int32(at), end: Int32(at + 1), score: -16, afterPerson: 0, beforePerson: 0, node: -1,
                    kind: .word, joins: false, isOffice: false))
        }
        return ordinary
    }

    /// Whether a character says what somebody is or becomes: 雷震|任大队长, 呼延静|生于, 媚卿|年十九.
    func isVerbOfLife(_ sentence: NameSentence, _ at: Int) -> Bool {
        let next = sentence[at + 1]
        switch sentence[at] {
        // 任 为
        case 0x4EFB, 0x4E3A: return opensTitle(sentence, at + 1)
        // 生于 生在
        case 0x751F: return next == 0x4E8E || next == 0x5728
        // 年仅 年方 年约 年届 年已 年十九
        case 0x5E74: return Glyph.isDigit(next) || tables.has(next, .numeral) || Self.ofAge.contains(next)
        default: return false
        }
    }

    private static let ofAge: StaticWord = "仅方约届已逾过"

    /// Whether an office begins at an index.
    private func opensTitle(_ sentence: NameSentence, _ at: Int) -> Bool {
        (2...5).contains { at + $0 <= sentence.count && tables.isTitle(sentence.folded[at..<(at + $0)]) }
    }

    /// Whether two characters speak of countries: 俄乌, 马方, 乌军.
    private func isOfCountries(_ sentence: NameSentence, _ at: Int) -> Bool {
        let next = sentence[at + 1]
        if sentence.characters[at].has(.country) {
            return next == 0x65B9 || next == 0x519B || sentence.character(at + 1).has(.country)
        }
        return next == 0x65B9 && sentence.characters[at].has(.party)
    }

    /// Whether an office stands with its body before it, or in a list of offices: 宣传部部长, 县委常委、副县长, 由副主任.
    private func isOfficeInFull(_ sentence: NameSentence, _ at: Int) -> Bool {
        var start = at
        while sentence[start - 1] == 0x526F || sentence.has("常务", at: start - 2) || sentence.has("党委", at: start - 2)
            || sentence.has("党组", at: start - 2)
        {
            start -= sentence[start - 1] == 0x526F ? 1 : 2
        }
        return sentence.character(start - 1).has(.beforeOffice) || !Glyph.isHan(sentence[start - 1])
    }

    private static let fullOffice: Float = 4
    /// What an office in Latin letters says of a person behind it: CEO.
    private static let latinOffice: Float = 5

    /// 记者： 记者　 组　长： — an office as a label; what follows is a name more often than after the office alone.
    private func label(
        _ sentence: NameSentence, _ at: Int, _ end: Int, _ score: Float, _ lattice: inout NameLattice
    ) {
        var stop = end
        while Glyph.isSpace(sentence[stop]), stop - end < 6 { stop += 1 }
        let spaced = stop > end
        var colon = false
        if sentence[stop] == 0x3A {
            colon = true
            stop += 1
            while Glyph.isSpace(sentence[stop]) { stop += 1 }
        }
        guard colon || spaced, stop < sentence.count else { return }
        // Two to four characters that stand alone after a label are a name, almost whatever they are.
        var tail = stop
        while Glyph.isHan(sentence[tail]), tail - stop < 5 { tail += 1 }
        let alone =
            tail - stop >= 2 && tail - stop <= 4
            && !Self.utterances.contains { $0.elementsEqual(sentence.folded[stop..<tail]) }
        lattice.announce(stop, alone ? tail - stop : nil)
        lattice.add(
            NameLattice.Edge(
                start: Int32(at), end: Int32(stop), score: score - 4, afterPerson: 0,
                beforePerson: (colon ? 5.5 : 5) + (alone ? (colon ? 8 : 6) : 0),
                node: -1, kind: .word, joins: false, isOffice: false))
    }

    /// What a speaker says in one word.
    private static let utterances: StaticWords = [
        "谢谢", "多谢", "好的", "是的", "对的", "没有", "不是", "当然", "再见", "您好", "大家好", "谢谢大家",
    ]

    private func hash(of sentence: NameSentence, _ range: Range<Int>) -> UInt64 {
        sentence.folded[range].reduce(NameEvidence.seed) { NameEvidence.extend($0, $1) }
    }

    /// The score of the best reading of a short stretch as words alone.
    private func wordScore(_ sentence: NameSentence, _ start: Int, _ end: Int) -> Float {
        let size = end - start
        if size > 12 { return -9 * Float(size) }
        var best = InlineArray<13, Float>(repeating: -1e9)
        best[0] = 0
        for at in 0..<size {
            best[at + 1] = max(best[at + 1], best[at] - 16)
            var next = tables.root(sentence.folded[start + at])
            var stop = at
            while let node = next {
                stop += 1
                if tables.isWord(node) { best[stop] = max(best[stop], best[at] - tables.cost(node)) }
                guard stop < size else { break }
                next = tables.child(node, sentence.folded[start + stop])
            }
        }
        return best[size]
    }

    /// The end of an office whose characters stand apart: of two, 组　长, before a colon; of more, 审　判　长, before a colon or
    /// more white space. Nil where there is none.
    private func paddedLabel(_ sentence: NameSentence, _ at: Int) -> Int? {
        guard Glyph.isSpace(sentence[at + 1]), var node = tables.root(sentence[at]) else { return nil }
        var end = at
        var size = 1
        var gap = 0
        var found: Int?
        while size < 6 {
            var next = end + 1
            while Glyph.isSpace(sentence[next]), next - end < 5 { next += 1 }
            let width = next - end - 1
            guard width > 0, gap == 0 || width == gap, Glyph.isHan(sentence[next]),
                let child = tables.child(node, sentence[next])
            else { break }
            gap = width
            node = child
            end = next
            size += 1
            let isOffice = tables.isWord(node) && tables.flags(node).contains(.role)
            if isOffice, sentence[end + 1] == 0x3A || size > 2 && Glyph.isSpace(sentence[end + 1]) { found = end + 1 }
        }
        return found
    }

    // MARK: Persons

    func edge(_ start: Int, _ end: Int, _ score: Float, _ kind: NameLattice.Kind) -> NameLattice.Edge {
        NameLattice.Edge(
            start: Int32(start), end: Int32(end), score: score, afterPerson: 0, beforePerson: 0, node: -1, kind: kind,
            joins: false, isOffice: false)
    }

    private func persons(_ sentence: NameSentence, _ at: Int, _ lattice: inout NameLattice) {
        let text = sentence.folded
        let count = sentence.count
        let first = text[at]
        guard Glyph.isHan(first) else { return }
        let character = sentence.characters[at]
        if character.surname != 255 {
            let surname = Float(character.surname) * 0.1
            given(sentence, at, at + 1, Self.person - surname, &lattice)
            // 王书记: the office must follow, which the lattice sees to.
            let known = evidence.isSurname(first)
            // 由|会长, 代|省长
            let isLikely =
                !Self.beforeOffices.contains(first) && (character.surname < 75 || !Glyph.isHan(sentence[at - 1]))
                || known
            if at + 2 < count, isLikely, !isTerm(sentence, at), !isParty(sentence, at),
                known || !endsBody(sentence, at),
                addressed(sentence, at + 1),
                known || !(character.has(.country) || character.has(.party) && character.surname > 40)
                    || !isOfState(sentence, at + 1), known || !ShortPlaces.opensOffice(sentence, at)
            {
                lattice.add(
                    edge(at, at + 1, Self.person + Self.surnameAlone - surname * 0.7 + (known ? 4 : 0), .surname))
            }
        }
        if at + 2 < count, character.has(.compoundSurname), let node = tables.child(Int(character.root), text[at + 1]),
            let cost = tables.surnameCost(node)
        {
            given(sentence, at, at + 2, Self.person + Self.compound - cost, &lattice)
            if at + 3 < count, addressed(sentence, at + 2) {
                lattice.add(edge(at, at + 2, Self.person + Self.surnameAlone - cost, .surname))
            }
            // 欧阳奶奶
            if let kin = Self.kin.first(in: sentence, at: at + 2) {
                lattice.add(edge(at, at + 2 + kin.count, Self.person + Self.familiar - cost, .person))
            }
        }
        if character.surname < 75, at + 1 < count { elder(sentence, at, &lattice) }
        // 老王 小李 阿川
        if at + 1 < count, first == 0x8001 || first == 0x5C0F || first == 0x963F {
            let next = sentence.characters[at + 1]
            if first == 0x963F {
                lattice.add(edge(at, at + 2, Self.person - 11, .person))
                // 阿良哥俩: the two are brothers.
                if sentence.character(at + 2).has(.elder), sentence[at + 3] != 0x4FE9, sentence[at + 3] != 0x4EEC {
                    lattice.add(edge(at, at + 3, Self.person - 10, .person))
                }
            } else if next.surname != 255 {
                let known = evidence.isSurname(text[at + 1])
                lattice.add(
                    edge(
                        at, at + 2, Self.person + Self.familiar - Float(next.surname) * 0.1 + (known ? 4 : 0), .person))
            }
        }
    }

    /// 赵姨, 程老, 沈公: a surname with what the old and the young are called by; 老 and 公 where the document knows the surname.
    private func elder(_ sentence: NameSentence, _ at: Int, _ lattice: inout NameLattice) {
        let next = sentence[at + 1]
        let isElder = sentence.character(at + 1).has(.elder)
        switch next {
        // 老 公 奶 阿 大
        case 0x8001, 0x516C, 0x5976, 0x963F, 0x5927: break
        default: if !isElder { return }
        }
        // 田奶奶
        if let kin = Self.kin.first(in: sentence, at: at + 1),
            evidence.isSurname(sentence[at]) || !Glyph.isHan(sentence[at - 1]) || lattice.isAfterOffice
        {
            let surname = Float(sentence.characters[at].surname) * 0.1
            lattice.add(edge(at, at + 1 + kin.count, Self.person + Self.familiar - surname, .person))
            return
        }
        guard isElder || next == 0x8001 || next == 0x516C else { return }
        let known = evidence.isSurname(sentence[at])
        // 李公司, 王老师, 师姐妹, 张哥哥: a longer word.
        // 祥林嫂 is no 林嫂.
        let isFree = known || !Glyph.isHan(sentence[at - 1]) || lattice.isAfterOffice
        guard isElder && isFree || known, sentence[at + 2] != next, !sentence.character(at + 2).has(.elder),
            tables.node(sentence.folded[at...(at + 1)]).map({ !tables.isWord($0) }) ?? true,
            at + 2 >= sentence.count
                || tables.node(sentence.folded[(at + 1)...(at + 2)]).map({ !tables.isWord($0) }) ?? true,
            !Self.afterOld.contains(sentence[at + 2])
        else { return }
        let surname = Float(sentence.characters[at].surname) * 0.1
        lattice.add(
            edge(at, at + 2, Self.person + Self.familiar - surname + (known ? 4 : 0), .person))
    }

    private static let kin: StaticWords = [
        "奶奶", "爷爷", "婆婆", "公公", "伯伯", "叔叔", "阿姨", "大爷", "大娘", "大妈", "大叔", "大婶", "大伯", "大嫂", "大哥", "大姐", "婶子", "嫂子",
    ]

    /// 质监科副科长: whether a character that is a surname too ends a body's name there.
    private func endsBody(_ sentence: NameSentence, _ at: Int) -> Bool {
        Glyph.isHan(sentence[at - 1]) && Self.bodyEnds.contains(sentence[at])
    }

    private static let beforeOffices: StaticWord = "由代和经原"
    private static let bodyEnds: StaticWord = "科党区乡县州省校"

    /// 对方教练, 我方代表
    private func isParty(_ sentence: NameSentence, _ at: Int) -> Bool {
        sentence[at] == 0x65B9 && Self.parties.contains(sentence[at - 1])
    }

    private static let parties: StaticWord = "对我双各多警校院资甲乙买卖官军"

    /// Whether an office of state follows, which a country has: 法外长, 伊副总理.
    private func isOfState(_ sentence: NameSentence, _ at: Int) -> Bool {
        let start = at + (sentence[at] == 0x526F ? 1 : 0)
        return Self.officesOfState.contains(in: sentence, at: start)
    }

    private static let officesOfState: StaticWords = ["外长", "外交", "总理", "总统", "国防", "防长", "议长", "首相", "国王", "大使", "驻"]

    /// Whoever opens a turn of a talk, before the colon, whatever word it is: 马上：
    private func speaker(_ sentence: NameSentence, _ at: Int, _ lattice: inout NameLattice) {
        guard sentence.opensBlock, at <= 3, sentence.characters[at].surname < 85,
            let size = (2...4).first(where: { !Glyph.isHan(sentence[at + $0]) }), sentence[at + size] == 0x3A
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
    private func speakerWithOffice(_ sentence: NameSentence, _ at: Int, _ lattice: inout NameLattice) {
        guard sentence.characters[at].surname != 255, at + 5 < sentence.count,
            let size = (4...5).first(where: { !Glyph.isHan(sentence[at + $0]) }), sentence[at + size] == 0x3A
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
    /// A commoner word before a colon is no name.
    static let rareEnough: Float = 9.4
    /// What a speaker's name is worth at the head of a turn.
    private static let turn: Float = -3

    /// What the document shows elsewhere.
    private func shown(_ sentence: NameSentence, _ at: Int, _ tagged: TaggedNames, _ lattice: inout NameLattice) {
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
                        && (end - at > 2 || !sentence.tellsOfMatches && !opensNothing(sentence, end, lattice))
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

    /// The length of what the old and the young are called by, at an index, where no longer word begins with it.
    private func lengthOfKin(_ at: Int, _ sentence: NameSentence) -> Int? {
        if let kin = Self.kin.first(in: sentence, at: at) { return kin.count }
        guard sentence.character(at).has(.elder), !sentence.character(at + 1).has(.elder) else { return nil }
        let isWord =
            at + 1 < sentence.count
            && tables.node(sentence.folded[at...(at + 1)]).map { tables.isWord($0) } ?? false
        return isWord ? nil : 1
    }

    /// What a given name gains with 哥 or 奶奶 behind it.
    private static let withKin: Float = 4

    /// Whether a character belongs to no word that begins with it, so that it may belong to the name before: 云江|龙.
    private func opensNothing(_ sentence: NameSentence, _ at: Int, _ lattice: NameLattice) -> Bool {
        at < sentence.count && Glyph.isHan(sentence.folded[at]) && lattice.second(at) == nil
            && !tables.has(sentence.folded[at], .stop) && !tables.has(sentence.folded[at], .locative)
            && !tables.has(sentence.folded[at], .joining)
    }

    /// Whether a stretch opens its block and a colon follows: 任可：
    private func opensSpeech(_ sentence: NameSentence, _ start: Int, _ end: Int) -> Bool {
        sentence[end] == 0x3A && sentence.opensBlock && (start == 0 || Glyph.isSpace(sentence[start - 1]) && start < 4)
    }

    /// Whether a count of people follows that belongs to a list of names: 二君, 三人.
    private func counted(_ sentence: NameSentence, _ last: Int) -> Bool {
        sentence.character(last).has(.numeral) && Self.countsPeople(sentence[last + 1])
    }

    /// 君 人 位 名 者
    static func countsPeople(_ character: UInt16) -> Bool {
        switch character {
        case 0x541B, 0x4EBA, 0x4F4D, 0x540D, 0x8005: true
        default: false
        }
    }

    /// Whether a year of a reign follows, 光绪十九年, 宣统元年, and no year like 一九九八年.
    func followedByYear(_ sentence: NameSentence, _ end: Int) -> Bool {
        var at = end
        while at - end < 4, sentence.character(at).has(.numeral) { at += 1 }
        guard sentence[at] == 0x5E74 else { return false }
        // 柳小卿|年十九: how old she is.
        if at == end,
            tables.has(sentence[at + 1], .numeral) || Glyph.isDigit(sentence[at + 1])
                || Self.ofAge.contains(sentence[at + 1])
        {
            return false
        }
        return !(at - end == 4 && (sentence[end + 1] == 0x4E5D || sentence[end + 1] == 0x516B))
    }

    /// Whether 之 follows and no kin or word of the person's: 方寸之地, but 张伟之子.
    private func ofKind(_ sentence: NameSentence, _ end: Int) -> Bool {
        sentence[end] == 0x4E4B && !Self.ofPersons.contains(sentence[end + 1])
    }

    /// 之 with kin or a word of the person's behind it.
    func isBeforeKin(_ sentence: NameSentence, _ at: Int) -> Bool {
        sentence[at] == 0x4E4B && Self.ofPersons.contains(sentence[at + 1])
    }

    private static let ofPersons: StaticWord = "子女妻夫父母兄弟姐妹孙侄师徒友死墓名言语文诗书画手口作说事功过罪"

    /// Whether a person's name ends where a doctrine is named after it: 马克思主义.
    func namesDoctrine(_ sentence: NameSentence, _ end: Int) -> Bool {
        sentence[end] == 0x4E3B && sentence[end + 1] == 0x4E49
    }

    func placeEdge(_ start: Int, _ end: Int, _ score: Float) -> NameLattice.Edge {
        NameLattice.Edge(
            start: Int32(start), end: Int32(end), score: score, afterPerson: -1, beforePerson: -1, node: -1,
            kind: .place, joins: false, isOffice: false)
    }

    private func given(_ sentence: NameSentence, _ at: Int, _ from: Int, _ base: Float, _ lattice: inout NameLattice) {
        let text = sentence.folded
        guard from < sentence.count, !followedByYear(sentence, from + 1) else { return }
        if Glyph.isHan(text[from]), !isVerbOfLife(sentence, from) {
            let one = sentence.characters[from]
            // 周一 … 周末
            if text[at] == 0x5468, from == at + 1, sentence.characters[from].has(.weekday) { return }
            if counted(sentence, from) { return }
            // 张某; but 朱|老总
            let isOld = text[from] == 0x8001
            // 孙伯|守着, 何太|仍, where the document knows the surname.
            let isElder = from == at + 1 && (one.has(.elder) || text[from] == 0x592A) && evidence.isSurname(text[at])
            // 范总, 孙君, where the document knows the surname.
            let isAddressed = from == at + 1 && evidence.isSurname(text[at]) && Self.isShortAddress(sentence, from)
            if !isAddressed, !isOld || !Self.afterOld.contains(sentence[from + 1]) {
                lattice.add(
                    edge(
                        at, from + 1,
                        base + Self.twoCharacters + (isElder ? Self.elder : 0)
                            - (text[from] == 0x67D0 ? Self.anonymous : Float(one.givenAlone) * 0.1), .person))
            }
            // 余老七
            if isOld, Self.ofBirth.contains(sentence[from + 1]) {
                lattice.add(edge(at, from + 2, base + Self.threeCharacters, .person))
            }
            // 某某
            if from + 1 < sentence.count, Glyph.isHan(text[from + 1]), !followedByYear(sentence, from + 2),
                !isVerbOfLife(sentence, from + 1),
                !counted(sentence, from + 1), !namesDoctrine(sentence, from + 2)
            {
                let two = sentence.characters[from + 1]
                if text[from] == 0x67D0, text[from + 1] == 0x67D0 {
                    lattice.add(edge(at, from + 2, base - 3, .person))
                } else {
                    lattice.add(
                        edge(
                            at, from + 2,
                            base + Self.threeCharacters - Float(one.givenFirst) * 0.1 - Float(two.givenSecond) * 0.1
                                - (isOld ? Self.old : isElder ? Self.elder : 0), .person))
                }
            }
        } else if Glyph.isSpace(text[from]), from == at + 1, sentence.characters[at].surname < 75 {
            // 李　明: padded to the width of three characters, and set off on both sides.
            var end = from
            while end < sentence.count, Glyph.isSpace(text[end]), end - from < 4 { end += 1 }
            guard end < sentence.count, Glyph.isHan(text[end]) else { return }
            let before = sentence[at - 1]
            let after = sentence[end + 1]
            // 高　峰任市水务局局长
            guard !Glyph.isHan(before), !Glyph.isHan(after) || after == 0x4EFB else { return }
            if isSetWideWord(sentence, at, gap: end - from) { return }
            let one = sentence.characters[end]
            lattice.add(edge(at, end + 1, base + 6 - Float(one.givenAlone) * 0.1, .person))
            spaced(sentence, at, end, base, &lattice)
        }
    }

    /// Whether a character stands in a label that is set wide: 索 引 号：, 发 文 机 关：
    private func isSetWideWord(_ sentence: NameSentence, _ at: Int, gap: Int) -> Bool {
        func isNext(_ from: Int, _ to: Int) -> Bool {
            Glyph.isHan(sentence[to]) && (min(from, to) + 1..<max(from, to)).allSatisfy { Glyph.isSpace(sentence[$0]) }
        }
        let step = gap + 1
        var first = at
        while isNext(first, first - step), at - first < 4 * step { first -= step }
        var last = at
        while isNext(last, last + step), last - at < 4 * step { last += step }
        let count = (last - first) / step + 1
        func isWord(_ start: Int) -> Bool {
            tables.node([sentence[start], sentence[start + step]]).map { tables.isWord($0) } ?? false
        }
        return sentence[last + 1] == 0x3A && (3...5).contains(count)
            && stride(from: first, to: last, by: step).contains { isWord($0) }
    }

    /// 老总 老师 老板 老乡 老人 老汉 老太 老爷 老大
    private static let afterOld: StaticWord = "总师板乡人汉太爷大"
    static func isOrderOfBirth(_ character: UInt16) -> Bool { ofBirth.contains(character) }

    /// What the children of a house are called in the order of their birth.
    private static let ofBirth: StaticWord = "大二三四五六七八九十幺满"
    /// How much rarer 老 is as the first of two given characters: 骆老正 is 骆老 and another word.
    private static let old: Float = 3
    /// What a form of address of the family gains behind a surname that the document knows, and costs as part of a longer
    /// name.
    private static let elder: Float = 3

    /// 于　得　水: set wide, with the same space twice.
    private func spaced(
        _ sentence: NameSentence, _ at: Int, _ middle: Int, _ base: Float, _ lattice: inout NameLattice
    ) {
        let gap = middle - at - 1
        let last = middle + gap + 1
        guard gap > 0, (1...gap).allSatisfy({ Glyph.isSpace(sentence[middle + $0]) }), Glyph.isHan(sentence[last]),
            !Glyph.isHan(sentence[last + 1])
        else { return }
        // Before and behind it more white space, none, or a word that is not set wide: 區長　簡　文　彥　民政課.
        func isApart(_ at: Int, _ step: Int) -> Bool {
            !Glyph.isSpace(sentence[at + step]) || (1...gap + 1).allSatisfy { Glyph.isSpace(sentence[at + step * $0]) }
                || Glyph.isHan(sentence[at + step * (gap + 1)]) && Glyph.isHan(sentence[at + step * (gap + 2)])
        }
        let before = isApart(at, -1)
        let after = isApart(last, 1)
        guard before, after else { return }
        let (two, three) = (sentence.character(middle), sentence.character(last))
        lattice.add(
            edge(
                at, last + 1, base + 12 - Float(two.givenFirst) * 0.1 - Float(three.givenSecond) * 0.1, .person))
    }

    /// Whether what follows a surname alone is a form of address: 书记, 副市长, 教授, 老师.
    private func addressed(_ sentence: NameSentence, _ at: Int) -> Bool {
        if evidence.isSurname(sentence[at - 1]), Self.isShortAddress(sentence, at) { return true }
        var start = at
        for _ in 0..<3 {
            var node = Int(sentence.character(start).root)
            guard node != 0 else { return false }
            var end = start + 1
            var longestPart = 0
            while true {
                if tables.isWord(node) {
                    let flags = tables.flags(node)
                    // 老师们 are no one's.
                    if flags.contains(.role), sentence[end] != 0x4EEC,
                        Self.isAddress(sentence.folded[start..<end])
                    {
                        return true
                    }
                    if flags.contains(.rolePart) { longestPart = end }
                }
                guard end < sentence.count, let next = tables.child(node, sentence.folded[end]) else { break }
                node = next
                end += 1
            }
            if longestPart == 0 { return false }
            start = longestPart
        }
        return false
    }

    /// 方总, 孙君: a form of address of one character, where no longer word begins with it.
    static func isShortAddress(_ sentence: NameSentence, _ at: Int) -> Bool {
        switch sentence[at] {
        case 0x603B: !Glyph.isHan(sentence[at + 1]) || afterChief.contains(sentence[at + 1])
        case 0x541B: !Glyph.isHan(sentence[at + 1]) || afterSir.contains(sentence[at + 1])
        default: false
        }
    }

    private func isShortAddressOfKnown(_ sentence: NameSentence, _ at: Int) -> Bool {
        Self.isShortAddress(sentence, at) && evidence.isSurname(sentence[at - 1])
    }

    private static let afterChief: StaticWord = "说找问您也和与的让给带请讲告把刚当亲先"
    private static let afterSir: StaticWord = "于为与和之既乃遂是曾已早在留人及等"

    /// 首任, 前任, 担任 …: 任 is no surname there; nor after a name or a comma, 路教授任组长，任连长, unless the document
    /// knows a 任.
    private func isTerm(_ sentence: NameSentence, _ at: Int) -> Bool {
        guard sentence[at] == 0x4EFB else { return false }
        let before = sentence[at - 1]
        if sentence.character(at - 1).has(.beforeTerm) { return true }
        let isVerb =
            Glyph.isHan(before) && !sentence.character(at - 1).has(.joining) && !Self.beforeSurname.contains(before)
        return before == 0x2C || isVerb && !evidence.isSurname(0x4EFB)
    }

    /// 由 与 向 对 给 请 跟 了 是 的: what a sentence puts before 任书记 where he is a person.
    private static let beforeSurname: Set<UInt16> = [
        0x7531, 0x4E0E, 0x5411, 0x5BF9, 0x7ED9, 0x8BF7, 0x8DDF, 0x4E86, 0x662F, 0x7684,
    ]

    /// Offices by which people are addressed with the surname alone: …长 …任 …记 …席 …理 …授 …师 …总 …士 …生 …裁 …令 …志 …姐 …夫 …委 …傅 …汉 …娘 …妈.
    static func isAddress(_ word: ArraySlice<UInt16>) -> Bool {
        guard let last = word.last else { return false }
        switch last {
        case 0x957F, 0x4EFB, 0x8BB0, 0x5E2D, 0x7406, 0x6388, 0x5E08, 0x603B, 0x58EB, 0x751F, 0x88C1, 0x4EE4, 0x5FD7,
            0x59D0, 0x592B, 0x59D4, 0x5085, 0x6C49, 0x5A18, 0x5988:
            // 记者's kind does not end so; 学生 and 医生 part here.
            return word.count >= 2 && Array(word) != [0x5B66, 0x751F] && Array(word) != [0x7537, 0x751F]
                && Array(word) != [0x5973, 0x751F]
        default: return addresses.contains { $0.elementsEqual(word) }
        }
    }

    private static let addresses: StaticWords = [
        "专员", "议员", "委员", "督学", "巡佐", "局员", "干事", "指导", "秘书", "参议", "顾问", "助理", "参谋", "总监", "法官", "检察官", "警官", "教官",
        "导演", "教练", "太太",
        "老板", "上校", "中校", "少校", "大校", "上尉", "中尉", "少尉", "少将", "中将", "上将", "大使", "参赞", "领事", "公使",
    ]
}
