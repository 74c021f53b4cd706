import QuandianText

/// The entities of a document with the identifiers that the result gives them, found by mention.
public struct EntityIndex {
    /// Entities with their identifiers, in the order of the document.
    public private(set) var entries: [(id: String, entity: Entity)] = []
    /// How often each of the entries is named; an office beside a name is no mention of its own.
    private(set) var mentionCounts: [Int] = []
    private var links: [Range<Int>: (entry: Int, certainty: Double)] = [:]

    /// Numbers the entities of a document by kind, in order. A name that no filter linked gets an entry of its own, one
    /// for each spelling, so that every reference leads somewhere.
    ///
    /// - Parameters:
    ///   - document: with all its marks and entities.
    ///   - reserved: identifiers that stand elsewhere in the result.
    public init(_ document: Document, reserved: [String]) {
        var counts: [Entity.Kind: Int] = [:]
        // A user's identifier is kept where it can be one and is nobody else's.
        var taken = Set(reserved)
        let given = document.entities.map { entity in
            entity.identifier.flatMap { Self.isName($0) && taken.insert($0).inserted ? $0 : nil }
        }
        func number(_ kind: Entity.Kind) -> String {
            while true {
                counts[kind, default: 0] += 1
                let id = Self.prefix(kind) + String(counts[kind, default: 0])
                if taken.insert(id).inserted { return id }
            }
        }
        for (entity, identifier) in zip(document.entities, given) {
            let entry = entries.count
            entries.append((identifier ?? number(entity.kind), entity))
            for mention in entity.mentions { links[mention.range] = (entry, mention.certainty) }
        }
        var spelled: [String: Int] = [:]
        for mark in document.marks where links[mark.range] == nil {
            guard let kind = Self.kind(mark.kind) else { continue }
            let name = document.text[mark.range].unicodeScalars.filter { !isSpace($0.value) }
                .reduce(into: "") { $0.unicodeScalars.append($1) }
            let key = kind.rawValue + name
            if let entry = spelled[key] {
                entries[entry].entity.mentions.append(Entity.Mention(mark.range))
                links[mark.range] = (entry, 1)
            } else {
                spelled[key] = entries.count
                links[mark.range] = (entries.count, 1)
                entries.append((number(kind), Entity(kind, names: [name], mentions: [Entity.Mention(mark.range)])))
            }
        }
        mentionCounts = Array(repeating: 0, count: entries.count)
        for mark in document.marks where Self.kind(mark.kind) != nil {
            if let link = links[mark.range] { mentionCounts[link.entry] += 1 }
        }
    }

    /// The identifier of the entity that a stretch means, and how sure that is.
    public func link(_ range: Range<Int>) -> (id: String, certainty: Double)? {
        links[range].map { (entries[$0.entry].id, $0.certainty) }
    }

    /// Whether a string can be an `xml:id` that is sure to disturb no other: an ASCII letter or `_`, or any character
    /// beyond ASCII that is a letter; then also digits, `-` and `.`.
    private static func isName(_ string: String) -> Bool {
        let scalars = string.unicodeScalars
        func opens(_ scalar: Unicode.Scalar) -> Bool {
            scalar == "_"
                || (scalar.isASCII ? scalar.properties.isAlphabetic : (0x4E00...0x9FFF).contains(scalar.value))
        }
        guard let first = scalars.first, opens(first), !string.hasPrefix("calendar."), string != "edtf" else {
            return false
        }
        return scalars.allSatisfy { opens($0) || ("0"..."9").contains($0) || $0 == "-" || $0 == "." }
    }

    private static func prefix(_ kind: Entity.Kind) -> String {
        switch kind {
        case .person: "person"
        case .organisation: "org"
        case .place: "place"
        }
    }

    private static func kind(_ kind: MarkKind) -> Entity.Kind? {
        switch kind {
        case .person: .person
        case .organisation: .organisation
        case .place: .place
        default: nil
        }
    }
}
