import CModels

// The weights file: a header of 16 little-endian 32-bit numbers, then sections, each at a multiple of 64 bytes. It is
// used where it lies; nothing is parsed or copied, so that loading costs nothing.
//
//     header     magic, version, characters, slots (log2), rows, starts (log2), words (log2), scale (Float), 0 …
//     map        UInt16 × 65536: scalar → character number (traditional and full-width forms folded)
//     classes    UInt32 a character: CharacterClasses
//     slots      UInt64 × 2^slots: patterns, open addressing; see PatternSlot
//     filter     8 bits a slot: bit `hash >> (61 - slots)` is set for every pattern, so that most misses cost one bit
//     rows       Int8 × 16 a row: what a pattern adds to the 16 tags of one place, in units of `scale`, in the order of
//                ``TaggerWeights/rowOrder``; those of patterns that stand often come first, and those of one pattern in
//                as few lines of 64 bytes as they need
//     starts     UInt32 × 2^starts: first two characters of lexicon words → longest length
//     words      UInt32 × 2^words: lexicon words → which of the combinations of classes they have
//     kinds      UInt32 × 128: the combinations of classes
//     steps      Float × TagTransitions.count
//     sureness   Float × 8: slope and offset of the logistic curve that turns a label's raw likelihood into a certainty

/// Why a weights file cannot be used.
public enum TaggerWeightsError: Error, Hashable, Sendable, CustomStringConvertible {
    case notWeights
    case otherVersion(found: Int, expected: Int)
    case truncated(found: Int, expected: Int)
    case malformed(String)

    public var description: String {
        switch self {
        case .notWeights: "this is not a weights file of the name tagger: it does not begin with its mark"
        case .otherVersion(let found, let expected):
            "the weights are of version \(found), this program reads version \(expected): train them anew"
        case .truncated(let found, let expected): "the weights file has \(found) bytes where \(expected) are promised"
        case .malformed(let what): "the weights file is damaged: \(what)"
        }
    }
}

/// The tagger's weights, in place.
@safe package struct TaggerWeights: @unchecked Sendable {
    package static let magic: UInt32 = 0x4754_4451
    package static let version: UInt32 = 3
    /// The tag at each byte of a row: label by label, so that widening to 16 and 32 bits needs shifts only.
    package static let rowOrder = (0..<16).map { ($0 % 2 * 2 + $0 / 2 % 2) * 4 + $0 / 4 }

    package let characterCount: Int
    package let rowCount: Int
    package let scale: Float
    package let steps: TagTransitions
    package let sureness: [Float]
    package let table: PatternTable
    package let lexicon: Lexicon
    /// Where the slots and the rows begin in the bytes.
    package let slotStart: Int
    package let rowStart: Int
    private let map: UnsafePointer<UInt16>
    private let classes: UnsafePointer<UInt32>
    let rows: UnsafePointer<SIMD8<Int16>>
    /// Keeps the memory alive where it is not part of the program.
    private let owner: AnyObject?

    /// The weights that are part of the program.
    package static func embedded() -> TaggerWeights {
        let base = unsafe quandian_tagger_weights()
        let size = quandian_tagger_weights_size()
        guard let weights = try? unsafe TaggerWeights(base: base, size: size, owner: nil) else {
            preconditionFailure("the program was built with damaged weights")
        }
        return weights
    }

    /// Weights read from a file. Copies the bytes once.
    package init(bytes: [UInt8], rowsElsewhere: Bool = false) throws(TaggerWeightsError) {
        let memory = AlignedMemory(bytes)
        try unsafe self.init(
            base: UnsafeRawPointer(memory.base), size: bytes.count, owner: memory, rowsElsewhere: rowsElsewhere)
    }

    private init(base: UnsafeRawPointer, size: Int, owner: AnyObject?, rowsElsewhere: Bool = false)
        throws(TaggerWeightsError)
    {
        guard size >= 64 else { throw .notWeights }
        func number(_ at: Int) -> UInt32 { unsafe base.load(fromByteOffset: at * 4, as: UInt32.self) }
        guard number(0) == Self.magic else { throw .notWeights }
        guard number(1) == Self.version else { throw .otherVersion(found: Int(number(1)), expected: Int(Self.version)) }
        let logs = [number(3), number(5), number(6)]
        guard logs.allSatisfy({ (1...26).contains($0) }), number(2) < 1 << 16, number(4) < 1 << 24 else {
            throw .malformed("sizes out of range")
        }
        characterCount = Int(number(2))
        rowCount = Int(number(4))
        scale = Float(bitPattern: number(7))
        var at = 64
        func section(_ bytes: Int) -> Int {
            let start = at
            at = (at + bytes + 63) & ~63
            return start
        }
        let mapStart = section(65536 * 2)
        let classStart = section(characterCount * 4)
        slotStart = section(8 << logs[0])
        let filterStart = section(1 << logs[0])
        rowStart = section(rowCount * 16)
        let startStart = section(4 << logs[1])
        let wordStart = section(4 << logs[2])
        let kindStart = section(4 * Lexicon.mostKinds)
        let stepStart = section(TagTransitions.count * 4)
        let sureStart = section(8 * 4)
        guard size >= at else { throw .truncated(found: size, expected: at) }
        unsafe map = (base + mapStart).assumingMemoryBound(to: UInt16.self)
        unsafe classes = (base + classStart).assumingMemoryBound(to: UInt32.self)
        unsafe rows = (base + rowStart).assumingMemoryBound(to: SIMD8<Int16>.self)
        table = unsafe PatternTable(
            slots: (base + slotStart).assumingMemoryBound(to: UInt64.self),
            filter: (base + filterStart).assumingMemoryBound(to: UInt8.self), bits: Int(logs[0]))
        lexicon = unsafe Lexicon(
            starts: (base + startStart).assumingMemoryBound(to: UInt32.self), startBits: Int(logs[1]),
            words: (base + wordStart).assumingMemoryBound(to: UInt32.self), wordBits: Int(logs[2]),
            kinds: (base + kindStart).assumingMemoryBound(to: UInt32.self))
        func floats(_ start: Int, _ count: Int) -> [Float] {
            (0..<count).map { unsafe Float(bitPattern: base.load(fromByteOffset: start + $0 * 4, as: UInt32.self)) }
        }
        steps = TagTransitions(flat: floats(stepStart, TagTransitions.count))
        sureness = floats(sureStart, 8)
        self.owner = owner
        // A damaged file must not make us read elsewhere: every index that leads into another section is checked once.
        if owner != nil {
            for scalar in 0..<65536 where unsafe map[scalar] >= UInt16(characterCount) {
                throw .malformed("a character number out of range")
            }
            guard rowsElsewhere || table.isSound(rowCount: rowCount) else {
                throw .malformed("a pattern points past the rows")
            }
        }
    }

    /// The number of a scalar's character.
    @inline(__always)
    package func character(_ scalar: UInt32) -> UInt16 {
        unsafe scalar < 0x10000 ? map[Int(scalar)] : map[scalar < 0x40000 && scalar >= 0x20000 ? 0x9FFF : 0xFFFD]
    }

    @inline(__always)
    package func classes(_ character: UInt16) -> CharacterClasses {
        unsafe CharacterClasses(bits: classes[Int(character)])
    }
}

/// Bytes at an address that is a multiple of 64.
@safe final class AlignedMemory {
    let base: UnsafeMutableRawPointer

    init(_ bytes: [UInt8]) {
        unsafe base = .allocate(byteCount: bytes.count + 64, alignment: 64)
        unsafe bytes.withUnsafeBytes {
            unsafe base.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(base), byteCount: $0.count)
        }
    }

    deinit { unsafe base.deallocate() }
}

/// What is known of a character by itself.
package struct CharacterClasses: Equatable, Sendable {
    package var bits: UInt32

    package init(bits: UInt32) { self.bits = bits }

    package init(surname: Int, given: Int, transliteration: Int, script: Int) {
        bits = UInt32(surname | given << 4 | transliteration << 8 | script << 12)
    }

    /// How often it is a surname where it stands: 0 never … 5 nearly always.
    @inline(__always) package var surname: UInt64 { UInt64(bits & 15) }
    /// How much more often it stands in given names than elsewhere: 0 never … 4.
    @inline(__always) package var given: UInt64 { UInt64(bits >> 4 & 15) }
    /// The same for transliterated names: 0 … 4.
    @inline(__always) package var transliteration: UInt64 { UInt64(bits >> 8 & 15) }
    /// The kind of sign: see ``ScriptClass``.
    @inline(__always) package var script: UInt64 { UInt64(bits >> 12 & 15) }
}

/// Patterns found by their 64-bit key, by open addressing.
///
/// A slot holds 24 bits of the key's hash, a mask of the places that the pattern speaks of, and the number of the
/// first of their rows: `hash << 40 | mask << 32 | row`. An empty slot is 0.
@safe package struct PatternTable: @unchecked Sendable {
    private let slots: UnsafePointer<UInt64>
    private let filter: UnsafePointer<UInt8>
    private let mask: Int
    private let filterShift: UInt64

    init(slots: UnsafePointer<UInt64>, filter: UnsafePointer<UInt8>, bits: Int) {
        unsafe self.slots = slots
        unsafe self.filter = filter
        mask = 1 << bits - 1
        filterShift = UInt64(61 - bits)
    }

    /// How many slots there are.
    package var count: Int { mask + 1 }

    /// 1 where the pattern of this hash may be in the table, 0 where it is not.
    @inline(__always)
    func mayHold(_ hash: UInt64) -> Int {
        let at = hash &>> filterShift
        return Int(unsafe filter[Int(truncatingIfNeeded: at &>> 3)] &>> UInt8(truncatingIfNeeded: at & 7) & 1)
    }

    /// Has what ``mayHold(_:)`` looks at brought near.
    @inline(__always)
    func prefetchFilter(_ hash: UInt64) {
        unsafe quandian_prefetch(filter + Int(truncatingIfNeeded: (hash &>> filterShift) &>> 3))
    }

    @inline(__always)
    package static func hash(_ key: UInt64) -> UInt64 {
        let h = (key ^ key >> 29) &* 0x9E37_79B9_7F4A_7C15
        return (h ^ h >> 32) &* 0xD6E8_FEB8_6659_FD93
    }

    private static let placeMask: UInt64 = 0x3FF

    /// A hash with the place of its pattern, below 1024, in bits 24 to 33, which nothing in the table is found by.
    @inline(__always)
    static func mark(_ hash: UInt64, place: Int) -> UInt64 {
        hash & ~(placeMask &<< 24) | UInt64(truncatingIfNeeded: place) &<< 24
    }

    /// Puts the marked hashes that are in the table, as `quandian_add_rows` takes them, at the head of those given, and has
    /// their rows brought near. Returns how many there are.
    func find(
        _ hashes: UnsafeMutablePointer<UInt64>, _ count: Int, _ rows: UnsafePointer<SIMD8<Int16>>,
        _ counts: UnsafePointer<UInt8>
    ) -> Int {
        unsafe quandian_find_slots(hashes, count, slots, UInt64(mask), rows, counts)
    }

    /// The slot of a key, or 0.
    package func slot(_ key: UInt64) -> UInt64 { position(key).map { unsafe slots[$0] } ?? 0 }

    /// The number of the slot of a key; nil where there is none.
    package func position(_ key: UInt64) -> Int? {
        let hash = Self.hash(key)
        var at = home(key)
        while unsafe slots[at] != 0 {
            if unsafe slots[at] >> 40 == hash & 0xFF_FFFF { return at }
            at = (at &+ 1) & mask
        }
        return nil
    }

    /// The number of the slot where the search for a key begins.
    package func home(_ key: UInt64) -> Int { Int(truncatingIfNeeded: Self.hash(key) >> 40) & mask }

    /// Has the place where the search for a hash begins brought near.
    @inline(__always)
    func prefetch(_ hash: UInt64) {
        unsafe quandian_prefetch(slots + Int(truncatingIfNeeded: hash &>> 40) & mask)
    }

    func isSound(rowCount: Int) -> Bool {
        var isFull = true
        for at in 0..<count {
            let slot = unsafe slots[at]
            if slot == 0 { isFull = false }
            let places = (slot >> 32 & 0xFF).nonzeroBitCount
            if Int(slot & 0xFFFF_FFFF) + places > rowCount { return false }
        }
        return !isFull
    }

    /// Fills a table. Keys must differ; where two marks collide the later one is lost to the earlier, as in reading.
    package static func build(_ entries: [(key: UInt64, mask: UInt8, row: UInt32)]) -> (
        slots: [UInt64], filter: [UInt8], bits: Int
    ) {
        var bits = 4
        while Double(1 << bits) * 0.72 < Double(entries.count) { bits += 1 }
        var slots = [UInt64](repeating: 0, count: 1 << bits)
        var filter = [UInt8](repeating: 0, count: 1 << bits)
        for entry in entries {
            let hash = hash(entry.key)
            let bit = hash >> UInt64(61 - bits)
            filter[Int(bit >> 3)] |= 1 << UInt8(bit & 7)
            let mark = hash & 0xFF_FFFF
            var at = Int(truncatingIfNeeded: hash >> 40) & (slots.count - 1)
            while slots[at] != 0, slots[at] >> 40 != mark { at = (at + 1) & (slots.count - 1) }
            if slots[at] == 0 { slots[at] = mark << 40 | UInt64(entry.mask) << 32 | UInt64(entry.row) }
        }
        return (slots, filter, bits)
    }
}

/// The marks of the slots of a lexicon's starts.
@safe final class StartMarks: @unchecked Sendable {
    private let words: UnsafeMutablePointer<UInt64>
    private static let bits = 19

    init(_ starts: UnsafeBufferPointer<UInt32>) {
        unsafe words = .allocate(capacity: 1 << (Self.bits - 6))
        unsafe words.initialize(repeating: 0, count: 1 << (Self.bits - 6))
        for at in starts.indices where unsafe starts[at] != 0 {
            let mark = unsafe starts[at] >> 8
            unsafe words[Self.word(mark)] |= 1 << UInt64(mark & 63)
        }
    }

    deinit { unsafe words.deallocate() }

    /// 1 where there may be a slot with this mark, else 0.
    @inline(__always)
    func mayHold(_ mark: UInt32) -> Int {
        Int(truncatingIfNeeded: unsafe words[Self.word(mark)] >> UInt64(mark & 63) & 1)
    }

    @inline(__always)
    private static func word(_ mark: UInt32) -> Int { Int(mark >> 6) & (1 << (bits - 6) - 1) }
}

/// Words that are known to be places, offices and the like, found by their characters' numbers.
@safe package struct Lexicon: @unchecked Sendable {
    package let starts: UnsafePointer<UInt32>
    package let startBits: Int
    package let words: UnsafePointer<UInt32>
    package let wordBits: Int
    package let kinds: UnsafePointer<UInt32>
    package static let longestWord = 12
    /// Words have so many different combinations of classes at most, none of them number 0.
    package static let mostKinds = 1 << kindBits
    private static let kindBits = 7
    /// A bit for each mark of `starts`, by its lowest bits: most pairs of a text begin no word.
    private let marked: StartMarks
    private static let wordMark: UInt64 = 1 << (32 - kindBits) - 1

    package init(
        starts: UnsafePointer<UInt32>, startBits: Int, words: UnsafePointer<UInt32>, wordBits: Int,
        kinds: UnsafePointer<UInt32>
    ) {
        unsafe self.starts = starts
        self.startBits = startBits
        unsafe self.words = words
        self.wordBits = wordBits
        unsafe self.kinds = kinds
        marked = unsafe StartMarks(UnsafeBufferPointer(start: starts, count: 1 << startBits))
    }

    @inline(__always)
    package static func extend(_ hash: UInt64, _ character: UInt16) -> UInt64 {
        (hash ^ UInt64(character)) &* 0x9E37_79B9_7F4A_7C15 ^ hash >> 31
    }

    /// 1 where a word may begin with a pair, whose slot is then brought near, so that ``longest(_:)`` need not wait for it;
    /// else 0.
    @inline(__always)
    func askForStart(_ pair: UInt64) -> UInt8 {
        let hash = PatternTable.hash(pair)
        let isMarked = marked.mayHold(UInt32(truncatingIfNeeded: hash & 0xFF_FFFF))
        // Without a branch: the first slot is near.
        let at = Int(truncatingIfNeeded: hash >> 40) & (1 << startBits - 1) & (0 &- isMarked)
        unsafe quandian_prefetch(starts + at)
        return UInt8(truncatingIfNeeded: isMarked)
    }

    /// Has the slot of a word brought near, so that ``classes(_:)`` need not wait for it.
    @inline(__always)
    func prefetchWord(_ word: UInt64) {
        unsafe quandian_prefetch(words + Int(truncatingIfNeeded: PatternTable.hash(word) >> 40) & (1 << wordBits - 1))
    }

    /// The greatest length of a word that begins with these two characters, or 0. The hash is that of the two. Asked where
    /// ``askForStart(_:)`` has said 1, it waits little.
    @inline(__always)
    func longest(_ pair: UInt64) -> Int {
        let hash = PatternTable.hash(pair)
        let mark = UInt32(truncatingIfNeeded: hash & 0xFF_FFFF)
        let mask = 1 << startBits - 1
        var at = Int(truncatingIfNeeded: hash >> 40) & mask
        // Two at a time, as in ``PatternTable``.
        let first = unsafe starts[at]
        at = (at + 1) & mask
        let second = unsafe starts[at]
        var slot = first >> 8 == mark || first == 0 ? first : second
        while slot >> 8 != mark, slot != 0 {
            at = (at + 1) & mask
            slot = unsafe starts[at]
        }
        return Int(slot & 0xFF)
    }

    /// The classes of a word, a bit each, or 0.
    @inline(__always)
    func classes(_ word: UInt64) -> UInt32 {
        let hash = PatternTable.hash(word)
        let mark = UInt32(truncatingIfNeeded: hash & Self.wordMark)
        let mask = 1 << wordBits - 1
        var at = Int(truncatingIfNeeded: hash >> 40) & mask
        let first = unsafe words[at]
        at = (at + 1) & mask
        let second = unsafe words[at]
        var slot = first >> UInt32(Self.kindBits) == mark || first == 0 ? first : second
        while slot >> UInt32(Self.kindBits) != mark, slot != 0 {
            at = (at + 1) & mask
            slot = unsafe words[at]
        }
        // No word has the kind 0, and an empty slot none.
        return unsafe kinds[Int(slot) & (Self.mostKinds - 1)]
    }

    package static func build(_ entries: [(characters: [UInt16], classes: UInt32)]) -> (
        starts: [UInt32], startBits: Int, words: [UInt32], wordBits: Int, kinds: [UInt32]
    ) {
        var longest: [UInt64: Int] = [:]
        for entry in entries where entry.characters.count >= 2 {
            let pair = extend(extend(0, entry.characters[0]), entry.characters[1])
            longest[pair] = max(longest[pair] ?? 0, min(entry.characters.count, longestWord))
        }
        func size(_ count: Int) -> Int {
            var bits = 4
            while Double(1 << bits) * 0.7 < Double(count) { bits += 1 }
            return bits
        }
        let startBits = size(longest.count)
        var starts = [UInt32](repeating: 0, count: 1 << startBits)
        for (pair, length) in longest.sorted(by: { $0.key < $1.key }) {
            let hash = PatternTable.hash(pair)
            let mark = UInt32(truncatingIfNeeded: hash & 0xFF_FFFF)
            var at = Int(truncatingIfNeeded: hash >> 40) & (starts.count - 1)
            while starts[at] != 0, starts[at] >> 8 != mark { at = (at + 1) & (starts.count - 1) }
            starts[at] = mark << 8 | max(starts[at] & 0xFF, UInt32(length))
        }
        let wordBits = size(entries.count)
        // Words that differ may be the same to us: they have the classes of both.
        var classes: [[UInt16]: UInt32] = [:]
        for entry in entries where (2...longestWord).contains(entry.characters.count) {
            classes[entry.characters, default: 0] |= entry.classes
        }
        // The commonest combinations; a word with a rarer one is left out.
        var counts: [UInt32: Int] = [:]
        for kind in classes.values where kind != 0 { counts[kind, default: 0] += 1 }
        let common = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(mostKinds - 1).map(\.key)
        var kinds = [UInt32](repeating: 0, count: mostKinds)
        for (number, kind) in common.enumerated() { kinds[number + 1] = kind }
        let numbers = Dictionary(uniqueKeysWithValues: common.enumerated().map { ($1, UInt32($0 + 1)) })
        var words = [UInt32](repeating: 0, count: 1 << wordBits)
        for (word, kind) in classes.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            guard let number = numbers[kind] else { continue }
            let hash = PatternTable.hash(word.reduce(0, extend))
            let slot = UInt32(truncatingIfNeeded: hash & wordMark) << UInt32(kindBits) | number
            var at = Int(truncatingIfNeeded: hash >> 40) & (words.count - 1)
            while words[at] != 0, words[at] >> UInt32(kindBits) != slot >> UInt32(kindBits) {
                at = (at + 1) & (words.count - 1)
            }
            if words[at] == 0 { words[at] = slot }
        }
        return (starts, startBits, words, wordBits, kinds)
    }
}
