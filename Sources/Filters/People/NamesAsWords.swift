/// Names of a document that are words of the language too, and how often each stands in it as a word: behind a pronoun,
/// where no name stands.
///
/// 我刚才, 你刚才: one 刚才 behind an office, taken for a name, must not make names of the others.
struct NamesAsWords {
    private var words: [UInt64: Word] = [:]
    /// The words that begin with a character, and a bit for each such character.
    private var beginnings: [UInt16: [UInt64]] = [:]
    private var mayBegin: [UInt64] = []

    private struct Word {
        var characters: [UInt16]
        var count = 0
        var countBehindPronouns = 0
    }

    /// How often a word stands behind a pronoun at least, and of how many times once, that is no name where nothing else says
    /// so. A text about somebody who is called 高兴 may be glad now and then.
    private static let least = 3
    private static let share = 12
    private static let pronouns = Set("我你您他她它们咱这".utf16)

    var isEmpty: Bool { words.isEmpty }

    mutating func watch(_ name: [UInt16]) {
        let hash = NameEvidence.hash(name)
        guard name.count > 1, words[hash] == nil else { return }
        words[hash] = Word(characters: name)
        beginnings[name[0], default: []].append(hash)
        if mayBegin.isEmpty { mayBegin = Array(repeating: 0, count: 1024) }
        mayBegin[Int(name[0] >> 6)] |= 1 << UInt64(name[0] & 63)
    }

    /// Counts the words of a stretch of folded characters.
    mutating func count(in text: [UInt16]) {
        for at in text.indices where mayBegin[Int(text[at] >> 6)] & (1 << UInt64(text[at] & 63)) != 0 {
            for hash in beginnings[text[at]] ?? [] where text[at...].starts(with: words[hash]?.characters ?? []) {
                words[hash]?.count += 1
                if at > 0, Self.pronouns.contains(text[at - 1]) { words[hash]?.countBehindPronouns += 1 }
            }
        }
    }

    /// Forgets those that are words.
    func weigh(_ evidence: inout NameEvidence) {
        for (hash, word) in words
        where word.countBehindPronouns >= Self.least && word.countBehindPronouns * Self.share >= word.count {
            evidence.forget(hash)
        }
    }
}
