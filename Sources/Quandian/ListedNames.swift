public import QuandianFilters
public import QuandianValidation

extension UserNames {
    /// The names that a TEI document lists in `listPerson`, `listOrg` and `listPlace`, each with its entry's `xml:id`,
    /// which marks then point to, and under the entry's first name.
    ///
    /// - Parameters:
    ///   - document: any TEI document, valid or not.
    ///   - refusing: the names of another list, that are never to be marked; see ``init(parsing:refusing:)``.
    /// - Throws: a ``Diagnostic`` where the bytes are no XML that is safe to read.
    public init(listedIn document: [UInt8], refusing: [UInt8] = []) throws(Diagnostic) {
        let entries = try NameList.read(document).map { listed in
            Entry(
                listed.name, kind: Self.kind(listed.kind), canonical: listed.canonical, identifier: listed.identifier)
        }
        // A list of words that are no names has no kinds that could be wrong.
        let refused = (try? UserNames(parsing: [], refusing: refusing))?.refused ?? []
        self.init(entries, refused: refused)
    }

    private static func kind(_ kind: ListedName.Kind) -> UserNames.Kind {
        switch kind {
        case .person: .person
        case .organisation: .organisation
        case .place: .place
        }
    }
}
