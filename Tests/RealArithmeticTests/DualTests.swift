import RealArithmetic
import Testing

@Suite("Dual numbers")
struct DualTests {
  /// A function for every rule, with its derivative in closed form.
  struct Sample: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let function: @Sendable (Dual<Double>) -> Dual<Double>
    let derivative: @Sendable (Double) -> Double

    init(
      _ name: String, _ function: @escaping @Sendable (Dual<Double>) -> Dual<Double>,
      _ derivative: @escaping @Sendable (Double) -> Double
    ) {
      self.testDescription = name
      self.function = function
      self.derivative = derivative
    }
  }

  static let samples: [Sample] = [
    Sample("constant", { x in x.constant(7) }, { _ in 0 }),
    Sample("rational constant", { x in x.constant(Rational(1, over: 3)) }, { _ in 0 }),
    Sample("pi", { x in x.pi * x }, { _ in Double.pi }),
    Sample("1/sqrt(pi)", { x in x.inverseRootPi * x }, { _ in 1 / Double.pi.squareRoot() }),
    Sample("sum", { x in x + x + x.constant(1) }, { _ in 2 }),
    Sample("difference", { x in x.constant(1) - x }, { _ in -1 }),
    Sample("negative", { x in -x }, { _ in -1 }),
    Sample("product", { x in x * (x + x.constant(1)) }, { x in 2 * x + 1 }),
    Sample("quotient", { x in (x - x.constant(1)) / (x + x.constant(1)) }, { x in 2 / ((x + 1) * (x + 1)) }),
    Sample("square", { x in x.squared() }, { x in 2 * x }),
    Sample("square root", { x in Dual.sqrt(x) }, { x in 0.5 / x.squareRoot() }),
    Sample("expm1", { x in Dual.expm1(x.squared()) }, { x in 2 * x * Double.exp(x * x) }),
    Sample("exp", { x in Dual.exp(x.squared()) }, { x in 2 * x * Double.exp(x * x) }),
    Sample("erfcx", { x in Dual.erfcx(x) }, { x in slopeOfErfcx(x) }),
    Sample("chain", { x in Dual.erfcx(Dual.sqrt(x)) }, { x in slopeOfErfcx(x.squareRoot()) / (2 * x.squareRoot()) }),
  ]

  private static func slopeOfErfcx(_ x: Double) -> Double { 2 * x * Double.erfcx(x) - 2 / Double.pi.squareRoot() }

  @Test("every rule agrees with the derivative in closed form and with a difference quotient", arguments: samples)
  func rules(sample: Sample) {
    for x in [0.1, 0.5, 1, 1.7, 3] {
      let result = sample.function(Dual(variable: x))
      #expect((result.tangent - sample.derivative(x)).magnitude <= 1e-14 * (1 + result.tangent.magnitude))
      let h = 1e-5
      let (above, below) = (sample.function(Dual(constant: x + h)), sample.function(Dual(constant: x - h)))
      let quotient = (above.value - below.value) / (2 * h)
      #expect((result.tangent - quotient).magnitude <= 1e-5 * (1 + result.tangent.magnitude))
      // The derivative is linear in the tangent that goes in, and a constant has none.
      let tripled = sample.function(Dual(x, tangent: 3))
      #expect((tripled.tangent - 3 * result.tangent).magnitude <= 1e-14 * (1 + tripled.tangent.magnitude))
      #expect(sample.function(Dual(constant: x)).tangent == 0)
      #expect(sample.function(Dual(constant: x)).value == result.value)
    }
  }

  @Test("nested duals give second derivatives")
  func secondDerivatives() {
    typealias Second = Dual<Dual<Double>>
    func second(_ x: Double) -> Second { Second(Dual(variable: x), tangent: Dual(constant: 1)) }
    for x in [0.25, 1, 2] {
      let cube = second(x) * second(x) * second(x)
      #expect(cube.value.value == x * x * x)
      #expect((cube.tangent.value - 3 * x * x).magnitude < 1e-14)
      #expect((cube.value.tangent - 3 * x * x).magnitude < 1e-14)
      #expect((cube.tangent.tangent - 6 * x).magnitude < 1e-13)

      let exponential = Second.exp(second(x).squared())
      let expected = (4 * x * x + 2) * Double.exp(x * x)
      #expect((exponential.tangent.tangent / expected - 1).magnitude < 1e-14)

      let root = Second.sqrt(second(x))
      #expect((root.tangent.tangent + 0.25 / (x * x.squareRoot())).magnitude < 1e-14)

      let reciprocal = second(x).constant(1) / second(x)
      #expect((reciprocal.tangent.tangent / (2 / (x * x * x)) - 1).magnitude < 1e-14)

      // erfcx'' = 2 erfcx + 2 x erfcx'.
      let scaled = Second.erfcx(second(x))
      let first = 2 * x * Double.erfcx(x) - 2 / Double.pi.squareRoot()
      #expect((scaled.tangent.tangent - (2 * Double.erfcx(x) + 2 * x * first)).magnitude < 1e-14)
    }
  }

  @Test("equality and description")
  func conformances() {
    #expect(Dual(1.5, tangent: 2) == Dual(1.5, tangent: 2))
    #expect(Dual(1.5, tangent: 2) != Dual(1.5, tangent: 3))
    #expect(Dual(1.5, tangent: 2).description == "1.5 + 2.0 e")
  }

  @Test("a product has the terms that are not zero, and no others")
  func termsOfProducts() {
    let (two, three) = (Dual(constant: 2.0), Dual(constant: 3.0))
    let (x, y) = (Dual(5.0, tangent: 7), Dual(11.0, tangent: 13))
    #expect((two * three).tangent == 0)
    #expect((two * x).tangent == 14 && (x * two).tangent == 14)
    #expect((x * y).tangent == 7 * 11 + 5 * 13)
    #expect((x / two).tangent == 3.5 && (two / x).tangent == -2.0 / 5 * 7 / 5)
    // Second derivatives of x^2 c and of x y.
    let (u, c) = (Dual(Dual(variable: 3.0), tangent: Dual(constant: 1)), Dual(constant: Dual(constant: 4.0)))
    #expect((u * u * c).tangent.tangent == 8)
    let v = Dual(Dual(constant: 3.0), tangent: Dual(constant: 1))
    let w = Dual(Dual(variable: 5.0), tangent: Dual(constant: 0))
    #expect((v * w).tangent.tangent == 1)
  }
}
