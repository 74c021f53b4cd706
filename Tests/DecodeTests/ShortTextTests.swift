import QuandianFilters
import Testing

@Suite("Finding the encoding of a few characters")
struct ShortTextTests {
    static let sentences = [
        "本市今年新增公园三十处", "大家对这个问题有不同的看法", "学校组织学生参观了博物馆", "会议由办公室主任主持", "村里的老人都还记得那条河",
    ]
    static let traditionalSentences = [
        "本市今年新增公園三十處", "大家對這個問題有不同的看法", "學校組織學生參觀了博物館", "會議由辦公室主任主持", "村裡的老人都還記得那條河",
    ]

    @Test(arguments: sentences + traditionalSentences)
    func `ten characters are enough for every encoding`(_ sentence: String) throws {
        for encoding in SourceEncoding.allCases where encoding != .hz {
            guard let source = bytes(of: String(sentence.prefix(10)), in: encoding) else { continue }
            let decoded = try Decoder().decode(source)
            #expect(decoded.encoding == encoding)
            #expect(decoded.string == String(sentence.prefix(10)))
        }
    }
}
