import IntervalArithmetic
import MultiPrecision
import RealArithmetic
import Testing

@testable import MomentMap

/// The moments of all activations by other routes of our own: integration of the definition by panels, dual numbers,
/// the heat equation, closed forms beside the trapezoidal rule.
@Suite struct ActivationTests {
  static let all: [NamedActivation] = [
    NamedActivation(.selu), NamedActivation(.elu, [Rational(1, over: 2)]), NamedActivation(.celu, [2]),
    NamedActivation(.relu), NamedActivation(.leakyReLU, [Rational(1, over: 5)]),
    NamedActivation(.scaledSELU, [Rational(6, over: 5), Rational(3, over: 4), Rational(9, over: 8)]),
    NamedActivation(.linearSELU, [Rational(4, over: 5), Rational(1, over: 4), Rational(11, over: 10)]),
    NamedActivation(.gelu), NamedActivation(.squaredReLU), NamedActivation(.tanh), NamedActivation(.sigmoid),
    NamedActivation(.erf),
    NamedActivation(.softplus), NamedActivation(.silu), NamedActivation(.mish),
  ].compactMap { $0 }

  static func thin(_ y: Double, _ x: Double) -> NetInput<Interval> {
    NetInput(mean: Interval(y), variance: Interval(x))
  }

  /// M0 to M4 and Q0 to Q4.
  static func values(_ activation: NamedActivation, _ input: NetInput<Interval>) -> (m: [Interval], q: [Interval]) {
    let derivatives = activation.function(like: Interval(1)).derivatives(at: input, order: 4)
    return (derivatives.means, derivatives.secondMoments)
  }

  @Test func everyNameIsThere() {
    #expect(Set(Self.all.map(\.name)) == Set(NamedActivation.Name.allCases))
  }

  /// What a box says holds at its points.
  @Test(arguments: all)
  func boxesHoldTheirPoints(activation: NamedActivation) {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<8 {
      let (y, x) = (generator.number(in: -3...3), generator.scale(in: 0.05...20))
      let radius = generator.scale(in: 1e-6...0.3)
      let box = NetInput(
        mean: Interval(lowerBound: y - radius, upperBound: y + radius),
        variance: Interval(lowerBound: x * (1 - radius), upperBound: x * (1 + radius)))
      let whole = Self.values(activation, box)
      for _ in 0..<3 {
        let point = NetInput(
          mean: generator.part(of: box.mean).centre, variance: generator.part(of: box.variance).centre)
        let inside = Self.values(activation, point)
        for (a, b) in zip(whole.m + whole.q, inside.m + inside.q) { #expect(!a.isDisjoint(with: b), "\(box)") }
      }
    }
  }

  /// d/dy raises the order by one, d/dx by two and halves: a quotient of differences is a derivative in between.
  @Test(arguments: all)
  func differencesObeyTheHeatEquation(activation: NamedActivation) {
    let step = 0x1p-8
    for (y, x) in [(0.25, 1.0), (-1.5, 0.5), (2.0, 4.0)] {
      let before = Self.thin(y, x)
      for (after, shift) in [(Self.thin(y + step, x), 1), (Self.thin(y, x + step), 2)] {
        let hull = NetInput(
          mean: before.mean.convexHull(after.mean), variance: before.variance.convexHull(after.variance))
        let (first, second, between) = (
          Self.values(activation, before), Self.values(activation, after), Self.values(activation, hull)
        )
        for (a, b, slopes) in [(first.m, second.m, between.m), (first.q, second.q, between.q)] {
          for n in 0...(4 - shift) {
            let quotient = (b[n] - a[n]) / Interval(step)
            let slope = shift == 1 ? slopes[n + 1] : slopes[n + 2].half
            #expect(!quotient.isDisjoint(with: slope), "order \(n) by \(shift)")
            #expect((quotient + Interval(0.01 + 2 * slope.width)).isDisjoint(with: slope))
          }
        }
      }
    }
  }

  /// The closed forms of order n + 1 are the derivatives of those of order n, by the rules for products, exp and erfcx.
  @Test(arguments: [(0.0, 1.0), (0.3, 0.7), (-1.2, 2.5), (2.0, 0.4)])
  func closedFormsBesideDualNumbers(y: Double, x: Double) {
    typealias D = Dual<Interval>
    let parameters: [(Double, Double, Double, Double)] = [(1, 0, 0, 1), (1.05, 0, 1.7, 1), (1.1, 0.3, 0.9, 0.6)]
    for (lambda, slope, alpha, beta) in parameters {
      func function<Scalar>(_ make: (Double) -> Scalar) -> ExponentialLinear<Scalar> {
        ExponentialLinear(lambda: make(lambda), slope: make(slope), alpha: make(alpha), beta: make(beta))
      }
      let plain = function { Interval($0) }.derivatives(at: Self.thin(y, x), order: 4)
      let dual = function { D(constant: Interval($0)) }
      let byMean = dual.derivatives(
        at: NetInput(mean: D(variable: Interval(y)), variance: D(constant: Interval(x))), order: 4)
      let byVariance = dual.derivatives(
        at: NetInput(mean: D(constant: Interval(y)), variance: D(variable: Interval(x))), order: 4)
      for (list, path) in [
        (plain.means, \MomentDerivatives<D>.means), (plain.secondMoments, \MomentDerivatives<D>.secondMoments),
      ] {
        for n in 0..<4 {
          let tangent = byMean[keyPath: path][n].tangent
          #expect(!tangent.isDisjoint(with: list[n + 1]), "order \(n)")
          #expect((tangent + Interval(1e-8)).isDisjoint(with: list[n + 1]))
        }
        for n in 0..<3 {
          let tangent = byVariance[keyPath: path][n].tangent
          #expect(!tangent.isDisjoint(with: list[n + 2].half), "order \(n)")
          #expect((tangent + Interval(1e-8)).isDisjoint(with: list[n + 2].half))
        }
      }
    }
  }

  /// The closed form of the SELU with which the theorem is proved, beside that of its family.
  @Test(arguments: DerivativeTests.netInputs)
  func seluBesideItsFamily(y: Double, x: Double) {
    let selu = DerivativeTests.activation
    let (special, general) = (selu.moments(at: Self.thin(y, x)), selu.derivatives(at: Self.thin(y, x), order: 2))
    for (a, b) in [
      (special.mean, general.mean), (special.secondMoment, general.secondMoment),
      (special.variance, general.variance), (special.meanByMean, general.meanByMean),
      (special.meanByVariance, general.meanByVariance), (special.secondMomentByMean, general.secondMomentByMean),
      (special.secondMomentByVariance, general.secondMomentByVariance),
      (special.varianceByMean, general.varianceByMean), (special.varianceByVariance, general.varianceByVariance),
    ] {
      let scale = 1 + a.magnitude
      #expect(!a.isDisjoint(with: b) && a.width < 1e-10 * scale && b.width < 1e-9 * scale)
      #expect((a + Interval(1e-8 * scale)).isDisjoint(with: b))
    }
  }

  /// The pieces beside the definition, integrated panel by panel (`GaussianQuadrature`).
  @Test(arguments: all.filter { $0.function(like: Interval(1)) is ExponentialLinear<Interval> })
  func piecesBesideTheDefinition(activation: NamedActivation) throws {
    let pieces = try #require(activation.function(like: Interval(1)) as? ExponentialLinear<Interval>)
    for (y, x) in [(0.0, 1.0), (-1.0, 3.0), (0.75, 0.5)] {
      let quadrature = GaussianQuadrature(NormalDistribution(mean: Interval(y), variance: Interval(x)))
      let values = Self.values(activation, Self.thin(y, x))
      for (power, closed) in [(1, values.m[0]), (2, values.q[0])] {
        let integral = quadrature.moment(power, of: pieces)
        #expect(!integral.isDisjoint(with: closed), "\(power)")
        #expect(integral.width < 1e-9 && (integral + Interval(1e-8)).isDisjoint(with: closed))
      }
    }
  }

  /// What is closed about GELU and erf, beside the trapezoidal rule for the same.
  @Test(arguments: [(0.0, 1.0), (0.3, 0.7), (-2.0, 2.5), (3.0, 9.0), (0.5, 0.01)])
  func closedFormsBesideTheRule(y: Double, x: Double) {
    let input = Self.thin(y, x)
    let closed = GELU<Interval>().derivatives(at: input, order: 4)
    let summed = SmoothActivation<Interval>(.gelu).derivatives(at: input, order: 4)
    for (a, b) in zip(closed.means + closed.secondMoments, summed.means + summed.secondMoments) {
      #expect(!a.isDisjoint(with: b) && a.width < 1e-10 && b.width < 1e-8)
      #expect((a + Interval(1e-7)).isDisjoint(with: b))
    }
    // E erf(Z) = erf(y / sqrt(1 + 2 x))
    let erf = SmoothActivation<Interval>(.erf).derivatives(at: input, order: 2)
    let root = Interval.sqrt(Interval(1) + input.variance + input.variance)
    let expected = Interval.erf(input.mean / root)
    #expect(!erf.mean.isDisjoint(with: expected) && (erf.mean + Interval(1e-11)).isDisjoint(with: expected))
    // E Phi(Z)^2 = 1/4 + asin(x / (1 + x)) / (2 pi) at y = 0, x = 1: 1/3.
    let phi = SmoothActivation<Interval>(.normalDistribution).values(at: Self.thin(0, 1)).secondMoment
    #expect((Interval(3) * phi - Interval(1)).magnitude < 1e-13)
  }

  /// The variance of standardised activations near (0, 1): what it grows or shrinks by (docs: the paper's conditions).
  @Test(arguments: [
    ("gelu", 1.0621), ("silu", 1.101), ("softplus", 1.056), ("mish", 1.00098), ("tanh", 0.461), ("sigmoid", 0.719),
    ("relu", 1), ("selu", 0.7826),
  ])
  func ratesOfStandardisedActivations(name: String, rate: Double) throws {
    let activation = try #require(NamedActivation.Name(rawValue: name).flatMap { NamedActivation($0) })
    let moments = activation.function(like: Interval(1)).derivatives(at: Self.thin(0, 1), order: 2)
    let found = moments.varianceByVariance / moments.variance
    // Figures with 3 to 5 digits.
    #expect((found - Interval(rate)).magnitude < (name == "mish" ? 1e-5 : 6e-4) && found.width < 1e-9, "\(found)")
    if name == "gelu" { #expect((moments.variance - Interval(0.345644011)).magnitude < 1e-9) }
    if name == "mish" { #expect(found.lowerBound > 1) }
  }

  // MARK: The edges of the domain

  @Test(arguments: SmoothFunction.allCases)
  func withoutVarianceTheRuleGivesTheFunction(function: SmoothFunction) {
    for z in [-3.0, -0.5, 0, 0.5, 4] {
      let values = SmoothActivation<Interval>(function).values(at: Self.thin(z, 0))
      let expected = function.series(at: Interval(z), decay: Interval.exp(-Interval(z)), order: 0).coefficients[0]
      #expect(!values.mean.isDisjoint(with: expected) && values.mean.width < 1e-12)
      #expect(!values.secondMoment.isDisjoint(with: expected.squared()))
    }
  }

  /// Nothing is claimed of what cannot be bounded.
  @Test func whatIsOutOfReachIsUnknown() {
    let inputs = [
      Self.thin(0, 1e30), Self.thin(0, -1), NetInput(mean: .entire, variance: Interval(1)),
      NetInput(mean: Interval(0), variance: Interval(lowerBound: -1, upperBound: 1)),
      NetInput(mean: Interval(0), variance: Interval(lowerBound: 1, upperBound: .infinity)),
    ]
    for function in SmoothFunction.allCases {
      for input in inputs {
        for value in SmoothActivation<Interval>(function).derivatives(at: input, order: 2).means {
          #expect(value.isEmpty || !value.isCommonInterval, "\(function) \(input): \(value)")
        }
      }
    }
    let far = DyadicInterval(Rational(1, timesTenTo: 60), precision: 100)
    let values = SmoothActivation<DyadicInterval>(.tanh).values(at: NetInput(mean: far.constant(0), variance: far))
    #expect(!values.mean.isKnown)
  }

  /// Far out the function saturates or is the identity.
  @Test func farOutNothingOverflows() {
    for function in SmoothFunction.allCases {
      for y in [-2000.0, 2000] {
        let value = SmoothActivation<Interval>(function).values(at: Self.thin(y, 1)).mean
        let isLinear = [.softplus, .silu, .mish, .gelu].contains(function)
        let limit = y > 0 ? (isLinear ? y : 1) : ([.tanh, .erf].contains(function) ? -1 : 0)
        #expect((value - Interval(limit)).magnitude < 1e-9, "\(function) \(y): \(value)")
      }
    }
  }

  /// The bound in the strip that the proof of the rule's error rests on, at points of it (in plain complex arithmetic).
  @Test(arguments: SmoothFunction.allCases)
  func theStripsBoundHolds(function: SmoothFunction) {
    let strip = function.strip
    let (b, c0, c1) = (
      Double(strip.halfWidth, rounding: .down), Double(strip.constant, rounding: .down),
      Double(strip.slope, rounding: .down)
    )
    var largest = 0.0
    for i in -24...24 {
      for j in 0...12 {
        let z = ComplexNumber(Double(i) / 8, b * Double(j) / 12)
        let bound = c0 + c1 * z.re.magnitude
        let value = function.value(at: z).modulus
        #expect(value <= bound, "\(function) at \(z)")
        largest = max(largest, value / bound)
      }
    }
    // Not far too large, or something else is wrong.
    #expect(largest > 0.3)
  }
}
