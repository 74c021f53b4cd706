import QuandianValidation
import Testing

@Suite struct ValidatorTests {
    @Test func tellsTheLineOfTheDocumentAndOfTheSource() {
        let found = Validator().validate(
            Samples.document("<p source=\"line:1\">一</p>\n<p source=\"line:5-7\"><s>二<rs>三</rs></s></p>"))
        #expect(found.count == 1, "\(found)")
        #expect(found.first?.line == 5 && found.first?.sourceLine == 5 && found.first?.element == "rs", "\(found)")
    }

    @Test func countsLinesBeyond65535() {
        let body =
            String(repeating: "<p>文</p>\n", count: 70_000)
            + "<p><rs>三</rs></p>\n<p n=\"1\"><persName ref=\"#x\">三</persName></p>"
        let found = Validator().validate(Samples.document(body))
        #expect(found.map(\.line) == [70_004, 70_005], "\(found)")
    }

    @Test func manyThreadsShareASchema() async {
        let good = Samples.document(String(repeating: "<p><date when=\"2020-02-15\">日</date></p>\n", count: 200))
        let bad = Samples.document("<p><date when=\"2020-02-30\">日</date></p>")
        await withTaskGroup(of: (Int, Int).self) { group in
            for _ in 0..<64 {
                group.addTask { (Validator().validate(good).count, Validator().validate(bad).count) }
            }
            for await (none, one) in group {
                #expect(none == 0 && one == 1)
            }
        }
    }

    @Test func oneDanglingPointerIsToldOnceWithItsCount() {
        let body = "<p>" + String(repeating: "<persName ref=\"#p7\">甲</persName>", count: 5) + "</p>"
        let found = Validator().validate(Samples.document(body))
        #expect(found.count == 1 && found.first?.message.contains("5 times") == true, "\(found)")
    }

    @Test func aLargeDocumentIsToldItsFirstMistake() {
        let body =
            String(repeating: "<p>" + String(repeating: "文", count: 3000) + "</p>\n", count: 4000)
            + "<p><rs/></p><p><rs/></p>"
        let found = Validator().validate(Samples.document(body))
        #expect(found.first?.code == .element && found.first?.element == "rs", "\(found)")
    }
}
