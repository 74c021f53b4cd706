import CLibXML2

/// Reading single facts from libxml2's nodes. Nothing here keeps a pointer.
enum Node {
    typealias Pointer = UnsafeMutablePointer<xmlNode>

    /// The node itself where it is an element, else the element that holds it.
    static func element(of node: Pointer) -> Pointer? {
        var at: Pointer? = unsafe node
        while let here = unsafe at {
            if unsafe here.pointee.type == XML_ELEMENT_NODE { return unsafe here }
            unsafe at = here.pointee.parent
        }
        return nil
    }

    static func name(_ node: Pointer?) -> String? {
        unsafe node?.pointee.name.map { unsafe String(cString: $0) }
    }

    static func line(of node: Pointer) -> Int {
        max(0, unsafe xmlGetLineNo(node))
    }

    /// The first line that the nearest `source="line:…"` at or above a node names.
    static func sourceLine(of node: Pointer) -> Int? {
        var at: Pointer? = unsafe node
        while let here = unsafe at {
            if unsafe here.pointee.type == XML_ELEMENT_NODE {
                var attribute = unsafe here.pointee.properties
                while let one = unsafe attribute {
                    if unsafe xmlStrEqual(one.pointee.name, "source") == 1, let value = unsafe value(of: one) {
                        return unsafe SourcePointer.line(value)
                    }
                    unsafe attribute = one.pointee.next
                }
            }
            unsafe at = here.pointee.parent
        }
        return nil
    }

    /// An attribute's value where it is one piece, as every value is where no entity is referred to.
    static func value(of attribute: UnsafeMutablePointer<xmlAttr>) -> UnsafePointer<UInt8>? {
        guard let text = unsafe attribute.pointee.children, let content = unsafe text.pointee.content else { return nil }
        return unsafe UnsafePointer(content)
    }
}

/// `line:5` and `line:5-7`.
enum SourcePointer {
    /// The first line, or nil where the value is no such pointer.
    static func line(_ value: UnsafePointer<UInt8>) -> Int? {
        var at = 0
        for letter in "line:".utf8 {
            guard unsafe value[at] == letter else { return nil }
            at += 1
        }
        var number = 0
        let first = at
        while unsafe (0x30...0x39).contains(value[at]), at - first < 15 {
            unsafe number = number * 10 + Int(value[at] - 0x30)
            at += 1
        }
        return at > first ? number : nil
    }
}
