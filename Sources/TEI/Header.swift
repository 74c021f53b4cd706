import QuandianText

/// Writes everything of the TEI document that stands before its text.
struct Header {
    let document: Document
    let source: SourceDescription
    let entities: EntityIndex
    let dropsResidue: Bool
    private let script: Script
    private let title: String

    init(document: Document, source: SourceDescription, entities: EntityIndex, dropsResidue: Bool) {
        self.document = document
        self.source = source
        self.entities = entities
        self.dropsResidue = dropsResidue
        script = Script(of: document.text)
        title = Self.title(of: document) ?? source.fileName
    }

    func write(to out: inout XMLOutput) {
        out.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        out.open("TEI", [Attribute("xmlns", "http://www.tei-c.org/ns/1.0"), Attribute("xml:lang", language)])
        line(&out, 0) { $0.open("teiHeader", [Attribute("xml:lang", "en")]) }
        writeFileDescription(&out)
        writeEncodingDescription(&out)
        writeProfile(&out)
        line(&out, 0) { $0.close("teiHeader") }
        writeEntities(&out)
        out.raw("\n")
    }

    private var language: String { script.languageTag }

    /// One line of the header, indented by up to four steps.
    private func line(_ out: inout XMLOutput, _ depth: Int, _ write: (inout XMLOutput) -> Void) {
        switch depth {
        case 0: out.raw("\n")
        case 1: out.raw("\n  ")
        case 2: out.raw("\n    ")
        case 3: out.raw("\n      ")
        default: out.raw("\n        ")
        }
        write(&out)
    }

    // MARK: fileDesc

    /// The title as the document gives it, on one line; nil where it has none to read.
    private static func title(of document: Document) -> String? {
        let blocks = document.blocks
        guard let first = blocks.firstIndex(where: { $0.kind == .title }) else { return nil }
        let lines = blocks[first...].prefix { $0.kind == .title || $0.kind == .subtitle }
        let words = lines.flatMap { block in
            document.text[block.range].unicodeScalars.split { isSpace($0.value) }.map { String($0) }
        }
        let title = words.joined(separator: " ")
        return title.unicodeScalars.contains { UTF8Scalar.isInk($0.value) } ? title : nil
    }

    private func writeFileDescription(_ out: inout XMLOutput) {
        line(&out, 1) { $0.open("fileDesc") }
        line(&out, 2) { $0.open("titleStmt") }
        line(&out, 3) { $0.element("title", [Attribute("xml:lang", language)], text: title) }
        for filter in source.filters {
            line(&out, 3) { out in
                out.open("respStmt", [Attribute("xml:id", filter.name)])
                out.element("resp", text: filter.summary)
                out.element("name", [Attribute("type", "software")], text: "Quandian filter “\(filter.name)”")
                out.close("respStmt")
            }
        }
        line(&out, 2) { $0.close("titleStmt") }
        line(&out, 2) { out in
            out.open("extent")
            measure(&out, source.byteCount, "byte")
            measure(&out, characterCount, "character")
            measure(&out, document.text.lines.count, "line")
            out.close("extent")
        }
        line(&out, 2) { out in
            out.open("publicationStmt")
            out.element("p", text: "Made from the source below by a program; not published.")
            out.close("publicationStmt")
        }
        line(&out, 2) { $0.open("sourceDesc") }
        line(&out, 3) { $0.open("bibl") }
        line(&out, 4) { $0.element("title", [Attribute("xml:lang", language)], text: title) }
        if let date = document.metadata.publicationDate {
            line(&out, 4) { $0.element("date", [Attribute("when", date.description)], text: date.description) }
        }
        line(&out, 4) { Imprint.fileName(source, to: &$0) }
        line(&out, 4) { Imprint.digest(source, to: &$0) }
        line(&out, 4) { $0.element("note", [Attribute("type", "encoding")], text: source.encoding) }
        for field in document.metadata.furniture {
            let attributes = [Attribute("type", "furniture"), Attribute("n", field.label)]
            line(&out, 4) { $0.element("note", attributes, text: field.value) }
        }
        line(&out, 3) { $0.close("bibl") }
        line(&out, 2) { $0.close("sourceDesc") }
        line(&out, 1) { $0.close("fileDesc") }
    }

    private func measure(_ out: inout XMLOutput, _ quantity: Int, _ unit: String) {
        let attributes = [Attribute("unit", unit), Attribute("quantity", String(quantity))]
        out.element("measure", attributes, text: "\(quantity) \(unit)\(quantity == 1 ? "" : "s")")
    }

    /// How many characters (code points) the text has.
    private var characterCount: Int {
        unsafe document.text.bytes.withUnsafeBytes { bytes in
            var count = 0
            var at = 0
            // Eight bytes at a time: one that continues a character begins with the bits 10.
            while at + 8 <= bytes.count {
                let word = unsafe bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
                let continuing = word >> 7 & ~(word >> 6) & 0x0101_0101_0101_0101
                count += 8 - Int((continuing &* 0x0101_0101_0101_0101) >> 56)
                at += 8
            }
            while at < bytes.count {
                if unsafe bytes[at] & 0xC0 != 0x80 { count += 1 }
                at += 1
            }
            return count
        }
    }

    // MARK: encodingDesc

    private func writeEncodingDescription(_ out: inout XMLOutput) {
        line(&out, 1) { $0.open("encodingDesc") }
        line(&out, 2) { $0.open("editorialDecl") }
        paragraph(&out, "normalization", normalization)
        paragraph(
            &out, "interpretation",
            "Marked by a program. Who marks what: respStmt. A mark without cert is of high certainty (0.9 and more); "
                + "medium is 0.6 and more, low is less; evidence tells what else than the marked words it rests on.")
        line(&out, 2) { $0.close("editorialDecl") }
        line(&out, 2) { $0.open("listPrefixDef") }
        line(&out, 3) { out in
            out.open(
                "prefixDef",
                [
                    Attribute("ident", "line"), Attribute("matchPattern", "([0-9]+)(-[0-9]+)?"),
                    Attribute("replacementPattern", percentEncoded(source.fileName) + "#line-$1"),
                ])
            out.element("p", text: "Lines of the source file, the first is 1.")
            out.close("prefixDef")
        }
        line(&out, 2) { $0.close("listPrefixDef") }
        line(&out, 2) { $0.open("appInfo") }
        line(&out, 3) { Imprint.application(source, to: &$0) }
        line(&out, 2) { $0.close("appInfo") }
        line(&out, 1) { $0.close("encodingDesc") }
    }

    private func paragraph(_ out: inout XMLOutput, _ name: StaticString, _ text: String) {
        line(&out, 3) { out in
            out.open(name)
            out.element("p", text: text)
            out.close(name)
        }
    }

    private var normalization: String {
        let rule =
            "None: the text, tags dropped, is the source to the character. A character that XML cannot hold stands as a "
            + "processing instruction, as <?char U+000C?>."
        guard dropsResidue else { return rule }
        let dropped = document.blocks.filter(\.kind.isResidue)
        let characters = dropped.reduce(0) { $0 + document.text.scalars(in: $1.range).count }
        let lines = dropped.map { block in
            let first = document.text.lineIndex(at: block.range.lowerBound) + 1
            let last = document.text.lineIndex(at: max(block.range.lowerBound, block.range.upperBound - 1)) + 1
            return first == last ? String(first) : "\(first)-\(last)"
        }
        guard !lines.isEmpty else { return rule + " No residue of the page was found that could be left out." }
        return rule + " Left out on request, as residue of the page: \(characters) characters of the source lines "
            + lines.joined(separator: ", ") + ", with the line end that follows each."
    }

    // MARK: profileDesc

    private func writeProfile(_ out: inout XMLOutput) {
        line(&out, 1) { $0.open("profileDesc") }
        let calendars = usedCalendars
        if !calendars.isEmpty {
            line(&out, 2) { $0.open("calendarDesc") }
            for (id, description) in calendars {
                line(&out, 3) { out in
                    out.open("calendar", [Attribute("xml:id", id)])
                    out.element("p", text: description)
                    out.close("calendar")
                }
            }
            line(&out, 2) { $0.close("calendarDesc") }
        }
        line(&out, 2) { out in
            out.open("langUsage")
            out.element("language", [Attribute("ident", language)], text: script.name)
            out.close("langUsage")
        }
        line(&out, 1) { $0.close("profileDesc") }
    }

    /// The calendars that dates of the document point to, with a description each.
    private var usedCalendars: [(id: String, description: String)] {
        var usesEDTF = false
        var used: Set<SourceCalendar> = []
        for number in document.marks.indices {
            guard case .date(let meaning) = document.marks[number].kind else { continue }
            if meaning.calendar != .gregorian { used.insert(meaning.calendar) }
            usesEDTF = usesEDTF || DateAttributes.usesEDTF(meaning)
        }
        var result = SourceCalendar.allCases.filter(used.contains)
            .map { (id: "calendar." + $0.rawValue, description: Self.describe($0)) }
        if usesEDTF {
            result.append(("edtf", "Extended Date/Time Format (ISO 8601-2); R/ opens a set that recurs."))
        }
        return result
    }

    private static func describe(_ calendar: SourceCalendar) -> String {
        switch calendar {
        case .gregorian: "Gregorian calendar 公历"
        case .lunar: "Chinese lunisolar calendar 农历"
        case .reign: "Years of Chinese reigns 年号"
        case .minguo: "Years of the Republic of China 民国纪年"
        case .japaneseEra: "Years of Japanese eras 日本年号"
        }
    }

    // MARK: standOff

    private func writeEntities(_ out: inout XMLOutput) {
        guard !entities.entities.isEmpty else { return }
        line(&out, 0) { $0.open("standOff") }
        writeList(&out, .person, list: "listPerson", item: "person", name: "persName")
        writeList(&out, .organisation, list: "listOrg", item: "org", name: "orgName")
        writeList(&out, .place, list: "listPlace", item: "place", name: "placeName")
        line(&out, 0) { $0.close("standOff") }
    }

    private func writeList(
        _ out: inout XMLOutput, _ kind: Entity.Kind, list: StaticString, item: StaticString, name: StaticString
    ) {
        guard entities.entities.contains(where: { $0.kind == kind }) else { return }
        line(&out, 1) { $0.open(list) }
        for number in entities.entities.indices where entities.entities[number].kind == kind {
            line(&out, 2) { out in
                out.open(item) { $0.attribute("xml:id", entities.identifiers[number]) }
                for spelling in entities.entities[number].names { out.element(name, text: spelling) }
                if kind == .person { writePerson(&out, entities.entities[number]) }
                out.open("note") { $0.attribute("type", literal: "mentions") }
                out.raw(entities.mentionCounts[number])
                out.close("note")
                out.close(item)
            }
        }
        line(&out, 1) { $0.close(list) }
    }

    private func writePerson(_ out: inout XMLOutput, _ person: Entity) {
        for case .sex(let sex) in person.facts { out.element("sex", text: sex) }
        for case .nationality(let nation) in person.facts { out.element("nationality", text: nation) }
        for case .birth(let value, let text) in person.facts { writeLife(&out, "birth", value, text) }
        for case .death(let value, let text) in person.facts { writeLife(&out, "death", value, text) }
        for role in person.roles { out.element("occupation", text: role.name) }
        var named: Set<String> = []
        for case let organisation? in person.roles.map(\.organisation) where named.insert(organisation).inserted {
            out.element("affiliation", text: organisation)
        }
    }

    private func writeLife(_ out: inout XMLOutput, _ name: StaticString, _ value: DateValue?, _ text: String) {
        out.open(name) { out in
            if let value { DateAttributes.writePlain(value, to: &out) }
        }
        out.characters(text)
        out.close(name)
    }

    /// A file name as part of a URI.
    private func percentEncoded(_ name: String) -> String {
        var encoded: [UInt8] = []
        for byte in name.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: encoded.append(byte)
            default:
                encoded.append(UInt8(ascii: "%"))
                for digit in [byte >> 4, byte & 0x0F] {
                    encoded.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10)
                }
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }
}

extension BlockKind {
    var isResidue: Bool {
        if case .residue = self { return true }
        return false
    }
}
