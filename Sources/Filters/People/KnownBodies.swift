import QuandianText

/// The bodies that a document has named, for the mentions that the rules do not see by themselves: short forms that the
/// text defines, 云江同泰建材有限公司（以下简称“同泰公司”）, names that it gives in full once, and what a company is called after its
/// whole name, 同泰建材, 同泰集团, 同泰.
///
/// What is defined is a name wherever it stands, whatever words it is made of.
struct KnownBodies {
    /// How a document has named a body, the surest last.
    private enum Source: UInt8 {
        /// The company's own part of its name: 同泰.
        case short
        case shown
        case defined
    }

    private var sources: [UInt64: Source] = [:]
    /// Names without a body's ending that have been seen once.
    private var unsure: Set<UInt64> = []
    /// What teams are called without 队 and their town.
    private var teams: [ArraySlice<UInt16>] = []
    private var index = NameIndex()
    private let tables: NameTables

    init(_ tables: NameTables) { self.tables = tables }

    var isEmpty: Bool { sources.isEmpty }

    /// Whether a known name may begin with two characters.
    @inline(__always)
    func mayBegin(_ first: UInt16, _ second: UInt16) -> Bool { index.mayBegin(first, second) }

    private mutating func insert(_ name: ArraySlice<UInt16>, _ source: Source) {
        guard name.count < 32 else { return }
        let hash = NameEvidence.hash(name)
        if let old = sources[hash], old.rawValue >= source.rawValue { return }
        sources[hash] = source
        index.insert(name, hash: hash)
    }

    // MARK: Learning

    /// Takes in one of a sentence's bodies: its name, the forms that it is called by, and those that a bracket behind it defines.
    mutating func learn(_ body: Range<Int>, from sentence: NameSentence) {
        let name = sentence.folded[body]
        guard name.allSatisfy({ Glyph.isHan($0) }) else { return learnDefined(body, from: sentence) }
        if (3...20).contains(name.count), endsAsBody(name) || !unsure.insert(NameEvidence.hash(name)).inserted {
            insert(name, .shown)
        }
        learnCompany(name)
        learnTeam(name)
        learnDefined(body, from: sentence)
    }

    /// 云江同泰建材有限公司 is 同泰建材, 同泰集团, 同泰公司, 同泰股份, 同泰 further on.
    private mutating func learnCompany(_ name: ArraySlice<UInt16>) {
        guard let ending = Self.incorporated.first(where: { $0.count + 4 <= name.count && name.ends(with: $0) }) else {
            return
        }
        let core = withoutPlace(name.dropLast(ending.count), leaving: 4)
        guard core.count >= 4 else { return }
        insert(core, .shown)
        // What stands before the first word of its trade, 同泰|建材, is the company's own; no word is, 长江|实业.
        guard
            let own = [core.prefix(2), core.prefix(3)].first(where: { own in
                let trade = core.dropFirst(own.count)
                return (2...4).contains { $0 <= trade.count && isWord(trade.prefix($0)) }
            }), !isWord(own)
        else { return }
        for ending in Self.shortEndings { insert(own + ArraySlice(ending), .shown) }
        insert(own, .short)
    }

    private static let incorporated: [[UInt16]] = [
        "集团股份有限公司", "集团有限公司", "集团有限责任公司", "股份有限公司", "有限责任公司", "有限公司",
    ].map { Array($0.utf16) }
    private static let shortEndings: [[UInt16]] = ["公司", "集团", "股份"].map { Array($0.utf16) }

    /// 江城海鸥队 is 海鸥队 and 海鸥 where the document tells of scores.
    private mutating func learnTeam(_ name: ArraySlice<UInt16>) {
        guard let ending = Self.teams.first(where: { $0.count + 2 <= name.count && name.ends(with: $0) }) else {
            return
        }
        let core = withoutPlace(name.dropLast(ending.count), leaving: 2)
        guard (2...3).contains(core.count), tables.node(core).map({ !tables.flags($0).contains(.place) }) ?? true else {
            return
        }
        teams.append(core)
    }

    /// The document tells of a score: what its teams are called alone are names too.
    mutating func tellScore() {
        for team in teams {
            insert(team, .short)
            insert(team + "队".utf16, .shown)
        }
        teams.removeAll()
    }

    /// 龙舟|赛 is a kind of sport.
    private static let contests: StaticWords = ["赛", "比赛", "项目", "运动"]
    private static let teams: [[UInt16]] = [
        "足球俱乐部", "篮球俱乐部", "排球俱乐部", "俱乐部", "足球队", "篮球队", "排球队", "队",
    ].map { Array($0.utf16) }

    /// A name without the places at its head.
    private func withoutPlace(_ name: ArraySlice<UInt16>, leaving least: Int) -> ArraySlice<UInt16> {
        var core = name
        while let size = (2...5).first(where: { size in
            size + least <= core.count
                && tables.node(core.prefix(size)).map { tables.flags($0).contains(.place) } ?? false
        }) {
            core = core.dropFirst(size)
            if let next = core.first, PlaceEnds.isLevel(next) { core = core.dropFirst() }
        }
        return core
    }

    /// The short forms that stand in a bracket behind a body.
    private mutating func learnDefined(_ body: Range<Int>, from sentence: NameSentence) {
        let open = body.upperBound
        guard sentence[open] == "(", let word = Self.introductions.first(in: sentence, at: open + 1)
        else { return }
        var at = open + 1 + word.count
        while at < sentence.count, at - open < 40, sentence[at] != ")" {
            // : 为 and quotation marks stand before a form, 或 、 between two.
            if Self.between.contains(sentence[at]) {
                at += 1
                continue
            }
            var end = at
            while end < sentence.count, Glyph.isHan(sentence[end]) || Glyph.isLatin(sentence[end]),
                !Self.between.contains(sentence[end])
            {
                end += 1
            }
            guard end > at else { return }
            if (2...12).contains(end - at), isForm(at..<end, of: body, sentence) {
                insert(sentence.folded[at..<end], .defined)
            }
            at = end
        }
    }

    private static let introductions: StaticWords = ["以下简称", "以下称", "下称", "简称"]
    private static let between: StaticWord = ":“”「」‘’\"为或、,"

    /// Whether a stretch may be the short form of a body: no word for bodies of a kind (公司, 甲方), and of the characters of
    /// the name, or opening with two of them, or with an ending of its own.
    private func isForm(_ range: Range<Int>, of body: Range<Int>, _ sentence: NameSentence) -> Bool {
        let form = sentence.folded[range]
        if let node = tables.node(form), tables.flags(node).contains(.bodyEnd) { return false }
        if Self.generic.contains(form) { return false }
        // 同泰 of 同泰建材: its characters in their order.
        var rest = sentence.folded[body]
        let isAbridged = form.allSatisfy { character in
            guard let at = rest.firstIndex(of: character) else { return false }
            rest = rest[(at + 1)...]
            return true
        }
        if isAbridged || Glyph.isLatin(form[range.lowerBound]) || endsAsBody(form) { return true }
        // 同泰水泥 of 云江同泰建材
        return (body.lowerBound..<(body.upperBound - 1)).contains {
            sentence.folded[$0] == form[range.lowerBound] && sentence.folded[$0 + 1] == form[range.lowerBound + 1]
        }
    }

    private func endsAsBody(_ name: ArraySlice<UInt16>) -> Bool {
        (1...4).contains { size in
            name.count > size + 1
                && tables.node(name.suffix(size)).map { tables.flags($0).contains(.bodyEnd) } ?? false
        }
    }

    private static let generic: StaticWords = [
        "公司", "本公司", "该公司", "我公司", "集团", "集团公司", "总公司", "甲方", "乙方", "丙方", "我司", "本院", "本校", "学校", "医院", "银行", "协会",
        "学会",
        "基金", "中心", "机构", "总部", "上市公司", "标的公司", "发行人", "申请人", "原告", "被告",
    ]

    // MARK: Marking

    /// Puts the known bodies of a sentence among its marks, which are the last of `marks` from `first` on. What is defined
    /// takes the place of what it overlaps, but for a longer name of a body that holds it; what is shown takes the place of
    /// persons and places that it holds; a company's own name stands only where nothing is marked.
    func mark(_ sentence: NameSentence, in marks: inout [Mark], from first: Int, filter: String) {
        var at = 0
        while at < sentence.count {
            guard index.mayBegin(sentence.folded[at], sentence[at + 1]), let (end, source) = longestForm(sentence, at)
            else {
                at += 1
                continue
            }
            let range = sentence.range(at..<end)
            at = end
            let isHindered = marks[first...].contains { mark in
                guard mark.range.overlaps(range) else { return false }
                switch source {
                case .short: return true
                case .shown:
                    return mark.kind == .organisation || mark.kind == .role || mark.range == range
                        || mark.range.clamped(to: range) != mark.range
                case .defined:
                    return mark.kind == .organisation && mark.range.clamped(to: range) == range && mark.range != range
                }
            }
            if isHindered { continue }
            var index = marks.count
            while index > first {
                index -= 1
                if marks[index].kind != .role, marks[index].range.overlaps(range) { marks.remove(at: index) }
            }
            marks.append(
                Mark(
                    range, .organisation,
                    provenance: Provenance(
                        filter: filter, rule: "\(source)", certainty: source == .defined ? 0.9 : 0.7, evidence: .context
                    )))
        }
    }

    private func longestForm(_ sentence: NameSentence, _ start: Int) -> (end: Int, source: Source)? {
        var hash = NameEvidence.seed
        var found: (end: Int, source: Source)?
        for end in start..<sentence.count {
            hash = NameEvidence.extend(hash, sentence.folded[end])
            let length = UInt32(end - start + 1)
            if length >= 32 || index.lengths >> length == 0 { break }
            if index.lengths >> length & 1 == 1, index.mayHold(hash), let source = sources[hash] {
                found = (end + 1, source)
            }
        }
        // 江州|同泰|和 but 大同|泰和, 教育局 but 教育局|面: no word goes over the edges of what the text does not define.
        if let (end, source) = found, source != .defined,
            isWord(start - 1, sentence) || isWord(end - 1, sentence)
                || source == .short
                    && (Self.contests.contains(in: sentence, at: end) || PlaceEnds.isLevel(sentence[end]))
        {
            return nil
        }
        // Letters together are one word.
        if let end = found?.end, Glyph.isLatin(sentence[start]),
            Glyph.isLatin(sentence[start - 1]) || Glyph.isLatin(sentence[end])
        {
            return nil
        }
        return found
    }

    /// Whether a character and the next are a word.
    private func isWord(_ at: Int, _ sentence: NameSentence) -> Bool {
        at >= 0 && at + 2 <= sentence.count && isWord(sentence.folded[at..<(at + 2)])
    }

    private func isWord(_ stretch: ArraySlice<UInt16>) -> Bool {
        tables.node(stretch).map { tables.isWord($0) } ?? false
    }
}

extension ArraySlice<UInt16> {
    fileprivate func ends(with word: [UInt16]) -> Bool { suffix(word.count).elementsEqual(word) }
}
