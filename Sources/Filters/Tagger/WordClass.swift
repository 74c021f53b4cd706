/// Classes of lexicon words; a word may have several.
package enum WordClass {
    package static let division: UInt32 = 1 << 0
    package static let shortDivision: UInt32 = 1 << 1
    package static let country: UInt32 = 1 << 2
    package static let placeName: UInt32 = 1 << 3
    package static let famousPerson: UInt32 = 1 << 4
    package static let office: UInt32 = 1 << 5
    package static let foreignName: UInt32 = 1 << 6
    package static let compoundSurname: UInt32 = 1 << 7
    package static let body: UInt32 = 1 << 8
    package static let bodyEnding: UInt32 = 1 << 9
    package static let beforePerson: UInt32 = 1 << 10
    package static let afterPerson: UInt32 = 1 << 11
    package static let street: UInt32 = 1 << 12
    package static let law: UInt32 = 1 << 13
    package static let noun: UInt32 = 1 << 14
    package static let verb: UInt32 = 1 << 15
    package static let otherWord: UInt32 = 1 << 16
}
