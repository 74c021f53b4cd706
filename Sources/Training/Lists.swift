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
            if atLeast > 0 { guard row.count > column + 1, let count = Int(row[column + 1]), count >= atLeast else { return nil } }
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
        for row in try lists.rows("jionlp_tra2sim_char.txt") where row.count == 2 {
            let from = row[0].unicodeScalars.first!.value
            let to = row[1].unicodeScalars.first!.value
            if from < 0x10000, to < 0x10000 { map[Int(from)] = to }
        }
        for (from, to) in zip("鍾锺餘馀裏後麼祇彙並於鬥嶽", "钟钟余余里后么只汇并于斗岳") {
            map[Int(from.unicodeScalars.first!.value)] = to.unicodeScalars.first!.value
        }
        for wide in 0xFF01...0xFF5E { map[wide] = UInt32(wide - 0xFEE0) }
        for digit in 0x30...0x39 {
            map[digit] = 0x30
            map[digit + 0xFEE0] = 0x30
        }
        for (from, to) in zip("「」『』﹁﹂﹃﹄‧•・．﹒〔〕［］【】", "“”“”“”“”······()()()") {
            map[Int(from.unicodeScalars.first!.value)] = to.unicodeScalars.first!.value
        }
        for (from, to) in [(0x3000, 0x20), (0x9, 0x20), (0xA0, 0x20), (0xFF0E, 0xB7), (0x2022, 0xB7), (0x2027, 0xB7)] {
            map[from] = UInt32(to)
        }
    }

    func callAsFunction(_ scalar: UInt32) -> UInt32 { scalar < 0x10000 ? map[Int(scalar)] : scalar }
    func callAsFunction(_ text: String) -> [UInt32] { text.unicodeScalars.map { self($0.value) } }
}
