import RealArithmetic
import SELUClaims

/// What a part has proved.
struct ProvedExtremum {
  let extremum: Certificate.Extremum
  let variables: [Variable]
  let box: [Certificate.Side]
  /// The quantity is nowhere greater (less, for an infimum).
  let bound: Rational
  /// Somewhere it is at least this (at most, for an infimum).
  let attained: Rational

  /// Whether the extremum is in a relation to a number.
  func decision(_ inequality: Inequality, _ number: Rational) -> Decision {
    guard inequality.boundsAbove == (extremum == .supremum) else { return .undecided }
    if inequality.holds(bound, number) { return .proved }
    return inequality.holds(attained, number) ? .undecided : .refuted
  }

  /// Whether the extremum rounds to a printed number.
  func decision(roundsTo printed: PrintedDecimal) -> Decision {
    printed.isRounding(ofNumbersFrom: min(bound, attained), through: max(bound, attained))
  }

  /// The sign that the quantity is proved to have everywhere; nil if it may be zero or have both.
  var sign: Int? {
    switch extremum {
    case .supremum: bound < 0 ? -1 : nil
    case .infimum: bound > 0 ? 1 : nil
    }
  }

  /// Whether a derivative has a sign, and no zeros: refuted only where it has the opposite one somewhere.
  func decision(hasSign positive: Bool) -> Decision {
    guard positive == (extremum == .infimum) else { return .undecided }
    if sign != nil { return .proved }
    return (positive ? attained < 0 : attained > 0) ? .refuted : .undecided
  }
}

extension Claim {
  /// What the parts that a claim requires, in their order, say of it once they are proved.
  func decision(_ parts: [ProvedExtremum]) -> Decision {
    guard let first = parts.first else { return .undecided }
    switch proposition {
    case .bound(_, let inequality, let printed): return first.decision(inequality, printed.value)
    case .roundsTo(_, let printed), .maximumIs(_, let printed), .minimumIs(_, let printed):
      return first.decision(roundsTo: printed)
    case .argmax(_, let place):
      return Self.corner(parts.dropFirst(), towardsUpper: 1) == place.mapValues(\.value) ? .proved : .undecided
    case .argmin(_, let place):
      return Self.corner(parts.dropFirst(), towardsUpper: -1) == place.mapValues(\.value) ? .proved : .undecided
    case .maximiserRoundsTo(_, let variable, let printed):
      return Self.maximiser(parts, variable).map { printed.isRounding(ofNumbersFrom: $0.lower, through: $0.upper) }
        ?? .undecided
    case .monotone(_, let direction, _): return first.decision(hasSign: direction == .increasing)
    case .sign: return first.decision(hasSign: true)
    case .tailComparison(let comparison): return Self.decision(comparison, parts)
    case .mapsInto(let mean, let variance): return Self.selfMap(parts, mean, variance)
    case .uniqueAttractingFixedPoint: return isContraction(parts) ? .proved : .undecided
    case .fixedPointBound(_, let inequality, let printed):
      guard isContraction(parts.dropLast()), let last = parts.last else { return .undecided }
      return last.decision(inequality, printed.value)
    case .noFixedPoint: return first.sign == nil ? .undecided : .proved
    case .equals, .identity, .uniqueSolution, .parameterRoundsTo: return .undecided
    }
  }

  /// The only point where a quantity is extremal, if each of its slopes has one sign; the upper bound of a variable is
  /// best where the slope has the sign `towardsUpper`.
  private static func corner(_ slopes: some Sequence<ProvedExtremum>, towardsUpper: Int) -> [Variable: Rational]? {
    var corner: [Variable: Rational] = [:]
    for (index, slope) in slopes.enumerated() {
      guard let sign = slope.sign else { return nil }
      let side = slope.box[index]
      corner[slope.variables[index]] = sign == towardsUpper ? side.upper : side.lower
    }
    return corner
  }

  /// The range from where a quantity has stopped rising for certain to where it falls for certain.
  private static func maximiser(_ parts: [ProvedExtremum], _ variable: Variable) -> Domain.Range? {
    guard parts.count == 2, let axis = parts[0].variables.firstIndex(of: variable), parts[0].sign == 1,
      parts[1].sign == -1
    else { return nil }
    return Domain.Range(parts[0].box[axis].upper, parts[1].box[axis].lower)
  }

  private static func decision(_ comparison: TailComparison, _ parts: [ProvedExtremum]) -> Decision {
    let decisions = parts.map { $0.decision(hasSign: comparison.isAbove) }
    if decisions[0] == .refuted { return .refuted }
    return decisions.allSatisfy { $0 == .proved } && comparison.holdsFarOut ? .proved : .undecided
  }

  private static func selfMap(
    _ parts: some Collection<ProvedExtremum>, _ mean: Domain.Range, _ variance: Domain.Range
  ) -> Decision {
    let bounds: [(Inequality, Rational)] = [
      (.atLeast, mean.lower), (.atMost, mean.upper), (.atLeast, variance.lower), (.atMost, variance.upper),
    ]
    let decisions = zip(parts, bounds).map { $0.decision($1.0, $1.1) }
    if decisions.contains(.refuted) { return .refuted }
    return decisions.count == bounds.count && decisions.allSatisfy { $0 == .proved } ? .proved : .undecided
  }

  /// Whether g maps the region's box of (mu, nu) into itself and contracts it there, for all weights: Banach's theorem
  /// then gives exactly one fixed point, to which all orbits converge. The mean value inequality makes a contraction factor
  /// of the supremum of the spectral norm, as the box is convex.
  private func isContraction(_ parts: some Collection<ProvedExtremum>) -> Bool {
    guard let mean = region.ranges[.mu], let variance = region.ranges[.nu], let first = parts.first else {
      return false
    }
    return first.decision(.less, 1) == .proved && Self.selfMap(parts.dropFirst(), mean, variance) == .proved
  }
}
