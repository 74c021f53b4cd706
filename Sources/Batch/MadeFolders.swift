import Synchronization

/// The folders into which results have been put so far; each is made, and cleared of what a killed run has left, once.
final class MadeFolders: Sendable {
    private let names = Mutex<Set<String>>([])

    func enter(_ folder: String) throws(FileError) {
        let failure = names.withLock { names -> FileError? in
            if names.contains(folder) { return nil }
            do throws(FileError) { try Files.makeFolder(folder) } catch { return error }
            Files.removeLeftovers(in: folder)
            names.insert(folder)
            return nil
        }
        if let failure { throw failure }
    }
}
