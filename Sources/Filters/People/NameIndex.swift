/// Where names may begin and how long they are: what keeps a search through a text from asking a table for each stretch.
struct NameIndex {
    /// A bit for each first character.
    private var heads = [UInt64](repeating: 0, count: 1024)
    /// A bit for each pair of first characters, by its hash; one character alone has them all.
    private var pairs = [UInt64](repeating: 0, count: 64)
    /// A bit for each length below 32.
    private(set) var lengths: UInt32 = 0
    /// A bit for each name, by its hash; most hashes that are asked for have none.
    private var hashes = [UInt64](repeating: 0, count: 64)

    /// Takes in a name of 1...31 characters.
    mutating func insert(_ name: some Collection<UInt16>, hash: UInt64) {
        guard let head = name.first else { return }
        heads[Int(head >> 6)] |= 1 << UInt64(head & 63)
        lengths |= 1 << UInt32(name.count)
        if name.count == 1 {
            for index in pairs.indices { pairs[index] = .max }
        } else {
            let pair = Self.pair(head, name[name.index(after: name.startIndex)])
            pairs[pair >> 6] |= 1 << UInt64(pair & 63)
        }
        hashes[Int(hash >> 6 & 63)] |= 1 << (hash & 63)
    }

    @inline(__always)
    func mayBegin(_ character: UInt16) -> Bool {
        heads[Int(character >> 6)] & (1 << UInt64(character & 63)) != 0
    }

    /// Whether a name may begin with two characters.
    @inline(__always)
    func mayBegin(_ first: UInt16, _ second: UInt16) -> Bool {
        let pair = Self.pair(first, second)
        return mayBegin(first) && pairs[pair >> 6] & (1 << UInt64(pair & 63)) != 0
    }

    @inline(__always)
    private static func pair(_ first: UInt16, _ second: UInt16) -> Int { Int((first &* 40503) ^ second) & 4095 }

    /// Whether a name may have this hash.
    @inline(__always)
    func mayHold(_ hash: UInt64) -> Bool { hashes[Int(hash >> 6 & 63)] & (1 << (hash & 63)) != 0 }
}
