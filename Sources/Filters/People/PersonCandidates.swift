/// Persons by their surname and what may follow it: 李明, 欧阳修, 李　明, 老王.
extension NameCandidates {
    /// Lays the persons that begin at a character.
    ///
    /// - Parameter isExpected: whether something but the characters themselves speaks of a name.
    func persons(_ sentence: NameSentence, _ at: Int, isExpected: Bool, _ lattice: inout NameLattice) {
        let text = sentence.folded
        let count = sentence.count
        let first = text[at]
        guard Glyph.isHan(first) else { return }
        let character = sentence.characters[at]
        let isHamlet = Hamlet.stands(in: sentence, at)
        let isFamiliar = first == "老" || first == "小" || first == "阿"
        guard
            character.surname != 255 || character.has(.compoundSurname) || isHamlet || isFamiliar
                || Self.longSurnames.mayStand(in: sentence, at: at)
        else { return }
        if Self.endsOffice(sentence, at, tables) || ShortPlaces.opensJourney(sentence, at) { return }
        // 杨家垴
        if isHamlet {
            if isExpected, !sentence.character(at + 3).has(.placeEnd) {
                lattice.add(placeEdge(at, at + 3, Self.hamlet))
            }
            return
        }
        if character.surname != 255 {
            let surname = Float(character.surname) * 0.1
            if isExpected || sentence[at + 1] == "某", !isTermOf(sentence, at) {
                given(sentence, at, at + 1, Self.person - surname, &lattice)
            }
            // 王书记: the office must follow, which the lattice sees to.
            let known = evidence.isSurname(first)
            // 由|会长, 代|省长
            let isLikely =
                !Self.units.contains(first)
                && (known
                    || !Self.beforeOffices.contains(first)
                        && (character.surname < 75 || !Glyph.isHan(sentence[at - 1])))
            if at + 2 < count, isLikely, first != "阿", first != "乌" || known, !isTerm(sentence, at),
                !isParty(sentence, at),
                known || !endsBody(sentence, at),
                addressed(sentence, at + 1), !opensTitle(sentence, at, than: 3),
                known || !(character.has(.country) || character.has(.party) && character.surname > 40)
                    || !isOfState(sentence, at + 1), known || !ShortPlaces.opensOffice(sentence, at)
            {
                lattice.add(
                    edge(at, at + 1, Self.person + Self.surnameAlone - surname * 0.7 + (known ? 4 : 0), .surname))
            }
        }
        if at + 2 < count, character.has(.compoundSurname), let node = tables.child(Int(character.root), text[at + 1]),
            let cost = tables.surnameCost(node)
        {
            given(sentence, at, at + 2, Self.person + Self.compound - cost, &lattice)
            if !Self.ofChina.contains(in: sentence, at: at) {
                japanese(sentence, at, Self.person + Self.compound - cost, &lattice)
            }
            if at + 3 < count, addressed(sentence, at + 2) {
                lattice.add(edge(at, at + 2, Self.person + Self.surnameAlone - cost, .surname))
            }
            // 欧阳奶奶
            if let kin = Self.kin.first(in: sentence, at: at + 2) {
                lattice.add(edge(at, at + 2 + kin.count, Self.person + Self.familiar - cost, .person))
            }
        }
        ofLongSurname(sentence, at, &lattice)
        if character.surname < 75, at + 1 < count { elder(sentence, at, &lattice) }
        // 老王 小李 阿川
        if at + 1 < count, isFamiliar {
            let next = sentence.characters[at + 1]
            if first == "阿" {
                lattice.add(edge(at, at + 2, Self.person - 11, .person))
                // 阿良哥俩: the two are brothers.
                if sentence.character(at + 2).has(.elder), sentence[at + 3] != "俩", sentence[at + 3] != "们" {
                    lattice.add(edge(at, at + 3, Self.person - 10, .person))
                }
            } else if next.surname != 255 {
                let known = evidence.isSurname(text[at + 1])
                lattice.add(
                    edge(
                        at, at + 2, Self.person + Self.familiar - Float(next.surname) * 0.1 + (known ? 4 : 0), .person))
            }
        }
    }

    /// Surnames of two characters that are none of Japan's.
    private static let ofChina: StaticWords = [
        "欧阳", "司马", "上官", "诸葛", "夏侯", "司徒", "东方", "皇甫", "尉迟", "公孙", "令狐", "慕容", "长孙", "宇文", "独孤", "南宫", "端木", "闻人",
        "轩辕",
        "呼延", "申屠", "太史", "淳于", "单于", "公冶", "澹台", "濮阳", "百里", "东郭", "西门", "范姜", "张简", "拓跋", "赫连", "完颜", "纳兰", "叶赫",
        "鲜于",
        "闾丘", "司空", "司寇", "钟离", "宗政", "公羊", "公西", "左丘", "梁丘", "乐正", "漆雕", "第五", "东野", "羊舌", "微生", "佟佳", "爱新",
    ]

    /// 质监科副科长: whether a character that is a surname too ends a body's name there.
    private func endsBody(_ sentence: NameSentence, _ at: Int) -> Bool {
        Glyph.isHan(sentence[at - 1]) && Self.bodyEnds.contains(sentence[at])
    }

    /// The logarithm of how often a token is a hamlet of a family.
    private static let hamlet: Float = -11
    /// Whether a character that may be a surname is the last of the office before it: 护士长|文雅, 书记官|应作.
    static func endsOffice(_ sentence: NameSentence, _ at: Int, _ tables: NameTables) -> Bool {
        endOffices.contains(sentence[at])
            && (2...3).contains { at >= $0 && tables.isTitle(sentence.folded[(at - $0)...at]) }
    }

    private static let endOffices: StaticWord = "长官"
    private static let behindShould: StaticWord = "作于由将予依在为以按向对即自先释举负受补另就"
    private static let beforeOffices: StaticWord = "由代和经原有先"
    /// Units that nobody is called by: 科|主任.
    static let units: StaticWord = "科处股组系院部局队厂"
    private static let bodyEnds: StaticWord = "科党区乡县州省校"

    /// 对方教练, 我方代表
    private func isParty(_ sentence: NameSentence, _ at: Int) -> Bool {
        sentence[at] == "方" && Self.parties.contains(sentence[at - 1])
    }

    private static let parties: StaticWord = "对我双各多警校院资甲乙买卖官军"

    /// Whether an office of state follows, which a country has: 法外长, 伊副总理.
    private func isOfState(_ sentence: NameSentence, _ at: Int) -> Bool {
        let start = at + (sentence[at] == "副" ? 1 : 0)
        return Self.officesOfState.contains(in: sentence, at: start)
    }

    private static let officesOfState: StaticWords = ["外长", "外交", "总理", "总统", "国防", "防长", "议长", "首相", "国王", "大使", "驻"]

    /// 首任, 前任, 担任 …: 任 is no surname there; nor after a name or a comma, 路教授任组长，任连长, unless the document
    /// knows a 任 and the clause goes on behind the office, 任经理嗓子哑了.
    private func isTerm(_ sentence: NameSentence, _ at: Int) -> Bool {
        guard sentence[at] == "任" else { return false }
        let before = sentence[at - 1]
        if sentence.character(at - 1).has(.beforeTerm) || Self.subjects.contains(before) { return true }
        let isVerb =
            Glyph.isHan(before) && !sentence.character(at - 1).has(.joining) && !Self.beforeSurname.contains(before)
        guard before == "," || isVerb else { return false }
        guard evidence.isSurname(0x4EFB) else { return true }
        let end = (2...5).last { tables.isTitle(sentence.folded[(at + 1)..<min(sentence.count, at + 1 + $0)]) }
        return end.map { !Glyph.isHan(sentence[at + 1 + $0]) || sentence[at + 1 + $0] == "兼" } ?? false
    }

    /// 女士|任音乐教员
    func isTermOf(_ sentence: NameSentence, _ at: Int) -> Bool {
        sentence[at] == "任" && Self.addressed.contains(in: sentence, endingAt: at)
    }

    private static let addressed: StaticWords = ["女士", "先生", "同志", "老师"]
    /// 他任经理
    private static let subjects: StaticWord = "他她其曾现"

    /// What a sentence puts before 任书记 where he is a person.
    private static let beforeSurname: StaticWord = "由与向对给请跟了是的"

    func given(_ sentence: NameSentence, _ at: Int, _ from: Int, _ base: Float, _ lattice: inout NameLattice) {
        let text = sentence.folded
        // 余曰, 訴之變更, 應作言詞辯論筆錄
        let isFunction =
            sentence[from] == "之" && sentence.characters[at].surname > 75
            || text[at] == "应" && Self.behindShould.contains(sentence[from])
        guard !isFunction, from < sentence.count, text[from] != "曰", !followedByYear(sentence, from + 1) else {
            return
        }
        if Glyph.isHan(text[from]), !isVerbOfLife(sentence, from) {
            let one = sentence.characters[from]
            // 周一 … 周末
            if text[at] == "周", from == at + 1, sentence.characters[from].has(.weekday) { return }
            if counted(sentence, from) { return }
            // 张某; but 朱|老总
            let isOld = text[from] == "老"
            // 孙伯|守着, 何太|仍, where the document knows the surname.
            let isElder = from == at + 1 && (one.has(.elder) || text[from] == "太") && evidence.isSurname(text[at])
            // 范总, 孙君, where the document knows the surname.
            let isAddressed = from == at + 1 && evidence.isSurname(text[at]) && Self.isShortAddress(sentence, from)
            if !isAddressed, !isOld || !Self.afterOld.contains(sentence[from + 1]) {
                lattice.add(
                    edge(
                        at, from + 1,
                        base + Self.twoCharacters + (isElder ? Self.elder : 0)
                            - (text[from] == "某" ? Self.anonymous : Float(one.givenAlone) * 0.1), .person))
            }
            // 余老七
            if isOld, Self.ofBirth.contains(sentence[from + 1]) {
                lattice.add(edge(at, from + 2, base + Self.threeCharacters, .person))
            }
            // 某某
            if from + 1 < sentence.count, Glyph.isHan(text[from + 1]), !followedByYear(sentence, from + 2),
                !isVerbOfLife(sentence, from + 1), !Self.cutsState(sentence, from + 1),
                !counted(sentence, from + 1), !namesDoctrine(sentence, from + 2)
            {
                let two = sentence.characters[from + 1]
                if text[from] == "某", text[from + 1] == "某" {
                    lattice.add(edge(at, from + 2, base - 3, .person))
                } else {
                    lattice.add(
                        edge(
                            at, from + 2,
                            base + Self.threeCharacters - Float(one.givenFirst) * 0.1 - Float(two.givenSecond) * 0.1
                                - (isOld ? Self.old : isElder ? Self.elder : 0), .person))
                }
            }
        } else if Glyph.isSpace(text[from]), from == at + 1, sentence.characters[at].surname < 75 {
            // 李　明: padded to the width of three characters, and set off on both sides.
            var end = from
            while end < sentence.count, Glyph.isSpace(text[end]), end - from < 4 { end += 1 }
            guard end < sentence.count, Glyph.isHan(text[end]) else { return }
            let before = sentence[at - 1]
            let after = sentence[end + 1]
            // 护士长高　洁、王　芳随队出征: in a line of text, behind an office or another name.
            let isAnnounced =
                text[from] == "\u{3000}" && end == from + 1
                && (lattice.isAnnounced || lattice.isAfterOffice || before == "、" || before == "和")
            // 高　峰任市水务局局长
            guard !Glyph.isHan(before) || isAnnounced, !Glyph.isHan(after) || after == "任" || isAnnounced
            else { return }
            if isSetWideWord(sentence, at, gap: end - from) { return }
            let one = sentence.characters[end]
            lattice.add(edge(at, end + 1, base + 6 - Float(one.givenAlone) * 0.1, .person))
            spaced(sentence, at, end, base, &lattice)
        }
    }

    /// Whether a character is the first of an office of the state: 梁强|国家主席.
    static func cutsState(_ sentence: NameSentence, _ at: Int) -> Bool {
        sentence[at] == "国" && ofState.contains(in: sentence, at: at)
    }

    private static let ofState: StaticWords = ["国家主席", "国家副主席", "国家元首", "国家领导", "国务卿", "国务委员", "国防部", "国会议"]

    /// Whether a count of people follows that belongs to a list of names: 二君, 三人.
    func counted(_ sentence: NameSentence, _ last: Int) -> Bool {
        sentence.character(last).has(.numeral) && Self.countsPeople(sentence[last + 1])
    }

    /// 君 人 位 名 者
    static func countsPeople(_ character: UInt16) -> Bool {
        switch character {
        case "君", "人", "位", "名", "者": true
        default: false
        }
    }

    /// 于　得　水: set wide, with the same space twice.
    func spaced(
        _ sentence: NameSentence, _ at: Int, _ middle: Int, _ base: Float, _ lattice: inout NameLattice
    ) {
        let gap = middle - at - 1
        let last = middle + gap + 1
        guard gap > 0, (1...gap).allSatisfy({ Glyph.isSpace(sentence[middle + $0]) }), Glyph.isHan(sentence[last]),
            !Glyph.isHan(sentence[last + 1])
        else { return }
        // Before and behind it more white space, none, or a word that is not set wide: 區長　簡　文　彥　民政課.
        func isApart(_ at: Int, _ step: Int) -> Bool {
            !Glyph.isSpace(sentence[at + step]) || (1...gap + 1).allSatisfy { Glyph.isSpace(sentence[at + step * $0]) }
                || Glyph.isHan(sentence[at + step * (gap + 1)]) && Glyph.isHan(sentence[at + step * (gap + 2)])
        }
        let before = isApart(at, -1)
        let after = isApart(last, 1)
        guard before, after else { return }
        let (two, three) = (sentence.character(middle), sentence.character(last))
        lattice.add(
            edge(
                at, last + 1, base + 12 - Float(two.givenFirst) * 0.1 - Float(three.givenSecond) * 0.1, .person))
    }

    /// Whether a character stands in a label that is set wide: 索 引 号：, 发 文 机 关：
    func isSetWideWord(_ sentence: NameSentence, _ at: Int, gap: Int) -> Bool {
        func isNext(_ from: Int, _ to: Int) -> Bool {
            Glyph.isHan(sentence[to]) && (min(from, to) + 1..<max(from, to)).allSatisfy { Glyph.isSpace(sentence[$0]) }
        }
        let step = gap + 1
        var first = at
        while isNext(first, first - step), at - first < 4 * step { first -= step }
        var last = at
        while isNext(last, last + step), last - at < 4 * step { last += step }
        let count = (last - first) / step + 1
        func isWord(_ start: Int) -> Bool {
            tables.node([sentence[start], sentence[start + step]]).map { tables.isWord($0) } ?? false
        }
        return sentence[last + 1] == ":" && (3...5).contains(count)
            && stride(from: first, to: last, by: step).contains { isWord($0) }
    }

    static func isOrderOfBirth(_ character: UInt16) -> Bool { ofBirth.contains(character) }

    /// 老总 老师 老板 老乡 老人 老汉 老太 老爷 老大
    static let afterOld: StaticWord = "总师板乡人汉太爷大"
    /// What the children of a house are called in the order of their birth.
    private static let ofBirth: StaticWord = "大二三四五六七八九十幺满"
    /// How much rarer 老 is as the first of two given characters: 骆老正 is 骆老 and another word.
    static let old: Float = 3
    /// What a form of address of the family gains behind a surname that the document knows, and costs as part of a longer
    /// name.
    static let elder: Float = 3
    private static let threeCharacters: Float = -0.5
    private static let twoCharacters: Float = -1.2
    private static let compound: Float = -1.0
    private static let surnameAlone: Float = -2.2
    /// What a surname without a name costs: 张某.
    private static let anonymous: Float = 1
}
