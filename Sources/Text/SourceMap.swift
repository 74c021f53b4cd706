/// The way from an offset in the text back to a byte of the source file.
///
/// A list of anchors in ascending order. Between two anchors the source advances by a fixed number of bytes for each
/// scalar of one, two, three or four UTF-8 bytes, which is true of every encoding that Quandian reads.
public struct SourceMap: Sendable, Hashable {
    /// A pair of offsets known to belong together.
    public struct Anchor: Sendable, Hashable {
        public let text: Int
        public let source: Int

        public init(text: Int, source: Int) {
            self.text = text
            self.source = source
        }
    }

    public let anchors: [Anchor]

    public init(anchors: [Anchor]) {
        self.anchors = anchors
    }

    /// The map of a UTF-8 source without a byte order mark.
    public static let identity = SourceMap(anchors: [Anchor(text: 0, source: 0)])

    /// The anchor at or before an offset of the text. Binary search.
    public func anchor(before offset: Int) -> Anchor {
        var low = 0
        var high = anchors.count
        while low + 1 < high {
            let middle = (low + high) / 2
            if anchors[middle].text <= offset { low = middle } else { high = middle }
        }
        return anchors[low]
    }
}
