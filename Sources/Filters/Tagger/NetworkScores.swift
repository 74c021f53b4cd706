import CNetwork

/// Reads a sentence through the network: the scores of the tags at each place.
///
/// The rows of the patterns are summed at their places, a convolution looks at the places around each, and each further
/// one adds to what it reads. In whole numbers, so that the scores are the same on every machine.
@safe struct NetworkScores {
    private struct Waiting {
        var hash: UInt64
        var place: Int
    }

    private let weights: TaggerWeights
    private var waiting: [Waiting] = []
    private var found: [quandian_found] = []
    private var sums: [Int16] = []
    private var lower: [Int16] = []
    private var upper: [Int16] = []
    private var gates: [Float] = []
    private static let margin = NetworkShape.margin
    /// The greatest number of patterns that begin at one place: those of characters, and of one word ends and insides.
    private static let patternsAPlace = 6 + Lexicon.longestWord

    init(_ weights: TaggerWeights) { self.weights = weights }

    /// Writes the patterns that may be in the table to memory that has room for all patterns of the sentence.
    @safe private struct Sink: PlacedPatternSink {
        let table: PatternTable
        let waiting: UnsafeMutablePointer<Waiting>
        var count = 0

        @inline(__always)
        mutating func add(_ key: UInt64, at place: Int) {
            // What characters say by themselves stands in rows of their own.
            if key >> 56 <= NetworkPatterns.Kind.classes.rawValue { return }
            let hash = PatternTable.hash(key)
            unsafe waiting[count] = Waiting(hash: hash, place: place)
            count &+= table.mayHold(hash)
        }
    }

    /// The scores of the tags at each place of a sentence, or false where it holds no name. Time is linear in its length.
    mutating func find(_ view: borrowing SentenceView, _ emissions: inout [SIMD16<Float>]) -> Bool {
        let count = view.count
        let weights = weights
        let shape = weights.shape
        let total = count + 2 * Self.margin
        if found.count < total * Self.patternsAPlace {
            waiting = Array(repeating: Waiting(hash: 0, place: 0), count: total * Self.patternsAPlace)
            found = Array(repeating: quandian_found(row: 0, shift: 0, place: 0), count: total * Self.patternsAPlace)
            sums = Array(repeating: 0, count: total * shape.width)
            lower = Array(repeating: 0, count: total * shape.hidden)
            upper = lower
            gates = Array(repeating: 0, count: total * 16)
        }
        if emissions.count < count { emissions = Array(repeating: .zero, count: count) }
        unsafe waiting.withUnsafeMutableBufferPointer { waiting in
            unsafe found.withUnsafeMutableBufferPointer { found in
                unsafe sums.withUnsafeMutableBufferPointer { sums in
                    let rows = unsafe Self.look(
                        at: view, weights, waiting.baseAddress.unsafelyUnwrapped, found.baseAddress.unsafelyUnwrapped)
                    unsafe sums[..<(total * shape.width)].update(repeating: 0)
                    unsafe quandian_add_rows(
                        sums.baseAddress.unsafelyUnwrapped, weights.rows, found.baseAddress.unsafelyUnwrapped, rows,
                        shape.width)
                    unsafe quandian_clamp(
                        sums.baseAddress.unsafelyUnwrapped, total * shape.width, NetworkShape.largestSum)
                }
            }
        }
        return unsafe sums.withUnsafeBufferPointer { sums in
            unsafe lower.withUnsafeMutableBufferPointer { lower in
                unsafe upper.withUnsafeMutableBufferPointer { upper in
                    unsafe gates.withUnsafeMutableBufferPointer { gates in
                        unsafe Self.read(
                            weights, sums.baseAddress.unsafelyUnwrapped, lower.baseAddress.unsafelyUnwrapped,
                            upper.baseAddress.unsafelyUnwrapped, gates.baseAddress.unsafelyUnwrapped, &emissions, count)
                    }
                }
            }
        }
    }

    /// Finds the rows of the patterns. The slots are looked up all at once, so that the processor can fetch many of them
    /// from memory at a time.
    private static func look(
        at view: borrowing SentenceView, _ weights: TaggerWeights, _ waiting: UnsafeMutablePointer<Waiting>,
        _ found: UnsafeMutablePointer<quandian_found>
    ) -> Int {
        var sink = unsafe Sink(table: weights.table, waiting: waiting)
        NetworkPatterns.find(in: view, weights.lexicon, &sink)
        var rows = 0
        for i in -1...view.count {
            let character = view.characters[SentenceView.margin + i]
            unsafe found[rows] = quandian_found(
                row: UInt32(character), shift: weights.shift(character), place: UInt16(i + margin))
            rows += 1
        }
        for i in 0..<sink.count {
            let pattern = unsafe waiting[i]
            let slot = weights.table.slot(hash: pattern.hash)
            unsafe found[rows] = quandian_found(
                row: UInt32(truncatingIfNeeded: slot), shift: UInt16(truncatingIfNeeded: slot >> 32 & 0xFF),
                place: UInt16(pattern.place + margin))
            rows &+= slot == 0 ? 0 : 1
        }
        return rows
    }

    /// The layers, one above the other. `lower` and `upper` take turns; the margins of both stay 0.
    ///
    /// Most places are no part of a name, and the first layer is nearly always sure of it: the gate tells. The layers
    /// above read only what is left, and what stands around it.
    private static func read(
        _ weights: TaggerWeights, _ sums: UnsafePointer<Int16>, _ lower: UnsafeMutablePointer<Int16>,
        _ upper: UnsafeMutablePointer<Int16>, _ gates: UnsafeMutablePointer<Float>,
        _ emissions: inout [SIMD16<Float>], _ count: Int
    ) -> Bool {
        let shape = weights.shape
        let hidden = shape.hidden
        let start = margin * hidden
        // A longer sentence before this one may have left something behind the end.
        for i in 0..<start {
            unsafe lower[start + count * hidden + i] = 0
            unsafe upper[start + count * hidden + i] = 0
        }
        unsafe quandian_convolve(
            lower + start, nil, sums + (margin - shape.firstTaps / 2) * shape.width, shape.width, shape.firstTaps, 1,
            weights.first.weights, weights.first.bias, weights.first.factor, NetworkShape.largestActivation, count,
            hidden)
        unsafe quandian_scores(
            gates, lower + start, hidden, weights.gate.weights, weights.gate.bias, weights.gate.factor, count)

        // Stretches that the layers above read, so far apart that what one writes the next does not read.
        let reach = shape.spreads.reduce(0, +)
        var at = 0
        var isOpen = false
        while at < count {
            if unsafe gates[at * 16] <= weights.closed {
                emissions[at] = SIMD16(repeating: outside)
                at += 1
                continue
            }
            isOpen = true
            var end = at + 1
            var quiet = 0
            var next = end
            while next < count, quiet <= 2 * reach + 2 * beside {
                if unsafe gates[next * 16] > weights.closed {
                    end = next + 1
                    quiet = 0
                } else {
                    emissions[next] = SIMD16(repeating: outside)
                    quiet += 1
                }
                next += 1
            }
            let low = max(0, at - beside)
            let high = min(count, end + beside)
            unsafe readAbove(weights, lower, upper, &emissions, low, high, reach, count)
            at = max(next, high)
        }
        return isOpen
    }

    /// The layers above the first, and the scores, from `low` up to `high`.
    private static func readAbove(
        _ weights: TaggerWeights, _ lower: UnsafeMutablePointer<Int16>, _ upper: UnsafeMutablePointer<Int16>,
        _ emissions: inout [SIMD16<Float>], _ low: Int, _ high: Int, _ reach: Int, _ count: Int
    ) {
        let shape = weights.shape
        let hidden = shape.hidden
        var lower = unsafe lower
        var upper = unsafe upper
        var more = reach
        for (layer, spread) in zip(weights.layers, shape.spreads) {
            more -= spread
            let first = max(0, low - more)
            let last = min(count, high + more)
            let at = (margin + first) * hidden
            unsafe quandian_convolve(
                upper + at, lower + at, lower + at - spread * hidden, hidden, 3, spread, layer.weights, layer.bias,
                layer.factor, NetworkShape.largestActivation, last - first, hidden)
            unsafe swap(&lower, &upper)
        }
        unsafe emissions.withUnsafeMutableBytes { emissions in
            let scores = unsafe emissions.baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: Float.self)
            unsafe quandian_scores(
                scores + low * 16, lower + (margin + low) * hidden, hidden, weights.scores.weights,
                weights.scores.bias, weights.scores.factor, high - low)
        }
    }

    /// Places beside an open one that are read too.
    private static let beside = 1
    /// The score of every tag but O where the gate is closed.
    private static let outside: Float = -30
}
