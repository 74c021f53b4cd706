/// Bytes that libxml2 asks for piece by piece. They must outlive it.
@safe final class ByteSource {
    private var rest: UnsafeBufferPointer<UInt8>.SubSequence

    init(_ bytes: UnsafeBufferPointer<UInt8>) { unsafe rest = bytes[...] }

    var address: UnsafeMutableRawPointer { unsafe Unmanaged.passUnretained(self).toOpaque() }

    static let read: @convention(c) (UnsafeMutableRawPointer?, UnsafeMutablePointer<CChar>?, Int32) -> Int32 = {
        address, target, size in
        guard let address = unsafe address, let target = unsafe target else { return -1 }
        return unsafe Unmanaged<ByteSource>.fromOpaque(address).takeUnretainedValue().fill(target, Int(size))
    }

    private func fill(_ target: UnsafeMutablePointer<CChar>, _ size: Int) -> Int32 {
        let count = unsafe min(size, rest.count)
        guard count > 0, let start = unsafe UnsafeBufferPointer(rebasing: rest).baseAddress else { return 0 }
        unsafe UnsafeMutableRawPointer(target).copyMemory(from: start, byteCount: count)
        unsafe rest = rest.dropFirst(count)
        return Int32(count)
    }
}
