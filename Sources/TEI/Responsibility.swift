import QuandianText

/// How a mark says in TEI who made it and how sure that is.
enum Responsibility {
    /// `@cert` for a certainty from 0 to 1; nil for one that is high, which is the rule and goes without saying.
    static func certainty(_ value: Double) -> String? {
        value >= 0.9 ? nil : value >= 0.6 ? "medium" : "low"
    }

    /// `@resp`, `@cert` for whatever is less than certain.
    static func attributes(_ provenance: Provenance) -> [Attribute] {
        guard let cert = certainty(provenance.certainty) else { return [] }
        return [Attribute("resp", "#" + provenance.filter), Attribute("cert", cert)]
    }

    /// The same for an inline mark, which also tells what it rests on where that is not the stretch itself.
    ///
    /// - Parameter certainty: replaces that of the provenance where it is lower, as the link to a person may be.
    static func add(_ provenance: Provenance, certainty value: Double = 1, to attributes: inout [Attribute]) {
        let cert = certainty(min(value, provenance.certainty))
        guard cert != nil || provenance.evidence != .text else { return }
        attributes.append(Attribute("resp", "#" + provenance.filter))
        if let cert { attributes.append(Attribute("cert", cert)) }
        if provenance.evidence != .text { attributes.append(Attribute("evidence", provenance.evidence.rawValue)) }
    }
}
