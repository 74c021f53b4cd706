import QuandianFilters
import QuandianText

// Spans of the corpora and suites against ours.

extension DateSuites {
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
                    if !isCorpus {
                        let comparison = DateConvention.Comparison(
                            words: words, reference: row.reference, expected: [], ours: [])
                        if let convention = DateConvention.explaining(comparison),
                            [.vague, .ordinal, .inexact].contains(convention)
                        {
                            continue
                        }
                    }
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
}
