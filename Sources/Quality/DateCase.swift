import Foundation
import QuandianFilters
import QuandianText

/// One line of a public suite: a text, the stretches marked in it and the values that the suite expects.
struct DateCase {
    let id: String
    let text: String
    let reference: CivilDate?
    let spans: [Range<Int>]
    let expected: [[Expected]]

    /// What a suite expects of one stretch; a moment is `yyyy-MM-dd HH:mm:ss`.
    enum Expected {
        /// From the first to the last moment, both included; nil is open.
        case stretch(String?, String?)
        /// From a moment on, the end untold.
        case starts(String)
        case clock(String, String?)
        case duration(months: Double, days: Double, seconds: Double)
        case recurring(String)
    }

    static func read(_ path: String) -> [DateCase] {
        guard let content = try? String(contentsOfFile: path, encoding: .utf8) else { return [] }
        return content.split(separator: "\n").compactMap { line in
            guard let data = line.data(using: .utf8), let object = try? JSONSerialization.jsonObject(with: data),
                let row = object as? [String: Any], let text = row["text"] as? String
            else { return nil }
            let spans = (row["spans"] as? [[Any]] ?? []).compactMap { span -> Range<Int>? in
                guard span.count == 3, let start = span[0] as? Int, let end = span[1] as? Int,
                    (span[2] as? String).map({ $0 == "TIME" }) ?? false
                else { return nil }
                return start..<end
            }
            let norms = row["norm"] as? [[String: Any]] ?? []
            return DateCase(
                id: row["id"] as? String ?? "", text: text,
                reference: reference(row["ref"] as? String ?? row["date"] as? String),
                spans: spans, expected: norms.map(Self.expected))
        }
    }

    /// `2021-06-14T01:06:40`, `[2008, 3, 13]` or `{'year': 1966}`.
    private static func reference(_ string: String?) -> CivilDate? {
        guard let string else { return nil }
        if let date = CivilDate(String(string.prefix(10))) { return date }
        let numbers = string.split { !$0.isNumber }.compactMap { Int($0) }
        guard let year = numbers.first else { return nil }
        let isWhole = string.hasPrefix("[") || string.contains("month")
        return CivilDate(
            year: year, month: isWhole && numbers.count > 1 ? numbers[1] : 6,
            day: isWhole && numbers.count > 2 ? numbers[2] : 15)
    }

    private static func expected(_ norm: [String: Any]) -> [Expected] {
        if let type = norm["type"] as? String, let time = norm["time"] {  // JioNLP
            if type == "time_delta", let parts = time as? [String: Double] { return [delta(parts)] }
            if let pair = time as? [String], pair.count == 2 {
                return [.stretch(pair[0] == "-inf" ? nil : pair[0], pair[1] == "inf" ? nil : pair[1])]
            }
            return []
        }
        if let expression = norm["expr"] as? String { return duckling(expression) }
        if norm["start"] != nil || norm["date"] != nil { return chrono(norm) }
        if let values = norm["values"] as? [[String: Any]] { return values.compactMap(recognizer) }
        if let values = norm["values"] as? [String: Any] {
            let type = norm["type"] as? String ?? ""
            if type == "duration" || type == "set" {
                return [recognizer(["timex": values["Timex"] ?? "", "type": type])].compactMap { $0 }
            }
            return ["FutureResolution", "PastResolution"].compactMap { key in
                guard let resolution = values[key] as? [String: String] else { return nil }
                return recognizer(resolution)
            }
        }
        return []
    }

    private static func delta(_ parts: [String: Double]) -> Expected {
        .duration(
            months: (parts["year"] ?? 0) * 12 + (parts["month"] ?? 0),
            days: (parts["day"] ?? 0) + (parts["workday"] ?? 0) + (parts["week"] ?? 0) * 7,
            seconds: (parts["hour"] ?? 0) * 3600 + (parts["minute"] ?? 0) * 60 + (parts["second"] ?? 0))
    }

    // MARK: Recognizers-Text: ends are exclusive

    private static func recognizer(_ value: [String: Any]) -> Expected? {
        func get(_ keys: String...) -> String? { keys.lazy.compactMap { value[$0] as? String }.first }
        if get("type") == "duration" || get("type") == "set" {
            guard let timex = get("timex") else { return nil }
            if get("type") == "set" { return .recurring(timex) }
            if case .duration(let months, let days, let seconds) = Interval(timex) {
                return .duration(months: months, days: days, seconds: seconds)
            }
            return nil
        }
        if get("type") == "date" || get("type") == "datetime" || value["date"] != nil || value["dateTime"] != nil {
            guard let moment = get("value", "date", "dateTime"), moment != "not resolved" else { return nil }
            return .stretch(moment, moment)
        }
        if get("type") == "time" || value["time"] != nil {
            guard let clock = get("value", "time") else { return nil }
            return .clock(clock, nil)
        }
        let start = get("start", "startDate", "startDateTime", "startTime")
        let end = get("end", "endDate", "endDateTime", "endTime")
        if start == nil, end == nil { return nil }
        if let start, start.count == 8 { return .clock(start, end) }
        return .stretch(start, end.map { $0.count > 10 ? $0 : shifted($0, -1) })
    }

    // MARK: Duckling: `datetime (y, m, d, h, m, s) Grain`, ends exclusive

    private static func duckling(_ expression: String) -> [Expected] {
        let numbers = expression.prefix { $0 != "\"" }.split { !$0.isNumber }.compactMap { Int($0) }
        let isInterval = expression.contains("Interval")
        guard numbers.count >= (isInterval ? 12 : 6) else { return [] }
        let moment = { (n: ArraySlice<Int>) -> String in
            let m = Array(n)
            return String(format: "%04d-%02d-%02d %02d:%02d:%02d", m[0], m[1], m[2], m[3], m[4], m[5])
        }
        let start = moment(numbers[0..<6])
        if isInterval {
            let end = moment(numbers[6..<12])
            return [.stretch(start, end.hasSuffix("00:00:00") ? shifted(String(end.prefix(10)), -1) : end)]
        }
        let day = String(start.prefix(10))
        let grain =
            expression.split(separator: ")").last.map { $0.split(separator: "\"").first.map(String.init) ?? "" } ?? ""
        switch grain.trimmingCharacters(in: .whitespaces) {
        case "Week": return [.stretch(day, shifted(day, 6))]
        case "Month": return [.stretch(day, String(Interval.edge(String(day.prefix(7)), last: true).day))]
        case "Year": return [.stretch(day, String(day.prefix(4)) + "-12-31")]
        case "Day": return [.stretch(day, day)]
        default: return [.stretch(start, start)]
        }
    }

    // MARK: chrono

    private static func chrono(_ norm: [String: Any]) -> [Expected] {
        func moment(_ parts: [String: Any]?) -> String? {
            guard let parts, let year = parts["year"] as? Int, let month = parts["month"] as? Int,
                let day = parts["day"] as? Int
            else { return nil }
            let date = String(format: "%04d-%02d-%02d", year, month, day)
            guard let hour = parts["hour"] as? Int else { return date }
            return date
                + String(format: " %02d:%02d:%02d", hour, parts["minute"] as? Int ?? 0, parts["second"] as? Int ?? 0)
        }
        if let start = moment(norm["start"] as? [String: Any]) {
            return [moment(norm["end"] as? [String: Any]).map { .stretch(start, $0) } ?? .starts(start)]
        }
        guard let date = norm["date"] as? String else { return [] }
        let day = date.replacingOccurrences(of: "T", with: " ")
        return [.starts(day), .starts(String(day.prefix(10)))]
    }

    static func shifted(_ day: String, _ days: Int) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? .gmt
        let numbers = day.split(separator: "-").compactMap { Int($0) }
        guard numbers.count == 3,
            let date = calendar.date(from: DateComponents(year: numbers[0], month: numbers[1], day: numbers[2] + days))
        else { return day }
        let parts = calendar.dateComponents([.year, .month, .day], from: date)
        return String(format: "%04d-%02d-%02d", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
    }
}
