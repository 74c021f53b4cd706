/// Why a file or folder could not be read or written.
public struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Code: String, Hashable, Sendable, CaseIterable {
        case notFound = "file.not-found"
        case notPermitted = "file.not-permitted"
        case notRegular = "file.not-regular"
        case tooLarge = "file.too-large"
        /// Two inputs that would have one result, or a result that would take the place of its own source.
        case collision = "file.collision"
        case diskFull = "file.disk-full"
        case nameTooLong = "file.name-too-long"
        case linkLoop = "file.link-loop"
        /// Somebody writes to it while it is read.
        case changing = "file.changing"
        case brokenPipe = "file.broken-pipe"
        case other = "file.error"
    }

    public let code: Code
    public let path: String
    /// What happened and what to do.
    public let message: String

    public init(_ code: Code, _ path: String, _ message: String) {
        self.code = code
        self.path = path
        self.message = message
    }

    public var description: String { "\(path): \(message)" }
}
