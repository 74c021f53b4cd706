import QuandianText
import Testing

@Suite("The notation of dates")
struct NotationTests {
    static let cases: [(DateValue, String)] = [
        (.point(TimePoint(.day(year: 2020, month: 2, day: 5))), "2020-02-05"),
        (.point(TimePoint(.day(year: 2020, month: 2, day: 5), Clock(hour: 9, minute: 5))), "2020-02-05T09:05"),
        (.point(TimePoint(nil, Clock(hour: 24, second: 7))), "T24:00:07"),
        (.point(TimePoint(.day(year: nil, month: 2, day: 5))), "--02-05"),
        (.point(TimePoint(.day(year: nil, month: nil, day: 5))), "---05"),
        (.point(TimePoint(.month(year: 618, month: 11))), "0618-11"),
        (.point(TimePoint(.month(year: nil, month: 1))), "--01"),
        (.point(TimePoint(.year(7))), "0007"),
        (.point(TimePoint(.week(year: 2020, week: 8))), "2020-W08"),
        (.point(TimePoint(.quarter(year: 2020, quarter: 4))), "2020-Q4"),
        (.point(TimePoint(.half(year: 2020, half: 1))), "2020-H1"),
        (.point(TimePoint(.season(year: 2020, .autumn))), "2020-AU"),
        (.point(TimePoint(.decade(1990))), "199X"),
        (.point(TimePoint(.century(1900))), "19XX"),
        (.point(TimePoint(.century(900))), "09XX"),
        (.range(TimePoint(.year(2016)), TimePoint(.year(2020))), "2016/2020"),
        (.range(TimePoint(.year(2016)), nil), "2016/.."),
        (.range(nil, TimePoint(.year(2020))), "../2020"),
        (.duration(TimeSpan(days: "3")), "P3D"),
        (.duration(TimeSpan(years: "1", months: "6", hours: "2", minutes: "30")), "P1Y6MT2H30M"),
        (.duration(TimeSpan(months: "2.5")), "P2.5M"),
        (.recurrence("XXXX-WXX-3"), "R/XXXX-WXX-3"),
        (.unresolved, "?"),
        (.impossible, "!"),
    ]

    @Test(arguments: cases)
    func `a value is written as the gold documents write it`(_ value: DateValue, _ notation: String) {
        #expect(value.description == notation)
    }

    @Test(arguments: [
        ("2020-02-29", true), ("2021-02-29", false), ("1900-02-29", false), ("2000-02-29", true), ("2020-13-01", false),
        ("2020-00-01", false), ("2020-04-31", false), ("0001-01-01", true), ("0000-01-01", false), ("2020-2-15", false),
        ("2020-02-15 ", false), ("20-02-15", false), ("-020-02-15", false), ("+020-02-15", false),
        ("2020-+2-15", false),
        ("", false), ("２０２０-02-15", false),
    ])
    func `only a day that exists is read as a date`(_ string: String, _ exists: Bool) {
        #expect((CivilDate(string) != nil) == exists)
        if exists { #expect(CivilDate(string)?.description == string) }
    }
}
