/// A stretch of text inside a block that means something: a name, an office, a date, a title, a quotation, a sentence.
///
/// Small, since a large document has millions: texts are below 4 GiB, and what a date means stands elsewhere.
public struct Mark: Hashable, Sendable {
    private var start: UInt32
    private var end: UInt32
    public var kind: MarkKind
    public var provenance: Provenance

    public var range: Range<Int> {
        get { Int(start)..<Int(end) }
        set { (start, end) = (UInt32(newValue.lowerBound), UInt32(newValue.upperBound)) }
    }

    public init(_ range: Range<Int>, _ kind: MarkKind, provenance: Provenance) {
        start = UInt32(range.lowerBound)
        end = UInt32(range.upperBound)
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
    indirect case date(DateMeaning)
    /// A number with a unit: the value in plain decimal digits and the unit as the text has it.
    indirect case measure(quantity: String, unit: String)
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
