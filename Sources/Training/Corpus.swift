import Foundation
import QuandianFilters

/// A stretch of annotated text as the trainer sees it.
struct Sample {
    var scalars: [UInt32]
    /// The tags that may stand at each place, a bit each; bit 16 is O.
    var allowed: [UInt32]
    /// Where persons stand, for redrawing.
    var persons: [Range<Int>] = []
    /// How much the sample counts.
    var weight: Float = 1
    /// Whether `allowed` leaves organisations open, to be settled by a tagger that was trained on the other samples.
    var isOpen = false
    /// The corpus's own way of marking places and organisations, learned apart; see ``Trainer/Entry``.
    var manner = Manner.common
}

/// What a corpus learns apart from the others, with the number under which it does.
enum Manner: Equatable {
    case common
    case places(UInt64)
    case placesAndBodies(UInt64)

    /// 0 for what all share.
    var number: UInt64 {
        switch self {
        case .common: 0
        case .places(let number), .placesAndBodies(let number): number
        }
    }
}

/// What a span of a corpus says.
struct Annotation {
    var range: Range<Int>
    var label: String
}

struct AnnotatedText {
    var scalars: [UInt32]
    var spans: [Annotation]
}

enum Allowed {
    static let outside: UInt32 = 1 << 16
    static let person = 0
    static let role = 1
    static let organisation = 2
    static let place = 3

    /// B, S and O: what may begin a sentence.
    static let opening: UInt32 = 0x1_F00F

    static let everything: UInt32 = 0x1_FFFF

    /// All tags of a label.
    static func any(_ label: Int) -> UInt32 { 0x1111 << label }

    /// The tag of a label at a place of a span.
    static func tag(_ label: Int, _ at: Int, in range: Range<Int>) -> UInt32 {
        let kind = range.count == 1 ? 3 : at == range.lowerBound ? 0 : at == range.upperBound - 1 ? 2 : 1
        return 1 << UInt32(kind * 4 + label)
    }
}

extension Allowed {
    /// Any cutting of a span into spans of the label.
    static func part(_ label: Int, _ at: Int, in range: Range<Int>) -> UInt32 {
        var kinds: UInt32 = 0x1111
        if at == range.lowerBound { kinds &= 0x1001 }
        if at == range.upperBound - 1 { kinds &= 0x1100 }
        return kinds << label
    }
}

enum Corpus: String, CaseIterable {
    case msra, pfr199801, teacher
    case pd1998 = "pd1998_time"
    case cluener, resume
    case unerSimplified = "uner_gsdsimp"
    case unerTraditional = "uner_gsd_trad"
    /// Documents that were written and marked for this project.
    case documents
    /// Results of this program that a person has corrected; see ``CorrectedText``.
    case corrected
    /// Results of this program as they are.
    case own

    /// The labels that this corpus gives exact spans for, in development too.
    func label(_ name: String) -> Int? {
        switch (self, name) {
        case (_, "PER"): Allowed.person
        case (.cluener, "POSITION"), (.resume, "TITLE"), (.documents, "ROLE"), (.corrected, "ROLE"), (.own, "ROLE"):
            Allowed.role
        case (.cluener, "ORG"), (.cluener, "GOV"), (.cluener, "COMPANY"): Allowed.organisation
        case (.cluener, "LOC"), (.cluener, "SCENE"): Allowed.place
        case (.pfr199801, _), (.teacher, _): nil
        case (_, "ORG"): Allowed.organisation
        case (_, "LOC"): Allowed.place
        default: nil
        }
    }

    /// What may stand where the corpus marks nothing.
    var background: UInt32 {
        switch self {
        case .cluener, .resume: Allowed.outside
        case .pfr199801, .teacher: Allowed.outside | Allowed.any(Allowed.organisation)
        default: Allowed.outside
        }
    }

    /// What may stand under a span that gives no label of ours.
    func loose(_ name: String) -> UInt32 {
        switch (self, name) {
        case (.pfr199801, "LOC"):
            Allowed.any(Allowed.place) | Allowed.any(Allowed.organisation)
        case (.teacher, "LOC"): Allowed.any(Allowed.place) | Allowed.any(Allowed.organisation)
        case (.teacher, "ORG"): Allowed.any(Allowed.place) | Allowed.any(Allowed.organisation)
        case (.pfr199801, "ORG"): Allowed.any(Allowed.organisation)
        case (.pfr199801, "NZ"):
            Allowed.outside | Allowed.any(Allowed.organisation) | Allowed.any(Allowed.place) | Allowed.any(Allowed.role)
        case (.resume, "CONT"): Allowed.outside | Allowed.any(Allowed.place)
        case (.corrected, CorrectedText.open), (.own, CorrectedText.open): Allowed.everything
        default: Allowed.outside
        }
    }

    /// The parts of the project's data; the teacher's labels and this program's results stand elsewhere.
    static let annotated = allCases.filter { $0 != .teacher && $0 != .documents && $0 != .corrected && $0 != .own }

    /// How much a sentence counts: a program's word less than an annotator's.
    var weight: Float { self == .teacher || self == .own ? 0.5 : 1 }

    /// What is a place differs from corpus to corpus, and in some what an organisation is: such a corpus learns a manner of
    /// its own for them beside what it shares with all.
    private var manner: Manner {
        switch self {
        case .msra, .pd1998, .documents, .corrected, .own: .common
        case .cluener: .places(1)
        case .resume: .places(2)
        case .teacher: .places(3)
        case .pfr199801: .places(4)
        case .unerSimplified, .unerTraditional: .placesAndBodies(5)
        }
    }

    /// How often a pass over the data sees this corpus.
    var repeats: Int {
        switch self {
        case .msra, .pfr199801, .pd1998, .teacher, .resume, .own: 1
        case .cluener, .unerSimplified, .unerTraditional: 2
        // Little text, meant to change something: often enough for its patterns to be taken at all.
        case .documents: 4
        case .corrected: 4
        }
    }

    /// A corpus without a development part is judged by nothing.
    func read(_ folder: String, _ part: String) throws -> [AnnotatedText] {
        let path = "\(folder)/people/\(rawValue)/\(part).jsonl"
        if part == "dev", !FileManager.default.fileExists(atPath: path) { return [] }
        return try JSONLines.read(path)
    }

    /// Whether places that touch (广东高州) are one span; elsewhere they are two, and the tagger keeps to that.
    private var joinsPlaces: Bool {
        self == .cluener || self == .resume || self == .unerSimplified || self == .unerTraditional
    }

    /// Whether offices are marked.
    private var marksOffices: Bool {
        self == .cluener || self == .resume || self == .documents || self == .corrected || self == .own
    }

    func samples(_ texts: [AnnotatedText], _ offices: Offices) -> [Sample] {
        texts.flatMap { text -> [Sample] in
            var allowed = [UInt32](repeating: background, count: text.scalars.count)
            var persons: [Range<Int>] = []
            for span in text.spans {
                if let label = label(span.label) {
                    for at in span.range {
                        allowed[at] = Allowed.tag(label, at, in: span.range)
                        if joinsPlaces, label == Allowed.place { allowed[at] = Allowed.part(label, at, in: span.range) }
                    }
                    if label == Allowed.person { persons.append(span.range) }
                } else {
                    for at in span.range { allowed[at] = loose(span.label) }
                    // The edges of a place are known where it is no part of an organisation.
                    if self == .pfr199801, span.label == "LOC" {
                        for at in span.range {
                            allowed[at] =
                                Allowed.tag(Allowed.place, at, in: span.range) | Allowed.any(Allowed.organisation)
                        }
                    }
                }
            }
            if !marksOffices { offices.mark(text.scalars, persons, background, &allowed) }
            return cut(
                Sample(
                    scalars: text.scalars, allowed: allowed, persons: persons, weight: weight,
                    isOpen: background & Allowed.any(Allowed.organisation) != 0
                        || text.spans.contains { $0.label == CorrectedText.open }, manner: manner))
        }
    }

    /// Cuts a text into sentences as the tagger does, never inside a span.
    private func cut(_ whole: Sample) -> [Sample] {
        var parts: [Sample] = []
        var start = 0
        while start < whole.scalars.count {
            var end = SentenceCutter.end(of: whole.scalars, from: start)
            while end < whole.scalars.count, whole.allowed[end] & Allowed.opening == 0 { end += 1 }
            parts.append(
                Sample(
                    scalars: Array(whole.scalars[start..<end]), allowed: Array(whole.allowed[start..<end]),
                    persons: whole.persons.filter { $0.lowerBound >= start && $0.upperBound <= end }
                        .map { $0.lowerBound - start..<$0.upperBound - start }, weight: whole.weight,
                    isOpen: whole.isOpen, manner: whole.manner))
            start = end
        }
        return parts
    }
}

/// Office nouns, for the corpora that do not mark them.
struct Offices {
    private var words: Set<[UInt32]> = []
    private let fold: Folding

    init(_ lists: Lists, _ fold: Folding) throws {
        self.fold = fold
        let all =
            try lists.words("positions_cluener_train.tsv", atLeast: 2)
            + lists.words("titles_resume_train.tsv", atLeast: 3)
            + lists.words("title_nouns_before_person_pfr_train.tsv", atLeast: 3) + ["同志", "先生", "女士", "小姐"]
        for word in all {
            let folded = fold(word)
            if (2...7).contains(folded.count) { words.insert(folded) }
        }
    }

    /// An office noun beside a person is an office; elsewhere it may be one.
    func mark(_ scalars: [UInt32], _ persons: [Range<Int>], _ background: UInt32, _ allowed: inout [UInt32]) {
        let folded = scalars.map { fold($0) }
        let starts = Set(persons.map(\.lowerBound))
        let ends = Set(persons.map(\.upperBound))
        var at = 0
        while at < folded.count {
            var end = at
            for length in 2...7 where at + length <= folded.count && words.contains(Array(folded[at..<at + length])) {
                end = at + length
            }
            if end > at, (at..<end).allSatisfy({ allowed[$0] == background }) {
                let isBeside = starts.contains(end) || ends.contains(at)
                for i in at..<end {
                    let tag = Allowed.tag(Allowed.role, i, in: at..<end)
                    allowed[i] = isBeside ? tag : allowed[i] | tag
                }
                at = end
            } else {
                at += 1
            }
        }
    }
}

enum JSONLines {
    private struct Row: Decodable {
        let text: String
        let spans: [[Field]]
    }
    private enum Field: Decodable {
        case number(Int)
        case word(String)

        init(from decoder: any Swift.Decoder) throws {
            let value = try decoder.singleValueContainer()
            if let number = try? value.decode(Int.self) {
                self = .number(number)
            } else {
                self = .word(try value.decode(String.self))
            }
        }
    }

    static func read(_ path: String) throws -> [AnnotatedText] {
        let data = try Data(contentsOf: URL(fileURLWithPath: path))
        let decoder = JSONDecoder()
        return try data.split(separator: 0x0A).map { line in
            let row = try decoder.decode(Row.self, from: Data(line))
            let scalars = row.text.unicodeScalars.map(\.value)
            let spans = row.spans.compactMap { fields -> Annotation? in
                guard fields.count == 3, case .number(let start) = fields[0], case .number(let end) = fields[1],
                    case .word(let label) = fields[2], 0 <= start, start < end, end <= scalars.count
                else { return nil }
                return Annotation(range: start..<end, label: label)
            }
            return AnnotatedText(scalars: scalars, spans: spans)
        }
    }
}

/// Random numbers that are the same on every machine (SplitMix64).
struct Dice {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }

    mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }
    mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }
}
