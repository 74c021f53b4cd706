/// Names as biographies, tombs and genealogies give them: 曾祖大方，祖同, 子二：承谟、承训, 长元吉；次元和, 方字正矩, 承训，潭州人，字伯彝.
/// All know the surname there, and the setting alone shows the given name.
extension NameCandidates {
    func genealogical(_ sentence: NameSentence, _ at: Int, _ lattice: inout NameLattice) {
        // The character before rules most places out.
        switch sentence[at - 1] {
        case "字":
            if (1...3).contains(where: { bears(sentence, at - 1 - $0, $0) }) {
                lattice.add(edge(at, at + 2, Self.lineage, .person))
            }
        case "祖", "考", "父", "兄", "弟", "叔", "伯", "侄", "男", "子", "女", "孙", "名",
            "长",
            "次", "三", "四", "五", "季":
            if let size = nameBehindKin(sentence, at) { lattice.add(edge(at, at + size, Self.lineage, .person)) }
        case let before where !Glyph.isHan(before):
            if ofList(sentence, at) {
                for size in 1...3 where standsAlone(sentence, at, size) {
                    lattice.add(edge(at, at + size, Self.lineage, .person))
                }
            } else if let size = (1...3).first(where: { bears(sentence, at, $0) }) {
                lattice.add(edge(at, at + size, Self.lineage, .person))
            }
        default: break
        }
    }

    /// As sure as what a cue shows.
    private static let lineage: Float = -4

    /// 子二：承谟、|承训: a list of sons or daughters that gives their number; but 长|元吉.
    private func ofList(_ sentence: NameSentence, _ at: Int) -> Bool {
        guard Self.isMark(sentence[at - 1]), !Self.orders.contains(sentence[at]), sentence[at] != "名" else {
            return false
        }
        var head = at - 1
        while at - head < 24, sentence[head] == "、" || Glyph.isHan(sentence[head]) { head -= 1 }
        return (sentence[head] == ":" || sentence[head] == ",") && sentence.character(head - 1).has(.numeral)
            && Self.children.contains(sentence[head - 2]) && !Glyph.isHan(sentence[head - 3])
    }

    /// ： 、 ， ；
    private static func isMark(_ character: UInt16) -> Bool {
        character == ":" || character == "、" || character == "," || character == ";"
    }

    /// Which child.
    private static let orders: StaticWord = "长次三四五季"
    private static let firstTwo: StaticWord = "长次"
    private static let children: StaticWord = "子女孙男"

    /// The length of a given name behind the word of kin that ends at an index, 父元善，; nil where none stands there.
    private func nameBehindKin(_ sentence: NameSentence, _ at: Int) -> Int? {
        if let kin = Self.kinOfTwo.first(in: sentence, endingAt: at), !Glyph.isHan(sentence[at - kin.count - 1]) {
            // 长子以寧生
            if isGiven(sentence, at, 2),
                standsAlone(sentence, at, 2) || sentence[at + 2] == "生" && standsAlone(sentence, at, 3)
            {
                return 2
            }
            return Self.ancestors.contains(in: sentence, at: at - kin.count) && standsAlone(sentence, at, 1)
                && isGiven(sentence, at, 1) ? 1 : nil
        }
        let before = sentence[at - 1]
        let isBehindKin =
            Self.kinOfOne.contains(before) && (Self.isMark(sentence[at - 2]) || at == 1)
            || Self.orders.contains(before) && Self.isMark(sentence[at - 2])
                && (before == "长"
                    || (at - 10..<at - 3).contains {
                        Self.firstTwo.contains(sentence[$0]) && Self.isMark(sentence[$0 - 1])
                    })
        return isBehindKin && standsAlone(sentence, at, 2) && isGiven(sentence, at, 2)
            && tables.node(sentence.folded[(at - 1)...at]).map { !tables.isWord($0) } ?? true ? 2 : nil
    }

    private static let ancestors: StaticWords = ["曾祖", "高祖"]
    private static let kinOfTwo: StaticWords = [
        "曾祖", "高祖", "显考", "先考", "祖父", "长子", "次子", "三子", "四子", "五子", "幼子", "季子", "长女", "次女", "三女", "幼女", "嗣子", "长孙",
        "次孙",
    ]
    private static let kinOfOne: StaticWord = "祖考父兄弟叔伯侄男次名"

    /// Whether so many characters may be somebody's given name: no word, and nothing that names do not hold.
    private func isGiven(_ sentence: NameSentence, _ at: Int, _ size: Int) -> Bool {
        guard
            (at..<at + size).allSatisfy({
                Glyph.isHan(sentence[$0]) && !Self.ofDeath.contains(sentence[$0])
                    && sentence.character($0).classes.isDisjoint(with: [.stop, .joining, .locative])
                    && (!sentence.character($0).has(.numeral) || sentence[$0] == "元")
            })
        else { return false }
        guard let node = tables.node(sentence.folded[at..<at + size]), tables.isWord(node) else { return true }
        return tables.cost(node) > Self.rareEnough && !tables.isOrdinary(sentence.folded[at..<at + size])
    }

    /// What is said of kin rather than what they are called.
    private static let ofDeath: StaticWord = "亡卒殁殇早幼孤寡氏病死逝母女子兄弟妹姐年日月岁时务业农"

    private func standsAlone(_ sentence: NameSentence, _ at: Int, _ size: Int) -> Bool {
        !Glyph.isHan(sentence[at + size]) && isHan(sentence, at, size)
    }

    /// Whether who is named at an index, as the document knows, has a courtesy name behind it: |大同字雍之，.
    private func bears(_ sentence: NameSentence, _ at: Int, _ size: Int) -> Bool {
        let mark = at + size
        return at >= 0 && sentence[mark] == "字" && !Glyph.isHan(sentence[at - 1])
            && evidence.name(hash(of: sentence, at..<mark)) != nil
            && standsAlone(sentence, mark + 1, 2) && isGiven(sentence, mark + 1, 2)
    }
}
