import RealArithmetic

/// A positive number to a few digits, with a wide exponent: for guessing how many terms a series needs.
///
/// Nothing here carries a proof: a wrong guess makes a result less tight, never wrong.
struct RoughMagnitude: Sendable {
  /// In [1, 2).
  private var significand: Double
  private var exponent: Int

  /// One.
  static let one = RoughMagnitude(significand: 1, exponent: 0)

  private init(significand: Double, exponent: Int) {
    self.significand = significand.significand
    self.exponent = exponent + Int(significand.exponent)
  }

  /// About `|x|`; zero is taken for a number so small that no term with it matters.
  init(_ x: Dyadic) {
    guard let leading = x.leadingExponent else {
      self.init(significand: 1, exponent: -Int.max / 4)
      return
    }
    self.init(significand: Double(x.magnitude.scaled(byPowerOfTwo: -leading), rounding: .towardZero), exponent: leading)
  }

  /// Whether the number is below `2^power`, about.
  func isBelow(powerOfTwo power: Int) -> Bool { exponent < power }

  /// About `self * n / d`, for positive `n` and `d`.
  func scaled(by n: Int, over d: Int) -> RoughMagnitude {
    RoughMagnitude(significand: significand * (Double(n) / Double(d)), exponent: exponent)
  }

  /// About the product.
  static func * (a: RoughMagnitude, b: RoughMagnitude) -> RoughMagnitude {
    RoughMagnitude(significand: a.significand * b.significand, exponent: a.exponent + b.exponent)
  }
}
