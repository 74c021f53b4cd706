import Foundation
import QuandianFilters

/// Numbers for characters, and what is known of each by itself.
struct Vocabulary: Equatable {
    /// Scalar → number, for the basic plane.
    private(set) var map = [UInt16](repeating: 0, count: 65536)
    private(set) var classes: [CharacterClasses] = []
    private static let unknownHan: UInt16 = 2
    private static let unknownKana: UInt16 = 3

    init(_ fold: Folding, counts: [UInt32: Double], rare: Double, names: Names) {
        let kept = counts.filter { $0.value >= rare && $0.key < 0x10000 && $0.key != 0 }
            .sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(8000).map(\.key)
        var numbers: [UInt32: UInt16] = [:]
        for (index, scalar) in kept.enumerated() { numbers[scalar] = UInt16(index + 4) }
        let total = max(1, counts.values.reduce(0, +))
        let givenTotal = max(1, names.givenCounts.values.reduce(0, +))
        let foreignTotal = max(1, names.foreignCounts.values.reduce(0, +))
        func bucket(_ ratio: Double, _ limits: [Double]) -> Int { limits.filter { ratio >= $0 }.count }
        func describe(_ scalar: UInt32) -> CharacterClasses {
            let count = max(counts[scalar] ?? 0, 1)
            let surnameCount = names.surnameCounts[scalar] ?? 0
            var surname = 0
            if names.surnames.contains([scalar]) || surnameCount >= 3 {
                surname = 1 + bucket(surnameCount / count, [0.002, 0.01, 0.05, 0.2])
            } else if names.compound.contains(where: { $0[0] == scalar }) {
                surname = 1
            }
            let given = names.givenCounts[scalar] ?? 0
            let foreign = names.foreignCounts[scalar] ?? 0
            return CharacterClasses(
                surname: surname,
                given: given < 0.3 ? 0 : 1 + bucket(given / givenTotal / (count / total), [0.3, 1, 4]),
                transliteration: foreign < 2 ? 0 : 1 + bucket(foreign / foreignTotal / (count / total), [0.5, 2, 8]),
                script: Vocabulary.script(scalar))
        }
        classes = [
            CharacterClasses(surname: 0, given: 0, transliteration: 0, script: 0),
            CharacterClasses(surname: 0, given: 0, transliteration: 0, script: 1),
            CharacterClasses(surname: 0, given: 2, transliteration: 0, script: 2),
            CharacterClasses(surname: 0, given: 0, transliteration: 0, script: 14),
        ]
        classes += kept.map(describe)
        for scalar in 0..<UInt32(65536) {
            let folded = fold(scalar)
            map[Int(scalar)] =
                numbers[folded]
                ?? (Vocabulary.script(folded) == 2
                    ? Self.unknownHan : Vocabulary.script(folded) == 14 ? Self.unknownKana : 0)
        }
    }

    /// The numbers of a weights file.
    init(of weights: TaggerWeights) {
        map = (0..<65536).map { weights.character($0) }
        classes = (0..<weights.characterCount).map { weights.classes(UInt16($0)) }
    }

    func number(_ scalar: UInt32) -> UInt16 {
        scalar < 0x10000 ? map[Int(scalar)] : scalar >= 0x20000 && scalar < 0x40000 ? Self.unknownHan : 0
    }

    static func script(_ scalar: UInt32) -> Int {
        guard let sign = Unicode.Scalar(scalar) else { return 0 }
        if "一二三四五六七八九十百千万亿零〇两".unicodeScalars.contains(sign) { return 15 }
        switch scalar {
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF: return 2
        case 0x30...0x39: return 3
        case 0x61...0x7A: return 4
        case 0x41...0x5A, 0xC0...0x24F, 0x400...0x4FF: return 5
        case 0x3040...0x30FF, 0xAC00...0xD7AF: return 14
        default: break
        }
        if ",、;".unicodeScalars.contains(sign) { return 6 }
        if "。!?…".unicodeScalars.contains(sign) { return 7 }
        if "(“‘《<[{".unicodeScalars.contains(sign) { return 8 }
        if ")”’》>]}".unicodeScalars.contains(sign) { return 9 }
        if "·".unicodeScalars.contains(sign) { return 10 }
        if " \u{A}\u{D}".unicodeScalars.contains(sign) { return 11 }
        if ":".unicodeScalars.contains(sign) { return 12 }
        if "-—/～~─".unicodeScalars.contains(sign) { return 13 }
        return 0
    }
}

/// The lexicon as it stands in a weights file.
struct LexiconSections {
    var starts: [UInt32]
    var startBits: Int
    var words: [UInt32]
    var wordBits: Int
    var kinds: [UInt32]

    init(_ list: WordList, _ vocabulary: Vocabulary) {
        let words = list.words.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { word in
            (characters: word.key.map { vocabulary.number($0) }, classes: word.value)
        }
        (starts, startBits, self.words, wordBits, kinds) = Lexicon.build(
            words.filter { !$0.characters.contains(0) && !$0.characters.contains(2) })
    }

    init(of lexicon: Lexicon) {
        startBits = lexicon.startBits
        wordBits = lexicon.wordBits
        starts = unsafe Array(UnsafeBufferPointer(start: lexicon.starts, count: 1 << startBits))
        words = unsafe Array(UnsafeBufferPointer(start: lexicon.words, count: 1 << wordBits))
        kinds = unsafe Array(UnsafeBufferPointer(start: lexicon.kinds, count: Lexicon.mostKinds))
    }
}

/// Words of the lists with their classes.
struct WordList {
    private(set) var words: [[UInt32]: UInt32] = [:]

    init(_ lists: Lists, _ fold: Folding, teacher: String?) throws {
        func add(_ list: [String], _ bit: UInt32, longest: Int = 10) {
            for word in list {
                let folded = fold(word)
                if (2...longest).contains(folded.count), folded.allSatisfy({ $0 > 0x7F }) {
                    words[folded, default: 0] |= bit
                }
            }
        }
        let divisions =
            try lists.words("gb2260_all_revisions.tsv", column: 1) + lists.words("modood_cities.csv", column: 1)
            + lists.words("modood_provinces.csv", column: 1)
        let real = divisions.filter { !["市辖区", "县", "城区", "郊区"].contains($0) }
        add(real, WordClass.division)
        add(
            real.compactMap { name in
                for ending in ["自治区", "自治州", "自治县", "地区", "林区", "市", "省", "县", "区", "盟", "旗"]
                where name.hasSuffix(ending) && name.count >= ending.count + 2 {
                    return String(name.dropLast(ending.count))
                }
                return nil
            }, WordClass.shortDivision)
        for row in try lists.rows("countries_cldr.tsv") where row.count > 1 { add(Array(row[1...]), WordClass.country) }
        add(try lists.words("THUOCL_diming.txt"), WordClass.placeName)
        add(try lists.words("THUOCL_lishimingren.txt"), WordClass.famousPerson)
        add(try lists.words("titles_resume_train.tsv", atLeast: 2), WordClass.office)
        add(try lists.words("positions_cluener_train.tsv", atLeast: 2), WordClass.office)
        add(try lists.words("title_nouns_before_person_pfr_train.tsv", atLeast: 2), WordClass.beforePerson)
        add(try lists.words("title_nouns_after_person_pfr_train.tsv", atLeast: 2), WordClass.afterPerson)
        add(try lists.words("foreign_names_pfr_train.tsv", atLeast: 3), WordClass.foreignName)
        add(try lists.words("compound_surnames.txt"), WordClass.compoundSurname)
        add(try lists.words("org_suffixes_msra_train.tsv", atLeast: 5), WordClass.bodyEnding)
        add(try lists.words("THUOCL_law.txt"), WordClass.law, longest: 4)
        // Ordinary words, by the part of speech that the teacher saw most.
        guard let teacher else { return }
        let rows = try String(contentsOfFile: "\(teacher)/words.tsv", encoding: .utf8).split(separator: "\n")
        var seen: Set<[UInt32]> = []
        for row in rows {
            let fields = row.split(separator: "\t")
            guard fields.count == 3, let count = Int(fields[2]), count >= 5,
                seen.insert(fold(String(fields[0]))).inserted
            else { continue }
            let bit =
                switch fields[1] {
                case "n", "nz", "vn", "an", "nw", "f", "s", "t", "TIME": WordClass.noun
                case "v", "vd": WordClass.verb
                default: WordClass.otherWord
                }
            add([String(fields[0])], bit, longest: 5)
        }
    }
}
