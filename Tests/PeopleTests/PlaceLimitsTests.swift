import QuandianFilters
import QuandianText
import TestSupport
import Testing

/// What the name of a place holds.
@Suite("Limits of places' names")
struct PlaceLimitsTests {
    private func check(_ text: String) throws { try expect(.place, in: text) }

    @Test(
        "A preposition, a comma, a number and a shore are no part of it",
        arguments: [
            "他沿⟦青石河⟧走了三天。", "平安，⟦大岩村⟧党支部书记到会。", "考察⟦鲁冀⟧两省水利。", "向⟦青海湖⟧南岸行进。", "沿⟦陇海路⟧西段施工。",
            "住在⟦江州市⟧⟦锦溪路⟧66号。",
        ])
    func limits(_ text: String) throws { try check(text) }

    @Test(
        "One character is a place behind a verb of travel",
        arguments: [
            "代表团昨日抵⟦沪⟧。", "他奉召赴⟦京⟧，旬日返⟦宁⟧。", "旅⟦沪⟧同乡捐款。", "（⟦美⟧籍）", "这里是自由港。", "他在京剧院工作。", "⟦俄⟧方表示，⟦美⟧方应当回应。", "以方便群众。",
        ])
    func short(_ text: String) throws { try check(text) }

    @Test(
        "What seldom begins a place's name is no part of it",
        arguments: ["他连夜回⟦丁家沟⟧报信。", "这片林子归⟦青杠村⟧管。", "她昨谒⟦云福寺⟧住持。", "货车驶入⟦望江路⟧。"])
    func stems(_ text: String) throws { try check(text) }

    @Test(
        "A number of things is no stem", arguments: ["开放全部三处口岸。", "共有五个部落参加。", "由市委宣传部转来市级机关文件。", "⟦石门⟧、⟦白沙⟧两县采砂问题突出。"])
    func numbers(_ text: String) throws { try check(text) }

    @Test(
        "A river or a ford of one character and its kind is a place where the text says it again and again",
        arguments: ["去⟦梓溪⟧要两个钟头。⟦梓溪⟧人认路。提到⟦梓溪⟧，他笑了。⟦梓溪⟧大姓有三。"])
    func repeated(_ text: String) throws { try check(text) }

    @Test("From one to another are two", arguments: ["整治⟦青石河⟧自⟦永安桥⟧以下河段。"])
    func fromTo(_ text: String) throws { try check(text) }

    @Test(
        "Behind a verb that is no word of ours the counted places begin after it",
        arguments: ["他收受⟦马岭⟧、⟦白沙⟧、⟦柳塘⟧三村村干部礼金。", "工作组走访⟦上坳⟧、⟦岔口⟧两村村民。"])
    func countedBehindVerbs(_ text: String) throws { try check(text) }

    @Test("Roads by their number", arguments: ["⟦320国道⟧塌方。", "⟦G6高速⟧通车。"])
    func numbered(_ text: String) throws { try check(text) }

    @Test("Peoples and their languages are no places", arguments: ["她会说维吾尔语和蒙古语。", "新院区下月启用。"])
    func peoples(_ text: String) throws { try check(text) }

    @Test("A venue is a place", arguments: ["决赛在⟦江州体育馆⟧举行。"])
    func venues(_ text: String) throws { try check(text) }

    @Test("A listed town goes on over its lake and its old town", arguments: ["夜游⟦抚州古城⟧。"])
    func kinds(_ text: String) throws { try check(text) }

    @Test(
        "A verb of travel or of war before a place is no part of it, and parts two",
        arguments: [
            "他从⟦郑州⟧来⟦洛宁县⟧挂职。", "企业从⟦东莞⟧搬回⟦洛宁⟧三年了。", "三团合围⟦青石山⟧。", "住所地⟦洛宁县⟧⟦滨河路⟧88号。",
        ])
    func verbs(_ text: String) throws { try check(text) }

    @Test(
        "The corner of a town's street, a distance, a language and a storm are none",
        arguments: ["他在⟦石城镇⟧街口摆摊。", "走了七里路。", "他喊了一句葡萄牙语。", "芭玛台风过后。", "新老院区一起开放。"])
    func none(_ text: String) throws { try check(text) }

    @Test(
        "A country of one character stands before whom it sends, a city behind 由 and 赴",
        arguments: [
            "⟦英⟧外相昨抵⟦巴黎⟧。", "由⟦美⟧醫師施以手術。", "今晨由⟦京⟧乘車。", "二人赴⟦滬⟧接洽。", "公司拟赴⟦港⟧上市。", "船可到⟦甬⟧，再赴⟦滬⟧接洽。", "他在台上讲话。",
            "她在镇上开店。",
            "意见很好。",
        ])
    func periodPress(_ text: String) throws { try check(text) }

    @Test(
        "The level that begins the head's office is his, doubled or not",
        arguments: ["⟦石坪乡⟧乡长到会。", "⟦石坪⟧乡長王有田到會。", "⟦松山里⟧里長說好。", "⟦石坪市⟧⟦长江大桥⟧通车。"])
    func heads(_ text: String) throws { try check(text) }

    @Test(
        "A road between two towns is no part of the second; a zone, a section, a number and a side are parts of theirs",
        arguments: [
            "⟦云江⟧至⟦洛宁⟧公路通车。", "他到⟦江州经济开发区⟧调研。", "成绩来自⟦成都高新区⟧，", "戲院在⟦中正路二段⟧。", "⟦台14線⟧搶通。", "沿⟦皇后大道西⟧走。", "⟦沿江路⟧封闭。",
        ])
    func roads(_ text: String) throws { try check(text) }

    @Test(
        "The items of a list that the text counts as places are places, and so is each of them further on",
        arguments: [
            "⟦石板岩⟧、⟦下坳⟧、⟦岔口坪⟧，四个寨子散在山间。他每周去⟦下坳⟧。", "已在⟦羊角堡⟧、⟦杨家凼⟧两处开工。", "⟦塘冲⟧和⟦湾里头⟧两村受灾。",
            "⟦乌石⟧、⟦马渡⟧等地下雪。", "公司、学校等市场力量。", "只进一扇门、最多跑一地。",
        ])
    func counted(_ text: String) throws { try check(text) }

    @Test(
        "Where the tagger sees nothing, characters and their kind alone are no place",
        arguments: ["每周三还有流动图书车进村。", "全市治理退化草原。"])
    func silence(_ text: String) throws { try check(text) }

    @Test(
        "The place at the head of an honour in quotation marks is part of its name",
        arguments: ["授予“江州市劳动模范”称号。", "授予⟦江州市⟧的模范。"])
    func honours(_ text: String) throws { try check(text) }

    @Test("What is built is no place, a village by its weir is", arguments: ["村民筑坝蓄水。", "住在⟦杨家堰⟧的人。"])
    func built(_ text: String) throws { try check(text) }

    @Test("A gate ends before 外, a town before its 城区", arguments: ["行至⟦南門⟧外⟦永安橋⟧。", "⟦江州⟧城区停水。", "⟦北京市⟧⟦东城区⟧停水。"])
    func gates(_ text: String) throws { try check(text) }

    @Test("Stations and theatres are places", arguments: ["他在⟦江州东站⟧下车。", "⟦大華戲院⟧昨日開幕。"])
    func stations(_ text: String) throws { try check(text) }

    @Test("The name of the republic before a year is a date's", arguments: ["中華民國二十四年三月出版。"])
    func years(_ text: String) throws { try check(text) }

    @Test("A place that the document names is one wherever it stands again")
    func again() throws {
        try check("家在⟦青石洼村⟧。⟦青石洼⟧十年九旱。")
    }

    @Test("What only the rest of the document shows says so")
    func provenance() throws {
        let text = Text("石板岩、下坳、岔口坪，三个寨子散在山间。他每周去下坳。")
        let places = try named(text).marks.filter { $0.kind == .place }
        #expect(places.map(\.provenance.evidence) == [.text, .text, .text, .context])
    }

    @Test("A listed town goes on over its reservoir and its lock", arguments: ["⟦龙口水库⟧放水。"])
    func works(_ text: String) throws { try check(text) }

    @Test(
        "A hamlet of a family is no person, and a river may be named after a town",
        arguments: ["最远的⟦杨家垴⟧离这里十里。", "南面与⟦王家台⟧相望。", "我们过了⟦于都河⟧。"])
    func hamlets(_ text: String) throws {
        try check(text)
        #expect(try named(Marked(text).text).marks.allSatisfy { $0.kind != .person })
    }

    @Test("A town of a pair has 大 or 上 before it", arguments: ["⟦沙湾村⟧和⟦上官坪村⟧成了孤岛。", "家住　⟦大瑶坪乡⟧。"])
    func pairs(_ text: String) throws { try check(text) }

    @Test(
        "What lies beside a place is no part of its name",
        arguments: ["在⟦溪尾車站⟧舊址舉行。", "⟦维多利亚湖⟧畔的渔民。", "从⟦绿春河⟧渡口上来。", "⟦望湖小区⟧南门附近。", "东临⟦旬河⟧。"])
    func surroundings(_ text: String) throws { try check(text) }

    @Test("A campus belongs to the name before it", arguments: ["⟦桃花江校区⟧的干部。", "在⟦克拉玛依校区⟧上课。"])
    func campuses(_ text: String) throws { try check(text) }

    @Test("Where somebody turns to is no region", arguments: ["沿江往东北走四十公里。", "墓主头向东北。", "他是⟦东北⟧人。"])
    func corners(_ text: String) throws { try check(text) }

    @Test(
        "A dyke that is raised, and the main tunnel of a works, are no places", arguments: ["官兵在溢洪道加固子堤。", "导流主洞施工启动。"])
    func dykes(_ text: String) throws { try check(text) }

    @Test(
        "A prefecture stands whole in its gazetteer's title, and a glacier has a number",
        arguments: ["据《⟦江州府⟧志》载。", "考察⟦天山1号冰川⟧。"])
    func gazetteers(_ text: String) throws { try check(text) }

    @Test(
        "The hamlet before a house's number, a park of industry, a car park and the station of a gate belong to it",
        arguments: [
            "现住⟦岚江县⟧⟦下坂村芭蕉岭⟧18号。", "住所地⟦江州市城南工业区⟧6号。", "⟦青石镇停车场⟧", "⟦太平门站⟧周边是旧式住宅。",
        ])
    func parts(_ text: String) throws { try check(text) }

    @Test(
        "A word that repeats the last character of a place is no part of it",
        arguments: ["隧道钻进⟦青石河⟧河底。", "北至⟦平安岭⟧岭顶。"])
    func repetitions(_ text: String) throws { try check(text) }

    @Test(
        "Villages called by a word for going are places; who comes to a village, and a quality of places of a kind, make none",
        arguments: [
            "他家住⟦前进村⟧，今年三十岁。", "他在⟦前进乡⟧当过教师。", "⟦清溪村⟧、⟦跃进村⟧、⟦前进村⟧三村合并。", "他到⟦新建桥镇⟧看望。", "⟦天然桥村⟧的村民。",
            "巡诊车进村入户。", "治理退化草原。", "偏远山村的孩子。",
        ])
    func going(_ text: String) throws { try check(text) }

    @Test(
        "What a state is belongs to its name, three countries before what they hold are nobody",
        arguments: ["⟦斯里兰卡民主社会主义共和国⟧总统到访。", "他到⟦老挝人民民主共和国⟧访问。", "⟦柬埔寨王国⟧国王。", "在⟦蒙古⟧人民中间。"])
    func states(_ text: String) throws { try check(text) }

    @Test(
        "Rounds of a river, any ferry, an old bridge and a temple's gate are no names of places",
        arguments: ["镇长定下巡河日。", "他每天往渡口跑。", "学者讲述⟦汉江⟧古桥的今昔。", "碑在⟦普惠寺⟧山门东侧。"])
    func groundsOfAKind(_ text: String) throws { try check(text) }

    @Test(
        "Two countries before what is between them, and one before what it says, are places; a law that calls something is none",
        arguments: [
            "⟦俄⟧⟦乌⟧冲突持续。", "⟦美国⟧总统拜登同普京通话。俄称击落无人机，⟦美⟧称未收到通知。", "那段河上的航标，法称之为浮标。",
        ])
    func countries(_ text: String) throws { try check(text) }

    @Test(
        "A building before its room is a place, a floor and a house for all are none",
        arguments: ["讲座在⟦博学楼⟧101室举行。", "在⟦逸夫楼⟧报告厅作报告。", "在二号楼101室开会。", "在教学楼101室开会。", "在三楼会议室开会。"])
    func buildings(_ text: String) throws { try check(text) }

    @Test("A banner keeps the word that is a name by itself", arguments: ["项目位于⟦查干浩来旗⟧。"])
    func banners(_ text: String) throws { try check(text) }
}
