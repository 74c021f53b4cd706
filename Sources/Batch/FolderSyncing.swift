/// Syncs the folders of new results now and then, and all that is left at the end: a file that is synced may still lose
/// its name with the power.
struct FolderSyncing {
    /// So many results at most have names that are not synced, and for so long at most while results come.
    private static let mostResults = 256
    private static let longest = Duration.seconds(2)

    private let root: String
    private let clock = ContinuousClock()
    private var folders: Set<String> = []
    private var results = 0
    private var last: ContinuousClock.Instant
    private(set) var failures: [FileError] = []

    /// - Parameter root: the folder of all results, with its slash.
    init(root: String) {
        self.root = root
        last = clock.now
    }

    /// A result has got its name.
    mutating func add(_ path: String) {
        folders.insert(Self.folder(of: path))
        results += 1
        if results >= Self.mostResults || clock.now - last >= Self.longest { finish() }
    }

    mutating func finish() {
        // The folders above may be new themselves.
        var all = folders
        for folder in folders {
            var above = folder
            while above.count >= root.count, !above.isEmpty {
                above = Self.folder(of: String(above.dropLast()))
                if !all.insert(above).inserted { break }
            }
        }
        for folder in all.sorted() {
            do { try Files.sync(folder: folder) } catch { failures.append(error) }
        }
        folders = []
        results = 0
        last = clock.now
    }

    /// The folder of a path, with its slash; empty for the working folder.
    static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    }
}
