/// A stretch that may be a name, on the tagger's best path or beside it.
struct Glimpse {
    var span: TaggedSpan
    /// Whether the span is on the best path.
    var isBest: Bool
    /// A hash of the folded characters: the same for each mention of a name.
    var name: UInt64
    /// A hash of the name and of the characters on both sides of it.
    var setting: UInt64
}

/// What a document as a whole says of the names that the tagger half sees.
///
/// Each sentence is tagged by itself. But a name is a name wherever it stands: 呼延策 ten times in a document makes
/// 呼延策|磨墨 likelier than 呼延策磨|墨, and a village that the tagger takes for one with a likelihood of 0.3 in each of
/// five sentences is one. So the odds of a glimpse grow with the likelihoods of its other mentions, added up. A setting
/// counts once, however often a document repeats it, and what speaks for another kind of name speaks against.
struct TagConsensus {
    /// The likelihoods of a name's mentions, a lane for each label.
    private var masses = LabelSums()
    /// The same in one setting.
    private var settings = LabelSums()

    /// A glimpse is taken from this likelihood on.
    private static let taken: Float = 0.45
    /// How much the odds grow at most.
    private static let most: Float = 8

    mutating func add(_ glimpses: [Glimpse]) {
        for glimpse in glimpses {
            let label = glimpse.span.label.rawValue
            let rise = glimpse.span.probability - settings[glimpse.setting][label]
            if rise > 0 {
                settings.add(rise, to: glimpse.setting, label)
                masses.add(rise, to: glimpse.name, label)
            }
        }
    }

    /// Appends the names of a stretch of text, in order, not overlapping: the best path's, but where a glimpse is likelier
    /// for the whole document.
    func settle(_ glimpses: ArraySlice<Glimpse>, into spans: inout [TaggedSpan]) {
        let first = spans.count
        for glimpse in glimpses where glimpse.isBest { spans.append(weighed(glimpse)) }
        var others: [TaggedSpan] = []
        for glimpse in glimpses where !glimpse.isBest {
            let span = weighed(glimpse)
            if span.probability > Self.taken { others.append(span) }
        }
        if others.isEmpty { return }
        others.sort { $0.probability > $1.probability }
        for span in others {
            let isBeaten = spans[first...].contains {
                $0.start < span.end && span.start < $0.end
                    && ($0.probability >= span.probability
                        || $0.label == .organisation && $0.start <= span.start && span.end <= $0.end)
            }
            if isBeaten { continue }
            spans.removeAll(from: first) { $0.start < span.end && span.start < $0.end }
            let place = spans[first...].firstIndex { $0.start > span.start } ?? spans.endIndex
            spans.insert(span, at: place)
        }
    }

    private func weighed(_ glimpse: Glimpse) -> TaggedSpan {
        let p = glimpse.span.probability
        let others = masses[glimpse.name] - settings[glimpse.setting]
        let label = glimpse.span.label.rawValue
        let gain = 2 * others[label] - others.sum()
        let odds = p / max(1 - p, 1e-6) * min(Self.most, 1 + max(0, gain))
        return TaggedSpan(
            start: glimpse.span.start, end: glimpse.span.end, label: glimpse.span.label, probability: odds / (1 + odds))
    }
}

/// Sums for each label, by a hash: an open table, in which what stands where depends on a secret of the process, so that
/// no text can crowd it.
private struct LabelSums {
    private static let secret = UInt64.random(in: .min ... .max)
    private var keys = [UInt64](repeating: 0, count: 256)
    private var sums = [SIMD4<Float>](repeating: .zero, count: 256)
    private var count = 0

    /// Where a key is, or would be.
    private func place(_ key: UInt64) -> Int {
        var mixed = (key ^ Self.secret) &* 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ mixed >> 32) &* (Self.secret | 1)
        var at = Int(truncatingIfNeeded: mixed >> 32) & (keys.count - 1)
        while keys[at] != key, keys[at] != 0 { at = (at + 1) & (keys.count - 1) }
        return at
    }

    /// Zero is no key.
    subscript(key: UInt64) -> SIMD4<Float> { sums[place(key | 1)] }

    mutating func add(_ value: Float, to key: UInt64, _ label: Int) {
        var at = place(key | 1)
        if keys[at] == 0 {
            if count * 2 >= keys.count {
                grow()
                at = place(key | 1)
            }
            keys[at] = key | 1
            count += 1
        }
        sums[at][label] += value
    }

    private mutating func grow() {
        let old = (keys, sums)
        keys = [UInt64](repeating: 0, count: old.0.count * 2)
        sums = [SIMD4<Float>](repeating: .zero, count: keys.count)
        for (key, sum) in zip(old.0, old.1) where key != 0 {
            let at = place(key)
            keys[at] = key
            sums[at] = sum
        }
    }
}

extension Array {
    fileprivate mutating func removeAll(from first: Int, where isUnwanted: (Element) -> Bool) {
        var kept = first
        for index in first..<count where !isUnwanted(self[index]) {
            self[kept] = self[index]
            kept += 1
        }
        removeSubrange(kept...)
    }
}
