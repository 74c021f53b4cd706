import QuandianText

/// What one line, or one paragraph of several joined lines, looks like: everything the rules ask, read in one pass.
struct LineFacts {
    enum Ending { case none, stop, semicolon, comma, colon, bracket }

    /// The line from its first character, indentation included, to its last.
    var content: Range<Int>
    /// The line without the white space around it.
    var ink: Range<Int>
    /// Source lines, as indices into `Text.lines`.
    var sourceLines: Range<Int>
    /// Columns of white space before the ink; a wide character has two.
    var indent = 0
    /// Scalars that are not white space.
    var length = 0
    /// Columns of the ink.
    var width = 0
    var first: UInt32 = 0
    var last: UInt32 = 0
    var ending = Ending.none
    /// Sentence ends outside quotations, titles and brackets, the last one included.
    var stops = 0
    /// Where the first sentence ends, closing quotation marks included; the end of the ink where it has no stop.
    var firstSentenceEnd = 0
    var commas = 0
    var tabs = 0
    var bars = 0
    /// Stretches of white space within the ink.
    var spaces = 0
    /// Stretches of white space two columns wide or wider within the ink.
    var gaps = 0
    /// Where the first colon stands, if within the first 24 scalars; else nil.
    var colon: Int?
    var ideographs = 0
    var latin = 0
    var digits = 0
    /// Of the characters that are not white space.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    /// A line without ink stands before this one.
    var blankBefore = false
    var enumerator: Enumerator?
    var cues: Cues = []

    /// The column in which the line ends.
    var reach: Int { indent + width }
    /// Short and without a sentence's end: what a title, heading or name looks like.
    var isShort: Bool { ending == .none && stops == 0 && length <= 60 }
    var isLong: Bool { length > 60 || stops > 1 }
    /// What running text looks like.
    var isProse: Bool {
        (ending == .stop && length >= 12) || (stops >= 1 && length >= 30) || length >= 90
            || (ending == .colon && length >= 30) || (ending == .bracket && stops >= 1)
            || (ending == .comma && length >= 36 && commas >= 2)
    }
}

extension LineFacts {
    /// Reads a line. One pass over its bytes.
    init?(_ bytes: [UInt8], _ content: Range<Int>, sourceLines: Range<Int>) {
        self.content = content
        self.ink = content
        self.sourceLines = sourceLines
        firstSentenceEnd = -1
        let found = unsafe bytes.withUnsafeBufferPointer { unsafe read($0) }
        guard let found else { return nil }
        ink = found
        if firstSentenceEnd < 0 { firstSentenceEnd = ink.upperBound }
        ending = LineFacts.ending(bytes, ink)
        enumerator = Enumerator.read(bytes, ink)
        // 第一章　总则……3 in a table of contents has a unit too.
        if case .unit(let rank) = enumerator?.style, rank < Enumerator.articleRank,
            length > 45 || (stops > 0 && !Scalar.isDigit(last))
        {
            enumerator = nil
        }
    }

    /// Reads the characters of the line; gives its ink, nil where it has none.
    private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        var at = content.lowerBound
        let limit = content.upperBound
        var inkStart = -1
        var inkEnd = at
        var space = 0
        var quotes = 0
        var pendingStop = false
        // What nearly every character adds to is counted beside the facts, and handed over at the end.
        var (length, width, ideographs) = (0, 0, 0)
        var hash = self.hash
        var last: UInt32 = 0
        while at < limit {
            // Most characters are ideographs that follow others, and say nothing but that.
            if inkStart >= 0, space == 0 {
                let run = at
                while at < limit, let scalar = unsafe Self.ideograph(bytes, at) {
                    hash = (hash ^ UInt64(scalar)) &* 0x100_0000_01B3
                    last = scalar
                    at += 3
                }
                if at > run {
                    let count = (at - run) / 3
                    length += count
                    width += 2 * count
                    ideographs += count
                    pendingStop = false
                    inkEnd = at
                    continue
                }
            }
            let (scalar, size) = unsafe UTF8Scalar.decode(bytes, at)
            if Scalar.isSpace(scalar) {
                if scalar == "\t", inkStart >= 0 { tabs += 1 }
                space += scalar == "\u{3000}" || scalar == 0x2003 ? 2 : scalar == "\t" ? 4 : 1
                at += size
                continue
            }
            if inkStart < 0 {
                inkStart = at
                indent = space
                first = scalar
                space = 0
            } else if space > 0 {
                spaces += 1
                if space > 1 { gaps += 1 }
                width += space
                space = 0
            }
            length += 1
            hash = (hash ^ UInt64(scalar)) &* 0x100_0000_01B3
            last = scalar
            width += scalar < 0x2E80 ? 1 : 2
            if pendingStop {
                if Scalar.isClosingBracket(scalar) || Scalar.isStop(scalar) {
                    firstSentenceEnd = at + size
                } else {
                    pendingStop = false
                }
            }
            if colon == nil, length <= 24, Self.isColon(scalar) { colon = at }
            classify(scalar, at, size, &quotes, &pendingStop)
            at += size
            inkEnd = at
        }
        guard inkStart >= 0 else { return nil }
        self.length = length
        self.width = width
        self.ideographs += ideographs
        self.hash = hash
        self.last = last
        return inkStart..<inkEnd
    }

    /// The ideograph at an offset, one of those from U+4E00 to U+9FFF; nil where another character stands.
    @inline(__always)
    private static func ideograph(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> UInt32? {
        guard unsafe 0xE4...0xE9 ~= bytes[at] else { return nil }
        let scalar = unsafe UTF8Scalar.decode(bytes, at).value
        return scalar >= 0x4E00 ? scalar : nil
    }

    private static func isColon(_ scalar: UInt32) -> Bool {
        switch scalar {
        case ":", "：", "︰", "∶": true
        default: false
        }
    }

    @inline(__always)
    private mutating func classify(
        _ scalar: UInt32, _ at: Int, _ size: Int, _ quotes: inout Int, _ pendingStop: inout Bool
    ) {
        switch scalar {
        case "!", "?", "…", "。", "！", "？", "｡":
            if quotes == 0, scalar != "…" || !pendingStop {
                stops += 1
                if firstSentenceEnd < 0 {
                    firstSentenceEnd = at + size
                    pendingStop = true
                }
            }
        case ",", "，", "、": commas += 1
        case "“", "「", "『", "《", "〈", "(", "（": quotes += 1
        case "”", "」", "』", "》", "〉", ")", "）": quotes = max(0, quotes - 1)
        case "|", "｜", 0x2500...0x257F: bars += 1
        case 0x30...0x39, 0xFF10...0xFF19: digits += 1
        case 0x41...0x5A, 0x61...0x7A: latin += 1
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0x20000...0x323AF, 0xF900...0xFAFF, "〇": ideographs += 1
        default: break
        }
    }

    private static func ending(_ bytes: [UInt8], _ ink: Range<Int>) -> Ending {
        var at = ink.upperBound
        var peeled: Ending?
        for _ in 0..<4 where at > ink.lowerBound {
            let start = bytes.scalarStart(endingAt: at)
            let scalar = UTF8Scalar.decode(bytes, start).value
            switch scalar {
            case "!", "?", "…", "。", "！", "？", "｡": return .stop
            case ";", "；": return peeled ?? .semicolon
            case ",", "，", "、": return peeled ?? .comma
            case _ where isColon(scalar): return peeled ?? .colon
            default: break
            }
            guard Scalar.isClosingBracket(scalar) else { break }
            // A stop before the closing mark still ends the sentence: “……。”
            if peeled == nil { peeled = Scalar.isClosingParenthesis(scalar) ? .bracket : Ending.none }
            at = start
            while at > ink.lowerBound {
                let before = bytes.scalarStart(endingAt: at)
                guard Scalar.isSpace(UTF8Scalar.decode(bytes, before).value) else { break }
                at = before
            }
        }
        return peeled ?? .none
    }
}
