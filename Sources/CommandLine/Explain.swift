import ArgumentParser
import Quandian
import QuandianBatch
import QuandianFilters

struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show a document as the filters see it.",
        discussion: """
            Each line of the source with its kind, the rule that says so and how sure it is; below it each mark with \
            its filter, rule and certainty, and what it means or refers to. A terminal gets colours.
            """)

    @Argument(help: ArgumentHelp("A file, or - for standard input.", valueName: "file"))
    var input: String

    @OptionGroup var source: SourceOptions

    @Flag(inversion: .prefixedNo, help: "Colours; by default on a terminal.")
    var color: Bool?

    func run() throws {
        let converter = try source.converter()
        do {
            let bytes = try Batch.read(input, limit: source.sizeLimit)
            let (document, decoded) = try converter.annotate(bytes)
            let page = Explanation(document, colours: color ?? Terminal.isInteractive).text
            try Batch.writeStandardOutput(Array(("encoding: " + decoded.summary + "\n" + page).utf8))
            for finding in decoded.findings + document.findings { Terminal.complain(finding.line(in: input)) }
        } catch let error as FileError {
            Terminal.complain("quandian: \(error)")
            throw ExitCode(2)
        } catch let error as ConversionError {
            for finding in error.findings { Terminal.complain(finding.line(in: input)) }
            throw ExitCode(1)
        }
    }
}
