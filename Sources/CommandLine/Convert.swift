import ArgumentParser
import Quandian
import QuandianBatch
import QuandianFilters

struct Convert: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Convert files and folders to TEI XML (the default).",
        discussion: """
            A folder gives its .txt files, with the folders below it mirrored: quandian convert in/ --output out/ turns \
            in/a/b.txt into out/a/b.xml. A file that is named itself is taken whatever its ending. A file that fails \
            is reported and the next one goes on; what stood under its result's name stays.
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
        if let jobs, jobs < 1 { throw ValidationError("--jobs is a number from 1.") }
    }

    func run() async throws {
        let converter = Converter(
            Options(
                referenceDate: source.referenceDate, encoding: source.encoding, invalidBytes: source.invalid,
                dropsResidue: dropResidue, names: try source.readNames()))
        let batch = Batch(converter, jobs: jobs ?? Machine.cores, sizeLimit: source.sizeLimit)
        if inputs == ["-"] || output == "-" {
            try convertOne(inputs[0], batch)
        } else {
            try await convertAll(to: output ?? "", batch)
        }
    }

    private func convertOne(_ input: String, _ batch: Batch) throws {
        let name = input == "-" ? "standard input" : input
        let conversion: Conversion
        do {
            let bytes = try Batch.read(input, limit: source.sizeLimit)
            conversion = try batch.converter.convert(bytes, named: FileList.fileName(of: input))
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

    private func convertAll(to folder: String, _ batch: Batch) async throws {
        do { try Batch.prepare(folder) } catch {
            Terminal.complain("quandian: \(error)")
            throw ExitCode(2)
        }
        let list = FileList(inputs, ending: ".txt", excluding: folder)
        let plan = Plan(list, output: folder)
        for error in plan.refused { Terminal.complain("quandian: \(error)") }
        if plan.items.isEmpty, plan.refused.isEmpty {
            Terminal.complain("quandian: no .txt file in \(inputs.joined(separator: ", ")): nothing to do")
            throw ExitCode(2)
        }
        var summary = Summary(refused: plan.refused.count, passedOver: list.passedOver)
        var rows = Table(["file", "sections", "people", "dates", "findings", "result", "ms"])
        await batch.run(plan.items) { outcome in
            summary.add(outcome)
            for finding in outcome.findings where finding.severity == .error || (!quiet && finding.severity == .warning)
            {
                Terminal.complain(finding.line(in: outcome.input))
            }
            if table { rows.add(outcome) }
        }
        if table { print(rows.rendered) }
        if !quiet || summary.failed > 0 { Terminal.complain(summary.sentence) }
        if summary.failed > 0 { throw ExitCode(1) }
    }
}
