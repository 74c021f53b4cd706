import QuandianFilters

/// Chooses what the gate must pass, so that next to no name is lost by it.
enum Gate {
    /// The greatest threshold that leaves 999 of 1,000 names as they are where the gate lets everything through.
    static func threshold(_ file: WeightsFile, _ texts: [AnnotatedText]) throws -> Float {
        func spans(_ closed: Float) throws -> [Set<TaggedSpan>] {
            var file = file
            file.closed = closed
            let tagger = try NameTagger(weights: file.bytes())
            return texts.map { text in
                Set(
                    tagger.tag(text.scalars).map {
                        TaggedSpan(start: $0.start, end: $0.end, label: $0.label, probability: 1)
                    })
            }
        }
        let all = try spans(-1e9)
        let count = all.reduce(0) { $0 + $1.count }
        for closed in stride(from: Float(-1), through: -10, by: -0.5) {
            let kept = zip(all, try spans(closed)).reduce(0) { $0 + $1.0.intersection($1.1).count }
            if kept * 1000 >= count * 999 { return closed }
        }
        return -1e9
    }
}
