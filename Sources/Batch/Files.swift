import Glibc
import Synchronization

/// Reading, writing and listing, with errors that speak to a person.
enum Files {
    enum Kind { case file, folder, other }

    struct Status {
        let kind: Kind
        /// In bytes.
        let size: Int
        let identity: FileIdentity

        init(_ status: stat) {
            kind =
                switch status.st_mode & S_IFMT {
                case S_IFREG: .file
                case S_IFDIR: .folder
                default: .other
                }
            size = Int(status.st_size)
            identity = FileIdentity(device: UInt64(status.st_dev), node: UInt64(status.st_ino))
        }
    }

    /// What stands under a path, symbolic links followed.
    static func look(at path: String) throws(FileError) -> Status {
        var found = stat()
        guard unsafe stat(path, &found) == 0 else { throw error(path, "look at") }
        return Status(found)
    }

    /// The same, nil where there is nothing to be seen.
    static func status(of path: String) -> Status? {
        var found = stat()
        return unsafe stat(path, &found) == 0 ? Status(found) : nil
    }

    /// The names in a folder, sorted by their bytes.
    static func names(in folder: String) throws(FileError) -> [String] {
        var names: [String] = []
        try forEachName(in: folder) { names.append($0) }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private static func forEachName(in folder: String, _ body: (String) -> Void) throws(FileError) {
        guard let handle = unsafe opendir(folder) else { throw error(folder, "list") }
        defer { unsafe closedir(handle) }
        while let entry = unsafe readdir(handle) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            if name != ".", name != ".." { body(name) }
        }
    }

    /// All bytes of a regular file.
    ///
    /// - Throws: ``FileError`` where it is none, cannot be read, is larger than `limit` bytes, or is written to at the
    ///   time: half of a document is none.
    static func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
        let file = try openRegular(path)
        defer { close(file) }
        var before = stat()
        guard unsafe fstat(file, &before) == 0 else { throw error(path, "read") }
        let size = Int(before.st_size)
        guard size <= limit else { throw tooLarge(path, size, limit) }
        // One byte more than there should be: nobody else's clock is needed to see that a file has grown.
        let bytes = try read(file, path, upTo: size + 1)
        var after = stat()
        guard unsafe fstat(file, &after) == 0 else { throw error(path, "read") }
        guard bytes.count == size, after.st_size == before.st_size, after.st_mtim.tv_sec == before.st_mtim.tv_sec,
            after.st_mtim.tv_nsec == before.st_mtim.tv_nsec
        else {
            throw FileError(.changing, path, "is written to while it is read: start again when it is complete")
        }
        return bytes
    }

    /// The first bytes of a regular file, as many as there are up to `count`, and the last ones; nil where there is no
    /// such file or it cannot be read.
    static func ends(of path: String, first: Int, last: Int) -> (head: [UInt8], tail: [UInt8], size: Int)? {
        guard let file = try? openRegular(path) else { return nil }
        defer { close(file) }
        var status = stat()
        guard unsafe fstat(file, &status) == 0 else { return nil }
        let size = Int(status.st_size)
        guard let head = try? read(file, path, upTo: min(first, size)),
            lseek(file, off_t(max(0, size - last)), SEEK_SET) >= 0,
            let tail = try? read(file, path, upTo: min(last, size))
        else { return nil }
        return (head, tail, size)
    }

    private static func openRegular(_ path: String) throws(FileError) -> Int32 {
        // Not blocking: a pipe without a writer would hold up the batch for ever.
        let file = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { throw error(path, "read") }
        var status = stat()
        if unsafe fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG { return file }
        close(file)
        throw FileError(.notRegular, path, "is no regular file (a pipe, a device or a folder): left alone")
    }

    /// All bytes that a descriptor still gives, as standard input.
    static func readAll(_ file: Int32, named path: String, limit: Int) throws(FileError) -> [UInt8] {
        var bytes: [UInt8] = []
        while true {
            let chunk = try read(file, path, upTo: 1 << 16)
            if chunk.isEmpty { return bytes }
            bytes += chunk
            guard bytes.count <= limit else { throw tooLarge(path, bytes.count, limit) }
        }
    }

    /// What one read gives: at least a byte, as soon as there is one, and nothing at the end.
    static func readSome(_ file: Int32, _ path: String, upTo size: Int) throws(FileError) -> [UInt8] {
        var result = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            repeat {
                result = unsafe Glibc.read(file, buffer.baseAddress, size)
            } while result < 0 && errno == EINTR
            count = max(0, result)
        }
        if result < 0 { throw error(path, "read") }
        return bytes
    }

    /// Opens a file for reading, or makes one anew for writing.
    static func open(_ path: String, toWrite: Bool) throws(FileError) -> Int32 {
        let file = unsafe Glibc.open(path, (toWrite ? O_WRONLY | O_CREAT | O_TRUNC : O_RDONLY) | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw error(path, toWrite ? "write" : "read") }
        return file
    }

    static func close(_ file: Int32) { _ = Glibc.close(file) }

    private static func tooLarge(_ path: String, _ size: Int, _ limit: Int) -> FileError {
        FileError(
            .tooLarge, path,
            "has \(size) bytes, more than the limit of \(limit): split it, or raise the limit with --max-size")
    }

    private static func read(_ file: Int32, _ path: String, upTo size: Int) throws(FileError) -> [UInt8] {
        var failed = false
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            guard let base = buffer.baseAddress else { return }
            while count < size {
                let got = unsafe Glibc.read(file, base + count, size - count)
                if got > 0 {
                    count += got
                } else if got == 0 {
                    break
                } else if errno != EINTR {
                    failed = true
                    break
                }
            }
        }
        if failed { throw error(path, "read") }
        return bytes
    }

    /// Puts bytes under a name so that the name holds either all of them or what it held before: they are written to a
    /// temporary file in the same folder, synced, and renamed. The folder is not synced.
    ///
    /// - Parameter folder: the folder of the path, with its slash; empty for the working folder.
    static func replace(_ path: String, with bytes: [UInt8], in folder: String) throws(FileError) {
        let temporary = try Temporary(in: folder, for: path)
        do throws(FileError) {
            try put(bytes, to: temporary.file, named: path)
            guard fsync(temporary.file) == 0 else { throw error(path, "write") }
            // Still locked: until it has its name, nobody shall take it for one that was left behind.
            guard unsafe rename(temporary.path, path) == 0 else { throw error(path, "write") }
        } catch {
            unsafe unlink(temporary.path)
            close(temporary.file)
            throw error
        }
        close(temporary.file)
    }

    /// Makes sure that files can be made in a folder.
    static func probe(_ folder: String) throws(FileError) {
        let temporary = try Temporary(in: folder, for: folder)
        unsafe unlink(temporary.path)
        close(temporary.file)
    }

    /// Removes the temporary files that a killed run has left in a folder, and leaves those alone that another run is
    /// writing now: these are locked, and the system drops a lock when its process ends.
    static func removeLeftovers(in folder: String) {
        try? forEachName(in: folder.isEmpty ? "." : folder) { name in
            guard name.hasPrefix(Temporary.prefix) else { return }
            let file = unsafe Glibc.open(folder + name, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
            guard file >= 0 else { return }
            if flock(file, LOCK_EX | LOCK_NB) == 0 { unsafe unlink(folder + name) }
            close(file)
        }
    }

    /// Makes what was renamed or made in a folder outlast a loss of power.
    static func sync(folder: String) throws(FileError) {
        let path = folder.isEmpty ? "." : folder
        let file = unsafe Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard file >= 0 else { throw error(path, "sync") }
        defer { close(file) }
        // Some file systems have no such thing as a folder to be synced, and say EINVAL.
        guard fsync(file) == 0 || errno == EINVAL else { throw error(path, "sync") }
    }

    /// Writes all bytes to a descriptor.
    static func put(_ bytes: [UInt8], to file: Int32, named path: String) throws(FileError) {
        var at = 0
        var failed = false
        unsafe bytes.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress else { return }
            while at < buffer.count {
                let put = unsafe Glibc.write(file, base + at, buffer.count - at)
                if put >= 0 {
                    at += put
                } else if errno != EINTR {
                    failed = true
                    return
                }
            }
        }
        if failed { throw error(path, "write") }
    }

    /// Makes a folder and those above it where they are missing.
    static func makeFolder(_ path: String) throws(FileError) {
        // With its slash a file would be no folder that is missing, and not be seen for what it is.
        if path.hasSuffix("/"), path.utf8.count > 1 { return try makeFolder(String(path.dropLast())) }
        if path.isEmpty || status(of: path)?.kind == .folder { return }
        if let slash = path.dropLast().lastIndex(of: "/"), slash > path.startIndex {
            try makeFolder(String(path[..<slash]))
        }
        guard unsafe mkdir(path, 0o755) == 0 || errno == EEXIST else { throw error(path, "make the folder") }
        guard try look(at: path).kind == .folder else {
            throw FileError(.other, path, "is a file where a folder is wanted: move it, or choose another --output")
        }
    }

    /// The error of the last system call as something that a person can act on.
    fileprivate static func error(_ path: String, _ action: String) -> FileError {
        let number = errno
        return switch number {
        case ENOENT, ENOTDIR: FileError(.notFound, path, "cannot \(action): no such file or folder")
        case EACCES, EPERM, EROFS:
            FileError(.notPermitted, path, "cannot \(action): not permitted; check its owner and mode")
        case ENOSPC, EDQUOT: FileError(.diskFull, path, "cannot \(action): the disk is full; make room and start again")
        case EFBIG:
            FileError(
                .tooLarge, path, "cannot \(action): larger than a file may be here; raise the limit (ulimit -f)")
        case ENAMETOOLONG:
            FileError(.nameTooLong, path, "cannot \(action): the name is too long for this file system; shorten it")
        case EPIPE: FileError(.brokenPipe, path, "cannot \(action): nobody reads it any more")
        case ELOOP: FileError(.linkLoop, path, "cannot \(action): its symbolic links lead round in a circle")
        default: FileError(.other, path, "cannot \(action): \(unsafe String(cString: strerror(number)))")
        }
    }
}

/// A file that is being written, in the folder where it will get its name, locked by this process.
private struct Temporary {
    static let prefix = ".quandian-"
    private static let count = Atomic<Int>(0)

    let file: Int32
    let path: String

    /// - Parameter result: the path that an error names.
    init(in folder: String, for result: String) throws(FileError) {
        while true {
            let number = Self.count.wrappingAdd(1, ordering: .relaxed).newValue
            let path = folder + Self.prefix + "\(getpid())-\(number)"
            let file = unsafe Glibc.open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
            guard file >= 0 else { throw Files.error(result, "write") }
            // A process of the same number on another machine may have the same name in mind.
            var status = stat()
            if flock(file, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK, unsafe fstat(file, &status) == 0,
                status.st_nlink > 0, ftruncate(file, 0) == 0
            {
                self.file = file
                self.path = path
                return
            }
            close(file)
        }
    }
}

/// Tells files apart whatever their paths.
struct FileIdentity: Hashable {
    let device: UInt64
    let node: UInt64
}
