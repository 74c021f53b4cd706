import QuandianText

/// A name as it is compared: simplified, half-width, without white space.
struct NameKey: Hashable {
    let characters: [UInt16]
    private let digest: UInt64

    init(_ bytes: [UInt8], _ range: Range<Int>, _ tables: NameTables) {
        characters = unsafe Array(unsafeUninitializedCapacity: range.count) { room, count in
            Self.fold(bytes, range, tables) { character in
                unsafe room[count] = character
                count += 1
                return true
            }
        }
        digest = NameEvidence.hash(characters)
    }

    init(_ characters: some Collection<UInt16>) {
        self.characters = Array(characters)
        digest = NameEvidence.hash(self.characters)
    }

    init(_ string: String, _ tables: NameTables) {
        let bytes = Array(string.utf8)
        self.init(bytes, 0..<bytes.count, tables)
    }

    var count: Int { characters.count }

    /// Gives the characters of a stretch as they are compared, one after another while the answer is true. A character
    /// beyond the basic plane is two.
    @inline(__always)
    static func fold(_ bytes: [UInt8], _ range: Range<Int>, _ tables: NameTables, _ body: (UInt16) -> Bool) {
        var at = range.lowerBound
        while at < range.upperBound {
            let (value, size) = UTF8Scalar.decode(bytes, at)
            at += size
            if value >= 0x10000 {
                guard body(UInt16(truncatingIfNeeded: value >> 16 | 0xD800)), body(UInt16(truncatingIfNeeded: value))
                else { return }
                continue
            }
            let folded = tables.fold(value)
            if Glyph.isSpace(folded) || folded == "\n" || folded == "\r" { continue }
            guard body(Glyph.isNameDot(folded) ? 0xB7 : folded) else { return }
        }
    }

    static func == (a: NameKey, b: NameKey) -> Bool { a.digest == b.digest && a.characters == b.characters }
    func hash(into hasher: inout Hasher) { hasher.combine(digest) }
}
