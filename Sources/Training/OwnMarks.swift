/// What this program has marked in raw text, as a corpus of sentences.
enum OwnMarks {
    /// The sentences of `texts` that the teacher has read too, each once, with the program's marks.
    ///
    /// What leaves its sentence is left open; a person whom the teacher sees where the program marks nothing is one: the program is
    /// the more silent of the two.
    static func sentences(of texts: [AnnotatedText], readBy teacher: [AnnotatedText]) -> [AnnotatedText] {
        var unread = Dictionary(teacher.map { ($0.scalars, $0.spans) }, uniquingKeysWith: { first, _ in first })
        var sentences: [AnnotatedText] = []
        for text in texts {
            var next = 0
            for range in parts(of: text.scalars) {
                while next < text.spans.count, text.spans[next].range.upperBound <= range.lowerBound { next += 1 }
                let scalars = Array(text.scalars[range])
                guard let taught = unread.removeValue(forKey: scalars) else { continue }
                var spans = text.spans[next...].prefix { $0.range.lowerBound < range.upperBound }.map { span in
                    let inside = span.range.clamped(to: range)
                    return Annotation(
                        range: inside.lowerBound - range.lowerBound..<inside.upperBound - range.lowerBound,
                        label: inside == span.range ? span.label : CorrectedText.open)
                }
                let missed = taught.filter { person in
                    person.label == "PER" && !spans.contains { $0.range.overlaps(person.range) }
                }
                spans += missed.map { Annotation(range: $0.range, label: "PER") }
                spans.sort { $0.range.lowerBound < $1.range.lowerBound }
                sentences.append(AnnotatedText(scalars: scalars, spans: spans))
            }
        }
        return sentences
    }

    /// The sentences of a text as `teach.py` cuts them: lines without the white space around them, cut behind 。！？ and the
    /// closing marks that follow.
    static func parts(of scalars: [UInt32]) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        for line in scalars.indices.split(whereSeparator: { isLineEnd(scalars[$0]) }) {
            var at = line.lowerBound
            var end = line.upperBound
            while at < end, isSpace(scalars[at]) { at += 1 }
            while end > at, isSpace(scalars[end - 1]) { end -= 1 }
            while at < end {
                var stop = at
                while stop < end, !endsSentence(scalars[stop]) { stop += 1 }
                // What ends a sentence and nothing before it is a part of its own.
                let isEndAlone = stop == at
                if stop < end { stop += 1 }
                while !isEndAlone, stop < end, closes(scalars[stop]) { stop += 1 }
                parts.append(at..<stop)
                at = stop
            }
        }
        return parts
    }

    private static func isLineEnd(_ scalar: UInt32) -> Bool {
        scalar == 0x0A || scalar == 0x0D || scalar == 0x0B || scalar == 0x0C || scalar == 0x85
            || scalar == 0x2028 || scalar == 0x2029
    }

    private static func isSpace(_ scalar: UInt32) -> Bool {
        Unicode.Scalar(scalar)?.properties.isWhitespace ?? false
    }

    /// 。 ！ ？
    private static func endsSentence(_ scalar: UInt32) -> Bool {
        scalar == 0x3002 || scalar == 0xFF01 || scalar == 0xFF1F
    }

    /// ” 」 』 ）
    private static func closes(_ scalar: UInt32) -> Bool {
        scalar == 0x201D || scalar == 0x300D || scalar == 0x300F || scalar == 0xFF09
    }
}
