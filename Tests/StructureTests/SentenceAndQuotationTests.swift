import QuandianFilters
import QuandianText
import TestSupport
import Testing

@Suite struct SentenceAndQuotationTests {
    private func document(_ text: Text) -> Document {
        var document = Document(text)
        document.add(StructureFilter().annotate(document))
        document.add(QuotationFilter().annotate(document))
        document.add(SentenceFilter().annotate(document))
        return document
    }

    @Test(arguments: [
        "⟦今天下了大雨。⟧⟦水库水位上涨，大家都去巡堤！⟧⟦结果如何？⟧",
        "⟦他说：“雨停了。我们走吧。”⟧⟦大家都同意。⟧",
        "⟦会场响起“加油！加油！”的喊声，久久不息。⟧⟦会议结束。⟧",
        "⟦大家读了《怎么办？》这本书，收获很大。⟧⟦会议结束。⟧",
        "⟦全年增长3.5%，用了GB/T 1.1标准，由J. K. Rowe先生审定。⟧⟦第二年再增长。⟧",
        "⟦他想了很久很久……⟧⟦第二天他出发了。⟧⟦我……我不知道。⟧",
        "⟦各单位要按时报送。⟧⟦（负责部门：县财政局。）⟧⟦逾期不候。⟧",
    ])
    func sentencesEndWhereTheyShould(_ marked: String) {
        // A second paragraph, so that the first is no title.
        let expected = Marked(marked + "\n此处另起一段，说的是别的事情，与上文没有关系。")
        let marks = document(expected.text).marks.filter { $0.kind == .sentence }.map(\.range)
        #expect(Array(marks.prefix(expected.ranges.count)) == expected.ranges)
        #expect(marks.count == expected.ranges.count + 1)
    }

    @Test func aSentenceNeverCrossesTheEdgeOfAPart() {
        let text = Marked(
            "一、总体要求\n各单位要认真落实下列要求，不得有误。\n（一）加强领导。⟦各单位要成立专班。⟧⟦主要负责人亲自抓。⟧\n（二）严格考核。⟦每月通报一次进展情况。⟧")
        let marks = document(text.text).marks.filter { $0.kind == .sentence }.map(\.range)
        #expect(Array(marks.dropFirst()) == text.ranges)
    }

    @Test(arguments: [
        "会议印发⟦《关于加强〈条例〉宣传的通知》⟧，要求各单位学习，不得走过场。",
        "他说：⟦“老师讲过‘勤能补拙’的道理，我一直记着。”⟧大家听了都点头。",
        "老先生笑說：⟦「這本『寶貝』我讀了三遍。」⟧眾人聽罷都笑了起來。",
        "这里有一个没有合上的“引号，还有⟦《完整的书名》⟧，后面再没有别的。",
        "多出来的”右引号和⟦“一对引号”⟧，大家都看得清清楚楚的。",
    ])
    func pairsAreMarkedAndStrayMarksAreNot(_ marked: String) {
        let expected = Marked(marked + "\n此处另起一段，说的是别的事情，与上文没有关系。")
        let outer = document(expected.text).marks.filter { $0.kind == .title || $0.kind == .quotation }
        for range in expected.ranges { #expect(outer.contains { $0.range == range }) }
        #expect(
            outer.filter { mark in
                !expected.ranges.contains {
                    $0.lowerBound <= mark.range.lowerBound && mark.range.upperBound <= $0.upperBound
                }
            }.isEmpty)
    }

    @Test func nestedPairsAreBothMarked() {
        let text = Text("会议印发《关于加强〈条例〉宣传的通知》，要求各单位认真学习，不得走过场。\n第二段说的是别的事情，与上文没有关系。")
        let kinds = document(text).marks.filter { $0.kind == .title }.map { text[$0.range] }
        #expect(kinds == ["《关于加强〈条例〉宣传的通知》", "〈条例〉"])
    }

    /// Four times the text takes about four times as long; sixteen times would be quadratic. Ratios, since machines differ.
    @Test("Stray marks take linear time", arguments: ["“", "”", "《“", "（", "（。", "“。", "……"])
    func strayMarksTakeLinearTime(unit: String) {
        func best(of count: Int) -> Duration {
            (0..<3).map { _ in
                ContinuousClock().measure { _ = document(Text(String(repeating: unit, count: count))) }
            }.min() ?? .zero
        }
        #expect(best(of: 40_000) < max(best(of: 10_000), .milliseconds(10)) * 10)
    }
}
