import CNetwork
import QuandianFilters
import Testing

@Suite struct NetworkKernelTests {
    private struct Dice {
        var state: UInt64
        mutating func number(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % (2 * limit + 1) - limit
        }
    }

    /// The vector code must give what plain code gives: the same text has the same scores on every machine.
    @Test(arguments: [1, 2, 3, 4, 5, 7, 31, 64], [1, 3, 5])
    func everyProcessorComputesTheSame(_ rows: Int, _ taps: Int) {
        var dice = Dice(state: UInt64(rows * 10 + taps))
        let width = 32
        let n = 48
        let x = (0..<(rows + 2 * taps) * width).map { _ in Int16(dice.number(2047)) }
        let weights = (0..<taps * width * n).map { _ in Int16(dice.number(255)) }
        let bias = (0..<n).map { _ in Int32(dice.number(1_000_000)) }
        let below = (0..<rows * n).map { _ in Int16(abs(dice.number(8191))) }
        var vector = [Int16](repeating: -1, count: rows * n)
        var plain = vector
        for isBelow in [false, true] {
            unsafe below.withUnsafeBufferPointer { below in
                let lower = unsafe isBelow ? below.baseAddress : nil
                unsafe quandian_convolve(
                    &vector, lower, x, width, taps, 2, weights, bias, 0.0007, 8191, rows, n)
                unsafe quandian_convolve_plain(
                    &plain, lower, x, width, taps, 2, weights, bias, 0.0007, 8191, rows, n)
            }
            #expect(vector == plain)
            #expect(vector.contains { $0 > 0 } && vector.allSatisfy { (0...8191).contains($0) })
        }
        var scores = [Float](repeating: 0, count: rows * 16)
        var plainScores = scores
        unsafe quandian_scores(&scores, x, width, weights, bias, 0.001, rows)
        unsafe quandian_scores_plain(&plainScores, x, width, weights, bias, 0.001, rows)
        #expect(scores == plainScores)
    }

    @Test func rowsAreAddedAtTheirPlacesAndHeldWithinLimits() {
        var sums = [Int16](repeating: 0, count: 3 * 16)
        let rows = [Int8](repeating: 3, count: 16) + [Int8](repeating: -127, count: 16)
        let found = [
            quandian_found(row: 0, shift: 2, place: 0), quandian_found(row: 0, shift: 0, place: 2),
            quandian_found(row: 1, shift: 4, place: 2), quandian_found(row: 1, shift: 4, place: 2),
        ]
        unsafe quandian_add_rows(&sums, rows, found, 4, 16)
        #expect(sums == [Int16](repeating: 12, count: 16) + [Int16](repeating: 0, count: 16)
            + [Int16](repeating: 3 - 2 * 2032, count: 16))
        unsafe quandian_clamp(&sums, 48, 2047)
        #expect(sums[0] == 12 && sums[47] == -2047)
    }
}
