/// What a token is to the patterns. Numbers are split by their form, because the form decides what they may mean.
enum DateSign: UInt8, CaseIterable {
    // Arabic digits, full-width included, by their count; `nx` is any other count.
    case n1, n2, n3, n4, n8, nx
    // Chinese numbers with place words (十五 廿三 三百), or of one digit: up to 99, and above.
    case c, cc
    // Chinese digits written side by side (九八, 一九九八), by their count; `zx` any other count.
    case z2, z3, z4, zx
    // Units.
    case year, month, day, dayWord, hour, oclock, minute, second, quarterHour
    case hours, minutes, seconds, week, workday, quarter, century, decade, fiscal, ge, fen
    case half, exact, zhong, odd, and, load, fives
    // Parts of larger units.
    case yearHalf, monthHalf, seasonName, xun, edge, yearEdge, monthEdge, part, watch, weekend
    // Relative words.
    case yearRel, yearAna, yearThat, yearMeant, yearPair, monthRel, monthAna, dayRel, dayAna, dayPair, dayShort, dayPart
    case dayPartAna, seasonRel, dir, samePeriod
    // Calendars.
    case lunarMonth, lunarDay, newYear, leap, lunarTag, solarTag, era, minguo, minguoBefore, yuan, firstMonth, eraSpan
    case holiday, holidayShort, term, plan, period, beforeChrist, stemBranch
    // Frames and joints.
    case from, until, since, start, before, after, stop, to, with, between, dash, slash, dot, colon, list, open, close
    case quote, ordinal, first, last, each, everyDay, meridiem, latinT, latinQ
    // Words that hold a trigger and mean no date: always; only where no date word stands before; only after a number.
    case block, soft, unitBlock

    /// The signs by the names that the lexicon and the patterns call them by.
    static let named = Dictionary(uniqueKeysWithValues: allCases.map { ("\($0)", $0) })
}

/// The words of dates: a line for each meaning, as `sign value word word …`. In `前|提交` the word is 前, where 提交
/// follows: no 前提 there.
enum DateLexicon {
    static let lines = """
        year 0 年
        month 0 月
        day 0 日
        day 1 号 號
        dayWord 0 天
        hour 0 时 時
        oclock 0 点 點
        minute 0 分
        second 0 秒
        quarterHour 0 刻
        hours 0 小时 小時 钟头 鐘頭 個小時
        minutes 0 分钟 分鐘
        seconds 0 秒钟 秒鐘
        week 0 周 週 星期 礼拜 禮拜
        workday 0 工作日 交易日 自然日
        quarter 0 季度
        quarter 1 季
        century 0 世纪 世紀
        decade 0 年代
        fiscal 0 年度 财政年度 財政年度 会计年度 會計年度 学年 學年 学年度 學年度
        load 0 载 載
        fives 0 踏 搭
        ge 0 个 個 箇
        fen 0 份
        half 0 半
        exact 0 整 正
        zhong 0 钟 鐘
        odd 0 多 余 餘
        odd 1 几 幾
        and 0 又
        yearHalf 1 上半年 前半年
        yearHalf 2 下半年 后半年 後半年
        monthHalf 1 上半月
        monthHalf 2 下半月
        seasonName 0 春 春季 春天 春上
        seasonName 1 夏 夏季 夏天
        seasonName 2 秋 秋季 秋天
        seasonName 3 冬 冬季 冬天 冬|至次年 冬|至翌年 冬|至今 冬|至春
        xun 1 上旬
        xun 2 中旬
        xun 3 下旬
        xun 4 上中旬 中上旬 中下旬
        edge 1 初 伊始
        edge 2 中 中期 中叶 中葉
        edge 3 底 末 末期 末叶 末葉 底末
        edge 4 初期 初叶 初葉 早期 晚期 后期 後期
        yearEdge 1 年初 岁首 歲首
        yearEdge 2 年中
        yearEdge 3 年底 年末 年终 年終 岁末 歲末 年尾 岁末年终
        monthEdge 1 月初 月头
        monthEdge 3 月底 月末
        part 0 凌晨 黎明 拂晓 拂曉
        part 1 清晨 早晨 早上 早间 早間 一早 一大早 大清早 清早 早 晨 朝早
        part 2 上午 午前
        part 3 中午 正午 晌午 午间 午間
        part 4 下午 午后 午後 晏昼 晏晝
        part 5 傍晚 黄昏 黃昏
        part 6 晚上 晚间 晚間 夜晚 晚 入夜 当晚时分
        part 7 夜 夜间 夜間 夜里 夜裡 夜裏 深夜 午夜 半夜 子夜
        part 8 白天 日间 日間
        watch 7 子时 子時 亥时 亥時
        watch 0 丑时 丑時 寅时 寅時
        watch 1 卯时 卯時 辰时 辰時
        watch 2 巳时 巳時
        watch 3 午时 午時
        watch 4 未时 未時 申时 申時
        watch 5 酉时 酉時
        watch 6 戌时 戌時
        weekend 0 周末 週末
        yearRel 0 今年 本年 今岁 今歲
        yearRel -1 去年 去岁 去歲 昨年 旧年
        yearRel -2 前年
        yearRel -3 大前年
        yearRel 1 明年 来年 來年
        yearRel 2 后年 後年
        yearRel 3 大后年 大後年
        yearAna 0 这一年 這一年 同年 是年 该年 該年 同一年
        yearThat 0 那年 那一年
        yearPair 56 今明两年 今明兩年
        yearPair 45 去今两年 去今兩年
        yearPair 67 明后两年 明後兩年
        yearAna 1 翌年 次年 第二年 越年 下一年 隔年 明岁 转年
        yearAna -1 上年 上一年 前一年 上年度
        yearMeant 0 全年 年内 年內 当年 當年 本年度 年里
        monthRel 0 本月 本月份 这个月 這個月 今月
        monthRel -1 上月 上个月 上個月 上月份
        monthRel -2 上上个月 上上月 上上個月
        monthRel 1 下月 下个月 下個月 下月份
        monthRel 2 下下个月 下下月 下下個月
        monthAna 0 当月 當月 同月 是月 该月 該月
        monthAna 1 次月 翌月
        dayRel 0 今天 今日 今儿 即日 今朝
        dayRel -1 昨天 昨日 昨儿 寻日 尋日 琴日
        dayRel -2 前天 前日
        dayRel -3 大前天
        dayRel 1 明天 明日 听日 聽日
        dayRel 2 后天 後天 後日
        dayRel 3 大后天 大後天
        dayAna 0 当天 當天 当日 當日 同日 是日 同一天 该日 該日 那天 那日 此日
        dayAna 1 次日 翌日 第二天 第二日 隔天 隔日 翌晨 次晨 次早 翌早 转天
        dayAna -1 前一天 前一日
        dayPair 56 今明两天 今明兩天 今明两日 今明兩日
        dayPair 45 昨今两天 昨今兩天 昨今两日 昨今兩日
        dayPair 67 明后两天 明後兩天 明后两日 明後兩日 明后天 明後天
        dayPair 57 今明后三天 今明後三天
        dayPair 34 前昨两天 前昨兩天 前昨两日
        dayShort -1 昨
        dayShort 1 明
        dayPart 1 今早 今晨
        dayPart 6 今晚 今夜
        dayPart -6 昨晚 昨夜
        dayPart -1 昨晨
        dayPart 16 明晚
        dayPart 11 明早 明晨
        dayPart 26 后晚
        dayPart -16 前晚
        dayPartAna 6 当晚 當晚 当夜 當夜 是夜
        seasonRel 0 今春
        seasonRel 1 今夏
        seasonRel 2 今秋
        seasonRel 3 今冬
        seasonRel -4 去春
        seasonRel -3 去夏
        seasonRel -2 去秋
        seasonRel -1 去冬
        seasonRel 4 明春
        seasonRel 5 明夏
        seasonRel 6 明秋
        seasonRel 7 明冬
        dir -1 上 上一
        dir 1 下 下一
        dir 0 本 这 這 今 这一 這一 这个 這個 今个 今個
        dir -2 上上
        dir 2 下下
        samePeriod 0 同期 同一时期
        lunarMonth 1 正月
        lunarMonth 11 冬月
        lunarMonth 12 腊月 臘月 蜡月
        newYear 0 大年
        leap 0 闰 閏
        lunarTag 0 农历 農曆 農歷 阴历 陰曆 陰歷 旧历 舊曆 舊歷 夏历 夏曆 古历 古曆 废历 廢曆 廢歷 农曆
        solarTag 0 公历 公曆 公歷 阳历 陽曆 新历 西历 公元 西元
        beforeChrist 0 公元前 西元前
        minguo 0 民国 中华民国
        minguo 1 民國 中華民國
        minguoBefore 0 民前 民国前 民國前
        yuan 1 元
        firstMonth 1 元月
        eraSpan 0 年间 年間
        plan 2006 十一五
        plan 2011 十二五
        plan 2016 十三五
        plan 2021 十四五
        plan 2026 十五五
        period 0 期间 期間 时期 時期
        from 0 自 从 從 自从 自從
        until 0 截至 截止 截止到 截至到 截止至 迄
        since 0 以来 以來 迄今 至今 到现在 到現在 至现在 至現在 到目前 到如今
        start 0 起 开始 開始 始 之起
        before 0 前|提交 前|提出 前|提供 前|提请 前|提升 前|进行 前|進行 前|进入 前|進入 前|进驻 前|进场 前|排查 前|排除 前|列入 前|列出 前|期满
        after 0 后|方可 後|方可 后|方能 後|方能 后|备案 后|果断 后|续签 后|续费
        before 0 前 以前 之前 或之前 及以前 及之前 或以前
        after 0 后 後 以后 以後 之后 之後 过后 過後 或之后 及以后 及之后 或之後 或以后
        stop 0 止
        to 0 至 到 直至 直到 至|今年 到|今年 至|今天 至|今日 至|今晚 至|今早 至|今晨 至|元宵 至|元旦 至|元月
        with 0 和 与 與
        between 0 之间 之間
        dash 0 - – — ─ － ~ ～ 〜 ― ー —— ── −
        slash 0 / ／
        dot 0 . ．
        colon 0 : ：
        list 0 、
        open 0 ( （
        close 0 ) ）
        quote 0 “ ” 「 」 『 』 " ‘ ’
        ordinal 0 第
        first 0 头 頭
        last 0 最后 最後
        each 0 每 逐
        everyDay 0 每天 每日 每一天
        meridiem 2 am AM a.m. A.M.
        meridiem 4 pm PM p.m. P.M. p P
        latinT 0 T
        latinQ 0 Q
        soft 0 晚会 晚會 一点 一點 十分 一时 一時 半夜三更 三分 五分 七分 两点 二点 三点 四点 几点
        unitBlock 0 年级 年級 年轻 年輕 分之 号楼 号线 号文 号院 號樓 號線 号机 号馆 号厅 号令 秒杀 秒殺 天使 天使轮 周年 週年 周岁 週歲 号文件 年制 日游 时速 月球 分公司
        unitBlock 0 分局 分店 载体 载货 载重 载荷 载入 载客 搭载 号院落
        block 0 是日子 是日期 是日记 是日記 是日常 同日子
        block 0 天天 日日 每日新闻 每日邮报 每日電訊 每日电讯 每日经济 当夜幕 當夜幕 想当年 想當年 光明日报 明日报 明日報 次日本 后天下 后天的 後天的 同日而语 同日而語 那日子 是月球 一日之计
        block 0 如一日 春节目 圣诞老人 聖誕老人
        block 0 第一时间 第一時間 全天候 一时间 一時間 万一 萬一 年轻 年輕 年级 年級 年龄 年齡
        block 0 日本 日元 日报 日報 日军 日軍 日子 日常 日益 日趋 日前 日后 日夜 月亮 月球 月饼 月光 月票 月薪 月租 天津 天安门 天然 天空 天下
        block 0 时代 時代 时候 時候 时刻 時刻 时间 時間 时尚 时速 分之 分析 分别 分別 分公司 分校 分局 分院 分会 分行 秒杀 秒殺 点钟
        block 0 前往 前来 前來 前夕 前后 前後 前线 前線 前进 前景 前期 前任 前身 前提 前沿 前锋 前辈 前排 前述 前者 前台 前行 前列 前方 前面
        block 0 前三甲 前三名 后来 後來 后勤 後勤 后续 後續 后备 后方 后代 后人 后者 后面 后果 后援 后台 后边 后卫 後面 後者
        block 0 起诉 起訴 起草 起来 起來 起义 起義 起步 起码 起点 起飞 起源 起伏 起初 起到 起因 始终 始終 始建 始于
        block 0 以上 以下 之上 之下 晚报 晚報 晚年 晚餐 晚宴 早报 早报 早餐 早稻 早已 早日 晨报 夜市 夜校 夜景
        block 0 初中 初心 初步 初级 初級 初衷 初衷 初选 初赛 初審 初审 末端 底部 底线 底气 底层 底蕴 中心 中国 中國 中央 中共 中华 中華 中学
        block 0 上海 上述 上市 上升 上級 上级 上班 上台 上场 下降 下列 下级 下级 下属 下乡 下沉 下岗 本市 本省 本县 本报 本报讯 本人
        block 0 春秋 春运 春節晚會 春风 秋白 冬奥 冬奥会 夏令营 冬令营 周恩来 周期 周年 週年 周围 周边 周到 周岁 週歲 周转 周密 周全 周口 周知
        block 0 到位 到期 到来 到场 到底 到达 至少 至于 至於 至上 从事 从业 从严 从中 从而 从来 自己 自然 自治 自身 自主 自由 自动 自觉 自我
        block 0 正式 正在 正确 正常 正是 整体 整个 整治 整改 整理 半天云 半导体 半月谈 多元 多年 多次 多家 多人 几年
        block 0 三月三 号楼 号线 号令 号召 号码 号文 号院 号文件 號線 號樓 号机 号馆 号厅 点击 点评 点名 点燃 点亮 点赞 点对点 点位 点上
        block 0 会上 會上 事实上 基本上 总体上 身上 网上 線上 线上 历史上 地上 路上 街上 船上 史上 实际上 世界上 马上 馬上 向上
        block 0 刻苦 刻画 刻意 刻印 分子 分布 分为 分工 分配 分开 分支 分类 分享 分散 分管 分成 分组 年年 月月 时时 年华 年份
        block 0 周一围 天地 天使 天使轮 天气 天赋 天才 天文 天山 天府 天际 天桥 天台 天王 号称 日语 日記 日记 日志 日期 日程 日照 日产
        block 0 零售 零件 零距离 零部件 零星 零容忍 一直 一同 一致 一样 一起 一步 一流 一些 一切 一定 一般 一行 一名 一位
        block 0 初一年级 初二年级 初三年级 初一学生 初二学生 初三学生 初中三年级 岁次 歲次
        block 0 第三方 第二次 半决赛 半径 前不久 目前 当前 日日夜夜 今后 此后 此前 五四运动 五四精神
        block 0 小时候 小時候 更正 改正 纠正 公正 真正 修正 校正 调整 完整 端正 方正 严整 到处 从化
        """

    /// Stems and branches, for years and days of the sixty-year cycle.
    static let stems = "甲乙丙丁戊己庚辛壬癸"
    static let branches = "子丑寅卯辰巳午未申酉戌亥"

    /// The signs that a name in a pattern stands for.
    static let aliases: [String: String] = [
        "N": "n1|n2|c", "Y": "n4|z4", "K": "n1|n2|n3|n4|c|cc", "J": "to|dash", "n": "n1|n2",
    ]
}
