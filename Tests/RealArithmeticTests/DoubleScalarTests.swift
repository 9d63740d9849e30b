import RealArithmetic
import Testing

/// Reference values by `References/make_references.py`.
@Suite("Double as a scalar")
struct DoubleScalarTests {
  @Test(
    "exp",
    arguments: [
      (-708.3, "2.450295530965988337463135e-308"), (-100, "3.720075976020835962959696e-44"),
      (-1, "0.3678794411714423215955238"), (-0.1, "0.9048374180359595681413924"),
      (-1e-10, "0.999999999900000000005"), (1e-300, "1.0"), (0.34, "1.404947590563593831161363"),
      (0.5, "1.648721270700128146848651"), (1, "2.718281828459045235360287"), (2.718, "15.1499919408781641612132"),
      (10, "22026.4657948067165169579"), (88.7, "3.325986980250579038595325e+38"),
      (709.7, "1.65498402768026440308025e+308"),
    ])
  func exp(x: Double, reference: String) throws {
    try expectClose(Double.exp(x), reference, Rational(3, timesTenTo: -16))
  }

  @Test(
    "erfcx",
    arguments: [
      (-26.6, "3.894337719605584998122563e+307"), (-5, "144009798674.6610404105896"),
      (-1, "5.008980080762283466309825"), (-0.5, "1.952360489182557093276048"), (-0.01, "1.011384548953990831345642"),
      (0, "1.0"),
      (1e-20, "0.9999999999999999999887162"), (0.01, "0.9888154610463425103295187"),
      (0.1, "0.8964569799691266366633883"), (0.5, "0.6156903441929258748707934"), (1, "0.4275835761558070044107503"),
      (2, "0.2553956763105057438650886"), (3.9, "0.1403141816006897356794651"), (4, "0.1369994576250613898894452"),
      (10, "0.05614099274382258585751739"), (26, "0.02168358485056290661617299"), (60, "0.009401854275176388588772942"),
      (100, "0.005641613782989432903556457"), (12345.678, "0.00004569935986479900724119796"),
      (1e10, "5.641895835477562869452585e-11"), (1e300, "5.641895835477562573254406e-301"),
    ])
  func erfcx(x: Double, reference: String) throws {
    try expectClose(Double.erfcx(x), reference, Rational(1, timesTenTo: -15))
  }

  @Test(
    "expm1",
    arguments: [
      (-1e-17, "-1.000000000000000066542424e-17"), (1e-17, "1.000000000000000076542424e-17"), (-745, "-1"),
      (-40, "-0.9999999999999999957516457"), (-1, "-0.6321205588285576784044762"),
      (-0.5, "-0.3934693402873665763962005"),
      (-0.3, "-0.2591817793182821257083918"), (1e-300, "1e-300"), (0.1, "0.1051709180756476309466388"),
      (0.34, "0.4049475905635938311613631"), (0.5, "0.6487212707001281468486508"), (1, "1.718281828459045235360287"),
      (30, "10686474581523.46214699047"), (45, "34934271057485095347.0348"),
    ])
  func expm1(x: Double, reference: String) throws {
    try expectClose(Double.expm1(x), reference, Rational(4, timesTenTo: -16))
  }

  @Test("edge cases of expm1")
  func edgesOfExpm1() {
    #expect(Double.expm1(0) == 0 && Double.expm1(-0.0) == 0 && Double.expm1(.leastNonzeroMagnitude) > 0)
    #expect(Double.expm1(.infinity) == .infinity && Double.expm1(-.infinity) == -1 && Double.expm1(.nan).isNaN)
    #expect(Double.expm1(710) == .infinity && Double.expm1(-1e308) == -1)
  }

  private func expectClose(_ computed: Double, _ reference: String, _ tolerance: Rational) throws {
    let (value, exact) = (try #require(Rational(exactly: computed)), try Rational(parsing: reference))
    #expect((value - exact).magnitude <= tolerance * exact.magnitude)
    // Negative control: the tolerance would notice an error in the fifteenth digit.
    let wrong = exact * (1 + Rational(2, timesTenTo: -15))
    #expect((value - wrong).magnitude > tolerance * exact.magnitude / 2)
  }

  @Test("edge cases of exp")
  func edgesOfExp() {
    #expect(Double.exp(0) == 1)
    #expect(Double.exp(-0.0) == 1)
    #expect(Double.exp(.infinity) == .infinity)
    #expect(Double.exp(-.infinity) == 0)
    #expect(Double.exp(.nan).isNaN)
    #expect(Double.exp(710) == .infinity)
    #expect(Double.exp(1e308) == .infinity)
    #expect(Double.exp(-746) == 0)
    #expect(Double.exp(-1e308) == 0)
    #expect(Double.exp(-744.4) == .leastNonzeroMagnitude)
    #expect(Double.exp(.leastNonzeroMagnitude) == 1)
  }

  @Test("edge cases of erfcx")
  func edgesOfErfcx() {
    #expect(Double.erfcx(.infinity) == 0)
    #expect(Double.erfcx(-.infinity) == .infinity)
    #expect(Double.erfcx(.nan).isNaN)
    #expect(Double.erfcx(-27) == .infinity)
    #expect(Double.erfcx(-26.7) == .infinity)
    #expect(Double.erfcx(.greatestFiniteMagnitude) > 0)
    #expect((Double.erfcx(-0.0) - 1).magnitude < 1e-15)
  }

  @Test("exp of a sum is the product, erfcx is decreasing", arguments: seeds)
  func functionalEquations(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let (x, y) = (Double.random(in: -5...5, using: &random), Double.random(in: -5...5, using: &random))
      #expect((Double.exp(x) * Double.exp(y) / Double.exp(x + y) - 1).magnitude < 2e-15)
      let step = Double.random(in: 1e-10...1, using: &random)
      #expect(Double.erfcx(x) > Double.erfcx(x + step))
      // erfc(x) + erfc(-x) = 2, times exp(x^2).
      let both = Double.erfcx(x) + Double.erfcx(-x)
      #expect((both / (2 * Double.exp(x * x)) - 1).magnitude < 2e-14)
    }
  }

  @Test("constants are rounded to nearest")
  func constants() throws {
    #expect(1.0.constant(3) == 3)
    #expect(1.0.constant(Rational(1, timesTenTo: -1)) == 0.1)
    #expect(1.0.constant(Rational(-1, over: 3)) == -1 / 3.0)
    #expect(1.0.pi == Double.pi)
    #expect(Double.pi == 3.141592653589793)
    #expect((1.0.inverseRootPi - 1 / Double.pi.squareRoot()).magnitude < 2e-16)
    #expect(1.5.squared() == 2.25)
    #expect(Double.sqrt(2) == 2.0.squareRoot())
  }
}
