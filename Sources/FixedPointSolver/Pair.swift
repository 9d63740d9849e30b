import IntervalArithmetic
import RealArithmetic

/// A pair of unknowns, as points or as the sides of a box.
public struct Pair<Scalar: RealScalar>: Sendable {
  /// The first unknown.
  public var first: Scalar
  /// The second unknown.
  public var second: Scalar

  /// The pair of both.
  public init(_ first: Scalar, _ second: Scalar) {
    self.first = first
    self.second = second
  }
}

extension Pair: Equatable where Scalar: Equatable {}

extension Pair where Scalar: EnclosingScalar {
  /// The thin box in the middle.
  var centre: Pair { Pair(first.centre, second.centre) }

  /// Whether one of the sides is known to have no members.
  var isVoid: Bool { first.isVoid || second.isVoid }

  /// Whether the box lies in the interior of another.
  public func isInterior(to other: Pair) -> Bool {
    first.isInterior(to: other.first) && second.isInterior(to: other.second)
  }

  /// Whether the box, known to be inside another, is not all of it.
  func isProperSubset(of other: Pair) -> Bool {
    !(first.isEqual(to: other.first) && second.isEqual(to: other.second))
  }

  /// The common part of two boxes.
  public func intersection(_ other: Pair) -> Pair {
    Pair(first.intersection(other.first), second.intersection(other.second))
  }

  /// The smallest box that includes both.
  public func convexHull(_ other: Pair) -> Pair {
    Pair(first.convexHull(other.first), second.convexHull(other.second))
  }
}

extension Pair<Interval> {
  /// Whether the box lies inside another.
  public func isSubset(of other: Pair) -> Bool {
    first.isSubset(of: other.first) && second.isSubset(of: other.second)
  }

  /// Whether the boxes have no point in common.
  public func isDisjoint(with other: Pair) -> Bool {
    first.isDisjoint(with: other.first) || second.isDisjoint(with: other.second)
  }

  /// Whether both sides are bounded and have members.
  var isCommonBox: Bool { first.isCommonInterval && second.isCommonInterval && !first.isEmpty && !second.isEmpty }
}
