extension [Int] {
    /// The first index whose number is not below a bound, in numbers in ascending order. Binary search.
    package func firstIndex(notBelow bound: Int) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < bound { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
