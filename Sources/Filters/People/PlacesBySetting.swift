/// Places that their setting alone shows, whatever characters they are made of.
extension NameCandidates {
    func placeBySetting(_ sentence: NameSentence, _ at: Int, _ lattice: inout NameLattice) {
        guard isBound(sentence, at) || Self.settlings.contains(in: sentence, endingAt: at) else { return }
        var end = at
        // 葬于马祖岩|之阳
        while end - at < 6, Glyph.isHan(sentence[end]), sentence[end] != "之" { end += 1 }
        guard (2...5).contains(end - at), !sentence.characters[at].has(.notStem),
            (at..<end).allSatisfy({
                sentence.characters[$0].classes.isDisjoint(with: [.stop, .joining, .locative])
            }),
            // 居于|村内, 迁居|失落
            end - at > 2 || sentence.character(at + 1).has(.placeEnd),
            !isListedWord(sentence, at..<end), !isListedWord(sentence, (end - 2)..<end),
            // 移居美国东部, but 后迁石楼背: what is listed stands for itself.
            !(2...3).contains(where: {
                $0 <= end - at && $0 != end - at - 1 && tables.isPlace(sentence.folded[at..<(at + $0)])
            })
        else { return }
        lattice.add(placeEdge(at, end, Self.bySetting))
    }

    /// 东倚笔架嶂，西临棠背溪: what bounds a place on one side, where another side is told of too.
    private func isBound(_ sentence: NameSentence, _ at: Int) -> Bool {
        guard Self.bounding.contains(sentence[at - 1]), Self.sides.contains(sentence[at - 2]),
            !Glyph.isHan(sentence[at - 3]) || Self.beforeSides.contains(sentence[at - 3])
        else { return false }
        return (max(2, at - 24)..<min(sentence.count, at + 24)).contains {
            $0 != at - 1 && Self.bounding.contains(sentence[$0]) && Self.sides.contains(sentence[$0 - 1])
                && !Glyph.isHan(sentence[$0 - 2])
        }
    }

    private static let sides: StaticWord = "东南西北"
    private static let beforeSides: StaticWord = "东南西北村镇乡县城境区地山"
    private static let bounding: StaticWord = "倚临靠抵至界接邻连依傍濒望枕毗"
    /// Behind these stands where somebody lives, lived or lies: 先居墩子上, 世居龙眼冲.
    private static let settlings: StaticWords = [
        "世居", "先居", "初居", "徙居", "迁居", "卜居", "移居", "避居", "隐居", "寓居", "退居", "再迁", "后迁", "复迁", "迁至", "徙至", "归葬", "葬于",
        "卒于", "生于", "居于", "定居于", "始居", "分居",
    ]
}
