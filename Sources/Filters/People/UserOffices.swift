import QuandianText

/// Finds which of the user's offices stand beside a person's name in a sentence, by the rules for all offices.
///
/// The rules see the names that were found before and those of the user's list, but no reading of the sentence: an office
/// is what the list says, or what is marked already.
struct UserOffices {
    private var finder: RoleFinder
    private var reading = NameReading()
    /// Where the list has a name.
    private var listed: [Range<Int>] = []
    private var wanted: [Range<Int>] = []
    private var persons: [Range<Int>] = []
    private var frames: [Range<Int>] = []

    init(_ finder: RoleFinder) {
        self.finder = finder
    }

    /// Whether the sentence holds an office of the user's.
    var isWanted: Bool { !wanted.isEmpty }

    mutating func begin(_ sentence: NameSentence) {
        finder.known.removeAll(keepingCapacity: true)
        listed.removeAll(keepingCapacity: true)
        wanted.removeAll(keepingCapacity: true)
        persons.removeAll(keepingCapacity: true)
        frames.removeAll(keepingCapacity: true)
    }

    /// Takes in a name of the user's list.
    mutating func add(_ range: Range<Int>, _ kind: UserNames.Kind) {
        listed.append(range)
        switch kind {
        case .person: persons.append(range)
        case .role: wanted.append(range)
        case .organisation, .place: frames.append(range)
        }
    }

    /// Takes in a mark that was found before, unless it is in the way of the list.
    mutating func add(_ mark: Mark, in sentence: NameSentence) {
        let range = sentence.indices(mark.range)
        if listed.contains(where: { $0.overlaps(range) }) { return }
        switch mark.kind {
        case .person: persons.append(range)
        case .role: finder.known.append(range)
        case .organisation, .place: frames.append(range)
        default: break
        }
    }

    /// The user's offices that stand beside a name.
    mutating func find(in sentence: NameSentence) -> [Range<Int>] {
        finder.known += wanted
        reading.index(sentence.count)
        persons.sort { $0.lowerBound < $1.lowerBound }
        return finder.find(
            sentence, reading, persons: persons, surnames: persons.map { _ in false }, frames: frames
        ).map(\.range).filter(wanted.contains)
    }
}
