/// A sentence read into words and names, with the places where pieces begin and end.
struct NameReading {
    /// A person's name that the reading holds.
    struct Person {
        var range: Range<Int>
        /// How much better the sentence reads with the name than without, in nats.
        var margin: Float
        /// A surname alone before an office.
        var isSurname: Bool
    }

    var pieces: [NameLattice.Piece] = []
    var persons: [Person] = []
    /// For each character index, the piece that begins there, and the one that ends there; -1 for none.
    private(set) var beginning: [Int32] = []
    private(set) var ending: [Int32] = []

    mutating func index(_ count: Int) {
        beginning.resize(to: count + 1, filler: -1)
        ending.resize(to: count + 1, filler: -1)
        unsafe beginning.withUnsafeMutableBufferPointer { beginning in
            unsafe ending.withUnsafeMutableBufferPointer { ending in
                unsafe beginning.update(repeating: -1)
                unsafe ending.update(repeating: -1)
                for number in pieces.indices {
                    unsafe beginning[pieces[number].start] = Int32(number)
                    unsafe ending[pieces[number].end] = Int32(number)
                }
            }
        }
    }

    func piece(beginningAt at: Int) -> Int? {
        at >= 0 && at < beginning.count && beginning[at] >= 0 ? Int(beginning[at]) : nil
    }

    func piece(endingAt at: Int) -> Int? {
        at >= 0 && at < ending.count && ending[at] >= 0 ? Int(ending[at]) : nil
    }
}

/// Reads sentences; holds the memory that is used again for each.
struct NameReader {
    let tables: NameTables
    private var lattice = NameLattice()
    private let opens: Float
    private let closes: Float
    private static let context = 10

    init(_ tables: NameTables) {
        self.tables = tables
        opens = tables.root(0x2402).map { tables.beforePerson($0) } ?? 0
        closes = tables.root(0x2403).map { tables.afterPerson($0) } ?? 0
    }

    mutating func read(
        _ sentence: NameSentence, _ candidates: NameCandidates, tagged: inout TaggedNames,
        into reading: inout NameReading
    ) {
        candidates.lay(sentence, tagged: &tagged, into: &lattice)
        let count = sentence.count
        _ = lattice.read(0..<count, opens: opens, closes: closes, pieces: &reading.pieces)
        reading.index(count)
        reading.persons.removeAll(keepingCapacity: true)
        for piece in reading.pieces where piece.kind == .person || piece.kind == .surname {
            let name = piece.start..<piece.end
            // The window begins and ends where pieces do, so that both readings are whole.
            var low = max(0, piece.start - Self.context)
            while low > 0, reading.piece(beginningAt: low) == nil { low -= 1 }
            var high = min(count, piece.end + Self.context)
            while high < count, reading.piece(beginningAt: high) == nil { high += 1 }
            let margin = lattice.margin(
                of: name, in: low..<high, opens: low == 0 ? opens : 0, closes: high == count ? closes : 0)
            reading.persons.append(
                NameReading.Person(range: name, margin: margin, isSurname: piece.kind == .surname))
        }
    }
}
