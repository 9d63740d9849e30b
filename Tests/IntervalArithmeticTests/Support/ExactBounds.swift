import RealArithmetic

/// Exact dyadic bounds of a real number, rounded outward to multiples of 2^-400: the arithmetic in which the tables are
/// proved. It shares nothing with the arithmetic that it proves.
struct ExactBounds {
  let lower: Dyadic
  let upper: Dyadic

  static let resolution = -400

  init(_ lower: Dyadic, _ upper: Dyadic) {
    self.lower = lower.rounded(toMultipleOfTwoToThe: Self.resolution, .down)
    self.upper = upper.rounded(toMultipleOfTwoToThe: Self.resolution, .up)
  }

  init(_ value: Dyadic) {
    self.init(value, value)
  }

  init(_ lower: Rational, _ upper: Rational) {
    self.init(
      Dyadic(lower, multipleOfTwoToThe: Self.resolution, rounding: .down),
      Dyadic(upper, multipleOfTwoToThe: Self.resolution, rounding: .up))
  }

  /// The largest absolute value.
  var magnitude: Dyadic { max(lower.magnitude, upper.magnitude) }

  static func + (a: ExactBounds, b: ExactBounds) -> ExactBounds {
    ExactBounds(a.lower + b.lower, a.upper + b.upper)
  }

  static func - (a: ExactBounds, b: ExactBounds) -> ExactBounds {
    ExactBounds(a.lower - b.upper, a.upper - b.lower)
  }

  static func * (a: ExactBounds, b: ExactBounds) -> ExactBounds {
    let corners = [a.lower * b.lower, a.lower * b.upper, a.upper * b.lower, a.upper * b.upper]
    return ExactBounds(corners.reduce(corners[0], min), corners.reduce(corners[0], max))
  }

  static func / (a: ExactBounds, n: Int) -> ExactBounds {
    let n = Rational(n)
    return ExactBounds(Rational(a.lower) / n, Rational(a.upper) / n)
  }

  /// The value of the polynomial with these coefficients, lowest first.
  static func polynomial(_ coefficients: [ExactBounds], at x: Dyadic) -> ExactBounds {
    coefficients.reversed().reduce(ExactBounds(0)) { $0 * ExactBounds(x) + $1 }
  }
}

/// Bounds of constants, each from a series with a bound of its remainder.
enum ExactConstants {
  /// pi = 16 arctan(1/5) - 4 arctan(1/239) (Machin).
  static let pi: (lower: Rational, upper: Rational) = {
    let fifth = arctangentOfReciprocal(5, terms: 100)
    let other = arctangentOfReciprocal(239, terms: 30)
    return (16 * fifth.lower - 4 * other.upper, 16 * fifth.upper - 4 * other.lower)
  }()

  /// ln 2 = 2 artanh(1/3) = 2 sum 3^-(2k+1) / (2k+1); the remainder is less than 9/8 of its first term.
  static let logarithmOfTwo: (lower: Rational, upper: Rational) = {
    let terms = 150
    let term = { (k: Int) in Rational(2, over: BigInteger(3).raised(to: 2 * k + 1) * BigInteger(2 * k + 1)) }
    let sum = (0..<terms).reduce(Rational(0)) { $0 + term($1) }
    return (sum, sum + term(terms) * Rational(9, over: 8))
  }()

  /// 2/sqrt(pi), from the integer square root of 4^401 / pi.
  static let twoOverRootPi: ExactBounds = {
    let scale = Rational(BigInteger(4).raised(to: 401))
    let lower = (scale / pi.upper).floor.squareRoot().root
    let upper = (scale / pi.lower).ceiling.squareRoot().root + 1
    return ExactBounds(Dyadic(significand: lower, exponent: -400), Dyadic(significand: upper, exponent: -400))
  }()

  /// Bounds of arctan(1/n) by its alternating series, for n > 1.
  private static func arctangentOfReciprocal(_ n: Int, terms: Int) -> (lower: Rational, upper: Rational) {
    var (sum, previous): (Rational, Rational) = (0, 0)
    for k in 0..<terms {
      previous = sum
      let term = Rational(1, over: BigInteger(n).raised(to: 2 * k + 1) * BigInteger(2 * k + 1))
      sum = k % 2 == 0 ? sum + term : sum - term
    }
    return (min(sum, previous), max(sum, previous))
  }

  /// An upper bound of e^v for 0 <= v < 30: sixty terms and a geometric bound of the others.
  static func exponentialUpperBound(_ v: Dyadic) -> Dyadic {
    let v = Rational(v)
    var (sum, term): (Rational, Rational) = (0, 1)
    for k in 1...60 {
      sum = sum + term
      term = Rational(Dyadic(term * v / Rational(k), precision: 200, rounding: .up))
    }
    return Dyadic(sum + 2 * term, precision: 100, rounding: .up)
  }

  /// An upper bound of e^-v for v >= 0, from twenty terms of e^v.
  static func negativeExponentialUpperBound(_ v: Dyadic) -> Dyadic {
    let v = Rational(v)
    var (sum, term): (Rational, Rational) = (0, 1)
    for k in 1...20 {
      sum = sum + term
      term = Rational(Dyadic(term * v / Rational(k), precision: 200, rounding: .down))
    }
    return Dyadic(1 / sum, precision: 100, rounding: .up)
  }
}
