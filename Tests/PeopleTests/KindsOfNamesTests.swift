import QuandianFilters
import QuandianText
import TestSupport
import Testing

@Suite("Kinds of names")
struct KindsOfNamesTests {
    private func check(_ text: String) throws {
        let marked = Marked(text)
        let document = try named(marked.text)
        #expect(
            document.marks.filter { $0.kind == .person }.map { document.text[$0.range] }
                == marked.ranges.map { marked.text[$0] })
    }

    @Test(
        "Words that begin like names, and names that look like words",
        arguments: [
            "要任何时候都守得住。", "高度重视，马上落实。", "由书记⟦常青⟧负责。", "村民⟦石磊⟧来了。",
        ])
    func words(_ text: String) throws { try check(text) }

    @Test(
        "Transliterated names",
        arguments: [
            "总统⟦亚历山大·伊万诺夫⟧会见客人。", "法国作家⟦维克多·雨果⟧的小说。", "美国总统⟦林肯⟧发表演讲。", "选手⟦哈里森⟧夺冠。",
        ])
    func transliterated(_ text: String) throws { try check(text) }

    @Test("Japanese names", arguments: ["日本首相⟦小泉纯一郎⟧访华。", "作家⟦川端康成⟧获奖。", "选手⟦福原爱⟧出场。", "⟦高仓真⟧导演的新片。"])
    func japanese(_ text: String) throws { try check(text) }

    @Test("Korean names", arguments: ["韩国总统⟦金大中⟧讲话。", "运动员⟦朴智星⟧受伤。", "⟦南宫勋⟧先生来访。"])
    func korean(_ text: String) throws { try check(text) }

    @Test("Tibetan names", arguments: ["自治区主席⟦次仁旺堆⟧讲话。", "村民⟦扎西多吉⟧说。", "医生⟦卓玛央金⟧下乡。"])
    func tibetan(_ text: String) throws { try check(text) }

    @Test("Uyghur names", arguments: ["教师⟦古丽娜尔·艾山⟧获奖。", "副县长⟦买买提·吐尔逊⟧出席。", "⟦阿不都热合曼·卡德尔⟧同志主持。"])
    func uyghur(_ text: String) throws { try check(text) }

    @Test("Mongolian names", arguments: ["牧民⟦巴特尔⟧说。", "旗长⟦乌力吉巴雅尔⟧到会。", "歌手⟦其其格⟧演唱。"])
    func mongolian(_ text: String) throws { try check(text) }

    @Test(
        "Compound and double surnames",
        arguments: ["⟦司马长风⟧教授主讲。", "副局长⟦欧阳敏⟧说。", "主任⟦诸葛亮明⟧到会。", "委员⟦范徐丽华⟧发言。", "⟦陈林秀英⟧女士捐款。"])
    func compound(_ text: String) throws { try check(text) }

    @Test("Names of two characters", arguments: ["局长⟦于丹⟧到会。", "书记⟦方正⟧讲话。", "⟦丁一⟧同志任处长。", "他投军，任连长。"])
    func short(_ text: String) throws { try check(text) }

    @Test("A surname alone before an office", arguments: ["⟦王⟧书记讲话。", "⟦欧阳⟧校长笑了。", "⟦老周⟧和⟦小李⟧先走。"])
    func surnames(_ text: String) throws { try check(text) }

    @Test(
        "Names split by spaces or line ends",
        arguments: ["组长：⟦李　明⟧　副组长：⟦王　芳⟧", "⟦高　峰⟧任县公安局副局长。", "委员：⟦陈 建 华⟧", "⟦于　得　水⟧　　⟦易　了⟧"])
    func split(_ text: String) throws { try check(text) }

    @Test(
        "Names in Latin letters",
        arguments: ["教授⟦John Smith⟧来访。", "作者⟦J. K. Rowling⟧出席。", "设计师⟦Anna Kovacs⟧说。", "经理⟦Peter O'Connor⟧说。"])
    func latin(_ text: String) throws { try check(text) }

    @Test("Pen names", arguments: ["作家⟦鲁迅⟧的小说。", "⟦陈明远⟧，笔名⟦江南客⟧。", "作者⟦陈明远⟧（笔名⟦江南客⟧）"])
    func pen(_ text: String) throws { try check(text) }

    @Test("Monastic names", arguments: ["方丈⟦释永信⟧讲话。", "住持⟦慧明⟧法师开示。", "⟦星云⟧法师圆寂。"])
    func monastic(_ text: String) throws { try check(text) }

    @Test(
        "Ordinary words that begin with a surname are no persons, and set phrases are not cut",
        arguments: [
            "白桦、白杨和石榴都活了。", "晚会上吹起马头琴。", "要居安思危、同仇敌忾。", "大家喜气洋洋，喜庆祥和。", "桌上有钟表和石墨。",
        ])
    func ordinaryWords(_ text: String) throws { try check(text) }

    @Test(
        "Countries by one character are no persons",
        arguments: ["俄乌冲突持续。", "乌军发动进攻。", "阿方表示感谢。", "马方希望扩大合作。", "法外长抵达北京。", "泰柬双方停火。"])
    func countries(_ text: String) throws { try check(text) }

    @Test("Foreign places and bodies are no persons", arguments: ["俄军逼近赫尔松。", "巴赫穆特的战斗仍在继续。", "哈马斯发表声明。"])
    func abroad(_ text: String) throws { try check(text) }

    @Test(
        "An ordinary word is a name after an office in full or a label",
        arguments: ["由市医院院长⟦万年青⟧主持。", "责任编辑：⟦石榴⟧", "县教育局局长⟦谷雨⟧到会。", "《云江日报》记者曾经来过。", "记者　⟦于是⟧"])
    func wordsAnnounced(_ text: String) throws { try check(text) }

    @Test("A name set beside another", arguments: ["（⟦陈德华⟧⟦王小宁⟧摄）", "（⟦周立民⟧⟦何秀兰⟧摄影报道）"])
    func beside(_ text: String) throws { try check(text) }

    @Test("A surname with 某 counts whole", arguments: ["店主⟦沈某⟧报了警。", "⟦韩某⟧和⟦邓某⟧到案。", "职工⟦张某某⟧擅离岗位。"])
    func anonymous(_ text: String) throws { try check(text) }

    @Test(
        "What stands before a people or a sex in brackets is the person, whole",
        arguments: [
            "委员：⟦嘎西·旺杰⟧（藏族）、⟦陈丽⟧（女，回族）、⟦刀正明⟧（傣族）", "⟦乌恩其巴雅尔⟧（蒙古族）、⟦百里行⟧（满族）",
        ])
    func described(_ text: String) throws { try check(text) }

    @Test(
        "Names in doctrines and temples are not marked",
        arguments: ["坚持马克思主义。", "运用马克思主义的立场。", "学习列宁主义。", "参观达隆·卓嘎拉章寺。"])
    func namesInNames(_ text: String) throws { try check(text) }

    @Test("A year in words after a name is no year of a reign", arguments: ["作家⟦周明远⟧一九九六年来此。", "⟦何立新⟧一九八五年入伍。"])
    func yearAfterName(_ text: String) throws { try check(text) }

    @Test(
        "Latin letters: after an office, and two words run together",
        arguments: [
            "销售总监⟦PeterWalsh⟧说。", "首席工程师⟦LarsHolmgren⟧表示。", "⟦HelenMcBride⟧昨天到访。", "队员⟦Julia⟧归队。",
            "PlayStation发售。", "调用redis.Redis()和andExtensions即可。", "All Rights Reserved", "第三‧五条规定。",
        ])
    func latinWords(_ text: String) throws { try check(text) }

    @Test("老 behind a surname ends the name", arguments: ["⟦骆老⟧正在写字。", "⟦周老⟧今年八十岁。"])
    func old(_ text: String) throws { try check(text) }

    @Test("A known name before 之 and a thing is the word of the language", arguments: ["记者⟦石缝⟧报道。水从石缝之间流出。"])
    func ofKind(_ text: String) throws { try check(text) }

    @Test("A name that the document shows ends where it ends elsewhere", arguments: ["书记⟦高洁⟧说。⟦高洁⟧正伏案补书。"])
    func endsAsElsewhere(_ text: String) throws { try check(text) }
}
