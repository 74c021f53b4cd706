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

    init(stringLiteral value: StaticString) {
        unsafe bytes = UnsafeBufferPointer(start: value.utf8Start, count: value.utf8CodeUnitCount)
        var rest = unsafe Iterator(bytes: bytes)
        first = rest.next() ?? 0
        var count = 1
        while rest.next() != nil { count += 1 }
        self.count = count
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

    @inline(__always)
    func makeIterator() -> Iterator { unsafe Iterator(bytes: bytes) }

    var underestimatedCount: Int { count }
}
