import QuandianText

/// What a rule decided of a line.
struct Verdict {
    var kind: BlockKind
    var rule: String
    var certainty: Double
    var runnerUp: String?
    var parts: [BlockPart] = []

    init(
        _ kind: BlockKind, _ rule: String, _ certainty: Double = 0.9, runnerUp: String? = nil, parts: [BlockPart] = []
    ) {
        self.kind = kind
        self.rule = rule
        self.certainty = certainty
        self.runnerUp = runnerUp
        self.parts = parts
    }
}

/// The document while its lines are being judged: facts that stay and verdicts that come, one rule after another.
struct Sketch {
    let bytes: [UInt8]
    /// Lines with ink, in order; hard-wrapped ones already joined.
    var lines: [LineFacts]
    var verdicts: [Verdict?]
    var metadata = Metadata()
    /// Line indices at which an attachment or another document begins; numbering starts anew there, one level down.
    var attachmentStarts: [Int] = []
    /// What is left of the page when its navigation is taken off.
    var body: Range<Int>

    init(_ bytes: [UInt8], _ lines: [LineFacts]) {
        self.bytes = bytes
        self.lines = lines
        self.verdicts = Array(repeating: nil, count: lines.count)
        self.body = 0..<lines.count
    }

    var count: Int { lines.count }

    func isOpen(_ index: Int) -> Bool { verdicts[index] == nil }

    mutating func judge(_ index: Int, _ verdict: Verdict) { verdicts[index] = verdict }

    func kind(_ index: Int) -> BlockKind? {
        verdicts.indices.contains(index) ? verdicts[index]?.kind : nil
    }

    /// The next line that is no residue, after an index; nil at the end of the body.
    func next(after index: Int) -> Int? {
        var at = index + 1
        while at < body.upperBound {
            if !isResidue(at) { return at }
            at += 1
        }
        return nil
    }

    func previous(before index: Int) -> Int? {
        var at = index - 1
        while at >= body.lowerBound {
            if !isResidue(at) { return at }
            at -= 1
        }
        return nil
    }

    func isResidue(_ index: Int) -> Bool {
        if case .residue = verdicts[index]?.kind { true } else { false }
    }

    func starts(_ index: Int, _ word: StaticString) -> Bool { bytes.range(lines[index].ink, startsWith: word) }
    func ends(_ index: Int, _ word: StaticString) -> Bool { bytes.range(lines[index].ink, endsWith: word) }
    func holds(_ index: Int, _ word: StaticString) -> Bool { bytes.contains(word, in: lines[index].ink) }

    /// The ink without the brackets that enclose it; nil where none do.
    func bracketed(_ index: Int) -> Range<Int>? {
        let ink = lines[index].ink
        guard Scalar.isOpeningBracket(lines[index].first), Scalar.isClosingParenthesis(lines[index].last) else {
            return nil
        }
        let start = ink.lowerBound + UTF8Scalar.decode(bytes, ink.lowerBound).size
        let end = bytes.scalarStart(endingAt: ink.upperBound)
        return start < end ? start..<end : nil
    }

    /// 2020年11月 and nothing else.
    func isMonth(_ range: Range<Int>) -> Bool {
        guard let year = Numerals.read(bytes, range.lowerBound, range.upperBound, spaced: true), year.count == 4,
            bytes.spells(
                "年", at: bytes.skippingSpaces(from: year.end, before: range.upperBound), before: range.upperBound)
        else { return false }
        let start = bytes.skippingSpaces(
            from: bytes.skippingSpaces(from: year.end, before: range.upperBound) + 3, before: range.upperBound)
        guard let month = Numerals.read(bytes, start, range.upperBound, spaced: true), (1...12).contains(month.value)
        else { return false }
        let sign = bytes.skippingSpaces(from: month.end, before: range.upperBound)
        return bytes.spells("月", at: sign, before: range.upperBound)
            && bytes.skippingSpaces(from: sign + 3, before: range.upperBound) == range.upperBound
    }

    /// Whether a line is a full date and nothing else but brackets and space.
    func wholeDate(_ index: Int) -> LineDate? {
        let line = lines[index]
        guard line.length <= 24, line.ideographs + line.digits > 3 else { return nil }
        let zone = bracketed(index) ?? line.ink
        guard let date = LineDate.read(bytes, zone.lowerBound, zone.upperBound) else { return nil }
        var at = date.range.upperBound
        while at < zone.upperBound {
            let (scalar, size) = UTF8Scalar.decode(bytes, at)
            guard Scalar.isSpace(scalar) else { return nil }
            at += size
        }
        return date
    }
}
