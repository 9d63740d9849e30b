import RealArithmetic

// Series of `Interval128`, evaluated in intervals from coefficients that are intervals: there is no error analysis beyond
// the remainder of the series, which is an interval too. The coefficients are made once, from intervals of more bits.
// Which series is taken, and with how many terms, is decided by approximations, of which every choice is right.

extension Interval128 {
  /// The values of `c_0 + c_1 t + ... + c_n t^n` by Horner's rule, for coefficients with bounds.
  static func polynomial(_ coefficients: ArraySlice<Interval128>, at t: Interval128) -> Interval128 {
    guard t.isBounded, var value = coefficients.last else { return .notAnInterval }
    if !t.lowerBound.isNegative {
      return Interval128(
        bound(of: coefficients, at: t, .down), bound(of: coefficients, at: t, .up))
    }
    for coefficient in coefficients.dropLast().reversed() { value = value * t + coefficient }
    return value
  }

  /// A bound of the same for a t with bounds and without a negative member: then each bound of a step needs only that bound
  /// of the step before.
  static func bound(
    of coefficients: ArraySlice<Interval128>, at t: Interval128, _ direction: Direction
  ) -> Dyadic128 {
    func bound(_ x: Interval128) -> Dyadic128 { direction == .down ? x.lowerBound : x.upperBound }
    guard let last = coefficients.last else { return .zero }
    var value = bound(last)
    for coefficient in coefficients.dropLast().reversed() {
      // A negative number is multiplied by the other end.
      let factor = value.isNegative == (direction == .down) ? t.upperBound : t.lowerBound
      value = .sum(.product(value, factor, direction), bound(coefficient), direction)
    }
    return value
  }

  /// The smallest interval that includes zero and all members.
  fileprivate var withZero: Interval128 {
    convexHull(Interval128(uncheckedLowerBound: .zero, upperBound: .zero))
  }
}

/// How many bits the intervals have from which coefficients are made: those of `Interval128` and what recurrences lose.
private let tablePrecision = 224

private func exactly(_ value: Double) -> DyadicInterval { DyadicInterval(value, precision: tablePrecision) }

// MARK: - The exponential function

/// `e^x = 2^k 2^(j/64) e^r`, where `r = x - (64 k + j) ln(2)/64`, for any integers k and j.
enum ExponentialSeries128 {
  /// ln(2)/64.
  private static let step = Interval128(
    DyadicInterval.logarithmOfTwo(precision: tablePrecision) / exactly(64))

  /// 2^(j/64) for j from 0 to 63.
  static let powers: [Interval128] = {
    var root = exactly(2)
    for _ in 0..<6 { root = .sqrt(root) }
    var powers = [exactly(1)]
    while powers.count < 64 { powers.append(powers[powers.count - 1] * root) }
    return powers.map { Interval128($0) }
  }()

  private static let termCount = 16

  /// 1/n! for n below the number of terms, and the interval of what they leave out, divided by r^n: its magnitude is at
  /// most `|r|^n / n! (1 + |r| + |r|^2 + ...)`, which is at most `2 |r|^n / n!` for `|r| <= 1/2`.
  static let coefficients: [Interval128] = {
    var coefficients = [exactly(1)]
    for n in 1...termCount { coefficients.append(coefficients[n - 1] / exactly(Double(n))) }
    let remainder = exactly(2) * coefficients[termCount]
    coefficients[termCount] = remainder.convexHull(-remainder)
    return coefficients.map { Interval128($0) }
  }()

  /// Encloses `e^x` for all members of an interval with bounds, tightly if it is narrow.
  static func value(_ x: Interval128) -> Interval128 {
    let guess = x.lowerBound.approximation
    if guess.magnitude < 0x1p20 {
      // 64/ln 2; rounded down, so that r is positive if this is right.
      let n = Int((guess * 0x1.71547652b82fep6).rounded(.down))
      let r = x - x.constant(n) * step
      if Interval128.abs(r).upperBound.exponent < -2 {
        return (Interval128.polynomial(coefficients[...], at: r) * powers[n & 63]).scaled(byPowerOfTwo: n >> 6)
      }
    }
    return Interval128(DyadicInterval.exp(DyadicInterval(x)))
  }
}

extension ExponentialSeries128 {
  /// Encloses `e^x - 1` likewise.
  static func valueMinusOne(_ x: Interval128) -> Interval128 {
    // Larger ones, for which the terms are too few, lose some bits of the difference.
    guard Interval128.abs(x).upperBound.exponent < -6 else { return value(x) - x.constant(1) }
    return x * .polynomial(coefficients[1...], at: x)
  }
}

// MARK: - The scaled complementary error function

/// `erfcx(x) = (2/sqrt(pi)) * integral over t > 0 of e^(-t^2 - 2xt)` by its Taylor series around points at the left of x, by
/// its asymptotic series, and for negative x by `erfcx(x) = 2 e^(x^2) - erfcx(-x)`.
///
/// Under the integral every derivative brings a factor -2t. So the n-th one has the sign of (-1)^n and falls in magnitude
/// from left to right: what the first n terms of the Taylor series at c leave out at `c + h`, for any h >= 0, is `a h^n`
/// with a number `a` between 0 and the next coefficient.
enum ScaledComplement128 {
  /// The Taylor series around points with equal distances.
  struct Segment: Sendable {
    let start: Double
    let spacing: Double
    let termCount: Int
    /// The coefficients around one point after another, the interval of the remainder last.
    let coefficients: [Interval128]

    /// The series for the points from `start` to below `end`.
    init(from start: Double, to end: Double, spacing: Double, termCount: Int) {
      self.start = start
      self.spacing = spacing
      self.termCount = termCount
      var coefficients: [Interval128] = []
      for index in 0..<Int((end - start) / spacing) {
        let taylor = Self.taylor(at: start + Double(index) * spacing, count: termCount + 1).map { Interval128($0) }
        coefficients += taylor.dropLast() + [taylor[termCount].withZero]
      }
      self.coefficients = coefficients
    }

    /// The first coefficients of the Taylor series: from `erfcx' = 2 x erfcx - 2/sqrt(pi)` it follows that
    /// `a_1 = 2 c a_0 - 2/sqrt(pi)` and `(n + 1) a_(n+1) = 2 c a_n + 2 a_(n-1)`.
    private static func taylor(at centre: Double, count: Int) -> [DyadicInterval] {
      let twice = exactly(2 * centre)
      let first = DyadicInterval.erfcx(exactly(centre))
      var a = [first, twice * first - exactly(2) / .sqrt(.pi(precision: tablePrecision))]
      for n in 1..<count - 1 { a.append((twice * a[n] + exactly(2) * a[n - 1]) / exactly(Double(n + 1))) }
      return a
    }

    /// A bound of `erfcx(x)`, for an x that is about `guess` and not less than the point before that; nil if it is less.
    func bound(_ x: Interval128, near guess: Double, _ direction: Direction) -> Dyadic128? {
      let index = Int((guess - start) / spacing)
      let h = x - Interval128(start + Double(index) * spacing)
      guard h.isBounded, !h.lowerBound.isNegative else { return nil }
      let offset = index * (termCount + 1)
      return Interval128.bound(of: coefficients[offset...offset + termCount], at: h, direction)
    }
  }

  // Terms until the remainder is below 2^-128 of the value or so.
  private static let fromZeroToOne = Segment(from: 0, to: 1, spacing: 0x1p-5, termCount: 22)
  private static let fromOneToTwo = Segment(from: 1, to: 2, spacing: 0x1p-5, termCount: 20)
  private static let fromTwoToFour = Segment(from: 2, to: 4, spacing: 0x1p-4, termCount: 22)
  private static let fromFourToEight = Segment(from: 4, to: 8, spacing: 0x1p-3, termCount: 24)
  private static let fromEightToSixteen = Segment(from: 8, to: 16, spacing: 0x1p-2, termCount: 25)

  private static let asymptoticTermCount = 30

  /// The coefficients of `x sqrt(pi) erfcx(x) = 1 - u + 1*3 u^2 - 1*3*5 u^3 + ...` with `u = 1 / (2 x^2)`, for `x > 0`. The
  /// error of a partial sum is less than the first term left out and has its sign (NIST Digital Library of Mathematical
  /// Functions, 7.12(i)), so the last coefficient is the interval from 0 to what it would be.
  private static let asymptoticCoefficients: [Interval128] = {
    var coefficients = [exactly(1)]
    for n in 1...asymptoticTermCount { coefficients.append(coefficients[n - 1] * exactly(Double(1 - 2 * n))) }
    return coefficients.dropLast().map { Interval128($0) }
      + [Interval128(coefficients[asymptoticTermCount]).withZero]
  }()

  /// Encloses `erfcx(x)` for all members of an interval with bounds, tightly if it is narrow.
  static func value(_ x: Interval128) -> Interval128 {
    Interval128(bound(x, .down), bound(x, .up))
  }

  /// A bound of `erfcx(x)` for all members of an interval with bounds, tight if it is narrow; beyond the exponent range
  /// where there is none.
  static func bound(_ x: Interval128, _ direction: Direction) -> Dyadic128 {
    if !x.lowerBound.isNegative {
      if let bound = boundOfNonnegative(x, direction) { return bound }
    } else if x.upperBound.signum <= 0, let mirrored = boundOfNonnegative(-x, direction.opposite) {
      let power = Interval128.exp(x.squared())
      return .sum(
        (direction == .down ? power.lowerBound : power.upperBound).scaled(byPowerOfTwo: 1), -mirrored, direction)
    }
    let value = Interval128(DyadicInterval.erfcx(DyadicInterval(x)))
    return direction == .down ? value.lowerBound : value.upperBound
  }

  private static func boundOfNonnegative(_ x: Interval128, _ direction: Direction) -> Dyadic128? {
    let guess = x.lowerBound.approximation
    switch guess {
    case ..<1: return fromZeroToOne.bound(x, near: guess, direction)
    case ..<2: return fromOneToTwo.bound(x, near: guess, direction)
    case ..<4: return fromTwoToFour.bound(x, near: guess, direction)
    case ..<8: return fromFourToEight.bound(x, near: guess, direction)
    case ..<16: return fromEightToSixteen.bound(x, near: guess, direction)
    default:
      let u = (x.constant(1) / x.squared()).half
      guard u.isBounded else { return nil }
      let value = Interval128.polynomial(asymptoticCoefficients[...], at: u) * x.inverseRootPi / x
      guard value.isBounded else { return nil }
      return direction == .down ? value.lowerBound : value.upperBound
    }
  }
}
