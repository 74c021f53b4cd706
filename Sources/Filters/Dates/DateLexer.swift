import QuandianText

/// A word or number that may be part of a date.
struct DateToken {
    var sign: DateSign
    var value: Int
    var start: Int
    var end: Int
}

/// Cuts a stretch of text into the tokens that dates are made of; all other text leaves a gap between tokens.
///
/// One pass: at each scalar a table tells whether any word begins there, and the longest wins.
struct DateLexer: Sendable {
    /// A word, its bytes in ``pool``: those of the word, then of what must follow without belonging to it.
    private struct Entry: Sendable {
        let start: Int
        let end: Int
        /// The bytes of the word alone.
        let width: Int
        let sign: DateSign
        let value: Int
        /// Whether the word begins and ends with a Chinese digit, and whether it is 日 with more behind it.
        let beginsWithDigit: Bool
        let endsWithDigit: Bool
        let beginsWithDay: Bool
    }

    /// The words that begin with one scalar, longest first.
    private struct Bucket: Sendable {
        var entries = 0..<0
        /// The low six bits of what the second scalar of any of them may end in; all set where one has no second.
        var seconds: UInt64 = 0
        /// Whether one scalar alone is a unit: 年, 月, 日.
        var hasUnit = false
    }

    /// For each scalar of the basic plane: the bucket of words that begin with it, 0 for none, and whether a number may.
    private let startOf: [UInt16]
    private let buckets: [Bucket]
    private let entries: [Entry]
    private let pool: [UInt8]
    private static let beginsArabic: UInt16 = 1 << 15
    private static let beginsChinese: UInt16 = 1 << 14
    private let isUnit: [Bool]
    /// The signs after which 一点 and 十分 are a clock.
    private let leadsClock: [Bool]

    static let shared = DateLexer()

    init() {
        var words: [UInt32: [(scalars: [UInt32], bytes: [UInt8], width: Int, sign: DateSign, value: Int)]] = [:]
        func add(_ word: some StringProtocol, _ sign: DateSign, _ value: Int) {
            var bytes = Array(word.utf8)
            let width = bytes.firstIndex(of: UInt8(ascii: "|")) ?? bytes.count
            bytes.removeAll { $0 == UInt8(ascii: "|") }
            var scalars: [UInt32] = []
            var at = 0
            while at < bytes.count {
                let (scalar, size) = UTF8Scalar.decode(bytes, at)
                scalars.append(scalar)
                at += size
            }
            guard let head = scalars.first, head < 0x10000 else { return }
            words[head, default: []].append((scalars, bytes, width, sign, value))
        }
        for line in DateLexicon.lines.fields(between: "\n") {
            let fields = line.fields(between: " ")
            guard fields.count > 2, let sign = DateSign.named[String(fields[0])], let value = Int(fields[1]) else {
                preconditionFailure("a line of the lexicon is malformed: \(line)")
            }
            for word in fields[2...] { add(word, sign, value) }
        }
        for (index, era) in Era.all.enumerated() {
            for name in era.names { add(name, .era, index) }
        }
        for (index, holiday) in Holiday.all.enumerated() {
            for name in holiday.names {
                add(name, .holiday, index)
                // Texts mix the scripts in the last word most.
                if name.hasSuffix("節") { add(name.dropLast() + "节", .holiday, index) }
                if name.hasSuffix("节") { add(name.dropLast() + "節", .holiday, index) }
            }
        }
        for (index, names) in SolarTerm.names.enumerated() {
            for name in names { add(name, .term, index) }
        }
        let stems = Array(DateLexicon.stems)
        let branches = Array(DateLexicon.branches)
        for index in 0..<60 { add("\(stems[index % 10])\(branches[index % 12])", .stemBranch, index) }
        var isUnit = [Bool](repeating: false, count: DateSign.allCases.count)
        for sign in [
            DateSign.year, .month, .day, .dayWord, .hour, .oclock, .minute, .second, .quarterHour, .hours, .minutes,
            .seconds, .week, .workday, .quarter, .century, .decade, .fiscal, .ge, .half, .unitBlock, .odd,
        ] { isUnit[Int(sign.rawValue)] = true }
        self.isUnit = isUnit
        var leads = [Bool](repeating: false, count: DateSign.allCases.count)
        for sign in [
            DateSign.part, .dayPart, .dayPartAna, .hour, .oclock, .day, .dayRel, .dayAna, .to, .dash, .hours,
            .quarterHour,
        ] { leads[Int(sign.rawValue)] = true }
        self.leadsClock = leads

        var startOf = [UInt16](repeating: 0, count: 0x10000)
        var buckets = [Bucket()]
        var entries: [Entry] = []
        var pool: [UInt8] = []
        for (head, list) in words.sorted(by: { $0.key < $1.key }) {
            var bucket = Bucket()
            let first = entries.count
            // The first of equals stays first: sorting keeps the order of the lexicon.
            let sorted = list.enumerated().sorted {
                ($1.element.scalars.count, $0.offset) < ($0.element.scalars.count, $1.offset)
            }
            for (_, word) in sorted {
                entries.append(
                    Entry(
                        start: pool.count, end: pool.count + word.bytes.count, width: word.width, sign: word.sign,
                        value: word.value, beginsWithDigit: DateDigits.isChinese(head),
                        endsWithDigit: word.scalars.last.map(DateDigits.isChinese) ?? false,
                        beginsWithDay: head == "日" && word.scalars.count > 1))
                pool += word.bytes
                if word.scalars.count > 1 {
                    bucket.seconds |= 1 << UInt64(word.scalars[1] & 63)
                } else {
                    bucket.seconds = .max
                    if isUnit[Int(word.sign.rawValue)], word.sign != .unitBlock { bucket.hasUnit = true }
                }
            }
            bucket.entries = first..<entries.count
            startOf[Int(head)] = UInt16(buckets.count)
            buckets.append(bucket)
        }
        for scalar in UInt32(0)..<0x10000 {
            if DateDigits.arabic(scalar) != nil || scalar < 0x80 && DateDigits.misread(scalar) != nil {
                startOf[Int(scalar)] |= Self.beginsArabic
            }
            if DateDigits.isChinese(scalar) { startOf[Int(scalar)] |= Self.beginsChinese }
        }
        (self.startOf, self.buckets, self.entries, self.pool) = (startOf, buckets, entries, pool)
    }

    /// The tokens of a range, in order. Time linear in its length.
    func tokens(_ bytes: [UInt8], _ range: Range<Int>, into tokens: inout [DateToken]) {
        tokens.removeAll(keepingCapacity: true)
        var at = range.lowerBound
        let end = range.upperBound
        while at < end {
            let first = bytes[at]
            let value: UInt32
            let size: Int
            if first < 0x80 {
                (value, size) = (UInt32(first), 1)
            } else {
                (value, size) = UTF8Scalar.decode(bytes, at)
            }
            guard value < 0x10000, case let start = startOf[Int(value)], start != 0 else {
                at += size
                continue
            }
            if start & Self.beginsArabic != 0,
                DateDigits.arabic(value) != nil || beginsMisread(bytes, at, end, tokens.last)
            {
                at = arabicNumber(bytes, at, end, &tokens)
                continue
            }
            let bucket = Int(start & 0x3FFF)
            if bucket != 0, mayFollow(buckets[bucket], bytes, at + size, end) {
                let previous = tokens.last
                let touches = previous?.end == at
                if let entry = longest(buckets[bucket], bytes, at, end, touches ? previous : nil) {
                    if needsNeighbour(entry.sign), !touches, !followsOneSpace(bytes, at, previous) {
                        at += size
                        continue
                    }
                    tokens.append(DateToken(sign: entry.sign, value: entry.value, start: at, end: at + entry.width))
                    at += entry.width
                    continue
                }
            }
            if value == "零", joinsSpans(bytes, at + size, end, tokens.last, at) {
                at += size
                continue
            }
            if start & Self.beginsChinese != 0 {
                at = chineseNumber(bytes, at, end, &tokens)
                continue
            }
            at += size
        }
    }

    /// 一年零三个月, 两天零4小时: the 零 between two amounts is no digit.
    private func joinsSpans(_ bytes: [UInt8], _ next: Int, _ end: Int, _ previous: DateToken?, _ at: Int) -> Bool {
        guard let previous, previous.end == at, next < end,
            [.year, .month, .week, .dayWord, .hours].contains(previous.sign)
        else { return false }
        let (scalar, _) = UTF8Scalar.decode(bytes, next)
        return DateDigits.arabic(scalar) != nil || DateDigits.digit(scalar).map { $0 > 0 } ?? false
    }

    /// Whether the scalar at an offset may be the second of a word of the bucket; cheap, and never wrongly false.
    private func mayFollow(_ bucket: Bucket, _ bytes: [UInt8], _ at: Int, _ end: Int) -> Bool {
        if bucket.seconds == .max { return true }
        guard at < end else { return false }
        return bucket.seconds >> UInt64(UTF8Scalar.decode(bytes, at).value & 63) & 1 != 0
    }

    /// Joints mean something only behind another token.
    private func needsNeighbour(_ sign: DateSign) -> Bool {
        switch sign {
        case .dash, .slash, .dot, .colon, .list, .close, .latinT, .meridiem: true
        default: false
        }
    }

    private func followsOneSpace(_ bytes: [UInt8], _ at: Int, _ previous: DateToken?) -> Bool {
        guard let previous else { return false }
        return at - previous.end == 1 && bytes[at - 1] == " "
    }

    private func longest(
        _ bucket: Bucket, _ bytes: [UInt8], _ at: Int, _ end: Int, _ previous: DateToken?
    ) -> Entry? {
        let afterNumber = previous.map { $0.sign.isNumber } ?? false
        // 周一早上, 初一早上: the number is the day's.
        let numbered = previous.map { [.week, .edge, .newYear].contains($0.sign) } ?? false
        for index in bucket.entries where matches(entries[index], bytes, at, end) {
            let entry = entries[index]
            if numbered, entry.beginsWithDigit || entry.beginsWithDay { continue }
            switch entry.sign {
            case .block where entry.endsWithDigit && continuesNumber(bytes, at + entry.width, end): continue
            case .unitBlock:
                if afterNumber { return entry }
            case .soft:
                if let previous, leadsClock[Int(previous.sign.rawValue)] { continue }
                if continuesClock(bytes, at + entry.width, end) { continue }
                return entry
            default:
                // Straight after a number a unit is a unit: 15日报道 holds no 日报, 2019年初 no 年初.
                if afterNumber, bucket.hasUnit, !isUnit[Int(entry.sign.rawValue)] { continue }
                return entry
            }
        }
        return nil
    }

    /// 三月三 is a feast of songs, 三月三日 and 三月三十日 are days.
    private func continuesNumber(_ bytes: [UInt8], _ at: Int, _ end: Int) -> Bool {
        guard at < end else { return false }
        return UTF8Scalar.decode(bytes, at).value.isOne(of: "日号號十至")
    }

    /// Whether 半, 钟, 整, 刻 or a number follows: 一点半, 三点二十.
    private func continuesClock(_ bytes: [UInt8], _ at: Int, _ end: Int) -> Bool {
        guard at < end else { return false }
        let (value, _) = UTF8Scalar.decode(bytes, at)
        switch value {
        case "半", "钟", "鐘", "整", "刻", "许", "許": return true
        default: return DateDigits.isChinese(value) || DateDigits.arabic(value) != nil
        }
    }

    private func matches(_ entry: Entry, _ bytes: [UInt8], _ at: Int, _ end: Int) -> Bool {
        let count = entry.end - entry.start
        guard count <= end - at else { return false }
        // The last bytes differ most, and the first scalar is known to be the same.
        var index = count - 1
        while index > 0 {
            if pool[entry.start + index] != bytes[at + index] { return false }
            index -= 1
        }
        return true
    }

    /// Whether a letter that scanning left for a digit opens a number before 年, 月 or 日: l998年, o5月, ll日. Looks four
    /// scalars ahead.
    private func beginsMisread(_ bytes: [UInt8], _ start: Int, _ end: Int, _ previous: DateToken?) -> Bool {
        guard DateDigits.misread(UInt32(bytes[start])) != nil else { return false }
        if start > 0, isLetter(bytes[start - 1]) { return false }
        var at = start
        var hasDigit = previous.map { $0.end == start && ($0.sign == .year || $0.sign == .month) } ?? false
        for _ in 0..<5 {
            guard at < end else { return false }
            let (scalar, size) = UTF8Scalar.decode(bytes, at)
            if DateDigits.arabic(scalar) != nil {
                hasDigit = true
            } else if DateDigits.misread(scalar) == nil {
                return hasDigit && scalar.isOne(of: "年月日")
            }
            at += size
        }
        return false
    }

    private func isLetter(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF) }

    private func arabicNumber(_ bytes: [UInt8], _ start: Int, _ end: Int, _ tokens: inout [DateToken]) -> Int {
        var at = start
        var value = 0
        var count = 0
        while at < end {
            let (scalar, size) = UTF8Scalar.decode(bytes, at)
            if let digit = DateDigits.arabic(scalar) {
                if count < 9 { value = value * 10 + digit }
                count += 1
            } else if let digit = DateDigits.misread(scalar), at + size < end,
                case let (next, _) = UTF8Scalar.decode(bytes, at + size),
                DateDigits.arabic(next) != nil || DateDigits.misread(next) != nil
                    || next.isOne(of: "年月日")
            {
                // A scanned 〇 or 1 inside a number: 2O20年, 20l9年.
                if count < 9 { value = value * 10 + digit }
                count += 1
            } else {
                break
            }
            at += size
        }
        let sign: DateSign =
            switch count {
            case 1: .n1
            case 2: .n2
            case 3: .n3
            case 4: .n4
            case 8: .n8
            default: .nx
            }
        tokens.append(DateToken(sign: sign, value: count > 8 ? 0 : value, start: start, end: at))
        return at
    }

    private func chineseNumber(_ bytes: [UInt8], _ start: Int, _ end: Int, _ tokens: inout [DateToken]) -> Int {
        var number = ChineseNumber()
        var at = start
        while at < end {
            let (scalar, size) = UTF8Scalar.decode(bytes, at)
            guard number.take(scalar) else { break }
            at += size
        }
        tokens.append(DateToken(sign: number.sign, value: number.value, start: start, end: max(at, start + 1)))
        return at
    }
}

extension DateSign {
    var isNumber: Bool { rawValue <= DateSign.zx.rawValue }
}

extension UTF8Scalar {
    /// The length of a scalar in UTF-8.
    static func width(_ scalar: UInt32) -> Int { scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4 }
}
