import Foundation
import QuandianFilters

/// Raw text without any annotation, for what can be learned from neighbours alone.
enum RawText {
    /// Sentences of the raw files, from the folders in turn, up to a size in all; the same for the same data.
    static func sentences(_ folder: String, megabytes: Int) throws -> [[UInt32]] {
        guard megabytes > 0 else { return [] }
        let raw = "\(folder)/raw"
        var left = megabytes * 1_000_000
        var sentences: [[UInt32]] = []
        var seen: Set<UInt64> = []
        let folders = try FileManager.default.contentsOfDirectory(atPath: raw).filter { $0 != "encodings" }.sorted()
        var files = try folders.map { name in
            try FileManager.default.contentsOfDirectory(atPath: "\(raw)/\(name)").sorted().map { "\(raw)/\(name)/\($0)" }
        }
        var round = 0
        while left > 0, files.contains(where: { !$0.isEmpty }) {
            let kind = round % files.count
            round += 1
            guard let path = files[kind].popLast() else { continue }
            guard let data = FileManager.default.contents(atPath: path), let text = String(data: data, encoding: .utf8)
            else { continue }
            left -= data.count
            let scalars = text.unicodeScalars.map(\.value)
            var start = 0
            while start < scalars.count {
                let end = SentenceCutter.end(of: scalars, from: start)
                let sentence = Array(scalars[start..<end])
                start = end
                guard sentence.count >= 4 else { continue }
                // The same sentence again (menus, reprints) teaches nothing.
                let mark = sentence.reduce(UInt64(sentence.count)) { PatternTable.hash($0 ^ UInt64($1)) }
                if seen.insert(mark).inserted { sentences.append(sentence) }
            }
        }
        return sentences
    }
}
