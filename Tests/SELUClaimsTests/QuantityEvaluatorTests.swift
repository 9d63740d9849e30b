import ClaimsTestSupport
import FixedPointSolver
import IntervalArithmetic
import MomentMap
import MultiPrecision
import RealArithmetic
import Testing

@testable import SELUClaims

@Suite struct QuantityEvaluatorTests {
  private static let precise = Activation<DyadicInterval>.selfNormalizing(
    like: DyadicInterval(Dyadic(1), precision: 160))
  private static let double = Activation(
    alpha: Interval(enclosing: precise.alpha), lambda: Interval(enclosing: precise.lambda))

  private static let quantities: [Quantity] = [
    Quantity(.mean), Quantity(.varianceChange), Quantity(.spectralNorm), Quantity(.h(.two, .two), derivative: .nu),
    Quantity(.spectralNorm, derivative: .omega), Quantity(.bracketJ21),
  ]

  /// Both arithmetics evaluate the same formulas: at a point their enclosures meet, and that of more bits is far narrower.
  @Test(arguments: quantities)
  func arithmeticsAgree(quantity: Quantity) throws {
    let coordinates = Domain.d.coordinates(for: quantity.variables)
    let point = coordinates.map { variable -> Rational in
      switch variable {
      case .mu, .omega, .y: Rational(3, over: 64)
      default: Rational(9, over: 8)
      }
    }
    let rough = QuantityEvaluator(quantity, coordinates: coordinates, activation: Self.double)
      .valueAndGradient(over: point.map { Interval(enclosing: $0) })
    let fine = QuantityEvaluator(quantity, coordinates: coordinates, activation: Self.precise)
      .valueAndGradient(over: point.map { DyadicInterval($0, precision: 160) })
    for (a, b) in zip([rough.value] + rough.gradient, [fine.value] + fine.gradient) {
      let (a, b) = (try #require(a), try #require(b))
      #expect(Interval(enclosing: b).isSubset(of: a), "\(quantity)")
    }
    let fixed = QuantityEvaluator(
      quantity, coordinates: coordinates, activation: .selfNormalizing(like: Interval128(1.0)))
    let arguments = point.map { Interval128($0) }
    let (value, gradient) = fixed.valueAndGradient(over: arguments)
    for (a, b) in zip([value] + gradient, [fine.value] + fine.gradient) {
      #expect(DyadicInterval(try #require(a)).convexHull(try #require(b)).accurateBits ?? 0 > 90, "\(quantity)")
      #expect(!DyadicInterval(try #require(a)).isDisjoint(with: try #require(b)), "\(quantity)")
    }
    // Along some axes, in the order in which they are asked for.
    for axes in [[], [0], Array(coordinates.indices.reversed())] {
      let partials = fixed.gradient(over: arguments, along: axes)
      #expect(partials.count == axes.count)
      for (axis, partial) in zip(axes, partials) {
        #expect(try #require(partial).isEqual(to: try #require(gradient[axis])))
      }
    }
  }

  /// The formula for S is right only where H22 is positive, and says nothing elsewhere.
  @Test func premises() {
    let coordinates: [Variable] = [.mu, .omega, .nu, .tau]
    let evaluator = QuantityEvaluator(Quantity(.spectralNorm), coordinates: coordinates, activation: Self.double)
    let wide = Interval(lowerBound: 0.001, upperBound: 1000)
    #expect(evaluator.value(over: [Interval(0), Interval(0), wide, wide]) == nil)
    #expect(evaluator.gradient(over: [Interval(0), Interval(0), wide, wide]).allSatisfy { $0 == nil })
  }

  /// A derivative by a variable that is no coordinate is not known: it is not 0. So is what lacks a variable.
  @Test func foreignVariables() {
    let coordinates: [Variable] = [.mu, .omega, .x]
    let quantities = [
      Quantity(.variance * .omega, derivative: .y), Quantity(.variance * .omega, derivative: .z),
      Quantity(.variance * .omega, derivative: .nu), Quantity(.mean * .tau), Quantity(.mu, derivative: .tau),
    ]
    for quantity in quantities {
      let rough = QuantityEvaluator(quantity, coordinates: coordinates, activation: Self.double)
        .valueAndGradient(over: [Interval(0.05), Interval(0.05), Interval(1)])
      let fine = QuantityEvaluator(quantity, coordinates: coordinates, activation: Self.precise)
        .valueAndGradient(over: [1, 1, 1].map { DyadicInterval(Rational($0), precision: 160) })
      #expect(rough.value == nil && rough.gradient == [nil, nil, nil], "\(quantity)")
      #expect(fine.value == nil && fine.gradient.allSatisfy { $0 == nil }, "\(quantity)")
    }
    // The same, where the variable can vary.
    let known = QuantityEvaluator(
      Quantity(.variance * .omega, derivative: .x), coordinates: coordinates, activation: Self.double)
    #expect(known.value(over: [Interval(0.05), Interval(0.05), Interval(1)]) != nil)
  }

  /// No arithmetic passes over a point at which a formula is undefined.
  @Test(arguments: [
    (Quantity(.x * .e1), 0.0, false), (Quantity(.x * .e1), 1.0, true), (Quantity(.mean), 0.0, false),
    (Quantity(.tailArgument(.one)), 0.0, false), (Quantity(1 / (.x - 1)), 0.0, false),
    (Quantity(1 / (.x - 1)), 2.0, true),
    (Quantity(.squareRoot(.x - 1)), 0.0, false), (Quantity(.squareRoot(.x - 1)), 1.0, true),
    (Quantity(.squareRoot(.x - 1), derivative: .x), 1.0, false),
  ])
  func undefinedPoints(quantity: Quantity, lower: Double, isKnown: Bool) throws {
    let coordinates: [Variable] = [.y, .x]
    let side = Interval(lowerBound: lower, upperBound: lower + 2)
    let rough = QuantityEvaluator(quantity, coordinates: coordinates, activation: Self.double)
      .value(over: [Interval(0), side])
    let (least, greatest) = (try #require(Rational(exactly: lower)), try #require(Rational(exactly: lower + 2)))
    let fine = QuantityEvaluator(quantity, coordinates: coordinates, activation: Self.precise)
      .value(
        over: [
          DyadicInterval(Rational(0), precision: 160),
          DyadicInterval(lowerBound: least, upperBound: greatest, precision: 160),
        ])
    #expect((rough != nil) == isKnown && (fine != nil) == isKnown)
  }

  @Test(arguments: [
    (Quantity(.varianceChange), "var - nu"), (Quantity(.mean, derivative: .y), "d(mean)/dy"),
    (Quantity(.j(.one, .one), derivative: .mu, isAbsolute: true), "|d(J11)/dmu|"),
  ])
  func names(quantity: Quantity, name: String) {
    #expect(quantity.description == name)
  }
}
