/// What is mended of the tagger's names before the rules read them.
extension NameFilter {
    /// The spans of a sentence, persons' names cut to what belongs to them: no colon (福生：), verb (雷震任…), adverb, age or title
    /// (奥尔加公主) at an end; without those that are a surname with its office (高里长), half of a form of address (老|刘) or a name
    /// with the count of a list (甘霖二君).
    func mended(
        _ spans: ArraySlice<TaggedSpan>, _ sentence: NameSentence, _ tables: NameTables, _ candidates: NameCandidates
    ) -> ArraySlice<TaggedSpan> {
        var spans = spans
        var kept = spans.startIndex
        for index in spans.indices {
            let span = spans[index]
            var range = span.start..<span.end
            if span.label == .person, span.end <= sentence.count {
                guard let mended = mended(range, sentence, tables, candidates) else { continue }
                range = mended
            }
            spans[kept] = TaggedSpan(
                start: range.lowerBound, end: range.upperBound, label: span.label, probability: span.probability)
            kept += 1
        }
        return spans[..<kept]
    }

    /// What is a person's name of a range that is tagged as one; nil where nothing is.
    private func mended(
        _ range: Range<Int>, _ sentence: NameSentence, _ tables: NameTables, _ candidates: NameCandidates
    ) -> Range<Int>? {
        if sentence.isSelf(range.lowerBound) || isOfFunctionWords(range, sentence, candidates)
            || isPlant(range, sentence, tables)
            || isOfCountries(range, sentence) || isJoined(range, sentence)
            || isMagistrate(range, sentence, tables)
            || isOfParty(range, sentence) || isEndOfWord(range, sentence, tables)
            || NameCandidates.endsOffice(sentence, range.lowerBound, tables)
            // 村支书|西装革履
            || range.count >= 4 && tables.isOrdinary(sentence.folded[range])
        {
            return nil
        }
        // 索 引 号：
        if let gap = range.dropFirst().firstIndex(where: { !Glyph.isSpace(sentence[$0]) }), gap > range.lowerBound + 1,
            candidates.isSetWideWord(sentence, range.lowerBound, gap: gap - range.lowerBound - 1)
        {
            return nil
        }
        var name = withOrderOfBirth(range, sentence)
        // 公讳|谦
        if name.count == 3, sentence[name.lowerBound + 1] == "讳" { name = name.dropFirst(2) }
        while name.count > 1, Self.closing.contains(sentence[name.upperBound - 1]) { name = name.dropLast() }
        if name.count > 1, NameCandidates.saysInNovel(sentence, name.upperBound - 1) { name = name.dropLast() }
        // 系（科）|主任
        if name.count == 1, sentence[name.upperBound] == ")", range.count > 1 { return nil }
        name = withoutComparison(name, sentence, tables)
        name = withoutPreposition(name, sentence, tables)
        name = withoutOffice(name, sentence, tables)
        name = withoutVerb(name, sentence, candidates)
        if isHalfOfAddress(name, sentence) || isTitled(name, sentence, tables) { return nil }
        // Of these one at most stands there.
        return withoutKin(name, sentence) ?? withoutAncestor(name, sentence) ?? withoutBrother(name, sentence)
            ?? withoutContest(name, sentence) ?? withoutReign(name, sentence, tables)
            ?? withoutCount(name, sentence, tables) ?? withoutTitle(name, sentence, tables) ?? name
    }

    // MARK: No names

    /// Whether a tagged person of one or two characters is made of function words, 之, 及, 訴之, 應於, 應作, 所方; but 应星教授. A
    /// surname alone may be somebody.
    private func isOfFunctionWords(_ range: Range<Int>, _ sentence: NameSentence, _ candidates: NameCandidates) -> Bool
    {
        guard range.count <= 2 else { return false }
        let (start, last) = (range.lowerBound, sentence.folded[range.upperBound - 1])
        let first = sentence.characters[start]
        if range.count == 1 { return first.surname == 255 || !first.classes.isDisjoint(with: [.stop, .joining]) }
        if first.surname == 255,
            range.contains(where: {
                !sentence.characters[$0].classes.isDisjoint(with: [.stop, .joining, .locative])
            })
        {
            return true
        }
        let end = range.upperBound
        return Self.functionWords.contains(last)
            || sentence.folded[start] == "应" && Glyph.isHan(sentence[end])
                && !candidates.opensTitle(sentence, end) && !Self.verbsOfSpeech.contains(sentence[end])
            || last == "方" && first.surname > Self.usualSurname
    }

    /// 自以|为: whether a name of two characters with a rare surname ends in a function word.
    func endsInFunctionWord(_ range: Range<Int>, _ sentence: NameSentence) -> Bool {
        range.count == 2 && sentence.characters[range.lowerBound].surname > Self.usualSurname
            && Self.endsOfWords.contains(sentence.folded[range.upperBound - 1])
    }

    /// Of the function words, those that names do not end in as 润之 and 宗和 do.
    private static let endsOfWords: StaticWord = "以则者其所被第而"

    private static let functionWords: StaticWord = "之及于在而以则者其为所与和被第"
    /// In tenths of a nat.
    private static let usualSurname: UInt8 = 60

    /// 顾问|费增加, 经|费支出: the surname ends a word, and what is taken for a given name is a common one.
    private func isEndOfWord(_ range: Range<Int>, _ sentence: NameSentence, _ tables: NameTables) -> Bool {
        guard range.count == 3, range.lowerBound > 0, sentence[range.lowerBound] == "费",
            Glyph.isHan(sentence[range.lowerBound - 1])
        else { return false }
        return tables.node(sentence.folded[range.dropFirst()]).map {
            tables.isWord($0) && tables.cost($0) < Self.commonWord
        } ?? false
    }

    private static let commonWord: Float = 10

    /// 对|党忠诚: what is said of the party.
    private func isOfParty(_ range: Range<Int>, _ sentence: NameSentence) -> Bool {
        sentence[range.lowerBound] == "党" && Self.beforeParty.contains(sentence[range.lowerBound - 1])
    }

    private static let beforeParty: StaticWord = "对向为爱跟听从让入在与的"
    private static let closing: StaticWord = ":)》〉”’"

    /// 乌美俄|三方
    private func isOfCountries(_ range: Range<Int>, _ sentence: NameSentence) -> Bool {
        range.count == 3 && range.allSatisfy { sentence.characters[$0].has(.country) }
            && Self.ofThree.contains(in: sentence, at: range.upperBound)
    }

    private static let ofThree: StaticWords = ["三方", "三国", "三边", "关系", "峰会", "会谈", "对话", "合作", "外长", "领导人"]

    /// 现任|东方日升|董事, 就职于|东方日升: what somebody comes to is a body; but 曾任|张伟|秘书.
    private func isJoined(_ range: Range<Int>, _ sentence: NameSentence) -> Bool {
        range.count >= 4 && Self.joining.contains(in: sentence, endingAt: range.lowerBound)
    }

    /// 任|彭泽令: the magistrate of a place.
    private func isMagistrate(_ range: Range<Int>, _ sentence: NameSentence, _ tables: NameTables) -> Bool {
        range.count >= 3 && Self.magistrates.contains(sentence[range.upperBound - 1])
            && Self.beforeMagistrates.contains(sentence[range.lowerBound - 1])
            && tables.node(sentence.folded[range.dropLast()]).map { tables.flags($0).contains(.place) } ?? false
    }

    private static let magistrates: StaticWord = "令尹守丞尉宰"
    private static let beforeMagistrates: StaticWord = "任为授除补迁拜署知"

    private static let joining: StaticWords = ["现任", "历任", "曾任", "就职于", "任职于", "供职于", "毕业于", "加盟"]

    /// 白桦、白杨: plants among plants.
    private func isPlant(_ range: Range<Int>, _ sentence: NameSentence, _ tables: NameTables) -> Bool {
        range.count == 2 && Self.ofPlants.contains(sentence.folded[range.upperBound - 1])
            && tables.isOrdinary(sentence.folded[range])
            && (isBehindPlant(range.lowerBound, sentence) || isBeforePlant(range.upperBound, sentence))
    }

    private func isBehindPlant(_ start: Int, _ sentence: NameSentence) -> Bool {
        sentence[start - 1] == "、" && Self.ofPlants.contains(sentence[start - 2])
    }

    private func isBeforePlant(_ end: Int, _ sentence: NameSentence) -> Bool {
        guard sentence[end] == "、" else { return false }
        var last = end + 1
        while last - end < 5, Glyph.isHan(sentence[last + 1]), !Self.behindPlants.contains(sentence[last + 1]) {
            last += 1
        }
        return Self.ofPlants.contains(sentence[last])
    }

    private static let behindPlants: StaticWord = "等和与及的"
    private static let ofPlants: StaticWord = "桦杨柳松柏桃李杏梅兰菊竹莲荷桂槐榆枫樟楠榴枣栗参芪芩术芍连芷草花茶麻豆麦谷黍粱"

    /// A surname alone that is half of a word: 祝|老师们, 刘家, 老|刘, 葛|老.
    private func isHalfOfAddress(_ range: Range<Int>, _ sentence: NameSentence) -> Bool {
        guard range.count == 1 else { return false }
        let (before, behind) = (sentence[range.lowerBound - 1], sentence[range.upperBound])
        return sentence[range.upperBound + 2] == "们" || behind == "家" || behind == "氏" || behind == "老"
            || before == "老" || before == "小"
    }

    /// A surname with its office or a count behind it: 高里长, 欧阳省长, 甘霖二君.
    private func isTitled(_ range: Range<Int>, _ sentence: NameSentence, _ tables: NameTables) -> Bool {
        guard range.count >= 3 else { return false }
        let name = sentence.folded[range]
        let rest = name.dropFirst()
        if tables.isTitle(rest) { return true }
        if rest.count == 3, tables.isTitle(rest.dropFirst()), surnameLength(Array(name), tables) == 2 { return true }
        return (name.last == "君" || name.last == "人") && tables.has(name[name.endIndex - 2], .numeral)
    }

    // MARK: Too much or too little of a name

    /// 余老|七
    private func withOrderOfBirth(_ range: Range<Int>, _ sentence: NameSentence) -> Range<Int> {
        let end = range.upperBound
        guard range.count == 2, sentence[end - 1] == "老", NameCandidates.isOrderOfBirth(sentence[end]) else {
            return range
        }
        return range.lowerBound..<end + 1
    }

    /// 比|彼得年幼
    private func withoutComparison(_ range: Range<Int>, _ sentence: NameSentence, _ tables: NameTables) -> Range<Int> {
        guard range.count > 2, sentence.folded[range.lowerBound] == "比",
            let rest = tables.node(sentence.folded[range.dropFirst()]), tables.word(rest).personCost != nil
        else { return range }
        return range.dropFirst()
    }

    /// 此书经|启功先生引荐; but 主席经叔平介绍
    private func withoutPreposition(_ range: Range<Int>, _ sentence: NameSentence, _ tables: NameTables) -> Range<Int> {
        guard range.count >= 3, sentence[range.lowerBound] == "经", Glyph.isHan(sentence[range.lowerBound - 1]),
            !(2...4).contains(where: {
                range.lowerBound >= $0
                    && tables.isTitle(sentence.folded[(range.lowerBound - $0)..<range.lowerBound])
            }),
            (range.upperBound..<range.upperBound + 5).contains(where: { Self.mediation.contains(in: sentence, at: $0) })
        else { return range }
        return range.dropFirst()
    }

    private static let mediation: StaticWords = ["引荐", "介绍", "推荐", "提名", "提议", "批准", "同意", "证实", "转交", "引见"]

    /// 石桥镇镇长|韩雪
    private func withoutOffice(_ range: Range<Int>, _ sentence: NameSentence, _ tables: NameTables) -> Range<Int> {
        guard range.count > 4 else { return range }
        for start in ((range.lowerBound + 3)..<(range.upperBound - 1)).reversed() {
            let isAfterOffice = (2...4).contains {
                start - $0 >= range.lowerBound && tables.isTitle(sentence.folded[(start - $0)..<start])
            }
            if isAfterOffice { return start..<range.upperBound }
        }
        return range
    }

    /// 马原|四岁, 雷震|任大队长
    private func withoutVerb(_ range: Range<Int>, _ sentence: NameSentence, _ candidates: NameCandidates) -> Range<Int>
    {
        guard range.count > 2 else { return range }
        let start = range.lowerBound
        var end = range.upperBound
        if sentence[end - 1] == "岁" { end -= 1 }
        if sentence[end] == "岁" {
            while end - start > 2, candidates.tables.has(sentence[end - 1], .numeral) { end -= 1 }
        } else {
            end = range.upperBound
        }
        // 尤怀德|云， 温馨|启。
        if !Glyph.isHan(sentence[end]), end - start > (sentence[end - 1] == "云" ? 3 : 2),
            Self.closingWords.contains(sentence[end - 1]), sentence.characters[start].surname != 255
        {
            end -= 1
        }
        // 屈伸|则在枫林铺, 知县危士奇|建。
        if range.count > 2, sentence[end - 1] == "则", Self.behindThen.contains(sentence[end]) { end -= 1 }
        if end - start == 4, !Glyph.isHan(sentence[end]), Self.buildingVerbs.contains(sentence[end - 1]),
            sentence.characters[start].surname != 255,
            surnameLength(Array(sentence.folded[start..<end]), candidates.tables) != 2,
            (2...4).contains(where: { start >= $0 && candidates.tables.isTitle(sentence.folded[(start - $0)..<start]) })
        {
            end -= 1
        }
        // 梁强|国家主席
        if end - start == 3, NameCandidates.cutsState(sentence, end - 1) { end -= 1 }
        if candidates.isVerbOfLife(sentence, end - 1) || endsInAdverb(range, end, sentence, candidates) { end -= 1 }
        // 骆老|正写字
        if end - start == 3, sentence[start + 1] == "老", candidates.isAdverb(sentence, end - 1) { end -= 1 }
        return start..<end
    }

    private static let behindThen: StaticWord = "在于以由因是为云言谓认称"
    private static let buildingVerbs: StaticWord = "建修捐募题书撰立筑葺"
    /// 云 曰 谓 启 谨
    private static let closingWords: StaticWord = "云曰谓启谨"

    /// 独子|小军, 和姐夫|保罗
    private func withoutKin(_ range: Range<Int>, _ sentence: NameSentence) -> Range<Int>? {
        let joint = Self.joints.contains(sentence[range.lowerBound]) ? 1 : 0
        // 其子|桂向前
        if range.count >= 3, Self.ownKin.contains(in: sentence, at: range.lowerBound) { return range.dropFirst(2) }
        guard range.count >= joint + 4, let kin = Self.kin.first(in: sentence, at: range.lowerBound + joint) else {
            return nil
        }
        return range.dropFirst(joint + kin.count)
    }

    /// 曾祖方谷，祖|守仁: 祖 and 考 are surnames too.
    private func withoutAncestor(_ range: Range<Int>, _ sentence: NameSentence) -> Range<Int>? {
        guard range.count == 3, Self.ancestors.contains(sentence[range.lowerBound]),
            !Glyph.isHan(sentence[range.lowerBound - 1]),
            (range.lowerBound - 14..<range.lowerBound - 1).contains(where: { Self.elders.contains(sentence[$0]) })
        else { return nil }
        return range.dropFirst()
    }

    private static let ancestors: StaticWord = "祖考"
    private static let elders: StaticWord = "祖考妣父"

    private static let ownKin: StaticWords = ["其子", "其女", "其妻", "其父", "其母", "其弟", "其兄", "其妹", "其孙", "其侄", "其夫"]
    private static let joints: StaticWord = "和与及同跟"

    /// 陈安|之弟陈集
    private func withoutBrother(_ range: Range<Int>, _ sentence: NameSentence) -> Range<Int>? {
        let end = range.upperBound
        guard range.count == 3, sentence[end - 1] == "之", Self.brothers.contains(sentence[end]),
            sentence[end + 1] == sentence[range.lowerBound]
        else { return nil }
        return range.dropLast()
    }

    /// 约瑟夫·卡尔米|赛后
    private func withoutContest(_ range: Range<Int>, _ sentence: NameSentence) -> Range<Int>? {
        guard range.count >= 3, range.contains(where: { Glyph.isNameDot(sentence[$0]) }) else { return nil }
        // 伊莎贝拉·莫雷诺|摄）
        if sentence[range.upperBound - 1] == "摄" { return range.dropLast() }
        return Self.ofContests.contains(in: sentence, at: range.upperBound - 2) ? range.dropLast(2) : nil
    }

    /// 查理四世|升
    private func withoutReign(_ range: Range<Int>, _ sentence: NameSentence, _ tables: NameTables) -> Range<Int>? {
        let last = range.dropFirst(2).dropLast().first {
            sentence[$0] == "世" && tables.has(sentence[$0 - 1], .numeral)
        }
        return last.map { range.lowerBound..<($0 + 1) }
    }

    /// 甘霖二|君: the number is the list's.
    private func withoutCount(_ range: Range<Int>, _ sentence: NameSentence, _ tables: NameTables) -> Range<Int>? {
        guard range.count >= 3, tables.has(sentence[range.upperBound - 1], .numeral),
            NameCandidates.countsPeople(sentence[range.upperBound])
        else { return nil }
        return range.dropLast()
    }

    /// 奥尔加|公主
    private func withoutTitle(_ range: Range<Int>, _ sentence: NameSentence, _ tables: NameTables) -> Range<Int>? {
        guard range.count >= 4, tables.isTitle(sentence.folded[range].suffix(2)) else { return nil }
        return range.dropLast(2)
    }

    private static let kin: StaticWords = [
        "独子", "长子", "次子", "幼子", "三子", "四子", "儿子", "儿媳", "长女", "次女", "幼女", "女儿", "女婿", "妻子", "丈夫", "弟弟", "妹妹", "哥哥",
        "姐姐", "姐夫", "妹夫", "嫂子", "弟媳", "父亲", "母亲", "岳父", "岳母", "祖父", "祖母", "外公", "外婆", "叔父", "伯父", "舅父", "姑母", "姨母",
        "侄子", "侄女", "外甥", "孙子", "孙女", "曾孙", "堂兄", "堂弟", "表兄", "表弟", "遗孀", "未婚妻",
    ]
    private static let brothers: StaticWord = "弟兄子妹姐女孙"
    private static let ofContests: StaticWords = ["赛后", "赛前", "赛中"]
    private static let behindLaugh: StaticWord = "着道说"
    private static let adjectives: StaticWord = "懒笨俗傻穷累忙慢快难贵晚早急软硬轻重苦贪狠脏乱吵瘦胖"
    private static let seldomInNames: StaticWord = "曾皆亦"
    private static let verbsOfSpeech: StaticWord = "问说答道笑称"

    /// Whether the last character of a tagged person's name is an adverb: behind a name with a dot, or behind one that the
    /// document shows.
    private func endsInAdverb(
        _ range: Range<Int>, _ end: Int, _ sentence: NameSentence, _ candidates: NameCandidates
    ) -> Bool {
        // 付清|曾到场, 周到|则说
        if Glyph.isHan(sentence[end]) {
            let last = sentence[end - 1]
            if Self.seldomInNames.contains(last) { return true }
            // 陈福田|太俗
            if last == "太", range.count == 3, Self.adjectives.contains(sentence[end]) { return true }
            // 乔木笑|着说
            if last == "笑", Self.behindLaugh.contains(sentence[end]) { return true }
            if last == "则",
                let name = candidates.tables.node(sentence.folded[range.lowerBound..<end - 1]),
                candidates.tables.isWord(name)
            {
                return true
            }
        }
        if range.count == 3, Self.verbsOfSpeech.contains(sentence[end - 1]) {
            // 王芳|问，
        } else if range.count > 2, candidates.isBeforeKin(sentence, end - 1) {
            // 欧阳敏|之孙
        } else if !candidates.isAdverb(sentence, end - 1) {
            return false
        }
        if (range.lowerBound..<end).contains(where: { Glyph.isNameDot(sentence[$0]) }) { return true }
        // 唐唐|刚下火车
        if range.count == 3, sentence[range.lowerBound] == sentence[range.lowerBound + 1], Glyph.isHan(sentence[end]) {
            return true
        }
        let name = sentence.folded[range.lowerBound..<end]
        guard let shown = candidates.evidence.name(NameEvidence.hash(name.dropLast())), !shown.isPart else {
            return false
        }
        return shown.count >= candidates.evidence.name(NameEvidence.hash(name))?.count ?? 0
    }
}
