/// Which piece may follow which within one date.
struct DateSequence: Sendable {
    static let shared = DateSequence()

    /// `pieces > pieces`: any on the left may be followed by any on the right.
    private static let lines = """
        year yearShort yearOrSpan yearNote > half quarter quarters season month monthRange months nthMonth monthPair
        eraYear minguoYear minguoBefore > half quarter quarters season month monthRange months nthMonth monthPair
        year yearShort yearOrSpan yearNote > lunarMonth leapMonth lunarTag yearEdge edge holiday term nthWeek stemNote
        eraYear minguoYear minguoBefore > lunarMonth leapMonth lunarTag yearEdge edge holiday term nthWeek stemNote stemYear
        eraStem stemYear stemNote > season month monthRange lunarMonth leapMonth lunarTag edge yearEdge holiday term
        yearRel > half quarter quarters season month monthRange months nthMonth monthPair lunarMonth leapMonth lunarTag
        yearAna yearMeant > half quarter quarters season month monthRange months nthMonth monthPair lunarMonth leapMonth
        yearThat > half season month monthRange monthPair lunarMonth leapMonth lunarTag yearEdge holiday term
        yearAna yearMeant > lunarTag
        yearRel yearAna yearMeant > yearEdge edge holiday term nthWeek samePeriod
        month monthRel monthNote > xun edge monthEdge day dayRange dayList lunarDay bareDay nthWeek nthWeekday samePeriod
        monthAna lunarMonth leapMonth > xun edge monthEdge day dayRange dayList lunarDay bareDay nthWeek nthWeekday
        month monthRel monthNote monthAna lunarMonth leapMonth > monthHalf samePeriod
        month lunarMonth leapMonth > stemDay stemNote
        lunarTag > year month lunarMonth leapMonth lunarDay holiday
        year yearRel eraYear minguoYear > monthsLast
        year > samePeriod
        yearRel > dayRel
        day bareDay ymd lunarDay dayRel > feastNote
        day > holiday
        month monthRel monthAna > day
        half quarter quarters quarterRel monthRange > samePeriod edge
        decade decades century centuryRel centuryBefore > edge
        yearRange yearRangeShort planTerm plan > edge
        day dayRange bareDay lunarDay dayRel dayAna stemDay feastNote > weekdayNote part clock clockRange dayAna dayPartAna
        dayNote dateNote holiday term ymd md dmy packed dayList > weekdayNote part clock clockRange dayAna dayPartAna
        weekday weekdayOf dayRel > dateNote
        dayPair nthDay > part clock clockRange
        day dayRel bareDay ymd lunarDay > weekday
        month lunarMonth monthRel > dayBefore
        weekdayNote weekday weekdayOf dayAna dayPart dayPartAna > part clock clockRange
        md > day
        weekend > part
        dayShort > part
        part dayBefore > clock clockRange part
        dayPart dayPartAna > clock clockRange
        """

    private let table: [Bool]
    private let width = DatePieceKind.allCases.count

    init() {
        var kinds: [String: DatePieceKind] = [:]
        for kind in DatePieceKind.allCases { kinds["\(kind)"] = kind }
        var table = [Bool](repeating: false, count: width * width)
        for line in Self.lines.fields(between: "\n") {
            let sides = line.fields(between: ">").map { side in
                side.fields(between: " ").map { name -> DatePieceKind in
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
