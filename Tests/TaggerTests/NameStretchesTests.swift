@testable import QuandianFilters
import TestSupport
import Testing

/// Where a name may stand at all: the tagger sums paths only there.
@Suite("Places where a name may stand") struct NameStretchesTests {
    private let weights = NameTagger.shared.weights

    /// Scores as the weights give them: nearly always far below those of O.
    private func emissions(_ count: Int, _ random: inout SeededGenerator) -> [SIMD16<Float>] {
        (0..<count).map { _ in
            let isName = Int.random(in: 0..<5, using: &random) == 0
            var scores = SIMD16<Float>.zero
            for lane in 0..<16 { scores[lane] = Float.random(in: 0..<10, using: &random) - (isName ? 4 : 9) }
            return scores
        }
    }

    private func stretches(_ emissions: [SIMD16<Float>]) -> [Range<Int>] {
        var possible = NameStretches(weights.steps)
        var result: [Range<Int>] = []
        possible.find(emissions, into: &result)
        return result
    }

    @Test(arguments: 0..<40) func noLikelyNameStandsOutside(_ seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let scores = emissions(Int.random(in: 0..<60, using: &random), &random)
        let found = stretches(scores)
        var marginals = TagMarginals()
        marginals.sum(scores[...], exponentiated: weights.steps.exponentiated)
        for at in scores.indices where !found.contains(where: { $0.contains(at) }) {
            #expect(marginals.tags(at: at).sum() < 0.05)
        }
    }

    @Test(arguments: 0..<40) func theBestPathIsTheSameAsOfTheWhole(_ seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed) + 1000)
        let scores = emissions(Int.random(in: 0..<60, using: &random), &random)
        var path = BestPath()
        var whole: [(start: Int, end: Int, label: Int)] = []
        path.find(scores[...], weights.steps, into: &whole)
        var parts: [(start: Int, end: Int, label: Int)] = []
        for stretch in stretches(scores) {
            var found: [(start: Int, end: Int, label: Int)] = []
            path.find(scores[stretch], weights.steps, into: &found)
            parts += found.map { ($0.start + stretch.lowerBound, $0.end + stretch.lowerBound, $0.label) }
        }
        #expect(whole.map { [$0.start, $0.end, $0.label] } == parts.map { [$0.start, $0.end, $0.label] })
    }

    @Test func stretchesStandInOrderAndDoNotTouch() {
        var random = SeededGenerator(seed: 7)
        let found = stretches(emissions(400, &random))
        #expect(!found.isEmpty)
        #expect(zip(found, found.dropFirst()).allSatisfy { $0.upperBound < $1.lowerBound })
    }

    @Test func nothingIsPossibleInNothing() { #expect(stretches([]).isEmpty) }

    @Test func aTextWithoutNamesIsSilent() {
        let text = "我们要把各项工作落到实处并且长期坚持下去。"
        var work = NameTagger.shared.work()
        NameTagger.shared.look(at: text.unicodeScalars.map(\.value), with: &work)
        #expect(work.openings.allSatisfy { $0 == NameTagger.silence })
    }
}
