import QuandianFilters
import QuandianText
import TestSupport
import Testing

/// Names that were found with a piece of the next word, without a piece of their own, or in a word that is none.
@Suite("Halves of words and whole names")
struct HalvesAndWholesTests {
    @Test(
        "What ends in half a word is no body",
        arguments: [
            "第四届国际苏铁生物学会议在江州召开。", "他们参加全军文艺会演。", "他的统治被蒙古帝国中断。", "唐诗咏中学时开始写作。", "王安住医院动了手术。",
        ])
    func halves(_ text: String) throws { try expect(.organisation, in: text) }

    @Test(
        "A body is whole",
        arguments: [
            "他任⟦山东大学堂⟧总监督。", "⟦应城市公安局⟧接到报警。", "香港的第一队⟦香港红十字会青年团⟧成立。", "就职于⟦长河证券（汇通）江州二部⟧，任财务经理。",
            "到⟦云南泸西大为焦化有限公司⟧实习。",
        ])
    func wholes(_ text: String) throws { try expect(.organisation, in: text) }

    @Test(
        "Fruit is a company only beside its business, governments of a kind are none, nor is a body in an award",
        arguments: ["每人分到一箱苹果。", "请县市政府转知。", "获杜邦科技奖1项。", "全部三级公立医院参加。", "RCEP生效三年。", "⟦苹果公司⟧发布新手机。"])
    func kinds(_ text: String) throws { try expect(.organisation, in: text) }

    @Test(
        "A monarch's name ends with the number, and languages and species are nobody",
        arguments: ["罗马皇帝⟦查理四世⟧升此城为选侯国。", "教材译成了斯瓦希里语。", "华山松（学名：Pinus armandii）是乔木。", "鲁迅语。"])
    func persons(_ text: String) throws {
        let marked = Marked(text)
        let document = try named(marked.text)
        let names = document.marks.filter { $0.kind == .person }.map { document.text[$0.range] }
        #expect(names.filter { $0 != "鲁迅" } == marked.ranges.map { marked.text[$0] })
    }

    @Test(
        "A fee that grows is nobody, and 阿 before an office is no surname",
        arguments: ["专业咨询顾问费增加了400万元。", "他们相继与阿总理会见。"])
    func nobody(_ text: String) throws { try expect(.person, in: text) }

    @Test(
        "Ground without a name is no place", arguments: ["民间投入救灾。", "居民登记永久屋。", "最近的公交车站不远。", "翻过山梁就到。", "航天员进驻空间站。"])
    func ground(_ text: String) throws { try expect(.place, in: text) }
}
