import QuandianText

/// What an expression means where it stands.
struct DateResolution {
    var value: DateValue
    /// What lent a missing part; nil where nothing was lent.
    var anchor: String?
    var certainty = 1.0
    /// Where the expression named a year, a month or a day that later ones may lean on.
    var leadsOn = true
}

/// Reads expressions one after the other and carries what has been named.
///
/// The order of what lends a missing year: the year named before it in the same block, the year of the section's
/// heading, that of the document's title, the reference date.
struct DateResolver {
    /// The day from which 昨日 and dates without a year are read.
    var reference: CivilDate? { referenceIsGiven ? documentDate : sectionDay ?? documentDate }
    var referenceName: String { !referenceIsGiven && sectionDay != nil ? "heading" : documentDateName }
    private let documentDate: CivilDate?
    private let documentDateName: String
    /// Whether the caller gave the reference date.
    let referenceIsGiven: Bool

    /// Whether the document is nothing but one time expression, which then is asked as of a calendar: it tells nothing
    /// that has passed, so a date without a year is that of the reference year, a feast or a weekday the next to come.
    var isQuery = false

    struct Named {
        var date: CivilDate
        var text: String
        /// Whether it closes a stretch of days: a clock behind one belongs to each of them.
        var endsRange = false
    }

    var titleYear: Int?
    struct Heading {
        var level: Int
        var year: Int?
        var month: Int?
        /// The day that the heading opens with, as in a diary.
        var day: CivilDate?
    }

    var headings: [Heading] = []
    /// Where the block begins.
    var blockStart = 0
    /// The last day named in this block, and in the section.
    var dayInBlock: Named?
    var dayInSection: Named?
    var yearInBlock: (year: Int, text: String)?
    /// Whether the year in the block was stated, and not itself inferred.
    var yearIsStated = false
    var yearInDocument: (year: Int, text: String)?
    /// How many blocks ago a date was named that a year came from.
    var blocksSinceYear = 0
    /// The calendar of the year named last, for the months that follow: 十月 behind 宣统三年.
    var yearCalendar = SourceCalendar.gregorian
    var monthInBlock: (year: Int?, month: Int)?
    /// The lunar month named last, and whether in this block.
    var lunarMonth: (year: Int, month: Int, isLeap: Bool)?
    var lunarMonthIsHere = false
    /// The month named last in a document that knows no year.
    var yearlessMonth: Int?
    /// Whether the first date of the document has no year, so that the years it tells of later are not its own.
    var isYearless = false
    /// The day, month or longer stretch named last, for 同期.
    var lastPeriod: (start: TimePoint.Day, end: TimePoint.Day?)?
    /// Where a recurrence was named last: a clock behind it in the same sentence has no date.
    var recurrenceEnd: Int?
    /// The clock named last in this block, where it fell in the second half of a day by a word.
    var afternoon: (clock: Clock, end: Int)?
    var level: Int?
    var isTitle = false

    init(reference: CivilDate?, name: String, isGiven: Bool) {
        documentDate = reference
        documentDateName = name
        self.referenceIsGiven = isGiven
    }

    // MARK: Blocks

    mutating func enter(_ block: Block) {
        dayInBlock = nil
        blocksSinceYear += 1
        afternoon = nil
        lunarMonthIsHere = false
        yearInBlock = nil
        yearIsStated = false
        monthInBlock = nil
        recurrenceEnd = nil
        isTitle = false
        blockStart = block.range.lowerBound
        level = nil
        switch block.kind {
        case .title, .subtitle: isTitle = true
        case .heading(let depth), .runInHeading(let depth):
            level = depth
            headings.removeAll { $0.level >= depth }
            headings.append(Heading(level: depth))
            if case .heading = block.kind { dayInSection = nil }
        default: break
        }
    }

    /// The day of which the section tells: 昨夜 and a clock alone count from it.
    var sectionDay: CivilDate? { level == nil ? headings.last?.day : nil }
    var sectionYear: Int? { headings.last { $0.year != nil }?.year }
    var sectionMonth: (year: Int?, month: Int)? {
        guard let heading = headings.last(where: { $0.month != nil }), let month = heading.month else { return nil }
        return (heading.year ?? sectionYear, month)
    }

    /// What an expression means, and the memory of it for those that follow.
    ///
    /// - Parameter lead: the text that stands straight before it, for comparisons (比2018年).
    mutating func resolve(_ expression: DateExpression, text: String, isCompared: Bool, sameSentence: (Int) -> Bool)
        -> DateResolution?
    {
        switch expression.body {
        case .span(let span): return DateResolution(value: .duration(span), leadsOn: false)
        case .recurrence(let value):
            recurrenceEnd = expression.end
            return DateResolution(value: .recurrence(value), leadsOn: false)
        case .shifted(let span, let sign): return shifted(span, sign, text)
        case .point(let reading):
            return point(expression, reading, text: text, isCompared: isCompared, sameSentence: sameSentence)
        case .range(let a, let b):
            return range(expression, a, b, text: text, isCompared: isCompared, sameSentence: sameSentence)
        }
    }

    mutating func point(
        _ expression: DateExpression, _ reading: DateReading, text: String, isCompared: Bool,
        sameSentence: (Int) -> Bool
    ) -> DateResolution? {
        if reading.isClockOnly {
            let day = clockDay(sameSentence)
            guard let clock = heard(reading, sameSentence) else { return nil }
            note(clock, reading, expression.end)
            let point = { TimePoint(day?.date.point, $0) }
            var resolution = DateResolution(
                value: .point(point(clock)), anchor: day?.text, certainty: day == nil ? 1 : 0.8, leadsOn: false)
            if let end = reading.clockEnd {
                resolution.value = .range(point(clock), point(end))
            } else {
                resolution.value = framed(expression.frame, point(clock), nil)
            }
            return resolution
        }
        if reading.needsNamedDay, dayInBlock == nil { return nil }
        if let clock = reading.clock { note(clock, reading, expression.end) }
        let mayLead = !isCompared && !reading.isSamePeriod && expression.certainty > 0.5
        let (outcome, anchor) = outcome(reading)
        var resolution = DateResolution(value: .unresolved, anchor: anchor, certainty: anchor == nil ? 1 : 0.8)
        switch outcome {
        case .unresolved: resolution.value = .unresolved
        case .impossible: resolution.value = .impossible
        case .day(let day):
            if let clock = reading.clock, let end = reading.clockEnd {
                resolution.value = .range(TimePoint(day, clock), TimePoint(day, end))
            } else {
                resolution.value = framed(expression.frame, TimePoint(day, reading.clock), nil)
            }
            if mayLead { remember(day, day, reading, expression, text) }
        case .range(let start, let end):
            resolution.value = framed(
                expression.frame, start.map { TimePoint($0, reading.clock) },
                end.map { TimePoint($0, reading.clockEnd) },
                isRange: true)
            if mayLead, let start, let end {
                remember(start, end, reading, expression, text)
            }
        }
        return resolution
    }

    func framed(_ frame: DateExpression.Frame, _ start: TimePoint?, _ end: TimePoint?, isRange: Bool = false)
        -> DateValue
    {
        switch frame {
        case .since: .range(start, nil)
        case .until: .range(nil, end ?? start)
        case .none: if isRange { .range(start, end) } else if let start { .point(start) } else { .unresolved }
        }
    }

    /// The day that a clock alone belongs to.
    func clockDay(_ sameSentence: (Int) -> Bool) -> Named? {
        if let recurrenceEnd, sameSentence(recurrenceEnd) { return nil }
        if let dayInBlock { return dayInBlock.endsRange ? nil : dayInBlock }
        if recurrenceEnd != nil { return nil }
        if let sectionDay { return Named(date: sectionDay, text: "heading \(sectionDay)") }
        if referenceIsGiven, let reference { return Named(date: reference, text: "\(referenceName) \(reference)") }
        return nil
    }

    /// 五时 behind 下午二时 in the same sentence is five in the afternoon.
    private func heard(_ reading: DateReading, _ sameSentence: (Int) -> Bool) -> Clock? {
        guard var clock = reading.clock else { return nil }
        if let afternoon, reading.part == nil, reading.clockIsSpoken, clock.hour < 12,
            (0...6).contains(clock.hour + 12 - afternoon.clock.hour), sameSentence(afternoon.end)
        {
            clock.hour += 12
        }
        return clock
    }

    mutating func note(_ clock: Clock, _ reading: DateReading, _ end: Int) {
        guard reading.clockIsSpoken else { return }
        afternoon = clock.hour > 12 && (reading.part != nil || afternoon != nil) ? (clock, end) : nil
    }
}
