import Quandian
import QuandianFilters
import QuandianText
import TestSupport
import Testing

/// A text, and the people in it: each a line of the names that mean the same person.
struct Cast: Sendable, CustomTestStringConvertible {
    let text: String
    let people: Set<Set<String>>

    init(_ text: String, _ people: String...) {
        self.text = text
        self.people = Set(people.map { Set($0.split(separator: " ").map(String.init)) })
    }

    var testDescription: String { text }
}

private func entities(_ kind: Entity.Kind, in text: String) throws -> Set<Set<String>> {
    Set(try named(Text(text)).entities.filter { $0.kind == kind }.map { Set($0.names) })
}

private func person(_ name: String, in document: Document) throws -> Entity {
    try #require(document.entities.first { $0.kind == .person && $0.names.contains(name) }, "nobody is \(name)")
}

/// How sure each mention of a name is.
private func certainties(_ name: String, in document: Document) -> [Double] {
    document.entities.filter { $0.kind == .person }.flatMap(\.mentions)
        .filter { document.text[$0.range] == name }.map(\.certainty)
}

@Suite("Who is who: people")
struct WhoIsWhoTests {
    @Test(
        "One person for all the ways to be named",
        arguments: [
            // An office within the name, where the given name could be another's and the whole name stands elsewhere.
            Cast("主席王金安說明。\n\n王院長金安宣布散會。", "王金安"),
            // A surname with its office, and 老 or 小 before it.
            Cast("县委书记石开山来到村里。石书记说，路要修好。村民都叫他老石。", "石开山 石 老石"),
            Cast("副市长王立新主持会议。王副市长要求抓紧落实。", "王立新 王"),
            Cast("省长欧阳建国讲话。欧阳省长强调三点。", "欧阳建国 欧阳"),
            // Padded and unpadded.
            Cast("组　长：李　明\n李明主持会议，李　明作总结。", "李明"),
            Cast("局长陈\n建华到会。陈建华说，要早作准备。", "建华 陈建华"),
            // The office between surname and given name; but 钱主任 is not 王平.
            Cast("高委員雲翔：本席有三點意見。\n主席：請高委員雲翔發言。", "高雲翔"),
            Cast("高委員雲翔：本席有三點意見。高委員說，經費不足。", "高雲翔 高"),
            Cast("钱主任王平和孙梅去了县里。", "钱", "王平", "孙梅"),
            // The given name alone.
            Cast("队员陈晓岚夺得冠军。晓岚的母亲很高兴。赛后，晓岚说，这是团队的荣誉。", "陈晓岚 晓岚"),
            Cast("作家欧阳雪梅走上讲台。雪梅说，写作要耐得住寂寞。", "欧阳雪梅 雪梅"),
            // Part of a foreign name after the whole.
            Cast("俄罗斯选手叶莲娜·彼得罗娃夺冠。彼得罗娃说，她很激动。", "叶莲娜·彼得罗娃 彼得罗娃"),
            Cast("总统约翰·马歇尔·哈里斯访华。哈里斯与总理会谈。", "约翰·马歇尔·哈里斯 哈里斯"),
            Cast("经济学家John Whitfield发表演讲，Whitfield认为前景良好。", "JohnWhitfield Whitfield"),
            // Another name that the text gives.
            Cast("林大钟，字伯鸣，号听涛，浙江绍兴人。时人都说，伯鸣有才。", "林大钟 伯鸣 听涛"),
            Cast("著名作家周启文（笔名：江上客）出席。江上客的小说广为流传。", "周启文 江上客"),
            Cast("赵振华，曾用名赵铁蛋，山东人。", "赵振华 赵铁蛋"),
            Cast("演员孙桂兰，艺名小桂花，唱了一辈子戏。", "孙桂兰 小桂花"),
            Cast("爱德华·史密斯（Edward Smith）教授来访。", "爱德华·史密斯 EdwardSmith"),
            Cast("词人柳寒汀去世。其人，字伯淳，号寒汀，浙江人。", "柳寒汀 伯淳 寒汀"),
            Cast("医生约翰·麦克伦（中文名：麦远山）来到县城。麦牧师会说土话。", "约翰·麦克伦 麦远山 麦"),
            // A monk by his name in religion, with and without 释.
            Cast("住持释慧明法师开示。慧明法师说，心静自然凉。", "释慧明 慧明"),
        ])
    func together(_ cast: Cast) throws {
        #expect(try entities(.person, in: cast.text) == cast.people)
    }

    @Test(
        "Different people stay apart",
        arguments: [
            Cast("县长王建军、副县长王丽萍出席。王县长讲话，王副县长主持。", "王建军 王", "王丽萍 王"),
            Cast("局长李向东和处长李志刚到会。李处长汇报，李局长讲话。", "李向东 李", "李志刚 李"),
            Cast("记者张伟采访了张伟明。", "张伟", "张伟明"),
            Cast("叶莲娜·彼得罗娃和安娜·彼得罗娃姐妹晋级。", "叶莲娜·彼得罗娃", "安娜·彼得罗娃"),
            Cast("县长赵国强出席。孙书记主持会议。", "赵国强", "孙"),
            // 二号 is no 号.
            Cast("赵国强住在二号，他常去的三号是李玉芬家。", "赵国强", "李玉芬"),
        ])
    func apart(_ cast: Cast) throws {
        #expect(try entities(.person, in: cast.text) == cast.people)
    }

    @Test("Where two people may be meant, the tie says so")
    func unclear() throws {
        let surname = try named(Text("副县长王建军、副县长王丽萍出席。会上，王副县长提出三点要求。"))
        #expect(certainties("王", in: surname).allSatisfy { $0 < 0.6 })
        let foreign = try named(Text("叶莲娜·彼得罗娃和安娜·彼得罗娃姐妹晋级。赛后，彼得罗娃说，比赛很艰苦。"))
        #expect(certainties("彼得罗娃", in: foreign).allSatisfy { $0 < 0.6 })
        let given = try named(Text("教练陈晓岚和队员林晓岚合影。晓岚笑得很开心。"))
        #expect(certainties("晓岚", in: given).allSatisfy { $0 < 0.6 })
    }

    @Test("Where it is clear, the tie is sure")
    func clear() throws {
        let document = try named(Text("县委书记石开山到村里调研。石书记说，路要修好。"))
        #expect(certainties("石", in: document) == [0.95])
        #expect(certainties("石开山", in: document) == [1])
    }

    @Test("The number of mentions counts names and offices")
    func mentions() throws {
        let document = try named(Text("局长陈建华到会。陈建华说，要早作准备。陈局长还说，责任到人。"))
        let names = try person("陈建华", in: document).mentions.map { document.text[$0.range] }
        #expect(names == ["局长", "陈建华", "陈建华", "陈", "局长"])
    }
}

@Suite("Who is who: what is stated of people")
struct PersonFactTests {
    private func facts(_ name: String, _ text: String) throws -> [String] {
        let document = Pipeline.standard().run(Text(text))
        return try person(name, in: document).facts.map { fact in
            switch fact {
            case .sex(let text): "sex \(text)"
            case .nationality(let text): "nationality \(text)"
            case .birth(let value, _): "birth \(value.map { "\($0)" } ?? "?")"
            case .death(let value, _): "death \(value.map { "\($0)" } ?? "?")"
            }
        }
    }

    @Test(
        "Sex, nationality, birth and death where the text states them",
        arguments: [
            ("赵桂英", "被告人赵桂英，女，汉族，1968年3月5日出生，务农。", ["sex 女", "birth 1968-03-05"]),
            ("陈思远", "陈思远（男，1975年8月生）任县教育局局长。", ["sex 男", "birth 1975-08"]),
            ("李国华", "董事李国华先生，中国国籍，无境外永久居留权。", ["nationality 中国国籍"]),
            ("林振声", "林振声（1931年—2019年），福建福州人，化学家。", ["birth 1931", "death 2019"]),
            ("林振声", "林振声（1931－2019），福建福州人，化学家。", ["birth 1931", "death 2019"]),
            ("周维桢", "周维桢，1929年10月生于浙江吴兴。", ["birth 1929-10"]),
            ("周维桢", "周维桢教授因病医治无效，于2021年3月5日在杭州逝世，享年92岁。", ["death 2021-03-05"]),
            ("周维桢", "周维桢生于1929年10月，2021年3月5日病逝于杭州。", ["birth 1929-10", "death 2021-03-05"]),
        ])
    func stated(_ name: String, _ text: String, _ expected: [String]) throws {
        #expect(try facts(name, text) == expected)
    }

    @Test(
        "Nothing is inferred",
        arguments: [
            ("王秀兰", "王秀兰同志的父亲1929年10月生于浙江。"), ("赵志刚", "赵志刚，1998年生产标兵。"),
            ("陈建华", "陈建华于2021年3月5日出席会议，会议悼念了逝世的老同志。"),
            ("刘志刚", "刘志刚（2015—2019年任局长）介绍了情况。"),
            ("刘志刚", "刘志刚夫妇育有一女，1998年生。"),
        ])
    func silent(_ name: String, _ text: String) throws {
        #expect(try facts(name, text) == [])
    }
}

@Suite("Who is who: offices")
struct OfficeTests {
    /// Lines of a name, an organisation where there is one, and an office: 赵启明 县水利局 局长.
    private func offices(_ text: String) throws -> Set<String> {
        Set(
            try named(Text(text)).entities.filter { $0.kind == .person }.flatMap { entity in
                entity.roles.map { role in
                    [entity.names[0], role.organisation, role.name].compactMap { $0 }.joined(separator: " ")
                }
            })
    }

    @Test(
        "An office belongs to its person, with its organisation",
        arguments: [
            // Before and after.
            ("县水利局局长赵启明陪同。", ["赵启明 县水利局 局长"]),
            ("赵启明局长陪同，钱学义同志主持。", ["赵启明 局长", "钱学义 同志"]),
            ("市委常委、宣传部部长孙玉芬到会。", ["孙玉芬 市委 常委", "孙玉芬 宣传部 部长"]),
            // By 任, 兼任, 为.
            ("赵启明任县水利局局长。", ["赵启明 县水利局 局长"]),
            ("赵启明兼任县水利局局长。", ["赵启明 县水利局 局长"]),
            ("任命赵启明为县水利局局长。", ["赵启明 县水利局 局长"]),
            ("选举赵启明为县政协主席，钱学义、孙玉芬为副主席。", ["赵启明 县政协 主席", "钱学义 副主席", "孙玉芬 副主席"]),
            ("聘请周文涛担任总顾问。", ["周文涛 总顾问"]),
            ("任命慕容雪（女）为县教育局副局长。", ["慕容雪 县教育局 副局长"]),
            // In documents of appointment and removal.
            (
                "任命：\n赵启明为县水利局局长；\n钱学义为县教育局副局长。\n免去：\n孙玉芬的县审计局局长职务。",
                ["赵启明 县水利局 局长", "钱学义 县教育局 副局长", "孙玉芬 县审计局 局长"]
            ),
            ("赵启明同志任县水利局党组书记、局长。", ["赵启明 同志", "赵启明 县水利局 党组书记", "赵启明 局长"]),
            // In lists.
            ("出席会议的有县长赵启明、副县长钱学义、教育局局长孙玉芬。", ["赵启明 县长", "钱学义 副县长", "孙玉芬 教育局 局长"]),
            ("组　长：赵启明　县长\n副组长：钱学义　副县长", ["赵启明 组长", "赵启明 县长", "钱学义 副组长", "钱学义 副县长"]),
            ("赵启明（县水利局局长）\n钱学义（县教育局局长）", ["赵启明 县水利局 局长", "钱学义 县教育局 局长"]),
            // Shared by several.
            ("副县长赵启明、钱学义和孙玉芬出席。", ["赵启明 副县长", "钱学义 副县长", "孙玉芬 副县长"]),
            ("县教育局副局长赵启明、钱学义出席。", ["赵启明 县教育局 副局长", "钱学义 县教育局 副局长"]),
            ("本报记者赵启明、钱学义报道", ["赵启明 记者", "钱学义 记者"]),
            // But a county has one head, and the next name may have an office of its own.
            ("县长赵启明、钱学义出席。", ["赵启明 县长"]),
            ("副县长赵启明、钱学义局长出席。", ["赵启明 副县长", "钱学义 局长"]),
            ("副县长赵启明会见了钱学义。", ["赵启明 副县长"]),
        ])
    func belongs(_ text: String, _ expected: [String]) throws {
        #expect(try offices(text) == Set(expected))
    }
}

@Suite("Who is who: organisations and places")
struct BodyAndPlaceTests {
    @Test(
        "Full and short forms of an organisation are one",
        arguments: [
            Cast("天津市社科联召开会议。市社科联要求落实。社科联各部门参加。", "天津市社科联 市社科联 社科联"),
            Cast("党中央作出部署。中共中央要求全党学习。中央强调落实。", "党中央 中共中央 中央"),
            Cast("安徽省文化厅发布通知。省文化厅负责解释。", "安徽省文化厅 省文化厅"),
            Cast("青岚县教育局和青岚县财政局联合发文。县教育局牵头，县财政局配合。", "青岚县教育局 县教育局", "青岚县财政局 县财政局"),
        ])
    func organisations(_ cast: Cast) throws {
        #expect(try entities(.organisation, in: cast.text) == cast.people)
    }

    @Test(
        "Organisations of one name in two regions stay apart",
        arguments: [
            Cast("安徽省文化厅和福建省文化厅签约。", "安徽省文化厅", "福建省文化厅"),
            Cast("县教育局和市教育局联合检查。", "县教育局", "市教育局"),
        ])
    func organisationsApart(_ cast: Cast) throws {
        #expect(try entities(.organisation, in: cast.text) == cast.people)
    }

    @Test(
        "Full and short forms of a place are one",
        arguments: [
            Cast("他从天津市出发，晚上回到天津。", "天津市 天津"),
            Cast("车队到达贵州省遵义市，遵义人民夹道欢迎。", "贵州省", "遵义市 遵义"),
            Cast("在新疆维吾尔自治区工作十年，他爱上了新疆。", "新疆维吾尔自治区 新疆"),
        ])
    func places(_ cast: Cast) throws {
        #expect(try entities(.place, in: cast.text) == cast.people)
    }

    @Test("A province and its one character are one place")
    func letters() throws {
        // The marks are the list's: what is tested is what they are tied to.
        let names = try UserNames(parsing: Array("津\tplace\n沪\tplace\n天津市\tplace\n上海\tplace\n".utf8))
        let document = try named(Text("津沪两地签约，天津市和上海的代表出席。"), names)
        let places = Set(document.entities.filter { $0.kind == .place }.map { Set($0.names) })
        #expect(places == [["天津市", "津"], ["上海", "沪"]])
    }
}

@Suite("The user's own knowledge")
struct UserKnowledgeTests {
    private func list(_ rows: String, not: String = "") throws -> UserNames {
        try UserNames(parsing: Array(rows.utf8), refusing: Array(not.utf8))
    }

    @Test(
        "Names of one canonical form are one entity, whatever they are",
        arguments: [Entity.Kind.person, .organisation, .place])
    func canonical(_ kind: Entity.Kind) throws {
        let names = try list("甲子\t\(kind.rawValue)\t甲子总\tx1\n乙丑\t\(kind.rawValue)\t甲子总\tx1\n")
        let document = try named(Text("甲子和乙丑都在。"), names)
        let found = document.entities.filter { $0.kind == kind }
        #expect(found.map { Set($0.names) } == [["甲子总", "甲子", "乙丑"]])
        #expect(found.first?.names.first == "甲子总")
        #expect(found.first?.identifier == "x1")
        #expect(document.marks.filter { $0.provenance.evidence == .user }.count == 2)
    }

    @Test("A name of the list wins over what the program would mark, and what is refused is not marked at all")
    func wins() throws {
        let document = try named(Text("清风徐来，清风科技公司开业。"), try list("清风\torganisation\n"))
        #expect(
            document.marks.filter { $0.provenance.evidence == .user }.map { document.text[$0.range] } == ["清风", "清风"])
        let refused = try named(Text("市委书记李国强讲话。李国强说。"), try list("", not: "李国强\n"))
        #expect(!refused.marks.contains { $0.kind == .person })
        let both = try named(Text("高山出席会议。"), try list("高山\n", not: "高山\n"))
        #expect(both.marks.contains { $0.kind == .person && both.text[$0.range] == "高山" })
    }

    @Test("A padded or traditional name of the list is found")
    func forms() throws {
        let document = try named(Text("名單：關　山　月、约翰·史密斯"), try list("关山月\n约翰・史密斯\n"))
        #expect(
            document.marks.filter { $0.provenance.evidence == .user }.map { document.text[$0.range] }
                == ["關　山　月", "约翰·史密斯"])
    }
}
