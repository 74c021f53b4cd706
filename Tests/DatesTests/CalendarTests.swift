import QuandianText
import Testing

@testable import QuandianFilters

struct CalendarTests {
    @Test(
        "New Year's days of the lunar calendar",
        arguments: [
            (1645, "1645-01-28"), (1900, "1900-01-31"), (1949, "1949-01-29"), (1985, "1985-02-20"),
            (2000, "2000-02-05"),
            (2020, "2020-01-25"), (2033, "2033-01-31"), (2100, "2100-02-09"),
        ])
    func newYears(_ year: Int, _ date: String) {
        #expect(LunarCalendar.date(year: year, month: 1, day: 1)?.description == date)
    }

    @Test("Every lunar year ends the day before the next begins")
    func unbroken() throws {
        for year in 1600..<2100 {
            let last = try #require(LunarCalendar.lastDay(ofYear: year))
            let next = try #require(LunarCalendar.date(year: year + 1, month: 1, day: 1))
            #expect(CivilCalendar.number(next) == CivilCalendar.number(last) + 1)
        }
    }

    @Test("The tables are those that were checked")
    func checksum() {
        let lunar = LunarCalendar.years.reduce(into: UInt64(14_695_981_039_346_656_037)) {
            $0 = ($0 ^ UInt64($1)) &* 1_099_511_628_211
        }
        let terms = LunarCalendar.terms.reduce(into: UInt64(14_695_981_039_346_656_037)) {
            $0 = ($0 ^ $1) &* 1_099_511_628_211
        }
        #expect(lunar == 14_348_125_767_739_141_875)
        #expect(terms == 5_182_063_061_340_642_617)
    }

    @Test(
        "Solar terms",
        arguments: [
            (2020, 23, "2020-12-21"), (2021, 6, "2021-04-04"), (1900, 11, "1900-06-22"), (2000, 2, "2000-02-04"),
        ])
    func terms(_ year: Int, _ term: Int, _ date: String) {
        #expect(LunarCalendar.term(term, of: year)?.description == date)
    }

    @Test("Day numbers go and come back over all years")
    func days() {
        for number in stride(from: -700_000, through: 2_900_000, by: 997) {
            if let date = CivilCalendar.date(number) { #expect(CivilCalendar.number(date) == number) }
        }
        #expect(CivilCalendar.number(1970, 1, 1) == 0)
        #expect(CivilCalendar.weekday(CivilCalendar.number(2021, 7, 9)) == 5)
    }

    @Test("Every table of words, forms, eras and feasts compiles")
    func tables() {
        #expect(Era.all.count > 300)
        #expect(Holiday.all.count > 40)
        #expect(SolarTerm.names.count == 24)
    }
}
