/// An exact dyadic number `significand * 2^exponent`.
///
/// Every finite `Double` is one; sums, differences and products of dyadic numbers are dyadic, quotients in general are
/// not (`Rational` is closed under division). Operations are exact; a sum of numbers with very different exponents takes
/// as much memory as the distance of the exponents needs. Exponents outside the range of `Int` trap.
public struct Dyadic: Sendable, Hashable {
  /// An odd integer, or zero.
  public let significand: BigInteger

  /// The exponent of two; 0 for zero.
  public let exponent: Int

  /// `significand * 2^exponent`, brought to the unique form with an odd significand.
  public init(significand: BigInteger, exponent: Int) {
    if significand.isOdd {
      self.significand = significand
      self.exponent = exponent
    } else if significand.isZero {
      self.significand = significand
      self.exponent = 0
    } else {
      let zeros = significand.trailingZeroBitCount
      self.significand = significand >> zeros
      self.exponent = exponent + zeros
    }
  }

  /// The value of an integer.
  public init(_ value: BigInteger) { self.init(significand: value, exponent: 0) }

  /// The value of a binary integer.
  public init<Source: BinaryInteger>(_ value: Source) { self.init(significand: BigInteger(value), exponent: 0) }

  /// The exact value of a floating-point number; `nil` for infinities and NaN. Both zeros give zero.
  public init?(exactly value: Double) {
    guard value.isFinite else { return nil }
    let bits = value.bitPattern
    let fraction = bits & ((1 << 52) - 1)
    let biased = Int((bits >> 52) & 0x7FF)
    let significand = BigInteger(biased == 0 ? fraction : fraction | (1 << 52))
    self.init(significand: value < 0 ? -significand : significand, exponent: max(biased, 1) - 1075)
  }

  /// The exact value of a rational number whose denominator is a power of two; `nil` for others.
  public init?(exactly value: Rational) {
    let twos = value.denominator.trailingZeroBitCount
    guard value.denominator.bitWidth == twos + 1 else { return nil }
    self.init(significand: value.numerator, exponent: -twos)
  }
}

// MARK: - Properties

extension Dyadic {
  /// The number zero.
  public static let zero = Dyadic(BigInteger.zero)

  /// True for zero.
  public var isZero: Bool { significand.isZero }

  /// -1, 0 or 1.
  public var signum: Int { significand.signum }

  /// The number of binary digits from the first to the last that is not zero; 0 for zero.
  public var precision: Int { significand.bitWidth }

  /// `floor(log2 |self|)`, or `nil` for zero.
  public var leadingExponent: Int? { isZero ? nil : exponent + significand.bitWidth - 1 }

  /// `self * 2^power`, exactly.
  public func scaled(byPowerOfTwo power: Int) -> Dyadic {
    isZero ? self : Dyadic(significand: significand, exponent: exponent + power)
  }

  /// `self * self`, exactly.
  public func squared() -> Dyadic { Dyadic(significand: significand.squared(), exponent: 2 * exponent) }
}

// MARK: - Rounding

extension Dyadic {
  /// `self` rounded to `bits` significant binary digits (at least one) under `rule`; unchanged if it has no more.
  public func rounded(toPrecision bits: Int, _ rule: FloatingPointRoundingRule) -> Dyadic {
    let excess = significand.bitWidth - max(bits, 1)
    return excess <= 0 ? self : rounded(toMultipleOfTwoToThe: exponent + excess, rule)
  }

  /// `self` rounded under `rule` to an integer multiple of `2^power`.
  public func rounded(toMultipleOfTwoToThe power: Int, _ rule: FloatingPointRoundingRule) -> Dyadic {
    if isZero || exponent >= power { return self }
    return Dyadic(significand: significand.shiftedRight(by: power - exponent, rounding: rule), exponent: power)
  }

  /// The rational `r` rounded to `bits` significant binary digits (at least one) under `rule`.
  public init(_ r: Rational, precision bits: Int, rounding rule: FloatingPointRoundingRule) {
    guard let leading = r.floorOfBinaryLogarithm else {
      self = .zero
      return
    }
    self.init(r, multipleOfTwoToThe: leading - max(bits, 1) + 1, rounding: rule)
  }

  /// The rational `r` rounded under `rule` to an integer multiple of `2^power`.
  public init(_ r: Rational, multipleOfTwoToThe power: Int, rounding rule: FloatingPointRoundingRule) {
    self.init(r.numerator, over: r.denominator, multipleOfTwoToThe: power, rounding: rule)
  }

  /// `n / d` rounded under `rule` to an integer multiple of `2^power`, for `d > 0`, in lowest terms or not.
  init(
    _ n: BigInteger, over d: BigInteger, multipleOfTwoToThe power: Int, rounding rule: FloatingPointRoundingRule
  ) {
    let integer =
      power >= 0
      ? n.quotient(dividingBy: d << power, rounding: rule) : (n << -power).quotient(dividingBy: d, rounding: rule)
    self.init(significand: integer, exponent: power)
  }
}

// MARK: - Arithmetic

extension Dyadic: ExpressibleByIntegerLiteral {
  /// The value of an integer literal.
  public init(integerLiteral value: Int) { self.init(value) }
}

extension Dyadic: SignedNumeric {
  /// The value of any binary integer; never `nil`.
  public init?<Source: BinaryInteger>(exactly value: Source) { self.init(value) }

  /// The absolute value.
  public var magnitude: Dyadic { Dyadic(significand: significand.magnitude, exponent: exponent) }

  /// The number with the opposite sign.
  public static prefix func - (a: Dyadic) -> Dyadic { Dyadic(significand: -a.significand, exponent: a.exponent) }

  /// The exact sum.
  public static func + (a: Dyadic, b: Dyadic) -> Dyadic {
    if a.isZero { return b }
    if b.isZero { return a }
    let low = min(a.exponent, b.exponent)
    return Dyadic(
      significand: (a.significand << (a.exponent - low)) + (b.significand << (b.exponent - low)), exponent: low)
  }

  /// The exact difference.
  public static func - (a: Dyadic, b: Dyadic) -> Dyadic { a + -b }

  /// The exact product.
  public static func * (a: Dyadic, b: Dyadic) -> Dyadic {
    if a.isZero || b.isZero { return .zero }
    return Dyadic(significand: a.significand * b.significand, exponent: a.exponent + b.exponent)
  }

  /// Multiplies in place, exactly.
  public static func *= (a: inout Dyadic, b: Dyadic) { a = a * b }
}

extension Dyadic: Comparable {
  /// The order of the real numbers; numbers far apart are told apart by their leading exponents alone.
  public static func < (a: Dyadic, b: Dyadic) -> Bool {
    if a.signum != b.signum { return a.signum < b.signum }
    guard let x = a.leadingExponent, let y = b.leadingExponent else { return false }
    if x != y { return (x < y) == (a.signum > 0) }
    let low = min(a.exponent, b.exponent)
    return a.significand << (a.exponent - low) < b.significand << (b.exponent - low)
  }
}

extension Dyadic: CustomStringConvertible {
  /// `significand * 2^exponent` in decimal digits, as `5 * 2^-3`; an integer of moderate size as such.
  public var description: String {
    if exponent >= 0, exponent <= 64 { return (significand << exponent).description }
    return "\(significand) * 2^\(exponent)"
  }
}
