extension BigInteger {
  /// `self / divisor` rounded to an integer under `rule`; exact quotients are returned unchanged under every rule.
  ///
  /// - Precondition: `divisor` is not zero.
  public func quotient(dividingBy divisor: BigInteger, rounding rule: FloatingPointRoundingRule) -> BigInteger {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    if remainder.isZero { return quotient }
    let negative = isNegative != divisor.isNegative
    let order: Int
    switch rule {
    case .toNearestOrEven, .toNearestOrAwayFromZero:
      order = BigInteger.compareMagnitudes(remainder << 1, divisor)
    case .up, .down, .towardZero, .awayFromZero:
      order = 0
    @unknown default:
      order = 0
    }
    let away = rule.stepsAway(negative: negative, odd: quotient.isOdd, remainderAgainstHalf: order)
    return away ? quotient + (negative ? -1 : 1) : quotient
  }

  /// `self / 2^count` rounded to an integer under `rule`; for a negative count the exact product `self * 2^-count`.
  public func shiftedRight(by count: Int, rounding rule: FloatingPointRoundingRule) -> BigInteger {
    if count <= 0 { return self << -count }
    let zeros = trailingZeroBitCount
    let quotient = magnitudeShiftedRight(by: count)
    if isZero || zeros >= count { return isNegative ? -quotient : quotient }
    let order = magnitudeBit(count - 1) ? (zeros == count - 1 ? 0 : 1) : -1
    let away = rule.stepsAway(negative: isNegative, odd: quotient.isOdd, remainderAgainstHalf: order)
    let rounded = away ? quotient + 1 : quotient
    return isNegative ? -rounded : rounded
  }
}

extension FloatingPointRoundingRule {
  /// Whether an inexact number, whose magnitude has been cut off to an integer, is rounded away from zero.
  ///
  /// - Parameters:
  ///   - negative: whether the number is negative.
  ///   - odd: whether the magnitude that was cut off to is odd.
  ///   - order: -1, 0 or 1 as the part cut off is less than, equal to or more than a half; only looked at by the two
  ///     rules that round to nearest.
  func stepsAway(negative: Bool, odd: Bool, remainderAgainstHalf order: Int) -> Bool {
    switch self {
    case .toNearestOrEven: return order > 0 || (order == 0 && odd)
    case .toNearestOrAwayFromZero: return order >= 0
    case .up: return !negative
    case .down: return negative
    case .towardZero: return false
    case .awayFromZero: return true
    @unknown default: return false
    }
  }
}
