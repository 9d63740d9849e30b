/// An exact rational number.
///
/// In lowest terms with a positive denominator, so equality is equality of the parts. There is no initialiser from a
/// floating-point literal on purpose: 0.1 is not a binary64 number, so a decimal constant is written
/// `Rational(1, timesTenTo: -1)` or `1 / 10`, or is parsed from its text. Operations are exact.
public struct Rational: Sendable, Hashable {
  /// The numerator, which carries the sign.
  public let numerator: BigInteger

  /// The denominator, greater than zero and without common factors with the numerator.
  public let denominator: BigInteger

  /// `numerator / denominator` of which the caller knows that they are in lowest terms.
  init(lowestTerms numerator: BigInteger, _ denominator: BigInteger) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The quotient of two integers, brought to lowest terms.
  ///
  /// - Precondition: `denominator` is not zero. Text that comes from outside goes through `init(parsing:)`, which throws
  ///   on a zero denominator.
  public init(_ numerator: BigInteger, over denominator: BigInteger) {
    precondition(!denominator.isZero, "The denominator of a rational number is not zero")
    let divisor = BigInteger.greatestCommonDivisor(numerator, denominator)
    let n = divisor.isOne ? numerator : numerator / divisor
    let d = divisor.isOne ? denominator : denominator / divisor
    self.init(lowestTerms: d.isNegative ? -n : n, d.magnitude)
  }

  /// The value of an integer.
  public init(_ value: BigInteger) { self.init(lowestTerms: value, .one) }

  /// The value of a binary integer.
  public init<Source: BinaryInteger>(_ value: Source) { self.init(BigInteger(value)) }

  /// The exact decimal number `significand * 10^exponent`; `Rational(3106, timesTenTo: -5)` is 0.03106.
  public init(_ significand: BigInteger, timesTenTo exponent: Int) {
    if exponent >= 0 {
      self.init(significand * BigInteger.powerOfTen(exponent))
    } else {
      self.init(significand, overTwoToThe: -exponent, timesFiveToThe: -exponent)
    }
  }

  /// The exact value of a dyadic number.
  public init(_ value: Dyadic) {
    if value.exponent >= 0 {
      self.init(lowestTerms: value.significand << value.exponent, .one)
    } else {
      self.init(lowestTerms: value.significand, BigInteger.powerOfTwo(-value.exponent))
    }
  }

  /// The exact value of a floating-point number; `nil` for infinities and NaN. Both zeros give zero.
  public init?(exactly value: Double) {
    guard let dyadic = Dyadic(exactly: value) else { return nil }
    self.init(dyadic)
  }

  /// `n / (2^twos 5^fives)`, without a general greatest common divisor.
  init(_ n: BigInteger, overTwoToThe twos: Int, timesFiveToThe fives: Int) {
    if n.isZero {
      self.init(lowestTerms: n, .one)
      return
    }
    let sharedTwos = min(twos, n.trailingZeroBitCount)
    let (odd, removed) = (n >> sharedTwos).removingFactorsOfFive(atMost: fives)
    self.init(lowestTerms: odd, (5 as BigInteger).raised(to: fives - removed) << (twos - sharedTwos))
  }
}

extension BigInteger {
  /// The number divided by 5 as often as it goes, but not more than `limit` times, and how often that was.
  func removingFactorsOfFive(atMost limit: Int) -> (BigInteger, Int) {
    // Divide by 5, 5^2, 5^4, ... as long as that goes, then by the same powers downwards.
    var powers: [(power: BigInteger, exponent: Int)] = []
    var (rest, removed) = (self, 0)
    var (power, exponent) = (5 as BigInteger, 1)
    while removed + exponent <= limit, power.bitWidth <= rest.bitWidth {
      let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: power)
      guard remainder.isZero else { break }
      rest = quotient
      removed += exponent
      powers.append((power, exponent))
      power = power.squared()
      exponent *= 2
    }
    for (power, exponent) in powers.reversed() where removed + exponent <= limit {
      let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: power)
      guard remainder.isZero else { continue }
      rest = quotient
      removed += exponent
    }
    return (rest, removed)
  }
}

// MARK: - Properties

extension Rational {
  /// The number zero.
  public static let zero = Rational(BigInteger.zero)

  /// The number one.
  public static let one = Rational(BigInteger.one)

  /// True for zero.
  public var isZero: Bool { numerator.isZero }

  /// True for integers.
  public var isInteger: Bool { denominator.isOne }

  /// -1, 0 or 1.
  public var signum: Int { numerator.signum }

  /// The largest integer not greater than `self`.
  public var floor: BigInteger { numerator.quotient(dividingBy: denominator, rounding: .down) }

  /// The smallest integer not less than `self`.
  public var ceiling: BigInteger { numerator.quotient(dividingBy: denominator, rounding: .up) }

  /// `floor(log2 |self|)`, or `nil` for zero.
  public var floorOfBinaryLogarithm: Int? { BigInteger.floorOfBinaryLogarithm(numerator, over: denominator) }
}

// MARK: - Arithmetic

extension Rational: ExpressibleByIntegerLiteral {
  /// The value of an integer literal.
  public init(integerLiteral value: Int) { self.init(value) }
}

extension Rational: SignedNumeric {
  /// The value of any binary integer; never `nil`.
  public init?<Source: BinaryInteger>(exactly value: Source) { self.init(value) }

  /// The absolute value.
  public var magnitude: Rational { Rational(lowestTerms: numerator.magnitude, denominator) }

  /// The number with the opposite sign.
  public static prefix func - (a: Rational) -> Rational { Rational(lowestTerms: -a.numerator, a.denominator) }

  /// The exact sum.
  public static func + (a: Rational, b: Rational) -> Rational {
    if a.denominator == b.denominator {
      let sum = a.numerator + b.numerator
      return a.isInteger ? Rational(sum) : Rational(sum, over: a.denominator)
    }
    // Only factors of the denominators' common divisor can cancel (Knuth, The Art of Computer Programming, 4.5.1).
    let common = BigInteger.greatestCommonDivisor(a.denominator, b.denominator)
    if common.isOne {
      return Rational(
        lowestTerms: a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)
    }
    let reduced = a.denominator / common
    let sum = a.numerator * (b.denominator / common) + b.numerator * reduced
    let divisor = BigInteger.greatestCommonDivisor(sum, common)
    return divisor.isOne
      ? Rational(lowestTerms: sum, reduced * b.denominator)
      : Rational(lowestTerms: sum / divisor, reduced * (b.denominator / divisor))
  }

  /// The exact difference.
  public static func - (a: Rational, b: Rational) -> Rational { a + -b }

  /// The exact product.
  public static func * (a: Rational, b: Rational) -> Rational {
    let x = BigInteger.greatestCommonDivisor(a.numerator, b.denominator)
    let y = BigInteger.greatestCommonDivisor(b.numerator, a.denominator)
    let (an, bd) = x.isOne ? (a.numerator, b.denominator) : (a.numerator / x, b.denominator / x)
    let (bn, ad) = y.isOne ? (b.numerator, a.denominator) : (b.numerator / y, a.denominator / y)
    return Rational(lowestTerms: an * bn, ad * bd)
  }

  /// Multiplies in place, exactly.
  public static func *= (a: inout Rational, b: Rational) { a = a * b }

  /// The exact quotient.
  ///
  /// - Precondition: `b` is not zero.
  public static func / (a: Rational, b: Rational) -> Rational { a * b.reciprocal() }

  /// Divides in place, exactly; traps on a zero divisor.
  public static func /= (a: inout Rational, b: Rational) { a = a / b }

  /// `1 / self`.
  ///
  /// - Precondition: `self` is not zero.
  public func reciprocal() -> Rational {
    precondition(!isZero, "Division by zero")
    return Rational(lowestTerms: numerator.isNegative ? -denominator : denominator, numerator.magnitude)
  }

  /// `self * self`, exactly.
  public func squared() -> Rational { Rational(lowestTerms: numerator.squared(), denominator.squared()) }

  /// `self^exponent`, exactly; `0^0` is 1.
  ///
  /// - Precondition: `self` is not zero if `exponent` is negative.
  public func raised(to exponent: Int) -> Rational {
    if exponent < 0 { return reciprocal().raised(to: -exponent) }
    return Rational(lowestTerms: numerator.raised(to: exponent), denominator.raised(to: exponent))
  }
}

extension Rational: Comparable {
  /// The order of the real numbers.
  public static func < (a: Rational, b: Rational) -> Bool {
    if a.signum != b.signum { return a.signum < b.signum }
    if a.denominator == b.denominator { return a.numerator < b.numerator }
    return a.numerator * b.denominator < b.numerator * a.denominator
  }
}
