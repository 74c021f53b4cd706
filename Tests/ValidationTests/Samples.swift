import Foundation

/// The documents beside the tests.
enum Samples {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Documents")

    static let valid = names("valid")
    static let invalid = names("invalid")

    private static func names(_ kind: String) -> [String] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: kind).path)
        return (names ?? []).filter { $0.hasSuffix(".xml") }.sorted().map { "\(kind)/\($0)" }
    }

    static func read(_ name: String) throws -> String {
        try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }

    /// A document of ours around the inside of its `body`.
    static func document(_ body: String) -> [UInt8] {
        Array(
            """
            <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>题</title></titleStmt>\
            <publicationStmt><p/></publicationStmt><sourceDesc><bibl/></sourceDesc></fileDesc><encodingDesc>\
            <listPrefixDef><prefixDef ident="line" matchPattern="(.+)" replacementPattern="a.txt#line=$1"/>\
            </listPrefixDef></encodingDesc><profileDesc><calendarDesc><calendar xml:id="edtf"><p>EDTF</p></calendar>\
            <calendar xml:id="lunar"><p>农历</p></calendar></calendarDesc></profileDesc></teiHeader>
            <standOff><listPerson><person xml:id="p1"><persName>沈桥生</persName></person></listPerson></standOff>
            <text><body>
            \(body)
            </body></text></TEI>
            """.utf8)
    }
}
