import QuandianText

/// The marks of a document that entities are made of, by kind, in order: read once, since marks are costly to copy.
struct EntityMarks {
    private(set) var people = NamedMarks()
    private(set) var roles = NamedMarks()
    private(set) var organisations = NamedMarks()
    private(set) var places = NamedMarks()
    /// Ranges of dates, and what they mean by their number among the marks.
    private(set) var dates: [(range: Range<Int>, number: Int)] = []

    init(_ document: Document) {
        let tables = NameTables.shared
        let bytes = document.text.bytes
        for number in document.marks.indices {
            let range = document.marks[number].range
            let certainty = document.marks[number].provenance.certainty
            switch document.marks[number].kind {
            case .person: people.append(range, certainty, bytes, tables)
            case .role: roles.append(range, certainty, bytes, tables)
            case .organisation: organisations.append(range, certainty, bytes, tables)
            case .place: places.append(range, certainty, bytes, tables)
            case .date: dates.append((range, number))
            default: break
            }
        }
    }
}

/// The marks of one kind, each with the number of the name that stands there.
struct NamedMarks {
    struct Mark {
        let range: Range<Int>
        let name: Int
        let certainty: Double
    }

    private(set) var marks: [Mark] = []
    private(set) var names = NameNumbers()

    mutating func append(_ range: Range<Int>, _ certainty: Double, _ bytes: [UInt8], _ tables: NameTables) {
        let name = names.number(adding: range, of: bytes, tables)
        marks.append(Mark(range: range, name: name, certainty: certainty))
    }

    /// The characters of a mark's name, as names are compared.
    func characters(_ mark: Mark) -> ArraySlice<UInt16> { names[mark.name] }
}
