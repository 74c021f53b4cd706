import QuandianText

/// Finds time expressions and says what day, stretch or length of time each means.
///
/// The words stand in `DateLexicon`, the forms in `DatePatterns`, what may follow what in `DateSequence`; all three are tables,
/// compiled once. A block is cut into tokens, tokens into pieces, pieces into expressions; each step is one pass. Then
/// `DateResolver` goes through the document in order and fills in what the expressions leave out.
public struct DateFilter: Filter {
    public let name = "dates"
    public let summary = "dates, clock times, durations and recurrences, with their Gregorian values"
    public let requires: Set<Layer> = [.blocks]
    public let provides: Set<Layer> = [.dates]

    public init() {}

    public func annotate(_ document: Document) -> Annotations {
        let bytes = document.text.bytes
        var tokens: [DateToken] = []
        var pieces: [DatePiece] = []
        var found: [(block: Int, expressions: [DateExpression])] = []
        let countsMinguo = countsMinguo(bytes)
        var era: EraYear?
        var namesLunarDays = false
        for (index, block) in document.blocks.enumerated() {
            DateLexer.shared.tokens(bytes, block.range, into: &tokens)
            guard tokens.count > 0 else { continue }
            DatePieceFinder.shared.pieces(tokens, bytes, into: &pieces)
            guard !pieces.isEmpty else { continue }
            if !namesLunarDays {
                namesLunarDays = tokens.contains { token in
                    token.sign == .lunarMonth || token.sign == .newYear || token.sign == .lunarTag
                        || token.sign == .holiday && Holiday.all[token.value].isLunar
                }
            }
            var expressions: [DateExpression] = []
            var parser = DateParser(
                bytes: bytes, block: block.range, tokens: tokens, pieces: pieces, countsMinguo: countsMinguo,
                namesLunarDays: namesLunarDays, era: era)
            parser.expressions(into: &expressions)
            era = parser.era
            if !expressions.isEmpty { found.append((index, expressions)) }
        }
        return resolve(found, in: document)
    }

    private func resolve(_ found: [(block: Int, expressions: [DateExpression])], in document: Document) -> Annotations {
        var annotations = Annotations()
        let bytes = document.text.bytes
        let stated = document.metadata.publicationDate ?? publicationDate(found, in: document)
        var resolver = DateResolver(
            reference: document.settings.referenceDate ?? stated,
            name: document.settings.referenceDate != nil ? "reference date" : "document date",
            isGiven: document.settings.referenceDate != nil)
        resolver.isQuery = isQuery(found, document)
        var next = 0
        for (index, block) in document.blocks.enumerated() {
            resolver.enter(block)
            guard next < found.count, found[next].block == index else { continue }
            for expression in found[next].expressions {
                let range = expression.start..<expression.end
                let text = document.text[range]
                let resolution = resolver.resolve(
                    expression, text: text, isCompared: isAside(bytes, expression, block.range)
                ) { offset in !hasSentenceEnd(bytes, offset, expression.start) }
                guard let resolution else { continue }
                annotations.marks.append(mark(expression, resolution))
                if resolution.value == .impossible {
                    let line = document.text.lineIndex(at: range.lowerBound) + 1
                    annotations.findings.append(
                        Finding(
                            "date.impossible", .warning, "“\(text)” is no day of the calendar: check the source",
                            line: line))
                }
            }
            next += 1
        }
        return annotations
    }

    /// Whether years are counted by the Republic: 民國 stands before a number somewhere in the document.
    private func countsMinguo(_ bytes: [UInt8]) -> Bool {
        var at = 0
        while at + 8 < bytes.count {
            let first = bytes[at]
            guard first == 0xE6 else {
                at += first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
                continue
            }
            if bytes[at + 1] == 0xB0, bytes[at + 2] == 0x91, bytes[at + 3] == 0xE5, bytes[at + 4] == 0x9C,
                bytes[at + 5] == 0x8B
            {
                let next = bytes[at + 6] == " " ? at + 7 : at + 6
                let (scalar, _) = UTF8Scalar.decode(bytes, next)
                if DateDigits.arabic(scalar) != nil || DateDigits.isChinese(scalar) || scalar == "元" { return true }
            }
            at += 3
        }
        return false
    }

    /// Whether the document is one time expression and nothing else.
    private func isQuery(_ found: [(block: Int, expressions: [DateExpression])], _ document: Document) -> Bool {
        guard document.blocks.count == 1, found.count == 1, found[0].expressions.count == 1 else { return false }
        let block = document.blocks[0].range
        let expression = found[0].expressions[0]
        guard block.count < 100 else { return false }
        let tail = document.text[expression.end..<block.upperBound]
        return (block.lowerBound..<expression.start).allSatisfy { document.text.bytes[$0] <= 0x20 }
            && (tail.utf8.allSatisfy { $0 <= 0x20 } || ["许", "許", "左右", "前后", "前後"].contains(tail))
    }

    private func mark(_ expression: DateExpression, _ resolution: DateResolution) -> Mark {
        var calendar = SourceCalendar.gregorian
        var clockRange: Range<Int>?
        if case .point(let reading) = expression.body {
            calendar = reading.isLunar ? .lunar : reading.calendar
            if let start = reading.clockStart, case .point(let point) = resolution.value, point.day?.year == nil,
                point.day != nil, start > expression.start
            {
                clockRange = start..<expression.end
            }
        } else if case .range(let reading, _) = expression.body {
            calendar = reading.isLunar ? .lunar : reading.calendar
        }
        let meaning = DateMeaning(
            resolution.value, calendar: calendar, clockRange: clockRange, anchor: resolution.anchor)
        return Mark(
            expression.start..<expression.end, .date(meaning),
            provenance: Provenance(
                filter: name, rule: expression.rule, certainty: resolution.certainty * expression.certainty,
                evidence: resolution.anchor == nil ? .text : .context))
    }

    /// The day on which the document says that it was made: the first full date of a byline, else the last of a date
    /// line or a signature.
    private func publicationDate(
        _ found: [(block: Int, expressions: [DateExpression])], in document: Document
    ) -> CivilDate? {
        var closing: CivilDate?
        for (index, expressions) in found {
            let kind = document.blocks[index].kind
            guard kind == .byline || kind == .date || kind == .signature else { continue }
            for expression in expressions {
                guard case .point(let reading) = expression.body, expression.frame == .none,
                    case .fixed(let year) = reading.year,
                    case .fixed(let month) = reading.month, case .fixed(let day) = reading.day, !reading.yearIsShort,
                    let date = CivilDate(year: year, month: month, day: day)
                else { continue }
                if kind == .byline { return date }
                closing = date
            }
        }
        return closing
    }

    /// 比 or 较 straight before, 出生 straight behind, 日期 before it: a yardstick or a label, not where the text stands.
    private func isAside(_ bytes: [UInt8], _ expression: DateExpression, _ block: Range<Int>) -> Bool {
        let (at, end) = (expression.start, expression.end)
        if end + 6 <= block.upperBound, UTF8Scalar.decode(bytes, end).value == "出",
            UTF8Scalar.decode(bytes, end + 3).value == "生"
        {
            return true
        }
        guard at - 3 >= block.lowerBound else { return false }
        if at - 6 >= block.lowerBound, UTF8Scalar.decode(bytes, at - 6).value == "日",
            UTF8Scalar.decode(bytes, at - 3).value == "期"
        {
            return true
        }
        let (value, _) = UTF8Scalar.decode(bytes, at - 3)
        return value == "比" || value == "较" || value == "較"
    }

    /// Whether 。！？； stands between two offsets; looks at 300 bytes at most.
    private func hasSentenceEnd(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
        guard end - start <= 300 else { return true }
        var at = start
        while at + 2 < end {
            if bytes[at] == 0xE3, bytes[at + 1] == 0x80, bytes[at + 2] == 0x82 { return true }
            if bytes[at] == 0xEF, bytes[at + 1] == 0xBC, [0x81, 0x9F, 0x9B].contains(bytes[at + 2]) { return true }
            at += 1
        }
        return false
    }
}
