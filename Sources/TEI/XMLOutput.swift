/// XML as bytes, escaped as it is written. The only place that knows how a character stands in XML.
///
/// Text comes out as it went in: a character that XML cannot hold becomes the instruction `<?char U+000C?>`, a carriage
/// return `&#13;`, so that no parser changes it.
struct XMLOutput {
    private(set) var bytes: [UInt8] = []

    init(reserving capacity: Int) {
        bytes.reserveCapacity(capacity)
    }

    /// Writes markup as it stands.
    mutating func raw(_ markup: String) {
        var markup = markup
        markup.withUTF8 { unsafe bytes.append(contentsOf: $0) }
    }

    /// Opens an element.
    mutating func open(_ name: String, _ attributes: [Attribute] = []) {
        bytes.append(UInt8(ascii: "<"))
        raw(name)
        write(attributes)
        bytes.append(UInt8(ascii: ">"))
    }

    mutating func empty(_ name: String, _ attributes: [Attribute] = []) {
        bytes.append(UInt8(ascii: "<"))
        raw(name)
        write(attributes)
        raw("/>")
    }

    mutating func close(_ name: String) {
        raw("</")
        raw(name)
        bytes.append(UInt8(ascii: ">"))
    }

    /// An element that holds text alone.
    mutating func element(_ name: String, _ attributes: [Attribute] = [], text: String) {
        open(name, attributes)
        characters(Array(text.utf8)[...])
        close(name)
    }

    private mutating func write(_ attributes: [Attribute]) {
        for attribute in attributes {
            bytes.append(UInt8(ascii: " "))
            raw(attribute.name)
            raw("=\"")
            value(attribute.value)
            bytes.append(UInt8(ascii: "\""))
        }
    }

    /// Writes characters of the text: valid UTF-8.
    mutating func characters(_ text: ArraySlice<UInt8>) {
        var start = text.startIndex
        var at = start
        let end = text.endIndex
        while at < end {
            let byte = text[at]
            // Most bytes are neither markup, nor control characters, nor the lead byte of U+FFFE.
            if byte >= 0x20, byte != 0x26, byte != 0x3C, byte != 0x3E, byte != 0xEF {
                at += 1
                continue
            }
            let size = byte == 0xEF ? 3 : 1
            if let replacement = Self.replacement(text, at) {
                bytes.append(contentsOf: text[start..<at])
                raw(replacement)
                start = at + size
            }
            at += size
        }
        bytes.append(contentsOf: text[start..<end])
    }

    /// What must be written instead of the character at an offset, or nil where it stands for itself.
    private static func replacement(_ text: ArraySlice<UInt8>, _ at: Int) -> String? {
        switch text[at] {
        case 0x26: return "&amp;"
        case 0x3C: return "&lt;"
        case 0x3E: return "&gt;"
        case 0x09, 0x0A: return nil
        case 0x0D: return "&#13;"
        case 0xEF:
            guard text[at + 1] == 0xBF, text[at + 2] >= 0xBE else { return nil }
            return text[at + 2] == 0xBE ? "<?char U+FFFE?>" : "<?char U+FFFF?>"
        default:
            let digits = String(text[at], radix: 16, uppercase: true)
            return "<?char U+" + String(repeating: "0", count: 4 - digits.count) + digits + "?>"
        }
    }

    /// Writes an attribute's value. An attribute holds no instruction: what XML cannot hold becomes U+FFFD.
    private mutating func value(_ string: String) {
        // Nearly every value stands as it is.
        if string.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x26 && $0 != 0x3C && $0 != 0x3E && $0 != 0xEF })
        {
            return raw(string)
        }
        for scalar in string.unicodeScalars {
            switch scalar {
            case "&": raw("&amp;")
            case "<": raw("&lt;")
            case ">": raw("&gt;")
            case "\"": raw("&quot;")
            case "\t": raw("&#9;")
            case "\n": raw("&#10;")
            case "\r": raw("&#13;")
            case "\u{0}"..<"\u{20}", "\u{FFFE}", "\u{FFFF}": raw("\u{FFFD}")
            default: raw(String(scalar))
            }
        }
    }
}

/// A name and a value, written in the order given.
struct Attribute: Hashable {
    let name: String
    let value: String

    init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}
