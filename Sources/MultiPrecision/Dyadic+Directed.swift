import RealArithmetic

/// Operations rounded once, correctly, to a number of significant bits under a rounding rule.
///
/// "Correctly" means that the exact result is what is rounded: the roundings below never round twice.
extension Dyadic {
  /// `a + b` rounded to `bits` significant bits.
  ///
  /// A summand far below the last bit that matters is replaced by a power of two of its sign. With `q` the larger of
  /// `bits` and the length of the other summand `a`, and `h` the exponent of the leading bit of `a`: `a` and all numbers
  /// of at most `bits` bits near it, and the points halfway between them, are multiples of `2^(h - q - 1)`. Every `b`
  /// with `0 < |b| < 2^(h - q - 1)` and the same sign puts `a + b` strictly between the same two of these, so it rounds
  /// to the same number under every rule.
  static func sum(_ a: Dyadic, _ b: Dyadic, bits: Int, _ rule: FloatingPointRoundingRule) -> Dyadic {
    guard let x = a.leadingExponent, let y = b.leadingExponent else {
      return (a.isZero ? b : a).rounded(toPrecision: bits, rule)
    }
    if x < y { return sum(b, a, bits: bits, rule) }
    let reach = x - max(bits, a.precision) - 2
    let small = y < reach ? Dyadic(significand: b.signum < 0 ? -1 : 1, exponent: reach) : b
    return (a + small).rounded(toPrecision: bits, rule)
  }

  /// `a - b` rounded to `bits` significant bits.
  static func difference(_ a: Dyadic, _ b: Dyadic, bits: Int, _ rule: FloatingPointRoundingRule) -> Dyadic {
    sum(a, -b, bits: bits, rule)
  }

  /// `a * b` rounded to `bits` significant bits.
  static func product(_ a: Dyadic, _ b: Dyadic, bits: Int, _ rule: FloatingPointRoundingRule) -> Dyadic {
    (a * b).rounded(toPrecision: bits, rule)
  }

  /// `a / b` rounded to `bits` significant bits.
  ///
  /// - Precondition: `b` is not zero.
  static func quotient(_ a: Dyadic, _ b: Dyadic, bits: Int, _ rule: FloatingPointRoundingRule) -> Dyadic {
    precondition(!b.isZero, "Division by zero")
    if a.isZero { return .zero }
    // An integer quotient with two bits more than wanted; the last bit then records whether anything was cut off.
    let shift = max(bits + 3 + b.precision - a.precision, 0)
    let (quotient, remainder) = (a.significand << shift).quotientAndRemainder(dividingBy: b.significand)
    let negative = a.signum != b.signum
    let exponent = a.exponent - b.exponent - shift
    return withSticky(quotient.magnitude, isExact: remainder.isZero, negative: negative, exponent: exponent)
      .rounded(toPrecision: bits, rule)
  }

  /// The square root rounded to `bits` significant bits.
  ///
  /// - Precondition: `a` is not negative.
  static func squareRoot(_ a: Dyadic, bits: Int, _ rule: FloatingPointRoundingRule) -> Dyadic {
    if a.isZero { return .zero }
    var shift = max(2 * (bits + 3) - a.precision, 0)
    if (a.exponent - shift) & 1 != 0 { shift += 1 }
    let (root, remainder) = (a.significand << shift).squareRoot()
    return withSticky(root, isExact: remainder.isZero, negative: false, exponent: (a.exponent - shift) / 2)
      .rounded(toPrecision: bits, rule)
  }

  /// `integer * 2^exponent` with the given sign; if `integer` was cut off, a further bit is set behind it, so that any
  /// rounding to fewer bits than `integer` has gives what the number before the cut would give.
  private static func withSticky(_ integer: BigInteger, isExact: Bool, negative: Bool, exponent: Int) -> Dyadic {
    let magnitude = isExact ? integer << 1 : (integer << 1) + 1
    return Dyadic(significand: negative ? -magnitude : magnitude, exponent: exponent - 1)
  }
}

extension Dyadic {
  /// The number rounded to an integer, if that is in the range of `Int`.
  func integer(_ rule: FloatingPointRoundingRule) -> Int? {
    let whole = rounded(toMultipleOfTwoToThe: 0, rule)
    return (whole.leadingExponent ?? 0) < Int.bitWidth ? Int(exactly: whole.significand << whole.exponent) : nil
  }

  /// -1, 0 or 1 as `self` is less than, equal to or greater than `r`, exactly; numbers of different magnitude are told
  /// apart by their leading bits alone.
  func order(against r: Rational) -> Int {
    if signum != r.signum { return signum < r.signum ? -1 : 1 }
    guard let x = leadingExponent, let y = r.floorOfBinaryLogarithm else { return 0 }
    if x != y { return (x < y) == (signum > 0) ? -1 : 1 }
    let (left, right) =
      exponent >= 0
      ? ((significand << exponent) * r.denominator, r.numerator)
      : (significand * r.denominator, r.numerator << -exponent)
    return left < right ? -1 : (left == right ? 0 : 1)
  }
}
