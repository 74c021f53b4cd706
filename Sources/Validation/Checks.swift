/// What the validator looks at beyond the grammar, since no grammar can say it.
struct Checks: OptionSet, Sendable {
    let rawValue: Int

    /// No two elements bear one `xml:id`, and every `#pointer` leads to one.
    static let pointers = Checks(rawValue: 1)
    /// Pointers have the forms that our documents use: `#id`, and `line:5` or `line:5-7` in `source`.
    static let pointerForms = Checks(rawValue: 8)
    /// Names, dates, titles, quotations, sentences and labels have something in them.
    static let fullNames = Checks(rawValue: 2)
    /// The `line:` prefix is declared, and the source lines of the text never run backwards.
    static let sourceLines = Checks(rawValue: 4)

    static let all: Checks = [.pointers, .pointerForms, .fullNames, .sourceLines]
}
