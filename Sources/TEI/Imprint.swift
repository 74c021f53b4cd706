import QuandianText

/// What the header of a result says of its making, as the very bytes that stand there.
///
/// Two results with one imprint were made from the same bytes under the same file name, by the same version of the
/// program with the same settings; and since the same input gives the same bytes, the results are the same.
public struct Imprint: Sendable {
    private let parts: [[UInt8]]

    /// The imprint that a result of this source bears; what the description says of the encoding plays no part.
    public init(_ source: SourceDescription) {
        parts = [Self.fileName, Self.digest, Self.application].map { write in
            var out = XMLOutput(reserving: 512)
            write(source, &out)
            return out.bytes
        }
    }

    /// Whether the beginning of a result, which must reach to ``reachesEndOfHeader(_:)``, bears this imprint. One pass for each
    /// of three short strings: no parsing, since a `<` in the header is markup wherever it stands.
    public func stands(in head: [UInt8]) -> Bool { parts.allSatisfy { Self.contains(head, $0) } }

    /// Where the header of a result ends; nothing that ``stands(in:)`` looks for stands behind it.
    public static func reachesEndOfHeader(_ head: [UInt8]) -> Bool { contains(head, Array("</teiHeader>".utf8)) }

    /// How every whole result ends.
    public static let ending = Array("</text>\n</TEI>\n".utf8)

    static func fileName(_ source: SourceDescription, to out: inout XMLOutput) {
        out.element("idno", [Attribute("type", "filename")], text: source.fileName)
    }

    static func digest(_ source: SourceDescription, to out: inout XMLOutput) {
        out.element("idno", [Attribute("type", "sha256")], text: source.digest)
    }

    static func application(_ source: SourceDescription, to out: inout XMLOutput) {
        out.open("application", [Attribute("ident", "quandian"), Attribute("version", source.version)])
        out.element("label", text: "Quandian 圈点")
        for setting in source.settings { out.element("desc", text: "\(setting.name): \(setting.value)") }
        out.close("application")
    }

    private static func contains(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
        guard let first = part.first, bytes.count >= part.count else { return false }
        for start in 0...(bytes.count - part.count)
        where bytes[start] == first && bytes[start..<(start + part.count)].elementsEqual(part) {
            return true
        }
        return false
    }
}
