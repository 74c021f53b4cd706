import Foundation
import QuandianFilters

/// A conditional random field learned by stochastic gradient ascent with AdaGrad's step sizes.
///
/// Everything happens on one thread in a fixed order, so that the same data and seed give the same weights.
struct Trainer {
    /// A pattern found in the data: its key, the places it speaks of, its first row.
    ///
    /// Some patterns are learned a second time for the manner of one corpus: what they say of organisations and places
    /// is added in that corpus only, takes up what is peculiar to it, and is left out of the weights file.
    struct Entry {
        var key: UInt64
        var mask: UInt8
        var row: UInt32
        var isPeculiar: Bool { key >> 52 & 15 != 0 }
    }

    private static func peculiar(_ key: UInt64, _ manner: UInt64) -> UInt64? {
        switch TaggerPatterns.Kind(rawValue: key >> 56) {
        case .one, .two, .three, .skip, .wordStart, .wordEnd, .wordBetween: manner == 0 ? nil : key | manner << 52
        default: nil
        }
    }

    /// Rows below this one are everybody's; the others are peculiar to a corpus.
    private var commonRows = 0

    let vocabulary: Vocabulary
    let lexicon: LexiconSections
    let names: Names
    private(set) var entries: [Entry] = []
    var rows: [SIMD16<Float>] = []
    var squares: [SIMD16<Float>] = []
    var steps = TagTransitions()
    private var stepSquares = [Float](repeating: 1e-2, count: TagTransitions.count)
    private var model: TaggerWeights
    private var places = PlaceSink()
    private var view = SentenceView()
    private var marginals = TagMarginals()
    private var goal = TagMarginals()
    var dice = Dice(1)
    /// How much a row shrinks whenever its pattern is met.
    var decay: Float = 0
    /// Whether only what is peculiar to a corpus moves, while the others' gradients are summed.
    var holdsCommon = false
    /// Where the sums of squared gradients start: the greater, the more slowly rare patterns move.
    private let firstSquare: Float

    init(vocabulary: Vocabulary, lexicon: LexiconSections, names: Names, firstSquare: Float) throws {
        self.firstSquare = firstSquare
        self.vocabulary = vocabulary
        self.names = names
        self.lexicon = lexicon
        model = try Self.weights(vocabulary, lexicon, [], [], TagTransitions(), 1)
    }

    // ---- patterns ----

    /// Counts patterns; two passes, so that the many that stand once or twice need no place in memory.
    private struct CountingSink: PatternSink {
        var counters = [UInt8](repeating: 0, count: 1 << 27)
        var manner: UInt64 = 0

        mutating func add(_ key: UInt64, first: Int, width: Int) {
            count(key)
            if let own = Trainer.peculiar(key, manner) { count(own) }
        }

        private mutating func count(_ key: UInt64) {
            let at = Int(truncatingIfNeeded: PatternTable.hash(key) >> 37)
            if counters[at] < 255 { counters[at] += 1 }
        }
    }

    private struct CollectingSink: PatternSink {
        let counters: [UInt8]
        var seen: [UInt64: UInt8] = [:]
        var manner: UInt64 = 0

        mutating func add(_ key: UInt64, first: Int, width: Int) {
            keep(key, width)
            if let own = Trainer.peculiar(key, manner) { keep(own, width) }
        }

        private mutating func keep(_ key: UInt64, _ width: Int) {
            let at = Int(truncatingIfNeeded: PatternTable.hash(key) >> 37)
            if Int(counters[at]) >= Trainer.leastCount(key) { seen[key] = UInt8(truncatingIfNeeded: 1 << width - 1) }
        }
    }

    static func leastCount(_ key: UInt64) -> Int {
        switch TaggerPatterns.Kind(rawValue: key >> 56) {
        case .one: 1
        case .two: 2
        case .three: 4
        case .four: 6
        case .skip: 8
        default: 3
        }
    }

    /// Takes the patterns that occur often enough, every place of each with a row of zeros.
    mutating func collect(_ samples: [Sample]) throws {
        var counting = CountingSink()
        for sample in samples {
            view.load(numbers(sample.scalars), 0, sample.scalars.count, model)
            counting.manner = sample.manner.number
            TaggerPatterns.find(in: view, model.lexicon, &counting)
        }
        var collecting = CollectingSink(counters: counting.counters)
        for sample in samples {
            view.load(numbers(sample.scalars), 0, sample.scalars.count, model)
            collecting.manner = sample.manner.number
            TaggerPatterns.find(in: view, model.lexicon, &collecting)
        }
        var row: UInt32 = 0
        let found = collecting.seen.map { Entry(key: $0.key, mask: $0.value, row: 0) }
        entries = found.filter { !$0.isPeculiar }.sorted { $0.key < $1.key }
        let commonEntries = entries.count
        entries += found.filter(\.isPeculiar).sorted { $0.key < $1.key }
        for i in entries.indices {
            if i == commonEntries { commonRows = Int(row) }
            entries[i].row = row
            row += UInt32(entries[i].mask.nonzeroBitCount)
        }
        if commonEntries == entries.count { commonRows = Int(row) }
        rows = Array(repeating: .zero, count: Int(row))
        squares = Array(repeating: SIMD16(repeating: firstSquare), count: Int(row))
        model = try Self.weights(vocabulary, lexicon, entries, [], steps, 1)
    }

    /// Gives the rows of patterns, and the steps, the mean of what they are in weights files. Their characters and lexicons must be
    /// those that this trainer was made with.
    mutating func start(with files: [[UInt8]]) throws {
        let share = 1 / Float(files.count)
        var flat = [Float](repeating: 0, count: TagTransitions.count)
        for bytes in files {
            let start = try TaggerWeights(bytes: bytes)
            for (step, value) in start.steps.flat.enumerated() { flat[step] += value * share }
            for entry in entries where !entry.isPeculiar {
                let slot = start.table.slot(entry.key)
                let mask = UInt8(truncatingIfNeeded: slot >> 32)
                for bit in 0..<8 where entry.mask & mask & 1 << bit != 0 {
                    let below = UInt8(1 << bit - 1)
                    let from = Int(slot & 0xFFFF_FFFF) + (mask & below).nonzeroBitCount
                    let row = Int(entry.row) + (entry.mask & below).nonzeroBitCount
                    for (at, lane) in TaggerWeights.rowOrder.enumerated() {
                        let byte = bytes[start.rowStart + from * 16 + at]
                        rows[row][lane] += Float(Int8(bitPattern: byte)) * start.scale * share
                    }
                }
            }
        }
        steps = TagTransitions(flat: flat)
    }

    /// Finds the rows that speak of each place.
    struct PlaceSink: PatternSink {
        var rows: [Int32] = []
        var places: [Int32] = []
        var count = 0
        var table: PatternTable?
        var dice = Dice(7)
        /// Of 256, how many patterns are passed over.
        var forget: UInt64 = 0
        var manner: UInt64 = 0

        mutating func add(_ key: UInt64, first: Int, width: Int) {
            look(key, first)
            if let own = Trainer.peculiar(key, manner) { look(own, first) }
        }

        private mutating func look(_ key: UInt64, _ first: Int) {
            guard let slot = table?.slot(key), slot != 0 else { return }
            if forget > 0, dice.next() & 0xFF < forget { return }
            var mask = slot >> 32 & 0xFF
            var row = Int32(slot & 0xFFFF_FFFF)
            while mask != 0 {
                let place = first + mask.trailingZeroBitCount
                if place >= 0, place < count {
                    rows.append(row)
                    places.append(Int32(place))
                }
                row += 1
                mask &= mask - 1
            }
        }
    }

    func numbers(_ scalars: [UInt32]) -> [UInt16] { scalars.map { vocabulary.number($0) } }

    // ---- learning ----

    /// The sample with other names in the place of its persons.
    mutating func redrawn(_ sample: Sample, share: Double) -> Sample {
        if sample.persons.isEmpty || dice.unit() >= share { return sample }
        var result = Sample(scalars: [], allowed: [], weight: sample.weight, manner: sample.manner)
        var at = 0
        var drawn: [[UInt32]: [UInt32]] = [:]
        for person in sample.persons {
            result.scalars += sample.scalars[at..<person.lowerBound]
            result.allowed += sample.allowed[at..<person.lowerBound]
            let name = Array(sample.scalars[person])
            let other = drawn[name] ?? names.redraw(name, &dice) ?? name
            drawn[name] = other
            result.scalars += other
            for i in other.indices { result.allowed.append(Allowed.tag(Allowed.person, i, in: other.indices)) }
            at = person.upperBound
        }
        result.scalars += sample.scalars[at...]
        result.allowed += sample.allowed[at...]
        return result
    }

    /// The mean of what the weights were at many moments, which wavers less than what they are at the last.
    private struct Mean {
        var rows: [SIMD16<Float>]
        var steps = [Float](repeating: 0, count: TagTransitions.count)
        var count: Float = 0

        mutating func add(_ other: [SIMD16<Float>], _ transitions: TagTransitions) {
            for row in rows.indices { rows[row] += other[row] }
            for (step, value) in transitions.flat.enumerated() { steps[step] += value }
            count += 1
        }
    }

    private var mean: Mean?
    /// After how many samples the weights are looked at for the mean.
    private static let step = 5000

    /// From now on the mean is kept.
    mutating func beginMean() { mean = Mean(rows: Array(repeating: .zero, count: rows.count)) }

    /// Makes the weights their mean.
    mutating func takeMean() {
        guard let mean, mean.count > 0 else { return }
        for row in rows.indices { rows[row] = mean.rows[row] / mean.count }
        steps = TagTransitions(flat: mean.steps.map { $0 / mean.count })
        self.mean = nil
    }

    /// One pass over the samples in random order. Returns the mean log-likelihood of a sample.
    mutating func pass(
        _ samples: [Sample], rate: Float, endRate: Float, redraw: Double, forget: UInt64
    ) -> Double {
        var order = Array(samples.indices)
        for i in stride(from: order.count - 1, to: 0, by: -1) { order.swapAt(i, dice.below(i + 1)) }
        var total = 0.0
        for (number, index) in order.enumerated() {
            if number % Self.step == Self.step - 1 { mean?.add(rows, steps) }
            let now = rate + (endRate - rate) * Float(number) / Float(order.count)
            let sample = redrawn(samples[index], share: redraw)
            total += Double(learn(sample, rate: now, forget: forget))
        }
        return total / Double(max(1, order.count))
    }

    /// 1 for the tags that a manner learns apart, 0 for the others.
    private static func apart(_ manner: Manner) -> SIMD16<Float> {
        switch manner {
        case .common: .zero
        case .places: SIMD16(0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1)
        case .placesAndBodies: SIMD16(0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1)
        }
    }

    private mutating func learn(_ sample: Sample, rate: Float, forget: UInt64) -> Float {
        let count = sample.scalars.count
        look(sample.scalars, forget: forget, manner: sample.manner.number)
        var emissions = [SIMD16<Float>](repeating: .zero, count: count)
        for i in places.rows.indices { emissions[Int(places.places[i])] += rows[Int(places.rows[i])] }
        let exponentiated = steps.exponentiated
        marginals.sum(emissions[...], exponentiated: exponentiated)
        goal.sum(emissions[...], exponentiated: exponentiated, allowed: sample.allowed)
        let apart = Self.apart(sample.manner)
        var gradients = emissions
        var moves = [Bool](repeating: false, count: count)
        for i in 0..<count {
            gradients[i] = (goal.tags(at: i) - marginals.tags(at: i)) * sample.weight
            moves[i] = (gradients[i] * gradients[i]).sum() > 1e-6
        }
        for i in places.rows.indices {
            let place = Int(places.places[i])
            if !moves[place] { continue }
            let row = Int(places.rows[i])
            var gradient = gradients[place]
            if row >= commonRows { gradient *= apart }
            gradient -= rows[row] * decay
            squares[row] += gradient * gradient
            if holdsCommon, row < commonRows { continue }
            rows[row] += gradient * rate / squares[row].squareRoot()
        }
        if holdsCommon { return goal.logarithm() - marginals.logarithm() }
        var change = TagTransitions()
        goal.addSteps(to: &change, sample.weight)
        marginals.addSteps(to: &change, -sample.weight)
        var flat = steps.flat
        for (i, gradient) in change.flat.enumerated() {
            stepSquares[i] += gradient * gradient
            flat[i] += rate * gradient / stepSquares[i].squareRoot()
        }
        steps = TagTransitions(flat: flat)
        return goal.logarithm() - marginals.logarithm()
    }

    /// Settles what open samples leave open: the best path through what they allow.
    mutating func settle(_ samples: inout [Sample]) {
        var path = BestPath()
        for number in samples.indices where samples[number].isOpen {
            let sample = samples[number]
            let count = sample.scalars.count
            look(sample.scalars, forget: 0)
            var emissions = [SIMD16<Float>](repeating: .zero, count: count)
            for i in places.rows.indices { emissions[Int(places.places[i])] += rows[Int(places.rows[i])] }
            for i in 0..<count {
                let isInside = sample.allowed[i] & Allowed.outside == 0
                for tag in 0..<16 {
                    if sample.allowed[i] >> UInt32(tag) & 1 == 0 {
                        emissions[i][tag] -= 1e4
                    } else if isInside {
                        emissions[i][tag] += 1e4
                    }
                }
            }
            var found: [(start: Int, end: Int, label: Int)] = []
            path.find(emissions[...], steps, into: &found)
            var settled = [UInt32](repeating: Allowed.outside, count: count)
            for span in found {
                let range = span.start..<span.end
                for i in range { settled[i] = Allowed.tag(span.label, i, in: range) }
            }
            samples[number].allowed = settled
        }
    }

    private mutating func look(_ scalars: [UInt32], forget: UInt64, manner: UInt64 = 0) {
        places.manner = manner
        view.load(numbers(scalars), 0, scalars.count, model)
        places.rows.removeAll(keepingCapacity: true)
        places.places.removeAll(keepingCapacity: true)
        places.count = scalars.count
        places.table = model.table
        places.forget = forget
        TaggerPatterns.find(in: view, model.lexicon, forget: forget > 0 ? dice.next() | 1 : 0, &places)
    }

    // ---- pruning and writing ----

    /// Keeps the `budget` rows that matter most.
    mutating func prune(to budget: Int) throws {
        var size = rows.map { row in max(row.max(), -row.min()) }
        // A row that was hardly ever moved says little, whatever its size.
        for i in size.indices { size[i] *= min(1, (squares[i].max() - firstSquare).squareRoot() * 2) }
        let sorted = size[..<commonRows].sorted(by: >)
        let least = max(sorted[min(budget, sorted.count - 1)], 1e-6)
        var kept: [Entry] = []
        var keptCommon: Int?
        var keptRows: [SIMD16<Float>] = []
        var keptSquares: [SIMD16<Float>] = []
        for entry in entries {
            var mask: UInt8 = 0
            let first = UInt32(keptRows.count)
            if entry.isPeculiar, keptCommon == nil { keptCommon = keptRows.count }
            var row = Int(entry.row)
            for bit in 0..<8 where entry.mask >> bit & 1 == 1 {
                if row >= commonRows || size[row] > least {
                    mask |= 1 << bit
                    keptRows.append(rows[row])
                    keptSquares.append(squares[row])
                }
                row += 1
            }
            if mask != 0 { kept.append(Entry(key: entry.key, mask: mask, row: first)) }
        }
        entries = kept
        commonRows = keptCommon ?? keptRows.count
        rows = keptRows
        squares = keptSquares
        model = try Self.weights(vocabulary, lexicon, entries, [], steps, 1)
    }

    func bytes(sureness: [Float] = [1, 0, 1, 0, 1, 0, 1, 0]) -> [UInt8] {
        var largest: Float = 0
        let rows = Array(rows[..<commonRows])
        for row in rows { largest = max(largest, row.max(), -row.min()) }
        // Few rows reach the largest weight: they are cut at a size that leaves the others their precision.
        let scale = min(largest, 4) / 127
        return Self.bytes(vocabulary, lexicon, entries.filter { !$0.isPeculiar }, rows, steps, scale, sureness)
    }

    private static func weights(
        _ vocabulary: Vocabulary, _ lexicon: LexiconSections, _ entries: [Entry],
        _ rows: [SIMD16<Float>], _ steps: TagTransitions, _ scale: Float
    ) throws -> TaggerWeights {
        // While learning, the rows live in the trainer: the file's own are left out.
        try TaggerWeights(
            bytes: bytes(vocabulary, lexicon, entries, rows, steps, scale, [1, 0, 1, 0, 1, 0, 1, 0]),
            rowsElsewhere: rows.isEmpty)
    }

    static func bytes(
        _ vocabulary: Vocabulary, _ lexicon: LexiconSections, _ entries: [Entry],
        _ rows: [SIMD16<Float>], _ steps: TagTransitions, _ scale: Float, _ sureness: [Float]
    ) -> [UInt8] {
        let table = PatternTable.build(entries.map { ($0.key, $0.mask, $0.row) })
        var out: [UInt8] = []
        func put(_ number: UInt32) {
            for shift in [0, 8, 16, 24] { out.append(UInt8(truncatingIfNeeded: number >> UInt32(shift))) }
        }
        func align() { while out.count % 64 != 0 { out.append(0) } }
        for number in [
            TaggerWeights.magic, TaggerWeights.version, UInt32(vocabulary.classes.count), UInt32(table.bits),
            UInt32(rows.count), UInt32(lexicon.startBits), UInt32(lexicon.wordBits), scale.bitPattern,
        ] { put(number) }
        align()
        for number in vocabulary.map {
            out.append(UInt8(number & 0xFF))
            out.append(UInt8(number >> 8))
        }
        align()
        for classes in vocabulary.classes { put(classes.bits) }
        align()
        for slot in table.slots {
            put(UInt32(truncatingIfNeeded: slot))
            put(UInt32(slot >> 32))
        }
        align()
        out += table.filter
        align()
        for row in rows {
            for lane in TaggerWeights.rowOrder {
                let value = max(-127, min(127, (row[lane] / scale).rounded()))
                out.append(UInt8(bitPattern: Int8(value)))
            }
        }
        align()
        for slot in lexicon.starts { put(slot) }
        align()
        for slot in lexicon.words { put(slot) }
        align()
        for kind in lexicon.kinds { put(kind) }
        align()
        for number in steps.flat { put(number.bitPattern) }
        align()
        for number in sureness { put(number.bitPattern) }
        align()
        return out
    }
}
