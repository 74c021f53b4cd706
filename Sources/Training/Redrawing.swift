import QuandianFilters

extension Sample {
    /// The sample with other names in the place of its persons, so that what stands beside a name is learned, not the name.
    func redrawn(share: Double, _ names: Names, _ dice: inout Dice) -> Sample {
        if persons.isEmpty || dice.unit() >= share { return self }
        var result = Sample(scalars: [], allowed: [], weight: weight, manner: manner)
        var at = 0
        var drawn: [[UInt32]: [UInt32]] = [:]
        for person in persons {
            result.scalars += scalars[at..<person.lowerBound]
            result.allowed += allowed[at..<person.lowerBound]
            let name = Array(scalars[person])
            let other = drawn[name] ?? names.redraw(name, &dice) ?? name
            drawn[name] = other
            result.scalars += other
            for i in other.indices { result.allowed.append(Allowed.tag(Allowed.person, i, in: other.indices)) }
            at = person.upperBound
        }
        result.scalars += scalars[at...]
        result.allowed += allowed[at...]
        return result
    }
}
