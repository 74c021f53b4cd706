import QuandianText

/// The user's own list of names, which wins over all rules, and of strings that are no names.
public struct UserNames: Sendable, Hashable {
    /// What a name of the list is the name of.
    public enum Kind: String, Sendable, Hashable {
        case person
        /// An office, title or occupation: marked where it stands beside a person's name.
        case role
        case organisation, place

        /// The kind of entity that the name is of; nil for an office, which belongs to a person.
        var entity: Entity.Kind? { Entity.Kind(rawValue: rawValue) }
    }

    public struct Entry: Sendable, Hashable {
        public var name: String
        public var kind: Kind
        /// The form under which the user wants the name to stand; nil for the name itself.
        public var canonical: String?
        /// The identifier that the marks point to; nil for one that Quandian numbers. An office points to its person.
        public var identifier: String?

        public init(_ name: String, kind: Kind = .person, canonical: String? = nil, identifier: String? = nil) {
            self.name = name
            self.kind = kind
            self.canonical = canonical
            self.identifier = identifier
        }
    }

    public private(set) var entries: [Entry]
    /// Strings that are never marked, white space dropped.
    public private(set) var refused: Set<String>

    public init(_ entries: [Entry] = [], refused: Set<String> = []) {
        self.entries = entries
        self.refused = refused
    }

    /// Reads a list: a name a line, or fields with tabs between them: name, kind (`person` `role`
    /// `organisation` `place`), canonical form, identifier. Empty lines and lines that begin with `#` say nothing.
    ///
    /// - Parameters:
    ///   - list: the list in UTF-8.
    ///   - refusing: the names of another list, that are never to be marked.
    /// - Throws: ``UserNamesError`` for a kind that does not exist.
    public init(parsing list: [UInt8], refusing: [UInt8] = []) throws(UserNamesError) {
        entries = []
        refused = []
        for (number, line) in Self.lines(list) {
            let fields = line.split(separator: 0x09, omittingEmptySubsequences: false).map(Self.trimmed)
            var entry = Entry(fields[0])
            if fields.count > 1, !fields[1].isEmpty {
                guard let kind = Self.kinds[fields[1].lowercased()] else {
                    throw UserNamesError(line: number, kind: fields[1])
                }
                entry.kind = kind
            }
            if fields.count > 2, !fields[2].isEmpty { entry.canonical = fields[2] }
            if fields.count > 3, !fields[3].isEmpty { entry.identifier = fields[3] }
            entries.append(entry)
        }
        for (_, line) in Self.lines(refusing) {
            refused.insert(Self.trimmed(line.prefix { $0 != "\t" }).filter { !$0.isWhitespace })
        }
    }

    private static let kinds: [String: Kind] = [
        "person": .person, "per": .person, "人": .person, "role": .role, "office": .role, "职务": .role,
        "organisation": .organisation, "organization": .organisation,
        "org": .organisation, "机构": .organisation, "place": .place, "loc": .place, "地": .place, "地名": .place,
    ]

    private static func lines(_ bytes: [UInt8]) -> [(Int, ArraySlice<UInt8>)] {
        bytes.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r" }.enumerated()
            .filter { !trimmed($0.element.prefix { $0 != "\t" }).isEmpty && $0.element.first != "#" }
            .map { ($0.offset + 1, $0.element) }
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
        let string = String(decoding: bytes, as: UTF8.self).drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        return String(string.reversed().drop(while: \.isWhitespace).reversed())
    }
}

/// Why a list of names cannot be read.
public struct UserNamesError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The line of the list, from 1.
    public let line: Int
    public let kind: String

    public init(line: Int, kind: String) {
        self.line = line
        self.kind = kind
    }

    public var description: String {
        "line \(line) of the list of names: there is no kind “\(kind)”; write person, role, organisation or place"
    }
}

/// The user's names, ready to be found in a text in one pass.
struct UserNameFinder {
    private let kinds: [UInt64: UserNames.Kind]
    private let heads: Set<UInt16>
    private let longest: Int
    let hasRoles: Bool
    private let tables: NameTables

    init(_ names: UserNames, _ tables: NameTables) {
        var kinds: [UInt64: UserNames.Kind] = [:]
        var heads: Set<UInt16> = []
        var longest = 0
        for entry in names.entries {
            let key = NameKey(entry.name, tables).characters
            guard let head = key.first else { continue }
            kinds[NameEvidence.hash(key)] = entry.kind
            heads.insert(head)
            longest = max(longest, key.count)
        }
        self.kinds = kinds
        self.heads = heads
        self.longest = longest
        hasRoles = kinds.values.contains(.role)
        self.tables = tables
    }

    var isEmpty: Bool { kinds.isEmpty }

    /// The longest names from each place on, in order, not overlapping; padding inside a name is passed over.
    func find(_ sentence: NameSentence, _ found: (Range<Int>, UserNames.Kind) -> Void) {
        var at = 0
        while at < sentence.count {
            var best: (end: Int, kind: UserNames.Kind)?
            if heads.contains(sentence.folded[at]) {
                var hash = NameEvidence.seed
                var end = at
                var length = 0
                while end < sentence.count, length < longest, end - at < 2 * longest + 4 {
                    let c = sentence.folded[end]
                    end += 1
                    if Glyph.isSpace(c) { continue }
                    hash = NameEvidence.extend(hash, Glyph.isNameDot(c) ? 0xB7 : c)
                    length += 1
                    if let kind = kinds[hash] { best = (end, kind) }
                }
            }
            if let best {
                found(at..<best.end, best.kind)
                at = best.end
            } else {
                at += 1
            }
        }
    }
}
