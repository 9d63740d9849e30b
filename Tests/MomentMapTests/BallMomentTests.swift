import IntervalArithmetic
import RealArithmetic
import TestSupport
import Testing

@testable import MomentMap

/// The moments by balls: the same formulas, so that they have to agree with intervals and with the references.
@Suite struct BallMomentTests {
  static let activation: Activation<Ball> = {
    let activation = MomentReferenceTests.activation
    return Activation(alpha: Ball(activation.alpha), lambda: Ball(activation.lambda))
  }()

  @Test func ballsHoldTheReferences() throws {
    for reference in try MomentReferenceTests.references() {
      let input = NetInput(
        mean: Ball(Interval(enclosing: reference.y)), variance: Ball(Interval(enclosing: reference.x)))
      let values = MomentReferenceTests.values(Moments(Self.activation, input)).map { Interval($0) }
      for (column, (value, number)) in zip(MomentReferenceTests.columns, zip(values, reference.numbers)) {
        #expect(number.isConsistent(with: value), "\(column.name) at \(reference.name)")
      }
    }
  }

  /// On the domains of the paper the balls of points are as narrow as intervals, within a factor of four.
  @Test func ballsOfPointsAreNarrow() {
    var generator = SplitMix64(seed: 51)
    let mapping = MomentMapping(Self.activation)
    let intervals = MomentMapping(MomentReferenceTests.activation)
    for _ in 0..<500 {
      let y = Double.random(in: -0.1...0.1, using: &generator)
      let x = Double.random(in: 0.5...2, using: &generator)
      let ball = mapping.valueAndJacobian(
        Moments(Self.activation, NetInput(mean: Ball(y), variance: Ball(x))), omega: Ball(0.1), tau: Ball(1))
      let interval = intervals.valueAndJacobian(
        Moments(MomentReferenceTests.activation, NetInput(mean: Interval(y), variance: Interval(x))),
        omega: Interval(0.1), tau: Interval(1))
      let pairs = [
        (ball.mean, interval.mean), (ball.variance, interval.variance), (ball.jacobian.a11, interval.jacobian.a11),
        (ball.jacobian.a12, interval.jacobian.a12), (ball.jacobian.a21, interval.jacobian.a21),
        (ball.jacobian.a22, interval.jacobian.a22),
      ]
      for (narrow, other) in pairs {
        #expect(!Interval(narrow).isDisjoint(with: other))
        #expect(Interval(narrow).width <= 4 * other.width)
      }
    }
  }
}
