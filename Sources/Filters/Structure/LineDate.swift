import QuandianText

/// A full date that a byline, a signature or a heading line writes out.
struct LineDate {
    var range: Range<Int>
    /// Nil where there is no such day.
    var date: CivilDate?
    var hasClock: Bool

    /// Reads the date that begins at an offset: `2020年2月8日`, 二〇二〇年二月八日, `2019-08-23 07:58`, 中華民國…年.
    static func read(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> LineDate? {
        var at = start
        var era = 0
        for (word, offset) in eras where bytes.spells(word, at: at, before: limit) {
            at = bytes.skippingSpaces(from: at + word.utf8CodeUnitCount, before: limit)
            era = offset
            break
        }
        guard let year = Numerals.read(bytes, at, limit, spaced: true), era > 0 || year.count == 4,
            (1...9999).contains(year.value + era)
        else { return nil }
        at = bytes.skippingSpaces(from: year.end, before: limit)
        guard at < limit else { return nil }
        let (separator, size) = UTF8Scalar.decode(bytes, at)
        let isWritten = separator == "年"
        guard isWritten || ((separator == "-" || separator == "." || separator == "/") && !year.isChinese) else {
            return nil
        }
        at = bytes.skippingSpaces(from: at + size, before: limit)
        guard let month = Numerals.read(bytes, at, limit, spaced: isWritten), month.value <= 12 else { return nil }
        at = bytes.skippingSpaces(from: month.end, before: limit)
        guard at < limit else { return nil }
        let (second, secondSize) = UTF8Scalar.decode(bytes, at)
        guard isWritten ? second == "月" : second == separator else { return nil }
        at = bytes.skippingSpaces(from: at + secondSize, before: limit)
        guard let day = Numerals.read(bytes, at, limit, spaced: isWritten), day.value <= 31 else { return nil }
        var end = day.end
        if isWritten {
            at = bytes.skippingSpaces(from: end, before: limit)
            guard at < limit else { return nil }
            let (sign, signSize) = UTF8Scalar.decode(bytes, at)
            guard sign == "日" || sign == "号" else { return nil }
            end = at + signSize
        }
        let date = CivilDate(year: year.value + era, month: month.value, day: day.value)
        let clockEnd = clock(bytes, bytes.skippingSpaces(from: end, before: limit), limit)
        return LineDate(range: start..<(clockEnd ?? end), date: date, hasClock: clockEnd != nil)
    }

    /// The first date in a range. Linear in the range.
    static func first(in range: Range<Int>, _ bytes: [UInt8]) -> LineDate? {
        var at = range.lowerBound
        var digitBefore = false
        while at < range.upperBound {
            let (scalar, size) = UTF8Scalar.decode(bytes, at)
            let starts = Scalar.isDigit(scalar) || Numerals.digit(scalar) != nil || scalar == "民"
            if starts, !digitBefore, let date = read(bytes, at, range.upperBound) { return date }
            digitBefore = starts && scalar != "民"
            at += size
        }
        return nil
    }

    private static let eras: [(StaticString, Int)] = [
        ("公元", 0), ("西元", 0), ("中華民國", 1911), ("中华民国", 1911), ("民國", 1911), ("民国", 1911),
    ]

    /// `09:15`, `09:15:20`, 9时15分: the end of a clock time, or nil.
    private static func clock(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Int? {
        guard let hour = Numerals.read(bytes, start, limit), !hour.isChinese, hour.value <= 24, hour.end < limit else {
            return nil
        }
        var (sign, size) = UTF8Scalar.decode(bytes, hour.end)
        guard sign == ":" || sign == "：" || sign == "时" || sign == "時" else { return nil }
        guard let minute = Numerals.read(bytes, hour.end + size, limit), !minute.isChinese else {
            return sign == "时" || sign == "時" ? hour.end + size : nil
        }
        var end = minute.end
        guard end < limit else { return end }
        (sign, size) = UTF8Scalar.decode(bytes, end)
        if sign == "分" { return end + size }
        if sign == ":" || sign == "：", let second = Numerals.read(bytes, end + size, limit) { end = second.end }
        return end
    }
}
