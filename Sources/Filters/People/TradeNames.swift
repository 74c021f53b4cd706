/// Names of bodies that are made of two or three characters and a word that stands behind names: companies by their trade,
/// 云澜股份, 恒岳新材, and bodies of a place, 石湾分驻所, 恒泰米号.
extension NameCandidates {
    func tradeName(_ sentence: NameSentence, _ at: Int, _ lattice: inout NameLattice) {
        guard at + 4 <= sentence.count, Self.mayBeginTrade(sentence.folded[at + 2]),
            lattice.second(at).map({ !tables.isWord($0) || isTown($0) }) ?? true,
            Self.trades.contains(in: sentence, at: at + 2)
                || isNameLike(sentence, at)
                    // 恒岳资本, but 恒岳资本|家
                    && (Self.goods.contains(in: sentence, at: at + 2) && !opensLongerWord(sentence, at + 2, than: 2)
                        // 恒岳科技的, but 恒岳科技|图书
                        || Self.fields.contains(in: sentence, at: at + 2) && closesName(sentence, at + 4))
        else { return }
        // No word ends or begins within the two.
        for index in at...(at + 1) {
            let character = sentence.characters[index]
            guard Glyph.isHan(sentence.folded[index]), !character.word.isWord || character.word.cost > Self.rareAlone,
                character.classes.isDisjoint(with: [.stop, .joining, .numeral, .level, .locative, .notStem])
            else { return }
        }
        // 乌克兰|能源
        if at > 0,
            (tables.node(sentence.folded[(at - 1)...at]) ?? tables.node(sentence.folded[(at - 1)...(at + 1)])) != nil
        {
            return
        }
        lattice.add(
            NameLattice.Edge(
                start: Int32(at), end: Int32(at + 4), score: Self.trade, afterPerson: 0, beforePerson: 0,
                node: Int32(NameLattice.tradeName), kind: .word, joins: false, isOffice: false))
    }

    /// Whether a word is the listed name of a place that is no country or other name that all know: 东江|重工.
    private func isTown(_ node: Int) -> Bool {
        tables.flags(node).contains(.place) && tables.flags(node).isDisjoint(with: [.ordinary, .body])
            && tables.cost(node) > Self.rareTown
    }

    private static let rareTown: Float = 11

    /// Whether two characters are such as companies are called by, which are those of persons and towns: 恒岳, not 做实.
    private func isNameLike(_ sentence: NameSentence, _ at: Int) -> Bool {
        let (one, two) = (sentence.characters[at], sentence.characters[at + 1])
        let (first, second) = (min(one.givenFirst, one.groundFirst), min(two.givenSecond, two.ground))
        return max(first, second) < Self.rareInNames && Int(first) + Int(second) < Self.rareTogether
    }

    /// Costs in tenths of a nat.
    private static let rareInNames: UInt8 = 90
    private static let rareTogether = 155

    /// Whether no noun goes on at an index: the end, a mark, a word that no name holds.
    private func closesName(_ sentence: NameSentence, _ at: Int) -> Bool {
        !Glyph.isHan(sentence[at])
            || !sentence.character(at).classes.isDisjoint(with: [.stop, .joining, .locative])
    }

    /// Whether a word that begins at an index is longer than a length.
    private func opensLongerWord(_ sentence: NameSentence, _ at: Int, than length: Int) -> Bool {
        (length + 1...length + 2).contains { size in
            at + size <= sentence.count && tables.node(sentence.folded[at..<(at + size)]) != nil
        }
    }

    func localBody(_ sentence: NameSentence, _ at: Int, _ lattice: inout NameLattice) {
        for size in 2...3 {
            guard Self.mayBeginLocal(sentence[at + size]),
                let kind = Self.byOpening[UInt32(sentence[at + size]) << 16 | UInt32(sentence[at + size + 1])],
                sentence.has(kind, at: at + size)
            else { continue }
            let stem = sentence.folded[at..<(at + size)]
            guard stem.allSatisfy({ Glyph.isHan($0) }), !sentence.characters[at].has(.notStem),
                !(at..<(at + size)).contains(where: {
                    !sentence.characters[$0].classes.isDisjoint(with: [.stop, .joining, .level])
                }),
                // 中|段恒泰布号, 二|街宝成银楼
                !(size == 3 && at > 0 && Glyph.isHan(sentence[at - 1]) && Self.ofStreets.contains(sentence.folded[at])),
                // 寓|膠济饭店, 深圳开|诊所
                !Self.lodging.contains(sentence.folded[at]), !Self.founding.contains(sentence.folded[at + size - 1]),
                // 一间|茶馆, 邻家|油坊
                !Self.classifiers.contains(sentence.folded[at + size - 1]),
                // 中心小学, 寄宿学校 are of a kind; so is what ends in 家 or 所.
                !(size == 2 && tables.node(stem).map { tables.isWord($0) && tables.cost($0) < Self.rareStem } ?? false),
                !(tables.node(sentence.folded[(at + size - 2)..<(at + size)]).map {
                    tables.isWord($0)
                        && (size == 3 && tables.cost($0) < Self.rareStem
                            || !tables.flags($0).isDisjoint(with: [.bodyEnd, .role]))
                } ?? false),
                !(at > 0
                    && tables.node(sentence.folded[(at - 1)...at]).map {
                        tables.isWord($0) && tables.cost($0) < Self.rareStem
                    } ?? false)
            else { continue }
            var score = Self.trade - (size == 3 ? Self.longStem : 0)
            for index in at..<(at + size) {
                let character = sentence.characters[index]
                score -= Float(index == at ? character.groundFirst : character.ground) * Self.ofGround
            }
            lattice.add(
                NameLattice.Edge(
                    start: Int32(at), end: Int32(at + size + kind.count), score: score, afterPerson: 0, beforePerson: 0,
                    node: Int32(NameLattice.tradeName), kind: .word, joins: false, isOffice: false))
        }
    }

    /// Whether a shop's name ends at an index.
    static func isShop(_ sentence: NameSentence, endingAt end: Int) -> Bool {
        shops.contains(in: sentence, endingAt: end)
    }

    private static let ofStreets: StaticWord = "段街路巷口赴往"
    private static let lodging: StaticWord = "欠汇存寓宿投住考读获受归由任入到往赴为向居借寄租迁商"
    private static let classifiers: StaticWord = "家间座个处"
    private static let founding: StaticWord = "开设办建生创去来进在有"
    /// How much rarer stems of three characters are: 江天旅社 behind 下榻.
    private static let longStem: Float = 2.5
    /// How much rarer a body's stem is where its characters seldom stand in places.
    private static let ofGround: Float = 0.03
    /// A commoner word before the kind makes a kind of it: 农业合作社.
    private static let rareStem: Float = 12
    private static let shops: StaticWords = [
        "旅社", "客栈", "书局", "米号", "布号", "药号", "银楼", "菜馆", "超市", "商行", "茶楼", "酒楼", "药房", "绸庄", "笔墨庄", "茶庄", "米行", "粮行",
        "押店", "当铺", "酒家", "会馆", "诊所", "杂货店", "豆腐店", "布庄", "米店", "酱园", "南货店", "饭店", "旅馆", "修车铺", "木雕坊", "小吃店",
        "烧烤店", "茶餐厅", "书店", "洋行", "布店", "洋货号", "凉茶店", "绸缎庄", "饭庄", "酱坊", "油坊", "糟坊", "染坊", "窑厂",
        "钱庄", "银号", "茶栈", "茶号", "花号", "纱号", "绸布行", "纸行", "参行", "木业行", "皮货庄", "打铁店", "客店", "照相馆",
    ]
    /// Schools, offices and the like, which stand behind the name of a place as shops do.
    private static let offices: StaticWords = [
        "国小", "国中", "分驻所", "派出所", "卫生院", "中心校", "区公所", "乡公所", "镇公所", "互助组", "合作社", "专署", "工程行", "幼儿园", "中学", "小学", "戏院",
        "剧队", "剧团", "女校", "女塾", "蒙学", "公学", "义学",
    ]
    private static let locals = Array(shops) + Array(offices)
    /// The same by their first two characters, of which no two have the same.
    private static let byOpening: [UInt32: StaticWord] = Dictionary(
        uniqueKeysWithValues: locals.map { word in (word.prefix(2).reduce(0) { $0 << 16 | UInt32($1) }, word) })
    /// A bit for the last ten bits of the first character of each of these: most characters are ruled out by it.
    private static let localHeads: InlineArray<16, UInt64> = {
        var bits = InlineArray<16, UInt64>(repeating: 0)
        for word in locals { bits[Int(word.first >> 6 & 15)] |= 1 << UInt64(word.first & 63) }
        return bits
    }()

    @inline(__always)
    static func mayBeginLocal(_ c: UInt16) -> Bool {
        localHeads[Int(c >> 6 & 15)] >> UInt64(c & 63) & 1 == 1
    }

    /// 股 证 新 控 重 电 药 制 置 实 影 传 信 期 资 储 印 光 乳 酒 能 物 科 生 化 机
    @inline(__always)
    private static func mayBeginTrade(_ c: UInt16) -> Bool {
        switch c {
        case "股", "证", "新", "控", "重", "电", "药", "制", "置", "实", "影", "传", "信",
            "期", "资", "储", "印", "光", "乳", "酒", "能", "物", "科",
            "生", "化", "机":
            true
        default: false
        }
    }

    /// The logarithm of how often a token is such a name.
    private static let trade: Float = -10
    /// A character that is no word by itself but seldom.
    private static let rareAlone: Float = 7.5
    /// Such as stand behind a name more often than behind a word.
    private static let trades: StaticWords = [
        "股份", "证券", "新材", "控股", "重工", "电气", "药业", "制药", "置业", "实业", "影业", "传媒", "信托", "期货",
    ]
    /// Such as stand behind words as well.
    private static let goods: StaticWords = ["资本", "储能", "印务", "光电", "乳业", "酒业", "置地", "能源", "电子", "物流"]
    /// What many a noun begins with as well.
    private static let fields: StaticWords = ["科技", "生物", "化工", "机械"]
}
