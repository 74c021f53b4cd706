/// 余 for whoever writes, in diaries, prefaces and inscriptions: 余既归, 余与某某往, 余谓之曰.
enum FirstPerson {
    /// So many times in a document it is no chance.
    static let enough = 2

    /// How often 余 heads a clause before a word that no given name begins with.
    static func count(in scalars: [UInt32]) -> Int {
        var count = 0
        for at in scalars.indices.dropLast() where scalars[at] == 0x4F59 && words.contains(scalars[at + 1]) {
            if at == 0 || !(0x3400...0x9FFF).contains(scalars[at - 1]) { count += 1 }
        }
        return count
    }

    private static let words: Set<UInt32> = Set(
        "与與亦乃既以不未因遂即则則甚颇頗曰谓謂之於于皆尝嘗每欲自又往归歸赴至问問答闻聞见見知意家等".unicodeScalars.map(\.value))
}
