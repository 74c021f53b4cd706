import QuandianText

/// The entities of a document with the identifiers that the result gives them, found by mention.
public struct EntityIndex {
    /// Entities with their identifiers, in the order of the document.
    public private(set) var entries: [(id: String, entity: Entity)] = []
    /// How often each of the entries is named; an office beside a name is no mention of its own.
    private(set) var mentionCounts: [Int] = []
    /// By stretch, each once.
    private var links: [Link] = []

    /// A stretch and the entry that it means: small, since a large document has a million.
    private struct Link: Comparable {
        let start: UInt32
        let end: UInt32
        let entry: Int
        let certainty: Double

        init(_ range: Range<Int>, _ entry: Int, _ certainty: Double) {
            start = UInt32(range.lowerBound)
            end = UInt32(range.upperBound)
            self.entry = entry
            self.certainty = certainty
        }

        static func < (a: Link, b: Link) -> Bool { (a.start, a.end, a.entry) < (b.start, b.end, b.entry) }

        func isBefore(_ range: Range<Int>) -> Bool { (Int(start), Int(end)) < (range.lowerBound, range.upperBound) }

        func stands(on range: Range<Int>) -> Bool { Int(start) == range.lowerBound && Int(end) == range.upperBound }
    }

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
            for mention in entity.mentions { links.append(Link(mention.range, entry, mention.certainty)) }
        }
        sortLinks()
        var more: [Link] = []
        var spelled: [String: Int] = [:]
        for mark in document.marks {
            guard let kind = Self.kind(mark.kind), find(mark.range) == nil, more.last?.stands(on: mark.range) != true
            else { continue }
            let name = document.text[mark.range].unicodeScalars.filter { !isSpace($0.value) }
                .reduce(into: "") { $0.unicodeScalars.append($1) }
            let key = kind.rawValue + name
            if let entry = spelled[key] {
                entries[entry].entity.mentions.append(Entity.Mention(mark.range))
                more.append(Link(mark.range, entry, 1))
            } else {
                spelled[key] = entries.count
                more.append(Link(mark.range, entries.count, 1))
                entries.append((number(kind), Entity(kind, names: [name], mentions: [Entity.Mention(mark.range)])))
            }
        }
        if !more.isEmpty {
            links += more
            sortLinks()
        }
        mentionCounts = Array(repeating: 0, count: entries.count)
        for mark in document.marks where Self.kind(mark.kind) != nil {
            if let link = find(mark.range) { mentionCounts[link.entry] += 1 }
        }
    }

    /// Of two entities that claim one stretch the later has it.
    private mutating func sortLinks() {
        links.sort()
        var kept = 0
        for index in links.indices {
            let next = index + 1
            if next < links.count, links[index].start == links[next].start, links[index].end == links[next].end {
                continue
            }
            links[kept] = links[index]
            kept += 1
        }
        links.removeLast(links.count - kept)
    }

    private func find(_ range: Range<Int>) -> Link? {
        var low = 0
        var high = links.count
        while low < high {
            let middle = (low + high) / 2
            if links[middle].isBefore(range) { low = middle + 1 } else { high = middle }
        }
        return low < links.count && links[low].stands(on: range) ? links[low] : nil
    }

    /// The identifier of the entity that a stretch means, and how sure that is.
    public func link(_ range: Range<Int>) -> (id: String, certainty: Double)? {
        find(range).map { (entries[$0.entry].id, $0.certainty) }
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
