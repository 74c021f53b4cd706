import Foundation
import QuandianValidation
import Testing

@Suite struct SchemaFileTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "quandian-\(UUID().uuidString)")

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private func schema(_ name: String, _ content: String) throws -> String {
        let file = folder.appending(path: name)
        try Data(content.utf8).write(to: file)
        return file.path
    }

    private func refusal(_ path: String) -> SchemaError? {
        do throws(SchemaError) {
            _ = try Schema(contentsOf: path)
            return nil
        } catch {
            return error
        }
    }

    private static let rng = "xmlns=\"http://relaxng.org/ns/structure/1.0\""

    @Test func readsRelaxNG() throws {
        let path = try schema("a.rng", "<element name=\"a\" \(Self.rng)><text/></element>")
        let schema = try Schema(contentsOf: path)
        #expect(Validator().validate(Array("<a>x</a>".utf8), against: schema) == [])
        #expect(Validator().validate(Array("<b/>".utf8), against: schema).map(\.code) == [.element])
    }

    @Test func readsAnIncludedFile() throws {
        _ = try schema(
            "part.rng",
            "<grammar \(Self.rng)><define name=\"a\"><element name=\"a\"><empty/></element></define></grammar>")
        let path = try schema(
            "whole.rng", "<grammar \(Self.rng)><include href=\"part.rng\"/><start><ref name=\"a\"/></start></grammar>")
        #expect(Validator().validate(Array("<a/>".utf8), against: try Schema(contentsOf: path)) == [])
    }

    @Test func readsXMLSchema() throws {
        let path = try schema(
            "a.xsd",
            """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a" type="xs:date"/></xs:schema>
            """)
        let schema = try Schema(contentsOf: path)
        #expect(Validator().validate(Array("<a>2020-02-29</a>".utf8), against: schema) == [])
        let found = Validator().validate(Array("\n<a>2020-02-30</a>".utf8), against: schema)
        #expect(found.first?.line == 2 && found.first?.element == "a", "\(found)")
    }

    @Test(arguments: [
        ("a.rng", "<externalRef href=\"http://127.0.0.1:9/b.rng\" \(rng)/>"),
        ("b.rng", "<grammar \(rng)><include href=\"https://127.0.0.1:9/b.rng\"/><start><empty/></start></grammar>"),
        ("c.rng", "<grammar \(rng)><include href=\"ftp://127.0.0.1:9/b.rng\"/><start><empty/></start></grammar>"),
        (
            "d.xsd",
            """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:include schemaLocation="http://127.0.0.1:9/b.xsd"/>\
            <xs:element name="a"/></xs:schema>
            """
        ),
        (
            "e.xsd",
            """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:import namespace="urn:b" \
            schemaLocation="http://127.0.0.1:9/b.xsd"/><xs:element name="a"/></xs:schema>
            """
        ),
    ])
    func refusesTheNetwork(_ name: String, _ content: String) throws {
        let refusal = refusal(try schema(name, content))
        #expect(
            refusal?.code == .network && refusal?.description.contains("127.0.0.1") == true,
            "\(String(describing: refusal))")
    }

    @Test func refusesAnAddressAsSchema() {
        #expect(refusal("http://127.0.0.1:9/a.rng")?.code == .network)
    }

    @Test(arguments: [
        ("a.rng", "<grammar \(rng)><start><ref name=\"nowhere\"/></start></grammar>"), ("b.rng", "not xml"),
        ("c.rng", ""),
        ("d.xsd", "<a/>"), ("e.xsd", ""),
    ])
    func refusesWhatIsNoSchema(_ name: String, _ content: String) throws {
        let refusal = refusal(try schema(name, content))
        #expect(refusal?.code == .invalid && refusal?.details.isEmpty == false, "\(String(describing: refusal))")
    }

    @Test func refusesAMissingFileAndAnUnknownKind() {
        #expect(refusal("/nowhere/a.rng")?.code == .unreadable)
        #expect(refusal("/nowhere/a.xsd")?.code == .unreadable)
        #expect(refusal("/nowhere/a.txt")?.code == .unknownKind)
    }
}
