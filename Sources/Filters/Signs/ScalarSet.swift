/// A set of scalars of the basic plane: a bit for each.
struct ScalarSet: Sendable {
    private var bits = [UInt64](repeating: 0, count: 1024)

    init(_ ranges: [ClosedRange<UInt32>], _ others: String) {
        for scalar in Array(ranges.joined()) + others.unicodeScalars.map(\.value) {
            bits[Int(scalar &>> 6)] |= 1 &<< UInt64(scalar & 63)
        }
    }

    init(_ scalars: String) { self.init([], scalars) }

    /// The characters of some sets, which are folded.
    init(of sets: StaticWord...) {
        self.init("")
        for character in sets.joined() { bits[Int(character &>> 6)] |= 1 &<< UInt64(character & 63) }
    }

    @inline(__always)
    func holds(_ scalar: UInt32) -> Bool {
        scalar < 0x10000 && bits[Int(scalar &>> 6)] &>> UInt64(scalar & 63) & 1 != 0
    }
}
