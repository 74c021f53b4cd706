import QuandianText

/// The entities of a document with the identifiers that the result gives them, found by mention.
struct EntityIndex {
    /// Entities with their identifiers, in the order of the document.
    private(set) var entries: [(id: String, entity: Entity)] = []
    /// How often each of the entries is named; an office beside a name is no mention of its own.
    private(set) var mentionCounts: [Int] = []
    private var links: [Range<Int>: (entry: Int, certainty: Double)] = [:]

    /// Numbers the entities of a document by kind, in order. A name that no filter linked gets an entry of its own, one
    /// for each spelling, so that every reference leads somewhere.
    init(_ document: Document) {
        var counts: [Entity.Kind: Int] = [:]
        var taken = Set(document.entities.compactMap(\.identifier))
        func number(_ kind: Entity.Kind) -> String {
            while true {
                counts[kind, default: 0] += 1
                let id = Self.prefix(kind) + String(counts[kind, default: 0])
                if taken.insert(id).inserted { return id }
            }
        }
        for entity in document.entities {
            let entry = entries.count
            entries.append((entity.identifier ?? number(entity.kind), entity))
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
    func link(_ range: Range<Int>) -> (id: String, certainty: Double)? {
        links[range].map { (entries[$0.entry].id, $0.certainty) }
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
