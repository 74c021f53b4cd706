/// The edges of places that are made of a stem and the kind of place: 云江市, 青石街道.
extension NameCandidates {
    /// Whether a stretch ends with the last word of a body's name: 县博物馆.
    func endsWithBody(_ sentence: NameSentence, _ start: Int, _ end: Int) -> Bool {
        for size in 2...4 where end - size > start {
            if let node = tables.node(sentence.folded[(end - size)..<end]), tables.flags(node).contains(.bodyEnd) {
                return true
            }
        }
        return false
    }

    /// Whether the last part of a body's name begins at an index: 临湖区|卫生局.
    private func opensBody(_ sentence: NameSentence, _ at: Int) -> Bool {
        (2...4).contains { size in
            at + size <= sentence.count
                && tables.node(sentence.folded[at..<(at + size)]).map {
                    !tables.flags($0).isDisjoint(with: [.body, .bodyEnd])
                } ?? false
        }
    }

    /// 达隆·卓嘎拉章寺: a temple whose name has the dot of a foreign one.
    private func temple(_ sentence: NameSentence, _ at: Int, _ lattice: inout NameLattice) {
        guard let dot = (1...4).first(where: { !Glyph.isHan(sentence[at + $0]) }), Glyph.isNameDot(sentence[at + dot])
        else { return }
        for size in 2...8 {
            let end = at + dot + size
            if sentence[end] == "寺" {
                // Two characters before the dot are the most likely.
                lattice.add(placeEdge(at, end + 1, dot == 2 ? -6 : dot < 2 ? -14 : -8 * Float(dot - 1)))
                return
            }
            guard Glyph.isHan(sentence[end - 1]) else { return }
        }
    }

    func places(_ sentence: NameSentence, _ at: Int, _ lattice: inout NameLattice) {
        let text = sentence.folded
        if sentence.hasNameDot { temple(sentence, at, &lattice) }
        // 于都|河
        if sentence[at + 2] == "河", !Self.waters.contains(sentence[at + 1]),
            sentence.character(at - 1).foreign == 255, let stem = lattice.second(at), tables.isWord(stem),
            tables.flags(stem).contains(.place)
        {
            lattice.add(placeEdge(at, at + 3, Self.river))
        }
        if sentence[at - 1] == "【" || sentence.has("本报", at: at - 2) { dateline(sentence, at, &lattice) }
        if sentence.manner.tellsOfLineage { dwelling(sentence, at, &lattice) }
        placeBySetting(sentence, at, &lattice)
        gate(sentence, at, &lattice)
        // 陕省, 湘省
        if sentence[at + 1] == "省", ShortPlaces.isProvince(sentence[at]) {
            lattice.add(placeEdge(at, at + 2, Self.bySetting))
        }
        if sentence.characters[at].foreign != 255 { banner(sentence, at, &lattice) }
        if opensNoStem(sentence, at) { return }
        ward(sentence, at, &lattice)
        // Most characters are ruled out here.
        guard sentence.character(at + 2).has(.placeEnd) || sentence.character(at + 3).has(.placeEnd) else { return }
        var stem: Float = 0
        for size in 1...3 {
            let next = at + size
            guard next < sentence.count, Glyph.isHan(text[next - 1]), !sentence.characters[next - 1].has(.stop)
            else { return }
            let shorter = stem
            let character = sentence.characters[next - 1]
            stem -= Float(size == 1 ? character.groundFirst : character.ground) * 0.1
            guard size >= 2, sentence.characters[next].has(.placeEnd), let (length, prior) = PlaceEnds.end(text, next)
            else { continue }
            let isSingle = length == 1
            // 鲁冀|两省
            if isSingle, Self.divisions.contains(text[next]), isNumber(sentence, next - 1) {
                if size == 3 { lattice.add(placeEdge(at, at + 2, shorter - Self.beforeNumber)) }
                continue
            }
            // 转来|市级
            if isSingle, sentence[next + 1] == "级" { continue }
            // 筑|坝, 修|堰: what is built.
            if isSingle, Self.building.contains(text[next - 1]), Self.built.contains(text[next]) { continue }
            // 加固子|堤, 导流主|洞
            if isSingle, Self.ofDykes.contains(text[next - 1]), Self.dykes.contains(text[next]) { continue }
            // 夜宿|祠堂, 耐火砖和|坑木, 沉甸|甸
            if isSingle, Self.openingWords.contains(text[next]),
                opensWord(sentence, next) || text[next] == sentence[next + 1]
            {
                continue
            }
            let end = next + length
            let score = stem + prior - 1.5 - (isSingle && endsAsWord(sentence, next) ? Self.endsAsWord : 0)
            lattice.add(placeEdge(at, end, score - (size == 3 && isSingle ? Self.longStem : 0)))
            // 黄土沟|站
            if isSingle, sentence[end] == "站", sentence[end + 1] != "在" {
                lattice.add(placeEdge(at, end + 1, score - 1))
            }
        }
    }

    /// Whether no stem begins at an index: no place's name begins so, or what begins is a number of things, 三处|口岸, 正月|集, and
    /// 两村|村民 of 大洲、白沙两村村民. But 两江口水库.
    private func opensNoStem(_ sentence: NameSentence, _ at: Int) -> Bool {
        let next = sentence[at + 1]
        if isNumber(sentence, at) {
            return sentence[at] == "两" && !Self.ofTwo.contains(next) || Self.counted.contains(next)
                || Glyph.isHan(sentence[at - 1]) && Self.levels.contains(next)
        }
        return sentence.characters[at].has(.notStem)
    }

    private func isNumber(_ sentence: NameSentence, _ at: Int) -> Bool {
        sentence.characters[at].has(.numeral) || sentence.folded[at] == "两"
    }

    /// 在|潮宗门外, 于|东门内: a gate of a town.
    private func gate(_ sentence: NameSentence, _ at: Int, _ lattice: inout NameLattice) {
        let size = sentence[at + 1] == "门" ? 1 : 2
        guard sentence[at + size] == "门", Self.besideGates.contains(sentence[at + size + 1]),
            sentence.character(at - 1).has(.locative) || Self.beforeGates.contains(sentence[at - 1]),
            size == 1 ? Self.gates.contains(sentence[at]) : !sentence.characters[at].has(.notStem),
            size == 1 || !isListedWord(sentence, (at + size - 1)..<(at + size + 1))
        else { return }
        lattice.add(placeEdge(at, at + size + 1, Self.bySetting))
    }

    private static let gates: StaticWord = "东南西北"
    private static let besideGates: StaticWord = "外内"
    private static let beforeGates: StaticWord = "出由自经"

    /// 乌珠尔苏木, 都呼木嘎查: where herdsmen live, whose places sound as they do in Mongolian.
    private func banner(_ sentence: NameSentence, _ at: Int, _ lattice: inout NameLattice) {
        let before = sentence[at - 1]
        guard !Glyph.isHan(before) || Self.beforeBanners.contains(before) else { return }
        var end = at + 1
        while end - at < 7 {
            if end - at >= 2, let kind = Self.banners.first(in: sentence, at: end) {
                return lattice.add(placeEdge(at, end + kind.count, Self.bySetting))
            }
            guard sentence.character(end).foreign != 255 else { return }
            end += 1
        }
    }

    private static let banners: StaticWords = ["苏木", "嘎查"]
    /// The ends of what such a place lies in.
    private static let beforeBanners: StaticWord = "旗木查县市在到"

    /// 【北港讯】, 【本报虎尾专电】: where a dispatch comes from, whatever characters the place is made of. But 【本市讯】, 【上海六日电】.
    private func dateline(_ sentence: NameSentence, _ at: Int, _ lattice: inout NameLattice) {
        guard sentence[at - 1] == "【" || sentence[at - 3] == "【",
            let end = (at + 2...at + 4).first(where: { Self.dispatches.contains(in: sentence, at: $0) }),
            sentence[at] != "本", sentence[end - 1] != "日", !isListedWord(sentence, at..<end),
            !endsWithBody(sentence, at, end)
        else { return }
        lattice.add(placeEdge(at, end, Self.bySetting))
    }

    private static let dispatches: StaticWords = ["讯】", "电】", "通讯】", "专电】", "专讯】", "电讯】", "快讯】", "航讯】", "消息】"]

    /// ，五倒水人，字子正; 迁居仓前山: where somebody is from or lives, whatever characters the place is made of.
    private func dwelling(_ sentence: NameSentence, _ at: Int, _ lattice: inout NameLattice) {
        let before = sentence[at - 1]
        // 城东|斗米巷人
        let isInTown = Self.sides.contains(in: sentence, endingAt: at) && Self.isStop(sentence[at - 3])
        let isFrom =
            (Self.isStop(before) || isInTown) && !Self.ofLife.contains(sentence[at])
            && !Self.sides.contains(in: sentence, at: at)
        guard isFrom || Self.dwellings.contains(before) && Self.beforeDwelling(sentence[at - 2]) else { return }
        var end = at
        while end - at < 6, Glyph.isHan(sentence[end]) { end += 1 }
        if isFrom {
            guard sentence[end - 1] == "人", Self.isStop(sentence[end]), tellsOfLife(sentence, at, end) else {
                return
            }
            end -= 1
        } else if !sentence.character(end - 1).has(.placeEnd) || isListedWord(sentence, (at - 1)..<(at + 1)) {
            return
        }
        guard (2...5).contains(end - at), !Glyph.isHan(sentence[end + (isFrom ? 1 : 0)]),
            !isListedWord(sentence, at..<end), !isFrom || !isListedWord(sentence, (end - 1)..<(end + 1)),
            (at..<end).allSatisfy({ !sentence.characters[$0].has(.stop) }), !sentence.characters[at].has(.notStem),
            !isNumber(sentence, at) || !isNumber(sentence, at + 1) && !Self.counting.contains(sentence[at + 1])
        else { return }
        lattice.add(placeEdge(at, end, Self.bySetting))
    }

    /// 三十余人, 五名
    private static let counting: StaticWord = "余多名个位十百千万数来几"
    private static let sides: StaticWords = ["城东", "城西", "城南", "城北", "邑东", "邑西", "邑南", "邑北"]

    /// ， 。 ；
    private static func isStop(_ character: UInt16) -> Bool {
        character == "," || character == "。" || character == ";"
    }

    /// Whether 字, 号, 姓 or 名 stands near a stretch.
    private func tellsOfLife(_ sentence: NameSentence, _ start: Int, _ end: Int) -> Bool {
        (start - 10..<end + 6).contains { Self.ofLife.contains(sentence[$0]) && !Glyph.isHan(sentence[$0 - 1]) }
    }

    func isListedWord(_ sentence: NameSentence, _ range: Range<Int>) -> Bool {
        tables.node(sentence.folded[range]).map { tables.isWord($0) && !tables.flags($0).contains(.place) } ?? false
    }

    private static let ofLife: StaticWord = "字号姓名本官小"
    private static let dwellings: StaticWord = "居住徙寓葬"
    private static func beforeDwelling(_ character: UInt16) -> Bool {
        !Glyph.isHan(character) || movings.contains(character)
    }
    private static let movings: StaticWord = "迁移世寓卜现暂原家仍始复"

    /// 清溪里|里长: the ward before its head.
    private func ward(_ sentence: NameSentence, _ at: Int, _ lattice: inout NameLattice) {
        guard sentence[at + 2] == "里", sentence[at + 3] == "里", Self.ofWards.contains(sentence[at + 4]),
            Glyph.isHan(sentence[at]), Glyph.isHan(sentence[at + 1])
        else { return }
        lattice.add(placeEdge(at, at + 3, Self.ward))
    }

    /// Whether the kind of place at an index is the end of a word: 望江台|走路.
    private func endsAsWord(_ sentence: NameSentence, _ kind: Int) -> Bool {
        tables.node(sentence.folded[(kind - 1)...kind]).map { tables.flags($0).contains(.ordinary) } ?? false
            && !opensBody(sentence, kind + 1)
    }

    /// Whether a kind of place opens a word of the language.
    private func opensWord(_ sentence: NameSentence, _ kind: Int) -> Bool {
        kind + 1 < sentence.count
            && tables.node(sentence.folded[kind..<(kind + 2)]).map { tables.isWord($0) } ?? false
    }

    private static let openingWords: StaticWord = "祠坑岗堡甸驿岔冈"

    private static let ofTwo: StaticWord = "江河溪岔水广淮湖"
    private static let counted: StaticWord = "个处条座间叉家所月年日号届次大"
    private static let levels: StaticWord = "县市省州区村"
    private static let divisions: StaticWord = "省市县州"
    /// What a place of two characters costs whose kind stands behind a number.
    private static let beforeNumber: Float = 2
    /// How much rarer stems of three characters are than those of two: a fifth, in the list of towns.
    private static let longStem: Float = 1.6
    /// 长 民 干 办
    private static let ofWards: StaticWord = "长民干办"
    private static let ward: Float = -6
    private static let ofDykes: StaticWord = "子龙塔河江主支涵"
    private static let dykes: StaticWord = "堤洞"
    private static let waters: StaticWord = "江河湖溪水"
    /// The logarithm of how often a token is a river named after a town.
    private static let river: Float = -11
    private static let building: StaticWord = "筑修建挖开"
    private static let built: StaticWord = "坝堰塘沟堤圩桥路"
}
