extension Document {
    /// Takes in what a filter found and settles overlaps. This is the only place where they are settled.
    ///
    /// The rule: a mark must hold a character that a reader sees and lie in one block, on scalar boundaries, and inside
    /// each part of the block or beside it, or it is dropped. Sentences, titles and quotations are frames: they may hold
    /// any mark but a sentence. An organisation may hold places that are shorter than it is; other marks hold none. Of two
    /// marks that overlap otherwise, the one with the higher certainty stays; of equals the longer, then the earlier, then
    /// the one that came first. A frame never displaces a mark that is none.
    ///
    /// Time n log n in the number of marks, blocks and parts.
    public mutating func add(_ annotations: Annotations) {
        if !annotations.blocks.isEmpty {
            precondition(blocks.isEmpty, "two filters provide blocks")
            blocks = annotations.blocks
        }
        if !annotations.marks.isEmpty {
            marks = Settlement.settle(marks, annotations.marks, in: blocks, of: text)
        }
        if entities.isEmpty { entities = annotations.entities } else { entities += annotations.entities }
        metadata.merge(annotations.metadata)
        findings += annotations.findings
    }
}

/// A mark as the settlement sees it: small and without references, so that sorting moves little.
private struct Claim {
    var range: Range<Int>
    var certainty: Double
    var kind: MarkKind.Nesting
    /// The mark's place among all marks, the settled ones before those found.
    var index: Int
    /// The place of the claim in which this one lies, -1 for none; known while a run is looked at.
    var outer = -1

    init(_ mark: Mark, index: Int) {
        range = mark.range
        certainty = mark.provenance.certainty
        kind = mark.kind.nesting
        self.index = index
    }
}

extension MarkKind {
    /// How a mark may nest. Of two marks on the same stretch, the lower is the outer.
    fileprivate enum Nesting: Int {
        case sentence, title, quotation, organisation, place, content

        var isFrame: Bool { rawValue < Nesting.organisation.rawValue }
    }

    fileprivate var nesting: Nesting {
        switch self {
        case .sentence: .sentence
        case .title: .title
        case .quotation: .quotation
        case .organisation: .organisation
        case .place: .place
        default: .content
        }
    }
}

enum Settlement {
    /// - Parameters:
    ///   - settled: marks that an earlier call gave back.
    ///   - found: marks to settle with them.
    static func settle(_ settled: [Mark], _ found: [Mark], in blocks: [Block], of text: Text) -> [Mark] {
        var claims = claims(settled, found, in: blocks, of: text)
        var kept: [Mark] = []
        kept.reserveCapacity(claims.count)
        func keep(_ claim: Claim) {
            kept.append(claim.index < settled.count ? settled[claim.index] : found[claim.index - settled.count])
        }
        // Only marks of one run, which overlap one another, can be in each other's way. Most runs nest as they are.
        var start = 0
        while start < claims.count {
            var end = start + 1
            var reach = claims[start].range.upperBound
            while end < claims.count, claims[end].range.lowerBound < reach {
                reach = max(reach, claims[end].range.upperBound)
                end += 1
            }
            if nests(start..<end, of: &claims) {
                for index in start..<end { keep(claims[index]) }
            } else {
                for claim in settle(Array(claims[start..<end])) { keep(claim) }
            }
            start = end
        }
        return kept
    }

    /// What the marks claim, in order; of those found only such as may stand at all.
    private static func claims(_ settled: [Mark], _ found: [Mark], in blocks: [Block], of text: Text) -> [Claim] {
        var new: [Claim] = []
        new.reserveCapacity(found.count)
        for index in found.indices {
            let range = found[index].range
            if stands(range, in: text), text.hasInk(in: range) {
                new.append(Claim(found[index], index: settled.count + index))
            }
        }
        new.sort(by: order)
        // The settled ones are in order already.
        var all: [Claim] = []
        all.reserveCapacity(settled.count + new.count)
        var places = Places(blocks)
        var old = 0
        for claim in new where places.hold(claim.range) {
            while old < settled.count, settled[old].range.lowerBound <= claim.range.lowerBound {
                let other = Claim(settled[old], index: old)
                if order(claim, other) { break }
                all.append(other)
                old += 1
            }
            all.append(claim)
        }
        while old < settled.count {
            all.append(Claim(settled[old], index: old))
            old += 1
        }
        return all
    }

    /// Whether all marks of a run, in order, may stay: each lies in those before it or beside them, and in none that
    /// may not hold it.
    private static func nests(_ run: Range<Int>, of claims: inout [Claim]) -> Bool {
        var last = -1
        for index in run {
            let claim = claims[index]
            while last >= 0, claims[last].range.upperBound <= claim.range.lowerBound { last = claims[last].outer }
            if last >= 0 {
                let outer = claims[last]
                let holds =
                    outer.kind.isFrame
                    ? claim.kind != .sentence && !(claim.kind == outer.kind && claim.range == outer.range)
                    : outer.kind == .organisation && claim.kind == .place && claim.range != outer.range
                if !holds || claim.range.upperBound > outer.range.upperBound { return false }
            }
            claims[index].outer = last
            last = index
        }
        return true
    }

    /// The marks of a run that stay, in order.
    private static func settle(_ run: [Claim]) -> [Claim] {
        // Frames yield to names and dates whatever their certainty.
        var content = run.filter { !$0.kind.isFrame }
        var frames = run.filter { $0.kind.isFrame }
        // Names and dates first: in each run of overlapping marks the strongest claims its stretch.
        content.sort { ($0.range.lowerBound, $0.index) < ($1.range.lowerBound, $1.index) }
        var kept: [Claim] = []
        kept.reserveCapacity(content.count + frames.count)
        var first = 0
        var reach = 0
        for (index, claim) in content.enumerated() {
            if claim.range.lowerBound >= reach {
                keepStrongest(of: content[first..<index], in: &kept)
                first = index
            }
            reach = max(reach, claim.range.upperBound)
        }
        keepStrongest(of: content[first...], in: &kept)
        // Frames must nest with everything kept; what lies in an organisation lies where that does.
        frames.sort(by: stronger)
        var reached = 0
        let outermost = kept.filter { claim in
            defer { reached = max(reached, claim.range.upperBound) }
            return claim.range.lowerBound >= reached
        }
        kept += nesting(frames, with: outermost)
        kept.sort(by: order)
        return kept
    }

    /// Keeps the marks of a run that stay, in order.
    private static func keepStrongest(of run: ArraySlice<Claim>, in kept: inout [Claim]) {
        guard run.count > 1 else {
            kept += run
            return
        }
        let starts = run.map(\.range.lowerBound)
        // Where the marks kept so far end, by their beginning. Those of one family do not overlap, so that of some that
        // begin in a stretch the last reaches farthest.
        let none = RangeMaximum(count: starts.count)
        var (organisations, places, others) = (none, none, none)
        var strongest: [Claim] = []
        for claim in run.sorted(by: stronger) {
            let (start, end) = (claim.range.lowerBound, claim.range.upperBound)
            let from = starts.firstIndex(notBelow: start)
            let past = starts.firstIndex(notBelow: start + 1)
            let before = starts.firstIndex(notBelow: end)
            guard others.maximum(in: 0..<before) <= start else { continue }
            switch claim.kind {
            case .organisation:
                // Places that begin in it must end in it, and not all be it.
                guard organisations.maximum(in: 0..<before) <= start, places.maximum(in: 0..<from) <= start,
                    places.maximum(in: from..<past) < end, places.maximum(in: past..<before) <= end
                else { continue }
                organisations.raise(from, to: end)
            case .place:
                let around = organisations.maximum(in: 0..<from)
                let beside = organisations.maximum(in: from..<past)
                guard places.maximum(in: 0..<before) <= start, organisations.maximum(in: past..<before) <= start,
                    around <= start || around >= end, beside <= start || beside > end
                else { continue }
                places.raise(from, to: end)
            default:
                guard organisations.maximum(in: 0..<before) <= start, places.maximum(in: 0..<before) <= start else {
                    continue
                }
                others.raise(from, to: end)
            }
            strongest.append(claim)
        }
        kept += strongest.sorted(by: order)
    }

    /// The frames that stay, of frames in the order of their strength. `content` is in order and does not overlap.
    private static func nesting(_ frames: [Claim], with content: [Claim]) -> [Claim] {
        let starts = frames.map(\.range.lowerBound).sorted()
        let ends = frames.map(\.range.upperBound).sorted()
        var sentences = FrameFamily(starts: starts, ends: ends)
        var others = sentences
        var repeated: Set<Place> = []
        return frames.filter { frame in
            let range = frame.range
            if straddles(range.lowerBound, content) || straddles(range.upperBound, content) { return false }
            if sentences.crosses(range, starts, ends) || others.crosses(range, starts, ends) { return false }
            if frame.kind == .sentence {
                // A sentence lies in no other frame, though one may be as long as it is.
                if sentences.holds(range, starts) || sentences.lies(in: range, starts) { return false }
                if others.holds(range, starts), !others.onlyEqual(range, starts, ends) { return false }
                sentences.insert(range, starts, ends)
            } else {
                if sentences.lies(in: range, starts), !sentences.holds(range, starts) { return false }
                guard repeated.insert(Place(range: range, kind: frame.kind)).inserted else { return false }
                others.insert(range, starts, ends)
            }
            return true
        }
    }

    /// What makes two marks the same mark.
    private struct Place: Hashable {
        var range: Range<Int>
        var kind: MarkKind.Nesting
    }

    private static func stronger(_ a: Claim, _ b: Claim) -> Bool {
        if a.certainty != b.certainty { return a.certainty > b.certainty }
        if a.range.count != b.range.count { return a.range.count > b.range.count }
        if a.range.lowerBound != b.range.lowerBound { return a.range.lowerBound < b.range.lowerBound }
        return a.index < b.index
    }

    /// The order of marks in a document: by start, the outer one first.
    private static func order(_ a: Claim, _ b: Claim) -> Bool {
        if a.range.lowerBound != b.range.lowerBound { return a.range.lowerBound < b.range.lowerBound }
        if a.range.upperBound != b.range.upperBound { return a.range.upperBound > b.range.upperBound }
        if a.kind != b.kind { return a.kind.rawValue < b.kind.rawValue }
        return a.index < b.index
    }

    /// Whether an offset lies strictly inside one of the marks (in order, not overlapping).
    private static func straddles(_ offset: Int, _ marks: [Claim]) -> Bool {
        var low = 0
        var high = marks.count
        while low < high {
            let middle = (low + high) / 2
            if marks[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
        }
        return low < marks.count && marks[low].range.lowerBound < offset
    }

    /// Whether a range is not empty, lies in the text and cuts no character.
    private static func stands(_ range: Range<Int>, in text: Text) -> Bool {
        guard !range.isEmpty, range.lowerBound >= 0, range.upperBound <= text.bytes.count else { return false }
        return text.bytes[range.lowerBound] & 0xC0 != 0x80
            && (range.upperBound == text.bytes.count || text.bytes[range.upperBound] & 0xC0 != 0x80)
    }
}

/// Where marks may stand: asked for one after another in the order of their beginnings, so that one walk answers all.
private struct Places {
    private let blocks: [Block]
    /// The edges of the parts of all blocks, in order.
    private var edges: [Int] = []
    private var block = 0
    private var edge = 0

    init(_ blocks: [Block]) {
        self.blocks = blocks
        for index in blocks.indices where !blocks[index].parts.isEmpty {
            for part in blocks[index].parts {
                edges.append(part.range.lowerBound)
                edges.append(part.range.upperBound)
            }
        }
        edges.sort()
    }

    /// Whether a range lies in one block, and inside each of its parts or beside it: no part's edge is strictly inside.
    mutating func hold(_ range: Range<Int>) -> Bool {
        while block < blocks.count, blocks[block].range.upperBound <= range.lowerBound { block += 1 }
        while edge < edges.count, edges[edge] <= range.lowerBound { edge += 1 }
        guard block < blocks.count, blocks[block].range.lowerBound <= range.lowerBound,
            range.upperBound <= blocks[block].range.upperBound
        else { return false }
        return edge == edges.count || edges[edge] >= range.upperBound
    }
}

/// Ranges that nest, and quick answers on how a further one stands to them.
private struct FrameFamily {
    /// By start: how far the kept ranges that begin there reach, and (negated) how near the nearest of them ends.
    private var farthestEnd, nearestEnd: RangeMaximum
    /// By end, negated: where the first of the kept ranges that end there begins.
    private var firstStart: RangeMaximum

    init(starts: [Int], ends: [Int]) {
        farthestEnd = RangeMaximum(count: starts.count)
        nearestEnd = farthestEnd
        firstStart = farthestEnd
    }

    mutating func insert(_ range: Range<Int>, _ starts: [Int], _ ends: [Int]) {
        let start = starts.firstIndex(notBelow: range.lowerBound)
        farthestEnd.raise(start, to: range.upperBound)
        nearestEnd.raise(start, to: -range.upperBound)
        firstStart.raise(ends.firstIndex(notBelow: range.upperBound), to: -range.lowerBound)
    }

    /// Whether a kept range has exactly one end strictly inside the range, the other strictly outside.
    func crosses(_ range: Range<Int>, _ starts: [Int], _ ends: [Int]) -> Bool {
        let begun = starts.firstIndex(notBelow: range.lowerBound + 1)..<starts.firstIndex(notBelow: range.upperBound)
        if begun.lowerBound < begun.upperBound, farthestEnd.maximum(in: begun) > range.upperBound { return true }
        let ended = ends.firstIndex(notBelow: range.lowerBound + 1)..<ends.firstIndex(notBelow: range.upperBound)
        return firstStart.maximum(in: ended) > -range.lowerBound
    }

    /// Whether a kept range holds the range, or is the same.
    func holds(_ range: Range<Int>, _ starts: [Int]) -> Bool {
        farthestEnd.maximum(in: 0..<starts.firstIndex(notBelow: range.lowerBound + 1)) >= range.upperBound
    }

    /// Whether a kept range lies in the range, or is the same.
    func lies(in range: Range<Int>, _ starts: [Int]) -> Bool {
        let begun = starts.firstIndex(notBelow: range.lowerBound)..<starts.firstIndex(notBelow: range.upperBound)
        return nearestEnd.maximum(in: begun) >= -range.upperBound
    }

    /// Whether no kept range that holds the range is larger than it.
    func onlyEqual(_ range: Range<Int>, _ starts: [Int], _ ends: [Int]) -> Bool {
        let before = 0..<starts.firstIndex(notBelow: range.lowerBound)
        let same = before.upperBound..<starts.firstIndex(notBelow: range.lowerBound + 1)
        return farthestEnd.maximum(in: before) < range.upperBound
            && farthestEnd.maximum(in: same) <= range.upperBound
    }
}

/// Numbers by index, and the greatest of a stretch in logarithmic time (a segment tree).
private struct RangeMaximum {
    private var tree: [Int]
    private let count: Int

    init(count: Int) {
        self.count = count
        tree = Array(repeating: .min, count: count * 2)
    }

    /// Makes the number at an index at least so great.
    mutating func raise(_ index: Int, to value: Int) {
        var node = index + count
        while node > 0, tree[node] < value {
            tree[node] = value
            node /= 2
        }
    }

    /// The greatest number in a stretch of indices, `Int.min` where none was set.
    func maximum(in indices: Range<Int>) -> Int {
        var low = indices.lowerBound + count
        var high = indices.upperBound + count
        var result = Int.min
        while low < high {
            if low & 1 == 1 {
                result = max(result, tree[low])
                low += 1
            }
            if high & 1 == 1 {
                high -= 1
                result = max(result, tree[high])
            }
            low /= 2
            high /= 2
        }
        return result
    }
}
