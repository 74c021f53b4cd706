import QuandianText

/// Different names, each with a number: the first that came is 0.
///
/// A large document has many: their characters stand one after another, and a name is found by its digest in a table of
/// numbers. Where it stands there depends on a secret of the process, so that no text can crowd them.
struct NameNumbers {
    private struct Name {
        let characters: Range<Int>
        let digest: UInt64
    }

    private var characters: [UInt16] = []
    private var names: [Name] = []
    /// Numbers by digest, -1 where none is; a name that finds its place taken takes the next one.
    private var table: [Int32] = Array(repeating: -1, count: 64)
    private let secret: UInt64 = {
        var hasher = Hasher()
        hasher.combine(0)
        return UInt64(truncatingIfNeeded: hasher.finalize())
    }()

    var count: Int { names.count }

    /// The characters of a name, as names are compared.
    subscript(number: Int) -> ArraySlice<UInt16> { characters[names[number].characters] }

    /// The number of a name; nil for one that has not come.
    func number(of name: ArraySlice<UInt16>) -> Int? {
        let number = Int(table[place(of: name, NameEvidence.hash(name))])
        return number < 0 ? nil : number
    }

    /// The number of a name, a new one where it has not come.
    mutating func number(adding name: NameKey) -> Int {
        let start = characters.count
        characters += name.characters
        return number(addingFrom: start, NameEvidence.hash(name.characters))
    }

    /// The number of the name that a stretch of text is, a new one where it has not come.
    mutating func number(adding range: Range<Int>, of bytes: [UInt8], _ tables: NameTables) -> Int {
        let start = characters.count
        var digest = NameEvidence.seed
        NameKey.fold(bytes, range, tables) { character in
            characters.append(character)
            digest = NameEvidence.extend(digest, character)
            return true
        }
        return number(addingFrom: start, digest)
    }

    /// The number of the name whose characters have just been laid behind those of the others.
    private mutating func number(addingFrom start: Int, _ digest: UInt64) -> Int {
        let place = place(of: characters[start...], digest)
        if table[place] >= 0 {
            characters.removeLast(characters.count - start)
            return Int(table[place])
        }
        table[place] = Int32(names.count)
        names.append(Name(characters: start..<characters.count, digest: digest))
        if names.count * 2 > table.count { grow() }
        return names.count - 1
    }

    /// Where the number of a name stands in the table, or would stand.
    private func place(of name: ArraySlice<UInt16>, _ digest: UInt64) -> Int {
        var place = firstPlace(digest)
        while table[place] >= 0 {
            let other = names[Int(table[place])]
            if other.digest == digest, characters[other.characters] == name { break }
            place = (place + 1) & (table.count - 1)
        }
        return place
    }

    private func firstPlace(_ digest: UInt64) -> Int {
        let mixed = ((digest ^ secret) &* 0x9E37_79B9_7F4A_7C15) >> 32
        return Int(mixed) & (table.count - 1)
    }

    private mutating func grow() {
        table = Array(repeating: -1, count: table.count * 4)
        for (number, name) in names.enumerated() {
            var place = firstPlace(name.digest)
            while table[place] >= 0 { place = (place + 1) & (table.count - 1) }
            table[place] = Int32(number)
        }
    }
}
