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
            var span = spans[index]
            if isOfFunctionWords(span, sentence) { continue }
            // 白桦、白杨: plants among plants
            if span.label == .person, span.end - span.start == 2, span.end <= sentence.count,
                Self.ofPlants.contains(sentence.folded[span.end - 1]),
                tables.isOrdinary(sentence.folded[span.start..<span.end]),
                sentence[span.end] == 0x3001 || sentence[span.start - 1] == 0x3001
            {
                continue
            }
            // 书记官|应作
            if span.label == .person, span.end <= sentence.count,
                NameCandidates.endOffices.contains(sentence.folded[span.start]),
                (2...3).contains(where: {
                    span.start >= $0 && tables.isTitle(sentence.folded[(span.start - $0)...span.start])
                })
            {
                continue
            }
            // 余老|七
            if span.label == .person, span.end - span.start == 2, sentence[span.end - 1] == 0x8001,
                NameCandidates.isOrderOfBirth(sentence[span.end])
            {
                span = span.cut(to: span.start..<span.end + 1)
                spans[index] = span
            }
            // 福生|：
            while span.label == .person, span.end - span.start > 1, span.end <= sentence.count,
                sentence[span.end - 1] == 0x3A
            {
                span = span.cut(to: span.start..<span.end - 1)
                spans[index] = span
            }
            // 比|彼得年幼
            if span.label == .person, span.end - span.start > 2, span.end <= sentence.count,
                sentence.folded[span.start] == 0x6BD4,
                tables.node(sentence.folded[(span.start + 1)..<span.end]).map({ tables.word($0).personCost != nil })
                    ?? false
            {
                span = span.cut(to: span.start + 1..<span.end)
                spans[index] = span
            }
            // 石桥镇镇长|韩雪
            if span.label == .person, span.end - span.start > 4, span.end <= sentence.count {
                span = withoutOffice(span, sentence, tables)
                spans[index] = span
            }
            // 马原|四岁, 雷震|任大队长
            if span.label == .person, span.end - span.start > 2, span.end <= sentence.count {
                var end = span.end
                if sentence[end - 1] == 0x5C81 { end -= 1 }
                if sentence[end] == 0x5C81 {
                    while end - span.start > 2, tables.has(sentence[end - 1], .numeral) { end -= 1 }
                } else {
                    end = span.end
                }
                if candidates.isVerbOfLife(sentence, end - 1) || endsInAdverb(span, end, sentence, candidates) {
                    end -= 1
                }
                // 骆老|正写字
                if end - span.start == 3, sentence[span.start + 1] == 0x8001, candidates.isAdverb(sentence, end - 1) {
                    end -= 1
                }
                if end != span.end {
                    span = span.cut(to: span.start..<end)
                    spans[index] = span
                }
            }
            // 祝|老师们, 刘家, 老|刘, 葛|老
            if span.label == .person, span.end == span.start + 1,
                sentence[span.end + 2] == 0x4EEC || sentence[span.end] == 0x5BB6 || sentence[span.end] == 0x6C0F
                    || sentence[span.end] == 0x8001 || sentence[span.start - 1] == 0x8001
                    || sentence[span.start - 1] == 0x5C0F
            {
                continue
            }
            guard span.label == .person, span.end - span.start >= 3, span.end <= sentence.count else {
                if kept != index { spans[kept] = span }
                kept += 1
                continue
            }
            let rest = sentence.folded[(span.start + 1)..<span.end]
            if tables.isTitle(rest) { continue }
            // 欧阳省长
            if rest.count == 3, tables.isTitle(rest.dropFirst()),
                surnameLength(Array(sentence.folded[span.start..<span.end]), tables) == 2
            {
                continue
            }
            // 独子|小军
            if span.end - span.start >= 4, let kin = Self.kin.first(in: sentence, at: span.start) {
                spans[kept] = span.cut(to: span.start + kin.count..<span.end)
                kept += 1
                continue
            }
            // 陈安|之弟陈集
            if span.end - span.start == 3, sentence[span.end - 1] == 0x4E4B,
                sentence[span.end + 1] == sentence[span.start],
                Self.brothers.contains(sentence[span.end])
            {
                spans[kept] = span.cut(to: span.start..<span.end - 1)
                kept += 1
                continue
            }
            // 约瑟夫·卡尔米|赛后
            if Self.ofContests.contains(in: sentence, at: span.end - 2),
                (span.start..<span.end).contains(where: { Glyph.isNameDot(sentence[$0]) })
            {
                spans[kept] = span.cut(to: span.start..<span.end - 2)
                kept += 1
                continue
            }
            let last = sentence.folded[span.end - 1]
            if last == 0x541B || last == 0x4EBA, tables.has(sentence.folded[span.end - 2], .numeral) { continue }
            // 甘霖二|君: the number is the list's.
            if tables.has(last, .numeral), NameCandidates.countsPeople(sentence[span.end]) {
                spans[kept] = span.cut(to: span.start..<span.end - 1)
            } else if rest.count >= 3, tables.isTitle(rest.suffix(2)) {
                spans[kept] = span.cut(to: span.start..<span.end - 2)
            } else if kept != index {
                spans[kept] = span
            }
            kept += 1
        }
        return spans[..<kept]
    }

    /// Whether a tagged person of one or two characters is made of function words, 之, 及, 訴之, 應於, 所方. A surname alone may
    /// be somebody.
    private func isOfFunctionWords(_ span: TaggedSpan, _ sentence: NameSentence) -> Bool {
        guard span.label == .person, span.end - span.start <= 2, span.end <= sentence.count else { return false }
        let (start, last) = (span.start, sentence.folded[span.end - 1])
        let first = sentence.characters[start]
        if span.end == start + 1 { return first.surname == 255 || !first.classes.isDisjoint(with: [.stop, .joining]) }
        if first.surname == 255,
            (start..<span.end).contains(where: {
                !sentence.characters[$0].classes.isDisjoint(with: [.stop, .joining, .locative])
            })
        {
            return true
        }
        return Self.functionWords.contains(last) || sentence.folded[start] == 0x5E94
            || last == 0x65B9 && first.surname > Self.usualSurname
    }

    private static let ofPlants: StaticWord = "桦杨柳松柏桃李杏梅兰菊竹莲荷桂槐榆枫樟楠榴枣栗参芪芩术芍连芷草花茶麻豆麦谷黍粱"
    static let functionWords: StaticWord = "之及于在而以则者其为所与和被"
    /// In tenths of a nat.
    private static let usualSurname: UInt8 = 60

    /// A tagged person without the office at the head, and whose office it is.
    private func withoutOffice(_ span: TaggedSpan, _ sentence: NameSentence, _ tables: NameTables) -> TaggedSpan {
        for start in ((span.start + 3)..<(span.end - 1)).reversed() {
            let isAfterOffice = (2...4).contains {
                start - $0 >= span.start && tables.isTitle(sentence.folded[(start - $0)..<start])
            }
            if isAfterOffice { return span.cut(to: start..<span.end) }
        }
        return span
    }

    private static let kin: StaticWords = [
        "独子", "长子", "次子", "幼子", "长女", "次女", "女儿", "儿子", "妻子", "丈夫", "弟弟", "妹妹", "哥哥", "姐姐", "父亲", "母亲",
    ]
    private static let brothers: StaticWord = "弟兄子妹姐女孙"
    private static let ofContests: StaticWords = ["赛后", "赛前", "赛中"]
    private static let behindLaugh: StaticWord = "着道说"
    private static let seldomInNames: StaticWord = "曾皆亦"
    private static let verbsOfSpeech: StaticWord = "问说答道笑称"

    /// Whether the last character of a tagged person's name is an adverb: behind a name with a dot, or behind one that the
    /// document shows.
    private func endsInAdverb(
        _ span: TaggedSpan, _ end: Int, _ sentence: NameSentence, _ candidates: NameCandidates
    ) -> Bool {
        // 付清|曾到场, 周到|则说
        if Glyph.isHan(sentence[end]) {
            let last = sentence[end - 1]
            if Self.seldomInNames.contains(last) { return true }
            // 乔木笑|着说
            if last == 0x7B11, Self.behindLaugh.contains(sentence[end]) { return true }
            if last == 0x5219,
                candidates.tables.node(sentence.folded[span.start..<end - 1]).map({ candidates.tables.isWord($0) })
                    ?? false
            {
                return true
            }
        }
        if span.end - span.start == 3, Self.verbsOfSpeech.contains(sentence[end - 1]) {
            // 王芳|问，
        } else if span.end - span.start > 2, candidates.isBeforeKin(sentence, end - 1) {
            // 欧阳敏|之孙
        } else if !candidates.isAdverb(sentence, end - 1) {
            return false
        }
        if (span.start..<end).contains(where: { Glyph.isNameDot(sentence[$0]) }) { return true }
        let name = sentence.folded[span.start..<end]
        guard let shown = candidates.evidence.name(NameEvidence.hash(name.dropLast())), !shown.isPart else {
            return false
        }
        return shown.count >= candidates.evidence.name(NameEvidence.hash(name))?.count ?? 0
    }
}

extension TaggedSpan {
    /// The same mark on a part of what it covers.
    fileprivate func cut(to range: Range<Int>) -> TaggedSpan {
        TaggedSpan(start: range.lowerBound, end: range.upperBound, label: label, probability: probability)
    }
}
