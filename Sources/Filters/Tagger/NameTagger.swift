import CModels

/// Finds names of persons, offices, organisations and places in a text, with weights that the project learned itself.
///
/// A conditional random field over characters: see `TaggerPatterns` for what it looks at, the README beside the
/// weights for what it learned from. Time is linear in the input, memory beyond the result is bounded.
public struct NameTagger: Sendable {
    package let weights: TaggerWeights
    private let exponentiated: TagTransitions

    /// The tagger with the weights that are part of the program. Nothing is read or parsed.
    public static let shared = NameTagger(TaggerWeights.embedded())

    /// A tagger with other weights, as `quandian-train` writes them.
    ///
    /// - Throws: ``TaggerWeightsError`` where the bytes are no weights, or of another version, or damaged.
    public init(weights bytes: [UInt8]) throws(TaggerWeightsError) {
        self.init(try TaggerWeights(bytes: bytes))
    }

    package init(_ weights: TaggerWeights) {
        self.weights = weights
        self.exponentiated = weights.steps.exponentiated
    }

    /// The names in a stretch of text (a paragraph, a line), in order, not overlapping.
    ///
    /// Line ends and sentence ends are never inside a name.
    public func tag(_ scalars: [UInt32]) -> [TaggedSpan] {
        var spans: [TaggedSpan] = []
        tag(scalars, into: &spans)
        return spans
    }

    /// Appends the names in a stretch of text to `spans`.
    public func tag(_ scalars: [UInt32], into spans: inout [TaggedSpan]) {
        var work = Work(weights)
        tag(scalars, with: &work, into: &spans)
    }

    /// Memory for many calls of ``tag(_:with:into:)`` one after the other.
    func work() -> Work { Work(weights) }

    /// Appends the names in a stretch of text to `spans`, in memory that was made for the calls before.
    func tag(_ scalars: [UInt32], with work: inout Work, into spans: inout [TaggedSpan]) {
        look(at: scalars, with: &work)
        for glimpse in work.glimpses where glimpse.isBest { spans.append(glimpse.span) }
    }

    /// Looks for names in a stretch of text: `work` then holds what may be one, and the odds of openings.
    func look(at scalars: [UInt32], with work: inout Work) {
        work.numbers.resize(to: scalars.count, filler: 0)
        work.glimpses.removeAll(keepingCapacity: true)
        work.openings.removeAll(keepingCapacity: true)
        work.openings.append(contentsOf: repeatElement(Self.silence, count: scalars.count))
        unsafe work.numbers.withUnsafeMutableBufferPointer { numbers in
            for at in scalars.indices { unsafe numbers[at] = weights.character(scalars[at]) }
        }
        var start = 0
        while start < scalars.count {
            let end = SentenceCutter.end(of: scalars, from: start)
            lookAtSentence(start, end - start, &work)
            start = end
        }
    }

    /// Memory that is used again for each sentence.
    struct Work {
        fileprivate var numbers: [UInt16] = []
        fileprivate var view = SentenceView()
        fileprivate var scores: PatternScores
        fileprivate var emissions: [SIMD16<Float>] = []
        fileprivate var possible: NameStretches
        fileprivate var stretches: [Range<Int>] = []
        fileprivate var path = BestPath()
        fileprivate var marginals = TagMarginals()
        /// For each character of the last text how likely a person's name begins with it: the logarithm of the odds, in
        /// eighths, held between -127 and 127; -127 where it is unlikely, by how much being no matter.
        fileprivate(set) var openings: [Int8] = []
        /// The spans of the last text, and what else may be a name there.
        fileprivate(set) var glimpses: [Glimpse] = []
        fileprivate var found: [(start: Int, end: Int, label: Int)] = []

        fileprivate init(_ weights: TaggerWeights) {
            scores = PatternScores(weights)
            possible = NameStretches(weights.steps)
        }

        fileprivate func glimpse(_ span: TaggedSpan, isBest: Bool) -> Glimpse {
            let name = NameEvidence.hash(numbers[span.start..<span.end])
            let before = span.start > 0 ? numbers[span.start - 1] : 0
            let after = span.end < numbers.count ? numbers[span.end] : 0
            return Glimpse(
                span: span, isBest: isBest, name: name,
                setting: NameEvidence.extend(NameEvidence.extend(name, before), after))
        }
    }

    private func lookAtSentence(_ start: Int, _ count: Int, _ work: inout Work) {
        work.view.load(work.numbers, start, count, weights)
        work.scores.begin(count)
        work.scores.look(at: work.view, weights.lexicon)
        work.scores.finish(count, weights.scale, &work.emissions)
        work.stretches.removeAll(keepingCapacity: true)
        work.possible.find(work.emissions, into: &work.stretches)
        for stretch in work.stretches { look(at: stretch, of: start, &work) }
    }

    /// Looks for names in a stretch of places of a sentence, whose first character stands at `start`.
    private func look(at stretch: Range<Int>, of start: Int, _ work: inout Work) {
        let emissions = work.emissions[stretch]
        let start = start + stretch.lowerBound
        work.found.removeAll(keepingCapacity: true)
        work.path.find(emissions, weights.steps, into: &work.found)
        work.marginals.sum(emissions, exponentiated: exponentiated)
        for i in 0..<stretch.count {
            let opening = work.marginals.opening(at: i)
            let odds = opening == 0 ? -16 : Self.logit(min(max(opening, 1e-7), 1 - 1e-6))
            work.openings[start + i] = Int8(max(-127, min(127, odds * 8)))
        }
        let first = work.glimpses.count
        for name in work.found {
            let raw = work.marginals.span(name.start, name.end, name.label)
            let span = TaggedSpan(
                start: start + name.start, end: start + name.end,
                label: TaggedSpan.Label(rawValue: name.label) ?? .person, probability: certainty(raw, name.label))
            work.glimpses.append(work.glimpse(span, isBest: true))
        }
        let best = work.glimpses.count
        work.marginals.eachSpan(atLeast: Self.glimpsed) { from, to, label, raw in
            let span = TaggedSpan(
                start: start + from, end: start + to, label: TaggedSpan.Label(rawValue: label) ?? .person,
                probability: certainty(raw, label))
            if span.label == .role
                || work.glimpses[first..<best].contains(where: {
                    $0.span.start == span.start && $0.span.end == span.end && $0.span.label == span.label
                })
            {
                return
            }
            work.glimpses.append(work.glimpse(span, isBest: false))
        }
    }

    /// What ``Work/openings`` holds where no name of any kind may stand.
    static let silence: Int8 = -128

    /// A span beside the best path is worth a look where it is as likely as this.
    private static let glimpsed: Float = 0.05

    /// A raw likelihood made honest by the curve that was fitted on development data.
    private func certainty(_ raw: Float, _ label: Int) -> Float {
        let odds = Self.logit(min(max(raw, 1e-6), 1 - 1e-6))
        let x = weights.sureness[label * 2] * odds + weights.sureness[label * 2 + 1]
        return 1 / (1 + exponential(SIMD4(repeating: -x))[0])
    }

    /// The natural logarithm of the odds of a likelihood.
    private static func logit(_ p: Float) -> Float { logarithmOf(p) - logarithmOf(1 - p) }
}

/// Adds up what the patterns say of each place.
///
/// Patterns that cannot be in the table are dropped as they come, without a branch; the others wait until the sentence
/// is complete, so that the processor can fetch many of them from memory at a time.
@safe struct PatternScores {
    /// The sums of a place, in the order of its rows.
    private typealias Sums = SIMD16<Int16>

    private let table: PatternTable
    private let rows: UnsafePointer<SIMD8<Int16>>
    private let waiting = WaitingPatterns()
    private var waitingCount = 0
    private var sums: [Sums] = []
    /// Places on each side of the sentence, so that a pattern at the edge needs no check.
    fileprivate static let margin = 8

    init(_ weights: TaggerWeights) {
        table = weights.table
        unsafe rows = weights.rows
    }

    /// Forgets the sentence before and makes room for one of `count` characters.
    mutating func begin(_ count: Int) {
        let total = count + 2 * Self.margin + Lexicon.longestWord
        sums.resize(to: total, filler: .zero)
        unsafe sums.withUnsafeMutableBufferPointer { unsafe $0.update(repeating: .zero) }
        waitingCount = 0
    }

    /// Writes the patterns of the sentence to memory that has room for all of them.
    @safe private struct Sink: PatternSink {
        let table: PatternTable
        let waiting: UnsafeMutablePointer<UInt64>
        var count = 0

        @inline(__always)
        mutating func add(_ key: UInt64, first: Int, width: Int) {
            let hash = PatternTable.hash(key)
            unsafe waiting[count] = PatternTable.mark(hash, place: first &+ PatternScores.margin)
            count &+= 1
            table.prefetchFilter(hash)
        }

        /// Keeps the patterns that may be in the table.
        mutating func sift() {
            var kept = 0
            for i in 0..<count {
                let pattern = unsafe waiting[i]
                unsafe waiting[kept] = pattern
                kept &+= table.mayHold(pattern)
            }
            count = kept
            for i in 0..<count { table.prefetch(unsafe waiting[i]) }
        }
    }

    mutating func look(at view: borrowing SentenceView, _ lexicon: Lexicon) {
        var sink = unsafe Sink(table: table, waiting: waiting.base)
        TaggerPatterns.find(in: view, lexicon, &sink)
        sink.sift()
        waitingCount = sink.count
    }

    /// The scores of the tags at each place of the sentence.
    mutating func finish(_ count: Int, _ scale: Float, _ emissions: inout [SIMD16<Float>]) {
        emissions.resize(to: count, filler: .zero)
        let (waiting, waitingCount, table, rows) = unsafe (waiting.base, waitingCount, table, rows)
        unsafe sums.withUnsafeMutableBufferPointer { sums in
            unsafe Self.addRows(
                of: waiting, waitingCount, to: sums.baseAddress.unsafelyUnwrapped, table, rows)
            unsafe emissions.withUnsafeMutableBufferPointer { emissions in
                unsafe quandian_scale_sums(
                    sums.baseAddress.unsafelyUnwrapped + Self.margin, count, scale,
                    emissions.baseAddress.unsafelyUnwrapped)
            }
        }
    }

    /// For each mask of places, which they are, the rest being no matter, and how many.
    @safe private struct Masks: @unchecked Sendable {
        let places: UnsafeMutablePointer<SIMD8<UInt8>>
        let counts: UnsafeMutablePointer<UInt8>

        static let shared = Masks()

        private init() {
            unsafe places = .allocate(capacity: 256)
            unsafe counts = .allocate(capacity: 256)
            for mask in 0..<256 {
                var places = SIMD8<UInt8>.zero
                var count = 0
                for bit in 0..<8 where mask >> bit & 1 == 1 {
                    places[count] = UInt8(bit)
                    count += 1
                }
                unsafe (self.places + mask).initialize(to: places)
                unsafe (counts + mask).initialize(to: UInt8(count))
            }
        }
    }

    /// Finds the patterns that wait in the table, and adds their rows to the sums.
    ///
    /// Nearly all the time goes to waiting for memory. So first all slots have been asked for, then all rows are, which
    /// lets the processor fetch many at a time.
    private static func addRows(
        of waiting: UnsafeMutablePointer<UInt64>, _ waitingCount: Int, to sums: UnsafeMutablePointer<Sums>,
        _ table: PatternTable, _ rows: UnsafePointer<SIMD8<Int16>>
    ) {
        let masks = unsafe Masks.shared.places
        let counts = unsafe Masks.shared.counts
        let found = unsafe table.find(waiting, waitingCount, rows, counts)
        unsafe quandian_add_rows(waiting, found, rows, masks, counts, sums)
    }
}

/// Memory for all patterns of one sentence, which is written to before it is read.
@safe private final class WaitingPatterns: @unchecked Sendable {
    let base: UnsafeMutablePointer<UInt64>
    /// The greatest number of patterns that begin at one place.
    private static let patternsAPlace = 40

    init() { unsafe base = .allocate(capacity: (SentenceCutter.longest + 2) * Self.patternsAPlace) }

    deinit { unsafe base.deallocate() }
}

/// Where the tagger cuts a text: after sentence ends and line ends, and in a very long sentence wherever it must.
package enum SentenceCutter {
    package static let longest = 400

    /// The end of the sentence that begins at `start`; beyond `start` always.
    package static func end(of scalars: [UInt32], from start: Int) -> Int {
        let limit = min(scalars.count, start + longest)
        var at = start
        var comma = 0
        while at < limit {
            let scalar = scalars[at]
            at += 1
            switch scalar {
            case 0x3002, 0xFF01, 0xFF1F, 0x21, 0x3F:
                // Closing marks belong to the sentence that they close.
                while at < limit, Self.closes(scalars[at]) { at += 1 }
                return at
            case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: return at
            case 0xFF0C, 0x2C, 0xFF1B, 0x3B, 0x3001: comma = at
            default: break
            }
        }
        return at == scalars.count || comma <= start + longest / 2 ? at : comma
    }

    private static func closes(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x201D, 0x2019, 0x300D, 0x300F, 0xFF09, 0x29, 0x3011, 0x300B: true
        default: false
        }
    }
}
