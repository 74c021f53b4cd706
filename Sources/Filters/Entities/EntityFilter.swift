import QuandianText

/// Says who is who: one entity for each person, organisation and place, with every mark that means it.
///
/// Time is linear in the number of marks, and in the number of persons of one surname for each surname alone.
public struct EntityFilter: Filter {
    public let name = "entities"
    public let summary = "One entity for each person, organisation and place, with all its mentions"
    public let requires: Set<Layer> = [.people, .roles, .organisations, .places]
    public let provides: Set<Layer> = [.entities]
    private let userNames: UserNames

    public init(userNames: UserNames = UserNames()) {
        self.userNames = userNames
    }

    public func annotate(_ document: Document) -> Annotations {
        var annotations = Annotations()
        let marks = EntityMarks(document)
        annotations.entities = PersonResolver(document, userNames, marks).entities()
        annotations.entities += BodyResolver(document, .organisation, userNames).entities(marks.organisations)
        annotations.entities += BodyResolver(document, .place, userNames).entities(marks.places)
        return annotations
    }
}

/// The marks of a document that entities are made of, by kind, in order: read once, since marks are costly to copy.
struct EntityMarks {
    struct Name {
        let range: Range<Int>
        let key: NameKey
        let certainty: Double
    }

    private(set) var people: [Name] = []
    private(set) var roles: [Name] = []
    private(set) var organisations: [Name] = []
    private(set) var places: [Name] = []
    /// Ranges of dates, and what they mean by their number among the marks.
    private(set) var dates: [(range: Range<Int>, number: Int)] = []

    init(_ document: Document) {
        let tables = NameTables.shared
        let bytes = document.text.bytes
        for number in document.marks.indices {
            let range = document.marks[number].range
            func name() -> Name {
                Name(
                    range: range, key: NameKey(bytes, range, tables),
                    certainty: document.marks[number].provenance.certainty)
            }
            switch document.marks[number].kind {
            case .person: people.append(name())
            case .role: roles.append(name())
            case .organisation: organisations.append(name())
            case .place: places.append(name())
            case .date: dates.append((range, number))
            default: break
            }
        }
    }
}

/// A name as it is compared: simplified, half-width, without white space.
struct NameKey: Hashable {
    let characters: [UInt16]
    private let digest: UInt64

    init(_ bytes: [UInt8], _ range: Range<Int>, _ tables: NameTables) {
        var characters: [UInt16] = []
        characters.reserveCapacity(range.count / 3 + 1)
        var at = range.lowerBound
        while at < range.upperBound {
            let (value, size) = UTF8Scalar.decode(bytes, at)
            at += size
            if value >= 0x10000 {
                characters.append(UInt16(truncatingIfNeeded: value >> 16 | 0xD800))
                characters.append(UInt16(truncatingIfNeeded: value))
                continue
            }
            let folded = tables.fold(value)
            if Glyph.isSpace(folded) || folded == 0x0A || folded == 0x0D { continue }
            characters.append(Glyph.isNameDot(folded) ? 0xB7 : folded)
        }
        self.init(characters)
    }

    init(_ characters: [UInt16]) {
        self.characters = characters
        digest = NameEvidence.hash(characters)
    }

    init(_ string: String, _ tables: NameTables) {
        let bytes = Array(string.utf8)
        self.init(bytes, 0..<bytes.count, tables)
    }

    var count: Int { characters.count }

    static func == (a: NameKey, b: NameKey) -> Bool { a.digest == b.digest && a.characters == b.characters }
    func hash(into hasher: inout Hasher) { hasher.combine(digest) }
}

extension Text {
    /// The characters of a range without white space, as they stand otherwise.
    func squeezed(_ range: Range<Int>) -> String {
        let name = self[range]
        // Names seldom hold any, and asking Unicode for each character is slow.
        guard name.utf8.contains(where: { $0 <= 0x20 || $0 == 0xC2 || $0 == 0xE2 || $0 == 0xE1 || $0 == 0xE3 }) else {
            return name
        }
        return String(String.UnicodeScalarView(name.unicodeScalars.filter { !$0.properties.isWhitespace }))
    }
}
