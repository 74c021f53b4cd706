import ArgumentParser
import Glibc
import Quandian
import QuandianBatch
import QuandianFilters

struct Convert: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Convert files and folders to TEI XML (the default).",
        discussion: """
            A folder gives its .txt files, with the folders below it mirrored: quandian convert in/ --output out/ turns \
            in/a/b.txt into out/a/b.xml. A file that is named itself is taken whatever its ending. A file that fails \
            is reported and the next one goes on; what stood under its result's name stays.

            Started again, it converts only what is missing, what has changed, and what another version of the program \
            or other settings have made: the results' own headers tell. --force converts all.

            Ctrl-C ends the run after the files in work, with the summary; once more ends it at once. Either way a \
            result is whole or not there.
            """)

    @Argument(help: ArgumentHelp("Files and folders, or - for standard input.", valueName: "in"))
    var inputs: [String]

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "The folder for the results; made if missing. - is standard output, for a single file.",
            valueName: "dir"))
    var output: String?

    @OptionGroup var source: SourceOptions

    @Flag(help: "Leave residue of web pages out of the text; the header tells how much of which lines.")
    var dropResidue = false

    @Option(help: ArgumentHelp("How many files at a time; all cores by default.", valueName: "n"))
    var jobs: Int?

    @Flag(help: "Convert all files, also those whose results stand there.")
    var force = false

    @Option(
        help: ArgumentHelp(
            "Write a line of JSON for each document as it finishes, and one for the whole.",
            discussion: "quandian report FILE makes a table or a page of it.", valueName: "file"))
    var report: String?

    @Option(
        help: ArgumentHelp("Convert only what failed by the report of an earlier run.", valueName: "report"))
    var retryFailed: String?

    @Flag(help: "Print a table of what was done with each file on standard output.")
    var table = false

    @Flag(name: .shortAndLong, help: "Report failures only.")
    var quiet = false

    func validate() throws {
        if inputs.contains("-"), inputs.count > 1 {
            throw ValidationError("- is standard input and stands alone: give either - or files and folders.")
        }
        if inputs == ["-"], let output, output != "-" {
            throw ValidationError(
                "Standard input has no name for a file in \(output): leave --output out and redirect.")
        }
        if inputs != ["-"], output == nil {
            throw ValidationError("Where shall the results go? Give a folder with --output.")
        }
        if output == "-", inputs.count > 1 {
            throw ValidationError("--output - is for a single file: give a folder for several.")
        }
        if inputs == ["-"] || output == "-", report != nil || retryFailed != nil {
            throw ValidationError("--report and --retry-failed are for files with results in a folder.")
        }
        if let jobs, jobs < 1 { throw ValidationError("--jobs is a number from 1.") }
    }

    func run() throws {
        Models.prepare()
        let converter = try source.converter(dropsResidue: dropResidue)
        if inputs == ["-"] || output == "-" {
            try convertOne(inputs[0], converter)
        } else {
            try convertAll(to: output ?? "", converter)
        }
    }

    private func convertOne(_ input: String, _ converter: Converter) throws {
        let name = input == "-" ? "standard input" : input
        let conversion: Conversion
        do {
            let bytes = try Batch.read(input, limit: source.sizeLimit)
            conversion = try converter.convert(bytes, named: FileList.fileName(of: input))
        } catch let error as FileError {
            Terminal.complain("quandian: \(error)")
            throw ExitCode(1)
        } catch let error as ConversionError {
            for finding in error.findings { Terminal.complain(finding.line(in: name)) }
            throw ExitCode(1)
        }
        if !quiet {
            for finding in conversion.findings where finding.severity != .note {
                Terminal.complain(finding.line(in: name))
            }
        }
        do { try Batch.writeStandardOutput(conversion.xml) } catch {
            Terminal.complain("quandian: \(error)")
            throw ExitCode(1)
        }
    }

    private func convertAll(to folder: String, _ converter: Converter) throws {
        Interruption.listen()
        let plan: Plan
        let list: FileList
        var written: Report?
        do {
            let wanted = try retryFailed.map { path throws(FileError) in try Report.failures(in: path) }
            try Batch.prepare(folder)
            list = FileList(inputs, ending: ".txt", excluding: folder)
            plan = Plan(list, output: folder, only: wanted)
            if let report { written = try Report(report) }
        } catch {
            Terminal.complain("quandian: \(error)")
            throw ExitCode(2)
        }
        if plan.count == 0, plan.refused.isEmpty {
            let what = retryFailed.map { "nothing that failed by \($0)" } ?? "no .txt file"
            Terminal.complain("quandian: \(what) in \(inputs.joined(separator: ", ")): nothing to do")
            if retryFailed == nil { throw ExitCode(2) }
        }
        var totals = Totals()
        var progress = Progress(count: plan.count, bytes: plan.byteCount, isShown: !quiet && Terminal.showsProgress)
        var rows = Table(["file", "sections", "people", "dates", "findings", "result", "ms"])
        for error in plan.refused {
            let outcome = Outcome(error)
            totals.add(outcome)
            written?.add(outcome)
            Terminal.complain("quandian: \(error)")
        }
        let batch = Batch(
            converter, jobs: jobs ?? Machine.cores, sizeLimit: source.sizeLimit, convertsAll: force,
            collectsFacts: table || report != nil)
        let ending = batch.run(plan) { outcome in
            totals.add(outcome)
            written?.add(outcome)
            for finding in outcome.findings where finding.severity == .error || (!quiet && finding.severity == .warning)
            {
                progress.clear()
                Terminal.complain(finding.line(in: outcome.input))
            }
            if table { rows.add(outcome) }
            progress.add(outcome)
        }
        progress.clear()
        totals.notReached = plan.count - ending.reached
        written?.finish(totals)
        if table { print(rows.rendered) }
        for error in ending.unsynced { Terminal.complain("quandian: \(error)") }
        if let error = written?.failure { Terminal.complain("quandian: the report is not whole: \(error)") }
        if !quiet || totals.failed > 0 || totals.notReached > 0 {
            Terminal.complain(totals.sentence(passedOver: list.passedOver))
        }
        if let signal = Interruption.received { throw ExitCode(128 + signal) }
        if totals.failed > 0 || written?.failure != nil || !ending.unsynced.isEmpty { throw ExitCode(1) }
    }
}
