import QuandianFilters
import QuandianText
import TestSupport
import Testing

/// The stretches inside blocks that TEI sets apart, and what the document says of itself.
@Suite struct PartTests {
    private func annotations(_ text: Text) -> Annotations { StructureFilter().annotate(Document(text)) }

    private func parts(_ text: Text, _ role: BlockPart.Role) -> [Range<Int>] {
        annotations(text).blocks.flatMap(\.parts).filter { $0.role == role }.map(\.range)
    }

    @Test(arguments: [
        "工作要点\n⟦一、⟧总体要求\n各单位要认真落实要求，不得有误。\n⟦二、⟧ 主要任务\n全年完成堤防加固二十公里，并通过验收。",
        "工作要点\n⟦第一章⟧　总则\n各单位要认真落实要求，不得有误。\n⟦第 二 章⟧　分则\n全年完成堤防加固二十公里，并通过验收。",
        "禁止下列行为，违者由主管部门处罚：\n⟦（1）⟧攀树折枝；\n⟦（2）⟧堆放石灰；\n⟦（3）⟧其他行为。",
        "活动内容很多，大家都能找到喜欢的项目。\n⟦●⟧读书会；\n⟦●⟧电影会。",
    ])
    func enumeratorsAreMarkedWithTheirPoints(_ marked: String) {
        let expected = Marked(marked)
        #expect(parts(expected.text, .enumerator) == expected.ranges)
    }

    @Test func aRunInHeadingEndsWithItsFirstSentence() {
        let text = Marked("一、主要任务\n⟦（一）加强领导。⟧各单位要成立专班，明确责任。\n⟦（二）严格考核。⟧每月通报一次进展情况。")
        #expect(parts(text.text, .heading) == text.ranges)
    }

    @Test func theHeadOfAnArticleIsItsNumber() {
        let text = Marked("县城管理办法\n⟦第一条⟧　为了加强管理，制定本办法。\n⟦第二条⟧　本办法自公布之日起施行。")
        #expect(parts(text.text, .heading) == text.ranges)
    }

    @Test func speakersCellsAndCreditsAreMarked() {
        let speech = Marked("热点问答\n⟦问：⟧何时缴费？\n⟦答：⟧九月开始缴费，十二月底截止。\n⟦问：⟧缴多少？\n⟦答：⟧每人三百二十元，困难群众有资助。")
        #expect(parts(speech.text, .speaker) == speech.ranges)
        let table = Marked("各馆情况如下表，请各单位核对后上报。\n⟦总馆⟧\t⟦620⟧\n⟦分馆⟧\t⟦340⟧\n以上数据截至六月底，由办公室汇总。")
        #expect(parts(table.text, .cell) == table.ranges)
        let figure = Marked("春天来了，公园里开满了花，游人很多。\n公园里的花海。⟦方舟 摄⟧\n市民说，今年的花开得比往年早了十天。")
        #expect(parts(figure.text, .credit) == figure.ranges)
    }

    @Test func thePublicationDateComesFromTheBylineOrTheClosing() {
        let news = Text("大桥昨日合龙\n来源：江州晚报　2018-06-12 10:22\n昨日上午，大桥主跨顺利合龙，比计划提前四十天。")
        #expect(annotations(news).metadata.publicationDate == CivilDate("2018-06-12"))
        let notice = Text("关于放假的通知\n国庆节放假三天，请各单位妥善安排值班工作。\n江州市图书馆\n二〇二〇年九月二十八日")
        #expect(annotations(notice).metadata.publicationDate == CivilDate("2020-09-28"))
    }

    @Test func theCardOfAGovernmentPageBecomesMetadata() {
        let page = Text(
            "索 引 号：\n0001/2018-2\n发文机关：\n江州市政府\n发布日期：\n2018年3月1日\n关于做好春耕工作的通知\n各县区人民政府：\n现就春耕工作通知如下，请认真贯彻落实。")
        let found = annotations(page)
        #expect(
            found.metadata.furniture == [
                .init("索引号", "0001/2018-2"), .init("发文机关", "江州市政府"), .init("发布日期", "2018年3月1日"),
            ])
        #expect(found.blocks[6].kind == .title)
    }
}
