import QuandianText
import TestSupport
import Testing

@Suite("Names in writings of the empire and the Republic")
struct OldScriptTests {
    @Test("Where 、 parts clauses, as ， does elsewhere, what stands between two is no list")
    func pauses() throws {
        let text =
            "本報訊、昨晨城外某村起火、火勢甚熾、各區救火會聞警馳往、至午始熄、店主⟦席伯鴻⟧已被傳訊、其母聞耗、哭暈數次、方圓數里、皆聞焦木之氣、"
            + "事後由警局派員查勘、聞起火原因、係廚房失慎、損失約二千元。"
        try expect(.person, in: text)
        try expect(.place, in: text.replacing("⟦", with: "").replacing("⟧", with: ""))
    }

    @Test(
        "Genealogies, tombs and biographies give names without the surname that all know",
        arguments: [
            "配江氏。子二：⟦承谟⟧、⟦承训⟧。",
            "公讳⟦谦⟧，父⟦元善⟧，以造船为业。",
            "曾祖⟦方谷⟧，祖⟦守仁⟧，皆潜德弗耀。",
            "子三：长⟦文蔚⟧，次⟦文焕⟧，皆早卒。",
            "女一，名⟦静贞⟧，适同里单氏。",
            "医士⟦谭步云⟧施药三年。⟦步云⟧字⟦静菴⟧，乡里称善。",
            "农家女，小字⟦三妹⟧。",
        ])
    func givenNames(_ text: String) throws { try expect(.person, in: text) }

    @Test(
        "What is said of kin is no name",
        arguments: ["公讳⟦谦⟧，父早亡，母改嫁。", "幼丧父，由叔父抚养。", "子女，各有所归。", "弟从军，兄务农。", "三座桥，两条街。", "次年，回乡。"])
    func saidOfKin(_ text: String) throws { try expect(.person, in: text) }

    @Test("余 is nobody's surname where the writer is 余")
    func firstPerson() throws {
        try expect(.person, in: "余既歸，閉門不出。余與諸友往觀。余修書請之，未允。")
        try expect(.person, in: "午後，余與友人往訪。⟦余⟧科長在座，余乃辭出。")
    }

    @Test(
        "云, 启 and the like behind a name end it",
        arguments: ["据医师⟦尤怀德⟧云，伤势不重。", "原证作废。⟦李文达⟧启。"])
    func closingWords(_ text: String) throws { try expect(.person, in: text) }

    @Test(
        "Where somebody is from or lives is a place, whatever characters it is made of",
        arguments: [
            "田黑牛，字子正，⟦五倒水⟧人，世为石匠。", "杨阿灶，本姓雷，⟦畲坑⟧人。", "公生三子，长子早殇。是年冬，迁居⟦仓前山梅坞⟧。",
        ])
    func dwellings(_ text: String) throws { try expect(.place, in: text) }

    @Test(
        "Who is from nowhere in particular",
        arguments: ["明远，字子正，读书人，不求仕进。", "方大，号石斋，三人之中最长。", "居高临下，一览无余。", "住校期间，每日习字。"])
    func nowhere(_ text: String) throws { try expect(.place, in: text) }

    @Test("An office of the empire stands behind its province")
    func provinces() throws {
        try expect(.place, in: "⟦四川⟧总督骆秉章上其功。")
        try expect(.role, in: "四川⟦总督⟧骆秉章上其功。")
    }

    @Test(
        "Offices and trades of the time",
        arguments: [
            "县丞", "通事", "掌柜", "帐房", "跑街", "圩董", "省督学", "英文教员", "廪生", "台吉",
        ])
    func offices(_ office: String) throws { try expect(.role, in: "⟦\(office)⟧王得胜昨日到此。") }
}
