public struct Diagnostic: Hashable, Sendable { public var code = "", message = "", line = 0, element: String?, sourceLine: Int? }
public struct SchemaError: Error {}
public struct Schema: Sendable { public init(contentsOf: String) throws(SchemaError) {}; public static let quandianSource: [UInt8] = [] }
public struct Validator: Sendable { public static let shared = Validator(); public init() {}; public init(_ s: Schema) {}; public func validate(_ b: [UInt8]) -> [Diagnostic] { [] } }
