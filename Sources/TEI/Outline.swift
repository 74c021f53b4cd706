import QuandianText

/// Nests a flat list of blocks into the elements of `<body>` so that any order of blocks gives valid TEI.
///
/// TEI lets a division hold, in this order: tops (head, byline, opener), content (p, list, table …), divisions, bottoms
/// (closer, byline …); figures, notes and residue stand anywhere. Sections nest by the level of their headings. Where
/// a bottom has content after it, that content goes into a division of its own.
///
/// Each element goes to the writer as soon as it is known: no tree of the document is held.
struct Outline {
    private let document: Document
    private var writer: BodyWriter
    /// Open divisions, the body first.
    private var open: [Division] = [Division(level: 0)]
    private var group: Group?
    private var sawHeading = false
    /// The line in which the block that is being added begins: blocks come in the order of the text.
    private var line = 0
    /// Whether the body is cut into divisions, or holds its paragraphs itself.
    private let hasDivisions: Bool
    /// The first block after the last one that is content; from here on all belongs to the body as a whole.
    private let tail: Int

    /// Writes the inside of the body, and gives the writer back.
    static func write(_ document: Document, to writer: consuming BodyWriter) -> BodyWriter {
        var outline = Outline(document, writer)
        for index in document.blocks.indices { outline.add(index) }
        return outline.finish()
    }

    private init(_ document: Document, _ writer: consuming BodyWriter) {
        self.document = document
        self.writer = writer
        let blocks = document.blocks
        let firstContent = blocks.firstIndex { [.content, .heading].contains($0.kind.placement) } ?? blocks.count
        // A document number that comes late stands among the content.
        let lastContent =
            blocks.indices.last { index in
                [.content, .heading, .title].contains(blocks[index].kind.placement)
                    || (blocks[index].kind == .documentNumber && index > firstContent)
            } ?? -1
        tail = lastContent + 1
        hasDivisions = blocks.indices.contains { index in
            blocks[index].kind.opensDivision
                || (index > firstContent && index <= lastContent
                    && [.top, .title, .bottom].contains(blocks[index].kind.placement))
        }
    }

    // MARK: Divisions

    private struct Division {
        enum Phase: Int, Comparable {
            case tops, content, divisions, bottoms

            static func < (a: Phase, b: Phase) -> Bool { a.rawValue < b.rawValue }
        }

        /// The level of its heading; a heading of the same or a lower level closes it.
        let level: Int
        var phase = Phase.tops
        var sectionCount = 0
    }

    private mutating func push(_ type: String, level: Int, n: Int? = nil) {
        flush()
        open[open.count - 1].phase = .divisions
        let type = Attribute("type", type)
        writer.open("div", n.map { [type, Attribute("n", String($0))] } ?? [type])
        open.append(Division(level: level))
    }

    private mutating func pop() {
        flush()
        writer.close("div")
        open.removeLast()
    }

    /// Closes all divisions but the outermost `depth`.
    private mutating func close(to depth: Int) {
        while open.count > depth { pop() }
    }

    private mutating func append(_ node: Node) {
        writer.write(node)
    }

    /// Makes the innermost division one that takes content, opening one where it must.
    private mutating func makeRoomForContent() {
        if open.count > 1, open[open.count - 1].phase >= .divisions { close(to: 1) }
        if open.count == 1, hasDivisions || open[0].phase >= .divisions {
            push(sawHeading || open[0].phase >= .divisions ? "part" : "lead", level: Int.max)
        }
        if open[open.count - 1].phase == .tops {
            flush()
            open[open.count - 1].phase = .content
        }
    }

    /// Opens the section of a heading.
    private mutating func openSection(level: Int) {
        flush()
        sawHeading = true
        while open.count > 1, open[open.count - 1].level >= level || open[open.count - 1].phase == .bottoms { pop() }
        open[open.count - 1].sectionCount += 1
        push("section", level: level, n: open[open.count - 1].sectionCount)
    }

    // MARK: Groups

    /// An element that takes in neighbouring blocks of a kind.
    private struct Group {
        enum Kind { case opener, closer, list, attachments, table, figure, question, answer, stanza }

        let kind: Kind
        let name: StaticString
        /// The last block in it.
        var last: Int
        /// What a figure has once at most.
        var hasHead = false
        var hasDescription = false
    }

    private mutating func flush() {
        guard let done = group else { return }
        group = nil
        writer.close(done.name)
    }

    /// Adds a child to the open group of a kind, or opens one.
    private mutating func add(
        _ child: Node, to kind: Group.Kind, at index: Int, name: StaticString, _ attributes: [Attribute] = [],
        joining: Bool = true
    ) {
        if !joining || group?.kind != kind {
            flush()
            writer.open(name, attributes)
            group = Group(kind: kind, name: name, last: index)
        }
        group?.last = index
        append(child)
    }

    // MARK: Blocks

    private mutating func add(_ index: Int) {
        let block = document.blocks[index]
        line = lineIndex(at: block.range.lowerBound)
        // An identifier must hold something to read.
        let isBlankNumber = block.kind == .documentNumber && !document.text.hasInk(in: block.range)
        let kind = isBlankNumber ? .residue(.furniture) : block.kind
        if index >= tail, [.bottom, .anywhere, .top].contains(kind.placement), open.count > 1, !isFigure(kind) {
            close(to: 1)
        }
        switch kind {
        case .title, .subtitle: addTitle(block)
        case .heading(let level):
            openSection(level: level)
            append(Node("head", attributes(block), leaf: leaf(block)))
        case .runInHeading(let level): addRunIn(block, level: level)
        case .byline: addTopOrBottom(Node("byline", attributes(block), leaf: leaf(block)))
        case .documentNumber: addDocumentNumber(block, index)
        case .salute:
            let node = Node("salute", attributes(block), leaf: leaf(block))
            if open[open.count - 1].phase == .tops {
                add(node, to: .opener, at: index, name: "opener")
            } else {
                addTopOrBottom(node)
            }
        case .signature: addClosing(Node("signed", attributes(block), leaf: leaf(block)), index, mayOpen: true)
        case .date: addClosing(Node("dateline", attributes(block), leaf: leaf(block)), index, mayOpen: false)
        case .paragraph:
            makeRoomForContent()
            flush()
            append(Node("p", attributes(block), leaf: leaf(block, sentences: true)))
        case .item:
            makeRoomForContent()
            add(Node("item", attributes(block), leaf: leaf(block, sentences: true)), to: .list, at: index, name: "list")
        case .attachment:
            makeRoomForContent()
            add(
                Node("item", attributes(block), leaf: leaf(block)), to: .attachments, at: index, name: "list",
                [Attribute("type", "attachments")])
        case .row:
            makeRoomForContent()
            add(Node("row", attributes(block), children: cells(block)), to: .table, at: index, name: "table")
        case .verse:
            makeRoomForContent()
            add(
                Node("l", attributes(block), leaf: leaf(block)), to: .stanza, at: index, name: "lg",
                joining: group.map { !hasBlankLine(between: $0.last, and: index) } ?? false)
        case .question: addSpeech(block, index, .question, "question")
        case .answer: addSpeech(block, index, .answer, "answer")
        case .alternativeText, .caption: addFigurePart(block, index)
        case .note:
            flush()
            append(Node("note", attributes(block, [Attribute("type", "cc")]), leaf: leaf(block)))
        case .residue(let residue):
            flush()
            let type = [Attribute("type", "residue"), Attribute("subtype", residue.rawValue)]
            var leaf = leaf(block)
            leaf.isResidue = true
            append(Node("fw", attributes(block, type), leaf: leaf))
        }
    }

    private consuming func finish() -> BodyWriter {
        close(to: 1)
        flush()
        // TEI wants something in the body beside heads and bylines.
        if open[0].phase == .tops { append(Node("p", leaf: Leaf(endOfText))) }
        return writer
    }

    private var endOfText: Range<Int> { document.text.bytes.count..<document.text.bytes.count }

    private mutating func addTitle(_ block: Block) {
        flush()
        if open.count > 1 || open[0].phase != .tops {
            let isContinued = open.count == 2 && open[1].level == 0 && open[1].phase == .tops
            if !isContinued {
                close(to: 1)
                push("part", level: 0)
            }
        }
        let type = Attribute("type", block.kind == .title ? "main" : "sub")
        append(Node("head", attributes(block, [type]), leaf: leaf(block)))
    }

    private mutating func addRunIn(_ block: Block, level: Int) {
        openSection(level: level)
        let heading = block.parts.first { $0.role == .heading }?.range ?? block.range
        append(Node("head", attributes(block), leaf: leaf(block, range: heading)))
        let rest = heading.upperBound..<block.range.upperBound
        guard document.text.hasInk(in: rest) else { return }
        makeRoomForContent()
        append(Node("p", attributes(block), leaf: leaf(block, range: rest, sentences: true)))
    }

    private mutating func addTopOrBottom(_ node: Node) {
        flush()
        if open[open.count - 1].phase != .tops { open[open.count - 1].phase = .bottoms }
        append(node)
    }

    private mutating func addDocumentNumber(_ block: Block, _ index: Int) {
        var leaf = Leaf(block.range)
        leaf.holdsMarks = false
        let node = Node("idno", attributes(block, [Attribute("type", "docnum")]), leaf: leaf)
        if open[open.count - 1].phase == .tops {
            add(node, to: .opener, at: index, name: "opener")
        } else {
            makeRoomForContent()
            flush()
            append(Node("ab", [Attribute("type", "docnum")], children: [node]))
        }
    }

    /// Adds what closes a division; where nothing is to close yet it is a date or an issuer under the title.
    private mutating func addClosing(_ node: Node, _ index: Int, mayOpen: Bool) {
        if open[open.count - 1].phase == .tops {
            return mayOpen ? add(node, to: .opener, at: index, name: "opener") : addTopOrBottom(node)
        }
        if index < tail, group?.kind != .closer { close(to: 2) }
        if open[open.count - 1].phase != .bottoms {
            flush()
            open[open.count - 1].phase = .bottoms
        }
        add(node, to: .closer, at: index, name: "closer")
    }

    private mutating func addSpeech(_ block: Block, _ index: Int, _ kind: Group.Kind, _ type: String) {
        makeRoomForContent()
        let speaker = block.parts.first { $0.role == .speaker }?.range
        if let speaker {
            let rest = speaker.upperBound..<block.range.upperBound
            // The indentation before the speaker belongs to the label.
            let label = Node("speaker", leaf: leaf(block, range: block.range.lowerBound..<speaker.upperBound))
            let said = Node("p", attributes(block), leaf: leaf(block, range: rest, sentences: true))
            add(label, to: kind, at: index, name: "sp", [Attribute("n", type)], joining: false)
            add(said, to: kind, at: index, name: "sp")
        } else {
            let said = Node("p", attributes(block), leaf: leaf(block, sentences: true))
            add(said, to: kind, at: index, name: "sp", [Attribute("n", type)])
        }
    }

    private mutating func addFigurePart(_ block: Block, _ index: Int) {
        let isCaption = block.kind == .caption
        let hasHead = group.map { $0.kind == .figure && $0.hasHead } ?? false
        let hasDescription = group.map { $0.kind == .figure && $0.hasDescription } ?? false
        // One description and one caption make a figure; a description after the caption belongs to it unless a
        // caption of its own follows.
        let belongs =
            isCaption ? !hasHead : !hasDescription && !(hasHead && nextIsCaption(after: index))
        guard isCaption else {
            add(
                Node("figDesc", attributes(block), leaf: leaf(block)), to: .figure, at: index, name: "figure",
                joining: belongs)
            group?.hasDescription = true
            return
        }
        let credit = block.parts.first { $0.role == .credit }?.range
        let split = credit.flatMap { isLast($0, in: block.range) ? $0.lowerBound : nil } ?? block.range.upperBound
        if split > block.range.lowerBound {
            let range = block.range.lowerBound..<split
            add(
                Node("head", attributes(block), leaf: leaf(block, range: range)), to: .figure, at: index,
                name: "figure", joining: belongs)
            group?.hasHead = true
        }
        if split < block.range.upperBound {
            let range = split..<block.range.upperBound
            add(
                Node("byline", attributes(block), leaf: leaf(block, range: range)), to: .figure, at: index,
                name: "figure", joining: belongs || split > block.range.lowerBound)
        }
    }

    private func isFigure(_ kind: BlockKind) -> Bool { kind == .alternativeText || kind == .caption }

    private func nextIsCaption(after index: Int) -> Bool {
        index + 1 < document.blocks.count && document.blocks[index + 1].kind == .caption
    }

    /// Whether nothing but white space and closing brackets follows a part of a block.
    private func isLast(_ part: Range<Int>, in range: Range<Int>) -> Bool {
        document.text.scalars(in: part.upperBound..<range.upperBound).values.allSatisfy {
            isSpace($0) || [0x29, 0x5D, 0xFF09, 0xFF3D, 0x3011, 0x3002].contains($0)
        }
    }

    private func hasBlankLine(between first: Int, and second: Int) -> Bool {
        let text = document.text
        let last = max(document.blocks[first].range.upperBound - 1, 0)
        return text.lineIndex(at: document.blocks[second].range.lowerBound) - text.lineIndex(at: last) > 1
    }

    // MARK: Leaves

    private func leaf(_ block: Block, range: Range<Int>? = nil, sentences: Bool = false) -> Leaf {
        var leaf = Leaf(range ?? block.range)
        leaf.holdsSentences = sentences
        for part in block.parts
        where part.role == .enumerator && leaf.range.lowerBound <= part.range.lowerBound
            && part.range.upperBound <= leaf.range.upperBound && document.text.hasInk(in: part.range)
        {
            leaf.enumerators.append(part.range)
        }
        return leaf
    }

    /// The cells of a row; each takes in what stands between it and the next, since a row holds no text.
    private func cells(_ block: Block) -> [Node] {
        let starts = block.parts.filter { $0.role == .cell }.map(\.range.lowerBound)
        guard !starts.isEmpty else { return [Node("cell", leaf: leaf(block))] }
        let edges = [block.range.lowerBound] + starts.dropFirst() + [block.range.upperBound]
        return (0..<edges.count - 1).map { Node("cell", leaf: leaf(block, range: edges[$0]..<edges[$0 + 1])) }
    }

    /// The line that holds an offset, no earlier than the one where the block begins.
    private func lineIndex(at offset: Int) -> Int {
        let lines = document.text.lines
        var index = line
        while index + 1 < lines.count, lines[index + 1].content.lowerBound <= offset { index += 1 }
        return index
    }

    /// The type of a block where its element has one, its source line, and who says what it is where that is less than
    /// certain.
    private func attributes(_ block: Block, _ type: [Attribute] = []) -> [Attribute] {
        let first = line + 1
        let last = lineIndex(at: block.range.upperBound - 1) + 1
        var attributes = type
        attributes.reserveCapacity(type.count + 3)
        attributes.append(Attribute("source", first == last ? "line:\(first)" : "line:\(first)-\(last)"))
        Responsibility.add(block.provenance, to: &attributes)
        return attributes
    }
}

/// Where TEI lets a block stand in a division.
private enum Placement { case title, top, content, bottom, anywhere, heading }

extension BlockKind {
    fileprivate var placement: Placement {
        switch self {
        case .title, .subtitle: .title
        case .byline, .salute, .documentNumber: .top
        case .heading, .runInHeading: .heading
        case .signature, .date: .bottom
        case .note, .residue, .alternativeText, .caption: .anywhere
        case .paragraph, .item, .attachment, .row, .question, .answer, .verse: .content
        }
    }

    fileprivate var opensDivision: Bool { placement == .heading }
}
