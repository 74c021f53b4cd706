/// A word that a rule speaks of, or a set of characters, as folded characters.
///
/// It is decoded where it lies in the program, so that naming one costs nothing: no memory is asked for, and no references
/// are counted. Its characters are of the basic plane.
@safe struct StaticWord: ExpressibleByStringLiteral, Sequence, @unchecked Sendable {
    private let start: UnsafePointer<UInt8>
    private let end: UnsafePointer<UInt8>
    /// How many characters it has.
    let count: Int
    let first: UInt16

    init(stringLiteral value: StaticString) {
        unsafe start = value.utf8Start
        unsafe end = value.utf8Start + value.utf8CodeUnitCount
        var rest = unsafe Iterator(at: start, end: end)
        first = rest.next() ?? 0
        var count = 1
        while rest.next() != nil { count += 1 }
        self.count = count
    }

    @safe struct Iterator: IteratorProtocol {
        fileprivate var at: UnsafePointer<UInt8>
        fileprivate let end: UnsafePointer<UInt8>

        @inline(__always)
        mutating func next() -> UInt16? {
            if unsafe at == end { return nil }
            let lead = unsafe UInt16(at[0])
            if lead < 0x80 {
                unsafe at += 1
                return lead
            }
            if lead < 0xE0 {
                defer { unsafe at += 2 }
                return unsafe (lead & 0x1F) << 6 | UInt16(at[1] & 0x3F)
            }
            defer { unsafe at += 3 }
            return unsafe lead << 12 | UInt16(at[1] & 0x3F) << 6 | UInt16(at[2] & 0x3F)
        }
    }

    @inline(__always)
    func makeIterator() -> Iterator { unsafe Iterator(at: start, end: end) }

    var underestimatedCount: Int { count }
}
