import CLibXML2

/// What a document may declare about itself before it begins.
enum Doctype {
    /// Why the document's type declaration is refused; nil where it is harmless.
    static func refusal(_ reader: borrowing Reader) -> Diagnostic? {
        guard let node = unsafe reader.node else { return nil }
        let dtd = unsafe UnsafeMutableRawPointer(node).assumingMemoryBound(to: xmlDtd.self).pointee
        if unsafe dtd.SystemID != nil || dtd.ExternalID != nil {
            let place = unsafe (dtd.SystemID ?? dtd.ExternalID).map { unsafe String(cString: $0) } ?? ""
            return Diagnostic(
                .doctype,
                "the document type declaration points to “\(place)”: external DTDs are not loaded; take the DOCTYPE out",
                line: 1)
        }
        if unsafe dtd.entities != nil || dtd.pentities != nil {
            return Diagnostic(
                .doctype,
                "the document type declares entities of its own: entities are not replaced; write the characters instead",
                line: 1)
        }
        return nil
    }
}
