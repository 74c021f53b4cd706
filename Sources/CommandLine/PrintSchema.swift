import ArgumentParser
import Quandian
import QuandianBatch

struct PrintSchema: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the RELAX NG schema that every result is valid against.",
        discussion: """
            With it, any XML tool can check the results:

              quandian schema > quandian.rng && xmllint --noout --relaxng quandian.rng tei/*.xml
            """)

    func run() throws {
        do { try Batch.writeStandardOutput(Schema.source) } catch {
            Terminal.complain("quandian: \(error)")
            throw ExitCode(1)
        }
    }
}
