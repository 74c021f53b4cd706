import Foundation

/// The word and name lists among the data.
struct Lists {
    let folder: String

    /// The lines of a list without comments, each cut at tabs, commas or spaces.
    func rows(_ name: String) throws -> [[String]] {
        let text = try String(contentsOfFile: "\(folder)/lists/\(name)", encoding: .utf8)
        return text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }.map { line in
            line.split(whereSeparator: { $0 == "\t" || $0 == "," }).map {
                $0.trimmingCharacters(in: CharacterSet(charactersIn: "\"\u{FEFF} "))
            }
        }
    }

    func words(_ name: String, column: Int = 0, atLeast: Int = 0) throws -> [String] {
        try rows(name).compactMap { row in
            guard row.count > column, !row[column].isEmpty else { return nil }
            if atLeast > 0 {
                guard row.count > column + 1, let count = Int(row[column + 1]), count >= atLeast else { return nil }
            }
            return row[column]
        }
    }

    func counts(_ name: String) throws -> [(String, Int)] {
        try rows(name).compactMap { row in row.count > 1 ? Int(row[1]).map { (row[0], $0) } : nil }
    }
}

/// Folding of characters: forms that mean the same to the tagger become one.
struct Folding {
    private var map: [UInt32]

    init(_ lists: Lists) throws {
        map = (0..<0x10000).map { UInt32($0) }
        func fold(_ from: Unicode.Scalar, _ to: Unicode.Scalar) {
            if from.value < 0x10000, to.value < 0x10000 { map[Int(from.value)] = to.value }
        }
        for row in try lists.rows("jionlp_tra2sim_char.txt") where row.count == 2 {
            if let from = row[0].unicodeScalars.first, let to = row[1].unicodeScalars.first { fold(from, to) }
        }
        let marks = (from: "「」『』﹁﹂﹃﹄‧•・．﹒〔〕［］【】", to: "“”“”“”“”·····()()()")
        for (from, to) in zip(marks.from.unicodeScalars, marks.to.unicodeScalars) { fold(from, to) }
        let variants = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Names/variants.txt")
        for line in try String(contentsOf: variants, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#")
        {
            for pair in line.split(separator: " ") {
                let scalars = Array(pair.unicodeScalars)
                fold(scalars[0], scalars[1])
            }
        }
        for wide in 0xFF01...0xFF5E where wide != 0xFF0E { map[wide] = UInt32(wide - 0xFEE0) }
        for digit in 0x30...0x39 {
            map[digit] = 0x30
            map[digit + 0xFEE0] = 0x30
        }
        for space in [0x3000, 0x9, 0xA0] { map[space] = 0x20 }
    }

    func callAsFunction(_ scalar: UInt32) -> UInt32 { scalar < 0x10000 ? map[Int(scalar)] : scalar }
    func callAsFunction(_ text: String) -> [UInt32] { text.unicodeScalars.map { self($0.value) } }
}
