import GridChecker
import RealArithmetic

/// What boxes have to show for a claim: where an end of the range of a quantity over a domain lies.
///
/// A claim is reduced to obligations once, when it is made (`Claim.obligations`). The checker searches for what meets
/// them, the replay examines what a certificate says of them, and for both `Claim.decision(from:)` says what follows.
public struct Obligation: Sendable {
  /// What it is about.
  public enum Subject: Sendable {
    /// The values of a quantity.
    case quantity(Quantity)
    /// A coordinate of the fixed point, as a function of the weights. That there is exactly one for all weights of the
    /// domain is a premise, which the obligations before this one establish.
    case fixedPoint(FixedPointCoordinate)
  }

  /// What has to be found out.
  public enum Goal: Sendable {
    /// All values stand in this relation to a number.
    case bound(Inequality, Rational)
    /// The number at this end of the range, from both sides.
    case value(RangeEnd)
    /// All values are positive (1) or negative (-1), and none is zero; nil if either will do.
    case sign(Int?)
  }

  /// The name of the obligation, unique in its claim.
  public let role: String
  /// What it is about.
  public let subject: Subject
  /// What has to be found out.
  public let goal: Goal
  /// The points of which it speaks.
  public let domain: Domain
  /// A variable whose range may be cut short at this end by whoever meets the obligation; nil for none.
  public let freeEnd: (variable: Variable, isUpper: Bool)?

  /// An obligation; whether it makes sense is examined where claims are reduced.
  package init(
    _ role: String, _ subject: Subject, _ goal: Goal, on domain: Domain,
    freeEnd: (variable: Variable, isUpper: Bool)? = nil
  ) {
    self.role = role
    self.subject = subject
    self.goal = goal
    self.domain = domain
    self.freeEnd = freeEnd
  }

  /// Which end of the range is needed; nil if either may serve.
  public var end: RangeEnd? {
    switch goal {
    case .bound(let inequality, _): inequality.boundsAbove ? .supremum : .infimum
    case .value(let end): end
    case .sign(let sign): sign.map { $0 > 0 ? .infimum : .supremum }
    }
  }

  /// The coordinates of the box over which it is met.
  public var variables: [Variable] {
    switch subject {
    case .quantity(let quantity): domain.coordinates(for: quantity.variables)
    case .fixedPoint: [.omega, .tau]
    }
  }

  /// The box, a side for each of the variables; up to the free end.
  public var box: Box { Box(variables.compactMap(domain.range)) }

  /// The quantity in the paper's notation.
  public var name: String {
    switch subject {
    case .quantity(let quantity): quantity.description
    case .fixedPoint(.mean): "mu*"
    case .fixedPoint(.variance): "nu*"
    }
  }
}

/// What has been proved of an obligation, by whatever means. Nil stands for what is not known.
public struct ProvedExtremum: Sendable {
  /// Of which end of the range it speaks.
  public let end: RangeEnd
  /// The box over which it was proved.
  public let sides: [Variable: ExactRange]
  /// The quantity is nowhere greater (less, for an infimum).
  public let bound: Rational?
  /// At the witness it is at least this (at most, for an infimum).
  public let attained: Rational?
  /// A point of the box.
  public let witness: [Variable: Rational]

  /// What has been proved; `bound` and `attained` are the caller's responsibility.
  public init(
    _ end: RangeEnd, over sides: [Variable: ExactRange], bound: Rational?, attained: Rational?,
    at witness: [Variable: Rational]
  ) {
    self.end = end
    self.sides = sides
    self.bound = bound
    self.attained = attained
    self.witness = witness
  }

  /// Whether a goal is reached: refuted only by a value at the witness that contradicts it.
  public func decision(_ goal: Obligation.Goal) -> Verdict {
    switch goal {
    case .bound(let inequality, let number):
      guard inequality.boundsAbove == (end == .supremum) else { return .undecided }
      if let bound, inequality.holds(bound, number) { return .proved }
      if let attained, !inequality.holds(attained, number) { return .refuted }
      return .undecided
    case .value: return .undecided
    case .sign(let wanted):
      if let sign, wanted ?? sign == sign { return .proved }
      guard let wanted, let attained, (wanted > 0) == (end == .infimum) else { return .undecided }
      // A value of zero is no value of the other sign.
      return attained.signum == -wanted ? .refuted : .undecided
    }
  }

  /// Whether the extremum rounds to a printed number.
  func decision(roundsTo printed: PrintedDecimal) -> Verdict {
    guard let bound, let attained else { return .undecided }
    return printed.isRounding(ofNumbersFrom: min(bound, attained), through: max(bound, attained))
  }

  /// The sign that the quantity is proved to have everywhere; nil if it may be zero or have both.
  public var sign: Int? {
    guard let bound else { return nil }
    switch end {
    case .supremum: return bound.signum < 0 ? -1 : nil
    case .infimum: return bound.signum > 0 ? 1 : nil
    }
  }
}

// MARK: - What follows

extension Claim {
  /// What follows for the claim from what has been proved of its obligations, one a member and in their order.
  ///
  /// The only place where a verdict is drawn from extrema: the checker and the replay of certificates both ask here.
  public func decision(from proved: [ProvedExtremum?]) -> Verdict {
    guard let obligations, obligations.count == proved.count, let first = proved.first else { return .undecided }
    let decisions = zip(obligations, proved).map { $1?.decision($0.goal) ?? .undecided }
    switch proposition {
    case .bound, .monotone, .sign: return decisions[0]
    case .roundsTo(_, let printed), .maximumIs(_, let printed), .minimumIs(_, let printed):
      return first?.decision(roundsTo: printed) ?? .undecided
    case .argmax(_, let place):
      return corner(proved.dropFirst(), towardsUpper: 1) == place.mapValues(\.value) ? .proved : .undecided
    case .argmin(_, let place):
      return corner(proved.dropFirst(), towardsUpper: -1) == place.mapValues(\.value) ? .proved : .undecided
    case .maximiserRoundsTo(_, let variable, let printed):
      guard decisions == [.proved, .proved], let places = Self.maximisers(proved, variable) else { return .undecided }
      return printed.isRounding(ofNumbersFrom: places.lower, through: places.upper)
    case .tailComparison(let comparison):
      if let first, decisions[0] == .refuted, region.holds(first.witness) { return .refuted }
      return Verdict.all(decisions) == .proved && comparison.holdsFarOut ? .proved : .undecided
    case .mapsInto: return .all(decisions)
    // A premise that fails does not refute what would follow from it.
    case .uniqueAttractingFixedPoint, .noFixedPoint: return Verdict.all(decisions) == .proved ? .proved : .undecided
    case .fixedPointBound:
      return establishesFixedPoint(Array(proved.dropLast())) ? decisions.last ?? .undecided : .undecided
    case .equals, .identity, .uniqueSolution, .parameterRoundsTo: return .undecided
    }
  }

  /// Whether the premises of a claim about fixed points are proved: that g maps the region's box of (mu, nu) into itself
  /// and contracts it there, for all weights.
  ///
  /// For fixed weights the box is convex and closed, so by the mean value inequality the supremum of the spectral norm of
  /// the Jacobian is a Lipschitz constant of g in the Euclidean norm. If it is less than 1 and g maps the box into itself,
  /// Banach's theorem gives exactly one fixed point, to which all orbits converge.
  public func establishesFixedPoint(_ premises: [ProvedExtremum?]) -> Bool {
    guard let obligations, premises.count == Self.banachPremises, obligations.count >= premises.count else {
      return false
    }
    return Verdict.all(zip(obligations, premises).map { $1?.decision($0.goal) ?? .undecided }) == .proved
  }

  /// The contraction and the four sides of the self-map.
  private static let banachPremises = 5

  /// The only point where a quantity is extremal, if each of its slopes has one sign; the upper bound of a variable is
  /// best where the slope has the sign `towardsUpper`.
  private func corner(_ slopes: ArraySlice<ProvedExtremum?>, towardsUpper: Int) -> [Variable: Rational]? {
    guard let variables = obligations?.first?.variables, variables.count == slopes.count else { return nil }
    var corner: [Variable: Rational] = [:]
    for (variable, slope) in zip(variables, slopes) {
      guard let sign = slope?.sign, let range = region.range(of: variable) else { return nil }
      corner[variable] = sign == towardsUpper ? range.upper : range.lower
    }
    return corner
  }

  /// The range from where a quantity has stopped rising for certain to where it falls for certain.
  private static func maximisers(_ proved: [ProvedExtremum?], _ variable: Variable) -> ExactRange? {
    guard let lower = proved[0]?.sides[variable]?.upper, let upper = proved[1]?.sides[variable]?.lower, lower <= upper
    else { return nil }
    return ExactRange(lower, upper)
  }
}

extension Verdict {
  /// Whether all of some propositions hold.
  package static func all(_ decisions: some Collection<Verdict>) -> Verdict {
    if decisions.contains(.refuted) { return .refuted }
    return decisions.allSatisfy { $0 == .proved } ? .proved : .undecided
  }
}

extension Domain {
  /// Whether a point, each coordinate of which lies in the closure of its range, lies in the open ranges too.
  fileprivate func holds(_ point: [Variable: Rational]) -> Bool {
    openRanges.allSatisfy { variable, range in
      point[variable].map { range == .all || $0.signum > 0 } ?? true
    }
  }
}
