import Quandian

import Glibc

/// The one place that prints.
enum Terminal {
    /// A line on standard error.
    static func complain(_ line: String) {
        put(line + "\n", to: 2)
    }

    private static func put(_ text: String, to file: Int32) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let put = unsafe bytes.withUnsafeBytes { unsafe write(file, $0.baseAddress, $0.count) }
            guard put > 0 || errno == EINTR else { return }
            bytes = bytes.dropFirst(max(put, 0))
        }
    }

    /// Whether standard output is a terminal that a person looks at.
    static var isInteractive: Bool { isatty(1) == 1 }
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
