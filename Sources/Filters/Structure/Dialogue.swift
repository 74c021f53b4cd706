import QuandianText

// Interviews: 问： and 答：, or the names of those who speak.

extension Sketch {
    mutating func judgeDialogue() {
        var speakers: [ArraySlice<UInt8>: (count: Int, asks: Int, first: Int)] = [:]
        var labels: [Int: (name: ArraySlice<UInt8>, end: Int)] = [:]
        for index in body where isOpen(index) {
            guard let label = speakerLabel(index) else { continue }
            labels[index] = label
            var entry = speakers[label.name] ?? (0, 0, index)
            entry.count += 1
            let tail = lines[index].last
            if tail == "？" || tail == "?" { entry.asks += 1 }
            speakers[label.name] = entry
        }
        let recurring = speakers.filter { $0.value.count >= 2 }
        guard recurring.count >= 2 || (recurring.count == 1 && speakers.count >= 2 && labels.count >= 3),
            labels.count >= 4 || speakers[Self.ask] != nil && speakers[Self.answer] != nil
        else { return }
        // Those who ask more than they tell, and those whom their office gives away.
        var asking: Set<ArraySlice<UInt8>> = []
        for (name, entry) in speakers where isAsker(name) || entry.asks * 2 > entry.count { asking.insert(name) }
        let isChaired = recurring.contains { isChair($0.key) }
        if asking.isEmpty || isChaired {
            // The record of a meeting, if those who speak are persons. Members ask, the chair and officials answer.
            let persons = recurring.filter { isPerson($0.key) }
            guard persons.count >= 2, persons.count * 3 >= recurring.count * 2 else { return }
            for index in labels.keys where !isPerson(labels[index]?.name ?? []) { labels[index] = nil }
            asking = Set(persons.keys.filter(isMember))
        }
        guard asking.count < speakers.count else { return }
        let turns = labels.keys.sorted()
        // Speech must make up a stretch of its own: labelled lines that follow one another.
        var adjacent = 0
        for (a, b) in zip(turns, turns.dropFirst()) where b - a <= 4 && labels[a]?.name != labels[b]?.name {
            adjacent += 1
        }
        guard adjacent * 3 >= turns.count || adjacent >= 3 else { return }
        for index in turns {
            guard let label = labels[index],
                speakers[label.name]?.count ?? 0 >= 2 || isAsker(label.name) || isAnswer(label.name)
            else { continue }
            let kind: BlockKind = asking.contains(label.name) ? .question : .answer
            judge(
                index,
                Verdict(
                    kind, "speech.labelled", 0.9, runnerUp: "paragraph",
                    parts: [BlockPart(lines[index].ink.lowerBound..<label.end, .speaker)]))
        }
        continueSpeeches(turns, labels.mapValues(\.name))
    }

    /// Further paragraphs of a speech: what stands between two turns and does not tell of those who speak.
    private mutating func continueSpeeches(_ turns: [Int], _ names: [Int: ArraySlice<UInt8>]) {
        // The two who speak in turn; 问 and 答 are no names.
        func speakers(_ turn: Int, _ next: Int) -> [ArraySlice<UInt8>] {
            [names[turn], names[next]].compactMap { $0 }.filter { $0.count > 3 }
        }
        var continued = 0
        for (turn, next) in zip(turns, turns.dropFirst()) where isSpeech(turn) && isSpeech(next) {
            continued += continueSpeech(turn, to: next, speakers(turn, next), firstPerson: false)
        }
        // Nobody speaks after the last one: there only who says 我 goes on, and only where others went on before.
        if continued > 0, turns.count > 1, let last = turns.last, isSpeech(last) {
            _ = continueSpeech(
                last, to: body.upperBound, speakers(last, turns[turns.count - 2]), firstPerson: true)
        }
    }

    private func isSpeech(_ index: Int) -> Bool { kind(index) == .question || kind(index) == .answer }

    /// Carries a speech on from the line after its turn; how many lines it took.
    private mutating func continueSpeech(
        _ turn: Int, to end: Int, _ names: [ArraySlice<UInt8>], firstPerson: Bool
    ) -> Int {
        guard let kind = kind(turn) else { return 0 }
        var at = turn + 1
        while at < end {
            let line = lines[at]
            guard isOpen(at), line.ending == .stop || line.isProse, line.enumerator == nil, bracketed(at) == nil,
                !names.contains(where: { names in contains(names, in: line.ink) }),
                !firstPerson || bytes.contains("我", in: line.ink)
            else { break }
            judge(at, Verdict(kind, "speech.continued", 0.7, runnerUp: "paragraph"))
            at += 1
        }
        return at - turn - 1
    }

    private func contains(_ word: ArraySlice<UInt8>, in range: Range<Int>) -> Bool {
        var at = range.lowerBound
        while at + word.count <= range.upperBound {
            if bytes[at] == word.first, bytes[at..<at + word.count].elementsEqual(word) { return true }
            at += 1
        }
        return false
    }

    private static let ask = ArraySlice(Array("问".utf8))
    private static let answer = ArraySlice(Array("答".utf8))

    private func isAsker(_ name: ArraySlice<UInt8>) -> Bool {
        let name = Array(name)
        if let names = Self.papers.first(where: { name.suffix($0.count).elementsEqual($0) }) {
            return names.count < name.count
        }
        for word: StaticString in ["问", "問", "记者", "記者", "主持人", "提问", "提問", "采访者", "Q", "编者", "访谈者", "訪問者"]
        where name.contains(word, in: 0..<name.count) {
            return true
        }
        return false
    }

    /// 江州日报：
    private static let papers: [[UInt8]] = ["日报", "日報", "晚报", "晚報", "周刊", "週刊", "时报", "時報", "新闻网", "本报", "本刊"].map {
        Array($0.utf8)
    }

    /// 主席, 林委員知秋, 方舟
    private func isPerson(_ name: ArraySlice<UInt8>) -> Bool {
        guard let first = name.first, first >= 0xE0 else { return false }
        let name = Array(name)
        let all = 0..<name.count
        for word: StaticString in ["主席", "議長", "议长", "甲", "乙", "丙"] where name.spells(word, at: 0, before: name.count) {
            return name.count <= 6 || word.utf8CodeUnitCount == 6
        }
        guard Sketch.surnames.contains(UTF8Scalar.decode(name, 0).value) else { return false }
        if name.count <= 9 { return name.count >= 6 }
        for office: StaticString in ["委員", "委员", "議員", "议员", "代表", "長", "长", "主任", "秘書", "总理", "教授", "先生", "女士", "律師"]
        where name.contains(office, in: all) {
            return true
        }
        return false
    }

    private func isChair(_ name: ArraySlice<UInt8>) -> Bool {
        ["主席", "議長", "议长"].contains { name.elementsEqual(Array($0.utf8)) }
    }

    private func isMember(_ name: ArraySlice<UInt8>) -> Bool {
        let name = Array(name)
        return name.contains("議員", in: 0..<name.count) || name.contains("议员", in: 0..<name.count)
            || (name.contains("委員", in: 3..<max(3, name.count)) && !name.contains("主任", in: 0..<name.count))
    }

    private func isAnswer(_ name: ArraySlice<UInt8>) -> Bool {
        name == Self.answer || Array(name) == Array("A".utf8)
    }

    /// A name or 问 before the first colon, twelve characters at most; 【问】, 问 and a space.
    private func speakerLabel(_ index: Int) -> (name: ArraySlice<UInt8>, end: Int)? {
        let line = lines[index]
        guard line.enumerator == nil, line.cues.isDisjoint(with: [.residue, .attachment, .note]) else { return nil }
        let ink = line.ink
        if Scalar.isOpeningBracket(line.first) { return bracketedLabel(ink) }
        if line.first == "问" || line.first == "答" || line.first == "問" {
            let end = ink.lowerBound + 3
            let words = bytes.skippingSpaces(from: end, before: ink.upperBound)
            if words > end, words < ink.upperBound, !isColon(UTF8Scalar.decode(bytes, words).value) {
                return (bytes[ink.lowerBound..<end], end)
            }
        }
        guard let colon = line.colon else { return nil }
        var nameEnd = ink.lowerBound
        var at = nameEnd
        var scalars = 0
        while at < colon {
            let (scalar, size) = UTF8Scalar.decode(bytes, at)
            let isNumber = Scalar.isDigit(scalar)
            guard
                Scalar.isIdeograph(scalar) || scalar == "·" || scalar == "・" || Scalar.isSpace(scalar)
                    || Scalar.isLatin(scalar) || (isNumber && scalars > 0)
            else { return nil }
            scalars += 1
            at += size
            // Q1 and Q2 are one speaker.
            if !isNumber, !Scalar.isSpace(scalar) { nameEnd = at }
        }
        guard scalars > 0, scalars <= 12 else { return nil }
        let end = colon + UTF8Scalar.decode(bytes, colon).size
        guard end < ink.upperBound else { return nil }
        return (bytes[ink.lowerBound..<nameEnd], end)
    }

    private func isColon(_ scalar: UInt32) -> Bool { scalar == ":" || scalar == "：" }

    /// 【问】 [记者]： at the head of a line that goes on.
    private func bracketedLabel(_ ink: Range<Int>) -> (name: ArraySlice<UInt8>, end: Int)? {
        let start = ink.lowerBound + UTF8Scalar.decode(bytes, ink.lowerBound).size
        var at = start
        var scalars = 0
        while at < ink.upperBound, scalars <= 12 {
            let (scalar, size) = UTF8Scalar.decode(bytes, at)
            if Scalar.isClosingParenthesis(scalar) {
                var end = at + size
                if end < ink.upperBound, isColon(UTF8Scalar.decode(bytes, end).value) {
                    end += UTF8Scalar.decode(bytes, end).size
                }
                return scalars > 0 && end < ink.upperBound ? (bytes[start..<at], end) : nil
            }
            guard Scalar.isIdeograph(scalar) || scalar == "·" || Scalar.isSpace(scalar) || Scalar.isLatin(scalar)
            else { return nil }
            scalars += 1
            at += size
        }
        return nil
    }
}
