import Foundation
import QuandianFilters
import QuandianText

/// Where a suite means the same stretch by another convention than the guidelines, told from the values: what the suite
/// expects, what the filter gave, and how the two differ. A case whose difference no rule explains counts as wrong.
enum DateConvention: String, CaseIterable {
    case vague = "now-words and parts of the day alone are unmarked"
    case clockOfAsking = "counted from the clock of asking, where the reference is a day"
    case lengthAlone = "of a window beside today the length is marked (近三年来 is P3Y)"
    case yearAhead = "a date without a year is at most two months ahead"
    case countedUnit = "an amount counted from today is given to its unit, the suite has a window, a day or an open end"
    case week = "the same day of the week before or after: a week begins on Monday and 下周三 is in the next"
    case lunarNames = "a lunar month and day taken for Gregorian ones"
    case winterTerm = "小寒 and 大寒 counted with the lunar year"
    case season = "a season from term to term"
    case noSuchDay = "a day that does not exist has no value"
    case inexact = "an amount that is not exact is unmarked"
    case ordinal = "an ordinal alone is unmarked"
    case feast = "a feast of a calendar that the filter does not know"

    /// One stretch of a suite beside what the filter found there.
    struct Comparison {
        let words: String
        let reference: CivilDate?
        let expected: [DateCase.Expected]
        let ours: [DateValue]
    }

    static func explaining(_ comparison: Comparison) -> DateConvention? {
        allCases.first { $0.explains(comparison) }
    }

    private func explains(_ it: Comparison) -> Bool {
        switch self {
        case .vague: Self.vagueWords.contains(it.words) || it.words.hasPrefix("从现在")
        case .clockOfAsking:
            it.ours.allSatisfy(\.isDuration) && !it.statesClock && it.stretches.contains { $0.hasClock }
        case .lengthAlone:
            it.stretches.contains { stretch in it.ours.contains { stretch.lasts($0, beside: it.reference) } }
        case .yearAhead: it.differences.contains { (353...385).contains($0) } && it.isFarAhead
        case .countedUnit:
            ["前", "后", "後"].contains { it.words.hasSuffix($0) }
                && it.stretches.contains { stretch in it.ours.contains { stretch.meets($0) } }
        case .week:
            ["周", "週", "星期", "礼拜", "禮拜"].contains { it.words.contains($0) }
                && (it.differences.contains { abs($0) == 7 }
                    || it.words.contains("末") && it.stretches.contains { s in it.ours.contains { s.meets($0) } })
        case .lunarNames:
            it.firstDays.contains { day in
                let lunar = DayNumber.lunar(day)
                return it.stretches.contains { stretch in
                    stretch.first.map { (Int($0.dropFirst(5).prefix(2)), Int($0.dropFirst(8).prefix(2))) }
                        .map { $0.0 == lunar.month && $0.1 == lunar.day } ?? false
                }
            }
        case .winterTerm:
            ["小寒", "大寒"].contains { it.words.hasSuffix($0) } && it.differences.contains { (364...367).contains($0) }
        case .season:
            it.ours.contains(where: \.isSeason) && it.differences.contains { abs($0) < 66 }
        case .noSuchDay: it.ours.contains(.impossible) && it.stretches.contains { $0.first?.hasPrefix("0001") ?? false }
        case .inexact: ["几", "幾", "多年"].contains { it.words.contains($0) }
        case .ordinal: it.words.hasPrefix("第") && it.ours.isEmpty
        case .feast: Self.unknownFeasts.contains { it.words.contains($0) }
        }
    }

    private static let vagueWords: Set = [
        "现在", "最近", "目前", "当前", "此时", "此時", "宜家", "而家", "白天", "早上", "晚上", "中午", "下午", "上午", "夜间",
    ]

    /// Feasts of the Jewish, Islamic, Hindu and Buddhist calendars, by their names.
    private static let unknownFeasts = [
        "犹太", "猶太", "逾越", "住棚", "七七节", "沙夫幼特", "週日節", "收获节", "新果实", "馬加比", "献殿", "光明节", "光明節", "篝火节", "转经", "誦經", "诵经",
        "聖法", "圣会节", "聖会節", "西赫托拉", "禁食日", "圣殿被毁", "图比舍巴特", "树木新年", "以色列", "普珥", "赎罪", "开斋", "開齋", "肉孜", "爾代", "尔代",
        "古尔邦", "古爾邦", "宰牲", "圣纪", "聖紀", "登霄", "阿舒拉", "伊斯兰", "伊斯蘭", "穆斯林", "斋月", "齋月", "法令之夜", "盖德尔", "蓋德爾",
        "排灯", "克哈特", "侯丽", "五彩節", "五彩节", "胡里", "庞格尔", "淡米", "印度丰收", "衛塞", "威瑟", "难近母", "難近母", "乔蒂", "喬蒂", "罗摩", "羅摩",
        "黑天", "象神", "甘尼", "九夜", "兄妹", "奥南", "歐南", "湿婆", "濕婆", "大雄",
    ]
}

/// Days counted from 1970-01-01, in the calendars of Foundation: none of the filter's own arithmetic.
enum DayNumber {
    private static let gregorian: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? .gmt
        return calendar
    }()
    private static let chinese: Calendar = {
        var calendar = Calendar(identifier: .chinese)
        calendar.timeZone = TimeZone(secondsFromGMT: 8 * 3600) ?? .gmt
        return calendar
    }()

    /// Of `yyyy-MM-dd …`; a month or day 0, as Duckling prints, counts as 1.
    static func of(_ moment: some StringProtocol) -> Int? {
        let parts = moment.prefix(10).split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3,
            let date = gregorian.date(
                from: DateComponents(year: parts[0], month: max(1, parts[1]), day: max(1, parts[2])))
        else { return nil }
        return Int((date.timeIntervalSince1970 / 86400).rounded(.down))
    }

    static func lunar(_ day: Int) -> (month: Int, day: Int) {
        let parts = chinese.dateComponents(
            [.month, .day], from: Date(timeIntervalSince1970: Double(day) * 86400 + 14400))
        return (parts.month ?? 0, parts.day ?? 0)
    }
}

/// A stretch that a suite expects.
private struct ExpectedStretch {
    let first: String?
    let last: String?

    var hasClock: Bool {
        [first, last].contains { moment in
            guard let moment, moment.count > 10 else { return false }
            return !moment.hasSuffix("00:00:00") && !moment.hasSuffix("23:59:59")
        }
    }

    /// Whether a duration of ours is as long as this stretch, or as its one day is far from the reference.
    func lasts(_ value: DateValue, beside reference: CivilDate?) -> Bool {
        guard case .duration(let months, let days, let seconds) = Interval(value.description),
            let start = first.flatMap({ DayNumber.of($0) }), let end = last.flatMap({ DayNumber.of($0) })
        else { return false }
        let length = months * 30.44 + days + seconds / 86400
        let fits = { (count: Int) in abs(Double(count) - length) <= max(1.5, length * 0.15) }
        if start < end { return fits(end - start + 1) }
        return reference.flatMap { DayNumber.of($0.description) }.map { fits(abs(start - $0)) } ?? false
    }

    /// Whether a point of ours shares a day with this stretch.
    func meets(_ value: DateValue) -> Bool {
        guard case .stretch(let a?, let b?) = Interval(value.description), let from = DayNumber.of(a.day),
            let to = DayNumber.of(b.day)
        else { return false }
        let start = first.flatMap { DayNumber.of($0) } ?? Int.min
        let end = last.flatMap { DayNumber.of($0) } ?? Int.max
        return start <= to && from <= end
    }
}

extension DateConvention.Comparison {
    fileprivate var stretches: [ExpectedStretch] {
        expected.compactMap {
            switch $0 {
            case .stretch(let first, let last): ExpectedStretch(first: first, last: last)
            case .starts(let first): ExpectedStretch(first: first, last: first)
            default: nil
            }
        }
    }

    /// The first day of each value of ours.
    fileprivate var firstDays: [Int] {
        ours.compactMap {
            guard case .stretch(let start?, _) = Interval($0.description) else { return nil }
            return DayNumber.of(start.day)
        }
    }

    /// How many days later the suite's stretches begin than ours.
    fileprivate var differences: [Int] {
        stretches.compactMap { $0.first.flatMap { DayNumber.of($0) } }.flatMap { day in firstDays.map { day - $0 } }
    }

    fileprivate var isFarAhead: Bool {
        guard let today = reference.flatMap({ DayNumber.of($0.description) }) else { return false }
        return stretches.contains { $0.first.flatMap { DayNumber.of($0) }.map { $0 > today + 61 } ?? false }
    }

    fileprivate var statesClock: Bool {
        let bare = words.replacingOccurrences(of: "小时", with: "").replacingOccurrences(of: "小時", with: "")
        return ["点", "點", "时", "時", ":", "："].contains { bare.contains($0) }
    }
}

extension DateValue {
    fileprivate var isDuration: Bool { if case .duration = self { true } else { false } }
    fileprivate var isSeason: Bool {
        if case .point(let point) = self, case .season = point.day { true } else { false }
    }
}

extension DateSuites {
    /// Values of the public suites, each stretch against what the suite expects of it; over all cases, and over those
    /// whose difference no convention explains.
    static func values(_ files: [String], _ isVerbose: Bool) {
        for file in files {
            let name = file.split(separator: "/").last?.split(separator: ".").first.map(String.init) ?? file
            var right = 0, all = 0
            var explained: [DateConvention: Int] = [:]
            for row in DateCase.read(file) {
                let ours = find(row.text, reference: row.reference)
                for (span, expected) in zip(row.spans, row.expected) where !expected.isEmpty {
                    let words = String(String.UnicodeScalarView(Array(row.text.unicodeScalars)[span]))
                    let mine = ours.filter { $0.range.overlaps(span) }.map(\.value)
                    all += 1
                    if mine.contains(where: { value in expected.contains { $0.agrees(value, words) } }) {
                        right += 1
                        continue
                    }
                    let convention = DateConvention.explaining(
                        DateConvention.Comparison(
                            words: words, reference: row.reference, expected: expected, ours: mine))
                    if let convention { explained[convention, default: 0] += 1 }
                    if isVerbose {
                        let reference = row.reference?.description ?? ""
                        print(
                            "  \(row.id) \(reference) \(words): \(mine.map(\.description)) for \(expected)"
                                + (convention.map { " [\($0.rawValue)]" } ?? " WRONG"))
                    }
                }
            }
            let left = explained.values.reduce(0, +)
            let reasons = DateConvention.allCases.compactMap { reason in
                explained[reason].map { "\($0) \(reason.rawValue)" }
            }.joined(separator: "; ")
            report(
                name, "value", Double(right) / Double(max(1, all - left)),
                "\(right) of \(all - left); left out: \(reasons.isEmpty ? "none" : reasons)")
            report(name, "value, none left out", Double(right) / Double(max(1, all)), "\(right) of \(all)")
        }
    }
}
