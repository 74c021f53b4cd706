import QuandianText

// 索引号, 发文机关 and their like, which a government page prints above the document.

extension Sketch {
    mutating func judgePageFurniture() {
        // Labels in the first lines; two of them make a card.
        let limit = min(count, 48)
        var cards: [(line: Int, fields: [FurnitureField])] = []
        for index in 0..<limit {
            let fields = furnitureFields(index, inCard: cards.last.map { index - $0.line <= 2 } ?? false)
            if !fields.isEmpty { cards.append((index, fields)) }
        }
        guard cards.reduce(0, { $0 + $1.fields.count }) >= 2, cards[0].line <= 12 else { return }
        for (position, found) in cards.enumerated() {
            let next = position + 1 < cards.count ? cards[position + 1].line : found.line + 1
            // A card is dense: a label far from the next one belongs to the text.
            if position > 0, found.line - cards[position - 1].line > 4 { break }
            let rule = "residue.furniture"
            judge(found.line, Verdict(.residue(.furniture), rule, 0.95))
            var fields = found.fields
            if let last = fields.last, last.value.isEmpty,
                next == found.line + 2 || (next == found.line + 1 && isFurnitureValue(found.line + 1, cards.count))
            {
                let at = found.line + 1
                if at < count, furnitureFields(at, inCard: true).isEmpty {
                    judge(at, Verdict(.residue(.furniture), rule, 0.9))
                    fields[fields.count - 1].value = lines[at].ink
                }
            }
            for field in fields {
                metadata.furniture.append(
                    Metadata.Field(field.label, String(decoding: bytes[field.value], as: UTF8.self)))
            }
            body = max(body.lowerBound, found.line + 1)..<body.upperBound
        }
        while body.lowerBound < body.upperBound, !isOpen(body.lowerBound) {
            body = body.lowerBound + 1..<body.upperBound
        }
    }

    /// The last label's value stands on the next line only where it cannot be the title: a date, or words before the
    /// line with which the title begins as the card gives it.
    private func isFurnitureValue(_ index: Int, _ labels: Int) -> Bool {
        guard index + 1 < count else { return false }
        if wholeDate(index) != nil { return true }
        guard let title = metadata.furniture.first(where: { $0.label == "标题" || $0.label == "名称" })?.value,
            lines[index].length <= 30, labels >= 3
        else { return false }
        let words = Array(title.utf8)[...]
        return !words.starts(with: bytes[lines[index].ink]) && words.starts(with: bytes[lines[index + 1].ink])
    }

    private struct FurnitureField {
        var label: String
        var value: Range<Int>
    }

    /// The fields that a line of the card has: 索引号：…　主题分类：…, 【索引号】…, 索引号|…|主题分类|…; none where the line does not
    /// begin with one. A label without any mark counts only beside others.
    private func furnitureFields(_ index: Int, inCard: Bool) -> [FurnitureField] {
        let line = lines[index]
        guard line.length <= 200 else { return [] }
        let ink = line.ink
        var fields: [FurnitureField] = []
        var at = ink.lowerBound
        while at < ink.upperBound {
            // At the start of the line or behind a gap a label may stand.
            if let (label, end) = furnitureLabel(at, ink.upperBound, isLone: inCard || index <= 12) {
                let value = skippingMarks(end, ink.upperBound)
                fields.append(FurnitureField(label: label, value: value..<value))
                at = value
            } else if fields.isEmpty {
                return []
            } else {
                let end = segmentEnd(at, ink.upperBound)
                let last = fields.count - 1
                let start = fields[last].value.isEmpty ? at : fields[last].value.lowerBound
                fields[last].value = start..<end
                at = skippingMarks(end, ink.upperBound)
            }
        }
        return fields
    }

    /// The first offset that holds neither white space nor a bar.
    private func skippingMarks(_ start: Int, _ limit: Int) -> Int {
        var at = start
        while at < limit {
            let (scalar, size) = UTF8Scalar.decode(bytes, at)
            guard Scalar.isSpace(scalar) || scalar == "|" || scalar == "｜" || scalar == "│" else { break }
            at += size
        }
        return at
    }

    /// Where the stretch without a tab, a bar or a gap of two columns ends.
    private func segmentEnd(_ start: Int, _ limit: Int) -> Int {
        var at = start
        var end = start
        var space = 0
        while at < limit {
            let (scalar, size) = UTF8Scalar.decode(bytes, at)
            if scalar == "|" || scalar == "｜" || scalar == "│" { break }
            if Scalar.isSpace(scalar) {
                space += scalar == "\t" || scalar == "\u{3000}" ? 2 : 1
            } else {
                if space >= 2 { break }
                space = 0
                end = at + size
            }
            at += size
        }
        return max(end, min(limit, start + 1))
    }

    /// A label of the card at an offset, spaces dropped, and where it ends, its mark included.
    private func furnitureLabel(_ start: Int, _ limit: Int, isLone: Bool) -> (String, Int)? {
        var label: [UInt8] = []
        var at = start
        while at < limit, label.count <= 30 {
            let (scalar, size) = UTF8Scalar.decode(bytes, at)
            switch scalar {
            case ":", "：", "︰", "∶", "】", "]", "|", "｜", "│":
                guard Sketch.furnitureLabels.contains(label) else { return nil }
                var end = at + size
                if end < limit, scalar == "】" || scalar == "]" {
                    let (colon, colonSize) = UTF8Scalar.decode(bytes, end)
                    if colon == ":" || colon == "：" { end += colonSize }
                }
                return (String(decoding: label, as: UTF8.self), end)
            case let other where Scalar.isSpace(other) || Scalar.isOpeningBracket(other): break
            default:
                if label.isEmpty, !Sketch.furnitureHeads.contains(scalar) { return nil }
                label += bytes[at..<at + size]
            }
            at += size
        }
        guard at == limit, isLone, label.count >= 9, Sketch.furnitureLabels.contains(label) else { return nil }
        return (String(decoding: label, as: UTF8.self), limit)
    }

    /// The characters that labels begin with.
    private static let furnitureHeads = Set(furnitureLabels.map { UTF8Scalar.decode($0, 0).value })

    private static let furnitureLabels: Set<[UInt8]> = Set(
        [
            "索引号", "信息索引号", "索引號", "主题分类", "主题类别", "发文机关", "发布机构", "发布机关", "信息来源机构", "成文日期", "标题", "名称", "信息名称", "发文字号",
            "文号", "公文文号",
            "发布日期", "生成日期", "公开日期", "公开时间", "主题词", "公开类别", "信息分类", "信息类别", "有效性", "时效性", "公文种类", "体裁分类", "组配分类", "服务对象",
            "关键词", "发文日期",
            "公开方式", "公开形式", "公开时限", "公开范围", "内容概述", "内容概要", "责任部门", "废止日期", "施行日期", "效力状态", "文件编号", "统一登记号", "规范性文件编号",
            "發文機關", "發布日期", "發文日期", "發文字號", "主題分類", "公文主题词", "制发机关", "所属主题", "发文单位", "失效日期", "生效日期", "语种",
        ].map { Array($0.utf8) })
}
