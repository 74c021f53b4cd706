import CModels

// The weights file: a header of 32 little-endian 32-bit numbers, then sections, each at a multiple of 64 bytes. It is
// used where it lies; nothing is parsed or copied, so that loading costs nothing.
//
//     header     magic, version, characters, slots (log2), rows, starts (log2), words (log2), width, hidden, first taps,
//                layers above the first, how far their taps stand apart (4), factors as Float: first layer, layers above
//                (4), scores, gate; what the gate must pass; 0 …
//     map        UInt16 × 65536: scalar → character number (traditional and full-width forms folded)
//     classes    UInt32 a character: CharacterClasses
//     slots      UInt64 × 2^slots: patterns, open addressing; see PatternTable
//     filter     8 bits a slot: bit `hash >> (61 - slots)` is set for every pattern, so that most misses cost one bit
//     rows       Int8 × width a row; the first are the characters' own: 2^shift times what is added at a place
//     shifts     UInt8 a character: the shift of its row
//     starts     UInt32 × 2^starts: first two characters of lexicon words → longest length
//     words      UInt64 × 2^words: lexicon words → their classes
//     layers     of each layer, the scores and the gate: Int16 pairs, Int32 bias; see quandian_convolve
//     steps      Float × TagTransitions.count
//     sureness   Float × 8: slope and offset of the logistic curve that turns a label's raw likelihood into a certainty

/// The shape of the tagger's network.
package struct NetworkShape: Sendable, Equatable {
    /// Numbers that stand for a place before the first layer, and behind each layer: multiples of 16.
    package var width: Int
    package var hidden: Int
    /// Places that the first layer looks at, an odd number.
    package var firstTaps: Int
    /// For each layer above the first, how far its three taps stand apart.
    package var spreads: [Int]

    package init(width: Int = 64, hidden: Int = 64, firstTaps: Int = 5, spreads: [Int] = [1, 2]) {
        self.width = width
        self.hidden = hidden
        self.firstTaps = firstTaps
        self.spreads = spreads
    }

    /// Places on each side of a sentence that a layer may look at.
    package static let margin = 8
    package static let mostLayers = 4

    var isSound: Bool {
        (16...256).contains(width) && width % 16 == 0 && (16...256).contains(hidden) && hidden % 16 == 0
            && (1...9).contains(firstTaps) && firstTaps % 2 == 1 && spreads.count <= Self.mostLayers
            && spreads.allSatisfy { (1...Self.margin).contains($0) }
    }

    // The greatest sizes of whole numbers, chosen so that no sum can pass 32 bits:
    // 9 · 256 · 2047 · 255 and 3 · 256 · 8191 · 255 are below 2^31.
    package static let largestSum: Int16 = 2047
    package static let largestActivation: Int16 = 8191
    package static let largestWeight: Int16 = 255
}

/// The tagger's weights, in place.
@safe package struct TaggerWeights: @unchecked Sendable {
    package static let magic: UInt32 = 0x4754_4451
    package static let version: UInt32 = 3

    /// A layer as ``quandian_convolve`` wants it.
    @safe struct Layer {
        let weights: UnsafePointer<Int16>
        let bias: UnsafePointer<Int32>
        let factor: Float
    }

    package let characterCount: Int
    package let rowCount: Int
    package let shape: NetworkShape
    package let steps: TagTransitions
    package let sureness: [Float]
    package let table: PatternTable
    package let lexicon: Lexicon
    let first: Layer
    let layers: [Layer]
    let scores: Layer
    /// Of the first layer alone: above 0 where a place is more likely part of a name than not, in the first of 16 numbers.
    let gate: Layer
    /// A place of which the gate says this or less is no part of a name.
    let closed: Float
    let rows: UnsafePointer<Int8>
    private let shifts: UnsafePointer<UInt8>
    private let map: UnsafePointer<UInt16>
    private let classes: UnsafePointer<UInt32>
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
    package init(bytes: [UInt8]) throws(TaggerWeightsError) {
        let memory = AlignedMemory(bytes)
        try unsafe self.init(base: UnsafeRawPointer(memory.base), size: bytes.count, owner: memory)
    }

    private init(base: UnsafeRawPointer, size: Int, owner: AnyObject?) throws(TaggerWeightsError) {
        guard size >= 128 else { throw .notWeights }
        func number(_ at: Int) -> UInt32 { unsafe base.load(fromByteOffset: at * 4, as: UInt32.self) }
        guard number(0) == Self.magic else { throw .notWeights }
        guard number(1) == Self.version else { throw .otherVersion(found: Int(number(1)), expected: Int(Self.version)) }
        let logs = [number(3), number(5), number(6)]
        guard logs.allSatisfy({ (1...26).contains($0) }), (1..<1 << 13).contains(number(2)), number(4) < 1 << 24,
            number(2) <= number(4), number(10) <= UInt32(NetworkShape.mostLayers)
        else {
            throw .malformed("sizes out of range")
        }
        characterCount = Int(number(2))
        rowCount = Int(number(4))
        let shape = NetworkShape(
            width: Int(number(7)), hidden: Int(number(8)), firstTaps: Int(number(9)),
            spreads: (0..<Int(number(10))).map { Int(number(11 + $0)) })
        self.shape = shape
        guard shape.isSound else { throw .malformed("a network of an unknown shape") }
        var at = 128
        func section(_ bytes: Int) -> Int {
            let start = at
            at = (at + bytes + 63) & ~63
            return start
        }
        let mapStart = section(65536 * 2)
        let classStart = section(characterCount * 4)
        let slotStart = section(8 << logs[0])
        let filterStart = section(1 << logs[0])
        let rowStart = section(rowCount * shape.width)
        let shiftStart = section(characterCount)
        let startStart = section(4 << logs[1])
        let wordStart = section(8 << logs[2])
        let inners =
            [shape.firstTaps * shape.width] + shape.spreads.map { _ in 3 * shape.hidden } + [shape.hidden, shape.hidden]
        let outers = [shape.hidden] + shape.spreads.map { _ in shape.hidden } + [16, 16]
        let layerStarts = zip(inners, outers).map { (section($0 * $1 * 2), section($1 * 4)) }
        let stepStart = section(TagTransitions.count * 4)
        let sureStart = section(8 * 4)
        guard size >= at else { throw .truncated(found: size, expected: at) }
        unsafe map = (base + mapStart).assumingMemoryBound(to: UInt16.self)
        unsafe classes = (base + classStart).assumingMemoryBound(to: UInt32.self)
        unsafe rows = (base + rowStart).assumingMemoryBound(to: Int8.self)
        unsafe shifts = (base + shiftStart).assumingMemoryBound(to: UInt8.self)
        table = unsafe PatternTable(
            slots: (base + slotStart).assumingMemoryBound(to: UInt64.self),
            filter: (base + filterStart).assumingMemoryBound(to: UInt8.self), bits: Int(logs[0]))
        lexicon = unsafe Lexicon(
            starts: (base + startStart).assumingMemoryBound(to: UInt32.self), startBits: Int(logs[1]),
            words: (base + wordStart).assumingMemoryBound(to: UInt64.self), wordBits: Int(logs[2]))
        func floats(_ start: Int, _ count: Int) -> [Float] {
            (0..<count).map { unsafe Float(bitPattern: base.load(fromByteOffset: start + $0 * 4, as: UInt32.self)) }
        }
        closed = Float(bitPattern: number(22))
        let factors = [number(15)] + (0..<shape.spreads.count).map { number(16 + $0) } + [number(20), number(21)]
        let all = zip(layerStarts, factors).map { starts, factor in
            unsafe Layer(
                weights: (base + starts.0).assumingMemoryBound(to: Int16.self),
                bias: (base + starts.1).assumingMemoryBound(to: Int32.self), factor: Float(bitPattern: factor))
        }
        first = all[0]
        layers = Array(all[1..<all.count - 2])
        scores = all[all.count - 2]
        gate = all[all.count - 1]
        steps = TagTransitions(flat: floats(stepStart, TagTransitions.count))
        sureness = floats(sureStart, 8)
        self.owner = owner
        // A damaged file must not make us read elsewhere: every index that leads into another section is checked once.
        if owner != nil {
            for scalar in 0..<65536 where unsafe map[scalar] >= UInt16(characterCount) {
                throw .malformed("a character number out of range")
            }
            guard table.isSound(rowCount: rowCount) else { throw .malformed("a pattern points past the rows") }
            for character in 0..<characterCount where unsafe shifts[character] > PatternTable.mostShift {
                throw .malformed("a row counts too often")
            }
            for (layer, (inner, outer)) in zip(all, zip(inners, outers)) {
                guard layer.factor >= 0, layer.factor <= 1 else { throw .malformed("a factor out of range") }
                for i in 0..<inner * outer
                where unsafe layer.weights[i].magnitude > UInt16(NetworkShape.largestWeight) {
                    throw .malformed("a weight out of range")
                }
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

    /// How often the character's row counts, as a power of two.
    @inline(__always)
    func shift(_ character: UInt16) -> UInt16 { unsafe UInt16(shifts[Int(character)]) }
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
/// A slot holds 24 bits of the key's hash, how often the pattern's row counts (as a power of two), and the number of the
/// row: `hash << 40 | shift << 32 | row`. An empty slot is 0.
@safe package struct PatternTable: @unchecked Sendable {
    private let slots: UnsafePointer<UInt64>
    private let filter: UnsafePointer<UInt8>
    private let bits: Int
    package static let mostShift: UInt8 = 4

    init(slots: UnsafePointer<UInt64>, filter: UnsafePointer<UInt8>, bits: Int) {
        unsafe self.slots = slots
        unsafe self.filter = filter
        self.bits = bits
    }

    /// 1 where the pattern of this hash may be in the table, 0 where it is not.
    @inline(__always)
    func mayHold(_ hash: UInt64) -> Int {
        let at = hash >> UInt64(61 - bits)
        return Int(unsafe filter[Int(truncatingIfNeeded: at >> 3)] >> UInt8(truncatingIfNeeded: at & 7) & 1)
    }

    @inline(__always)
    package static func hash(_ key: UInt64) -> UInt64 {
        let h = (key ^ key >> 29) &* 0x9E37_79B9_7F4A_7C15
        return (h ^ h >> 32) &* 0xD6E8_FEB8_6659_FD93
    }

    /// The slot of a key, or 0.
    @inline(__always)
    package func slot(_ key: UInt64) -> UInt64 { slot(hash: Self.hash(key)) }

    /// The slot of the key with this hash, or 0.
    @inline(__always)
    func slot(hash: UInt64) -> UInt64 {
        let mark = hash & 0xFF_FFFF
        let mask = 1 << bits - 1
        var at = Int(truncatingIfNeeded: hash >> 40) & mask
        while true {
            let slot = unsafe slots[at]
            if slot >> 40 == mark || slot == 0 { return slot }
            at = (at + 1) & mask
        }
    }

    /// What stands where the search for a hash begins.
    @inline(__always)
    func firstSlot(_ hash: UInt64) -> UInt64 {
        unsafe slots[Int(truncatingIfNeeded: hash >> 40) & (1 << bits - 1)]
    }

    func isSound(rowCount: Int) -> Bool {
        var isFull = true
        for at in 0..<1 << bits {
            let slot = unsafe slots[at]
            if slot == 0 { isFull = false }
            if slot >> 32 & 0xFF > UInt64(Self.mostShift) { return false }
            if Int(slot & 0xFFFF_FFFF) >= rowCount { return false }
        }
        return !isFull
    }

    /// Fills a table. Keys must differ; where two marks collide the later one is lost to the earlier, as in reading.
    package static func build(_ entries: [(key: UInt64, shift: UInt8, row: UInt32)]) -> (
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
            if slots[at] == 0 { slots[at] = mark << 40 | UInt64(entry.shift) << 32 | UInt64(entry.row) }
        }
        return (slots, filter, bits)
    }
}

/// Words that are known to be places, offices and the like, found by their characters' numbers.
@safe package struct Lexicon: @unchecked Sendable {
    package let starts: UnsafePointer<UInt32>
    package let startBits: Int
    package let words: UnsafePointer<UInt64>
    package let wordBits: Int
    package static let longestWord = 12

    package init(starts: UnsafePointer<UInt32>, startBits: Int, words: UnsafePointer<UInt64>, wordBits: Int) {
        unsafe self.starts = starts
        self.startBits = startBits
        unsafe self.words = words
        self.wordBits = wordBits
    }

    @inline(__always)
    package static func extend(_ hash: UInt64, _ character: UInt16) -> UInt64 {
        (hash ^ UInt64(character)) &* 0x9E37_79B9_7F4A_7C15 ^ hash >> 31
    }

    /// The greatest length of a word that begins with these two characters, or 0. The hash is that of the two.
    @inline(__always)
    func longest(_ pair: UInt64) -> Int {
        let hash = PatternTable.hash(pair)
        let mark = UInt32(truncatingIfNeeded: hash & 0xFF_FFFF)
        let mask = 1 << startBits - 1
        var at = Int(truncatingIfNeeded: hash >> 40) & mask
        while true {
            let slot = unsafe starts[at]
            if slot == 0 { return 0 }
            if slot >> 8 == mark { return Int(slot & 0xFF) }
            at = (at + 1) & mask
        }
    }

    /// The classes of a word, a bit each, or 0.
    @inline(__always)
    func classes(_ word: UInt64) -> UInt32 {
        let hash = PatternTable.hash(word)
        let mark = hash & 0xFF_FFFF_FFFF
        let mask = 1 << wordBits - 1
        var at = Int(truncatingIfNeeded: hash >> 40) & mask
        while true {
            let slot = unsafe words[at]
            if slot == 0 { return 0 }
            if slot >> 24 == mark { return UInt32(slot & 0xFF_FFFF) }
            at = (at + 1) & mask
        }
    }

    package static func build(_ entries: [(characters: [UInt16], classes: UInt32)]) -> (
        starts: [UInt32], startBits: Int, words: [UInt64], wordBits: Int
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
        var words = [UInt64](repeating: 0, count: 1 << wordBits)
        for entry in entries where (2...longestWord).contains(entry.characters.count) {
            let hash = PatternTable.hash(entry.characters.reduce(0, extend))
            let mark = hash & 0xFF_FFFF_FFFF
            var at = Int(truncatingIfNeeded: hash >> 40) & (words.count - 1)
            while words[at] != 0, words[at] >> 24 != mark { at = (at + 1) & (words.count - 1) }
            words[at] = mark << 24 | (words[at] & 0xFF_FFFF) | UInt64(entry.classes & 0xFF_FFFF)
        }
        return (starts, startBits, words, wordBits)
    }
}
