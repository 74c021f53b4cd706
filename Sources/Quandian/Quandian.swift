// One import gives the text, its annotations and the diagnostics: `import Quandian`.
@_exported import QuandianText
@_exported import QuandianValidation

/// The program and the library.
public enum Quandian {
    /// The version that stands in the header of every result.
    public static let version = "0.1.0"
}
