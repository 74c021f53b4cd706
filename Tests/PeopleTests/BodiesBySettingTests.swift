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
