import Foundation
import Quandian
import TestSupport
import Testing

/// What the samples become, kept as files. `make record` writes them anew.
@Suite("Golden")
struct GoldenTests {
    private static let samples = Place.files(in: Place.package + "/Samples", ending: ".txt")

    @Test("A sample becomes the result that is kept for it", arguments: samples)
    func sample(path: String) throws {
        let name = URL(fileURLWithPath: path).lastPathComponent
        let result = try Converter().convert(try Place.bytes(path), named: name).xml
        let kept = Place.package + "/Samples/expected/" + name.replacing(".txt", with: ".xml")
        if ProcessInfo.processInfo.environment["QUANDIAN_RECORD"] != nil {
            try FileManager.default.createDirectory(
                atPath: Place.package + "/Samples/expected", withIntermediateDirectories: true)
            try Data(result).write(to: URL(fileURLWithPath: kept))
            Issue.record("recorded \(kept): look at the difference, then run the tests without QUANDIAN_RECORD")
            return
        }
        let wanted = try? Place.bytes(kept)
        #expect(wanted == result, "\(name): \(difference(wanted ?? [], result)); make record writes it anew")
    }

    @Test func thereAreSamples() { #expect(Self.samples.count >= 9) }

    private func difference(_ wanted: [UInt8], _ result: [UInt8]) -> String {
        let before = String(decoding: wanted, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        let after = String(decoding: result, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        for (index, pair) in zip(before, after).enumerated() where pair.0 != pair.1 {
            return "line \(index + 1) was \(pair.0) and is \(pair.1)"
        }
        return "the lengths differ"
    }
}
