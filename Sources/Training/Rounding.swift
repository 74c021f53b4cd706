import QuandianFilters

// From real numbers to whole ones. Each layer has a unit of its own, taken from the largest number that it holds while it
// reads training text.

extension NetworkTrainer {
    /// The network in whole numbers.
    mutating func file(_ samples: [Sample], sureness: [Float] = [1, 0, 1, 0, 1, 0, 1, 0]) -> WeightsFile {
        var file = WeightsFile(vocabulary, words)
        file.shape = shape
        file.steps = steps
        file.sureness = sureness
        let (largestSum, largestActivation) = largest(samples)
        let sumUnit = largestSum / Float(NetworkShape.largestSum)
        let unit = largestActivation / Float(NetworkShape.largestActivation)

        // Rows: what a character's classes say is added to its own row.
        let w = shape.width
        var own: [UInt64: Int] = [:]
        for entry in entries where entry.key >> 56 <= NetworkPatterns.Kind.classes.rawValue {
            own[entry.key] = Int(entry.row)
        }
        file.rows = []
        file.shifts = []
        func add(_ row: [Float]) -> UInt8 {
            let top = row.reduce(0) { max($0, abs($1)) }
            var shift: UInt8 = 0
            while shift < PatternTable.mostShift, top > 127 * sumUnit * Float(1 << shift) { shift += 1 }
            let step = sumUnit * Float(1 << shift)
            for value in row { file.rows.append(Int8(max(-127, min(127, (value / step).rounded())))) }
            return shift
        }
        for (number, classes) in vocabulary.classes.enumerated() {
            var row = [Float](repeating: 0, count: w)
            let edge = number == Int(SentenceView.edge)
            for key in [
                NetworkPatterns.key(.one, UInt64(number)), NetworkPatterns.key(.classes, UInt64(classes.bits & 0xFFFF)),
            ] {
                guard let at = own[key], !(edge && key >> 56 == NetworkPatterns.Kind.classes.rawValue) else { continue }
                for i in 0..<w { row[i] += rows[at * w + i] }
            }
            file.shifts.append(add(row))
        }
        for entry in entries where entry.key >> 56 > NetworkPatterns.Kind.classes.rawValue {
            let number = UInt32(file.rows.count / w)
            let shift = add(Array(rows[Int(entry.row) * w..<Int(entry.row + 1) * w]))
            file.patterns.append((entry.key, shift, number))
        }

        func layer(_ values: [Float], _ bias: [Float], _ unit: Float, factor: (Float) -> Float) -> WeightsFile.Layer {
            let top = max(values.reduce(0) { max($0, abs($1)) }, 1e-6)
            let step = top / Float(NetworkShape.largestWeight)
            return WeightsFile.Layer(
                weights: values.map { Int16(($0 / step).rounded()) },
                bias: bias.map { Int32(max(-1e9, min(1e9, ($0 / (unit * step)).rounded()))) }, factor: factor(step))
        }
        file.layers = [layer(first.values, firstBias.values, sumUnit) { sumUnit * $0 / unit }]
        for (values, bias) in zip(deep, deepBias) { file.layers.append(layer(values.values, bias.values, unit) { $0 }) }
        file.layers.append(layer(out.values, outBias.values, unit) { unit * $0 })
        file.layers.append(layer(gate.values, gateBias.values, unit) { unit * $0 })
        return file
    }
}
