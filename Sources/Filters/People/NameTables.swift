import CModels

/// What the name rules know of the language: words with their frequency and what they say of a person's name beside
/// them, characters of surnames, given names, transliterations and place names, traditional forms.
///
/// All learned from the train parts of the project's corpora by `Sources/Training/Names/tables.py`; only counts.
/// Costs are negative natural logarithms of probabilities, in nats.
///
/// There is one for the whole process and it is never freed, so it holds bare addresses: a copy counts no references, and
/// a look-up checks no bounds. Nodes come from the tables themselves, and the other tables span the basic plane.
@safe struct NameTables: @unchecked Sendable {
    static let shared = NameTables()

    /// What a listed word may be.
    struct Flags: OptionSet, Sendable {
        let rawValue: UInt8
        /// An office, occupation or form of address.
        static let role = Flags(rawValue: 1)
        /// A part that may stand before an office and belongs to it: 副, 党组.
        static let rolePart = Flags(rawValue: 2)
        static let place = Flags(rawValue: 4)
        /// An organisation by itself: 国务院, 市委.
        static let body = Flags(rawValue: 8)
        /// The last part of an organisation's name: 委员会, 大学.
        static let bodyEnd = Flags(rawValue: 16)
        static let compoundSurname = Flags(rawValue: 32)
        /// A person known far and wide, seen as a name in the corpora.
        static let person = Flags(rawValue: 64)
        /// Listed as an ordinary word or a foreign place that looks like a person's name.
        static let ordinary = Flags(rawValue: 128)
    }

    /// All that is known of a character by itself, side by side, so that one look at memory brings it: its costs in names, as
    /// a single byte of tenths of a nat each, where 255 stands for never, its classes, and the words that begin with it.
    struct Character: Sendable, BitwiseCopyable {
        var surname: UInt8 = 255
        var givenAlone: UInt8 = 125
        var givenFirst: UInt8 = 125
        var givenSecond: UInt8 = 125
        var foreign: UInt8 = 255
        /// In the stem of a place's name, as its first character and as a later one.
        var groundFirst: UInt8 = 130
        var ground: UInt8 = 130
        var classes: CharacterClass = []
        /// The node of the words that begin with it; 0 where none does.
        var root: UInt32 = 0
        /// What it is as a word by itself.
        var word = Word()

        @inline(__always)
        func has(_ kind: CharacterClass) -> Bool { classes.rawValue & kind.rawValue != 0 }
    }

    /// What a listed word is worth.
    struct Word: Sendable, BitwiseCopyable {
        fileprivate var costByte: UInt8 = 255
        fileprivate var after: Int8 = 0
        fileprivate var before: Int8 = 0
        fileprivate var body: Int8 = 0
        fileprivate var head: Int8 = 0
        fileprivate var behindOffice: Int8 = 0
        fileprivate var flagByte: UInt8 = 0
        fileprivate var surname: UInt8 = 255

        /// Whether it is a word, and not only the beginning of one.
        @inline(__always) var isWord: Bool { costByte != 255 }
        @inline(__always) var cost: Float { Float(costByte) * 0.1 }
        @inline(__always) var afterPerson: Float { Float(after) * 0.1 }
        @inline(__always) var beforePerson: Float { Float(before) * 0.1 }
        /// How much more often it stands behind an office than elsewhere, where no name does, in nats.
        @inline(__always) var behindAnOffice: Float { Float(behindOffice) * 0.1 }
        @inline(__always) var flags: Flags { Flags(rawValue: flagByte) }
        /// The cost of the word as the name of a known person; nil where it is none.
        @inline(__always) var personCost: Float? { flagByte & 64 == 0 ? nil : Float(surname) * 0.1 }
    }

    private struct Node: Sendable, BitwiseCopyable {
        var firstChild: UInt32
        var word: Word
    }

    private let nodes: UnsafePointer<Node>
    private let labels: UnsafePointer<UInt16>
    /// A bit for each pair of characters, by hash, that begins a word; most pairs of a text begin none.
    private let pairs: UnsafePointer<UInt64>
    /// A bit for the first two characters of each word that ``isKnownPlace(_:)`` tells.
    private let placeHeads: UnsafePointer<UInt64>
    /// The nodes below are first characters.
    private let rootEnd: Int
    private let characterIndex: UnsafePointer<UInt16>
    private let characters: UnsafePointer<Character>
    private let folds: UnsafePointer<UInt16>

    private init() {
        // The sections follow one another; numbers of 32 and 16 bits stand where they may be read in place.
        let base = unsafe quandian_name_tables()
        var at = 4
        func section<T: BitwiseCopyable>(_ count: Int, of type: T.Type) -> UnsafePointer<T> {
            defer { at += count * MemoryLayout<T>.size }
            return unsafe (base + at).assumingMemoryBound(to: type)
        }
        let sizes = unsafe section(4, of: UInt32.self)
        let count = unsafe Int(sizes[0])
        let firstChild = unsafe section(count + 1, of: UInt32.self)
        let labels = unsafe section(count, of: UInt16.self)
        unsafe self.labels = labels
        let costs = unsafe section(count, of: UInt8.self)
        let after = unsafe section(count, of: Int8.self)
        let before = unsafe section(count, of: Int8.self)
        let bodies = unsafe section(count, of: Int8.self)
        let heads = unsafe section(count, of: Int8.self)
        let behind = unsafe section(count, of: Int8.self)
        let flags = unsafe section(count, of: UInt8.self)
        let surnames = unsafe section(count, of: UInt8.self)
        let nodes = UnsafeMutablePointer<Node>.allocate(capacity: count + 1)
        for node in 0..<count {
            unsafe (nodes + node).initialize(
                to: Node(
                    firstChild: firstChild[node],
                    word: Word(
                        costByte: costs[node], after: after[node], before: before[node], body: bodies[node],
                        head: heads[node],
                        behindOffice: behind[node],
                        flagByte: flags[node], surname: surnames[node])))
        }
        unsafe (nodes + count).initialize(to: Node(firstChild: firstChild[count], word: Word()))
        unsafe self.nodes = UnsafePointer(nodes)
        // Behind the words nothing is aligned.
        func halves(_ count: Int) -> [UInt16] {
            defer { at += count * 2 }
            return (0..<count).map { unsafe base.loadUnaligned(fromByteOffset: at + $0 * 2, as: UInt16.self) }
        }
        func children(_ node: Int) -> Range<Int> { unsafe Int(firstChild[node])..<Int(firstChild[node + 1]) }
        var pairs = [UInt64](repeating: 0, count: 1 << 13)
        for root in children(0) {
            for child in children(root) {
                let bit = unsafe Self.pair(root, labels[child])
                pairs[bit >> 6] |= 1 << UInt64(bit & 63)
            }
        }
        unsafe self.pairs = Self.keep(pairs)
        // The nodes of one depth stand before those of the next.
        var firstPairs = [UInt16](repeating: 0, count: count)
        var placeHeads = [UInt64](repeating: 0, count: 1 << (Self.placeBits - 6))
        for root in children(0) {
            for child in children(root) { firstPairs[child] = unsafe Self.placePair(labels[root], labels[child]) }
        }
        for node in children(0).upperBound..<count {
            for child in children(node) { firstPairs[child] = firstPairs[node] }
            if unsafe Self.isKnownPlace(nodes[node].word) {
                placeHeads[Int(firstPairs[node] >> 6)] |= 1 << UInt64(firstPairs[node] & 63)
            }
        }
        unsafe self.placeHeads = Self.keep(placeHeads)
        rootEnd = children(0).upperBound

        var index = [UInt16](repeating: 0, count: 65536)
        var characters = [Character()]
        /// The number of a character's record, made where there is none yet.
        func record(_ code: Int) -> Int {
            if index[code] == 0 {
                index[code] = UInt16(characters.count)
                characters.append(Character())
            }
            return Int(index[code])
        }
        for _ in 0..<(unsafe Int(sizes[1])) {
            let code = halves(1)[0]
            let row = unsafe section(7, of: UInt8.self)
            characters[record(Int(code))] = unsafe Character(
                surname: row[0], givenAlone: row[1], givenFirst: row[2], givenSecond: row[3], foreign: row[4],
                groundFirst: row[5], ground: row[6])
        }
        for child in children(0) {
            let at = unsafe record(Int(labels[child]))
            characters[at].root = UInt32(child)
            characters[at].word = unsafe nodes[child].word
            for second in children(child) where unsafe Self.surnameCost(nodes[second].word) != nil {
                characters[at].classes.insert(.compoundSurname)
            }
        }
        for (kind, members) in CharacterClass.members {
            for code in members { characters[record(code)].classes.insert(kind) }
        }
        unsafe characterIndex = Self.keep(index)
        unsafe self.characters = Self.keep(characters)

        var folds = (0..<65536).map { UInt16($0) }
        for _ in 0..<(unsafe Int(sizes[2])) {
            let pair = halves(2)
            folds[Int(pair[0])] = pair[1]
        }
        for code in 0xFF01...0xFF5E { folds[code] = UInt16(code - 0xFEE0) }
        unsafe self.folds = Self.keep(folds)
    }

    /// A table where it stays for the life of the process.
    private static func keep<T: BitwiseCopyable>(_ table: [T]) -> UnsafePointer<T> {
        let memory = UnsafeMutablePointer<T>.allocate(capacity: table.count)
        for (number, element) in table.enumerated() { unsafe (memory + number).initialize(to: element) }
        return unsafe UnsafePointer(memory)
    }

    /// A scalar as the tables know it: simplified, half-width; 0 for one outside the basic plane.
    @inline(__always)
    func fold(_ scalar: UInt32) -> UInt16 {
        scalar < 65536 ? unsafe folds[Int(scalar)] : 0
    }

    @inline(__always)
    func character(_ folded: UInt16) -> Character {
        unsafe characters[Int(characterIndex[Int(folded)])]
    }

    /// Whether a folded character is of a class.
    @inline(__always)
    func has(_ folded: UInt16, _ kind: CharacterClass) -> Bool {
        character(folded).has(kind)
    }

    /// The node of the words that begin with a character; nil where none does.
    @inline(__always)
    func root(_ folded: UInt16) -> Int? {
        let node = character(folded).root
        return node == 0 ? nil : Int(node)
    }

    private static let pairBits = 19

    @inline(__always)
    private static func pair(_ root: Int, _ folded: UInt16) -> Int {
        let mixed = (UInt32(truncatingIfNeeded: root) &* 0x9E37_79B1) ^ (UInt32(folded) &* 0x85EB_CA6B)
        return Int((mixed &* 0xC2B2_AE35) >> UInt32(32 - pairBits))
    }

    /// Whether a word may begin with a root's character and another: never no where one does.
    @inline(__always)
    func mayFollow(_ root: Int, _ folded: UInt16) -> Bool {
        let bit = Self.pair(root, folded)
        return unsafe pairs[bit >> 6] & (1 << UInt64(bit & 63)) != 0
    }

    /// Has what ``child(known:_:)`` will look at first brought near.
    @inline(__always)
    func prefetchChildren(_ node: Int) {
        unsafe quandian_prefetch(labels + Int(nodes[node].firstChild + nodes[node + 1].firstChild) / 2)
    }

    /// Has a node brought near.
    @inline(__always)
    func prefetch(_ node: Int) { unsafe quandian_prefetch(nodes + node) }

    /// The node one character further; nil where no word goes on with it.
    @inline(__always)
    func child(_ node: Int, _ folded: UInt16) -> Int? {
        node < rootEnd && !mayFollow(node, folded) ? nil : child(known: node, folded)
    }

    /// The same where ``mayFollow(_:_:)`` has been asked, or has nothing to say.
    @inline(__always)
    func child(known node: Int, _ folded: UInt16) -> Int? {
        var low = unsafe Int(nodes[node].firstChild)
        var high = unsafe Int(nodes[node + 1].firstChild)
        while low < high {
            let middle = (low + high) / 2
            let label = unsafe labels[middle]
            if label == folded { return middle }
            if label < folded { low = middle + 1 } else { high = middle }
        }
        return nil
    }

    @inline(__always) func word(_ node: Int) -> Word { unsafe nodes[node].word }
    @inline(__always) func isWord(_ node: Int) -> Bool { word(node).isWord }
    @inline(__always) func cost(_ node: Int) -> Float { word(node).cost }
    @inline(__always) func afterPerson(_ node: Int) -> Float { word(node).afterPerson }
    @inline(__always) func beforePerson(_ node: Int) -> Float { word(node).beforePerson }
    @inline(__always) func bodyness(_ node: Int) -> Float { Float(word(node).body) * 0.1 }
    /// The logarithm of the odds that a body's name begins with a word rather than behind it.
    @inline(__always) func headness(_ node: Int) -> Float { Float(word(node).head) * 0.1 }
    @inline(__always) func flags(_ node: Int) -> Flags { word(node).flags }
    @inline(__always) func surnameCost(_ node: Int) -> Float? { Self.surnameCost(word(node)) }

    /// The cost of a word as a surname of two characters; nil where it is none.
    @inline(__always) private static func surnameCost(_ word: Word) -> Float? {
        word.surname == 255 || word.flagByte & 96 != 32 ? nil : Float(word.surname) * 0.1
    }

    /// Whether a word is an office or a form of address.
    func isTitle(_ word: ArraySlice<UInt16>) -> Bool { node(word).map { flags($0).contains(.role) } ?? false }

    /// Whether a word is the listed name of a place.
    func isPlace(_ word: ArraySlice<UInt16>) -> Bool { node(word).map { flags($0).contains(.place) } ?? false }

    /// Whether a word is the name of a place that needs no second witness: 珲春.
    static func isKnownPlace(_ word: Word) -> Bool { word.flags.isSuperset(of: [.place, .ordinary]) }

    /// Whether such a name may begin with two characters: never no where one does.
    @inline(__always)
    func mayBeginPlace(_ first: UInt16, _ second: UInt16) -> Bool {
        let bit = Self.placePair(first, second)
        return unsafe placeHeads[Int(bit >> 6)] & (1 << UInt64(bit & 63)) != 0
    }

    private static let placeBits = 16

    @inline(__always)
    private static func placePair(_ first: UInt16, _ second: UInt16) -> UInt16 {
        UInt16(truncatingIfNeeded: (UInt32(first) &* 0x9E37_79B1 ^ UInt32(second) &* 0x85EB_CA6B) >> 16)
    }

    /// Whether a word is listed as an ordinary one, and as no place or body: 渔村, 上市.
    func isOrdinary(_ word: ArraySlice<UInt16>) -> Bool {
        guard let node = node(word) else { return false }
        return flags(node).contains(.ordinary) && flags(node).isDisjoint(with: [.place, .body])
    }

    /// The node of a whole word, or nil.
    func node(_ word: ArraySlice<UInt16>) -> Int? {
        guard let head = word.first, var node = root(head) else { return nil }
        for character in word.dropFirst() {
            guard let next = child(node, character) else { return nil }
            node = next
        }
        return isWord(node) ? node : nil
    }
}
