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

    init(_ document: Document, entities: EntityIndex, dropsResidue: Bool, out: XMLOutput) {
        self.document = document
        self.entities = entities
        self.dropsResidue = dropsResidue
        self.out = out
    }

    /// Writes `<text>…</text>` and gives the output back.
    consuming func text(_ nodes: [Node]) -> XMLOutput {
        var nodes = nodes
        takeInSpaces(&nodes)
        out.open("text")
        out.open("body")
        write(nodes)
        advance(to: document.text.bytes.count)
        out.close("body")
        out.close("text")
        return out
    }

    private mutating func write(_ nodes: [Node]) {
        for node in nodes {
            if let start = node.start { advance(to: start) }
            if dropsResidue, node.name == "fw" {
                if let end = node.end { skip(to: end) }
                continue
            }
            out.open(node.name, node.attributes)
            switch node.content {
            case .children(let children): write(children)
            case .leaf(let leaf): write(leaf)
            }
            out.close(node.name)
        }
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
        for span in spans(in: leaf) {
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
    }

    private mutating func close(_ span: Span) {
        advance(to: span.range.upperBound)
        out.close(span.name)
    }

    /// What is marked in a leaf, outer before inner.
    private mutating func spans(in leaf: Leaf) -> [Span] {
        let marks = document.marks
        while nextMark < marks.count, marks[nextMark].range.lowerBound < leaf.range.lowerBound { nextMark += 1 }
        var result: [Span] = []
        // An enumerator holds text alone: where a name or a date stands in it, the mark says more.
        let here = marks[nextMark...].prefix { $0.range.lowerBound < leaf.range.upperBound }
        var parts = leaf.setApart.filter { part in
            !here.contains { $0.range.overlaps(part.range) && $0.kind != .sentence }
        }[...]
        var index = nextMark
        while index < marks.count, marks[index].range.lowerBound < leaf.range.upperBound {
            let mark = marks[index]
            index += 1
            while let part = parts.first, part.range.lowerBound <= mark.range.lowerBound {
                result.append(Span(range: part.range, name: part.name, attributes: part.attributes))
                parts.removeFirst()
            }
            guard leaf.holdsMarks, mark.range.upperBound <= leaf.range.upperBound, let span = span(mark, in: leaf)
            else { continue }
            result.append(span)
        }
        nextMark = index
        result += parts.map { Span(range: $0.range, name: $0.name, attributes: $0.attributes) }
        return result
    }

    /// The element of a mark; nil where the leaf holds none of its kind.
    private func span(_ mark: Mark, in leaf: Leaf) -> Span? {
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
        case .place: return named("placeName", mark)
        case .measure(let quantity, let unit):
            let value = [Attribute("quantity", quantity), Attribute("unit", unit)]
            return Span(range: mark.range, name: "measure", attributes: value + plain(mark))
        case .date(let meaning):
            let (name, dating, nestsClock) = DateAttributes.element(for: meaning)
            let attributes = dating + Responsibility.attributes(ofMark: mark.provenance)
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

    private func named(_ name: String, _ mark: Mark) -> Span? {
        guard let link = entities.link(mark.range) else { return nil }
        var says = Responsibility.attributes(ofMark: mark.provenance, certainty: link.certainty)
        // TEI knows no @evidence on roleName.
        if name == "roleName" { says.removeAll { $0.name == "evidence" } }
        return Span(range: mark.range, name: name, attributes: [Attribute("ref", "#" + link.id)] + says)
    }

    // MARK: Space between blocks

    /// Extends leaves over white space that XML does not know as such (U+3000, U+00A0 …), since it may only stand where
    /// text may: what follows a block belongs to it, what precedes the first one belongs to that.
    private func takeInSpaces(_ nodes: inout [Node]) {
        let edges = LeafEdges(nodes)
        var ends: [Int] = []
        ends.reserveCapacity(edges.ranges.count)
        for (index, range) in edges.ranges.enumerated() {
            let next = index + 1 < edges.ranges.count ? edges.ranges[index + 1].lowerBound : document.text.bytes.count
            ends.append(endOfText(range.upperBound..<next) ?? range.upperBound)
        }
        let start = edges.ranges.first.map { first in
            document.text.bytes[..<first.lowerBound].firstIndex { !Self.mayStandAnywhere($0) } ?? first.lowerBound
        }
        var next = 0
        for index in nodes.indices { nodes[index].stretch(start: start, ends: ends, &next) }
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

/// The ranges of the leaves of some nodes, in order.
private struct LeafEdges {
    var ranges: [Range<Int>] = []

    init(_ nodes: [Node]) {
        for node in nodes { add(node) }
    }

    private mutating func add(_ node: Node) {
        switch node.content {
        case .leaf(let leaf): ranges.append(leaf.range)
        case .children(let children): for child in children { add(child) }
        }
    }
}

extension Node {
    /// Where the text of the node begins; nil for a node without leaves.
    var start: Int? {
        switch content {
        case .leaf(let leaf): leaf.range.lowerBound
        case .children(let children): children.first?.start
        }
    }

    var end: Int? {
        switch content {
        case .leaf(let leaf): leaf.range.upperBound
        case .children(let children): children.last?.end
        }
    }

    /// Gives the leaves, in order, the ends in `ends`, and the first one the start.
    fileprivate mutating func stretch(start: Int?, ends: [Int], _ next: inout Int) {
        switch content {
        case .leaf(var leaf):
            let first = next == 0 ? min(start ?? leaf.range.lowerBound, leaf.range.lowerBound) : leaf.range.lowerBound
            leaf.range = first..<max(ends[next], leaf.range.upperBound)
            next += 1
            content = .leaf(leaf)
        case .children(var children):
            for index in children.indices { children[index].stretch(start: start, ends: ends, &next) }
            content = .children(children)
        }
    }
}
