import QuandianText

/// A text written with ⟦ and ⟧ around the stretches that a test speaks of.
///
/// `Marked("于⟦2月15日⟧到⟦武汉⟧")` has the text `于2月15日到武汉` and the two ranges in it.
public struct Marked: Sendable {
    public let text: Text
    /// UTF-8 offsets into the text, in the order of the opening brackets.
    public let ranges: [Range<Int>]

    public init(_ marked: String) {
        var bytes: [UInt8] = []
        var open: [Int] = []
        var ranges: [(start: Int, end: Int)] = []
        for scalar in marked.unicodeScalars {
            switch scalar {
            case "⟦":
                open.append(ranges.count)
                ranges.append((bytes.count, bytes.count))
            case "⟧":
                if let index = open.popLast() { ranges[index].end = bytes.count }
            default: bytes.append(contentsOf: Array(String(scalar).utf8))
            }
        }
        precondition(open.isEmpty, "a ⟦ without its ⟧ in \(marked)")
        self.text = Text(bytes: bytes)
        self.ranges = ranges.map { $0.start..<$0.end }
    }
}
