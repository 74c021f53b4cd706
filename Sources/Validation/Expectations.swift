/// What a grammar allows, by the name of the element, for messages that tell what would have been right.
struct Expectations: Sendable {
    struct Element: Sendable {
        var elements: [String] = []
        var attributes: [String] = []
        var holdsText = false
    }

    private(set) var elements: [String: Element] = [:]

    init() {}

    subscript(element: String) -> Element? { elements[element] }
}
