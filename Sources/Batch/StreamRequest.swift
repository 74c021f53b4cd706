import Quandian
import QuandianFilters

/// A line of the stream: a document to be converted.
struct StreamRequest {
    /// A string or a number, given back as it came.
    let id: JSON
    /// Text as UTF-8, or the bytes of a file.
    let source: [UInt8]
    let referenceDate: CivilDate?
    let encoding: SourceEncoding?

    /// The name under which the header tells the source: the last part of the identifier, as of a path.
    var name: String {
        switch id {
        case .string(let id): FileList.fileName(of: id)
        case .number(let id): id
        default: ""
        }
    }

    /// Why a line is no request; with its identifier, where it has one.
    struct Fault: Error {
        let id: JSON?
        let message: String
    }

    /// - Parameter fallback: the encoding of bytes that name none; nil to find it.
    init(_ line: [UInt8], encoding fallback: SourceEncoding?) throws(Fault) {
        let request: JSON
        do { request = try JSON(line) } catch { throw Fault(id: nil, message: error.description) }
        guard case .object = request else {
            throw Fault(id: nil, message: "an object is wanted: {\"id\":…,\"text\":…}")
        }
        switch request["id"] {
        case .string(let id)?: self.id = .string(id)
        case .number(let id)?: self.id = .number(id)
        default: throw Fault(id: nil, message: "“id” is wanted, a string or a number")
        }
        func string(_ name: String) throws(Fault) -> String? {
            switch request[name] {
            case .string(let string)?: return string
            case nil, .null?: return nil
            default: throw Fault(id: request["id"], message: "“\(name)” is a string, where it is given")
            }
        }
        switch (try string("text"), try string("bytes")) {
        case (let text?, nil):
            source = Array(text.utf8)
            guard try string("encoding") == nil else {
                throw Fault(id: id, message: "“encoding” belongs to “bytes”: “text” is Unicode already")
            }
            // UTF-8 is found, as in a file, unless it has marks of another encoding: the braces of HZ, or the zeros of
            // UTF-16. A user's own choice is for bytes.
            let isPlain = !source.contains { $0 == UInt8(ascii: "~") || $0 < 0x09 }
            encoding = fallback == nil && isPlain ? nil : .utf8
        case (nil, let digits?):
            guard let bytes = Base64.decode(digits) else {
                throw Fault(id: id, message: "“bytes” is no Base64 (RFC 4648, with its padding)")
            }
            source = bytes
            do {
                encoding =
                    try string("encoding").map { name throws(DecodingError) in try SourceEncoding(name: name) }
                    ?? fallback
            } catch let error as Fault {
                throw error
            } catch {
                throw Fault(id: id, message: (error as? DecodingError)?.message ?? "\(error)")
            }
        case (nil, nil): throw Fault(id: id, message: "either “text” or “bytes” is wanted")
        case (_?, _?): throw Fault(id: id, message: "either “text” or “bytes” is wanted, not both")
        }
        if let date = try string("reference") {
            guard let day = CivilDate(date) else {
                throw Fault(id: id, message: "“reference” is a day, as 2020-02-20, not “\(date)”")
            }
            referenceDate = day
        } else {
            referenceDate = nil
        }
    }
}
