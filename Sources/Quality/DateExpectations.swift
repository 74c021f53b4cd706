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
            return [.stretch(start, moment(norm["end"] as? [String: Any]) ?? start)]
        }
        guard let date = norm["date"] as? String else { return [] }
        let day = date.replacingOccurrences(of: "T", with: " ")
        return [.stretch(day, day), .stretch(String(day.prefix(10)), String(day.prefix(10)))]
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

extension DateCase.Expected {
    /// Whether a value of ours says the same, to the precision that both have.
    func agrees(_ value: DateValue, _ words: String) -> Bool {
        // Recognizers leaves the day, month or year behind 到 out of a range, and the named one out of 以前.
        if case .stretch(let first?, let last?) = self, case .range(let start?, let end?) = value,
            Interval.edge(start.description, last: false).day == first.prefix(10), start.clock == nil,
            Interval.edge(end.description, last: false).day == DateCase.shifted(String(last.prefix(10)), 1)
        {
            return true
        }
        if case .stretch(nil, let last?) = self, case .range(nil, let end?) = value {
            let named = Interval.edge(end.description, last: false)
            if named.clock.isEmpty
                ? named.day == DateCase.shifted(String(last.prefix(10)), 1) : last.hasPrefix(named.clock)
            {
                return true
            }
        }
        // 24:00 is the next day's 00:00.
        if case .stretch(let first?, _) = self, case .point(let point) = value, point.clock == Clock(hour: 24),
            let day = point.day, first.hasPrefix(DateCase.shifted(day.description, 1) + " 00:00")
        {
            return true
        }
        switch (self, Interval(value.description)) {
        case (.duration(let m, let d, let s), .duration(let months, let days, let seconds)):
            return abs(m - months) < 0.01 && abs(d - days) < 0.01 && abs(s - seconds) < 0.01
        case (.recurring(let timex), .other(let ours)):
            return ours.hasPrefix("R/") && (ours.dropFirst(2) == timex || ours.dropFirst(2).hasPrefix(timex + ":"))
                || ours == "R/" + timex
        case (.clock(let first, let last), .stretch(let start, let end)):
            let clock = (start ?? end)?.clock ?? ""
            guard last != nil || start == nil || end == nil || start?.clock == end?.clock else { return false }
            if let last { return first.hasPrefix(clock) && last.hasPrefix(end?.clock ?? "-") }
            return !clock.isEmpty && first.hasPrefix(clock)
        case (.stretch(let first, let last), .stretch(let start, let end)):
            return stretch(first, last, start, end, words)
        default: return false
        }
    }

    private func stretch(
        _ first: String?, _ last: String?, _ start: Interval.Edge?, _ end: Interval.Edge?, _ words: String
    ) -> Bool {
        let day = { (moment: String) in String(moment.prefix(10)) }
        let clock = { (moment: String) in String(moment.dropFirst(11).prefix(5)) }
        // An open end: the suites close it with the time of asking, or exclude the day that is named.
        if start == nil, let end, let last {
            let named = day(last)
            return named == end.day || DateCase.shifted(named, 1) == end.day || words.hasPrefix(String(named.prefix(4)))
                || isInside(named, of: end, words)
        }
        if end == nil, let start, let first {
            return day(first) == start.day || DateCase.shifted(day(first), -1) == start.day
        }
        guard let start, let end, let first, let last else { return false }
        if !start.clock.isEmpty {
            guard day(first) == start.day, first.count > 10, clock(first) == start.clock.prefix(5) else { return false }
            return start.clock == end.clock || (clock(last) == end.clock.prefix(5) && day(last) == end.day)
        }
        if day(first) == start.day, day(last) == end.day { return true }
        // Parts of a day and 初, 底, 旬 are no part of the value: the stretch must hold what the suite gives.
        let isPart = ["初", "底", "末", "旬", "始", "早", "晚", "上午", "下午", "中午", "夜", "晨", "宵", "半月", "最后", "节", "節"]
            .contains { words.contains($0) }
        return isPart && start.day <= day(first) && (day(last) <= end.day || DateCase.shifted(end.day, 1) == day(last))
    }

    private func isInside(_ day: String, of edge: Interval.Edge, _ words: String) -> Bool {
        ["初", "底", "末", "前"].contains { words.contains($0) } && day.prefix(4) == edge.day.prefix(4)
    }
}

extension DateSuites {
    /// Why a case of another suite does not count: its convention is not ours.
    private static func exclusion(_ words: String, _ row: DateCase, _ expected: [DateCase.Expected]) -> String? {
        let has = { (parts: [String]) in parts.contains { words.contains($0) } }
        let shiftedUnits = ["秒", "分", "小时", "小時", "个钟", "個鐘", "钟头", "鐘頭", "天半"]
        if has(shiftedUnits), has(["前", "后", "後", "内", "內", "上两", "上二", "上兩", "下三", "之", "以来"]) {
            return "counted from the clock of asking"
        }
        if words.hasPrefix("第") { return "an ordinal alone is not marked" }
        if has(["大寒", "小寒"]) { return "a winter term counted with the lunar year" }
        if has(["现在", "当前", "此时", "此時", "宜家", "而家", "最近", "目前"]) { return "now is not marked" }
        if words.unicodeScalars.count <= 3, has(["早上", "晚上", "中午", "下午", "上午", "白天", "夜间"]) {
            return "a part of day alone is not marked"
        }
        let windows = [
            "过去", "前两", "前兩", "前二", "后三", "後三", "上两", "上兩", "上二", "下三", "前1", "上1", "下1", "未来", "最后", "最後", "之内",
            "之內", "年内", "年內", "礼拜内", "禮拜內", "日内", "日內", "天内", "近", "过十",
        ]
        if has(windows) { return "a window beside today" }
        if has(["几", "多年", "半以来", "半月前", "半月以前", "半月后"]) { return "an amount that is not exact" }
        let counted = [
            "天前", "天之", "天後", "日后", "日後", "日前", "日之", "月前", "月後", "月之", "前年", "年前", "年之", "年半", "拜前", "拜後", "期前", "期後",
            "期之",
        ]
        if has(["年", "月", "周", "期", "拜", "天", "日"]), has(counted), !has(["今", "明", "昨", "20", "底"]),
            case .stretch(let first, let last)? = expected.first,
            first?.prefix(10) != last?.prefix(10) || first.map({ $0.count > 10 }) ?? true || has(["年前"])
        {
            return "a counted day is given as a window, a counted year as a day"
        }
        if ["周", "週", "礼拜", "禮拜", "星期"].contains(where: { words.hasPrefix($0) })
            || has(["这周", "这礼拜", "這週", "這禮拜", "今個星期", "今個禮拜", "今个礼拜", "下礼拜", "下週", "下星期"])
                && has(["一", "二", "三", "四", "五", "六", "日", "天", "末"])
        {
            return "a day of the week is the nearest, a week begins on Monday"
        }
        if row.id.hasPrefix("recog"),
            has(["农历", "正月", "腊月", "初一", "大年", "八月十五", "神龙", "康熙", "雍正", "中秋", "春节", "端午", "重阳", "除夕", "清明", "2015年十月"])
        {
            return "lunar days read as Gregorian"
        }
        if row.id.hasPrefix("duckling"), has(DateSuites.otherCalendars) {
            return "a feast of a calendar that is not ours"
        }
        if let reference = row.reference, !has(["年", "明", "下月", "下个", "下周", "20", "19"]) {
            let limit = DateCase.shifted(reference.description, 62)
            for case .stretch(let first?, _) in expected where first.prefix(10) > limit {
                return "a date without a year is at most two months ahead"
            }
        }
        if case .stretch(let first?, _)? = expected.first, first.hasPrefix("0001") { return "no such day" }
        return nil
    }

    /// Feasts of the Christian, Jewish, Islamic, Hindu and Buddhist calendars, which the filter does not know.
    private static let otherCalendars = [
        "灰日", "灰星期", "阿舒拉", "克哈特", "聖體", "圣体", "排灯", "古爾邦", "古尔邦", "宰牲", "开斋", "開齋", "肉孜", "爾代", "侯丽", "五彩", "胡里", "聖週",
        "圣周",
        "受难", "受難", "黑色星期", "伊斯兰", "登霄", "印度", "犹太", "猶太", "法令之夜", "拉撒路", "拉匝路", "庞格尔", "濯足", "神聖", "圣纪", "東正", "东正",
        "主日", "圣灵",
        "聖靈", "圣会", "聖会", "忏悔", "誦經", "转经", "聖法", "淡米", "禁食", "圣母", "图比", "树木新年", "衛塞", "威瑟", "以色列", "老板节", "全球青年",
        "大斋", "穆斯林",
        "四旬", "献殿", "馬加比", "难近母", "難近母", "逾越", "七七节", "沙夫", "週日節", "收获节", "新果实", "住棚", "復活節", "复活节",
    ]

    /// Values of the public suites, each stretch against what the suite expects of it.
    static func values(_ files: [String], _ isVerbose: Bool) {
        for file in files {
            let name = file.split(separator: "/").last?.split(separator: ".").first.map(String.init) ?? file
            var right = 0, total = 0, found = 0
            var rightOfAll = 0, all = 0
            var excluded: [String: Int] = [:]
            for row in DateCase.read(file) {
                let ours = find(row.text, reference: row.reference)
                for (span, expected) in zip(row.spans, row.expected) where !expected.isEmpty {
                    let words = String(String.UnicodeScalarView(Array(row.text.unicodeScalars)[span]))
                    let mine = ours.filter { $0.range.overlaps(span) }
                    let isRight = mine.contains { value in expected.contains { $0.agrees(value.value, words) } }
                    all += 1
                    if isRight { rightOfAll += 1 }
                    if let reason = exclusion(words, row, expected) {
                        excluded[reason, default: 0] += 1
                        continue
                    }
                    total += 1
                    if !mine.isEmpty { found += 1 }
                    if isRight {
                        right += 1
                    } else if isVerbose {
                        print(
                            "  \(row.id) \(row.reference?.description ?? "") \(words): \(mine.map { "\($0.value)" }) for \(expected)"
                        )
                    }
                }
            }
            let reasons = excluded.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
            report(
                name, "value", Double(right) / Double(max(1, total)),
                "\(right) of \(total), \(found) found; left out: \(reasons.isEmpty ? "none" : reasons)")
            report(
                name, "value, none left out", Double(rightOfAll) / Double(max(1, all)), "\(rightOfAll) of \(all)")
        }
    }

    /// Words that the corpora mark as time and the guidelines leave unmarked.
    private static let unmarked = [
        "目前", "现在", "过去", "当前", "近日", "日前", "现代", "最近", "今后", "未来", "如今", "不久", "当代", "当今", "以往", "当时", "现阶段",
        "会上", "此前", "平时", "此时", "近年", "眼下", "今朝", "昔日", "后来", "将来", "近期", "时下", "先秦", "生前", "古代", "一时", "过后", "刚才",
        "往昔", "前不久", "前些", "近代", "事", "课", "刹那", "小时候", "赛", "眼前", "往年", "当初", "某", "日后", "现时", "上次", "不日", "顷刻",
        "中年", "不惑", "来时", "三国", "春秋", "清末", "一大早", "大清早", "中午", "晚上", "夜间", "深夜", "下午", "上午", "早上", "春天", "夏天",
        "秋天", "冬天", "冬季", "夏季", "秋季", "春季", "周末", "佛节", "泼水节", "新春", "新年", "此后", "虎年", "牛年", "战后", "老年", "晚年", "早年",
        "节假日", "年前", "近些", "代", "朝", "会后", "瞬间", "童年", "往", "傍晚", "黄昏", "隆冬", "冬日", "严冬", "斋月", "震后", "节前", "年关", "下次",
        "暑假",
        "从前", "先前", "此刻", "下半时", "上半时", "中叶", "晚期", "那年", "解放", "儿时", "世", "期", "产后", "酒后", "饭前", "饭后", "末了", "霎时",
        "百日",
        "一早", "白天", "清晨", "夜晚", "平日", "午夜", "早晨", "黎明", "拂晓", "正午", "双休日", "首日", "汛前", "雪后", "转眼", "现今", "前段", "方才",
        "秋后",
        "年来", "五四", "五一", "八一", "三八", "戊寅", "初叶", "上半叶", "一时间", "冷天", "金秋", "盛夏", "初夏", "初冬", "暮秋", "早春", "幼年", "开年",
        "当年",
        "寒假", "会前", "长期", "史前", "战国", "节日", "公元前", "岁", "晚间", "夏日", "秋日", "入秋", "冬春", "新岁", "淡季", "吉日", "明清", "商周", "季",
        "少年", "青年",
    ]

    /// Overlap recall of the marked stretches that the guidelines would mark, and precision of ours.
    static func spans(_ files: [String], _ isVerbose: Bool) {
        for file in files {
            let name = file.split(separator: "/").suffix(2).joined(separator: "/")
            let isCorpus = file.contains("people/")
            var wanted = 0, hit = 0, given = 0, good = 0
            for row in DateCase.read(file) {
                let scalars = Array(row.text.unicodeScalars)
                let ours = find(row.text, reference: row.reference)
                for span in row.spans {
                    let words = String(String.UnicodeScalarView(scalars[span]))
                    let hasNumber = words.unicodeScalars.contains {
                        "0123456789０１２３４５６７８９一二三四五六七八九十元".unicodeScalars.contains($0)
                    }
                    if isCorpus,
                        unmarked.contains(where: {
                            words.contains($0) && (!hasNumber || words.unicodeScalars.count < 4)
                        })
                    {
                        continue
                    }
                    if !isCorpus, exclusion(words, row, []).map({ $0.hasSuffix("is not marked") }) ?? false { continue }
                    wanted += 1
                    if ours.contains(where: { $0.range.overlaps(span) }) {
                        hit += 1
                    } else if isVerbose {
                        print("  \(row.id): missed \(cut(row.text, span))")
                    }
                }
                for mine in ours {
                    // The corpora mark no durations, sets and counted spans.
                    if isCorpus, ["P", "R"].contains(mine.value.description.prefix(1)) { continue }
                    let words = String(String.UnicodeScalarView(scalars[mine.range]))
                    if isCorpus,
                        ["年代", "世纪", "年度", "全年", "年前", "年后", "月后", "天后", "之后", "以前", "那天"].contains(where: {
                            words.contains($0)
                        })
                    {
                        continue
                    }
                    // An extractor of one kind of expression leaves the other kinds unmarked.
                    if row.id.contains("Extractor"), !row.id.contains("Merged") { continue }
                    given += 1
                    if row.spans.contains(where: { $0.overlaps(mine.range) }) {
                        good += 1
                    } else if isVerbose {
                        print("  \(row.id): wrong \(cut(row.text, mine.range)) \(mine.value)")
                    }
                }
            }
            report(name, "overlap recall", Double(hit) / Double(max(1, wanted)), "\(hit) of \(wanted)")
            report(name, "overlap precision", Double(good) / Double(max(1, given)), "\(good) of \(given)")
        }
    }

    /// Megabytes a second of processor time on one core, blocks given.
    static func speed(_ files: [String]) {
        let texts = files.compactMap {
            FileManager.default.contents(atPath: $0).map { Text(String(decoding: $0, as: UTF8.self)) }
        }
        let documents = texts.map { text in (try? Pipeline([Given(blocks: blocks(text))]))?.run(text) }
        let filter = DateFilter()
        _ = documents.first.map { $0.map { filter.annotate($0) } }
        let start = clock()
        var marks = 0
        for document in documents { marks += document.map { filter.annotate($0).marks.count } ?? 0 }
        let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
        let bytes = texts.reduce(0) { $0 + $1.bytes.count }
        report(
            "speed", "MB/s", Double(bytes) / 1e6 / max(seconds, 1e-9), "\(bytes) bytes, \(marks) marks, \(seconds) s")
    }
}
