extension NameSentence {
    /// Whether the sentence tells of matches, where a country or a town is its team.
    var tellsOfMatches: Bool {
        folded.contains { Self.ofMatches.contains($0) }
            || folded.indices.contains { at in Self.wordsOfMatches.contains { has($0, at: at) } }
    }

    /// Whether the sentence tells a score: 2比1.
    var tellsOfScores: Bool {
        folded.indices.dropFirst().contains { at in
            folded[at] == "比" && Glyph.isDigit(folded[at - 1]) && Glyph.isDigit(self[at + 1])
        }
    }

    private static let ofMatches: StaticWord = "球赛队胜负冠"
    private static let wordsOfMatches: StaticWords = [
        "vs", "主场", "客场", "欧战", "欧冠", "联赛", "英超", "西甲", "意甲", "德甲", "中超",
    ]
}
