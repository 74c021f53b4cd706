import Foundation
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
        for year in 1573..<2100 {
            let last = try #require(LunarCalendar.lastDay(ofYear: year))
            let next = try #require(LunarCalendar.date(year: year + 1, month: 1, day: 1))
            #expect(CivilCalendar.number(next) == CivilCalendar.number(last) + 1)
        }
    }

    /// ICU reckons by its own astronomy, in UTC+8 throughout, and knows nothing of the almanac from which the tables were
    /// made. Under the Qing it differs where the almanacs in use did; in 1914, 1916 and 1920 because Peking time still
    /// counted; in 2057, 2089 and 2097 the new moon falls within three minutes of midnight.
    @Test("Every day since 1645 is that of ICU, but for the months that are accounted for")
    func everyDay() throws {
        var chinese = Calendar(identifier: .chinese)
        chinese.timeZone = try #require(TimeZone(secondsFromGMT: 8 * 3600))
        var differ: [String: Int] = [:]
        for year in 1645...2100 {
            for month in 1...12 {
                for leap in [false, true] {
                    guard let (first, days) = LunarCalendar.month(month, leap: leap, of: year) else { continue }
                    for day in 1...days {
                        let noon = Date(timeIntervalSince1970: Double(first + day - 1) * 86400 + 4 * 3600)
                        let parts = chinese.dateComponents([.month, .day], from: noon)
                        if (parts.month, parts.day, parts.isLeapMonth) != (month, day, leap) {
                            differ["\(year)-\(month)\(leap ? "+" : "")", default: 0] += 1
                        }
                    }
                }
            }
        }
        let late = differ.keys.filter { $0 > "1901" }
        #expect(Set(late).isSubset(of: ["1914-10", "1916-1", "1920-10", "2057-9", "2089-8", "2097-7"]))
        // Of 3166 months under the Qing.
        #expect(differ.count - late.count <= 57)
    }

    @Test("The tables are those that were checked")
    func checksum() {
        let lunar = LunarCalendar.years.reduce(into: UInt64(14_695_981_039_346_656_037)) {
            $0 = ($0 ^ UInt64($1)) &* 1_099_511_628_211
        }
        let terms = LunarCalendar.terms.reduce(into: UInt64(14_695_981_039_346_656_037)) {
            $0 = ($0 ^ $1) &* 1_099_511_628_211
        }
        #expect(lunar == 17_664_341_383_926_167_331)
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
