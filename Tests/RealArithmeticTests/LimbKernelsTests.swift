import Testing

@testable import RealArithmetic

/// The estimates inside the division, checked against their definitions by products alone.
@Suite("Limb kernels")
struct LimbKernelsTests {
  private let base = BigInteger.powerOfTwo(UInt.bitWidth)

  private func limb(_ random: inout SplitMix64) -> UInt {
    let any = UInt.random(in: 0...UInt.max, using: &random)
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return any
    case 1: return UInt.max - any >> UInt.random(in: 1...63, using: &random)
    case 2: return any >> UInt.random(in: 1...63, using: &random)
    case 3: return 1 << UInt.random(in: 0...63, using: &random)
    case 4: return UInt.max >> 1
    default: return 0
    }
  }

  private let top: UInt = 1 << UInt(UInt.bitWidth - 1)

  @Test("reciprocals of one and of two limbs", arguments: seeds)
  func reciprocals(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<300 {
      let (d1, d0) = (limb(&random) | top, limb(&random))
      let one = BigInteger(LimbKernels.reciprocal(d1)) + base
      #expect(one * BigInteger(d1) < base.squared() && (one + 1) * BigInteger(d1) >= base.squared())
      let two = BigInteger(LimbKernels.reciprocal(d1, d0)) + base
      let d = BigInteger(limbs: [d0, d1])
      #expect(two * d < base.raised(to: 3) && (two + 1) * d >= base.raised(to: 3))
    }
  }

  @Test("quotient digits", arguments: seeds)
  func quotientDigits(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<300 {
      let (d1, d0) = (limb(&random) | top, limb(&random))
      let (u2, u1, u0) = (limb(&random), limb(&random), limb(&random))
      if u2 < d1 {
        let step = LimbKernels.divide(u2, u1, by: d1, reciprocal: LimbKernels.reciprocal(d1))
        #expect(step.remainder < d1)
        let product = BigInteger(step.quotient) * BigInteger(d1) + BigInteger(step.remainder)
        #expect(product == BigInteger(limbs: [u1, u2]))
      }
      if u2 < d1 || (u2 == d1 && u1 < d0) {
        let digit = LimbKernels.quotientDigit(u2, u1, u0, d1, d0, reciprocal: LimbKernels.reciprocal(d1, d0))
        let (d, u) = (BigInteger(limbs: [d0, d1]), BigInteger(limbs: [u0, u1, u2]))
        let product = BigInteger(digit) * d
        #expect(product <= u && u < product + d)
      }
    }
  }
}
