/// How a document is written, as far as the rules for names ask: told by its characters while the tagger looks at them.
struct DocumentManner {
    private var pauses = 0
    private var commas = 0
    private var characters = 0
    private var selves = 0
    private var kinships = 0

    /// Whether 、 parts clauses, as ， does elsewhere: in newspapers before 1950, where ， stands next to never. Lists of names have
    /// shorter pieces.
    var pausesPartClauses: Bool {
        pauses >= 10 && commas * 20 < pauses && characters > pauses * Self.clause
    }
    /// How many characters a clause has at least, with its mark, in the mean of a text.
    private static let clause = 6

    /// Whether 余 is whoever writes, in diaries, prefaces and inscriptions: 余既归, 余与某某往, 余谓之曰. Twice is no chance.
    var speaksAsYu: Bool { selves >= 2 }

    /// Whether it tells of lives and families as gazetteers, tombs and genealogies do: ，字子正, 讳谦, 曾祖, 长子, 子三.
    var tellsOfLineage: Bool { kinships * Self.often > characters }
    /// Once in so many characters.
    private static let often = 5000

    mutating func count(_ scalars: [UInt32]) {
        characters += scalars.count
        for at in scalars.indices {
            switch scalars[at] {
            case "、": pauses += 1
            case "，": commas += 1
            case "余" where at + 1 < scalars.count && Self.selfWords.contains(scalars[at + 1]):
                if at == 0 || !Self.isHan(scalars[at - 1]) { selves += 1 }
            case "讳", "諱": kinships += 1
            case "字", "号", "號":
                if at > 0, scalars[at - 1] == "，" || Self.isStyle(at, scalars) { kinships += 1 }
            // 曾祖 长子 次子
            case "祖": if at > 0, scalars[at - 1] == "曾" { kinships += 1 }
            case "子" where at > 0 && Self.orders.contains(scalars[at - 1]): kinships += 1
            // 子二 女一
            case "子", "女":
                if at == 0 || !Self.isHan(scalars[at - 1]), at + 1 < scalars.count,
                    Self.numbers.contains(scalars[at + 1])
                {
                    kinships += 1
                }
            default: break
            }
        }
    }

    /// ，步云字静菴，
    private static func isStyle(_ at: Int, _ scalars: [UInt32]) -> Bool {
        func han(_ other: Int) -> Bool { scalars.indices.contains(other) && isHan(scalars[other]) }
        return scalars[at] == "字" && han(at - 2) && !han(at - 3) && han(at + 2) && !han(at + 3)
    }

    private static func isHan(_ scalar: UInt32) -> Bool { (0x3400...0x9FFF).contains(scalar) }

    private static func set(_ characters: String) -> Set<UInt32> { Set(characters.unicodeScalars.map(\.value)) }

    /// What follows 余 as no given name does.
    private static let selfWords = set("与與亦乃既以不未因遂即则則甚颇頗曰谓謂之於于皆尝嘗每欲自又往归歸赴至问問答闻聞见見知意家等")
    private static let orders = set("长長次")
    private static let numbers = set("一二三四五六")
}
