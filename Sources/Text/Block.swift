/// A piece of the document's outline: one or several whole lines that play one part.
///
/// Blocks stand in the order of the text and never overlap; what lies between two of them is white space. A block's
/// range begins at the first character of its first line (indentation included) and ends before a line end.
public struct Block: Hashable, Sendable {
    public var range: Range<Int>
    public var kind: BlockKind
    /// Parts of the block that TEI sets apart, inside `range`, in order, not overlapping.
    public var parts: [BlockPart]
    public var provenance: Provenance
    /// What the line could have been instead, where it was close; for `explain`.
    public var runnerUp: String?

    public init(
        _ range: Range<Int>, _ kind: BlockKind, parts: [BlockPart] = [], provenance: Provenance, runnerUp: String? = nil
    ) {
        self.range = range
        self.kind = kind
        self.parts = parts
        self.provenance = provenance
        self.runnerUp = runnerUp
    }
}

/// The part that a block plays in the document.
public enum BlockKind: Hashable, Sendable {
    /// The main title; several in a row make one title of several lines.
    case title
    case subtitle
    /// Author, source, editor, time of publication.
    case byline
    /// 发文字号, a case number, a securities code.
    case documentNumber
    /// 主送机关 or a salutation.
    case salute
    /// A section heading; `level` is its depth in the tree, from 1.
    case heading(level: Int)
    /// A paragraph that opens with its own heading and a section of that depth; its ``BlockPart/Role/heading`` part is
    /// the heading.
    case runInHeading(level: Int)
    case paragraph
    /// A list item that opens no section.
    case item
    /// Alternative text of an image.
    case alternativeText
    /// A figure's caption, with or without its photographer.
    case caption
    /// A table row; its ``BlockPart/Role/cell`` parts are the cells.
    case row
    /// A line of the list of attachments.
    case attachment
    /// 落款: who signs.
    case signature
    /// 成文日期 standing alone.
    case date
    /// 抄送, 印发, 主题词, 附注.
    case note
    case question
    case answer
    /// A line of verse.
    case verse
    /// What the page left behind, of a type.
    case residue(Residue)
}

/// What kind of page residue a line is.
public enum Residue: String, Hashable, Sendable, CaseIterable {
    case share, related, editor, navigation, counter, advert, copyright, comment, furniture
    case pageNumber = "page-number"
}

/// A stretch inside a block that TEI sets apart.
public struct BlockPart: Hashable, Sendable {
    public enum Role: String, Hashable, Sendable {
        /// 一、 （一） 1. 第一章: the number of a heading or item with its points and brackets.
        case enumerator
        /// The heading sentence of a ``BlockKind/runInHeading(level:)``, its enumerator included.
        case heading
        /// 问： or a speaker's name with its colon.
        case speaker
        case cell
        /// The photographer's credit in a caption.
        case credit
    }

    public var range: Range<Int>
    public var role: Role

    public init(_ range: Range<Int>, _ role: Role) {
        self.range = range
        self.role = role
    }
}
