/// A value of JSON (RFC 8259), read strictly: nothing is repaired, and nothing that is lost in reading is accepted.
public enum JSON: Sendable {
    case null
    case bool(Bool)
    /// As it is written.
    case number(String)
    case string(String)
    case array([JSON])
    /// The members in their order; no name stands twice.
    case object([(name: String, value: JSON)])

    /// Reads one value, and nothing behind it but white space. One pass; memory a few times the text.
    ///
    /// - Throws: ``JSONError`` for anything that is not JSON, not UTF-8, or nested deeper than 64.
    public init(_ bytes: [UInt8]) throws(JSONError) {
        var reader = JSONReader(bytes)
        self = try reader.document()
    }

    /// The member of an object; nil where there is none or this is no object.
    public subscript(name: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    public var string: String? {
        guard case .string(let string) = self else { return nil }
        return string
    }

    public var number: Double? {
        guard case .number(let text) = self else { return nil }
        return Double(text)
    }

    public var array: [JSON]? {
        guard case .array(let elements) = self else { return nil }
        return elements
    }
}

/// Why a text is no JSON.
public struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The offset in bytes.
    public let offset: Int
    public let message: String

    public var description: String { "no JSON: \(message) at byte \(offset)" }
}

private struct JSONReader {
    private static let deepest = 64
    private let bytes: [UInt8]
    private var at = 0
    private var depth = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func document() throws(JSONError) -> JSON {
        do { _ = try UTF8Span(validating: bytes.span) } catch { throw JSONError(offset: 0, message: "not UTF-8") }
        let value = try value()
        skipSpace()
        guard at == bytes.count else { throw fault("something stands behind the value") }
        return value
    }

    private func fault(_ message: String) -> JSONError { JSONError(offset: at, message: message) }

    private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { at += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        at += 1
        return true
    }

    private mutating func value() throws(JSONError) -> JSON {
        skipSpace()
        switch next {
        case UInt8(ascii: "{")?: return try nested { reader throws(JSONError) in try reader.object() }
        case UInt8(ascii: "[")?: return try nested { reader throws(JSONError) in try reader.array() }
        case UInt8(ascii: "\"")?: return .string(try string())
        case UInt8(ascii: "t")?: return try word("true", .bool(true))
        case UInt8(ascii: "f")?: return try word("false", .bool(false))
        case UInt8(ascii: "n")?: return try word("null", .null)
        case nil: throw fault("a value is missing")
        default: return .number(try number())
        }
    }

    private mutating func nested(
        _ read: (inout JSONReader) throws(JSONError) -> JSON
    ) throws(JSONError) -> JSON {
        guard depth < Self.deepest else { throw fault("nested too deep") }
        depth += 1
        at += 1
        let value = try read(&self)
        depth -= 1
        return value
    }

    private mutating func object() throws(JSONError) -> JSON {
        var members: [(name: String, value: JSON)] = []
        var names: Set<String> = []
        skipSpace()
        if take(UInt8(ascii: "}")) { return .object([]) }
        repeat {
            skipSpace()
            guard next == UInt8(ascii: "\"") else { throw fault("a name in quotation marks is missing") }
            let name = try string()
            guard names.insert(name).inserted else { throw fault("a second member “\(name)” ends") }
            skipSpace()
            guard take(UInt8(ascii: ":")) else { throw fault("a colon is missing") }
            members.append((name, try value()))
            skipSpace()
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "}")) else { throw fault("a comma or } is missing") }
        return .object(members)
    }

    private mutating func array() throws(JSONError) -> JSON {
        var elements: [JSON] = []
        skipSpace()
        if take(UInt8(ascii: "]")) { return .array([]) }
        repeat {
            elements.append(try value())
            skipSpace()
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "]")) else { throw fault("a comma or ] is missing") }
        return .array(elements)
    }

    private mutating func word(_ word: String, _ value: JSON) throws(JSONError) -> JSON {
        guard bytes[at...].starts(with: word.utf8) else { throw fault("no value begins like this") }
        at += word.utf8.count
        return value
    }

    private mutating func number() throws(JSONError) -> String {
        let start = at
        _ = take(UInt8(ascii: "-"))
        guard let first = next, (0x30...0x39).contains(first) else { throw fault("no value begins like this") }
        if !take(UInt8(ascii: "0")) { try digits() }
        if take(UInt8(ascii: ".")) { try digits() }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            try digits()
        }
        return String(decoding: bytes[start..<at], as: UTF8.self)
    }

    private mutating func digits() throws(JSONError) {
        let start = at
        while let byte = next, (0x30...0x39).contains(byte) { at += 1 }
        if at == start { throw fault("a digit is missing") }
    }

    private mutating func string() throws(JSONError) -> String {
        at += 1
        let start = at
        while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { at += 1 }
        if take(UInt8(ascii: "\"")) { return String(decoding: bytes[start..<(at - 1)], as: UTF8.self) }
        var result = Array(bytes[start..<at])
        while let byte = next {
            at += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: result, as: UTF8.self)
            case UInt8(ascii: "\\"): try escape(into: &result)
            case ..<0x20:
                at -= 1
                throw fault("a control character stands in a string")
            default: result.append(byte)
            }
        }
        throw fault("a string does not end")
    }

    private mutating func escape(into result: inout [UInt8]) throws(JSONError) {
        let byte = next
        at += 1
        switch byte {
        case UInt8(ascii: "\"")?, UInt8(ascii: "\\")?, UInt8(ascii: "/")?: result.append(byte ?? 0)
        case UInt8(ascii: "b")?: result.append(0x08)
        case UInt8(ascii: "f")?: result.append(0x0C)
        case UInt8(ascii: "n")?: result.append(0x0A)
        case UInt8(ascii: "r")?: result.append(0x0D)
        case UInt8(ascii: "t")?: result.append(0x09)
        case UInt8(ascii: "u")?:
            var value = try fourDigits()
            if (0xD800..<0xDC00).contains(value), take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) {
                let low = try fourDigits()
                guard (0xDC00..<0xE000).contains(low) else { throw fault("half a surrogate pair ends") }
                value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
            }
            guard let scalar = Unicode.Scalar(value) else { throw fault("half a surrogate pair ends") }
            result.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
        default:
            at -= 1
            throw fault("no such escape")
        }
    }

    private mutating func fourDigits() throws(JSONError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw fault("four hexadecimal digits are missing")
            }
            value = value << 4 | UInt32(digit)
            at += 1
        }
        return value
    }
}
