/// Two numbers: a point of the plane, or the sides of a box.
@frozen
public struct Vector2<Scalar: RealScalar>: Sendable {
  /// The first unknown.
  public var first: Scalar
  /// The second unknown.
  public var second: Scalar

  /// The pair of both.
  @inlinable
  public init(_ first: Scalar, _ second: Scalar) {
    self.first = first
    self.second = second
  }
}

extension Vector2: Equatable where Scalar: Equatable {}

extension Vector2 where Scalar: EnclosingScalar {
  /// The thin box in the middle.
  @inlinable
  public var centre: Vector2 { Vector2(first.centre, second.centre) }

  /// Whether one of the sides is known to have no members.
  @inlinable
  public var isVoid: Bool { first.isVoid || second.isVoid }

  /// Whether the box lies in the interior of another.
  @inlinable
  public func isInterior(to other: Vector2) -> Bool {
    first.isInterior(to: other.first) && second.isInterior(to: other.second)
  }

  /// Whether the box, known to be inside another, is not all of it.
  @inlinable
  public func isProperSubset(of other: Vector2) -> Bool {
    !(first.isEqual(to: other.first) && second.isEqual(to: other.second))
  }

  /// The common part of two boxes.
  @inlinable
  public func intersection(_ other: Vector2) -> Vector2 {
    Vector2(first.intersection(other.first), second.intersection(other.second))
  }

  /// The smallest box that includes both.
  @inlinable
  public func convexHull(_ other: Vector2) -> Vector2 {
    Vector2(first.convexHull(other.first), second.convexHull(other.second))
  }
}
