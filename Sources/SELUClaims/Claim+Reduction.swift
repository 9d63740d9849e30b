import GridChecker
import RealArithmetic

/// Why there is no such claim: it speaks of something that its domain does not have, or that has no meaning.
public struct InvalidClaim: Error, Sendable, Equatable, CustomStringConvertible {
  /// The id of what would have been the claim.
  public let claim: String
  /// A sentence without its full stop.
  public let reason: String

  /// A sentence for the user.
  public var description: String { "'\(claim)' is no claim that can be decided: \(reason)." }
}

/// The reduction of a proposition about a region to obligations, and all the conditions under which it has a meaning.
struct Reduction {
  let claim: String
  let region: Domain

  /// What boxes have to show, in the order in which a certificate has its parts; nil for a proposition that is not decided
  /// by boxes.
  ///
  /// Throws: `InvalidClaim` where the proposition has no meaning over the region.
  func obligations(of proposition: Proposition) throws(InvalidClaim) -> [Obligation]? {
    for (variable, range) in region.ranges.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      try require(range.isValid, "the range of \(variable.rawValue) ends before it begins")
    }
    for (product, factors) in [Variable.y: [Variable.mu, .omega], .x: [.nu, .tau]] where region.ranges[product] != nil {
      try require(
        region.ranges.keys.allSatisfy { !factors.contains($0) },
        "the domain has a range of \(product.rawValue) and one of a factor of it")
    }
    try require(
      region.openRanges.keys.allSatisfy { region.ranges[$0] == nil }, "a variable has a closed range and an open one")
    switch proposition {
    case .bound(let quantity, let inequality, let printed):
      return [try obligation("extremum", quantity, .bound(inequality, printed.value))]
    case .roundsTo(let quantity, _):
      let value = try obligation("extremum", quantity, .value(.supremum))
      for (variable, side) in zip(value.variables, value.box.sides) {
        try require(side.isPoint, "only a value at a point rounds to a number, and \(variable.rawValue) has a range")
      }
      return [value]
    case .maximumIs(let quantity, _): return [try obligation("extremum", quantity, .value(.supremum))]
    case .minimumIs(let quantity, _): return [try obligation("extremum", quantity, .value(.infimum))]
    case .argmax(let expression, let place): return try self.place(place, of: expression, .supremum)
    case .argmin(let expression, let place): return try self.place(place, of: expression, .infimum)
    case .maximiserRoundsTo(let expression, let variable, _): return try maximiser(of: expression, variable)
    case .monotone(let expression, let direction, let variable):
      let sign = direction == .increasing ? 1 : -1
      if region.openRanges[variable] != nil {
        // On an unbounded range the structure of the derivative decides.
        try require(
          expression.variables.isSubset(of: [variable]),
          "on an unbounded range of \(variable.rawValue) the expression may not depend on other variables")
        return nil
      }
      try requireRange(of: variable)
      return [try obligation("slope", Quantity(expression, derivative: variable), .sign(sign))]
    case .sign(let variable, let cofactor):
      try requireRange(of: variable)
      return [try obligation("cofactor", cofactor, .sign(1))]
    case .tailComparison(let comparison): return try obligations(of: comparison)
    case .mapsInto(let mean, let variance):
      try require(mean.isValid && variance.isValid, "a range of the image ends before it begins")
      return try selfMap(mean: mean, variance: variance)
    case .uniqueAttractingFixedPoint: return try banach()
    case .fixedPointBound(let coordinate, let inequality, let printed):
      let goal = Obligation.Goal.bound(inequality, printed.value)
      return try banach() + [Obligation("fixed point", .fixedPoint(coordinate), goal, on: region)]
    case .noFixedPoint: return [try obligation("extremum", Quantity(.variance - .variable(.nu)), .sign(nil))]
    case .uniqueSolution(let quantity, _):
      _ = try obligation("value", quantity, .value(.supremum))
      return nil
    case .equals, .identity, .parameterRoundsTo: return nil
    }
  }

  // MARK: Compound propositions

  /// An extremum, and the derivatives whose signs lead to where it is.
  private func place(
    _ place: [Variable: PrintedDecimal], of expression: Expression, _ end: RangeEnd
  ) throws(InvalidClaim) -> [Obligation] {
    let extremum = try obligation("extremum", Quantity(expression), .value(end))
    let variables = extremum.variables.map(\.rawValue).joined(separator: ", ")
    try require(!variables.isEmpty, "'\(expression)' is a constant and has its extremum everywhere")
    try require(
      Set(place.keys) == Set(extremum.variables), "a place where '\(expression)' is extremal has to name \(variables)")
    var obligations = [extremum]
    for (variable, side) in zip(extremum.variables, extremum.box.sides) {
      try require(
        place[variable].map { side.contains($0.value) } ?? false,
        "the place lies outside of the range of \(variable.rawValue)")
      obligations.append(
        try obligation("slope in \(variable.rawValue)", Quantity(expression, derivative: variable), .sign(nil)))
    }
    return obligations
  }

  /// A derivative that is positive from the lower end of a range on, and negative up to its upper end.
  private func maximiser(of expression: Expression, _ variable: Variable) throws(InvalidClaim) -> [Obligation] {
    let slope = Quantity(expression, derivative: variable)
    try requireRange(of: variable)
    let rising = try obligation("rising", slope, .sign(1), freeEnd: (variable, true))
    let falling = try obligation("falling", slope, .sign(-1), freeEnd: (variable, false))
    for (other, side) in zip(rising.variables, rising.box.sides) where other != variable {
      try require(
        side.isPoint, "the place of a maximum along \(variable.rawValue) asks for a single number \(other.rawValue)")
    }
    return [rising, falling]
  }

  /// The premises of Banach's theorem for g on the domain's box of (mu, nu).
  private func banach() throws(InvalidClaim) -> [Obligation] {
    guard let mean = region.ranges[.mu], let variance = region.ranges[.nu] else {
      throw invalid("the domain has no box of mu and nu in which a fixed point could be")
    }
    return [try obligation("S < 1", Quantity(.spectralNorm), .bound(.less, 1))]
      + (try selfMap(mean: mean, variance: variance))
  }

  private func selfMap(mean: ExactRange, variance: ExactRange) throws(InvalidClaim) -> [Obligation] {
    [
      try obligation("mean >= \(mean.lower)", Quantity(.mean), .bound(.atLeast, mean.lower)),
      try obligation("mean <= \(mean.upper)", Quantity(.mean), .bound(.atMost, mean.upper)),
      try obligation("var >= \(variance.lower)", Quantity(.variance), .bound(.atLeast, variance.lower)),
      try obligation("var <= \(variance.upper)", Quantity(.variance), .bound(.atMost, variance.upper)),
    ]
  }

  private func obligations(of comparison: TailComparison) throws(InvalidClaim) -> [Obligation] {
    try require(comparison.bound.isAdmissible, "a number of the comparison has a sign for which it is not proved")
    try require(
      region.openRanges == [.z: .positive] && region.ranges.isEmpty, "the comparison is about all z > 0 and no others")
    let goal = Obligation.Goal.sign(comparison.isAbove ? 1 : -1)
    let difference = comparison.bound.difference
    let between = try obligation("between", Quantity(difference), goal, on: comparison.middle)
    guard let near = comparison.near else { return [between] }
    return [between, try obligation("near zero", Quantity(difference, derivative: .z), goal, on: near)]
  }

  // MARK: Conditions

  /// An obligation about a quantity that has a meaning on a domain: each of its variables has a range, and the one by
  /// which it is differentiated can vary alone.
  private func obligation(
    _ role: String, _ quantity: Quantity, _ goal: Obligation.Goal, on domain: Domain? = nil,
    freeEnd: (variable: Variable, isUpper: Bool)? = nil
  ) throws(InvalidClaim) -> Obligation {
    let obligation = Obligation(role, .quantity(quantity), goal, on: domain ?? region, freeEnd: freeEnd)
    for variable in obligation.variables {
      try require(
        obligation.domain.range(of: variable) != nil,
        "'\(quantity)' depends on \(variable.rawValue), which has no range in the domain")
    }
    if let variable = quantity.derivative {
      try require(
        obligation.variables.contains(variable),
        "'\(quantity)' is no derivative, as \(variable.rawValue) is a product of variables that also stand alone")
    }
    return obligation
  }

  /// A range of more than one number.
  private func requireRange(of variable: Variable) throws(InvalidClaim) {
    try require(
      region.range(of: variable).map { !$0.isPoint } ?? false,
      "\(variable.rawValue) has to have a range of more than one number")
  }

  private func require(_ condition: Bool, _ reason: @autoclosure () -> String) throws(InvalidClaim) {
    if !condition { throw invalid(reason()) }
  }

  private func invalid(_ reason: String) -> InvalidClaim { InvalidClaim(claim: claim, reason: reason) }
}
