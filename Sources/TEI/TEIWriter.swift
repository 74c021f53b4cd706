import QuandianText

/// Writes a document as TEI P5: the only place that knows which element says what.
public struct TEIWriter: Sendable {
    /// Whether residue of the page is left out of the text; the header then says how much of it.
    public var dropsResidue: Bool

    public init(dropsResidue: Bool = false) {
        self.dropsResidue = dropsResidue
    }

    /// The document as XML in UTF-8. The text of `<text>`, tags dropped, is the text of the document, to the character.
    /// The same document and description give the same bytes. Time and memory linear in the size of the text.
    public func write(_ document: Document, from source: SourceDescription) -> [UInt8] {
        let entities = EntityIndex(document, reserved: source.filters.map(\.name))
        var out = XMLOutput(reserving: document.text.bytes.count * 2 + 4096)
        Header(document: document, source: source, entities: entities, dropsResidue: dropsResidue).write(to: &out)
        var body = BodyWriter(document, entities: entities, dropsResidue: dropsResidue, out: out)
            .text(Outline.nodes(of: document))
        body.raw("\n")
        body.close("TEI")
        body.raw("\n")
        return body.bytes
    }
}
