extension Double {
  /// The rational number `r` rounded to binary64 under `rule`.
  ///
  /// Correctly rounded, subnormal numbers included. A number that is not zero but rounds to zero gives a zero with its
  /// sign; one beyond the largest finite number gives that number or infinity, as the direction of `rule` says.
  public init(_ r: Rational, rounding rule: FloatingPointRoundingRule) {
    self.init(r.numerator, over: r.denominator, rounding: rule)
  }

  /// `n / d` rounded to binary64 under `rule`, for `d > 0`, in lowest terms or not.
  init(_ n: BigInteger, over d: BigInteger, rounding rule: FloatingPointRoundingRule) {
    if let quick = Double.quotient(n, over: d, rule) {
      self = quick
    } else {
      self.init(BinaryFormat.binary64.round(n, over: d, rule), sign: n.isNegative ? .minus : .plus)
    }
  }

  /// The dyadic number `x` rounded to binary64 under `rule`; edge cases as for a rational number.
  public init(_ x: Dyadic, rounding rule: FloatingPointRoundingRule) {
    self.init(BinaryFormat.binary64.round(x, rule), sign: x.signum < 0 ? .minus : .plus)
  }

  /// The dyadic number `x`, or `nil` if it is not a binary64 number.
  public init?(exactly x: Dyadic) {
    let value = Double(x, rounding: .towardZero)
    guard Dyadic(exactly: value) == x else { return nil }
    self = value
  }

  /// The rational number `r`, or `nil` if it is not a binary64 number.
  public init?(exactly r: Rational) {
    guard let dyadic = Dyadic(exactly: r) else { return nil }
    self.init(exactly: dyadic)
  }

  private init(_ rounded: BinaryFormat.Rounded, sign: FloatingPointSign) {
    let magnitude: Double
    switch rounded {
    case .finite(let x): magnitude = Double(magnitudeOf: x)
    case .overflow: magnitude = .infinity
    }
    self = sign == .minus ? -magnitude : magnitude
  }

  /// `|x|`, for a dyadic number that is a finite binary64 number; put together from its bits.
  private init(magnitudeOf x: Dyadic) {
    guard let leading = x.leadingExponent, let limb = x.significand.limbs.first else {
      self = 0
      return
    }
    let significand = UInt64(limb)
    if leading >= -1022 {
      let fraction = significand << UInt64(52 - (leading - x.exponent))
      self.init(bitPattern: UInt64(leading + 1023) << 52 | fraction & ((1 << 52) - 1))
    } else {
      self.init(bitPattern: significand << UInt64(x.exponent + 1074))
    }
  }

  /// The quotient of a numerator and a denominator that both are binary64 numbers, by IEEE 754 division; `nil` if they
  /// are not, or the rule is not among those that the residual decides.
  ///
  /// Both are integers of at most 2^53 in magnitude, so nothing here can overflow or underflow. The product `q b` and
  /// its error are exact together, and `a - product` is exact because the two are within a factor of two of each other
  /// (Sterbenz): the sign of `residual` is that of `a - q b`.
  private static func quotient(
    _ numerator: BigInteger, over denominator: BigInteger, _ rule: FloatingPointRoundingRule
  ) -> Double? {
    guard let n = Int(exactly: numerator), let d = Int(exactly: denominator),
      n.magnitude <= 1 << 53, d <= 1 << 53, n != 0
    else { return nil }
    let (a, b) = (Double(n), Double(d))
    let q = a / b
    let product = q * b
    let residual = (a - product) - productError(q, b, product: product)
    switch rule {
    case .toNearestOrEven: return q
    case .down: return residual < 0 ? q.nextDown : q
    case .up: return residual > 0 ? q.nextUp : q
    case .towardZero: return q > 0 ? (residual < 0 ? q.nextDown : q) : (residual > 0 ? q.nextUp : q)
    case .awayFromZero: return q > 0 ? (residual > 0 ? q.nextUp : q) : (residual < 0 ? q.nextDown : q)
    case .toNearestOrAwayFromZero: return nil
    @unknown default: return nil
    }
  }

  /// `a b - product` for `product = a * b` rounded to nearest: exact, if no part of it overflows or underflows
  /// (T. J. Dekker, "A floating-point technique for extending the available precision", Numerische Mathematik 18, 1971).
  ///
  /// Written without a fused multiply-add on purpose, which in Swift is a call of the C library on processors that need
  /// not have one.
  static func productError(_ a: Double, _ b: Double, product: Double) -> Double {
    let (aHigh, aLow) = split(a)
    let (bHigh, bLow) = split(b)
    return ((aHigh * bHigh - product) + aHigh * bLow + aLow * bHigh) + aLow * bLow
  }

  /// `x` as a sum of two numbers of at most 26 significant digits.
  private static func split(_ x: Double) -> (high: Double, low: Double) {
    let scaled = x * 0x1.0000002p+27
    let high = scaled - (scaled - x)
    return (high, x - high)
  }
}
