/// What the learned tagger says of a sentence, for the rules to weigh.
struct TaggedNames {
    private(set) var spans: [TaggedSpan] = []
    /// For each character the span that covers it, or -1.
    private var cover: [Int32] = []

    mutating func load(_ spans: ArraySlice<TaggedSpan>, count: Int) {
        self.spans.removeAll(keepingCapacity: true)
        self.spans.append(contentsOf: spans)
        cover.removeAll(keepingCapacity: true)
        cover.append(contentsOf: repeatElement(-1, count: count))
        for (number, span) in self.spans.enumerated() where span.end <= count {
            for at in span.start..<span.end { cover[at] = Int32(number) }
        }
    }

    /// The span that covers a character.
    @inline(__always)
    func span(at: Int) -> TaggedSpan? {
        at < cover.count && cover[at] >= 0 ? spans[Int(cover[at])] : nil
    }

    /// The first span that overlaps a range.
    func overlapping(_ start: Int, _ end: Int) -> TaggedSpan? {
        for at in start..<min(end, cover.count) where cover[at] >= 0 { return spans[Int(cover[at])] }
        return nil
    }

    /// The natural logarithm of the odds of a span, held between -2 and 5.
    static func odds(_ probability: Float) -> Float {
        let p = min(max(probability, 0.1), 0.995)
        // The logarithm by halving and the series of artanh: no library of mathematics in the shipped program.
        let ratio = p / (1 - p)
        var value: Float = 0
        var rest = ratio
        while rest >= 2 {
            rest /= 2
            value += 0.6931
        }
        while rest < 1 {
            rest *= 2
            value -= 0.6931
        }
        let x = (rest - 1) / (rest + 1)
        return min(5, max(-2, value + 2 * (x + x * x * x / 3)))
    }

    /// What the tagger adds to the score of a person at a range.
    func person(_ start: Int, _ end: Int) -> Float {
        guard let span = overlapping(start, end) else { return Self.unseen }
        let odds = Self.odds(span.probability)
        if span.start == start, span.end == end, span.label == .person { return Self.seen + Self.weight * odds }
        if span.label == .person { return Self.unseen - Self.weight * max(0, odds) }
        if span.label == .role { return Self.unseen }
        return Self.unseen - Self.otherWeight * max(0, odds)
    }

    /// What the tagger adds to the score of a person whom the document shows elsewhere: nothing where it is silent.
    func familiar(_ start: Int, _ end: Int) -> Float {
        max(-3, person(start, end) - Self.unseen)
    }

    static var unseen: Float { Tuning.unseen }
    static var seen: Float { Tuning.seen }
    static var weight: Float { Tuning.weight }
    static var otherWeight: Float { Tuning.other }
}
