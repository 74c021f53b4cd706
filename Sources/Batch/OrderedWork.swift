import Dispatch
import Synchronization

/// Work on many items on several threads, with the results handed over in the order of the items and a bound on what
/// is in flight.
///
/// Each worker takes the next item, works on it and puts the result on a table; the caller's thread takes the results
/// from the table in order. An item weighs what it weighs in bytes; those between taking and handing over weigh no more
/// than the bound together, and at least one is always let through. At most ``mostItems`` are in flight.
struct OrderedWork<Item: Sendable, Result: Sendable> {
    /// How many items are worked on at a time, at least 1.
    let jobs: Int
    /// How many bytes may be in flight.
    let bound: Int

    /// The bound is dealt out in so many shares; the lightest item takes one.
    static var mostItems: Int { 1024 }

    /// - Parameters:
    ///   - next: the item of an index, from 0, and its weight in bytes; nil at the end. Called by one thread at a time;
    ///     it may block, as a read does.
    ///   - work: called by several threads at a time.
    ///   - hand: called on the caller's thread, in order.
    func run(
        next: @escaping @Sendable (Int) -> (item: Item, weight: Int)?, work: @escaping @Sendable (Item) -> Result,
        hand: (Result) -> Void
    ) {
        let bound = max(1, bound)
        let state = Shared<Result>()
        for worker in 0..<jobs {
            // A serial queue of its own is a thread of its own, also while others block.
            DispatchQueue(label: "quandian.\(worker)").async {
                while true {
                    let taken = state.source.withLock { taken -> (index: Int, item: Item, shares: Int)? in
                        guard let index = taken, let (item, weight) = next(index) else {
                            taken = nil
                            return nil
                        }
                        taken = index + 1
                        let shares = 1 + min(weight, bound) / (bound / (Self.mostItems - 1) + 1)
                        for _ in 0..<shares { state.room.wait() }
                        return (index, item, shares)
                    }
                    guard let taken else { break }
                    let result = work(taken.item)
                    state.table.withLock { $0.done[taken.index] = (result, taken.shares) }
                    state.news.signal()
                }
                state.table.withLock { $0.idle += 1 }
                state.news.signal()
            }
        }
        for _ in 0..<Self.mostItems { state.room.signal() }
        var handed = 0
        while true {
            let entry = state.table.withLock { $0.done.removeValue(forKey: handed) }
            if let entry {
                handed += 1
                hand(entry.result)
                for _ in 0..<entry.shares { state.room.signal() }
            } else if state.table.withLock({ $0.idle == jobs && $0.done.isEmpty }) {
                return
            } else {
                state.news.wait()
            }
        }
    }
}

/// What the workers and the caller share.
private final class Shared<Result: Sendable>: Sendable {
    struct Table: Sendable {
        var done: [Int: (result: Result, shares: Int)] = [:]
        var idle = 0
    }

    /// The index of the next item; nil when there is no more.
    let source = Mutex<Int?>(0)
    let table = Mutex(Table())
    /// One for each free share of the bound. Made with none: Dispatch wants as many at the end as at the start.
    let room = DispatchSemaphore(value: 0)
    let news = DispatchSemaphore(value: 0)
}
