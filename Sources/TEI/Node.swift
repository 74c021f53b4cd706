/// An element of `<body>` before it is written: either a container of elements, or a leaf that holds text.
struct Node {
    var name: String
    var attributes: [Attribute]
    var content: Content

    enum Content {
        case children([Node])
        case leaf(Leaf)
    }

    init(_ name: String, _ attributes: [Attribute] = [], children: [Node]) {
        self.name = name
        self.attributes = attributes
        self.content = .children(children)
    }

    init(_ name: String, _ attributes: [Attribute] = [], leaf: Leaf) {
        self.name = name
        self.attributes = attributes
        self.content = .leaf(leaf)
    }
}

/// A stretch of text that becomes the content of one element.
struct Leaf {
    var range: Range<Int>
    /// Elements around stretches of it that are no marks, as the enumerator of a heading; in order.
    var setApart: [(range: Range<Int>, name: String, attributes: [Attribute])] = []
    /// Whether sentences are marked inside.
    var holdsSentences = false
    /// Whether anything is marked inside.
    var holdsMarks = true

    init(_ range: Range<Int>) {
        self.range = range
    }
}
