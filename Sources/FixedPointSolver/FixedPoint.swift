import IntervalArithmetic

/// A fixed point of the moment mapping, proved to exist for all weights in a box of (omega, tau).
public struct FixedPoint: Sendable, Equatable {
  /// A box of (mu, nu) that holds it, for every (omega, tau).
  public let enclosure: Pair<Interval>
  /// A box that includes the enclosure and holds no other fixed point, for any (omega, tau).
  public let region: Pair<Interval>

  /// Puts the boxes together; whoever does so vouches for them.
  public init(enclosure: Pair<Interval>, region: Pair<Interval>) {
    self.enclosure = enclosure
    self.region = region
  }
}
