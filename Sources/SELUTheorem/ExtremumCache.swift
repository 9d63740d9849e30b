import Dispatch
import GridChecker
import SELUClaims

/// The extrema that a checker has found already: Theorem 1's contraction factor, for one, is the premise of five claims.
///
/// Each is computed once, by the first thread that asks; others wait for it. What is returned does not depend on order.
final class ExtremumCache: @unchecked Sendable {
  /// What an extremum is of.
  struct Key: Hashable {
    let quantity: Quantity
    let domain: Domain
    let end: RangeEnd
  }

  private final class Slot {
    let queue = DispatchQueue(label: "extremum")
    /// Touched on `queue` only.
    var extremum: Extremum?
  }

  private let queue = DispatchQueue(label: "extrema")
  /// Touched on `queue` only.
  private var slots: [Key: Slot] = [:]

  /// The extremum that belongs to a key, computed now if nobody has done so.
  func extremum(_ key: Key, _ compute: () -> Extremum) -> Extremum {
    let slot = queue.sync {
      let slot = slots[key] ?? Slot()
      slots[key] = slot
      return slot
    }
    return slot.queue.sync {
      if let known = slot.extremum { return known }
      let extremum = compute()
      slot.extremum = extremum
      return extremum
    }
  }
}
