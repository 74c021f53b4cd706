import QuandianText

/// What a stretch of text is at a glance, as names are compared: how long, how it begins and how it ends. For the gaps
/// between marks and the fields of a notice, most of which say nothing; no array is made of their characters.
struct Glance {
    private(set) var count = 0
    private(set) var first: UInt16 = 0
    private(set) var beforeLast: UInt16 = 0
    private(set) var last: UInt16 = 0
    /// Whether a sentence or a clause ends in it: 。 or a semicolon.
    private(set) var holdsEnd = false

    init(_ bytes: [UInt8], _ range: Range<Int>, _ tables: NameTables) {
        NameKey.fold(bytes, range, tables) { character in
            if count == 0 { first = character }
            (beforeLast, last) = (last, character)
            count += 1
            if character == "。" || character == "；" || character == ";" { holdsEnd = true }
            return true
        }
    }

    var isEmpty: Bool { count == 0 }

    /// Whether it is one character, and this one.
    func isOnly(_ sign: Unicode.Scalar) -> Bool { count == 1 && first == sign }
}
