import Content
import Quandian
import QuandianFilters

private let converter = Converter()
private let dropping = Converter(Options(referenceDate: CivilDate("2020-02-20"), dropsResidue: true))

/// The whole pipeline: a result is valid, holds every character, and is the same again; a refusal has a reason.
@_cdecl("LLVMFuzzerTestOneInput")
public func convert(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let source = Array(UnsafeBufferPointer(start: start, count: count))
    do {
        let result = try converter.convert(source, named: "fuzz.txt")
        precondition(Array(textContent(ofTEI: result.xml).utf8) == result.document.text.bytes, "characters were lost")
        // A second conversion costs as much as the first: each input has one of two further promises now and then.
        switch count % 16 {
        case 0:
            let again = try converter.convert(source, named: "fuzz.txt")
            precondition(again.xml == result.xml, "the same input gave other bytes")
        case 8: _ = try dropping.convert(source, named: "a<b>&\"c.txt")
        default: break
        }
    } catch ConversionError.decoding(let error) {
        precondition(!error.message.isEmpty, "a refusal without a reason")
    } catch {
        preconditionFailure("the result is not valid: \(error)")
    }
    return 0
}
