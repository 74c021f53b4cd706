import CNetwork
import Foundation
import QuandianFilters

/// A matrix and what Adam remembers of it.
struct Parameters {
    var values: [Float]
    var gradients: [Float]
    private var means: [Float]
    private var squares: [Float]

    init(_ count: Int, spread: Float, _ dice: inout Dice) {
        values = (0..<count).map { _ in spread == 0 ? 0 : (Float(dice.unit()) * 2 - 1) * spread }
        gradients = [Float](repeating: 0, count: count)
        means = gradients
        squares = gradients
    }

    /// A step of Adam; the gradients are of the log-likelihood and begin anew.
    mutating func step(_ number: Int, rate: Float) {
        let m = 1 - Float(pow(0.9, Double(number)))
        let s = 1 - Float(pow(0.999, Double(number)))
        for i in values.indices {
            let g = gradients[i]
            gradients[i] = 0
            means[i] = 0.9 * means[i] + 0.1 * g
            squares[i] = 0.999 * squares[i] + 0.001 * g * g
            values[i] += rate * (means[i] / m) / ((squares[i] / s).squareRoot() + 1e-8)
        }
    }
}

/// A network over characters with a conditional random field on top, learned by stochastic gradient ascent.
///
/// Rows found by patterns are summed at each place; a convolution and further ones above it, each added to what it reads,
/// give the scores of the tags. One thread, fixed order: the same data and seed give the same weights.
struct NetworkTrainer {
    struct Entry {
        var key: UInt64
        var row: UInt32
    }

    let shape: NetworkShape
    let vocabulary: Vocabulary
    let words: [(characters: [UInt16], classes: UInt32)]
    let names: Names
    var entries: [Entry] = []
    var rows: [Float] = []
    private var rowSquares: [Float] = []
    var rowCounts: [UInt32] = []
    var first: Parameters
    var firstBias: Parameters
    var deep: [Parameters] = []
    var deepBias: [Parameters] = []
    var out: Parameters
    var outBias: Parameters
    /// Tells from the first layer alone, in the first of 16 numbers, whether a place is part of a name.
    var gate: Parameters
    var gateBias: Parameters
    /// What corpora with a manner of their own add to the scores of organisations and places.
    private var manners: [Parameters]
    var steps = TagTransitions()
    private var stepSquares = [Float](repeating: 1e-2, count: TagTransitions.count)
    private var model: TaggerWeights
    private var view = SentenceView()
    private var marginals = TagMarginals()
    private var goal = TagMarginals()
    var dice = Dice(1)
    private var updates = 0
    var dropout: Float = 0.2
    var batch = 8

    init(shape: NetworkShape, vocabulary: Vocabulary, words: WordList, names: Names) throws {
        self.shape = shape
        self.vocabulary = vocabulary
        self.names = names
        self.words = words.words.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { word in
            (word.key.map { vocabulary.number($0) }, word.value)
        }.filter { !$0.characters.contains(0) && !$0.characters.contains(2) }
        model = try TaggerWeights(bytes: WeightsFile(vocabulary, self.words).bytes())
        let h = shape.hidden
        let inner = shape.firstTaps * shape.width
        first = Parameters(inner * h, spread: (6 / Float(inner + h)).squareRoot(), &dice)
        firstBias = Parameters(h, spread: 0, &dice)
        for _ in shape.spreads {
            deep.append(Parameters(3 * h * h, spread: (6 / Float(4 * h)).squareRoot(), &dice))
            deepBias.append(Parameters(h, spread: 0, &dice))
        }
        out = Parameters(h * 16, spread: 0.1, &dice)
        outBias = Parameters(16, spread: 0, &dice)
        gate = Parameters(h * 16, spread: 0, &dice)
        gateBias = Parameters(16, spread: 0, &dice)
        manners = Array(repeating: Parameters((h + 1) * 16, spread: 0, &dice), count: 6)
    }

    func numbers(_ scalars: [UInt32]) -> [UInt16] { scalars.map { vocabulary.number($0) } }

    private struct CountingSink: PlacedPatternSink {
        var counters = [UInt8](repeating: 0, count: 1 << 27)

        mutating func add(_ key: UInt64, at: Int) {
            let at = Int(truncatingIfNeeded: PatternTable.hash(key) >> 37)
            if counters[at] < 255 { counters[at] += 1 }
        }
    }

    private struct CollectingSink: PlacedPatternSink {
        let counters: [UInt8]
        var seen: [UInt64: UInt32] = [:]

        mutating func add(_ key: UInt64, at: Int) {
            let at = Int(truncatingIfNeeded: PatternTable.hash(key) >> 37)
            if Int(counters[at]) >= NetworkTrainer.leastCount(key) { seen[key, default: 0] += 1 }
        }
    }

    nonisolated(unsafe) static var least = (two: 3, three: 6)

    static func leastCount(_ key: UInt64) -> Int {
        switch NetworkPatterns.Kind(rawValue: key >> 56) {
        case .one, .classes: 1
        case .two: least.two
        case .three: least.three
        default: 3
        }
    }

    /// Takes the patterns that occur often enough in the samples, or very often in raw text.
    mutating func collect(_ samples: [Sample], raw: [[UInt32]], rawFactor: Int) throws {
        var counting = CountingSink()
        if !raw.isEmpty {
            for text in raw {
                view.load(numbers(text), 0, text.count, model)
                NetworkPatterns.find(in: view, model.lexicon, &counting)
            }
            for i in counting.counters.indices { counting.counters[i] /= UInt8(rawFactor) }
        }
        for sample in samples {
            view.load(numbers(sample.scalars), 0, sample.scalars.count, model)
            NetworkPatterns.find(in: view, model.lexicon, &counting)
        }
        var collecting = CollectingSink(counters: counting.counters)
        for sample in samples {
            view.load(numbers(sample.scalars), 0, sample.scalars.count, model)
            NetworkPatterns.find(in: view, model.lexicon, &collecting)
        }
        for text in raw {
            view.load(numbers(text), 0, text.count, model)
            NetworkPatterns.find(in: view, model.lexicon, &collecting)
        }
        let found = collecting.seen.sorted { $0.key < $1.key }
        entries = found.enumerated().map { Entry(key: $1.key, row: UInt32($0)) }
        rowCounts = found.map(\.value)
        rows = [Float](repeating: 0, count: entries.count * shape.width)
        for (number, entry) in entries.enumerated() where entry.key >> 56 <= 2 {
            for i in 0..<shape.width {
                rows[number * shape.width + i] = (Float(dice.unit()) * 2 - 1) * 0.2
            }
        }
        rowSquares = [Float](repeating: 0.01, count: entries.count)
        try index()
    }

    private mutating func index() throws {
        model = try TaggerWeights(bytes: WeightsFile(vocabulary, words, keys: entries.map(\.key)).bytes())
        places.firstRow = Int32(vocabulary.classes.count)
    }

    /// Keeps the `budget` patterns that matter most, beside what is known of single characters.
    mutating func prune(to budget: Int) throws {
        let w = shape.width
        let weights = entries.map { entry -> Float in
            let row = Int(entry.row)
            if entry.key >> 56 <= NetworkPatterns.Kind.classes.rawValue { return .infinity }
            var square: Float = 0
            for i in 0..<w { square += rows[row * w + i] * rows[row * w + i] }
            return square * Float(min(rowCounts[row], 200)).squareRoot()
        }
        let sorted = weights.filter { $0.isFinite }.sorted(by: >)
        guard sorted.count > budget else { return }
        let least = sorted[budget]
        var kept: [Entry] = []
        var keptRows: [Float] = []
        var keptSquares: [Float] = []
        var keptCounts: [UInt32] = []
        for (entry, weight) in zip(entries, weights) where weight > least {
            let row = Int(entry.row)
            keptRows += rows[row * w..<(row + 1) * w]
            keptSquares.append(rowSquares[row])
            keptCounts.append(rowCounts[row])
            kept.append(Entry(key: entry.key, row: UInt32(kept.count)))
        }
        entries = kept
        rows = keptRows
        rowSquares = keptSquares
        rowCounts = keptCounts
        try index()
    }

    /// The largest number at a place before the first layer, and behind a layer, while some samples are read.
    mutating func largest(_ samples: [Sample]) -> (sum: Float, activation: Float) {
        var sum: Float = 1
        var activation: Float = 1
        for index in stride(from: 0, to: samples.count, by: max(1, samples.count / 3000)) {
            forward(samples[index].scalars, forget: 0, manner: 0, learning: false)
            for value in embedded { sum = max(sum, abs(value)) }
            for layer in layers { for value in layer { activation = max(activation, value) } }
        }
        return (sum, activation * 1.1)
    }

    /// Learns rows from raw text: a pattern is known by the characters beside it (skip-grams with a vector for each
    /// character at each distance, and negative samples; Mikolov et al. 2013, Ling et al. 2015).
    mutating func read(_ raw: [[UInt32]], rate: Float, scale: Float) {
        let n = shape.width
        let characters = vocabulary.classes.count
        var vectors = [Float](repeating: 0, count: 6 * characters * n)
        var counts = [Double](repeating: 0, count: characters)
        for text in raw { for number in numbers(text) { counts[Int(number)] += 1 } }
        var negatives: [Int32] = []
        let total = counts.reduce(0) { $0 + pow($1, 0.75) }
        for (number, count) in counts.enumerated() where count > 0 {
            let places = Int(pow(count, 0.75) / total * 1_000_000) + 1
            negatives += repeatElement(Int32(number), count: places)
        }
        for (number, entry) in entries.enumerated() where entry.key >> 56 != 2 {
            for i in 0..<n { rows[number * n + i] = (Float(dice.unit()) * 2 - 1) / Float(n) }
        }
        var order = Array(raw.indices)
        for i in stride(from: order.count - 1, to: 0, by: -1) { order.swapAt(i, dice.below(i + 1)) }
        var change = [Float](repeating: 0, count: n)
        var targets = [Int32](repeating: 0, count: 5)
        places.table = model.table
        places.forget = 0
        for (done, index) in order.enumerated() {
            let now = rate * max(0.02, 1 - Float(done) / Float(order.count))
            let text = numbers(raw[index])
            view.load(text, 0, text.count, model)
            places.rows.removeAll(keepingCapacity: true)
            places.places.removeAll(keepingCapacity: true)
            NetworkPatterns.find(in: view, model.lexicon, &places)
            for i in places.rows.indices {
                let row = Int(places.rows[i])
                let length: Int
                switch NetworkPatterns.Kind(rawValue: entries[row].key >> 56) {
                case .one: length = 1
                case .two: length = 2
                case .three: length = 3
                default: continue
                }
                let at = Int(places.places[i])
                for slot in 0..<6 {
                    let target = slot < 3 ? at - 3 + slot : at + length + slot - 3
                    if target < -1 || target > text.count { continue }
                    let character = target < 0 || target == text.count ? SentenceView.edge : text[target]
                    let base = Int32(slot * characters)
                    targets[0] = base + Int32(character)
                    for k in 1..<5 { targets[k] = base + negatives[dice.below(negatives.count)] }
                    rows.withUnsafeMutableBufferPointer { rows in
                        quandian_attract(rows.baseAddress! + row * n, &change, &vectors, targets, 5, now, n)
                    }
                }
            }
        }
        // All rows of a kind come to the size that the network begins with.
        for kind in NetworkPatterns.Kind.allCases where kind != .classes {
            var square: Float = 0
            var count = 0
            for (number, entry) in entries.enumerated() where entry.key >> 56 == kind.rawValue {
                for i in 0..<n { square += rows[number * n + i] * rows[number * n + i] }
                count += n
            }
            guard count > 0 else { continue }
            let size = (square / Float(count)).squareRoot()
            let factor: Float
            switch kind {
            case .one, .two, .three: factor = scale / max(size, 1e-6)
            default: factor = 0
            }
            for (number, entry) in entries.enumerated() where entry.key >> 56 == kind.rawValue {
                for i in 0..<n { rows[number * n + i] *= factor }
            }
        }
    }

    struct PlaceSink: PlacedPatternSink {
        var rows: [Int32] = []
        var places: [Int32] = []
        var table: PatternTable?
        var firstRow: Int32 = 0
        var dice = Dice(7)
        /// Of 256, how many patterns are passed over.
        var forget: UInt64 = 0

        mutating func add(_ key: UInt64, at place: Int) {
            guard let slot = table?.slot(key), slot != 0 else { return }
            if forget > 0 {
                let die = dice.next() & 0xFF
                // Single characters are forgotten less often: nothing else may be known of a place.
                if die < (key >> 56 == 1 ? forget / 4 : forget) { return }
            }
            rows.append(Int32(slot & 0xFFFF_FFFF) - firstRow)
            places.append(Int32(place))
        }
    }
    private var places = PlaceSink()

    /// What stands at each place while a sentence is read: the margin keeps windows inside.
    private static let margin = 8
    private var embedded: [Float] = []
    private var layers: [[Float]] = []
    private var conv: [[Float]] = []
    private var emissions: [SIMD16<Float>] = []
    private var masks: [Float] = []

    /// Reads a sentence up to the scores of its tags.
    private mutating func forward(_ scalars: [UInt32], forget: UInt64, manner: Int, learning: Bool) {
        let count = scalars.count
        let m = Self.margin
        let w = shape.width
        let h = shape.hidden
        view.load(numbers(scalars), 0, count, model)
        places.rows.removeAll(keepingCapacity: true)
        places.places.removeAll(keepingCapacity: true)
        places.table = model.table
        places.forget = forget
        NetworkPatterns.find(in: view, model.lexicon, forget: forget > 0 ? dice.next() | 1 : 0, &places)
        let total = count + 2 * m
        embedded = [Float](repeating: 0, count: total * w)
        let used = places.rows.count
        embedded.withUnsafeMutableBufferPointer { e in
            rows.withUnsafeBufferPointer { rows in
                for i in 0..<used {
                    let from = Int(places.rows[i]) * w
                    let to = (Int(places.places[i]) + m) * w
                    for k in 0..<w { e[to + k] += rows[from + k] }
                }
            }
        }
        layers = Array(repeating: [Float](repeating: 0, count: total * h), count: shape.spreads.count + 1)
        conv = Array(repeating: [], count: shape.spreads.count)
        let reach = shape.firstTaps / 2
        layers[0].withUnsafeMutableBufferPointer { l in
            embedded.withUnsafeBufferPointer { e in
                quandian_product(
                    l.baseAddress! + m * h, e.baseAddress! + (m - reach) * w, w, first.values, firstBias.values, count,
                    shape.firstTaps * w, h)
            }
            for i in m * h..<(m + count) * h { l[i] = max(l[i], 0) }
        }
        for (number, spread) in shape.spreads.enumerated() {
            var y = [Float](repeating: 0, count: count * h)
            var window = [Float](repeating: 0, count: count * 3 * h)
            layers[number].withUnsafeBufferPointer { l in
                for i in 0..<count {
                    for tap in 0..<3 {
                        let from = (m + i + (tap - 1) * spread) * h
                        for k in 0..<h { window[(i * 3 + tap) * h + k] = l[from + k] }
                    }
                }
            }
            quandian_product(&y, window, 3 * h, deep[number].values, deepBias[number].values, count, 3 * h, h)
            let below = layers[number]
            layers[number + 1].withUnsafeMutableBufferPointer { next in
                for i in 0..<count * h {
                    y[i] = max(y[i], 0)
                    next[m * h + i] = below[m * h + i] + y[i]
                }
            }
            conv[number] = y
        }
        let last = shape.spreads.count
        if learning, dropout > 0 {
            masks = [Float](repeating: 0, count: count * h)
            let keep = 1 / (1 - dropout)
            let limit = UInt64(dropout * 65536)
            var bits: UInt64 = 0
            for i in 0..<count * h {
                if i & 3 == 0 { bits = dice.next() }
                if bits & 0xFFFF >= limit { masks[i] = keep }
                bits >>= 16
                layers[last][m * h + i] *= masks[i]
            }
        }
        var scores = [Float](repeating: 0, count: count * 16)
        layers[last].withUnsafeBufferPointer { l in
            quandian_product(&scores, l.baseAddress! + m * h, h, out.values, outBias.values, count, h, 16)
            if manner > 0 {
                var more = [Float](repeating: 0, count: count * 16)
                manners[manner].values.withUnsafeBufferPointer { p in
                    quandian_product(&more, l.baseAddress! + m * h, h, p.baseAddress!, p.baseAddress! + h * 16, count, h, 16)
                }
                for i in scores.indices where manner > 3 || i & 2 != 0 { scores[i] += more[i] }
            }
        }
        emissions = (0..<count).map { i in
            var e = SIMD16<Float>()
            for t in 0..<16 { e[t] = scores[i * 16 + t] }
            return e
        }
    }

    private static func transposed(_ w: [Float], _ inner: Int, _ n: Int) -> [Float] {
        var t = [Float](repeating: 0, count: w.count)
        for k in 0..<inner { for j in 0..<n { t[j * inner + k] = w[k * n + j] } }
        return t
    }

    /// Transposed matrices, made anew after each step.
    private var outT: [Float] = []
    private var gateT: [Float] = []
    private var deepT: [[[Float]]] = []
    private var firstT: [[Float]] = []

    private mutating func transpose() {
        let h = shape.hidden
        let w = shape.width
        outT = Self.transposed(out.values, h, 16)
        gateT = Self.transposed(gate.values, h, 16)
        deepT = deep.map { d in
            (0..<3).map { Self.transposed(Array(d.values[$0 * h * h..<($0 + 1) * h * h]), h, h) }
        }
        firstT = (0..<shape.firstTaps).map { Self.transposed(Array(first.values[$0 * w * h..<($0 + 1) * w * h]), w, h) }
    }

    private mutating func learn(_ sample: Sample, rowRate: Float, forget: UInt64, stepRate: Float) -> Float {
        let count = sample.scalars.count
        let m = Self.margin
        let w = shape.width
        let h = shape.hidden
        let manner = Int(sample.manner)
        forward(sample.scalars, forget: forget, manner: manner, learning: true)
        let exponentiated = steps.exponentiated
        let all = marginals.sum(emissions, count, exponentiated: exponentiated)
        let right = goal.sum(emissions, count, exponentiated: exponentiated, allowed: sample.allowed)
        var dy = [Float](repeating: 0, count: count * 16)
        for i in 0..<count {
            let g = (goal.tags(at: i) - marginals.tags(at: i)) * sample.weight
            for t in 0..<16 { dy[i * 16 + t] = g[t] }
        }
        // Output layer.
        let last = shape.spreads.count
        var dl = [Float](repeating: 0, count: (count + 2 * m) * h)
        layers[last].withUnsafeBufferPointer { l in
            quandian_add_outer(&out.gradients, l.baseAddress! + m * h, h, dy, count, h, 16)
            if manner > 0 {
                var own = dy
                for i in own.indices where manner < 4 && i & 2 == 0 { own[i] = 0 }
                manners[manner].gradients.withUnsafeMutableBufferPointer { g in
                    quandian_add_outer(g.baseAddress!, l.baseAddress! + m * h, h, own, count, h, 16)
                    for i in own.indices { g[h * 16 + (i & 15)] += own[i] }
                }
            }
        }
        for i in dy.indices { outBias.gradients[i & 15] += dy[i] }
        dl.withUnsafeMutableBufferPointer { d in
            quandian_add_product(d.baseAddress! + m * h, h, dy, outT, count, 16, h)
            if manner > 0 {
                var own = dy
                for i in own.indices where manner < 4 && i & 2 == 0 { own[i] = 0 }
                let t = Self.transposed(Array(manners[manner].values[..<(h * 16)]), h, 16)
                quandian_add_product(d.baseAddress! + m * h, h, own, t, count, 16, h)
            }
            if dropout > 0 { for i in 0..<count * h { d[m * h + i] *= masks[i] } }
        }
        // The gate is right where it says of a place what all layers would: a logistic regression on the first layer.
        var gates = [Float](repeating: 0, count: count * 16)
        layers[0].withUnsafeBufferPointer { l in
            quandian_product(&gates, l.baseAddress! + m * h, h, gate.values, gateBias.values, count, h, 16)
        }
        for i in 0..<count {
            let inside = goal.tags(at: i).sum()
            let g = (inside - 1 / (1 + exp(-gates[i * 16]))) * sample.weight * 0.2
            for t in 0..<16 { gates[i * 16 + t] = t == 0 ? g : 0 }
            gateBias.gradients[0] += g
        }
        layers[0].withUnsafeBufferPointer { l in
            quandian_add_outer(&gate.gradients, l.baseAddress! + m * h, h, gates, count, h, 16)
        }
        for number in stride(from: last - 1, through: 0, by: -1) {
            let spread = shape.spreads[number]
            var dc = [Float](repeating: 0, count: count * h)
            let y = conv[number]
            for i in 0..<count * h where y[i] > 0 { dc[i] = dl[m * h + i] }
            for i in 0..<count * h { deepBias[number].gradients[i % h] += dc[i] }
            layers[number].withUnsafeBufferPointer { l in
                deep[number].gradients.withUnsafeMutableBufferPointer { g in
                    for tap in 0..<3 {
                        quandian_add_outer(
                            g.baseAddress! + tap * h * h, l.baseAddress! + (m + (tap - 1) * spread) * h, h, dc, count,
                            h, h)
                    }
                }
            }
            dl.withUnsafeMutableBufferPointer { d in
                for tap in 0..<3 {
                    quandian_add_product(
                        d.baseAddress! + (m + (tap - 1) * spread) * h, h, dc, deepT[number][tap], count, h, h)
                }
            }
        }
        dl.withUnsafeMutableBufferPointer { d in
            quandian_add_product(d.baseAddress! + m * h, h, gates, gateT, count, 16, h)
        }
        var dc = [Float](repeating: 0, count: count * h)
        for i in 0..<count * h where layers[0][m * h + i] > 0 { dc[i] = dl[m * h + i] }
        for i in 0..<count * h { firstBias.gradients[i % h] += dc[i] }
        let reach = shape.firstTaps / 2
        var de = [Float](repeating: 0, count: (count + 2 * m) * w)
        embedded.withUnsafeBufferPointer { e in
            quandian_add_outer(
                &first.gradients, e.baseAddress! + (m - reach) * w, w, dc, count, shape.firstTaps * w, h)
        }
        de.withUnsafeMutableBufferPointer { d in
            for tap in 0..<shape.firstTaps {
                quandian_add_product(d.baseAddress! + (m + tap - reach) * w, w, dc, firstT[tap], count, h, w)
            }
        }
        // Rows: AdaGrad with one sum of squares a row.
        let used = places.rows.count
        de.withUnsafeBufferPointer { d in
            rows.withUnsafeMutableBufferPointer { rows in
                for i in 0..<used {
                    let row = Int(places.rows[i])
                    let to = row * w
                    let from = (Int(places.places[i]) + m) * w
                    var square: Float = 0
                    for k in 0..<w { square += d[from + k] * d[from + k] }
                    if square < 1e-8 { continue }
                    rowSquares[row] += square
                    let rate = rowRate / rowSquares[row].squareRoot()
                    for k in 0..<w { rows[to + k] += rate * d[from + k] }
                }
            }
        }
        var change = TagTransitions()
        goal.addSteps(to: &change, sample.weight)
        marginals.addSteps(to: &change, -sample.weight)
        var flat = steps.flat
        for (i, gradient) in change.flat.enumerated() {
            stepSquares[i] += gradient * gradient
            flat[i] += stepRate * gradient / stepSquares[i].squareRoot()
        }
        steps = TagTransitions(flat: flat)
        return right - all
    }

    private mutating func step(_ rate: Float) {
        updates += 1
        first.step(updates, rate: rate)
        firstBias.step(updates, rate: rate)
        for i in deep.indices {
            deep[i].step(updates, rate: rate)
            deepBias[i].step(updates, rate: rate)
        }
        out.step(updates, rate: rate)
        outBias.step(updates, rate: rate)
        gate.step(updates, rate: rate)
        gateBias.step(updates, rate: rate)
        for i in 1..<manners.count { manners[i].step(updates, rate: rate) }
        transpose()
    }

    /// One pass over the samples in random order. Returns the mean log-likelihood of a sample.
    mutating func pass(
        _ samples: [Sample], rate: Float, endRate: Float, redraw: Double, forget: UInt64
    ) -> Double {
        var order = Array(samples.indices)
        for i in stride(from: order.count - 1, to: 0, by: -1) { order.swapAt(i, dice.below(i + 1)) }
        var total = 0.0
        transpose()
        for (number, index) in order.enumerated() {
            let now = rate + (endRate - rate) * Float(number) / Float(order.count)
            let sample = samples[index].redrawn(share: redraw, names, &dice)
            total += Double(learn(sample, rowRate: now * 50, forget: forget, stepRate: now * 50))
            if (number + 1) % batch == 0 { step(now) }
        }
        return total / Double(max(1, order.count))
    }

    /// Settles what open samples leave open: the best path through what they allow.
    mutating func settle(_ samples: inout [Sample]) {
        var path = BestPath()
        for number in samples.indices where samples[number].isOpen {
            let sample = samples[number]
            let count = sample.scalars.count
            forward(sample.scalars, forget: 0, manner: 0, learning: false)
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
            path.find(emissions, count, steps, into: &found)
            var settled = [UInt32](repeating: Allowed.outside, count: count)
            for span in found {
                let range = span.start..<span.end
                for i in range { settled[i] = Allowed.tag(span.label, i, in: range) }
            }
            samples[number].allowed = settled
        }
    }

    /// The names in a text, in real numbers.
    mutating func tag(_ scalars: [UInt32]) -> [TaggedSpan] {
        var spans: [TaggedSpan] = []
        var path = BestPath()
        var start = 0
        while start < scalars.count {
            let end = SentenceCutter.end(of: scalars, from: start)
            forward(Array(scalars[start..<end]), forget: 0, manner: 0, learning: false)
            var found: [(start: Int, end: Int, label: Int)] = []
            path.find(emissions, end - start, steps, into: &found)
            for span in found {
                spans.append(
                    TaggedSpan(
                        start: start + span.start, end: start + span.end,
                        label: TaggedSpan.Label(rawValue: span.label) ?? .person, probability: 1))
            }
            start = end
        }
        return spans
    }
}
