import Foundation
import QuandianFilters
import TestSupport
import Testing

/// A data folder as small as one can be: each list with a line or two, one corpus of a few sentences.
final class LittleData {
    private let scratch: Scratch
    var path: String { scratch.path }

    init() throws {
        scratch = try Scratch()
        let lists = [
            "jionlp_tra2sim_char.txt": "國\t国", "positions_cluener_train.tsv": "所长\t9",
            "titles_resume_train.tsv": "经理\t9", "title_nouns_before_person_pfr_train.tsv": "书记\t9",
            "title_nouns_after_person_pfr_train.tsv": "同志\t9", "family_names_wainshine.tsv": "王\t900\n李\t900",
            "surnames_pfr_train.tsv": "王\t90\n李\t90", "compound_surnames.txt": "欧阳",
            "THUOCL_lishimingren.txt": "李白\t9", "ancient_names_wainshine.txt": "王维",
            "gb2260_all_revisions.tsv": "110000\t北京市", "modood_cities.csv": "1101\t北京市",
            "modood_provinces.csv": "11\t北京市", "countries_cldr.tsv": "FR\t法国", "THUOCL_diming.txt": "长江\t9",
            "foreign_names_pfr_train.tsv": "约翰\t9", "org_suffixes_msra_train.tsv": "公司\t9", "THUOCL_law.txt": "原告\t9",
        ]
        for (name, rows) in lists { try scratch.write("lists/\(name)", Array((rows + "\n").utf8)) }
        let sentences = (0..<30).map { number in
            let given = Array("建国明华志强")[number % 6]
            return "{\"id\":\"\(number)\",\"text\":\"昨天王\(given)来到第\(number)号地。\",\"spans\":[[2,4,\"PER\"]]}"
        }
        try scratch.write("people/msra/train.jsonl", Array((sentences.joined(separator: "\n") + "\n").utf8))
    }

    func write(_ name: String, _ text: String) throws { try scratch.write(name, Array(text.utf8)) }
    func read(_ name: String) throws -> [UInt8] { try scratch.read(name) }
}

@Suite("A correction teaches")
struct CorrectionTeachesTests {
    @Test("Weights trained with a corrected document tag its name; without it they do not", .timeLimit(.minutes(2)))
    func endToEnd() throws {
        let data = try LittleData()
        let sentences = ["渔霸云海螺登岸。", "渔霸云海螺不识字。", "岸上，渔霸云海螺晒网。"]
        let marked = sentences.map { sentence in
            "<p><s>\(sentence.replacingOccurrences(of: "云海螺", with: "<persName>云海螺</persName>"))</s></p>"
        }
        try data.write(
            "corrected/a.xml",
            "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader/><text><body>\(marked.joined(separator: "\n"))</body></text></TEI>"
        )
        func train(_ out: String, _ options: [String]) throws -> NameTagger {
            let run = try Program.run(
                [data.path, data.path + "/" + out, "--corpora", "msra", "--passes", "8", "--rows", "20000"] + options,
                program: "quandian-train")
            try #require(run.status == 0, "\(run.errors)")
            return try NameTagger(weights: try data.read(out))
        }
        let text = "那一年，渔霸云海螺登岸。"
        let scalars = text.unicodeScalars.map(\.value)
        func persons(_ tagger: NameTagger) -> [Range<Int>] {
            tagger.tag(scalars).filter { $0.label == .person }.map { $0.start..<$0.end }
        }
        #expect(try !persons(train("without", [])).contains(6..<9))
        #expect(try persons(train("with", ["--tei", data.path + "/corrected"])).contains(6..<9))
        #expect(try data.read("with") != data.read("without"))
    }

    @Test(
        "Going on from weights without a pass keeps what they find; damaged weights, and some that do not belong together, are refused",
        .timeLimit(.minutes(2)))
    func start() throws {
        let data = try LittleData()
        func train(_ out: String, _ options: [String]) throws -> Program.Result {
            try Program.run(
                [data.path, data.path + "/" + out, "--corpora", "msra", "--rows", "20000"] + options,
                program: "quandian-train")
        }
        let scalars = "昨天王建国来到北京市。".unicodeScalars.map(\.value)
        let first = try train("first", ["--passes", "2"])
        try #require(first.status == 0, "\(first.errors)")
        let file = data.path + "/first"
        let second = try train("second", ["--start", file, "--start", file, "--passes", "0", "--refits", "0"])
        try #require(second.status == 0, "\(second.errors)")
        func spans(_ name: String) throws -> [Range<Int>] {
            try NameTagger(weights: try data.read(name)).tag(scalars).map { $0.start..<$0.end }
        }
        #expect(try !spans("first").isEmpty)
        #expect(try spans("second") == spans("first"))
        try data.write("broken", "no weights")
        let broken = try train("third", ["--start", data.path + "/broken"])
        #expect(broken.status == 1)
        #expect(broken.errors.contains("broken: this is not a weights file"))
        // Of other sentences, so that the characters have other numbers.
        try data.write(
            "more.xml",
            "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><text><body><p><s>渔霸登岸，渔霸登岸。</s></p></body></text></TEI>")
        let other = try train("other", ["--passes", "1", "--tei", data.path + "/more.xml"])
        try #require(other.status == 0, "\(other.errors)")
        let mixed = try train("fourth", ["--start", file, "--start", data.path + "/other"])
        #expect(mixed.status == 1)
        #expect(mixed.errors.contains("number characters in other ways"))
    }

    @Test("A file that cannot be read ends the run before anything is learned")
    func refusal() throws {
        let data = try LittleData()
        try data.write("broken.xml", "<TEI><text>")
        let run = try Program.run(
            [data.path, data.path + "/out", "--corpora", "none", "--tei", data.path + "/broken.xml"],
            program: "quandian-train")
        #expect(run.status == 1)
        #expect(run.errors.contains("broken.xml"))
        let empty = try Program.run(
            [data.path, data.path + "/out", "--corpora", "none"], program: "quandian-train")
        #expect(empty.status == 1)
        #expect(empty.errors.contains("nothing to learn from"))
    }
}
