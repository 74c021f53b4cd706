import QuandianFilters
import QuandianText
import TestSupport
import Testing

/// Runs the name and entity filters over a text, each line a paragraph.
func named(_ text: Text, _ names: UserNames = UserNames()) throws -> Document {
    try Pipeline([Lines(), NameFilter(userNames: names), EntityFilter(userNames: names)]).run(text)
}

/// Expects the marks of a kind to be just those that the text shows between ⟦ and ⟧.
func expect(_ kind: MarkKind, in text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let text = Marked(text)
    let document = try named(text.text)
    let found = document.marks.filter { $0.kind == kind }.map(\.range).sorted { $0.lowerBound < $1.lowerBound }
    #expect(
        found.map { document.text[$0] } == text.ranges.map { text.text[$0] }, sourceLocation: sourceLocation)
}

struct Lines: Filter {
    let name = "lines"
    let summary = "Each line a paragraph"
    let requires: Set<Layer> = []
    let provides: Set<Layer> = [.blocks]
    var kind = BlockKind.paragraph

    func annotate(_ document: Document) -> Annotations {
        var annotations = Annotations()
        for line in document.text.lines where !document.text[line.content].allSatisfy(\.isWhitespace) {
            let provenance = Provenance(filter: name, rule: "line")
            annotations.blocks.append(Block(line.content, kind, provenance: provenance))
        }
        return annotations
    }
}

private func found(_ kind: MarkKind, in document: Document) -> [String] {
    document.marks.filter { $0.kind == kind }.map { document.text[$0.range] }
}

private func marked(_ text: Marked) -> [String] { text.ranges.map { text.text[$0] } }

@Suite("Names")
struct NameFilterTests {
    @Test(
        "Persons are found by surname, given name and neighbours",
        arguments: [
            "县水利局局长⟦赵启明⟧陪同调研。",
            "（记者　⟦孙晓岚⟧　通讯员　⟦周大川⟧）",
            "会议由副市长⟦欧阳建国⟧主持，⟦钱学义⟧、⟦吴美华⟧出席。",
            "活动现场。⟦许志远⟧/摄",
            "联系人：⟦平安⟧，电话：5551234",
            "組　長：⟦關志明⟧",
            "组　长：⟦关　键⟧　副县长",
            "⟦约翰·史密斯⟧在会上发言。",
            "外交部长⟦玛丽亚·冈萨雷斯·洛佩斯⟧抵达北京。",
            "昨天，姐姐⟦奥尔加⟧公主和弟弟⟦米哈伊尔⟧王子来到展厅。",
        ])
    func persons(_ text: String) throws {
        let text = Marked(text)
        #expect(try found(.person, in: named(text.text)) == marked(text))
    }

    @Test(
        "Words that look like names are none",
        arguments: [
            "任何单位和个人都有权举报。", "要高度重视，抓住关键环节。", "周一至周五开放。", "何时开工，由谁负责，要有记录。",
            "光绪十九年刻本。", "全县上下一条心，共同努力。",
        ])
    func words(_ text: String) throws {
        #expect(try found(.person, in: named(Text(text))) == [])
    }

    @Test(
        "An office stands beside its person, without its organisation",
        arguments: [
            "市委⟦书记⟧李国强到会。", "县教育局⟦副局长⟧王立新说。", "李国强⟦同志⟧逝世。", "任命何大勇为县水利局⟦局长⟧。",
            "江北大学⟦教授⟧、⟦博士生导师⟧陈思远主讲。",
        ])
    func offices(_ text: String) throws {
        let text = Marked(text)
        #expect(try found(.role, in: named(text.text)) == marked(text))
    }

    @Test(
        "Organisations are marked at their longest",
        arguments: [
            "⟦市委宣传部⟧转发通知。", "按照⟦国务院⟧部署，⟦县教育局⟧制定方案。", "⟦安徽省文化厅⟧和⟦安徽省财政厅⟧联合发文。",
        ])
    func organisations(_ text: String) throws {
        let text = Marked(text)
        #expect(try found(.organisation, in: named(text.text)) == marked(text))
    }

    @Test(
        "Places at the head of a body's name are marked inside it",
        arguments: [
            "⟦天津市⟧社科联召开会议。", "⟦中国⟧科学院派人参加。", "在⟦石桥乡⟧人民政府办理。", "⟦天津市⟧⟦河西区⟧图书馆开放。", "中共⟦安徽省⟧委转发通知。",
            "⟦日本⟧国会通过决议。", "中山大学招生。", "市委宣传部转发通知。",
        ])
    func placesInBodies(_ text: String) throws {
        let text = Marked(text)
        let document = try named(text.text)
        #expect(found(.place, in: document) == marked(text))
        let bodies = document.marks.filter { $0.kind == .organisation }
        for place in document.marks where place.kind == .place {
            #expect(bodies.contains { $0.range.clamped(to: place.range) == place.range && $0.range != place.range })
        }
    }

    @Test("A place in a body's name is the place that the text names elsewhere, and yields to no list of the user's")
    func placesInBodiesTied() throws {
        let list = try UserNames(parsing: Array("天津\tplace\t天津市\tp.tj\n".utf8))
        for names in [UserNames(), list] {
            let document = try named(Text("天津市社科联在天津召开会议。"), names)
            #expect(found(.organisation, in: document) == ["天津市社科联"])
            let places = document.entities.filter { $0.kind == .place }
            #expect(places.count == 1)
            #expect(places.first?.mentions.count == 2)
        }
    }

    @Test("Places are marked with their kind", arguments: ["他从⟦武汉⟧来到⟦云山县⟧。", "车队经过⟦青石镇⟧。"])
    func places(_ text: String) throws {
        let text = Marked(text)
        #expect(try found(.place, in: named(text.text)) == marked(text))
    }

    @Test(
        "A word that only ends as places do is no place",
        arguments: ["从⟦望江台⟧走路要十分钟。", "他住在江边的渔村。", "公司准备买壳上市。", "⟦云山县⟧的博物馆开放了。"])
    func kindsOfPlaces(_ text: String) throws {
        let text = Marked(text)
        #expect(try found(.place, in: named(text.text)) == marked(text))
    }

    @Test("The user's list wins, and the other list refuses")
    func userList() throws {
        let text = Marked("夜里⟦清风⟧来了。市委书记李国强讲话。")
        let list = try UserNames(parsing: Array("清风\tperson\t林清风\tp7\n".utf8), refusing: Array("李国强\n".utf8))
        let document = try named(text.text, list)
        #expect(found(.person, in: document) == ["清风"])
        let mark = try #require(document.marks.first { $0.kind == .person })
        #expect(mark.provenance.evidence == .user)
        #expect(mark.provenance.certainty == 1)
        let person = try #require(document.entities.first { $0.kind == .person })
        #expect(person.names.first == "林清风")
        #expect(person.identifier == "p7")
    }

    @Test(
        "An office of the user's list is marked where it stands beside a person",
        arguments: [
            "⟦首席点校师⟧李国强讲话。", "李国强⟦首席点校师⟧讲话。", "市文化馆⟦首席点校师⟧、副馆长李国强讲话。", "任命李国强为市文化馆⟦首席点校师⟧。",
            "李国强（市文化馆⟦首席点校师⟧）讲话。", "⟦首席点校师⟧清风讲话。", "首席点校师要按时到岗。", "首席点校师要按时到岗，李国强强调。",
        ])
    func userOffices(_ text: String) throws {
        let text = Marked(text)
        let list = try UserNames(parsing: Array("首席点校师\trole\n清风\n市文化馆\torg\n".utf8))
        let document = try named(text.text, list)
        let marks = document.marks.filter { $0.kind == .role && $0.provenance.evidence == .user }
        #expect(marks.map(\.range) == text.ranges)
        for mark in marks {
            let owners = document.entities.filter { $0.mentions.contains { $0.range == mark.range } }
            #expect(owners.map(\.kind) == [.person])
            #expect(owners[0].roles.contains { $0.name == "首席点校师" })
        }
    }

    @Test("An office of the user's list stands in the list of persons as the user wants it")
    func userOfficesListed() throws {
        let list = try UserNames(parsing: Array("首席点校师\trole\t首席古籍点校师\n".utf8))
        let document = try named(Text("首席点校师李国强讲话。"), list)
        #expect(document.entities.first { $0.kind == .person }?.roles.map(\.name) == ["首席古籍点校师"])
    }

    @Test("A list with an unknown kind says where")
    func badList() {
        #expect(throws: UserNamesError(line: 2, kind: "ship")) {
            try UserNames(parsing: Array("甲\n乙\tship\n".utf8))
        }
    }
}

@Suite("Who is who")
struct EntityTests {
    private func person(_ name: String, in document: Document) throws -> Entity {
        try #require(document.entities.first { $0.kind == .person && $0.names.contains(name) })
    }

    @Test("A surname with an office, a padded name and 老王 mean the person named in full")
    func reduced() throws {
        let document = try named(
            Text("县委书记石开山到村里调研。石书记说，路要修好。村民都叫他老石。\n组　长：石开山\n"))
        let names = document.entities.filter { $0.kind == .person }.map(\.names)
        #expect(names.count == 1)
        let entity = try person("石开山", in: document)
        #expect(entity.roles.contains { $0.name == "书记" && $0.organisation == "县委" })
    }

    @Test("Two people of one surname are told apart by their offices")
    func apart() throws {
        let document = try named(Text("县长王建军、副县长王丽萍出席。王县长讲话，王副县长主持。"))
        let first = try person("王建军", in: document)
        let second = try person("王丽萍", in: document)
        #expect(first.mentions.count == 4)
        #expect(second.mentions.count == 4)
    }

    @Test("Short forms of a body are the body")
    func bodies() throws {
        let document = try named(Text("安徽省社科联召开会议。省社科联要求落实。"))
        let bodies = document.entities.filter { $0.kind == .organisation }
        #expect(bodies.count == 1)
        #expect(bodies.first?.names.first == "安徽省社科联")
    }

    @Test("Every name and office belongs to exactly one entity, whatever the text")
    func complete() throws {
        let pieces = [
            "书记", "王", "王建军", "、", "，", "。", "同志", "：", "　", " ", "\n", "老", "小李", "市委", "宣传部", "武汉市", "（", "）", "记者",
            "任", "为", "·", "约翰", "A", "J. K.", "1", "某某", "\u{20000}", "字", "年", "😀", "欧阳", "的", "“", "”", "委员会", "县",
        ]
        var state: UInt64 = 7
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        for _ in 0..<300 {
            let text = (0..<next(60)).map { _ in pieces[next(pieces.count)] }.joined()
            let document = try named(Text(text))
            for mark in document.marks {
                let wanted: Entity.Kind =
                    switch mark.kind {
                    case .organisation: .organisation
                    case .place: .place
                    default: .person
                    }
                let owners = document.entities.filter { entity in
                    entity.kind == wanted && entity.mentions.contains { $0.range == mark.range }
                }
                #expect(owners.count == 1, "\(mark.kind.name) \(document.text[mark.range]) in \(text)")
            }
            #expect(document.entities.allSatisfy { !$0.names.isEmpty && !$0.mentions.isEmpty })
        }
    }

    @Test("What brackets state of a person is kept as a fact")
    func facts() throws {
        let document = try named(Text("被告人赵大有，男，汉族，务农。"))
        #expect(try person("赵大有", in: document).facts.contains(.sex("男")))
    }
}
