import Glibc

/// Reads a descriptor line by line, with memory for one line of limited length.
struct LineReader: Sendable {
    enum Line: Sendable {
        /// Without its line feed.
        case whole([UInt8])
        /// A line over the limit, of so many bytes; none of them is kept.
        case tooLong(Int)
    }

    private let file: Int32
    private let path: String
    private let limit: Int
    private var buffer: [UInt8] = []
    private var at = 0
    private var isAtEnd = false

    init(_ file: Int32, named path: String, limit: Int) {
        self.file = file
        self.path = path
        self.limit = limit
    }

    /// The next line, nil at the end. Waits where none is there yet. The last line may lack its line feed.
    mutating func next() throws(FileError) -> Line? {
        var line: [UInt8] = []
        var count = 0
        while true {
            if at == buffer.count, try !fill() {
                return count == 0 ? nil : count > limit ? .tooLong(count) : .whole(line)
            }
            var end = at
            while end < buffer.count, buffer[end] != 0x0A { end += 1 }
            count += end - at
            if count <= limit { line.append(contentsOf: buffer[at..<end]) } else { line = [] }
            at = end
            if end < buffer.count {
                at += 1
                return count > limit ? .tooLong(count) : .whole(line)
            }
        }
    }

    private mutating func fill() throws(FileError) -> Bool {
        if isAtEnd { return false }
        buffer = try Files.readSome(file, path, upTo: 1 << 16)
        at = 0
        isAtEnd = buffer.isEmpty
        return !isAtEnd
    }
}
