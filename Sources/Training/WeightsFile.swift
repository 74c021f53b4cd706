import QuandianFilters

/// A weights file in parts, as `TaggerWeights` reads it.
struct WeightsFile {
    struct Layer {
        /// [inner][outer]
        var weights: [Int16]
        var bias: [Int32]
        var factor: Float
    }

    let vocabulary: Vocabulary
    let words: [(characters: [UInt16], classes: UInt32)]
    var shape: NetworkShape
    /// The characters' rows, then the patterns'.
    var rows: [Int8]
    var shifts: [UInt8]
    var patterns: [(key: UInt64, shift: UInt8, row: UInt32)]
    /// The first layer, those above it, the scores, the gate.
    var layers: [Layer]
    /// What the gate must pass.
    var closed: Float = -1e9
    var steps = TagTransitions()
    var sureness: [Float] = [1, 0, 1, 0, 1, 0, 1, 0]

    /// A file that finds patterns and the lexicon's words, and knows nothing of them.
    init(_ vocabulary: Vocabulary, _ words: [(characters: [UInt16], classes: UInt32)], keys: [UInt64] = []) {
        self.vocabulary = vocabulary
        self.words = words
        shape = NetworkShape(width: 16, hidden: 16, firstTaps: 1, spreads: [])
        let characters = vocabulary.classes.count
        rows = [Int8](repeating: 0, count: (characters + keys.count) * 16)
        shifts = [UInt8](repeating: 0, count: characters)
        patterns = keys.enumerated().map { ($1, 0, UInt32(characters + $0)) }
        layers = Array(
            repeating: Layer(
                weights: Array(repeating: 0, count: 256), bias: Array(repeating: 0, count: 16), factor: 0), count: 3)
    }

    func bytes() -> [UInt8] {
        let table = PatternTable.build(patterns)
        let lexicon = Lexicon.build(words)
        var out: [UInt8] = []
        func put(_ number: UInt32) {
            for shift in [0, 8, 16, 24] { out.append(UInt8(truncatingIfNeeded: number >> UInt32(shift))) }
        }
        func align(_ multiple: Int = 64) { while out.count % multiple != 0 { out.append(0) } }
        let spreads = shape.spreads + Array(repeating: 0, count: NetworkShape.mostLayers - shape.spreads.count)
        let above =
            layers[1..<layers.count - 2].map(\.factor)
            + Array(repeating: 0, count: NetworkShape.mostLayers - shape.spreads.count)
        for number in [
            TaggerWeights.magic, TaggerWeights.version, UInt32(vocabulary.classes.count), UInt32(table.bits),
            UInt32(rows.count / shape.width), UInt32(lexicon.startBits), UInt32(lexicon.wordBits), UInt32(shape.width),
            UInt32(shape.hidden), UInt32(shape.firstTaps), UInt32(shape.spreads.count),
        ] + spreads.map({ UInt32($0) }) { put(number) }
        for factor in [layers[0].factor] + above + layers.suffix(2).map(\.factor) + [closed] { put(factor.bitPattern) }
        align(128)
        for number in vocabulary.map {
            out.append(UInt8(number & 0xFF))
            out.append(UInt8(number >> 8))
        }
        align()
        for classes in vocabulary.classes { put(classes.bits) }
        align()
        for slot in table.slots {
            put(UInt32(truncatingIfNeeded: slot))
            put(UInt32(slot >> 32))
        }
        align()
        out += table.filter
        align()
        out += rows.map { UInt8(bitPattern: $0) }
        align()
        out += shifts
        align()
        for slot in lexicon.starts { put(slot) }
        align()
        for slot in lexicon.words {
            put(UInt32(truncatingIfNeeded: slot))
            put(UInt32(slot >> 32))
        }
        align()
        for layer in layers {
            let outer = layer.bias.count
            for k in stride(from: 0, to: layer.weights.count / outer, by: 2) {
                for j in 0..<outer {
                    let low = UInt16(bitPattern: layer.weights[k * outer + j])
                    let high = UInt16(bitPattern: layer.weights[(k + 1) * outer + j])
                    put(UInt32(low) | UInt32(high) << 16)
                }
            }
            align()
            for number in layer.bias { put(UInt32(bitPattern: number)) }
            align()
        }
        for number in steps.flat { put(number.bitPattern) }
        align()
        for number in sureness { put(number.bitPattern) }
        align()
        return out
    }
}
