/// Names of a document that are words of the language too, and how often each stands in it.
///
/// 刚才 behind an office, taken for a name once in forty times, must not make names of the others.
struct NamesAsWords {
    private var words: [UInt64: Word] = [:]
    /// The words that begin with a character, and a bit for each such character.
    private var beginnings: [UInt16: [UInt64]] = [:]
    private var mayBegin: [UInt64] = []

    private struct Word {
        var characters: [UInt16]
        var count = 0
    }

    /// A word that stands more often for each time that it is clearly a name is no name where nothing else says so.
    private static let most = 10

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
        if words.isEmpty { return }
        for at in text.indices where mayBegin[Int(text[at] >> 6)] & (1 << UInt64(text[at] & 63)) != 0 {
            guard let candidates = beginnings[text[at]] else { continue }
            for hash in candidates where text[at...].starts(with: words[hash]?.characters ?? []) {
                words[hash]?.count += 1
            }
        }
    }

    /// Forgets those that are nearly always words.
    func weigh(_ evidence: inout NameEvidence) {
        for (hash, word) in words {
            if let shown = evidence.name(hash), word.count > Self.most * shown.count { evidence.forget(hash) }
        }
    }
}
