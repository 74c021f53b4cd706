/// Where the tagger cuts a text: after sentence ends and line ends, and in a very long sentence wherever it must.
package enum SentenceCutter {
    package static let longest = 400

    /// The end of the sentence that begins at `start`; beyond `start` always.
    package static func end(of scalars: [UInt32], from start: Int) -> Int {
        let limit = min(scalars.count, start + longest)
        var at = start
        var comma = 0
        while at < limit {
            let scalar = scalars[at]
            at += 1
            switch scalar {
            case 0x3002, 0xFF01, 0xFF1F, 0x21, 0x3F:
                // Closing marks belong to the sentence that they close.
                while at < limit, Self.closes(scalars[at]) { at += 1 }
                return at
            case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: return at
            case 0xFF0C, 0x2C, 0xFF1B, 0x3B, 0x3001: comma = at
            default: break
            }
        }
        return at == scalars.count || comma <= start + longest / 2 ? at : comma
    }

    private static func closes(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x201D, 0x2019, 0x300D, 0x300F, 0xFF09, 0x29, 0x3011, 0x300B: true
        default: false
        }
    }
}
