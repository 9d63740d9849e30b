/// What a formula of the paper needs from an arithmetic: the field operations, `sqrt`, `exp`, `erfcx`, pi and exact
/// constants.
///
/// Every formula of the moment map is written once, generic over this protocol, and is evaluated with `Double` (fast,
/// no guarantee), `Interval` (rigorous, binary64 end points), multi-precision intervals (rigorous, any number of
/// digits) and `Dual` numbers over each of them (derivatives).
///
/// Constants are made *from a value* (`x.constant(2)`), not from nothing, because an arithmetic may carry a context
/// that a type alone does not know: a multi-precision value its precision.
///
/// Accuracy: an enclosing arithmetic (`Interval` and its kin) must return an enclosure of the exact result for all
/// exact arguments inside its operands; `Double` returns an approximation.
public protocol RealScalar: Sendable {
  /// The integer `n` in the arithmetic of `self`; exact wherever the format can hold it, else enclosed.
  func constant(_ n: Int) -> Self

  /// The rational `r` in the arithmetic of `self`; enclosed (or rounded to nearest, for `Double`).
  func constant(_ r: Rational) -> Self

  /// The number pi in the arithmetic of `self`.
  var pi: Self { get }

  /// The number 1/sqrt(pi) in the arithmetic of `self`. There is a default; fixed formats store it.
  var inverseRootPi: Self { get }

  /// Whether this is known to be zero and nothing else, so that terms may be left out; false in case of doubt. There is a
  /// default, false.
  var isZero: Bool { get }

  static func + (a: Self, b: Self) -> Self
  static func - (a: Self, b: Self) -> Self
  static func * (a: Self, b: Self) -> Self
  static func / (a: Self, b: Self) -> Self
  prefix static func - (a: Self) -> Self

  /// `self * self`, without the dependency between the factors that an enclosing arithmetic would not see.
  func squared() -> Self

  /// Half of the number: `self / 2`. There is a default, the quotient; binary formats halve exactly.
  var half: Self { get }

  /// The square root; of the non-negative part, where an enclosing arithmetic is given partly negative arguments.
  static func sqrt(_ x: Self) -> Self

  /// The exponential function.
  static func exp(_ x: Self) -> Self

  /// `e^x - 1`, also where `x` is so small that the difference would have no digits left.
  static func expm1(_ x: Self) -> Self

  /// The scaled complementary error function `exp(x^2) erfc(x)`.
  static func erfcx(_ x: Self) -> Self

  /// `g erfcx(z)`, where `g = e^(exponent - z^2)`: without overflow, however negative `z` is.
  ///
  /// There is a default, the product; formats with a limited range use `2 e^exponent - g erfcx(-z)` for negative `z`.
  static func tail(_ g: Self, _ z: Self, exponent: Self) -> Self

  /// `erfc(z)`, given `g = e^(-z^2)`. There is a default by `tail`.
  static func complement(_ g: Self, _ z: Self) -> Self
}

extension RealScalar {
  /// The product of both.
  @inlinable @inline(__always)
  public static func tail(_ g: Self, _ z: Self, exponent: Self) -> Self {
    g * erfcx(z)
  }

  /// The tail without an exponent.
  @inlinable @inline(__always)
  public static func complement(_ g: Self, _ z: Self) -> Self {
    tail(g, z, exponent: z.constant(0))
  }

  /// False: nothing is known.
  @inlinable @inline(__always)
  public var isZero: Bool { false }

  /// The quotient by 2.
  @inlinable @inline(__always)
  public var half: Self { self / constant(2) }

  /// 1/sqrt(pi).
  @inlinable @inline(__always)
  public var inverseRootPi: Self { constant(1) / Self.sqrt(pi) }
}
