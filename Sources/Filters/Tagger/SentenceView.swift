/// A sentence as the patterns see it.
package struct SentenceView: Sendable {
    /// Numbers of the characters, with ``margin`` boundary characters on each side.
    package var characters: [UInt16] = []
    package var classes: [CharacterClasses] = []
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
    }
}
