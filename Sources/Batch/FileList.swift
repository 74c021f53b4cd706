/// The files that some arguments mean: files as they are named, folders with all that is below them.
public struct FileList: Sendable {
    public struct File: Hashable, Sendable {
        /// The path that leads to the file.
        public let path: String
        /// The path below the folder that was named, or the file's name alone.
        public let relative: String
    }

    /// In the order of the arguments; within a folder sorted by the bytes of the names.
    public private(set) var files: [File] = []
    /// What could not be looked at or is no file, with the reason.
    public private(set) var refused: [FileError] = []
    /// How many files in the folders have another ending.
    public private(set) var passedOver = 0

    private let ending: String
    private let excluded: FileIdentity?
    private var folders: Set<FileIdentity> = []

    /// Lists files. A folder gives the files with the ending; a file that is named itself is taken whatever its ending.
    ///
    /// Symbolic links are followed; each folder is entered once, the excluded one never.
    public init(_ inputs: [String], ending: String, excluding folder: String? = nil) {
        self.ending = ending
        self.excluded = folder.flatMap { Files.identity(of: $0) }
        for input in inputs {
            do {
                switch try Files.kind(of: input) {
                case .folder: enter(input, relative: "")
                case .file: files.append(File(path: input, relative: Self.fileName(of: input)))
                case .other: refused.append(FileError(.notRegular, input, "is no regular file and no folder: left out"))
                }
            } catch {
                refused.append(error)
            }
        }
    }

    private mutating func enter(_ folder: String, relative: String) {
        guard let identity = Files.identity(of: folder), identity != excluded, folders.insert(identity).inserted
        else { return }
        let base = folder.hasSuffix("/") ? folder : folder + "/"
        let names: [String]
        do { names = try Files.names(in: folder) } catch { return refused.append(error) }
        for name in names {
            do {
                switch try Files.kind(of: base + name) {
                case .folder: enter(base + name, relative: relative + name + "/")
                case .file where name.hasSuffix(ending):
                    files.append(File(path: base + name, relative: relative + name))
                case .other where name.hasSuffix(ending):
                    refused.append(FileError(.notRegular, base + name, "is no regular file: left out"))
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
