// A linear-chain conditional random field over 17 tags: B, M, E and S (begin, middle, end, single) of four labels, and
// O (outside). A lane of the vectors is `kind * 4 + label`, kinds in the order B M E S; O has the fixed score 0.
//
// A name follows a closed tag (E, S, O) only, and the score of that step depends on the two labels alone. So a step of
// the lattice is a handful of operations on four lanes instead of 17 × 17.

/// Scores of steps from one tag to the next.
package struct TagTransitions: Sendable, Equatable {
    /// `closed[x][y]`: from a closed tag of label `x` (4 is O) to the opening of label `y` (B or S), lanes are `y`.
    package var closed: [SIMD4<Float>]
    /// From a closed tag of label `x` (lanes) to O, and from O to O.
    package var toOutside: SIMD4<Float>
    package var outsideToOutside: Float
    /// Within a name: B to M, B to E, M to M, M to E, lanes are labels.
    package var beginMiddle: SIMD4<Float>
    package var beginEnd: SIMD4<Float>
    package var middleMiddle: SIMD4<Float>
    package var middleEnd: SIMD4<Float>

    package static let count = 41

    package init() {
        closed = Array(repeating: .zero, count: 5)
        toOutside = .zero
        outsideToOutside = 0
        beginMiddle = .zero
        beginEnd = .zero
        middleMiddle = .zero
        middleEnd = .zero
    }

    /// The numbers in the order of ``flat``.
    package init(flat: [Float]) {
        precondition(flat.count == Self.count)
        func four(_ at: Int) -> SIMD4<Float> { SIMD4(flat[at], flat[at + 1], flat[at + 2], flat[at + 3]) }
        closed = (0..<5).map { four($0 * 4) }
        toOutside = four(20)
        outsideToOutside = flat[24]
        beginMiddle = four(25)
        beginEnd = four(29)
        middleMiddle = four(33)
        middleEnd = four(37)
    }

    package var flat: [Float] {
        var numbers: [Float] = []
        func add(_ four: SIMD4<Float>) { for lane in 0..<4 { numbers.append(four[lane]) } }
        for row in closed { add(row) }
        add(toOutside)
        numbers.append(outsideToOutside)
        for row in [beginMiddle, beginEnd, middleMiddle, middleEnd] { add(row) }
        return numbers
    }

    func map(_ change: (Float) -> Float) -> TagTransitions { TagTransitions(flat: flat.map(change)) }
}

/// The best path through a sentence, by Viterbi's algorithm.
package struct BestPath {
    private struct Back {
        /// Label (4 is O) of the closed tag before B or S of each label.
        var opening: SIMD4<Int32>
        /// All ones where M or E of the label came from M rather than B.
        var middleFromMiddle: SIMD4<Int32>
        var endFromMiddle: SIMD4<Int32>
        /// All ones where the closed tag of the label at this place is S rather than E.
        var closedIsSingle: SIMD4<Int32>
        var outside: Int32
    }
    private var back: [Back] = []

    package init() {}

    /// Appends the best path's names to `found` as (start, end, label), positions counted from 0. O(count).
    package mutating func find(
        _ emissions: [SIMD16<Float>], _ count: Int, _ transitions: TagTransitions,
        into found: inout [(start: Int, end: Int, label: Int)]
    ) {
        guard count > 0 else { return }
        back.removeAll(keepingCapacity: true)
        let low = Float(-1e9)
        var begin = SIMD4<Float>(repeating: low)
        var middle = begin
        var end = begin
        var single = begin
        var outside: Float = 0
        let t0 = transitions.closed[0]
        let t1 = transitions.closed[1]
        let t2 = transitions.closed[2]
        let t3 = transitions.closed[3]
        let t4 = transitions.closed[4]
        var previousIsSingle = SIMD4<Int32>.zero
        for i in 0..<count {
            let emission = emissions[i]
            let singleWins = single .> end
            let closed = end.replacing(with: single, where: singleWins)
            previousIsSingle = SIMD4<Int32>.zero.replacing(with: SIMD4(repeating: -1), where: singleWins)
            var best = SIMD4(repeating: outside) + t4
            var from = SIMD4<Int32>(repeating: 4)
            for (label, row) in [(Int32(0), t0), (1, t1), (2, t2), (3, t3)] {
                let candidate = SIMD4(repeating: closed[Int(label)]) + row
                let wins = candidate .> best
                best.replace(with: candidate, where: wins)
                from.replace(with: SIMD4(repeating: label), where: wins)
            }
            var bestOutside = outside + transitions.outsideToOutside
            var fromOutside: Int32 = 4
            let toOutside = closed + transitions.toOutside
            for label in 0..<4 where toOutside[label] > bestOutside {
                bestOutside = toOutside[label]
                fromOutside = Int32(label)
            }
            let bm = begin + transitions.beginMiddle
            let mm = middle + transitions.middleMiddle
            let be = begin + transitions.beginEnd
            let me = middle + transitions.middleEnd
            let mWins = mm .> bm
            let eWins = me .> be
            let minus = SIMD4<Int32>(repeating: -1)
            back.append(
                Back(
                    opening: from,
                    middleFromMiddle: SIMD4<Int32>.zero.replacing(with: minus, where: mWins),
                    endFromMiddle: SIMD4<Int32>.zero.replacing(with: minus, where: eWins),
                    closedIsSingle: previousIsSingle, outside: fromOutside))
            middle = bm.replacing(with: mm, where: mWins) + emission.kind(1)
            end = be.replacing(with: me, where: eWins) + emission.kind(2)
            begin = best + emission.kind(0)
            single = best + emission.kind(3)
            outside = bestOutside
        }
        // The end of the sentence counts as O.
        let singleWins = single .> end
        let closed = end.replacing(with: single, where: singleWins) + transitions.toOutside
        var label = 4
        var score = outside + transitions.outsideToOutside
        for candidate in 0..<4 where closed[candidate] > score {
            score = closed[candidate]
            label = candidate
        }
        var isSingle = label < 4 && singleWins[label]
        let mark = found.count
        var i = count - 1
        while i >= 0 {
            if label == 4 {
                label = Int(back[i].outside)
                if label < 4 { isSingle = back[i].closedIsSingle[label] != 0 }
                i -= 1
                continue
            }
            let last = i
            if !isSingle {
                var inMiddle = back[i].endFromMiddle[label] != 0
                i -= 1
                while inMiddle, i > 0 {
                    inMiddle = back[i].middleFromMiddle[label] != 0
                    i -= 1
                }
            }
            found.append((i, last + 1, label))
            let before = Int(back[i].opening[label])
            if before < 4 { isSingle = back[i].closedIsSingle[before] != 0 }
            label = before
            i -= 1
        }
        found[mark...].reverse()
    }
}

/// Sums over all paths, by the forward–backward algorithm: the likelihood of tags and of spans.
package struct TagMarginals {
    private var exponentials: [SIMD16<Float>] = []
    /// What O counts at each place: 1, scaled as the other tags of the place are.
    private var outsideExponentials: [Float] = []
    private var forward: [SIMD16<Float>] = []
    private var forwardOutside: [Float] = []
    private var backward: [SIMD16<Float>] = []
    private var backwardOutside: [Float] = []
    private var steps = TagTransitions()
    private var count = 0

    package init() {}

    /// Prepares for a sentence. `allowed`, where given, holds for each place the tags that may stand there (bit 16: O).
    ///
    /// - Returns: the logarithm of the sum over all paths. O(count).
    @discardableResult
    package mutating func sum(
        _ emissions: [SIMD16<Float>], _ count: Int, exponentiated steps: TagTransitions, allowed: [UInt32]? = nil
    ) -> Float {
        self.count = count
        self.steps = steps
        if exponentials.count < count {
            exponentials = Array(repeating: .zero, count: count)
            forward = exponentials
            backward = exponentials
            outsideExponentials = Array(repeating: 0, count: count)
            forwardOutside = outsideExponentials
            backwardOutside = outsideExponentials
        }
        var logarithm: Float = 0
        var closed = SIMD4<Float>.zero
        var begin = SIMD4<Float>.zero
        var middle = SIMD4<Float>.zero
        var outside: Float = 1
        for i in 0..<count {
            let top = max(emissions[i].max(), 0)
            logarithm += top
            var e = exponential(emissions[i] - top)
            var eOutside = exponential(SIMD4(repeating: -top))[0]
            if let allowed {
                let mask = allowed[i]
                var lanes = SIMD16<Float>.zero
                for lane in 0..<16 where mask >> lane & 1 == 1 { lanes[lane] = 1 }
                e *= lanes
                if mask >> 16 & 1 == 0 { eOutside = 0 }
            }
            exponentials[i] = e
            outsideExponentials[i] = eOutside
            let opening = steps.openings(closed, outside)
            let newOutside = eOutside * ((closed * steps.toOutside).sum() + outside * steps.outsideToOutside)
            let newBegin = e.kind(0) * opening
            let newMiddle = e.kind(1) * (begin * steps.beginMiddle + middle * steps.middleMiddle)
            let newEnd = e.kind(2) * (begin * steps.beginEnd + middle * steps.middleEnd)
            let newSingle = e.kind(3) * opening
            let total = newOutside + (newBegin + newMiddle + newEnd + newSingle).sum()
            let scale = 1 / max(total, 1e-30)
            logarithm -= logarithmOf(scale)
            begin = newBegin * scale
            middle = newMiddle * scale
            let end = newEnd * scale
            let single = newSingle * scale
            closed = end + single
            outside = newOutside * scale
            forward[i] = SIMD16(begin, middle, end, single)
            forwardOutside[i] = outside
        }
        logarithm += logarithmOf((closed * steps.toOutside).sum() + outside * steps.outsideToOutside)

        var nextClosed = steps.toOutside
        var nextOutside = steps.outsideToOutside
        var nextOpen = SIMD8<Float>.zero
        for i in stride(from: count - 1, through: 0, by: -1) {
            let vector = SIMD16(lowHalf: nextOpen, highHalf: SIMD8(lowHalf: nextClosed, highHalf: nextClosed))
            let total = nextOutside + vector.sum()
            let scale = 1 / max(total, 1e-30)
            backward[i] = vector * scale
            backwardOutside[i] = nextOutside * scale
            let x = exponentials[i] * backward[i]
            let xOutside = outsideExponentials[i] * backwardOutside[i]
            let opening = x.kind(0) + x.kind(3)
            nextClosed = steps.closings(opening, xOutside)
            nextOutside = (steps.closed[4] * opening).sum() + steps.outsideToOutside * xOutside
            nextOpen = SIMD8(
                lowHalf: steps.beginMiddle * x.kind(1) + steps.beginEnd * x.kind(2),
                highHalf: steps.middleMiddle * x.kind(1) + steps.middleEnd * x.kind(2))
        }
        return logarithm
    }

    /// The likelihood of each tag at a place; the rest up to 1 is O.
    package func tags(at i: Int) -> SIMD16<Float> {
        let product = forward[i] * backward[i]
        let total = product.sum() + forwardOutside[i] * backwardOutside[i]
        return product / max(total, 1e-30)
    }

    /// The likelihood that a name of this label begins and ends just here.
    package func span(_ start: Int, _ end: Int, _ label: Int) -> Float {
        if end == start + 1 { return tags(at: start)[12 + label] }
        var likelihood = tags(at: start)[label]
        for i in start + 1..<end {
            let first = i == start + 1
            let toMiddle = first ? steps.beginMiddle[label] : steps.middleMiddle[label]
            let toEnd = first ? steps.beginEnd[label] : steps.middleEnd[label]
            let middle = toMiddle * exponentials[i][4 + label] * backward[i][4 + label]
            let close = toEnd * exponentials[i][8 + label] * backward[i][8 + label]
            likelihood *= (i == end - 1 ? close : middle) / max(middle + close, 1e-30)
        }
        return likelihood
    }

    /// Adds the expected number of each step, times `factor`, to `counts`.
    package func addSteps(to counts: inout TagTransitions, _ factor: Float) {
        guard count > 0 else { return }
        for i in 0...count {
            var closed = SIMD4<Float>.zero
            var outside: Float = 1
            var open = SIMD8<Float>.zero
            if i > 0 {
                closed = forward[i - 1].kind(2) + forward[i - 1].kind(3)
                outside = forwardOutside[i - 1]
                open = forward[i - 1].lowHalf
            }
            var x = SIMD16<Float>.zero
            var xOutside: Float = 1
            if i < count {
                x = exponentials[i] * backward[i]
                xOutside = outsideExponentials[i] * backwardOutside[i]
            }
            let opening = x.kind(0) + x.kind(3)
            let step0 = steps.closed[0] * opening * closed[0]
            let step1 = steps.closed[1] * opening * closed[1]
            let step2 = steps.closed[2] * opening * closed[2]
            let step3 = steps.closed[3] * opening * closed[3]
            let step4 = steps.closed[4] * opening * outside
            let leave = steps.toOutside * closed * xOutside
            let stay = steps.outsideToOutside * outside * xOutside
            let bm = steps.beginMiddle * open.lowHalf * x.kind(1)
            let be = steps.beginEnd * open.lowHalf * x.kind(2)
            let mm = steps.middleMiddle * open.highHalf * x.kind(1)
            let me = steps.middleEnd * open.highHalf * x.kind(2)
            let first = step0 + step1 + step2 + step3 + step4
            let total = (first + leave + bm + be + mm + me).sum() + stay
            let weight = factor / max(total, 1e-30)
            counts.closed[0] += step0 * weight
            counts.closed[1] += step1 * weight
            counts.closed[2] += step2 * weight
            counts.closed[3] += step3 * weight
            counts.closed[4] += step4 * weight
            counts.toOutside += leave * weight
            counts.outsideToOutside += stay * weight
            counts.beginMiddle += bm * weight
            counts.beginEnd += be * weight
            counts.middleMiddle += mm * weight
            counts.middleEnd += me * weight
        }
    }
}

extension TagTransitions {
    /// The same steps as factors instead of scores.
    package var exponentiated: TagTransitions { map { exponential(SIMD4(repeating: $0))[0] } }

    @inline(__always)
    func openings(_ from: SIMD4<Float>, _ outside: Float) -> SIMD4<Float> {
        var sum = closed[4] * outside
        for label in 0..<4 { sum += closed[label] * from[label] }
        return sum
    }

    /// For each label of a closed tag, the sum over what may follow it.
    @inline(__always)
    func closings(_ to: SIMD4<Float>, _ outside: Float) -> SIMD4<Float> {
        SIMD4((closed[0] * to).sum(), (closed[1] * to).sum(), (closed[2] * to).sum(), (closed[3] * to).sum())
            + toOutside * outside
    }
}

extension SIMD16<Float> {
    /// The four lanes of B (0), M (1), E (2) or S (3).
    @inline(__always)
    func kind(_ kind: Int) -> SIMD4<Float> {
        switch kind {
        case 0: lowHalf.lowHalf
        case 1: lowHalf.highHalf
        case 2: highHalf.lowHalf
        default: highHalf.highHalf
        }
    }

    @inline(__always)
    init(_ begin: SIMD4<Float>, _ middle: SIMD4<Float>, _ end: SIMD4<Float>, _ single: SIMD4<Float>) {
        self.init(
            lowHalf: SIMD8(lowHalf: begin, highHalf: middle), highHalf: SIMD8(lowHalf: end, highHalf: single))
    }
}
