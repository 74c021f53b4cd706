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
        // A result is two to four times its text. Room that is not filled costs no memory, growing costs it twice.
        var out = XMLOutput(reserving: document.text.bytes.count * 4 + 8192)
        Header(document: document, source: source, entities: entities, dropsResidue: dropsResidue).write(to: &out)
        let body = BodyWriter(document, entities: entities, dropsResidue: dropsResidue, out: consume out)
        out = Outline.write(document, to: body).finish()
        out.raw("\n")
        out.close("TEI")
        out.raw("\n")
        return out.bytes
    }
}
