import Quandian
import QuandianBatch

private let stream = DocumentStream(Converter(), format: .json, jobs: 1, sizeLimit: 1 << 20)
private let texts = DocumentStream(Converter(), format: .xml, jobs: 1, sizeLimit: 1 << 20)

/// The protocol of the stream: any line has an answer that is one line of JSON with an identifier and a status.
@_cdecl("LLVMFuzzerTestOneInput")
public func answer(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let line = Array(UnsafeBufferPointer(start: start, count: count)).filter { $0 != 0x0A }
    for stream in count % 4 == 0 ? [stream, texts] : [stream] {
        let answer = stream.answer(to: line)
        precondition(answer.line.last == 0x0A, "an answer without its end")
        precondition(answer.line.dropLast().allSatisfy { $0 != 0x0A }, "an answer of several lines")
        guard let json = try? JSON(Array(answer.line.dropLast())) else {
            preconditionFailure("an answer that is no JSON")
        }
        precondition(json["id"] != nil && json["findings"]?.array != nil, "an answer without its members")
        precondition(json["status"]?.string == (answer.failed ? "failed" : "converted"), "an answer of another status")
    }
    return 0
}
