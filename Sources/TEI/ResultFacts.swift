import QuandianText

/// What a result says of its document, read back from its bytes: counts by kind, the people, the dates.
///
/// For results that ``TEIWriter`` has written. One pass over the tags, about a gigabyte a second; memory for the
/// distinct people and dates.
public struct ResultFacts: Sendable {
    /// How the source became characters, as the header tells it.
    public private(set) var encoding = ""
    public private(set) var characters = 0
    public private(set) var sections = 0
    /// Marks by kind, under the names of `MarkKind.name`, in a fixed order.
    public private(set) var counts: [(kind: String, count: Int)]
    /// How many names, offices and dates are of high, medium and low certainty.
    public private(set) var certainty = (high: 0, medium: 0, low: 0)
    /// The people of the document in its order, with how often each is named.
    public private(set) var people: [(name: String, mentions: Int)] = []
    /// The distinct values of its dates in the order of the text, with how often each stands there.
    public private(set) var dates: [(value: String, mentions: Int)] = []

    private static let kinds: [(element: StaticString, kind: String)] = [
        ("persName", "person"), ("roleName", "role"), ("orgName", "organisation"), ("placeName", "place"),
        ("date", "date"), ("title", "title"), ("q", "quotation"), ("s", "sentence"), ("measure", "measure"),
    ]

    public init(of xml: [UInt8]) {
        counts = Self.kinds.map { ($0.kind, 0) }
        var reader = TagReader(xml)
        readHeader(&reader)
        readText(&reader)
    }

    private mutating func readHeader(_ reader: inout TagReader) {
        var isPerson = false
        while reader.next() {
            if reader.name(is: "text") { return }
            if reader.name(is: "note"), reader.attribute("type") == "encoding" {
                encoding = reader.text()
            } else if reader.name(is: "measure"), reader.attribute("unit") == "character" {
                characters = reader.attribute("quantity").flatMap { Int($0) } ?? 0
            } else if reader.name(is: "person") {
                isPerson = true
                people.append(("", 0))
            } else if reader.name(is: "/person") {
                isPerson = false
            } else if isPerson, reader.name(is: "persName"), people[people.count - 1].name.isEmpty {
                people[people.count - 1].name = reader.text()
            } else if isPerson, reader.name(is: "note"), reader.attribute("type") == "mentions" {
                people[people.count - 1].mentions = Int(reader.text()) ?? 0
            }
        }
    }

    private mutating func readText(_ reader: inout TagReader) {
        var places: [String: Int] = [:]
        var isInDate = false
        while reader.next() {
            if reader.name(is: "/date") { isInDate = false }
            if reader.name(is: "div"), reader.attribute("type") == "section" { sections += 1 }
            // A clock of its own is a date too; one inside a date is a part of it.
            let isDate = reader.name(is: "date") || (reader.name(is: "time") && !isInDate)
            // A name in an organisation's name is a place's.
            let isPart = !isDate && reader.name(is: "name")
            guard let kind = isDate ? 4 : isPart ? 3 : Self.kinds.firstIndex(where: { reader.name(is: $0.element) })
            else {
                continue
            }
            counts[kind].count += 1
            guard kind < 5 else { continue }
            switch reader.attribute("cert") {
            case "medium": certainty.medium += 1
            case "low": certainty.low += 1
            default: certainty.high += 1
            }
            guard isDate else { continue }
            isInDate = reader.name(is: "date")
            guard let value = reader.dateValue else { continue }
            if let place = places[value] {
                dates[place].mentions += 1
            } else {
                places[value] = dates.count
                dates.append((value, 1))
            }
        }
    }
}

/// Walks from tag to tag through XML that Quandian has written.
private struct TagReader {
    private let bytes: [UInt8]
    /// The tag without its brackets.
    private var tag = 0..<0
    private var nameEnd = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Goes to the next tag; false at the end.
    mutating func next() -> Bool {
        guard let open = index(of: UInt8(ascii: "<"), from: tag.upperBound),
            let close = index(of: UInt8(ascii: ">"), from: open)
        else { return false }
        tag = (open + 1)..<close
        nameEnd = tag.lowerBound
        while nameEnd < close, bytes[nameEnd] != 0x20 { nameEnd += 1 }
        return true
    }

    func name(is name: StaticString) -> Bool {
        guard nameEnd - tag.lowerBound == name.utf8CodeUnitCount else { return false }
        return unsafe UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
            .elementsEqual(bytes[tag.lowerBound..<nameEnd])
    }

    /// The value of an attribute of the tag, references not resolved: for values that hold none.
    func attribute(_ name: StaticString) -> String? {
        let count = name.utf8CodeUnitCount
        var at = nameEnd
        while at + 1 < tag.upperBound {
            // At the space before an attribute: name="value"
            at += 1
            var equals = at
            while equals < tag.upperBound, bytes[equals] != 0x3D { equals += 1 }
            guard let end = index(of: 0x22, from: equals + 2), end < tag.upperBound else { return nil }
            let wanted = unsafe UnsafeBufferPointer(start: name.utf8Start, count: count)
            if unsafe wanted.elementsEqual(bytes[at..<equals]) {
                return String(decoding: bytes[(equals + 2)..<end], as: UTF8.self)
            }
            at = end + 1
        }
        return nil
    }

    /// What a `date` or `time` says that it means: a value, a stretch as `from/to` with `..` for an open end.
    var dateValue: String? {
        if let value = attribute("when") ?? attribute("when-iso") ?? attribute("when-custom") { return value }
        if let value = attribute("dur") ?? attribute("dur-iso") { return value }
        let from = attribute("from") ?? attribute("from-iso")
        let to = attribute("to") ?? attribute("to-iso")
        return from == nil && to == nil ? nil : (from ?? "..") + "/" + (to ?? "..")
    }

    /// The characters between the tag and the next.
    func text() -> String {
        let start = min(tag.upperBound + 1, bytes.count)
        let end = index(of: UInt8(ascii: "<"), from: start) ?? bytes.count
        var text: [UInt8] = []
        var at = start
        while at < end {
            guard bytes[at] == UInt8(ascii: "&"), let close = index(of: UInt8(ascii: ";"), from: at) else {
                text.append(bytes[at])
                at += 1
                continue
            }
            switch String(decoding: bytes[at..<close], as: UTF8.self) {
            case "&lt": text.append(UInt8(ascii: "<"))
            case "&gt": text.append(UInt8(ascii: ">"))
            case "&#13": text.append(UInt8(ascii: "\r"))
            default: text.append(UInt8(ascii: "&"))
            }
            at = close + 1
        }
        return String(decoding: text, as: UTF8.self)
    }

    private func index(of byte: UInt8, from start: Int) -> Int? {
        var at = start
        while at < bytes.count {
            if bytes[at] == byte { return at }
            at += 1
        }
        return nil
    }
}
