import QuandianFilters
import QuandianText
import TestSupport
import Testing

/// Names that the place where they stand shows, whatever words they are made of.
@Suite("Names by their setting")
struct NamesBySettingTests {
    private func check(_ text: String) throws { try expect(.person, in: text) }

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
