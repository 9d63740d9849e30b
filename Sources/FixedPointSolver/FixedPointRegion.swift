import IntervalArithmetic
import RealArithmetic

/// A closed box of means and variances with exact bounds, in which fixed points are asked for.
public struct FixedPointRegion: Sendable {
  /// Where a fixed point is, as far as is known of it.
  public enum Position: Sendable {
    /// In the box, its border included.
    case inside
    /// Not in the box.
    case outside
    /// So near to the border that it cannot be told on which side, or for some weights inside and for some outside.
    case onBorder
  }

  /// The smallest box of binary64 bounds around the box, and the largest inside; nil without a condition.
  private let mean: (outer: Interval, inner: Interval)?
  private let variance: (outer: Interval, inner: Interval)?

  /// The fixed points with a mean and a variance between the bounds; all means, or all variances, where these are nil.
  public init(
    mean: (lower: Rational, upper: Rational)? = nil, variance: (lower: Rational, upper: Rational)? = nil
  ) {
    func rounded(_ bounds: (lower: Rational, upper: Rational)) -> (Interval, Interval) {
      let inner = Interval(
        lowerBound: Double(bounds.lower, rounding: .up), upperBound: Double(bounds.upper, rounding: .down))
      return (Interval(enclosing: bounds.lower, through: bounds.upper), inner)
    }
    self.mean = mean.map(rounded)
    self.variance = variance.map(rounded)
  }

  /// The box, rounded outward; unbounded where there is no condition.
  var hull: Vector2<Interval> {
    Vector2(mean?.outer ?? .entire, variance?.outer ?? Interval(lowerBound: 0, upperBound: .infinity))
  }

  /// Where a fixed point is that lies in `enclosure`.
  public func position(_ enclosure: Vector2<Interval>) -> Position {
    let conditions = [(mean, enclosure.first), (variance, enclosure.second)].compactMap { bounds, side in
      bounds.map { (outer: $0.outer, inner: $0.inner, side: side) }
    }
    if conditions.contains(where: { $0.outer.isDisjoint(with: $0.side) }) { return .outside }
    return conditions.allSatisfy { $0.side.isSubset(of: $0.inner) } ? .inside : .onBorder
  }
}
