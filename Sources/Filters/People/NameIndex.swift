/// Where names may begin and how long they are: what keeps a search through a text from asking a table for each stretch.
///
/// The bits grow with the names, so that in a document of a hundred thousand of them most questions are still answered here.
struct NameIndex {
    /// A bit for each first character.
    private var heads = [UInt64](repeating: 0, count: 1024)
    /// A bit for each pair of first characters, by its hash; one character alone has them all.
    private var pairs = [UInt64](repeating: 0, count: 64)
    /// A bit for each name, by its hash; most hashes that are asked for have none.
    private var hashes = [UInt64](repeating: 0, count: 64)
    /// How many bits both have, as a power of two.
    private var size: UInt64 = 12
    /// A bit for each length below 32.
    private(set) var lengths: UInt32 = 0
    private var names: [(pair: UInt64, hash: UInt64)] = []
    private var hasLone = false

    /// Bits for each name, at least, and no more than a quarter of a megabyte of them.
    private static let bitsAName = 16
    private static let largest: UInt64 = 21

    /// Takes in a name of 1...31 characters that was not taken in before.
    mutating func insert(_ name: some Collection<UInt16>, hash: UInt64) {
        guard let head = name.first else { return }
        heads[Int(head >> 6)] |= 1 << UInt64(head & 63)
        lengths |= 1 << UInt32(name.count)
        if name.count == 1, !hasLone {
            hasLone = true
            pairs = Array(repeating: .max, count: pairs.count)
        }
        let second = name.count == 1 ? 0 : name[name.index(after: name.startIndex)]
        names.append((Self.pair(head, second), hash))
        if names.count * Self.bitsAName > 1 << size, size < Self.largest {
            grow()
        } else {
            set(names[names.count - 1])
        }
    }

    private mutating func grow() {
        while names.count * Self.bitsAName > 1 << size, size < Self.largest { size += 1 }
        size = min(Self.largest, size + 1)
        hashes = Array(repeating: 0, count: 1 << (size - 6))
        pairs = hasLone ? Array(repeating: .max, count: hashes.count) : hashes
        for name in names { set(name) }
    }

    private mutating func set(_ name: (pair: UInt64, hash: UInt64)) {
        pairs[word(name.pair)] |= bit(name.pair)
        hashes[word(name.hash)] |= bit(name.hash)
    }

    @inline(__always)
    private func word(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> (64 - size + 6)) }

    @inline(__always)
    private func bit(_ hash: UInt64) -> UInt64 { 1 << (hash >> (64 - size) & 63) }

    @inline(__always)
    func mayBegin(_ character: UInt16) -> Bool {
        heads[Int(character >> 6)] & (1 << UInt64(character & 63)) != 0
    }

    /// Whether a name may begin with two characters.
    @inline(__always)
    func mayBegin(_ first: UInt16, _ second: UInt16) -> Bool {
        guard mayBegin(first) else { return false }
        let pair = Self.pair(first, second)
        return pairs[word(pair)] & bit(pair) != 0
    }

    @inline(__always)
    private static func pair(_ first: UInt16, _ second: UInt16) -> UInt64 {
        (UInt64(first) << 16 | UInt64(second)) &* 0x9E37_79B9_7F4A_7C15
    }

    /// Whether a name may have this hash.
    @inline(__always)
    func mayHold(_ hash: UInt64) -> Bool { hashes[word(hash)] & bit(hash) != 0 }
}
