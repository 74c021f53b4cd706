import ArgumentParser
import Quandian
import QuandianBatch

struct Validate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check TEI files against Quandian's schema or another.",
        discussion: """
            A folder gives its .xml files and those of the folders below it. Nothing is fetched from a network, no \
            entity is expanded and no DTD is loaded. Findings go to standard output, as file:line: message.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @Argument(help: ArgumentHelp("XML files and folders.", valueName: "file"))
    var inputs: [String]

    @Option(help: ArgumentHelp("A RELAX NG (.rng) or W3C (.xsd) schema instead of Quandian's.", valueName: "file"))
    var schema: String?

    @Option(help: "text: a line for a person. json: an object a line (JSON Lines).")
    var format: Format = .text

    func run() throws {
        let validator = Validator()
        let against: Schema
        do {
            against = try schema.map { path throws(SchemaError) in try Schema(contentsOf: path) } ?? .quandian
        } catch {
            Terminal.complain("quandian: \(error)")
            throw ExitCode(2)
        }
        let list = FileList(inputs, ending: ".xml")
        for error in list.refused { Terminal.complain("quandian: \(error)") }
        if list.files.isEmpty, list.refused.isEmpty {
            Terminal.complain("quandian: no .xml file in \(inputs.joined(separator: ", ")): nothing to do")
            throw ExitCode(2)
        }
        var invalid = list.refused.count
        for file in list.files {
            do {
                let diagnostics = validator.validate(
                    try Batch.read(file.path, limit: validator.limits.maximumBytes), against: against)
                if !diagnostics.isEmpty { invalid += 1 }
                for diagnostic in diagnostics { report(diagnostic, of: file.path) }
            } catch {
                invalid += 1
                Terminal.complain("quandian: \(error)")
            }
        }
        Terminal.complain("quandian: \(list.files.count + list.refused.count) files, \(invalid) not valid")
        if invalid > 0 { throw ExitCode(1) }
    }

    private func report(_ diagnostic: Diagnostic, of file: String) {
        switch format {
        case .text: print("\(file):\(diagnostic.line.map { "\($0): " } ?? " ")\(diagnostic.message)")
        case .json:
            var json = JSONText()
            json.object { json in
                json.member("file", file)
                if let line = diagnostic.line { json.member("line", line) }
                json.member("code", diagnostic.code.rawValue)
                if let element = diagnostic.element { json.member("element", element) }
                if let line = diagnostic.sourceLine { json.member("sourceLine", line) }
                json.member("message", diagnostic.message)
            }
            print(String(decoding: json.bytes, as: UTF8.self))
        }
    }
}
