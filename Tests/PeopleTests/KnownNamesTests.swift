import QuandianText
import TestSupport
import Testing

@testable import QuandianFilters

@Suite("Names and words that are known without the text's help")
struct KnownNamesTests {
    private func marked(_ kind: MarkKind, in text: String) throws -> [String] {
        let document = try named(Text(text))
        return document.marks.filter { $0.kind == kind }.map { String(document.text[$0.range]) }
    }

    @Test(
        "A city, a region or a river of China is a place wherever it stands",
        arguments: [
            ("货船往来沅水、常德间。", ["沅水", "常德"]), ("她是延边人。", ["延边"]), ("他早年到北平读书。", ["北平"]),
        ])
    func places(_ text: String, _ wanted: [String]) throws { #expect(try marked(.place, in: text) == wanted) }

    @Test(
        "An occupation or a rank beside a name is an office",
        arguments: [
            ("来自牧区的摔跤手巴特尔得了第一。", "摔跤手"), ("市统计局二级调研员李国华到会。", "二级调研员"), ("由急诊科医生王芳接诊。", "急诊科医生"),
        ])
    func occupations(_ text: String, _ wanted: String) throws { #expect(try marked(.role, in: text) == [wanted]) }

    @Test(
        "A body whose name ends in no word of bodies is found by its name",
        arguments: [("世界气象组织发布公报。", "世界气象组织"), ("欧佩克决定减产。", "欧佩克")])
    func bodies(_ text: String, _ wanted: String) throws { #expect(try marked(.organisation, in: text) == [wanted]) }

    @Test("A long foreign name that ends in a water is a place, a short name of a person is none")
    func foreignWaters() throws {
        #expect(try marked(.person, in: "科考船驶入斯维尔德洛夫海。").isEmpty)
        #expect(try marked(.person, in: "战士欧阳海救了人。") == ["欧阳海"])
    }

    @Test("Who speaks is named up to the colon, and then everywhere")
    func speakers() throws {
        let text = "——访画家骆青崖\n\n问：您好。\n骆青崖：早上好。\n问：近来呢？\n骆青崖：还在画画。\n"
        let persons = try marked(.person, in: text)
        #expect(persons == ["骆青崖", "骆青崖", "骆青崖"])
    }

    @Test("The country in the name of a doctrine is no place")
    func doctrine() throws {
        #expect(try marked(.place, in: "学习习近平新时代中国特色社会主义思想。").isEmpty)
    }

    @Test(
        "A word of the rules is its characters",
        arguments: [("联合", [0x8054, 0x5408] as [UInt16]), ("é、a", [0xE9, 0x3001, 0x61])])
    func staticWords(_ text: String, _ wanted: [UInt16]) {
        let word: StaticWord = text == "联合" ? "联合" : "é、a"
        #expect(Array(word) == wanted)
        #expect(word.count == wanted.count)
        #expect(word.first == wanted[0])
    }
}
