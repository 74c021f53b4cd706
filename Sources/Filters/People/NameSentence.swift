import QuandianText

/// A sentence as the name rules see it: characters folded to simplified and half-width forms, with their offsets.
///
/// A line end inside it, with the white space around, is no character, so that a name may go on over it; between words in
/// Latin letters it is a space.
struct NameSentence {
    private(set) var folded: [UInt16] = []
    /// UTF-8 offsets into the text; one more than characters.
    private(set) var offsets: [Int] = []
    /// As the tagger takes them; filled by ``loadScalars(_:_:in:_:)`` alone.
    private(set) var scalars: [UInt32] = []
    /// What is known of each character.
    private(set) var characters: [NameTables.Character] = []
    /// Where the sentence stands in its block.
    private(set) var opensBlock = false
    private(set) var closesBlock = false
    /// Whether it holds the wide space that sets names in a row apart.
    private(set) var isSetWide = false
    /// Whether its block is a turn of a talk, which opens with the speaker's name and a colon.
    var isTurn = false
    /// How its document is written: 、 is read as ， where it parts clauses.
    var manner = DocumentManner()
    /// Whether it holds the dot of foreign names.
    private(set) var hasNameDot = false
    /// Where 於 stands, which folds to 于 and is no surname as that is.
    private var prepositions: [Int] = []
    /// Where line ends were left out: the index of the character behind, and where the character before ended.
    private var breaks: [(index: Int, end: Int)] = []

    var count: Int { folded.count }

    mutating func load(_ bytes: [UInt8], _ range: Range<Int>, in block: Range<Int>, _ tables: NameTables) {
        breaks.removeAll(keepingCapacity: true)
        prepositions.removeAll(keepingCapacity: true)
        if bytes[range].contains(0x0A) {
            loadLines(bytes, range, tables)
        } else {
            loadLine(bytes, range, tables)
        }
        // Apart, so that the processor can look up many at a time.
        characters.resize(to: count, filler: NameTables.Character())
        unsafe characters.withUnsafeMutableBufferPointer { characters in
            unsafe folded.withUnsafeBufferPointer { folded in
                for at in folded.indices { unsafe characters[at] = tables.character(folded[at]) }
            }
        }
        for at in prepositions { characters[at].surname = 255 }
        if manner.speaksAsYu { forgetYu(tables) }
        hasNameDot = folded.contains { Glyph.isNameDot($0) }
        isSetWide = count < 400 && Self.isSetWide(folded)
        opensBlock = range.lowerBound == block.lowerBound
        closesBlock = range.upperBound == block.upperBound
    }

    /// 余 is a surname before an office alone: 余科长.
    private mutating func forgetYu(_ tables: NameTables) {
        for at in folded.indices where folded[at] == "余" {
            let isTitled = (2...3).contains { at + $0 < count && tables.isTitle(folded[(at + 1)...(at + $0)]) }
            if !isTitled { characters[at].surname = 255 }
        }
    }

    /// Whether an index holds 余 for whoever writes.
    func isSelf(_ at: Int) -> Bool { manner.speaksAsYu && self[at] == "余" && characters[at].surname == 255 }

    /// Whether ideographic spaces stand in two places at least, or side by side.
    private static func isSetWide(_ folded: [UInt16]) -> Bool {
        var spaces = 0
        for character in folded { spaces &+= character == "\u{3000}" ? 1 : 0 }
        return spaces >= 2
    }

    /// Only the scalars, where nothing else is asked for.
    mutating func loadScalars(_ bytes: [UInt8], _ range: Range<Int>, in block: Range<Int>, _ tables: NameTables) {
        if bytes[range].contains(0x0A) { return load(bytes, range, in: block, tables) }
        scalars.resize(to: range.count, filler: 0)
        let count = unsafe scalars.withUnsafeMutableBufferPointer { scalars in
            unsafe bytes.withUnsafeBufferPointer { bytes in
                var at = range.lowerBound
                var count = 0
                while at < range.upperBound {
                    let (value, size) = unsafe UTF8Scalar.decode(bytes, at)
                    unsafe scalars[count] = value
                    count += 1
                    at += size
                }
                return count
            }
        }
        scalars.removeLast(scalars.count - count)
    }

    /// A sentence without line ends.
    private mutating func loadLine(_ bytes: [UInt8], _ range: Range<Int>, _ tables: NameTables) {
        folded.resize(to: range.count, filler: 0)
        let partClauses = manner.pausesPartClauses
        offsets.resize(to: range.count + 1, filler: 0)
        let count = unsafe folded.withUnsafeMutableBufferPointer { folded in
            unsafe offsets.withUnsafeMutableBufferPointer { offsets in
                unsafe bytes.withUnsafeBufferPointer { bytes in
                    var at = range.lowerBound
                    var count = 0
                    while at < range.upperBound {
                        let (value, size) = unsafe UTF8Scalar.decode(bytes, at)
                        unsafe folded[count] = value == "、" && partClauses ? 0x2C : tables.fold(value)
                        if value == "於" { prepositions.append(count) }
                        unsafe offsets[count] = at
                        count += 1
                        at += size
                    }
                    unsafe offsets[count] = range.upperBound
                    return count
                }
            }
        }
        folded.removeLast(folded.count - count)
        offsets.removeLast(offsets.count - count - 1)
    }

    /// The same with line ends left out, and its scalars.
    private mutating func loadLines(_ bytes: [UInt8], _ range: Range<Int>, _ tables: NameTables) {
        folded.removeAll(keepingCapacity: true)
        offsets.removeAll(keepingCapacity: true)
        scalars.removeAll(keepingCapacity: true)
        var at = range.lowerBound
        while at < range.upperBound {
            if bytes[at] == "\n", let next = Self.afterLineEnd(bytes, at, range.upperBound) {
                join(bytes, at, next, tables)
                at = next
                continue
            }
            let (value, size) = UTF8Scalar.decode(bytes, at)
            if value == "於" { prepositions.append(folded.count) }
            folded.append(value == "、" && manner.pausesPartClauses ? 0x2C : tables.fold(value))
            scalars.append(value)
            offsets.append(at)
            at += size
        }
        offsets.append(range.upperBound)
    }

    func range(_ indices: Range<Int>) -> Range<Int> {
        var end = offsets[indices.upperBound]
        if let line = breaks.last(where: { $0.index == indices.upperBound }) { end = line.end }
        return offsets[indices.lowerBound]..<end
    }

    /// The indices of a range that ``range(_:)`` gave.
    func indices(_ range: Range<Int>) -> Range<Int> {
        offsets.firstIndex(notBelow: range.lowerBound)..<offsets.firstIndex(notBelow: range.upperBound)
    }

    /// Where the next line's text begins; nil where the sentence has none.
    private static func afterLineEnd(_ bytes: [UInt8], _ lineEnd: Int, _ limit: Int) -> Int? {
        var at = lineEnd
        while at < limit {
            let (value, size) = UTF8Scalar.decode(bytes, at)
            guard value == "\n" || value == "\r" || value < 0x10000 && Glyph.isSpace(UInt16(value)) else { return at }
            at += size
        }
        return nil
    }

    /// Leaves out a line end with the white space before it, which was taken in, and behind it.
    private mutating func join(_ bytes: [UInt8], _ lineEnd: Int, _ next: Int, _ tables: NameTables) {
        var end = lineEnd
        while let last = folded.last, last == "\r" || Glyph.isSpace(last) {
            folded.removeLast()
            scalars.removeLast()
            end = offsets.removeLast()
        }
        let (value, _) = UTF8Scalar.decode(bytes, next)
        if let last = scalars.last, last < 0x250, value < 0x250 {
            folded.append(0x20)
            scalars.append(0x20)
            offsets.append(end)
        } else {
            breaks.append((folded.count, end))
        }
    }

    /// The character at an index, 0 outside the sentence.
    @inline(__always)
    subscript(at: Int) -> UInt16 { at >= 0 && at < folded.count ? folded[at] : 0 }

    /// What is known of the character at an index; nothing outside the sentence.
    @inline(__always)
    func character(_ at: Int) -> NameTables.Character {
        at >= 0 && at < characters.count ? characters[at] : NameTables.Character()
    }

    /// Where the text goes on behind a bracket that opens at an index and holds little, （女，回族）; nil where none does.
    func end(ofBracketAt open: Int) -> Int? {
        guard self[open] == "(" else { return nil }
        return (open + 1...open + 14).first { self[$0] == ")" }.map { $0 + 1 }
    }

    /// Whether a word stands at an index: for one that is written where it is asked for, of which at most places no more than
    /// the first character need be read.
    @inline(__always)
    func has(_ word: StaticString, at: Int) -> Bool {
        guard at >= 0, at < folded.count else { return false }
        let bytes = unsafe UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        let (first, size) = unsafe UTF8Scalar.decode(bytes, 0)
        return unsafe folded[at] == UInt16(truncatingIfNeeded: first) && goesOn(bytes, size, at + 1)
    }

    private func goesOn(_ word: UnsafeBufferPointer<UInt8>, _ offset: Int, _ at: Int) -> Bool {
        var at = at
        var offset = offset
        while offset < word.count {
            let (scalar, size) = unsafe UTF8Scalar.decode(word, offset)
            guard at < folded.count, folded[at] == UInt16(truncatingIfNeeded: scalar) else { return false }
            at += 1
            offset += size
        }
        return true
    }

    /// Whether a folded word stands at an index.
    @inline(__always)
    @_disfavoredOverload
    func has(_ word: StaticWord, at: Int) -> Bool {
        guard at >= 0, at < folded.count, folded[at] == word.first else { return false }
        if word.count == 1 { return true }
        return at + word.count <= folded.count && word.elementsEqual(folded[at..<at + word.count])
    }
}

/// Cutting a block into sentences: at 。！？；, line ends but those of wrapped prose, and in any case after a fixed length, so
/// that memory and time for one are bounded.
enum SentenceCut {
    static let longest = 6000

    /// Whether sentences go on over the line ends of a block. A block has several lines only where its text was wrapped; a
    /// line of another kind says something by itself.
    static func goesOnOverLines(_ kind: BlockKind) -> Bool {
        switch kind {
        case .paragraph, .runInHeading, .item, .question, .answer: true
        default: false
        }
    }

    /// Where the sentence that begins at an offset ends: after its closing mark. On a scalar boundary.
    static func end(_ bytes: [UInt8], from start: Int, to limit: Int, overLines: Bool) -> Int {
        var at = start
        let stop = min(limit, start + longest)
        while at < stop {
            let first = bytes[at]
            if first == "\n", !overLines { return at + 1 }
            if first < 0x80 {
                at += 1
            } else if first < 0xE0 {
                at += 2
            } else if first < 0xF0 {
                let mark = UInt32(bytes[at + 1]) << 8 | UInt32(bytes[at + 2])
                at += 3
                // 。 is E3 80 82; ！ EF BC 81; ？ EF BC 9F; ； EF BC 9B
                if (first == 0xE3 && mark == 0x8082)
                    || (first == 0xEF && (mark == 0xBC81 || mark == 0xBC9F || mark == 0xBC9B))
                {
                    return min(at, limit)
                }
            } else {
                at += 4
            }
        }
        return min(at, limit)
    }
}

/// Character classes that the rules ask for.
enum Glyph {
    @inline(__always)
    static func isHan(_ c: UInt16) -> Bool { (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) }

    @inline(__always)
    static func isDigit(_ c: UInt16) -> Bool { c >= 0x30 && c <= 0x39 }

    @inline(__always)
    static func isLatin(_ c: UInt16) -> Bool {
        (c | 0x20) >= 0x61 && (c | 0x20) <= 0x7A || (c >= 0xC0 && c <= 0x24F && c != "×" && c != "÷")
    }

    @inline(__always)
    static func isSpace(_ c: UInt16) -> Bool {
        c == " " || c == "\u{3000}" || c == 0xA0 || c == "\t" || (c >= 0x2000 && c <= 0x200A)
    }

    /// The dot between the parts of a foreign name, in its several encodings.
    @inline(__always)
    static func isNameDot(_ c: UInt16) -> Bool {
        c == "·" || c == "•" || c == "‧" || c == "・" || c == "∙" || c == "⋅"
    }

    static func isOpenBracket(_ c: UInt16) -> Bool { c == "(" || c == "【" || c == "[" || c == "〔" }
    static func isCloseBracket(_ c: UInt16) -> Bool { c == ")" || c == "】" || c == "]" || c == "〕" }
}
