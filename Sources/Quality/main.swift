// quandian-quality SUITE FILE… : scores a filter against a development set, one line a measure:
// suite, measure, value and detail with tabs between them. -v lists the misses.
import Foundation

let arguments = Array(CommandLine.arguments.dropFirst())
let isVerbose = arguments.contains("-v")
let rest = arguments.filter { $0 != "-v" }
let suites = [structureSuites, dateSuites, nameSuites].reduce(into: [:]) { $0.merge($1) { first, _ in first } }
guard let suite = rest.first, let run = suites[suite], rest.count > 1 || suite == "date-linear" else {
    print("usage: quandian-quality SUITE FILE… [-v]\nsuites: \(suites.keys.sorted().joined(separator: " "))")
    exit(2)
}
run(Array(rest.dropFirst()), isVerbose)
