import ArgumentParser
import Quandian
import QuandianBatch
import QuandianFilters

/// The options that say how a source is read; `convert` and `explain` share them.
struct SourceOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The day of the document, as 2020-02-20.",
            discussion: """
                昨日, 去年 and dates without a year are read from it. Without it, the date that the document states \
                itself is used; where there is none, no year is invented: 2月15日 stays --02-15.
                """, valueName: "date"))
    var referenceDate: CivilDate?

    @Option(
        help: ArgumentHelp(
            "The encoding of the sources: \(SourceEncoding.allCases.map(\.rawValue).joined(separator: ", ")).",
            discussion: "Other names of these are known too, as gbk or cp950. Without it, each file's is found.",
            valueName: "name"))
    var encoding: SourceEncoding?

    @Option(
        help: ArgumentHelp(
            "What becomes of bytes that are no text: replace or refuse.",
            discussion: """
                replace puts U+FFFD in their place and tells how many; refuse gives the file no result.
                """))
    var invalid: InvalidBytes = .replace

    @Option(
        help: ArgumentHelp(
            "Names that you know, one a line; they always win.",
            discussion: """
                UTF-8. A line is a person's name, or fields with tabs between them: the name, its kind (person, role, \
                organisation or place), the form under which it is listed, the xml:id that the marks point to. A role is an \
                office: it is marked beside a person's name, and points to the person. Or a TEI document with listPerson, \
                listOrg or listPlace, whose xml:ids the marks then point to.
                """, valueName: "file"))
    var names: String?

    @Option(help: ArgumentHelp("Words that are no names, one a line.", valueName: "file"))
    var notNames: String?

    @Option(
        help: ArgumentHelp(
            "Weights of the name tagger, in the place of those in the program.",
            discussion: "As quandian-train writes them from your own corrected documents.", valueName: "file"))
    var model: String?

    @Option(
        help: ArgumentHelp(
            "The largest source that is read, in megabytes.",
            discussion: "A file takes about nine times its size in memory.", valueName: "MB"))
    var maxSize = 100

    func validate() throws {
        guard (1...2000).contains(maxSize) else { throw ValidationError("--max-size is a number from 1 to 2000.") }
    }

    var sizeLimit: Int { maxSize * 1_000_000 }
}

extension CivilDate: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension SourceEncoding: ExpressibleByArgument {
    public init?(argument: String) {
        guard let encoding = try? SourceEncoding(name: argument) else { return nil }
        self = encoding
    }
}

extension InvalidBytes: ExpressibleByArgument {}

extension SourceOptions {
    /// A converter with these settings and with what the files given hold.
    func converter(dropsResidue: Bool = false) throws -> Converter {
        Converter(
            Options(
                referenceDate: referenceDate, encoding: encoding, invalidBytes: invalid, dropsResidue: dropsResidue,
                names: try readNames(), model: try readModel()))
    }

    /// The user's own names, from the files given.
    private func readNames() throws -> UserNames {
        do {
            let list = try names.map { path throws(FileError) in try Batch.read(path, limit: sizeLimit) } ?? []
            let refused = try notNames.map { path throws(FileError) in try Batch.read(path, limit: sizeLimit) } ?? []
            // A list in XML begins with its first tag; no name does.
            let isXML = list.first { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) } == 0x3C
            return isXML
                ? try UserNames(listedIn: list, refusing: refused) : try UserNames(parsing: list, refusing: refused)
        } catch let error as FileError {
            Terminal.complain("quandian: \(error)")
            throw ExitCode(2)
        } catch let error as UserNamesError {
            Terminal.complain("quandian: \(names ?? ""): \(error)")
            throw ExitCode(2)
        } catch let error as Diagnostic {
            let line = error.line.map { "line \($0): " } ?? ""
            Terminal.complain("quandian: \(names ?? ""): \(line)\(error.message)")
            throw ExitCode(2)
        }
    }

    /// The weights of the file given, if one is.
    private func readModel() throws -> TaggerModel? {
        guard let model else { return nil }
        do {
            return try TaggerModel(try Batch.read(model, limit: 100_000_000))
        } catch let error as FileError {
            Terminal.complain("quandian: \(error)")
            throw ExitCode(2)
        } catch let error as TaggerWeightsError {
            Terminal.complain("quandian: \(model): \(error)")
            throw ExitCode(2)
        }
    }
}
