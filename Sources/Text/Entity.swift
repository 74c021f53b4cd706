/// Someone or something that the text names, once for all its mentions.
public struct Entity: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable { case person, organisation, place }

    public var kind: Kind
    /// The names seen, the fullest first, white space dropped.
    public var names: [String]
    /// The offices and forms of address that the text gives, in order of appearance, each once.
    public var roles: [Role]
    /// The stretches that mean this entity, in order: each the range of a mark (a name, or an office beside it).
    public var mentions: [Mention]
    /// 男, 女 …: what the text states of a person, and nothing that it does not.
    public var facts: [Fact]
    /// The identifier that the user's own list gives; nil for one that Quandian numbers.
    public var identifier: String?

    public init(
        _ kind: Kind, names: [String], roles: [Role] = [], mentions: [Mention] = [], facts: [Fact] = [],
        identifier: String? = nil
    ) {
        self.kind = kind
        self.names = names
        self.roles = roles
        self.mentions = mentions
        self.facts = facts
        self.identifier = identifier
    }

    public struct Mention: Hashable, Sendable {
        public var range: Range<Int>
        /// How sure it is that the stretch means this entity, 0 to 1.
        public var certainty: Double

        public init(_ range: Range<Int>, certainty: Double = 1) {
            self.range = range
            self.certainty = certainty
        }
    }

    public struct Role: Hashable, Sendable {
        public var name: String
        /// The organisation of the office, as the text names it.
        public var organisation: String?

        public init(_ name: String, organisation: String? = nil) {
            self.name = name
            self.organisation = organisation
        }
    }

    /// A statement of the text about a person.
    public enum Fact: Hashable, Sendable {
        case sex(String)
        case nationality(String)
        case birth(DateValue?, text: String)
        case death(DateValue?, text: String)
    }
}
