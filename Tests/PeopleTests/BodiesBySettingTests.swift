import QuandianFilters
import QuandianText
import TestSupport
import Testing

/// Short forms that the text defines, and bodies that their setting shows.
@Suite("Bodies by their setting")
struct BodiesBySettingTests {
    private func check(_ text: String) throws { try expect(.organisation, in: text) }

    @Test(
        "A short form that the text defines is a name wherever it stands",
        arguments: [
            "⟦云江市恒远建材有限公司⟧（以下简称⟦恒远公司⟧）成立。后来⟦恒远公司⟧搬走了。",
            "⟦江州明桥智能科技有限公司⟧（下称“⟦明桥智能⟧”或“⟦明桥⟧”）获得投资。⟦明桥⟧的产品卖得好。",
            "⟦江州市水务集团有限公司⟧（以下简称公司）召开会议，公司通过了决议。",
        ])
    func defined(_ text: String) throws { try check(text) }

    @Test(
        "After its whole name a company is called by its own part, alone or with its trade",
        arguments: [
            "⟦常州恒榆物流有限公司⟧成立。⟦恒榆物流⟧运货，⟦恒榆集团⟧付款，⟦恒榆⟧的股票大涨。",
            "⟦深圳拉卡米支付有限公司⟧成立。有人加入⟦拉卡米⟧。",
            "⟦溧阳澜舟新能源股份有限公司⟧（下称⟦澜舟电池⟧）公告。⟦澜舟电池⟧大涨，有人加入⟦澜舟⟧。",
        ])
    func companies(_ text: String) throws { try check(text) }

    @Test(
        "Where a score is told, a team is a team by its name alone, and its sport is none",
        arguments: [
            "⟦海鸥队⟧客场2比1获胜。终场前，⟦海鸥⟧换人。", "⟦海鸥队⟧成立了。海鸥飞过。",
        ])
    func teams(_ text: String) throws { try check(text) }

    @Test(
        "A body that the document names is found where the rules see it no more",
        arguments: ["⟦永丰书院⟧院长到会。他把一生都给了⟦永丰书院⟧，⟦永丰书院⟧今已不存。"])
    func again(_ text: String) throws { try check(text) }

    @Test("What a company is called after its whole name is said to come from the document")
    func ownParts() throws {
        let text = Text("常州枳木轴承有限公司成立。枳木轴承开工，枳木的股票大涨。")
        let marks = try named(text).marks.filter { $0.kind == .organisation }
        #expect(marks.map(\.provenance.evidence) == [.text, .context, .context])
        #expect(marks.map(\.provenance.rule) == ["body", "shown", "short"])
    }

    @Test("What a short form defines is said to come from the document")
    func provenance() throws {
        let text = Text("江州明桥智能科技有限公司（下称“明桥”）获得投资。明桥的产品卖得好。")
        let marks = try named(text).marks.filter { $0.kind == .organisation }
        #expect(marks.filter { $0.provenance.rule == "defined" }.map(\.provenance.evidence) == [.context, .context])
    }

    @Test(
        "A paper before its reporter, a ward before its doctor, a body of a level, a unit by its number",
        arguments: [
            "⟦江畔早报⟧记者来了。", "本报记者来了。", "⟦骨科⟧主任说。", "⟦县医院⟧在城东。", "⟦第七十一师⟧师长到会。", "⟦第七师范学校⟧",
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

    @Test(
        "A company by two characters and its trade",
        arguments: [
            "客户包括⟦沧澜股份⟧。", "全部股份已经转让。", "本轮由⟦恒岳资本⟧领投。", "他辞去⟦恒岳科技⟧的职务。", "晚期资本主义社会。", "展销科技图书。", "做实资本、做精业务。",
            "乌克兰能源设施受损。",
        ])
    func trades(_ text: String) throws { try check(text) }

    @Test(
        "A name begins with such words as bodies' names begin with, and not with the verb before them",
        arguments: [
            "恳请⟦市防汛抗旱指挥部⟧批准。", "他早年投⟦红四军团⟧。", "昨电洽⟦民政局⟧。", "下榻⟦江天旅社⟧。", "他在⟦驻日本大使馆⟧工作。", "照片由⟦江州图书馆⟧提供。",
            "同年成立⟦护法军政府⟧。",
        ])
    func heads(_ text: String) throws { try check(text) }

    @Test(
        "Neither the street where a shop is nor a dispatch in brackets belongs to its name",
        arguments: ["鼓楼街⟦天宝成银楼⟧昨夜失火。", "⟦江州市解放路第一小学⟧放学了。", "1982年⟦国务院⟧政府工作报告", "⟦中央社⟧【十九日电】⟦国防部⟧发言人称。"])
    func apart(_ text: String) throws { try check(text) }

    @Test("A comma parts two bodies", arguments: ["⟦江州市教育局⟧，⟦云江县水利局⟧"])
    func commas(_ text: String) throws { try check(text) }

    @Test(
        "A department is named by its field, also without its house; but 科 belongs to 科长",
        arguments: [
            "⟦医务处⟧牵头修订制度，⟦急诊科⟧与⟦总务处⟧互通。", "⟦设备处⟧、⟦总务处⟧都要整改。", "⟦江州公司财务处⟧的人来了。", "财务科长到会。",
        ])
    func departments(_ text: String) throws { try check(text) }

    @Test(
        "A body of a place by what stands behind names; not by a word that tells kinds apart",
        arguments: ["学生到⟦石湾国中⟧上课。", "⟦石岩互助组⟧增产。", "中段⟦恒昌米号⟧失火。", "乡镇卫生院缺人。"])
    func local(_ text: String) throws { try check(text) }

    @Test("Who stands at the head of a company's name is no person", arguments: ["被告：⟦石恒达建设工程有限公司⟧，住所地不明。"])
    func persons(_ text: String) throws { try check(text) }

    @Test(
        "The verb before a body, and the first character of the word behind it, are outside",
        arguments: ["他乘车赴⟦新潮旅社⟧。", "请你们协调⟦江州市水利局⟧。", "她到⟦江州地区农科所⟧报到。"])
    func verbs(_ text: String) throws { try check(text) }

    @Test("The commission of a place is a body, its secretary an office")
    func commissions() throws {
        let document = try named(Text("临江区纪委书记李明到会。"))
        #expect(document.marks.filter { $0.kind == .role }.map { document.text[$0.range] } == ["书记"])
        #expect(document.marks.filter { $0.kind == .organisation }.map { document.text[$0.range] } == ["临江区纪委"])
    }
}
