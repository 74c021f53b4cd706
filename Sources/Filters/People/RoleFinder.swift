/// Finds the offices that stand beside persons' names, and says whose they are.
struct RoleFinder {
    struct Found {
        var range: Range<Int>
        /// Index into the persons given.
        var person: Int
        var rule: StaticString
    }

    let tables: NameTables
    /// Offices that are known to stand in the sentence, whatever its words look like.
    var known: [Range<Int>] = []
    private static let modifiers: StaticWords = [
        "原", "前", "现任", "著名", "优秀", "已故", "首任", "时任", "知名", "新任", "老", "该校", "我校", "本报", "本刊", "本网", "校", "院",
        "年轻", "资深", "退休", "离休", "青年",
    ]
    /// 村|党支部书记: the party's committee belongs to the office. The longer before what they end with.
    static let ofParty: StaticWords = ["党支部", "团支部", "党总支", "党工委", "党委", "党组", "团委", "支部", "总支"]
    private static let wives: StaticWords = ["夫人", "太太"]
    private static let appointing: StaticWords = [
        "兼任", "调任", "担任", "出任", "改任", "继任", "转任", "升任", "接任", "续任", "连任", "当选为", "当选", "任", "为", "被任命为",
        "不再担任", "不再兼任",
    ]
    /// The body that an announcement is of: 为公司总经理.
    private static let own: StaticWords = ["公司", "本公司", "该公司", "集团", "学校", "医院", "协会", "学会"]

    /// Offices that are written in Latin letters.
    private static let latin: StaticWords = [
        "CEO", "CFO", "CTO", "COO", "CIO", "CMO", "CHO", "CPO", "CSO", "CRO", "CHRO", "VP", "SVP", "EVP",
    ]

    static func isLatinOffice(_ word: ArraySlice<UInt16>) -> Bool {
        (2...4).contains(word.count) && latin.contains(word)
    }

    init(_ tables: NameTables) {
        self.tables = tables
    }

    func find(
        _ sentence: NameSentence, _ reading: NameReading, persons: [Range<Int>], surnames: [Bool], frames: [Range<Int>]
    ) -> [Found] {
        guard !persons.isEmpty else { return [] }
        var found: [Found] = []
        var taken = Array(repeating: false, count: sentence.count + 1)
        let starts = Set(persons.map(\.lowerBound))
        let frameEnds = Dictionary(frames.map { ($0.upperBound, $0) }, uniquingKeysWith: { a, _ in a })
        let frameStarts = Dictionary(frames.map { ($0.lowerBound, $0) }, uniquingKeysWith: { a, _ in a })
        func take(_ range: Range<Int>, _ person: Int, _ rule: StaticString) -> Bool {
            if taken[range.lowerBound] || taken[range.upperBound - 1] { return false }
            for at in range { taken[at] = true }
            found.append(Found(range: range, person: person, rule: rule))
            return true
        }
        // What a surname alone is addressed by comes first, then what stands before a name, then what follows.
        for (number, person) in persons.enumerated() where surnames[number] {
            if let role = office(beginningAt: person.upperBound, sentence, reading) {
                _ = take(role, number, "surname+office")
            }
        }
        for (number, person) in persons.enumerated() {
            var at = gapBefore(person.lowerBound, sentence)
            // 上诉人（原审被告）：李明
            if sentence[at - 1] == ")", let open = (max(0, at - 12)..<(at - 1)).last(where: { sentence[$0] == "(" }),
                let role = office(endingAt: at - 1, sentence, reading), role.lowerBound >= open + 1,
                modifiersBefore(role.lowerBound, sentence) == open + 1 || role.lowerBound == open + 1
            {
                _ = take(role, number, "office-before")
                at = open
            }
            while let role = office(endingAt: at, sentence, reading, behind: frameEnds)
                ?? delegate(before: person, endingAt: at, sentence, reading, behind: frameEnds)
            {
                if persons.contains(where: { $0.overlaps(role) }) { break }
                // 夫人|程素: whose wife she is, is no office.
                if Self.wives.contains(in: sentence, endingAt: role.upperBound) { break }
                // 陈秀兰议员：|伍先生…: the office is hers who speaks.
                if at < person.lowerBound, sentence[at] == ":",
                    persons.contains(where: { $0.upperBound == role.lowerBound })
                {
                    break
                }
                guard take(role, number, "office-before") else { break }
                at = role.lowerBound
                at = modifiersBefore(at, sentence)
                var hops = 0
                while hops < 4, let frame = frameEnds[at], frame.lowerBound < at {
                    at = frame.lowerBound
                    hops += 1
                }
                at = modifiersBefore(at, sentence)
                let mark = sentence[at - 1]
                guard
                    mark == "、" || mark == "兼" || mark == "暨" || mark == "," || mark == " " || mark == "\u{3000}"
                else { break }
                at -= 1
            }
        }
        for (number, person) in persons.enumerated() {
            if !surnames[number], let role = office(beginningAt: person.upperBound, sentence, reading) {
                let address = NameCandidates.isAddress(sentence.folded[role])
                if !starts.contains(role.upperBound) || address { _ = take(role, number, "office-after") }
            }
            guard
                var at = openingAfter(
                    person.upperBound, sentence,
                    // 法定代表人：李明，总经理
                    opensLine: person.lowerBound == 0
                        // 辩护人顾清，某律师事务所律师
                        || sentence.opensBlock && person.lowerBound < 10
                            && office(endingAt: person.lowerBound, sentence, reading).map { $0.lowerBound <= 2 }
                                ?? false
                        || person.lowerBound < 14 && sentence[person.lowerBound - 1] == ":"
                            && office(endingAt: person.lowerBound - 1, sentence, reading) != nil
                )
                    ?? relievedAfter(person, sentence)
            else { continue }
            for _ in 0..<8 {
                at = modifiersAfter(at, sentence)
                var hops = 0
                while hops < 4, let frame = frameStarts[at], frame.upperBound > at {
                    at = frame.upperBound
                    hops += 1
                }
                at = modifiersAfter(at, sentence)
                guard let role = office(beginningAt: at, sentence, reading), !starts.contains(role.upperBound),
                    !persons.contains(where: { $0.overlaps(role) })
                else { break }
                guard take(role, number, "apposition") else { break }
                at = role.upperBound
                let mark = sentence[at]
                guard mark == "、" || mark == "兼" || mark == "," else { break }
                at += 1
            }
        }
        // 佘　敏（女）　市公交公司　　驾驶员: the last cells of a row, behind the body.
        for (number, person) in persons.enumerated() {
            guard var at = cellAfter(person.upperBound, sentence), frameStarts[at] != nil else { continue }
            repeat {
                let start = at
                while let frame = frameStarts[at], frame.upperBound > at { at = frame.upperBound }
                let isBehindBody = at > start
                // 江州化肥厂|合成车间　主任
                if isBehindBody {
                    var end = at
                    while Glyph.isHan(sentence[end]), end - at < 8 { end += 1 }
                    if Glyph.isSpace(sentence[end]) { at = end }
                }
                while Glyph.isSpace(sentence[at]) { at += 1 }
                guard
                    let role = office(beginningAt: at, sentence, reading)
                        ?? (isBehindBody ? occupation(at, sentence) : nil),
                    !persons.contains(where: { $0.overlaps(role) }), take(role, number, "row")
                else { break }
                at = role.upperBound + 1
            } while sentence[at - 1] == "、"
        }
        return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    // MARK: What may stand between

    private func gapBefore(_ start: Int, _ sentence: NameSentence) -> Int {
        var at = start
        while Glyph.isSpace(sentence[at - 1]) { at -= 1 }
        let mark = sentence[at - 1]
        if mark == ":" || Glyph.isOpenBracket(mark) || mark == "“" || mark == "「" {
            at -= 1
            while Glyph.isSpace(sentence[at - 1]) { at -= 1 }
        } else if mark == "叫" {
            at -= sentence[at - 2] == "名" ? 2 : 1
        }
        return at
    }

    /// Where the next cell of a row begins behind a person and what a bracket says; nil where no white space follows.
    private func cellAfter(_ end: Int, _ sentence: NameSentence) -> Int? {
        var at = sentence.end(ofBracketAt: end) ?? end
        guard Glyph.isSpace(sentence[at]) else { return nil }
        while Glyph.isSpace(sentence[at]) { at += 1 }
        return at
    }

    /// The occupation that fills the rest of a line, or the line up to 、: it ends with an office, or as one does.
    private func occupation(_ start: Int, _ sentence: NameSentence) -> Range<Int>? {
        var end = start
        while Glyph.isHan(sentence[end]) { end += 1 }
        guard (2...9).contains(end - start) else { return nil }
        if sentence[end] != "、", sentence[end] != "\u{3000}", sentence[end] != ",", sentence[end] != "。" {
            guard sentence.closesBlock, (end..<sentence.count).allSatisfy({ Glyph.isSpace(sentence[$0]) }) else {
                return nil
            }
        }
        guard Self.isOccupation(start..<end, sentence, tables) else { return nil }
        // 总装车间|钳工
        let unit = (start..<end - 2).last { Self.ofUnits.contains(sentence[$0]) }
        return (unit.map { $0 + 1 } ?? start)..<end
    }

    /// Whether a stretch ends with an office, or as one does: 描图员.
    static func isOccupation(_ range: Range<Int>, _ sentence: NameSentence, _ tables: NameTables) -> Bool {
        range.count >= 2
            && ((2...5).contains {
                $0 <= range.count && tables.isTitle(sentence.folded[(range.upperBound - $0)..<range.upperBound])
            } || ofWorkers.contains(sentence[range.upperBound - 1]))
    }

    private static let ofWorkers: StaticWord = "工员手师长匠"
    private static let ofUnits: StaticWord = "间队科股部店厂站所室处组班"

    private func openingAfter(_ end: Int, _ sentence: NameSentence, opensLine: Bool) -> Int? {
        let mark = sentence[end]
        if Glyph.isOpenBracket(mark) { return appointedBehindBracket(end, sentence) ?? end + 1 }
        // 阿苏铁同志（彝族）为…
        if sentence.has("同志", at: end), Glyph.isOpenBracket(sentence[end + 2]),
            let start = appointedBehindBracket(end + 2, sentence)
        {
            return start
        }
        if Glyph.isSpace(mark) {
            var at = end
            while Glyph.isSpace(sentence[at]) { at += 1 }
            return at
        }
        if mark == "," { return opensLine ? end + 1 : nil }
        if let word = Self.appointing.first(in: sentence, at: end) { return end + word.count }
        if sentence.has("同志", at: end) || sentence.has("先生", at: end) || sentence.has("女士", at: end) {
            if let word = Self.appointing.first(in: sentence, at: end + 2) { return end + 2 + word.count }
        }
        return nil
    }

    /// 慕容雪（女）为…
    private func appointedBehindBracket(_ open: Int, _ sentence: NameSentence) -> Int? {
        guard let end = sentence.end(ofBracketAt: open) else { return nil }
        return Self.appointing.first(in: sentence, at: end).map { end + $0.count }
    }

    /// 免去黎明同志的…职务, 免去黎明…职务
    private func relievedAfter(_ person: Range<Int>, _ sentence: NameSentence) -> Int? {
        let isRelieved = sentence.has("免去", at: person.lowerBound - 2)
        let end = person.upperBound + (sentence.has("同志", at: person.upperBound) ? 2 : 0)
        let hasOf = sentence[end] == "的"
        guard isRelieved || hasOf else { return nil }
        for at in end..<min(sentence.count, end + 60) where sentence.has("职务", at: at) {
            return end + (hasOf ? 1 : 0)
        }
        return nil
    }

    private func modifiersBefore(_ end: Int, _ sentence: NameSentence) -> Int {
        for word in Self.modifiers where sentence.has(word, at: end - word.count) {
            return end - word.count
        }
        return end
    }

    private func modifiersAfter(_ start: Int, _ sentence: NameSentence) -> Int {
        for word in Self.modifiers.prefix(10) where sentence.has(word, at: start) {
            return start + word.count
        }
        return start + (Self.own.first(in: sentence, at: start)?.count ?? 0)
    }

    // MARK: Offices

    /// The longest office that ends at an index and begins where a piece does.
    ///
    /// - Parameter frames: the bodies and places of the sentence, by their ends.
    func office(
        endingAt end: Int, _ sentence: NameSentence, _ reading: NameReading, behind frames: [Int: Range<Int>] = [:]
    ) -> Range<Int>? {
        if Glyph.isLatin(sentence[end - 1]) {
            var start = end - 1
            while Glyph.isLatin(sentence[start - 1]) { start -= 1 }
            return Self.isLatinOffice(sentence.folded[start..<end]) ? start..<end : nil
        }
        if let office = known.filter({ $0.upperBound == end }).min(by: { $0.lowerBound < $1.lowerBound }) {
            return office
        }
        // Padded labels: 组　长, 审　判　长.
        var start: Int?
        if end >= 3, Glyph.isHan(sentence[end - 1]), Glyph.isSpace(sentence[end - 2]),
            let low = startOfWideSet(end, sentence)
        {
            return low..<end
        }
        for size in stride(from: 9, through: 2, by: -1) where end - size >= 0 {
            let low = end - size
            guard let node = tables.node(sentence.folded[low..<end]), tables.flags(node).contains(.role) else {
                continue
            }
            if reading.piece(beginningAt: low) != nil || cutsBody(low, sentence, reading) {
                start = low
                break
            }
        }
        if start == nil, let number = reading.piece(endingAt: end) {
            let piece = reading.pieces[number]
            if piece.kind == .word, piece.end - piece.start >= 3, piece.end - piece.start <= 6 {
                for low in (piece.start + 1)..<(piece.end - 1) {
                    if let node = tables.node(sentence.folded[low..<piece.end]), tables.flags(node).contains(.role) {
                        start = piece.start
                        break
                    }
                }
            }
        }
        guard var low = start else { return trade(endingAt: end, sentence, reading) }
        // 中共中央政治局|委员: what the body's name takes is no part of the office.
        if let body = (low + 1..<max(low + 1, end - 1)).last(where: { at in
            frames[at].map { $0.lowerBound < low } ?? false && !PlaceEnds.isLevel(sentence[at - 1])
                && !Self.ofParty.contains(in: sentence, endingAt: at)
                && tables.isTitle(sentence.folded[at..<end])
        }) {
            low = body
        }
        while sentence[low - 1] == "副" { low -= 1 }
        while let number = reading.piece(endingAt: low) {
            let piece = reading.pieces[number]
            guard piece.kind == .word, piece.node >= 0,
                !tables.flags(piece.node).isDisjoint(with: [.role, .rolePart]), !isLoose(piece, sentence),
                // 消防大队|大队长
                !sentence.folded[low..<end].starts(with: sentence.folded[piece.start..<piece.end])
            else { break }
            low = piece.start
        }
        low = withField(low, before: end, sentence, reading, behind: frames)
        // 退休|教师, as one word
        if let word = Self.loose.first(in: sentence, at: low), end - low >= word.count + 2,
            tables.isTitle(sentence.folded[(low + word.count)..<end])
        {
            low += word.count
        }
        return low..<end
    }

    /// 蒙古|代表|棍布扎布, 其代表方远: 代表 is an office where a body or a place stands before it and none behind the person,
    /// while who speaks for somebody does it for one who holds an office.
    private func delegate(
        before person: Range<Int>, endingAt end: Int, _ sentence: NameSentence, _ reading: NameReading,
        behind frames: [Int: Range<Int>]
    ) -> Range<Int>? {
        let start = end - 2
        guard end == person.lowerBound, sentence.has("代表", at: start),
            frames[start] != nil || Self.beforeDelegates.contains(sentence[start - 1]),
            office(beginningAt: person.upperBound, sentence, reading) == nil
        else { return nil }
        return start..<end
    }

    private static let beforeDelegates: StaticWord = "其该派到举为请"

    /// A trade that no list knows, which ends at an index: what is done, and who does it, 造型|工, 查勘|员.
    private func trade(endingAt end: Int, _ sentence: NameSentence, _ reading: NameReading) -> Range<Int>? {
        guard Self.doers.contains(sentence[end - 1]), sentence[end - 2] != "的",
            let doer = reading.piece(endingAt: end).map({ reading.pieces[$0] }), doer.kind == .word
        else { return nil }
        var start = doer.start
        if doer.end - doer.start == 1 {
            guard let work = reading.piece(endingAt: start).map({ reading.pieces[$0] }), work.kind == .word,
                work.node >= 0, (2...3).contains(work.end - work.start), Glyph.isHan(sentence.folded[work.start]),
                tables.flags(work.node).isDisjoint(with: [.place, .body, .bodyEnd, .role])
            else { return nil }
            start = work.start
        } else if doer.end - doer.start < 3
            || doer.node >= 0 && !tables.flags(doer.node).isDisjoint(with: [.place, .body])
        {
            return nil
        }
        if !Glyph.isHan(sentence[start - 1])
            || !sentence.character(start - 1).classes.isDisjoint(with: [.stop, .joining])
        {
            return start..<end
        }
        guard let before = reading.piece(endingAt: start).map({ reading.pieces[$0] }),
            before.kind == .place
                || before.node >= 0 && !tables.flags(before.node).isDisjoint(with: [.place, .body, .bodyEnd])
        else { return nil }
        return start..<end
    }

    private static let doers: StaticWord = "员工匠师手"

    /// Where an occupation begins with the field it is of, 骨科|医生, 水库|管理员: one or two words that bodies' names hold,
    /// with nothing or a place or a body before them. Right behind a body it may be any word: 世界银行|水务|专家.
    private func withField(
        _ start: Int, before end: Int, _ sentence: NameSentence, _ reading: NameReading,
        behind frames: [Int: Range<Int>]
    ) -> Int {
        if let field = Self.fields.first(in: sentence, endingAt: start), end - start <= 4 {
            let at = start - field.count
            if !Glyph.isHan(sentence[at - 1]) || sentence[at - 1] == "的" || frames[at] != nil
                || reading.piece(endingAt: at).map({ reading.pieces[$0].kind == .place }) ?? false
            {
                return at
            }
        }
        let head = sentence.folded[end - 1]
        guard end - start <= 3, Self.ofOccupations.contains(head) || Self.ofHeads.contains(head) else { return start }
        var at = start
        for _ in 0..<2 {
            guard let piece = reading.piece(endingAt: at).map({ reading.pieces[$0] }), piece.kind == .word,
                piece.node >= 0, (2...3).contains(piece.end - piece.start),
                tables.flags(piece.node).isDisjoint(with: [.place, .body, .bodyEnd, .role, .rolePart]),
                !Self.modifiers.contains(in: sentence, at: piece.start),
                !Self.sending.contains(in: sentence, at: piece.start)
            else { return start }
            at = piece.start
            if frames[at] != nil { return at }
            guard Self.ofOccupations.contains(head), tables.bodyness(piece.node) > Self.ofFields else { return start }
            if !Glyph.isHan(sentence[at - 1]) { return at }
            if let before = reading.piece(endingAt: at).map({ reading.pieces[$0] }),
                before.kind == .place
                    || before.node >= 0 && !tables.flags(before.node).isDisjoint(with: [.place, .body, .bodyEnd])
            {
                return at
            }
        }
        return start
    }

    /// Fields that an office keeps whatever it is: 税务|干部, 工务|科长, 侦缉|警员.
    private static let fields: StaticWords = [
        "税务", "工务", "民政", "财务", "总务", "人事", "业务", "生产", "安全", "供销", "外贸", "信贷", "收购", "计划", "技术", "质量", "品管", "设备",
        "工程",
        "水利", "水务", "水文", "农业", "林业", "渔业", "畜牧", "粮食", "棉花", "地质", "地籍", "气象", "急救", "法律援助", "专利", "手工", "安装", "装配",
        "文化", "体育", "音乐", "美术", "语文", "数学", "英语", "日语", "汉语", "俄语", "华文", "史地", "生活", "心理", "电气", "机电", "机务", "测量",
        "抢修",
        "抢险", "搜救", "侦察", "侦缉", "刑事", "勘探", "钻探", "检修", "食堂", "宿舍", "市场", "堤防", "古建筑", "古书画", "实训", "学生", "民防",
        "治保",
        "消防", "保洁", "安保", "营业", "销售", "经济", "外籍", "海军", "交通", "推土机", "列车", "会计专业", "公共卫生", "外科", "内科",
        "眼科", "产科", "藏医", "环评", "岩土", "桥梁工程", "网页", "热线", "飞行", "制片", "选角", "纪录片", "花鼓戏", "非遗",
    ]

    /// What ends the offices of those who lead, behind what they lead: 抢修|班长.
    private static let ofHeads: StaticWord = "长任练裁"
    private static let loose: StaticWords = ["退休", "离休", "青年", "优秀", "著名"]
    private static let ofFields: Float = 0
    private static let ofOccupations: StaticWord = "家生师员板人手工匠"
    /// What a body does to somebody.
    private static let sending: StaticWords = [
        "指派", "指导", "委派", "派出", "选派", "组织", "联系", "培养", "培训", "支持", "管理", "指控", "起诉", "控告", "聘请", "任命", "邀请", "表彰",
        "采访", "拜访", "逮捕", "抓获", "会见", "提拔", "录用", "辞退", "招聘", "解聘", "免去", "推荐", "选举", "慰问", "处分", "约谈", "查处", "通报",
        "传唤", "拘留", "看望", "奖励",
    ]

    /// Where an office begins whose characters stand apart by the same white space, and that ends at an index.
    private func startOfWideSet(_ end: Int, _ sentence: NameSentence) -> Int? {
        var characters = [sentence[end - 1]]
        var at = end - 1
        var gap: Int?
        var found: Int?
        while characters.count < 6 {
            var before = at - 1
            while Glyph.isSpace(sentence[before]) { before -= 1 }
            let width = at - 1 - before
            guard width > 0, width <= 3, width == gap ?? width, Glyph.isHan(sentence[before]) else { break }
            gap = width
            at = before
            characters.insert(sentence[at], at: 0)
            // 丹青不老　师恩长存: a word goes on before it.
            if !Glyph.isHan(sentence[at - 1]), let node = tables.node(characters[...]),
                tables.flags(node).contains(.role)
            {
                found = at
            }
        }
        return found
    }

    /// 男 女 老 and the like before an occupation are no part of it.
    private func isLoose(_ piece: NameLattice.Piece, _ sentence: NameSentence) -> Bool {
        guard piece.end - piece.start == 1 else { return false }
        let c = sentence.folded[piece.start]
        return c == "男" || c == "女" || c == "老"
    }

    /// Whether the piece around an index is a body with its office, as 市委书记, and the index parts the two.
    private func cutsBody(_ at: Int, _ sentence: NameSentence, _ reading: NameReading) -> Bool {
        var start = at
        while start > 0, at - start < 5 {
            start -= 1
            guard let number = reading.piece(beginningAt: start) else { continue }
            guard reading.pieces[number].end > at else { return false }
            guard let node = tables.node(sentence.folded[start..<at]) else { return false }
            return !tables.flags(node).isDisjoint(with: [.body, .bodyEnd, .place, .rolePart])
        }
        return false
    }

    /// The longest office that begins at an index.
    func office(beginningAt start: Int, _ sentence: NameSentence, _ reading: NameReading) -> Range<Int>? {
        if let office = known.filter({ $0.lowerBound == start }).max(by: { $0.upperBound < $1.upperBound }) {
            return office
        }
        if Glyph.isLatin(sentence[start]) {
            var end = start + 1
            while Glyph.isLatin(sentence[end]) { end += 1 }
            return Self.isLatinOffice(sentence.folded[start..<end]) ? start..<end : nil
        }
        if NameCandidates.isShortAddress(sentence, start) { return start..<(start + 1) }
        if NameCandidates.isCoach(sentence, start) { return start..<(start + 2) }
        var at = start
        var end: Int?
        for _ in 0..<5 {
            guard at < sentence.count, var node = tables.root(sentence.folded[at]) else { break }
            var stop = at + 1
            var role: Int?
            var part: Int?
            while true {
                if tables.isWord(node) {
                    let flags = tables.flags(node)
                    if flags.contains(.role) { role = stop }
                    if flags.contains(.rolePart) { part = stop }
                }
                guard stop < sentence.count, let next = tables.child(node, sentence.folded[stop]) else { break }
                node = next
                stop += 1
            }
            if let role, role >= (part ?? 0) {
                end = role
                at = role
            } else if let part {
                // 副主任 stands before 医师, and by itself.
                if part - at >= 3, let node = tables.node(sentence.folded[(part - 2)..<part]),
                    tables.flags(node).contains(.role)
                {
                    end = part
                }
                at = part
            } else {
                break
            }
        }
        // 女士们
        guard let end, sentence[end] != "们" else { return nil }
        // 老师傅 is not 老师, 代表队 is not 代表: the office ends where a piece ends.
        if reading.piece(beginningAt: end) == nil, end < sentence.count, !Glyph.isSpace(sentence[end]) { return nil }
        return start..<end
    }
}
