import Foundation
import QuandianFilters
import QuandianText

extension DateSuites {
    /// Megabytes a second of processor time on one core, blocks given.
    static func speed(_ files: [String]) {
        let texts = files.compactMap {
            FileManager.default.contents(atPath: $0).map { Text(String(decoding: $0, as: UTF8.self)) }
        }
        let documents = texts.map { text in (try? Pipeline([Given(blocks: blocks(text))]))?.run(text) }
        let filter = DateFilter()
        _ = documents.first.map { $0.map { filter.annotate($0) } }
        let start = clock()
        var marks = 0
        for document in documents { marks += document.map { filter.annotate($0).marks.count } ?? 0 }
        let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
        let bytes = texts.reduce(0) { $0 + $1.bytes.count }
        report(
            "speed", "MB/s", Double(bytes) / 1e6 / max(seconds, 1e-9), "\(bytes) bytes, \(marks) marks, \(seconds) s")
    }
}
