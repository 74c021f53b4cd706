/// The way from an offset in the text back to a byte of the source file, exact for every character.
///
/// A list of anchors in ascending order. Between two anchors each scalar takes as many source bytes as ``Widths`` says
/// for its length in UTF-8; wherever a scalar takes another number there is an anchor behind it. Memory: eight bytes
/// for each kilobyte of source and for each such scalar; nothing for UTF-8.
public struct SourceMap: Sendable, Hashable {
    /// A pair of offsets known to belong together. Text and source are below 4 GiB.
    public struct Anchor: Sendable, Hashable {
        let textOffset: UInt32
        let sourceOffset: UInt32

        public init(text: Int, source: Int) {
            textOffset = UInt32(text)
            sourceOffset = UInt32(source)
        }

        public var text: Int { Int(textOffset) }
        public var source: Int { Int(sourceOffset) }
    }

    /// The usual number of source bytes for a scalar of one, two, three and four bytes of UTF-8.
    public struct Widths: Sendable, Hashable {
        public let one, two, three, four: UInt8

        public init(_ one: UInt8, _ two: UInt8, _ three: UInt8, _ four: UInt8) {
            self.one = one
            self.two = two
            self.three = three
            self.four = four
        }

        public static let utf8 = Widths(1, 2, 3, 4)
    }

    /// Never empty; the first stands at text offset 0.
    public private(set) var anchors: [Anchor]
    public let widths: Widths

    /// - Parameters:
    ///   - widths: how many source bytes stand for a scalar.
    ///   - start: where in the source the text begins, after a byte order mark.
    public init(widths: Widths, start: Int = 0) {
        self.widths = widths
        anchors = [Anchor(text: 0, source: start)]
    }

    /// The map of a UTF-8 source without a byte order mark.
    public static let identity = SourceMap(widths: .utf8)

    /// Sets an anchor at or behind the last one; a second one at the same text offset takes the place of the first.
    public mutating func anchor(text: Int, source: Int) {
        if anchors[anchors.count - 1].text == text { anchors.removeLast() }
        anchors.append(Anchor(text: text, source: source))
    }

    /// The byte of the source where the character at a text offset begins; for the end of the text, where the source
    /// ends. Binary search, then a walk of at most a kilobyte, none for UTF-8.
    ///
    /// - Parameter offset: on a scalar boundary of `bytes`, or its end.
    /// - Parameter bytes: the text that this map belongs to.
    public func sourceOffset(of offset: Int, in bytes: [UInt8]) -> Int {
        let anchor = anchor(before: offset)
        if widths == .utf8 { return anchor.source + offset - anchor.text }
        var source = anchor.source
        var at = anchor.text
        while at < offset {
            switch bytes[at] {
            case ..<0x80:
                source += Int(widths.one)
                at += 1
            case ..<0xE0:
                source += Int(widths.two)
                at += 2
            case ..<0xF0:
                source += Int(widths.three)
                at += 3
            default:
                source += Int(widths.four)
                at += 4
            }
        }
        return source
    }

    /// The anchor at or before an offset of the text. Binary search.
    private func anchor(before offset: Int) -> Anchor {
        var low = 0
        var high = anchors.count
        while low + 1 < high {
            let middle = (low + high) / 2
            if anchors[middle].text <= offset { low = middle } else { high = middle }
        }
        return anchors[low]
    }
}
