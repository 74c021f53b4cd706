import Foundation
import QuandianFilters

// quandian-train DATA OUT [--passes N] [--rows N]: learns the name tagger's weights from the data folder.

func option(_ name: String, _ standard: Int) -> Int {
    guard let at = CommandLine.arguments.firstIndex(of: name), at + 1 < CommandLine.arguments.count else {
        return standard
    }
    return Int(CommandLine.arguments[at + 1]) ?? standard
}

func note(_ text: String) {
    FileHandle.standardError.write(Data("[\(Int(clock()) / 1_000_000) s] \(text)\n".utf8))
}

func evaluate(_ folder: String, tag: ([UInt32]) -> [TaggedSpan]) throws {
    for corpus in Corpus.annotated {
        let labels =
            switch corpus {
            case .pfr199801: [Allowed.person]
            case .cluener, .resume: [0, 1, 2, 3]
            default: [Allowed.person, Allowed.organisation, Allowed.place]
            }
        let result = Evaluation(try corpus.read(folder, "dev"), label: corpus.label, tag: tag)
        note("  \(corpus.rawValue): \(result.line(labels))")
    }
}

let arguments = CommandLine.arguments
guard arguments.count >= 3 else {
    print("usage: quandian-train DATA OUT [--passes N] [--rows N]\n       quandian-train --score WEIGHTS DATA")
    exit(2)
}
if arguments[1] == "--score", arguments.count > 3 {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: arguments[2]))
    let tagger = try NameTagger(weights: Array(bytes))
    if arguments[3].hasSuffix(".jsonl") {
        let result = Evaluation(tagger, try JSONLines.read(arguments[3])) {
            ["PER", "ROLE", "ORG", "LOC"].firstIndex(of: $0)
        }
        note(result.line([0, 1, 2, 3]))
    } else {
        try evaluate(arguments[3]) { tagger.tag($0) }
    }
    exit(0)
}

if arguments[1] == "--misses", arguments.count > 4, let corpus = Corpus(rawValue: arguments[4]) {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: arguments[2]))
    let tagger = try NameTagger(weights: Array(bytes))
    let isFile = arguments[3].hasSuffix(".jsonl")
    for text in isFile ? try JSONLines.read(arguments[3]) : try corpus.read(arguments[3], "dev") {
        for line in Evaluation.misses(tagger, text, label: corpus.label) { print(line) }
    }
    exit(0)
}
if arguments[1] == "--tag" {
    // Text on standard input, spans out: start, end, label, certainty, words.
    let text = Array(
        String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self).unicodeScalars.map(\.value))
    let tagger =
        arguments[2] == "shared"
        ? NameTagger.shared : try NameTagger(weights: Array(try Data(contentsOf: URL(fileURLWithPath: arguments[2]))))
    let began = clock()
    let spans = tagger.tag(text)
    note("\(text.count) characters in \(Double(clock() - began) / 1e6) s of CPU, \(spans.count) spans")
    for span in spans { print(span.start, span.end, span.label, span.probability) }
    exit(0)
}

let folder = arguments[1]
let lists = Lists(folder: folder)
let fold = try Folding(lists)
let offices = try Offices(lists, fold)
var samples: [Sample] = []
var persons: [[UInt32]: Double] = [:]
var counts: [UInt32: Double] = [:]
let teacher = CommandLine.arguments.firstIndex(of: "--teacher").map { CommandLine.arguments[$0 + 1] }
let chosen = CommandLine.arguments.firstIndex(of: "--corpora").map {
    CommandLine.arguments[$0 + 1].split(separator: ",").map(String.init)
}
for corpus in Corpus.allCases where chosen?.contains(corpus.rawValue) ?? true {
    let texts: [AnnotatedText]
    if corpus == .teacher {
        guard let teacher else { continue }
        texts = try JSONLines.read("\(teacher)/teacher.jsonl")
    } else {
        texts = try corpus.read(folder, "train")
    }
    for text in texts {
        for scalar in text.scalars { counts[fold(scalar), default: 0] += 1 }
        for span in text.spans where span.label == "PER" && corpus != .teacher {
            persons[text.scalars[span.range].map { fold($0) }, default: 0] += 1
        }
    }
    for _ in 0..<corpus.repeats { samples += corpus.samples(texts, offices) }
}
note("\(samples.count) sentences, \(samples.reduce(0) { $0 + $1.scalars.count }) characters")
let names = try Names(lists, fold, persons: persons)
let vocabulary = Vocabulary(fold, counts: counts, rare: 2, names: names)

let shape = NetworkShape(
    width: option("--width", 64), hidden: option("--hidden", 64), firstTaps: option("--taps", 5),
    spreads: Array([1, 2, 1, 2].prefix(option("--layers", 2))))
NetworkTrainer.least = (option("--two", 4), option("--three", 8))
var network = try NetworkTrainer(
    shape: shape, vocabulary: vocabulary, words: try WordList(lists, fold, teacher: teacher), names: names)
let raw = try RawText.sentences(folder, megabytes: option("--raw", 30))
try network.collect(samples, raw: raw, rawFactor: option("--rawfactor", 12))
network.dropout = Float(option("--dropout", 35)) / 100
network.batch = option("--batch", 8)
note("\(vocabulary.classes.count) characters, \(network.words.count) words, \(network.entries.count) rows")
if !raw.isEmpty {
    network.read(
        raw + samples.map(\.scalars), rate: Float(option("--rawrate", 25)) / 1000,
        scale: Float(option("--rawscale", 120)) / 1000)
    note("\(raw.count) raw sentences read")
}
let passes = option("--passes", 6)
let refits = option("--refits", 2)
let speed = Float(option("--rate", 20)) / 10000
let forget = UInt64(option("--forget", 80))
let redraw = Double(option("--redraw", 50)) / 100
// What a corpus leaves open is settled by what the others teach.
if samples.contains(where: \.isOpen) {
    let closed = samples.filter { !$0.isOpen }
    let likelihood = network.pass(closed, rate: speed, endRate: speed, redraw: redraw, forget: forget)
    network.settle(&samples)
    note("first pass: log-likelihood \(likelihood)")
}
for pass in 0..<passes {
    let from = speed * (1 - Float(pass) / Float(passes)) + speed / 20
    let to = speed * (1 - Float(pass + 1) / Float(passes)) + speed / 20
    let likelihood = network.pass(samples, rate: from, endRate: to, redraw: redraw, forget: forget)
    note("pass \(pass + 1): log-likelihood \(likelihood)")
    if pass % 3 == 2 || pass == passes - 1 { try evaluate(folder) { network.tag($0) } }
}
try network.prune(to: option("--rows", 60_000))
note("pruned to \(network.entries.count) rows")
for pass in 0..<refits {
    let rate = speed / 5
    let likelihood = network.pass(
        samples, rate: rate * Float(refits - pass) / Float(refits), endRate: rate * Float(refits - pass - 1) / Float(refits),
        redraw: redraw, forget: forget)
    note("refit \(pass + 1): log-likelihood \(likelihood)")
}
try evaluate(folder) { network.tag($0) }
var file = network.file(samples)
file.closed = try Gate.threshold(file, try Corpus.msra.read(folder, "dev") + Corpus.cluener.read(folder, "dev"))
note("the gate must pass \(file.closed)")
file.sureness = try Sureness.fit(try NameTagger(weights: file.bytes()), folder)
note("certainty: \(file.sureness)")
let bytes = file.bytes()
let tagger = try NameTagger(weights: bytes)
try evaluate(folder) { tagger.tag($0) }
try Data(bytes).write(to: URL(fileURLWithPath: arguments[2]))
note("\(bytes.count) bytes")
