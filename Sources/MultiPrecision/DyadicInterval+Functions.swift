import RealArithmetic

/// Functions that are monotonic on the whole of their domain, by their values at the end points.
///
/// Accuracy of all: each end point is less than 2 units in its last place away from the exact one.
extension DyadicInterval {
  /// The interval of the exponentials of all members.
  ///
  /// Not an interval if a result is `2^largestExponent` or more (from about 744,261,118 on, on a 64-bit machine).
  /// Method: argument reduction and the Taylor series, see `DirectedFunctions.exponential`.
  public static func exp(_ x: DyadicInterval) -> DyadicInterval {
    x.increasing { $0.exponential($1) }
  }

  /// The interval of all `e^t - 1`, also where that is tiny; not an interval where `exp` is not.
  ///
  /// Method: the exponential with as many bits more as the difference loses, see `DirectedFunctions.exponentialMinusOne`.
  public static func expm1(_ x: DyadicInterval) -> DyadicInterval {
    x.increasing { $0.exponentialMinusOne($1) }
  }

  /// The interval of the natural logarithms of all members. Not an interval if there is a member that is not positive.
  ///
  /// Method: the series of artanh, see `DirectedFunctions.logarithm`.
  public static func log(_ x: DyadicInterval) -> DyadicInterval {
    x.isBounded && !x.isPositive ? .notAnInterval(precision: x.precision) : x.increasing { $0.logarithm($1) }
  }

  /// The interval of the error function of all members.
  ///
  /// Method: a power series, or 1 - erfc; see `DirectedFunctions.errorFunction`.
  public static func erf(_ x: DyadicInterval) -> DyadicInterval {
    x.increasing { $0.errorFunction($1) }
  }

  /// The interval of the complementary error function of all members, also where that is tiny.
  ///
  /// Method: `e^(-x^2) erfcx(x)`, or 1 - erf; see `DirectedFunctions.complementaryErrorFunction`.
  public static func erfc(_ x: DyadicInterval) -> DyadicInterval {
    x.decreasing { $0.complementaryErrorFunction($1) }
  }

  /// The interval of the scaled complementary error function `e^(x^2) erfc(x)` of all members.
  ///
  /// Not an interval if a result is `2^largestExponent` or more (below about -27,281, on a 64-bit machine).
  /// Method: a power series or the asymptotic series, see `DirectedFunctions.scaledComplement`.
  public static func erfcx(_ x: DyadicInterval) -> DyadicInterval {
    x.decreasing { $0.scaledComplement($1) }
  }

  /// An interval around pi. Method: the Chudnovsky series.
  public static func pi(precision: Int) -> DyadicInterval {
    constant(precision: precision) { $0.pi() }
  }

  /// An interval around the natural logarithm of 2. Method: a formula of Machin's kind.
  public static func logarithmOfTwo(precision: Int) -> DyadicInterval {
    constant(precision: precision) { $0.logarithmOfTwo() }
  }
}

extension DyadicInterval {
  /// Bounds on either side, at some precision.
  private typealias Bound = (DirectedFunctions, Dyadic) -> Dyadic?

  private func increasing(_ bound: Bound) -> DyadicInterval { interval(bound, from: lowerBound, to: upperBound) }

  private func decreasing(_ bound: Bound) -> DyadicInterval { interval(bound, from: upperBound, to: lowerBound) }

  private func interval(_ bound: Bound, from least: Dyadic, to greatest: Dyadic) -> DyadicInterval {
    guard isBounded else { return self }
    guard let lower = bound(DirectedFunctions(precision: precision, direction: .down), least),
      let upper = bound(DirectedFunctions(precision: precision, direction: .up), greatest)
    else { return .notAnInterval(precision: precision) }
    return DyadicInterval(enclosing: lower, through: upper, precision: precision)
  }

  private static func constant(precision: Int, _ bound: (DirectedFunctions) -> Dyadic) -> DyadicInterval {
    let bits = clamped(precision: precision)
    return DyadicInterval(
      enclosing: bound(DirectedFunctions(precision: bits, direction: .down)),
      through: bound(DirectedFunctions(precision: bits, direction: .up)), precision: bits)
  }
}
