import QuandianText

/// Says who is who: one entity for each person, organisation and place, with every mark that means it.
///
/// Time is linear in the number of marks, and in the number of persons of one surname for each surname alone.
public struct EntityFilter: Filter {
    public let name = "entities"
    public let summary = "One entity for each person, organisation and place, with all its mentions"
    public let requires: Set<Layer> = [.people, .roles, .organisations, .places]
    public let provides: Set<Layer> = [.entities]
    private let userNames: UserNames

    public init(userNames: UserNames = UserNames()) {
        self.userNames = userNames
    }

    public func annotate(_ document: Document) -> Annotations {
        var annotations = Annotations()
        let marks = EntityMarks(document)
        var people = PersonResolver(document, userNames, marks)
        var organisations = BodyResolver(document, .organisation, userNames, marks.organisations)
        var places = BodyResolver(document, .place, userNames, marks.places)
        annotations.entities = people.entities()
        annotations.entities += organisations.entities()
        annotations.entities += places.entities()
        return annotations
    }
}
