import RealArithmetic

/// A bound of a quantity in a floating-point computation and of the error it has gathered so far.
///
/// Mirroring the lines of an evaluation with these operations bounds its rounding error for all arguments at once: each
/// operation adds 2^-53 of the largest result it can have. All bounds are rounded upward.
struct RoundingBound {
  /// Bounds the magnitude of the exact quantity.
  let magnitude: Dyadic
  /// Bounds the distance of the computed quantity from the exact one.
  let error: Dyadic

  static let unitRoundoff = Dyadic(significand: 1, exponent: -53)

  init(_ magnitude: Dyadic, error: Dyadic = 0) {
    self.magnitude = magnitude.rounded(toPrecision: 80, .up)
    self.error = error.rounded(toPrecision: 80, .up)
  }

  /// A quantity that is given exactly.
  init(_ magnitude: Double) {
    self.init(Dyadic(exactly: magnitude.magnitude) ?? 0)
  }

  /// Bounds the magnitude of the computed quantity.
  var computed: Dyadic { magnitude + error }

  static func + (a: RoundingBound, b: RoundingBound) -> RoundingBound {
    RoundingBound(
      a.magnitude + b.magnitude, error: a.error + b.error + unitRoundoff * (a.computed + b.computed))
  }

  static func * (a: RoundingBound, b: RoundingBound) -> RoundingBound {
    RoundingBound(
      a.magnitude * b.magnitude,
      error: a.magnitude * b.error + a.error * b.magnitude + a.error * b.error
        + unitRoundoff * (a.computed * b.computed))
  }

  /// The part that a sum or product of this size leaves over when it is rounded: exactly known to the program.
  static func remainder(of size: Dyadic) -> RoundingBound {
    RoundingBound(unitRoundoff * size)
  }
}
