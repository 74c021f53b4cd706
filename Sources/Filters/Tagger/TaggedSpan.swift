/// A name that the tagger found.
public struct TaggedSpan: Hashable, Sendable {
    public enum Label: Int, Hashable, Sendable, CaseIterable {
        case person, role, organisation, place
    }

    /// Index of the first scalar.
    public let start: Int
    /// Index after the last scalar.
    public let end: Int
    public let label: Label
    /// How likely this very span with this very label is, 0...1.
    public let probability: Float

    public init(start: Int, end: Int, label: Label, probability: Float) {
        self.start = start
        self.end = end
        self.label = label
        self.probability = probability
    }
}
