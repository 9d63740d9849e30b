extension Interval {
  /// The interval of all `e^t`.
  ///
  /// Accuracy: each bound is the tightest double or the next one outward; about one bound in 2,000 of random
  /// arguments is not the tightest. The result is exact at 0.
  @inlinable
  public static func exp(_ x: Interval) -> Interval {
    Exponential.narrowImage(x) ?? increasingImage(x, Exponential.enclosure)
  }
}

/// The exponential function at a point.
@usableFromInline
enum Exponential {
  /// Above the relative error of `approximation(_:_:)`. Proof: the comment there; ExpProofTests recomputes it.
  @usableFromInline static let relativeError = 0x1p-66

  /// The tightest double interval, or one a unit wider, around `e^x` for any `x` that is not NaN.
  @usableFromInline
  static func enclosure(_ x: Double) -> Interval {
    // e^709.8 exceeds all doubles, e^-745.2 is below all positive ones (ExpProofTests).
    if x > 709.8 { return Interval(uncheckedLowerBound: .greatestFiniteMagnitude, upperBound: .infinity) }
    if x < -745.2 { return Interval(uncheckedLowerBound: 0, upperBound: .leastNonzeroMagnitude) }
    if x == 0 { return Interval(1) }
    let bounds = approximation(x, 0).enclosure(relativeError: relativeError)
    guard x.magnitude < small else { return bounds }
    // Near 1 the error must not cross what is known: e^x is at least 1 + x, and less than 1 for negative x.
    return Interval(
      uncheckedLowerBound: Swift.max(bounds.lowerBound, DirectedRounding.sumDown(1, x)),
      upperBound: x < 0 ? Swift.min(1, bounds.upperBound) : bounds.upperBound)
  }

  /// Above this magnitude of `x`, `e^x` differs from `1 + x` by far more than the error of the approximation.
  @usableFromInline static let small = 0x1p-20

  /// The image of an interval so narrow that its upper bound follows from its lower one: `e^(x + d)` with
  /// `0 <= d < 2^-20` is `e^x (1 + d + d^2/2 + d^3/6)`, with a relative error of 2^-84 for the rest of the series and of 2^-71
  /// each for rounding the sum and for leaving the small part of `e^x` out of its product. Nil for other intervals.
  @inlinable @inline(__always)
  static func narrowImage(_ x: Interval) -> Interval? {
    let (start, end) = (x.lowerBound, x.upperBound)
    let distance = end - start
    guard start > -745.2, end < 709.8, distance >= 0, distance < 0x1p-20, start >= small || end <= -small
    else { return nil }
    let lower = approximation(start, 0)
    let growth = distance + distance * distance * (0.5 + distance * sixth)
    let upper = lower.lessened(by: -(lower.high * growth))
    return Approximation.enclosure(from: lower, through: upper, relativeError: relativeError + 0x1p-69)
  }

  /// `e^(x + tail)` for `-746 < x < 711` and `|tail| <= 2^-43`.
  ///
  /// Method: `x + tail = n ln2/64 + r + s` with `|r| < 2^-7.5` and `|s| < 2^-42`, `e^r = 1 + r + v` with `v = r^2 q(r)`, `q`
  /// the Taylor polynomial, and `e^s = 1 + s`.
  /// Error: `n L1` and `n L2` are exact, and so is the first difference; dropping what `ln2/64` has beyond
  /// `L1 + L2 + L3` costs 2^-115. Truncating `q` costs `|r|^8 / 8!`, under 2^-75, and `s^2/2` under 2^-85. `v` is at most
  /// 2^-16 and suffers a few roundings of 2^-53 each. The table is right to 2^-105.
  @usableFromInline
  static func approximation(_ x: Double, _ tail: Double) -> Approximation {
    let reduced = reduce(x, tail)
    let (r, s) = (reduced.argument, reduced.tail)
    let square = r * r
    let highest = 0x1.6c16c16c16c17p-10 + r * 0x1.a01a01a01a01ap-13
    let q = (0x1p-1 + r * sixth) + square * ((0x1.5555555555555p-5 + r * 0x1.1111111111111p-7) + square * highest)
    let v = square * q
    let (e, f) = ErrorFree.fastTwoSum(r, v + (s + s * (r + v)))
    let (power, correction) = reduced.power
    let (product, error) = ErrorFree.twoProduct(power, e)
    let (high, low) = ErrorFree.fastTwoSum(power, product)
    return Approximation(
      high: high, low: low + (error + (correction + (power * f + correction * e))), exponent: reduced.exponent)
  }

  /// `x + tail` as a multiple of ln2/64 and a rest: `e^(x + tail) = 2^exponent power e^(argument + tail)`.
  @usableFromInline
  struct Reduced {
    /// The rest, to the nearest double.
    @usableFromInline var argument: Double
    /// What is left over: less than 2^-42, and less than 2^-60 if the argument had no tail.
    @usableFromInline var tail: Double
    /// The number of steps of ln2/64.
    @usableFromInline var steps: Int

    @inlinable @inline(__always)
    init(argument: Double, tail: Double, steps: Int) {
      self.argument = argument
      self.tail = tail
      self.steps = steps
    }

    /// The power of two.
    @inlinable @inline(__always)
    var exponent: Int { steps >> 6 }

    /// 2^(j/64) for the steps beyond the power of two, as a sum of two doubles.
    @inlinable @inline(__always)
    var power: (Double, Double) {
      let row = 2 * (steps & 63)
      return expTable.withUnsafeBufferPointer { ($0[row], $0[row + 1]) }
    }
  }

  /// Reduces an argument; domain, method and error as for `approximation(_:_:)`.
  @inlinable @inline(__always)
  static func reduce(_ x: Double, _ tail: Double) -> Reduced {
    // Adding and subtracting 1.5 * 2^52 rounds to the nearest integer.
    let shifted = x * steps + 0x1.8p52
    let n = shifted - 0x1.8p52
    let (r, second) = ErrorFree.twoSum(x - n * logarithm.0, -n * logarithm.1)
    // The last bits of the shifted number are those of the integer.
    let count = Int(Int32(truncatingIfNeeded: shifted.bitPattern))
    return Reduced(argument: r, tail: second - n * logarithm.2 + tail, steps: count)
  }

  /// The double nearest to 64/ln2. It only selects `n`; any error in it is harmless.
  @usableFromInline static let steps = 0x1.71547652b82fep+6

  /// ln2/64 as a sum; the first two terms have 36 bits, so that their products with `|n| < 2^17` are exact.
  @usableFromInline static let logarithm = (0x1.62e42fefap-7, 0x1.cf79abc9ep-46, 0x1.d9cc01f97b57ap-85)

  @usableFromInline static let sixth = 0x1.5555555555555p-3
}
