/// Names of a document that are words of the language too, and how often each stands in it: behind a pronoun, where no name
/// stands, and at all.
///
/// 我刚才, 你刚才: one 刚才 behind an office, taken for a name, must not make names of the others. And 许多 that stands in a long
/// document no more often than in any other is nobody called so.
struct NamesAsWords {
    private var words: [UInt64: Word] = [:]
    /// The words that begin with a character, and a bit for each such character.
    private var beginnings: [UInt16: [UInt64]] = [:]
    private var mayBegin: [UInt64] = []

    private struct Word {
        var characters: [UInt16]
        /// How much of a text the word is, in words.
        var share: Float
        var count = 0
        var countBehindPronouns = 0
    }

    /// How often a word stands behind a pronoun at least, and of how many times once, that is no name where nothing else says
    /// so. A text about somebody who is called 高兴 may be glad now and then.
    private static let least = 3
    private static let share = 12
    /// A name stands more often, by this factor, than the word does in other texts.
    private static let excess: Float = 10
    /// But of so many places once it is clearly a name at most.
    private static let clearly = 5
    /// How many characters a word has in the mean.
    private static let charactersOfWord: Float = 1.6
    private static let pronouns = Set("我你您他她它们咱这".utf16)

    /// How many characters were counted in.
    private var length = 0

    var isEmpty: Bool { words.isEmpty }

    /// - Parameter cost: what the word costs, in nats: the logarithm of how seldom it stands.
    mutating func watch(_ name: [UInt16], cost: Float) {
        let hash = NameEvidence.hash(name)
        guard name.count > 1, words[hash] == nil else { return }
        words[hash] = Word(characters: name, share: exponential(SIMD4(repeating: -cost))[0])
        beginnings[name[0], default: []].append(hash)
        if mayBegin.isEmpty { mayBegin = Array(repeating: 0, count: 1024) }
        mayBegin[Int(name[0] >> 6)] |= 1 << UInt64(name[0] & 63)
    }

    /// Counts the words of a stretch of folded characters.
    mutating func count(in text: [UInt16]) {
        length += text.count
        for at in text.indices where mayBegin[Int(text[at] >> 6)] & (1 << UInt64(text[at] & 63)) != 0 {
            for hash in beginnings[text[at]] ?? [] where text[at...].starts(with: words[hash]?.characters ?? []) {
                words[hash]?.count += 1
                if at > 0, Self.pronouns.contains(text[at - 1]) { words[hash]?.countBehindPronouns += 1 }
            }
        }
    }

    /// Forgets those that are words.
    func weigh(_ evidence: inout NameEvidence) {
        let size = Float(length) / Self.charactersOfWord
        for (hash, word) in words {
            let isOfPronouns =
                word.countBehindPronouns >= Self.least && word.countBehindPronouns * Self.share >= word.count
            let expected = size * word.share
            let isUsual =
                expected >= 1 && Float(word.count) < Self.excess * expected
                && word.count > Self.clearly * (evidence.name(hash)?.count ?? 0)
            if isOfPronouns || isUsual { evidence.forget(hash) }
        }
    }
}
