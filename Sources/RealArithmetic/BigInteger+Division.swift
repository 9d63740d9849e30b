extension BigInteger {
  /// The quotient rounded towards zero and the remainder, which has the sign of `self` (as for `Int`).
  ///
  /// `self == quotient * divisor + remainder` and `|remainder| < |divisor|`. Knuth's Algorithm D: quadratic time.
  ///
  /// - Precondition: `divisor` is not zero.
  public func quotientAndRemainder(
    dividingBy divisor: BigInteger
  ) -> (quotient: BigInteger, remainder: BigInteger) {
    precondition(!divisor.isZero, "Division by zero")
    if BigInteger.compareMagnitudes(self, divisor) < 0 { return (.zero, self) }
    let negative = isNegative != divisor.isNegative
    if divisor.limbs.count == 1 {
      let (quotient, remainder) = magnitudeDivided(by: divisor.limbs[0])
      return (
        BigInteger(normalised: quotient.limbs, isNegative: negative),
        BigInteger(normalised: remainder == 0 ? [] : [remainder], isNegative: isNegative)
      )
    }
    let (quotient, remainder) = BigInteger.divide(limbs, divisor.limbs)
    return (
      BigInteger(normalised: quotient, isNegative: negative),
      BigInteger(normalised: remainder, isNegative: isNegative)
    )
  }

  /// The quotient rounded towards zero; traps on a zero divisor.
  public static func / (a: BigInteger, b: BigInteger) -> BigInteger { a.quotientAndRemainder(dividingBy: b).quotient }

  /// The remainder of the division rounded towards zero; traps on a zero divisor.
  public static func % (a: BigInteger, b: BigInteger) -> BigInteger { a.quotientAndRemainder(dividingBy: b).remainder }

  /// True if `self` is an integer multiple of `other`; zero is a multiple of everything, and the only multiple of zero.
  public func isMultiple(of other: BigInteger) -> Bool {
    if other.isZero { return isZero }
    return quotientAndRemainder(dividingBy: other).remainder.isZero
  }

  /// Quotient and remainder of the magnitude by one limb that is not zero.
  func magnitudeDivided(by divisor: UInt) -> (quotient: BigInteger, remainder: UInt) {
    var remainder: UInt = 0
    let quotient = [UInt](unsafeUninitializedCapacity: limbs.count) { result, count in
      limbs.withUnsafeBufferPointer { a in
        guard let q = result.baseAddress, let x = a.baseAddress else { return }
        remainder = LimbKernels.divide(q, x, a.count, by: divisor)
        count = LimbKernels.normalisedCount(q, a.count)
      }
    }
    return (BigInteger(normalised: quotient, isNegative: false), remainder)
  }

  /// Quotient and remainder of magnitudes, the first not less than the second, the second of two limbs or more.
  private static func divide(_ a: [UInt], _ d: [UInt]) -> (quotient: [UInt], remainder: [UInt]) {
    let (n, m) = (a.count, d.count)
    let shift = d[m - 1].leadingZeroBitCount
    var quotient: [UInt] = []
    let remainder = [UInt](unsafeUninitializedCapacity: n + 1) { rest, restCount in
      quotient = [UInt](unsafeUninitializedCapacity: n - m + 1) { result, count in
        a.withUnsafeBufferPointer { a in
          d.withUnsafeBufferPointer { d in
            withUnsafeTemporaryAllocation(of: UInt.self, capacity: m) { divisor in
              guard let q = result.baseAddress, let u = rest.baseAddress, let v = divisor.baseAddress,
                let x = a.baseAddress, let y = d.baseAddress
              else { return }
              _ = LimbKernels.shiftLeft(v, y, m, bits: shift)
              u[n] = LimbKernels.shiftLeft(u, x, n, bits: shift)
              LimbKernels.divide(q, u, n, by: v, m)
              LimbKernels.shiftRight(u, u, m, bits: shift)
              count = LimbKernels.normalisedCount(q, n - m + 1)
              restCount = LimbKernels.normalisedCount(u, m)
            }
          }
        }
      }
    }
    return (quotient, remainder)
  }
}
