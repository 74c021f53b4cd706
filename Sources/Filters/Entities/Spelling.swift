import QuandianText

extension Text {
    /// The characters of a range without white space, as they stand otherwise.
    func squeezed(_ range: Range<Int>) -> String {
        // Names seldom hold any, and asking Unicode for each character is slow.
        for at in range {
            switch bytes[at] {
            case 0...0x20, 0xC2, 0xE1, 0xE2, 0xE3:
                return String(
                    String.UnicodeScalarView(self[range].unicodeScalars.filter { !$0.properties.isWhitespace }))
            default: break
            }
        }
        return self[range]
    }

    /// Whether two stretches hold the same characters.
    func isSame(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
        guard one.count == other.count else { return false }
        for step in 0..<one.count where bytes[one.lowerBound + step] != bytes[other.lowerBound + step] { return false }
        return true
    }
}
