@testable import QuandianFilters
import QuandianText
import TestSupport
import Testing

private func found(_ text: String) -> [(String, TaggedSpan)] {
    let scalars = text.unicodeScalars.map(\.value)
    return NameTagger.shared.tag(scalars).map { span in
        var name = String.UnicodeScalarView()
        for scalar in scalars[span.start..<span.end] { name.append(Unicode.Scalar(scalar) ?? " ") }
        return (String(name), span)
    }
}

@Suite struct NameTaggerTests {
    @Test(arguments: [
        ("昨日，市委书记郑国梁到城东小学调研。", "郑国梁"),
        ("記者陳美惠報導，今年將辦理三場活動。", "陳美惠"),
        ("俄罗斯总统普京会见了来访的客人。", "普京"),
        ("欧阳建军同志主持会议。", "欧阳建军"),
    ])
    func findsAPerson(_ text: String, _ name: String) {
        #expect(found(text).contains { $0.0 == name && $0.1.label == .person })
    }

    @Test func findsAPlaceAndAnOrganisation() {
        let names = found("新华社记者从云南省昆明市发回报道，清华大学的专家来到上海。")
        #expect(names.contains { $0.0 == "清华大学" && $0.1.label == .organisation })
        #expect(names.contains { $0.0 == "上海" && $0.1.label == .place })
    }

    @Test(arguments: ["省长王建国会见了李明。", "张伟\n刘洋", "", "\u{20000}\u{0}", String(repeating: "长", count: 900)])
    func eachCharacterHasTheOddsOfAnOpening(_ text: String) {
        let scalars = text.unicodeScalars.map(\.value)
        var work = NameTagger.shared.work()
        var spans: [TaggedSpan] = []
        NameTagger.shared.tag(scalars, with: &work, into: &spans)
        let openings = work.openings
        #expect(openings.count == scalars.count)
        #expect(spans == NameTagger.shared.tag(scalars))
        // Where a person is all but certain an opening is too, and nothing opens right behind.
        for span in spans where span.label == .person && span.probability > 0.95 {
            #expect(openings[span.start] > 0)
            #expect(openings[span.start + 1] < 0)
        }
    }

    @Test func simplifiedAndTraditionalAreOne() {
        let simple = NameTagger.shared.tag("台湾作家张丽华来到广东。".unicodeScalars.map(\.value))
        let traditional = NameTagger.shared.tag("台灣作家張麗華來到廣東。".unicodeScalars.map(\.value))
        #expect(simple == traditional)
    }

    @Test func spansStandInOrderAndCarryLikelihoods() {
        let text = String(repeating: "省长王建国会见了李明。\n张伟、刘洋出席，\n", count: 50)
        let names = found(text)
        #expect(!names.isEmpty)
        var last = 0
        for (name, span) in names {
            #expect(span.start >= last && span.start < span.end)
            #expect((0...1).contains(span.probability))
            #expect(!name.contains("\n") && !name.contains("。"))
            last = span.end
        }
    }

    @Test(arguments: [
        "", "\n", "。", "王", String(repeating: "王", count: 3000), String(repeating: "\n", count: 1000),
        "\u{20000}\u{10FFFF}\u{0}", String(repeating: "a", count: 1000),
    ])
    func acceptsAnything(_ text: String) {
        for (_, span) in found(text) { #expect(span.start < span.end && span.end <= text.unicodeScalars.count) }
    }

    @Test func namesAreFoundInALineWithoutAnyMark() {
        let long = String(repeating: "我们要把各项工作落到实处并且长期坚持下去", count: 60) + "，记者李建国摄"
        #expect(found(long).contains { $0.0 == "李建国" })
    }
}

@Suite struct PatternTableTests {
    /// The loop that the tagger searches with, beside the search of one key.
    @Test func manyPatternsAreFoundAsEachIs() {
        var random = SeededGenerator(seed: 11)
        let keys = (0..<360).map { _ in UInt64.random(in: 1...(1 << 60), using: &random) }
        // As full as a table gets, so that searches go on over many slots and over its end.
        let built = PatternTable.build(
            keys.prefix(180).enumerated().map { ($1, UInt8(1) << UInt8($0 % 8), UInt32($0 + 1)) })
        let counts = (0..<256).map { UInt8($0.nonzeroBitCount) }
        let rows = [SIMD8<Int16>](repeating: .zero, count: 8)
        unsafe built.slots.withUnsafeBufferPointer { slots in
            unsafe built.filter.withUnsafeBufferPointer { filter in
                let table = unsafe PatternTable(
                    slots: slots.baseAddress.unsafelyUnwrapped, filter: filter.baseAddress.unsafelyUnwrapped,
                    bits: built.bits)
                var waiting = keys.enumerated().map { PatternTable.mark(PatternTable.hash($1), place: $0) }
                let found = unsafe waiting.withUnsafeMutableBufferPointer { waiting in
                    unsafe rows.withUnsafeBufferPointer { rows in
                        unsafe counts.withUnsafeBufferPointer { counts in
                            unsafe table.find(
                                waiting.baseAddress.unsafelyUnwrapped, waiting.count,
                                rows.baseAddress.unsafelyUnwrapped, counts.baseAddress.unsafelyUnwrapped)
                        }
                    }
                }
                let wanted = keys.enumerated().compactMap { place, key in
                    let slot = table.slot(key)
                    return slot == 0 ? nil : slot & 0xFF_FFFF_FFFF | UInt64(place) << 40
                }
                #expect(wanted.count >= 180)
                #expect(Array(waiting.prefix(found)) == wanted)
            }
        }
    }
}

@Suite struct TaggerWeightsTests {
    @Test func refusesOtherBytes() {
        #expect(throws: TaggerWeightsError.notWeights) { try NameTagger(weights: Array("no weights at all".utf8)) }
        #expect(throws: TaggerWeightsError.notWeights) { try NameTagger(weights: Array(repeating: 0, count: 4096)) }
    }

    @Test func refusesTheWeightsOfAnotherVersionAndCutWeights() {
        var bytes: [UInt8] = [0x51, 0x44, 0x54, 0x47, 99, 0, 0, 0] + Array(repeating: 0, count: 56)
        #expect(throws: TaggerWeightsError.otherVersion(found: 99, expected: Int(TaggerWeights.version))) {
            try NameTagger(weights: bytes)
        }
        bytes[4] = UInt8(TaggerWeights.version)
        for at in [8, 12, 16, 20, 24] { bytes[at] = 4 }
        #expect(throws: TaggerWeightsError.self) { try NameTagger(weights: bytes) }
    }
}
