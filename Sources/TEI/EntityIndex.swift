import QuandianText

/// The entities of a document with the identifiers that the result gives them, found by mention.
public struct EntityIndex {
    /// The entities in the order of the document.
    private(set) var entities: [Entity]
    /// The identifiers of the entities.
    private(set) var identifiers: [String] = []
    /// How often each of the entities is named; an office beside a name is no mention of its own.
    private(set) var mentionCounts: [Int]
    /// By stretch, each once.
    private var links: [Link] = []

    /// A stretch and the entity that it means: small, since a large document has a million.
    private struct Link: Comparable {
        /// The stretch as one number: those that begin later are greater, of those that begin together the longer.
        let place: UInt64
        let entity: Int
        let certainty: Double

        init(_ range: Range<Int>, _ entity: Int, _ certainty: Double) {
            place = Self.place(range)
            self.entity = entity
            self.certainty = certainty
        }

        static func place(_ range: Range<Int>) -> UInt64 {
            UInt64(UInt32(range.lowerBound)) << 32 | UInt64(UInt32(range.upperBound))
        }

        static func < (a: Link, b: Link) -> Bool { a.place == b.place ? a.entity < b.entity : a.place < b.place }
    }

    /// Where the links of the marks to come stand, for those who go through the marks in order.
    struct Cursor {
        fileprivate var next = 0
    }

    /// Numbers the entities of a document by kind, in order. A name that no filter linked gets an entry of its own, one
    /// for each spelling, so that every reference leads somewhere.
    ///
    /// - Parameters:
    ///   - document: with all its marks and entities.
    ///   - reserved: identifiers that stand elsewhere in the result.
    public init(_ document: Document, reserved: [String]) {
        entities = document.entities
        mentionCounts = Array(repeating: 0, count: entities.count)
        // A user's identifier is kept where it can be one and is nobody else's.
        var numbering = Numbering(reserved: reserved)
        let given = entities.map { entity in
            entity.identifier.flatMap { Self.isName($0) && numbering.take($0) ? $0 : nil }
        }
        identifiers.reserveCapacity(entities.count)
        links.reserveCapacity(entities.reduce(0) { $0 + $1.mentions.count })
        for number in entities.indices {
            identifiers.append(given[number] ?? numbering.next(entities[number].kind))
            for mention in entities[number].mentions { links.append(Link(mention.range, number, mention.certainty)) }
        }
        sortLinks()
        var more: [Link] = []
        var spelled: [String: Int] = [:]
        var cursor = Cursor()
        for number in document.marks.indices {
            guard let kind = Self.kind(document.marks[number].kind) else { continue }
            let range = document.marks[number].range
            if let link = find(range, after: &cursor) {
                mentionCounts[link.entity] += 1
                continue
            }
            if let last = more.last, last.place == Link.place(range) {
                mentionCounts[last.entity] += 1
                continue
            }
            let name = document.text[range].unicodeScalars.filter { !isSpace($0.value) }
                .reduce(into: "") { $0.unicodeScalars.append($1) }
            let key = kind.rawValue + name
            if let entity = spelled[key] {
                entities[entity].mentions.append(Entity.Mention(range))
                more.append(Link(range, entity, 1))
                mentionCounts[entity] += 1
            } else {
                spelled[key] = entities.count
                more.append(Link(range, entities.count, 1))
                identifiers.append(numbering.next(kind))
                entities.append(Entity(kind, names: [name], mentions: [Entity.Mention(range)]))
                mentionCounts.append(1)
            }
        }
        if !more.isEmpty {
            links += more
            sortLinks()
        }
    }

    /// Entities with their identifiers, in the order of the document.
    public var entries: [(id: String, entity: Entity)] {
        zip(identifiers, entities).map { (id: $0, entity: $1) }
    }

    /// Of two entities that claim one stretch the later has it.
    private mutating func sortLinks() {
        links.sort()
        var kept = 0
        for index in links.indices {
            let next = index + 1
            if next < links.count, links[index].place == links[next].place { continue }
            links[kept] = links[index]
            kept += 1
        }
        links.removeLast(links.count - kept)
    }

    /// The identifier of the entity that a stretch means, and how sure that is. Binary search.
    public func link(_ range: Range<Int>) -> (id: String, certainty: Double)? {
        let place = Link.place(range)
        var low = 0
        var high = links.count
        while low < high {
            let middle = (low + high) / 2
            if links[middle].place < place { low = middle + 1 } else { high = middle }
        }
        var cursor = Cursor(next: low)
        return link(range, after: &cursor)
    }

    /// The same for stretches in the order of their beginnings, as marks stand, in one walk for all of them.
    func link(_ range: Range<Int>, after cursor: inout Cursor) -> (id: String, certainty: Double)? {
        find(range, after: &cursor).map { (identifiers[$0.entity], $0.certainty) }
    }

    private func find(_ range: Range<Int>, after cursor: inout Cursor) -> Link? {
        let place = Link.place(range)
        let begin = Link.place(range.lowerBound..<range.lowerBound)
        while cursor.next < links.count, links[cursor.next].place < begin { cursor.next += 1 }
        // Of marks that begin together the longer comes first, of links the shorter.
        var at = cursor.next
        while at < links.count, links[at].place < place { at += 1 }
        return at < links.count && links[at].place == place ? links[at] : nil
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

    private static func kind(_ kind: MarkKind) -> Entity.Kind? {
        switch kind {
        case .person: .person
        case .organisation: .organisation
        case .place: .place
        default: nil
        }
    }
}

/// The identifiers of a document: those that are taken, and numbers for the others.
private struct Numbering {
    private var taken: Set<String>
    /// Of the taken ones those that end with a digit, as numbered ones do. Seldom any.
    private var numbered: Set<String>
    private var persons = 0
    private var organisations = 0
    private var places = 0

    init(reserved: [String]) {
        taken = Set(reserved)
        numbered = taken.filter(Self.endsWithDigit)
    }

    /// Whether an identifier is nobody else's, which it is no more from then on.
    mutating func take(_ identifier: String) -> Bool {
        if Self.endsWithDigit(identifier) { numbered.insert(identifier) }
        return taken.insert(identifier).inserted
    }

    /// The next number of a kind that is free.
    mutating func next(_ kind: Entity.Kind) -> String {
        while true {
            let identifier = count(kind)
            if numbered.isEmpty || !numbered.contains(identifier) { return identifier }
        }
    }

    private mutating func count(_ kind: Entity.Kind) -> String {
        switch kind {
        case .person:
            persons += 1
            return "person" + String(persons)
        case .organisation:
            organisations += 1
            return "org" + String(organisations)
        case .place:
            places += 1
            return "place" + String(places)
        }
    }

    private static func endsWithDigit(_ identifier: String) -> Bool {
        identifier.utf8.last.map { (0x30...0x39).contains($0) } ?? false
    }
}
