import IntervalArithmetic
import RealArithmetic
import Testing

@testable import MomentMap

/// The closed forms of the moments against the integrals that define them, enclosed by quadrature.
@Suite struct QuadratureTests {
  /// Means and variances of net inputs: inside the paper's boxes, at their corners, and well beyond.
  static let netInputs: [(y: String, x: String)] = [
    ("0", "1"), ("0.01", "0.64"), ("-0.01", "1.875"), ("0.1", "0.8"), ("-0.1", "20"), ("0.1", "2.4"), ("1", "3"),
    ("-1", "16"), ("0", "0.007"), ("0.01", "0.02"), ("-0.01", "0.05"), ("0.001", "0.24"), ("-1", "0.04"),
    ("-3", "0.25"), ("3", "0.01"), ("5", "2"), ("-2", "9"), ("0.3", "50"), ("-8", "4"), ("2.5", "0.3"), ("0", "0.0001"),
  ]

  static let activation = Activation.selfNormalizing(like: Interval(1))

  struct Problem {
    let input: NetInput<Interval>
    let moments: Moments<Interval>

    init(_ y: String, _ x: String) throws {
      let (mean, variance) = (try Rational(parsing: y), try Rational(parsing: x))
      input = NetInput(mean: Interval(enclosing: mean), variance: Interval(enclosing: variance))
      moments = Moments(QuadratureTests.activation, input)
    }

    /// The quadrature for a net input whose variance is larger by this factor.
    func quadrature(varianceFactor: Interval = Interval(1)) -> GaussianQuadrature {
      GaussianQuadrature(NormalDistribution(mean: input.mean, variance: input.variance * varianceFactor))
    }
  }

  @Test(arguments: netInputs)
  func closedFormsAgreeWithTheirDefinition(y: String, x: String) throws {
    let problem = try Problem(y, x)
    let quadrature = problem.quadrature()
    let mean = quadrature.moment(1, of: Self.activation)
    let secondMoment = quadrature.moment(2, of: Self.activation)
    #expect(!mean.isDisjoint(with: problem.moments.mean))
    #expect(!secondMoment.isDisjoint(with: problem.moments.secondMoment))
    #expect(!(secondMoment - mean.squared()).isDisjoint(with: problem.moments.variance))

    // Both are narrow, so that this means something.
    let scale = secondMoment.lowerBound
    for enclosure in [secondMoment, problem.moments.secondMoment, problem.moments.variance] {
      #expect(enclosure.width <= 1e-9 * scale)
    }
    for enclosure in [mean, problem.moments.mean] {
      #expect(enclosure.width <= 1e-9 * scale.squareRoot())
    }
  }

  @Test(arguments: netInputs)
  func anotherVarianceIsNoticed(y: String, x: String) throws {
    let problem = try Problem(y, x)
    let wrong = problem.quadrature(varianceFactor: Interval(1.00001)).moment(2, of: Self.activation)
    #expect(wrong.isDisjoint(with: problem.moments.secondMoment))
  }

  /// The value of alpha matters wherever negative net inputs are not rare.
  @Test(arguments: netInputs.filter { !["3", "5", "2.5"].contains($0.y) })
  func anotherAlphaIsNoticed(y: String, x: String) throws {
    let problem = try Problem(y, x)
    let printed = try Rational(parsing: "1.67326")
    let wrong = Activation(alpha: Interval(enclosing: printed), lambda: Self.activation.lambda)
    #expect(problem.quadrature().moment(1, of: wrong).isDisjoint(with: problem.moments.mean))
    #expect(problem.quadrature().moment(2, of: wrong).isDisjoint(with: problem.moments.secondMoment))
  }

  /// What the quadrature itself is worth: the density integrates to 1 up to the tails, and to nothing else.
  @Test(arguments: netInputs)
  func densityIntegratesToOne(y: String, x: String) throws {
    let probability = try Problem(y, x).quadrature().probability
    // Beyond eight standard deviations lie 1.3e-15.
    #expect((probability + Interval(lowerBound: 0, upperBound: 2e-15)).contains(1))
    #expect(probability.width < 1e-11)
    #expect(!(probability * Interval(1.0001)).contains(1))
  }

  /// The derivative of the mean by y is the expectation of the slope, and that of the second moment twice that of value
  /// times slope: both from difference quotients of the quadrature, which enclose a derivative in between.
  @Test(arguments: [("0", "1"), ("0.1", "0.8"), ("-1", "3"), ("0.01", "0.05")])
  func differenceQuotientsOfTheDefinition(y: String, x: String) throws {
    let problem = try Problem(y, x)
    let step = 0x1p-7
    let shifted = NetInput(mean: problem.input.mean + Interval(step), variance: problem.input.variance)
    let hull = NetInput(mean: problem.input.mean.convexHull(shifted.mean), variance: problem.input.variance)
    let moved = GaussianQuadrature(NormalDistribution(mean: shifted.mean, variance: shifted.variance))
    let between = Moments(Self.activation, hull)
    for (power, derivative) in [(1, between.meanByMean), (2, between.secondMomentByMean)] {
      let rise = moved.moment(power, of: Self.activation) - problem.quadrature().moment(power, of: Self.activation)
      let quotient = rise / Interval(step)
      #expect(!quotient.isDisjoint(with: derivative))
      #expect(!quotient.isSubset(of: derivative + Interval(1)))
    }
  }
}
