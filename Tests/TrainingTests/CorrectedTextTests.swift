import Foundation
import TestSupport
import Testing

@testable import QuandianTrain

@Suite("TEI that a person has corrected")
struct CorrectedTextTests {
    private func read(_ body: String, header: String = "", by: MarkedBy = .person) throws -> AnnotatedText {
        try CorrectedText.read(
            Data(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>不算</title></titleStmt>\
                </fileDesc>\(header)</teiHeader><standOff><listPerson><person xml:id="p1"><persName>不算</persName></person>\
                </listPerson></standOff><text><body>\(body)</body></text></TEI>
                """.utf8), "test.xml", by: by)
    }

    private func spans(_ text: AnnotatedText) -> [String] {
        text.spans.map { span in
            var name = String.UnicodeScalarView()
            for scalar in text.scalars[span.range] { name.append(Unicode.Scalar(scalar) ?? "?") }
            return "\(span.label) \(name)"
        }
    }

    private func string(_ text: AnnotatedText) -> String {
        String(String.UnicodeScalarView(text.scalars.compactMap { Unicode.Scalar($0) }))
    }

    @Test("All four kinds are spans over the text, tags dropped, in heads, paragraphs, items and cells")
    func kinds() throws {
        let text = try read(
            """
            <head type="main"><persName ref="#p1">柯尔克</persName>履新</head>
            <div><head><label>一、</label>在<placeName>白石滩</placeName></head><p><s><orgName>海湾<q>“启明”</q>研究所</orgName>\
            <roleName>所长</roleName><persName>柯尔克</persName>到任。</s></p>
            <list><item><persName> 云小山　</persName></item></list><table><row><cell><persName>花无缺</persName></cell></row></table></div>
            """)
        #expect(
            spans(text) == [
                "PER 柯尔克", "LOC 白石滩", "ORG 海湾“启明”研究所", "ROLE 所长", "PER 柯尔克", "PER 云小山", "PER 花无缺",
            ])
        #expect(string(text).hasPrefix("柯尔克履新\n一、在白石滩海湾“启明”研究所所长柯尔克到任。\n"))
    }

    @Test("Of names in names the outer one counts")
    func nested() throws {
        let text = try read(
            "<p><orgName><placeName>白石滩</placeName>渔业社</orgName>与<persName><roleName>老</roleName>柯</persName></p>")
        #expect(spans(text) == ["ORG 白石滩渔业社", "PER 老柯"])
    }

    @Test("What the program was unsure of and nobody touched is left open, unless all was looked through")
    func unsure() throws {
        let body = """
            <p><orgName resp="#names" cert="medium">渔业社</orgName><persName resp="#names" cert="low">柯</persName>\
            <persName resp="#editor" cert="medium">云小山</persName><persName cert="high">花无缺</persName></p>
            """
        #expect(try spans(read(body)) == ["OPEN 渔业社", "OPEN 柯", "PER 云小山", "PER 花无缺"])
        let change = "<revisionDesc><change when=\"2024-05-01\">读过</change></revisionDesc>"
        #expect(try spans(read(body, header: change)) == ["ORG 渔业社", "PER 柯", "PER 云小山", "PER 花无缺"])
    }

    @Test("Characters that XML cannot hold, references and carriage returns keep their places")
    func characters() throws {
        let text = try read("<p>甲<?char U+0001?>&amp;&#13;\n<persName>柯尔克</persName><!-- 不算 --></p>")
        #expect(string(text) == "甲\u{1}&\r\n柯尔克")
        #expect(spans(text) == ["PER 柯尔克"])
    }

    @Test("What is no TEI says so, with the file and the line")
    func refusals() {
        let broken = #expect(throws: CorrectedTextError.self) {
            try CorrectedText.read(Data("<TEI>\n<text>".utf8), "a.xml")
        }
        #expect(broken?.description.hasPrefix("a.xml:2: not well-formed") == true)
        #expect(throws: CorrectedTextError.self) { try CorrectedText.read(Data("<html/>".utf8), "a.xml") }
        #expect(throws: CorrectedTextError.self) { try CorrectedText.read(["/no/such/folder"]) }
    }

    @Test("Of what the program alone has marked, what it was surest of is learned, and the rest left open")
    func ownResults() throws {
        let body = """
            <p><persName>云小山</persName>，<persName cert="medium" resp="#names">花无缺</persName>，\
            <orgName cert="medium" resp="#names">江州水务局</orgName>，<placeName cert="low" resp="#names">渔业社</placeName></p>
            """
        #expect(
            try spans(read(body, by: .program)) == ["PER 云小山", "OPEN 花无缺", "ORG 江州水务局", "OPEN 渔业社"])
    }

    @Test("The tagger learns exactly the marks, nothing elsewhere, and anything where it is left open")
    func samples() throws {
        let text = try read(
            "<p>见<persName>柯尔克</persName><orgName resp=\"#names\" cert=\"medium\">社</orgName>。</p>")
        let folder = try LittleData()
        let lists = Lists(folder: folder.path)
        let samples = Corpus.corrected.samples([text], try Offices(lists, try Folding(lists)))
        let sample = try #require(samples.first)
        let range = 1..<4
        #expect(
            sample.allowed.prefix(6) == [
                Allowed.outside, Allowed.tag(Allowed.person, 1, in: range), Allowed.tag(Allowed.person, 2, in: range),
                Allowed.tag(Allowed.person, 3, in: range), Allowed.everything, Allowed.outside,
            ])
        #expect(sample.persons == [range])
    }

    @Test("The text of a result is its source to the character", arguments: ["jiangzuo", "fugao", "fangtan"])
    func results(_ name: String) throws {
        let samples = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "../../Samples")
        let source = try String(contentsOf: samples.appendingPathComponent("\(name).txt"), encoding: .utf8)
        let text = try #require(try CorrectedText.read([samples.path + "/expected/\(name).xml"]).first)
        #expect(string(text) == source)
        #expect(text.spans.contains { $0.label == "PER" })
    }
}
