import Foundation
import QuandianFilters

/// What the training data and the lists say of names, and new names drawn from it.
struct Names {
    private(set) var surnames: Set<[UInt32]> = []
    private var surnamePool = Pool()
    private var givenPool = Pool()
    private var givenCharacters = Pool()
    private var foreignParts: [Int: Pool] = [:]
    private(set) var surnameCounts: [UInt32: Double] = [:]
    private(set) var givenCounts: [UInt32: Double] = [:]
    private(set) var foreignCounts: [UInt32: Double] = [:]
    let compound: Set<[UInt32]>

    /// Things to draw from, with weights.
    private struct Pool {
        var items: [[UInt32]] = []
        var sums: [Double] = []

        init() {}

        init(_ counts: [[UInt32]: Double], power: Double) {
            for (item, count) in counts.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
                items.append(item)
                sums.append((sums.last ?? 0) + Double.power(count, power))
            }
        }

        func draw(_ dice: inout Dice) -> [UInt32] {
            guard let last = sums.last else { return [] }
            let at = dice.unit() * last
            var low = 0
            var high = sums.count - 1
            while low < high {
                let middle = (low + high) / 2
                if sums[middle] > at { high = middle } else { low = middle + 1 }
            }
            return items[low]
        }
    }

    init(_ lists: Lists, _ fold: Folding, persons: [[UInt32]: Double]) throws {
        var weights: [[UInt32]: Double] = [:]
        for (name, count) in try lists.counts("family_names_wainshine.tsv") {
            weights[fold(name), default: 0] += Double(count) / 20
        }
        for (name, count) in try lists.counts("surnames_pfr_train.tsv") {
            weights[fold(name), default: 0] += Double(count)
        }
        let compound = Set(try lists.words("compound_surnames.txt").map { fold($0) })
        for name in compound { weights[name, default: 0] += 10 }
        self.compound = compound
        weights = weights.filter { $0.key.count <= 2 && !$0.key.isEmpty }
        surnames = Set(weights.keys)
        surnamePool = Pool(weights, power: 0.6)

        var given: [[UInt32]: Double] = [:]
        var characters: [[UInt32]: Double] = [:]
        var parts: [Int: [[UInt32]: Double]] = [:]
        func learn(_ name: [UInt32], _ count: Double) {
            if let split = split(name) {
                surnameCounts[name[0], default: 0] += count
                for character in name[split...] {
                    givenCounts[character, default: 0] += count
                    characters[[character], default: 0] += count
                }
                given[Array(name[split...]), default: 0] += count
            } else if isForeign(name) {
                for part in name.split(separator: 0xB7) where part.count > 1 {
                    parts[min(part.count, 5), default: [:]][Array(part), default: 0] += count
                    for character in part { foreignCounts[character, default: 0] += count }
                }
            }
        }
        for (name, count) in persons { learn(name, count) }
        // The lists of famous and of ancient names count a little each: they widen the pool, they do not rule it.
        for name in try lists.words("THUOCL_lishimingren.txt") { learn(fold(name), 0.3) }
        for (index, name) in try lists.words("ancient_names_wainshine.txt").enumerated() where index % 4 == 0 {
            let name = fold(name)
            if name.count <= 3, name.count > 1 { learn(name, 0.02) }
        }
        givenPool = Pool(given, power: 0.5)
        givenCharacters = Pool(characters, power: 0.8)
        foreignParts = parts.mapValues { Pool($0, power: 0.5) }
    }

    /// Where the surname of a Chinese name ends, or nil where it is no such name.
    func split(_ name: [UInt32]) -> Int? {
        guard (2...4).contains(name.count), name.allSatisfy({ (0x4E00...0x9FFF).contains($0) }) else { return nil }
        if name.count > 2, surnames.contains(Array(name[0..<2])) { return 2 }
        return name.count < 4 && surnames.contains([name[0]]) ? 1 : nil
    }

    func isForeign(_ name: [UInt32]) -> Bool {
        name.count >= 2 && name.allSatisfy { (0x4E00...0x9FFF).contains($0) || $0 == 0xB7 }
            && (name.contains(0xB7) || name.count > 3)
    }

    /// Another name of the same kind, or nil where the kind is unknown.
    func redraw(_ name: [UInt32], _ dice: inout Dice) -> [UInt32]? {
        if name.count == 1, surnames.contains(name) {
            let surname = surnamePool.draw(&dice)
            return surname.count == 1 ? surname : nil
        }
        if split(name) != nil {
            let surname = surnamePool.draw(&dice)
            if dice.unit() < 0.6 { return surname + givenPool.draw(&dice) }
            let first = givenCharacters.draw(&dice)
            return dice.unit() < 0.3 ? surname + first : surname + first + givenCharacters.draw(&dice)
        }
        if isForeign(name) {
            var drawn: [UInt32] = []
            for part in name.split(separator: 0xB7, omittingEmptySubsequences: false) {
                if !drawn.isEmpty { drawn.append(0xB7) }
                drawn += foreignParts[min(part.count, 5)]?.draw(&dice) ?? Array(part)
            }
            return drawn
        }
        return nil
    }
}

extension Double {
    static func power(_ base: Double, _ exponent: Double) -> Double {
        base <= 0 ? 0 : exponent == 0.5 ? base.squareRoot() : pow(base, exponent)
    }
}
