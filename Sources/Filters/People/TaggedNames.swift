/// What the learned tagger says of a sentence, for the rules to weigh.
struct TaggedNames {
    private(set) var spans: [TaggedSpan] = []
    /// The odds of each span, worked out once: many readings ask for them.
    private var odds: [Float] = []
    /// For each character the number of the span that covers it, or -1.
    private var cover: [Int32] = []
    /// For each character the odds that a person's name opens there: see ``NameTagger``.
    private var openings: [Int8] = []
    /// The stretches that are read: what may be a name, with so much on either side as says anything of it.
    private(set) var stretches: [Range<Int>] = []
    /// Whether a name may begin at a character, for all that is near.
    private var mayOpen: [Bool] = []
    /// How many characters beside what may be a name are read as words, and as what may be names themselves.
    private static let beside = 8
    private static let near = 4

    mutating func load(_ spans: ArraySlice<TaggedSpan>, _ openings: ArraySlice<Int8>, of sentence: NameSentence) {
        let count = openings.count
        self.openings.removeAll(keepingCapacity: true)
        self.openings.append(contentsOf: openings)
        self.spans.removeAll(keepingCapacity: true)
        self.spans.append(contentsOf: spans)
        odds.removeAll(keepingCapacity: true)
        for span in spans { odds.append(Self.odds(span.probability)) }
        cover.removeAll(keepingCapacity: true)
        cover.append(contentsOf: repeatElement(-1, count: count))
        for (number, span) in self.spans.enumerated() where span.end <= count {
            for at in span.start..<span.end {
                cover[at] = Int32(number)
                if self.openings[at] == NameTagger.silence { self.openings[at] += 1 }
            }
        }
        findStretches(sentence)
    }

    /// Has all of the sentence read.
    mutating func readAll() {
        stretches.removeAll(keepingCapacity: true)
        stretches.append(0..<openings.count)
        for at in mayOpen.indices { mayOpen[at] = true }
    }

    private mutating func findStretches(_ sentence: NameSentence) {
        stretches.removeAll(keepingCapacity: true)
        mayOpen.removeAll(keepingCapacity: true)
        let count = openings.count
        mayOpen.append(contentsOf: repeatElement(false, count: count))
        var read = 0..<0
        var at = 0
        while let first = openings[at...].firstIndex(where: { $0 != NameTagger.silence }) {
            // What is spoken of together, in one.
            var end = first + 1
            while end < count, !isSilent(end) { end += 1 }
            if first - Self.beside > read.upperBound {
                if !read.isEmpty { stretches.append(read) }
                var start = first - Self.beside
                // 7日|立案: a number belongs to what follows.
                while start > read.upperBound, Glyph.isDigit(sentence[start - 1]) { start -= 1 }
                read = start..<first
            }
            read = read.lowerBound..<min(count, end + Self.beside)
            for near in max(0, first - Self.near)..<min(count, end + Self.near) { mayOpen[near] = true }
            at = end
        }
        if !read.isEmpty { stretches.append(read) }
    }

    /// Whether a name may begin at a character: where the tagger sees or half sees one not far away.
    @inline(__always)
    func mayOpen(_ at: Int) -> Bool { mayOpen[at] }

    /// The span that covers a character.
    @inline(__always)
    func span(at: Int) -> TaggedSpan? {
        at >= 0 && at < cover.count && cover[at] >= 0 ? spans[Int(cover[at])] : nil
    }

    /// The first span that overlaps a range.
    func overlapping(_ start: Int, _ end: Int) -> TaggedSpan? {
        number(overlapping: start, end).map { spans[$0] }
    }

    @inline(__always)
    private func number(overlapping start: Int, _ end: Int) -> Int? {
        if spans.isEmpty { return nil }
        for at in start..<min(end, cover.count) where cover[at] >= 0 { return Int(cover[at]) }
        return nil
    }

    /// The natural logarithm of the odds of a span, held between -2 and 5.
    static func odds(_ probability: Float) -> Float {
        let p = min(max(probability, 0.1), 0.995)
        // The logarithm by halving and the series of artanh: no library of mathematics in the shipped program.
        let ratio = p / (1 - p)
        var value: Float = 0
        var rest = ratio
        while rest >= 2 {
            rest /= 2
            value += 0.6931
        }
        while rest < 1 {
            rest *= 2
            value -= 0.6931
        }
        let x = (rest - 1) / (rest + 1)
        return min(5, max(-2, value + 2 * (x + x * x * x / 3)))
    }

    /// What the tagger adds to the score of a person at a range.
    func person(_ start: Int, _ end: Int) -> Float {
        guard let number = number(overlapping: start, end) else { return unseen(start) }
        let span = spans[number]
        let odds = odds[number]
        if span.start == start, span.end == end, span.label == .person { return Self.seen + Self.weight * odds }
        if span.label == .role { return unseen(start) }
        return Self.unseen - Self.weight * max(0, odds)
    }

    /// The same where the tagger sees no name: more where it half sees one open.
    private func unseen(_ start: Int) -> Float {
        guard start < openings.count else { return Self.unseen }
        return Self.unseen + Self.opening * max(0, Float(openings[start]) / 8 - Self.usual)
    }

    /// What the tagger adds to the score of a person whom the document shows elsewhere: nothing where it is silent.
    func familiar(_ start: Int, _ end: Int) -> Float {
        max(-3, person(start, end) - Self.unseen)
    }

    /// Whether the tagger sees no name of any kind over a character, nor half sees one.
    @inline(__always)
    func isSilent(_ at: Int) -> Bool { openings[at] == NameTagger.silence }

    /// Whether the tagger or a rule's hint speaks of the third character or the fourth from one on.
    @inline(__always)
    func mayEndOnGround(_ at: Int) -> Bool {
        at + 2 < cover.count && !isSilent(at + 2) || at + 3 < cover.count && !isSilent(at + 3)
    }

    static let unseen: Float = -4
    static let seen: Float = 1
    static let weight: Float = 1
    /// How much the odds of an opening count, and from which odds on.
    static let opening: Float = 0.25
    static let usual: Float = -4.25
}
