/// A number with one derivative: `value + tangent * epsilon`, where the square of `epsilon` is zero.
///
/// Forward-mode differentiation: evaluate a formula with `Dual(x, tangent: 1)` for the variable and constants elsewhere,
/// and read the derivative off the result's `tangent`. Over an enclosing arithmetic the value and the tangent are
/// enclosures of the function and of its derivative for all exact arguments inside the operands. Duals nest:
/// `Dual<Dual<Double>>` gives second derivatives.
///
/// Accuracy: that of the scalar's own operations. The derivative of a constant is zero, and terms that are known to be zero
/// are left out: where nothing is known of a value (it is empty, or no interval) nothing is known of its derivative either,
/// provided that the numbers are known from which it was made.
@frozen
public struct Dual<Scalar: RealScalar>: RealScalar {
  /// The value of the function.
  public var value: Scalar

  /// The value of its derivative.
  public var tangent: Scalar

  /// A value with its derivative; `tangent` is 1 (`value.constant(1)`) for the variable of differentiation.
  @inlinable
  public init(_ value: Scalar, tangent: Scalar) {
    self.value = value
    self.tangent = tangent
  }

  /// A constant: its derivative is zero.
  @inlinable
  public init(constant value: Scalar) {
    self.init(value, tangent: value.constant(0))
  }

  /// The variable of differentiation, at `value`: its derivative is one.
  @inlinable
  public init(variable value: Scalar) {
    self.init(value, tangent: value.constant(1))
  }

  /// The integer `n`, with derivative zero.
  @inlinable
  public func constant(_ n: Int) -> Dual { Dual(constant: value.constant(n)) }

  /// The rational `r`, with derivative zero.
  @inlinable
  public func constant(_ r: Rational) -> Dual { Dual(constant: value.constant(r)) }

  /// The number pi, with derivative zero.
  @inlinable
  public var pi: Dual { Dual(constant: value.pi) }

  /// Whether value and derivative are known to be zero.
  @inlinable
  public var isZero: Bool { value.isZero && tangent.isZero }

  /// The number 1/sqrt(pi), with derivative zero.
  @inlinable
  public var inverseRootPi: Dual { Dual(constant: value.inverseRootPi) }

  /// The sum: `(a + b)' = a' + b'`.
  @inlinable
  public static func + (a: Dual, b: Dual) -> Dual {
    Dual(a.value + b.value, tangent: a.tangent + b.tangent)
  }

  /// The difference: `(a - b)' = a' - b'`.
  @inlinable
  public static func - (a: Dual, b: Dual) -> Dual {
    Dual(a.value - b.value, tangent: a.tangent - b.tangent)
  }

  /// The product: `(a b)' = a' b + a b'`, without the terms that are zero.
  @inlinable
  public static func * (a: Dual, b: Dual) -> Dual {
    let tangent =
      switch (a.tangent.isZero, b.tangent.isZero) {
      case (true, true): a.tangent
      case (true, false): a.value * b.tangent
      case (false, true): a.tangent * b.value
      case (false, false): a.tangent * b.value + a.value * b.tangent
      }
    return Dual(a.value * b.value, tangent: tangent)
  }

  /// The quotient `q = a / b`: `q' = (a' - q b') / b`.
  @inlinable
  public static func / (a: Dual, b: Dual) -> Dual {
    let quotient = a.value / b.value
    let difference = b.tangent.isZero ? a.tangent : a.tangent - quotient * b.tangent
    return Dual(quotient, tangent: difference / b.value)
  }

  /// The number with the opposite sign: `(-a)' = -a'`.
  @inlinable
  public static prefix func - (a: Dual) -> Dual { Dual(-a.value, tangent: -a.tangent) }

  /// Half of the number: `(a/2)' = a'/2`.
  @inlinable
  public var half: Dual { Dual(value.half, tangent: tangent.half) }

  /// The square: `(a^2)' = 2 a a'`.
  @inlinable
  public func squared() -> Dual {
    let product = value * tangent
    return Dual(value.squared(), tangent: product + product)
  }

  /// The square root `s`: `s' = a' / (2 s)`; at zero the derivative is what the scalar's division by zero gives.
  @inlinable
  public static func sqrt(_ x: Dual) -> Dual {
    let root = Scalar.sqrt(x.value)
    return Dual(root, tangent: x.tangent / (root + root))
  }

  /// The exponential function: `exp(a)' = exp(a) a'`.
  @inlinable
  public static func exp(_ x: Dual) -> Dual {
    let exponential = Scalar.exp(x.value)
    return Dual(exponential, tangent: exponential * x.tangent)
  }

  /// `e^a - 1`: `expm1(a)' = exp(a) a'`.
  @inlinable
  public static func expm1(_ x: Dual) -> Dual {
    Dual(Scalar.expm1(x.value), tangent: Scalar.exp(x.value) * x.tangent)
  }

  /// The scaled complementary error function: `erfcx(a)' = 2 (a erfcx(a) - 1 / sqrt(pi)) a'`.
  ///
  /// The two terms cancel for large arguments: the derivative there is of the order `1 / (sqrt(pi) a^2)`, and keeps the
  /// absolute accuracy of the terms, not the relative one.
  @inlinable
  public static func erfcx(_ x: Dual) -> Dual {
    let scaled = Scalar.erfcx(x.value)
    let halfDerivative = x.value * scaled - x.value.inverseRootPi
    return Dual(scaled, tangent: (halfDerivative + halfDerivative) * x.tangent)
  }
}

extension Dual: Equatable where Scalar: Equatable {}

extension Dual: Hashable where Scalar: Hashable {}

extension Dual: CustomStringConvertible {
  /// `value + tangent e`, with the scalar's own text.
  public var description: String { "\(value) + \(tangent) e" }
}
