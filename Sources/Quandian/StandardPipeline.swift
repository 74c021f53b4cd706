public import QuandianFilters

extension Pipeline {
    /// The filters that the program runs, in order, with what the user knows of names and the tagger that finds them.
    public static func standard(names: UserNames = UserNames(), tagger: NameTagger = .shared) -> Pipeline {
        do {
            return try Pipeline([
                StructureFilter(), QuotationFilter(), SentenceFilter(), DateFilter(),
                NameFilter(userNames: names, tagger: tagger), EntityFilter(userNames: names),
            ])
        } catch {
            // The order above is fixed; a test runs it.
            preconditionFailure("the standard pipeline is no pipeline: \(error)")
        }
    }
}
