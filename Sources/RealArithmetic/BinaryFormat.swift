/// A binary floating-point format: which numbers it has, and how real numbers are rounded to them.
///
/// The finite numbers are the dyadic numbers of at most `precision` digits, that are integer multiples of
/// `2^(minimumExponent - precision + 1)` (the smallest positive subnormal number), up to `largestFinite`.
public struct BinaryFormat: Sendable, Hashable {
  /// The usual name, as `binary64`.
  public let name: String

  /// The number of significant binary digits, the implicit one included.
  public let precision: Int

  /// The exponent of the smallest normal number: -1022 for `binary64`.
  public let minimumExponent: Int

  /// The largest finite number.
  public let largestFinite: Dyadic

  /// Whether the format has infinities.
  public let hasInfinity: Bool

  /// A format with an exponent range and, unless given, the largest finite number of the IEEE 754 interchange formats,
  /// `(2 - 2^(1 - precision)) 2^maximumExponent`.
  ///
  /// - Precondition: `precision >= 1`.
  public init(
    name: String, precision: Int, minimumExponent: Int, maximumExponent: Int, hasInfinity: Bool = true,
    largestFinite: Dyadic? = nil
  ) {
    precondition(precision >= 1, "A format has at least one digit")
    self.name = name
    self.precision = precision
    self.minimumExponent = minimumExponent
    self.hasInfinity = hasInfinity
    self.largestFinite =
      largestFinite
      ?? Dyadic(significand: .powerOfTwo(precision) - 1, exponent: maximumExponent - precision + 1)
  }

  /// IEEE 754 binary64, Swift's `Double`.
  public static let binary64 = BinaryFormat(
    name: "binary64", precision: 53, minimumExponent: -1022, maximumExponent: 1023)

  /// IEEE 754 binary32, Swift's `Float`.
  public static let binary32 = BinaryFormat(
    name: "binary32", precision: 24, minimumExponent: -126, maximumExponent: 127)

  /// IEEE 754 binary16, Swift's `Float16`.
  public static let binary16 = BinaryFormat(
    name: "binary16", precision: 11, minimumExponent: -14, maximumExponent: 15)

  /// bfloat16: the exponent range of binary32 with eight significant digits.
  public static let bfloat16 = BinaryFormat(
    name: "bfloat16", precision: 8, minimumExponent: -126, maximumExponent: 127)

  /// The exponent of the smallest positive subnormal number: every finite number is an integer multiple of it.
  public var leastExponent: Int { minimumExponent - precision + 1 }
}

// MARK: - Rounding

extension BinaryFormat {
  /// The result of rounding a real number to a format.
  public enum Rounded: Sendable, Hashable {
    /// A finite number of the format.
    case finite(Dyadic)

    /// Too large in magnitude for the rule to give a finite number; infinity with that sign, in a format that has it.
    case overflow(FloatingPointSign)
  }

  /// The rational number `r` rounded under `rule`, correctly (one rounding) in every case.
  ///
  /// Subnormal numbers are kept; a result of zero does not remember its sign. As in IEEE 754, a number beyond the
  /// largest finite one overflows under the rules that round away from zero for its sign, is `largestFinite` under those
  /// that round towards zero, and under the rules to nearest overflows if the result of unbounded exponent range is
  /// larger than `largestFinite`.
  public func round(_ r: Rational, _ rule: FloatingPointRoundingRule) -> Rounded {
    round(r.numerator, over: r.denominator, rule)
  }

  /// `n / d` rounded under `rule`, for `d > 0`, in lowest terms or not; as for rational numbers.
  func round(_ n: BigInteger, over d: BigInteger, _ rule: FloatingPointRoundingRule) -> Rounded {
    guard let leading = BigInteger.floorOfBinaryLogarithm(n, over: d) else { return .finite(.zero) }
    let unit = max(leading - precision + 1, leastExponent)
    return bounded(Dyadic(n, over: d, multipleOfTwoToThe: unit, rounding: rule), negative: n.isNegative, rule)
  }

  /// The dyadic number `x` rounded under `rule`, correctly (one rounding) in every case; as for rational numbers.
  public func round(_ x: Dyadic, _ rule: FloatingPointRoundingRule) -> Rounded {
    guard let leading = x.leadingExponent else { return .finite(.zero) }
    let unit = max(leading - precision + 1, leastExponent)
    return bounded(x.rounded(toMultipleOfTwoToThe: unit, rule), negative: x.signum < 0, rule)
  }

  private func bounded(_ rounded: Dyadic, negative: Bool, _ rule: FloatingPointRoundingRule) -> Rounded {
    if rounded.magnitude <= largestFinite { return .finite(rounded) }
    let towardsZero: Bool
    switch rule {
    case .towardZero: towardsZero = true
    case .up: towardsZero = negative
    case .down: towardsZero = !negative
    case .toNearestOrEven, .toNearestOrAwayFromZero, .awayFromZero: towardsZero = false
    @unknown default: towardsZero = false
    }
    if towardsZero { return .finite(negative ? -largestFinite : largestFinite) }
    return .overflow(negative ? .minus : .plus)
  }
}
