import IntervalArithmetic
import RealArithmetic

extension Vector2<Interval> {
  /// Whether the box lies inside another.
  public func isSubset(of other: Vector2) -> Bool {
    first.isSubset(of: other.first) && second.isSubset(of: other.second)
  }

  /// Whether the boxes have no point in common.
  public func isDisjoint(with other: Vector2) -> Bool {
    first.isDisjoint(with: other.first) || second.isDisjoint(with: other.second)
  }

  /// Whether both sides are bounded and have members.
  var isCommonBox: Bool { first.isCommonInterval && second.isCommonInterval && !first.isEmpty && !second.isEmpty }
}
