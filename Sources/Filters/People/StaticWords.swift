/// Words that a rule speaks of.
struct StaticWords: ExpressibleByArrayLiteral, Sequence, Sendable {
    private let words: [StaticWord]
    /// Their first characters, those behind them, and their last: at most places none stands.
    private let heads: CharacterFilter
    private let seconds: CharacterFilter
    private let tails: CharacterFilter

    init(arrayLiteral words: StaticWord...) {
        self.words = words
        heads = words.reduce(into: CharacterFilter()) { $0.insert($1.first) }
        seconds =
            words.contains { $0.count == 1 }
            ? .all : words.reduce(into: CharacterFilter()) { $0.insert(Array($1)[1]) }
        tails = words.reduce(into: CharacterFilter()) { $0.insert($1.last) }
    }

    func makeIterator() -> IndexingIterator<[StaticWord]> { words.makeIterator() }

    /// The first of the words, in their order, that stands at an index.
    @inline(__always)
    func first(in sentence: NameSentence, at index: Int) -> StaticWord? {
        mayStand(in: sentence, at: index) ? words.first(where: { sentence.has($0, at: index) }) : nil
    }

    /// The first of the words, in their order, that ends at an index.
    @inline(__always)
    func first(in sentence: NameSentence, endingAt end: Int) -> StaticWord? {
        mayEnd(in: sentence, at: end)
            ? words.first(where: { sentence.has($0, at: end - $0.count) }) : nil
    }

    @inline(__always)
    func contains(in sentence: NameSentence, at index: Int) -> Bool { first(in: sentence, at: index) != nil }

    @inline(__always)
    func contains(in sentence: NameSentence, endingAt end: Int) -> Bool { first(in: sentence, endingAt: end) != nil }

    /// Whether one of the words is this.
    func contains(_ word: ArraySlice<UInt16>) -> Bool {
        guard let first = word.first, heads.mayHold(first) else { return false }
        return words.contains { $0.count == word.count && $0.elementsEqual(word) }
    }

    /// Whether one of the words may stand at an index.
    @inline(__always)
    func mayStand(in sentence: NameSentence, at index: Int) -> Bool {
        heads.mayHold(sentence[index]) && seconds.mayHold(sentence[index + 1])
    }

    /// Whether one of the words may end at an index.
    @inline(__always)
    func mayEnd(in sentence: NameSentence, at end: Int) -> Bool { tails.mayHold(sentence[end - 1]) }
}
