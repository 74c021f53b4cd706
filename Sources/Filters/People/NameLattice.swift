/// All ways to read a sentence as words and names, and the best of them.
///
/// A segment model of two classes: ordinary words with their own frequencies, and names of persons and places with the
/// frequencies of their characters; what stands beside a person's name counts as the tables say. The best reading is
/// found by dynamic programming in time linear in the sentence, and a name is as sure as the best reading with it is
/// better than the best reading without it.
struct NameLattice {
    enum Kind: UInt8 { case word, person, surname, place }

    /// The node of the short name of a company that no table knows.
    static let tradeName = -2

    /// One piece of a reading.
    struct Edge {
        var start: Int32
        var end: Int32
        /// Natural logarithm of its probability.
        var score: Float
        var afterPerson: Float
        var beforePerson: Float
        /// The node of a word in the tables, -1, or ``tradeName``.
        var node: Int32
        var kind: Kind
        /// Whether the piece joins the names of a list: 、 和 与 及, a space.
        var joins: Bool
        /// Whether an office may follow from here, for a surname that stands alone.
        var isOffice: Bool
    }

    struct Piece: Equatable {
        var start: Int
        var end: Int
        var kind: Kind
        var node: Int
    }

    private struct State {
        var score: Float
        /// The edge that led here, or -1.
        var edge: Int32
        /// The state at the edge's start.
        var from: UInt8
    }

    /// States: after a word; after a word, a person being next; after a person; after a surname whose office is next.
    private static let plain = 0, expecting = 1, named = 2, surnamed = 3
    private static let never: Float = -1e9

    private(set) var edges: [Edge] = []
    private(set) var firstEdge: [Int32] = []
    private var states: [State] = []
    /// For each place the node of the words that begin with its character and the next; 0 where none does.
    private var seconds: [UInt32] = []

    /// Whether an office in full or a label ends where the edges of the last place begin.
    var isAnnounced: Bool { announced.contains { $0.end == firstEdge.count - 1 } }
    /// The lengths of what stands alone behind a label that ends there, as bits.
    var labelled: UInt32 {
        announced.reduce(0) { $1.end == firstEdge.count - 1 ? $0 | 1 << UInt32($1.length) : $0 }
    }
    /// The ends of offices and labels that the last place has not passed.
    private var announced: [(end: Int, length: Int)] = []

    /// Whether an office ends there.
    var isAfterOffice: Bool { officeEnds >> UInt64((firstEdge.count - 1) & 63) & 1 == 1 }
    /// A bit for each place not far ahead, in turn, where an office ends.
    private var officeEnds: UInt64 = 0
    /// The furthest end of an edge.
    private var furthest = 0

    /// An office in full ends at a place, or a label, behind which so many characters stand alone.
    mutating func announce(_ end: Int, _ length: Int? = nil) {
        announced.removeAll { $0.end < firstEdge.count - 1 }
        announced.append((end, length ?? 0))
    }

    /// - Parameter stretches: the places that will be read.
    mutating func begin(_ sentence: NameSentence, _ stretches: [Range<Int>], _ tables: NameTables) {
        announced.removeAll(keepingCapacity: true)
        officeEnds = 0
        furthest = 0
        edges.removeAll(keepingCapacity: true)
        firstEdge.removeAll(keepingCapacity: true)
        seconds.resize(to: sentence.count, filler: 0)
        for stretch in stretches { findSeconds(stretch, sentence, tables) }
    }

    /// For a whole stretch at once, so that what is looked at was asked for long before.
    private mutating func findSeconds(_ stretch: Range<Int>, _ sentence: NameSentence, _ tables: NameTables) {
        let count = sentence.count
        unsafe seconds.withUnsafeMutableBufferPointer { seconds in
            unsafe sentence.folded.withUnsafeBufferPointer { folded in
                unsafe sentence.characters.withUnsafeBufferPointer { characters in
                    for at in stretch {
                        let root = unsafe at + 1 < count ? Int(characters[at].root) : 0
                        let goesOn = unsafe root != 0 && tables.mayFollow(root, folded[at + 1])
                        unsafe seconds[at] = goesOn ? UInt32(truncatingIfNeeded: root) : 0
                        tables.prefetchChildren(goesOn ? root : 0)
                    }
                    for at in stretch where unsafe seconds[at] != 0 {
                        let node = unsafe tables.child(known: Int(seconds[at]), folded[at + 1]) ?? 0
                        unsafe seconds[at] = UInt32(truncatingIfNeeded: node)
                        tables.prefetch(node)
                    }
                    for at in stretch where unsafe seconds[at] != 0 {
                        unsafe tables.prefetchChildren(Int(seconds[at]))
                    }
                }
            }
        }
    }

    /// The node of the words that begin with a place's character and the next; nil where none does.
    func second(_ at: Int) -> Int? { seconds[at] == 0 ? nil : Int(seconds[at]) }

    /// Edges are added by ascending start; call before the edges of each place, and once at the end.
    @inline(__always)
    mutating func openPlace() {
        // The bit of a place long passed is free for one ahead.
        officeEnds &= ~(1 << UInt64((firstEdge.count - 1) & 63))
        firstEdge.append(Int32(edges.count))
    }

    /// Lays nothing over places that are not read but a way to where reading goes on, also from where a piece ends among them.
    mutating func pass(_ places: Range<Int>) {
        for at in places {
            openPlace()
            if at == places.lowerBound || at <= furthest {
                add(
                    Edge(
                        start: Int32(at), end: Int32(places.upperBound), score: 0, afterPerson: 0, beforePerson: 0,
                        node: -1,
                        kind: .word, joins: false, isOffice: false))
            }
        }
    }

    @inline(__always)
    mutating func add(_ edge: Edge) {
        edges.append(edge)
        furthest = max(furthest, Int(edge.end))
        if edge.isOffice, edge.beforePerson > 0, edge.end - edge.start < 63 { officeEnds |= 1 << UInt64(edge.end & 63) }
    }

    /// Adds what the tagger says to the persons among the last edges.
    mutating func weigh(from first: Int, _ tagged: TaggedNames) {
        for index in first..<edges.count where edges[index].kind == .person {
            edges[index].score += tagged.person(Int(edges[index].start), Int(edges[index].end))
        }
    }

    /// Adds to the persons among the last edges whose end is as asked.
    mutating func favour(from first: Int, by gain: Float, where isWanted: (Int) -> Bool) {
        for index in first..<edges.count where edges[index].kind == .person && isWanted(Int(edges[index].end)) {
            edges[index].score += gain
        }
    }

    /// Takes from the persons among the last edges that are ordinary words; bit n stands for a length of n characters.
    mutating func discount(from first: Int, lengths: UInt32, by cost: Float) {
        for index in first..<edges.count where edges[index].kind == .person {
            if lengths & (1 << UInt32(min(31, edges[index].end - edges[index].start))) != 0 {
                edges[index].score -= cost
            }
        }
    }

    /// The best reading of a stretch, and its score. `banned` keeps persons that overlap it out.
    mutating func read(
        _ range: Range<Int>, opens: Float, closes: Float, banned: Range<Int>? = nil, pieces: inout [Piece]
    ) -> Float {
        let score = fill(range, opens: opens, closes: closes, banned: banned)
        pieces.removeAll(keepingCapacity: true)
        let size = range.count
        var at = size
        var state = best(at: size, closes)
        while at > 0 {
            let here = states[at * 4 + state]
            guard here.edge >= 0 else { break }
            let edge = edges[Int(here.edge)]
            pieces.append(Piece(start: Int(edge.start), end: Int(edge.end), kind: edge.kind, node: Int(edge.node)))
            at = Int(edge.start) - range.lowerBound
            state = Int(here.from)
        }
        pieces.reverse()
        return score
    }

    /// How much better the best reading of a stretch is when persons may overlap `name` than when they may not.
    mutating func margin(of name: Range<Int>, in range: Range<Int>, opens: Float, closes: Float) -> Float {
        fill(range, opens: opens, closes: closes, banned: nil)
            - fill(range, opens: opens, closes: closes, banned: name)
    }

    private func best(at size: Int, _ closes: Float) -> Int {
        states[size * 4 + Self.plain].score >= states[size * 4 + Self.named].score + closes ? Self.plain : Self.named
    }

    @discardableResult
    private mutating func fill(_ range: Range<Int>, opens: Float, closes: Float, banned: Range<Int>?) -> Float {
        let size = range.count
        let empty = State(score: Self.never, edge: -1, from: 0)
        states.resize(to: (size + 1) * 4, filler: empty)
        unsafe states.withUnsafeMutableBufferPointer { unsafe $0.update(repeating: empty) }
        states[Self.plain].score = 0
        states[Self.expecting].score = opens
        // No bounds are checked here: edges end inside the sentence, and those that leave the stretch are passed over.
        unsafe edges.withUnsafeBufferPointer { laid in
            unsafe firstEdge.withUnsafeBufferPointer { starts in
                unsafe states.withUnsafeMutableBufferPointer { cells in
                    for at in 0..<size {
                        let plain = unsafe cells[at * 4 + Self.plain].score
                        let expecting = unsafe cells[at * 4 + Self.expecting].score
                        let named = unsafe cells[at * 4 + Self.named].score
                        let surnamed = unsafe cells[at * 4 + Self.surnamed].score
                        if plain <= Self.never, named <= Self.never, surnamed <= Self.never { continue }
                        let place = range.lowerBound + at
                        for index in unsafe Int(starts[place])..<Int(starts[place + 1]) {
                            let edge = unsafe laid[index]
                            let end = Int(edge.end) - range.lowerBound
                            if end > size { continue }
                            let slot = end * 4
                            switch edge.kind {
                            case .word, .place:
                                var score = plain
                                var from = UInt8(Self.plain)
                                let afterName = named + edge.afterPerson
                                if afterName > score {
                                    score = afterName
                                    from = UInt8(Self.named)
                                }
                                if edge.isOffice, surnamed + Self.officeBonus > score {
                                    score = surnamed + Self.officeBonus
                                    from = UInt8(Self.surnamed)
                                }
                                score += edge.score
                                if unsafe score > cells[slot + Self.plain].score {
                                    unsafe cells[slot + Self.plain] = State(
                                        score: score, edge: Int32(index), from: from)
                                }
                                var next = score + edge.beforePerson
                                var nextFrom = from
                                if edge.joins {
                                    let listed = afterName + edge.score + max(edge.beforePerson, 0) + Self.listBonus
                                    if listed > next {
                                        next = listed
                                        nextFrom = UInt8(Self.named)
                                    }
                                }
                                if unsafe next > cells[slot + Self.expecting].score {
                                    unsafe cells[slot + Self.expecting] = State(
                                        score: next, edge: Int32(index), from: nextFrom)
                                }
                            case .person, .surname:
                                if let banned, Int(edge.start) < banned.upperBound, Int(edge.end) > banned.lowerBound {
                                    continue
                                }
                                let target = edge.kind == .person ? Self.named : Self.surnamed
                                // （陈德华王小宁摄）: names set side by side.
                                let beside = named - Self.besideCost
                                let isBeside = beside > expecting
                                let score = (isBeside ? beside : expecting) + edge.score
                                if unsafe score > cells[slot + target].score {
                                    unsafe cells[slot + target] = State(
                                        score: score, edge: Int32(index),
                                        from: UInt8(isBeside ? Self.named : Self.expecting))
                                }
                            }
                        }
                    }
                }
            }
        }
        return max(states[size * 4 + Self.plain].score, states[size * 4 + Self.named].score + closes)
    }

    /// A name seldom follows a name with nothing between them.
    private static let besideCost: Float = 5
    /// A name that follows a name and a joining mark is a name more often than the mark alone says.
    private static let listBonus: Float = 4
    /// After a surname that stands alone an office is no longer rare.
    private static let officeBonus: Float = 4
}
