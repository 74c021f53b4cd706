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

    static func parentName(_ node: Pointer) -> String? {
        unsafe node.pointee.type == XML_ELEMENT_NODE ? unsafe name(node) : nil
    }

    /// The nearest element at or above a node that bears one of the names.
    static func nearest(_ names: [String], from node: Pointer) -> Pointer? {
        var at: Pointer? = unsafe node
        while let here = unsafe at, unsafe here.pointee.type == XML_ELEMENT_NODE {
            if let name = unsafe name(here), names.contains(name) { return unsafe here }
            unsafe at = here.pointee.parent
        }
        return nil
    }

    /// The attributes by name and value, prefixes as `xml:id`.
    static func attributes(_ node: Pointer) -> [(name: String, value: String)] {
        var found: [(name: String, value: String)] = []
        var attribute = unsafe node.pointee.properties
        while let one = unsafe attribute, found.count < 50 {
            let prefix = unsafe one.pointee.ns.flatMap { unsafe $0.pointee.prefix }.map {
                unsafe String(cString: $0) + ":"
            }
            let name = unsafe one.pointee.name.map { unsafe String(cString: $0) } ?? ""
            let value = unsafe Node.value(of: one).map { unsafe String(cString: $0) } ?? ""
            found.append(((prefix ?? "") + name, value))
            unsafe attribute = one.pointee.next
        }
        return found
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
                        return unsafe SourcePointer.lines(value)?.lowerBound
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
        guard let text = unsafe attribute.pointee.children, let content = unsafe text.pointee.content else {
            return nil
        }
        return unsafe UnsafePointer(content)
    }
}

/// `line:5` and `line:5-7`, lines counted from 1.
enum SourcePointer {
    /// The lines, or nil where the value is no such pointer.
    static func lines(_ value: UnsafePointer<UInt8>) -> ClosedRange<Int>? {
        var at = 0
        for letter in "line:".utf8 {
            guard unsafe value[at] == letter else { return nil }
            at += 1
        }
        guard let first = unsafe number(value, &at) else { return nil }
        if unsafe value[at] == 0 { return first...first }
        guard unsafe value[at] == UInt8(ascii: "-") else { return nil }
        at += 1
        guard let last = unsafe number(value, &at), last >= first else { return nil }
        guard unsafe value[at] == 0 else { return nil }
        return first...last
    }

    private static func number(_ value: UnsafePointer<UInt8>, _ at: inout Int) -> Int? {
        var number = 0
        let first = at
        while unsafe (0x30...0x39).contains(value[at]), at - first < 15 {
            unsafe number = number * 10 + Int(value[at] - 0x30)
            at += 1
        }
        guard at > first, unsafe value[first] != 0x30 else { return nil }
        return number
    }
}
