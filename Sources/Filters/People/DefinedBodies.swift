import QuandianText

/// Short forms of bodies that the text itself defines, 云江同泰建材有限公司（以下简称“同泰公司”）, and their other mentions.
///
/// What is defined is a name wherever it stands, whatever words it is made of.
struct DefinedBodies {
    private var forms: Set<UInt64> = []
    /// Bodies that the document names elsewhere, and those that it names once, without a body's ending.
    private var shown: Set<UInt64> = []
    private var unsure: Set<UInt64> = []
    private var heads: Set<UInt16> = []
    private var longest = 0
    private let tables: NameTables

    init(_ tables: NameTables) { self.tables = tables }

    var isEmpty: Bool { forms.isEmpty && shown.isEmpty }

    /// Takes in the short forms that stand in a bracket behind one of a sentence's bodies.
    mutating func learn(from sentence: NameSentence, _ body: Range<Int>) {
        let open = body.upperBound
        guard sentence[open] == 0x28, let word = Self.introductions.first(where: { sentence.has($0, at: open + 1) })
        else { return }
        var at = open + 1 + word.count
        while at < sentence.count, at - open < 40, sentence[at] != 0x29 {
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
                forms.insert(NameEvidence.hash(sentence.folded[at..<end]))
                heads.insert(sentence.folded[at])
                longest = max(longest, end - at)
            }
            at = end
        }
    }

    /// Takes in a body's name, for the mentions that the rules do not see by themselves.
    mutating func show(_ name: ArraySlice<UInt16>) {
        guard (3...20).contains(name.count), name.allSatisfy({ Glyph.isHan($0) }) else { return }
        let hash = NameEvidence.hash(name)
        guard endsAsBody(name) || !unsure.insert(hash).inserted else { return }
        shown.insert(hash)
        heads.insert(name[name.startIndex])
        longest = max(longest, name.count)
    }

    private static let introductions: [StaticWord] = ["以下简称", "以下称", "下称", "简称"]
    /// : “ ” 「 」 ‘ ’ " 为 或 、 ,
    private static let between: Set<UInt16> = [
        0x3A, 0x201C, 0x201D, 0x300C, 0x300D, 0x2018, 0x2019, 0x22, 0x4E3A, 0x6216, 0x3001, 0x2C,
    ]

    /// Whether a stretch may be the short form of a body: no word for bodies of a kind (公司, 甲方), and of the characters of
    /// the name or with an ending of its own.
    private func isForm(_ range: Range<Int>, of body: Range<Int>, _ sentence: NameSentence) -> Bool {
        let form = sentence.folded[range]
        if let node = tables.node(form), tables.flags(node).contains(.bodyEnd) { return false }
        if Self.generic.contains(where: { $0.elementsEqual(form) }) { return false }
        // 同泰 of 同泰建材: its characters in their order.
        var rest = sentence.folded[body]
        let isAbridged = form.allSatisfy { character in
            guard let at = rest.firstIndex(of: character) else { return false }
            rest = rest[(at + 1)...]
            return true
        }
        return isAbridged || Glyph.isLatin(form[range.lowerBound]) || endsAsBody(form)
    }

    private func endsAsBody(_ name: ArraySlice<UInt16>) -> Bool {
        (1...4).contains { size in
            name.count > size + 1
                && tables.node(name.suffix(size)).map { tables.flags($0).contains(.bodyEnd) } ?? false
        }
    }

    private static let generic: [StaticWord] = [
        "公司", "本公司", "该公司", "我公司", "集团", "集团公司", "总公司", "甲方", "乙方", "丙方", "我司", "本院", "本校", "学校", "医院", "银行", "协会",
        "学会",
        "基金", "中心", "机构", "总部", "上市公司", "标的公司", "发行人", "申请人", "原告", "被告",
    ]

    /// Puts the short forms of a sentence among its marks, which are the last of `marks` from `first` on, in place of what
    /// they overlap; a longer name of a body that holds one stays.
    func mark(_ sentence: NameSentence, in marks: inout [Mark], from first: Int, filter: String) {
        var at = 0
        while at < sentence.count {
            guard heads.contains(sentence.folded[at]), let (end, isDefined) = longestForm(sentence, at) else {
                at += 1
                continue
            }
            let range = sentence.range(at..<end)
            at = end
            if !isDefined,
                marks[first...].contains(where: {
                    $0.range.overlaps(range)
                        && ($0.kind == .organisation || $0.kind == .role || $0.range.clamped(to: range) != $0.range)
                })
            {
                continue
            }
            let isHeld = marks[first...].contains {
                $0.kind == .organisation && $0.range.clamped(to: range) == range && $0.range != range
            }
            if isHeld { continue }
            var index = marks.count
            while index > first {
                index -= 1
                if marks[index].kind != .role, marks[index].range.overlaps(range) { marks.remove(at: index) }
            }
            marks.append(
                Mark(
                    range, .organisation,
                    provenance: Provenance(filter: filter, rule: isDefined ? "defined" : "shown", certainty: isDefined ? 0.9 : 0.7, evidence: .context)))
        }
    }

    private func longestForm(_ sentence: NameSentence, _ start: Int) -> (end: Int, isDefined: Bool)? {
        var hash = NameEvidence.seed
        var found: (end: Int, isDefined: Bool)?
        for end in start..<min(sentence.count, start + longest) {
            hash = NameEvidence.extend(hash, sentence.folded[end])
            if forms.contains(hash) {
                found = (end + 1, true)
            } else if shown.contains(hash) {
                found = (end + 1, false)
            }
        }
        // Letters together are one word.
        if let end = found?.end, Glyph.isLatin(sentence[start]),
            Glyph.isLatin(sentence[start - 1]) || Glyph.isLatin(sentence[end])
        {
            return nil
        }
        return found
    }
}
