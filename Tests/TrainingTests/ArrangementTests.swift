import QuandianFilters
import TestSupport
import Testing

@testable import QuandianTrain

@Suite("Rows in the order of their use")
struct ArrangementTests {
    @Test func arrangedWeightsFindTheSame() throws {
        let bytes = try Place.bytes(Place.package + "/Sources/CModels/tagger.weights")
        let texts = ["昨天，县长王建国在北京市人民政府会见了记者李明。", "会议由主任约翰·史密斯主持。"].map { $0.unicodeScalars.map(\.value) }
        let arranged = try Arrangement.arranged(bytes, by: [texts[0]])
        #expect(arranged != bytes)
        let taggers = try (NameTagger(weights: bytes), NameTagger(weights: arranged))
        for text in texts {
            let found = taggers.0.tag(text)
            #expect(!found.isEmpty)
            #expect(taggers.1.tag(text) == found)
        }
    }

    @Test("Nine of ten patterns of a text are found in the two slots that a search looks at first")
    func patternsAreAtHome() throws {
        let weights = try TaggerWeights(bytes: Place.bytes(Place.package + "/Sources/CModels/tagger.weights"))
        let text = "昨天，县长王建国在北京市人民政府会见了记者李明。".unicodeScalars.map(\.value)
        var view = SentenceView()
        view.load(text.map { weights.character($0) }, 0, text.count, weights)
        var patterns = Patterns(table: weights.table)
        TaggerPatterns.find(in: view, weights.lexicon, &patterns)
        #expect(patterns.found > 50)
        #expect(patterns.near * 10 > patterns.found * 9, "\(patterns.near) of \(patterns.found)")
    }

    private struct Patterns: PatternSink {
        let table: PatternTable
        var found = 0
        var near = 0

        mutating func add(_ key: UInt64, first: Int, width: Int) {
            guard let position = table.position(key) else { return }
            found += 1
            if (position - table.home(key)) & (table.count - 1) < 2 { near += 1 }
        }
    }
}
