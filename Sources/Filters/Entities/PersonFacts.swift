import QuandianText

/// Reads what the text states of a person directly after the name: （女，1968年3月生）.
struct PersonFacts {
    private let document: Document
    private let tables: NameTables
    private let dates: [(range: Range<Int>, number: Int)]

    init(_ document: Document, _ tables: NameTables, _ dates: [(range: Range<Int>, number: Int)]) {
        self.document = document
        self.tables = tables
        self.dates = dates
    }

    /// How far after a name its facts are looked for.
    private static let reach = 150

    func facts(after mentions: [Entity.Mention]) -> [Entity.Fact] {
        var facts: [Entity.Fact] = []
        for mention in mentions { add(after: mention.range, to: &facts) }
        return facts
    }

    private func add(after mention: Range<Int>, to facts: inout [Entity.Fact]) {
        let bytes = document.text.bytes
        let hasDate = number(ofDateIn: mention.upperBound..<(mention.upperBound + Self.reach)) != nil
        var at = mention.upperBound
        let limit = min(bytes.count, at + 120)
        var fields = 0
        while at < limit, fields < 6 {
            guard let separator = separator(bytes, at) else { break }
            at += separator
            fields += 1
            let end = fieldEnd(bytes, at, limit)
            let field = Glance(bytes, at..<end, tables)
            if field.isOnly("男") || field.isOnly("女") {
                append(.sex(document.text[at..<end]), &facts)
            } else if field.count >= 4, field.beforeLast == "国", field.last == "籍" {
                append(.nationality(document.text.squeezed(at..<end)), &facts)
            } else if hasDate, let date = firstDate(in: at..<end) {
                let rest = NameKey(bytes, date.range.upperBound..<end, tables).characters
                if case .date(let meaning) = date.kind, date.range.lowerBound == at {
                    if opensLife(rest) {
                        append(.birth(meaning.value, text: document.text[date.range]), &facts)
                    }
                }
            }
            at = end
        }
        if hasDate {
            lifeInBrackets(after: mention, &facts)
            clauses(after: mention, &facts)
        }
    }

    /// （1931—2019）: years of birth and death. A span too short for a life is a term of office or the like.
    private func lifeInBrackets(after mention: Range<Int>, _ facts: inout [Entity.Fact]) {
        let bytes = document.text.bytes
        guard mention.upperBound < bytes.count else { return }
        let (bracket, size) = UTF8Scalar.decode(bytes, mention.upperBound)
        let start = mention.upperBound + size
        guard bracket == "（" || bracket == "(",
            let date = firstDate(in: start..<min(bytes.count, start + 60)), date.range.lowerBound == start,
            date.range.upperBound < bytes.count, case .date(let meaning) = date.kind,
            case .range(let from?, let to?) = meaning.value, let first = from.day?.year, let last = to.day?.year,
            last - first >= 18
        else { return }
        let (end, _) = UTF8Scalar.decode(bytes, date.range.upperBound)
        guard end == "）" || end == ")" || end == "，" || end == "," else { return }
        let text = document.text[date.range]
        append(.birth(.point(from), text: text), &facts)
        append(.death(.point(to), text: text), &facts)
    }

    /// 周某生于1929年10月，因病医治无效，于2021年3月5日在杭州逝世. Nothing but what belongs to such a sentence may stand
    /// between the name and the date, so that 其父1929年生 says nothing of him.
    private func clauses(after mention: Range<Int>, _ facts: inout [Entity.Fact]) {
        let bytes = document.text.bytes
        var at = mention.upperBound
        for _ in 0..<3 {
            guard let date = firstDate(in: at..<min(bytes.count, at + Self.reach)), case .date(let meaning) = date.kind,
                mayOpenPhrase(at..<date.range.lowerBound),
                let before = plain(NameKey(bytes, at..<date.range.lowerBound, tables).characters)
            else { return }
            let limit = min(bytes.count, date.range.upperBound + 75)
            let end = fieldEnd(bytes, date.range.upperBound, limit)
            let after = NameKey(bytes, date.range.upperBound..<end, tables).characters
            let text = document.text[date.range]
            if before.suffix(2).elementsEqual("生于".utf16) || opensLife(after) {
                append(.birth(meaning.value, text: text), &facts)
            } else if endsLife(after) {
                append(.death(meaning.value, text: text), &facts)
            } else {
                return
            }
            at = end
        }
    }

    /// The characters between a name and a date where they are phrases of a notice of birth or death and nothing else.
    private func plain(_ between: [UInt16]) -> [UInt16]? {
        var rest = between[...]
        while !rest.isEmpty {
            guard let phrase = Self.phrases.first(where: { rest.starts(with: $0) }) else { return nil }
            rest = rest.dropFirst(phrase.count)
        }
        return between
    }

    /// Whether a stretch holds nothing, or begins as one of the phrases does: most say something else.
    private func mayOpenPhrase(_ range: Range<Int>) -> Bool {
        var opens = true
        NameKey.fold(document.text.bytes, range, tables) { character in
            opens = Self.phrases.contains { $0.first == character }
            return false
        }
        return opens
    }

    private static let phrases: [StaticWord] = [
        ",", "同志", "先生", "女士", "因病", "因", "医治无效", "抢救无效", "久病", "不幸", "出生于", "生于", "于", "在",
    ]

    /// 生, 生于浙江, 生人, 出生; not 生产.
    private func opensLife(_ after: [UInt16]) -> Bool {
        if after.starts(with: "出生".utf16) { return true }
        guard after.first == "生" else { return false }
        return after.count == 1 || after[1].isOne(of: "于人在")
    }

    /// 逝世, 在杭州逝世, 病逝于杭州.
    private func endsLife(_ after: [UInt16]) -> Bool {
        let opens = Self.deaths.contains { after.starts(with: $0) }
        guard !opens else { return true }
        return (after.first == "在" || after.first == "于" || after.first == "因")
            && Self.deaths.contains { after.suffix($0.count).elementsEqual($0) }
    }

    private static let deaths: [StaticWord] = ["逝世", "去世", "病逝", "辞世", "离世", "病故", "圆寂", "与世长辞"]

    /// One statement of a kind is enough; the first stands.
    private func append(_ fact: Entity.Fact, _ facts: inout [Entity.Fact]) {
        let clash = facts.contains {
            switch ($0, fact) {
            case (.sex, .sex), (.nationality, .nationality), (.birth, .birth), (.death, .death): true
            default: false
            }
        }
        if !clash { facts.append(fact) }
    }

    /// The length of a comma, bracket or colon at an offset; nil where there is none.
    private func separator(_ bytes: [UInt8], _ at: Int) -> Int? {
        let (value, size) = UTF8Scalar.decode(bytes, at)
        switch value {
        case "，", ",", "（", "(", "：", "、": return size
        default: return nil
        }
    }

    private func fieldEnd(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Int {
        var at = start
        while at < bytes.count, at < limit {
            let (value, size) = UTF8Scalar.decode(bytes, at)
            switch value {
            case "，", ",", "）", ")", "、", "。", "\n", "\r", "；": return at
            default: at += size
            }
        }
        return at
    }

    /// The first date that begins in a range, where it ends there too.
    private func firstDate(in range: Range<Int>) -> Mark? {
        number(ofDateIn: range).map { document.marks[$0] }
    }

    /// Its number among the marks. Binary search.
    private func number(ofDateIn range: Range<Int>) -> Int? {
        var low = 0
        var high = dates.count
        while low < high {
            let middle = (low + high) / 2
            if dates[middle].range.lowerBound < range.lowerBound { low = middle + 1 } else { high = middle }
        }
        guard low < dates.count, dates[low].range.upperBound <= range.upperBound else { return nil }
        return dates[low].number
    }
}
