import QuandianText

// Articles whose number stands alone on its line: 1, 2, 2-1, with the text beneath.

extension Sketch {
    /// Gives such lines the enumerator of an article, so that the outline nests them as it does 第一条.
    mutating func findBareArticles() {
        var found: [(index: Int, value: Int)] = []
        for index in body where isOpen(index) {
            guard let value = bareNumber(index) else { continue }
            let last = found.last?.value ?? 0
            guard value == last + 1 || (value == last && lines[index].length > 2) else { return }
            // Numbers of pages cut sentences in two; an article begins where one has ended.
            guard isArticleText(index + 1),
                found.isEmpty ? !(index > 0 && lines[index - 1].isProse) : isEnd(index - 1)
            else { return }
            found.append((index, value))
        }
        guard found.count >= 3 else { return }
        for (index, value) in found {
            let end = lines[index].ink.upperBound
            lines[index].enumerator = Enumerator(
                style: .unit(rank: Enumerator.articleRank), value: value, end: end, wordsStart: end)
        }
    }

    private func bareNumber(_ index: Int) -> Int? {
        let line = lines[index]
        guard line.length <= 5, line.digits > 0, line.ideographs + line.latin == 0,
            let number = Numerals.read(bytes, line.ink.lowerBound, line.ink.upperBound), number.count <= 3
        else { return nil }
        guard number.end < line.ink.upperBound else { return number.value }
        guard bytes[number.end] == "-", let sub = Numerals.read(bytes, number.end + 1, line.ink.upperBound),
            sub.end == line.ink.upperBound
        else { return nil }
        return number.value
    }

    private func isArticleText(_ index: Int) -> Bool {
        guard index < body.upperBound, isOpen(index) else { return false }
        let line = lines[index]
        return line.ending == .stop || line.ending == .colon || line.isProse
    }

    private func isEnd(_ index: Int) -> Bool {
        let line = lines[index]
        return line.ending == .stop || line.ending == .semicolon || !line.isProse
    }
}
