extension Document {
    /// Takes in what a filter found and settles overlaps. This is the only place where they are settled.
    ///
    /// The rule: a mark must lie in one block and on scalar boundaries, or it is dropped. Two marks may nest where
    /// ``MarkKind/mayHold(_:)`` allows it. Of two marks that overlap otherwise, the one with the higher certainty
    /// stays; of equals the longer, then the earlier, then the one that came first. A sentence or quotation never
    /// displaces another mark.
    public mutating func add(_ annotations: Annotations) {
        if !annotations.blocks.isEmpty {
            precondition(blocks.isEmpty, "two filters provide blocks")
            blocks = annotations.blocks
        }
        if !annotations.marks.isEmpty {
            marks = Settlement.settle(marks + annotations.marks, in: blocks)
        }
        entities += annotations.entities
        metadata.merge(annotations.metadata)
        findings += annotations.findings
    }
}

extension MarkKind {
    /// Whether a mark of this kind may hold one of another kind inside it.
    func mayHold(_ inner: MarkKind) -> Bool {
        switch self {
        case .sentence: if case .sentence = inner { false } else { true }
        case .title, .quotation: if case .sentence = inner { false } else { true }
        default: false
        }
    }

    /// Frames yield to names and dates whatever their certainty.
    var isFrame: Bool {
        switch self {
        case .sentence, .title, .quotation: true
        default: false
        }
    }
}

enum Settlement {
    static func settle(_ marks: [Mark], in blocks: [Block]) -> [Mark] {
        let inside = marks.enumerated().filter { lies($0.element.range, inOneOf: blocks) }
        // Names and dates first: in each run of overlapping marks the strongest claims its stretch.
        let content = inside.filter { !$0.element.kind.isFrame }
            .sorted { ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset) }
        var kept: [Mark] = []
        var run: [(offset: Int, element: Mark)] = []
        var reach = 0
        for candidate in content {
            if candidate.element.range.lowerBound >= reach {
                kept += strongest(of: run)
                run.removeAll(keepingCapacity: true)
            }
            run.append(candidate)
            reach = max(reach, candidate.element.range.upperBound)
        }
        kept += strongest(of: run)
        // Frames must nest with everything kept.
        let frames = inside.filter { $0.element.kind.isFrame }.map(\.element)
        return merge(frames, with: kept)
    }

    /// The marks of a run that stay, in order.
    private static func strongest(of run: [(offset: Int, element: Mark)]) -> [Mark] {
        guard run.count > 1 else { return run.map(\.element) }
        var kept: [Mark] = []
        for (_, mark) in run.sorted(by: stronger) where !kept.contains(where: { $0.range.overlaps(mark.range) }) {
            kept.append(mark)
        }
        return kept.sorted(by: order)
    }

    private static func stronger(_ a: (offset: Int, element: Mark), _ b: (offset: Int, element: Mark)) -> Bool {
        let (x, y) = (a.element, b.element)
        if x.provenance.certainty != y.provenance.certainty { return x.provenance.certainty > y.provenance.certainty }
        if x.range.count != y.range.count { return x.range.count > y.range.count }
        if x.range.lowerBound != y.range.lowerBound { return x.range.lowerBound < y.range.lowerBound }
        return a.offset < b.offset
    }

    /// The order of marks in a document: by start, the outer one first.
    static func order(_ a: Mark, _ b: Mark) -> Bool {
        if a.range.lowerBound != b.range.lowerBound { return a.range.lowerBound < b.range.lowerBound }
        if a.range.upperBound != b.range.upperBound { return a.range.upperBound > b.range.upperBound }
        return a.kind.depth < b.kind.depth
    }

    /// Lays frames around the kept marks, dropping each frame that would cross a mark or another frame.
    private static func merge(_ frames: [Mark], with content: [Mark]) -> [Mark] {
        var result: [Mark] = []
        result.reserveCapacity(frames.count + content.count)
        // A frame crosses a content mark where one of its ends lies strictly inside the mark, or where it is inside.
        var next = 0
        let sorted = frames.sorted(by: order)
        var sound: [Mark] = []
        for frame in sorted {
            while next < content.count, content[next].range.upperBound <= frame.range.lowerBound { next += 1 }
            if next < content.count, content[next].range.lowerBound < frame.range.lowerBound { continue }
            if next < content.count, content[next].range.lowerBound == frame.range.lowerBound,
                content[next].range.upperBound > frame.range.upperBound
            {
                continue
            }
            if straddles(frame.range.upperBound, content) { continue }
            sound.append(frame)
        }
        // Among frames: walk outer to inner with a stack; a frame that crosses an open one, or that may not stand in
        // it, or repeats it, is dropped.
        var open: [Mark] = []
        for frame in sound {
            while let last = open.last, last.range.upperBound <= frame.range.lowerBound { open.removeLast() }
            if let last = open.last {
                if frame.range.upperBound > last.range.upperBound { continue }
                if !last.kind.mayHold(frame.kind) { continue }
                if frame.range == last.range, frame.kind == last.kind { continue }
            }
            open.append(frame)
            result.append(frame)
        }
        result += content
        return result.sorted(by: order)
    }

    /// Whether an offset lies strictly inside one of the marks (in order, not overlapping).
    private static func straddles(_ offset: Int, _ marks: [Mark]) -> Bool {
        var low = 0
        var high = marks.count
        while low < high {
            let middle = (low + high) / 2
            if marks[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
        }
        return low < marks.count && marks[low].range.lowerBound < offset
    }

    private static func lies(_ range: Range<Int>, inOneOf blocks: [Block]) -> Bool {
        guard !range.isEmpty else { return false }
        var low = 0
        var high = blocks.count
        while low < high {
            let middle = (low + high) / 2
            if blocks[middle].range.upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
        }
        guard low < blocks.count else { return false }
        let block = blocks[low]
        guard block.range.lowerBound <= range.lowerBound, range.upperBound <= block.range.upperBound else {
            return false
        }
        // A mark lies inside a part or beside it, never across its edge.
        return block.parts.allSatisfy { part in
            !part.range.overlaps(range)
                || (part.range.lowerBound <= range.lowerBound && range.upperBound <= part.range.upperBound)
        }
    }
}

extension MarkKind {
    /// Of two marks on the same stretch, the one with the lower depth is the outer.
    fileprivate var depth: Int {
        switch self {
        case .sentence: 0
        case .title: 1
        case .quotation: 2
        default: 3
        }
    }
}
