/// Names in Latin letters: the given names that people bear most, and words that no name holds.
enum LatinNames {
    /// Whether a word is a given name, in capitals or not.
    static func isGiven(_ word: ArraySlice<UInt16>) -> Bool {
        guard word.count >= 3, word.count <= 12 else { return false }
        return given.contains(word.map { $0 < 0x5B ? $0 | 0x20 : $0 })
    }

    /// Whether a word stands at the foot of web pages or in titles, and in no name.
    static func isOther(_ word: ArraySlice<UInt16>) -> Bool { others.contains(Array(word)) }

    /// Where the second of two words that are run together begins: PeterWalsh, HelenMcBride; nil where there are not two.
    static func joint(_ word: ArraySlice<UInt16>) -> Int? {
        guard let first = word.first, first <= 0x5A, word.allSatisfy({ Glyph.isLatin($0) }),
            let second = word.indices.dropFirst().first(where: { word[$0] <= 0x5A }),
            second - word.startIndex >= 3, word.endIndex - second >= 3, word[word.endIndex - 1] > 0x5A
        else { return nil }
        return second
    }

    /// Where the word with a capital begins behind the particles that stand at an index, van der |Meer; nil where none do.
    static func endOfParticles(_ text: [UInt16], _ start: Int) -> Int? {
        var at = start
        while at < text.count, text[at] > 0x5A, Glyph.isLatin(text[at]) {
            var end = at
            while end < text.count, Glyph.isLatin(text[end]) { end += 1 }
            guard end + 1 < text.count, text[end] == " ", particles.contains(Array(text[at..<end])) else { return nil }
            at = end + 1
        }
        return at > start && at < text.count && Glyph.isLatin(text[at]) ? at : nil
    }

    private static let particles = words("van der den de da di du del della la le von zu bin ibn al el dos das ter ten")

    /// Whether a single word may be a name, and no abbreviation.
    static func isName(_ word: ArraySlice<UInt16>) -> Bool {
        word.count >= 3 && word.contains { $0 > 0x5A } && word.allSatisfy { Glyph.isLatin($0) }
    }

    private static func words(_ text: String) -> Set<[UInt16]> {
        Set(
            text.fields(between: "\n").flatMap { $0.fields(between: " ") }.map {
                $0.unicodeScalars.map { UInt16($0.value) }
            })
    }

    private static let others = words(
        """
        All Rights Reserved About Corporation Inc Inc. Ltd Ltd. Copyright The Of And For News Network Store App World
        International Group Bank Union Company Center University Club Team Series Committee Convention Relations Services
        Travel Media Online Member Act Pro Max Investor Galaxy Ultra Plus Mini Edition Mate Note Phone Pad Watch Windows Android
        River Mountain Island Road Avenue Square Bridge Cathedral Museum Library School College Institute Academy Hospital Hotel
        Airport Station Pier Story Stories Game Games Times Daily Weekly Journal Review Magazine Press Books Records Studio Studios
        Pictures Films Music Orchestra League Cup Championship Football Basketball Soccer Unit Your Our My Side National Federal
        United Royal Department Ministry Office Agency Council Commission Association Society Foundation Fund Project Program System
        Systems Technology Technologies Software Report Award Awards Prize Festival Conference Forum Summit Youth Corner
        """)

    private static let given = words(
        """
        aaron abigail adam adrian aidan alan albert alex alexander alexandra alexis alfred alice alison allen amanda amber amelia
        amy andre andrea andreas andrew andy angela anita anna anne annie anthony antonio arnold arthur ashley audrey austin barbara
        barry beatrice benjamin bernard beth betty beverly bill billy bob bobby bradley brandon brenda brian bruce bryan caleb calvin
        carl carlos carmen carol caroline catherine cecilia charles charlie charlotte chris christian christina christine christopher
        claire clara claude claudia clifford colin connor craig crystal curtis cynthia daisy daniel danny darren dave david dean
        deborah dennis derek diana diane diego dominic donald donna doris dorothy douglas duncan dustin dylan edgar edmund edward
        edwin eileen elaine eleanor elena elizabeth ella ellen emily emma eric erica ernest ethan eugene evan evelyn felix fernando
        fiona florence frances francis francisco frank franklin fred freddie frederick gabriel gareth gary gavin geoffrey george
        gerald gilbert glenn gloria gordon graham greg gregory harold harriet harris harry harvey hector heidi helen henry herbert
        howard hugh hugo ingrid irene isaac isabel isabella jack jackie jackson jacob jacqueline jake james jamie jane janet janice
        jared jason javier jean jeff jeffrey jennifer jenny jeremy jerome jerry jesse jessica jill jim jimmy joan joanna joe joel
        johan john johnny jonathan jordan jorge jose joseph joshua joyce juan judith judy julia julian julie karen karl kate
        katherine kathleen kathryn kathy katie keith kelly kelvin kenneth kenny kevin kimberly kirk klaus kristen kurt kyle larry
        laura lauren lawrence leah leon leonard leonardo leslie lewis liam linda lindsay lisa lloyd logan louis louise lucas lucy
        luis luke lydia lynn madison malcolm marcel marco marcus margaret maria marie marilyn mario marion marjorie martha martin
        marvin mary mason mathew matthew maureen maurice megan melanie melissa michael michel michelle miguel mike mildred miles
        mitchell mohamed mohammed molly monica morgan muhammad murray nancy natalie natasha nathan nathaniel neil nicholas nick
        nicole nigel nina noah nora norman oliver olivia oscar owen pablo pamela patricia patrick paul paula pauline pedro peggy
        peter philip phillip phyllis pierre rachel ralph randy raymond rebecca ricardo richard rick rita robert roberto robin
        rodney roger roland ronald ronnie ross roxanne russell ryan sabrina sally samantha samuel sandra sandy sara sarah scott sean
        sebastian sergey sergio seth shane shannon sharon shaun shawn sheila shirley sidney simon sofia sonia sophia sophie stanley
        stella stephanie stephen steve steven stewart stuart susan suzanne sylvia tamara tanya teresa terry theodore theresa thomas
        tiffany timothy tina todd tommy tony tracy travis tyler valerie vanessa veronica victoria vincent vivian vladimir walter
        wanda wayne wendy wesley william willie wilson winston xavier yvonne zachary
        """)
}
