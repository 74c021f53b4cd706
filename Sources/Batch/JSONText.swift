/// JSON as it is written: one line, members in the order given, everything beyond ASCII as it is.
public struct JSONText {
    public private(set) var bytes: [UInt8] = []
    private var needsComma = false

    public init() {}

    public mutating func object(_ body: (inout JSONText) -> Void) { nest("{", "}", body) }
    public mutating func array(_ body: (inout JSONText) -> Void) { nest("[", "]", body) }

    public mutating func object(_ name: StaticString, _ body: (inout JSONText) -> Void) {
        self.name(name)
        object(body)
    }

    public mutating func array(_ name: StaticString, _ body: (inout JSONText) -> Void) {
        self.name(name)
        array(body)
    }

    public mutating func member(_ name: StaticString, _ value: String) {
        self.name(name)
        element(value)
    }

    public mutating func member(_ name: StaticString, _ value: Int) {
        self.name(name)
        element(raw: String(value))
    }

    public mutating func member(_ name: StaticString, _ value: Bool) {
        self.name(name)
        element(raw: value ? "true" : "false")
    }

    /// A number, rounded to so many decimals.
    public mutating func member(_ name: StaticString, _ value: Double, places: Int) {
        self.name(name)
        element(raw: Decimal.text(value, places: places))
    }

    /// A string of valid UTF-8.
    public mutating func member(_ name: StaticString, utf8 value: [UInt8]) {
        self.name(name)
        separate()
        quote(value)
        needsComma = true
    }

    /// A value that has been read.
    public mutating func member(_ name: StaticString, _ value: JSON) {
        self.name(name)
        element(value)
    }

    public mutating func element(_ value: String) {
        separate()
        quote(value.utf8)
        needsComma = true
    }

    /// A member whose name is not known beforehand.
    public mutating func member(named name: String, _ value: Int) {
        separate()
        quote(name.utf8)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
        element(raw: String(value))
    }

    private mutating func element(_ value: JSON) {
        switch value {
        case .null: element(raw: "null")
        case .bool(let value): element(raw: value ? "true" : "false")
        case .number(let text): element(raw: text)
        case .string(let text): element(text)
        case .array(let values): array { for value in values { $0.element(value) } }
        case .object(let members):
            object {
                for member in members {
                    $0.separate()
                    $0.quote(member.name.utf8)
                    $0.bytes.append(UInt8(ascii: ":"))
                    $0.needsComma = false
                    $0.element(member.value)
                }
            }
        }
    }

    private mutating func element(raw text: String) {
        separate()
        bytes.append(contentsOf: text.utf8)
        needsComma = true
    }

    private mutating func nest(_ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONText) -> Void) {
        separate()
        bytes.append(UInt8(ascii: open))
        needsComma = false
        body(&self)
        bytes.append(UInt8(ascii: close))
        needsComma = true
    }

    private mutating func name(_ name: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
        bytes.append(contentsOf: [UInt8(ascii: "\""), UInt8(ascii: ":")])
        needsComma = false
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = false
    }

    private mutating func quote(_ text: some Sequence<UInt8>) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text {
            switch byte {
            case UInt8(ascii: "\""): bytes.append(contentsOf: [0x5C, 0x22])
            case UInt8(ascii: "\\"): bytes.append(contentsOf: [0x5C, 0x5C])
            case UInt8(ascii: "\n"): bytes.append(contentsOf: [0x5C, 0x6E])
            case UInt8(ascii: "\r"): bytes.append(contentsOf: [0x5C, 0x72])
            case UInt8(ascii: "\t"): bytes.append(contentsOf: [0x5C, 0x74])
            case ..<0x20:
                let digits = String(byte, radix: 16)
                bytes.append(contentsOf: ("\\u00" + (digits.utf8.count == 1 ? "0" : "") + digits).utf8)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}

/// Numbers for people and for JSON.
public enum Decimal {
    /// A number with a fixed count of decimals.
    public static func text(_ number: Double, places: Int) -> String {
        let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
        let scaled = (number * scale).rounded()
        let whole = scaled.isFinite && abs(scaled) < 1e18 ? Int(scaled) : 0
        let digits = String(whole.magnitude)
        let sign = whole < 0 ? "-" : ""
        guard places > 0 else { return sign + digits }
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
        return sign + padded.dropLast(places) + "." + padded.suffix(places)
    }
}
