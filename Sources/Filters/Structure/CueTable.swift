import QuandianText

/// Where in a line a word must stand to hint at something.
enum CuePlace { case start, anywhere, whole, end }

/// Words with their hints, found by their first character: a bit for each character that begins one, and the words of
/// those characters in order.
struct CueTable {
    private struct Word {
        /// Its bytes among those of all words.
        let spelling: Range<Int>
        let cue: Cues
        let place: CuePlace
    }

    private var words: [Word] = []
    private var spellings: [UInt8] = []
    /// A bit for each character of the basic plane; those beyond it share the bits.
    private var heads = [UInt64](repeating: 0, count: 1024)
    /// For each 64 characters how many bits are set before theirs.
    private var ranks = [Int](repeating: 0, count: 1024)
    /// Where the words of each bit begin; one more than there are bits, the end.
    private var starts: [Int] = []

    /// - Parameter lists: words with spaces between; an underscore stands for a space in a word.
    init(_ lists: [(cue: Cues, place: CuePlace, words: String)]) {
        var found: [(key: Int, word: Word)] = []
        for list in lists {
            for text in list.words.utf8.split(separator: 0x20) {
                let start = spellings.count
                for byte in text { spellings.append(byte == "_" ? 0x20 : byte) }
                let word = Word(spelling: start..<spellings.count, cue: list.cue, place: list.place)
                found.append((Self.key(UTF8Scalar.decode(spellings, start).value), word))
            }
        }
        found.sort { $0.key < $1.key }
        words = found.map(\.word)
        for (index, entry) in found.enumerated() where index == 0 || found[index - 1].key != entry.key {
            heads[entry.key >> 6] |= 1 << UInt64(entry.key & 63)
            starts.append(index)
        }
        starts.append(words.count)
        for index in 1..<ranks.count { ranks[index] = ranks[index - 1] + heads[index - 1].nonzeroBitCount }
    }

    private static func key(_ scalar: UInt32) -> Int { Int(scalar & 0xFFFF) }

    /// Whether a word may begin with a character: never no where one does.
    @inline(__always)
    func mayBegin(_ scalar: UInt32) -> Bool {
        let key = Self.key(scalar)
        return heads[key >> 6] & (1 << UInt64(key & 63)) != 0
    }

    /// The hints of the words that stand at an offset, each in its place.
    ///
    /// - Parameters:
    ///   - scalar: the character at the offset, which a word may begin with.
    ///   - zone: the line without the signs around it, which a word that only begins there may go on into: 附：
    ///   - inkEnd: where the line ends.
    func cues(_ scalar: UInt32, _ at: Int, _ zone: Range<Int>, _ inkEnd: Int, _ bytes: [UInt8]) -> Cues {
        let key = Self.key(scalar)
        let before = heads[key >> 6] & (1 << UInt64(key & 63) - 1)
        let bit = ranks[key >> 6] + before.nonzeroBitCount
        var found: Cues = []
        for index in starts[bit]..<starts[bit + 1] {
            let end = at + words[index].spelling.count
            let isInPlace =
                switch words[index].place {
                case .anywhere: end <= inkEnd
                case .start: at == zone.lowerBound && end <= inkEnd
                case .whole: at == zone.lowerBound && end == zone.upperBound
                case .end: end == zone.upperBound
                }
            if isInPlace, spells(words[index].spelling, bytes, at) { found.insert(words[index].cue) }
        }
        return found
    }

    private func spells(_ spelling: Range<Int>, _ bytes: [UInt8], _ at: Int) -> Bool {
        // The last bytes differ more than the first.
        for step in stride(from: spelling.count - 1, through: 0, by: -1)
        where bytes[at + step] != spellings[spelling.lowerBound + step] {
            return false
        }
        return true
    }
}
