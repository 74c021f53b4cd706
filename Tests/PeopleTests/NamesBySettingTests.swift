import QuandianFilters
import QuandianText
import TestSupport
import Testing

/// Names that the place where they stand shows, whatever words they are made of.
@Suite("Names by their setting")
struct NamesBySettingTests {
    private func check(_ text: String, _ kind: MarkKind = .person) throws {
        let text = Marked(text)
        let document = try named(text.text)
        #expect(
            document.marks.filter { $0.kind == kind }.map { document.text[$0.range] }.sorted()
                == text.ranges.map { text.text[$0] }.sorted())
    }

    @Test("Whoever opens a turn of a talk is a person, also where the name is a word")
    func speakers() throws {
        let text = Text("记者万一：钱从哪里来？\n宁可：大家凑的。\n主持人：谢谢。\n")
        let document = try Pipeline([Lines(kind: .answer), NameFilter()]).run(text)
        let names = document.marks.filter { $0.kind == .person }.map { document.text[$0.range] }
        #expect(names == ["万一", "宁可"])
    }

    @Test(
        "Offices set wide are offices, and who follows is a person",
        arguments: [("审　判　长　　⟦方　正⟧", "审　判　长"), ("组　长：⟦李　明⟧", "组　长")])
    func wideSet(_ text: String, _ office: String) throws {
        try check(text)
        let document = try named(Marked(text).text)
        #expect(document.marks.filter { $0.kind == .role }.map { document.text[$0.range] } == [office])
    }

    @Test("A label set wide is no name", arguments: ["索 引 号：", "发 文 机 关：国务院", "主 题 词："])
    func labels(_ text: String) throws { try check(text) }

    @Test("A word with a space in it is no office where the text goes on before it")
    func noOffice() throws {
        let document = try named(Text("青山不老　师恩长在"))
        #expect(document.marks.filter { $0.kind == .role }.isEmpty)
    }

    @Test(
        "In a row of names that wide space sets apart all are names",
        arguments: [
            "⟦丁　一⟧　　⟦马上飞⟧　　⟦于得水⟧　　⟦万　里⟧", "⟦王小梅⟧（女）　　⟦石　头⟧　　⟦路长远⟧（回族）　　⟦方　正⟧",
            "姓名　　单位　　电话",
        ])
    func rosters(_ text: String) throws { try check(text) }

    @Test(
        "A surname with what kin are called by is a name",
        arguments: ["⟦赵姨⟧送来一篮鸡蛋。", "⟦田奶奶⟧住在村口。", "师姐帮了她。", "大家喊他表哥。"])
    func kin(_ text: String) throws { try check(text) }

    @Test(
        "老, 公, 总 and 君 stand behind a surname that the document knows",
        arguments: [
            "教授⟦程砚池⟧主讲。⟦程老⟧，您请坐。", "作家⟦沈墨耕⟧来信。⟦沈公⟧嗜茶。", "董事长⟦范立诚⟧到场。⟦范⟧总说，要快。",
            "医师⟦孫伯仁⟧到院。⟦孫⟧君為人謙和。",
        ])
    func known(_ text: String) throws { try check(text) }

    @Test(
        "What someone is called by in quotation marks is a name",
        arguments: ["乡亲们都叫他“⟦拖拉机⟧”。", "工友称她“⟦铁榔头⟧”。", "这叫作“样板间工程”。"])
    func nicknames(_ text: String) throws { try check(text) }

    @Test("A given name alone is marked where the full name stands elsewhere")
    func givenNames() throws {
        try check("诗人⟦任砚之⟧少时离乡。⟦砚之⟧好游历。")
    }

    @Test(
        "任 is the verb at the head of a clause and behind 自 and 后",
        arguments: ["⟦任砚之⟧创办学堂，自任堂长。", "⟦任砚之⟧回乡，任书记。"])
    func terms(_ text: String) throws { try check(text) }

    @Test("Several of a kind are no one's address", arguments: ["祝老师们身体健康。", "对方教练走了过来。"])
    func nobody(_ text: String) throws { try check(text) }

    @Test("Offices in Latin letters belong to the name beside them", arguments: [("公司CEO陈启航到会。", "CEO")])
    func latin(_ text: String, _ office: String) throws {
        let document = try named(Text(text))
        #expect(document.marks.filter { $0.kind == .role }.map { document.text[$0.range] } == [office])
    }
}

/// What the name of a place holds.
@Suite("Limits of places' names")
struct PlaceLimitsTests {
    private func check(_ text: String) throws {
        let text = Marked(text)
        let document = try named(text.text)
        #expect(
            document.marks.filter { $0.kind == .place }.map { document.text[$0.range] }.sorted()
                == text.ranges.map { text.text[$0] }.sorted())
    }

    @Test(
        "A preposition, a comma, a number and a shore are no part of it",
        arguments: [
            "他沿⟦青石河⟧走了三天。", "平安，⟦大岩村⟧党支部书记到会。", "考察⟦鲁冀⟧两省水利。", "向⟦青海湖⟧南岸行进。", "沿⟦陇海路⟧西段施工。",
            "住在⟦江州市⟧⟦锦溪路⟧66号。",
        ])
    func limits(_ text: String) throws { try check(text) }

    @Test(
        "One character is a place behind a verb of travel",
        arguments: ["代表团昨日抵⟦沪⟧。", "他奉召赴⟦京⟧，旬日返⟦宁⟧。", "旅⟦沪⟧同乡捐款。", "（⟦美⟧籍）", "这里是自由港。", "他在京剧院工作。"])
    func short(_ text: String) throws { try check(text) }

    @Test("Roads by their number", arguments: ["⟦320国道⟧塌方。", "⟦G6高速⟧通车。"])
    func numbered(_ text: String) throws { try check(text) }

    @Test("Peoples and their languages are no places", arguments: ["她会说维吾尔语和蒙古语。", "新院区下月启用。"])
    func peoples(_ text: String) throws { try check(text) }

    @Test("A venue is a place", arguments: ["决赛在⟦江州体育馆⟧举行。"])
    func venues(_ text: String) throws { try check(text) }

    @Test("A listed town goes on over its lake and its old town", arguments: ["夜游⟦抚州古城⟧。"])
    func kinds(_ text: String) throws { try check(text) }
}

/// Short forms that the text defines, and bodies that their setting shows.
@Suite("Bodies by their setting")
struct BodiesBySettingTests {
    private func check(_ text: String) throws {
        let text = Marked(text)
        let document = try named(text.text)
        #expect(
            document.marks.filter { $0.kind == .organisation }.map { document.text[$0.range] }
                == text.ranges.map { text.text[$0] })
    }

    @Test(
        "A short form that the text defines is a name wherever it stands",
        arguments: [
            "⟦云江市恒远建材有限公司⟧（以下简称⟦恒远公司⟧）成立。后来⟦恒远公司⟧搬走了。",
            "⟦江州明桥智能科技有限公司⟧（下称“⟦明桥智能⟧”或“⟦明桥⟧”）获得投资。⟦明桥⟧的产品卖得好。",
            "⟦江州市水务集团有限公司⟧（以下简称公司）召开会议，公司通过了决议。",
        ])
    func defined(_ text: String) throws { try check(text) }

    @Test("What a short form defines is said to come from the document")
    func provenance() throws {
        let text = Text("江州明桥智能科技有限公司（下称“明桥”）获得投资。明桥的产品卖得好。")
        let marks = try named(text).marks.filter { $0.kind == .organisation }
        #expect(marks.filter { $0.provenance.rule == "defined" }.map(\.provenance.evidence) == [.context, .context])
    }

    @Test(
        "A paper before its reporter, a ward before its doctor, a body of a level, a unit by its number",
        arguments: [
            "⟦高原早报⟧记者来了。", "本报记者来了。", "⟦骨科⟧主任说。", "⟦县医院⟧在城东。", "⟦第七十一师⟧师长到会。", "⟦第七师范学校⟧",
        ])
    func leads(_ text: String) throws { try check(text) }

    @Test(
        "What a body is to another, its boards and its dispatches are outside",
        arguments: [
            "全资子公司⟦江州恒远传动有限公司⟧投产。", "⟦江州水务公司⟧监事会主席到会。", "⟦江州日报⟧消息",
        ])
    func outside(_ text: String) throws { try check(text) }

    @Test(
        "Branches and partnerships are inside",
        arguments: ["他进了⟦新华社江州分社⟧。", "审计机构为⟦中信达会计师事务所（特殊普通合伙）⟧。"])
    func inside(_ text: String) throws { try check(text) }

    @Test("A company by two characters and its trade", arguments: ["客户包括⟦沧澜股份⟧。", "全部股份已经转让。"])
    func trades(_ text: String) throws { try check(text) }

    @Test("A comma parts two bodies", arguments: ["⟦江州市教育局⟧，⟦云江县水利局⟧"])
    func commas(_ text: String) throws { try check(text) }
}
