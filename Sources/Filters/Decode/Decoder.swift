import QuandianText

/// What to do with bytes that are no text in the encoding.
public enum InvalidBytes: String, Hashable, Sendable, CaseIterable {
    /// U+FFFD stands for them, and a finding says where.
    case replace
    /// The file is refused.
    case refuse
}

/// A text with what is to be said of its way out of the bytes.
public struct DecodedText: Sendable {
    public enum Discovery: String, Hashable, Sendable, CaseIterable {
        case named
        case byteOrderMark = "byte-order-mark"
        case validUTF8 = "valid-utf-8"
        case detected
    }

    public let text: Text
    public let encoding: SourceEncoding
    /// Whether the source opens with a byte order mark; it is no part of the text.
    public let hasByteOrderMark: Bool
    /// How the encoding was found.
    public let discovery: Discovery
    /// How sure the encoding is, from 0 to 1.
    public let certainty: Double
    /// How many bytes of the source U+FFFD stands for.
    public let replacedBytes: Int
    public let findings: [Finding]
}

/// Turns the bytes of a file into text, and accounts for every one of them.
///
/// A value without state: one may serve many files and threads. Linear in the size of the file; memory is the text and
/// one part in a hundred for the way back (valid UTF-8 is not even copied).
public struct Decoder: Sendable {
    public let encoding: SourceEncoding?
    public let invalid: InvalidBytes

    /// - Parameters:
    ///   - encoding: nil to find it: by byte order mark, then by being valid UTF-8, then by trial.
    ///   - invalid: what to do with bytes that are no text in the encoding.
    public init(encoding: SourceEncoding? = nil, invalid: InvalidBytes = .replace) {
        self.encoding = encoding
        self.invalid = invalid
    }

    /// - Throws: ``DecodingError`` for a file that holds no text, that is larger than 1.4 GB or in an encoding that is
    ///   not read, and for invalid bytes where they are refused.
    public func decode(_ bytes: [UInt8]) throws(DecodingError) -> DecodedText {
        guard bytes.count <= Int(UInt32.max) / 3 else {
            throw DecodingError(.tooLarge, "the file is larger than 1.4 GB: split it")
        }
        if let kind = BinaryFile.kind(of: bytes) { throw DecodingError(.binary, "the file is no text but \(kind)") }
        if bytes.starts(with: [0xFF, 0xFE, 0x00, 0x00]) || bytes.starts(with: [0x00, 0x00, 0xFE, 0xFF]) {
            throw DecodingError(.unsupportedEncoding, "the file is in UTF-32, which is not read: save it as UTF-8")
        }
        let survey = UTF8Form.survey(bytes)
        let source = try source(of: bytes, survey)
        let start = source.hasByteOrderMark ? source.encoding.byteOrderMark.count : 0

        let text: Text
        var result: Transcription?
        if source.encoding == .utf8, survey.isValid {
            text =
                start == 0
                ? Text(bytes: bytes)
                : Text(bytes: Array(bytes[start...]), source: SourceMap(widths: .utf8, start: start))
        } else {
            var transcription = try Transcription.of(bytes, start..<bytes.count, as: source.encoding)
            text = Text(bytes: transcription.bytes, source: transcription.map)
            transcription.bytes = []
            result = transcription
        }
        if BinaryFile.isBinary(text.bytes) {
            throw DecodingError(.binary, "the file is no text: it is full of control characters")
        }
        if invalid == .refuse, let result, let gap = result.firstGaps.first {
            throw DecodingError(
                .invalidBytes,
                "\(counted(result.replacedBytes, "byte")) are no text in \(source.encoding.rawValue), the first "
                    + "\(Self.written(bytes, gap)): name the right encoding, or let them be replaced",
                sourceOffset: gap.source, line: text.lineIndex(at: gap.text) + 1)
        }

        var findings: [Finding] = []
        if source.certainty < 0.9 {
            findings.append(
                Finding(
                    "decoding.uncertain-encoding", .warning,
                    "the encoding is probably \(source.encoding.rawValue), but not certainly: name it if that is wrong")
            )
        }
        if let result { findings += Self.findings(of: result, bytes, source.encoding, text) }
        if result != nil || survey.hasOddities, let finding = ControlCharacters.finding(in: text) {
            findings.append(finding)
        }
        if text.bytes.isEmpty {
            findings.append(Finding("decoding.empty", .note, "the file holds no text"))
        } else if let blank = ControlCharacters.findingOfBlank(text) {
            findings.append(blank)
        }
        return DecodedText(
            text: text, encoding: source.encoding, hasByteOrderMark: source.hasByteOrderMark,
            discovery: source.discovery, certainty: source.certainty, replacedBytes: result?.replacedBytes ?? 0,
            findings: findings)
    }

    private struct Source {
        var encoding: SourceEncoding
        var discovery: DecodedText.Discovery
        var hasByteOrderMark = false
        var certainty = 1.0
    }

    private func source(of bytes: [UInt8], _ survey: UTF8Form.Survey) throws(DecodingError) -> Source {
        let marked = SourceEncoding.allCases.first {
            !$0.byteOrderMark.isEmpty && bytes.starts(with: $0.byteOrderMark)
        }
        if let encoding {
            // A mark also says the byte order where the name leaves it open.
            let isUTF16 = encoding == .utf16le || encoding == .utf16be
            if let marked, marked == encoding || isUTF16 && (marked == .utf16le || marked == .utf16be) {
                return Source(encoding: marked, discovery: .named, hasByteOrderMark: true)
            }
            return Source(encoding: encoding, discovery: .named)
        }
        if let marked { return Source(encoding: marked, discovery: .byteOrderMark, hasByteOrderMark: true) }
        if survey.isValid, !survey.hasOddities || !bytes.contains(0) {
            // Valid UTF-8 that is something else by chance is not worth a thought; seven bits may be HZ.
            return survey.isASCII && EncodingDetector.isHZ(bytes)
                ? Source(encoding: .hz, discovery: .detected, certainty: 0.99)
                : Source(encoding: .utf8, discovery: .validUTF8)
        }
        let verdict = try EncodingDetector.detect(bytes)
        if verdict.encoding == .utf8, survey.isValid { return Source(encoding: .utf8, discovery: .validUTF8) }
        return Source(encoding: verdict.encoding, discovery: .detected, certainty: verdict.certainty)
    }

    private static func findings(
        of result: Transcription, _ bytes: [UInt8], _ encoding: SourceEncoding, _ text: Text
    ) -> [Finding] {
        var findings = result.firstGaps.map { gap in
            Finding(
                "decoding.invalid-bytes", .warning,
                "\(written(bytes, gap)): no text in \(encoding.rawValue); U+FFFD stands for it",
                line: text.lineIndex(at: gap.text) + 1, sourceOffset: gap.source)
        }
        if result.gapCount > findings.count {
            findings.append(
                Finding(
                    "decoding.invalid-bytes", .warning,
                    "and \(counted(result.gapCount - findings.count, "more place")); \(result.replacedBytes) bytes in "
                        + "all are no text in \(encoding.rawValue): is that the right encoding?"))
        }
        return findings
    }

    /// The bytes of a gap, as `81 FF`.
    private static func written(_ bytes: [UInt8], _ gap: Transcription.Gap) -> String {
        bytes[gap.source..<gap.source + gap.length].map { byte in
            let digits = String(byte, radix: 16, uppercase: true)
            return digits.count < 2 ? "0" + digits : digits
        }.joined(separator: " ")
    }
}

private func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
}
