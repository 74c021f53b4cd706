extension Substring {
    /// The parts between signs of ASCII. By bytes: splitting tables by characters takes milliseconds of the start.
    func fields(between separator: Unicode.Scalar) -> [Substring] {
        utf8.split(separator: UInt8(ascii: separator)).map(Substring.init)
    }
}

extension String {
    func fields(between separator: Unicode.Scalar) -> [Substring] { self[...].fields(between: separator) }
}
