// e to the power x on vectors, by 2^n · 2^f with a polynomial for 2^f (Cephes' exp2f coefficients); the relative error
// is below 1e-6. Arguments are at most 80, and those below -80 count as -80.

/// e to the power of each lane.
@inline(__always)
func exponential(_ x: SIMD4<Float>) -> SIMD4<Float> {
    let low = SIMD4<Float>(repeating: -80)
    let y = x.replacing(with: low, where: x .< low) * 1.44269504088896341
    // x / ln 2 as a whole part and a part in -0.5...0.5. Adding 1.5 · 2^23 rounds, without a call for each lane.
    let magic = SIMD4<Float>(repeating: 12_582_912)
    let rounded = y + magic
    let n = unsafe unsafeBitCast(rounded, to: SIMD4<Int32>.self) &- unsafeBitCast(magic, to: SIMD4<Int32>.self)
    let f = y - (rounded - magic)
    var p = SIMD4<Float>(repeating: 1.535336188319500e-4)
    p = p * f + 1.339887440266574e-3
    p = p * f + 9.618437357674640e-3
    p = p * f + 5.550332471162809e-2
    p = p * f + 2.402264791363012e-1
    p = p * f + 6.931472028550421e-1
    p = p * f + 1
    return unsafe p * unsafeBitCast((n &+ 127) &<< 23, to: SIMD4<Float>.self)
}

@inline(__always)
func exponential(_ x: SIMD16<Float>) -> SIMD16<Float> {
    SIMD16(exponential(x.kind(0)), exponential(x.kind(1)), exponential(x.kind(2)), exponential(x.kind(3)))
}

/// The natural logarithm of a positive normal number, from its bits; error below 1e-4. Good enough for reports.
@inline(__always)
func logarithmOf(_ x: Float) -> Float {
    let bits = Int32(bitPattern: x.bitPattern)
    let exponent = Float((bits >> 23) - 127)
    let m = Float(bitPattern: UInt32(bitPattern: bits & 0x7F_FFFF | 0x3F80_0000))
    let r = (m - 1) / (m + 1)
    let r2 = r * r
    return exponent * 0.693147181 + 2 * r * (1 + r2 * (1.0 / 3 + r2 * (0.2 + r2 * (1.0 / 7))))
}
