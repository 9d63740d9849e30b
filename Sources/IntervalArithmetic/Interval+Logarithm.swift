extension Interval {
  /// The interval of the natural logarithms of all positive members.
  ///
  /// Accuracy: each bound is the tightest double or the next one outward; about one bound in 4,000 is not the tightest.
  /// Edge cases: `empty` if no member is positive; unbounded below if the interval reaches down to 0; exact at 1.
  @inlinable
  public static func log(_ x: Interval) -> Interval {
    guard x.upperBound > 0 else { return .empty }
    let domain = Interval(uncheckedLowerBound: Swift.max(x.lowerBound, 0), upperBound: x.upperBound)
    return increasingImage(domain, Logarithm.enclosure)
  }
}

/// The natural logarithm at a point.
@usableFromInline
enum Logarithm {
  /// Above the relative error of `approximation(_:)`. Proof: the comment there; LogProofTests recomputes it.
  @usableFromInline static let relativeError = 0x1p-65

  /// The tightest double interval, or one a unit wider, around `log x` for any `x >= 0`.
  @usableFromInline
  static func enclosure(_ x: Double) -> Interval {
    if x == 1 { return Interval(0) }
    if x == 0 { return Interval(uncheckedLowerBound: -.infinity, upperBound: -.greatestFiniteMagnitude) }
    if x == .infinity { return Interval(uncheckedLowerBound: .greatestFiniteMagnitude, upperBound: .infinity) }
    return approximation(x).enclosure(relativeError: relativeError)
  }

  /// `log x` for finite `x > 0` other than 1.
  ///
  /// Method: `x = 2^k m` with `m` between 1/sqrt(2) and sqrt(2), `c` a number of nine bits near `1/m` from the table and
  /// `r = c m - 1`, exactly, with `|r| < 2^-7`: `log x = k ln2 - log c + r - r^2/2 + r^3 q(r)`.
  /// Error: the first two terms of the series are kept with their rounding errors; `r^3 q` is at most `r^2 |r| / 3` and
  /// suffers a few roundings, less than 2^-66 of `r`; no cancellation makes the result less than a third of `|r|`.
  /// Truncating `q` costs `|r|^11 / 11`. `k` times the first part of ln2 is exact.
  @usableFromInline
  static func approximation(_ x: Double) -> Approximation {
    // Subnormals become normal.
    let isSubnormal = x < .leastNormalMagnitude
    let bits = (isSubnormal ? x * 0x1p54 : x).bitPattern
    let index = Int((bits >> 45) & 127)
    let isHalved = index >= firstHalvedIndex
    let k = Int(bits >> 52) - 1023 - (isSubnormal ? 54 : 0) + (isHalved ? 1 : 0)
    let m = Double(bitPattern: (bits & 0x000f_ffff_ffff_ffff) | (isHalved ? 1022 : 1023) << 52)
    let (c, gain, correction) = logTable.withUnsafeBufferPointer {
      ($0[3 * index], $0[3 * index + 1], $0[3 * index + 2])
    }
    let (product, productError) = ErrorFree.twoProduct(c, m)
    let (r, s) = ErrorFree.twoSum(product - 1, productError)

    let (square, squareError) = ErrorFree.twoProduct(r, r)
    let high = seventh + r * (-0.125 + r * (ninth - r * 0.1))
    let q = third + r * (-0.25 + r * (0.2 + r * (-sixth + r * high)))
    let tail = s - (r * s + 0.5 * squareError) + r * square * q

    let scale = Double(k)
    let (a, aError) = ErrorFree.twoSum(scale * logarithmOfTwo.0, gain)
    let (b, bError) = ErrorFree.twoSum(a, r)
    let (sum, sumError) = ErrorFree.twoSum(b, -0.5 * square)
    let low = (aError + bError) + sumError + ((scale * logarithmOfTwo.1 + correction) + tail)
    let (leading, rest) = ErrorFree.fastTwoSum(sum, low)
    return Approximation(high: leading, low: rest)
  }

  /// The first row of the table whose significands are halved.
  @usableFromInline static let firstHalvedIndex = 53

  /// ln2 as a sum; the first term has 42 bits, so that its product with `|k| < 2^11` is exact.
  @usableFromInline static let logarithmOfTwo = (0x1.62e42fefa38p-1, 0x1.ef35793c7673p-45)

  @usableFromInline static let third = 0x1.5555555555555p-2
  @usableFromInline static let sixth = 0x1.5555555555555p-3
  @usableFromInline static let seventh = 0x1.2492492492492p-3
  @usableFromInline static let ninth = 0x1.c71c71c71c71cp-4
}
