import CModels

/// Where in a sentence a name may stand at all, so that paths need be summed only there.
///
/// For each place the best path with a name over it is compared with the best that leaves it outside, by Viterbi's
/// algorithm from both sides, without an exponential. Where all names are far behind, the place is certainly outside, and
/// what stands on either side of it has nothing to do with one another. So it is in nine of ten places of a text.
struct NameStretches {
    private let steps: quandian_steps
    private var memory: [Float] = []
    private var isPossible: [UInt8] = []

    /// A name does not count whose best path is so many nats behind the best that leaves the place outside.
    private static let behind: Float = -5.5

    init(_ transitions: TagTransitions) { steps = transitions.forC }

    /// Appends the stretches of places where a name may stand. O(length).
    mutating func find(_ emissions: [SIMD16<Float>], into stretches: inout [Range<Int>]) {
        let count = emissions.count
        if isPossible.count < count {
            memory.resize(to: count * 16, filler: 0)
            isPossible.resize(to: count, filler: 0)
        }
        unsafe emissions.withUnsafeBufferPointer { emissions in
            unsafe memory.withUnsafeMutableBufferPointer { memory in
                unsafe isPossible.withUnsafeMutableBufferPointer { isPossible in
                    guard let scores = emissions.baseAddress, let kept = memory.baseAddress,
                        let result = isPossible.baseAddress
                    else { return }
                    unsafe withUnsafePointer(to: steps) {
                        unsafe quandian_possible_places(scores, count, $0, Self.behind, kept, result)
                    }
                }
            }
        }
        var at = 0
        while at < count {
            let start = at
            while at < count, isPossible[at] != 0 { at += 1 }
            if at > start { stretches.append(start..<at) }
            at += 1
        }
    }
}

extension TagTransitions {
    fileprivate var forC: quandian_steps {
        func four(_ v: SIMD4<Float>) -> (Float, Float, Float, Float) { (v[0], v[1], v[2], v[3]) }
        func column(_ label: Int) -> (Float, Float, Float, Float) {
            (closed[0][label], closed[1][label], closed[2][label], closed[3][label])
        }
        return quandian_steps(
            closed: (four(closed[0]), four(closed[1]), four(closed[2]), four(closed[3])),
            opening: (column(0), column(1), column(2), column(3)),
            outside_opening: four(closed[4]), to_outside: four(toOutside),
            begin_middle: four(beginMiddle), begin_end: four(beginEnd),
            middle_middle: four(middleMiddle), middle_end: four(middleEnd),
            outside_to_outside: outsideToOutside)
    }
}
