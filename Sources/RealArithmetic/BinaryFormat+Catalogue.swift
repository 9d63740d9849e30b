extension BinaryFormat {
  /// TensorFloat-32: the exponent range of binary32 with eleven significant digits.
  public static let tf32 = BinaryFormat(name: "tf32", precision: 11, minimumExponent: -126, maximumExponent: 127)

  /// The eight-bit format E4M3 of the Open Compute Project ("OCP 8-bit Floating Point Specification", 2023): four
  /// significant digits, no infinities, finite numbers up to 448.
  public static let e4m3 = BinaryFormat(
    name: "fp8-e4m3", precision: 4, minimumExponent: -6, maximumExponent: 8, hasInfinity: false,
    largestFinite: Dyadic(significand: 7, exponent: 6))

  /// The eight-bit format E5M2 of the same specification: the exponent range of binary16 with three significant digits.
  public static let e5m2 = BinaryFormat(name: "fp8-e5m2", precision: 3, minimumExponent: -14, maximumExponent: 15)

  /// The formats in which networks are trained and run, those with the most digits first.
  public static let networkFormats: [BinaryFormat] = [binary64, binary32, tf32, binary16, bfloat16, e4m3, e5m2]
}

// MARK: - Numbers of a format

extension BinaryFormat {
  /// The distance of neighbouring numbers of the format around a real number of that magnitude; that of the subnormal
  /// numbers for zero.
  public func unitInLastPlace(atExponent leading: Int?) -> Dyadic {
    let exponent = max((leading ?? leastExponent) - precision + 1, leastExponent)
    return Dyadic(significand: 1, exponent: exponent)
  }

  /// The decimal number with the fewest significant digits that rounds to a number of the format; of several the nearest.
  public func shortestDecimal(of value: Dyadic) -> String {
    let exact = Rational(value)
    // 2^precision < 10^(precision / 3), and one digit more tells neighbours apart.
    for digits in 1...(precision / 3 + 2) {
      let text = exact.decimal(significantDigits: digits, rounding: .toNearestOrEven)
      if let read = try? Rational(parsing: text), round(read, .toNearestOrEven) == .finite(value) { return text }
    }
    return exact.exactDecimal ?? exact.description
  }

  /// The encoding of a finite number of the format, as an interchange format stores it: sign, exponent, fraction.
  ///
  /// tf32 is stored as binary32 with zeros behind the fraction. Nil for what is not a number of the format.
  public func encoding(of value: Dyadic) -> UInt64? {
    guard round(value, .toNearestOrEven) == .finite(value) else { return nil }
    // The fraction in units of the last place; with the implicit digit for normal numbers.
    let leading = value.leadingExponent ?? leastExponent
    let isNormal = !value.isZero && leading >= minimumExponent
    let unit = isNormal ? leading - precision + 1 : leastExponent
    let scaled = value.magnitude.scaled(byPowerOfTwo: -unit)
    guard let digits = Int(exactly: scaled.significand << scaled.exponent).map(UInt64.init) else { return nil }
    let biased = isNormal ? UInt64(leading - minimumExponent + 1) : 0
    let fraction = isNormal ? digits - (1 << (precision - 1)) : digits
    let sign: UInt64 = value.signum < 0 ? 1 : 0
    let bits = (sign << exponentBits | biased) << (precision - 1) | fraction
    return bits << (storageBits - precision - exponentBits)
  }

  /// The number of bits of an encoding.
  public var storageBits: Int {
    // The smallest power of two that holds sign, exponent and fraction.
    var bits = 8
    while bits < precision + exponentBits { bits *= 2 }
    return bits
  }

  /// The width of the exponent's field: the bias is `2^(exponentBits - 1) - 1`, and the smallest normal number has the
  /// biased exponent 1.
  private var exponentBits: Int { (Int.bitWidth - (1 - minimumExponent).leadingZeroBitCount) + 1 }
}

extension Dyadic {
  /// The exact value as a hexadecimal text in the form of C99's `%a`, as `0x1.8p+0`, with the leading digit 1; zero is
  /// `0x0p+0`.
  public var hexText: String {
    guard let leading = leadingExponent else { return "0x0p+0" }
    // A hexadecimal digit before the point, and behind it as many as the odd significand takes.
    let digits = (precision - 1 + 3) / 4
    let padded = significand.magnitude << (4 * digits + 1 - precision)
    let fraction = String(padded.hexadecimalDigits.dropFirst())
    let sign = signum < 0 ? "-" : ""
    return "\(sign)0x1\(digits == 0 ? "" : ".\(fraction)")p\(leading < 0 ? "-" : "+")\(leading.magnitude)"
  }
}

extension BigInteger {
  /// The hexadecimal digits of a number that is not negative.
  fileprivate var hexadecimalDigits: String {
    limbs.enumerated().reversed().map { index, limb in
      let digits = String(limb, radix: 16)
      let isFirst = index == limbs.count - 1
      return isFirst ? digits : String(repeating: "0", count: UInt.bitWidth / 4 - digits.count) + digits
    }.joined()
  }
}
