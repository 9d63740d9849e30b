import RealArithmetic

/// Arithmetic on non-negative numbers that are integer multiples of `2^-fractionBits`, represented by the integers, with
/// every operation rounded in one direction.
///
/// Sums, products and quotients of non-negative numbers grow with every operand (quotients fall with the divisor, which
/// is an exact integer here), so whatever is computed from lower bounds with `direction` down is a lower bound of the
/// exact result, and from upper bounds with `direction` up an upper bound. This is the whole error analysis of the
/// series in this module; the number of fraction bits decides only how close the bounds are.
struct DirectedFixedPoint: Sendable {
  /// The exponent of the unit in the last place, negated.
  let fractionBits: Int

  /// The side that results are on.
  let direction: Direction

  /// The number one.
  var one: BigInteger { BigInteger.powerOfTwo(fractionBits) }

  /// `x` rounded to a multiple of the unit.
  func value(_ x: Dyadic) -> BigInteger {
    let shift = x.exponent + fractionBits
    return shift >= 0 ? x.significand << shift : x.significand.shiftedRight(by: -shift, rounding: direction.rule)
  }

  /// The number that an integer stands for.
  func dyadic(_ value: BigInteger) -> Dyadic { Dyadic(significand: value, exponent: -fractionBits) }

  /// `a b`, rounded.
  func product(_ a: BigInteger, _ b: BigInteger) -> BigInteger {
    (a * b).shiftedRight(by: fractionBits, rounding: direction.rule)
  }

  /// `a^2`, rounded.
  func square(_ a: BigInteger) -> BigInteger { a.squared().shiftedRight(by: fractionBits, rounding: direction.rule) }

  /// `a / divisor` for a positive integer, rounded.
  func quotient(_ a: BigInteger, by divisor: Int) -> BigInteger {
    a.quotient(dividingBy: BigInteger(divisor), rounding: direction.rule)
  }

  /// The powers `t^0, ..., t^count` of a non-negative number, rounded.
  func powers(of t: BigInteger, through count: Int) -> [BigInteger] {
    var powers = [one, t]
    while powers.count <= count {
      let k = powers.count
      powers.append(k & 1 == 0 ? square(powers[k / 2]) : product(powers[k - 1], t))
    }
    return powers
  }
}
