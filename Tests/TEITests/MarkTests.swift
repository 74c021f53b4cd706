import Quandian
import TestSupport
import Testing

private let names = Provenance(filter: "names", rule: "test")

@Suite("Marks become elements")
struct MarkTests {
    private func paragraph(_ marked: Marked, _ marks: [Mark], entities: [Entity] = []) -> String {
        var annotations = Annotations()
        annotations.blocks = [
            Block(0..<marked.text.bytes.count, .paragraph, provenance: Provenance(filter: "structure", rule: "test"))
        ]
        annotations.marks = marks
        annotations.entities = entities
        var document = Document(marked.text)
        document.add(annotations)
        return outline(document)
    }

    @Test func aNamePointsToItsPerson() {
        let marked = Marked("由⟦李明⟧主持，⟦李⟧⟦书记⟧讲话。")
        let mentions = marked.ranges.map { Entity.Mention($0) }
        let person = Entity(.person, names: ["李明"], roles: [.init("书记")], mentions: mentions)
        let marks = zip(marked.ranges, [MarkKind.person, .person, .role]).map { Mark($0, $1, provenance: names) }
        #expect(
            paragraph(marked, marks, entities: [person])
                == "<p>由<persName ref=\"#person1\">李明</persName>主持，<persName ref=\"#person1\">李</persName>"
                + "<roleName ref=\"#person1\">书记</roleName>讲话。</p>")
    }

    @Test func aNameThatNoFilterLinkedStillLeadsToAnEntry() {
        let marked = Marked("⟦武汉⟧、⟦武汉⟧")
        let marks = marked.ranges.map { Mark($0, .place, provenance: names) }
        #expect(
            paragraph(marked, marks)
                == "<p><placeName ref=\"#place1\">武汉</placeName>、<placeName ref=\"#place1\">武汉</placeName></p>")
    }

    @Test func aPlaceInABodysNameIsANameInThatName() {
        let marked = Marked("⟦⟦云江市⟧⟦东河区⟧图书馆⟧在⟦东河区⟧")
        let kinds: [MarkKind] = [.organisation, .place, .place, .place]
        let guess = Provenance(filter: "names", rule: "test", certainty: 0.7)
        let marks = zip(marked.ranges, kinds).map { Mark($0, $1, provenance: $1 == .place ? guess : names) }
        let sure = "resp=\"#names\" cert=\"medium\""
        #expect(
            paragraph(marked, marks)
                == "<p><orgName ref=\"#org1\"><name type=\"place\" ref=\"#place1\" \(sure)>云江市</name>"
                + "<name type=\"place\" ref=\"#place2\" \(sure)>东河区</name>图书馆</orgName>在"
                + "<placeName ref=\"#place2\" \(sure)>东河区</placeName></p>")
    }

    @Test func whoSaysSoAndHowSureStandsWhereItIsLessThanCertain() {
        let marked = Marked("⟦向阳⟧说")
        let guess = Provenance(filter: "names", rule: "test", certainty: 0.7, evidence: .context)
        #expect(
            paragraph(marked, [Mark(marked.ranges[0], .person, provenance: guess)])
                == "<p><persName ref=\"#person1\" resp=\"#names\" cert=\"medium\" evidence=\"context\">向阳</persName>说</p>"
        )
    }

    @Test func marksStandInsideTitlesAndQuotations() {
        let marked = Marked("印发⟦《⟦天津⟧办法》⟧")
        let marks = [
            Mark(marked.ranges[0], .title, provenance: names), Mark(marked.ranges[1], .place, provenance: names),
        ]
        #expect(
            paragraph(marked, marks)
                == "<p>印发<title>《<placeName ref=\"#place1\">天津</placeName>办法》</title></p>")
    }

    @Test(
        "A date is written with the attributes of the output's table",
        arguments: [
            (DateValue.point(TimePoint(.day(year: 2020, month: 2, day: 15))), "<date when=\"2020-02-15\">"),
            (.point(TimePoint(.month(year: 2020, month: 2))), "<date when=\"2020-02\">"),
            (.point(TimePoint(.year(405))), "<date when=\"0405\">"),
            (.point(TimePoint(.day(year: nil, month: 2, day: 15))), "<date when=\"--02-15\">"),
            (.point(TimePoint(.month(year: nil, month: 2))), "<date when=\"--02\">"),
            (.point(TimePoint(.day(year: nil, month: nil, day: 15))), "<date when=\"---15\">"),
            (
                .point(TimePoint(.day(year: 2020, month: 2, day: 16), Clock(hour: 10))),
                "<date when=\"2020-02-16T10:00:00\">"
            ),
            (.point(TimePoint(nil, Clock(hour: 10))), "<time when=\"10:00:00\">"),
            (
                .range(TimePoint(.year(2016)), TimePoint(.year(2020))), "<date from=\"2016\" to=\"2020\">"
            ),
            (.range(nil, TimePoint(.day(year: 2020, month: 2, day: 15))), "<date to=\"2020-02-15\">"),
            (
                .range(TimePoint(nil, Clock(hour: 9)), TimePoint(nil, Clock(hour: 17))),
                "<time from=\"09:00:00\" to=\"17:00:00\">"
            ),
            (.point(TimePoint(.quarter(year: 2020, quarter: 1))), "<date from=\"2020-01\" to=\"2020-03\">"),
            (.point(TimePoint(.half(year: 2018, half: 2))), "<date from=\"2018-07\" to=\"2018-12\">"),
            (.point(TimePoint(.decade(1990))), "<date from=\"1990\" to=\"1999\">"),
            (.point(TimePoint(.century(2000))), "<date from=\"2000\" to=\"2099\">"),
            (.point(TimePoint(.week(year: 2020, week: 8))), "<date when-iso=\"2020-W08\">"),
            (
                .point(TimePoint(.season(year: 2020, .spring))),
                "<date when-custom=\"2020-SP\" datingMethod=\"#edtf\">"
            ),
            (.duration(TimeSpan(days: "3")), "<date dur=\"P3D\">"),
            (.duration(TimeSpan(months: "2.5")), "<date dur-iso=\"P2.5M\">"),
            (.duration(TimeSpan(hours: "2", minutes: "30")), "<date dur=\"PT2H30M\">"),
            (.recurrence("XXXX-WXX-3"), "<date when-custom=\"R/XXXX-WXX-3\" datingMethod=\"#edtf\">"),
            (
                .range(
                    TimePoint(.day(year: nil, month: 6, day: 24), Clock(hour: 20)),
                    TimePoint(.day(year: nil, month: 6, day: 25), Clock(hour: 6))),
                "<date when-custom=\"--06-24T20:00/--06-25T06:00\" datingMethod=\"#edtf\">"
            ),
            (
                .range(nil, TimePoint(.day(year: 2018, month: 5, day: 20), Clock(hour: 24))),
                "<date when-custom=\"../2018-05-20T24:00\" datingMethod=\"#edtf\">"
            ),
            (.unresolved, "<date type=\"unresolved\">"), (.impossible, "<date type=\"impossible\">"),
        ])
    func dates(value: DateValue, opening: String) {
        let marked = Marked("于⟦那天⟧到")
        let mark = Mark(marked.ranges[0], .date(DateMeaning(value)), provenance: names)
        #expect(paragraph(marked, [mark]).hasPrefix("<p>于" + opening + "那天</"))
    }

    @Test func aClockOnADayWithoutAYearHasAnElementOfItsOwn() {
        let marked = Marked("⟦2月16日⟦上午10:00⟧⟧即将")
        let point = TimePoint(.day(year: nil, month: 2, day: 16), Clock(hour: 10))
        let meaning = DateMeaning(.point(point), clockRange: marked.ranges[1])
        #expect(
            paragraph(marked, [Mark(marked.ranges[0], .date(meaning), provenance: names)])
                == "<p><date when=\"--02-16\">2月16日<time when=\"10:00:00\">上午10:00</time></date>即将</p>")
    }
}
