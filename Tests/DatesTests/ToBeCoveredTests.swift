import QuandianText
import TestSupport
import Testing

@testable import QuandianFilters

/// One line of a table: the text with its marks, the values, and the reference date where one is known.
struct DateLine: CustomTestStringConvertible, Sendable {
    let marked: String
    let values: [String]
    let reference: String?
    var testDescription: String { marked }

    init(_ marked: String, _ values: String..., by reference: String? = nil) {
        (self.marked, self.values, self.reference) = (marked, values, reference)
    }

    func expect(sourceLocation: SourceLocation = #_sourceLocation) throws {
        let expected = Marked(marked)
        let result = try document(expected.text, reference)
        #expect(
            found(result) == zip(expected.ranges, values).map { "\(expected.text[$0]) = \($1)" },
            sourceLocation: sourceLocation)
    }
}

/// What the brief lists as to be covered, line by line.
struct DatesToBeCovered {
    @Test(
        "Forms: Arabic, Chinese, mixed, half- and full-width, scanned letters",
        arguments: [
            DateLine("⟦2020年2月15日⟧入库", "2020-02-15"), DateLine("入库日期⟦2020-02-15⟧", "2020-02-15"),
            DateLine("入库日期⟦2020/2/15⟧", "2020-02-15"), DateLine("入库日期⟦2020.02.15⟧", "2020-02-15"),
            DateLine("入库日期：⟦20200215⟧", "2020-02-15"), DateLine("⟦二〇二〇年二月十五日⟧", "2020-02-15"),
            DateLine("⟦二O一二年⟧扩建", "2012"), DateLine("⟦一九九八年十月卅日⟧", "1998-10-30"),
            DateLine("⟦一九九八年十月廿三日⟧", "1998-10-23"), DateLine("⟦2020年二月15日⟧", "2020-02-15"),
            DateLine("⟦２０２０年２月１５日⟧", "2020-02-15"), DateLine("⟦98年⟧建成，⟦98年4月⟧通车", "1998", "1998-04"),
            DateLine("⟦2020 年 2 月 15 日⟧", "2020-02-15"), DateLine("⟦2O2O年l月l5日⟧", "2020-01-15"),
            DateLine("⟦l998年o5月⟧", "1998-05"), DateLine("⟦I998年⟧进厂", "1998"), DateLine("⟦2o20年12月ll日⟧", "2020-12-11"),
            DateLine("⟦2月15日⟧和⟦2月⟧", "2020-02-15", "2020-02", by: "2020-02-20"),
            DateLine("⟦民國98年⟧建，⟦102年3月⟧修", "2009", "2013-03"), DateLine("⟦103/09/08⟧公告", "2014-09-08"),
            DateLine("⟦103年9月8日⟧公告", "2014-09-08"),
        ])
    func forms(_ line: DateLine) throws { try line.expect() }

    @Test(
        "Clocks and parts of the day",
        arguments: [
            DateLine("⟦2020年2月15日10:00⟧", "2020-02-15T10:00"), DateLine("⟦2020年2月15日10时30分⟧", "2020-02-15T10:30"),
            DateLine("⟦2020年2月15日下午3点半⟧", "2020-02-15T15:30"), DateLine("⟦2020年2月15日三点一刻⟧", "2020-02-15T03:15"),
            DateLine("⟦2020年2月15日24时⟧", "2020-02-15T24:00"), DateLine("⟦2020年2月15日晚⟧", "2020-02-15"),
            DateLine("⟦2020年2月15日凌晨⟧", "2020-02-15"), DateLine("⟦2020年2月15日子时⟧", "2020-02-15"),
            DateLine("⟦2020年2月15日22时至次日6时⟧", "2020-02-15T22:00/2020-02-16T06:00"),
            DateLine("⟦2020年2月15日23:30—1:15⟧", "2020-02-15T23:30/2020-02-16T01:15"),
            DateLine("⟦2020年2月15日下午二时⟧开会，⟦五时⟧散会", "2020-02-15T14:00", "2020-02-15T17:00"),
            DateLine("⟦2020年2月15日下午二时至五时⟧", "2020-02-15T14:00/2020-02-15T17:00"),
            DateLine("⟦2020年2月15日下午二时⟧开会，⟦16日九时⟧续会", "2020-02-15T14:00", "2020-02-16T09:00"),
            DateLine("⟦2020年2月15日至18日⟧开展，⟦9时至16时⟧入场", "2020-02-15/2020-02-18", "T09:00/T16:00"),
            DateLine("⟦每天上午10時到下午6時⟧開放", "R/T10:00/T18:00"), DateLine("⟦每日9:00—17:00⟧开放", "R/T09:00/T17:00"),
            DateLine("⟦每天上午9至11时⟧开放", "R/T09:00/T11:00"), DateLine("⟦每周六晚上7点⟧放映", "R/XXXX-WXX-6T19:00"),
        ])
    func clocks(_ line: DateLine) throws { try line.expect() }

    @Test(
        "Ranges in every elision, and open ends",
        arguments: [
            DateLine("⟦2020年2月15日—18日⟧", "2020-02-15/2020-02-18"),
            DateLine("⟦2020年2月15至18日上午⟧", "2020-02-15/2020-02-18"),
            DateLine("⟦2020年2月15日到3月1日⟧", "2020-02-15/2020-03-01"),
            DateLine("⟦2020年2月15、16日⟧", "2020-02-15/2020-02-16"),
            DateLine("⟦2020年2月15日⟧、⟦18日⟧", "2020-02-15", "2020-02-18"),
            DateLine("⟦2020年6月29、30两日⟧盘点", "2020-06-29/2020-06-30"), DateLine("⟦2015—2019年⟧", "2015/2019"),
            DateLine("⟦2015年~2019年⟧", "2015/2019"), DateLine("⟦1998.2–1999.3⟧任教", "1998-02/1999-03"),
            DateLine("⟦2019年11月至2020年1月⟧", "2019-11/2020-01"), DateLine("⟦自2020年2月15日起⟧", "2020-02-15/.."),
            DateLine("⟦截至2020年2月15日⟧", "../2020-02-15"), DateLine("⟦2020年以来⟧", "2020/.."),
            DateLine("⟦2020年2月15日前⟧交齐", "../2020-02-15"), DateLine("⟦2020年2月15日后⟧作废", "2020-02-15/.."),
            DateLine("⟦2020年2月15日前⟧提交材料", "../2020-02-15"), DateLine("⟦2020年2月15日后⟧方可出库", "2020-02-15/.."),
            DateLine("自⟦2020年4月8日起至2021年4月7日止⟧", "2020-04-08/2021-04-07"),
            DateLine("⟦2020年第一季度至第三季度⟧", "2020-Q1/2020-Q3"), DateLine("⟦2020年上半年⟧", "2020-H1"),
            DateLine("⟦2020年2月上旬到中旬⟧", "2020-02"), DateLine("⟦2020年年初⟧", "2020"),
            DateLine("⟦2020年末⟧", "2020"), DateLine("⟦2020年2月底⟧", "2020-02"), DateLine("⟦2020年秋⟧", "2020-AU"),
            DateLine("⟦“十三五”时期⟧", "2016/2020"), DateLine("⟦上世纪八十年代初⟧", "198X"), DateLine("⟦20世纪五六十年代⟧", "195X/196X"),
            DateLine("近⟦三年⟧来亏损", "P3Y"), DateLine("⟦2021年后三个月⟧", "2021-10/2021-12"),
            DateLine("⟦去年到现在⟧", "2019/..", by: "2020-02-20"),
        ])
    func ranges(_ line: DateLine) throws { try line.expect() }

    @Test(
        "Relative words count from the reference date or from the date that they mean",
        arguments: [
            DateLine("⟦今天⟧⟦昨日⟧⟦前天⟧", "2020-02-20", "2020-02-19", "2020-02-18", by: "2020-02-20"),
            DateLine("⟦明年⟧扩建", "2021", by: "2020-02-20"), DateLine("⟦上周五⟧", "2020-02-14", by: "2020-02-20"),
            DateLine("⟦下月⟧和⟦本月底⟧", "2020-03", "2020-02", by: "2020-02-20"),
            DateLine("⟦2019年5月3日⟧奠基，⟦当日⟧停工，⟦次日⟧复工", "2019-05-03", "2019-05-03", "2019-05-04"),
            DateLine("⟦2019年⟧获批，⟦翌年⟧开工，⟦同年⟧完工", "2019", "2020", "2020"),
            DateLine("⟦2019年5月⟧动工，⟦是月⟧大雨", "2019-05", "2019-05"),
            DateLine("⟦2019年5月3日⟧奠基，⟦前一天⟧有雨，⟦三天后⟧放晴", "2019-05-03", "2019-05-02", "2019-05-05"),
            DateLine("⟦2019年1—6月⟧收入上升，比⟦去年同期⟧多", "2019-01/2019-06", "2018-01/2018-06", by: "2019-07-20"),
            DateLine("⟦昨日⟧闭馆", "?"), DateLine("⟦去年的今天⟧开馆", "2019-02-20", by: "2020-02-20"),
            DateLine("⟦2019年⟧建，⟦隔年⟧修", "2019", "2020"),
            DateLine("⟦2019年5月3日夜⟧雨，⟦次晨⟧放晴", "2019-05-03", "2019-05-04"),
        ])
    func relative(_ line: DateLine) throws { try line.expect() }

    @Test("A paragraph or two later a year still serves, from further off it does not")
    func farYears() throws {
        let near = try document(Text("2016年5月3日建站。\n8月1日开站。"), nil)
        #expect(found(near) == ["2016年5月3日 = 2016-05-03", "8月1日 = 2016-08-01"])
        let far = try document(Text("2016年5月3日建站。\n站在江边。\n有楼一座。\n楼高三层。\n8月1日开站。"), nil)
        #expect(found(far) == ["2016年5月3日 = 2016-05-03", "8月1日 = --08-01"])
    }

    @Test("A dateline without a year lends its month, and no year that is told of later")
    func yearlessDateline() throws {
        let text = Text("本社江口3月18日电。\n18日试航，2011年夏曾停航。\n20日复航。")
        #expect(
            found(try document(text, nil)) == [
                "3月18日 = --03-18", "18日 = --03-18", "2011年夏 = 2011-SU", "20日 = --03-20",
            ])
    }

    @Test("A section that opens with a day is told from that day, as in a diary")
    func diary() throws {
        let text = Text("日记1935年\n二月三日　雪\n九时赴校。昨夜风大。今日为废历除夕，本月支出五十元。")
        let kinds: [BlockKind] = [.title, .heading(level: 1), .paragraph]
        #expect(
            found(try document(text, nil, kinds)) == [
                "1935年 = 1935", "二月三日 = 1935-02-03", "九时 = 1935-02-03T09:00", "昨夜 = 1935-02-02",
                "今日 = 1935-02-03", "废历除夕 = 1935-02-03", "本月 = 1935-02",
            ])
    }

    @Test(
        "A birthday, a label or a yardstick lends no year to what follows",
        arguments: [
            DateLine("他⟦1996年3月8日⟧出生，⟦3月5日⟧入队", "1996-03-08", "2020-03-05", by: "2020-03-20"),
            DateLine("⟦2020年5月9日⟧检查，生产日期⟦2019.10.08⟧，⟦5月12日⟧立案", "2020-05-09", "2019-10-08", "2020-05-12"),
            DateLine("⟦2020年5月9日⟧产量比⟦2018年⟧高，⟦12日⟧停产", "2020-05-09", "2018", "2020-05-12"),
        ])
    func asides(_ line: DateLine) throws { try line.expect() }

    @Test("A day of long ago in the paragraph before lends no month")
    func longAgo() throws {
        let result = try document(Text("1999年9月21日大地震。\n6日有雨。"), "2021-03-05")
        #expect(found(result) == ["1999年9月21日 = 1999-09-21", "6日 = 2021-03-06"])
    }

    @Test(
        "Words that hold others by chance",
        arguments: [
            DateLine("⟦去年8月至今年3月⟧停工", "2019-08/2020-03", by: "2020-03-20"),
            DateLine("⟦1950年冬至次年春⟧整修", "1950-WI/1951-SP"), DateLine("⟦2013年腊八至元宵节⟧禁火", "2014-01-08/2014-02-14"),
            DateLine("⟦2013年冬至⟧祭祖", "2013-12-22"), DateLine("⟦三月三日⟧召开", "2020-03-03", by: "2020-03-20"),
            DateLine("⟦1947年七、八两月⟧账目", "1947-07/1947-08"), DateLine("火头⟦一小时⟧内熄灭", "PT1H"),
        ])
    func chance(_ line: DateLine) throws { try line.expect() }

    @Test("A year of the Republic may stand before the first 民國")
    func laterMinguo() throws {
        let text = Text("102年度計畫核定。\n民國103年續辦，104年3月結案。")
        #expect(found(try document(text, nil)) == ["102年度 = 2013", "民國103年 = 2014", "104年3月 = 2015-03"])
    }

    @Test("Lunar, cycle and reign years, in the years that leave the title out too")
    func reigns() throws {
        let text = Text("康熙四十八年腊月大雪。翌年正月二十日晴。\n五十年，蠲赋。五十二年闰五月，地震。\n民国六年七月，河决。九年，旱。十一年四月，雨。")
        #expect(
            found(try document(text, nil)) == [
                "康熙四十八年腊月 = 1709-12-31/1710-01-29", "翌年正月二十日 = 1710-02-18", "五十年 = 1711",
                "五十二年闰五月 = 1713-06-23/1713-07-21", "民国六年七月 = 1917-07", "九年 = 1920", "十一年四月 = 1922-04",
            ])
    }

    @Test(
        "Other calendars",
        arguments: [
            DateLine("⟦2020年腊月廿三⟧", "2021-02-04"), DateLine("⟦2020年正月十五⟧", "2020-02-08"),
            DateLine("⟦2020年闰四月⟧", "2020-05-23/2020-06-20"), DateLine("⟦1984年甲子⟧", "1984"),
            DateLine("⟦万历二十五年正月初五⟧修城", "1597-02-20"), DateLine("⟦明治三十年⟧", "1897"),
            DateLine("⟦昭和廿年八月⟧", "1945-08"), DateLine("⟦民前三年⟧", "1909"), DateLine("⟦2020年谷雨当天⟧采茶", "2020-04-19"),
            DateLine("⟦2019年复活节⟧", "2019-04-21"), DateLine("⟦2019年耶穌受難節⟧", "2019-04-19"),
            DateLine("⟦2019年佛誕⟧", "2019-05-12"), DateLine("⟦2019年追思節⟧", "2019-11-02"),
            DateLine("⟦2019年和平紀念日⟧", "2019-02-28"), DateLine("⟦2019年臺灣光復節⟧", "2019-10-25"),
            DateLine("⟦2019年东正教复活节⟧", "2019-04-28"), DateLine("⟦2019年9月30日烈士纪念日⟧", "2019-09-30"),
            DateLine("⟦2019年2月4日（除夕）⟧", "2019-02-04"), DateLine("⟦廢曆端午⟧競渡", "1934-06-16", by: "1934-06-18"),
        ])
    func calendars(_ line: DateLine) throws { try line.expect() }

    @Test(
        "Durations and recurrences",
        arguments: [
            DateLine("用时⟦30秒⟧", "PT30S"), DateLine("续航⟦2000万小时⟧", "PT20000000H"),
            DateLine("羁押⟦一日⟧折抵刑期⟦一日⟧", "P1D", "P1D"),
            DateLine("守城⟦八日⟧而溃", "P8D"), DateLine("⟦每个交易日⟧结算", "R/P1D"), DateLine("工期⟦两月⟧", "P2M"),
            DateLine("近⟦三月⟧无雨", "P3M"),
            DateLine("每亩⟦1.5年⟧轮作", "P1.5Y"), DateLine("历时⟦一年零三个月⟧", "P1Y3M"), DateLine("⟦两天零4个小时⟧后获救", "P2DT4H"),
            DateLine("⟦半个世纪⟧的老店", "P50Y"),
        ])
    func spans(_ line: DateLine) throws { try line.expect() }

    @Test(
        "Taiwan, Hong Kong, Macao, wire, court and company style",
        arguments: [
            DateLine("⟦昨（14）日⟧開幕", "2017-10-14", by: "2017-10-15"),
            DateLine("⟦下禮拜二⟧召開", "2017-10-17", by: "2017-10-15"),
            DateLine("⟦28日（週六）下午1點半⟧", "2017-10-28T13:30", by: "2017-10-15"),
            DateLine("⟦104學年度⟧招生，⟦102年⟧創校", "2015", "2013", by: "2016-01-05"),
            DateLine("本社江口⟦18日⟧电", "2020-02-18", by: "2020-02-20"),
            DateLine("于⟦同月22日⟧宣判", "2020-02-22", by: "2020-02-25"),
            DateLine("公告日：⟦2020年2月15日（星期六）⟧", "2020-02-15"), DateLine("⟦2020年年度⟧股东大会", "2020"),
            DateLine("1．⟦2020年2月15日⟧签约", "2020-02-15"),
            DateLine("4．⟦3月10日⟧、⟦12日⟧验收", "2020-03-10", "2020-03-12", by: "2020-03-20"),
            DateLine("⟦十六日晚十一時⟧北上、⟦十七晨七時⟧過江", "1934-06-16T23:00", "1934-06-17T07:00", by: "1934-06-18"),
            DateLine("⟦去年的国庆节⟧", "2019-10-01", by: "2020-02-20"), DateLine("⟦2020年10月的第一周⟧", "2020-W41"),
        ])
    func styles(_ line: DateLine) throws { try line.expect() }

    @Test(
        "What only looks like a date",
        arguments: [
            "村民35岁", "学生35周岁", "刊物第12期", "比分3：2获胜", "比例为4:1", "软件2.10.3版", "电话65123456", "松文发〔2020〕15号", "4G和5G",
            "第一时间处置", "全天候值守", "一时糊涂", "万一失火", "书记员　马立冬", "次长周秋分到会", "副市长江夏至检查", "审判员何九月", "国庆路18号", "自判决书送达之次日",
            "第三届", "7号楼301室", "时速80公里", "三年级二班", "汤圆二十两", "6.18大促", "9秒58夺冠", "ISBN 978-7-1234-5678-9",
            "案号（2019）松0823刑初147号", "证券代码603988", "编号20191345", "光明日报评论", "前提是安全", "后方医院",
        ])
    func negatives(_ text: String) throws {
        #expect(found(try document(Text(text), "2020-02-20")) == [])
    }

    @Test(
        "A day that no calendar has is marked without a value",
        arguments: ["⟦2020年2月30日⟧", "⟦2019年2月29日⟧", "⟦2020年13月⟧", "⟦2020年4月31日⟧"])
    func impossible(_ marked: String) throws {
        let expected = Marked(marked)
        let result = try document(expected.text, "2020-02-20")
        #expect(found(result) == ["\(expected.text[expected.ranges[0]]) = !"])
        #expect(result.findings.map(\.code) == ["date.impossible"])
    }

    @Test(
        "A text that is nothing but a time expression is a question to the calendar",
        arguments: [
            DateLine("⟦9月30日⟧", "2021-09-30", by: "2021-06-14"), DateLine("⟦春节⟧", "2022-02-01", by: "2021-06-14"),
            DateLine("⟦周一⟧", "2021-06-21", by: "2021-06-14"), DateLine("⟦腊月初十⟧", "2022-01-12", by: "2021-06-14"),
            DateLine("⟦9月30日⟧闭馆。", "2020-09-30", by: "2021-06-14"),
        ])
    func questions(_ line: DateLine) throws { try line.expect() }
}
