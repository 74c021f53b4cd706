/// A text and what is known of it so far. Filters read it and return ``Annotations``; nobody edits it.
public struct Document: Sendable {
    public let text: Text
    /// What the caller knows about the document.
    public let settings: Settings
    public internal(set) var blocks: [Block] = []
    /// Settled marks, by start, outer before inner.
    public internal(set) var marks: [Mark] = []
    public internal(set) var entities: [Entity] = []
    public internal(set) var metadata = Metadata()
    public internal(set) var findings: [Finding] = []

    public init(_ text: Text, settings: Settings = Settings()) {
        self.text = text
        self.settings = settings
    }
}

/// What the caller knows about a document.
public struct Settings: Hashable, Sendable {
    /// The day from which 昨日, 去年 and dates without a year are read.
    public var referenceDate: CivilDate?

    public init(referenceDate: CivilDate? = nil) {
        self.referenceDate = referenceDate
    }
}

/// A day of the Gregorian calendar.
public struct CivilDate: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let year: Int
    public let month: Int
    public let day: Int

    /// Nil where there is no such day. Years from 1 to 9999.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= CivilDate.days(inMonth: month, of: year)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads `2020-02-15`; nil for anything else.
    public init?(_ string: String) {
        let parts = string.split(separator: "-", omittingEmptySubsequences: false)
        guard string.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) }), parts.count == 3,
            parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    public static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    public static func < (a: CivilDate, b: CivilDate) -> Bool {
        (a.year, a.month, a.day) < (b.year, b.month, b.day)
    }

    public var description: String { "\(padded(year, 4))-\(padded(month))-\(padded(day))" }
}

/// What a filter learned about the document as a whole.
public struct Metadata: Hashable, Sendable {
    /// The day on which the document says that it was published or signed.
    public var publicationDate: CivilDate?
    /// 索引号, 发文机关 and the like: label and value as the page gives them, in order.
    public var furniture: [Field] = []

    public struct Field: Hashable, Sendable {
        public var label: String
        public var value: String

        public init(_ label: String, _ value: String) {
            self.label = label
            self.value = value
        }
    }

    public init() {}

    mutating func merge(_ other: Metadata) {
        publicationDate = other.publicationDate ?? publicationDate
        furniture += other.furniture
    }
}

/// What one filter has to say.
public struct Annotations: Sendable {
    public var blocks: [Block] = []
    public var marks: [Mark] = []
    public var entities: [Entity] = []
    public var metadata = Metadata()
    public var findings: [Finding] = []

    public init() {}
}
