import Quandian
import QuandianTEI
import TestSupport
import Testing

@Suite("Whatever the filters say, the result is valid and lossless")
struct PromiseOfTheWriterTests {
    private static let kinds: [BlockKind] = [
        .title, .subtitle, .byline, .documentNumber, .salute, .heading(level: 1), .heading(level: 2),
        .heading(level: 3),
        .runInHeading(level: 1), .runInHeading(level: 2), .paragraph, .paragraph, .item, .alternativeText, .caption,
        .row, .attachment, .signature, .date, .note, .question, .answer, .verse, .residue(.share),
        .residue(.pageNumber),
    ]
    private static let pieces = [
        "天津", "李明", "二〇二〇", "a", " ", "　", "<", "&", "\"", "]]>", "\u{0}", "\u{1}", "\u{C}", "\r", "\u{85}",
        "\u{2028}", "\u{FFFE}", "\u{FFFF}", "\u{FEFF}", "\u{1F600}", "\u{A0}", "。", "“", "》", "\t",
    ]

    @Test("Random blocks, parts and marks over random text", arguments: 0..<300)
    func randomDocuments(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let lines = (0..<Int.random(in: 0...14, using: &generator)).map { _ in
            (0..<Int.random(in: 0...6, using: &generator)).map { _ in
                Self.pieces.randomElement(using: &generator) ?? ""
            }.joined()
        }
        let text = Text(lines.joined(separator: ["\n", "\r\n", "\n\n"].randomElement(using: &generator) ?? "\n"))
        var annotations = Annotations()
        for line in text.lines where !line.content.isEmpty {
            let offsets = text.scalars(in: line.content).offsets
            // A block may begin with white space, but what lies outside of blocks is white space only.
            guard text[line.content].unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else { continue }
            let kind = Self.kinds.randomElement(using: &generator) ?? .paragraph
            annotations.blocks.append(
                Block(
                    line.content, kind, parts: parts(of: kind, offsets, &generator),
                    provenance: Provenance(
                        filter: "structure", rule: "test", certainty: .random(in: 0...1, using: &generator))))
            for _ in 0..<Int.random(in: 0...4, using: &generator) {
                let ends = [
                    offsets.randomElement(using: &generator) ?? 0, offsets.randomElement(using: &generator) ?? 0,
                ].sorted()
                let kinds: [MarkKind] = [
                    .sentence, .title, .quotation, .person, .role, .organisation, .place,
                    .date(DateMeaning(.unresolved)), .measure(quantity: "3", unit: "次"),
                    .date(DateMeaning(.duration(TimeSpan(days: "3")), calendar: .lunar)),
                ]
                annotations.marks.append(
                    Mark(
                        ends[0]..<ends[1], kinds.randomElement(using: &generator) ?? .sentence,
                        provenance: Provenance(
                            filter: "names", rule: "test", certainty: .random(in: 0...1, using: &generator))))
            }
        }
        var document = Document(text)
        document.add(annotations)
        let result = xml(document)
        #expect(textContent(ofTEI: result) == String(decoding: text.bytes, as: UTF8.self))
        let diagnostics = Validator(.ownResults).validate(result)
        #expect(diagnostics.isEmpty, "\(diagnostics.first?.message ?? "")\n\(String(decoding: result, as: UTF8.self))")
    }

    /// Parts that fit the kind, at random edges.
    private func parts(of kind: BlockKind, _ offsets: [Int], _ generator: inout SeededGenerator) -> [BlockPart] {
        let role: BlockPart.Role? =
            switch kind {
            case .heading, .item: .enumerator
            case .runInHeading: .heading
            case .question, .answer: .speaker
            case .row: .cell
            case .caption: .credit
            default: nil
            }
        guard let role, offsets.count > 2 else { return [] }
        let cut = Int.random(in: 1..<offsets.count, using: &generator)
        let first = BlockPart(offsets[0]..<offsets[cut], role)
        return role == .credit ? [BlockPart(offsets[cut - 1]..<offsets[offsets.count - 1], role)] : [first]
    }
}
