import GridChecker
import RealArithmetic

/// A domain: a box with exact decimal bounds, in mu, omega, nu, tau or in the reduced variables x, y.
public struct Domain: Sendable, Hashable {
  /// The name under which the claims refer to it; empty for ranges without a name, `none` for claims on numbers alone.
  public let name: String
  /// The bounds of each variable; a fixed variable has equal bounds.
  public let ranges: [Variable: ExactRange]
  /// The variables without bounds on one side or both. Such a domain is no box: claims on it are decided by arguments of
  /// their own.
  public let openRanges: [Variable: OpenRange]

  /// An open range of real numbers that is not bounded.
  public enum OpenRange: String, Sendable, Hashable {
    /// All numbers greater than zero.
    case positive = "(0, inf)"
    /// All numbers.
    case all = "(-inf, inf)"
  }

  /// A domain with the given ranges.
  public init(name: String, _ ranges: [Variable: ExactRange], open openRanges: [Variable: OpenRange] = [:]) {
    self.name = name
    self.ranges = ranges
    self.openRanges = openRanges
  }

  /// The part of the domain, or the extension of a domain for claims on numbers alone, where some variables have the given
  /// ranges. A condition on y or x, which is a product of two variables, takes the place of the ranges of its factors.
  package func restricted(to conditions: [Variable: ExactRange]) -> Domain {
    var ranges = ranges.merging(conditions) { $1 }
    for (product, factors) in [Variable.y: [Variable.mu, .omega], .x: [.nu, .tau]] where conditions[product] != nil {
      for factor in factors { ranges[factor] = nil }
    }
    return Domain(name: name, ranges, open: openRanges)
  }

  /// The range of a variable; that of y and x follows from the others.
  public func range(of variable: Variable) -> ExactRange? {
    if let range = ranges[variable] { return range }
    switch variable {
    case .y:
      return product(.mu, .omega)
    case .x:
      return product(.nu, .tau)
    default: return nil
    }
  }

  /// The range of the product of two variables; nil if one has no range, or bounds in the wrong order.
  private func product(_ first: Variable, _ second: Variable) -> ExactRange? {
    guard let a = ranges[first], let b = ranges[second], a.isValid, b.isValid else { return nil }
    return a * b
  }

  /// The variables in which a quantity is examined: y instead of mu and omega, x instead of nu and tau, wherever the
  /// quantity depends on them only through their product. Every value of the product is reached, so nothing is lost.
  public func coordinates(for variables: Set<Variable>) -> [Variable] {
    let usesMean = !variables.isDisjoint(with: [.mu, .omega, .y])
    let usesVariance = !variables.isDisjoint(with: [.nu, .tau, .x])
    let splitsMean = !variables.isDisjoint(with: [.mu, .omega])
    let splitsVariance = !variables.isDisjoint(with: [.nu, .tau])
    return (usesMean ? (splitsMean ? [.mu, .omega] : [.y]) : [])
      + (usesVariance ? (splitsVariance ? [.nu, .tau] : [.x]) : [])
      + (variables.contains(.z) ? [.z] : [])
  }

  /// The variables of a uniform grid: those in which the paper states the domain.
  package var gridCoordinates: [Variable] {
    Variable.allCases.filter { ranges[$0] != nil }
  }
}

extension Domain {
  /// A point of the domain in the paper's variables from a point in reduced coordinates.
  ///
  /// y is written as mu omega with one factor at a bound of its range, x as nu tau likewise; factors with a terminating
  /// decimal expansion are preferred. A coordinate that cannot be so written stays as it is.
  package func point(from reduced: [(variable: Variable, value: Rational)]) -> [(variable: Variable, value: Rational)] {
    reduced.flatMap { coordinate -> [(variable: Variable, value: Rational)] in
      switch coordinate.variable {
      case .y: factors(of: coordinate, .mu, .omega)
      case .x: factors(of: coordinate, .nu, .tau)
      default: [coordinate]
      }
    }
  }

  private func factors(
    of product: (variable: Variable, value: Rational), _ first: Variable, _ second: Variable
  ) -> [(variable: Variable, value: Rational)] {
    guard let a = ranges[first], let b = ranges[second] else { return [product] }
    var candidates: [(Rational, Rational)] = []
    for bound in [a.upper, a.lower] where !bound.isZero { candidates.append((bound, product.value / bound)) }
    for bound in [b.upper, b.lower] where !bound.isZero { candidates.append((product.value / bound, bound)) }
    if product.value.isZero { candidates += [(0, b.upper), (a.upper, 0)] }
    let members = candidates.filter { a.lower <= $0.0 && $0.0 <= a.upper && b.lower <= $0.1 && $0.1 <= b.upper }
    let decimal = members.first { $0.0.exactDecimal != nil && $0.1.exactDecimal != nil }
    guard let factors = decimal ?? members.first else { return [product] }
    return [(first, factors.0), (second, factors.1)]
  }
}

extension Domain {
  /// The domain as a box in these coordinates; nil if one of them has no range here, or bounds in the wrong order.
  package func box(in coordinates: [Variable]) -> Box? {
    let box = Box(coordinates.compactMap(range))
    return box.dimension == coordinates.count && box.isValid ? box : nil
  }
}

extension ExactRange {
  /// The range between two printed numbers.
  init(_ lower: PrintedDecimal, _ upper: PrintedDecimal) {
    self.init(lower.value, upper.value)
  }

  /// All products of a member of each: a range again, because the ranges are connected.
  static func * (a: ExactRange, b: ExactRange) -> ExactRange {
    let corners = [a.lower * b.lower, a.lower * b.upper, a.upper * b.lower, a.upper * b.upper]
    return ExactRange(corners.reduce(corners[0], min), corners.reduce(corners[0], max))
  }
}
