import QuandianText

/// How a mark says in TEI who made it and how sure that is.
enum Responsibility {
    /// `@cert` for a certainty from 0 to 1; nil for one that is high, which is the rule and goes without saying.
    static func certainty(_ value: Double) -> StaticString? {
        value >= 0.9 ? nil : value >= 0.6 ? "medium" : "low"
    }

    /// Adds `@resp`, `@cert` for whatever is less than certain.
    static func add(_ provenance: Provenance, to attributes: inout [Attribute]) {
        guard let cert = certainty(provenance.certainty) else { return }
        attributes.append(Attribute("resp", "#" + provenance.filter))
        attributes.append(Attribute("cert", cert.description))
    }

    /// Writes the same.
    static func write(_ provenance: Provenance, to out: inout XMLOutput) {
        guard let cert = certainty(provenance.certainty) else { return }
        out.attribute("resp", pointingTo: provenance.filter)
        out.attribute("cert", literal: cert)
    }

    /// Writes the same for a name or a date, which also tells what it rests on where that is not the stretch itself.
    ///
    /// - Parameters:
    ///   - certainty: replaces that of the provenance where it is lower, as the link to a person may be.
    ///   - evidence: whether the element knows `@evidence`.
    static func write(
        _ provenance: Provenance, certainty value: Double = 1, evidence: Bool, to out: inout XMLOutput
    ) {
        let cert = certainty(min(value, provenance.certainty))
        guard cert != nil || provenance.evidence != .text else { return }
        out.attribute("resp", pointingTo: provenance.filter)
        if let cert { out.attribute("cert", literal: cert) }
        if evidence, provenance.evidence != .text { out.attribute("evidence", provenance.evidence.rawValue) }
    }
}
