import QuandianText

/// Which Chinese characters a text is written in, told by common characters that only one of the two scripts has.
enum Script {
    case simplified, traditional, undecided

    /// Counts marker characters. One pass over the text.
    init(of text: Text) {
        var simplified = 0
        var traditional = 0
        unsafe text.bytes.withUnsafeBufferPointer { bytes in
            unsafe Self.markers.withUnsafeBufferPointer { markers in
                var at = 0
                while at < bytes.count {
                    // Those from U+4000 to U+9FFF have three bytes, led by one of these.
                    guard unsafe 0xE4...0xE9 ~= bytes[at] else {
                        at += 1
                        continue
                    }
                    let place =
                        unsafe Int(bytes[at] & 0x0F) << 12 | Int(bytes[at + 1] & 0x3F) << 6
                        | Int(bytes[at + 2] & 0x3F)
                    at += 3
                    guard place >= 0x4E00, case let marker = unsafe markers[place - 0x4E00], marker != 0 else {
                        continue
                    }
                    if marker == 1 { simplified += 1 } else { traditional += 1 }
                }
            }
        }
        self = simplified == traditional ? .undecided : simplified > traditional ? .simplified : .traditional
    }

    /// A BCP 47 tag.
    var languageTag: String {
        switch self {
        case .simplified: "zh-Hans"
        case .traditional: "zh-Hant"
        case .undecided: "zh"
        }
    }

    var name: String {
        switch self {
        case .simplified: "Chinese, simplified characters"
        case .traditional: "Chinese, traditional characters"
        case .undecided: "Chinese"
        }
    }

    private static let simplifiedMarkers = "们这国为来时说对开会发经长动问现学实关当东车门见员报书记业产进还无电设级议务机区农单战权应团运领导组织党级议华义"
    private static let traditionalMarkers = "們這國為來時說對開會發經長動問現學實關當東車門見員報書記業產進還無電設級議務機區農單戰權應團運領導組織黨級議華義爲"

    /// 1 for a simplified marker, 2 for a traditional one, by scalar from U+4E00.
    private static let markers: [UInt8] = {
        var table = [UInt8](repeating: 0, count: 0x5200)
        for scalar in simplifiedMarkers.unicodeScalars { table[Int(scalar.value) - 0x4E00] = 1 }
        for scalar in traditionalMarkers.unicodeScalars { table[Int(scalar.value) - 0x4E00] = 2 }
        return table
    }()
}
