import QuandianFilters
import QuandianText
import TestSupport
import Testing

struct DateForms {
    @Test(
        "Years before Christ, cycle years, 时辰, days first and pairs of years have their value",
        arguments: [
            ("⟦公元前221年⟧，天下一统", "-0220"), ("⟦公元前3世纪⟧的竹简", "-0299/-0200"), ("⟦万历丁酉年⟧修城", "1597"),
            ("⟦31/12/2019⟧开馆", "2019-12-31"), ("⟦2017、2018年⟧账目", "2017/2018"),
            ("⟦2021年7月9日午时三刻⟧", "2021-07-09"), ("⟦2021年7月上半月⟧", "2021-07"),
        ])
    func lateForms(_ marked: String, _ value: String) throws {
        let expected = Marked(marked)
        let result = try document(expected.text, nil)
        #expect(found(result) == ["\(expected.text[expected.ranges[0]]) = \(value)"])
    }

    @Test(
        "A better tomorrow is no day",
        arguments: ["共创美好明天。", "迎接更加美好的明天。", "走向燦爛的明天。"])
    func future(_ text: String) throws { #expect(found(try document(Text(text), "2021-07-09")).isEmpty) }

    @Test("Tomorrow is a day where it is no better one")
    func tomorrow() throws { #expect(found(try document(Text("明天上午开会。"), "2021-07-09")).count == 1) }

    @Test("A part of a day that is not known takes no year from the sentences before")
    func partOfUnknownDay() throws {
        let result = try document(Text("2017年建站。夜间至次日上午有雨。"), nil)
        #expect(found(result).first == "2017年 = 2017")
        #expect(!found(result).dropFirst().contains { $0.contains("201") })
    }

    @Test(
        "A date says its value, whatever digits it is written in",
        arguments: [
            ("会议于⟦2021年7月9日⟧召开", "2021-07-09"), ("会议于⟦２０２１年７月９日⟧召开", "2021-07-09"),
            ("⟦二〇二一年七月九日⟧", "2021-07-09"), ("⟦二O二一年七月廿三日⟧", "2021-07-23"), ("⟦2O21年7月⟧的账", "2021-07"),
            ("⟦2021 年 7 月 9 日⟧", "2021-07-09"), ("日期：⟦2021-07-09⟧", "2021-07-09"), ("⟦2021/7/9⟧", "2021-07-09"),
            ("⟦2021.07.09⟧", "2021-07-09"), ("⟦20210709⟧", "2021-07-09"), ("⟦98年4月⟧", "1998-04"), ("⟦一九九八年⟧", "1998"),
            ("⟦2021年7月9日（星期五）下午3点半⟧", "2021-07-09T15:30"), ("⟦2021年7月9日三时一刻⟧", "2021-07-09T03:15"),
            ("⟦2021年7月9日24时⟧", "2021-07-09T24:00"), ("⟦2021年7月9日晚⟧", "2021-07-09"), ("⟦2021年7月底⟧", "2021-07"),
            ("⟦2021年三季度⟧", "2021-Q3"), ("⟦2021年上半年⟧", "2021-H1"), ("⟦2021年春⟧", "2021-SP"), ("⟦上世纪六十年代⟧", "196X"),
            ("⟦19世纪⟧", "18XX"), ("⟦“十四五”期间⟧", "2021/2025"), ("⟦2021年前三季度⟧", "2021-Q1/2021-Q3"),
        ])
    func absolute(_ marked: String, _ value: String) throws {
        let expected = Marked(marked)
        let result = try document(expected.text, nil)
        #expect(found(result) == ["\(expected.text[expected.ranges[0]]) = \(value)"])
    }

    @Test(
        "A range is one mark from its first day to its last",
        arguments: [
            ("⟦2021年7月9日至12日⟧", "2021-07-09/2021-07-12"), ("⟦2021年7月9—12日⟧", "2021-07-09/2021-07-12"),
            ("⟦2021年12月28日至1月3日⟧", "2021-12-28/2022-01-03"), ("⟦2021年1—6月⟧", "2021-01/2021-06"),
            ("⟦2018—2021年⟧", "2018/2021"), ("⟦1998.2–1999.3⟧任职", "1998-02/1999-03"),
            ("⟦自2021年7月9日起⟧施行", "2021-07-09/.."),
            ("⟦2021年7月9日以来⟧", "2021-07-09/.."), ("⟦截至2021年7月9日⟧", "../2021-07-09"), ("⟦2021年7月9日前⟧", "../2021-07-09"),
            ("⟦2021年7月9日22时至6时⟧", "2021-07-09T22:00/2021-07-10T06:00"), ("从⟦2018年至2021年⟧", "2018/2021"),
        ])
    func ranges(_ marked: String, _ value: String) throws {
        let expected = Marked(marked)
        let result = try document(expected.text, nil)
        #expect(found(result) == ["\(expected.text[expected.ranges[0]]) = \(value)"])
    }

    @Test(
        "Other calendars are read into the Gregorian one",
        arguments: [
            ("⟦光绪三十年⟧", "1904"), ("⟦民國七十年⟧", "1981"), ("⟦昭和三年⟧", "1928"), ("⟦康熙年间⟧", "1662/1722"), ("⟦元丰三年⟧", "1080"),
            ("⟦2021年农历正月初一⟧", "2021-02-12"), ("⟦2020年农历闰四月初一⟧", "2020-05-23"), ("⟦2021年腊月廿三⟧", "2022-01-25"),
            ("⟦2021年中秋节⟧", "2021-09-21"), ("⟦2021年除夕⟧", "2022-01-31"), ("⟦2021年冬至⟧", "2021-12-21"),
            ("⟦2021年清明节⟧", "2021-04-04"),
        ])
    func calendars(_ marked: String, _ value: String) throws {
        let expected = Marked(marked)
        let result = try document(expected.text, nil)
        #expect(found(result) == ["\(expected.text[expected.ranges[0]]) = \(value)"])
    }

    @Test(
        "Durations and recurrences",
        arguments: [
            ("历时⟦三个月⟧", "P3M"), ("⟦两个半小时⟧", "PT2H30M"), ("⟦一年半⟧后勤", "P1Y6M"), ("⟦两个半月⟧的工期", "P2.5M"),
            ("逾期⟦六十日⟧", "P60D"),
            ("⟦5个工作日⟧内", "P5D"), ("⟦每周三⟧开放", "R/XXXX-WXX-3"), ("⟦每年6月⟧", "R/XXXX-06"), ("⟦每月10日⟧", "R/XXXX-XX-10"),
            ("⟦每日16:00⟧", "R/T16:00"), ("⟦每季度⟧一次", "R/P3M"), ("⟦每两小时⟧", "R/PT2H"),
        ])
    func spans(_ marked: String, _ value: String) throws {
        let expected = Marked(marked)
        let result = try document(expected.text, nil)
        #expect(found(result) == ["\(expected.text[expected.ranges[0]]) = \(value)"])
    }

    @Test(
        "What only looks like a date is left alone",
        arguments: [
            "第一时间赶到", "全天候值守", "万一下雨", "一时想不起", "推广4/5G网络", "刊物第3期", "江文发〔2019〕5号", "比分3:2", "版本1.2.15",
            "电话0571-88210035",
            "村民35岁", "十分满意", "一点也不难", "目前近日日前当前", "第三届", "三月三歌圩", "日本和月亮", "年轻人天天锻炼", "百年大计", "半天云客栈", "光明日报记者",
            "增长3.15万册",
            "同日而语", "几十年如一日", "三四年间", "涨幅5.12%", "〔2020〕",
        ])
    func negatives(_ text: String) throws {
        #expect(found(try document(Text(text), "2021-07-09")) == [])
    }
}

struct DateContext {
    @Test(
        "Relative words count from the reference date",
        arguments: [
            ("⟦昨日⟧", "2021-07-08"), ("⟦去年⟧", "2020"), ("⟦上周五⟧", "2021-07-02"), ("⟦下月5日⟧", "2021-08-05"),
            ("⟦本月底前⟧", "../2021-07"),
            ("⟦3月5日⟧", "2021-03-05"), ("⟦12月中旬⟧完工", "2020-12"), ("⟦9月1日⟧开学", "2021-09-01"), ("⟦昨（8）日⟧", "2021-07-08"),
            ("⟦上周⟧", "2021-W26"), ("⟦三天后⟧", "2021-07-12"), ("⟦2月29日⟧加班", "2020-02-29"),
        ])
    func relative(_ marked: String, _ value: String) throws {
        let expected = Marked(marked)
        let result = try document(expected.text, "2021-07-09")
        #expect(found(result) == ["\(expected.text[expected.ranges[0]]) = \(value)"])
        let mark = try #require(result.marks.first)
        #expect(mark.provenance.certainty < 0.9)
        #expect(mark.provenance.evidence == .context)
    }

    @Test("No year is invented where none is known")
    func unknown() throws {
        let result = try document(Text("12月8日开馆，昨日闭馆，12月9日上午10:00再开。"), nil)
        #expect(found(result) == ["12月8日 = --12-08", "昨日 = ?", "12月9日上午10:00 = --12-09T10:00"])
        guard case .date(let meaning) = result.marks[2].kind, let clock = meaning.clockRange else {
            Issue.record("no clock")
            return
        }
        #expect(result.text[clock] == "上午10:00")
    }

    @Test("当日, 次日 and 翌年 count from the date named before them")
    func named() throws {
        let result = try document(Text("2018年3月5日开工，当日奠基，次日停工。翌年复工，同年冬竣工。"), "2021-07-09")
        #expect(
            found(result) == [
                "2018年3月5日 = 2018-03-05", "当日 = 2018-03-05", "次日 = 2018-03-06", "翌年 = 2019", "同年冬 = 2019-WI",
            ])
    }

    @Test("A chronicle's days take the year of the title and the month of the heading")
    func chronicle() throws {
        let text = Text("云江县2016年大事记\n五月\n7日　大桥开工，2014年获批。\n9—11日　县人代会。\n六月\n是月　多雨。")
        let kinds: [BlockKind] = [.title, .heading(level: 1), .paragraph, .paragraph, .heading(level: 1), .paragraph]
        #expect(
            found(try document(text, nil, kinds)) == [
                "2016年 = 2016", "五月 = 2016-05", "7日 = 2016-05-07", "2014年 = 2014", "9—11日 = 2016-05-09/2016-05-11",
                "六月 = 2016-06", "是月 = 2016-06",
            ])
    }

    @Test("The century of a text that gives no reference is that of the year in its title")
    func centuries() throws {
        let text = Text("1982年政府工作报告\n到本世纪末翻一番。")
        #expect(found(try document(text, nil, [.title, .paragraph])) == ["1982年 = 1982", "本世纪末 = 19XX"])
    }

    @Test("The date at the foot serves where no reference date is given")
    func closing() throws {
        let text = Text("昨日下雨，3月2日放晴。\n2019年3月9日")
        #expect(
            found(try document(text, nil, [.paragraph, .date])) == [
                "昨日 = 2019-03-08", "3月2日 = 2019-03-02", "2019年3月9日 = 2019-03-09",
            ])
    }

    @Test("A day of the week in brackets settles the year")
    func weekday() throws {
        let text = Text("1987年入职。3月9日（星期二）告别。")
        #expect(found(try document(text, "2021-03-06")) == ["1987年 = 1987", "3月9日（星期二） = 2021-03-09"])
    }

    @Test("A day that no calendar has is marked without a value, with a finding")
    func impossible() throws {
        let result = try document(Text("头行。\n定于2021年2月30日开会。"), nil)
        #expect(found(result) == ["2021年2月30日 = !"])
        #expect(result.findings.map(\.code) == ["date.impossible"])
        #expect(result.findings.first?.line == 2)
    }
}

struct DateCost {
    @Test(
        "Any mixture of date characters is read in time proportional to its length",
        arguments: [
            ["2", "0", "1", "年", "月", "日", "号", "至", "—", "三", "十", "每", "前", "（", "周", ":", "时", "点"],
            ["0", "1", "2", "5", "9", "一", "二", "十", "年", "月"], ["l", "o", "1", "年"], ["民國", "十", "年", "，"],
        ])
    func linear(_ parts: [String]) throws {
        func milliseconds(_ count: Int) throws -> Double {
            var state: UInt64 = 7
            var line = ""
            for _ in 0..<count {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                line += parts[Int(state >> 33) % parts.count]
            }
            let text = Text(line)
            let clock = ContinuousClock()
            let time = try clock.measure { _ = try document(text, "2021-07-09") }
            return Double(time.components.attoseconds) / 1e15 + Double(time.components.seconds) * 1e3
        }
        let small = max(1, try milliseconds(20_000))
        let large = try milliseconds(160_000)
        #expect(large < small * 8 * 5)
    }

    @Test(
        "Long runs of digits and lonely signs do no harm",
        arguments: ["9", "九", "年", "十有", "—", "２", "〇", "1:", "第3", "1号", "初"])
    func robust(_ part: String) throws {
        _ = try document(Text(String(repeating: part, count: 5000)), "2021-07-09")
    }
}
