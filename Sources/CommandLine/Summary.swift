import Quandian
import QuandianBatch

extension Totals {
    /// What a run did, in a sentence.
    func sentence(passedOver: Int) -> String {
        var parts = ["\(converted) converted"]
        if unchanged > 0 { parts.append("\(unchanged) unchanged since they were converted") }
        parts += ["\(failed) failed", "\(warnings) warnings"]
        if notReached > 0 { parts.append("\(notReached) not reached: start again to go on") }
        if passedOver > 0 { parts.append("\(passedOver) other files left alone (only .txt is taken from folders)") }
        let size = Decimal.text(Double(bytes) / 1e6, places: 1)
        return "quandian: " + parts.joined(separator: ", ") + "; \(size) MB in \(Decimal.text(seconds, places: 1)) s"
    }
}
