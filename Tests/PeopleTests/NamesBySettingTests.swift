import QuandianFilters
import QuandianText
import TestSupport
import Testing

/// Names that the place where they stand shows, whatever words they are made of.
@Suite("Names by their setting")
struct NamesBySettingTests {
    private func check(_ text: String) throws { try expect(.person, in: text) }

    private func check(_ text: String, _ offices: [String]) throws {
        let document = try named(Marked(text).text)
        #expect(document.marks.filter { $0.kind == .role }.map { document.text[$0.range] } == offices)
    }

    @Test("Whoever opens a turn of a talk is a person, also where the name is a word")
    func speakers() throws {
        let text = Text("记者万一：钱从哪里来？\n宁可：大家凑的。\n主持人：谢谢。\n")
        let document = try Pipeline([Lines(kind: .answer), NameFilter()]).run(text)
        let names = document.marks.filter { $0.kind == .person }.map { document.text[$0.range] }
        #expect(names == ["万一", "宁可"])
    }

    @Test(
        "An office between surname and given name leaves two marks, whoever opens a turn before the colon",
        arguments: [
            "⟦高⟧委員⟦雲翔⟧：本席有三點意見。", "⟦石⟧部長⟦磊⟧：委員所言極是。", "⟦高⟧委員長：我來說明。", "⟦高⟧部長：請說。",
            "⟦高⟧局長說明：經費已經核定。", "本院⟦邱⟧委員⟦毅⟧，針對本案提出質詢。", "本院⟦王⟧委員說，他不來。",
        ])
    func enclosedOffices(_ text: String) throws { try check(text) }

    @Test(
        "Offices set wide are offices, and who follows is a person",
        arguments: [("审　判　长　　⟦方　正⟧", "审　判　长"), ("组　长：⟦李　明⟧", "组　长")])
    func wideSet(_ text: String, _ office: String) throws {
        try check(text)
        try check(text, [office])
    }

    @Test("A label set wide is no name", arguments: ["索 引 号：", "发 文 机 关：国务院", "主 题 词："])
    func labels(_ text: String) throws { try check(text) }

    @Test("A word with a space in it is no office where the text goes on before it")
    func noOffice() throws {
        let document = try named(Text("青山不老　师恩长在"))
        #expect(document.marks.filter { $0.kind == .role }.isEmpty)
    }

    @Test(
        "In a row of names that wide space sets apart all are names",
        arguments: [
            "⟦丁　一⟧　　⟦马上飞⟧　　⟦于得水⟧　　⟦万　里⟧", "⟦王小梅⟧（女）　　⟦石　头⟧　　⟦路长远⟧（回族）　　⟦方　正⟧",
            "姓名　　单位　　电话",
        ])
    func rosters(_ text: String) throws { try check(text) }

    @Test(
        "A surname with what kin are called by is a name",
        arguments: ["⟦赵姨⟧送来一篮鸡蛋。", "⟦田奶奶⟧住在村口。", "师姐帮了她。", "大家喊他表哥。"])
    func kin(_ text: String) throws { try check(text) }

    @Test(
        "老, 公, 总 and 君 stand behind a surname that the document knows",
        arguments: [
            "教授⟦程砚池⟧主讲。⟦程老⟧，您请坐。", "作家⟦沈墨耕⟧来信。⟦沈公⟧嗜茶。", "董事长⟦范立诚⟧到场。⟦范⟧总说，要快。",
            "医师⟦孫伯仁⟧到院。⟦孫⟧君為人謙和。",
        ])
    func known(_ text: String) throws { try check(text) }

    @Test(
        "What someone is called by in quotation marks is a name",
        arguments: ["乡亲们都叫他“⟦拖拉机⟧”。", "工友称她“⟦铁榔头⟧”。", "这叫作“样板间工程”。"])
    func nicknames(_ text: String) throws { try check(text) }

    @Test("A given name alone is marked where the full name stands elsewhere")
    func givenNames() throws {
        try check("诗人⟦任砚之⟧少时离乡。⟦砚之⟧好游历。")
    }

    @Test(
        "任 is the verb at the head of a clause and behind 自 and 后",
        arguments: ["⟦任砚之⟧创办学堂，自任堂长。", "⟦任砚之⟧回乡，任书记。"])
    func terms(_ text: String) throws { try check(text) }

    @Test(
        "A form of address of the family ends a name whose surname the document knows",
        arguments: ["⟦雷汉声⟧守摊六十年，街坊叫他⟦雷伯⟧。⟦雷伯⟧守着老店。", "⟦何小梅⟧退休了，街坊都知道⟦何太⟧。"])
    func elders(_ text: String) throws { try check(text) }

    @Test(
        "What the family calls somebody by belongs to a given name that the document shows, and to a compound surname",
        arguments: ["⟦韩守信⟧开门。“⟦守信哥⟧，吃饭没有？”", "孩子们追着喊⟦欧阳奶奶⟧。"])
    func kinOfKnown(_ text: String) throws { try check(text) }

    @Test(
        "Behind an office a name may be a word that hardly ever stands there, or begin with no surname that is listed",
        arguments: ["县公安局党支部书记⟦和平⟧在全县作交流。", "县供电公司值班员⟦罕勇⟧发现线路起火。", "塾师⟦畲守拙⟧、族正到场。", "县教育局局长会议在京召开。", "县教育局局长介绍了情况。"])
    func behindOffices(_ text: String) throws { try check(text) }

    @Test("An office stands between a place and whose sex is told", arguments: ["青石铺镇镇长⟦瞿颖⟧（女，苗族）到场。", "镇长⟦瞿颖⟧（女）到场。"])
    func described(_ text: String) throws { try check(text) }

    @Test(
        "A padded name stands in a line of text too, behind an office or another name",
        arguments: ["急诊科护士长⟦高　洁⟧、呼吸科主任⟦张　弛⟧出征。", "副局长⟦李　明⟧到会祝贺。", "副局长⟦李明⟧到会　祝贺。"])
    func paddedInText(_ text: String) throws { try check(text) }

    @Test(
        "Whoever stands before a bracket with an office is somebody, also where the name is a word",
        arguments: ["⟦江大河⟧（县应急管理局局长）"])
    func beforeOffices(_ text: String) throws { try check(text) }

    @Test("No name ends within a set phrase", arguments: ["前锋⟦乌力吉⟧梅开二度。", "全体职工不遗余力。"])
    func setPhrases(_ text: String) throws { try check(text) }

    @Test("A word before 先生 or 女士 is somebody", arguments: ["会议聘任⟦陆地⟧先生。", "陆地出现在前，海洋在后。"])
    func sirs(_ text: String) throws { try check(text) }

    @Test(
        "A line of a list that ends with an office begins with a name",
        arguments: ["⟦严实⟧　省计量科学研究院高级工程师", "严实　作风", "第七章　赡养老人"])
    func listed(_ text: String) throws { try check(text) }

    @Test("The office before a colon is the speaker's, and a coach is addressed as 指导")
    func offices() throws {
        let text = Text("陈秀兰议员：伍先生在吗？郝指导没有发火。")
        let marks = try named(text).marks.filter { $0.kind == .role }
        #expect(marks.map { text[$0.range] } == ["议员", "先生", "指导"])
    }

    @Test("Several of a kind are no one's address", arguments: ["祝老师们身体健康。", "对方教练走了过来。"])
    func nobody(_ text: String) throws { try check(text) }

    @Test("Offices in Latin letters belong to the name beside them", arguments: [("公司CEO陈启航到会。", "CEO")])
    func latin(_ text: String, _ office: String) throws {
        let document = try named(Text(text))
        #expect(document.marks.filter { $0.kind == .role }.map { document.text[$0.range] } == [office])
    }

    @Test(
        "A reign is nobody, but its emperor is",
        arguments: ["光绪末改建学堂。", "清道光间重修。", "⟦康熙帝⟧南巡。"])
    func reigns(_ text: String) throws { try check(text) }

    @Test(
        "A preposition before an office is no surname, and an office within a long tagged name is none of it",
        arguments: ["⟦罗⟧教授来了。", "⟦韩⟧教授也来了。", "由會長⟦葉雨清⟧主席。", "代省长⟦成永钢⟧到会。", "石桥镇镇长⟦韩晓雪⟧到场。"])
    func openings(_ text: String) throws { try check(text) }

    @Test("The order of birth ends a name", arguments: ["保长⟦余老七⟧告密。", "村民⟦田老幺⟧到场。"])
    func orderOfBirth(_ text: String) throws { try check(text) }

    @Test("A name that the document knows ends before 之 and kin", arguments: ["⟦欧阳承敏⟧来信。⟦欧阳承敏⟧之孙到场，⟦欧阳承敏⟧点头。"])
    func kinOf(_ text: String) throws { try check(text) }

    @Test(
        "A name that the document knows is read where a body or a longer name was seen",
        arguments: ["⟦邹远志⟧到任。⟦邹远志⟧率县医院干部下乡。医生⟦邹远志⟧说好。"])
    func withinBodies(_ text: String) throws { try check(text) }

    @Test(
        "Forms of characters in print before the reforms are read like their standard ones",
        arguments: ["縣敎育局局長⟦陳淸源⟧卽日到任。", "⟦鍾⟧副院長⟦立雄⟧：散會。"])
    func variants(_ text: String) throws { try check(text) }

    @Test(
        "All offices of a dismissal are whose they were; an occupation keeps its field",
        arguments: [
            ("免去石永宝同志的江州日报社党委书记、社长职务。", ["同志", "党委书记", "社长"]),
            ("焊接专家韩晓林到场。", ["焊接专家"]),
            ("上诉人（原审被告）：韩晓林，男。", ["上诉人", "原审被告"]),
            ("法定代表人：韩晓林，总经理。", ["法定代表人", "总经理"]), ("妈妈喊道：韩晓林，老师来了。", []),
            ("聘任韩晓琳女士为财务总监、董事会秘书。", ["女士", "财务总监", "董事会秘书"]), ("退休教师韩晓林到场。", ["教师"]),
        ])
    func offices(_ text: String, _ offices: [String]) throws {
        let document = try named(Text(text))
        #expect(document.marks.filter { $0.kind == .role }.map { document.text[$0.range] } == offices)
    }

    @Test("In a row of players with their numbers all are names", arguments: ["9-⟦万里⟧、10-⟦石头⟧（65′，12-⟦方正⟧）、3-⟦李明⟧"])
    func numbered(_ text: String) throws { try check(text) }

    @Test(
        "An appointment in a clause of its own, and a dismissal with 同志",
        arguments: ["⟦李明⟧任副县长，⟦于得水⟧为县人民法院院长。", "免去⟦田间⟧同志的县审计局局长职务。", "次年任县人民法院院长。"])
    func appointments(_ text: String) throws { try check(text) }

    @Test(
        "What somebody is or becomes is no part of the name",
        arguments: ["⟦雷向东⟧任大队长。", "⟦马小原⟧四岁那年得了病。", "⟦李得水⟧生于江州。", "原告⟦柳小卿⟧年十九。"])
    func verbsOfLife(_ text: String) throws { try check(text) }

    @Test(
        "A foreign name with a dot ends where no more characters follow, and before an adverb",
        arguments: ["處長⟦拉娃·伍茂⟧、局長⟦李明⟧到場。", "⟦拉吉夫·森⟧则在会上说。", "导演⟦托马斯·卡伦⟧执导。"])
    func dotted(_ text: String) throws { try check(text) }

    @Test(
        "A foreign name with a dot is whole where a character of it seldom stands for a sound, and takes in no word beside it",
        arguments: [
            "选手⟦莱缪尔·基托⟧夺冠。", "教练⟦马丁·奥契勒⟧一直站在场边。", "主席⟦索菲·恩孔巴⟧女士说。", "议员⟦马克·沃顿⟧因涉嫌受贿辞职。", "《云江县志·人物》再版。",
            "部长⟦托德·莱奇⟧与⟦马克斯韦尔⟧会面。", "夫妇⟦特里·罗德⟧和⟦莫娜·尤尔⟧到会。",
        ])
    func dottedWithStrangeCharacters(_ text: String) throws { try check(text) }

    @Test(
        "In a row of single spaces the characters that stand alone make one name, behind a label too",
        arguments: ["⟦尹得胜⟧　⟦方　正⟧　⟦雷大鸣⟧　⟦米有财⟧", "卫生系统：⟦王　丽⟧　⟦时　光⟧　⟦古丽·买买提⟧", "首页　新闻　体　育　天气"])
    func singleSpaces(_ text: String) throws { try check(text) }

    @Test("The line over the columns of a list holds no name", arguments: ["序号　姓　名　　　　单　　位　　　　　职　务"])
    func headers(_ text: String) throws { try check(text) }

    @Test(
        "In a row of a list the last cell behind the body is the office of whom the row begins with",
        arguments: [
            ("3　　⟦石　墨⟧（女）　　　　江州化工厂　　　　装配钳工", ["装配钳工"]), ("⟦佘　敏⟧（回族）　江州公交公司驾驶员", ["驾驶员"]),
            ("⟦丁建国⟧　江州重型机械厂总装车间钳工、高级技师", ["钳工", "高级技师"]), ("⟦赵连城⟧　　省发展改革委党组书记、主任", ["党组书记", "主任"]),
        ])
    func rows(_ text: String, _ offices: [String]) throws {
        try check(text)
        try check(text, offices)
    }

    @Test(
        "任 is a surname that the document knows where the clause goes on behind the office",
        arguments: ["项目经理⟦任重⟧住在工地。钻头打坏了，⟦任⟧经理嗓子都喊哑了。", "项目经理⟦任重⟧住在工地。他任经理，任劳任怨。"])
    func knownTerm(_ text: String) throws { try check(text) }

    @Test(
        "Behind an office a word that hardly ever stands there is a name, a word that often does is none",
        arguments: [
            "江州证券首席分析师⟦冷静⟧认为形势不错。", "市政府副市长⟦巩固⟧、县长⟦李明⟧到会。", "中学校长⟦文明⟧致开幕辞。",
            "师范学院讲师⟦万里程⟧自愿调来。", "县委书记高度重视。", "总理郑重宣布。",
        ])
    func wordsBehindOffices(_ text: String) throws { try check(text) }

    @Test(
        "People are addressed by more than offices of rank",
        arguments: ["⟦李⟧支书敲门。", "⟦白⟧技术员来了。", "⟦麥⟧校監致辭。", "⟦应⟧教导员说。"])
    func addresses(_ text: String) throws { try check(text) }

    @Test(
        "In a numbered row the cell before a body is a person, and 同志 is no part of the name",
        arguments: [
            "1\t⟦常胜⟧\t江州民族中学\t10.97", "3　⟦闻喜⟧　澄江三中　1.60", "⟦阿苏铁⟧同志（彝族）为市水利局副局长。", "⟦严格⟧同志任市统计局局长。",
            "⟦闻人瑛⟧女士任音乐教员。",
        ])
    func rowsAndComrades(_ text: String) throws { try check(text) }

    @Test(
        "Who is named behind an office at the head of a line may have another behind the comma, and one behind a bracket",
        arguments: [
            ("辩护人⟦顾清⟧，江东天平律师事务所律师。", ["辩护人", "律师"]), ("⟦阿苏铁⟧同志（彝族）为市水利局副局长。", ["同志", "副局长"]),
        ])
    func officesBehind(_ text: String, _ offices: [String]) throws {
        try check(text)
        try check(text, offices)
    }

    @Test(
        "Particles are part of a name in Latin letters",
        arguments: ["博士生⟦Jan van der Berg⟧到会。", "教授⟦Maria de Silva⟧说。", "见 page de garde 一节。"])
    func particles(_ text: String) throws { try check(text) }

    @Test("因 ends a foreign name but in names like 克莱因", arguments: ["专家⟦谢尔盖·伊万诺夫⟧因故缺席。", "⟦冯·克莱因⟧打趣道。"])
    func because(_ text: String) throws { try check(text) }

    @Test(
        "A Japanese given name ends as such names do, and not where a shorter one would",
        arguments: ["大臣⟦桥本健一⟧则在东京。", "搭档⟦中村真由美⟧当场演示。", "导师⟦藤井信彦⟧四十年前来过。", "⟦欧阳健⟧一直没有来。"])
    func japanese(_ text: String) throws { try check(text) }

    @Test(
        "曾 and 皆 are seldom in names, 有 is no surname before an office, and a padded name opens a row",
        arguments: [
            "调解员⟦周正⟧曾组织协商。", "次子⟦司徒桥⟧皆承父业。", "院长⟦李明⟧，有医生4人。", "⟦粟　军⟧　　县公安局森林分局民警",
        ])
    func seldom(_ text: String) throws { try check(text) }

    @Test(
        "In a list behind an office's colon all are names, if others have a surname",
        arguments: ["委员候选人：⟦丁小兰⟧（女）、⟦丰收⟧、⟦余粮⟧、⟦章程⟧", "联系人：⟦方大正⟧、⟦江一⟧；电话：5528110", "议程：丰收、余粮、章程"])
    func labelledLists(_ text: String) throws { try check(text) }

    @Test("Before a row of names stands the office that they hold", arguments: ["副县长　　⟦石　安⟧　⟦吴定国⟧（2月任）　⟦杨胜荣⟧　⟦何　平⟧"])
    func officesOfRows(_ text: String) throws { try check(text) }

    @Test(
        "In a row, what stands between a name and its trade is where it is plied",
        arguments: [
            ("赵跃进　机修车间钳工，二十三岁。", "机修车间", ["钳工"]), ("李建国　清水化肥厂合成车间　主任", "清水化肥厂合成车间", ["主任"]),
        ])
    func workshops(_ text: String, _ body: String, _ offices: [String]) throws {
        let document = try named(Text(text))
        #expect(document.marks.filter { $0.kind == .organisation }.map { document.text[$0.range] } == [body])
        try check(text, offices)
    }

    @Test(
        "Whose office it is in the body that announces it",
        arguments: [("股东会选举丁大程先生为公司董事长。", ["先生", "董事长"]), ("于永年先生不再担任公司总经理。", ["先生", "总经理"])])
    func announcements(_ text: String, _ offices: [String]) throws { try check(text, offices) }

    @Test(
        "A trade that no list knows is an office before a name",
        arguments: [("由该馆推廣員尤志邁經手。", ["推廣員"])])
    func trades(_ text: String, _ offices: [String]) throws { try check(text, offices) }

    @Test(
        "Behind a body an office keeps the word for its field, but not what the body does",
        arguments: [
            ("江州供电公司抢修班长苗壮带队。", ["抢修班长"]), ("俄罗斯粮食专家谢尔盖·帕夫洛夫到场。", ["粮食专家"]),
            ("江州县人民检察院指控被告人韩晓林。", ["被告人"]),
        ])
    func fields(_ text: String, _ offices: [String]) throws { try check(text, offices) }

    @Test("One word behind an office makes no names of the same word behind a pronoun and elsewhere")
    func wordsOnceTakenForNames() throws {
        let words = String(repeating: "我高興說過的話，高興提到的問題。", count: 7)
        let document = try named(Text("署長高興說明。\n" + words))
        #expect(document.marks.filter { $0.kind == .person }.count == 1)
    }

    @Test(
        "A word that stands in a long text no more often than in others is nobody's name, whatever one office before it says"
    )
    func wordsAtTheirUsualRate() throws {
        let lines = String(repeating: "清溪村的路修好了，桥也架起来了，今年的收成比往年好，村里人都说日子有了盼头，许多年轻人也回来了。\n", count: 120)
        let document = try named(Text("主任许多表示同意。\n" + lines))
        #expect(document.marks.filter { $0.kind == .person }.count <= 1)
    }

    @Test(
        "Whom an office names is not called by what is said of them, but may be called by a word",
        arguments: [
            "主任刚才说，大家都来了。", "书记连忙问，人到齐没有。", "记者如约来到。", "主任高声说，大家都来了。", "主任⟦高兴⟧说，大家都来了。",
            "聽到消息都很高興。里長⟦高興⟧很高興。",
        ])
    func whatIsSaidOfOffices(_ text: String) throws { try check(text) }

    @Test(
        "Prepositions, dynasties and adverbs of degree are no part of a name",
        arguments: [
            "此书经⟦启功⟧先生引荐出版。", "主席⟦经叔平⟧介绍了情况。", "⟦周永太⟧说，路修好了。", "此塔建于隋末唐初。", "⟦叶公超⟧太懒，⟦陈福田⟧太俗。", "笔者曾当面请教。",
            "本次乌美俄三方会谈结束。",
        ])
    func noPartsOfNames(_ text: String) throws { try check(text) }

    @Test("Whoever is called by a word keeps every mention of a whole text about them, and the word stays a word")
    func namesAsWords() throws {
        try check(
            """
            村支书⟦高兴⟧今年五十岁，是清溪村人。他家里有六口人。⟦高兴⟧二十岁参军，在部队开过车。退伍以后，⟦高兴⟧回村种地。那年村里修路，⟦高兴⟧带头出工。\
            路修好了，村民很高兴。⟦高兴⟧又想办合作社。头一年赔了钱，⟦高兴⟧把自家的牛卖了还账。第二年赚了钱，⟦高兴⟧给每户分了红。有人说⟦高兴⟧傻，\
            ⟦高兴⟧不辩。去年⟦高兴⟧病了一场，乡亲们轮流来看⟦高兴⟧。⟦高兴⟧出院那天，全村人都到村口接他。今年选举，⟦高兴⟧又当选了。⟦高兴⟧说，路还要修。
            """)
    }

    @Test(
        "Wives are no office, the magistrate of a place and a river no person, kin are no part of a name",
        arguments: ["夫人⟦程素⟧沏了一壶茶。", "Kuskokwim River流过小镇。", "Galaxy S20上市。", "⟦陶渊明⟧任彭泽令。", "和姐夫⟦保罗⟧到场。", "对党忠诚是本色。"])
    func neighbours(_ text: String) throws { try check(text) }

    @Test(
        "His son and the writer of a diary are no names, a count of votes ends one",
        arguments: ["其子⟦桂向前⟧昨日归来。", "散會已昏黑，余與同事先行。", "候选人⟦埃斯特万·里瓦罗拉⟧得票最多。"])
    func sonsAndWriters(_ text: String) throws { try check(text) }

    @Test("The office of a river's chief has its level")
    func levels() throws { try check("副县长、县级河长高兴带队。", ["副县长", "县级河长"]) }

    @Test("夫人 before a name is no office")
    func wives() throws { try check("夫人程素沏了一壶茶。", []) }

    @Test(
        "Whose name is a plant, a direction or begins like a modal verb is a person beside others",
        arguments: [
            "作家⟦柳青⟧、⟦白桦⟧到会。", "⟦东方明亮⟧出席会议，⟦东方明亮⟧说好。", "⟦应星⟧教授说。", "曾任⟦张伟⟧秘书的⟦王明⟧。", "山坡上种着白桦、红松。", "推广罗汉松、万年青等树种。",
            "请来了⟦王建国⟧、⟦李秀英⟧等植物学家。",
        ])
    func namesThatLookLikeWords(_ text: String) throws { try check(text) }

    @Test(
        "A genealogy names its sons without their surname, and who quotes is no name",
        arguments: ["始祖讳⟦文达⟧，字⟦子通⟧。", "生三子，长曰⟦宗仁⟧，次曰⟦宗义⟧，三曰⟦宗和⟧，是为三房。", "余曰不然。"])
    func genealogies(_ text: String) throws { try check(text) }

    @Test(
        "What somebody does who was named by surname and office is no name",
        arguments: ["⟦廖⟧理事长允诺下周再来。"])
    func addressed(_ text: String) throws { try check(text) }

    @Test("区议员 is an office, and nobody called 区", arguments: ["区议员⟦谭国平⟧批评。"])
    func districts(_ text: String) throws { try check(text) }

    @Test(
        "Where the tagger and the characters that speak of names are silent, no name is looked for",
        arguments: ["就因航约限制导致无法飞航定期班机应明订免缴。", "依法实行民主选举、民主决策、民主管理。", "那年因⟦段某⟧叛变告密，他被捕了。"])
    func silentStretches(_ text: String) throws { try check(text) }

    @Test(
        "A number belongs to what follows it, also where a stretch that is read begins there",
        arguments: ["本院于2016年3月7日立案后，依法审理。"])
    func numbersAtEdges(_ text: String) throws { try expect(.organisation, in: text) }
}
