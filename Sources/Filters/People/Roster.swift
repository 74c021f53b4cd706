/// Rows of names that space sets apart: 丁　一　　于得水　　南　山（女）, and 教育系统：王　丽　陈志远　时　光.
enum Roster {
    /// The names of a row, in order; none where the sentence is no such row.
    ///
    /// Behind a label or none stand three names at least, each of two to four characters of Chinese, or longer ones with the dot
    /// of foreign names. One of two characters at least is padded to the width of three, and nearly all open with a surname.
    static func names(_ sentence: NameSentence, _ tables: NameTables) -> [Range<Int>] {
        var cells = cells(sentence)
        if cells.isEmpty { return nameBehindOffice(sentence, tables) }
        // 副县长　　石　安: the office that they hold, padded or not.
        cells.removeLast(lengthOfOffice(cells, sentence, tables))
        var names: [Range<Int>] = []
        var padded = 0
        var surnames = 0
        while let cell = cells.popLast() {
            var name = cell
            switch cell.count {
            case 1:
                // 时　光: a character stands alone before another that does.
                guard let next = cells.popLast(), next.count == 1 else { return [] }
                name = cell.lowerBound..<next.upperBound
                padded += 1
            // Where one name of two characters is padded, all are.
            case 2: return []
            case 3...4: break
            default: if !sentence.folded[cell].contains(where: Glyph.isNameDot) { return [] }
            }
            surnames += sentence.characters[name.lowerBound].surname != 255 || cell.count > 4 ? 1 : 0
            names.append(name)
        }
        return names.count >= (label(sentence) > 0 ? 2 : 3) && padded > 0 && surnames * 10 >= names.count * 7
            ? names : []
    }

    /// 科　長　鄂　倫　調實業部: a padded name behind a padded office, before what is said of both.
    private static func nameBehindOffice(_ sentence: NameSentence, _ tables: NameTables) -> [Range<Int>] {
        var single: [Int] = []
        var at = 0
        while Glyph.isHan(sentence[at]), Glyph.isSpace(sentence[at + 1]) {
            single.append(at)
            at += 1
            while Glyph.isSpace(sentence[at]) { at += 1 }
        }
        let office = (2...4).last {
            $0 <= single.count && tables.isTitle(single.prefix($0).map { sentence.folded[$0] }[...])
        }
        guard let office, (2...3).contains(single.count - office), let last = single.last,
            sentence.characters[single[office]].surname != 255
        else { return [] }
        return [single[office]..<(last + 1)]
    }

    /// How many of the first cells are an office.
    private static func lengthOfOffice(_ cells: [Range<Int>], _ sentence: NameSentence, _ tables: NameTables) -> Int {
        guard let first = cells.last else { return 0 }
        if first.count > 1 {
            return (2...4).contains {
                $0 <= first.count && tables.isTitle(sentence.folded[(first.upperBound - $0)..<first.upperBound])
            } ? 1 : 0
        }
        let single = cells.reversed().prefix { $0.count == 1 }.map { sentence.folded[$0.lowerBound] }
        return (2...4).last { $0 <= single.count && tables.isTitle(single.prefix($0)) } ?? 0
    }

    /// Whether a line heads the columns of a list: 序号　姓　名　　单　位　　职　务.
    static func isHeader(_ sentence: NameSentence) -> Bool {
        guard sentence.isSetWide else { return false }
        return sentence.folded.indices.contains { at in
            guard sentence[at] == "姓", !Glyph.isHan(sentence[at - 1]) else { return false }
            let next = (at + 1..<at + 6).first { !Glyph.isSpace(sentence[$0]) } ?? at
            return sentence[next] == "名" && Glyph.isSpace(sentence[next + 1])
        }
    }

    /// What stands between the spaces, the first last, without what a bracket says of it; none where anything else stands
    /// there too.
    private static func cells(_ sentence: NameSentence) -> [Range<Int>] {
        var cells: [Range<Int>] = []
        var at = label(sentence)
        while at < sentence.count {
            if Glyph.isSpace(sentence[at]) {
                at += 1
                continue
            }
            let start = at
            while Glyph.isHan(sentence[at]) || Glyph.isNameDot(sentence[at]) { at += 1 }
            guard at > start, at - start <= 14 else { return [] }
            cells.append(start..<at)
            // （女，回族）
            if sentence[at] == "(" {
                while at < sentence.count, sentence[at] != ")", at - start < 26 { at += 1 }
                at += 1
            }
            guard at >= sentence.count || Glyph.isSpace(sentence[at]) else { return [] }
        }
        return cells.reversed()
    }

    /// Where the row begins behind its label and the colon.
    private static func label(_ sentence: NameSentence) -> Int {
        var at = 0
        while at < 12, Glyph.isHan(sentence[at]) || Glyph.isSpace(sentence[at]) { at += 1 }
        return at > 0 && sentence[at] == ":" ? at + 1 : 0
    }
}
