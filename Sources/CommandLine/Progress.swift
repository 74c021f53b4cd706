import QuandianBatch

/// A bar on the terminal of standard error while a batch runs; nothing where there is no terminal.
struct Progress {
    private static let pause = Duration.milliseconds(100)

    private let count: Int
    private let bytes: Int
    private let isShown: Bool
    private var done = 0
    private var doneBytes = 0
    private let clock = ContinuousClock()
    private let start: ContinuousClock.Instant
    private var drawn: ContinuousClock.Instant?

    /// - Parameters:
    ///   - count: how many files there are.
    ///   - bytes: how large they are together.
    init(count: Int, bytes: Int, isShown: Bool) {
        self.count = count
        self.bytes = bytes
        self.isShown = isShown
        start = clock.now
    }

    mutating func add(_ outcome: Outcome) {
        guard isShown else { return }
        done += 1
        doneBytes += outcome.byteCount
        if let drawn, clock.now - drawn < Self.pause { return }
        drawn = clock.now
        let time = (clock.now - start).components
        let seconds = Double(time.seconds) + Double(time.attoseconds) * 1e-18
        Terminal.write("\r\u{1B}[K" + line(after: seconds))
    }

    /// Takes the bar away, for a line that stays or at the end.
    mutating func clear() {
        if drawn != nil { Terminal.write("\r\u{1B}[K") }
        drawn = nil
    }

    /// The bar so many seconds after the start.
    func line(after seconds: Double) -> String {
        let part = bytes > 0 ? min(1, Double(doneBytes) / Double(bytes)) : Double(done) / Double(max(count, 1))
        let filled = Int(part * 24)
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 24 - filled)
        let rate = Decimal.text(Double(doneBytes) / 1e6 / max(seconds, 0.001), places: 1)
        var line = "\(bar) \(done) of \(count), \(rate) MB/s"
        if part > 0, seconds >= 1 { line += ", " + Self.duration(seconds / part - seconds) + " left" }
        return line
    }

    /// Seconds as `1:02:03` or `2:03`.
    private static func duration(_ seconds: Double) -> String {
        let whole = Int(min(seconds, 3.6e6).rounded())
        let parts = [whole / 3600, whole / 60 % 60, whole % 60].drop { $0 == 0 }
        let shown = parts.count < 2 ? [whole / 60, whole % 60] : Array(parts)
        return shown.enumerated().map { $0 > 0 && $1 < 10 ? "0\($1)" : "\($1)" }.joined(separator: ":")
    }
}
