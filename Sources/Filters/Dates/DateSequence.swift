/// Which piece may follow which within one date.
struct DateSequence: Sendable {
    static let shared = DateSequence()

    /// `pieces > pieces`: any on the left may be followed by any on the right.
    private static let lines = """
        year yearShort yearOrSpan > half quarter quarters season month monthRange months nthMonth monthPair
        eraYear minguoYear minguoBefore > half quarter quarters season month monthRange months nthMonth monthPair
        year yearShort yearOrSpan > lunarMonth leapMonth lunarTag yearEdge edge holiday term nthWeek
        eraYear minguoYear minguoBefore > lunarMonth leapMonth lunarTag yearEdge edge holiday term nthWeek
        yearRel > half quarter quarters season month monthRange months nthMonth monthPair lunarMonth leapMonth lunarTag
        yearAna yearMeant > half quarter quarters season month monthRange months nthMonth monthPair lunarMonth leapMonth lunarTag
        yearRel yearAna yearMeant > yearEdge edge holiday term nthWeek samePeriod
        month monthRel > xun edge monthEdge day dayRange dayList lunarDay bareDay nthWeek nthWeekday samePeriod monthHalf
        monthAna lunarMonth leapMonth > xun edge monthEdge day dayRange dayList lunarDay bareDay nthWeek nthWeekday samePeriod monthHalf
        lunarTag > year month lunarMonth leapMonth lunarDay
        month monthRel monthAna > day
        half quarter quarters quarterRel monthRange > samePeriod edge
        decade century centuryRel > edge
        yearRange yearRangeShort > edge
        day dayRange bareDay lunarDay dayRel dayAna > weekdayNote part clock clockRange dayAna dayPartAna
        dayNote holiday term ymd md packed dayList > weekdayNote part clock clockRange dayAna dayPartAna
        day dayRel bareDay ymd lunarDay > weekday
        weekdayNote weekday weekdayOf dayAna dayPart dayPartAna > part clock clockRange
        md > day
        weekend > part
        dayShort > part
        part > clock clockRange part
        dayPart dayPartAna > clock clockRange
        """

    private let table: [Bool]
    private let width = DatePieceKind.allCases.count

    init() {
        var kinds: [String: DatePieceKind] = [:]
        for kind in DatePieceKind.allCases { kinds["\(kind)"] = kind }
        var table = [Bool](repeating: false, count: width * width)
        for line in Self.lines.split(separator: "\n") {
            let sides = line.split(separator: ">").map { side in
                side.split(separator: " ").map { name -> DatePieceKind in
                    guard let kind = kinds[String(name)] else { preconditionFailure("no piece \(name)") }
                    return kind
                }
            }
            for left in sides[0] {
                for right in sides[1] { table[Int(left.rawValue) * width + Int(right.rawValue)] = true }
            }
        }
        self.table = table
    }

    func allows(_ a: DatePieceKind, _ b: DatePieceKind) -> Bool { table[Int(a.rawValue) * width + Int(b.rawValue)] }
}
