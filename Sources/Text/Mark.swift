/// A stretch of text inside a block that means something: a name, an office, a date, a title, a quotation, a sentence.
public struct Mark: Hashable, Sendable {
    public var range: Range<Int>
    public var kind: MarkKind
    public var provenance: Provenance

    public init(_ range: Range<Int>, _ kind: MarkKind, provenance: Provenance) {
        self.range = range
        self.kind = kind
        self.provenance = provenance
    }
}

public enum MarkKind: Hashable, Sendable {
    case sentence
    /// A work or document in title marks, the marks included.
    case title
    /// A quotation, the quotation marks included.
    case quotation
    case person
    /// An office, title or form of address beside a person's name.
    case role
    case organisation
    case place
    /// A time expression with what it means.
    case date(DateMeaning)
    /// A number with a unit: the value in plain decimal digits and the unit as the text has it.
    case measure(quantity: String, unit: String)
}

extension MarkKind {
    /// A name without its payload, for counting, sorting and `explain`.
    public var name: String {
        switch self {
        case .sentence: "sentence"
        case .title: "title"
        case .quotation: "quotation"
        case .person: "person"
        case .role: "role"
        case .organisation: "organisation"
        case .place: "place"
        case .date: "date"
        case .measure: "measure"
        }
    }
}
