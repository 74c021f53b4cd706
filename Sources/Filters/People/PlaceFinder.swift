/// Finds the names of places in a reading.
struct PlaceFinder {
    let tables: NameTables

    /// A tagged place as likely as this wins over what the rules see there, but for a listed name that holds it.
    static let trusted: Float = 0.8

    /// Ranges of character indices, not overlapping; none of them is `taken`.
    func find(
        _ sentence: NameSentence, _ reading: NameReading, _ tagged: TaggedNames, taken: (Range<Int>) -> Bool
    ) -> [Range<Int>] {
        var found = find(sentence, reading, tagged).filter { !taken($0) }
        for span in tagged.spans where span.label == .place && span.probability >= Self.trusted {
            let range = span.start..<span.end
            // 新时代中国特色…思想: the country is in the doctrine's name.
            if span.end > sentence.count || taken(range)
                || sentence.has("新时代", at: span.start - 3) && sentence.has("特色", at: span.end)
            {
                continue
            }
            // 新疆维吾尔自治区 is no 新疆, 青藏高原 neither 青 nor 藏, 抚州古城 no 抚州.
            if found.contains(where: {
                range.clamped(to: $0) == range
                    && (isListed($0, sentence) || range.count == 1 && $0.count > 2 || goesOn(range, to: $0, sentence))
            }) {
                continue
            }
            found.removeAll { $0.overlaps(range) }
            found.append(range)
        }
        joinListed(&found, sentence)
        found = found.flatMap { parted($0, sentence) }
        found = found.compactMap { whole in
            guard let name = limited(whole, sentence) else { return nil }
            // 江州|开发区管委会: no zone is taken from a body, or from a place that goes on behind it.
            let isOver =
                name.upperBound > whole.upperBound
                && (taken(name)
                    || found.contains { $0.overlaps(name) && $0 != whole && $0.clamped(to: name) != $0 })
            return isOver ? whole : name
        }
        // 绿春河|渡口, 望湖小区|南门
        let ends = Set(found.map(\.upperBound))
        found.removeAll { ends.contains($0.lowerBound) && liesBeside($0, sentence) }
        // 江州|高新区 where both were found
        let all = found
        found.removeAll { inner in all.contains { $0 != inner && inner.clamped(to: $0) == inner } }
        // 渔村, but 河口、互助两县 and 东门|内
        if found.contains(where: { tables.isOrdinary(sentence.folded[$0]) }) {
            let counted = CountedPlaces.find(sentence, tables)
            found.removeAll {
                tables.isOrdinary(sentence.folded[$0]) && !counted.contains($0)
                    && !(sentence[$0.upperBound - 1] == "门" && sentence[$0.upperBound].isOne(of: "内外"))
            }
        }
        return found
    }

    /// 抚州|古城
    private func goesOn(_ range: Range<Int>, to whole: Range<Int>, _ sentence: NameSentence) -> Bool {
        range.lowerBound == whole.lowerBound && range.count == 2
            && Self.ownKinds.contains {
                $0.count == whole.upperBound - range.upperBound && sentence.has($0, at: range.upperBound)
            }
    }

    /// 中国|大陆: two that touch and are one listed name together.
    private func joinListed(_ found: inout [Range<Int>], _ sentence: NameSentence) {
        guard found.count > 1 else { return }
        found.sort { $0.lowerBound < $1.lowerBound }
        var index = 1
        while index < found.count {
            let (left, right) = (found[index - 1], found[index])
            if left.upperBound == right.lowerBound, isListed(left.lowerBound..<right.upperBound, sentence) {
                found[index - 1] = left.lowerBound..<right.upperBound
                found.remove(at: index)
            } else {
                index += 1
            }
        }
    }

    // MARK: Inside bodies

    /// The places at the head of a body's name, each shorter than the name: 天津市 and 河西区 of 天津市河西区图书馆.
    func find(
        atHeadOf body: Range<Int>, _ sentence: NameSentence, _ reading: NameReading, _ tagged: TaggedNames,
        _ found: (Range<Int>) -> Void
    ) {
        var at = body.lowerBound
        // 中共云江市委
        if sentence.has("中共", at: at) { at += 2 }
        while let end = endOfPlace(at, before: body.upperBound, sentence, reading, tagged) {
            found(at..<end)
            at = end
        }
    }

    /// Where the longest place that begins at an index ends, below a limit.
    private func endOfPlace(
        _ start: Int, before limit: Int, _ sentence: NameSentence, _ reading: NameReading, _ tagged: TaggedNames
    ) -> Int? {
        var end = start
        let number = reading.piece(beginningAt: start)
        // A listed name may open a word of the language, 中国 of 中国科学院, but ends in no later one.
        if start < limit, var node = tables.root(sentence.folded[start]) {
            let word = number.map { reading.pieces[$0].end } ?? start
            var stop = start + 1
            while stop + 1 < limit, let next = tables.child(node, sentence.folded[stop]) {
                node = next
                stop += 1
                if tables.isWord(node), tables.flags(node).contains(.place),
                    stop <= word || reading.piece(endingAt: stop) != nil
                        || stop == word + 1 && PlaceEnds.isLevel(sentence.folded[stop - 1])
                {
                    // 日本国会 is the 国会 of 日本: where the rest begins with a character alone, 国 is a part of it.
                    let isCut =
                        end == stop - 1 && sentence.folded[stop - 1] == "国"
                        && reading.piece(beginningAt: stop).map { reading.pieces[$0].end == stop + 1 } ?? false
                    if !isCut { end = stop }
                }
            }
        }
        // 中山大学 is the man's.
        if end == start + 2, sentence.has("中山", at: start) { end = start }
        if let number, reading.pieces[number].kind == .place, reading.pieces[number].end < limit {
            end = max(end, reading.pieces[number].end)
        }
        if let span = tagged.span(at: start), span.label == .place, span.start == start, span.end < limit,
            span.probability >= Self.trusted
        {
            end = max(end, span.end)
        }
        guard end > start else { return nil }
        // Its kind as a word of its own: 石板 + 村.
        if end + 1 < limit, let next = reading.piece(beginningAt: end), reading.pieces[next].kind == .word,
            reading.pieces[next].end == end + 1, PlaceEnds.isLevel(sentence.folded[end]),
            !PlaceEnds.isLevel(sentence.folded[end - 1])
        {
            end += 1
        }
        return end
    }

    /// What the rules alone find.
    private func find(_ sentence: NameSentence, _ reading: NameReading, _ tagged: TaggedNames) -> [Range<Int>] {
        var found: [Range<Int>] = []
        for (number, piece) in reading.pieces.enumerated() {
            for end in piece.start + 1...piece.end {
                if let building = building(endingAt: end, sentence) { found.append(building) }
            }
            // 沪 of 抵 + 沪, and of 抵沪 as one word.
            if piece.kind == .word, piece.end - piece.start <= 2, ShortPlaces.isPlace(sentence, piece.end - 1, tables) {
                found.append((piece.end - 1)..<piece.end)
                continue
            }
            if piece.kind == .word, piece.end - piece.start <= 2, ShortPlaces.isSide(sentence, piece.start) {
                found.append(piece.start..<(piece.start + 1))
                continue
            }
            if piece.kind == .word, piece.end - piece.start <= 2, ShortPlaces.isSpeaker(sentence, piece.start) {
                found.append(piece.start..<(piece.start + 1))
                continue
            }
            for at in piece.start..<piece.end where ShortPlaces.isPair(sentence, at) {
                found.append(at..<(at + 1))
                found.append((at + 1)..<(at + 2))
            }
            if let road = numberedRoad(piece, sentence) {
                found.append(road)
                continue
            }
            guard piece.kind == .place || piece.node >= 0 && tables.flags(piece.node).contains(.place) else { continue }
            // A listed name of two characters may be any word: the tagger must see a name there too. One abroad is none, but
            // for a team.
            if piece.kind == .word, piece.end - piece.start == 2, tagged.overlapping(piece.start, piece.end) == nil,
                !Self.travels.contains(in: sentence, endingAt: piece.start),
                // 于都|河
                sentence[piece.end] != "河",
                !tables.flags(piece.node).contains(.ordinary) || sentence.tellsOfMatches
                    || isOfWord(number, sentence, reading)
            {
                continue
            }
            var end = piece.end
            // The kind of place as a word of its own: 黔东南 + 州, 石板 + 村.
            if number + 1 < reading.pieces.count {
                let next = reading.pieces[number + 1]
                if next.kind == .word, next.end - next.start == 1, next.start == end,
                    PlaceEnds.isLevel(sentence.folded[next.start]), piece.kind == .word || piece.end - piece.start <= 3,
                    !PlaceEnds.isLevel(sentence.folded[end - 1])
                {
                    end = next.end
                }
            }
            // 澄江|湖, 云江|古城
            if end == piece.end, end - piece.start == 2 {
                // 浙江|湖州
                if let kind = Self.ownKinds.first(in: sentence, at: end),
                    kind.count > 1 || isListed(piece.start..<(end + 1), sentence)
                        || !(tables.node(sentence.folded[end..<min(end + 2, sentence.count)]).map {
                            tables.isWord($0) || tables.flags($0).contains(.place)
                        } ?? false)
                {
                    end += kind.count
                }
            }
            if isOther(sentence, piece.start, end) { continue }
            found.append(piece.start..<end)
        }
        return found
    }

    /// 在|博学楼|101室, 在|逸夫楼|报告厅: a building of two characters and 楼 before one of its rooms.
    private func building(endingAt end: Int, _ sentence: NameSentence) -> Range<Int>? {
        let start = end - 3
        guard start > 0, sentence[end - 1] == "楼",
            Glyph.isDigit(sentence[end]) || BodyFinder.rooms.contains(in: sentence, at: end),
            Self.beforeBuildings.contains(sentence[start - 1]) || !Glyph.isHan(sentence[start - 1]),
            Glyph.isHan(sentence.folded[start]), Glyph.isHan(sentence.folded[start + 1]),
            !tables.has(sentence[start + 1], .numeral), sentence[start + 1] != "号",
            !tables.isOrdinary(sentence.folded[start..<end])
        else { return nil }
        return start..<end
    }

    private static let beforeBuildings: StaticWord = "在于到至的"

    /// 320国道, G6高速, 台14线
    private func numberedRoad(_ piece: NameLattice.Piece, _ sentence: NameSentence) -> Range<Int>? {
        guard Glyph.isDigit(sentence.folded[piece.start]) else { return nil }
        if let kind = Self.numbered.first(in: sentence, at: piece.end) {
            var start = piece.start
            while Glyph.isLatin(sentence[start - 1]) { start -= 1 }
            return start..<(piece.end + kind.count)
        }
        var end = piece.end
        if Self.branches.contains(sentence[end]) { end += 1 }
        guard sentence[end] == "线", let head = Self.roadHeads.first(in: sentence, endingAt: piece.start)
        else { return nil }
        return (piece.start - head.count)..<(end + 1)
    }

    private static let branches: StaticWord = "甲乙丙丁"
    private static let roadHeads: StaticWords = ["台", "省道", "县道", "乡道", "国道"]

    /// Behind these a listed name is the place where somebody goes.
    private static let travels: StaticWords = [
        "负笈", "抵达", "返抵", "转赴", "前往", "来到", "旅居", "寓居", "客居", "侨居", "移居", "定居", "迁居", "途经", "路过", "抵", "赴",
        "道经", "行经", "取道", "行抵", "进抵", "飞抵", "驶抵", "运抵", "飞往", "驶往", "运往", "汇往", "运送", "飞赴", "远赴", "驰赴", "进驻", "扼守",
        "退守",
        "固守", "撤至", "退至", "克复", "收复", "攻占", "攻克", "起自", "来自", "运自", "购自", "籍隶", "世居", "侨寓", "游学",
    ]
    private static let ownKinds: StaticWords = [
        "湖", "河", "港", "街", "路", "湾", "岛", "闸", "坝", "渡", "溪", "宫", "庙", "寺", "祠", "庵", "塔", "阁", "古城", "古镇", "老街",
        "水库",
        "大桥", "大坝",
        "码头", "隧道",
    ]
    private static let numbered: StaticWords = ["国道", "省道", "县道", "乡道", "高速公路", "高速"]

    /// Whether a character stands beside a piece that sounds foreign and is no word by itself: 基|尼斯, 纽约|客, but 登封|大|雪.
    private func isOfWord(_ number: Int, _ sentence: NameSentence, _ reading: NameReading) -> Bool {
        let own = reading.pieces[number]
        guard (own.start..<own.end).allSatisfy({ sentence.characters[$0].foreign != 255 }) else { return false }
        func isLone(_ other: Int) -> Bool {
            guard reading.pieces.indices.contains(other) else { return false }
            let piece = reading.pieces[other]
            let character = sentence.folded[piece.start]
            return piece.kind == .word && piece.end - piece.start == 1 && Glyph.isHan(character)
                && !tables.has(character, .stop) && !tables.has(character, .locative)
                && !tables.has(character, .joining) && !Self.beside.contains(character)
                && sentence.characters[piece.start].foreign != 255
        }
        return isLone(number - 1) || isLone(number + 1)
    }

    private static let beside: StaticWord = "的人市州港湾河省区籍前后去来回自往是等、间内外境经抵达返赴离居驻沿"

    private static let behindOthers: StaticWord = "轮舰氏祥"

    /// 北京时间, 中国特色, 怀远厅, and the names of series and brands in quotation marks: “云江讲坛”.
    private func isOther(_ sentence: NameSentence, _ start: Int, _ end: Int) -> Bool {
        if sentence.has("时间", at: end) || sentence.has("特色", at: end) || sentence[end] == "厅" { return true }
        // 海晏|轮, 濮阳|氏, 泰和|祥, but 汉水|轮渡
        if Self.behindOthers.contains(sentence[end]), sentence[end + 1] != "渡" { return true }
        // 嘉庆十年
        if NameFilter.reigns.contains(sentence.folded[start..<end]) { return true }
        // 917|万载重吨, 两三门
        let before = sentence[start - 1]
        if tables.has(sentence.folded[start], .numeral),
            Glyph.isDigit(before) || tables.has(before, .numeral) || before == "两"
        {
            return true
        }
        // ，东至石人背
        if sentence.has("东至", at: start), end == start + 2, !Glyph.isHan(sentence[start - 1]),
            Glyph.isHan(sentence[end])
        {
            return true
        }
        var open = start
        while open > 0, start - open < 8, sentence[open] != "“", sentence[open] != "「" { open -= 1 }
        guard sentence[open] == "“" || sentence[open] == "「" else { return false }
        let close: Unicode.Scalar = sentence[open] == "“" ? "”" : "」"
        var stop = open + 1
        while stop - open < 10, stop < sentence.count, sentence[stop] != close { stop += 1 }
        return sentence[stop] == close && !(open + 1 == start && stop == end)
            && sentence.folded[(open + 1)..<stop].allSatisfy { Glyph.isHan($0) }
    }
}
