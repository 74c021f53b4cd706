import QuandianText

// What stands beside a piece.

extension DateParser {
    func tokenBefore(_ piece: DatePiece) -> DateToken? {
        piece.tokens.lowerBound > 0 ? tokens[piece.tokens.lowerBound - 1] : nil
    }

    /// The scalar that ends at an offset, within the block.
    func scalarBefore(_ offset: Int) -> UInt32? {
        var at = offset - 1
        guard at >= block.lowerBound else { return nil }
        while at > block.lowerBound, bytes[at] & 0xC0 == 0x80 { at -= 1 }
        return UTF8Scalar.decode(bytes, at).value
    }

    func scalarAfter(_ offset: Int) -> UInt32? {
        offset < block.upperBound ? UTF8Scalar.decode(bytes, offset).value : nil
    }

    func startsWith(_ offset: Int, _ sign: Unicode.Scalar) -> Bool { scalarAfter(offset) == sign }

    /// Latin letters and digits, half- and full-width.
    func isWordLike(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, "_", 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: true
        default: false
        }
    }

    /// Ideographs, letters and digits.
    func isLetterLike(_ scalar: UInt32) -> Bool { isWordLike(scalar) || (0x4E00...0x9FFF).contains(scalar) }
}
