/// The words of the lattice, and what labels and offices say of a name behind them.
extension NameCandidates {
    /// The lengths of the ordinary words that begin at a character and look like names, as bits, and of those that are rare; and
    /// how seldom any word there stands behind an office.
    struct Ordinary {
        var all: UInt32 = 0
        var rare: UInt32 = 0
        var rarityOfTwo: Float = 0
        var rarityOfThree: Float = 0

        /// How much more seldom the word of a length stands behind an office than elsewhere, in nats.
        func rarity(_ length: Int) -> Float { length == 2 ? rarityOfTwo : length == 3 ? rarityOfThree : 0 }

        func isRare(_ length: Int) -> Bool { rare >> UInt32(min(31, length)) & 1 == 1 }

        mutating func insert(_ length: Int, isRare: Bool) {
            all |= 1 << UInt32(min(31, length))
            // 春华秋|实: no name ends within a set phrase.
            if length >= 4 { all |= 1 << UInt32(length - 1) }
            if isRare { rare |= 1 << UInt32(min(31, length)) }
        }
    }

    /// Lays the words that begin at a character. Returns the ordinary ones that look like names.
    func words(
        _ sentence: NameSentence, _ at: Int, _ tagged: TaggedNames, _ lattice: inout NameLattice
    ) -> Ordinary {
        let first = sentence.folded[at]
        if !Glyph.isHan(first) {
            var end = at + 1
            var key = first
            if Glyph.isDigit(first) {
                key = 0x30
                while end < sentence.count, Glyph.isDigit(sentence.folded[end]) || sentence.folded[end] == "." {
                    end += 1
                }
            } else if Glyph.isLatin(first) {
                key = 0x41
                while end < sentence.count, Glyph.isLatin(sentence.folded[end]) { end += 1 }
            } else if Glyph.isSpace(first) {
                key = 0x20
                while end < sentence.count, Glyph.isSpace(sentence.folded[end]) { end += 1 }
            }
            let node = tables.root(key) ?? -1
            let known = node >= 0 && tables.isWord(node)
            let isOffice = key == "A" && RoleFinder.isLatinOffice(sentence.folded[at..<end])
            lattice.add(
                NameLattice.Edge(
                    start: Int32(at), end: Int32(end), score: known ? -tables.cost(node) : -8,
                    afterPerson: known ? tables.afterPerson(node) : 0,
                    beforePerson: isOffice ? Self.latinOffice : known ? tables.beforePerson(node) : 0,
                    node: Int32(known ? node : -1), kind: .word,
                    joins: first == "、" || key == " " || first == ",", isOffice: isOffice))
            return Ordinary()
        }
        var ordinary = Ordinary()
        if isOfCountries(sentence, at) { ordinary.insert(2, isRare: true) }
        var single = false
        if Glyph.isSpace(sentence[at + 1]), let stop = paddedLabel(sentence, at) {
            label(sentence, at, stop, -12, &lattice)
        }
        var node = Int(sentence.characters[at].root)
        var word = sentence.characters[at].word
        var end = at
        while node != 0 {
            end += 1
            if let cost = word.personCost, !followedByYear(sentence, end), !namesDoctrine(sentence, end) {
                lattice.add(edge(at, end, -cost + tagged.person(at, end), .person))
            }
            if word.isWord {
                if end == at + 1 { single = true }
                let flags = word.flags
                if flags.contains(.ordinary) {
                    ordinary.insert(end - at, isRare: word.cost > Self.rare)
                }
                if end == at + 2 { ordinary.rarityOfTwo = -word.behindAnOffice }
                if end == at + 3 { ordinary.rarityOfThree = -word.behindAnOffice }
                lattice.add(
                    NameLattice.Edge(
                        start: Int32(at), end: Int32(end), score: -word.cost, afterPerson: word.afterPerson,
                        beforePerson: word.beforePerson
                            + (flags.contains(.role) && isOfficeInFull(sentence, at) ? Self.fullOffice : 0),
                        node: Int32(node), kind: .word, joins: end == at + 1 && sentence.characters[at].has(.joining),
                        isOffice: !flags.isDisjoint(with: [.role, .rolePart])
                            || end == at + 1 && !evidence.isEmpty && isShortAddressOfKnown(sentence, at)))
                if flags.contains(.role), isOfficeInFull(sentence, at) { lattice.announce(end) }
                if flags.contains(.role) { label(sentence, at, end, -word.cost, &lattice) }
            }
            guard end < sentence.count,
                let next = end == at + 1 ? lattice.second(at) : tables.child(node, sentence.folded[end])
            else { break }
            node = next
            word = tables.word(next)
        }
        if !single {
            lattice.add(
                NameLattice.Edge(
                    start: Int32(at), end: Int32(at + 1), score: -16, afterPerson: 0, beforePerson: 0, node: -1,
                    kind: .word, joins: false, isOffice: false))
        }
        return ordinary
    }

    /// Whether a character says what somebody is or becomes: 雷震|任大队长, 呼延静|生于, 媚卿|年十九.
    func isVerbOfLife(_ sentence: NameSentence, _ at: Int) -> Bool {
        let next = sentence[at + 1]
        switch sentence[at] {
        case "任", "为": return opensTitle(sentence, at + 1)
        // 生于 生在
        case "生": return next == "于" || next == "在"
        // 年仅 年方 年约 年届 年已 年十九
        case "年": return Glyph.isDigit(next) || tables.has(next, .numeral) || Self.ofAge.contains(next)
        default: return false
        }
    }

    static let ofAge: StaticWord = "仅方约届已逾过"

    /// Whether an office begins at an index, of so many characters at least: 区议员 is no 区 and an 议员.
    func opensTitle(_ sentence: NameSentence, _ at: Int, than least: Int = 2) -> Bool {
        (least...5).contains { at + $0 <= sentence.count && tables.isTitle(sentence.folded[at..<(at + $0)]) }
    }

    /// Whether two characters speak of countries: 俄乌, 马方, 乌军.
    private func isOfCountries(_ sentence: NameSentence, _ at: Int) -> Bool {
        let next = sentence[at + 1]
        if sentence.characters[at].has(.country) {
            return next == "方" || next == "军" || sentence.character(at + 1).has(.country)
        }
        return next == "方" && sentence.characters[at].has(.party)
    }

    /// Whether an office stands with its body before it, or in a list of offices: 宣传部部长, 县委常委、副县长, 由副主任.
    private func isOfficeInFull(_ sentence: NameSentence, _ at: Int) -> Bool {
        var start = at
        while sentence[start - 1] == "副" || sentence.has("常务", at: start - 2) || sentence.has("党委", at: start - 2)
            || sentence.has("党组", at: start - 2)
        {
            start -= sentence[start - 1] == "副" ? 1 : 2
        }
        return sentence.character(start - 1).has(.beforeOffice) || !Glyph.isHan(sentence[start - 1])
    }

    private static let fullOffice: Float = 4
    /// What an office in Latin letters says of a person behind it: CEO.
    private static let latinOffice: Float = 5
    static let rare: Float = 11.2

    /// 记者： 记者　 组　长： — an office as a label; what follows is a name more often than after the office alone.
    func label(
        _ sentence: NameSentence, _ at: Int, _ end: Int, _ score: Float, _ lattice: inout NameLattice
    ) {
        var stop = end
        while Glyph.isSpace(sentence[stop]), stop - end < 6 { stop += 1 }
        let spaced = stop > end
        var colon = false
        if sentence[stop] == ":" {
            colon = true
            stop += 1
            while Glyph.isSpace(sentence[stop]) { stop += 1 }
        }
        guard colon || spaced, stop < sentence.count, !(colon && isOfSpeaker(sentence, at)) else { return }
        // Two to four characters that stand alone after a label are a name, almost whatever they are.
        var tail = stop
        while Glyph.isHan(sentence[tail]), tail - stop < 5 { tail += 1 }
        let alone =
            tail - stop >= 2 && tail - stop <= 4
            && !Self.utterances.contains(sentence.folded[stop..<tail])
        lattice.announce(stop, alone ? tail - stop : nil)
        lattice.add(
            NameLattice.Edge(
                start: Int32(at), end: Int32(stop), score: score - 4, afterPerson: 0,
                beforePerson: (colon ? 5.5 : 5) + (alone ? (colon ? 8 : 6) : 0),
                node: -1, kind: .word, joins: false, isOffice: false))
    }

    /// Whether an office stands behind whoever opens the block, and so is no label: 陈秀兰议员：, but 县水利局局长：.
    private func isOfSpeaker(_ sentence: NameSentence, _ at: Int) -> Bool {
        guard sentence.opensBlock, (1...4).contains(at), sentence.characters[0].surname != 255, isHan(sentence, 0, at)
        else { return false }
        let isBody = (1...min(2, at)).contains {
            tables.node(sentence.folded[(at - $0)..<at]).map {
                !tables.flags($0).isDisjoint(with: [.body, .bodyEnd, .rolePart])
            } ?? false
        }
        return at == 1 ? sentence.characters[0].surname < 75 : !isBody && tables.node(sentence.folded[..<at]) == nil
    }

    /// What a speaker says in one word.
    private static let utterances: StaticWords = [
        "谢谢", "多谢", "好的", "是的", "对的", "没有", "不是", "当然", "再见", "您好", "大家好", "谢谢大家",
        // What heads the columns of a table.
        "单位", "职务", "电话", "地址", "备注", "部门", "住址", "时间", "地点", "内容", "数量", "金额", "性别", "年龄", "民族", "籍贯", "职称", "学历",
        "专业", "联系",
    ]

    /// The end of an office whose characters stand apart: of two, 组　长, before a colon; of more, 审　判　长, before a colon or
    /// more white space. Nil where there is none.
    private func paddedLabel(_ sentence: NameSentence, _ at: Int) -> Int? {
        guard var node = tables.root(sentence[at]) else { return nil }
        var end = at
        var size = 1
        var gap = 0
        var found: Int?
        while size < 6 {
            var next = end + 1
            while Glyph.isSpace(sentence[next]), next - end < 5 { next += 1 }
            let width = next - end - 1
            guard width > 0, gap == 0 || width == gap, Glyph.isHan(sentence[next]),
                let child = tables.child(node, sentence[next])
            else { break }
            gap = width
            node = child
            end = next
            size += 1
            let isOffice = tables.isWord(node) && tables.flags(node).contains(.role)
            if isOffice, sentence[end + 1] == ":" || size > 2 && Glyph.isSpace(sentence[end + 1]) { found = end + 1 }
        }
        return found
    }
}
