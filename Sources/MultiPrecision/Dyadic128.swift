import RealArithmetic

/// A dyadic number with a significand of 128 bits: the end points of `Interval128`.
///
/// The companion of `Dyadic` for where speed counts: a value of fixed size, which never allocates, whose operations round
/// once, towards the side that they are told. Exponents have the range of `Int`, of which `Interval128` uses a small part.
public struct Dyadic128: Sendable, Hashable {
  /// The upper half of the significand, an integer from 2^127 to below 2^128; both halves are 0 for the number zero.
  let high: UInt64

  /// The lower half of the significand.
  let low: UInt64

  /// The magnitude is `(high * 2^64 + low) * 2^(exponent - 127)`, so that this is the exponent of the leading bit; 0 for
  /// the number zero.
  let exponent: Int

  /// Whether the number is less than zero.
  let isNegative: Bool

  /// A number whose parts are known to be in the form above.
  init(unchecked isNegative: Bool, _ exponent: Int, _ high: UInt64, _ low: UInt64) {
    self.high = high
    self.low = low
    self.exponent = exponent
    self.isNegative = isNegative
  }

  /// The number zero.
  public static let zero = Dyadic128(unchecked: false, 0, 0, 0)

  /// True for zero.
  public var isZero: Bool { high == 0 }

  /// -1, 0 or 1.
  public var signum: Int { isZero ? 0 : (isNegative ? -1 : 1) }

  /// The absolute value.
  var magnitude: Dyadic128 { Dyadic128(unchecked: false, exponent, high, low) }

  /// The number with the opposite sign.
  static prefix func - (a: Dyadic128) -> Dyadic128 {
    Dyadic128(unchecked: !a.isNegative && !a.isZero, a.exponent, a.high, a.low)
  }

  /// `self * 2^power`, exactly.
  func scaled(byPowerOfTwo power: Int) -> Dyadic128 {
    isZero ? self : Dyadic128(unchecked: isNegative, exponent + power, high, low)
  }
}

// MARK: - Rounding

extension Dyadic128 {
  /// The nearest number on the given side of one that was cut off: of the parts above, with something between 0 and one
  /// unit of `low` left out of the magnitude if `isInexact`.
  @inline(__always)
  init(
    cutOff isNegative: Bool, _ exponent: Int, _ high: UInt64, _ low: UInt64, isInexact: Bool, _ direction: Direction
  ) {
    guard isInexact, isNegative == (direction == .down) else {
      self.init(unchecked: isNegative, exponent, high, low)
      return
    }
    let (next, carry) = low.addingReportingOverflow(1)
    let (top, overflow) = high.addingReportingOverflow(carry ? 1 : 0)
    // After the significand of all ones comes the next power of two.
    self.init(unchecked: isNegative, overflow ? exponent &+ 1 : exponent, overflow ? 1 << 63 : top, next)
  }

  /// A dyadic number rounded to 128 bits.
  init(_ value: Dyadic, _ direction: Direction) {
    let rounded = value.rounded(toPrecision: 128, direction.rule)
    guard let leading = rounded.leadingExponent else {
      self = .zero
      return
    }
    var (high, low): (UInt64, UInt64) = (0, 0)
    for limb in (rounded.significand << (128 - rounded.precision)).limbs.reversed() {
      high = high << UInt64(UInt.bitWidth) | low >> UInt64(64 - UInt.bitWidth)
      low = low << UInt64(UInt.bitWidth) | UInt64(limb)
    }
    self.init(unchecked: rounded.signum < 0, leading, high, low)
  }

  /// The exact value of a double; nil for infinities and NaN.
  init?(exactly value: Double) {
    guard value.isFinite else { return nil }
    if value.isZero {
      self = .zero
    } else {
      // Of a subnormal number too, the bits behind the leading one are at the upper end of the pattern.
      let fraction = value.significand.significandBitPattern
      self.init(unchecked: value < 0, Int(value.exponent), 1 << 63 | fraction << 11, 0)
    }
  }

  /// The value of an integer.
  init(_ value: Int) {
    let magnitude = UInt64(value.magnitude)
    let zeros = magnitude.leadingZeroBitCount
    self.init(unchecked: value < 0, value == 0 ? 0 : 63 - zeros, magnitude << UInt64(zeros), 0)
  }

  /// About the number: the 53 leading bits, or zero or infinity near and beyond the limits of doubles. No proof rests on it.
  var approximation: Double {
    guard !isZero, exponent > -1000 else { return 0 }
    let magnitude =
      exponent > 1000 ? .infinity : Double(bitPattern: UInt64(exponent + 1023) << 52 | (high << 1) >> 12)
    return isNegative ? -magnitude : magnitude
  }
}

extension Dyadic {
  /// The same number.
  public init(_ value: Dyadic128) {
    let magnitude = BigInteger(value.high) << 64 + BigInteger(value.low)
    self.init(significand: value.isNegative ? -magnitude : magnitude, exponent: value.exponent - 127)
  }
}

extension Rational {
  /// The same number.
  public init(_ value: Dyadic128) { self.init(Dyadic(value)) }
}

// MARK: - Order

extension Dyadic128: Comparable {
  /// The order of the real numbers.
  public static func < (a: Dyadic128, b: Dyadic128) -> Bool {
    if a.signum != b.signum { return a.signum < b.signum }
    return a.isNegative ? isLess(b, a) : isLess(a, b)
  }

  /// Whether `|a| < |b|`, of numbers of which neither or both are zero.
  @inline(__always)
  static func isLess(_ a: Dyadic128, _ b: Dyadic128) -> Bool {
    if a.exponent != b.exponent { return a.exponent < b.exponent }
    return a.high != b.high ? a.high < b.high : a.low < b.low
  }
}

// MARK: - Arithmetic

/// Operations that give the nearest number of 128 bits on the given side of the exact result.
extension Dyadic128 {
  /// `a + b`, rounded.
  @inline(__always)
  static func sum(_ a: Dyadic128, _ b: Dyadic128, _ direction: Direction) -> Dyadic128 {
    if b.isZero { return a }
    if a.isZero { return b }
    let (x, y) = isLess(a, b) ? (b, a) : (a, b)
    let (high, low, guardBits, rest) = y.shiftedRight(by: x.exponent &- y.exponent)
    return x.isNegative == y.isNegative
      ? x.adding(high, low, isInexact: guardBits != 0 || rest, direction)
      : x.subtracting(high, low, guardBits, rest, direction)
  }

  /// The significand times `2^(64 - distance)` in three words, and whether there is more behind them.
  @inline(__always)
  private func shiftedRight(by distance: Int) -> (UInt64, UInt64, UInt64, isMore: Bool) {
    let shift = UInt64(truncatingIfNeeded: distance & 63)
    // Shifts by 64 give 0.
    let words = (high >> shift, high << (64 - shift) | low >> shift, low << (64 - shift))
    switch distance >> 6 {
    case 0: return (words.0, words.1, words.2, false)
    case 1: return (0, words.0, words.1, words.2 != 0)
    case 2: return (0, 0, words.0, words.1 | words.2 != 0)
    default: return (0, 0, 0, true)
    }
  }

  /// The number with its magnitude enlarged by some units of `low`, and a part of one more if `isInexact`.
  @inline(__always)
  private func adding(
    _ high: UInt64, _ low: UInt64, isInexact: Bool, _ direction: Direction
  ) -> Dyadic128 {
    let (sum, carry) = self.low.addingReportingOverflow(low)
    let (first, overflow) = self.high.addingReportingOverflow(high)
    let (top, furtherOverflow) = first.addingReportingOverflow(carry ? 1 : 0)
    guard overflow || furtherOverflow else {
      return Dyadic128(cutOff: isNegative, exponent, top, sum, isInexact: isInexact, direction)
    }
    return Dyadic128(
      cutOff: isNegative, exponent &+ 1, 1 << 63 | top >> 1, top << 63 | sum >> 1,
      isInexact: isInexact || sum & 1 != 0, direction)
  }

  /// The number with its magnitude diminished by a part, not larger, in three words and something behind them if `isMore`.
  ///
  /// What is behind the third word borrows from it; the result is then too small by less than a unit of that word. That
  /// happens only to a part shifted by more than 64 bits, so to a difference with at most one leading zero.
  @inline(__always)
  private func subtracting(
    _ high: UInt64, _ low: UInt64, _ guardBits: UInt64, _ isMore: Bool, _ direction: Direction
  ) -> Dyadic128 {
    var third = 0 &- guardBits &- (isMore ? 1 : 0)
    let borrow: UInt64 = guardBits != 0 || isMore ? 1 : 0
    let (second, borrowed) = self.low.subtractingReportingOverflow(low)
    let (middle, borrowedAgain) = second.subtractingReportingOverflow(borrow)
    var words = (self.high &- high &- (borrowed ? 1 : 0) &- (borrowedAgain ? 1 : 0), middle)
    var exponent = exponent
    if words.0 == 0 {
      // Then nothing but the guard bits can be behind the two words.
      if words.1 == 0 && third == 0 { return .zero }
      words = (words.1, third)
      third = 0
      exponent &-= 64
      if words.0 == 0 {
        words = (words.1, 0)
        exponent &-= 64
      }
    }
    let zeros = UInt64(truncatingIfNeeded: words.0.leadingZeroBitCount)
    return Dyadic128(
      cutOff: isNegative, exponent &- Int(truncatingIfNeeded: zeros),
      words.0 << zeros | words.1 >> (64 - zeros), words.1 << zeros | third >> (64 - zeros),
      isInexact: third << zeros != 0 || isMore, direction)
  }

  /// `a b`, rounded.
  @inline(__always)
  static func product(_ a: Dyadic128, _ b: Dyadic128, _ direction: Direction) -> Dyadic128 {
    if a.isZero || b.isZero { return .zero }
    let (w3, w2, w1, w0) = fullProduct(a.high, a.low, b.high, b.low)
    let isNegative = a.isNegative != b.isNegative
    let exponent = a.exponent &+ b.exponent
    // The product of the significands is from 2^254 to below 2^256.
    if w3 >> 63 != 0 {
      return Dyadic128(cutOff: isNegative, exponent &+ 1, w3, w2, isInexact: w1 | w0 != 0, direction)
    }
    return Dyadic128(
      cutOff: isNegative, exponent, w3 << 1 | w2 >> 63, w2 << 1 | w1 >> 63, isInexact: w1 << 1 | w0 != 0, direction)
  }

  /// The product of two integers of two words, most significant word first.
  @inline(__always)
  private static func fullProduct(
    _ a1: UInt64, _ a0: UInt64, _ b1: UInt64, _ b0: UInt64
  ) -> (UInt64, UInt64, UInt64, UInt64) {
    let (low, top) = (a0.multipliedFullWidth(by: b0), a1.multipliedFullWidth(by: b1))
    let (first, second) = (a1.multipliedFullWidth(by: b0), a0.multipliedFullWidth(by: b1))
    let (m1, c1) = low.high.addingReportingOverflow(first.low)
    let (w1, c2) = m1.addingReportingOverflow(second.low)
    let (m2, c3) = top.low.addingReportingOverflow(first.high)
    let (m3, c4) = m2.addingReportingOverflow(second.high)
    let (w2, c5) = m3.addingReportingOverflow((c1 ? 1 : 0) &+ (c2 ? 1 : 0))
    let w3 = top.high &+ ((c3 ? 1 : 0) &+ (c4 ? 1 : 0) &+ (c5 ? 1 : 0))
    return (w3, w2, w1, low.low)
  }

  /// `a / b`, rounded.
  ///
  /// - Precondition: `b` is not zero.
  static func quotient(_ a: Dyadic128, _ b: Dyadic128, _ direction: Direction) -> Dyadic128 {
    precondition(!b.isZero, "Division by zero")
    if a.isZero { return .zero }
    // The significand of a, halved if it is not less than that of b, has as its quotient by it 128 bits behind the point.
    let isLess = a.high != b.high ? a.high < b.high : a.low < b.low
    let (high, low, rest) = isLess ? (a.high, a.low, 0) : (a.high >> 1, a.high << 63 | a.low >> 1, a.low << 63)
    let first = wordOfQuotient(high, low, rest, b)
    let second = wordOfQuotient(first.high, first.low, 0, b)
    return Dyadic128(
      cutOff: a.isNegative != b.isNegative, a.exponent &- b.exponent &- (isLess ? 1 : 0),
      first.quotient, second.quotient, isInexact: second.high | second.low != 0, direction)
  }

  /// The quotient of an integer of three words by the significand of `b`, which is greater than the upper two of them, and
  /// the remainder in two words.
  ///
  /// Method: D. E. Knuth, The Art of Computer Programming, volume 2, section 4.3.1, algorithm D: the quotient by the upper
  /// word of a divisor whose leading bit is set is too large by at most 2.
  @inline(__always)
  private static func wordOfQuotient(
    _ n2: UInt64, _ n1: UInt64, _ n0: UInt64, _ b: Dyadic128
  ) -> (quotient: UInt64, high: UInt64, low: UInt64) {
    var (quotient, remainder): (UInt64, UInt64)
    var isWide = false
    if n2 < b.high {
      (quotient, remainder) = b.high.dividingFullWidth((n2, n1))
    } else {
      quotient = .max
      (remainder, isWide) = n1.addingReportingOverflow(b.high)
    }
    // While the remainder has one word, its comparison with what the lower word of the divisor takes off is exact.
    var product = quotient.multipliedFullWidth(by: b.low)
    while !isWide && (product.high > remainder || product.high == remainder && product.low > n0) {
      quotient &-= 1
      (remainder, isWide) = remainder.addingReportingOverflow(b.high)
      product = quotient.multipliedFullWidth(by: b.low)
    }
    let (low, borrow) = n0.subtractingReportingOverflow(product.low)
    return (quotient, remainder &- product.high &- (borrow ? 1 : 0), low)
  }

  /// The square root, rounded.
  ///
  /// Newton's method guesses; the guess is then corrected by exact comparisons of its square.
  ///
  /// - Precondition: `a` is not negative.
  static func squareRoot(_ a: Dyadic128, _ direction: Direction) -> Dyadic128 {
    precondition(!a.isNegative, "The square root of a negative number")
    if a.isZero { return .zero }
    let isOdd = a.exponent & 1 != 0
    let scaled = Dyadic128(unchecked: false, isOdd ? 1 : 0, a.high, a.low)
    guard var root = Dyadic128(exactly: scaled.approximation.squareRoot()) else { return .zero }
    for _ in 0..<2 { root = sum(root, quotient(scaled, root, .down), .down).scaled(byPowerOfTwo: -1) }
    // The root is from 1 to below 2; a guess may be rounded to the other side of these.
    var (high, low): (UInt64, UInt64) =
      root.exponent == 0 ? (root.high, root.low) : (root.exponent < 0 ? (1 << 63, 0) : (.max, .max))
    // What the square of the root's significand has to be: the significand times 2^127, or 2^128 if the exponent is odd.
    let (n3, n2, n1) = isOdd ? (a.high, a.low, 0) : (a.high >> 1, a.high << 63 | a.low >> 1, a.low << 63)
    while true {
      let (w3, w2, w1, w0) = fullProduct(high, low, high, low)
      let (r0, b0) = (0 as UInt64).subtracting(w0, borrow: false)
      let (r1, b1) = n1.subtracting(w1, borrow: b0)
      let (r2, b2) = n2.subtracting(w2, borrow: b1)
      let (r3, isTooLarge) = n3.subtracting(w3, borrow: b2)
      if isTooLarge {
        (high, low) = (low == 0 ? high &- 1 : high, low &- 1)
      } else if (r3, r2, r1, r0) <= (0, high >> 63, high << 1 | low >> 63, low << 1) {
        // The remainder is at most twice the root: the square of the next integer is greater.
        return Dyadic128(
          cutOff: false, a.exponent >> 1, high, low, isInexact: r3 | r2 | r1 | r0 != 0, direction)
      } else {
        (high, low) = (low == .max ? high &+ 1 : high, low &+ 1)
      }
    }
  }
}

extension UInt64 {
  /// The difference modulo 2^64, less one if `borrow`, and whether it is below zero.
  @inline(__always)
  fileprivate func subtracting(_ other: UInt64, borrow: Bool) -> (UInt64, Bool) {
    let (first, isNegative) = subtractingReportingOverflow(other)
    let (second, isNegativeNow) = first.subtractingReportingOverflow(borrow ? 1 : 0)
    return (second, isNegative || isNegativeNow)
  }
}
