import RealArithmetic

/// Bounds of constants and functions at exact points: every result lies on the side `direction` of the exact value.
///
/// The side is guaranteed by the rounding of every single step, for any number of guard bits: tests run with too few of
/// them on purpose. How near the results are to the exact values is what the guard bits are chosen for: less than two
/// units in the last place, as tests measure. No proof rests on that.
struct DirectedFunctions: Sendable {
  /// How many significant bits a result has at most; at least one.
  let precision: Int

  /// The side of the exact value that results are on.
  let direction: Direction

  /// How many bits more than a result the numbers have that it is made of, apart from those that are known to be lost.
  let guardBits: Int

  init(precision: Int, direction: Direction, guardBits: Int = 8) {
    self.precision = max(precision, 1)
    self.direction = direction
    self.guardBits = guardBits
  }

  /// The same with another number of bits.
  func with(precision: Int) -> DirectedFunctions {
    DirectedFunctions(precision: precision, direction: direction, guardBits: guardBits)
  }

  /// Bounds on the other side.
  var opposite: DirectedFunctions {
    DirectedFunctions(precision: precision, direction: direction.opposite, guardBits: guardBits)
  }

  /// The same with the guard bits added.
  var guarded: DirectedFunctions { with(precision: precision + guardBits) }
}

// MARK: - Arithmetic

extension DirectedFunctions {
  /// `a + b`, rounded.
  func sum(_ a: Dyadic, _ b: Dyadic) -> Dyadic { Dyadic.sum(a, b, bits: precision, direction.rule) }

  /// `a - b`, rounded; for a bound of the difference, `b` is a bound on the other side.
  func difference(_ a: Dyadic, _ b: Dyadic) -> Dyadic { Dyadic.sum(a, -b, bits: precision, direction.rule) }

  /// `a b`, rounded; for a bound of the product of positive numbers, both are bounds on this side.
  func product(_ a: Dyadic, _ b: Dyadic) -> Dyadic { Dyadic.product(a, b, bits: precision, direction.rule) }

  /// `a / b`, rounded; for a bound of the quotient of positive numbers, `b` is a bound on the other side.
  func quotient(_ a: Dyadic, _ b: Dyadic) -> Dyadic { Dyadic.quotient(a, b, bits: precision, direction.rule) }

  /// The square root, rounded.
  func squareRoot(_ a: Dyadic) -> Dyadic { Dyadic.squareRoot(a, bits: precision, direction.rule) }

  /// `a`, rounded.
  func rounded(_ a: Dyadic) -> Dyadic { a.rounded(toPrecision: precision, direction.rule) }

  /// Fixed-point numbers with so many fraction bits (at least one), rounded to the same side.
  func fixedPoint(_ fractionBits: Int) -> DirectedFixedPoint {
    DirectedFixedPoint(fractionBits: max(fractionBits, 1), direction: direction)
  }
}

/// Which side of the exact number a rounded number must lie on.
enum Direction: Sendable {
  /// Not above it: the result is a lower bound.
  case down
  /// Not below it: the result is an upper bound.
  case up

  /// The other side: what is subtracted, or divided by, has to be rounded the other way.
  var opposite: Direction { self == .down ? .up : .down }

  /// The rounding rule towards this side.
  var rule: FloatingPointRoundingRule { self == .down ? .down : .up }
}
