import QuandianText

/// Marks works in 《》 and 〈〉 and quotations in “” ‘’ 「」 『』, the marks included.
///
/// Pairs lie within one block and may nest; a mark without its partner stays unmarked. Time linear in the text.
public struct QuotationFilter: Filter {
    public let name = "quotations"
    public let summary = "marks works in title marks and quotations in quotation marks"
    public let requires: Set<Layer> = [.blocks]
    public let provides: Set<Layer> = [.titles, .quotations]

    public init() {}

    public func annotate(_ document: Document) -> Annotations {
        var annotations = Annotations()
        let bytes = document.text.bytes
        let title = Provenance(filter: name, rule: "title-marks", certainty: 0.99)
        let quotation = Provenance(filter: name, rule: "quotation-marks", certainty: 0.99)
        var pairs = MarkPairs()
        for block in document.blocks {
            for pair in pairs.find(in: block.range, bytes) {
                annotations.marks.append(
                    pair.isTitle
                        ? Mark(pair.range, .title, provenance: title)
                        : Mark(pair.range, .quotation, provenance: quotation)
                )
            }
        }
        return annotations
    }
}

/// Finds marks that open and close in pairs.
struct MarkPairs {
    struct Pair {
        var range: Range<Int>
        var isTitle: Bool
    }

    private var open: [(kind: Int, at: Int)] = []
    private var waiting = [Int](repeating: 0, count: 6)

    /// The pairs in a range, in the order in which they open. One pass and a sort of what was found.
    mutating func find(in range: Range<Int>, _ bytes: [UInt8]) -> [Pair] {
        open.removeAll(keepingCapacity: true)
        for kind in waiting.indices { waiting[kind] = 0 }
        var pairs: [Pair] = []
        var at = range.lowerBound
        while at < range.upperBound {
            // All marks are of three bytes and begin with E2 80 or E3 80.
            let byte = bytes[at]
            guard byte == 0xE2 || byte == 0xE3, at + 2 < range.upperBound, bytes[at + 1] == 0x80 else {
                at += 1
                continue
            }
            let (kind, opens) = MarkPairs.kind(byte, bytes[at + 2])
            if kind >= 0 {
                if opens {
                    open.append((kind, at))
                    waiting[kind] += 1
                } else if waiting[kind] > 0, !isApostrophe(kind, at, range, bytes) {
                    // What was opened inside and never closed is no pair.
                    while let last = open.popLast() {
                        waiting[last.kind] -= 1
                        guard last.kind == kind else { continue }
                        if last.at + 3 < at { pairs.append(Pair(range: last.at..<at + 3, isTitle: kind < 2)) }
                        break
                    }
                }
            }
            at += 3
        }
        pairs.sort { $0.range.lowerBound < $1.range.lowerBound }
        return pairs
    }

    private static func kind(_ first: UInt8, _ last: UInt8) -> (kind: Int, opens: Bool) {
        switch (first, last) {
        case (0xE3, 0x8A): (0, true)
        case (0xE3, 0x8B): (0, false)
        case (0xE3, 0x88): (1, true)
        case (0xE3, 0x89): (1, false)
        case (0xE2, 0x9C): (2, true)
        case (0xE2, 0x9D): (2, false)
        case (0xE2, 0x98): (3, true)
        case (0xE2, 0x99): (3, false)
        case (0xE3, 0x8C): (4, true)
        case (0xE3, 0x8D): (4, false)
        case (0xE3, 0x8E): (5, true)
        case (0xE3, 0x8F): (5, false)
        default: (-1, false)
        }
    }

    /// ’ between two Latin letters: O’Connor.
    private func isApostrophe(_ kind: Int, _ at: Int, _ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
        kind == 3 && at > range.lowerBound && at + 3 < range.upperBound && Scalar.isLatin(UInt32(bytes[at - 1]))
            && Scalar.isLatin(UInt32(bytes[at + 3]))
    }
}
