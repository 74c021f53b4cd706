/// Small sets of characters that the name rules ask for, as bits, so that one look-up answers.
struct CharacterClass: OptionSet, Sendable {
    let rawValue: UInt16

    /// Joins the names of a list.
    static let joining = CharacterClass(rawValue: 1)
    /// No place name begins with it.
    static let notStem = CharacterClass(rawValue: 1 << 1)
    /// A place follows more often than a person.
    static let locative = CharacterClass(rawValue: 1 << 2)
    /// The level of a body: 市委, 校社科处.
    static let level = CharacterClass(rawValue: 1 << 3)
    /// A word of one character that no organisation's name holds.
    static let stop = CharacterClass(rawValue: 1 << 4)
    /// Stands before an office that is given in full: the end of a body, 、, 由.
    static let beforeOffice = CharacterClass(rawValue: 1 << 5)
    static let numeral = CharacterClass(rawValue: 1 << 6)
    /// 阿土伯: how the old are called.
    static let elder = CharacterClass(rawValue: 1 << 7)
    /// Before 任, which is then no surname.
    static let beforeTerm = CharacterClass(rawValue: 1 << 8)
    /// After 周, which is then no surname.
    static let weekday = CharacterClass(rawValue: 1 << 9)
    /// Ends the name of a place, or begins a word that does: 省, 街道.
    static let placeEnd = CharacterClass(rawValue: 1 << 10)

    /// Begins a surname of two characters.
    static let compoundSurname = CharacterClass(rawValue: 1 << 11)
    /// Begins a part of a Tibetan, Mongol, Uyghur or Kazakh name; see ``NameParts``.
    static let namePart = CharacterClass(rawValue: 1 << 12)

    /// Stands for a country by itself: 俄乌, 美方.
    static let country = CharacterClass(rawValue: 1 << 13)
    /// Stands for a city, a province or a country by itself behind a verb of travel: 抵沪; see ``ShortPlaces``.
    static let shortPlace = CharacterClass(rawValue: 1 << 15)
    /// Stands for a country before 方 alone: 马方.
    static let party = CharacterClass(rawValue: 1 << 14)

    /// The characters of each class but `compoundSurname`, which the tables tell.
    static var members: [(CharacterClass, [Int])] {
        let sets: [(CharacterClass, String)] = [
            (.joining, "和与及暨"),
            (.notStem, "全各本该我某两几每同到在为和与及对等是从向于以这那此其一有了的个多辖徙谓因问"),
            (.locative, "在赴抵于至从"),
            (.level, "省市县区乡镇村州校"),
            (.stop, "与及或到在把为由经任交于设将被向从对同致是有让使的了着过不也都就而但并又即至等按据以给请各本该其这那此我他她它们"),
            (
                .beforeOffice,
                "局部处委厅院校会社馆司省市县区镇乡村科室队站所联团系厂、由聘报台行署组党府学网号店铺栈庄堂坊股课库矿场舰盟州路营连师军刊保族寨园班派偕饬之"
            ),
            (.numeral, "元一二三四五六七八九十廿卅百"),
            (.elder, "伯叔婆公姨婶妈爷嫂哥姐妹弟"),
            (.beforeTerm, "首前历现继离担兼原新连出上就主信责胜委调改转升接时初聘自后曾又"),
            (.weekday, "一二三四五六日末边围"),
            (.country, "中美俄英法德日韩朝印巴伊乌以埃土叙黎泰柬越缅菲欧澳"),
            (.party, "阿沙哈吉塞尼塔蒙斯老卢莫苏布莱萨摩瓦纳博贝斐科卡格亚波白毛马拉赞坦津喀乍刚加贡多厄委秘智玻古墨新"),
        ]
        return sets.map { ($0, $1.unicodeScalars.map { Int($0.value) }) } + [
            (.placeEnd, PlaceEnds.heads.map(Int.init)), (.namePart, NameParts.heads.map(Int.init)),
            (.shortPlace, ShortPlaces.characters.map(Int.init)),
        ]
    }
}
