import Quandian
import Testing

@Suite("Blocks nest into divisions in TEI's order")
struct OutlineTests {
    @Test func aTextWithoutHeadingsStandsInTheBodyItself() {
        let document = document([("题目", .title), ("", nil), ("正文。", .paragraph)])
        #expect(outline(document) == "<head type=\"main\">题目</head>\n\n<p>正文。</p>")
    }

    @Test func textBeforeTheFirstHeadingIsTheLeadAndDepthIsNesting() {
        let document = document([
            ("题目", .title), ("导语。", .paragraph), ("一、甲", .heading(level: 1)), ("（一）乙", .heading(level: 2)),
            ("正文。", .paragraph), ("二、丙", .heading(level: 1)),
        ])
        #expect(
            outline(document) == """
                <head type="main">题目</head>
                <div type="lead"><p>导语。</p></div>
                <div type="section" n="1"><head>一、甲</head>
                <div type="section" n="1"><head>（一）乙</head>
                <p>正文。</p></div></div>
                <div type="section" n="2"><head>二、丙</head></div>
                """)
    }

    @Test func aClosingAtTheEndClosesTheBodyAndNotItsLastSection() {
        let document = document([
            ("一、甲", .heading(level: 1)), ("正文。", .paragraph), ("某局", .signature), ("2020年2月8日", .date),
        ])
        #expect(
            outline(document).hasSuffix(
                "<p>正文。</p></div>\n<closer><signed>某局</signed>\n<dateline>2020年2月8日</dateline></closer>"))
    }

    @Test func aClosingWithAnnexesAfterItStaysInItsSection() {
        let document = document([
            ("一、甲", .heading(level: 1)), ("正文。", .paragraph), ("某局", .signature), ("附件", .heading(level: 1)),
            ("附表。", .paragraph),
        ])
        #expect(outline(document).contains("<p>正文。</p>\n<closer><signed>某局</signed></closer></div>\n<div"))
    }

    @Test func numberSaluteAndIssuerAtTheTopAreTheOpener() {
        let document = document([
            ("题目", .title), ("甲发〔2020〕3号", .documentNumber), ("各区：", .salute), ("正文。", .paragraph),
        ])
        #expect(
            outline(document).contains(
                "<opener><idno type=\"docnum\">甲发〔2020〕3号</idno>\n<salute>各区：</salute></opener>\n<p>"))
    }

    @Test func descriptionAndCaptionMakeOneFigureEach() {
        let document = document([
            ("导语。", .paragraph), ("图一", .alternativeText), ("说明一", .caption), ("图二", .alternativeText),
            ("说明二", .caption),
        ])
        #expect(
            outline(document) == """
                <p>导语。</p>
                <figure><figDesc>图一</figDesc>
                <head>说明一</head></figure>
                <figure><figDesc>图二</figDesc>
                <head>说明二</head></figure>
                """)
    }

    @Test func neighbouringItemsMakeOneListAndRowsOneTable() {
        let document = document([
            ("导语：", .paragraph), ("甲", .item), ("乙", .item), ("a\tb", .row), ("c\td", .row),
        ])
        #expect(outline(document).contains("<list><item>甲</item>\n<item>乙</item></list>\n<table><row>"))
    }

    @Test func aBlankLineEndsAStanza() {
        let document = document([("一行", .verse), ("二行", .verse), ("", nil), ("三行", .verse)])
        #expect(outline(document) == "<lg><l>一行</l>\n<l>二行</l></lg>\n\n<lg><l>三行</l></lg>")
    }

    @Test func everyBlockTellsItsSourceLine() {
        let document = document([("题目", .title), ("", nil), ("正文。", .paragraph)])
        #expect(body(document).contains("<head type=\"main\" source=\"line:1\">"))
        #expect(body(document).contains("<p source=\"line:3\">"))
    }

    @Test func residueIsLeftOutOnRequestAndTheHeaderSaysSo() {
        let document = document([("正文。", .paragraph), ("分享到：", .residue(.share))])
        #expect(body(document, dropsResidue: true) == "<p source=\"line:1\">正文。</p>\n")
        let header = String(decoding: xml(document, dropsResidue: true), as: UTF8.self)
        #expect(header.contains("Left out on request, as residue of the page: 4 characters of the source lines 2"))
    }
}
