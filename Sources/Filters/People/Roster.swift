/// Rows of names that wide space sets apart: 丁　一　　于得水　　南　山（女）
enum Roster {
    /// The names of a row, in order; none where the sentence is no such row.
    ///
    /// In a row stand three stretches at least, each of two to four characters of Chinese, one of two being padded to the width
    /// of three, and nearly all open with a surname.
    static func names(_ sentence: NameSentence) -> [Range<Int>] {
        var names: [Range<Int>] = []
        var padded = 0
        var surnames = 0
        var at = 0
        while at < sentence.count {
            if Glyph.isSpace(sentence[at]) {
                at += 1
                continue
            }
            var end = at
            var characters = 0
            var isPadded = false
            // A single space stands within a name, a wider one between two.
            while end < sentence.count {
                if Glyph.isHan(sentence[end]) {
                    characters += 1
                } else if Glyph.isSpace(sentence[end]), Glyph.isHan(sentence[end + 1]), end > at {
                    isPadded = true
                } else {
                    break
                }
                end += 1
            }
            guard (2...4).contains(characters), !isPadded || characters == 2 else { return [] }
            names.append(at..<end)
            padded += isPadded ? 1 : 0
            surnames += sentence.characters[at].surname != 255 ? 1 : 0
            at = end
            // （女，回族）
            if sentence[at] == 0x28 {
                while at < sentence.count, sentence[at] != 0x29, at - end < 12 { at += 1 }
                at += 1
            }
            guard at >= sentence.count || Glyph.isSpace(sentence[at]) else { return [] }
        }
        return names.count >= 3 && padded > 0 && surnames * 10 >= names.count * 7 ? names : []
    }
}
