import RealArithmetic

extension Interval: CustomStringConvertible {
  /// The interval in decimal, with 17 significant digits rounded outward: `[0.30000000000000004, 0.30000000000000005]`.
  public var description: String { decimal(significantDigits: 17) }

  /// The interval in decimal with so many significant digits: `[lower, upper]`, `[empty]` or `[entire]`.
  ///
  /// Accuracy: the lower bound is rounded downward, the upper one upward, so that what is printed includes the interval.
  /// Parsing it gives an interval that includes this one.
  public func decimal(significantDigits: Int) -> String {
    text(
      lower: { $0.decimal(significantDigits: significantDigits, rounding: .down) },
      upper: { $0.decimal(significantDigits: significantDigits, rounding: .up) })
  }

  /// The interval with its exact bounds in hexadecimal: `[0x1.3333333333333p-2, 0x1.3333333333334p-2]`. Parsing it gives
  /// this very interval.
  public var hexText: String {
    if isEmpty { return "[empty]" }
    if isEntire { return "[entire]" }
    return "[\((lowerBound + 0).hexText), \((upperBound + 0).hexText)]"
  }

  private func text(lower: (Rational) -> String, upper: (Rational) -> String) -> String {
    if isEmpty { return "[empty]" }
    if isEntire { return "[entire]" }
    let left = Rational(exactly: lowerBound).map(lower) ?? "-inf"
    let right = Rational(exactly: upperBound).map(upper) ?? "inf"
    return "[\(left), \(right)]"
  }
}
