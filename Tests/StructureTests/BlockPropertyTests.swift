import Foundation
import QuandianFilters
import QuandianText
import Testing

/// What holds of the blocks of any text at all.
@Suite struct BlockPropertyTests {
    /// What is wrong with the blocks of a text; nil where nothing is.
    private func fault(of text: Text) -> String? {
        let blocks = StructureFilter().annotate(Document(text)).blocks
        var at = 0
        for block in blocks {
            if block.range.lowerBound < at || block.range.isEmpty { return "block at \(block.range) out of order" }
            if !isBlank(text, at..<block.range.lowerBound) { return "text lost before \(block.range.lowerBound)" }
            let first = text.lines[text.lineIndex(at: block.range.lowerBound)]
            if first.content.lowerBound != block.range.lowerBound { return "block does not begin a line" }
            let last = text.lines[text.lineIndex(at: block.range.upperBound - 1)]
            if last.content.upperBound != block.range.upperBound { return "block does not end a line" }
            var inside = block.range.lowerBound
            for part in block.parts {
                if part.range.lowerBound < inside || part.range.isEmpty
                    || part.range.upperBound > block.range.upperBound
                {
                    return "part \(part) of \(block.range) out of order"
                }
                for edge in [part.range.lowerBound, part.range.upperBound]
                where edge < text.bytes.count && text.bytes[edge] & 0xC0 == 0x80 {
                    return "part \(part) cuts a scalar"
                }
                inside = part.range.upperBound
            }
            if !(0...1).contains(block.provenance.certainty) { return "certainty \(block.provenance.certainty)" }
            at = block.range.upperBound
        }
        return isBlank(text, at..<text.bytes.count) ? nil : "text lost at the end"
    }

    private func isBlank(_ text: Text, _ range: Range<Int>) -> Bool {
        text.scalars(in: range).values.allSatisfy {
            Unicode.Scalar($0)?.properties.isWhitespace == true || $0 == 0xFEFF || $0 == 0x200B
                || (0x1C...0x1F).contains($0)
        }
    }

    @Test func randomRubbishIsCoveredWholly() {
        let pieces = [
            "一、", "（一）", "1.", "①", "第三条", "第 二 章", "　　", " ", "\n", "\n\n", "\r\n", "\t", "。", "；", "：", "，", "“", "”",
            "《", "》", "（",
            "）", "附件", "抄送：", "2020年2月8日", "〔2020〕17号", "问：", "答：", "摄", "分享到", "来源：", "责任编辑", "县政府", "关于开展工作的通知", "天",
            "a", "9999999999999", "|",
            "#", "——", "●", "\u{0}", "\u{FEFF}", "😀", "\u{2028}", "\u{85}", ".", "第", "十", "百百百", "-", "1", "Ⅳ", "㈠",
            "【", "】", "首页 >", "版权所有", "更多",
            "各乡镇人民政府：", "会议指出，要抓好各项工作的落实，确保全年任务完成。", "索引号：", "发文机关：",
        ]
        var random = SystemRandomNumberGenerator.seeded(7)
        for round in 0..<4000 {
            let count = Int.random(in: 0..<60, using: &random)
            let string = (0..<count).map { _ in pieces.randomElement(using: &random)! }.joined()
            let text = Text(string)
            let fault = fault(of: text)
            #expect(fault == nil, "round \(round): \(string.debugDescription)")
            if fault != nil { return }
        }
    }

    @Test(arguments: ["", "\n", "　", " \n　\n", "天", "。", "\n天", "第", "（", "1", "附件", "：", "问："])
    func theSmallestTextsAreCovered(_ string: String) {
        #expect(fault(of: Text(string)) == nil)
    }

    @Test func realFilesAreCoveredWholly() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(
            path: "../../../shared/data/raw")
        guard let names = FileManager.default.enumerator(atPath: folder.path) else {
            print("no shared/data/raw beside the project: nothing to check")
            return
        }
        var number = 0
        for case let name as String in names where name.hasSuffix(".txt") {
            number += 1
            guard number % 9 == 0, let data = FileManager.default.contents(atPath: folder.appending(path: name).path),
                let string = String(data: data, encoding: .utf8)
            else { continue }
            #expect(fault(of: Text(string)) == nil, "\(name)")
        }
    }

    @Test func longLinesAndManyLinesTakeLinearTime() {
        let clock = ContinuousClock()
        func time(_ string: String) -> Double {
            let text = Text(string)
            let spent = clock.measure { _ = StructureFilter().annotate(Document(text)) }
            return Double(spent.components.seconds) + Double(spent.components.attoseconds) * 1e-18
        }
        for unit in [
            "天", "天\n", "一、天\n", "1. \n", "（一）工作。\n", "“", "《问：", "附件\n", "天。", "　\n天", "| a | b |\n", "李　明\n",
            "2020年2月8日\n", "摄\n",
        ] {
            let small = time(String(repeating: unit, count: 10_000))
            let large = time(String(repeating: unit, count: 80_000))
            #expect(large < small * 24 + 0.2, "\(unit): \(small) s, then \(large) s for eight times as much")
        }
    }
}

/// A small generator with a seed, so that a failure can be met again.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let mixed = (state ^ (state >> 29)) &* 0xBF58_476D_1CE4_E5B9
        return mixed ^ (mixed >> 32)
    }
}

extension SystemRandomNumberGenerator {
    static func seeded(_ seed: UInt64) -> SeededGenerator { SeededGenerator(state: seed) }
}
