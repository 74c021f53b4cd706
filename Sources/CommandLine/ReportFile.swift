import ArgumentParser
import Quandian
import QuandianBatch

struct ReportFile: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Print what a batch did, from the report that convert --report wrote.",
        discussion: """
            How many, how fast, the commonest findings, the slowest and the failed files. With --html, one page with the \
            same and plots of the outcomes, the dates by year, the people named most often and the certainty of the \
            marks; it needs no network.
            """)

    @Argument(help: ArgumentHelp("The report.", valueName: "file"))
    var report: String

    @Flag(help: "A page of HTML on standard output instead of tables.")
    var html = false

    func run() throws {
        do {
            let summary = try ReportSummary(report)
            try Batch.writeStandardOutput(Array((html ? ReportPage(summary).html : summary.text).utf8))
        } catch {
            Terminal.complain("quandian: \(error)")
            throw ExitCode(2)
        }
    }
}
