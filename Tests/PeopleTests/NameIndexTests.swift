@testable import QuandianFilters
import Testing

/// What keeps a search from asking a table: it may say yes in vain, but never no to what was taken in.
@Suite("Index of names")
struct NameIndexTests {
    private func names(_ count: Int) -> [[UInt16]] {
        (0..<count).map { [0x4E00 + UInt16($0 % 173), 0x5000 + UInt16($0 / 173), 0x6000] }
    }

    @Test("It holds every name, however many there are", arguments: [1, 300, 20_000])
    func holds(_ count: Int) {
        var index = NameIndex()
        for name in names(count) { index.insert(name, hash: NameEvidence.hash(name)) }
        #expect(
            names(count).allSatisfy { index.mayBegin($0[0], $0[1]) && index.mayHold(NameEvidence.hash($0)) })
    }

    @Test("Among twenty thousand names most others are still ruled out")
    func rulesOut() {
        var index = NameIndex()
        for name in names(20_000) { index.insert(name, hash: NameEvidence.hash(name)) }
        let others = (0..<1000).map { [UInt16(0x4E00 + $0 % 173), UInt16(0x7000 + $0), 0x6000] }
        #expect(others.filter { index.mayHold(NameEvidence.hash($0)) }.count < 150)
        #expect(others.filter { index.mayBegin($0[0], $0[1]) }.count < 150)
    }

    @Test("A name of one character may stand before any other, also where the index has grown since")
    func lone() {
        var index = NameIndex()
        index.insert([0x4E00], hash: NameEvidence.hash([0x4E00]))
        for name in names(300) { index.insert(name, hash: NameEvidence.hash(name)) }
        #expect(index.mayBegin(0x4E00, 0x9000))
    }
}
