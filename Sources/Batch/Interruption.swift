import Glibc
import Synchronization

/// Ctrl-C and `kill` as a wish that a batch ends after the files in work. A second signal ends the process at once.
public enum Interruption {
    private static let signal = Atomic<Int32>(0)

    /// From now on SIGINT and SIGTERM are wishes. Called once, before a batch runs.
    public static func listen() {
        // Made before a signal can come: a handler may do nothing but read and write it.
        signal.store(0, ordering: .relaxed)
        // Whoever started this program may have blocked them, and a thread's mask is inherited.
        var set = sigset_t()
        unsafe sigemptyset(&set)
        for number in [SIGINT, SIGTERM] { unsafe sigaddset(&set, number) }
        unsafe pthread_sigmask(SIG_UNBLOCK, &set, nil)
        for number in [SIGINT, SIGTERM] {
            _ = Glibc.signal(number) { number in
                if Interruption.signal.exchange(number, ordering: .relaxed) != 0 { _exit(128 + number) }
                let message: StaticString = "\nquandian: ending after the files in work; once more to end at once\n"
                _ = unsafe write(2, message.utf8Start, message.utf8CodeUnitCount)
            }
        }
    }

    /// The signal that came, or nil.
    public static var received: Int32? {
        let number = signal.load(ordering: .relaxed)
        return number == 0 ? nil : number
    }
}
