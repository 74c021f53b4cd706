/// The files that some arguments mean: files as they are named, folders with all that is below them.
public struct FileList: Sendable {
    public struct File: Hashable, Sendable {
        /// The folder that was named, with its slash, or what stands before the file's name. One string for all files
        /// of a folder, so that a million files take little memory.
        let base: String
        /// The path below the folder that was named, or the file's name alone.
        public let relative: String
        /// In bytes, when it was listed.
        public let size: Int

        /// The path that leads to the file.
        public var path: String { base + relative }
    }

    /// In the order of the arguments; within a folder sorted by the bytes of the names.
    public private(set) var files: [File] = []
    /// What could not be looked at or is no file, with the reason.
    public private(set) var refused: [FileError] = []
    /// How many files in the folders have another ending.
    public private(set) var passedOver = 0
    /// How many arguments there were.
    let argumentCount: Int

    private let ending: String
    private let excluded: FileIdentity?
    private var folders: Set<FileIdentity> = []

    /// Lists files. A folder gives the files with the ending; a file that is named itself is taken whatever its ending.
    ///
    /// Symbolic links are followed; each folder is entered once, the excluded one never.
    public init(_ inputs: [String], ending: String, excluding folder: String? = nil) {
        self.ending = ending
        self.excluded = folder.flatMap { Files.status(of: $0)?.identity }
        self.argumentCount = inputs.count
        for input in inputs {
            do {
                let status = try Files.look(at: input)
                switch status.kind {
                case .folder: enter(input.hasSuffix("/") ? input : input + "/", "", status.identity)
                case .file:
                    let name = Self.fileName(of: input)
                    files.append(File(base: String(input.dropLast(name.count)), relative: name, size: status.size))
                case .other: refused.append(FileError(.notRegular, input, "is no regular file and no folder: left out"))
                }
            } catch {
                refused.append(error)
            }
        }
    }

    private mutating func enter(_ base: String, _ relative: String, _ identity: FileIdentity) {
        guard identity != excluded, folders.insert(identity).inserted else { return }
        let names: [String]
        do { names = try Files.names(in: base + relative) } catch { return refused.append(error) }
        for name in names {
            let path = base + relative + name
            do {
                let status = try Files.look(at: path)
                switch status.kind {
                case .folder: enter(base, relative + name + "/", status.identity)
                case .file where name.hasSuffix(ending):
                    files.append(File(base: base, relative: relative + name, size: status.size))
                case .other where name.hasSuffix(ending):
                    refused.append(FileError(.notRegular, path, "is no regular file: left out"))
                case .file, .other: passedOver += 1
                }
            } catch {
                refused.append(error)
            }
        }
    }

    /// The last part of a path.
    public static func fileName(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    }
}
