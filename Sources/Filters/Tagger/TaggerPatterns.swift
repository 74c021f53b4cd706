// What the tagger looks at: patterns of characters, of character classes and of lexicon words. A pattern is found once
// where it stands and speaks of all places near it at once, so that the number of look-ups does not grow with the window.

/// Takes the patterns that stand in a sentence.
package protocol PatternSink {
    /// A pattern with this key speaks of the places `first ..< first + width` (positions in the sentence; those outside
    /// it are to be passed over). `width` is at most 8 and the same wherever the key's kind is.
    mutating func add(_ key: UInt64, first: Int, width: Int)
}

/// A sentence as the patterns see it.
package struct SentenceView: Sendable {
    /// Numbers of the characters, with ``margin`` boundary characters on each side.
    package var characters: [UInt16] = []
    package var classes: [CharacterClasses] = []
    /// For each character the hash of it and the next, as ``Lexicon`` has it, and the greatest length of a word that begins
    /// with the two; 0 where none does.
    private var pairs: [UInt64] = []
    private var longest: [UInt8] = []
    package private(set) var count = 0
    package static let margin = 4
    /// The number of the character that stands for the sentence's edge.
    package static let edge: UInt16 = 1

    package init() {}

    /// Looks at `numbers`, from `start` on, `count` of them.
    package mutating func load(_ numbers: [UInt16], _ start: Int, _ count: Int, _ weights: TaggerWeights) {
        self.count = count
        let total = count + 2 * Self.margin
        if characters.count < total {
            characters = Array(repeating: Self.edge, count: total + 64)
            classes = Array(repeating: CharacterClasses(bits: 0), count: total + 64)
            pairs = Array(repeating: 0, count: total + 64)
            longest = Array(repeating: 0, count: total + 64)
        }
        let edgeClasses = weights.classes(Self.edge)
        for i in 0..<Self.margin {
            characters[i] = Self.edge
            classes[i] = edgeClasses
            characters[Self.margin + count + i] = Self.edge
            classes[Self.margin + count + i] = edgeClasses
        }
        for i in 0..<count {
            let number = numbers[start + i]
            characters[Self.margin + i] = number
            classes[Self.margin + i] = weights.classes(number)
        }
        findStarts(weights.lexicon)
    }

    /// Finds where words begin. Step by step for the whole sentence, so that what a step reads was asked for long before.
    private mutating func findStarts(_ lexicon: Lexicon) {
        for i in 0..<count {
            let pair = Lexicon.extend(Lexicon.extend(0, characters[Self.margin + i]), characters[Self.margin + i + 1])
            pairs[i] = pair
            longest[i] = lexicon.askForStart(pair)
        }
        for i in 0..<count where longest[i] != 0 {
            let longest = min(lexicon.longest(pairs[i]), count - i)
            self.longest[i] = UInt8(truncatingIfNeeded: longest)
            if longest < 2 { continue }
            var hash = pairs[i]
            lexicon.prefetchWord(hash)
            for length in 2..<longest {
                hash = Lexicon.extend(hash, characters[Self.margin + i + length])
                lexicon.prefetchWord(hash)
            }
        }
    }

    /// The hash of a character and the next, and the greatest length of a word that begins with them within the sentence.
    @inline(__always)
    func start(_ i: Int) -> (hash: UInt64, longest: Int) { (pairs[i], Int(longest[i])) }
}

/// Classes of lexicon words; a word may have several.
package enum WordClass {
    package static let division: UInt32 = 1 << 0
    package static let shortDivision: UInt32 = 1 << 1
    package static let country: UInt32 = 1 << 2
    package static let placeName: UInt32 = 1 << 3
    package static let famousPerson: UInt32 = 1 << 4
    package static let office: UInt32 = 1 << 5
    package static let foreignName: UInt32 = 1 << 6
    package static let compoundSurname: UInt32 = 1 << 7
    package static let body: UInt32 = 1 << 8
    package static let bodyEnding: UInt32 = 1 << 9
    package static let beforePerson: UInt32 = 1 << 10
    package static let afterPerson: UInt32 = 1 << 11
    package static let street: UInt32 = 1 << 12
    package static let law: UInt32 = 1 << 13
    package static let noun: UInt32 = 1 << 14
    package static let verb: UInt32 = 1 << 15
    package static let otherWord: UInt32 = 1 << 16
}

package enum TaggerPatterns {
    /// Kinds of patterns: the top byte of a key.
    package enum Kind: UInt64, CaseIterable {
        case one = 1, two, three, four, skip, scripts
        case surnameGiven, surnameGivenGiven, leftSurnameGivenGiven, leftLeftSurname, surnameGivenRight
        case surnameGivenGivenRight, surnameGivenGivenRightRight, leftSurnameGivenRight, leftSurnameGivenGivenRight
        case exactSurname, transliteration, leftTransliteration, transliterationRight
        case wordStart, wordEnd, wordInside, wordLeft, wordRight, wordBetween
    }

    @inline(__always)
    private static func key(_ kind: Kind, _ payload: UInt64) -> UInt64 { kind.rawValue << 56 | payload }

    /// Finds the patterns of a sentence. O(length).
    ///
    /// `forget`, where it is not 0, makes a random third of the lexicon's words unknown (training must not lean on
    /// the lexicon for every name).
    @inline(__always)
    package static func find<Sink: PatternSink>(
        in view: borrowing SentenceView, _ lexicon: Lexicon, forget: UInt64 = 0, _ sink: inout Sink
    ) {
        let m = SentenceView.margin
        let count = view.count
        var lastWordEnd = -1
        var lastWordClass: UInt64 = 0
        for i in -1...count {
            let at = i + m
            let c0 = UInt64(view.characters[at])
            let c1 = UInt64(view.characters[at + 1])
            let c2 = UInt64(view.characters[at + 2])
            let c3 = UInt64(view.characters[at + 3])
            let left = UInt64(view.characters[at - 1])
            let pair = c0 | c1 << 13
            sink.add(key(.two, pair), first: i - 2, width: 6)
            sink.add(key(.three, pair | c2 << 26), first: i - 1, width: 5)
            sink.add(key(.four, pair | c2 << 26 | c3 << 39), first: i - 1, width: 6)
            if i < 0 || i == count { continue }
            sink.add(key(.one, c0), first: i - 3, width: 7)
            sink.add(key(.skip, c0 | c2 << 13), first: i, width: 3)
            let n0 = view.classes[at]
            let n1 = view.classes[at + 1]
            let n2 = view.classes[at + 2]
            let scripts = view.classes[at - 2].script | view.classes[at - 1].script << 4 | n0.script << 8
            sink.add(key(.scripts, scripts | n1.script << 12 | n2.script << 16), first: i, width: 1)

            if n0.surname > 0 {
                let sg = n0.surname | n1.given << 4
                let sgg = sg | n2.given << 8
                let farLeft = UInt64(view.characters[at - 2])
                let c4 = at + 4 < view.characters.count ? UInt64(view.characters[at + 4]) : UInt64(SentenceView.edge)
                sink.add(key(.surnameGiven, sg), first: i - 1, width: 4)
                sink.add(key(.surnameGivenGiven, sgg), first: i - 1, width: 5)
                sink.add(key(.leftSurnameGivenGiven, sgg | left << 12), first: i - 1, width: 5)
                sink.add(key(.leftLeftSurname, sg | left << 12 | farLeft << 25), first: i, width: 3)
                sink.add(key(.surnameGivenRight, sg | c2 << 12), first: i - 1, width: 4)
                sink.add(key(.surnameGivenGivenRight, sgg | c3 << 12), first: i - 1, width: 5)
                sink.add(key(.surnameGivenGivenRightRight, sgg | c3 << 12 | c4 << 25), first: i, width: 4)
                sink.add(key(.leftSurnameGivenRight, sg | left << 12 | c2 << 25), first: i - 1, width: 4)
                sink.add(key(.leftSurnameGivenGivenRight, sgg | left << 12 | c3 << 25), first: i - 1, width: 5)
                sink.add(key(.exactSurname, c0 | n1.given << 13 | n2.given << 17), first: i - 1, width: 5)
            }
            if n0.transliteration > 0 {
                let tt = n0.transliteration | n1.transliteration << 4
                let ttt = tt | n2.transliteration << 8
                sink.add(
                    key(.transliteration, ttt | view.classes[at - 1].transliteration << 12), first: i - 1, width: 5)
                sink.add(key(.leftTransliteration, ttt | left << 12), first: i - 1, width: 5)
                sink.add(key(.transliterationRight, tt | c2 << 12), first: i - 1, width: 5)
            }

            // Lexicon words that begin here: the longest one.
            var (hash, longest) = view.start(i)
            if longest >= 2 {
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
                if found != 0 {
                    let word = UInt64(found) | UInt64(min(end - i, 7)) << 20
                    let right = UInt64(view.characters[end + m])
                    sink.add(key(.wordStart, word), first: i - 1, width: 3)
                    sink.add(key(.wordEnd, word), first: end - 1, width: 3)
                    for inside in i + 1..<max(end - 1, i + 1) {
                        sink.add(key(.wordInside, word), first: inside, width: 1)
                    }
                    sink.add(key(.wordLeft, word | left << 24), first: i - 1, width: 3)
                    sink.add(key(.wordRight, word | right << 24), first: end - 1, width: 3)
                    if lastWordEnd == i {
                        sink.add(key(.wordBetween, word | lastWordClass << 24), first: i - 1, width: 3)
                    }
                    if end > lastWordEnd {
                        lastWordEnd = end
                        lastWordClass = word
                    }
                }
            }
        }
    }
}
