/// What the learned tagger says of a sentence, as candidates for the rules to weigh.
struct TaggedNames {
    struct Span {
        var start: Int
        var end: Int
        /// Added to the lattice's own score of the span.
        var score: Float
    }

    private(set) var persons: [Span] = []
    private(set) var bodies: [Span] = []
    private(set) var places: [Span] = []

    static let none = TaggedNames()

    func persons(startingAt at: Int) -> ArraySlice<Span> {
        persons.isEmpty ? [] : persons.filter { $0.start == at }[...]
    }
}
