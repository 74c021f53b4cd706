import QuandianText

// Characters are numbers of one width or another here: bytes, folded characters of the basic plane, scalars. The rules
// name them by their signs: `sentence[at] == "省"`, `case "（", "("`, `after.isOne(of: "年月日")`.
//
// Numbers are not made expressible by literals, since that would change what `UInt16("5")` means for all who import this.

@inline(__always)
func == <Unit: UnsignedInteger & FixedWidthInteger>(unit: Unit, sign: Unicode.Scalar) -> Bool {
    UInt32(truncatingIfNeeded: unit) == sign.value
}

@inline(__always)
func != <Unit: UnsignedInteger & FixedWidthInteger>(unit: Unit, sign: Unicode.Scalar) -> Bool {
    UInt32(truncatingIfNeeded: unit) != sign.value
}

@inline(__always)
func == <Unit: UnsignedInteger & FixedWidthInteger>(unit: Unit?, sign: Unicode.Scalar) -> Bool {
    guard let unit else { return false }
    return unit == sign
}

@inline(__always)
func != <Unit: UnsignedInteger & FixedWidthInteger>(unit: Unit?, sign: Unicode.Scalar) -> Bool { !(unit == sign) }

@inline(__always)
func ~= <Unit: UnsignedInteger & FixedWidthInteger>(sign: Unicode.Scalar, unit: Unit) -> Bool { unit == sign }

extension UnsignedInteger where Self: FixedWidthInteger {
    /// Whether it is one of some characters.
    @inline(__always)
    func isOne(of signs: StaticSigns) -> Bool { signs.holds(UInt32(truncatingIfNeeded: self)) }
}

extension Collection where Element: UnsignedInteger & FixedWidthInteger {
    /// Whether one of the characters is this.
    func contains(_ sign: Unicode.Scalar) -> Bool { contains { $0 == sign } }
}

/// A set of characters that is named where it is asked: looked through where it lies in the program, up to the one that is sought.
/// A ``StaticWord`` that a rule keeps is asked faster, a ``ScalarSet`` fastest.
@safe struct StaticSigns: ExpressibleByStringLiteral, @unchecked Sendable {
    private let bytes: UnsafeBufferPointer<UInt8>

    @inline(__always)
    init(stringLiteral value: StaticString) {
        unsafe bytes = UnsafeBufferPointer(start: value.utf8Start, count: value.utf8CodeUnitCount)
    }

    fileprivate func holds(_ sign: UInt32) -> Bool {
        var at = 0
        while unsafe at < bytes.count {
            let (own, size) = unsafe UTF8Scalar.decode(bytes, at)
            if own == sign { return true }
            at += size
        }
        return false
    }
}
