// stages FILE…: what each stage costs over all files together, in MB of source for each second of processor time, and
// the blocks of memory that it asks for, for each kilobyte of source. One thread.
import CAllocations
import Foundation
import Quandian
import QuandianFilters
import QuandianTEI

let sources = CommandLine.arguments.dropFirst().compactMap {
    FileManager.default.contents(atPath: $0).map { [UInt8]($0) }
}
let size = sources.reduce(0) { $0 + $1.count }
guard size > 0 else {
    print("usage: Stages FILE…")
    exit(2)
}

struct Cost {
    var seconds: Double
    var allocations: Int

    static func - (a: Cost, b: Cost) -> Cost {
        Cost(seconds: a.seconds - b.seconds, allocations: a.allocations - b.allocations)
    }
}

/// The middle of three runs, by time.
func cost(_ body: () -> Void) -> Cost {
    var costs: [Cost] = []
    for _ in 0..<3 {
        let (start, before) = (clock(), quandian_allocations())
        body()
        costs.append(
            Cost(
                seconds: Double(clock() - start) / Double(CLOCKS_PER_SEC),
                allocations: quandian_allocations() - before))
    }
    return costs.sorted { $0.seconds < $1.seconds }[1]
}

func row(_ stage: String, _ cost: Cost, of whole: Cost) {
    // A difference of two measurements may be too small to be told, and even negative.
    let isTold = cost.seconds > whole.seconds / 200
    let columns = [
        isTold ? String(format: "%.1f", Double(size) / 1e6 / cost.seconds) : "",
        isTold ? String(format: "%.0f %%", 100 * cost.seconds / whole.seconds) : "under 1 %",
        String(format: "%.1f", Double(cost.allocations) / (Double(size) / 1000)),
    ]
    print("| \(stage) | \(columns.joined(separator: " | ")) |")
}

let decoder = Decoder()
let texts = sources.compactMap { try? decoder.decode($0).text }
let filters: [any Filter] = [
    StructureFilter(), QuotationFilter(), SentenceFilter(), DateFilter(), NameFilter(), EntityFilter(),
]
let converter = Converter()
let whole = cost { for source in sources { _ = try? converter.convert(source, named: "source.txt") } }
print("\(sources.count) files, \(String(format: "%.2f", Double(size) / 1e6)) MB")
print("| stage | MB a CPU second | of the whole | allocations a KB |\n|---|---|---|---|")
row("decode", cost { for source in sources { _ = try? decoder.decode(source) } }, of: whole)
var before = Cost(seconds: 0, allocations: 0)
for end in 1...filters.count {
    // A filter alone is what the filters up to it cost more than those before it.
    guard let pipeline = try? Pipeline(Array(filters.prefix(end))) else { continue }
    let upTo = cost { for text in texts { _ = pipeline.run(text) } }
    row(filters[end - 1].name, upTo - before, of: whole)
    before = upTo
}
let documents = texts.map { Pipeline.standard().run($0) }
let description = SourceDescription(
    fileName: "source.txt", digest: Digest.sha256([]), byteCount: 0, encoding: "UTF-8", version: Quandian.version,
    filters: filters.map { ($0.name, $0.summary) }, settings: [])
var results: [[UInt8]] = []
row("write", cost { results = documents.map { TEIWriter().write($0, from: description) } }, of: whole)
row("validate", cost { for result in results { _ = Validator(.ownResults).validate(result) } }, of: whole)
row("**whole**", whole, of: whole)
