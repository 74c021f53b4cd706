import CModels
import Dispatch

/// The learned tables inside the program.
public enum Models {
    /// A name for the tables by their content, 16 hexadecimal digits: programs with other tables may find other names.
    ///
    /// FNV-1a over 64-bit words, in eight lanes: for telling apart, not for secrets. Computed at first use, once, in a
    /// few milliseconds.
    public static let digest: String = {
        let weights = unsafe UnsafeRawBufferPointer(
            start: quandian_tagger_weights(), count: quandian_tagger_weights_size())
        let tables = unsafe UnsafeRawBufferPointer(start: quandian_name_tables(), count: quandian_name_tables_size())
        let digest = unsafe fold(tables, after: fold(weights, after: 0xcbf2_9ce4_8422_2325))
        let digits = String(digest, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }()

    /// Begins to lay out the tables of dates and names on a thread of its own, while the caller reads schema and text: some
    /// eight milliseconds of the start. Returns at once; whoever needs the tables first waits for them.
    public static func prepare() {
        DispatchQueue.global(qos: .userInitiated).async {
            _ = DateLexer.shared
            _ = DatePieceFinder.shared
            _ = DateSequence.shared
            _ = NameTables.shared
            _ = digest
        }
    }

    private static func fold(_ bytes: UnsafeRawBufferPointer, after seed: UInt64) -> UInt64 {
        let prime: UInt64 = 0x100_0000_01b3
        var lanes = SIMD8<UInt64>(repeating: seed ^ UInt64(bytes.count))
        let whole = bytes.count / 64 * 64
        for start in stride(from: 0, to: whole, by: 64) {
            let word = unsafe bytes.loadUnaligned(fromByteOffset: start, as: SIMD8<UInt64>.self)
            // The shift brings high bits down, which a product alone never does.
            lanes = (lanes ^ word) &* prime
            lanes ^= lanes &>> 29
        }
        var result = seed
        for index in lanes.indices { result = (result ^ lanes[index]) &* prime }
        for index in whole..<bytes.count { result = unsafe (result ^ UInt64(bytes[index])) &* prime }
        return result
    }
}
