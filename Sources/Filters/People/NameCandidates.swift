import QuandianText

/// Lays the edges of a sentence's lattice: words, persons, places.
///
/// Scores are natural logarithms of probabilities. The shares of the kinds of names among all tokens were counted on
/// the train parts (a person is one token in seventy); the rest were set on the development documents.
struct NameCandidates {
    let tables: NameTables
    let evidence: NameEvidence

    static let person: Float = -4.2
    static let foreignDotted: Float = -3
    static let foreignPlain: Float = -6.4
    static let familiar: Float = -3.5
    /// What an ordinary word must have beside it to be a name.
    private static let ordinary: Float = 7
    /// The same of a word that stands behind offices too, 高度重视.
    private static let commonBehindOffice: Float = 5
    /// The same behind an office without its body: less, the more seldom the word stands there.
    private static let behindBareOffice: Float = 5.5
    /// What it gains where an office in full announces a person and the word is rarer than `rare`, or where it is all that
    /// follows a label.
    private static let announced: Float = 6
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
    /// A place that its setting shows, as a list that the text counts, whatever characters it is made of.
    static let bySetting: Float = -5
    /// What a name behind an office gains of what the tagger's silence took from it.
    private static let behindOffice: Float = 3.5
    /// An ordinary word that stands by as many nats more seldom behind an office than elsewhere may be a name there like any other.
    private static let clearly: Float = 0.6
    /// A word that stands by as many nats more often behind an office than elsewhere says something of whom the office names.
    private static let saidOfOffices: Float = 1.5
    /// Whoever opens a line before a colon speaks.
    static let speaks: Float = 4
    /// What stands before 道：“ says it.
    private static let saysAloud: Float = 7

    /// 方远|道：“…”
    static func saysInNovel(_ sentence: NameSentence, _ at: Int) -> Bool {
        sentence[at] == "道" && sentence[at + 1] == ":" && (sentence[at + 2] == "“" || sentence[at + 2] == "「")
    }

    init(_ tables: NameTables, _ evidence: NameEvidence) {
        self.tables = tables
        self.evidence = evidence
    }

    func lay(_ sentence: NameSentence, tagged: inout TaggedNames, into lattice: inout NameLattice) {
        let count = sentence.count
        let rosters = sentence.isSetWide ? Roster.names(sentence, tables) : []
        let counted = CountedPlaces.find(sentence, tables)
        if !rosters.isEmpty || !counted.isEmpty { tagged.readAll() }
        lattice.begin(sentence, tagged.stretches, tables)
        var next = 0
        for stretch in tagged.stretches {
            lattice.pass(next..<stretch.lowerBound)
            for at in stretch {
                lattice.openPlace()
                lay(sentence, at, tagged, rosters, counted, &lattice)
            }
            next = stretch.upperBound
        }
        lattice.pass(next..<count)
        lattice.openPlace()
    }

    /// Lays what begins at a character.
    @inline(__always)
    private func lay(
        _ sentence: NameSentence, _ at: Int, _ tagged: TaggedNames, _ rosters: [Range<Int>], _ counted: [Range<Int>],
        _ lattice: inout NameLattice
    ) {
        let opened = lattice.edges.count
        let ordinary = words(sentence, at, tagged, &lattice)
        let first = sentence.folded[at]
        guard tagged.mayOpen(at), Glyph.isHan(first) || Glyph.isLatin(first) else { return }
        let mine = lattice.edges.count
        let isSilent = tagged.isSilent(at)
        persons(sentence, at, isExpected: !isSilent || lattice.isAnnounced || lattice.isAfterOffice, &lattice)
        if lattice.edges.count > mine {
            lattice.weigh(from: mine, tagged)
            // An office before it says more of a name than the tagger's silence says against it.
            if tagged.span(at: at) == nil, lattice.isAnnounced || lattice.isAfterOffice {
                lattice.favour(from: mine, by: Self.behindOffice) { tagged.overlapping(at, $0) == nil }
            }
            if at == 0, sentence.opensBlock { lattice.favour(from: mine, by: Self.speaks) { sentence[$0] == ":" } }
            if !Glyph.isHan(sentence[at - 1]) {
                lattice.favour(from: mine, by: Self.saysAloud) { Self.saysInNovel(sentence, $0) }
            }
        }
        if !isSilent {
            foreign(sentence, at, tagged, &lattice)
            seen(sentence, at, tagged, &lattice)
        }
        if ordinary.all != 0 || lattice.isAfterOffice { weigh(ordinary, sentence, at, from: opened, &lattice) }
        if !rosters.isEmpty, let name = rosters.first(where: { $0.lowerBound == at }) {
            lattice.add(edge(at, name.upperBound, Self.rostered, .person))
        }
        if let place = counted.first(where: { $0.lowerBound == at }) {
            lattice.add(placeEdge(at, place.upperBound, Self.bySetting))
        }
        // What its setting shows may be any word.
        let shownBySetting = lattice.edges.count
        cued(sentence, at, &lattice)
        if sentence[at - 1] == "、" { inRow(sentence, at, tagged, &lattice) }
        if !isSilent { ofParts(sentence, at, &lattice) }
        if lattice.edges.count > shownBySetting { lattice.weigh(from: shownBySetting, tagged) }
        if sentence.isTurn { speaker(sentence, at, &lattice) }
        if sentence.opensBlock, at <= 1 { speakerWithOffice(sentence, at, &lattice) }
        if !evidence.isEmpty { shown(sentence, at, tagged, &lattice) }
        guard Glyph.isHan(first) else { return }
        if !isSilent || tagged.mayEndOnGround(at) && Self.endsOnGround(sentence, at) { places(sentence, at, &lattice) }
        if !isSilent {
            tradeName(sentence, at, &lattice)
            if Self.mayBeginLocal(sentence[at + 2]) || Self.mayBeginLocal(sentence[at + 3]) {
                localBody(sentence, at, &lattice)
            }
        }
    }

    /// Whether a place of two or three characters and their kind may begin at a character that nothing else is likely to be:
    /// 乌鸦坳, while 灌入村 is none.
    private static func endsOnGround(_ sentence: NameSentence, _ at: Int) -> Bool {
        ground.contains(sentence[at + 2]) || ground.contains(sentence[at + 3])
    }

    private static let ground: StaticWord = "坳垭岭沟坡湾岩峰涧冲坪寨街巷"

    /// What the tagger sees.
    private func seen(_ sentence: NameSentence, _ at: Int, _ tagged: TaggedNames, _ lattice: inout NameLattice) {
        guard let span = tagged.span(at: at), span.start == at else { return }
        let odds = TaggedNames.odds(span.probability)
        let plain = wordScore(sentence, at, span.end)
        let isWater = isForeignWater(sentence, at, span.end)
        let isAddressed =
            span.end == at + 2 && evidence.isSurname(sentence.folded[at]) && Self.isShortAddress(sentence, at + 1)
        if span.label == .person, span.end == at + 3,
            Hamlet.stands(in: sentence, at) || Hamlet.isReached(in: sentence, at)
        {
            lattice.add(placeEdge(at, span.end, plain + 1 + odds))
            return
        }
        // 次曰宗, 余曰
        let isQuoting = span.label == .person && sentence.folded[span.start..<span.end].contains("曰")
        if span.label == .person, !isQuoting, !isWater, !isAddressed, !isTermOf(sentence, at),
            !followedByYear(sentence, span.end),
            !namesDoctrine(sentence, span.end)
        {
            lattice.add(edge(at, span.end, plain + 1 + odds, .person))
        } else if span.label == .place || span.label == .person && isWater, !endsWithBody(sentence, at, span.end),
            // 建华, where the document shows 陈建华
            span.probability >= PlaceFinder.trusted || evidence.name(hash(of: sentence, at..<span.end)) == nil
        {
            lattice.add(placeEdge(at, span.end, plain + 1 + odds))
        }
    }

    /// Takes from the persons among the last edges what an ordinary word must have beside it to be a name: little behind an
    /// office where the word hardly ever stands. 和平 stands in every paper, and behind an office it is a name.
    private func weigh(
        _ ordinary: Ordinary, _ sentence: NameSentence, _ at: Int, from first: Int, _ lattice: inout NameLattice
    ) {
        // 村支书|西装革履: nobody is called by an idiom.
        var named = lattice.isAnnounced ? (ordinary.rare | ordinary.all & lattice.labelled) & 0b1111 : 0
        // 主任|刚才说: what is said of whom an office names.
        for length in 2...3 where ordinary.rarity(length) < -Self.saidOfOffices {
            named &= ~(1 << UInt32(length) & ~lattice.labelled)
        }
        // 陆地先生
        for length in 2...3
        where sentence.has("先生", at: at + length) || sentence.has("女士", at: at + length)
            || sentence.has("同志任", at: at + length) || sentence.has("同志为", at: at + length)
        {
            named |= ordinary.all & 1 << UInt32(length)
        }
        lattice.discount(from: first, lengths: named, by: -Self.announced)
        let isAddressed =
            (lattice.isAnnounced || lattice.isAfterOffice)
            && followsAddress(sentence, at)
        if let thing = Self.ofOffices.first(in: sentence, at: at) {
            lattice.discount(from: first, lengths: 1 << UInt32(thing.count), by: 2 * Self.ordinary)
        }
        var gainOfTwo: Float = 0
        for length in 0..<32 where (ordinary.all & ~named) >> UInt32(length) & 1 == 1 {
            let rarity = ordinary.rarity(length)
            let cost =
                if isAddressed {
                    Self.ordinary
                } else if lattice.isAnnounced {
                    rarity > Self.clearly
                        ? -Self.gain(rarity) : Self.commonBehindOffice - 2.5 * min(0, rarity + Self.saidOfOffices)
                } else if lattice.isAfterOffice, length == 2 || length == 3 {
                    max(0, Self.behindBareOffice - 2.5 * rarity - (ordinary.isRare(length) ? 1.5 : 0))
                } else { Self.ordinary }
            lattice.discount(from: first, lengths: 1 << UInt32(length), by: cost)
            if length == 2 { gainOfTwo = -cost }
        }
        for length in 2...3 where ordinary.all >> UInt32(length) & 1 == 0 {
            // But 邱委员|镜淳: the table has given names too, which stand behind offices.
            if isAddressed {
                if at + length <= sentence.count, let node = tables.node(sentence.folded[at..<(at + length)]),
                    tables.word(node).behindAnOffice < Self.ofGivenNames, !tables.flags(node).contains(.place)
                {
                    lattice.discount(from: first, lengths: 1 << UInt32(length), by: Self.behindOffice + Self.ordinary)
                }
                continue
            }
            // 万里程 too, and not only 万里.
            var gain = length == 3 ? gainOfTwo : 0
            // Words that do not look like names, 章程.
            let rarity = ordinary.rarity(length)
            if lattice.isAfterOffice, rarity > Self.clearly { gain = max(gain, Self.gain(rarity)) }
            if gain > 0 { lattice.discount(from: first, lengths: 1 << UInt32(length), by: -gain) }
        }
    }

    /// Whether somebody has been named before an index by surname and office: 廖理事长|允诺.
    private func followsAddress(_ sentence: NameSentence, _ at: Int) -> Bool {
        (2...4).contains { size in
            let start = at - size
            guard start > 0, sentence.characters[start - 1].surname < 75, tables.isTitle(sentence.folded[start..<at])
            else { return false }
            let before = sentence[start - 2]
            // 向|外交部长
            guard sentence.characters[start - 1].classes.isDisjoint(with: [.stop, .joining, .locative]) else {
                return false
            }
            return !Glyph.isHan(before) || !sentence.character(start - 2).classes.isDisjoint(with: [.stop, .joining])
        }
    }

    /// What an office has: 总统|官邸.
    private static let ofOffices: StaticWords = ["官邸", "府邸", "官署", "职位", "职务", "一职", "候选人", "办公室", "任期"]
    /// A word that stands so much more often behind an office than elsewhere is what persons are called by, in nats.
    private static let ofGivenNames: Float = 1
    /// What a name gains behind an office that is a word, by how much more seldom the word stands there than elsewhere, in nats.
    private static func gain(_ rarity: Float) -> Float { 1 + 1.5 * rarity }

    func hash(of sentence: NameSentence, _ range: Range<Int>) -> UInt64 {
        sentence.folded[range].reduce(NameEvidence.seed) { NameEvidence.extend($0, $1) }
    }

    /// The score of the best reading of a short stretch as words alone.
    func wordScore(_ sentence: NameSentence, _ start: Int, _ end: Int) -> Float {
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

    func edge(_ start: Int, _ end: Int, _ score: Float, _ kind: NameLattice.Kind) -> NameLattice.Edge {
        NameLattice.Edge(
            start: Int32(start), end: Int32(end), score: score, afterPerson: 0, beforePerson: 0, node: -1, kind: kind,
            joins: false, isOffice: false)
    }

    /// A commoner word before a colon is no name.
    static let rareEnough: Float = 9.4

    /// Whether a year of a reign follows, 光绪十九年, 宣统元年, and no year like 一九九八年.
    func followedByYear(_ sentence: NameSentence, _ end: Int) -> Bool {
        var at = end
        while at - end < 4, sentence.character(at).has(.numeral) { at += 1 }
        guard sentence[at] == "年" else { return false }
        // 柳小卿|年十九: how old she is.
        if at == end,
            tables.has(sentence[at + 1], .numeral) || Glyph.isDigit(sentence[at + 1])
                || Self.ofAge.contains(sentence[at + 1])
        {
            return false
        }
        return !(at - end == 4 && (sentence[end + 1] == "九" || sentence[end + 1] == "八"))
    }

    /// 之 with kin or a word of the person's behind it.
    func isBeforeKin(_ sentence: NameSentence, _ at: Int) -> Bool {
        sentence[at] == "之" && Self.ofPersons.contains(sentence[at + 1])
    }

    static let ofPersons: StaticWord = "子女妻夫父母兄弟姐妹孙侄师徒友死墓名言语文诗书画手口作说事功过罪"

    /// Whether a person's name ends where a doctrine is named after it: 马克思主义.
    func namesDoctrine(_ sentence: NameSentence, _ end: Int) -> Bool {
        sentence[end] == "主" && sentence[end + 1] == "义"
    }

    func placeEdge(_ start: Int, _ end: Int, _ score: Float) -> NameLattice.Edge {
        NameLattice.Edge(
            start: Int32(start), end: Int32(end), score: score, afterPerson: -1, beforePerson: -1, node: -1,
            kind: .place, joins: false, isOffice: false)
    }
}
