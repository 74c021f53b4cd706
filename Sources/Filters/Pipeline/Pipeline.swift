import CModels
import QuandianText

/// Filters in an order in which each finds what it needs.
public struct Pipeline: Sendable {
    public let filters: [any Filter]

    /// Checks the order once, so that running cannot fail.
    ///
    /// - Throws: ``PipelineError`` where a filter needs a layer that no earlier one provides, or where two filters
    ///   provide blocks or bear one name.
    public init(_ filters: [any Filter]) throws(PipelineError) {
        var known: Set<Layer> = []
        var names: Set<String> = []
        for filter in filters {
            if let missing = filter.requires.subtracting(known).min(by: { $0.rawValue < $1.rawValue }) {
                throw .missingLayer(missing, neededBy: filter.name)
            }
            if !names.insert(filter.name).inserted { throw .repeatedName(filter.name) }
            if filter.provides.contains(.blocks), known.contains(.blocks) {
                throw .repeatedLayer(.blocks, providedAgainBy: filter.name)
            }
            known.formUnion(filter.provides)
        }
        self.filters = filters
    }

    /// From how many bytes on a text is large.
    private static let large = 4 << 20

    /// Runs the filters over a text. Time linear in the length of the text.
    public func run(_ text: Text, settings: Settings = Settings()) -> Document {
        var document = Document(text, settings: settings)
        for filter in filters {
            document.add(filter.annotate(document))
            // A filter's working memory may be larger than the text, and the next one needs other pieces.
            if text.bytes.count >= Self.large { quandian_give_back_memory() }
        }
        return document
    }
}

/// Why a list of filters is no pipeline.
public enum PipelineError: Error, Hashable, Sendable, CustomStringConvertible {
    case missingLayer(Layer, neededBy: String)
    case repeatedLayer(Layer, providedAgainBy: String)
    case repeatedName(String)

    public var description: String {
        switch self {
        case .missingLayer(let layer, let filter):
            "the filter “\(filter)” needs \(layer.rawValue), which no filter before it provides: move it after the one that does"
        case .repeatedLayer(let layer, let filter):
            "the filter “\(filter)” provides \(layer.rawValue) a second time: leave one of the two out"
        case .repeatedName(let name): "two filters are named “\(name)”: names must differ"
        }
    }
}
