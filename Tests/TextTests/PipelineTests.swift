import QuandianFilters
import QuandianText
import Testing

@Suite("The order of filters")
struct PipelineTests {
    struct Stub: Filter {
        var name: String
        var requires: Set<Layer> = []
        var provides: Set<Layer> = []
        var summary: String { name }

        func annotate(_ document: Document) -> Annotations {
            var annotations = Annotations()
            annotations.findings = [Finding("stub.\(name)", .note, "\(document.findings.count)")]
            return annotations
        }
    }

    static let structure = Stub(name: "structure", provides: [.blocks])
    static let people = Stub(name: "people", requires: [.blocks, .sentences], provides: [.people])
    static let sentences = Stub(name: "sentences", requires: [.blocks], provides: [.sentences])

    @Test func `filters run in order, each on what those before it found`() throws {
        let document = try Pipeline([Self.structure, Self.sentences, Self.people]).run(Text("一"))
        #expect(document.findings.map(\.code) == ["stub.structure", "stub.sentences", "stub.people"])
        #expect(document.findings.map(\.message) == ["0", "1", "2"])
    }

    @Test func `a filter before the one it needs is refused`() {
        #expect(throws: PipelineError.missingLayer(.sentences, neededBy: "people")) {
            try Pipeline([Self.structure, Self.people, Self.sentences])
        }
        #expect(throws: PipelineError.missingLayer(.blocks, neededBy: "sentences")) { try Pipeline([Self.sentences]) }
    }

    @Test func `a filter cannot need what it provides itself`() {
        #expect(throws: PipelineError.missingLayer(.dates, neededBy: "a")) {
            try Pipeline([Stub(name: "a", requires: [.dates], provides: [.dates])])
        }
    }

    @Test func `blocks come from one filter and names differ`() {
        #expect(throws: PipelineError.repeatedLayer(.blocks, providedAgainBy: "b")) {
            try Pipeline([Self.structure, Stub(name: "b", provides: [.blocks])])
        }
        #expect(throws: PipelineError.repeatedName("structure")) { try Pipeline([Self.structure, Self.structure]) }
    }

    @Test func `no filters are a pipeline that finds nothing`() throws {
        #expect(try Pipeline([]).run(Text("一")).findings.isEmpty)
    }
}
