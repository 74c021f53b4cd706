import QuandianFilters

/// Puts the rows of weights in the order in which the processor has them at hand soonest: patterns that stand often in
/// texts first, so that what is used most lies close together, and each pattern's rows in as few lines of memory as they
/// need; and the slots so that patterns that stand often are found where the search for them begins. What the weights find
/// does not change.
enum Arrangement {
    /// Rows in a line of memory.
    private static let line = 4
    private static let rowSize = 16

    static func arranged(_ bytes: [UInt8], by texts: [[UInt32]]) throws -> [UInt8] {
        let weights = try TaggerWeights(bytes: bytes)
        var uses: [Int: Use] = [:]
        var view = SentenceView()
        for text in texts {
            let numbers = text.map { weights.character($0) }
            var start = 0
            while start < text.count {
                let end = SentenceCutter.end(of: text, from: start)
                view.load(numbers, start, end - start, weights)
                var sink = Sink(table: weights.table, uses: uses)
                uses = [:]
                TaggerPatterns.find(in: view, weights.lexicon, &sink)
                uses = sink.uses
                start = end
            }
        }
        let (slots, counts) = slotsArranged(bytes, weights, uses)
        return rowsArranged(slots, weights, counts)
    }

    /// How often the pattern of a slot is met, and the slot where the search for it begins.
    private struct Use {
        var count = 0
        var home = 0
    }

    /// Counts how often each slot is met.
    private struct Sink: PatternSink {
        let table: PatternTable
        var uses: [Int: Use]

        mutating func add(_ key: UInt64, first: Int, width: Int) {
            guard let slot = table.position(key) else { return }
            uses[slot, default: Use(home: table.home(key))].count += 1
        }
    }

    /// The slots with each pattern as near to its home as those that are met more often leave it, and how often the pattern
    /// of each is met.
    ///
    /// Patterns that no text shows stay where they are, for nothing tells their home. All others take the first place that is
    /// free from theirs on, which fills the same slots whatever the order is, so that each is still found.
    private static func slotsArranged(_ bytes: [UInt8], _ weights: TaggerWeights, _ uses: [Int: Use])
        -> (bytes: [UInt8], counts: [Int: Int])
    {
        let all = weights.table.count
        var isTaken = (0..<all).map { uses[$0] == nil && slot($0, in: bytes, weights) != 0 }
        var result = bytes
        var counts: [Int: Int] = [:]
        for (from, use) in uses.sorted(by: { ($1.value.count, $0.key) < ($0.value.count, $1.key) }) {
            var to = use.home
            while isTaken[to] { to = (to + 1) % all }
            isTaken[to] = true
            counts[to] = use.count
            for byte in 0..<8 {
                result[weights.slotStart + to * 8 + byte] = bytes[weights.slotStart + from * 8 + byte]
            }
        }
        return (result, counts)
    }

    /// A slot: hash and mask above, the number of the first row below.
    private static func slot(_ number: Int, in bytes: [UInt8], _ weights: TaggerWeights) -> UInt64 {
        (0..<8).reduce(0) { $0 | UInt64(bytes[weights.slotStart + number * 8 + $1]) << UInt64($1 * 8) }
    }

    private static func rowsArranged(_ bytes: [UInt8], _ weights: TaggerWeights, _ counts: [Int: Int]) -> [UInt8] {
        func slot(_ number: Int) -> UInt64 { Self.slot(number, in: bytes, weights) }
        let slots = (0..<weights.table.count).filter { slot($0) != 0 }.sorted {
            (counts[$1] ?? 0, $0) < (counts[$0] ?? 0, $1)
        }
        var places = Places()
        let placed = slots.map { number in
            let size = (slot(number) >> 32 & 0xFF).nonzeroBitCount
            return (number: number, from: Int(slot(number) & 0xFFFF_FFFF), size: size, to: places.next(size))
        }
        let oldEnd = weights.rowStart + weights.rowCount * rowSize
        var rows = [UInt8](repeating: 0, count: places.count * rowSize)
        var result = bytes
        for pattern in placed {
            for shift in 0..<4 {
                result[weights.slotStart + pattern.number * 8 + shift] = UInt8(pattern.to >> (shift * 8) & 0xFF)
            }
            for i in 0..<pattern.size * rowSize {
                rows[pattern.to * rowSize + i] = bytes[weights.rowStart + pattern.from * rowSize + i]
            }
        }
        // Sections begin at multiples of 64.
        rows += [UInt8](repeating: 0, count: -rows.count & 63)
        result.replaceSubrange(weights.rowStart..<(oldEnd + 63) & ~63, with: rows)
        for shift in 0..<4 { result[16 + shift] = UInt8(places.count >> (shift * 8) & 0xFF) }
        return result
    }

    /// Places for rows: up to a line's rows lie in one line, more begin one; what is left of a line is filled by later ones.
    private struct Places {
        private(set) var count = 0
        /// For each size the places of that size that are left.
        private var left: [[Int]] = Array(repeating: [], count: line)

        mutating func next(_ size: Int) -> Int {
            for room in size..<max(size, line) where !left[room].isEmpty {
                let place = left[room].removeFirst()
                if room > size { left[room - size].append(place + size) }
                return place
            }
            let place = count
            count += (size + line - 1) / line * line
            if size % line != 0 { left[line - size % line].append(place + size) }
            return place
        }
    }
}
