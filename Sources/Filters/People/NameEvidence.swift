/// The names that a document shows clearly somewhere, to weigh the unclear places by.
struct NameEvidence {
    struct Shown {
        /// How clear the clearest mention is, in nats of margin.
        var strength: Float
        /// Whether the string is part of a longer name: a foreign surname, a given name alone.
        var isPart: Bool
        /// How many mentions show it clearly.
        var count: Int
    }

    private var names: [UInt64: Shown] = [:]
    /// The surnames of clear names, of one character.
    private var surnames = [UInt64](repeating: 0, count: 1024)
    private var index = NameIndex()
    /// Stems of places that the document names with their kind: 云江 of 云江市.
    private var stems: Set<UInt64> = []
    /// Places as the document names them.
    private var places: Set<UInt64> = []
    /// Whether the document shows nothing.
    var isEmpty: Bool { index.lengths == 0 }

    static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    @inline(__always)
    static func extend(_ hash: UInt64, _ character: UInt16) -> UInt64 {
        var value = (hash ^ UInt64(character)) &* 0x9E37_79B9_7F4A_7C15
        value ^= value >> 29
        return value
    }

    static func hash(_ name: some Sequence<UInt16>) -> UInt64 {
        name.reduce(seed) { extend($0, $1) }
    }

    /// What is known of the name with this hash.
    @inline(__always)
    func name(_ hash: UInt64) -> Shown? { index.mayHold(hash) ? names[hash] : nil }

    /// Whether this is the hash of a place's stem.
    @inline(__always)
    func isStem(_ hash: UInt64) -> Bool { index.mayHold(hash) && stems.contains(hash) }

    /// Whether this is the hash of a place that the document names elsewhere.
    @inline(__always)
    func isPlace(_ hash: UInt64) -> Bool { index.mayHold(hash) && places.contains(hash) }

    /// The lengths of names, as bits.
    var lengths: UInt32 { index.lengths }

    @inline(__always)
    func mayBegin(_ first: UInt16, _ second: UInt16) -> Bool { index.mayBegin(first, second) }

    @inline(__always)
    func isSurname(_ character: UInt16) -> Bool {
        surnames[Int(character >> 6)] & (1 << UInt64(character & 63)) != 0
    }

    mutating func show(_ name: [UInt16], strength: Float, surnameLength: Int) {
        guard !name.isEmpty, name.count < 32 else { return }
        let key = Self.hash(name)
        if names[key] == nil {
            if surnameLength == 1 { surnames[Int(name[0] >> 6)] |= 1 << UInt64(name[0] & 63) }
        }
        insert(name, key, strength, isPart: false)
        // The parts of a foreign name stand for it further on.
        if name.contains(0xB7) {
            for part in name.split(separator: 0xB7) where part.count >= 2 {
                insert(Array(part), Self.hash(part), strength, isPart: true)
            }
        }
    }

    /// Forgets a name by its hash.
    mutating func forget(_ hash: UInt64) { names[hash] = nil }

    /// A part of a clear name that stands for it further on.
    mutating func showPart(_ part: [UInt16], strength: Float) {
        guard part.count >= 2, part.count < 32 else { return }
        insert(part, Self.hash(part), strength, isPart: true)
    }

    mutating func showStem(_ stem: ArraySlice<UInt16>) {
        guard stem.count < 32 else { return }
        let hash = Self.hash(stem)
        if stems.insert(hash).inserted { index.insert(stem, hash: hash) }
    }

    mutating func showPlace(_ place: ArraySlice<UInt16>) {
        guard place.count < 32 else { return }
        let hash = Self.hash(place)
        if places.insert(hash).inserted { index.insert(place, hash: hash) }
    }

    private mutating func insert(_ name: [UInt16], _ key: UInt64, _ strength: Float, isPart: Bool) {
        if let old = names[key] {
            names[key] = Shown(
                strength: max(old.strength, strength), isPart: old.isPart && isPart, count: old.count + 1)
        } else {
            names[key] = Shown(strength: strength, isPart: isPart, count: 1)
            index.insert(name, hash: key)
        }
    }
}
