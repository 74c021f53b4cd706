public import QuandianFilters

extension Pipeline {
    /// The filters that the program runs, in order.
    public static func standard(names: UserNames = UserNames()) -> Pipeline {
        do {
            return try Pipeline([
                StructureFilter(), QuotationFilter(), SentenceFilter(), DateFilter(),
                NameFilter(userNames: names), EntityFilter(),
            ])
        } catch {
            // The order above is fixed; a test runs it.
            preconditionFailure("the standard pipeline is no pipeline: \(error)")
        }
    }
}
