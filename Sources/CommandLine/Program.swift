import ArgumentParser
import Glibc
import Quandian

@main
struct Program: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quandian",
        abstract: "Turns raw Chinese text into TEI XML: sections, people and dates tagged, every file valid.",
        discussion: """
            Without a subcommand, quandian converts:

              quandian notices/ --output tei/          every .txt below notices/, folders mirrored
              quandian a.txt --output tei/             tei/a.xml
              quandian - < a.txt > a.xml               standard input to standard output

            The text inside a result, tags dropped, is the source to the character. A result is put in place only
            when it is whole and valid. The same input gives the same bytes.

            EXIT STATUS
              0   all went well
              1   some files failed; the others are converted
              2   the run could not start
              130, 143   ended by Ctrl-C or by a signal; the summary tells what is left
              64  wrong usage
            """,
        version: "quandian \(Quandian.version)",
        subcommands: [Convert.self, ReportFile.self, Stream.self, Validate.self, Explain.self, PrintSchema.self],
        defaultSubcommand: Convert.self)

    static func main() {
        // What can be told as an error shall not end the program.
        for number in [SIGPIPE, SIGXFSZ] { _ = signal(number, SIG_IGN) }
        main(nil)
    }
}
