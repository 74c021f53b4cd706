/// Names that belong to one another: a person at the head of a company's name, an office within a person's, a commission before
/// its secretary, a bridge with its banks.
extension NameFilter {
    /// 石恒达|建设工程有限公司: a person who stands at the head of a company's name is none.
    func joinCompanies(
        _ persons: inout [NameReading.Person], _ bodies: inout [Range<Int>], _ sentence: NameSentence,
        _ reading: NameReading, _ finders: Finders
    ) {
        for index in bodies.indices where finders.bodies.isCompany(bodies[index], sentence) {
            let body = bodies[index]
            guard
                let person = persons.firstIndex(where: {
                    !$0.isSurname && $0.range.lowerBound < body.lowerBound && $0.range.upperBound >= body.lowerBound
                }), !finders.bodies.opensWithPlace(body, sentence)
            else { continue }
            bodies[index] = persons[person].range.lowerBound..<body.upperBound
            persons.remove(at: person)
        }
        for person in persons where !person.isSurname {
            guard let end = finders.bodies.endOfCompany(from: person.range.upperBound, sentence, reading) else {
                continue
            }
            bodies.removeAll { $0.overlaps(person.range.lowerBound..<end) }
            bodies.append(person.range.lowerBound..<end)
        }
        persons.removeAll { person in
            bodies.contains { $0.lowerBound == person.range.lowerBound && $0.upperBound > person.range.upperBound }
        }
    }

    /// The office that a name has between surname and given name: 高委員雲翔.
    func enclosedOffice(
        _ person: NameReading.Person, _ sentence: NameSentence, _ tables: NameTables
    ) -> Range<Int>? {
        guard (4...5).contains(person.range.count), sentence.characters[person.range.lowerBound].surname != 255 else {
            return nil
        }
        let office = person.range.lowerBound + 1..<person.range.lowerBound + 3
        let word = sentence.folded[office]
        return NameCandidates.isAddress(word) && tables.isTitle(word) ? office : nil
    }

    /// Makes two marks of a name with an office in it, and a third of the office.
    func partEnclosing(
        _ persons: inout [NameReading.Person], _ roles: inout [RoleFinder.Found], _ sentence: NameSentence,
        _ tables: NameTables
    ) {
        for number in persons.indices.reversed() {
            let person = persons[number]
            guard let office = enclosedOffice(person, sentence, tables) else { continue }
            roles.append(RoleFinder.Found(range: office, person: number, rule: "enclosed-office"))
            persons[number].range = person.range.lowerBound..<office.lowerBound
            persons[number].isSurname = true
            var given = person
            given.range = office.upperBound..<person.range.upperBound
            persons.insert(given, at: number + 1)
        }
    }

    /// 临江区纪委|书记: the commission is the place's.
    func shareCommissions(_ roles: inout [RoleFinder.Found], _ bodies: [Range<Int>], _ sentence: NameSentence) {
        for body in bodies {
            guard let role = roles.firstIndex(where: { $0.range.overlaps(body) }), body.count >= 4,
                roles[role].range.lowerBound == body.upperBound - 2, roles[role].range.upperBound > body.upperBound,
                sentence.has("纪委", at: body.upperBound - 2)
            else { continue }
            roles[role].range = body.upperBound..<roles[role].range.upperBound
        }
    }

    /// 池宁|长江大桥: a bridge over a river with the banks that it joins, which are no place by themselves.
    func joinBridges(_ places: inout [Range<Int>], _ sentence: NameSentence, _ tables: NameTables) {
        for number in places.indices where Self.bridges.contains(in: sentence, endingAt: places[number].upperBound) {
            let bridge = places[number]
            // 安徽|池|宁长江大桥: one bank was left behind the province.
            if Self.rivers.contains(in: sentence, at: bridge.lowerBound + 1),
                places.contains(where: { $0.upperBound == bridge.lowerBound - 1 })
            {
                places[number] = (bridge.lowerBound - 1)..<bridge.upperBound
                return
            }
            guard Self.rivers.contains(in: sentence, at: bridge.lowerBound),
                let banks = places.firstIndex(where: { $0.upperBound == bridge.lowerBound && $0.count == 2 }),
                !tables.isPlace(sentence.folded[places[banks]])
            else { continue }
            places[number] = places[banks].lowerBound..<bridge.upperBound
            places.remove(at: banks)
            return
        }
    }

    private static let bridges: StaticWords = ["大桥", "特大桥", "二桥", "三桥", "隧道"]
    private static let rivers: StaticWords = ["长江", "黄河", "淮河", "珠江", "汉江", "湘江", "赣江", "钱塘江"]
}
