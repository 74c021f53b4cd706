// What the network looks at: patterns of characters, of character classes and of lexicon words, each at one place.

/// Takes the patterns that stand in a sentence.
package protocol PlacedPatternSink {
    /// A pattern with this key stands at `place`, from -1 (before the sentence) to its length (behind it).
    mutating func add(_ key: UInt64, at place: Int)
}

package enum NetworkPatterns {
    /// Kinds of patterns: the top byte of a key.
    package enum Kind: UInt64, CaseIterable {
        case one = 1, classes, two, three, wordStart, wordInside, wordEnd, skip
    }

    @inline(__always)
    package static func key(_ kind: Kind, _ payload: UInt64) -> UInt64 { kind.rawValue << 56 | payload }

    /// Finds the patterns of a sentence. O(length).
    ///
    /// `forget`, where it is not 0, makes a random third of the lexicon's words unknown (training must not lean on
    /// the lexicon for every name).
    @inline(__always)
    package static func find<Sink: PlacedPatternSink>(
        in view: borrowing SentenceView, _ lexicon: Lexicon, forget: UInt64 = 0, _ sink: inout Sink
    ) {
        let m = SentenceView.margin
        let count = view.count
        for i in -1...count {
            let at = i + m
            let c0 = UInt64(view.characters[at])
            let c1 = UInt64(view.characters[at + 1])
            let c2 = UInt64(view.characters[at + 2])
            sink.add(key(.one, c0), at: i)
            if i == count { break }
            let pair = c0 | c1 << 13
            sink.add(key(.two, pair), at: i)
            sink.add(key(.three, pair | c2 << 26), at: i)
            if i < 0 { continue }
            sink.add(key(.classes, UInt64(view.classes[at].bits & 0xFFFF)), at: i)
            var hash = Lexicon.extend(Lexicon.extend(0, view.characters[at]), view.characters[at + 1])
            let longest = min(lexicon.longest(hash), count - i)
            guard longest >= 2 else { continue }
            var found: UInt32 = 0
            var end = i
            for length in 2...longest {
                if length > 2 { hash = Lexicon.extend(hash, view.characters[at + length - 1]) }
                let classes = lexicon.classes(hash)
                if classes != 0, forget == 0 || PatternTable.hash(hash ^ forget) % 3 != 0 {
                    found = classes
                    end = i + length
                }
            }
            guard found != 0 else { continue }
            let word = UInt64(found) | UInt64(min(end - i, 7)) << 20
            sink.add(key(.wordStart, word), at: i)
            sink.add(key(.wordEnd, word), at: end - 1)
            for inside in i + 1..<max(end - 1, i + 1) { sink.add(key(.wordInside, word), at: inside) }
        }
    }
}
