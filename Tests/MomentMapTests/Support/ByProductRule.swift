import RealArithmetic

/// Another scalar, without its own way to differentiate the half-line moments: they come from the closed form, and over
/// dual numbers the derivatives from the rules for products, exp and erfcx.
struct ByProductRule<Base: RealScalar>: RealScalar {
  let base: Base

  init(_ base: Base) {
    self.base = base
  }

  func constant(_ n: Int) -> ByProductRule { ByProductRule(base.constant(n)) }
  func constant(_ r: Rational) -> ByProductRule { ByProductRule(base.constant(r)) }
  var pi: ByProductRule { ByProductRule(base.pi) }
  static func + (a: ByProductRule, b: ByProductRule) -> ByProductRule { ByProductRule(a.base + b.base) }
  static func - (a: ByProductRule, b: ByProductRule) -> ByProductRule { ByProductRule(a.base - b.base) }
  static func * (a: ByProductRule, b: ByProductRule) -> ByProductRule { ByProductRule(a.base * b.base) }
  static func / (a: ByProductRule, b: ByProductRule) -> ByProductRule { ByProductRule(a.base / b.base) }
  static prefix func - (a: ByProductRule) -> ByProductRule { ByProductRule(-a.base) }
  func squared() -> ByProductRule { ByProductRule(base.squared()) }
  static func sqrt(_ x: ByProductRule) -> ByProductRule { ByProductRule(Base.sqrt(x.base)) }
  static func exp(_ x: ByProductRule) -> ByProductRule { ByProductRule(Base.exp(x.base)) }
  static func expm1(_ x: ByProductRule) -> ByProductRule { ByProductRule(Base.expm1(x.base)) }
  static func erfcx(_ x: ByProductRule) -> ByProductRule { ByProductRule(Base.erfcx(x.base)) }
}
