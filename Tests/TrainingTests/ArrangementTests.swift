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
}
