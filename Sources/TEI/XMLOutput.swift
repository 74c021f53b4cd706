/// XML as bytes, escaped as it is written. The only place that knows how a character stands in XML.
///
/// Text comes out as it went in: a character that XML cannot hold becomes the instruction `<?char U+000C?>`, a carriage
/// return `&#13;`, so that no parser changes it.
///
/// Names are literals, and an attribute is written as it is given: nothing is gathered in between.
struct XMLOutput {
    private(set) var bytes: [UInt8] = []

    init(reserving capacity: Int) {
        bytes.reserveCapacity(capacity)
    }

    /// Writes markup as it stands.
    mutating func raw(_ markup: StaticString) {
        markup.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    }

    /// Writes a number in decimal digits.
    mutating func raw(_ number: Int) {
        var digits = String(number)
        digits.withUTF8 { unsafe bytes.append(contentsOf: $0) }
    }

    /// Opens an element.
    mutating func open(_ name: StaticString, _ attributes: [Attribute] = []) {
        open(name) { out in
            for attribute in attributes { out.attribute(attribute.name, attribute.value) }
        }
    }

    /// Opens an element with the attributes that a closure writes.
    @inline(__always)
    mutating func open(_ name: StaticString, attributes: (inout XMLOutput) -> Void) {
        bytes.append(UInt8(ascii: "<"))
        raw(name)
        attributes(&self)
        bytes.append(UInt8(ascii: ">"))
    }

    /// An attribute of the element that is being opened.
    mutating func attribute(_ name: StaticString, _ value: String) {
        begin(name)
        write(value, .attribute)
        bytes.append(UInt8(ascii: "\""))
    }

    /// An attribute whose value is known beforehand and holds nothing to escape.
    mutating func attribute(_ name: StaticString, literal value: StaticString) {
        begin(name)
        raw(value)
        bytes.append(UInt8(ascii: "\""))
    }

    /// An attribute that points to what bears an identifier.
    mutating func attribute(_ name: StaticString, pointingTo identifier: String) {
        begin(name)
        bytes.append(UInt8(ascii: "#"))
        write(identifier, .attribute)
        bytes.append(UInt8(ascii: "\""))
    }

    @inline(__always)
    private mutating func begin(_ name: StaticString) {
        bytes.append(UInt8(ascii: " "))
        raw(name)
        bytes.append(UInt8(ascii: "="))
        bytes.append(UInt8(ascii: "\""))
    }

    mutating func close(_ name: StaticString) {
        bytes.append(UInt8(ascii: "<"))
        bytes.append(UInt8(ascii: "/"))
        raw(name)
        bytes.append(UInt8(ascii: ">"))
    }

    /// An element that holds text alone.
    mutating func element(_ name: StaticString, _ attributes: [Attribute] = [], text: String) {
        open(name, attributes)
        characters(text)
        close(name)
    }

    mutating func characters(_ text: String) {
        write(text, .text)
    }

    /// Writes a stretch of the text: valid UTF-8, no character cut.
    mutating func characters(_ text: [UInt8], _ range: Range<Int>) {
        unsafe text.withUnsafeBufferPointer { unsafe write(UnsafeBufferPointer(rebasing: $0[range]), .text) }
    }

    // MARK: Escaping

    private enum Place { case text, attribute }

    private mutating func write(_ string: String, _ place: Place) {
        var string = string
        string.withUTF8 { unsafe write($0, place) }
    }

    @inline(__always)
    private mutating func write(_ text: UnsafeBufferPointer<UInt8>, _ place: Place) {
        var start = 0
        var at = 0
        while at < text.count {
            let byte = unsafe text[at]
            // Most characters are ideographs, and most others stand for themselves too; U+FFFE begins with EF.
            if byte >= 0xE0, byte < 0xEF {
                at += 3
                continue
            }
            if byte >= 0x20, byte != 0x26, byte != 0x3C, byte != 0x3E, byte != 0xEF, byte != 0x22 {
                at += 1
                continue
            }
            let size = byte == 0xEF ? 3 : 1
            if byte == 0xEF ? unsafe text[at + 1] == 0xBF && text[at + 2] >= 0xBE : Self.isEscaped(byte, place) {
                unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<at]))
                unsafe escape(text[at + size - 1], place)
                start = at + size
            }
            at += size
        }
        unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }

    /// Whether a character of one byte may not stand as it is.
    private static func isEscaped(_ byte: UInt8, _ place: Place) -> Bool {
        switch byte {
        case 0x09, 0x0A, 0x22: place == .attribute
        default: true
        }
    }

    /// Writes what stands for a character, told by its last byte. An attribute holds no instruction: what XML cannot
    /// hold becomes U+FFFD there.
    private mutating func escape(_ last: UInt8, _ place: Place) {
        switch last {
        case 0x26: raw("&amp;")
        case 0x3C: raw("&lt;")
        case 0x3E: raw("&gt;")
        case 0x22: raw("&quot;")
        case 0x09: raw("&#9;")
        case 0x0A: raw("&#10;")
        case 0x0D: raw("&#13;")
        case _ where place == .attribute: raw("\u{FFFD}")
        case 0xBE: raw("<?char U+FFFE?>")
        case 0xBF: raw("<?char U+FFFF?>")
        default:
            raw("<?char U+00")
            bytes.append(last < 0x10 ? UInt8(ascii: "0") : UInt8(ascii: "1"))
            let digit = last & 0x0F
            bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10)
            raw("?>")
        }
    }
}

/// A name and a value, written in the order given.
struct Attribute {
    let name: StaticString
    let value: String

    init(_ name: StaticString, _ value: String) {
        self.name = name
        self.value = value
    }
}
