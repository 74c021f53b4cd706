import QuandianText

/// A feast that falls on a day that the year decides.
struct Holiday: Sendable {
    enum Rule: Sendable {
        case civil(month: Int, day: Int)
        case lunar(month: Int, day: Int)
        /// The last day of the lunar year.
        case lunarEve
        case weekday(month: Int, nth: Int, weekday: Int)
        case term(Int)
        /// Days from Easter Sunday of the western church.
        case easter(Int)
        /// Days from Easter Sunday of the orthodox churches.
        case orthodox(Int)
    }

    let names: [String]
    let rule: Rule

    /// The day in a year; for lunar feasts the lunar year that begins in it.
    func date(in year: Int) -> CivilDate? {
        switch rule {
        case .civil(let month, let day): CivilDate(year: year, month: month, day: day)
        case .lunar(let month, let day): LunarCalendar.date(year: year, month: month, day: day)
        case .lunarEve: LunarCalendar.lastDay(ofYear: year)
        case .weekday(let month, let nth, let weekday): Holiday.nth(nth, weekday, of: month, in: year)
        case .term(let term): LunarCalendar.term(term, of: year)
        case .easter(let days): CivilCalendar.date(Holiday.easter(year) + days)
        case .orthodox(let days): CivilCalendar.date(Holiday.orthodoxEaster(year) + days)
        }
    }

    var isLunar: Bool {
        switch rule {
        case .lunar, .lunarEve: true
        default: false
        }
    }

    private static func nth(_ nth: Int, _ weekday: Int, of month: Int, in year: Int) -> CivilDate? {
        let first = CivilCalendar.number(year, month, 1)
        if nth < 0 {
            let last = first + CivilDate.days(inMonth: month, of: year) - 1
            return CivilCalendar.date(last - (CivilCalendar.weekday(last) - weekday + 7) % 7)
        }
        return CivilCalendar.date(first + (weekday - CivilCalendar.weekday(first) + 7) % 7 + (nth - 1) * 7)
    }

    /// Easter Sunday as a day number (the anonymous Gregorian algorithm).
    static func easter(_ year: Int) -> Int {
        let a = year % 19
        let b = year / 100
        let c = year % 100
        let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
        let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
        let m = (a + 11 * h + 22 * l) / 451
        let n = h + l - 7 * m + 114
        return CivilCalendar.number(year, n / 31, n % 31 + 1)
    }

    /// Easter Sunday of the Julian calendar as a day number (Meeus' Julian algorithm, then the days between the calendars).
    static func orthodoxEaster(_ year: Int) -> Int {
        let d = (19 * (year % 19) + 15) % 30
        let e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
        let n = d + e + 114
        return CivilCalendar.number(year, n / 31, n % 31 + 1) + year / 100 - year / 400 - 2
    }

    static let all: [Holiday] = table.fields(between: "\n").map { line in
        let fields = line.fields(between: " ").map(String.init)
        let numbers = fields.dropFirst().map { Int($0) }.prefix { $0 != nil }.compactMap(\.self)
        let names = Array(fields[(1 + numbers.count)...])
        let rule: Rule
        switch (fields[0], numbers.count) {
        case ("civil", 2): rule = .civil(month: numbers[0], day: numbers[1])
        case ("lunar", 2): rule = .lunar(month: numbers[0], day: numbers[1])
        case ("eve", 0): rule = .lunarEve
        case ("nth", 3): rule = .weekday(month: numbers[0], nth: numbers[1], weekday: numbers[2])
        case ("term", 1): rule = .term(numbers[0])
        case ("easter", 1): rule = .easter(numbers[0])
        case ("orthodox", 1): rule = .orthodox(numbers[0])
        default: preconditionFailure("a line of the holidays is malformed: \(line)")
        }
        return Holiday(names: names, rule: rule)
    }

    /// `civil month day`, `lunar month day`, `nth month n weekday` (n −1 the last), `term number`, `easter days`,
    /// `orthodox days`. Days off of the mainland, Hong Kong, Macao and Taiwan, feasts of the lunar and the Christian year.
    private static let table = """
        civil 1 1 元旦 元旦节 元旦節 新年元旦
        civil 2 14 情人节 情人節
        civil 3 5 学雷锋纪念日 学雷锋日
        civil 3 8 妇女节 婦女節 三八妇女节 三八节 国际妇女节 國際婦女節 “三八”国际妇女节 “三八”妇女节 “三八”节
        civil 3 12 植树节 植樹節
        civil 3 15 国际消费者权益日 消费者权益日 三一五
        civil 4 1 愚人节 愚人節
        civil 4 7 世界卫生日
        civil 4 22 世界地球日 地球日
        civil 4 23 世界读书日 世界讀書日
        civil 4 4 兒童節
        civil 5 1 劳动节 勞動節 五一劳动节 五一国际劳动节 国际劳动节 五一节
        civil 5 1 “五一”国际劳动节 “五一”劳动节 “五一”节 “五一” 五一|假期 五一|期间 五一|小长假 五一|黄金周 五一|长假 五一|当天
        civil 5 4 青年节 青年節 五四青年节 “五四”青年节
        civil 5 12 护士节 国际护士节
        civil 6 1 儿童节 六一儿童节 六一节 国际儿童节 六一国际儿童节 “六一”儿童节 “六一”国际儿童节 “六一”
        civil 6 5 世界环境日
        civil 6 26 国际禁毒日
        civil 7 1 建党节 建党日 香港回归纪念日 香港回歸紀念日 “七一”
        civil 8 1 建军节 建軍節 八一建军节 “八一”建军节 “八一”
        civil 9 3 抗战胜利纪念日
        civil 9 10 教师节
        civil 9 18 九一八事变纪念日
        civil 9 28 教師節
        civil 10 1 国庆节 国庆 國慶日 “十一”国庆节 十一国庆节 “十一” 十一|假期 十一|黄金周 十一|长假
        civil 10 10 双十节 雙十節 國慶雙十 雙十國慶
        civil 10 31 万圣节 萬聖節
        civil 11 8 记者节
        civil 11 11 双十一 雙十一 光棍节 光棍節
        civil 12 4 国家宪法日
        civil 12 13 国家公祭日
        civil 12 20 澳门回归纪念日 澳門回歸紀念日
        civil 12 24 平安夜 圣诞夜 聖誕夜
        civil 12 25 圣诞节 聖誕節 圣诞 聖誕
        lunar 1 1 春节 春節 大年初一 农历新年 農曆新年 农历春节
        lunar 1 15 元宵节 元宵節 元宵 上元节 上元節
        lunar 2 2 龙抬头
        lunar 5 5 端午节 端午節 端午 端阳节 端陽節
        lunar 7 7 七夕 七夕节 七夕節
        lunar 7 15 中元节 中元節
        lunar 8 15 中秋节 中秋節 中秋
        lunar 9 9 重阳节 重陽節 重阳 重陽
        lunar 12 8 腊八 腊八节 臘八 臘八節
        eve 除夕 除夕夜 大年三十 大年夜 年三十 年三十晚
        nth 5 2 7 母亲节 母親節
        nth 6 3 7 父亲节 父親節
        nth 11 4 4 感恩节 感恩節
        term 6 清明节 清明節
        nth 5 3 7 全国助残日
        term 17 中国农民丰收节 农民丰收节
        civil 1 1 開國紀念日
        civil 2 28 和平紀念日 二二八和平紀念日 二二八紀念日
        civil 3 14 白色情人节 白色情人節
        civil 3 22 世界水日
        civil 3 29 革命先烈紀念日
        civil 5 31 世界无烟日 世界無菸日
        civil 7 1 香港特别行政区成立纪念日 香港特別行政區成立紀念日
        civil 8 8 八八節
        civil 8 19 中国医师节
        civil 9 3 軍人節
        civil 9 30 烈士纪念日
        civil 10 25 臺灣光復節 台灣光復節
        civil 11 1 诸圣节 諸聖節
        civil 11 2 追思节 追思節
        civil 11 12 國父誕辰紀念日 國父誕辰
        civil 12 1 世界艾滋病日
        civil 12 8 圣母无原罪瞻礼 聖母無原罪瞻禮
        civil 12 20 澳门特别行政区成立纪念日 澳門特別行政區成立紀念日
        civil 12 25 行憲紀念日
        civil 12 26 节礼日 節禮日 聖誕節翌日
        lunar 1 1 农历年初一 農曆年初一
        lunar 1 2 农历年初二 農曆年初二
        lunar 1 3 农历年初三 農曆年初三
        lunar 3 3 上巳节 上巳節
        lunar 3 23 天后诞 天后誕 妈祖诞辰 媽祖誕辰 媽祖誕
        lunar 4 8 佛诞 佛誕 浴佛节 浴佛節 佛诞节 佛誕節
        lunar 6 24 火把节
        lunar 7 15 盂兰盆节 盂蘭盆節 盂兰节 盂蘭節
        lunar 8 16 中秋节翌日 中秋節翌日
        lunar 9 10 重阳节翌日 重陽節翌日
        lunar 10 1 寒衣节 寒衣節
        lunar 10 15 下元节 下元節
        lunar 12 23 祭灶节 祭灶節 小年夜
        easter 0 复活节 復活節
        easter -47 忏悔节 懺悔節 忏悔星期二 忏悔火曜日
        easter -46 圣灰星期三 聖灰星期三 圣灰日 聖灰日 灰日 大斋首日 大齋首日
        easter -7 圣枝主日 聖枝主日 圣树主日 聖樹主日 棕枝主日 基督苦难主日 基督苦難主日
        easter -3 濯足节 濯足節 圣周四 聖週四 神圣星期四 神聖星期四
        easter -2 耶稣受难日 主受难日 主受难节 耶稣受难节 耶穌受難日 耶穌受難節 主受難日 主受難節
        easter -1 圣周六 聖週六 黑色星期六 耶稣受难日翌日 耶稣受难节翌日 耶穌受難節翌日 耶穌受難日翌日 主受難節翌日
        easter 1 复活节星期一 復活節星期一
        easter 39 耶稣升天节 耶穌升天節
        easter 49 圣灵降临节 聖靈降臨節 聖靈降臨日 五旬节 五旬節
        easter 50 圣灵节庆日 聖靈節慶日 聖靈降臨節翌日
        easter 60 基督圣体节 基督聖體節 圣体节 聖體節 基督聖體聖血節
        orthodox 0 东正教复活节 東正教復活節
        orthodox 1 东正教复活节星期一 東正教復活節星期一
        orthodox -2 东正教耶稣受难日 东正教主受难节 東正教耶穌受難日 東正教主受難節
        orthodox -1 东正教圣周六 東正教聖週六 東正教主受難節翌日
        orthodox -8 拉撒路圣周六 拉撒路聖週六
        """
}

/// The 24 terms of the solar year, from 小寒 in January.
enum SolarTerm {
    static let names: [[String]] = [
        ["小寒"], ["大寒"], ["立春"], ["雨水"], ["惊蛰", "驚蟄"], ["春分"], ["清明"], ["谷雨", "穀雨"], ["立夏"], ["小满", "小滿"],
        ["芒种", "芒種"], ["夏至"], ["小暑"], ["大暑"], ["立秋"], ["处暑", "處暑"], ["白露"], ["秋分"], ["寒露"], ["霜降"],
        ["立冬"], ["小雪"], ["大雪"], ["冬至"],
    ]
}
