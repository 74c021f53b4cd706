/// Names that their setting alone shows, whatever words they are made of.
extension NameCandidates {
    func cued(_ sentence: NameSentence, _ at: Int, _ lattice: inout NameLattice) {
        // The character before rules most places out.
        switch sentence[at - 1] {
        case "字", "号", "名", "称", ":", "“", "「", "作", "叫", "为":
            courtesyName(sentence, at, &lattice)
            pseudonym(sentence, at, &lattice)
            called(sentence, at, &lattice)
        case "讳", "曰": named(sentence, at, &lattice)
        // 本院|邱委員毅，
        case "院": member(sentence, at, &lattice)
        // 任命 免去 聘请 选举
        case "命", "去", "请", "举": appointed(sentence, at, at, &lattice)
        case "、":
            // 免去方正、|安康的
            var start = at - 1
            while start > 0, at - start < 16, Glyph.isHan(sentence[start - 1]) || sentence[start - 1] == "、" {
                start -= 1
                if Self.appointments.contains(in: sentence, at: start) {
                    appointed(sentence, at, start + 2, &lattice)
                    break
                }
            }
            labelled(sentence, at, &lattice)
        case 0:
            if sentence.opensBlock {
                appointedByLine(sentence, at, &lattice)
                listed(sentence, at, &lattice)
            }
        // 9-万里、
        case "-", ".": numbered(sentence, at, &lattice)
        case "\u{3000}", " ", "\t":
            if sentence.opensBlock, isNumberOfRow(sentence, at) { listed(sentence, at, &lattice) }
        default: break
        }
        if lattice.isAnnounced {
            described(sentence, at, &lattice)
            unlisted(sentence, at, &lattice)
        } else {
            switch sentence[at - 1] {
            case "、", ",", ":", "\u{3000}", " ", 0: described(sentence, at, &lattice)
            default: break
            }
        }
        switch sentence[at - 1] {
        case ",", ";": appointedByClause(sentence, at, &lattice)
        default: break
        }
        nameInReligion(sentence, at, &lattice)
        toldOf(sentence, at, &lattice)
        if !Glyph.isHan(sentence[at - 1]) {
            particulars(sentence, at, &lattice)
            signed(sentence, at, &lattice)
        }
        if sentence.manner.tellsOfLineage { genealogical(sentence, at, &lattice) }
    }

    /// 次仁旺堆, 阿不都热合曼·卡德尔, 其其格: names of Tibetans, Uyghurs and Mongols, whose parts are ever the same.
    func ofParts(_ sentence: NameSentence, _ at: Int, _ lattice: inout NameLattice) {
        guard sentence.character(at).has(.namePart), !Glyph.isNameDot(sentence[at - 1]) else { return }
        var end = at
        var parts = 0
        while parts < 4 {
            let dot = parts > 0 && Glyph.isNameDot(sentence[end]) ? 1 : 0
            guard let size = NameParts.longest(sentence, end + dot) else { break }
            end += dot + size
            parts += 1
            // Two characters may be a place or a word; and a name may have parts that are not known here.
            let goesOn =
                Glyph.isNameDot(sentence[end])
                || sentence.character(end).foreign != 255
                    && (parts < 2 || end - at < 4 || sentence.hasNameDot)
            if end - at >= 3, !goesOn { lattice.add(edge(at, end, parts == 1 ? -11 : -7 - Float(parts), .person)) }
        }
    }

    /// 嘎西·旺杰（藏族）、陈丽（女，回族）: in a list of members, what stands before the people or the sex of a person.
    private func described(_ sentence: NameSentence, _ at: Int, _ lattice: inout NameLattice) {
        var end = at
        while end - at < 24, Glyph.isHan(sentence[end]) || Glyph.isNameDot(sentence[end]) { end += 1 }
        guard end - at >= 2, sentence[end] == "(", Glyph.isHan(sentence[end - 1]) else { return }
        let open = end
        // 阿苏铁同志（彝族）
        if end - at >= 4, Self.comrades.contains(in: sentence, endingAt: end) { end -= 2 }
        // 石桥镇镇长|李春（女）
        for stop in (at + 2)..<max(at + 2, end - 1)
        where (2...min(4, stop - at)).contains(where: { tables.isTitle(sentence.folded[(stop - $0)..<stop]) }) {
            return
        }
        var next = open + 1
        if sentence[next] == "女" || sentence[next] == "男" {
            next += 1
            if sentence[next] == ")" || sentence[next] == "," {
                lattice.add(edge(at, end, Self.cue, .person))
                return
            }
        }
        for size in 1...6 where sentence[next + size] == "族" && sentence[next + size + 1] == ")" {
            lattice.add(edge(at, end, Self.cue, .person))
        }
        // 江大河（县应急管理局局长）
        if (2...4).contains(end - at), sentence.characters[at].surname != 255, holdsOffice(open, sentence) {
            lattice.add(edge(at, end, Self.cue, .person))
        }
        // ⏎车水（主任）
        if (2...3).contains(end - at), sentence.characters[at].surname != 255, !Glyph.isHan(sentence[at - 1]),
            isOffice(open, sentence), !tables.isTitle(sentence.folded[at..<end])
        {
            lattice.add(edge(at, end, Self.bracketed, .person))
        }
    }

    /// Whether a bracket opens at an index that holds an office alone.
    private func isOffice(_ open: Int, _ sentence: NameSentence) -> Bool {
        let close = (open + 3...open + 7).first { !Glyph.isHan(sentence[$0]) }
        return close.map { sentence[$0] == ")" && tables.isTitle(sentence.folded[(open + 1)..<$0]) } ?? false
    }

    private static let bracketed: Float = 2

    /// Whether a bracket opens at an index that ends with an office, and holds a body's name before it.
    private func holdsOffice(_ open: Int, _ sentence: NameSentence) -> Bool {
        guard
            let close = (open + 4..<max(open + 4, min(sentence.count, open + 24))).first(where: {
                !Glyph.isHan(sentence.folded[$0])
            }), sentence.folded[close] == ")"
        else { return false }
        return (2...3).contains { tables.isTitle(sentence.folded[(close - $0)..<close]) }
            && sentence.character(close - 3).has(.beforeOffice)
    }

    /// 值班员罕勇: behind an office what is no word and begins with no surname of ours may be a name all the same.
    private func unlisted(_ sentence: NameSentence, _ at: Int, _ lattice: inout NameLattice) {
        let first = sentence.characters[at]
        guard first.surname == 255, isOfUnlisted(sentence, at), !Self.aboutToTell.contains(sentence[at]),
            lattice.second(at).map({ !tables.isWord($0) }) ?? true, isOfUnlisted(sentence, at + 1),
            // 部长返|京
            !ShortPlaces.isPlace(sentence, at + 1, tables)
        else { return }
        let second = sentence.characters[at + 1]
        let score = Self.person + Self.unlisted - Float(first.givenFirst) * 0.1
        if !Glyph.isNameDot(sentence[at + 2]) {
            lattice.add(edge(at, at + 2, score - Float(second.givenAlone) * 0.1, .person))
        }
        guard isOfUnlisted(sentence, at + 2), !Glyph.isNameDot(sentence[at + 3]),
            tables.node(sentence.folded[(at + 1)...(at + 2)]) == nil
        else { return }
        let third = sentence.characters[at + 2]
        lattice.add(
            edge(at, at + 3, score - Float(second.givenFirst) * 0.1 - Float(third.givenSecond) * 0.1, .person))
    }

    private func isOfUnlisted(_ sentence: NameSentence, _ at: Int) -> Bool {
        Glyph.isHan(sentence[at])
            && sentence.character(at).classes.isDisjoint(with: [.stop, .joining, .locative, .numeral, .level])
    }

    /// 乡民|自筑长堤
    private static let aboutToTell: StaticWord = "自由从以因为并"

    /// How seldom a person behind an office has no surname that is listed.
    private static let unlisted: Float = -4

    /// （字伯贞）: a courtesy name, which has no surname.
    private func courtesyName(_ sentence: NameSentence, _ at: Int, _ lattice: inout NameLattice) {
        guard sentence[at - 1] == "字" || sentence[at - 1] == "号" else { return }
        let before = sentence[at - 2]
        guard before == "(" || before == "," || before == "、" else { return }
        alone(sentence, at, 1...3, &lattice)
        // 号石泉居士
        for size in 4...5 where Self.hermits.contains(in: sentence, endingAt: at + size) {
            alone(sentence, at, size...size, &lattice)
        }
    }

    private static let hermits: StaticWords = ["居士", "山人", "老人", "道人", "先生", "主人", "逸叟", "散人", "渔父", "樵夫", "野老", "逸士"]

    /// 讳文达，字子通; 长曰宗仁，次曰宗义: the given name of somebody whose surname all know.
    private func named(_ sentence: NameSentence, _ at: Int, _ lattice: inout NameLattice) {
        guard sentence[at - 1] == "讳" || Self.ofSons.contains(sentence[at - 2]) else { return }
        alone(sentence, at, 1...2, &lattice)
    }

    /// Which son.
    private static let ofSons: StaticWord = "长次三四五六七幼季仲"

    /// 笔名江上客, 法号：净严, 人称“萧半山”.
    private func pseudonym(_ sentence: NameSentence, _ at: Int, _ lattice: inout NameLattice) {
        // 都叫他“鸭司令”
        if sentence[at - 1] == "“" || sentence[at - 1] == "「",
            Self.callings.contains(in: sentence, endingAt: at - 1)
        {
            for size in 2...4 where sentence[at + size] == sentence[at - 1] + 1 && isHan(sentence, at, size) {
                lattice.add(edge(at, at + size, Self.cue, .person))
            }
        }
        var end = at
        while end > 0, at - end < 3, Self.pseudonymMarks.contains(sentence[end - 1]) { end -= 1 }
        guard
            let word = Self.pseudonyms.first(in: sentence, endingAt: end),
            !Glyph.isHan(sentence[end - word.count - 1]), !Self.pseudonymMarks.contains(sentence[at])
        else { return }
        alone(sentence, at, 2...4, &lattice)
    }

    /// What stands alone, with nothing but marks after it, is the name.
    func alone(_ sentence: NameSentence, _ at: Int, _ sizes: ClosedRange<Int>, _ lattice: inout NameLattice) {
        for size in sizes where !Glyph.isHan(sentence[at + size]) && isHan(sentence, at, size) {
            lattice.add(edge(at, at + size, Self.cue, .person))
        }
    }

    /// 9-万里、10-石头（65′）: a row of names with their numbers.
    private func numbered(_ sentence: NameSentence, _ at: Int, _ lattice: inout NameLattice) {
        guard Glyph.isDigit(sentence[at - 2]) else { return }
        var end = at
        while Glyph.isHan(sentence[end]) || Glyph.isNameDot(sentence[end]), end - at < 12 { end += 1 }
        guard end - at >= 2, end - at <= 4 || sentence.hasNameDot else { return }
        var next = end
        // What a bracket tells of the player.
        if sentence[next] == "(" {
            while next < sentence.count, sentence[next] != ")", next - end < 16 { next += 1 }
            next += 1
        }
        // Another number follows.
        while next < sentence.count, !Glyph.isHan(sentence[next]), !Glyph.isDigit(sentence[next]) { next += 1 }
        var digits = next
        while Glyph.isDigit(sentence[digits]) { digits += 1 }
        if digits > next, digits - next <= 2, sentence[digits] == sentence[at - 1], Glyph.isHan(sentence[digits + 1]) {
            lattice.add(edge(at, end, Self.cue, .person))
        }
    }

    /// 本院邱委員毅，: a member of one given character, with the office between surname and given name.
    private func member(_ sentence: NameSentence, _ at: Int, _ lattice: inout NameLattice) {
        guard sentence.has("本院", at: at - 2), sentence.characters[at].surname != 255, sentence.has("委员", at: at + 1),
            Glyph.isHan(sentence[at + 3]), sentence[at + 4] == ",", !Self.behindMembers.contains(sentence[at + 3])
        else { return }
        lattice.add(edge(at, at + 4, Self.ofHouse, .person))
    }

    private static let ofHouse: Float = 4
    /// What members do: 王委員說，
    private static let behindMembers: StaticWord = "说问称谈指答提认表看讲来去到走在为是有等们及与和之的即则亦也都均人并"

    /// 任命方正为…, 免去黎明的…职务.
    ///
    /// - Parameter list: where the names begin of which this is one.
    private func appointed(_ sentence: NameSentence, _ at: Int, _ list: Int, _ lattice: inout NameLattice) {
        guard let word = Self.appointments.first(in: sentence, at: list - 2), sentence[at] != "为"
        else { return }
        let follows: Unicode.Scalar = word.first == "免" ? "的" : "为"
        for size in 2...4 where isHan(sentence, at, size) && !sentence.has("同志", at: at + size - 2) {
            let next = sentence[at + size]
            if next == follows || next == "、" || next == "(" || sentence.has("同志", at: at + size) {
                lattice.add(edge(at, at + size, Self.cue, .person))
            }
        }
        // 任命方　略为市农科所所长
        if sentence[at + 1] == "\u{3000}", Glyph.isHan(sentence[at]), Glyph.isHan(sentence[at + 2]),
            sentence.characters[at].surname != 255
        {
            lattice.add(edge(at, at + 3, Self.cue, .person))
        }
    }

    /// 候选人：王得水、石头、常来: a name in a list behind an office's colon, in which others have a surname.
    private func labelled(_ sentence: NameSentence, _ at: Int, _ lattice: inout NameLattice) {
        guard let end = endOfItem(sentence, at) else { return }
        var start = at
        var others = 0
        while start > 0, at - start < 60, sentence[start - 1] == "、" {
            var stop = start - 1
            // 陈小兰（女）
            if sentence[stop - 1] == ")", let open = (max(0, stop - 8)..<stop).last(where: { sentence[$0] == "(" }) {
                stop = open
            }
            var first = stop
            while first > 0, stop - first < 5, Glyph.isHan(sentence[first - 1]) { first -= 1 }
            guard (2...4).contains(stop - first) else { return }
            if sentence.characters[first].surname < Self.usualSurname { others += 1 }
            start = first
        }
        guard others > 0, sentence[start - 1] == ":",
            (2...4).contains(where: { start > $0 && tables.isTitle(sentence.folded[(start - 1 - $0)..<(start - 1)]) })
        else { return }
        lattice.add(edge(at, end, Self.cue, .person))
    }

    /// 常征、容易、刘小川, 玉溪、研和、元江: what stands between two whole names of a list that the tagger sees: a person whatever
    /// word it is, a place where it is no word.
    func inRow(_ sentence: NameSentence, _ at: Int, _ tagged: TaggedNames, _ lattice: inout NameLattice) {
        guard let before = tagged.span(at: at - 2), before.end == at - 1 else { return }
        for size in 2...4 where sentence[at + size] == "、" && isHan(sentence, at, size) {
            let name = sentence.folded[at..<(at + size)]
            guard let next = tagged.span(at: at + size + 1), next.label == before.label, next.start == at + size + 1,
                !Glyph.isHan(sentence[next.end]) || Self.endsRow.contains(sentence[next.end]), !tables.isTitle(name)
            else { continue }
            let word = tables.node(name).flatMap { tables.isWord($0) ? $0 : nil }
            if before.label == .place, word == nil {
                lattice.add(placeEdge(at, at + size, Self.bySetting))
            } else if before.label == .person, size < 4,
                word.map({
                    tables.cost($0) > Self.rareEnough && tables.flags($0).isDisjoint(with: [.place, .body, .role])
                }) ?? true
            {
                lattice.add(edge(at, at + size, Self.cue, .person))
            }
        }
    }

    private static let endsRow: StaticWord = "等和与及为参出同"

    /// Where an item of two to four characters ends that a list holds.
    private func endOfItem(_ sentence: NameSentence, _ at: Int) -> Int? {
        var end = at
        while end - at < 5, Glyph.isHan(sentence[end]) { end += 1 }
        let mark = sentence[end]
        return (2...4).contains(end - at)
            && (mark == 0 || mark == "、" || mark == "(" || mark == ";" || mark == "。") ? end : nil
    }

    /// In tenths of a nat.
    private static let usualSurname: UInt8 = 70

    /// Whether nothing but a row's number and white space stands before an index.
    private func isNumberOfRow(_ sentence: NameSentence, _ at: Int) -> Bool {
        at < 8 && (0..<at).allSatisfy { Glyph.isSpace(sentence[$0]) || Glyph.isDigit(sentence[$0]) }
    }

    /// 严实　省计量院高级工程师, 3　石墨（女）　　县化工厂　　技术员: a line of a list, which ends with the office.
    private func listed(_ sentence: NameSentence, _ at: Int, _ lattice: inout NameLattice) {
        var end = at
        while end - at < 5, Glyph.isHan(sentence[end]) { end += 1 }
        // 粟　军　　县公安局民警
        let isPadded =
            end - at == 1 && sentence[end] == "\u{3000}" && Glyph.isHan(sentence[end + 1])
            && sentence[end + 2] == "\u{3000}"
        if isPadded { end += 2 }
        guard (2...4).contains(end - at), sentence.closesBlock,
            sentence.characters[at].surname < (isPadded ? 255 : 80) || hasCompoundSurname(sentence, at),
            case let next = sentence.end(ofBracketAt: end) ?? end,
            sentence[next] == "\u{3000}" || sentence[next] == "\t"
        else { return }
        var last = sentence.count
        while last > next, Glyph.isSpace(sentence.folded[last - 1]) { last -= 1 }
        let endsWithOffice =
            (4...60).contains(last - next)
            && (2...5).contains { tables.isTitle(sentence.folded[(last - $0)..<last]) }
        if endsWithOffice || at > 0 && isBodyCell(next, sentence) {
            lattice.add(edge(at, end, Self.cue, .person))
        }
    }

    private func hasCompoundSurname(_ sentence: NameSentence, _ at: Int) -> Bool {
        sentence.characters[at].has(.compoundSurname)
            && tables.child(Int(sentence.characters[at].root), sentence[at + 1]).map { tables.surnameCost($0) != nil }
                ?? false
    }

    /// Whether the next cell of a row is a body: 1⇥石　坚⇥江州二中⇥11.05
    private func isBodyCell(_ gap: Int, _ sentence: NameSentence) -> Bool {
        var start = gap
        while Glyph.isSpace(sentence[start]) { start += 1 }
        var end = start
        while Glyph.isHan(sentence[end]) { end += 1 }
        return end - start >= 3 && Glyph.isSpace(sentence[end])
            && (1...4).contains { size in
                tables.node(sentence.folded[max(start, end - size)..<end])
                    .map { tables.flags($0).contains(.bodyEnd) } ?? false
            }
    }

    /// 丁一任市统计局局长 at the head of a line.
    private func appointedByLine(_ sentence: NameSentence, _ at: Int, _ lattice: inout NameLattice) {
        // 曾任: once.
        guard sentence.character(at).surname != 255, sentence[at] != "曾" else { return }
        for size in 2...3 where isHan(sentence, at, size) {
            let end = at + size + (sentence[at + size] == "兼" ? 1 : 0)
            let last = sentence[at + size - 1]
            guard sentence[end] == "任", Glyph.isHan(sentence[end + 1]), !Self.afterTerm.contains(sentence[end + 1]),
                !tables.has(last, .beforeTerm), !Self.beforeTerm.contains(last), !Self.ofTime.contains(last)
            else { continue }
            lattice.add(edge(at, at + size, Self.cue, .person))
        }
    }

    /// ，丁一年为县人民法院院长: a clause that ends with the office.
    private func appointedByClause(_ sentence: NameSentence, _ at: Int, _ lattice: inout NameLattice) {
        guard sentence.character(at).surname != 255, !Self.opensClause.contains(sentence[at]) else { return }
        for size in 2...3
        where isHan(sentence, at, size) && (sentence[at + size] == "为" || sentence[at + size] == "任")
            && !tables.isTitle(sentence.folded[(at + 1)..<(at + size)])
        {
            var end = at + size + 1
            while Glyph.isHan(sentence[end]), end - at < 24 { end += 1 }
            let from = at + size + 1
            // 次年任所长
            if let node = tables.node(sentence.folded[at..<(at + size)]), tables.isWord(node),
                tables.cost(node) < Self.rareEnough
            {
                continue
            }
            // 丁大为|担任所长
            if sentence[from + 1] == "任" || sentence[from] == "了" { continue }
            let isOffice = (2...5).contains { length in
                end - length >= from && tables.isTitle(sentence.folded[(end - length)..<end])
            }
            // 长 of 县长, 员 …: an office of one's own, and no word for what is done to it.
            if isOffice, !tables.has(sentence[at + size - 1], .beforeTerm),
                !Self.ofTime.contains(sentence[at + size - 1])
            {
                lattice.add(edge(at, at + size, Self.cue, .person))
            }
        }
    }

    /// 慧明法师: two characters that need not be any surname.
    private func nameInReligion(_ sentence: NameSentence, _ at: Int, _ lattice: inout NameLattice) {
        // 法师 禅师 上人 道长 居士
        switch sentence[at + 2] {
        case "法", "禅", "上", "道", "居": break
        default: return
        }
        guard
            !Glyph.isHan(sentence[at - 1]) || Self.abbots.contains(in: sentence, at: at - 2),
            Self.religious.contains(in: sentence, at: at + 2), isHan(sentence, at, 2)
        else { return }
        lattice.add(edge(at, at + 2, -9, .person))
    }

    func isHan(_ sentence: NameSentence, _ at: Int, _ size: Int) -> Bool {
        (0..<size).allSatisfy { Glyph.isHan(sentence[at + $0]) }
    }

    private static let comrades: StaticWords = ["同志", "先生", "女士"]
    /// As sure as a name in a list.
    static let cue: Float = -4
    private static let appointments: StaticWords = ["任命", "免去", "聘请", "选举"]
    /// 任何 任务 任职 任命 任期 任意 任由 任课 任教 任免 任选 任凭
    private static let afterTerm: StaticWord = "何务职命期意由课教免选凭"
    private static let beforeTerm: StaticWord = "曾现时历担兼后先又已责信主被共"
    /// 次年任, 其后任
    private static let ofTime: StaticWord = "年月日后前时期届"
    private static let opensClause: StaticWord = "由从向让被把以并均将经其任为"
    private static let religious: StaticWords = ["法师", "禅师", "上人", "道长", "居士"]
    private static let abbots: StaticWords = ["住持", "方丈", "主持"]
    private static let pseudonymMarks: StaticWord = ":“「作叫为"
    /// What says that somebody's other name follows.
    static let pseudonyms: StaticWords = [
        "笔名", "艺名", "法名", "法号", "晚号", "别号", "自号", "曾用名", "本名", "乳名", "小名", "化名", "绰号", "外号", "诨号", "网名", "中文名",
        "人称", "族名", "汉名", "藏名", "大名", "俗名", "真名", "别名", "道号", "谥号", "花名", "昵称", "微信名", "英文名",
        "官名", "小字", "谱名", "学名", "幼名", "华文名", "戏呼",
    ]
    private static let callings: StaticWords = [
        "叫他", "叫她", "叫我", "称他", "称她", "称其", "呼他", "呼其", "唤他", "唤她", "呼为", "人称", "叫作", "唤作", "尊称", "戏称", "昵称", "外号",
        "绰号", "诨名",
    ]
}
