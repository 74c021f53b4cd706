import QuandianFilters

/// Exact-span scores of a tagger on annotated texts.
struct Evaluation {
    struct Score {
        var right = 0
        var found = 0
        var wanted = 0
        var precision: Double { found == 0 ? 0 : Double(right) / Double(found) }
        var recall: Double { wanted == 0 ? 0 : Double(right) / Double(wanted) }
        var f1: Double { right == 0 ? 0 : 2 * precision * recall / (precision + recall) }
    }

    private(set) var scores = [Score](repeating: Score(), count: 4)
    /// For each label: raw certainty of each found span, and whether it was right.
    private(set) var outcomes = [[(Float, Bool)]](repeating: [], count: 4)

    init(_ tagger: NameTagger, _ texts: [AnnotatedText], label: (String) -> Int?) {
        self.init(texts, label: label) { tagger.tag($0) }
    }

    init(_ texts: [AnnotatedText], label: (String) -> Int?, tag: ([UInt32]) -> [TaggedSpan]) {
        for text in texts {
            var wanted: [Range<Int>: Int] = [:]
            for span in text.spans {
                if let label = label(span.label) {
                    wanted[span.range] = label
                    scores[label].wanted += 1
                }
            }
            for span in tag(text.scalars) {
                let label = span.label.rawValue
                scores[label].found += 1
                let right = wanted[span.start..<span.end] == label
                if right { scores[label].right += 1 }
                outcomes[label].append((span.probability, right))
            }
        }
    }

    /// What was missed (-) and wrongly found (+), each with a little of the text around it.
    static func misses(_ tagger: NameTagger, _ text: AnnotatedText, label: (String) -> Int?) -> [String] {
        func show(_ range: Range<Int>, _ sign: String, _ label: Int) -> String {
            func words(_ range: Range<Int>) -> String {
                var view = String.UnicodeScalarView()
                for i in range { view.append(Unicode.Scalar(text.scalars[i]) ?? " ") }
                return String(view)
            }
            return sign + ["PER", "ROLE", "ORG", "LOC"][label] + " "
                + words(max(0, range.lowerBound - 8)..<range.lowerBound) + "["
                + words(range) + "]" + words(range.upperBound..<min(text.scalars.count, range.upperBound + 8))
        }
        var wanted: [Range<Int>: Int] = [:]
        for span in text.spans { if let label = label(span.label) { wanted[span.range] = label } }
        var lines: [(Int, String)] = []
        for span in tagger.tag(text.scalars) {
            if wanted[span.start..<span.end] == span.label.rawValue {
                wanted[span.start..<span.end] = nil
            } else {
                lines.append((span.start, show(span.start..<span.end, "+", span.label.rawValue)))
            }
        }
        for (range, label) in wanted { lines.append((range.lowerBound, show(range, "-", label))) }
        return lines.sorted { $0 < $1 }.map(\.1)
    }

    func line(_ labels: [Int]) -> String {
        labels.map { label in
            let score = scores[label]
            return
                "\(["PER", "ROLE", "ORG", "LOC"][label]) \(three(score.f1)) (P \(three(score.precision)) R \(three(score.recall)))"
        }.joined(separator: "  ")
    }

    private func three(_ value: Double) -> String {
        let thousandths = Int((value * 1000).rounded())
        return thousandths >= 1000
            ? "1.000" : "." + String(repeating: "0", count: 3 - String(thousandths).count) + String(thousandths)
    }
}
