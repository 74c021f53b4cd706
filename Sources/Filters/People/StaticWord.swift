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
    /// A bit for the last six bits of each character: most that a set does not hold are told by it.
    private let bits: UInt64

    init(stringLiteral value: StaticString) {
        unsafe bytes = UnsafeBufferPointer(start: value.utf8Start, count: value.utf8CodeUnitCount)
        var rest = unsafe Iterator(bytes: bytes)
        first = rest.next() ?? 0
        var count = 1
        var bits = Self.bit(first)
        while let next = rest.next() {
            count += 1
            bits |= Self.bit(next)
        }
        self.count = count
        self.bits = bits
    }

    @inline(__always)
    private static func bit(_ character: UInt16) -> UInt64 { 1 << UInt64(character & 63) }

    /// Whether a set of characters holds one.
    @inline(__always)
    func contains(_ character: UInt16) -> Bool { bits & Self.bit(character) != 0 && holds(character) }

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
    /// A bit for the last six bits of each word's first character, and of each word's last: at most places none stands.
    private let heads: UInt64
    private let tails: UInt64

    init(arrayLiteral words: StaticWord...) {
        self.words = words
        heads = words.reduce(0) { $0 | Self.bit($1.first) }
        tails = words.reduce(0) { $0 | Self.bit($1.last) }
    }

    private static func bit(_ character: UInt16) -> UInt64 { 1 << UInt64(character & 63) }

    func makeIterator() -> IndexingIterator<[StaticWord]> { words.makeIterator() }

    /// The first of the words, in their order, that stands at an index.
    @inline(__always)
    func first(in sentence: NameSentence, at index: Int) -> StaticWord? {
        mayStand(in: sentence, at: index) ? words.first(where: { sentence.has($0, at: index) }) : nil
    }

    /// The first of the words, in their order, that ends at an index.
    @inline(__always)
    func first(in sentence: NameSentence, endingAt end: Int) -> StaticWord? {
        tails & Self.bit(sentence[end - 1]) != 0
            ? words.first(where: { sentence.has($0, at: end - $0.count) }) : nil
    }

    @inline(__always)
    func contains(in sentence: NameSentence, at index: Int) -> Bool { first(in: sentence, at: index) != nil }

    @inline(__always)
    func contains(in sentence: NameSentence, endingAt end: Int) -> Bool { first(in: sentence, endingAt: end) != nil }

    /// Whether one of the words may stand at an index.
    @inline(__always)
    func mayStand(in sentence: NameSentence, at index: Int) -> Bool { heads & Self.bit(sentence[index]) != 0 }
}
