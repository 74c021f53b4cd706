import QuandianText

// Label and value at the head of minutes: 时间：… 地点：… 出席：…

extension Sketch {
    mutating func judgeMinutes() {
        var at = body.lowerBound
        while at < body.upperBound {
            guard isOpen(at), isMinutesLine(at) else {
                at += 1
                continue
            }
            var end = at + 1
            while end < body.upperBound, isOpen(end), isMinutesLine(end) || isFurtherName(end) { end += 1 }
            if end - at >= 2 {
                for index in at..<end { judge(index, Verdict(.paragraph, "paragraph.labelled", 0.85)) }
            }
            at = end
        }
    }

    /// Another name under 主席 or 出席: 副秘書長　羅成典, or a short line set far in.
    private func isFurtherName(_ index: Int) -> Bool {
        let line = lines[index]
        return !line.blankBefore && line.stops == 0 && line.enumerator == nil && line.colon == nil
            && (isOfficeAndName(index) || (line.indent >= 6 && line.length <= 16))
    }

    private func isMinutesLine(_ index: Int) -> Bool {
        let line = lines[index]
        guard line.enumerator == nil, line.colon != nil || line.gaps > 0 else { return false }
        var label: [UInt8] = []
        var at = line.ink.lowerBound
        while at < line.ink.upperBound, label.count < 24 {
            let (scalar, size) = UTF8Scalar.decode(bytes, at)
            if scalar == "：" || scalar == ":" { break }
            if !Scalar.isSpace(scalar), !Scalar.isOpeningBracket(scalar), !Scalar.isClosingBracket(scalar) {
                if label.isEmpty, !Sketch.minutesHeads.contains(scalar) { return false }
                label += bytes[at..<at + size]
            }
            at += size
        }
        for word in Sketch.minutesLabels where label.starts(with: word) {
            return line.colon != nil || label.count > word.count
        }
        return false
    }

    /// The characters that labels begin with.
    private static let minutesHeads = Set(minutesLabels.map { UTF8Scalar.decode($0, 0).value })

    private static let minutesLabels: [[UInt8]] = [
        "时间", "時間", "地点", "地點", "主持", "主席", "出席", "列席", "缺席", "请假", "請假", "记录", "紀錄", "記錄", "参加", "參加", "与会", "议题",
        "議題", "会议时间",
        "会议地点", "會議時間", "會議地點", "会议名称", "会议主题", "主题", "汇报人", "审稿", "整理人", "到会", "應到", "实到", "應出席", "旁听", "副主席",
    ].map { Array($0.utf8) }
}
