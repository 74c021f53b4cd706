import Foundation
import QuandianFilters

/// Makes the tagger's likelihoods honest: of the names said to be 0.8 certain, about 0.8 are right.
enum Sureness {
    /// Slope and offset for each label, by logistic regression of right and wrong on the raw likelihood's log-odds, over
    /// the development parts.
    static func fit(_ tagger: NameTagger, _ folder: String) throws -> [Float] {
        var outcomes = [[(Float, Bool)]](repeating: [], count: 4)
        for (corpus, labels) in [
            (Corpus.msra, [0, 2, 3]), (.pd1998, [0, 2, 3]), (.pfr199801, [0]), (.cluener, [0, 1, 2]),
            (.resume, [0, 1, 2]),
            (.unerTraditional, [0]),
        ] {
            let result = Evaluation(tagger, try corpus.read(folder, "dev"), label: corpus.label)
            for label in labels { outcomes[label] += result.outcomes[label] }
        }
        return outcomes.flatMap { pairs -> [Float] in
            let points = pairs.map { pair in
                let p = min(max(Double(pair.0), 1e-6), 1 - 1e-6)
                return (x: max(-8, min(8, log(p / (1 - p)))), y: pair.1 ? 1.0 : 0)
            }
            var slope = 1.0
            var offset = 0.0
            // Newton's method on two unknowns, in short steps.
            for _ in 0..<60 where points.count > 20 {
                var (g0, g1, h00, h01, h11) = (0.0, 0.0, 1e-3, 0.0, 1e-3)
                for point in points {
                    let p = 1 / (1 + exp(-(slope * point.x + offset)))
                    let w = p * (1 - p)
                    g0 += (point.y - p) * point.x
                    g1 += point.y - p
                    h00 += w * point.x * point.x
                    h01 += w * point.x
                    h11 += w
                }
                let determinant = h00 * h11 - h01 * h01
                guard determinant > 1e-9 else { break }
                slope += max(-0.1, min(0.1, (h11 * g0 - h01 * g1) / determinant))
                offset += max(-0.1, min(0.1, (h00 * g1 - h01 * g0) / determinant))
            }
            return [Float(slope), Float(offset)]
        }
    }
}
