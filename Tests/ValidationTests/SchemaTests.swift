import Foundation
import QuandianValidation
import Testing

@Suite struct SchemaTests {
    @Test(arguments: Samples.valid)
    func acceptsEveryValidSample(_ name: String) throws {
        #expect(Validator().validate(Array(try Samples.read(name).utf8)) == [])
    }

    @Test(arguments: Samples.invalid)
    func refusesEveryInvalidSample(_ name: String) throws {
        let found = Validator().validate(Array(try Samples.read(name).utf8))
        #expect(!found.isEmpty && found.allSatisfy { $0.line != nil && !$0.message.isEmpty }, "\(found)")
    }

    @Test func isTheFileUnderSchemas() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        #expect(try Data(contentsOf: root.appending(path: "Schemas/quandian.rng")) == Data(Schema.source))
    }

    /// One change to the notice that makes it wrong, and what is said of it.
    struct Change: Sendable, CustomTestStringConvertible {
        let from: String
        let to: String
        let code: Diagnostic.Code
        let element: String

        init(_ from: String, _ to: String, _ code: Diagnostic.Code, _ element: String) {
            self.from = from
            self.to = to
            self.code = code
            self.element = element
        }

        var testDescription: String { "\(from) → \(to)" }
    }

    static let changes: [Change] = [
        // Elements.
        Change("<p source=\"line:14\">", "<para/><p source=\"line:14\">", .element, "para"),
        Change("<s>乙。</s>", "<s><s>乙。</s></s>", .element, "s"),
        Change("<s>乙。</s>", "<b>乙。</b>", .element, "b"),
        Change("<cell>永安桥</cell>", "<p>永安桥</p>", .element, "p"),
        Change(
            "<label type=\"enumerator\">一、</label>总体要求", "<label type=\"enumerator\"><q>一、</q></label>总体要求", .content,
            "label"),
        Change("<closer>", "<p>后</p><closer>", .element, "p"),
        Change(
            "<publicationStmt><p>Made from the source that sourceDesc describes.</p></publicationStmt>", "", .element,
            "sourceDesc"),
        Change("<listOrg>", "<listOrg/><listOrg>", .element, "listOrg"),
        Change("<salute source", "多<salute source", .content, "opener"),
        Change("</salute></opener>", "</salute></opener>散", .content, "body"),
        Change("xmlns=\"http://www.tei-c.org/ns/1.0\"", "xmlns=\"http://example.org/\"", .element, "TEI"),
        // Attributes.
        Change("type=\"lead\"", "type=\"leed\"", .attribute, "div"),
        Change("type=\"lead\"", "", .attribute, "div"),
        Change("subtype=\"share\"", "subtype=\"shared\"", .attribute, "fw"),
        Change("cert=\"high\">沈桥生", "cert=\"sure\">沈桥生", .attribute, "persName"),
        Change("cert=\"high\">沈桥生", "certainty=\"high\">沈桥生", .attribute, "persName"),
        Change("<persName ref=\"#p2\">", "<persName>", .attribute, "persName"),
        Change("<persName ref=\"#p2\">", "<persName ref=\"p2\">", .malformedPointer, "persName"),
        Change("source=\"line:11\"", "source=\"line:0\"", .malformedPointer, "p"),
        Change("source=\"line:11\"", "source=\"line:11-9\"", .malformedPointer, "p"),
        Change("source=\"line:11\"", "source=\"\"", .attribute, "p"),
        Change("<persName ref=\"#p2\">", "<persName ref=\"\">", .attribute, "persName"),
        Change("source=\"line:11\"", "source=\"11\"", .malformedPointer, "p"),
        Change("quantity=\"3.5\"", "quantity=\"3,5\"", .attribute, "measure"),
        Change("unit=\"万元\"", "unit=\"\"", .attribute, "measure"),
        Change("xml:id=\"p2\"", "xml:id=\"2p\"", .attribute, "person"),
        Change("xml:id=\"p2\"", "", .attribute, "person"),
        // Empty names.
        Change(">顾小满</persName>摄", "></persName>摄", .emptyName, "persName"),
        Change(">顾小满</persName>摄", "> </persName>摄", .emptyName, "persName"),
        Change("<q>“<date when=\"--02-15\">2月15日</date>动工。”</q>", "<q/>", .emptyName, "q"),
        Change("<s>乙。</s>", "<s> </s>", .emptyName, "s"),
        Change(">2月15日</date>", "></date>", .emptyName, "date"),
        Change("ref=\"#o1\">县文物局", "ref=\"#o1\"> ", .emptyName, "orgName"),
        Change("ref=\"#o1\">县文物局", "ref=\"#o1\"><name type=\"place\" ref=\"#o1\"> </name>文物局", .emptyName, "name"),
        // Names in names.
        Change("ref=\"#o1\">县文物局", "ref=\"#o1\"><persName ref=\"#p1\">县</persName>", .element, "persName"),
        Change("ref=\"#o1\">县文物局", "ref=\"#o1\"><orgName ref=\"#o1\">县</orgName>", .element, "orgName"),
        Change("ref=\"#o1\">县文物局", "ref=\"#o1\"><name type=\"place\">县</name>文物局", .attribute, "name"),
        Change("ref=\"#o1\">县文物局", "ref=\"#o1\"><name type=\"person\" ref=\"#p1\">县</name>", .attribute, "name"),
        Change(
            "ref=\"#o1\">县文物局", "ref=\"#o1\"><placeName ref=\"#o1\"><q>县</q></placeName>", .content, "placeName"),
        // Pointers.
        Change("<persName ref=\"#p2\">", "<persName ref=\"#p9\">", .danglingPointer, "persName"),
        Change("resp=\"#structure\"", "resp=\"#nobody\"", .danglingPointer, "div"),
        Change("calendar=\"#lunar\">正月", "calendar=\"#solar\">正月", .danglingPointer, "date"),
        Change("xml:id=\"edtf\"", "xml:id=\"other\"", .danglingPointer, "date"),
        Change("xml:id=\"p2\"", "xml:id=\"p1\"", .repeatedIdentifier, "person"),
        Change("ident=\"line\"", "ident=\"lines\"", .undeclaredPrefix, "fw"),
        // Order.
        Change("source=\"line:11\"", "source=\"line:9\"", .sourceOrder, "p"),
    ]

    @Test(arguments: changes)
    func refusesOneWrongThing(_ change: Change) throws {
        let right = try Samples.read("valid/notice.xml")
        let range = try #require(right.range(of: change.from), "the sample has no \(change.from)")
        let wrong = right.replacingCharacters(in: range, with: change.to)
        let found = Validator().validate(Array(wrong.utf8))
        #expect(
            found.contains { $0.code == change.code && $0.element == change.element },
            "\(found.map { "\($0.code) \($0.element ?? "-") \($0.line ?? 0): \($0.message)" })")
    }

    static let goodDates = [
        "when=\"2020-02-29\"", "when=\"2020-02\"", "when=\"2020\"", "when=\"--02-29\"", "when=\"--02\"",
        "when=\"---15\"",
        "when=\"2020-02-16T10:00:00\"", "when=\"10:00:00\"", "from=\"2020-02-15\" to=\"2020-02-18\"",
        "from=\"2020-02-15\"",
        "to=\"2020-02-15\"", "from=\"1990\" to=\"1999\"", "from=\"10:00:00\" to=\"11:30:00\"", "when-iso=\"2020-W08\"",
        "when-iso=\"2020-W08-3\"", "from-iso=\"2020-W08\" to-iso=\"2020-W09\"", "dur=\"P3D\"", "dur=\"PT2H30M\"",
        "dur=\"P1Y6M\"",
        "dur-iso=\"P2.5M\"", "dur-iso=\"P2W\"", "when-custom=\"2020-SP\" datingMethod=\"#edtf\"",
        "when-custom=\"R/XXXX-WXX-3\" datingMethod=\"#edtf\"",
        "when-custom=\"--02-15T18:00/--02-16T10:00\" datingMethod=\"#edtf\"", "type=\"unresolved\"",
        "type=\"impossible\"",
        "type=\"unresolved\" calendar=\"#lunar\"",
        "when=\"2020-01-25\" calendar=\"#lunar\" cert=\"low\" evidence=\"context\"",
    ]

    @Test(arguments: goodDates)
    func acceptsADate(_ attributes: String) {
        #expect(Validator().validate(Samples.document("<p><date \(attributes)>日</date></p>")) == [])
    }

    static let badDates = [
        "", "when=\"2020-02-30\"", "when=\"2020-13\"", "when=\"2019-02-29\"", "when=\"20-02-15\"", "when=\"--02-30\"",
        "when=\"2020-2-5\"", "when=\"2020/02/15\"", "when=\"T10:00\"", "when=\"10:00\"", "when=\"25:00:00\"",
        "when=\"24:00:00\"", "when=\"2020-02-16T24:00:00\"", "when=\"10:00:00+08:00\"", "when=\"\"",
        "when=\"2020\" from=\"2020\"", "when=\"2020\" when-iso=\"2020-W08\"", "when=\"2020\" type=\"unresolved\"",
        "when-iso=\"2020-W54\"", "when-iso=\"2020-W00\"", "when-iso=\"2020W08\"", "dur=\"3D\"", "dur=\"P2.5M\"",
        "dur=\"P\"",
        "dur-iso=\"P\"", "dur-iso=\"2W\"", "dur-iso=\"P2WT\"", "when-custom=\"2020-SP\"", "datingMethod=\"#edtf\"",
        "when-custom=\"2020 SP\" datingMethod=\"#edtf\"", "when-custom=\"2020-SP\" datingMethod=\"#other\"",
        "type=\"vague\"", "notBefore=\"2020\"", "calendar=\"#lunar\"", "from=\"2020-02-31\"", "to=\"2020-00\"",
        "evidence=\"guess\" when=\"2020\"",
    ]

    @Test(arguments: badDates)
    func refusesADate(_ attributes: String) {
        let found = Validator().validate(Samples.document("<p source=\"line:7\"><date \(attributes)>日</date></p>"))
        #expect(found.contains { $0.code == .attribute && $0.element == "date" && $0.sourceLine == 7 }, "\(found)")
    }

    static let goodBodies = [
        "<p/>", "<div type=\"lead\"/>", "<head>题</head><p>文</p><closer><signed>局</signed></closer>",
        "<fw type=\"residue\">分享</fw><div type=\"section\"><head>一</head></div><fw type=\"residue\">完</fw>",
        "<p>一</p><figure><figDesc>图</figDesc></figure><p>二</p><div type=\"section\"><p>三</p></div>",
        "<div type=\"section\"><byline>记者</byline><p>文</p><note type=\"cc\">抄送</note><closer/></div>",
    ]

    @Test(arguments: goodBodies)
    func acceptsABody(_ body: String) {
        #expect(Validator().validate(Samples.document(body)) == [])
    }

    @Test(arguments: [
        "<orgName ref=\"#p1\"><name type=\"place\" ref=\"#p1\" cert=\"medium\" evidence=\"context\">清河县</name>文物局</orgName>",
        "<orgName ref=\"#p1\">中共<placeName ref=\"#p1\">清河县</placeName>委</orgName>",
    ])
    func acceptsAPlaceInABodysName(_ name: String) {
        let found = Validator().validate(Samples.document("<p>\(name)</p>"))
        #expect(found.allSatisfy { $0.code == .danglingPointer }, "\(found)")
    }

    static let badBodies = [
        "", "<head>题</head>", "文", "<div type=\"section\"/><p>后</p>", "<closer/>", "<p>文</p><head>题</head>",
        "<p>文</p><closer/><p>文</p>", "<div type=\"section\"><closer/></div>", "<p><p/></p>", "<list/>", "<table/>",
        "<table><row/></table>", "<figure/>", "<lg/>", "<sp n=\"question\"/>", "<sp><p>问</p></sp>",
    ]

    @Test(arguments: badBodies)
    func refusesABody(_ body: String) {
        #expect(!Validator().validate(Samples.document(body)).isEmpty)
    }
}
