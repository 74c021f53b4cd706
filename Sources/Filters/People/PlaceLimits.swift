/// Holds a place's name, as tagger or rules have found it, to what such a name may hold: no comma, no preposition before it,
/// no number of places and no shore behind it.
extension PlaceFinder {
    /// The name of the place in a range; nil where it holds none.
    func limited(_ range: Range<Int>, _ sentence: NameSentence) -> Range<Int>? {
        if !isPlaceAlone(range, sentence) || isNoPlace(range, sentence) { return nil }
        var start = range.lowerBound
        // 平安，大岩村: the last.
        if let mark = range.last(where: { Self.isMark(sentence.folded[$0]) }) { start = mark + 1 }
        var end = range.upperBound
        if levelOfWord(start..<end, sentence) > 0 { return start..<(end - 1) }
        // 长|江源区: the first character ends the river's name.
        if start > 0, Self.beside.contains(in: sentence, at: start + 1),
            tables.isPlace(sentence.folded[(start - 1)...start])
        {
            return (start - 1)..<(start + 1)
        }
        let isKnown = isListed(start..<end, sentence)
        end += lengthOfSection(start..<end, sentence)
        end += lengthOfZone(end, sentence)
        end += lengthOfAddress(start..<end, sentence)
        end += lengthOfLane(start..<end, sentence)
        end += lengthOfState(start..<end, sentence)
        if isKnown || isListed(start..<end, sentence) { return isPeople(start..<end, sentence) ? nil : start..<end }
        start += lengthOfPreposition(start..<end, sentence)
        if end - start >= 3, isBorder(start, sentence) { start += 1 }
        start += lengthOfApproach(start, before: end, sentence)
        if isDistance(end, sentence) { return nil }
        end -= corner(start..<end, sentence)
        end -= count(start..<end, sentence)
        end -= doubledLevel(start..<end, sentence)
        end -= levelOfOffice(start..<end, sentence)
        end -= way(start..<end, sentence)
        end -= gate(start..<end, sentence)
        end -= town(start..<end, sentence)
        end -= from(start..<end, sentence)
        // 发自|江州
        if end - start >= 3, sentence.folded[start] == "自", sentence[start - 1] == "发" { start += 1 }
        end -= shore(start..<end, sentence)
        end -= surroundings(start..<end, sentence)
        end -= section(start..<end, sentence)
        end -= number(start..<end, sentence)
        start -= lengthOfPair(start, before: end, sentence)
        if end == range.upperBound, let part = NameParts.lengthBeforeBanner(start..<end, sentence) { start -= part }
        guard end > start, !isPeople(start..<end, sentence), !isGround(start..<end, sentence),
            !isShore(start..<end, sentence), !sentence.has("新中国成立", at: start - 1)
        else { return nil }
        return start..<end
    }

    /// Whether a range names something else: 中华民国二十四年, 一壶毛峰, 葡萄牙语, 维吾尔族.
    private func isNoPlace(_ range: Range<Int>, _ sentence: NameSentence) -> Bool {
        let (start, end) = (range.lowerBound, range.upperBound)
        let name = sentence.folded[range]
        if Self.withoutLand.contains(name)
            || NameCandidates.longSurnames.contains(name)
        {
            return true
        }
        if sentence.has("中华民国", at: start), range.count == 4,
            tables.has(sentence[end], .numeral) || Glyph.isDigit(sentence[end])
        {
            return true
        }
        // 往|东北|走, 头向|东北
        if range.count == 2, Self.corners.contains(name),
            Self.turning.contains(sentence[start - 1]) || Self.turned.contains(sentence[end])
                || sentence.has("沿海", at: end)
        {
            return true
        }
        if !isListed(range, sentence), isEntering(range, sentence) || isOfKind(range, sentence) { return true }
        // 湘江楮溪段|巡河: what is done to a river or a wood; 渡口 is any ferry.
        if Self.rounds.contains(in: sentence, endingAt: end) || range.count == 2 && isFerry(start, sentence) {
            return true
        }
        // 那罗|山西|段
        if range.count == 2, Self.heights.contains(sentence[start]), Self.sides.contains(sentence[start + 1]),
            Self.flanks.contains(sentence[end]), Glyph.isHan(sentence[start - 1])
        {
            return true
        }
        // 笔名|江上青峰
        if NameCandidates.pseudonyms.contains(in: sentence, endingAt: start), !isListed(range, sentence) { return true }
        // 沙沙沙
        if range.count >= 3, name.allSatisfy({ $0 == name[start] }) { return true }
        if tables.has(sentence[start - 1], .numeral), Self.measures.contains(sentence.folded[start]) { return true }
        // 葡萄牙|语, but 中国|语言
        if sentence[end] == "语", sentence[end + 1] != "言" { return true }
        return range.count >= 3 && (sentence[end - 1] == "语" || sentence[end - 1] == "族")
            && Self.peoples.contains(name.dropLast())
    }

    private static let ofOld: StaticWords = ["古桥", "古渡", "古道", "古堤", "古城墙"]
    private static let temples: StaticWord = "寺庙观庵祠殿"
    private static let rounds: StaticWords = ["巡河", "巡湖", "巡山", "护河", "护林"]

    /// 巡诊|车进村, 高兴|回村; but 前进村, 大回村.
    private func isEntering(_ range: Range<Int>, _ sentence: NameSentence) -> Bool {
        if range.count >= 4, Self.returning.contains(in: sentence, endingAt: range.upperBound) {
            return tables.isOrdinary(sentence.folded[range.dropLast(2)])
        }
        return range.count >= 3 && Self.entering.contains(in: sentence, endingAt: range.upperBound)
            && Self.visitors.contains(sentence.folded[range.upperBound - 3])
    }

    /// 退化草原, 偏远山村, 滨海小镇: a quality and a word for what has it; but 新建桥镇. What is mended has no name before it.
    private func isOfKind(_ range: Range<Int>, _ sentence: NameSentence) -> Bool {
        guard range.count >= 4 else { return false }
        if Self.works.contains(in: sentence, at: range.lowerBound) { return true }
        guard let quality = Self.qualities.first(in: sentence, at: range.lowerBound) else {
            return false
        }
        let thing = range.dropFirst(quality.count)
        return thing.count == 1 || tables.isOrdinary(sentence.folded[thing])
    }

    /// The last character of who or what comes to a village: 车, 医疗队, 干部, 药品.
    private static let visitors: StaticWord = "车队员生部人民工者们组团家法技术品药货水电路网校"
    private static let entering: StaticWords = ["进村", "进城", "进山", "进乡", "进镇", "入村", "入乡", "到村", "到乡"]
    private static let returning: StaticWords = ["回村", "回乡", "回城", "回镇", "返乡", "返城", "离村"]
    private static let qualities: StaticWords = [
        "滨海小", "沿海小", "边陲小", "山区小", "退化", "沙化", "受损", "偏远", "边远", "贫困", "深水", "黑臭", "老旧", "美丽", "高产", "大型", "中小", "天然",
        "人工", "重点", "革命", "新建", "古文化遗", "古人类遗",
    ]
    private static let works: StaticWords = ["新增", "兴修", "修复", "加固"]

    // MARK: What belongs to a name

    /// 斯里兰卡|民主社会主义共和国, 柬埔寨|王国: what a state is, behind its name.
    private func lengthOfState(_ range: Range<Int>, _ sentence: NameSentence) -> Int {
        guard isListed(range, sentence) else { return 0 }
        var end = range.upperBound
        while let word = Self.constitutions.first(in: sentence, at: end) { end += word.count }
        return Self.states.first(in: sentence, at: end).map { end + $0.count - range.upperBound } ?? 0
    }

    private static let constitutions: StaticWords = ["人民", "民主", "社会主义", "联合", "联邦", "伊斯兰", "阿拉伯", "合作"]
    private static let states: StaticWords = ["共和国", "王国", "大公国", "酋长国"]

    /// 永福路|二段, 皇后大道|西
    private func lengthOfSection(_ range: Range<Int>, _ sentence: NameSentence) -> Int {
        let end = range.upperBound
        guard range.count >= 3 else { return 0 }
        // 四川北路|站
        if sentence[end] == "站", Self.namingStations.contains(sentence[end - 1]),
            !Self.standing.contains(sentence[end + 1])
        {
            return 1
        }
        switch sentence.folded[end - 1] {
        case "路", "街":
            return sentence[end + 1] == "段" && tables.has(sentence[end], .numeral) ? 2 : 0
        case "道":
            return Self.sections.contains(sentence[end]) && !Self.afterSections.contains(sentence[end + 1]) ? 1 : 0
        default: return 0
        }
    }

    private static let namingStations: StaticWord = "桥路街门里巷塔"
    private static let standing: StaticWord = "起立在长住着点稳到岗满了"

    // MARK: What stands before it

    /// 大|瑶坪乡, 上|官坪村, where no word ends before it.
    private func lengthOfPair(_ start: Int, before end: Int, _ sentence: NameSentence) -> Int {
        guard end - start >= 3, Self.ofPairs.contains(sentence[start - 1]), PlaceEnds.isLevel(sentence[end - 1]),
            !isListed(start..<end, sentence)
        else { return 0 }
        let before = sentence[start - 2]
        return !Glyph.isHan(before) || sentence.character(start - 2).has(.joining) || PlaceEnds.isLevel(before) ? 1 : 0
    }

    private static let ofPairs: StaticWord = "大小上下"

    /// 沿|梅河, 乘|津浦路, but 沿江路
    private func lengthOfPreposition(_ range: Range<Int>, _ sentence: NameSentence) -> Int {
        let (start, end) = (range.lowerBound, range.upperBound)
        let isAlong =
            range.count == 3 && sentence.folded[start] == "沿" && Self.streets.contains(sentence.folded[end - 1])
        let isOne =
            range.count >= 3 && !isAlong
            && (Self.prepositions.contains(sentence.folded[start])
                && (isListed((start + 1)..<end, sentence) || sentence.characters[end - 1].has(.placeEnd))
                // 登|朵云岭
                || range.count >= 4 && sentence.folded[start] == "登" && Self.heights.contains(sentence[end - 1]))
        return isOne ? 1 : 0
    }

    /// 东|临旬河
    private func isBorder(_ start: Int, _ sentence: NameSentence) -> Bool {
        sentence[start] == "临" && Self.directions.contains(sentence[start - 1]) && !Glyph.isHan(sentence[start - 2])
    }

    /// Whether 里路 behind a number ends there: 七里路, how far it is.
    private func isDistance(_ end: Int, _ sentence: NameSentence) -> Bool {
        sentence.has("里路", at: end - 2) && (tables.has(sentence[end - 3], .numeral) || Glyph.isDigit(sentence[end - 3]))
    }

    // MARK: What stands behind it: how many characters at the end of a range are no part of the name

    /// 陇城镇街|口
    private func corner(_ range: Range<Int>, _ sentence: NameSentence) -> Int {
        let end = range.upperBound
        let isCorner =
            range.count >= 4 && sentence.folded[end - 1] == "街" && PlaceEnds.isLevel(sentence.folded[end - 2])
            && Self.ofStreets.contains(sentence[end])
        return isCorner ? 1 : 0
    }

    /// 鲁冀|两省
    private func count(_ range: Range<Int>, _ sentence: NameSentence) -> Int {
        let end = range.upperBound
        return range.count >= 4 && PlaceEnds.isLevel(sentence.folded[end - 1])
            && Self.counts.contains(sentence.folded[end - 2]) ? 2 : 0
    }

    /// 石桥乡|乡长
    private func doubledLevel(_ range: Range<Int>, _ sentence: NameSentence) -> Int {
        let end = range.upperBound
        let isDoubled =
            range.count >= 3 && PlaceEnds.isLevel(sentence.folded[end - 1])
            && sentence.folded[end - 2] == sentence.folded[end - 1] && Self.ofLevels.contains(sentence[end])
        // 沫河|河底, 平安岭|岭顶
        let isRepeated =
            range.count >= 3 && Self.ofLand.contains(sentence.folded[end - 1])
            && sentence.folded[end - 2] == sentence.folded[end - 1] && Glyph.isHan(sentence[end])
        return isDoubled || isRepeated ? 1 : 0
    }

    private static let ofLand: StaticWord = "河山岭江湖沟渠堤桥村"

    /// 石桥|乡长, but 云江市|长江大桥
    private func levelOfOffice(_ range: Range<Int>, _ sentence: NameSentence) -> Int {
        let end = range.upperBound
        let isOfOffice =
            range.count >= 3 && PlaceEnds.isLevel(sentence.folded[end - 1]) && sentence[end] == "长"
            && sentence.character(end + 1).surname < 75 && tables.isTitle(sentence.folded[(end - 1)...end])
            && !(tables.node(sentence.folded[end...(end + 1)]).map { tables.isWord($0) } ?? false)
        return isOfOffice ? 1 : 0
    }

    /// The same where the rest is the listed name of a place: 北京|市长的, 重庆|市中心, 江北|区域.
    private func levelOfWord(_ range: Range<Int>, _ sentence: NameSentence) -> Int {
        let end = range.upperBound
        guard range.count >= 3, isListed(range.lowerBound..<(end - 1), sentence) else { return 0 }
        let goesOn =
            sentence.has("区域", at: end - 1) || sentence.has("市中心", at: end - 1) && !Glyph.isHan(sentence[end + 2])
            || sentence.has("市中心的", at: end - 1) || sentence.has("市长的", at: end - 1)
        return goesOn ? 1 : 0
    }

    /// 从清溪至云江|公路
    private func way(_ range: Range<Int>, _ sentence: NameSentence) -> Int {
        let start = range.lowerBound
        guard sentence[start - 1] == "至" || sentence[start - 1] == "到", Glyph.isHan(sentence[start - 2]),
            let way = Self.ways.first(in: sentence, endingAt: range.upperBound), range.count >= way.count + 2
        else { return 0 }
        return way.count
    }

    /// 南门|外
    private func gate(_ range: Range<Int>, _ sentence: NameSentence) -> Int {
        let end = range.upperBound
        // 望湖小区|南门
        if range.count >= 6, isGate(end - 2, sentence), PlaceEnds.end(sentence.folded, end - 4)?.length == 2 {
            return 2
        }
        return range.count >= 3 && sentence.folded[end - 2] == "门"
            && Self.besideGates.contains(sentence.folded[end - 1]) ? 1 : 0
    }

    /// 江州|城区, but 江州东城区
    private func town(_ range: Range<Int>, _ sentence: NameSentence) -> Int {
        let end = range.upperBound
        guard range.count >= 4, let town = Self.towns.first(in: sentence, endingAt: end),
            !isListed((end - 3)..<end, sentence)
        else { return 0 }
        return town.count
    }

    /// 清溪河|自永安桥
    private func from(_ range: Range<Int>, _ sentence: NameSentence) -> Int {
        let end = range.upperBound
        return range.count >= 3 && sentence.folded[end - 1] == "自" && sentence.characters[end - 2].has(.placeEnd)
            ? 1 : 0
    }

    /// 青海湖|南岸, 秦岭|南坡, 那拉提山|西|段
    private func shore(_ range: Range<Int>, _ sentence: NameSentence) -> Int {
        let end = range.upperBound
        guard range.count >= 4 else { return 0 }
        // 贺胜桥|北
        if Self.sides.contains(sentence.folded[end - 1]), sentence[end - 2] == "桥", !isListed(range, sentence) {
            return 1
        }
        // 黑鹰沟|沟口
        if sentence[end - 1] == "口", sentence[end - 2] == sentence[end - 3] { return 2 }
        if Self.sides.contains(sentence.folded[end - 1]), Self.flanks.contains(sentence[end]),
            Self.heights.contains(sentence[end - 2])
        {
            return 1
        }
        guard Self.sides.contains(sentence.folded[end - 2]) else { return 0 }
        return sentence[end - 1] == "岸"
            || sentence[end - 1] == "坡"
                && (Self.heights.contains(sentence[end - 3]) || isListed(range.dropLast(2), sentence))
            ? 2 : 0
    }

    private static let flanks: StaticWord = "段麓坡侧缘"

    /// 溪尾车站|旧址, 云江湖|畔, 龟角尾|渡口, 九道岭|垭口
    private func surroundings(_ range: Range<Int>, _ sentence: NameSentence) -> Int {
        let end = range.upperBound
        if range.count >= 4, Self.beside.contains(in: sentence, endingAt: end) { return 2 }
        if range.count >= 5, isFerry(end - 2, sentence) { return 2 }
        // 汉江|古桥
        if range.count >= 4, Self.ofOld.contains(in: sentence, endingAt: end),
            isListed(range.dropLast(2), sentence) || Self.waters.contains(sentence.folded[end - 3])
        {
            return 2
        }
        // 普惠寺|山门
        if range.count >= 4, sentence.has("山门", at: end - 1), Self.temples.contains(sentence.folded[end - 2]) {
            return 1
        }
        if range.count >= 4, sentence[end] == "口", sentence[end - 1] == "垭",
            sentence.characters[end - 2].has(.placeEnd)
        {
            return 1
        }
        return range.count >= 4 && sentence.folded[end - 1] == "畔" ? 1 : 0
    }

    /// Whether what is found behind a place is but a part of it or lies beside it: 渡口, 南门.
    func liesBeside(_ range: Range<Int>, _ sentence: NameSentence) -> Bool {
        range.count == 2 && (isFerry(range.lowerBound, sentence) || isGate(range.lowerBound, sentence))
    }

    private func isFerry(_ at: Int, _ sentence: NameSentence) -> Bool { sentence.has("渡口", at: at) }

    /// 南门
    private func isGate(_ at: Int, _ sentence: NameSentence) -> Bool {
        sentence[at + 1] == "门" && Self.sides.contains(sentence[at])
    }

    private static let beside: StaticWords = ["旧址", "一带", "沿线", "境内", "工地", "源区", "源头"]

    /// 陇海路|西段
    private func section(_ range: Range<Int>, _ sentence: NameSentence) -> Int {
        let end = range.upperBound
        return range.count >= 4 && sentence.folded[end - 1] == "段"
            && Self.sections.contains(sentence.folded[end - 2]) ? 2 : 0
    }

    /// 锦溪路|66号
    private func number(_ range: Range<Int>, _ sentence: NameSentence) -> Int {
        let end = range.upperBound
        guard range.count >= 4, Self.numbers.contains(sentence.folded[end - 1]), Glyph.isDigit(sentence.folded[end - 2])
        else { return 0 }
        var at = end - 2
        while at > range.lowerBound, Glyph.isDigit(sentence.folded[at - 1]) || sentence.folded[at - 1] == "-" {
            at -= 1
        }
        return at > range.lowerBound + 1 ? end - at : 0
    }

    /// 青海湖|南岸, where both were found; 南坡.
    private func isShore(_ range: Range<Int>, _ sentence: NameSentence) -> Bool {
        range.count == 2 && Self.sides.contains(sentence.folded[range.lowerBound])
            && (sentence[range.upperBound - 1] == "岸" && Self.waters.contains(sentence[range.lowerBound - 1])
                || sentence[range.upperBound - 1] == "坡")
    }

    /// The places of a range with a verb of travel between them: 郑州|来|洛宁.
    func parted(_ range: Range<Int>, _ sentence: NameSentence) -> [Range<Int>] {
        guard range.count >= 5, !isListed(range, sentence) else { return [range] }
        // 南门|外|永安桥, but 南门外大街 is a street, and 厦门外海 no gate
        if !Self.streets.contains(sentence.folded[range.upperBound - 1]),
            let gate = range.dropFirst().dropLast(4).first(where: { sentence.has("门外", at: $0) }),
            !isListed(range.lowerBound..<(gate + 1), sentence)
        {
            return [range.lowerBound..<(gate + 1), (gate + 2)..<range.upperBound]
        }
        for at in (range.lowerBound + 2)..<(range.upperBound - 2) {
            // 清溪河|自|永安桥
            if sentence.folded[at] == "自", sentence.characters[at - 1].has(.placeEnd),
                sentence.characters[range.upperBound - 1].has(.placeEnd)
            {
                return [range.lowerBound..<at, (at + 1)..<range.upperBound]
            }
            guard let verb = Self.travels.first(in: sentence, at: at),
                at + verb.count + 2 <= range.upperBound, isListed(range.lowerBound..<at, sentence)
            else { continue }
            return [range.lowerBound..<at, (at + verb.count)..<range.upperBound]
        }
        return [range]
    }

    /// 外 内
    private static let besideGates: StaticWord = "外内"
    private static let travels: StaticWords = [
        "搬回", "搬到", "迁回", "迁到", "调回", "调到", "返回", "回到", "来到", "前往", "飞往", "飞抵", "开往", "运往", "驶往", "来", "去", "到", "赴",
        "回",
    ]

    /// The length of a verb of travel or of war at an index: 来|洛宁, 攻克|洛宁.
    private func lengthOfApproach(_ at: Int, before end: Int, _ sentence: NameSentence) -> Int {
        // 克拉玛依|校区
        if (at + 3..<max(at + 3, end)).contains(where: { isListed(at..<$0, sentence) }) { return 0 }
        func isPlace(from start: Int) -> Bool {
            isListed(start..<end, sentence)
                || end - start >= (start - at > 1 ? 2 : 3)
                    && (start - at > 1 || sentence.characters[end - 1].has(.placeEnd))
        }
        for word in Self.approaches where end - at >= word.count + 2 && sentence.has(word, at: at) {
            if isPlace(from: at + word.count) { return word.count }
        }
        // 从郑州来洛宁: the verb is known by where one comes from.
        guard sentence[at] == "来", end - at >= 3 else { return 0 }
        let comesFrom = (max(0, at - 8)..<at).contains { sentence[$0] == "从" || sentence[$0] == "自" }
        return comesFrom ? 1 : 0
    }

    private static let approaches: StaticWords = [
        "搬回", "迁回", "调回", "撤回", "返回", "回到", "来到", "前往", "西走", "东走", "南走", "北走", "北上", "南下", "途经", "路过", "进驻", "攻占",
        "开办", "考取", "考入", "创办",
        "浚", "匿", "隔", "攻克", "收复", "合围", "包围", "住址", "地处", "东邻", "西邻", "南邻", "北邻",
        "东界", "西界", "南界", "北界", "东接", "西接", "南接", "北接", "东临", "西临", "南临", "北临", "毗邻", "邻接", "围", "攻", "占", "克", "地",
        "去",
    ]

    func isListed(_ range: Range<Int>, _ sentence: NameSentence) -> Bool {
        tables.isPlace(sentence.folded[range])
    }

    /// Whether a range ends as a venue, which is a place however many work there: 市体育馆.
    func isVenue(_ range: Range<Int>, _ sentence: NameSentence) -> Bool {
        range.count >= 3
            && Self.venues.contains { $0.count < range.count && sentence.has($0, at: range.upperBound - $0.count) }
    }

    private static let venues: StaticWords = [
        "戏院", "大剧院", "人民剧院", "影剧院", "车站", "火车站", "汽车站", "高铁站", "地铁站", "路站", "东站", "西站", "南站", "北站", "变电站",
        "体育馆", "体育场", "体育中心", "音乐厅", "大礼堂", "大会堂", "会展中心", "展览中心", "会议中心", "游泳馆", "运动场", "足球场", "篮球馆",
    ]

    /// , 、 ; : ( )
    private static func isMark(_ c: UInt16) -> Bool {
        c == "," || c == "、" || c == ";" || c == ":" || c == "(" || c == ")"
    }

    private static let prepositions: StaticWord = "沿乘赴抵往返居驻谒泊隶存"
    private static let heights: StaticWord = "岭山峰崖岗"

    /// Whether one character stands for a place by itself, 中美, 驻华, 进藏, and is no part of a word: 中外, 华侨, 奥运, 抗日, 青藏
    /// of 青藏高原. 中华 is none without what follows.
    private func isPlaceAlone(_ range: Range<Int>, _ sentence: NameSentence) -> Bool {
        let (at, end) = (range.lowerBound, range.upperBound)
        guard range.count == 1 else { return !sentence.has("中华", at: at) || range.count > 2 }
        if Self.towards.contains(sentence[at - 1]) || Self.ofCountries.contains(sentence[end])
            || sentence.character(at - 1).has(.country) || sentence.character(end).has(.country)
        {
            return true
        }
        // 新、奇、美: no country among what are none.
        if sentence[at - 1] == "、", Glyph.isHan(sentence[at - 2]), !Glyph.isHan(sentence[at - 3]),
            !sentence.character(at - 2).has(.country), !sentence.character(at - 2).has(.shortPlace)
        {
            return false
        }
        switch sentence.folded[at] {
        case "中", "华", "藏": return false
        // 奥运会
        case "奥": return sentence[end] != "运"
        default: return !isOfWord(at - 1, sentence) && !isOfWord(at, sentence)
        }
    }

    /// Whether two characters are a word, or begin a longer place's name.
    private func isOfWord(_ at: Int, _ sentence: NameSentence) -> Bool {
        guard at >= 0 else { return false }
        return (2...3).contains { size in
            at + size <= sentence.count
                && tables.node(sentence.folded[at..<(at + size)]).map {
                    tables.isWord($0) && tables.cost($0) < Self.common
                } ?? false
        }
            || (3...4).contains { size in
                at + size <= sentence.count && isListed(at..<(at + size), sentence)
            }
    }

    /// The cost of a common word, in nats.
    private static let common: Float = 11
    private static let ofCountries: StaticWord = "方国籍资军"
    private static let towards: StaticWord = "驻访来在对赴抵旅侵援返离进入出由"
    private static let measures: StaticWord = "家壶杯碗盏座幅卷册支棵株朵匹"
    private static let ofStreets: StaticWord = "口头边上"
    private static let counts: StaticWord = "两三四五六七八九十数各几"
    /// 路 街 道
    private static let streets: StaticWord = "路街道"
    /// 沅江|经济开发区: the zone is a part of its name.
    private func lengthOfZone(_ at: Int, _ sentence: NameSentence) -> Int {
        // 《江州|府志》
        if sentence.has("府志", at: at) { return 1 }
        // 天山|1号冰川
        if Glyph.isDigit(sentence[at]) {
            var end = at
            while Glyph.isDigit(sentence[end]) { end += 1 }
            return sentence.has("号冰川", at: end) ? end + 3 - at : 0
        }
        // 金边|德崇国际机场
        for size in 2...4 where sentence.has("国际机场", at: at + size) {
            // 从上海|前往浦东国际机场; 美国|费城国际机场 are two places.
            let isName =
                !Self.travels.contains(in: sentence, at: at) && !isListed(at..<at + size, sentence)
                && (at..<at + size).allSatisfy {
                    Glyph.isHan(sentence[$0])
                        && sentence.character($0).classes.isDisjoint(with: [.stop, .joining, .locative])
                }
            return isName ? size + 4 : 0
        }
        // 伊犁河|谷
        if sentence[at] == "谷", sentence[at - 1] == "河" { return 1 }
        return Self.zones.first(in: sentence, at: at)?.count ?? 0
    }

    private static let zones: StaticWords = [
        "大渠",
        "经济技术开发区", "高新技术产业开发区", "高新技术开发区", "经济开发区", "高新区", "开发区", "工业园区", "工业园", "产业园区", "产业园", "自贸区", "保税区", "风景区",
        "现代农业产业园", "农业产业园", "农业科技园", "科技园", "创业园", "孵化园", "田园公园", "湿地公园", "森林公园", "地质公园", "运动场", "足球场", "赛马场",
        "飞机场", "旅游度假区", "度假区", "示范区", "火车站", "汽车站", "车站", "校区", "工业区", "物流园", "停车场", "体育馆", "体育场", "游泳馆", "烈士陵园",
    ]

    /// 下坂村|芭蕉岭18号: what stands between a village or town and the number of a house.
    private func lengthOfAddress(_ range: Range<Int>, _ sentence: NameSentence) -> Int {
        guard range.count >= 2, PlaceEnds.isLevel(sentence[range.upperBound - 1]) else { return 0 }
        var at = range.upperBound
        while Glyph.isHan(sentence[at]), at - range.upperBound < 5 { at += 1 }
        let end = at
        while Glyph.isDigit(sentence[at]) { at += 1 }
        return end - range.upperBound >= 2 && at > end && sentence[at] == "号"
            && !Self.streets.contains(sentence[end - 1])
            && sentence.character(end - 1).has(.placeEnd) ? end - range.upperBound : 0
    }

    /// 花楼街|积穗里内, 平安村|吊脚街: a lane behind its street or village.
    private func lengthOfLane(_ range: Range<Int>, _ sentence: NameSentence) -> Int {
        let end = range.upperBound
        guard range.count >= 3, Self.ofLanes.contains(sentence[end - 1]), Glyph.isHan(sentence[end]),
            !Self.beforeLanes.contains(sentence[end])
        else { return 0 }
        for size in 2...3 {
            let kind = end + size
            let last = sentence.character(kind - 1)
            guard Glyph.isHan(sentence[kind]), last.classes.isDisjoint(with: [.stop, .numeral, .notStem]),
                sentence.character(end).classes.isDisjoint(with: [.stop, .numeral, .notStem, .joining])
            else { return 0 }
            let isWard = Self.wards.contains(sentence[kind])
            guard isWard || Self.lanes.contains(sentence[kind]) else { continue }
            let isWord = [2, 3].contains {
                tables.node(sentence.folded[(kind + 1 - $0)...kind]).map { tables.isWord($0) } ?? false
            }
            return !isWord
                && (!isWard || !Glyph.isHan(sentence[kind + 1]) || Self.behindWards.contains(sentence[kind + 1]))
                ? size + 1 : 0
        }
        return 0
    }

    private static let ofLanes: StaticWord = "街路巷村镇"
    private static let lanes: StaticWord = "街巷弄"
    private static let beforeLanes: StaticWord = "叫名即是称通往走接连沿转拐穿修有"
    private static let wards: StaticWord = "里坊"
    private static let behindWards: StaticWord = "内口号第之"

    private static let corners: StaticWords = ["东北", "西北", "东南", "西南"]
    private static let turning: StaticWord = "往向朝偏"
    private static let turned: StaticWord = "角侧走方向偏"
    private static let towns: StaticWords = ["城区", "市区"]
    private static let ofLevels: StaticWord = "长支委主书头口"
    private static let ways: StaticWords = ["高速公路", "公路", "铁路", "高速", "高铁", "航线", "专线"]
    private static let afterSections: StaticWord = "侧段路面边部头端起口区街巷方站门往向延北南"
    private static let sections: StaticWord = "东南西北中"
    private static let directions: StaticWord = "东南西北"
    private static let sides: StaticWord = "东南西北两沿"
    /// 号 弄 栋 幢 室 楼 层
    private static let numbers: StaticWord = "号弄栋幢室楼层"
    private static let waters: StaticWord = "江河湖海溪浜渠塘港"

    /// 维吾尔族, 蒙古语: a people, and its language.
    private func isPeople(_ range: Range<Int>, _ sentence: NameSentence) -> Bool {
        Self.peoples.contains(sentence.folded[range])
            && (Self.ofPeoples.contains(sentence[range.upperBound]) || sentence[range.upperBound] == ")")
    }

    /// Peoples, heavenly bodies and words for things of a kind, none of them a place by themselves.
    private static let withoutLand: StaticWords = [
        "犹太", "爱斯基摩", "因纽特", "吉卜赛", "维京", "太阳", "月亮", "地球", "土石流", "泥石流", "国际机场", "分洪闸", "民间", "永久屋", "复育", "复育区", "淹水",
        "易淹水", "公交车站", "山梁", "空间站", "离岛", "治山", "集水区", "潜势区", "山地",
        "纪念园", "拉索桥", "斜拉桥", "长征路",
    ]
    private static let peoples: StaticWords = [
        "维吾尔", "蒙古", "哈萨克", "朝鲜", "俄罗斯", "塔吉克", "乌孜别克", "塔塔尔", "柯尔克孜", "撒拉", "土家", "东乡", "保安",
    ]
    /// 族 语 文 包 袍
    private static let ofPeoples: StaticWord = "族语文包袍"

    /// 新院区, 老校区: a ground of a kind, and no name.
    private func isGround(_ range: Range<Int>, _ sentence: NameSentence) -> Bool {
        (3...4).contains(range.count) && range.dropLast(2).allSatisfy { Self.newAndOld.contains(sentence.folded[$0]) }
            && Self.grounds.contains(in: sentence, at: range.upperBound - 2)
    }

    private static let newAndOld: StaticWord = "新老旧本主原全各"
    private static let grounds: StaticWords = [
        "院区", "校区", "厂区", "库区", "园区", "社区", "小区", "城区", "矿区", "林区", "牧区", "营区", "片区", "灾区", "景区", "街区", "港区",
    ]
}
