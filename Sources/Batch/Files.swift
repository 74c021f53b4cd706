import Glibc

/// Reading, writing and listing, with errors that speak to a person.
enum Files {
    enum Kind { case file, folder, other }

    /// What stands under a path, symbolic links followed.
    static func kind(of path: String) throws(FileError) -> Kind {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { throw error(path, "look at") }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .folder
        default: return .other
        }
    }

    /// A number that two paths share if and only if they lead to the same file or folder.
    static func identity(of path: String) -> FileIdentity? {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { return nil }
        return FileIdentity(device: UInt64(status.st_dev), node: UInt64(status.st_ino))
    }

    /// The names in a folder, sorted by their bytes.
    static func names(in folder: String) throws(FileError) -> [String] {
        guard let handle = unsafe opendir(folder) else { throw error(folder, "list") }
        defer { unsafe closedir(handle) }
        var names: [String] = []
        while let entry = unsafe readdir(handle) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// All bytes of a regular file. A file that grows while it is read is read up to the size it had at first.
    ///
    /// - Throws: ``FileError`` where it is none, cannot be read, or is larger than `limit` bytes.
    static func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
        // Not blocking: a pipe without a writer would hold up the batch for ever.
        let file = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { throw error(path, "read") }
        defer { close(file) }
        var status = stat()
        guard unsafe fstat(file, &status) == 0 else { throw error(path, "read") }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw FileError(.notRegular, path, "is no regular file (a pipe, a device or a folder): left alone")
        }
        let size = Int(status.st_size)
        guard size <= limit else { throw tooLarge(path, size, limit) }
        return try read(file, path, upTo: size)
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
    /// temporary file in the same folder, synced, and renamed.
    static func replace(_ path: String, with bytes: [UInt8], temporary: String) throws(FileError) {
        let file = unsafe open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw error(path, "write") }
        do throws(FileError) {
            try put(bytes, to: file, named: path)
            guard fsync(file) == 0 else { throw error(path, "write") }
        } catch {
            close(file)
            unsafe unlink(temporary)
            throw error
        }
        close(file)
        guard unsafe rename(temporary, path) == 0 else {
            let failure = error(path, "write")
            unsafe unlink(temporary)
            throw failure
        }
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

    static func remove(_ path: String) throws(FileError) {
        guard unsafe unlink(path) == 0 else { throw error(path, "remove") }
    }

    /// Makes a folder and those above it where they are missing.
    static func makeFolder(_ path: String) throws(FileError) {
        if path.isEmpty || (try? kind(of: path)) == .folder { return }
        if let slash = path.dropLast().lastIndex(of: "/"), slash > path.startIndex {
            try makeFolder(String(path[..<slash]))
        }
        guard unsafe mkdir(path, 0o755) == 0 || errno == EEXIST else { throw error(path, "make the folder") }
        guard try kind(of: path) == .folder else {
            throw FileError(.other, path, "is a file where a folder is wanted: move it, or choose another --output")
        }
    }

    /// The error of the last system call as something that a person can act on.
    private static func error(_ path: String, _ action: String) -> FileError {
        let number = errno
        return switch number {
        case ENOENT, ENOTDIR: FileError(.notFound, path, "cannot \(action): no such file or folder")
        case EACCES, EPERM, EROFS:
            FileError(.notPermitted, path, "cannot \(action): not permitted; check its owner and mode")
        case ENOSPC, EDQUOT: FileError(.diskFull, path, "cannot \(action): the disk is full; make room and start again")
        case ENAMETOOLONG:
            FileError(.nameTooLong, path, "cannot \(action): the name is too long for this file system; shorten it")
        case ELOOP: FileError(.other, path, "cannot \(action): its symbolic links lead round in a circle")
        default: FileError(.other, path, "cannot \(action): \(unsafe String(cString: strerror(number)))")
        }
    }
}

/// Tells files apart whatever their paths.
struct FileIdentity: Hashable {
    let device: UInt64
    let node: UInt64
}
