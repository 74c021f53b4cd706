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
        var opening = SIMD4<Int32>.zero
        /// All ones where M or E of the label came from M rather than B.
        var middleFromMiddle = SIMD4<Int32>.zero
        var endFromMiddle = SIMD4<Int32>.zero
        /// All ones where the closed tag of the label at this place is S rather than E.
        var closedIsSingle = SIMD4<Int32>.zero
        var outside: Int32 = 4
    }
    private var back: [Back] = []

    package init() {}

    /// Appends the best path's names to `found` as (start, end, label), positions counted from the first. O(length).
    package mutating func find(
        _ emissions: ArraySlice<SIMD16<Float>>, _ transitions: TagTransitions,
        into found: inout [(start: Int, end: Int, label: Int)]
    ) {
        let count = emissions.count
        guard count > 0 else { return }
        if back.count < count { back.resize(to: max(count, 128), filler: Back()) }
        unsafe back.withUnsafeMutableBufferPointer { back in
            unsafe emissions.withUnsafeBufferPointer { emissions in
                unsafe Self.find(emissions, count, transitions, back, into: &found)
            }
        }
    }

    private static func find(
        _ emissions: UnsafeBufferPointer<SIMD16<Float>>, _ count: Int, _ transitions: TagTransitions,
        _ back: UnsafeMutableBufferPointer<Back>, into found: inout [(start: Int, end: Int, label: Int)]
    ) {
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
            let emission = unsafe emissions[i]
            let singleWins = single .> end
            let closed = end.replacing(with: single, where: singleWins)
            previousIsSingle = SIMD4<Int32>.zero.replacing(with: SIMD4(repeating: -1), where: singleWins)
            var best = SIMD4(repeating: outside) + t4
            var from = SIMD4<Int32>(repeating: 4)
            @inline(__always)
            func consider(_ label: Int, _ row: SIMD4<Float>) {
                let candidate = SIMD4(repeating: closed[label]) + row
                let wins = candidate .> best
                best.replace(with: candidate, where: wins)
                from.replace(with: SIMD4(repeating: Int32(label)), where: wins)
            }
            consider(0, t0)
            consider(1, t1)
            consider(2, t2)
            consider(3, t3)
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
            unsafe back[i] = Back(
                opening: from,
                middleFromMiddle: SIMD4<Int32>.zero.replacing(with: minus, where: mWins),
                endFromMiddle: SIMD4<Int32>.zero.replacing(with: minus, where: eWins),
                closedIsSingle: previousIsSingle, outside: fromOutside)
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
                label = unsafe Int(back[i].outside)
                if label < 4 { isSingle = unsafe back[i].closedIsSingle[label] != 0 }
                i -= 1
                continue
            }
            let last = i
            if !isSingle {
                var inMiddle = unsafe back[i].endFromMiddle[label] != 0
                i -= 1
                while inMiddle, i > 0 {
                    inMiddle = unsafe back[i].middleFromMiddle[label] != 0
                    i -= 1
                }
            }
            found.append((i, last + 1, label))
            let before = unsafe Int(back[i].opening[label])
            if before < 4 { isSingle = unsafe back[i].closedIsSingle[before] != 0 }
            label = before
            i -= 1
        }
        found[mark...].reverse()
    }
}

/// Sums over all paths, by the forward–backward algorithm: the likelihood of tags and of spans.
package struct TagMarginals {
    /// What is known of a place. Factors are scores as powers of e, divided by the greatest at the place so that none is
    /// too large; the sums from either side are scaled so that they stay near enough to 1.
    private struct Place {
        var factors = SIMD16<Float>.zero
        var forward = SIMD16<Float>.zero
        var backward = SIMD16<Float>.zero
        var outsideFactor: Float = 0
        var forwardOutside: Float = 0
        var backwardOutside: Float = 0
        /// The score that all at this place were lowered by, and the scale of the sum from the left.
        var top: Float = 0
        var scale: Float = 1
    }

    private var places: [Place] = []
    private var steps = TagTransitions()
    private var count = 0

    package init() {}

    /// Prepares for a sentence, whose places are counted from 0. `allowed`, where given, holds for each the tags that may
    /// stand there (bit 16: O). O(length).
    package mutating func sum(
        _ emissions: ArraySlice<SIMD16<Float>>, exponentiated steps: TagTransitions, allowed: [UInt32]? = nil
    ) {
        count = emissions.count
        self.steps = steps
        if places.count < count { places.resize(to: max(count, 128), filler: Place()) }
        unsafe places.withUnsafeMutableBufferPointer { places in
            for (i, emission) in emissions.enumerated() {
                let top = max(emission.greatest, 0)
                unsafe places[i].top = top
                unsafe places[i].factors = exponential(emission - top)
                unsafe places[i].outsideFactor = top == 0 ? 1 : exponential(SIMD4(repeating: -top))[0]
            }
            if let allowed {
                for i in 0..<count {
                    let mask = allowed[i]
                    var lanes = SIMD16<Float>.zero
                    for lane in 0..<16 where mask >> lane & 1 == 1 { lanes[lane] = 1 }
                    unsafe places[i].factors *= lanes
                    if mask >> 16 & 1 == 0 { unsafe places[i].outsideFactor = 0 }
                }
            }
            // Each step waits for the one before, so the processor goes both ways at once.
            var forward = Forward(steps)
            var backward = Backward(steps)
            for i in 0..<count {
                unsafe forward.step(&places[i])
                unsafe backward.step(&places[count - 1 - i])
            }
        }
    }

    /// The logarithm of the sum over all paths.
    package func logarithm() -> Float {
        var logarithm: Float = 0
        for place in places[..<count] {
            logarithm += place.top
            logarithm -= logarithmOf(place.scale)
        }
        var closed = SIMD4<Float>.zero
        var outside: Float = 1
        if count > 0 {
            closed = places[count - 1].forward.kind(2) + places[count - 1].forward.kind(3)
            outside = places[count - 1].forwardOutside
        }
        return logarithm + logarithmOf((closed * steps.toOutside).total + outside * steps.outsideToOutside)
    }

    /// What the sums at a place are multiplied by: 1 unless they are far from it, since a division is slow and the next
    /// place waits for it.
    @inline(__always)
    private static func scale(_ total: Float) -> Float {
        total > 1e-6 && total < 1e6 ? 1 : 1 / max(total, 1e-30)
    }

    /// Sums over what leads to a place.
    private struct Forward {
        private let steps: TagSteps
        private var closed = SIMD4<Float>.zero
        private var begin = SIMD4<Float>.zero
        private var middle = SIMD4<Float>.zero
        private var outside: Float = 1

        init(_ transitions: TagTransitions) { steps = TagSteps(transitions) }

        @inline(__always)
        mutating func step(_ place: inout Place) {
            let e = place.factors
            let opening = steps.openings(closed, outside)
            let newOutside =
                place.outsideFactor * ((closed * steps.toOutside).total + outside * steps.outsideToOutside)
            let newBegin = e.kind(0) * opening
            let newMiddle = e.kind(1) * (begin * steps.beginMiddle + middle * steps.middleMiddle)
            let newEnd = e.kind(2) * (begin * steps.beginEnd + middle * steps.middleEnd)
            let newSingle = e.kind(3) * opening
            let total = newOutside + (newBegin + newMiddle + newEnd + newSingle).total
            let scale = TagMarginals.scale(total)
            place.forward = SIMD16(newBegin, newMiddle, newEnd, newSingle)
            place.forwardOutside = newOutside
            place.scale = scale
            begin = newBegin
            middle = newMiddle
            closed = newEnd + newSingle
            outside = newOutside
            if scale != 1 {
                place.forward *= scale
                place.forwardOutside *= scale
                begin *= scale
                middle *= scale
                closed *= scale
                outside *= scale
            }
        }
    }

    /// Sums over what may follow a place.
    private struct Backward {
        private let steps: TagSteps
        private var nextClosed: SIMD4<Float>
        private var nextOutside: Float
        private var nextOpen = SIMD8<Float>.zero

        init(_ transitions: TagTransitions) {
            steps = TagSteps(transitions)
            nextClosed = steps.toOutside
            nextOutside = steps.outsideToOutside
        }

        @inline(__always)
        mutating func step(_ place: inout Place) {
            let vector = SIMD16(lowHalf: nextOpen, highHalf: SIMD8(lowHalf: nextClosed, highHalf: nextClosed))
            let total = nextOutside + vector.total
            place.backward = vector
            place.backwardOutside = nextOutside
            let scale = TagMarginals.scale(total)
            if scale != 1 {
                place.backward *= scale
                place.backwardOutside *= scale
            }
            let x = place.factors * place.backward
            let xOutside = place.outsideFactor * place.backwardOutside
            let opening = x.kind(0) + x.kind(3)
            nextClosed = steps.closings(opening, xOutside)
            nextOutside = (steps.outsideOpening * opening).total + steps.outsideToOutside * xOutside
            nextOpen = SIMD8(
                lowHalf: steps.beginMiddle * x.kind(1) + steps.beginEnd * x.kind(2),
                highHalf: steps.middleMiddle * x.kind(1) + steps.middleEnd * x.kind(2))
        }
    }

    /// The likelihood of each tag at a place; the rest up to 1 is O.
    package func tags(at i: Int) -> SIMD16<Float> {
        let product = places[i].forward * places[i].backward
        let total = product.total + places[i].forwardOutside * places[i].backwardOutside
        return product / max(total, 1e-30)
    }

    /// The likelihood that a person's name begins at a place; 0 where it is certainly less than one in a hundred.
    package func opening(at i: Int) -> Float {
        let outside = places[i].forwardOutside * places[i].backwardOutside
        let begin = places[i].forward[0] * places[i].backward[0]
        let single = places[i].forward[12] * places[i].backward[12]
        if (begin + single) * 100 < outside { return 0 }
        let tags = tags(at: i)
        return tags[0] + tags[12]
    }

    /// The likelihood that a name of this label begins and ends just here.
    package func span(_ start: Int, _ end: Int, _ label: Int) -> Float {
        if end == start + 1 { return tags(at: start)[12 + label] }
        var likelihood = tags(at: start)[label]
        for i in start + 1..<end {
            let first = i == start + 1
            let toMiddle = first ? steps.beginMiddle[label] : steps.middleMiddle[label]
            let toEnd = first ? steps.beginEnd[label] : steps.middleEnd[label]
            let middle = toMiddle * places[i].factors[4 + label] * places[i].backward[4 + label]
            let close = toEnd * places[i].factors[8 + label] * places[i].backward[8 + label]
            likelihood *= (i == end - 1 ? close : middle) / max(middle + close, 1e-30)
        }
        return likelihood
    }

    /// Calls `body` with each stretch of two characters at least, its label and its likelihood, where that is no less than
    /// `least`. O(count) where few are.
    func eachSpan(atLeast least: Float, _ body: (Int, Int, Int, Float) -> Void) {
        guard count > 1 else { return }
        for start in 0..<count - 1 {
            let here = places[start]
            let begins = here.forward.kind(0) * here.backward.kind(0)
            let bound = here.forwardOutside * here.backwardOutside * least
            if all(begins .< SIMD4(repeating: bound)) { continue }
            let tags = tags(at: start)
            for label in 0..<4 where tags[label] >= least {
                var likelihood = tags[label]
                var end = start + 1
                while end < count, likelihood >= least {
                    let isSecond = end == start + 1
                    let toMiddle = isSecond ? steps.beginMiddle[label] : steps.middleMiddle[label]
                    let toEnd = isSecond ? steps.beginEnd[label] : steps.middleEnd[label]
                    let middle = toMiddle * places[end].factors[4 + label] * places[end].backward[4 + label]
                    let close = toEnd * places[end].factors[8 + label] * places[end].backward[8 + label]
                    let total = max(middle + close, 1e-30)
                    end += 1
                    if likelihood * close / total >= least { body(start, end, label, likelihood * close / total) }
                    likelihood *= middle / total
                }
            }
        }
    }

    /// Adds the expected number of each step, times `factor`, to `counts`.
    package func addSteps(to counts: inout TagTransitions, _ factor: Float) {
        guard count > 0 else { return }
        for i in 0...count {
            var closed = SIMD4<Float>.zero
            var outside: Float = 1
            var open = SIMD8<Float>.zero
            if i > 0 {
                closed = places[i - 1].forward.kind(2) + places[i - 1].forward.kind(3)
                outside = places[i - 1].forwardOutside
                open = places[i - 1].forward.lowHalf
            }
            var x = SIMD16<Float>.zero
            var xOutside: Float = 1
            if i < count {
                x = places[i].factors * places[i].backward
                xOutside = places[i].outsideFactor * places[i].backwardOutside
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
            let total = (first + leave + bm + be + mm + me).total + stay
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
}

/// ``TagTransitions`` without the array, for loops.
private struct TagSteps {
    let closed0, closed1, closed2, closed3: SIMD4<Float>
    /// From a closed tag (lanes) to the opening of each label.
    let opening0, opening1, opening2, opening3: SIMD4<Float>
    /// From O to the opening of each label.
    let outsideOpening: SIMD4<Float>
    let toOutside: SIMD4<Float>
    let outsideToOutside: Float
    let beginMiddle, beginEnd, middleMiddle, middleEnd: SIMD4<Float>

    init(_ transitions: TagTransitions) {
        closed0 = transitions.closed[0]
        closed1 = transitions.closed[1]
        closed2 = transitions.closed[2]
        closed3 = transitions.closed[3]
        func column(_ label: Int) -> SIMD4<Float> {
            SIMD4(
                transitions.closed[0][label], transitions.closed[1][label], transitions.closed[2][label],
                transitions.closed[3][label])
        }
        opening0 = column(0)
        opening1 = column(1)
        opening2 = column(2)
        opening3 = column(3)
        outsideOpening = transitions.closed[4]
        toOutside = transitions.toOutside
        outsideToOutside = transitions.outsideToOutside
        beginMiddle = transitions.beginMiddle
        beginEnd = transitions.beginEnd
        middleMiddle = transitions.middleMiddle
        middleEnd = transitions.middleEnd
    }

    @inline(__always)
    func openings(_ from: SIMD4<Float>, _ outside: Float) -> SIMD4<Float> {
        // By pairs, so that fewer additions wait for one another.
        let sum = outsideOpening * outside + closed0 * from[0]
        let rest = closed1 * from[1] + closed2 * from[2]
        return sum + (rest + closed3 * from[3])
    }

    /// For each label of a closed tag, the sum over what may follow it.
    @inline(__always)
    func closings(_ to: SIMD4<Float>, _ outside: Float) -> SIMD4<Float> {
        let sum = toOutside * outside + opening0 * to[0]
        let rest = opening1 * to[1] + opening2 * to[2]
        return sum + (rest + opening3 * to[3])
    }
}

extension SIMD4<Float> {
    /// The sum of the lanes, by halves: `sum()` adds lane by lane, and each addition waits for the one before.
    @inline(__always)
    var total: Float {
        let half = lowHalf + highHalf
        return half[0] + half[1]
    }
}

extension SIMD16<Float> {
    @inline(__always)
    var total: Float { ((kind(0) + kind(1)) + (kind(2) + kind(3))).total }

    /// The greatest lane, by halves: `max()` goes lane by lane, with a branch for each.
    @inline(__always)
    var greatest: Float {
        let eight = lowHalf.replacing(with: highHalf, where: highHalf .> lowHalf)
        let four = eight.lowHalf.replacing(with: eight.highHalf, where: eight.highHalf .> eight.lowHalf)
        return Swift.max(Swift.max(four[0], four[1]), Swift.max(four[2], four[3]))
    }

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
