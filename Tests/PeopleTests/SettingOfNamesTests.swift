import QuandianText
import TestSupport
import Testing

@Suite("Names by what stands beside them")
struct SettingOfNamesTests {
    @Test(
        "What stands between two names of a list is one too",
        arguments: [
            "出席的有⟦李成器⟧、⟦容易⟧、⟦张小川⟧。", "队员⟦卫青山⟧、⟦原野⟧、⟦畅明⟧参加发掘。",
        ])
    func rows(_ text: String) throws { try expect(.person, in: text) }

    @Test(
        "Whoever holds an office, and common words, are no names in a list",
        arguments: ["⟦李成器⟧、书记、⟦张小川⟧都来了。", "⟦李成器⟧、群众、⟦张小川⟧都来了。"])
    func noNamesInRows(_ text: String) throws { try expect(.person, in: text) }

    @Test("Nothing stands before a list that a sentence opens with: 、 at its head ended the program")
    func pauseAtHead() throws { try expect(.person, in: "、容易、⟦张小川⟧到会。") }

    @Test(
        "Words in Latin letters that are no person's name",
        arguments: [
            "他们住在枫树街（Maple Street）上。", "世界海关组织（World Customs Organization）发表声明。", "NBA球队昨日到访。",
            "《纽约时报》（The New York Times）报道。", "她拿Nokia Lumia拍照。", "JAGUAR & LAND ROVER到店。",
            "“海上卫士”（Sea Guardian）无人机起飞。",
        ])
    func thingsInLatin(_ text: String) throws { try expect(.person, in: text) }

    @Test(
        "Names in Latin letters behind their Chinese form",
        arguments: ["教授⟦马特·贾维斯⟧（⟦Matt Jarvis⟧）表示欢迎。", "研究员⟦罗伯特·劳伦斯⟧（⟦Robert Lawrence⟧）说。", "队员⟦姚明⟧（⟦YAO MING⟧）上场。"])
    func personsInLatin(_ text: String) throws { try expect(.person, in: text) }

    @Test(
        "A thing in quotation marks is nobody",
        arguments: ["一架“阿帕奇”直升机坠毁。", "“阿耳忒弥斯2号”发射成功。", "“伊斯坎德尔”导弹发射。"])
    func quotedThings(_ text: String) throws { try expect(.person, in: text) }

    @Test("The other side of a talk is nobody", arguments: ["会谈后，阿方表示满意。", "阿省独立派人士到访。"])
    func sides(_ text: String) throws { try expect(.person, in: text) }

    @Test(
        "The founder of a school, and 同 of a house, belong to the name",
        arguments: [
            "⟦私立崇本中学⟧招考男生。", "她在⟦河北省立静海乡村师范学校⟧毕业。", "⟦同德善堂⟧选出新职员。", "承包者为正阳关⟦同泰营造厂⟧。",
        ])
    func founders(_ text: String) throws { try expect(.organisation, in: text) }

    @Test(
        "A body begins where 任 ends",
        arguments: ["曾任⟦路县传媒公司⟧总经理。", "任⟦石县农业公司⟧总经理。"])
    func terms(_ text: String) throws { try expect(.organisation, in: text) }

    @Test(
        "What only looks like a body",
        arguments: [
            "未按规定填写港口运输统计报表的，处以罚款。", "要把供销社办成大家的铺子。", "本县评出三个优秀派出所。",
        ])
    func noBodies(_ text: String) throws { try expect(.organisation, in: text) }

    @Test("A grant of the government is not the government's name")
    func grant() throws { try expect(.organisation, in: "他享受⟦国务院⟧政府特殊津贴。") }

    @Test(
        "What only looks like a place",
        arguments: ["台风明晚影响东南沿海各港。", "水库淹没了两处古文化遗址。", "汛期须防土石流。"])
    func noPlaces(_ text: String) throws { try expect(.place, in: text) }

    @Test("Idioms hold no names", arguments: ["村支书西装革履。", "正所谓路遥知马力。", "她口若悬河，说个不停。", "夜里鞍马劳顿。"])
    func idioms(_ text: String) throws { try expect(.person, in: text) }

    @Test("A bridge has the banks that it joins in its name")
    func bridges() throws { try expect(.place, in: "⟦安徽⟧⟦池宁长江大桥⟧明年通车。") }

    @Test("The office of the state is no part of the name before it")
    func offices() throws { try expect(.person, in: "代表团见到了⟦阮文和⟧总书记、⟦潘强⟧国家主席。") }

    @Test("Who took a photograph is named without 摄")
    func photographs() throws { try expect(.person, in: "（⟦伊莎贝拉·莫雷诺⟧摄）") }
}
