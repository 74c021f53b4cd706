extension Array {
    /// Makes the array that long, with no memory of its own given back; what it holds is no matter.
    mutating func resize(to size: Int, filler: Element) {
        if size > count {
            append(contentsOf: repeatElement(filler, count: size - count))
        } else {
            removeLast(count - size)
        }
    }
}
