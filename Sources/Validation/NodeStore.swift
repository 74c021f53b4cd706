import CLibXML2

/// Nodes that are done with, for the parser to use again.
///
/// libxml2 keeps the nodes that its errors speak of, and looks at them when it tells the errors, which may be after they
/// are gone: an element that lacks something is told with the last child that was pushed. So their memory is never given
/// back while a document is read. It goes to the lists from which the parser takes its next nodes, emptied, and stays the
/// memory of a node: what is looked at is the wrong node at worst, and ``Log`` asks the parser for the right one.
@safe struct NodeStore {
    private let parser: UnsafeMutablePointer<xmlParserCtxt>

    init(_ parser: UnsafeMutablePointer<xmlParserCtxt>) { unsafe self.parser = unsafe parser }

    /// Takes an element out of its document, with all that stands in it.
    func take(_ element: Node.Pointer) {
        unsafe xmlUnlinkNode(element)
        unsafe empty(element)
    }

    private func empty(_ node: Node.Pointer) {
        // Elements nest as deep as the parser lets them, which is what bounds this.
        var child = unsafe node.pointee.type == XML_ELEMENT_NODE ? node.pointee.children : nil
        while let here = unsafe child {
            unsafe child = here.pointee.next
            unsafe empty(here)
        }
        switch unsafe node.pointee.type {
        case XML_ELEMENT_NODE:
            var attribute = unsafe node.pointee.properties
            while let here = unsafe attribute {
                unsafe attribute = here.pointee.next
                unsafe empty(here)
            }
            if let namespaces = unsafe node.pointee.nsDef { unsafe xmlFreeNsList(namespaces) }
        case XML_TEXT_NODE:
            unsafe freeContent(of: node)
        default:
            // Comments and the like are few, and no error speaks of them.
            return unsafe xmlFreeNode(node)
        }
        unsafe node.initialize(to: xmlNode())
        unsafe node.pointee.next = unsafe parser.pointee.freeElems
        unsafe parser.pointee.freeElems = unsafe node
        unsafe parser.pointee.freeElemsNr += 1
    }

    private func empty(_ attribute: UnsafeMutablePointer<xmlAttr>) {
        if unsafe attribute.pointee.atype == XML_ATTRIBUTE_ID {
            _ = unsafe xmlRemoveID(parser.pointee.myDoc, attribute)
        }
        var child = unsafe attribute.pointee.children
        while let here = unsafe child {
            unsafe child = here.pointee.next
            unsafe empty(here)
        }
        unsafe attribute.initialize(to: xmlAttr())
        unsafe attribute.pointee.next = unsafe parser.pointee.freeAttrs
        unsafe parser.pointee.freeAttrs = unsafe attribute
        unsafe parser.pointee.freeAttrsNr += 1
    }

    /// A text has memory of its own unless it lies in the node itself or in the parser's dictionary.
    private func freeContent(of node: Node.Pointer) {
        guard let content = unsafe node.pointee.content else { return }
        let start = UnsafeRawPointer(node)
        let address = UnsafeRawPointer(content)
        if unsafe address >= start, unsafe address < start + MemoryLayout<xmlNode>.size { return }
        if unsafe xmlDictOwns(parser.pointee.dict, content) == 1 { return }
        unsafe quandian_xml_free(content)
    }
}
