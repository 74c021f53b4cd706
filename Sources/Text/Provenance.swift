/// Who made a mark, by which rule, and how sure it is.
public struct Provenance: Hashable, Sendable {
    /// The name of the filter.
    public let filter: String
    /// The rule within the filter, as `surname+office` or `heading.chinese-numeral`.
    public let rule: String
    /// How sure the filter is, as a probability from 0 to 1.
    public let certainty: Double
    public let evidence: Evidence

    public init(filter: String, rule: String, certainty: Double = 1, evidence: Evidence = .text) {
        self.filter = filter
        self.rule = rule
        self.certainty = certainty
        self.evidence = evidence
    }
}

/// What a mark rests on.
public enum Evidence: String, Hashable, Sendable, CaseIterable {
    /// The marked stretch itself says so.
    case text
    /// The rest of the document, or the reference date, says so.
    case context
    /// The user says so, with a list of names.
    case user
}
