import Foundation
import QuandianFilters
import QuandianText

extension DateSuites {
    /// Megabytes a second of processor time on one core, the blocks given; the texts are read again until a second has
    /// been spent.
    static func speed(_ files: [String]) {
        let texts = files.compactMap {
            FileManager.default.contents(atPath: $0).map { Text(String(decoding: $0, as: UTF8.self)) }
        }
        let documents = texts.compactMap { text in (try? Pipeline([Given(blocks: blocks(text))]))?.run(text) }
        let filter = DateFilter()
        _ = documents.first.map { filter.annotate($0) }
        let start = clock()
        var marks = 0, rounds = 0, seconds = 0.0
        repeat {
            marks = documents.reduce(0) { $0 + filter.annotate($1).marks.count }
            rounds += 1
            seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
        } while seconds < 1 && !documents.isEmpty
        let bytes = texts.reduce(0) { $0 + $1.bytes.count }
        report(
            "speed", "MB/s", Double(bytes * rounds) / 1e6 / max(seconds, 1e-9),
            "\(bytes) bytes, \(marks) marks, \(rounds) times in \(seconds) s")
    }

    /// Seconds for one line of digits, 年 and 月 in random order, of 1.25 MB and of 10 MB, and how much more the longer
    /// takes for each byte.
    static func linear() {
        func seconds(_ size: Int) -> Double {
            let parts = ["0", "1", "2", "5", "9", "一", "二", "十", "年", "月"]
            var state: UInt64 = 7
            var line = ""
            line.reserveCapacity(size + 3)
            while line.utf8.count < size {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                line += parts[Int(state >> 33) % parts.count]
            }
            let text = Text(line)
            let block = Block(
                0..<text.bytes.count, .paragraph, provenance: Provenance(filter: "lines", rule: "line"))
            guard let document = (try? Pipeline([Given(blocks: [block])]))?.run(text) else { return 0 }
            let start = clock()
            _ = DateFilter().annotate(document)
            return Double(clock() - start) / Double(CLOCKS_PER_SEC)
        }
        _ = seconds(100_000)
        let (short, long) = (seconds(1_250_000), seconds(10_000_000))
        report("linear", "seconds for 10 MB", long, "1.25 MB in \(short) s")
        report("linear", "cost of a byte, 10 MB to 1.25 MB", long / max(short, 1e-9) / 8, "1 is linear")
    }
}
