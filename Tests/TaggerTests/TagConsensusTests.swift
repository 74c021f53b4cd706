@testable import QuandianFilters
import TestSupport
import Testing

/// What a document as a whole says of the names that the tagger half sees.
@Suite("Consensus of a document's mentions")
struct TagConsensusTests {
    /// A glimpse of a name, in a setting of its own unless one is given.
    private func glimpse(
        _ range: Range<Int>, _ probability: Float, _ name: UInt64, best: Bool = false,
        _ label: TaggedSpan.Label = .person, setting: UInt64? = nil
    ) -> Glimpse {
        Glimpse(
            span: TaggedSpan(
                start: range.lowerBound, end: range.upperBound, label: label, probability: probability),
            isBest: best, name: name << 32, setting: name << 32 | (setting ?? UInt64(range.lowerBound * 2 + 100)))
    }

    private func settled(_ sentence: [Glimpse], with others: [Glimpse] = []) -> [TaggedSpan] {
        var consensus = TagConsensus()
        consensus.add(others)
        consensus.add(sentence)
        var spans: [TaggedSpan] = []
        consensus.settle(sentence[...], into: &spans)
        return spans
    }

    @Test("By itself a sentence keeps its best path")
    func alone() {
        let spans = settled([glimpse(0..<4, 0.51, 1, best: true), glimpse(0..<3, 0.47, 2)])
        #expect(spans.map { $0.start..<$0.end } == [0..<4])
        #expect(spans.map(\.probability) == [0.51])
    }

    @Test("A name that stands elsewhere in the document beats a longer one that does not")
    func elsewhere() {
        let spans = settled(
            [glimpse(0..<4, 0.51, 1, best: true), glimpse(0..<3, 0.47, 2)], with: [glimpse(7..<10, 0.98, 2, best: true)]
        )
        #expect(spans.map { $0.start..<$0.end } == [0..<3])
    }

    @Test("Mentions that are each half seen make one another likely", arguments: [(2, false), (18, true)])
    func adding(_ count: Int, _ isFound: Bool) {
        let mentions = (0..<count).map { glimpse($0 * 5..<($0 * 5 + 3), 0.2, 1, .place) }
        #expect(settled(mentions).count == (isFound ? count : 0))
    }

    @Test("A setting that the document repeats counts once")
    func settings() {
        let mentions = (0..<18).map { glimpse($0 * 5..<($0 * 5 + 3), 0.2, 1, .place, setting: 8) }
        #expect(settled(mentions).isEmpty)
    }

    @Test("What speaks for another kind of name speaks against")
    func otherLabels() {
        let persons = (0..<9).map { glimpse(200 + $0 * 5..<(203 + $0 * 5), 0.9, 1, best: true, .person) }
        let mentions = (0..<18).map { glimpse($0 * 5..<($0 * 5 + 3), 0.2, 1, .place) }
        #expect(settled(mentions, with: persons).isEmpty)
    }

    @Test("A place within a body's name does not take the body's place")
    func withinBodies() {
        let spans = settled(
            [glimpse(0..<6, 0.6, 1, best: true, .organisation), glimpse(0..<3, 0.3, 2, .place)],
            with: [glimpse(0..<3, 0.99, 2, best: true, .place), glimpse(0..<3, 0.99, 2, best: true, .place)])
        #expect(spans.map(\.label) == [.organisation])
    }

    @Test("The names are in order and do not overlap")
    func order() {
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<200 {
            let sentence = (0..<12).map { number in
                let start = Int.random(in: 0..<20, using: &generator)
                return glimpse(
                    number < 3
                        ? number * 7..<(number * 7 + 3) : start..<(start + Int.random(in: 2...6, using: &generator)),
                    Float.random(in: 0.05...0.99, using: &generator), UInt64(number % 5), best: number < 3,
                    TaggedSpan.Label.allCases[number % 4])
            }
            let spans = settled(sentence)
            #expect(zip(spans, spans.dropFirst()).allSatisfy { $0.end <= $1.start })
        }
    }
}
