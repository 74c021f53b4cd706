/// An element of `<body>` before it is written: either a container of elements, or a leaf that holds text.
struct Node {
    var name: StaticString
    var attributes: [Attribute]
    var content: Content

    enum Content {
        case children([Node])
        case leaf(Leaf)
    }

    init(_ name: StaticString, _ attributes: [Attribute] = [], children: [Node]) {
        self.name = name
        self.attributes = attributes
        self.content = .children(children)
    }

    init(_ name: StaticString, _ attributes: [Attribute] = [], leaf: Leaf) {
        self.name = name
        self.attributes = attributes
        self.content = .leaf(leaf)
    }
}

/// A stretch of text that becomes the content of one element.
struct Leaf {
    var range: Range<Int>
    /// The enumerators of a heading or an item, which are no marks but are set apart all the same; in order.
    var enumerators: [Range<Int>] = []
    /// Whether sentences are marked inside.
    var holdsSentences = false
    /// Whether anything is marked inside.
    var holdsMarks = true
    /// Whether it is what the page left behind.
    var isResidue = false

    init(_ range: Range<Int>) {
        self.range = range
    }
}
