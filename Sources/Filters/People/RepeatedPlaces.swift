/// Rivers, fords and hamlets by one character and their kind, 禾溪, 沱渡, that no list knows: what a document says again and
/// again in different settings, and what is no word of the language, is a name.
struct RepeatedPlaces {
    private let tables: NameTables
    /// For each pair of characters the settings in which it stands, by hash; no more than are asked for.
    private var settings: [UInt32: [UInt32]] = [:]

    init(_ tables: NameTables) { self.tables = tables }

    /// A name must stand in so many settings that differ.
    private static let least = 3
    static let kinds: StaticWord = "溪渡涧洲坳垭湾埠堰水江河"

    /// Counts what a sentence holds. O(length).
    mutating func count(_ sentence: NameSentence) {
        let text = sentence.folded
        for at in 1..<max(1, text.count) where sentence.characters[at].has(.placeEnd) && Self.kinds.contains(text[at]) {
            guard mayBegin(text[at - 1]), isNoWord(sentence, at - 1) else { continue }
            let pair = UInt32(text[at - 1]) << 16 | UInt32(text[at])
            let setting = UInt32(sentence[at - 2]) << 16 | UInt32(sentence[at + 1])
            if settings[pair, default: []].count < Self.least, !settings[pair, default: []].contains(setting) {
                settings[pair, default: []].append(setting)
            }
        }
    }

    /// The names that were said often enough, in the order of their characters.
    var names: [[UInt16]] {
        settings.filter { $0.value.count >= Self.least }.keys.sorted().map {
            [UInt16($0 >> 16), UInt16(truncatingIfNeeded: $0)]
        }
    }

    private func mayBegin(_ c: UInt16) -> Bool {
        let character = tables.character(c)
        return Glyph.isHan(c)
            && character.classes.isDisjoint(with: [.stop, .joining, .locative, .numeral, .level, .notStem])
            && (!character.word.isWord || character.word.cost > Self.common)
    }

    /// A commoner character stands before 水 or 江 for itself.
    private static let common: Float = 11

    /// Whether no word begins, ends or lies over the edges of the two characters at an index.
    private func isNoWord(_ sentence: NameSentence, _ at: Int) -> Bool {
        let text = sentence.folded
        func isWord(_ start: Int, _ end: Int) -> Bool {
            start >= 0 && end <= text.count && tables.node(text[start..<end]) != nil
        }
        return !isWord(at, at + 2) && !isWord(at - 1, at + 1) && !isWord(at + 1, at + 3) && !isWord(at - 1, at + 2)
            && !isWord(at, at + 3)
    }
}
