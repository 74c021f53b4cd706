import Quandian

/// Other people's XML, and RELAX NG schemas where it begins with `<grammar` or `<element`: an answer, never a crash.
@_cdecl("LLVMFuzzerTestOneInput")
public func validate(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let xml = Array(UnsafeBufferPointer(start: start, count: count))
    let validator = Validator()
    let diagnostics = validator.validate(xml)
    precondition(diagnostics == validator.validate(xml), "two answers to one question")
    for diagnostic in diagnostics { precondition(!diagnostic.message.isEmpty, "a diagnostic without a message") }
    return 0
}
