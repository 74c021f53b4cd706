import Foundation
import Quandian
import TestSupport
import Testing

@Suite("The promises hold for any text")
struct PromiseTests {
    private static let converter = Converter()

    /// Converts a text twice and holds the four promises against the result.
    private func hold(_ bytes: [UInt8], _ name: String) throws {
        let conversion = try Self.converter.convert(bytes, named: name)
        let text = String(decoding: conversion.document.text.bytes, as: UTF8.self)
        #expect(textContent(ofTEI: conversion.xml) == text, "\(name): a character is lost")
        #expect(try Self.converter.convert(bytes, named: name).xml == conversion.xml, "\(name): other bytes")
        // Validity is checked by the converter itself, which throws.
        let filters = Set(["structure", "quotations", "sentences", "dates", "names", "entities"])
        for mark in conversion.document.marks {
            #expect(filters.contains(mark.provenance.filter))
            #expect((0...1).contains(mark.provenance.certainty))
            #expect(!mark.provenance.rule.isEmpty)
        }
    }

    private static let phrases = [
        "一、", "（一）", "第三条　", "1．", "2020年2月15日", "2月30日", "昨日", "上午10:00", "记者李明", "党组书记石凤妍",
        "欧阳修", "阿卜杜勒·本·哈立德", "天津市", "国务院", "市委宣传部", "《关于", "》的通知", "“", "”", "「", "」", "。",
        "，", "、", "：", "附件：", "抄送：", "分享到：", "责任编辑：", "\n", "\n\n", "\r\n", "\r", "　　", " ", "\t", "|",
        "摄", "同志", "问：", "答：", "农历腊月廿三", "民國二十五年", "十三五", "近日", "A·K·拉马钱德兰", "\u{0}", "\u{C}", "\u{85}",
        "\u{2028}", "\u{FFFE}", "\u{1F600}", "<b>", "&amp;", "]]>", "3天", "第一时间", "〔2020〕3号", "李　明", "abc", "99", "年",
        "月", "日", "——", "…", "●",
    ]

    @Test("Random mixtures of Chinese text, marks and rubbish", arguments: 0..<400)
    func mixtures(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let text = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
            Self.phrases.randomElement(using: &generator) ?? ""
        }.joined()
        try hold(Array(text.utf8), "seed \(seed)")
    }

    /// The same for bytes that may be no text, and are refused then.
    private func holdOrRefuse(_ bytes: [UInt8], _ name: String) {
        do { try hold(bytes, name) } catch let error as ConversionError {
            if case .invalid(let diagnostics) = error { Issue.record("\(name): not valid: \(diagnostics)") }
        } catch { Issue.record(error) }
    }

    @Test("Random bytes are converted or refused", arguments: 0..<100)
    func rubbish(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let bytes = (0..<Int.random(in: 0...400, using: &generator)).map { _ in
            UInt8.random(in: 0...255, using: &generator)
        }
        holdOrRefuse(bytes, "seed \(seed)")
    }

    /// Made anew by `Fuzz/keep`: each line is an input, in base64.
    @Test("Inputs that taught the fuzzer something are converted or refused")
    func fuzzed() throws {
        let file = try Place.bytes(Place.package + "/Tests/PromiseTests/Documents/fuzzed.txt")
        let lines = String(decoding: file, as: UTF8.self).split(separator: "\n")
        #expect(lines.count > 100)
        for line in lines {
            let bytes = try #require(Data(base64Encoded: String(line)))
            holdOrRefuse([UInt8](bytes), String(line))
        }
    }

    @Test(
        "Odd texts have a result",
        arguments: [
            "", "\n", " ", "　", "　　\n　　", "\r", "一个\u{0}零字符在句子当中", "\u{FEFF}", "。", "《", "第", "一、", "1", "年", "2020年",
            "\u{2028}\u{2028}", "<>&\"'", "标题", "\u{FFFF}",
        ])
    func oddTexts(text: String) throws { try hold(Array(text.utf8), "odd") }

    @Test func aResultThatIsTooLargeToBeValidatedIsNoBug() {
        let large = ConversionError.invalid([Diagnostic(.limit, "no more than 2147483647 bytes are read")])
        #expect(large.findings.map(\.code) == ["result.too-large"])
        #expect(large.findings.first?.message.contains("bug") == false)
        #expect(ConversionError.invalid([Diagnostic(.element, "…")]).findings.map(\.code) == ["result.invalid"])
    }

    @Test func oneLineOfAMegabyte() throws {
        let line = String(repeating: "2020年2月15日，市委书记李明在武汉说：“好。”", count: 16000)
        try hold(Array(line.utf8), "long line")
    }

    @Test func manyLinesOfOneCharacter() throws {
        try hold(Array(String(repeating: "人\n", count: 20000).utf8), "short lines")
    }

    @Test(
        "Raw files beside the project, a few of each kind",
        .enabled(if: Place.shared != nil, "there is no shared data beside the project"))
    func rawFiles() throws {
        let files = Place.files(in: (Place.shared ?? "") + "/data/raw", ending: ".txt")
        for (index, path) in files.enumerated() where index % 60 == 0 { try hold(try Place.bytes(path), path) }
    }
}
