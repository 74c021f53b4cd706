/// Finds the names of organisations in a reading: from the last part (…局, …大学, …委员会) leftwards over the words that
/// organisations' names are made of, and the short forms that are names by themselves.
struct BodyFinder {
    let tables: NameTables

    /// Ranges of character indices, in order, not overlapping.
    func find(_ sentence: NameSentence, _ reading: NameReading, _ tagged: TaggedNames) -> [Range<Int>] {
        let own = find(sentence, reading)
        var result: [Range<Int>] = []
        var next = 0
        for span in tagged.spans where span.label == .organisation && span.probability >= Self.sure {
            let range = span.start..<span.end
            if span.probability < Self.place, isPlace(range, sentence), !sentence.tellsOfMatches { continue }
            while next < own.count, own[next].upperBound <= range.lowerBound {
                result.append(own[next])
                next += 1
            }
            // Where both see a name, the longer one that holds the other, unless the tagger is all but certain.
            var kept = range
            while next < own.count, own[next].lowerBound < range.upperBound {
                let mine = own[next]
                next += 1
                // 江州银行|客服中心, 江州公司|财务处: the longest form, though the tagger is sure of less.
                let goesOn =
                    (sentence.has("中心", at: mine.upperBound - 2)
                        || isDepartment(mine.upperBound, sentence) && !opensOffice(mine.upperBound, sentence))
                    && mine.lowerBound == kept.lowerBound && mine.upperBound - kept.upperBound >= 2
                    && tables.node(sentence.folded[min(kept.upperBound, mine.upperBound)..<mine.upperBound])
                        .map { tables.flags($0).contains(.bodyEnd) } ?? false
                if span.probability >= Self.trusted, !goesOn { continue }
                if mine.lowerBound <= kept.lowerBound && mine.upperBound >= kept.upperBound {
                    kept = mine
                } else if kept.lowerBound < mine.lowerBound, kept.upperBound <= mine.upperBound,
                    opensWithOthers(kept.lowerBound..<mine.lowerBound, sentence, reading)
                {
                    // 由县民政局, 到县人民医院: the name begins after the preposition.
                    kept = mine
                } else if !(kept.lowerBound <= mine.lowerBound && kept.upperBound >= mine.upperBound) {
                    kept = min(kept.lowerBound, mine.lowerBound)..<max(kept.upperBound, mine.upperBound)
                }
            }
            if let last = result.last, last.upperBound > kept.lowerBound { continue }
            result.append(kept)
        }
        result += own[next...]
        var limited: [Range<Int>] = []
        for range in result where !isGeneric(sentence, range) { limit(range, sentence, reading, into: &limited) }
        var bodies = joined(limited, sentence).filter { !isGeneric(sentence, $0) }
        addHeaded(sentence, reading, to: &bodies)
        return bodies
    }

    /// 立法局|申诉部, 县府|建设科: a department behind a body is the body's.
    private func joined(_ bodies: [Range<Int>], _ sentence: NameSentence) -> [Range<Int>] {
        var result: [Range<Int>] = []
        for body in bodies {
            if let last = result.last, last.upperBound == body.lowerBound, isDepartment(body.upperBound, sentence),
                !opensWithPlace(body, sentence)
            {
                result[result.count - 1] = last.lowerBound..<body.upperBound
            } else {
                result.append(body)
            }
        }
        return result
    }

    /// Whether a range is the listed name of a place and no more: 丹麦.
    func isPlace(_ range: Range<Int>, _ sentence: NameSentence) -> Bool {
        guard let node = tables.node(sentence.folded[range]) else { return false }
        return tables.flags(node).contains(.place) && tables.flags(node).isDisjoint(with: [.body, .bodyEnd])
    }

    /// Whether a range ends as a company's name does.
    func isCompany(_ range: Range<Int>, _ sentence: NameSentence) -> Bool {
        Self.ofCompanies.contains { $0.count < range.count && sentence.has($0, at: range.upperBound - $0.count) }
    }

    private static let ofCompanies: StaticWords = ["公司", "集团", "事务所"]

    /// Where a company's name ends of which words of its trade stand behind an index: 石恒达|建设工程有限公司.
    func endOfCompany(from start: Int, _ sentence: NameSentence, _ reading: NameReading) -> Int? {
        guard let first = reading.piece(beginningAt: start) else { return nil }
        for piece in reading.pieces[first...] {
            if piece.end - start > 20 || piece.kind != .word || piece.node < 0 { return nil }
            if piece.start > start,
                Self.companyEnds.contains(sentence.folded[piece.start..<piece.end])
            {
                return piece.end
            }
            if piece.end - piece.start < 2 || tables.bodyness(piece.node) < Self.ofTrade { return nil }
            // 建设工程有限公司 as fewer pieces
            if Self.companyEnds.contains(where: {
                sentence.has($0, at: piece.end - $0.count) && piece.end - piece.start > $0.count
            }) {
                return piece.end
            }
        }
        return nil
    }

    static let companyEnds: StaticWords = ["有限公司", "股份有限公司", "有限责任公司", "集团有限公司"]
    /// The least a word of a trade belongs to bodies' names.
    private static let ofTrade: Float = 0.5

    func opensWithPlace(_ range: Range<Int>, _ sentence: NameSentence) -> Bool {
        (2...4).contains { size in
            size < range.count && isPlace(range.lowerBound..<(range.lowerBound + size), sentence)
        }
    }

    /// Whether the words of a range are none that a body's name opens with: a preposition, a verb.
    private func opensWithOthers(_ range: Range<Int>, _ sentence: NameSentence, _ reading: NameReading) -> Bool {
        if tables.has(sentence.folded[range.upperBound - 1], .stop) { return true }
        guard let first = reading.piece(beginningAt: range.lowerBound) else { return false }
        var sum: Float = 0
        for piece in reading.pieces[first...] {
            if piece.start >= range.upperBound { break }
            sum += bodyness(piece, sentence, touches: false)
        }
        return sum < -0.5
    }

    /// Whether a range is no name but a word for bodies of a kind, 党支部, 图书馆, 指挥部, alone or behind words that tell kinds
    /// apart: 外资银行.
    private func isGeneric(_ sentence: NameSentence, _ range: Range<Int>) -> Bool {
        if let node = tables.node(sentence.folded[range]) {
            let flags = tables.flags(node)
            if flags.contains(.body) || isOfLevel(range, sentence) { return false }
            // A department is named by its field: 宣传部.
            return flags.contains(.bodyEnd)
                && !(range.count >= 3 && isDepartment(range.upperBound, sentence)
                    && !Self.generic.contains(sentence.folded[range]))
        }
        if let term = lengthOfTerm(range, sentence), range.count - term >= 2 {
            return isGeneric(sentence, (range.lowerBound + term)..<range.upperBound)
        }
        // 现任|本公司|董事, but 本公司有权…
        if sentence[range.lowerBound] == "本", range.count >= 3 {
            return isGeneric(sentence, range.dropFirst())
                && !(opensOffice(range.upperBound, sentence) || Self.comingTo.contains(sentence[range.lowerBound - 1]))
        }
        for kind in Self.kinds
        where sentence.has(kind, at: range.lowerBound) && range.count >= kind.count + 2 {
            return isGeneric(sentence, (range.lowerBound + kind.count)..<range.upperBound)
        }
        return false
    }

    /// 第六届|董事会
    private func lengthOfTerm(_ range: Range<Int>, _ sentence: NameSentence) -> Int? {
        guard sentence[range.lowerBound] == "第",
            let term = range.prefix(5).first(where: { sentence[$0] == "届" })
        else { return nil }
        return term + 1 - range.lowerBound
    }

    /// What somebody does who comes to a body: 任|本公司.
    private static let comingTo: StaticWord = "任为入"
    private static let kinds: StaticWords = [
        "外资", "外国", "民营", "国有", "公营", "私营", "私立", "公立", "公办", "三级", "二级", "一级", "民办", "大型", "中小型", "小型", "跨国", "多国",
        "各国", "两国",
        "双方", "三方", "中外", "合资", "独资", "控股", "相关", "有关", "各级", "上级", "下级", "下属", "所属", "基层", "地方", "专门", "专业",
        "监管", "执法", "股份制", "非营利", "非政府", "民间", "新一届", "新", "多边", "双边", "多家", "多所", "其他", "发卡", "收单", "各类", "各种", "各地",
        "优秀", "先进", "国外", "国内", "海外", "境外",
        "其", "该", "我", "贵", "敝", "三国", "四国", "五国", "六国",
    ]

    /// A tagged organisation that is less likely is left to the rules.
    private static let sure: Float = 0.45
    /// A listed place is no body where it is less likely, but for the teams of matches.
    private static let place: Float = 0.7
    /// One as likely as this wins over what the rules see there.
    private static let trusted: Float = 0.8

    /// A line that opens with a place and ends with a body is that body's name: a title, a signature.
    private func wholeLine(_ sentence: NameSentence, _ reading: NameReading) -> Range<Int>? {
        guard sentence.opensBlock, sentence.closesBlock, sentence.count <= 40 else { return nil }
        var end = sentence.count
        while end > 0, !Glyph.isHan(sentence.folded[end - 1]) { end -= 1 }
        var start = 0
        while start < end, Glyph.isSpace(sentence.folded[start]) { start += 1 }
        guard end - start >= 8, sentence.folded[start..<end].allSatisfy({ Glyph.isHan($0) }),
            let first = reading.piece(beginningAt: start).map({ reading.pieces[$0] }),
            let last = reading.piece(endingAt: end).map({ reading.pieces[$0] }), last.kind == .word,
            ending(last, sentence) != nil
        else { return nil }
        let mourns = sentence.has("治丧委员会", at: end - 5)
        let isPlace = first.kind == .place || first.node >= 0 && tables.flags(first.node).contains(.place)
        return isPlace && last.end - last.start >= 2 || mourns && first.kind == .person ? start..<end : nil
    }

    /// 4⇥王子豪⇥江州二中⇥11.20, 成员　甄　真　江州市体校: the cells of a row that end as bodies' names do, if a name stands before them.
    private func cells(_ sentence: NameSentence) -> [Range<Int>] {
        guard sentence.opensBlock, sentence.count <= 80 else { return [] }
        var found: [Range<Int>] = []
        var at = 0
        while at < sentence.count {
            let start = at
            while Glyph.isHan(sentence[at]) { at += 1 }
            if at - start >= 3, start > 0, isWideSpace(before: start, sentence) {
                if at == sentence.count || Glyph.isSpace(sentence[at]), endsAsBody(start..<at, sentence) {
                    found.append(start..<at)
                } else if let unit = endOfUnit(start..<at, sentence) {
                    found.append(start..<unit)
                }
            }
            at = max(at, start + 1)
        }
        return found
    }

    /// Where a unit ends in a cell that goes on with an occupation: 机修车间|钳工.
    private func endOfUnit(_ cell: Range<Int>, _ sentence: NameSentence) -> Int? {
        // 常　青任…
        guard Glyph.isHan(sentence[cell.lowerBound - 3]) || !Glyph.isHan(sentence[cell.lowerBound - 2]) else {
            return nil
        }
        let last = cell.dropLast(2).last { at in
            sentence.has("车间", at: at - 1) || Self.ofUnits.contains(sentence.folded[at])
        }
        guard let end = last.map({ $0 + 1 }), end - cell.lowerBound >= 3, !sentence.has("党组", at: end - 2),
            RoleFinder.isOccupation(end..<cell.upperBound, sentence, tables),
            sentence.has("车间", at: end - 2) || endsAsBody(cell.lowerBound..<end, sentence)
        else { return nil }
        return end
    }

    private static let ofUnits: StaticWord = "科股组队室站所店厂堂社"

    private func isWideSpace(before at: Int, _ sentence: NameSentence) -> Bool {
        sentence[at - 1] == "\u{3000}" || sentence[at - 1] == "\t"
    }

    /// Whether a range ends with the last part of a body's name, of two characters or more, and holds more than that.
    private func endsAsBody(_ range: Range<Int>, _ sentence: NameSentence) -> Bool {
        (2...5).contains { size in
            size < range.count
                && tables.node(sentence.folded[(range.upperBound - size)..<range.upperBound]).map {
                    !tables.flags($0).isDisjoint(with: [.bodyEnd, .body])
                } ?? false
        }
    }

    /// What the rules alone find.
    private func find(_ sentence: NameSentence, _ reading: NameReading) -> [Range<Int>] {
        if let whole = wholeLine(sentence, reading) { return [whole] }
        var found = cells(sentence)
        if !found.isEmpty { return found }
        let pieces = reading.pieces
        for (number, piece) in pieces.enumerated() {
            if let unit = numberedUnit(piece.start, sentence), found.last.map({ $0.upperBound <= piece.start }) ?? true
            {
                found.append(unit)
                continue
            }
            guard piece.kind == .word, let end = ending(piece, sentence) else { continue }
            // 共产党员 is no party.
            if sentence[piece.end] == "员", sentence[piece.end - 1] == "党" { continue }
            var start = number
            var sum: Float = 0
            var best: Float = end.isName ? 0 : -1e9
            // What the words before the end are worth, and how likely the name begins with the first of them.
            var bestHead: Float = end.isName ? headness(piece, sentence) : -1e9
            let isIncorporated = Self.companyEnds.contains(in: sentence, endingAt: piece.end)
            var at = number
            while at > 0, number - at < 12 {
                // 富勒姆|热刺, 巴黎|佳士得拍卖行: what all know by its own name needs nothing before it.
                if isKnownByItself(pieces[at]) { break }
                at -= 1
                let value = bodyness(pieces[at], sentence, touches: at == number - 1)
                if value < -2.5 || (end.isName && !isFrame(pieces[at], sentence)) { break }
                // 文学院和社科处 are two.
                if sentence.folded[pieces[at].start] == "和", at > 0, ending(pieces[at - 1], sentence) != nil {
                    break
                }
                sum += value
                // A name does not open with 和.
                // 恒达|建设工程有限公司: what a company's own name goes on with is its trade.
                let head = sum + (isIncorporated ? 0 : headness(pieces[at], sentence))
                if head > bestHead, sentence.folded[pieces[at].start] != "和" {
                    best = sum
                    bestHead = head
                    start = at
                }
            }
            let needed: Float = end.isName ? -1 : end.leads ? -1.5 : end.isShort ? 2.6 : 1.2
            if end.leads, start == number, let paper = startOfPaper(number, sentence, reading) {
                start = paper
                best = needed
            }
            guard best >= needed, end.isName || start < number else { continue }
            if end.isShort, piece.start - pieces[start].start < 2 { continue }
            let range = pieces[start].start..<piece.end
            // A later, longer name takes in what it touches: 市委 + 宣传部.
            while let last = found.last, last.upperBound >= range.lowerBound,
                !(last.upperBound == range.lowerBound && isKnownByItself(pieces[start]))
            {
                if last.lowerBound < range.lowerBound || last.upperBound > range.lowerBound {
                    found.removeLast()
                    found.append(min(last.lowerBound, range.lowerBound)..<range.upperBound)
                } else {
                    found.removeLast()
                    found.append(last.lowerBound..<range.upperBound)
                }
                break
            }
            if found.last.map({ $0.upperBound < range.upperBound }) ?? true { found.append(range) }
        }
        return found
    }

    /// 第七十一师: a unit of an army by its number.
    private func numberedUnit(_ start: Int, _ sentence: NameSentence) -> Range<Int>? {
        guard sentence[start] == "第" else { return nil }
        var end = start + 1
        while end - start < 6, Glyph.isDigit(sentence[end]) || tables.has(sentence[end], .numeral) { end += 1 }
        // 第十团|团长
        if end > start + 1, sentence[end] == "团", Self.ofRegiments.contains(in: sentence, at: end + 1) {
            return start..<(end + 1)
        }
        guard end > start + 1, let unit = Self.units.first(in: sentence, at: end),
            !Self.noUnits.contains(sentence[end + unit.count])
        else { return nil }
        return start..<(end + unit.count)
    }

    private static let ofRegiments: StaticWords = ["团长", "副团长", "政委", "政治委员", "参谋", "政治处", "官兵", "战士"]
    private static let units: StaticWords = ["集团军", "野战军", "方面军", "路军", "军团", "兵团", "纵队", "军", "师", "旅"]
    /// 范 傅 父 资 生 徒 事 人 舰 游 行: of another word.
    private static let noUnits: StaticWord = "范傅父资生徒事人舰游行大"

    /// Whether the last part of a body's name, of two characters or three, ends at an index: 集团公司|财务处.
    private func followsBody(_ at: Int, _ sentence: NameSentence) -> Bool {
        (2...3).contains { size in
            at >= size
                && tables.node(sentence.folded[(at - size)..<at]).map {
                    !tables.flags($0).isDisjoint(with: [.body, .bodyEnd])
                } ?? false
        }
    }

    /// Whether what ends at an index is a department by its last character, 部 局 处 厅 科; but 科 belongs to 科长 and 科员.
    private func isDepartment(_ end: Int, _ sentence: NameSentence) -> Bool {
        switch sentence[end - 1] {
        case "部", "局", "处", "厅": true
        case "科": sentence[end] != "长" && sentence[end] != "员" && sentence[end] != "副"
        default: false
        }
    }

    private static let generic: StaticWords = [
        "办事处", "门诊部", "编辑部", "代表处", "派出所", "俱乐部", "管理处", "办公厅", "司令部", "管理局", "监督局", "秘书处", "餐厅", "工作处",
        "工作部", "指挥部", "党支部", "总部",
    ]

    /// Whether a piece may stand before a body that is a name by itself: its region, its level, the body above it.
    private func isFrame(_ piece: NameLattice.Piece, _ sentence: NameSentence) -> Bool {
        if piece.kind == .place { return true }
        if piece.end - piece.start == 1, tables.has(sentence.folded[piece.start], .level) { return true }
        guard piece.node >= 0 else { return false }
        if isRegion(piece, sentence) { return true }
        return !tables.flags(piece.node).isDisjoint(with: [.place, .body, .bodyEnd]) && piece.end - piece.start >= 2
            || piece.node >= 0 && piece.end - piece.start >= 2 && ending(piece, sentence) != nil
    }

    /// Whether a piece is a company or a club that is listed by its short name.
    private func isKnownByItself(_ piece: NameLattice.Piece) -> Bool {
        piece.node >= 0 && tables.flags(piece.node).isSuperset(of: [.body, .ordinary])
    }

    /// 地区 as the level of a body, 地区水电局, and not 边远地区.
    private func isRegion(_ piece: NameLattice.Piece, _ sentence: NameSentence) -> Bool {
        piece.end - piece.start == 2 && sentence.has("地区", at: piece.start)
            && (!Glyph.isHan(sentence[piece.start - 1]) || Self.beforeRegions.contains(sentence[piece.start - 1]))
            && !Self.ofRegions.contains(in: sentence, at: piece.end)
    }

    private static let beforeRegions: StaticWord = "由经从向到赴任在对的"
    /// What is of any region: 地区组织.
    private static let ofRegions: StaticWords = ["组织", "国际", "武装", "政府", "各级", "国家", "发展", "建设", "经济", "网站"]

    private struct End {
        /// A name by itself.
        var isName: Bool
        /// One character, which ends many other words.
        var isShort: Bool
        /// Whether it stands before whom only a body of the kind has: 急诊科护士长, 高原晚报记者.
        var leads = false
    }

    private func ending(_ piece: NameLattice.Piece, _ sentence: NameSentence) -> End? {
        let size = piece.end - piece.start
        if piece.node == NameLattice.tradeName { return End(isName: true, isShort: false) }
        if piece.node >= 0, tables.flags(piece.node).contains(.body) { return End(isName: true, isShort: false) }
        let leads = leads(piece, sentence)
        if piece.node >= 0 {
            let flags = tables.flags(piece.node)
            if isOfLevel(piece.start..<piece.end, sentence) { return End(isName: true, isShort: false) }
            // A department is named by its field: 宣传部, 教育局, 社科处.
            if flags.contains(.bodyEnd), size >= 3, isDepartment(piece.end, sentence),
                !followsBody(piece.start, sentence),
                !Self.generic.contains(sentence.folded[piece.start..<piece.end])
            {
                return End(isName: true, isShort: false)
            }
            if flags.contains(.bodyEnd) {
                return End(isName: false, isShort: size == 1 && !leads, leads: leads)
            }
        }
        if leads { return End(isName: size >= 2, isShort: false, leads: true) }
        // 宣传部 as one word of the language: an end within.
        guard size >= 3 else { return nil }
        for start in (piece.start + 1)..<(piece.end - 0) where piece.end - start <= 4 {
            if piece.end - start == 1, size < 3 { continue }
            if let node = tables.node(sentence.folded[start..<piece.end]),
                !tables.flags(node).isDisjoint(with: [.bodyEnd, .body]), piece.node >= 0,
                tables.bodyness(piece.node) > 1.2
            {
                return End(isName: false, isShort: false)
            }
        }
        return nil
    }

    /// 县医院 as one word: the level and the last part of a body.
    private func isOfLevel(_ range: Range<Int>, _ sentence: NameSentence) -> Bool {
        guard range.count >= 3, tables.has(sentence.folded[range.lowerBound], .level),
            // 乡镇党委 is of many; 村小学, 校社团 are words.
            sentence.folded[range.lowerBound] != "村", sentence.folded[range.lowerBound] != "校",
            !tables.has(sentence.folded[range.lowerBound + 1], .level),
            // 白马镇|党委书记
            sentence.folded[range.lowerBound + 1] != "党",
            let rest = tables.node(sentence.folded[(range.lowerBound + 1)..<range.upperBound])
        else { return false }
        return !tables.flags(rest).isDisjoint(with: [.body, .bodyEnd])
    }

    /// Whether a section of a house stands before its office, 急诊科护士长, 民政课课长, or a paper before its people, 高原晚报记者.
    private func leads(_ piece: NameLattice.Piece, _ sentence: NameSentence) -> Bool {
        switch sentence.folded[piece.end - 1] {
        // 科, of a hospital: in an office 科 is as often no name (物资计划科科长); 课
        case "科":
            Self.wards.contains(in: sentence, endingAt: piece.end) && opensOffice(piece.end, sentence)
        case "课": opensOffice(piece.end, sentence) && piece.end - piece.start >= 2
        default: isPaper(piece, sentence)
        }
    }

    private static let wards: StaticWords = [
        "内科", "外科", "骨科", "儿科", "妇科", "产科", "妇产科", "眼科", "口腔科", "皮肤科", "耳鼻喉科", "急诊科", "麻醉科", "检验科", "药剂科", "放射科", "影像科",
        "超声科", "病理科", "康复科", "医学科", "感染科", "肿瘤科", "中医科", "门诊科", "护理科", "医务科", "输血科", "营养科", "精神科", "老年科", "新生儿科", "体检科",
        "骨伤科", "针灸科", "推拿科", "呼吸科", "心内科",
    ]

    /// Whether a piece ends the name of a paper or a station before its people or its news.
    private func isPaper(_ piece: NameLattice.Piece, _ sentence: NameSentence) -> Bool {
        switch sentence.folded[piece.end - 1] {
        case "报", "刊", "社", "网", "台":
            piece.end - piece.start >= 2 && !Self.ours.contains(sentence.folded[piece.start])
                && Self.ofPapers.contains(in: sentence, at: piece.end)
        default: false
        }
    }

    /// Where a paper's name begins that is made of other words than bodies' names: 高原晚报.
    private func startOfPaper(_ number: Int, _ sentence: NameSentence, _ reading: NameReading) -> Int? {
        guard isPaper(reading.pieces[number], sentence) else { return nil }
        var start = number
        while start > 0, number - start < 2 {
            let piece = reading.pieces[start - 1]
            let first = sentence.folded[piece.start]
            // 高原 of 高原晚报 may be read as somebody.
            guard piece.kind == .word || piece.kind == .person, Glyph.isHan(first), !tables.has(first, .stop),
                !tables.has(first, .locative), piece.node < 0 || !tables.flags(piece.node).contains(.role)
            else { break }
            start -= 1
        }
        return start < number && reading.pieces[number].start - reading.pieces[start].start >= 2 ? start : nil
    }

    private static let ours: StaticWord = "本我该贵各两"
    private static let ofPapers: StaticWords = ["记者", "通讯员", "特派员", "特约", " 记者", " 通讯员"]

    /// The logarithm of the odds that a body's name begins with a piece rather than behind it.
    func headness(_ piece: NameLattice.Piece, _ sentence: NameSentence) -> Float {
        switch piece.kind {
        case .person, .surname: -1
        case .place: Self.placeHead
        // 驻日本大使馆 is in Japan, and not Japan's.
        case .word where sentence.folded[piece.start] == "驻" && piece.end == piece.start + 1: Self.stationed
        // 第四|区公署
        case .word where piece.node < 0 || tables.has(sentence[piece.start - 1], .numeral): 0
        // 护|法军政府, 江|州图书馆: one character says little.
        case .word
        where piece.end == piece.start + 1
            && (!tables.has(sentence.folded[piece.start], .level) || sentence.folded[piece.start] == "州"):
            min(Self.loneHead, Self.headWeight * tables.headness(piece.node))
        case .word: Self.headWeight * tables.headness(piece.node)
        }
    }

    private static let placeHead: Float = 1
    private static let loneHead: Float = 0.5
    private static let stationed: Float = 3
    private static let headWeight: Float = 0.5

    private func bodyness(_ piece: NameLattice.Piece, _ sentence: NameSentence, touches: Bool) -> Float {
        switch piece.kind {
        case .person, .surname: return -10
        case .place: return 2.5
        case .word:
            let first = sentence.folded[piece.start]
            guard Glyph.isHan(first) else { return Glyph.isLatin(first) ? 0 : -10 }
            if piece.end - piece.start == 1 {
                // 大为焦化有限公司, but 扩大为
                if first == "为", sentence[piece.start - 1] == "大", !sentence[piece.start - 2].isOne(of: "扩放做变壮") {
                    return 0
                }
                if tables.has(first, .stop) { return -10 }
                if first == "和" { return -1.5 }
                // 市水利局, 校社科处: the level of the body.
                if tables.has(first, .level) { return touches || piece.start == 0 ? 3 : 2 }
            }
            if piece.node < 0 { return 0.3 }
            if isRegion(piece, sentence) { return 2 }
            let flags = tables.flags(piece.node)
            if !flags.isDisjoint(with: [.place, .body]) { return max(1.5, min(3, tables.bodyness(piece.node))) }
            if flags.contains(.role) { return -10 }
            return min(3, tables.bodyness(piece.node))
        }
    }
}
