import IntervalArithmetic
import MomentMap
import MultiPrecision
import RealArithmetic
import Testing

@testable import FixedPointSolver

@Suite struct WeightedFixedPointTests {
  private static let precise = Activation<DyadicInterval>.selfNormalizing(
    like: DyadicInterval(Dyadic(1), precision: 128))
  private static let double = Activation(
    alpha: Interval(enclosing: precise.alpha), lambda: Interval(enclosing: precise.lambda))

  private static func equations(_ omega: Interval, _ tau: Interval) -> WeightedFixedPoint<Interval> {
    WeightedFixedPoint(double, omega: omega, tau: tau)
  }

  private static func box(_ mu: ClosedRange<Double>, _ nu: ClosedRange<Double>) -> Vector2<Interval> {
    Vector2(
      Interval(lowerBound: mu.lowerBound, upperBound: mu.upperBound),
      Interval(lowerBound: nu.lowerBound, upperBound: nu.upperBound))
  }

  /// For normalised weights (0, 1) is the fixed point; its neighbourhood holds it, and no part beside it does.
  @Test func normalisedWeights() throws {
    let equations = Self.equations(Interval(0), Interval(1))
    let zeros = try #require(equations.uniqueZeros(in: Self.box(-0.001...0.001, 0.999...1.001)))
    #expect(zeros.first.contains(0) && zeros.second.contains(1))
    #expect(zeros.second.width < 1e-5)
    #expect(equations.uniqueZeros(in: Self.box(0.001...0.002, 0.999...1.001)) == nil)
    #expect(equations.uniqueZeros(in: Self.box(-0.001...0.001, 1.001...1.002)) == nil)
  }

  /// Over a box of weights the zeros for its corners lie in the enclosure for all of it, and so do their differences.
  @Test func boxesOfWeights() throws {
    let (omega, tau) = (Interval(lowerBound: 0.05, upperBound: 0.0625), Interval(lowerBound: 1, upperBound: 1.015625))
    let equations = Self.equations(omega, tau)
    let all = try #require(equations.uniqueZeros(in: Self.box(-0.004...0.012, 0.97...1.09)))
    let slopes = equations.derivativeByWeights(at: all)
    func zero(_ omega: Double, _ tau: Double) throws -> Vector2<Interval> {
      let corner = Self.equations(Interval(omega), Interval(tau))
      var zeros = try #require(corner.uniqueZeros(in: Self.box(-0.004...0.012, 0.97...1.09)))
      for _ in 0..<4 { zeros = corner.krawczyk(zeros)?.intersection(zeros) ?? zeros }
      return zeros
    }
    let (first, second) = (try zero(0.0625, 1), try zero(0.0625, 1.015625))
    #expect(first.isSubset(of: all) && second.isSubset(of: all))
    let quotient = (second.first - first.first) / Interval(0.015625)
    #expect(!quotient.isDisjoint(with: slopes.a12))
    #expect(slopes.a12.isPositive && slopes.a12.width < 2)
  }

  /// Where there may be no moments, nothing is concluded.
  @Test(arguments: [0...1.5, -1...2, 0...0])
  func variancesThatMayNotBePositive(nu: ClosedRange<Double>) {
    #expect(Self.equations(Interval(0), Interval(1)).uniqueZeros(in: Self.box(-0.1...0.1, nu)) == nil)
  }

  /// More bits enclose more narrowly.
  @Test func arithmeticsAgree() throws {
    let rough = try #require(
      Self.equations(Interval(0.0625), Interval(1)).uniqueZeros(in: Self.box(-0.001...0.001, 0.99...1.01)))
    let side = { (lower: Rational, upper: Rational) in
      DyadicInterval(lowerBound: lower, upperBound: upper, precision: 128)
    }
    let fine = try #require(
      WeightedFixedPoint(Self.precise, omega: side(Rational(1, over: 16), Rational(1, over: 16)), tau: side(1, 1))
        .uniqueZeros(
          in: Vector2(
            side(Rational(exactly: -0.001) ?? 0, Rational(exactly: 0.001) ?? 0),
            side(Rational(exactly: 0.99) ?? 0, Rational(exactly: 1.01) ?? 0))))
    #expect(Interval(enclosing: fine.first).isSubset(of: rough.first))
    #expect(Interval(enclosing: fine.second).isSubset(of: rough.second))
  }
}
