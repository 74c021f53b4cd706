import QuandianText
import TestSupport
import Testing

/// What the name of a body holds, and what only looks like one.
@Suite("Limits of bodies' names")
struct BodyLimitsTests {
    private func check(_ text: String, _ kind: MarkKind = .organisation) throws {
        let text = Marked(text)
        let document = try named(text.text)
        let found = document.marks.filter { $0.kind == kind }.map { document.text[$0.range] }
        #expect(found == text.ranges.map { text.text[$0] })
    }

    @Test(
        "A verb is no part of a name, and parts two",
        arguments: [
            "⟦江州市教育局⟧组织学生参观。", "今年建设⟦江州市人民医院⟧新楼，⟦临湖区卫生局⟧协办。",
            "⟦江州市水务局⟧函送本案。", "会议听取了⟦江州市审计委员会⟧的报告。", "他说，⟦江州市博物馆⟧地处湖边。", "⟦江州农业银行东湖支行⟧某分理处今天开业。",
        ])
    func verbs(_ text: String) throws { try check(text) }

    @Test(
        "Words for bodies of a kind name none",
        arguments: [
            "外资银行和民营公司都来了。", "党组织要发挥作用。", "当地的航空公司停飞。", "各国政府派出代表团。", "执法机构到场。",
            "两所学校停课。", "卫生部门提醒市民。", "国际非政府组织来了人。", "多家医院和一家法院都在附近。",
        ])
    func kinds(_ text: String) throws { try check(text) }

    @Test(
        "What ends as a body does may be none",
        arguments: ["新能源汽车卖得好。", "要树立大局观念，服务国家大局。", "雨下在江州市中部。", "构建命运共同体。"])
    func tails(_ text: String) throws { try check(text) }

    @Test(
        "Of a pair of marks a name holds both or neither",
        arguments: ["他在《⟦江州日报⟧》上读到。", "文章登在⟦《江州文艺》杂志⟧上。", "“⟦江州电视台⟧”四个字很大。", "首页|⟦江州日报⟧"])
    func marks(_ text: String) throws { try check(text) }

    @Test(
        "A bracket within a company's name belongs to it",
        arguments: ["⟦天河（江州）电力开发有限公司⟧成立。", "曾在⟦江钢（集团）控股有限公司⟧工作。"])
    func brackets(_ text: String) throws { try check(text) }

    @Test(
        "The term of a congress belongs to its name",
        arguments: ["⟦第六届全国人大常委会⟧通过。", "⟦江州市第三届人民代表大会⟧第一次会议开幕。"])
    func terms(_ text: String) throws { try check(text) }

    @Test(
        "The department whose office follows belongs to the name",
        arguments: [
            "出席：王海（⟦江州区政府办公室⟧副主任）", "出席：李敏（⟦区财政局⟧副局长）", "主持人：王　海（⟦区委⟧常委、常务副区长）",
            "出席：李向前（⟦翠湖街道⟧党工委书记）",
        ])
    func departments(_ text: String) throws { try check(text) }

    @Test(
        "The office in a bracket behind a name is found whole",
        arguments: [
            "出席：王海（江州区政府办公室⟦副主任⟧）", "出席：李敏（区财政局⟦副局长⟧）", "与会：王　海（区委⟦常委⟧、⟦常务副区长⟧）",
            "出席：李向前（翠湖街道⟦党工委书记⟧）",
        ])
    func offices(_ text: String) throws { try check(text, .role) }

    @Test("The party's committee before its secretary belongs to the office")
    func committees() throws { try check("历任⟦江海银行北京分行⟧党委副书记。") }

    @Test("A piece of an address on the web names nobody")
    func addresses() throws {
        try check("原文见 https://tv.example.com/2024/05/06/VIDEab3KqXrPzLmN7TgYwSd240506.shtml")
    }

    @Test("A hall is no part of the body that it is in", arguments: ["仪式在⟦江州市殡仪馆⟧怀远厅举行。", "⟦省政府办公厅⟧发文。"])
    func halls(_ text: String) throws { try check(text) }

    @Test(
        "A room, the next body of a report and a number of teams are no part of it, a dispatched group's body is",
        arguments: [
            "地点：⟦江州市民政局⟧二楼会议室", "八支球队参赛。",
            "由⟦江州市纪委监委派驻第四纪检监察组⟧负责。",
        ])
    func neighbours(_ text: String) throws { try check(text) }

    @Test(
        "What is done with a committee's business and the number of committees are no part of its name",
        arguments: ["本案交⟦內政委員會⟧審查。", "会议由财政、司法两委员会召集。"])
    func committees(_ text: String) throws { try check(text) }

    @Test(
        "A department behind a company with brackets is whole, a room behind a door and what somebody will do are no part of a body",
        arguments: [
            "历任⟦上海振华重工(集团)股份有限公司质管部⟧项目质量主管。", "推开⟦江州图书馆⟧古籍修复室的门。", "麦牧师会说土话。", "2012年起任公司（前身⟦红外有限⟧）副总经理。",
            "⟦中共十九届四中全会⟧召开。", "⟦联合国⟧宪章的宗旨。", "⟦县河长办⟧会同⟦县检察院⟧办理。", "我院⟦援贝宁医疗队⟧出发。", "他随⟦中国援坦桑尼亚医疗队⟧工作。",
            "他是⟦管理与经济学院⟧副教授。",
        ])
    func limits(_ text: String) throws { try check(text) }

    @Test(
        "Brackets and marks that open without a close leave no body and end nothing", arguments: ["“（秘书处", "《（局", "“（"])
    func halves(_ text: String) throws { _ = try named(Text(text)) }

    @Test(
        "A place abroad needs no second witness, but for a piece of a word", arguments: ["他去了⟦京都⟧，又到⟦多哈⟧。", "创下基尼斯纪录。"])
    func abroad(_ text: String) throws { try check(text, .place) }

    @Test("A country is a body only where matches are told of")
    func countries() throws {
        try check("⟦丹麦⟧发表声明。", .place)
        try check("雨下在⟦江州市⟧中部。", .place)
    }
}

/// What is named after a person holds no person.
@Suite("Named after persons")
struct NamedAfterTests {
    private func found(_ kind: MarkKind, _ text: String) throws -> [String] {
        let document = try named(Text(text))
        return document.marks.filter { $0.kind == kind }.map { document.text[$0.range] }
    }

    @Test(
        "An award, a virtue, a ship or a theorem marks nobody",
        arguments: ["弘扬雷锋精神。", "获得徐悲鸿杯一等奖。", "他得过李四光奖。", "卡尔·史密斯号航母到了。", "证明了华罗庚定理。"])
    func things(_ text: String) throws { #expect(try found(.person, text).isEmpty) }

    @Test(
        "A body is marked whole",
        arguments: [
            ("她毕业于蔡元培中学。", "蔡元培中学"), ("钱学森图书馆开放了。", "钱学森图书馆"), ("他考入鲁迅文学院学习。", "鲁迅文学院"),
        ])
    func bodies(_ text: String, _ body: String) throws {
        #expect(try found(.organisation, text) == [body])
        #expect(try found(.person, text).isEmpty)
    }

    @Test("A place is marked whole", arguments: [("参观了鲁迅故居。", "鲁迅故居"), ("在何塞·马丁内斯球场比赛。", "何塞·马丁内斯球场")])
    func places(_ text: String, _ place: String) throws {
        #expect(try found(.place, text) == [place])
        #expect(try found(.person, text).isEmpty)
    }

    @Test(
        "The person is meant where he is spoken of",
        arguments: [("校长李建明大学毕业后回乡。", "李建明"), ("赵启明精神饱满地走上台。", "赵启明"), ("钱学义杯中的酒洒了。", "钱学义")])
    func persons(_ text: String, _ person: String) throws { #expect(try found(.person, text) == [person]) }

    @Test("A family, and a woman known by hers alone, are no persons", arguments: ["王氏是他的外祖母。", "刘家的房子在村东。"])
    func families(_ text: String) throws { #expect(try found(.person, text).isEmpty) }

    @Test(
        "What someone does to a body is no part of its name, in the language of the old press too",
        arguments: [
            "本席特向⟦行政院⟧提出質詢。", "旅客可洽⟦清溪鎮公所⟧。", "三百余人夜袭⟦罗田区公所⟧。", "公推⟦縣商會⟧主席。", "他肄業⟦省立第二中學⟧。",
        ])
    func oldVerbs(_ text: String) throws { try expect(.organisation, in: text) }

    @Test("Mines and stores are bodies", arguments: ["⟦大青山煤矿⟧投产。", "他在⟦石门镇利民农资店⟧当店员。"])
    func mines(_ text: String) throws { try expect(.organisation, in: text) }

    @Test("A town that no list knows is whole before 州", arguments: ["⟦砚州晚报⟧报道。", "其中⟦砚州学院⟧师生最多。"])
    func towns(_ text: String) throws { try expect(.organisation, in: text) }

    @Test(
        "A tab parts a body from the cell before, and a group is named after its whole task",
        arguments: [
            "1\t常胜\t⟦江州民族中学⟧\t10.97", "成立⟦江州市推进河湖治理工作领导小组⟧。", "公诉机关⟦丰河市人民检察院⟧。", "他考取⟦县农校⟧。",
        ])
    func cellsAndTasks(_ text: String) throws { try expect(.organisation, in: text) }

    @Test("Who organises something is named without 组织", arguments: ["常有学校组织学生祭扫。", "他赶到渡口镇组织救灾。"])
    func organises(_ text: String) throws { try expect(.organisation, in: text) }

    @Test(
        "A department belongs to the body before it, by its field where no list knows it; 科技 and 部门 are words",
        arguments: [
            "偕⟦县府建设科⟧科长唐守信到场。", "联系人潘多拉（⟦党委组织部干部科⟧）。", "到⟦立法局申诉部⟧请愿。", "官员批评⟦欧盟⟧削弱科技监管。",
        ])
    func departments(_ text: String) throws { try expect(.organisation, in: text) }

    @Test(
        "地区 is the level of a body where nothing tells which kind of region",
        arguments: ["由⟦地区水电局⟧派人检查。", "抄送：⟦地区行署⟧。", "本地区政府网站上线。", "有关地区组织派出代表。"])
    func regions(_ text: String) throws { try expect(.organisation, in: text) }

    @Test(
        "A board by its term alone is none in particular, nor are two communes, nor what a document's number begins with",
        arguments: ["选举产生第六届董事会、监事会成员。", "大柳、桃峪两公社改为乡。", "江二院发〔2019〕6号", "呼吁三国政府联手治理。"])
    func noBody(_ text: String) throws { try expect(.organisation, in: text) }

    @Test("A regiment stands before its officers by its number", arguments: ["⟦第十团⟧团长沈大川牺牲。", "第十团圆满收官。"])
    func regiments(_ text: String) throws { try expect(.organisation, in: text) }

    @Test("Whoever is moved to a body is no part of its name", arguments: ["方长友调⟦地委组织部⟧工作。"])
    func moved(_ text: String) throws { try expect(.organisation, in: text) }

    @Test(
        "What a cooperative is called by stands between its place and what it does",
        arguments: ["⟦临江县满仓农机专业合作社⟧理事长金满仓到场。"])
    func ownNames(_ text: String) throws { try expect(.organisation, in: text) }

    @Test(
        "A shop in a street is no part of it, whatever the street is", arguments: ["西门外大街⟦万丰米行⟧被窃。", "延请西津路⟦济民诊所⟧医师。"])
    func shopsInStreets(_ text: String) throws { try expect(.organisation, in: text) }

    @Test(
        "A body of two characters behind 联合 ended the program, which took four characters from it",
        arguments: ["各方联合⟦欧盟⟧，推出措施。", "联合⟦央行⟧，"])
    func joint(_ text: String) throws { try expect(.organisation, in: text) }
}
