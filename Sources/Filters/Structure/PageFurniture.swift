import QuandianText

// 索引号, 发文机关 and their like, which a government page prints above the document.

extension Sketch {
    mutating func judgePageFurniture() {
        // Labels in the first lines; two of them make a card.
        let limit = min(count, 48)
        var labels: [(line: Int, valueStart: Int, label: String)] = []
        for index in 0..<limit {
            if let (label, start) = furnitureLabel(index) { labels.append((index, start, label)) }
        }
        guard labels.count >= 2, labels[0].line <= 12 else { return }
        for (position, found) in labels.enumerated() {
            let next = position + 1 < labels.count ? labels[position + 1].line : found.line + 1
            // A card is dense: a label far from the next one belongs to the text.
            if position > 0, found.line - labels[position - 1].line > 4 { break }
            let rule = "residue.furniture"
            judge(found.line, Verdict(.residue(.furniture), rule, 0.95))
            var value = lines[found.line].ink
            value = found.valueStart..<value.upperBound
            if value.isEmpty,
                next == found.line + 2 || (next == found.line + 1 && isFurnitureValue(found.line + 1, labels.count))
            {
                let at = found.line + 1
                if at < count, furnitureLabel(at) == nil {
                    judge(at, Verdict(.residue(.furniture), rule, 0.9))
                    value = lines[at].ink
                }
            }
            metadata.furniture.append(
                Metadata.Field(found.label, String(decoding: bytes[value], as: UTF8.self)))
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

    /// A label of the card, spaces dropped, and where its value begins.
    private func furnitureLabel(_ index: Int) -> (String, Int)? {
        let line = lines[index]
        guard let colon = line.colon, line.length <= 120 else { return nil }
        var label: [UInt8] = []
        var at = line.ink.lowerBound
        while at < colon {
            let (scalar, size) = UTF8Scalar.decode(bytes, at)
            if !Scalar.isSpace(scalar), !Scalar.isOpeningBracket(scalar) { label += bytes[at..<at + size] }
            at += size
        }
        guard Sketch.furnitureLabels.contains(label) else { return nil }
        let after = colon + UTF8Scalar.decode(bytes, colon).size
        return (String(decoding: label, as: UTF8.self), bytes.skippingSpaces(from: after, before: line.ink.upperBound))
    }

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
