import QuandianText

/// Marks persons, the offices beside them, organisations and places.
///
/// Each sentence is read as words and names by what the language and the neighbours make likely (`NameLattice`);
/// what the whole document shows clearly then decides the unclear places in a second reading. Time is linear in the
/// length of the text; memory beyond the marks is a byte a character, some fifty a sentence, and the different names.
public struct NameFilter: Filter {
    public let name = "names"
    public let summary = "Persons, offices, organisations and places by words, neighbours and the whole document"
    public let requires: Set<Layer> = [.blocks]
    public let provides: Set<Layer> = [.people, .roles, .organisations, .places]
    private let userNames: UserNames
    private let tagger: NameTagger

    /// - Parameters:
    ///   - userNames: what the user knows; it wins over all rules.
    ///   - tagger: finds the names in a sentence by itself, before the whole document decides.
    public init(userNames: UserNames = UserNames(), tagger: NameTagger = .shared) {
        self.userNames = userNames
        self.tagger = tagger
    }

    /// A name with a smaller margin, in nats, is not marked.
    private static let accepted: Float = 0.3
    /// A name with such a margin is evidence for the rest of the document.
    private static let clear: Float = 1.8
    private static let ordinary: Float = 1

    public func annotate(_ document: Document) -> Annotations {
        var annotations = Annotations()
        var names = DocumentNames(document, self)
        annotations.marks = names.read(tagger)
        if !userNames.refused.isEmpty {
            annotations.marks.removeAll { userNames.refused.contains(document.text.squeezed($0.range)) }
        }
        addUserNames(to: &annotations.marks, names, document)
        return annotations
    }

    /// Adds the names of the user's list, and the offices that stand beside them.
    private func addUserNames(to marks: inout [Mark], _ names: DocumentNames, _ document: Document) {
        let tables = NameTables.shared
        let own = UserNameFinder(userNames, tables)
        if own.isEmpty { return }
        var sentence = NameSentence()
        var offices = UserOffices(RoleFinder(tables))
        var next = 0
        let others = marks
        names.eachSentence { block, range in
            sentence.load(document.text.bytes, range, in: document.blocks[block].range, tables)
            offices.begin(sentence)
            func add(_ range: Range<Int>, _ kind: MarkKind) {
                let provenance = Provenance(filter: self.name, rule: "user-list", evidence: .user)
                marks.append(Mark(sentence.range(range), kind, provenance: provenance))
            }
            own.find(sentence) { range, kind in
                if own.hasRoles { offices.add(range, kind) }
                switch kind {
                case .person: add(range, .person)
                case .organisation: add(range, .organisation)
                case .place: add(range, .place)
                case .role: break
                }
            }
            while next < others.count, others[next].range.lowerBound < range.upperBound {
                if offices.isWanted { offices.add(others[next], in: sentence) }
                next += 1
            }
            if offices.isWanted { for office in offices.find(in: sentence) { add(office, .role) } }
        }
    }

    struct Finders {
        let tables: NameTables
        let bodies: BodyFinder
        let places: PlaceFinder
        let roles: RoleFinder
        let namedAfter: NamedAfter

        init(_ tables: NameTables) {
            self.tables = tables
            bodies = BodyFinder(tables: tables)
            places = PlaceFinder(tables: tables)
            roles = RoleFinder(tables)
            namedAfter = NamedAfter(tables: tables)
        }
    }

    /// How clear a name must be to show others; an ordinary word that is one behind an office must be clearer.
    private func clear(_ person: NameReading.Person, _ sentence: NameSentence, _ tables: NameTables) -> Float {
        tables.isOrdinary(sentence.folded[person.range]) ? Self.clear + Self.ordinary : Self.clear
    }

    /// Adds what a reading shows clearly to the evidence.
    func show(
        _ sentence: NameSentence, _ reading: NameReading, _ tables: NameTables, in evidence: inout NameEvidence,
        _ words: inout NamesAsWords
    ) {
        for person in reading.persons
        where !person.isSurname && person.margin >= clear(person, sentence, tables) && !isReign(person, sentence) {
            var name = sentence.folded[person.range].filter { !Glyph.isSpace($0) }
                .map { Glyph.isNameDot($0) ? 0xB7 : $0 }
            if enclosedOffice(person, sentence, tables) != nil { name.removeSubrange(1..<3) }
            // 范总 may be 总 of the 范 whom the document names.
            if name.count == 2, name[1] == "总" || name[1] == "君" { continue }
            // 系（科）主任
            if name.count == 1, NameCandidates.units.contains(name[0]) { continue }
            evidence.show(name, strength: person.margin, surnameLength: surnameLength(name, tables))
            if let node = tables.node(name[...]), tables.isWord(node) { words.watch(name, cost: tables.cost(node)) }
            // Whitfield of John Whitfield, 慧明 of 释慧明.
            if Glyph.isLatin(name[0]), let last = sentence.folded[person.range].split(separator: 0x20).last,
                last.count >= 3, last.count < name.count
            {
                evidence.showPart(Array(last), strength: person.margin)
            } else if name.count == 3, name[0] == "释" {
                evidence.showPart(Array(name[1...]), strength: person.margin)
            } else if name.count == 3, surnameLength(name, tables) == 1, tables.node(name[1...]) == nil {
                // 步云 of 任步云
                evidence.showPart(Array(name[1...]), strength: person.margin)
            }
        }
        for piece in reading.pieces where piece.end - piece.start >= 3 {
            let isPlace = piece.kind == .place || piece.node >= 0 && tables.flags(piece.node).contains(.place)
            if isPlace, PlaceEnds.isLevel(sentence.folded[piece.end - 1]) {
                evidence.showStem(sentence.folded[piece.start..<piece.end - 1])
            }
        }
    }

    func surnameLength(_ name: [UInt16], _ tables: NameTables) -> Int {
        guard name.count >= 2, !name.contains(0xB7) else { return 0 }
        if name.count >= 3, let node = tables.node(name[..<2]), tables.surnameCost(node) != nil { return 2 }
        return tables.character(name[0]).surname != 255 && name.count <= 3 ? 1 : 0
    }

    func mark(
        _ sentence: NameSentence, _ reading: NameReading, _ tagged: TaggedNames, _ finders: Finders,
        _ evidence: NameEvidence, into marks: inout [Mark]
    ) {
        var persons = reading.persons.filter {
            $0.margin >= Self.accepted && !isNobody($0, sentence, reading, finders.tables)
        }
        if !persons.isEmpty, Roster.isHeader(sentence) { persons.removeAll() }
        var bodies = finders.bodies.find(sentence, reading, tagged).filter { !isStorm($0, sentence) }
        if bodies.count == 1, sentence.opensBlock, sentence.closesBlock, sentence.count - bodies[0].count < 3 {
            // 沈某某同志治丧委员会: names inside names are not marked.
            persons.removeAll { bodies[0].overlaps($0.range) }
        }
        var places: [Range<Int>] = []
        persons.removeAll { person in
            guard !person.isSurname, let thing = finders.namedAfter.find(person.range, sentence, reading) else {
                return false
            }
            let whole = person.range.lowerBound..<thing.end
            switch thing.kind {
            case .thing: break
            case .body:
                bodies.removeAll {
                    $0.overlaps(whole) && $0.upperBound <= whole.upperBound && $0.clamped(to: whole) != whole
                }
                if !bodies.contains(where: { $0.overlaps(whole) }) { bodies.append(whole) }
            case .place: places.append(whole)
            }
            return true
        }
        joinCompanies(&persons, &bodies, sentence, reading, finders)
        bodies.sort { $0.lowerBound < $1.lowerBound }
        bodies.removeAll { body in persons.contains { $0.range.overlaps(body) } }
        // 德国防部|长: the body is cut out of an office.
        bodies.removeAll { body in
            finders.tables.isOrdinary(sentence.folded[body])
                || sentence[body.upperBound] == "长"
                    && finders.tables.isTitle(sentence.folded[(body.upperBound - 1)...body.upperBound])
        }
        // 市体育馆 is a place.
        let venues = bodies.filter { finders.places.isVenue($0, sentence) }
        bodies.removeAll { venues.contains($0) }
        places += venues
        places += finders.places.find(sentence, reading, tagged) { range in
            bodies.contains { $0.overlaps(range) } || persons.contains { $0.range.overlaps(range) }
                || places.contains { $0.overlaps(range) }
        }
        places.removeAll { isStorm($0, sentence) || isOfHonour($0, sentence) }
        joinBridges(&places, sentence, finders.tables)
        var roles = finders.roles.find(
            sentence, reading, persons: persons.map(\.range), surnames: persons.map(\.isSurname),
            frames: bodies + places)
        partEnclosing(&persons, &roles, sentence, finders.tables)
        for person in persons {
            let name = sentence.folded[person.range].filter { !Glyph.isSpace($0) }
            let shown = evidence.name(NameEvidence.hash(name)) != nil
            marks.append(
                Mark(
                    sentence.range(person.range), .person,
                    provenance: Provenance(
                        filter: self.name, rule: person.isSurname ? "surname+office" : "name",
                        certainty: min(certainty(person.margin), 0.99),
                        evidence: shown && person.margin < Self.clear ? .context : .text)))
        }
        shareCommissions(&roles, bodies, sentence)
        for role in roles {
            marks.append(
                Mark(
                    sentence.range(role.range), .role,
                    provenance: Provenance(filter: self.name, rule: "\(role.rule)", certainty: 0.9)))
        }
        func add(_ body: Range<Int>) {
            marks.append(
                Mark(
                    sentence.range(body), .organisation,
                    provenance: Provenance(filter: self.name, rule: "body", certainty: 0.8)))
            finders.places.find(atHeadOf: body, sentence, reading, tagged) { place in
                marks.append(
                    Mark(
                        sentence.range(place), .place,
                        provenance: Provenance(filter: self.name, rule: "place-in-body", certainty: 0.7)))
            }
        }
        for body in bodies {
            // 石桥乡党委书记: the office takes 党委, the rest is what the body is of.
            guard let role = roles.first(where: { $0.range.overlaps(body) }) else {
                add(body)
                continue
            }
            guard body.lowerBound < role.range.lowerBound else { continue }
            let rest = body.lowerBound..<role.range.lowerBound
            if PlaceEnds.isLevel(sentence.folded[rest.upperBound - 1])
                || reading.pieces.contains(where: { piece in
                    piece.start >= rest.lowerBound && piece.end == rest.upperBound
                        && (piece.kind == .place
                            || piece.node >= 0 && finders.tables.flags(piece.node).contains(.place))
                })
            {
                places.append(rest)
            } else {
                add(rest)
            }
        }
        for place in places {
            marks.append(
                Mark(
                    sentence.range(place), .place,
                    provenance: Provenance(filter: self.name, rule: "place", certainty: 0.7)))
        }
    }

    /// “江州市劳动模范”: names inside names are not marked.
    private func isOfHonour(_ range: Range<Int>, _ sentence: NameSentence) -> Bool {
        let open = sentence[range.lowerBound - 1]
        guard open == "“" || open == "「",
            let close = (range.upperBound..<range.upperBound + 16).first(where: { !Glyph.isHan(sentence[$0]) })
        else { return false }
        return sentence[close] == open + 1 && Self.honours.contains(in: sentence, endingAt: close)
    }

    private static let honours: StaticWords = [
        "模范", "工作者", "先进个人", "先进集体", "标兵", "能手", "工匠", "好人", "好人榜", "楷模", "红旗手", "奖章",
    ]

    /// The logistic of the margin: what it is worth as a probability.
    private func certainty(_ margin: Float) -> Double {
        let x = Double(min(max(margin, 0), 20))
        // 1 - 1/(2+x+x²/2+x³/6): rises like the logistic, rounded to hundredths so that results read well.
        let growth = 1 + x + x * x / 2 + x * x * x / 6
        return ((growth / (1 + growth)) * 100).rounded() / 100
    }
}
