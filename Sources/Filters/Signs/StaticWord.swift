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

/// The last eight bits of each character of a set: most characters that it does not hold are told by them.
struct CharacterFilter: Sendable {
    private var bits: InlineArray<4, UInt64> = [0, 0, 0, 0]

    /// A filter that lets all through.
    static var all: CharacterFilter {
        var filter = CharacterFilter()
        filter.bits = [~0, ~0, ~0, ~0]
        return filter
    }

    mutating func insert(_ character: UInt16) { bits[Int(character &>> 6 & 3)] |= 1 &<< UInt64(character & 63) }

    @inline(__always)
    func mayHold(_ character: UInt16) -> Bool { bits[Int(character &>> 6 & 3)] &>> UInt64(character & 63) & 1 != 0 }
}
