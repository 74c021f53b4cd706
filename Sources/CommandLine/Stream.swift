import ArgumentParser
import Glibc
import Quandian
import QuandianBatch
import QuandianFilters

struct Stream: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Convert documents from standard input to standard output, as JSON Lines.",
        discussion: """
            For programs that run this one. A line in, a line out, in order:

              {"id":"a.txt","text":"…"}                        a document
              {"id":7,"bytes":"<Base64>","encoding":"big5"}    a file as it is; without "encoding" it is found
              {"id":"b","text":"…","reference":"2020-02-20"}   with the day from which 昨日 is read

              {"id":"a.txt","status":"converted","xml":"…","findings":[]}
              {"id":null,"line":4,"status":"failed","findings":[{"code":"stream.bad-line",…}]}

            The last part of "id" is the file name in the header, so that a result is the same that convert gives. With \
            --format json a line has the text, its blocks, annotations and entities instead of the XML; offsets count \
            code points from 0. A line that fails never ends the stream. An answer is written as soon as it is its \
            turn. The exit status is 0 when all lines have their answers, whatever these are.
            """)

    @Option(help: "xml: TEI. json: the text with stand-off annotations.")
    var format: DocumentStream.Format = .xml

    @OptionGroup var source: SourceOptions

    @Flag(help: "Leave residue of web pages out of the XML; the header tells how much of which lines.")
    var dropResidue = false

    @Option(help: ArgumentHelp("How many documents at a time; all cores by default.", valueName: "n"))
    var jobs: Int?

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs is a number from 1.") }
    }

    func run() throws {
        Models.prepare()
        let converter = try source.converter(dropsResidue: dropResidue)
        let stream = DocumentStream(
            converter, format: format, jobs: jobs ?? Machine.cores, sizeLimit: source.sizeLimit)
        do {
            try stream.run { answer in
                do throws(FileError) { try Batch.writeStandardOutput(answer.line) } catch {
                    // Nobody reads any more, and a worker may wait for a line that never comes: end here.
                    if error.code != .brokenPipe { Terminal.complain("quandian: \(error)") }
                    _exit(error.code == .brokenPipe ? 0 : 1)
                }
            }
        } catch {
            Terminal.complain("quandian: \(error)")
            throw ExitCode(1)
        }
    }
}

extension DocumentStream.Format: ExpressibleByArgument {}
