/// Which file becomes which result.
public struct Plan: Sendable {
    public struct Item: Hashable, Sendable {
        public let input: String
        public let output: String
        /// The size of the input in bytes, when it was listed.
        public let size: Int

        public init(input: String, output: String, size: Int = 0) {
            self.input = input
            self.output = output
            self.size = size
        }
    }

    /// Inputs that have no result, with the reason.
    public private(set) var refused: [FileError]
    /// The folder of the results, with its slash.
    public let folder: String
    private var files: [FileList.File] = []

    public var count: Int { files.count }
    /// The size of all inputs in bytes, when they were listed.
    public var byteCount: Int { files.reduce(0) { $0 + $1.size } }

    /// Names the results: `a/b.txt` becomes `a/b.xml` in the output folder. Of two inputs that would have one result
    /// the first has it, the second is refused.
    ///
    /// - Parameters:
    ///   - list: the inputs.
    ///   - output: the folder of the results.
    ///   - wanted: the inputs that are wanted; nil for all.
    public init(_ list: FileList, output: String, only wanted: Set<String>? = nil) {
        folder = output + (output.hasSuffix("/") ? "" : "/")
        refused = list.refused
        // The names in one folder differ and end alike, so that their results differ too.
        let canCollide = list.argumentCount > 1
        var sources: [String: Int] = [:]
        for file in list.files {
            if canCollide {
                let result = Self.result(of: file)
                if let first = sources[result] {
                    refuse(file, for: files[first], result)
                    continue
                }
                sources[result] = files.count
            }
            files.append(file)
        }
        if let wanted {
            files.removeAll { !wanted.contains($0.path) }
            refused.removeAll { !wanted.contains($0.path) }
        }
    }

    private mutating func refuse(_ file: FileList.File, for first: FileList.File, _ result: String) {
        // The same file named twice is converted once.
        guard file.path != first.path else { return }
        let message = "would have the same result as \(first.path), namely \(folder)\(result): rename one, or convert "
        refused.append(FileError(.collision, file.path, message + "them apart"))
    }

    public subscript(index: Int) -> Item {
        let file = files[index]
        return Item(input: file.path, output: folder + Self.result(of: file), size: file.size)
    }

    /// The path of a file's result below the output folder.
    private static func result(of file: FileList.File) -> String {
        let name = FileList.fileName(of: file.relative)
        let stem = name.lastIndex(of: ".").map { $0 == name.startIndex ? name[...] : name[..<$0] } ?? name[...]
        return file.relative.dropLast(name.count) + stem + ".xml"
    }
}
