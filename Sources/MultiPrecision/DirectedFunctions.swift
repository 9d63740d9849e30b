import RealArithmetic

/// Bounds of constants and functions at exact points: every result lies on the side `direction` of the exact value.
///
/// Accuracy: the relative distance from the exact value is below `2^(2 - precision)`. No proof rests on that: the side is
/// guaranteed by the rounding of every step, the distance is what the guard bits are chosen for, and tests measure it.
struct DirectedFunctions: Sendable {
  /// How many significant bits a result has, at most, and is meant to be good for.
  let precision: Int

  /// The side of the exact value that results are on.
  let direction: Direction

  /// The same with another number of bits.
  func with(precision: Int) -> DirectedFunctions { DirectedFunctions(precision: precision, direction: direction) }

  /// Bounds on the other side, with another number of bits.
  func opposite(precision: Int) -> DirectedFunctions {
    DirectedFunctions(precision: precision, direction: direction.opposite)
  }

  /// `a + b`, rounded.
  func sum(_ a: Dyadic, _ b: Dyadic) -> Dyadic { Dyadic.sum(a, b, bits: precision, direction.rule) }

  /// `a - b`, rounded; for a bound of the result, `b` is a bound on the other side.
  func difference(_ a: Dyadic, _ b: Dyadic) -> Dyadic { Dyadic.sum(a, -b, bits: precision, direction.rule) }

  /// `a b`, rounded.
  func product(_ a: Dyadic, _ b: Dyadic) -> Dyadic { Dyadic.product(a, b, bits: precision, direction.rule) }

  /// `a / b`, rounded; for a bound of the result, a positive `b` is a bound on the other side.
  func quotient(_ a: Dyadic, _ b: Dyadic) -> Dyadic { Dyadic.quotient(a, b, bits: precision, direction.rule) }

  /// The square root, rounded.
  func squareRoot(_ a: Dyadic) -> Dyadic { Dyadic.squareRoot(a, bits: precision, direction.rule) }
}
