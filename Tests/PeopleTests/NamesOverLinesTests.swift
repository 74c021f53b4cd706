import Quandian
import QuandianFilters
import QuandianText
import TestSupport
import Testing

/// The whole text as one block.
private struct OneBlock: Filter {
    let name = "block"
    let summary = "All lines a block"
    let requires: Set<Layer> = []
    let provides: Set<Layer> = [.blocks]
    let kind: BlockKind

    func annotate(_ document: Document) -> Annotations {
        var annotations = Annotations()
        annotations.blocks = [
            Block(0..<document.text.bytes.count, kind, provenance: Provenance(filter: name, rule: "test"))
        ]
        return annotations
    }
}

@Suite("Names over line ends")
struct NamesOverLinesTests {
    private func named(_ text: Text, _ kind: BlockKind = .paragraph, _ names: UserNames = UserNames()) throws
        -> Document
    {
        try Pipeline([OneBlock(kind: kind), NameFilter(userNames: names), EntityFilter(userNames: names)]).run(text)
    }

    private func found(_ kind: MarkKind, in document: Document) -> [Range<Int>] {
        document.marks.filter { $0.kind == kind }.map(\.range)
    }

    @Test(
        "A name that a line end splits in wrapped prose is one name",
        arguments: [
            "会议由副市长⟦欧阳建\n国⟧主持。", "会议由副市长⟦欧\n阳建国⟧主持。", "会议由副市长⟦欧阳建国⟧\n主持。", "会议由副市长\n⟦欧阳建国⟧主持。",
            "会议由副市长⟦欧阳建\r\n国⟧主持。", "会议由副市长⟦欧阳建\n　　国⟧主持。", "会议由副市长⟦欧阳建 \n国⟧主持。", "会议由副市长⟦欧阳建国⟧ \r\n　主持。",
            "会议结束了。\n⟦欧阳建国⟧同志讲话。", "⟦约翰·史密\n斯⟧在会上发言。", "馆长 ⟦John\nSmith⟧ 在会上发言。",
        ])
    func persons(_ text: String) throws {
        let text = Marked(text)
        #expect(try found(.person, in: named(text.text)) == text.ranges)
    }

    @Test(
        "So is a body's name, an office and a name of the user's list",
        arguments: [
            (MarkKind.organisation, "⟦县教\n育局⟧制定方案。"), (.role, "县教育局⟦副局\n长⟧王立新说。"), (.person, "夜里⟦清\n风⟧来了。"),
        ])
    func otherNames(_ kind: MarkKind, _ text: String) throws {
        let text = Marked(text)
        #expect(try found(kind, in: named(text.text, .paragraph, UserNames([.init("清风")]))) == text.ranges)
    }

    @Test(
        "Lines that are no wrapped prose stay apart",
        arguments: [BlockKind.title, .verse, .row, .signature, .caption, .note])
    func otherBlocks(_ kind: BlockKind) throws {
        let document = try named(Text("副市长欧阳建\n国主持会议"), kind)
        #expect(!document.marks.contains { document.text[$0.range].contains("\n") })
    }

    @Test func `A split name is the person who is named elsewhere, under one name`() throws {
        let document = try named(Text("副市长欧阳建国主持会议，欧阳建\n国在会上讲话，欧\n阳建国要求落实。"))
        let people = document.entities.filter { $0.kind == .person }
        #expect(people.map(\.names) == [["欧阳建国"]])
        #expect(people.first?.mentions.count == 4)
    }

    @Test func `The line end stays in the result`() throws {
        let source = """
            　　雨季来临之前，云江市对全市四十七座水库逐一检查，
            清理溢洪道，更换老旧的闸门，备足沙袋，市水利局副局长周
            文远带队到现场查看，要求各县当天整改，不得拖延，又同周
            边各县约定，上游放水之前两个小时，必须用电话通知下游，
            通知的时间和内容要有记录，由值班的人签字，以备查考，并
            在月底之前把全部记录送到市里，由专人核对，逐条答复，不
            得遗漏。周文远说，这些做法都是从过去的教训里得来的，大
            家要记牢。
            """
        let conversion = try Converter().convert(Array(source.utf8), named: "a.txt")
        #expect(conversion.document.blocks.count == 1)
        let xml = String(decoding: conversion.xml, as: UTF8.self)
        #expect(xml.contains(">周\n文远</persName>"))
        #expect(xml.contains("<persName>周文远</persName>"))
        #expect(textContent(ofTEI: conversion.xml) == source)
    }
}
