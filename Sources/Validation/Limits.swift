/// What a document may cost to read.
///
/// libxml2 guards itself: elements nest 256 deep at most, and no single text or attribute is longer than 10 MB. Both
/// guards are lifted for what Quandian has written itself, since a paragraph of the source may be longer.
public struct Limits: Hashable, Sendable {
    /// The largest document that is read, in bytes.
    public var maximumBytes: Int
    /// Whether libxml2's guards on text, attributes and depth hold.
    public var guarded: Bool

    public init(maximumBytes: Int, guarded: Bool) {
        self.maximumBytes = maximumBytes
        self.guarded = guarded
    }

    /// For documents from anywhere: up to 512 MiB, guarded.
    public static let untrusted = Limits(maximumBytes: 512 << 20, guarded: true)

    /// For what Quandian has just written: up to the 2 GiB that libxml2 can read.
    public static let ownResults = Limits(maximumBytes: Int(Int32.max), guarded: false)
}
