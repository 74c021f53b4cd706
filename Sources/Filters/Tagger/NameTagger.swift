import CModels

/// Finds names of persons, offices, organisations and places in a text, with weights that the project learned itself.
///
/// A small network with a conditional random field on top: see `NetworkPatterns` for what it looks at, the README beside
/// the weights for what it learned from. Time is linear in the input, memory beyond the result is bounded.
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
        work.numbers.removeAll(keepingCapacity: true)
        for scalar in scalars { work.numbers.append(weights.character(scalar)) }
        var start = 0
        while start < scalars.count {
            let end = SentenceCutter.end(of: scalars, from: start)
            tagSentence(start, end - start, &work, &spans)
            start = end
        }
    }

    /// Memory that is used again for each sentence.
    struct Work {
        fileprivate var numbers: [UInt16] = []
        fileprivate var view = SentenceView()
        fileprivate var scores: NetworkScores
        fileprivate var emissions: [SIMD16<Float>] = []
        fileprivate var path = BestPath()
        fileprivate var marginals = TagMarginals()
        fileprivate var found: [(start: Int, end: Int, label: Int)] = []

        fileprivate init(_ weights: TaggerWeights) { scores = NetworkScores(weights) }
    }

    private func tagSentence(_ start: Int, _ count: Int, _ work: inout Work, _ spans: inout [TaggedSpan]) {
        work.view.load(work.numbers, start, count, weights)
        guard work.scores.find(work.view, &work.emissions) else { return }
        work.found.removeAll(keepingCapacity: true)
        work.path.find(work.emissions, count, weights.steps, into: &work.found)
        if work.found.isEmpty { return }
        work.marginals.sum(work.emissions, count, exponentiated: exponentiated)
        for name in work.found {
            let raw = work.marginals.span(name.start, name.end, name.label)
            spans.append(
                TaggedSpan(
                    start: start + name.start, end: start + name.end,
                    label: TaggedSpan.Label(rawValue: name.label) ?? .person,
                    probability: certainty(raw, name.label)))
        }
    }

    /// A raw likelihood made honest by the curve that was fitted on development data.
    private func certainty(_ raw: Float, _ label: Int) -> Float {
        let p = min(max(raw, 1e-6), 1 - 1e-6)
        let logit = logarithmOf(p) - logarithmOf(1 - p)
        let x = weights.sureness[label * 2] * logit + weights.sureness[label * 2 + 1]
        return 1 / (1 + exponential(SIMD4(repeating: -x))[0])
    }
}
