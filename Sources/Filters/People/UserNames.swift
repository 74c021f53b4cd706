import QuandianText

/// The user's own list of names, which wins over all rules, and of words that are no names.
public struct UserNames: Sendable, Hashable {
    public struct Entry: Sendable, Hashable {
        public var name: String
        public var kind: Entity.Kind
        /// The form under which the user wants the name to stand; nil for the name itself.
        public var canonical: String?

        public init(_ name: String, kind: Entity.Kind = .person, canonical: String? = nil) {
            self.name = name
            self.kind = kind
            self.canonical = canonical
        }
    }

    public var entries: [Entry]
    /// Strings that are never marked.
    public var refused: Set<String>

    public init(_ entries: [Entry] = [], refused: Set<String> = []) {
        self.entries = entries
        self.refused = refused
    }
}

extension UserNames {
    func marks(in document: Document, _ tables: NameTables) -> [Mark] { [] }
}
