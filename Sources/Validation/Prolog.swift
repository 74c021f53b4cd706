/// What stands before the first element, looked at before libxml2 sees it.
///
/// libxml2 expands the parameter entities of a DTD while it parses it, and some versions do so without end. So a
/// document that declares anything of its own never reaches it. For that to be sure, the prolog must be readable here:
/// encodings in which `<` is not the byte or the 16-bit unit of that number are refused.
@safe struct Prolog {
    private let bytes: UnsafeBufferPointer<UInt8>
    /// Bytes to a unit, and the place of the byte in it that holds the ASCII part.
    private let width: Int
    private let low: Int
    private let units: Int
    private var at: Int

    /// Why the document is not to be read; nil where nothing speaks against it.
    static func refusal(_ bytes: UnsafeBufferPointer<UInt8>) -> Diagnostic? {
        var prolog = unsafe Prolog(bytes)
        return prolog.refusal()
    }

    private init(_ bytes: UnsafeBufferPointer<UInt8>) {
        unsafe self.bytes = unsafe bytes
        let start = unsafe Array(bytes.prefix(4))
        switch (start.first, start.dropFirst().first) {
        case (0xFF, 0xFE): (width, low, at) = (2, 0, 1)
        case (0xFE, 0xFF): (width, low, at) = (2, 1, 1)
        case (UInt8(ascii: "<"), 0): (width, low, at) = (2, 0, 0)
        case (0, UInt8(ascii: "<")): (width, low, at) = (2, 1, 0)
        default: (width, low, at) = (1, 0, start.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
        }
        units = bytes.count / width
    }

    /// The unit at a place; 0 where it is no ASCII, or past the end.
    private func unit(_ place: Int) -> UInt8 {
        guard place < units else { return 0 }
        if width == 2, unsafe bytes[2 * place + 1 - low] != 0 { return 0 }
        let byte = unsafe bytes[width * place + low]
        return byte < 0x80 ? byte : 0
    }

    private func stands(_ word: StaticString, at place: Int) -> Bool {
        word.withUTF8Buffer { word in
            for unsafe(offset, letter) in unsafe word.enumerated() where unit(place + offset) != letter { return false }
            return true
        }
    }

    private mutating func skip(past word: StaticString) {
        while at < units, !stands(word, at: at) { at += 1 }
        at += word.utf8CodeUnitCount
    }

    private mutating func skipSpace() {
        while [0x20, 0x09, 0x0A, 0x0D].contains(unit(at)) { at += 1 }
    }

    private mutating func refusal() -> Diagnostic? {
        if stands("<?xml", at: at), let refusal = encodingRefusal() { return refusal }
        while at < units {
            skipSpace()
            if stands("<?", at: at) {
                skip(past: "?>")
            } else if stands("<!--", at: at) {
                at += 4
                skip(past: "-->")
            } else {
                return stands("<!DOCTYPE", at: at) ? doctypeRefusal() : nil
            }
        }
        return nil
    }

    private mutating func encodingRefusal() -> Diagnostic? {
        var end = at
        while end < units, unit(end) != UInt8(ascii: ">") { end += 1 }
        let declaration = String(decoding: (at..<end).map(unit), as: UTF8.self)
        guard let name = Self.encoding(in: declaration) else { return nil }
        let upper = name.uppercased()
        let wide = ["UTF-16", "UTF-16LE", "UTF-16BE", "ISO-10646-UCS-2", "UCS-2"].contains(upper)
        let narrow =
            ["UTF-8", "UTF8", "US-ASCII", "ASCII", "GBK", "GB2312", "GB18030", "BIG5", "BIG5-HKSCS", "SHIFT_JIS"]
            .contains(upper) || upper.hasPrefix("ISO-8859-") || upper.hasPrefix("WINDOWS-125")
            || upper.hasPrefix("EUC-")
        if width == 1 ? narrow : wide { return nil }
        let why =
            wide
            ? "but its bytes are not in it"
            : width == 2 && narrow
                ? "but its bytes are in UTF-16" : "which is not read: give it in UTF-8"
        return Diagnostic(.encoding, "the document declares the encoding “\(name)”, \(why)", line: 1)
    }

    /// The value of `encoding="…"`.
    private static func encoding(in declaration: String) -> String? {
        let letters = Array(declaration.utf8)
        let word = Array("encoding".utf8)
        guard
            let start = letters.indices.first(where: { letters[$0...].starts(with: word) }).map({ $0 + word.count }),
            let open = letters[start...].firstIndex(where: { $0 == 0x22 || $0 == 0x27 }),
            let close = letters[(open + 1)...].firstIndex(of: letters[open])
        else { return nil }
        return String(decoding: letters[(open + 1)..<close], as: UTF8.self)
    }

    private mutating func doctypeRefusal() -> Diagnostic? {
        var quote: UInt8?
        var place = at
        while place < units {
            let letter = unit(place)
            if let open = quote {
                if letter == open { quote = nil }
            } else if letter == UInt8(ascii: ">") {
                return nil
            } else if letter == UInt8(ascii: "[") {
                return Diagnostic(
                    .doctype,
                    "the document declares entities or other things of its own in its DOCTYPE: such declarations are not read; take the DOCTYPE out and write the characters themselves",
                    line: 1)
            } else if letter == 0x22 || letter == 0x27 {
                quote = letter
            } else if stands("SYSTEM", at: place) || stands("PUBLIC", at: place) {
                return Diagnostic(
                    .doctype, "the DOCTYPE points to a DTD outside the document: none is loaded; take the DOCTYPE out",
                    line: 1)
            }
            place += 1
        }
        return nil
    }
}
