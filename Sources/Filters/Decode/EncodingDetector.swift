import QuandianText

/// Finds the encoding of bytes that do not say it: each candidate decodes a sample, and the one whose characters
/// surprise least is believed.
///
/// Trial decoding tells GB18030 from Big5 by the characters that come out, for strings of two characters already
/// (figures, also against a statistical detector of the usual kind, in NOTES/decoding.md).
enum EncodingDetector {
    struct Verdict {
        var encoding: SourceEncoding
        /// From 0 to 1.
        var certainty: Double
    }

    /// The size of the sample in bytes. It begins where the first byte above ASCII stands.
    private static let sampleSize = 1 << 16

    /// - Parameter bytes: not valid UTF-8, or holding NULs.
    static func detect(_ bytes: [UInt8]) throws(DecodingError) -> Verdict {
        let start = bytes.firstIndex { $0 >= 0x80 || $0 == 0 } ?? 0
        // The even offset before; a UTF-16 sample must begin on a code unit.
        let candidates: [(SourceEncoding, Int)] = [
            (.utf8, start), (.gb18030, start), (.big5, start), (.utf16le, start & ~1), (.utf16be, start & ~1),
        ]
        var best: (encoding: SourceEncoding, trial: Trial)?
        var second = Int.max
        for (encoding, from) in candidates {
            let trial = Trial(
                try Transcription.of(bytes, from..<min(bytes.count, from + sampleSize), as: encoding).bytes)
            // Anything can be read as UTF-16: it must look like Chinese or English too.
            if encoding == .utf16le || encoding == .utf16be, trial.usualShare < 0.6 { continue }
            if let known = best, known.trial.surprise <= trial.surprise {
                second = min(second, trial.surprise)
            } else {
                second = min(second, best?.trial.surprise ?? .max)
                best = (encoding, trial)
            }
        }
        guard let best else { return Verdict(encoding: .utf8, certainty: 0) }
        // The odds from the difference in bits; a few characters' worth of it is convincing, where most of the text is
        // such as one expects.
        let margin = min(64, second - best.trial.surprise)
        let odds = 1 - 0.5 / Double(1 << (margin / 4))
        return Verdict(encoding: best.encoding, certainty: odds * min(1, best.trial.usualShare / 0.8))
    }

    /// Whether seven-bit bytes are HZ: shifts in order, and only characters of GB2312 between them.
    static func isHZ(_ bytes: [UInt8]) -> Bool {
        let shift: [UInt8] = [UInt8(ascii: "~"), UInt8(ascii: "{")]
        guard let start = firstIndex(of: shift, in: bytes), let table = MultibyteTable.gb18030 else { return false }
        let end = min(bytes.count, start + sampleSize)
        let trial = Transcription.hz(bytes, start..<end, table)
        let last = trial.firstGaps.last.map { $0.source + 4 < end } ?? false
        return !last && Trial(trial.bytes).usualShare > 0.6 && trial.bytes.contains { $0 >= 0x80 }
    }

    private static func firstIndex(of pair: [UInt8], in bytes: [UInt8]) -> Int? {
        let bytes = bytes.span
        var at = 0
        while at + 1 < bytes.count {
            if bytes[at] == pair[0], bytes[at + 1] == pair[1] { return at }
            at += 1
        }
        return nil
    }

    /// A sample as one candidate reads it.
    struct Trial {
        /// In bits; the whole sample's.
        private(set) var surprise = 0
        /// How many characters are such as a Chinese text often holds, from 0 to 1.
        let usualShare: Double

        init(_ text: [UInt8]) {
            var usual = 0
            var count = 0
            var at = 0
            while at < text.count {
                let (scalar, size) = UTF8Scalar.decode(text, at)
                surprise += CommonCharacters.surprise(of: scalar)
                if CommonCharacters.isUsual(scalar) { usual += 1 }
                count += 1
                at += size
            }
            usualShare = count == 0 ? 0 : Double(usual) / Double(count)
        }
    }
}
