import Foundation
import QuandianFilters

let usage = """
    usage: quandian-train DATA OUT [OPTION]...      learn the name tagger's weights
           quandian-train DATA OUT --teacher DIR --own DIR      the same, with what the program itself has marked
           quandian-train DATA OUT --start WEIGHTS              go on from weights
           quandian-train --score WEIGHTS DATA      what weights score on DATA's development parts, or on FILE.jsonl
           quandian-train --misses WEIGHTS DATA CORPUS
           quandian-train --arrange WEIGHTS OUT FILE...   the same weights, with rows in the order of their use in texts
           quandian-train --tag WEIGHTS             text on standard input, spans out; WEIGHTS may be “shared”

    DATA is a folder with people/CORPUS/train.jsonl and lists/. OUT is used with quandian --model OUT.

      --tei PATH       TEI of this program that a person has corrected, a file or a folder of them; may be repeated
      --documents DIR  documents marked for this project, *.gold.txt; may be repeated
      --corpora A,B    only these corpora of DATA (“none” for none at all)
      --teacher DIR    labels of Teacher/teach.py, and its words
      --own DIR        results of this program, a folder of TEI: what it marked in the teacher's sentences is learned
                       in the place of the teacher's labels
      --start FILE     go on from these weights, or from the mean of several that were made from one another; may be repeated. Of
                       their patterns, those that the corpora given here hold are kept
      --rate N         the step size to begin with, in hundredths (10)
      --passes N       how often everything is read (6; with --own 5); --refits N: once more after pruning (2)
      --rows N         how many rows of weights are kept (260000)
    """

func option(_ name: String, _ standard: Int) -> Int {
    guard let at = CommandLine.arguments.firstIndex(of: name), at + 1 < CommandLine.arguments.count else {
        return standard
    }
    return Int(CommandLine.arguments[at + 1]) ?? standard
}

func note(_ text: String) {
    FileHandle.standardError.write(Data("[\(Int(clock()) / 1_000_000) s] \(text)\n".utf8))
}

func evaluate(_ tagger: NameTagger, _ folder: String) throws {
    for corpus in Corpus.annotated {
        let labels =
            switch corpus {
            case .pfr199801: [Allowed.person]
            case .cluener, .resume: [0, 1, 2, 3]
            default: [Allowed.person, Allowed.organisation, Allowed.place]
            }
        let result = Evaluation(tagger, try corpus.read(folder, "dev"), label: corpus.label)
        note("  \(corpus.rawValue): \(result.line(labels))")
    }
}

let arguments = CommandLine.arguments
if arguments.contains("--help") || arguments.contains("-h") {
    print(usage)
    exit(0)
}
guard arguments.count >= 3 else {
    FileHandle.standardError.write(Data((usage + "\n").utf8))
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
        try evaluate(tagger, arguments[3])
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

if arguments[1] == "--arrange", arguments.count > 4 {
    let texts = try arguments[4...].map { path in
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self).unicodeScalars.map(\.value)
    }
    let bytes = try Arrangement.arranged(Array(Data(contentsOf: URL(fileURLWithPath: arguments[2]))), by: texts)
    try Data(bytes).write(to: URL(fileURLWithPath: arguments[3]))
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
let own = CommandLine.arguments.firstIndex(of: "--own").map { CommandLine.arguments[$0 + 1] }
if own != nil, teacher == nil {
    note(
        "error: --own needs --teacher DIR: the program's marks are learned from in the sentences that the teacher has read"
    )
    exit(2)
}
let documents = arguments.indices.dropLast().filter { arguments[$0] == "--documents" }.map { arguments[$0 + 1] }
let corrected = arguments.indices.dropLast().filter { arguments[$0] == "--tei" }.map { arguments[$0 + 1] }
for corpus in Corpus.allCases
where corpus == .documents || corpus == .corrected || corpus == .own || chosen?.contains(corpus.rawValue) ?? true {
    let texts: [AnnotatedText]
    if corpus == .documents {
        texts = try MarkedDocuments.read(documents)
    } else if corpus == .corrected || corpus == .own {
        do {
            if corpus == .own {
                guard let teacher, let own else { continue }
                texts = OwnMarks.sentences(
                    of: try CorrectedText.read([own], by: .program),
                    readBy: try JSONLines.read("\(teacher)/teacher.jsonl"))
                note("\(texts.count) sentences with the program's own marks")
            } else {
                texts = try CorrectedText.read(corrected)
            }
        } catch let error as CorrectedTextError {
            note("error: \(error)")
            exit(1)
        }
    } else if corpus == .teacher {
        guard let teacher, own == nil else { continue }
        texts = try JSONLines.read("\(teacher)/teacher.jsonl")
    } else {
        texts = try corpus.read(folder, "train")
    }
    for text in texts {
        for scalar in text.scalars { counts[fold(scalar), default: 0] += 1 }
        for span in text.spans where span.label == "PER" && corpus != .teacher && corpus != .own {
            persons[text.scalars[span.range].map { fold($0) }, default: 0] += 1
        }
    }
    for _ in 0..<corpus.repeats { samples += corpus.samples(texts, offices) }
}
note("\(samples.count) sentences, \(samples.reduce(0) { $0 + $1.scalars.count }) characters")
if samples.isEmpty {
    note("error: there is nothing to learn from: no sentence in the corpora chosen, and no --tei")
    exit(1)
}
let names = try Names(lists, fold, persons: persons)
let starts = arguments.indices.dropLast().filter { arguments[$0] == "--start" }.map { at in
    do {
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: arguments[at + 1])))
        _ = try TaggerWeights(bytes: bytes)
        return bytes
    } catch {
        note("error: \(arguments[at + 1]): \(error)")
        exit(1)
    }
}
let started = try starts.first.map { try TaggerWeights(bytes: $0) }
// Rows are looked up by their patterns' keys, which number the characters.
for (number, bytes) in starts.enumerated() where number > 0 {
    let other = Vocabulary(of: try TaggerWeights(bytes: bytes))
    if let started, Vocabulary(of: started) != other {
        note(
            "error: the weights given with --start number characters in other ways: they were not made from one another"
        )
        exit(1)
    }
}
let vocabulary =
    started.map { Vocabulary(of: $0) } ?? Vocabulary(fold, counts: counts, rare: 2, names: names)
let lexicon =
    try started.map { LexiconSections(of: $0.lexicon) }
    ?? LexiconSections(WordList(lists, fold, teacher: teacher), vocabulary)
var trainer = try Trainer(
    vocabulary: vocabulary, lexicon: lexicon, names: names, firstSquare: Float(option("--first", 100)) / 100)
try trainer.collect(samples)
note("\(vocabulary.classes.count) characters, \(trainer.entries.count) patterns, \(trainer.rows.count) rows")

trainer.decay = Float(option("--decay", 0)) / 10000
let passes = option("--passes", own == nil ? 6 : 5)
let refits = option("--refits", 2)
let forget = UInt64(option("--forget", 30))
let redraw = Double(option("--redraw", 50)) / 100
let speed = Float(option("--rate", 10)) / 100
var settledSamples = samples
if !starts.isEmpty {
    // What is peculiar to each corpus is learned beside weights that stand still.
    try trainer.start(with: starts)
    trainer.settle(&settledSamples)
    trainer.holdsCommon = true
    let likelihood = trainer.pass(settledSamples, rate: speed, endRate: speed / 2, redraw: redraw, forget: forget)
    trainer.holdsCommon = false
    note("what is peculiar: log-likelihood \(likelihood)")
} else {
    // What a corpus leaves open is settled by what the others teach.
    let likelihood = trainer.pass(
        samples.filter { !$0.isOpen }, rate: speed, endRate: speed, redraw: redraw, forget: forget)
    trainer.settle(&settledSamples)
    note("first pass: log-likelihood \(likelihood)")
}
for pass in 0..<passes {
    let from = speed * (1 - Float(pass) / Float(passes)) + 0.01
    let to = speed * (1 - Float(pass + 1) / Float(passes)) + 0.01
    let likelihood = trainer.pass(settledSamples, rate: from, endRate: to, redraw: redraw, forget: forget)
    note("pass \(pass + 1): log-likelihood \(likelihood)")
    // Too many rows for a file of weights: looked at when they are fewer.
    if trainer.rows.count < 1 << 24, pass % 2 == 1 || pass == passes - 1 {
        try evaluate(try NameTagger(weights: trainer.bytes()), folder)
    }
}
try trainer.prune(to: option("--rows", 260_000))
note("pruned to \(trainer.entries.count) patterns, \(trainer.rows.count) rows")
trainer.beginMean()
for pass in 0..<refits {
    let likelihood = trainer.pass(
        settledSamples, rate: 0.04 / Float(pass + 1), endRate: 0.02 / Float(pass + 1), redraw: redraw,
        forget: forget / 2)
    note("refit \(pass + 1): log-likelihood \(likelihood)")
}
trainer.takeMean()
let sureness = try Sureness.fit(try NameTagger(weights: trainer.bytes()), folder)
note("certainty: \(sureness)")
let bytes = try Arrangement.arranged(trainer.bytes(sureness: sureness), by: samples.map(\.scalars))
try evaluate(try NameTagger(weights: bytes), folder)
try Data(bytes).write(to: URL(fileURLWithPath: arguments[2]))
note("\(bytes.count) bytes")
