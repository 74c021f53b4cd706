/// Characters that speak of a name for the rules, where the tagger sees none: bynames stand in quotation marks, speakers and
/// names of a list before colons and space, roads and bodies have numbers, 段某 and 鹰嘴垭 end so, 父元善 begins so,
/// and 珲春 is a town.
enum NameHints {
    /// Ends the tagger's silence at such characters of a sentence, whose openings begin at an index.
    static func wake(_ openings: inout [Int8], from first: Int, _ scalars: [UInt32], _ tables: NameTables) {
        func isSilent(_ at: Int) -> Bool { openings[first + at] == NameTagger.silence }
        func endSilence(_ at: Int) {
            if isSilent(at) { openings[first + at] = NameTagger.silence + 1 }
        }
        // Asked for each character: got once.
        let (hints, settings) = (Self.hints, Self.settings)
        // The three characters before.
        var before: (UInt16, UInt16, UInt16) = (0, 0, 0)
        for at in scalars.indices {
            let folded = tables.fold(scalars[at])
            if at > 0, tables.mayBeginPlace(before.2, folded), isSilent(at - 1),
                opensKnownPlace(scalars[(at - 1)...], tables)
            {
                endSilence(at - 1)
            }
            // Most characters are ruled out here.
            if settings.holds(UInt32(folded)) {
                // 在青龙关, 有方远者, 方远之妻, 在东门内
                if at >= 2, NameCandidates.mayLeadTo(before.0, folded) { endSilence(at - 2) }
                if folded == "者", before.0 == "有" || at >= 4 && scalars[at - 4] == "有" { endSilence(at - 2) }
                if before.2 == "之", at >= 3, NameCandidates.kinOfNamed.contains(folded) { endSilence(at - 3) }
                if before.2 == "门", at >= 2, folded.isOne(of: "内外") { endSilence(at - 2) }
            }
            before = (before.1, before.2, folded)
            guard hints.holds(scalars[at]) else { continue }
            // 14線, while most numbers are of no road.
            if isDigit(scalars[at]), at + 1 == scalars.count || !roads.holds(scalars[at + 1]) { continue }
            endSilence(at)
        }
    }

    /// The last characters of what a setting shows.
    private static let settings = ScalarSet(of: "者内外", NameCandidates.kindsOfGround, NameCandidates.kinOfNamed)

    private static func opensKnownPlace(_ scalars: ArraySlice<UInt32>, _ tables: NameTables) -> Bool {
        guard let first = scalars.first, var node = tables.root(tables.fold(first)) else { return false }
        for scalar in scalars.dropFirst() {
            guard let next = tables.child(node, tables.fold(scalar)) else { return false }
            node = next
            if NameTables.isKnownPlace(tables.word(node)) { return true }
        }
        return false
    }

    @inline(__always)
    private static func isDigit(_ scalar: UInt32) -> Bool {
        (0x30...0x39).contains(scalar) || (0xFF10...0xFF19).contains(scalar)
    }

    private static let hints = ScalarSet(
        [0x2F...0x3A, 0x41...0x5A, 0x61...0x7A, 0xFF0F...0xFF1A, 0xFF21...0xFF3A, 0xFF41...0xFF5A],
        "‘’“”「」『』\u{3000}第某坳垭埡岭嶺沟溝坡湾灣岩巖峰涧澗冲沖衝坪寨街巷父祖考居迁遷徙葬倚叫道")
    /// What follows a road's number.
    private static let roads = ScalarSet("线線国國省县縣乡鄉高甲乙丙丁")
}
