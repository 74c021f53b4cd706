import QuandianText
import TestSupport
import Testing

@Suite("Names in newspapers, gazetteers and memorials")
struct OldPapersTests {
    @Test(
        "A dispatch comes from a place, whatever characters it is made of",
        arguments: ["【⟦柳埠⟧讯】昨日大雨，河水陡涨。", "【本市讯】今日天晴。", "【本报讯】昨日天晴。", "【⟦北平⟧六日电】昨日天晴。"])
    func dispatches(_ text: String) throws { try expect(.place, in: text) }

    @Test(
        "What one does with a place is no part of it",
        arguments: [
            "薄暮泊⟦芦花矶⟧，两岸渔火如星。", "货物三千包，堆存⟦芳村⟧各仓。", "其人籍隶⟦歙县⟧，业茶。", "十九日，晴。登⟦朵云岭⟧，测得矿脉三处。",
        ])
    func verbs(_ text: String) throws { try expect(.place, in: text) }

    @Test(
        "Kinds of places that their table holds are all asked for",
        arguments: [
            "船过⟦姑婆屿⟧，风浪渐平。", "沿途经过⟦后山垵⟧，道路泥泞。", "全家迁到⟦羊圈峁⟧种田。", "车到⟦田铺大塆⟧停下。", "代表赴⟦车笼埔⟧视察。",
        ])
    func kinds(_ text: String) throws { try expect(.place, in: text) }

    @Test(
        "Of words that such kinds open none is a place",
        arguments: ["众人夜宿祠堂，天明方散。", "运来耐火砖和坑木各一车。", "拿在手里沉甸甸的。", "急呼站岗警士前来。"])
    func openingWords(_ text: String) throws { try expect(.place, in: text) }

    @Test(
        "Sumu and gacha bear names that sound as they do in Mongolian",
        arguments: ["工作队到⟦巴彦温都尔苏木⟧调查。", "技术人员深入⟦巴彦温都尔苏木⟧、⟦金山镇⟧。"])
    func banners(_ text: String) throws { try expect(.place, in: text) }

    @Test(
        "Gates of a town are places where something lies in or outside them",
        arguments: ["诊所设于⟦仁寿门⟧外，求治者众。", "其宅在⟦北门⟧内。", "他出门外出，半日未归。", "部门内部自行处理。"])
    func gates(_ text: String) throws { try expect(.place, in: text) }

    @Test(
        "A lane belongs to the street or village that it is in",
        arguments: ["⟦花楼街积穗里⟧内某号失火。", "⟦平安村吊脚街⟧保存老屋四十座。", "这条街叫⟦新华巷⟧，住着十户人家。"])
    func lanes(_ text: String) throws { try expect(.place, in: text) }

    @Test(
        "Parks and valleys are named after what stands before them; slopes, flanks and headwaters are not",
        arguments: [
            "名单⏎1. ⟦鹭洲现代农业产业园⟧", "记者沿⟦伊犁河谷⟧东行。", "报告介绍了⟦长江⟧源区的径流变化。", "队伍翻过⟦秦岭⟧南坡，天已黑了。",
            "测站设在那罗山西段，海拔三千米。", "从南坡下来，天已黑了。",
        ])
    func parks(_ text: String) throws { try expect(.place, in: text.replacing("⏎", with: "\n")) }

    @Test("A pen name is no place", arguments: ["早年以笔名江上青峰写诗。", "领导人称⟦欧洲⟧应加强团结。"])
    func penNames(_ text: String) throws { try expect(.place, in: text) }

    @Test(
        "What stands before a body is no part of it",
        arguments: [
            "又⟦棉纱业公会⟧来函称，行情不佳。", "划分办法，交⟦法制局⟧局长田大方审查。", "庆祝声中之⟦秀溪会馆⟧修葺一新。", "⟦之江大学⟧今日开学。",
            "守军⟦第四六三团⟧沉着应战。", "租屋施诊，称⟦普爱诊所⟧，求治者日众。", "法院选派干部到北京⟦国家法官学院⟧学习。",
        ])
    func beforeBodies(_ text: String) throws { try expect(.organisation, in: text) }

    @Test(
        "What belongs to a body: 同 of a house, the service of a unit, the place of a company in a list",
        arguments: [
            "石材由⟦同益建筑公司⟧承办。", "敌人被⟦独立第八旅⟧击退。", "其人曾隶⟦陆军第一百六十二师⟧，阵亡于台儿庄。",
            "名单⏎5. ⟦宜春市月窟富硒食品有限公司⟧（经理：尹喜）",
        ])
    func belonging(_ text: String) throws {
        try expect(.organisation, in: text.replacing("⏎", with: "\n"))
    }

    @Test("暨 joins two bodies where the second begins with its place")
    func jointNotices() throws {
        try expect(.organisation, in: "⟦永昌赈济会⟧暨⟦保山县商会⟧公布账目。")
        try expect(.organisation, in: "⟦江州市委宣传部暨市委讲师团⟧举办讲座。")
    }

    @Test("Where waters meet is no body", arguments: ["水库在两河汇合处，坝高六十米。", "干部到青石沟组织打井。", "⟦县署⟧在城中。"])
    func confluences(_ text: String) throws { try expect(.organisation, in: text) }

    @Test(
        "A name ends before 则, and before the verb that tells of a building",
        arguments: ["参谋长⟦屈伸⟧则在枫林铺指挥炮兵。", "洪武三年知县⟦危士奇⟧建。正德六年燬。", "乾隆二年知县⟦席绍葆⟧易以石。"])
    func verbsBehindNames(_ text: String) throws { try expect(.person, in: text) }

    @Test(
        "What an office does in old prose is nobody's name",
        arguments: ["秘书长答允转陈。", "老人默然。", "地委第一书记来县检查麦收。", "战士闻耗，悲愤不已。", "护士记录，主任查房，一如往常。"])
    func predicates(_ text: String) throws { try expect(.person, in: text) }

    @Test(
        "Offices of the time",
        arguments: [
            "⟦视导⟧莫云程到校指导。", "⟦候补道⟧成允总司其事。", "⟦评议员⟧敖连发言。", "⟦地政专员⟧戴乐山到场。", "⟦青工⟧杨天亮入厂。",
            "⟦糾察隊長⟧仇德生到場。",
        ])
    func offices(_ text: String) throws { try expect(.role, in: text) }

    @Test(
        "An office behind a shop, a school's class, a unit or 之 is given in full, so that a word behind it is a name",
        arguments: ["省农业厅派技师⟦成器⟧来县指导。", "祥馨酱园经理⟦成就⟧、神父⟦达列柯⟧到会。", "宝隆银号之司库⟦老衍初⟧，从业三十年。"])
    func officesInFull(_ text: String) throws { try expect(.person, in: text) }

    @Test(
        "A word before an office in brackets is a name",
        arguments: ["名单\n⟦车水⟧（主任）\n⟦古道⟧（保卫科长）", "农艺组：⟦高产⟧（技术员）", "上诉人（原审被告）⟦赵金山⟧，住江州。"])
    func brackets(_ text: String) throws { try expect(.person, in: text) }

    @Test(
        "Japanese surnames of three characters, and what stands behind them",
        arguments: [
            "研究所研究员⟦佐佐木明子⟧不插话。", "县政府副知事⟦小野寺薰⟧，昨日抵达。", "课长⟦五十岚千鹤⟧、教头⟦小笠原实⟧，均在座。", "⟦御手洗⟧校长致辞。", "⟦小野寺⟧后来来信说，一切都好。",
            "外务次官⟦船越健裕⟧出席。", "日本画家⟦小栗春村⟧任课。",
        ])
    func japanese(_ text: String) throws { try expect(.person, in: text) }

    @Test("任 behind a name with a dot begins what it tells", arguments: ["由法国导演⟦克莱芒丝·杜兰⟧任主席。"])
    func terms(_ text: String) throws { try expect(.person, in: text) }

    @Test(
        "The head of a department is called after it, so that a character that stands twice ends a body",
        arguments: [
            "现场由⟦民政课⟧课长邹文化会勘。", "会计金融和⟦材料科⟧科长毛惠芳负责。", "工段由主任乌力吉、⟦木材生产处⟧处长雷春雨坐镇。", "⟦第二营⟧营长莫高身负重伤。",
            "专案组组长尉迟刚介绍案情。", "骑兵营营长高明远到会。", "各科科长到会。",
        ])
    func headedBodies(_ text: String) throws { try expect(.organisation, in: text) }

    @Test("An airport belongs to its city", arguments: ["飞机从⟦金边德崇国际机场⟧起飞。", "从⟦上海⟧前往⟦浦东国际机场⟧。"])
    func airports(_ text: String) throws { try expect(.place, in: text) }

    @Test("A committee is named after what it fights", arguments: ["⟦柬埔寨打击网络诈骗委员会⟧说，行动继续。", "⟦市公安局⟧打击走私。"])
    func tasks(_ text: String) throws { try expect(.organisation, in: text) }
}
