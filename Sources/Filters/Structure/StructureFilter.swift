import QuandianText

/// Says of every line what it is and of every section how deep it lies.
///
/// Facts about each line are read in one pass; then rules judge the lines, from those that recognise the page around
/// the document to those that find its outline. Time linear in the length of the text.
public struct StructureFilter: Filter {
    public let name = "structure"
    public let summary =
        "recognises titles, headings and their depth, paragraphs, lists, tables, figures, closings and page residue"
    public let requires: Set<Layer> = []
    public let provides: Set<Layer> = [.blocks]

    public init() {}

    public func annotate(_ document: Document) -> Annotations {
        let bytes = document.text.bytes
        var sketch = Sketch(bytes, Wrapping.paragraphs(of: document.text))
        guard sketch.count > 0 else { return Annotations() }
        sketch.judgePageFurniture()
        sketch.judgeResidue()
        sketch.judgeTables()
        sketch.judgeMinutes()
        sketch.judgeOpening()
        sketch.judgeVerse()
        sketch.judgeClosings()
        sketch.judgeFigures()
        sketch.judgeDialogue()
        sketch.judgeNameLists()
        sketch.judgeContents()
        sketch.findBareArticles()
        sketch.judgeOutline()
        sketch.findPublicationDate()
        var annotations = Annotations()
        annotations.blocks = sketch.blocks(filter: name)
        annotations.metadata = sketch.metadata
        return annotations
    }
}

extension Sketch {
    /// The verdicts as blocks; a line that no rule claimed is a paragraph.
    func blocks(filter: String) -> [Block] {
        var blocks: [Block] = []
        blocks.reserveCapacity(count)
        for (index, line) in lines.enumerated() {
            let verdict = verdicts[index] ?? Verdict(.paragraph, "paragraph.text", line.isProse ? 0.95 : 0.6)
            var parts = verdict.parts
            if parts.isEmpty, let enumerator = line.enumerator {
                switch verdict.kind {
                case .heading, .item, .attachment:
                    if enumerator.end <= line.ink.upperBound {
                        parts = [BlockPart(line.ink.lowerBound..<enumerator.end, .enumerator)]
                    }
                default: break
                }
            }
            blocks.append(
                Block(
                    line.content.lowerBound..<line.content.upperBound, verdict.kind, parts: parts,
                    provenance: Provenance(filter: filter, rule: verdict.rule, certainty: verdict.certainty),
                    runnerUp: verdict.runnerUp))
        }
        return blocks
    }

    /// The first full date of a byline, of a wire's dateline or of the closing.
    mutating func findPublicationDate() {
        var prose = 0
        for index in 0..<count {
            switch verdicts[index]?.kind {
            case .byline?, .date?:
                if let date = LineDate.first(in: lines[index].ink, bytes)?.date {
                    metadata.publicationDate = date
                    return
                }
            case nil, .paragraph?:
                prose += 1
                if prose <= 3, let date = wireDate(index) {
                    metadata.publicationDate = date
                    return
                }
            default: break
            }
        }
    }

    /// 新华社北京2020年2月15日电: the full date before 电 or 讯 among the first words of a paragraph.
    private func wireDate(_ index: Int) -> CivilDate? {
        let ink = lines[index].ink
        guard let date = LineDate.first(in: ink.lowerBound..<min(ink.upperBound, ink.lowerBound + 150), bytes) else {
            return nil
        }
        let after = bytes.skippingSpaces(from: date.range.upperBound, before: ink.upperBound)
        for word: StaticString in ["电", "電", "讯", "訊"] where bytes.spells(word, at: after, before: ink.upperBound) {
            return date.date
        }
        return nil
    }
}
