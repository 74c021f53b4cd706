import QuandianText

/// A stage that reads the document so far and says what it found.
///
/// A filter changes nothing and keeps nothing: the same document gives the same annotations, on any thread.
public protocol Filter: Sendable {
    /// A short lower-case name; it stands in `@resp` and in `explain`.
    var name: String { get }
    /// One line for the header of the result: what the filter does.
    var summary: String { get }
    /// What must have been found before this filter runs.
    var requires: Set<Layer> { get }
    /// What this filter finds.
    var provides: Set<Layer> { get }

    func annotate(_ document: Document) -> Annotations
}

/// A kind of annotation that one filter gives and others may need.
public enum Layer: String, Hashable, Sendable, CaseIterable {
    case blocks, sentences, titles, quotations, dates, people, roles, organisations, places, entities, measures
}
