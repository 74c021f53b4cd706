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
    /// Where the entities of the marks to come are found.
    private var nextLink = EntityIndex.Cursor()
    /// The last leaf: what of the text belongs to it is known when the next one comes.
    private var leaf: (tag: Tag, Leaf)?
    /// Elements to open before the last leaf.
    private var opening: [Tag] = []
    /// Elements to close after it.
    private var closing: [StaticString] = []
    /// Elements to open after those, with the next leaf.
    private var opened: [Tag] = []
    /// The elements that are open in the leaf that is being written, outer before inner: where each ends, and its name.
    private var inner: [(end: Int, name: StaticString)] = []

    private typealias Tag = (name: StaticString, attributes: [Attribute])

    /// Begins with `<text>` and `<body>`.
    init(_ document: Document, entities: EntityIndex, dropsResidue: Bool, out: consuming XMLOutput) {
        self.document = document
        self.entities = entities
        self.dropsResidue = dropsResidue
        self.out = out
        self.out.open("text")
        self.out.open("body")
    }

    /// Begins an element that holds others. It is written with the first leaf in it; without one it is not written.
    mutating func open(_ name: StaticString, _ attributes: [Attribute] = []) {
        opened.append((name, attributes))
    }

    mutating func close(_ name: StaticString) {
        if opened.popLast() == nil { closing.append(name) }
    }

    mutating func write(_ node: Node) {
        switch node.content {
        case .children(let children):
            open(node.name, node.attributes)
            for child in children { write(child) }
            close(node.name)
        case .leaf(var next):
            if leaf != nil {
                writeLeaf(before: next.range.lowerBound)
            } else {
                let before = document.text.bytes[..<next.range.lowerBound]
                let start = before.firstIndex { !Self.mayStandAnywhere($0) } ?? next.range.lowerBound
                next.range = start..<next.range.upperBound
            }
            leaf = ((node.name, node.attributes), next)
            swap(&opening, &opened)
        }
    }

    /// Writes what is left, closes `<text>` and gives the output back.
    consuming func finish() -> XMLOutput {
        writeLeaf(before: document.text.bytes.count)
        advance(to: document.text.bytes.count)
        out.close("body")
        out.close("text")
        return out
    }

    /// Writes the last leaf and what is opened and closed around it, now that it is known where the next leaf begins.
    ///
    /// White space that XML does not know as such (U+3000, U+00A0 …) may only stand where text may: what follows a leaf
    /// belongs to it, what precedes the first one belongs to that.
    private mutating func writeLeaf(before next: Int) {
        guard case (let tag, var leaf)? = leaf.take() else { return }
        let end = endOfText(leaf.range.upperBound..<next) ?? leaf.range.upperBound
        leaf.range = leaf.range.lowerBound..<max(end, leaf.range.upperBound)
        advance(to: leaf.range.lowerBound)
        for (name, attributes) in opening { out.open(name, attributes) }
        opening.removeAll(keepingCapacity: true)
        if dropsResidue, leaf.isResidue {
            skip(to: leaf.range.upperBound)
        } else {
            out.open(tag.name, tag.attributes)
            write(leaf)
            out.close(tag.name)
        }
        for name in closing { out.close(name) }
        closing.removeAll(keepingCapacity: true)
    }

    /// Writes the characters up to an offset as they stand.
    private mutating func advance(to offset: Int) {
        guard offset > cursor else { return }
        out.characters(document.text.bytes, cursor..<offset)
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

    /// Writes the text of a leaf with what is marked in it.
    private mutating func write(_ leaf: Leaf) {
        while mark(before: leaf.range.lowerBound) != nil { nextMark += 1 }
        // An enumerator holds text alone: where a name or a date stands in it, the mark says more.
        var enumerators = leaf.enumerators.filter { !isMarked($0) }[...]
        var bodyEnd = 0
        while let range = mark(before: leaf.range.upperBound) {
            while let enumerator = enumerators.first, enumerator.lowerBound <= range.lowerBound {
                open(enumerator: enumerator)
                enumerators.removeFirst()
            }
            if leaf.holdsMarks, range.upperBound <= leaf.range.upperBound {
                open(mark: nextMark, in: leaf, isPart: range.upperBound <= bodyEnd)
                if case .organisation = document.marks[nextMark].kind { bodyEnd = range.upperBound }
            }
            nextMark += 1
        }
        for enumerator in enumerators { open(enumerator: enumerator) }
        closeInner(before: .max)
        advance(to: leaf.range.upperBound)
    }

    /// The stretch of the next mark where that begins before an offset.
    @inline(__always)
    private func mark(before offset: Int) -> Range<Int>? {
        guard nextMark < document.marks.count else { return nil }
        let range = document.marks[nextMark].range
        return range.lowerBound < offset ? range : nil
    }

    /// Whether one of the marks to come overlaps a stretch and is no sentence.
    private func isMarked(_ range: Range<Int>) -> Bool {
        var number = nextMark
        while number < document.marks.count, document.marks[number].range.lowerBound < range.upperBound {
            if case .sentence = document.marks[number].kind {
            } else if document.marks[number].range.upperBound > range.lowerBound {
                return true
            }
            number += 1
        }
        return false
    }

    /// Opens an element at its place in the leaf.
    @inline(__always)
    private mutating func open(
        _ name: StaticString, _ range: Range<Int>, attributes: (inout XMLOutput) -> Void
    ) {
        closeInner(before: range.lowerBound)
        advance(to: range.lowerBound)
        out.open(name, attributes: attributes)
        inner.append((range.upperBound, name))
    }

    /// Closes the elements of the leaf that end before an offset or at it.
    private mutating func closeInner(before offset: Int) {
        while let (end, name) = inner.last, end <= offset {
            advance(to: end)
            out.close(name)
            inner.removeLast()
        }
    }

    private mutating func open(enumerator: Range<Int>) {
        open("label", enumerator) { $0.attribute("type", literal: "enumerator") }
    }

    /// Opens the element of a mark, where the leaf holds one of its kind.
    ///
    /// - Parameter isPart: whether the mark lies in an organisation's name. A place there is a part of that name, and
    ///   `placeName` is kept for what the text itself says of a place.
    private mutating func open(mark number: Int, in leaf: Leaf, isPart: Bool) {
        let range = document.marks[number].range
        let provenance = document.marks[number].provenance
        switch document.marks[number].kind {
        case .sentence:
            // A sentence around an enumerator would cross nothing, but says nothing either.
            guard leaf.holdsSentences, !leaf.enumerators.contains(where: { $0.overlaps(range) }) else { return }
            open("s", range) { Responsibility.write(provenance, to: &$0) }
        case .title: open("title", range) { Responsibility.write(provenance, to: &$0) }
        case .quotation: open("q", range) { Responsibility.write(provenance, to: &$0) }
        case .person: open("persName", range, provenance)
        // TEI knows no @evidence on roleName.
        case .role: open("roleName", range, provenance, evidence: false)
        case .organisation: open("orgName", range, provenance)
        case .place: isPart ? open("name", range, provenance, type: "place") : open("placeName", range, provenance)
        case .measure(let quantity, let unit):
            open("measure", range) { out in
                out.attribute("quantity", quantity)
                out.attribute("unit", unit)
                Responsibility.write(provenance, to: &out)
            }
        case .date(let meaning):
            open(DateAttributes.element(for: meaning), range) { out in
                DateAttributes.write(meaning, to: &out)
                Responsibility.write(provenance, evidence: true, to: &out)
            }
            if let (range, clock) = DateAttributes.nestedClock(meaning) {
                advance(to: range.lowerBound)
                out.open("time") { $0.attribute("when", DateAttributes.clock(clock)) }
                advance(to: range.upperBound)
                out.close("time")
            }
        }
    }

    /// Opens the element of a name or an office, with a reference to whom or what it means.
    private mutating func open(
        _ name: StaticString, _ range: Range<Int>, _ provenance: Provenance, type: StaticString? = nil,
        evidence: Bool = true
    ) {
        guard let link = entities.link(range, after: &nextLink) else { return }
        open(name, range) { out in
            if let type { out.attribute("type", literal: type) }
            out.attribute("ref", pointingTo: link.id)
            Responsibility.write(provenance, certainty: link.certainty, evidence: evidence, to: &out)
        }
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
