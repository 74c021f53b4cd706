import QuandianText

/// A word that a rule speaks of, or a set of characters, as folded characters.
///
/// It is decoded where it lies in the program, so that naming one costs nothing: no memory is asked for, and no references
/// are counted. Its characters are of the basic plane.
@safe struct StaticWord: ExpressibleByStringLiteral, Sequence, @unchecked Sendable {
    private let bytes: UnsafeBufferPointer<UInt8>
    /// How many characters it has.
    let count: Int
    let first: UInt16
    private let filter: CharacterFilter

    init(stringLiteral value: StaticString) {
        unsafe bytes = UnsafeBufferPointer(start: value.utf8Start, count: value.utf8CodeUnitCount)
        var rest = unsafe Iterator(bytes: bytes)
        first = rest.next() ?? 0
        var count = 1
        var filter = CharacterFilter()
        filter.insert(first)
        while let next = rest.next() {
            count += 1
            filter.insert(next)
        }
        self.count = count
        self.filter = filter
    }

    /// Whether a set of characters holds one.
    @inline(__always)
    func contains(_ character: UInt16) -> Bool { filter.mayHold(character) && holds(character) }

    private func holds(_ character: UInt16) -> Bool {
        for own in self where own == character { return true }
        return false
    }

    @safe struct Iterator: IteratorProtocol {
        fileprivate let bytes: UnsafeBufferPointer<UInt8>
        fileprivate var at = 0

        @inline(__always)
        mutating func next() -> UInt16? {
            guard unsafe at < bytes.count else { return nil }
            let (value, size) = unsafe UTF8Scalar.decode(bytes, at)
            at += size
            return UInt16(truncatingIfNeeded: value)
        }
    }

    /// The last of its characters.
    var last: UInt16 { reduce(first) { $1 } }

    @inline(__always)
    func makeIterator() -> Iterator { unsafe Iterator(bytes: bytes) }

    var underestimatedCount: Int { count }
}

/// Words that a rule speaks of.
struct StaticWords: ExpressibleByArrayLiteral, Sequence, Sendable {
    private let words: [StaticWord]
    /// Their first characters, and their last: at most places none stands.
    private let heads: CharacterFilter
    private let tails: CharacterFilter

    init(arrayLiteral words: StaticWord...) {
        self.words = words
        heads = words.reduce(into: CharacterFilter()) { $0.insert($1.first) }
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
    func mayStand(in sentence: NameSentence, at index: Int) -> Bool { heads.mayHold(sentence[index]) }

    /// Whether one of the words may end at an index.
    @inline(__always)
    func mayEnd(in sentence: NameSentence, at end: Int) -> Bool { tails.mayHold(sentence[end - 1]) }
}

/// The last eight bits of each character of a set: most characters that it does not hold are told by them.
private struct CharacterFilter: Sendable {
    private var bits: InlineArray<4, UInt64> = [0, 0, 0, 0]

    mutating func insert(_ character: UInt16) { bits[Int(character &>> 6 & 3)] |= 1 &<< UInt64(character & 63) }

    @inline(__always)
    func mayHold(_ character: UInt16) -> Bool { bits[Int(character &>> 6 & 3)] &>> UInt64(character & 63) & 1 != 0 }
}
