import RealArithmetic

/// The relation between a quantity and a bound.
public enum Inequality: String, Sendable, Hashable {
  /// Strictly less.
  case less = "<"
  /// At most.
  case atMost = "<="
  /// Strictly greater.
  case greater = ">"
  /// At least.
  case atLeast = ">="

  /// Whether the claim is about the supremum of the quantity; otherwise it is about the infimum.
  public var boundsAbove: Bool { self == .less || self == .atMost }

  /// Whether `value` stands in this relation to `bound`.
  package func holds(_ value: Rational, _ bound: Rational) -> Bool {
    switch self {
    case .less: value < bound
    case .atMost: value <= bound
    case .greater: value > bound
    case .atLeast: value >= bound
    }
  }
}
