import QuandianFilters
import QuandianText
import TestSupport
import Testing

/// Places that a list knows or their setting shows, and names that a table's columns show.
@Suite("Towns, settings and tables")
struct TownsAndTablesTests {
    @Test(
        "The name of a county alone is a place, whatever the tagger sees",
        arguments: [
            "是年冬，⟦珲春⟧大雪，人畜多冻毙。", "⟦蕲春⟧旱，民食草根。", "是年，⟦登封⟧地震，屋瓦皆鸣。", "粮船由⟦湖口⟧转往省城。",
        ])
    func counties(_ text: String) throws { try expect(.place, in: text) }

    @Test(
        "A county's name that is a word, or that two words make, is none",
        arguments: [
            "堤防草率，不足以保万全。", "青春飞扬，岁月如歌。", "造船九百一十七万载重吨。", "航讯：海晏轮今晨进口。", "教师往往兼教两三门课。", "机智果敢地应对。",
        ])
    func noCounties(_ text: String) throws { try expect(.place, in: text) }

    @Test(
        "What bounds a village on its sides is a place",
        arguments: [
            "村东倚⟦砚台嶂⟧，西临⟦磨刀溪⟧，北靠⟦鸡冠石⟧。", "东至⟦灯盏背⟧，西至⟦犁壁岭⟧，南抵⟦三圣阁⟧。",
        ])
    func bounds(_ text: String) throws { try expect(.place, in: text) }

    @Test(
        "So is where a family settled or somebody lies",
        arguments: [
            "始祖先居⟦禾仓上⟧，后迁⟦石臼背⟧。", "吴氏世居⟦鹧鸪冲⟧，以耕读传家。", "卒，葬于⟦马鞍岩⟧之阳。", "去冬迁居失落，特此声明。", "他移居海外多年。",
        ])
    func settled(_ text: String) throws { try expect(.place, in: text) }

    @Test(
        "Where somebody goes or stays is a place, also where its kind ends other words",
        arguments: [
            "部队当晚在⟦青鸦关⟧宿营。", "匪众窜至⟦鹰愁岩⟧。", "晨过⟦鲤鱼铺⟧，遇雨。", "汽车在⟦老虎坡⟧附近失事。", "药施于⟦望江亭⟧，不取分文。", "⟦石马堤⟧决口，淹田千亩。",
            "⟦鹰愁岩⟧失守，守军退至后山。", "抵⟦沪⟧通关的货物。", "他来到收费站台前。", "茶叶须过海关，方可出口。", "他想到山坡上去。", "工人在施工现场集合。",
        ])
    func grounds(_ text: String) throws { try expect(.place, in: text) }

    @Test(
        "Of whom a chronicle tells is a person: 有…者, …之妻",
        arguments: [
            "邑有⟦方远⟧者，善岐黄。", "⟦周民⟧之妻李氏，年二十而寡。", "时有⟦高升⟧者，聚众数百。", "未有能持久者。", "廊下亦有立而听者。", "坚定践行者和有力引领者。", "有志者，事竟成。",
        ])
    func toldOf(_ text: String) throws {
        let marked = Marked(text)
        let document = try named(marked.text)
        let names = document.marks.filter { $0.kind == .person }.map { document.text[$0.range] }
        #expect(names.filter { $0 != "李氏" } == marked.ranges.map { marked.text[$0] })
    }

    @Test(
        "Provinces and cities of one character are places in a list of such, and before 省",
        arguments: [
            "弟部新编，⟦湘⟧、⟦赣⟧、⟦黔⟧之兵杂处。", "时局不宁，⟦津⟧、⟦沪⟧运输屡断。", "准留⟦陕省⟧厘金二万两。", "江、河、湖、海皆满。", "为人须平、直、方。", "全省各县一体遵照。",
        ])
    func abbreviations(_ text: String) throws { try expect(.place, in: text) }

    @Test(
        "What stands beside a place, and the reign of an emperor, is no part of it",
        arguments: [
            "与敌战于⟦贺胜桥⟧北，团长阵亡。", "自⟦黑鹰沟⟧沟口以下，渠道淤塞。", "⟦三圣寺⟧在⟦东门⟧内，嘉庆十年重建。", "⟦下湾村⟧人，咸丰二年举于乡。",
        ])
    func beside(_ text: String) throws { try expect(.place, in: text) }

    @Test(
        "Quarters, stations of a motorway and other kinds of today are kinds of places",
        arguments: [
            "记者来到⟦白鹭苑⟧采访。", "车队驶入⟦石门服务区⟧休息。", "货车在⟦青坪收费站⟧排队。", "游客涌入⟦龙湖度假区⟧。", "他住在⟦翠竹公寓⟧。",
            "高山峡谷里村寨分散。",
        ])
    func kindsOfToday(_ text: String) throws { try expect(.place, in: text) }

    @Test(
        "A list that the text counts by tens and hundreds, or that 辖 opens, is one of places",
        arguments: [
            "受灾者为⟦杨家寨⟧、⟦太平集⟧、⟦孟光庄⟧等一百四十村。", "村辖⟦墩子上⟧、⟦石楼背⟧、⟦牛轭塘⟧、⟦新屋下⟧四个自然村。",
            "该乡有⟦石头背⟧、⟦下寮⟧、⟦坑尾⟧等自然村。",
        ])
    func counted(_ text: String) throws { try expect(.place, in: text) }

    @Test(
        "A journey from a city that is called by one character begins no name",
        arguments: ["电灯公司经理自沪返汉。", "代表团由渝飞筑，即转滇。", "桥由乡民自筑，费工三月。"])
    func journeys(_ text: String) throws {
        let document = try named(Text(text))
        #expect(document.marks.filter { $0.kind == .person }.isEmpty)
    }

    @Test(
        "What kin and pupils are called is a name, also where it is a word",
        arguments: ["大徒弟叫⟦夏天⟧，是湖南人。", "她给女儿取名⟦温暖⟧。", "队长叫⟦高兴⟧，平江人。", "这条路叫和平，那条叫光明。"])
    func called(_ text: String) throws { try expect(.person, in: text) }

    @Test(
        "What is told of a person alone shows who is one, also where the name is a word",
        arguments: [
            "⟦温暖⟧，男，三十岁，农民。", "⟦高山⟧，字⟦子正⟧，善画。", "（⟦黎明⟧　文/图）", "由英伟达、字母表等公司主导。", "其人，字⟦伯淳⟧。", "（⟦高兴⟧ 摄）", "建设，男女老少都来了。",
        ])
    func particulars(_ text: String) throws { try expect(.person, in: text) }

    @Test(
        "Who signs stands behind what was done",
        arguments: ["文/⟦高山⟧　图/⟦黎明⟧", "签发人：⟦温暖⟧", "摄影：⟦向前⟧", "图：资料", "图/简历", "记录：暂缺。", "图：西湖"])
    func signed(_ text: String) throws { try expect(.person, in: text) }

    @Test("Whoever speaks in a novel ends before 道", arguments: ["⟦方如意⟧道：“此事不难。”", "⟦石磊⟧道：“走罢。”", "常言道：“人心齐。”"])
    func speakers(_ text: String) throws { try expect(.person, in: text) }

    @Test(
        "The style of a scholar is a name with what he calls himself",
        arguments: ["⟦阙绍⟧（字⟦绍甫⟧，号⟦石泉居士⟧）倡建。", "⟦方仲远⟧，号⟦听泉山人⟧，工书。"])
    func styles(_ text: String) throws { try expect(.person, in: text) }

    @Test(
        "代表 is an office behind a body or a place, or whoever sends somebody, and none before one who holds an office",
        arguments: [
            ("裕农垦殖社代表欧克勤呈请立案。", true), ("蒙古代表包悦卿到会。", true), ("由其代表方远经手。", true), ("大使代表王志远主席致辞。", false),
        ])
    func delegates(_ text: String, _ isOffice: Bool) throws {
        let document = try named(Text(text))
        #expect(document.marks.contains { $0.kind == .role && document.text[$0.range] == "代表" } == isOffice)
    }

    @Test(
        "An office in the cell behind a name is held by whoever bears it, also where more cells follow",
        arguments: ["漆溪河\t黎志坚\t常务副市长\t市发改委", "黎志坚　副市长　市发改委", "黎志坚\t局长\t岚浦供电公司"])
    func officesInCells(_ row: String) throws {
        let document = try named(Text(row))
        #expect(document.marks.filter { $0.kind == .role }.count == 1)
    }

    @Test("A column of persons and one of places tell of cells that are words")
    func columns() throws {
        let text = Text(
            """
            河湖\t河长\t单位
            漆溪河\t黎志坚\t市发改委
            柿树港\t石金开\t市农业局
            饭箩塘闸外\t万有\t市水务局
            白鹇湖\t苗长青\t市环保局

            """)
        let document = try Pipeline([StructureFilter(), NameFilter()]).run(text)
        func names(_ kind: MarkKind) -> [String] {
            document.marks.filter { $0.kind == kind }.map { document.text[$0.range] }
        }
        #expect(names(.person) == ["黎志坚", "石金开", "万有", "苗长青"])
        #expect(names(.place).contains("饭箩塘闸外"))
    }

    @Test(
        "A telegram goes from one body to another",
        arguments: ["⟦察哈尔各界后援会⟧电⟦北京政府外交部⟧。", "⟦县公署⟧奉令派员下乡。", "他跑到⟦江州大学电光源研究所⟧。", "⟦英商怡昌洋行⟧大班到埠。"])
    func telegrams(_ text: String) throws { try expect(.organisation, in: text) }

    @Test(
        "A padded name stands in the line that appoints or removes somebody, and behind a padded office",
        arguments: [
            "任命⟦方　略⟧为市农科所所长。", "免去⟦佟　海⟧的港务公司副总经理职务。", "书　记　⟦平　素⟧　调省度量衡局。", "地　址　江州市东门外",
        ])
    func padded(_ text: String) throws { try expect(.person, in: text) }

    @Test(
        "Rare surnames of two characters and of Manchu clans are surnames",
        arguments: ["离休干部⟦相里大山⟧、劳动模范⟦翟小满⟧出席。", "教员⟦公冶长青⟧病假。", "管带⟦瓜尔佳庆⟧，三月到任。"])
    func rareSurnames(_ text: String) throws { try expect(.person, in: text) }

    @Test(
        "A part of a foreign name does not end before sounds that go on, though they are a word",
        arguments: ["主任⟦安娜·费尔南德斯⟧来访。", "主任⟦玛莎·奥康奈尔⟧说，票已售完。", "教练⟦布鲁斯·李⟧说，队伍很好。"])
    func foreignParts(_ text: String) throws { try expect(.person, in: text) }

    @Test(
        "Bodies of each of many places are none, nor is what somebody reports to a paper",
        arguments: ["各县教育局、各埠商会一体知照。", "他每周到警署报到一次。", "由⟦旗政府督查室⟧检查。"])
    func noBodies(_ text: String) throws { try expect(.organisation, in: text) }

    @Test(
        "A company or bank is named without its street",
        arguments: ["昨在南京路⟦永昌公司⟧开会。", "天津路⟦衡昌钱庄⟧歇业。", "⟦湘北路桥公司⟧承建。"])
    func inStreets(_ text: String) throws { try expect(.organisation, in: text) }

    @Test(
        "An office keeps its field where nothing stands before it",
        arguments: ["次日，⟦税务干部⟧伍健民到场。", "塌方后，⟦工务科长⟧牟成林赶到。", "脱险后，⟦小学教师⟧梁燕返回。", "⟦侦缉警员⟧欧阳骏跟进。"])
    func fields(_ text: String) throws { try expect(.role, in: text) }
}
