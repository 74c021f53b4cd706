import Quandian
import QuandianTEI

extension JSONText {
    /// A document as its text and what stands where in it. Offsets count code points, from 0.
    mutating func standOff(_ document: Document, _ entities: EntityIndex) {
        let points = CodePoints(document.text.bytes)
        member("text", utf8: document.text.bytes)
        array("blocks") { json in
            for block in document.blocks {
                json.object { json in
                    let (type, level, subtype) = block.kind.described
                    json.member("type", type)
                    if let level { json.member("level", level) }
                    if let subtype { json.member("subtype", subtype) }
                    json.place(block.range, points)
                    json.provenance(block.provenance)
                }
            }
        }
        array("annotations") { json in
            for mark in document.marks {
                json.object { json in
                    json.member("type", mark.kind.name)
                    json.place(mark.range, points)
                    if case .date(let meaning) = mark.kind {
                        json.member("value", meaning.value.description)
                        if meaning.calendar != .gregorian { json.member("calendar", meaning.calendar.rawValue) }
                    }
                    if mark.kind.isName, let link = entities.link(mark.range) { json.member("ref", link.id) }
                    json.provenance(mark.provenance)
                }
            }
        }
        array("entities") { json in
            for (id, entity) in entities.entries {
                json.object { json in
                    json.member("id", id)
                    json.member("type", entity.kind.rawValue)
                    json.array("names") { json in for name in entity.names { json.element(name) } }
                    json.array("roles") { json in
                        for role in entity.roles {
                            json.object { json in
                                json.member("name", role.name)
                                if let organisation = role.organisation { json.member("organisation", organisation) }
                            }
                        }
                    }
                }
            }
        }
    }

    private mutating func place(_ range: Range<Int>, _ points: CodePoints) {
        member("start", points[range.lowerBound])
        member("end", points[range.upperBound])
    }

    private mutating func provenance(_ provenance: Provenance) {
        member("certainty", provenance.certainty, places: 3)
        member("filter", provenance.filter)
        member("rule", provenance.rule)
        member("evidence", provenance.evidence.rawValue)
    }
}

/// Code points before an offset in UTF-8. A lookup costs at most a stride of bytes.
private struct CodePoints {
    private static let stride = 256
    private let bytes: [UInt8]
    private var before: [Int] = []

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var count = 0
        for (index, byte) in bytes.enumerated() {
            if index % Self.stride == 0 { before.append(count) }
            if byte & 0xC0 != 0x80 { count += 1 }
        }
        before.append(count)
    }

    subscript(offset: Int) -> Int {
        let start = offset / Self.stride
        // At the very end of a text of whole strides nothing is left to count.
        return before[start] + bytes[(start * Self.stride)..<offset].count { $0 & 0xC0 != 0x80 }
    }
}

extension BlockKind {
    fileprivate var described: (type: String, level: Int?, subtype: String?) {
        switch self {
        case .heading(let level): ("heading", level, nil)
        case .runInHeading(let level): ("run-in heading", level, nil)
        case .documentNumber: ("document number", nil, nil)
        case .alternativeText: ("alternative text", nil, nil)
        case .residue(let residue): ("residue", nil, residue.rawValue)
        default: ("\(self)", nil, nil)
        }
    }
}

extension MarkKind {
    /// Whether the mark means a person, an organisation or a place.
    fileprivate var isName: Bool {
        switch self {
        case .person, .role, .organisation, .place: true
        default: false
        }
    }
}
