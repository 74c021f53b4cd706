import QuandianText

/// The names of one document, found in three passes over its sentences: what the tagger sees in each, settled by the document
/// as a whole; a first reading by the rules, which shows what the document knows; and a second, where that could show more.
///
/// The tagger goes first through all sentences: it and the rules each have tables that fill the processor's cache.
struct DocumentNames {
    private let filter: NameFilter
    private let document: Document
    private let tables = NameTables.shared
    private let finders: NameFilter.Finders
    private var manner = DocumentManner()
    private var drafts: [Draft] = []
    private var spans: [TaggedSpan] = []
    private var openings: [Int8] = []
    /// What the first reading marks.
    private var marks: [Mark] = []
    private var evidence = NameEvidence()
    private var bodies: KnownBodies

    /// A sentence: where it stands, and where its tagged spans, its openings and the marks of its first reading begin.
    private struct Draft {
        var block: Int
        var range: Range<Int>
        var spans = 0
        var openings: Int
        var marks = 0
    }

    init(_ document: Document, _ filter: NameFilter) {
        self.document = document
        self.filter = filter
        finders = NameFilter.Finders(tables)
        bodies = KnownBodies(tables)
    }

    /// The marks of all passes, sentence by sentence.
    mutating func read(_ tagger: NameTagger) -> [Mark] {
        look(tagger)
        readFirst()
        return readAgain()
    }

    /// The ranges of the sentences, with the number of the block of each.
    func eachSentence(_ body: (Int, Range<Int>) -> Void) {
        for draft in drafts { body(draft.block, draft.range) }
    }

    // MARK: The tagger

    private mutating func look(_ tagger: NameTagger) {
        let bytes = document.text.bytes
        var sentence = NameSentence()
        var work = tagger.work()
        var glimpses: [Glimpse] = []
        /// Where the glimpses of each sentence begin.
        var first: [Int] = []
        var consensus = TagConsensus()
        for (number, block) in document.blocks.enumerated() {
            let overLines = SentenceCut.goesOnOverLines(block.kind)
            var at = block.range.lowerBound
            while at < block.range.upperBound {
                let end = SentenceCut.end(bytes, from: at, to: block.range.upperBound, overLines: overLines)
                sentence.loadScalars(bytes, at..<end, in: block.range, tables)
                drafts.append(Draft(block: number, range: at..<end, openings: openings.count))
                tagger.look(at: sentence.scalars, with: &work)
                consensus.add(work.glimpses)
                first.append(glimpses.count)
                glimpses += work.glimpses
                openings += work.openings
                manner.count(sentence.scalars)
                NameHints.wake(&openings, from: drafts[drafts.count - 1].openings, sentence.scalars, tables)
                at = end
            }
        }
        first.append(glimpses.count)
        for number in drafts.indices {
            drafts[number].spans = spans.count
            consensus.settle(glimpses[first[number]..<first[number + 1]], into: &spans)
        }
    }

    /// What begins at each sentence, `spans` or `marks`, as the range that belongs to one.
    @inline(__always)
    private func own(_ number: Int, of count: Int, _ start: (Draft) -> Int) -> Range<Int> {
        start(drafts[number])..<(number + 1 < drafts.count ? start(drafts[number + 1]) : count)
    }

    private func load(_ number: Int, into sentence: inout NameSentence) {
        let block = document.blocks[drafts[number].block]
        sentence.manner = manner
        sentence.load(document.text.bytes, drafts[number].range, in: block.range, tables)
        sentence.isTurn = block.kind == .question || block.kind == .answer
    }

    /// What the tagger says of a sentence.
    private func load(
        _ number: Int, _ sentence: NameSentence, _ candidates: NameCandidates, into tagged: inout TaggedNames
    ) {
        let first = drafts[number].openings
        tagged.load(
            filter.mended(spans[own(number, of: spans.count) { $0.spans }], sentence, tables, candidates),
            openings[first..<first + sentence.count], of: sentence)
    }

    // MARK: The rules

    private mutating func readFirst() {
        var sentence = NameSentence()
        var reader = NameReader(tables)
        var reading = NameReading()
        var tagged = TaggedNames()
        let blind = NameCandidates(tables, evidence)
        var tellsOfScores = false
        var repeated = RepeatedPlaces(tables)
        var words = NamesAsWords()
        for number in drafts.indices {
            drafts[number].marks = marks.count
            if isSilent(number) { continue }
            load(number, into: &sentence)
            load(number, sentence, blind, into: &tagged)
            reader.read(sentence, blind, tagged: &tagged, into: &reading)
            filter.show(sentence, reading, tables, in: &evidence, &words)
            repeated.count(sentence)
            tellsOfScores = tellsOfScores || sentence.tellsOfScores
            drafts[number].marks = marks.count
            filter.mark(sentence, reading, tagged, finders, evidence, into: &marks)
            learn(from: drafts[number].marks, sentence)
        }
        weigh(&words)
        if tellsOfScores { bodies.tellScore() }
        for name in repeated.names { evidence.showPlace(name[...]) }
        ColumnNames.show(document, marks, tables, in: &evidence)
    }

    /// Weighs names that are words too by how often they stand as such in the document.
    private mutating func weigh(_ words: inout NamesAsWords) {
        if words.isEmpty { return }
        var folded: [UInt16] = []
        for draft in drafts {
            folded.removeAll(keepingCapacity: true)
            unsafe document.text.bytes.withUnsafeBufferPointer { bytes in
                var at = draft.range.lowerBound
                while at < draft.range.upperBound {
                    let (scalar, size) = unsafe UTF8Scalar.decode(bytes, at)
                    at += size
                    // A word may go on over the end of a line.
                    if scalar != "\n", scalar != "\r" { folded.append(tables.fold(scalar)) }
                }
            }
            words.count(in: folded)
        }
        words.weigh(&evidence)
    }

    /// Learns the bodies and places that a sentence shows, whose marks begin at an index.
    private mutating func learn(from start: Int, _ sentence: NameSentence) {
        for mark in marks[start...] {
            switch mark.kind {
            case .organisation: bodies.learn(sentence.indices(mark.range), from: sentence)
            case .place where mark.provenance.rule == "place":
                let name = sentence.folded[sentence.indices(mark.range)]
                let isWord =
                    tables.node(name).map { tables.isWord($0) && !tables.flags($0).contains(.place) } ?? false
                if name.count > 1, !isWord { evidence.showPlace(name) }
            default: break
            }
        }
    }

    /// Whether nothing in a sentence speaks of a name, neither for the tagger nor for the rules.
    private func isSilent(_ number: Int) -> Bool {
        openings[own(number, of: openings.count) { $0.openings }].allSatisfy { $0 == NameTagger.silence }
            && own(number, of: spans.count) { $0.spans }.isEmpty
    }

    private mutating func readAgain() -> [Mark] {
        var result: [Mark] = []
        result.reserveCapacity(marks.count)
        var sentence = NameSentence()
        var reader = NameReader(tables)
        var reading = NameReading()
        var tagged = TaggedNames()
        let candidates = NameCandidates(tables, evidence)
        for number in drafts.indices {
            let own = marks[own(number, of: marks.count) { $0.marks }]
            guard mayConcern(number) else {
                result += own
                continue
            }
            load(number, into: &sentence)
            let before = result.count
            if mayShowMore(than: own, sentence, candidates) {
                load(number, sentence, candidates, into: &tagged)
                tagged.readAll()
                reader.read(sentence, candidates, tagged: &tagged, into: &reading)
                filter.mark(sentence, reading, tagged, finders, evidence, into: &result)
                Self.sayFromContext(&result, from: before, but: own)
            } else {
                result += own
            }
            if !bodies.isEmpty { bodies.mark(sentence, in: &result, from: before, filter: filter.name) }
        }
        return result
    }

    /// Whether anything that the document knows may begin in a sentence. Most sentences are told by it before they are laid out.
    private func mayConcern(_ number: Int) -> Bool {
        let range = drafts[number].range
        return unsafe document.text.bytes.withUnsafeBufferPointer { bytes in
            var at = range.lowerBound
            var last: UInt16 = 0
            while at < range.upperBound {
                let (scalar, size) = unsafe UTF8Scalar.decode(bytes, at)
                at += size
                // A name may go on over the end of a line.
                if scalar == "\n", at < range.upperBound { return true }
                let next = tables.fold(scalar)
                if last != 0, mayBegin(last, next) { return true }
                last = next
            }
            return last != 0 && mayBegin(last, 0)
        }
    }

    @inline(__always)
    private func mayBegin(_ first: UInt16, _ second: UInt16) -> Bool {
        evidence.mayBegin(first, second) || evidence.isSurname(first) || bodies.mayBegin(first, second)
    }

    /// Whether what the document knows could show more in a sentence than the first reading has seen.
    private func mayShowMore(
        than marks: ArraySlice<Mark>, _ sentence: NameSentence, _ candidates: NameCandidates
    ) -> Bool {
        var marks = marks
        var isSorted = false
        var next = marks.startIndex
        return candidates.mayShowMore(sentence) { at in
            if !isSorted {
                marks.sort { $0.range.lowerBound < $1.range.lowerBound }
                isSorted = true
            }
            let offset = sentence.offsets[at]
            while next < marks.endIndex, marks[next].range.upperBound <= offset { next += 1 }
            return next < marks.endIndex ? (range: marks[next].range, kind: marks[next].kind) : nil
        }
    }

    /// Places and bodies of the second reading that the first did not see are owed to the rest of the document.
    private static func sayFromContext(_ marks: inout [Mark], from start: Int, but seen: ArraySlice<Mark>) {
        for index in start..<marks.count where marks[index].kind == .place || marks[index].kind == .organisation {
            let mark = marks[index]
            if seen.contains(where: { $0.range == mark.range && $0.kind == mark.kind }) { continue }
            let own = mark.provenance
            marks[index].provenance = Provenance(
                filter: own.filter, rule: own.rule, certainty: own.certainty, evidence: .context)
        }
    }
}
