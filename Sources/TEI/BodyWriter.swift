import QuandianText

/// Writes the elements of the body around the characters of the text, every character once and in order.
struct BodyWriter {
    private let document: Document
    private let entities: EntityIndex
    private let dropsResidue: Bool
    private var out: XMLOutput
    /// The first character that is not written yet.
    private var cursor = 0
    /// The first mark that may concern the next leaf.
    private var nextMark = 0
    /// What has come since the last leaf but one: what stands before that leaf, the leaf, and what follows it.
    private var waiting: [Event] = []
    /// Elements to open before the next leaf.
    private var opening: [(name: String, attributes: [Attribute])] = []
    private var hasLeaf = false
    /// Room for the spans of a leaf, kept from one to the next.
    private var spansRoom: [Span] = []

    private enum Event {
        case open(String, [Attribute])
        case close(String)
        case leaf(String, [Attribute], Leaf)
    }

    /// Begins with `<text>` and `<body>`.
    init(_ document: Document, entities: EntityIndex, dropsResidue: Bool, out: XMLOutput) {
        self.document = document
        self.entities = entities
        self.dropsResidue = dropsResidue
        self.out = out
        self.out.open("text")
        self.out.open("body")
    }

    /// Begins an element that holds others. It is written with the first leaf in it; without one it is not written.
    mutating func open(_ name: String, _ attributes: [Attribute] = []) {
        waiting.append(.open(name, attributes))
    }

    mutating func close(_ name: String) {
        if case .open? = waiting.last { waiting.removeLast() } else { waiting.append(.close(name)) }
    }

    mutating func write(_ node: Node) {
        switch node.content {
        case .children(let children):
            open(node.name, node.attributes)
            for child in children { write(child) }
            close(node.name)
        case .leaf(var leaf):
            if hasLeaf {
                writeWaiting(before: leaf.range.lowerBound)
            } else {
                let before = document.text.bytes[..<leaf.range.lowerBound]
                let start = before.firstIndex { !Self.mayStandAnywhere($0) } ?? leaf.range.lowerBound
                leaf.range = start..<leaf.range.upperBound
                hasLeaf = true
            }
            waiting.append(.leaf(node.name, node.attributes, leaf))
        }
    }

    /// Writes what is left, closes `<text>` and gives the output back.
    consuming func finish() -> XMLOutput {
        writeWaiting(before: document.text.bytes.count)
        advance(to: document.text.bytes.count)
        out.close("body")
        out.close("text")
        return out
    }

    /// Writes the last leaf and what was opened and closed around it, now that it is known where the next leaf begins.
    ///
    /// White space that XML does not know as such (U+3000, U+00A0 …) may only stand where text may: what follows a leaf
    /// belongs to it, what precedes the first one belongs to that.
    private mutating func writeWaiting(before next: Int) {
        var events: [Event] = []
        swap(&events, &waiting)
        for event in events {
            switch event {
            case .open(let name, let attributes): opening.append((name, attributes))
            case .close(let name): out.close(name)
            case .leaf(let name, let attributes, var leaf):
                let end = endOfText(leaf.range.upperBound..<next) ?? leaf.range.upperBound
                leaf.range = leaf.range.lowerBound..<max(end, leaf.range.upperBound)
                advance(to: leaf.range.lowerBound)
                for (name, attributes) in opening { out.open(name, attributes) }
                opening.removeAll(keepingCapacity: true)
                if dropsResidue, name == "fw" {
                    skip(to: leaf.range.upperBound)
                } else {
                    out.open(name, attributes)
                    write(leaf)
                    out.close(name)
                }
            }
        }
        // Keeps the room for the next leaf.
        events.removeAll(keepingCapacity: true)
        swap(&events, &waiting)
    }

    /// Writes the characters up to an offset as they stand.
    private mutating func advance(to offset: Int) {
        guard offset > cursor else { return }
        out.characters(document.text.bytes[cursor..<offset])
        cursor = offset
    }

    /// Leaves out the characters up to an offset, with the line end that follows them.
    private mutating func skip(to offset: Int) {
        cursor = offset
        let bytes = document.text.bytes
        if cursor < bytes.count, bytes[cursor] == 0x0D { cursor += 1 }
        if cursor < bytes.count, bytes[cursor] == 0x0A { cursor += 1 }
    }

    // MARK: Leaves

    /// An element to open at an offset and to close at another.
    private struct Span {
        let range: Range<Int>
        let name: String
        let attributes: [Attribute]
        /// The stretch and attributes of a clock inside a date.
        var clock: (range: Range<Int>, value: String)?
    }

    private mutating func write(_ leaf: Leaf) {
        var open: [Span] = []
        var spans: [Span] = []
        swap(&spans, &spansRoom)
        collect(from: leaf, into: &spans)
        for span in spans {
            while let last = open.last, last.range.upperBound <= span.range.lowerBound { close(open.removeLast()) }
            advance(to: span.range.lowerBound)
            out.open(span.name, span.attributes)
            if let clock = span.clock {
                advance(to: clock.range.lowerBound)
                out.open("time", [Attribute("when", clock.value)])
                advance(to: clock.range.upperBound)
                out.close("time")
            }
            open.append(span)
        }
        while let last = open.popLast() { close(last) }
        advance(to: leaf.range.upperBound)
        spans.removeAll(keepingCapacity: true)
        swap(&spans, &spansRoom)
    }

    private mutating func close(_ span: Span) {
        advance(to: span.range.upperBound)
        out.close(span.name)
    }

    /// What is marked in a leaf, outer before inner.
    private mutating func collect(from leaf: Leaf, into result: inout [Span]) {
        let marks = document.marks
        while nextMark < marks.count, marks[nextMark].range.lowerBound < leaf.range.lowerBound { nextMark += 1 }
        // An enumerator holds text alone: where a name or a date stands in it, the mark says more.
        let here = marks[nextMark...].prefix { $0.range.lowerBound < leaf.range.upperBound }
        var parts = leaf.setApart.filter { part in
            !here.contains { $0.range.overlaps(part.range) && $0.kind != .sentence }
        }[...]
        var index = nextMark
        var bodyEnd = 0
        while index < marks.count, marks[index].range.lowerBound < leaf.range.upperBound {
            let mark = marks[index]
            index += 1
            while let part = parts.first, part.range.lowerBound <= mark.range.lowerBound {
                result.append(Span(range: part.range, name: part.name, attributes: part.attributes))
                parts.removeFirst()
            }
            guard leaf.holdsMarks, mark.range.upperBound <= leaf.range.upperBound,
                let span = span(mark, in: leaf, isPart: mark.range.upperBound <= bodyEnd)
            else { continue }
            if mark.kind == .organisation { bodyEnd = mark.range.upperBound }
            result.append(span)
        }
        nextMark = index
        result += parts.map { Span(range: $0.range, name: $0.name, attributes: $0.attributes) }
    }

    /// The element of a mark; nil where the leaf holds none of its kind.
    ///
    /// - Parameter isPart: whether the mark lies in an organisation's name. A place there is a part of that name, and
    ///   `placeName` is kept for what the text itself says of a place.
    private func span(_ mark: Mark, in leaf: Leaf, isPart: Bool) -> Span? {
        switch mark.kind {
        case .sentence:
            // A sentence around an enumerator would cross nothing, but says nothing either.
            return leaf.holdsSentences && leaf.setApart.allSatisfy({ !$0.range.overlaps(mark.range) })
                ? Span(range: mark.range, name: "s", attributes: Responsibility.attributes(mark.provenance)) : nil
        case .title: return Span(range: mark.range, name: "title", attributes: plain(mark))
        case .quotation: return Span(range: mark.range, name: "q", attributes: plain(mark))
        case .person: return named("persName", mark)
        case .role: return named("roleName", mark)
        case .organisation: return named("orgName", mark)
        case .place: return isPart ? named("name", mark, type: "place") : named("placeName", mark)
        case .measure(let quantity, let unit):
            let value = [Attribute("quantity", quantity), Attribute("unit", unit)]
            return Span(range: mark.range, name: "measure", attributes: value + plain(mark))
        case .date(let meaning):
            var (name, attributes, nestsClock) = DateAttributes.element(for: meaning)
            Responsibility.add(mark.provenance, to: &attributes)
            var span = Span(range: mark.range, name: name, attributes: attributes)
            if nestsClock, let range = meaning.clockRange, case .point(let point) = meaning.value,
                let clock = point.clock
            {
                span.clock = (range, DateAttributes.clock(clock))
            }
            return span
        }
    }

    private func plain(_ mark: Mark) -> [Attribute] {
        Responsibility.attributes(mark.provenance)
    }

    private func named(_ name: String, _ mark: Mark, type: String? = nil) -> Span? {
        guard let link = entities.link(mark.range) else { return nil }
        var attributes: [Attribute] = []
        attributes.reserveCapacity(5)
        if let type { attributes.append(Attribute("type", type)) }
        attributes.append(Attribute("ref", "#" + link.id))
        Responsibility.add(mark.provenance, certainty: link.certainty, to: &attributes)
        // TEI knows no @evidence on roleName.
        if name == "roleName", attributes.last?.name == "evidence" { attributes.removeLast() }
        return Span(range: mark.range, name: name, attributes: attributes)
    }

    /// The end of the last character in a range that must stand in an element; nil where there is none.
    private func endOfText(_ range: Range<Int>) -> Int? {
        let bytes = document.text.bytes
        var at = range.upperBound
        while at > range.lowerBound, Self.mayStandAnywhere(bytes[at - 1]) { at -= 1 }
        return at > range.lowerBound ? at : nil
    }

    /// White space to XML, or a control character, which becomes an instruction.
    private static func mayStandAnywhere(_ byte: UInt8) -> Bool { byte <= 0x20 }
}
