public import Quandian
import QuandianFilters
import Synchronization

/// Documents in, results out, one for one and in order, as JSON Lines: for programs that run this one.
///
/// A request is a line `{"id":…,"text":"…"}`, or `{"id":…,"bytes":"<Base64>","encoding":"…"}` for a file as it is; both
/// may name a `"reference"` day. The answer is `{"id":…,"status":"converted","xml":"…","findings":[…]}`, or with
/// ``Format/json`` the text with its annotations instead of the XML. A line that is no request gets
/// `{"id":…,"line":…,"status":"failed","findings":[…]}`.
public struct DocumentStream: Sendable {
    public enum Format: String, Sendable, CaseIterable {
        /// The document as TEI.
        case xml
        /// The text and its annotations, with offsets in code points.
        case json
    }

    public struct Answer: Sendable {
        /// A line of JSON with its line feed.
        public let line: [UInt8]
        public let failed: Bool
    }

    private struct Request: Sendable {
        let number: Int
        let line: LineReader.Line
    }

    private let converter: Converter
    private let format: Format
    private let jobs: Int
    private let sizeLimit: Int

    /// - Parameters:
    ///   - converter: how the documents are converted; what a request says of its own goes before.
    ///   - format: what an answer holds.
    ///   - jobs: how many documents are worked on at a time, at least 1.
    ///   - sizeLimit: the longest line that is read, in bytes; those in work at a time are no longer together.
    public init(_ converter: Converter, format: Format, jobs: Int, sizeLimit: Int) {
        self.converter = converter
        self.format = format
        self.jobs = max(1, jobs)
        self.sizeLimit = sizeLimit
    }

    /// Reads requests from standard input until it ends, and hands each answer over as soon as it is its turn.
    ///
    /// - Throws: ``FileError`` where standard input cannot be read to its end.
    public func run(hand: (Answer) -> Void) throws(FileError) {
        let source = StreamSource(LineReader(0, named: "standard input", limit: sizeLimit))
        OrderedWork<Request, Answer>(jobs: jobs, bound: sizeLimit).run(
            next: { index in
                guard let line = source.next() else { return nil }
                let weight =
                    switch line {
                    case .whole(let bytes): bytes.count
                    case .tooLong: 0
                    }
                return (Request(number: index + 1, line: line), weight)
            },
            work: { answer($0) }, hand: hand)
        if let failure = source.failure { throw failure }
    }

    /// The answer to a line by itself, without its line feed.
    public func answer(to line: [UInt8]) -> Answer { answer(Request(number: 1, line: .whole(line))) }

    private func answer(_ request: Request) -> Answer {
        let line: [UInt8]
        switch request.line {
        case .whole(let bytes): line = bytes
        case .tooLong(let count):
            let message = "the line has \(count) bytes, more than the limit of \(sizeLimit): raise it with --max-size"
            return failure(nil, request.number, [Finding("stream.line-too-long", .error, message)])
        }
        let document: StreamRequest
        do {
            document = try StreamRequest(line, encoding: converter.options.encoding)
        } catch {
            return failure(error.id, request.number, [Finding("stream.bad-line", .error, error.message)])
        }
        let converter = converter.knowing(referenceDate: document.referenceDate, encoding: document.encoding)
        var json = JSONText()
        do {
            switch format {
            case .xml:
                let conversion = try converter.convert(document.source, named: document.name)
                json.object { json in
                    json.member("id", document.id)
                    json.member("status", Outcome.Status.converted.rawValue)
                    json.member("xml", utf8: conversion.xml)
                    json.findings(conversion.findings)
                }
            case .json:
                let (annotated, decoded) = try converter.annotate(document.source)
                json.object { json in
                    json.member("id", document.id)
                    json.member("status", Outcome.Status.converted.rawValue)
                    json.standOff(annotated, converter.entities(of: annotated))
                    json.findings(decoded.findings + annotated.findings)
                }
            }
        } catch {
            return failure(document.id, request.number, error.findings)
        }
        return Answer(line: json.bytes + [0x0A], failed: false)
    }

    private func failure(_ id: JSON?, _ number: Int, _ findings: [Finding]) -> Answer {
        var json = JSONText()
        json.object { json in
            json.member("id", id ?? .null)
            json.member("line", number)
            json.member("status", Outcome.Status.failed.rawValue)
            json.findings(findings)
        }
        return Answer(line: json.bytes + [0x0A], failed: true)
    }
}

/// The lines of standard input, one at a time for whoever asks.
private final class StreamSource: Sendable {
    private let state: Mutex<(reader: LineReader, failure: FileError?)>

    init(_ reader: LineReader) { state = Mutex((reader, nil)) }

    var failure: FileError? { state.withLock { $0.failure } }

    func next() -> LineReader.Line? {
        state.withLock { state -> LineReader.Line? in
            guard state.failure == nil else { return nil }
            do throws(FileError) { return try state.reader.next() } catch {
                state.failure = error
                return nil
            }
        }
    }
}
