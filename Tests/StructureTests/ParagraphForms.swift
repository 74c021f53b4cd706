import QuandianFilters
import QuandianText
import Testing

/// The forms that running text, verse, speech, chronicles, lists of names and tables take.
@Suite struct ParagraphForms {
    private static let sentences = [
        "图书馆在老城的河边，门前有一棵三百年的樟树，树下总有人下棋。",
        "每年三月，书市在樟树下开张，旧书一块钱一本，新书打七折。",
        "孩子们提着篮子来，挑上半天，一本一本地翻过去，谁也不催他们。",
    ]

    @Test(arguments: ["", "　　", "  ", "    ", "\t", "\u{A0}\u{A0}", "　"], ["\n", "\n\n", "\n\n\n", "\n　　\n"])
    func paragraphsIndentedOrNotWithBlankLinesOrWithout(_ indent: String, _ gap: String) {
        MarkedLines("@title 老城的图书馆" + gap + Self.sentences.map { "@p \(indent)\($0)" }.joined(separator: gap)).check()
    }

    /// Breaks text at a column of so many characters.
    private func wrapped(_ string: String, at width: Int, indent: String) -> [String] {
        var lines: [String] = []
        var line = indent
        for character in string {
            line.append(character)
            if line.count == width {
                lines.append(line)
                line = ""
            }
        }
        if !line.isEmpty { lines.append(line) }
        return lines
    }

    @Test(arguments: [18, 22, 30, 38], ["　　", ""])
    func textBrokenAtAColumnIsOneParagraphAcrossItsLines(_ width: Int, _ indent: String) {
        let paragraphs = [
            "图书馆在老城的河边，门前有一棵三百年的樟树，树下总有人下棋。每年三月，书市在樟树下开张，旧书一块钱一本，新书打七折，孩子们提着篮子来，挑上半天，一本一本地翻过去，谁也不催他们。有的孩子坐在台阶上看到天黑，管书的老人就点起灯来，陪着他们看完最后一页",
            "七月的晚上，讲座在天井里举行，听众自带板凳和蒲扇，讲的人坐在石磨上，讲到高兴处站起来比划。讲座每周一场，有讲历史的，有讲种花的，有讲修钟表的，听众有老有少，散场以后还围着讲的人问个不停，常常要到半夜才肯回家",
            "晒书是老规矩，每年霜降前后，古籍要搬到廊下吹三天的风，一册一册摊开，馆员守在旁边，不许人抽烟，也不许猫走近。三天过后，书要一册一册收回樟木箱里，每一箱都放上新的芸草，再贴上封条，写明年月，等来年霜降再打开",
        ].map { $0 + "。" }
        let broken = paragraphs.map { wrapped($0, at: width, indent: indent) }
        let string = broken.map { $0.joined(separator: "\n") }.joined(separator: indent.isEmpty ? "\n\n" : "\n")
        let text = Text("老城的图书馆\n\n" + string)
        let blocks = StructureFilter().annotate(Document(text)).blocks
        #expect(blocks.map(\.kind) == [.title, .paragraph, .paragraph, .paragraph])
        #expect(
            blocks.dropFirst().map { text[$0.range].filter { !$0.isWhitespace } }
                == paragraphs.map { $0.filter { !$0.isWhitespace } })
    }

    @Test(arguments: [
        "@verse 石径盘云上，松风满袖寒。\n@verse 钟声来半夜，月色下层峦。",
        "@verse 石径盘云上，\n@verse 松风满袖寒。\n@verse 钟声来半夜，\n@verse 月色下层峦。",
        "@verse 一盏青灯照古今，山中岁月总沉沉。\n@verse 泉声不为人来住，自向空阶说旧心。",
        "@verse 石徑盤雲上，松風滿袖寒。\n@verse 鐘聲來半夜，月色下層巒。",
        "@verse 　　石径盘云上，松风满袖寒。\n@verse 　　钟声来半夜，月色下层峦。",
        "@verse 我从北方的风里走来\n@verse 肩上落满细雪\n@verse 河还没有醒\n@verse 冰下的鱼在等一声鼓\n\n@verse 母亲把灯举过门楣\n@verse 照见去年的燕巢\n@verse 她说\n@verse 春天要从窗子进来",
    ])
    func stanzasOfVerse(_ verse: String) {
        MarkedLines("@title 老城的图书馆\n@p \(Self.sentences[0])\n\n\(verse)\n\n@p \(Self.sentences[1])").check()
    }

    @Test(arguments: [
        ("问：", "答："), ("问:", "答:"), ("问　", "答　"), ("问 ：", "答 ："), ("【问】", "【答】"), ("問：", "答："), ("Q：", "A："),
        ("Q: ", "A: "),
        ("Q1：", "A1："), ("记者：", "林知秋："), ("主持人：", "林知秋："), ("江州日报：", "林知秋："), ("江州日报记者：", "林知秋："), ("记者问：", "林知秋答："),
        ("記者：", "林知秋："), ("林知秋：", "方舟："), ("读者提问：", "馆长回答："), ("【记者】", "【林知秋】"), ("[记者]：", "[林知秋]："), ("网友：", "馆长："),
        ("［提问］", "［回答］"),
        ("〔記者〕", "〔林知秋〕"),
    ])
    func interviewsWhateverTheLabels(_ ask: String, _ answer: String) {
        MarkedLines(
            """
            @title 新馆什么样
            @p 新馆明年开放，市民关心的事情很多，馆长林知秋接受了采访。
            @q \(ask)新馆什么时候开放？
            @a \(answer)明年五月开放，先开一楼和二楼，三楼的古籍部要到年底。
            @q \(ask)读者证还能用吗？
            @a \(answer)能用，不用换证，到新馆刷一下就行，押金也不用再交。
            @q \(ask)停车方便吗？
            @a \(answer)地下有三百个车位，两小时以内免费，周末也一样。
            """
        ).check()
    }

    /// The record of a council: the chair, members and officials by name and office.
    @Test func speechesInTheRecordOfACouncil() {
        MarkedLines(
            """
            @title 江州市議會第三次會議紀錄
            @a 主席：現在開會，請議事組宣讀議程。
            @q 林議員知秋：主席、各位同仁，本席要請教文化局，新館什麼時候可以開放？
            @a 方局長舟：主席、各位議員，新館預定明年五月開放，目前正在進行裝修。
            @q 林議員知秋：停車的問題怎麼解決？附近的居民很關心這件事情。
            @a 方局長舟：地下有三百個車位，另外再向學校借用一百個車位。
            @a 主席：好，請繼續。
            @q 林議員知秋：謝謝局長，本席會繼續關心這件事情，也請局長多費心。
            @a 主席：還有沒有其他意見？沒有的話，散會。
            """
        ).check()
    }

    @Test(arguments: [
        ["1月3日　", "2月14日　", "3月5日　", "4月23日　"], ["1月3日，", "2月14日，", "3月5日，", "4月23日，"],
        ["一月三日 ", "二月十四日 ", "三月五日 ", "四月二十三日 "], ["2017年1月3日 ", "2017年2月14日 ", "2017年3月5日 ", "2017年4月23日 "],
        ["1959年，", "1962年，", "1978年，", "1984年，"], ["1959年　", "1962年　", "1978年　", "1984年　"],
        ["3日　", "14日　", "25日　", "26日　"],
        ["民國四十八年，", "民國五十一年，", "民國六十七年，", "民國七十三年，"], ["2017.1.3　", "2017.2.14　", "2017.3.5　", "2017.4.23　"],
        ["光绪二十四年 ", "宣统元年 ", "民国二年 ", "民国二十五年 "],
    ])
    func theEntriesOfAChronicleAreParagraphs(_ dates: [String]) {
        let events = [
            "新馆举行开工典礼，到会三百人。", "流动书车第一次开进山村，借出图书一百二十册。", "全市馆员技能比赛在总馆举行，城东分馆获第一名。", "书市在樟树下开张，为期三天，售书两万册。",
        ]
        MarkedLines("@title 江州市图书馆大事记\n" + zip(dates, events).map { "@p \($0)\($1)" }.joined(separator: "\n")).check()
    }

    @Test(arguments: [
        "@item 李　明　　王小红　　赵　刚　　陈国庆\n@item 张　伟　　周大海　　吴　越　　郑秀英",
        "@item 李 明  王小红  赵 刚  陈国庆\n@item 张 伟  周大海  吴 越  郑秀英",
        "@item 李　明\n@item 王小红\n@item 赵　刚\n@item 陈国庆\n@item 张　伟",
        "@item 组　长：李　明\n@item 副组长：王小红\n@item 成　员：赵　刚\n@item 　　　　陈国庆\n@item 　　　　张　伟",
        "@item 李　明（总馆）\n@item 王小红（城东分馆）\n@item 赵　刚（城西分馆）",
        "@item 李　明　总馆馆长\n@item 王小红　城东分馆馆长\n@item 赵　刚　城西分馆馆长",
        "@item 李　明、王小红、赵　刚\n@item 陈国庆、张　伟、周大海",
    ])
    func listsOfNamesPaddedToOneWidth(_ list: String) {
        MarkedLines("@title 关于表彰优秀读者的决定\n@p 经各分馆推荐，馆务会议研究，决定表彰下列优秀读者，名单附后。\n\(list)\n@p 希望受表彰的读者再接再厉，带动更多的人走进图书馆。")
            .check()
    }

    @Test(arguments: [
        "@row 分馆\t藏书\t读者\n@row 总馆\t30000\t4200\n@row 城东\t12000\t1800",
        "@row 分馆|藏书|读者\n@row 总馆|30000|4200\n@row 城东|12000|1800",
        "@row | 分馆 | 藏书 | 读者 |\n@row | --- | --- | --- |\n@row | 总馆 | 30000 | 4200 |",
        "@row ┌──┬──┐\n@row │分馆│藏书│\n@row ├──┼──┤\n@row │总馆│300 │\n@row └──┴──┘",
        "@row ｜分馆｜藏书｜读者｜\n@row ｜总馆｜30000｜4200｜\n@row ｜城东｜12000｜1800｜",
        "@row 分馆    藏书    读者\n@row 总馆    30000   4200\n@row 城东    12000   1800\n@row 城西    11000   1500",
        "@row 分馆　　　藏书　　　读者\n@row 总馆　　　30000　　　4200\n@row 城东　　　12000　　　1800\n@row 城西　　　11000　　　1500",
        "@row 分馆名称  开放时间  联系电话\n@row 城东分馆  9:00-21:00  5550101\n@row 城西分馆  9:00-21:00  5550102\n@row 柳林分馆  9:00-18:00  5550103",
        "@row ＋－－＋－－＋\n@row ｜分馆｜藏书｜\n@row ＋－－＋－－＋\n@row ｜总馆｜300 ｜\n@row ＋－－＋－－＋",
        "@row +------+------+\n@row | 分馆 | 藏书 |\n@row +------+------+\n@row | 总馆 | 300  |\n@row +------+------+",
    ])
    func tablesByTabsBarsAndColumns(_ table: String) {
        MarkedLines("@title 各分馆情况\n@p 各分馆藏书和读者的情况如下表，请核对，有误的请在月底以前告知。\n\(table)\n@p 以上数字截至六月底，由总馆办公室汇总，不含流动书车。").check()
    }
}
