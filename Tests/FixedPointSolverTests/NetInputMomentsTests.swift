import IntervalArithmetic
import MomentMap
import RealArithmetic
import Testing

@testable import FixedPointSolver

/// The moments in units of s and of r over boxes, against the closed forms at points inside.
@Suite struct NetInputMomentsTests {
  private let activation = MomentMapping.paper.activation

  /// Random boxes of t and s, and a point in each: small and large, wide and thin.
  private func samples(_ count: Int, seed: UInt64) -> [(
    t: ClosedRange<Double>, s: ClosedRange<Double>, Vector2<Double>
  )] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { index in
      let t = Double.random(in: -6...4, using: &generator)
      let s = Double.exp(Double.random(in: -4...4, using: &generator))
      let width = index.isMultiple(of: 3) ? 0 : Double.exp(Double.random(in: -12...1, using: &generator))
      let point = Vector2(
        t + width * Double.random(in: 0...1, using: &generator),
        s * (1 + width * Double.random(in: 0...1, using: &generator)))
      return (t...max(t + width, point.first), s...max(s * (1 + width), point.second), point)
    }
  }

  @Test func theyHoldTheClosedForms() {
    for (t, s, point) in samples(3_000, seed: 5) {
      let moments = NetInputMoments(activation, ratio: Interval(t), deviation: Interval(s))
      let (u, d) = (Interval(point.first), Interval(point.second))
      let exact = Moments(activation, NetInput(mean: u * d, variance: d.squared()))
      let slopes = moments.slopes
      for (name, enclosure, value) in [
        ("mean", moments.mean, exact.mean / d), ("variance", moments.variance, exact.variance / d.squared()),
        ("dm/dy", moments.meanSlope, exact.meanByMean), ("dm/dx", slopes.a12, exact.meanByVariance),
        ("dV/dy", slopes.a21, exact.varianceByMean), ("dV/dx", slopes.a22, exact.varianceByVariance),
      ] {
        #expect(!enclosure.isEmpty && !enclosure.isDisjoint(with: value), "\(name) at \(point) in \(t), \(s)")
      }
    }
  }

  /// The same over the boxes of the square, in units of r, and how the coordinates belong together.
  @Test func unitsOfR() {
    for (t, s, point) in samples(3_000, seed: 6) {
      let box = NetInputBox(ratio: Interval(t), deviation: Interval(s))
      #expect(Interval(t).isSubset(of: box.ratio) && Interval(s).isSubset(of: box.deviation))
      let scaled = ScaledMoments(activation, box)
      let (u, d) = (Interval(point.first), Interval(point.second))
      let exact = Moments(activation, NetInput(mean: u * d, variance: d.squared()))
      let r = d * (Interval(1) + Interval.abs(u))
      for (name, enclosure, value) in [
        ("mean", scaled.mean, exact.mean / r), ("variance", scaled.variance, exact.variance / r.squared()),
        ("E f'", scaled.meanSlope, exact.meanByMean),
      ] {
        #expect(!enclosure.isEmpty && !enclosure.isDisjoint(with: value), "\(name) at \(point) in \(t), \(s)")
      }
    }
  }

  /// Towards the sides of the square, what is said of the limits holds on the way there.
  @Test func sides() {
    var generator = SeededGenerator(seed: 8)
    for _ in 0..<500 {
      let t = Double.random(in: -40...8, using: &generator)
      let s = Double.exp(Double.random(in: -9...9, using: &generator))
      let point = NetInputBox(ratio: Interval(t), deviation: Interval(s))
      let (u, d) = (Interval(t), Interval(s))
      let exact = Moments(activation, NetInput(mean: u * d, variance: d.squared()))
      let r = d * (Interval(1) + Interval.abs(u))
      for box in [
        point.convexHull(NetInputBox(direction: point.direction, size: Interval(0))),
        point.convexHull(NetInputBox(direction: point.direction, size: Interval(1))),
        point.convexHull(NetInputBox(direction: Interval(-1), size: point.size)),
        point.convexHull(NetInputBox(direction: Interval(1), size: point.size)), .all,
      ] {
        let scaled = ScaledMoments(activation, box)
        #expect(!scaled.mean.isDisjoint(with: exact.mean / r), "\(t), \(s)")
        #expect(!scaled.variance.isDisjoint(with: exact.variance / r.squared()), "\(t), \(s)")
        #expect(!scaled.meanSlope.isDisjoint(with: exact.meanByMean), "\(t), \(s)")
        #expect(!box.isInside)
        guard box.ratio.isCommonInterval else { continue }
        let moments = NetInputMoments(activation, ratio: box.ratio, deviation: box.deviation)
        #expect(!moments.mean.isDisjoint(with: exact.mean / d), "\(t), \(s)")
        #expect(!moments.variance.isDisjoint(with: exact.variance / d.squared()), "\(t), \(s)")
      }
    }
  }

  /// Small deviations lose no digits that count: the limits are approached with an error of the order of s.
  @Test func smallDeviations() {
    let limit = NetInputMoments(activation, ratio: Interval(-0.5), deviation: Interval(0))
    for s in [1e-3, 1e-5, 1e-7, 1e-9, 1e-12] {
      let moments = NetInputMoments(activation, ratio: Interval(-0.5), deviation: Interval(s))
      #expect(moments.variance.width < 1e-4)
      #expect((moments.variance - limit.variance).magnitude < 10 * s + 1e-4)
      #expect((moments.mean - limit.mean).magnitude < 10 * s + 1e-6)
      #expect(moments.varianceByLogDeviation.upperBound < 0)
    }
  }

  @Test func halvesAndComponents() throws {
    let halves = try #require(NetInputBox.all.halves)
    let quarters = try halves.flatMap { try #require($0.halves) }
    #expect(quarters.components.count == 1 && quarters.components[0].count == 4)
    func box(_ p: ClosedRange<Double>, _ q: ClosedRange<Double>) -> NetInputBox {
      NetInputBox(direction: Interval(p), size: Interval(q))
    }
    let apart = [box(0...0.25, 0.25...0.5), box(0.5...0.75, 0.25...0.5), box(0.25...0.375, 0.5...0.75)]
    #expect(Set(apart.components.map(\.count)) == [1, 2])
    #expect(box(0...0.5, 0.25...0.5).isInside && !box(-1...0, 0.25...0.5).isInside && !box(0...0.5, 0...0.5).isInside)
  }
}
