import Foundation

@testable import MomentMap

/// A complex number in plain arithmetic, with the functions that activations consist of: the power series of erf, and the
/// C library's real functions for the others.
struct ComplexNumber {
  var re, im: Double

  init(_ re: Double, _ im: Double = 0) {
    self.re = re
    self.im = im
  }

  var modulus: Double { (re * re + im * im).squareRoot() }

  static func + (a: ComplexNumber, b: ComplexNumber) -> ComplexNumber { ComplexNumber(a.re + b.re, a.im + b.im) }
  static prefix func - (a: ComplexNumber) -> ComplexNumber { ComplexNumber(-a.re, -a.im) }
  static func * (a: ComplexNumber, b: ComplexNumber) -> ComplexNumber {
    ComplexNumber(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re)
  }
  static func / (a: ComplexNumber, b: ComplexNumber) -> ComplexNumber {
    let square = b.re * b.re + b.im * b.im
    return a * ComplexNumber(b.re / square, -b.im / square)
  }

  static func exp(_ z: ComplexNumber) -> ComplexNumber {
    ComplexNumber(Foundation.exp(z.re) * cos(z.im), Foundation.exp(z.re) * sin(z.im))
  }

  static func log(_ z: ComplexNumber) -> ComplexNumber { ComplexNumber(Foundation.log(z.modulus), atan2(z.im, z.re)) }

  /// For moduli up to 4.
  static func erf(_ z: ComplexNumber) -> ComplexNumber {
    var (power, sum) = (z, z)
    for n in 1..<120 {
      power = power * z * z * ComplexNumber(-1 / Double(n))
      sum = sum + power * ComplexNumber(1 / Double(2 * n + 1))
    }
    return ComplexNumber(2 / Double.pi.squareRoot()) * sum
  }
}

extension SmoothFunction {
  /// The value at a complex number.
  func value(at z: ComplexNumber) -> ComplexNumber {
    let (one, two) = (ComplexNumber(1), ComplexNumber(2))
    let grown = one + ComplexNumber.exp(z)
    let normal = (one + ComplexNumber.erf(z / ComplexNumber(2.0.squareRoot()))) / two
    switch self {
    case .tanh: return one + -(two / (one + ComplexNumber.exp(two * z)))
    case .sigmoid: return one + -(one / grown)
    case .erf: return ComplexNumber.erf(z)
    case .softplus: return ComplexNumber.log(grown)
    case .silu: return z * (one + -(one / grown))
    case .mish: return z * (one + -(two / (grown * grown + one)))
    case .gelu: return z * normal
    case .normalDistribution: return normal
    }
  }
}
