extension Interval {
  /// The interval of all negatives. Accuracy: exact.
  @inlinable
  public static prefix func - (a: Interval) -> Interval {
    Interval(a.bounds.exchanged)
  }

  /// The interval of all sums. Accuracy: tightest.
  @inlinable @inline(__always)
  public static func + (a: Interval, b: Interval) -> Interval {
    let (sum, error) = ErrorFree.twoSum(a.bounds, b.bounds)
    // Empty and unbounded intervals do not pass, nor do sums whose error might overflow.
    guard all(sum .< 0x1p1022 .& (sum .> -0x1p1022)) else { return a.generalSum(b) }
    // A sum that vanishes or is subnormal is exact, so a bound is normal wherever it has to move.
    return Interval(sum.nextUp(where: error))
  }

  /// The sum of any two intervals.
  @usableFromInline @inline(never)
  func generalSum(_ b: Interval) -> Interval {
    if isEmpty || b.isEmpty { return .empty }
    return Interval(
      uncheckedLowerBound: DirectedRounding.sumDown(lowerBound, b.lowerBound),
      upperBound: DirectedRounding.sumUp(upperBound, b.upperBound))
  }

  /// The interval of all differences. Accuracy: tightest.
  @inlinable @inline(__always)
  public static func - (a: Interval, b: Interval) -> Interval {
    a + -b
  }

  /// The interval of all products; zero times an unbounded interval is zero. Accuracy: tightest.
  @inlinable @inline(__always)
  public static func * (a: Interval, b: Interval) -> Interval {
    // Where neither factor changes its sign: the product of the intervals of the magnitudes, with the sign of the product.
    // No branch depends on the signs, which are hard to predict.
    let (aIsNegative, bIsNegative) = (a.bounds.isNegative, b.bounds.isNegative)
    let (x, y) = (a.bounds.exchanged(where: aIsNegative), b.bounds.exchanged(where: bIsNegative))
    guard all(x.isOrdinary .& y.isOrdinary) else { return a.generalProduct(b) }
    let (product, error) = ErrorFree.twoProduct(x, y.magnitudes)
    return Interval(product.nextUp(where: error).exchanged(where: aIsNegative .^ bIsNegative))
  }

  /// The product of any two intervals; fast where a factor is zero or has members on both sides of it, as derivatives have.
  @usableFromInline @inline(never)
  func generalProduct(_ b: Interval) -> Interval {
    let a = self
    if a.isZero && !b.isEmpty || b.isZero && !a.isEmpty { return Interval(0) }
    if all(a.bounds.isOrdinaryOrZero .& b.bounds.isOrdinaryOrZero), a.contains(0) || b.contains(0) {
      // Of the products of bounds, a factor with the member zero leaves two that may be the largest, those of bounds on
      // the same side, and two that may be the smallest.
      let (largest, largestError) = ErrorFree.twoProduct(a.bounds, b.bounds)
      let (smallest, smallestError) = ErrorFree.twoProduct(a.bounds, b.bounds.exchanged)
      let (lower, upper) = (smallest.nextUp(where: smallestError), largest.nextUp(where: largestError))
      return Interval(Bounds(Swift.max(lower.x, lower.y), Swift.max(upper.x, upper.y)))
    }
    if a.isEmpty || b.isEmpty { return .empty }
    // The signs of the factors tell which end points make the extreme products.
    if a.lowerBound >= 0 { return b.multiplied(byNonnegative: a) }
    if b.lowerBound >= 0 { return a.multiplied(byNonnegative: b) }
    if a.upperBound <= 0 { return -b.multiplied(byNonnegative: -a) }
    if b.upperBound <= 0 { return -a.multiplied(byNonnegative: -b) }
    return Interval(
      uncheckedLowerBound: Swift.min(
        DirectedRounding.productDown(a.lowerBound, b.upperBound),
        DirectedRounding.productDown(a.upperBound, b.lowerBound)),
      upperBound: Swift.max(
        DirectedRounding.productUp(a.lowerBound, b.lowerBound),
        DirectedRounding.productUp(a.upperBound, b.upperBound)))
  }

  /// The product with a factor that has no negative member; neither is empty.
  @inlinable @inline(__always)
  func multiplied(byNonnegative factor: Interval) -> Interval {
    Interval(
      uncheckedLowerBound: DirectedRounding.productDown(
        lowerBound, lowerBound >= 0 ? factor.lowerBound : factor.upperBound),
      upperBound: DirectedRounding.productUp(
        upperBound, upperBound >= 0 ? factor.upperBound : factor.lowerBound))
  }

  /// The interval of all quotients by non-zero members of the divisor. Accuracy: tightest.
  ///
  /// Edge cases: `empty` if the divisor is the interval [0, 0]; where the divisor holds zero among other numbers, the
  /// quotient is unbounded on the sides that quotients by small divisors reach.
  @inlinable @inline(__always)
  public static func / (a: Interval, b: Interval) -> Interval {
    let (aIsNegative, bIsNegative) = (a.bounds.isNegative, b.bounds.isNegative)
    let (x, y) = (a.bounds.exchanged(where: aIsNegative), b.bounds.exchanged(where: bIsNegative))
    guard all(x.isOrdinary .& y.isOrdinary) else { return a.generalQuotient(b) }
    let divisor = y.magnitudes.exchanged
    let quotient = x / divisor
    // What is left over, x - q d: the first difference is exact, because the product is within two units of `x`.
    let (product, error) = ErrorFree.twoProduct(quotient, divisor)
    return Interval(quotient.nextUp(where: (x - product) - error).exchanged(where: aIsNegative .^ bIsNegative))
  }

  /// The quotient of any two intervals.
  @usableFromInline @inline(never)
  func generalQuotient(_ b: Interval) -> Interval {
    let a = self
    if all(a.bounds.isOrdinaryOrZero .& b.bounds.isOrdinaryOrZero), a.contains(0), !b.contains(0) {
      // Numbers on both sides of zero are largest, divided by the divisor that is nearest to zero.
      let divisor = Bounds(repeating: b.mignitude)
      let quotient = a.bounds / divisor
      let (product, error) = ErrorFree.twoProduct(quotient, divisor)
      let bounds = quotient.nextUp(where: (a.bounds - product) - error)
      return Interval(b.lowerBound > 0 ? bounds : bounds.exchanged)
    }
    if a.isEmpty || b.isEmpty { return .empty }
    if b.lowerBound > 0 { return a.divided(byPositive: b) }
    if b.upperBound < 0 { return -a.divided(byPositive: -b) }
    return a.divided(byIntervalWithZero: b)
  }

  /// The quotient by a divisor with positive members only; neither is empty.
  @inlinable @inline(__always)
  func divided(byPositive divisor: Interval) -> Interval {
    Interval(
      uncheckedLowerBound: DirectedRounding.quotientDown(
        lowerBound, lowerBound >= 0 ? divisor.upperBound : divisor.lowerBound),
      upperBound: DirectedRounding.quotientUp(
        upperBound, upperBound >= 0 ? divisor.lowerBound : divisor.upperBound))
  }

  /// The quotient by a divisor that holds zero; neither is empty.
  @usableFromInline
  func divided(byIntervalWithZero divisor: Interval) -> Interval {
    if divisor.lowerBound == 0 && divisor.upperBound == 0 { return .empty }
    if lowerBound == 0 && upperBound == 0 { return Interval(0) }
    if divisor.lowerBound < 0 && divisor.upperBound > 0 { return .entire }
    if lowerBound < 0 && upperBound > 0 { return .entire }
    // One sign each: quotients reach from the one by the divisor farthest from zero to infinity.
    if divisor.lowerBound < 0 { return (-self).divided(byIntervalWithZero: -divisor) }
    if lowerBound >= 0 {
      return Interval(
        uncheckedLowerBound: DirectedRounding.quotientDown(lowerBound, divisor.upperBound), upperBound: .infinity)
    }
    return Interval(
      uncheckedLowerBound: -.infinity, upperBound: DirectedRounding.quotientUp(upperBound, divisor.upperBound))
  }

  /// The interval of all reciprocals of non-zero members. Accuracy: tightest. Edge cases as for division.
  @inlinable
  public func reciprocal() -> Interval {
    Interval(uncheckedLowerBound: 1, upperBound: 1) / self
  }

  /// The interval of all squares. Accuracy: tightest, and tighter than `x * x`, which does not know that its factors
  /// are the same number.
  @inlinable @inline(__always)
  public func squared() -> Interval {
    let x = bounds.exchanged(where: bounds.isNegative)
    guard all(x.isOrdinary) else { return generalSquare() }
    let (product, error) = ErrorFree.twoProduct(x, x.magnitudes)
    return Interval(product.nextUp(where: error))
  }

  /// The square of any interval.
  @usableFromInline @inline(never)
  func generalSquare() -> Interval {
    if isEmpty { return .empty }
    let (least, greatest) = (mignitude, magnitude)
    return Interval(
      uncheckedLowerBound: DirectedRounding.productDown(least, least),
      upperBound: DirectedRounding.productUp(greatest, greatest))
  }

  /// The interval of the square roots of all non-negative members. Accuracy: tightest.
  @inlinable
  public static func sqrt(_ x: Interval) -> Interval {
    let domain = x.nonnegativePart
    if domain.isEmpty { return .empty }
    return Interval(
      uncheckedLowerBound: DirectedRounding.squareRootDown(domain.lowerBound),
      upperBound: DirectedRounding.squareRootUp(domain.upperBound))
  }

  /// The interval of all `a * b + c`, rounded once. Accuracy: tightest.
  public static func fma(_ a: Interval, _ b: Interval, _ c: Interval) -> Interval {
    if a.isEmpty || b.isEmpty || c.isEmpty { return .empty }
    let corners = [
      (a.lowerBound, b.lowerBound), (a.lowerBound, b.upperBound),
      (a.upperBound, b.lowerBound), (a.upperBound, b.upperBound),
    ]
    let lower = corners.map { DirectedRounding.fusedProductSumDown($0, $1, c.lowerBound) }
    let upper = corners.map { -DirectedRounding.fusedProductSumDown(-$0, $1, -c.upperBound) }
    return Interval(
      uncheckedLowerBound: lower.reduce(.infinity, Swift.min), upperBound: upper.reduce(-.infinity, Swift.max))
  }

  /// The interval of all absolute values. Accuracy: exact.
  @inlinable
  public static func abs(_ x: Interval) -> Interval {
    x.isEmpty ? .empty : Interval(uncheckedLowerBound: x.mignitude, upperBound: x.magnitude)
  }

  /// The interval of the smaller of two members. Accuracy: exact.
  @inlinable
  public static func min(_ a: Interval, _ b: Interval) -> Interval {
    if a.isEmpty || b.isEmpty { return .empty }
    return Interval(
      uncheckedLowerBound: Swift.min(a.lowerBound, b.lowerBound),
      upperBound: Swift.min(a.upperBound, b.upperBound))
  }

  /// The interval of the larger of two members. Accuracy: exact.
  @inlinable
  public static func max(_ a: Interval, _ b: Interval) -> Interval {
    if a.isEmpty || b.isEmpty { return .empty }
    return Interval(
      uncheckedLowerBound: Swift.max(a.lowerBound, b.lowerBound),
      upperBound: Swift.max(a.upperBound, b.upperBound))
  }
}
