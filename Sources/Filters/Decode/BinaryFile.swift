import QuandianText

/// Files that hold no plain text, whatever their name says.
enum BinaryFile {
    /// What a file is by its first bytes, and what to do with it; nil where they say nothing.
    static func kind(of bytes: [UInt8]) -> String? {
        for (magic, kind) in magics where bytes.starts(with: magic) { return kind }
        if bytes.count >= 12, bytes[4..<8].elementsEqual("ftyp".utf8) { return "a video or an image" }
        return nil
    }

    /// Whether a text is no text: more control characters than a damaged one would have. The first 64 KiB decide.
    static func isBinary(_ text: [UInt8]) -> Bool {
        var controls = 0
        var count = 0
        for byte in text.prefix(1 << 16) where byte & 0xC0 != 0x80 {
            count += 1
            switch byte {
            case 0x00...0x08, 0x0E...0x1A, 0x1C...0x1F: controls += 1
            default: break
            }
        }
        // One in twenty, once there are enough to be no accident; a handful only where they are a third of all.
        return controls * 20 > count && (controls >= 8 || controls * 3 > count)
    }

    private static let magics: [([UInt8], String)] = [
        ([0x89, 0x50, 0x4E, 0x47], "a PNG image"), ([0xFF, 0xD8, 0xFF], "a JPEG image"),
        (Array("GIF8".utf8), "a GIF image"), (Array("II*\0".utf8), "a TIFF image"),
        (Array("MM\0*".utf8), "a TIFF image"), (Array("%PDF-".utf8), "a PDF: extract its text first"),
        (
            [0x50, 0x4B, 0x03, 0x04],
            "a ZIP archive, or a document packed in one (docx, xlsx, epub): save it as plain text"
        ),
        ([0x50, 0x4B, 0x05, 0x06], "an empty ZIP archive"),
        (
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
            "a document of an office program (doc, xls, ppt): save it as plain text"
        ),
        (Array("{\\rtf".utf8), "a rich text document: save it as plain text"),
        (Array("Rar!\u{1A}".utf8), "a RAR archive"), ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7z archive"),
        ([0x1F, 0x8B, 0x08], "gzip-compressed: decompress it first"),
        ([0x28, 0xB5, 0x2F, 0xFD], "Zstandard-compressed: decompress it first"),
        (Array("BZh".utf8), "bzip2-compressed: decompress it first"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "xz-compressed: decompress it first"),
        ([0x7F, 0x45, 0x4C, 0x46], "a program"), (Array("RIFF".utf8), "a sound, a video or an image"),
        (Array("ID3".utf8), "a sound"), (Array("OggS".utf8), "a sound"),
        (Array("SQLite format 3\0".utf8), "a database"),
    ]
}
