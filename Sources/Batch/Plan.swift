/// Which file becomes which result.
public struct Plan: Sendable {
    public struct Item: Hashable, Sendable {
        public let input: String
        public let output: String

        public init(input: String, output: String) {
            self.input = input
            self.output = output
        }
    }

    public private(set) var items: [Item] = []
    /// Inputs that have no result, with the reason.
    public private(set) var refused: [FileError]

    /// Names the results: `a/b.txt` becomes `a/b.xml` in the output folder. Of two inputs that would have one result
    /// the first has it, the second is refused.
    public init(_ list: FileList, output: String) {
        refused = list.refused
        let folder = output + (output.hasSuffix("/") ? "" : "/")
        var sources: [String: String] = [:]
        for file in list.files {
            let name = FileList.fileName(of: file.relative)
            let stem = name.lastIndex(of: ".").map { $0 == name.startIndex ? name[...] : name[..<$0] } ?? name[...]
            let path = folder + file.relative.dropLast(name.count) + stem + ".xml"
            switch sources.updateValue(file.path, forKey: path) {
            case nil: items.append(Item(input: file.path, output: path))
            case let first? where first != file.path:
                sources[path] = first
                refused.append(
                    FileError(
                        .collision, file.path,
                        "would have the same result as \(first), namely \(path): rename one, or convert them apart"))
            default: break
            }
        }
    }
}
