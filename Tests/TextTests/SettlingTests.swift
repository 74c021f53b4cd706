import QuandianText
import TestSupport
import Testing

@Suite("Settling overlaps")
struct SettlingTests {
    static func mark(_ range: Range<Int>, _ kind: MarkKind, _ certainty: Double = 1) -> Mark {
        Mark(range, kind, provenance: Provenance(filter: "test", rule: "test", certainty: certainty))
    }

    /// Settles marks over one paragraph of `length` bytes of ASCII; each batch is one filter's.
    static func settle(_ batches: [[Mark]], blocks: [Block]? = nil, length: Int = 100) -> [Mark] {
        let text = Text(String(repeating: "a", count: length))
        var document = Document(text)
        var first = Annotations()
        first.blocks = blocks ?? [Block(0..<length, .paragraph, provenance: Provenance(filter: "test", rule: "test"))]
        document.add(first)
        for batch in batches {
            var annotations = Annotations()
            annotations.marks = batch
            document.add(annotations)
        }
        return document.marks
    }

    static let cases: [(String, [(Range<Int>, MarkKind, Double)], [Range<Int>])] = [
        ("marks apart both stay", [(0..<3, .person, 0.5), (3..<6, .role, 0.9)], [0..<3, 3..<6]),
        ("the surer one stays", [(0..<4, .person, 0.5), (2..<6, .place, 0.9)], [2..<6]),
        ("of equals the longer stays", [(0..<3, .person, 0.9), (2..<6, .place, 0.9)], [2..<6]),
        ("of equals as long the earlier stays", [(2..<5, .person, 0.9), (0..<3, .place, 0.9)], [0..<3]),
        ("a person does not nest in a body", [(0..<6, .organisation, 0.9), (0..<2, .person, 0.8)], [0..<6]),
        ("a place nests in a body", [(0..<6, .organisation, 0.9), (0..<2, .place, 0.8)], [0..<6, 0..<2]),
        (
            "a place nests in a body that is less sure", [(0..<6, .organisation, 0.5), (2..<6, .place, 1)],
            [0..<6, 2..<6]
        ),
        (
            "several places nest in a body",
            [(0..<9, .organisation, 0.8), (0..<3, .place, 0.7), (3..<6, .place, 0.7)], [0..<9, 0..<3, 3..<6]
        ),
        ("a place as long as the body is the weaker", [(0..<6, .organisation, 0.9), (0..<6, .place, 0.8)], [0..<6]),
        ("a body does not nest in a place", [(0..<6, .organisation, 0.9), (0..<8, .place, 0.8)], [0..<6]),
        ("a body does not nest in a body", [(0..<6, .organisation, 0.9), (0..<2, .organisation, 0.8)], [0..<6]),
        ("a place across a body's end is the weaker", [(0..<6, .organisation, 0.9), (4..<8, .place, 0.8)], [0..<6]),
        (
            "of places that overlap in a body the surer stays",
            [(0..<9, .organisation, 0.9), (0..<4, .place, 0.6), (2..<6, .place, 0.8)], [0..<9, 2..<6]
        ),
        (
            "a place outlives the body that it was in",
            [(0..<6, .organisation, 0.5), (0..<2, .place, 0.4), (4..<8, .person, 0.9)], [0..<2, 4..<8]
        ),
        (
            "a quotation inside a body that holds a place goes",
            [(0..<9, .organisation, 0.5), (0..<2, .place, 0.5), (3..<6, .quotation, 1)], [0..<9, 0..<2]
        ),
        (
            "of a chain the ends may stay", [(0..<3, .person, 0.8), (2..<5, .role, 0.7), (4..<7, .place, 0.6)],
            [0..<3, 4..<7]
        ),
        ("a name nests in a sentence", [(0..<9, .sentence, 1), (2..<4, .person, 0.4)], [0..<9, 2..<4]),
        ("a sentence never displaces a name", [(0..<5, .sentence, 1), (4..<7, .person, 0.1)], [4..<7]),
        ("a sentence that begins in a name goes", [(5..<9, .sentence, 1), (4..<7, .person, 0.1)], [4..<7]),
        ("a quotation inside a name goes", [(0..<9, .organisation, 0.5), (2..<5, .quotation, 1)], [0..<9]),
        (
            "a title nests in a quotation in a sentence",
            [
                (2..<5, .title, 1), (0..<9, .sentence, 1), (1..<6, .quotation, 1), (3..<4, .person, 1),
            ], [0..<9, 1..<6, 2..<5, 3..<4]
        ),
        ("a quotation nests in a title", [(0..<9, .title, 1), (2..<5, .quotation, 1)], [0..<9, 2..<5]),
        ("a sentence does not nest in a quotation", [(0..<9, .quotation, 1), (2..<5, .sentence, 1)], [0..<9]),
        ("of crossing frames the surer stays", [(0..<5, .quotation, 0.5), (3..<9, .title, 0.9)], [3..<9]),
        ("of crossing frames as sure the longer stays", [(0..<5, .quotation, 1), (3..<9, .title, 1)], [3..<9]),
        ("a mark as long as its sentence nests in it", [(0..<4, .person, 1), (0..<4, .sentence, 1)], [0..<4, 0..<4]),
        ("an empty mark goes", [(3..<3, .person, 1)], []),
        (
            "the same mark twice is one",
            [(0..<4, .sentence, 1), (0..<4, .sentence, 1), (1..<2, .person, 1), (1..<2, .person, 1)],
            [0..<4, 1..<2]
        ),
    ]

    @Test(arguments: cases)
    func `the rule`(_ name: String, _ marks: [(Range<Int>, MarkKind, Double)], _ ranges: [Range<Int>]) {
        let input = marks.map { Self.mark($0.0, $0.1, $0.2) }
        #expect(Self.settle([input]).map(\.range) == ranges, "\(name)")
        // The order in which a filter names its marks does not matter where the rule decides.
        #expect(Self.settle([input.reversed()]).map(\.range) == ranges, "\(name), reversed")
    }

    @Test func `a later filter's surer mark takes the place of an earlier one`() {
        let marks = Self.settle([[Self.mark(0..<4, .person, 0.5)], [Self.mark(2..<6, .place, 0.9)]])
        #expect(marks.map(\.range) == [2..<6])
    }

    @Test func `of marks alike in all the one that came first stays`() {
        let marks = Self.settle([[Self.mark(0..<4, .person)], [Self.mark(0..<4, .place)]])
        #expect(marks.map(\.kind) == [.person])
    }

    @Test func `a mark across a block's or a part's edge is dropped`() {
        let provenance = Provenance(filter: "test", rule: "test")
        let blocks = [
            Block(0..<10, .paragraph, provenance: provenance),
            Block(
                11..<30, .row, parts: [BlockPart(11..<15, .cell), BlockPart(16..<20, .cell)], provenance: provenance),
        ]
        let ranges = [8..<12, 9..<10, 10..<11, 11..<15, 13..<17, 11..<20, 15..<16, 16..<18, 20..<30, 25..<31, 40..<50]
        let kept = Self.settle([ranges.map { Self.mark($0, .person) }], blocks: blocks, length: 60)
        #expect(kept.map(\.range) == [9..<10, 11..<15, 15..<16, 16..<18, 20..<30])
        // A frame may hold whole parts.
        let frames = Self.settle([[Self.mark(11..<30, .sentence), Self.mark(12..<17, .quotation)]], blocks: blocks)
        #expect(frames.map(\.range).contains(12..<17) == false)
    }

    @Test func `a mark that cuts a character is dropped`() {
        let text = Text("中文中文")
        var document = Document(text)
        var annotations = Annotations()
        annotations.blocks = [Block(0..<12, .paragraph, provenance: Provenance(filter: "t", rule: "t"))]
        annotations.marks = [Self.mark(1..<6, .person), Self.mark(6..<8, .place), Self.mark(3..<6, .role)]
        document.add(annotations)
        #expect(document.marks.map(\.range) == [3..<6])
    }

    @Test func `without blocks no mark stays`() {
        var document = Document(Text("abc"))
        var annotations = Annotations()
        annotations.marks = [Self.mark(0..<1, .person)]
        document.add(annotations)
        #expect(document.marks.isEmpty)
    }

    @Test func `settled marks nest, stay in their block and settle to themselves`() {
        var state: UInt64 = 9
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let kinds: [MarkKind] = [.sentence, .title, .quotation, .person, .role, .organisation, .place]
        let provenance = Provenance(filter: "test", rule: "test")
        let blocks = [
            Block(0..<30, .paragraph, parts: [BlockPart(5..<9, .heading)], provenance: provenance),
            Block(31..<60, .paragraph, provenance: provenance),
        ]
        for _ in 0..<400 {
            let batches = (0..<1 + random(3)).map { _ in
                (0..<random(25)).map { _ -> Mark in
                    let start = random(60)
                    return Self.mark(start..<start + random(12), kinds[random(7)], Double(random(4)) / 4)
                }
            }
            let settled = Self.settle(batches, blocks: blocks, length: 60)
            for (index, mark) in settled.enumerated() {
                #expect(
                    blocks.contains {
                        $0.range.contains(mark.range.lowerBound) && mark.range.upperBound <= $0.range.upperBound
                    })
                for later in settled[(index + 1)...] {
                    let apart = mark.range.upperBound <= later.range.lowerBound
                    let nested =
                        mark.range.lowerBound <= later.range.lowerBound
                        && later.range.upperBound <= mark.range.upperBound
                    #expect(apart || nested)
                    let isFrame = [.sentence, .title, .quotation].contains(mark.kind)
                    let isPart = mark.kind == .organisation && later.kind == .place && mark.range != later.range
                    if nested, !apart { #expect(isFrame || isPart) }
                    if nested, !apart { #expect(later.kind != .sentence) }
                }
            }
            #expect(Self.settle([settled], blocks: blocks, length: 60) == settled)
        }
    }

    @Test func `many marks settle in a moment, apart or in one long chain`() {
        let count = 20_000
        let apart = (0..<count).map { Self.mark($0 * 4..<$0 * 4 + 3, .person, 0.5) }
        // Each overlaps the next, and the surest come last.
        let chain = (0..<count).map { Self.mark($0 * 4..<$0 * 4 + 6, .place, 0.5 + Double($0) / Double(count) / 2) }
        let sentences = (0..<count / 10).map { Self.mark($0 * 40..<$0 * 40 + 40, .sentence) }
        let clock = ContinuousClock()
        var settled: [Mark] = []
        let taken = clock.measure {
            settled = Self.settle([apart, sentences], length: count * 4 + 8)
            settled += Self.settle([chain], length: count * 4 + 8)
        }
        #expect(settled.count == count + count / 10 + count / 2)
        #expect(taken < .seconds(20))
    }
}
