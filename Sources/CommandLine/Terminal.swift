import Quandian

import Glibc

/// The one place that prints.
enum Terminal {
    /// A line on standard error.
    static func complain(_ line: String) {
        write(line + "\n")
    }

    /// Characters on standard error.
    static func write(_ text: String) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let put = unsafe bytes.withUnsafeBytes { unsafe Glibc.write(2, $0.baseAddress, $0.count) }
            guard put > 0 || errno == EINTR else { return }
            bytes = bytes.dropFirst(max(put, 0))
        }
    }

    /// Whether standard output is a terminal that a person looks at.
    static var isInteractive: Bool { isatty(1) == 1 }

    /// Whether standard error is a terminal that can redraw a line.
    static var showsProgress: Bool {
        guard isatty(2) == 1, let kind = unsafe getenv("TERM") else { return false }
        return unsafe String(cString: kind) != "dumb"
    }
}

enum Machine {
    /// The processors that this process may use.
    static var cores: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}

extension Finding {
    /// The finding as a line of a report: `file:line: severity: message [code]`.
    func line(in file: String) -> String {
        "\(file):\(line.map { "\($0):" } ?? "") \(severity.rawValue): \(message) [\(code)]"
    }
}
