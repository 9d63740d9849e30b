import GridChecker
import ClaimsTestSupport
import IntervalArithmetic
import MomentMap
import MultiPrecision
import RealArithmetic

@testable import SELUClaims
@testable import SELUTheorem

/// The checker that most tests share, so that an extremum is searched for once.
let checker = ClaimChecker()

/// The paper, which can be read.
let paper: Paper = {
  do { return try .selu2017() } catch { preconditionFailure("\(error)") }
}()

extension Domain {
  /// A domain with bounds in the paper's four variables, written as decimals.
  static func box(
    mu: (String, String) = ("-0.1", "0.1"), omega: (String, String) = ("-0.1", "0.1"),
    nu: (String, String) = ("0.8", "1.5"), tau: (String, String) = ("0.95", "1.1")
  ) throws -> Domain {
    try named("test", [.mu: mu, .omega: omega, .nu: nu, .tau: tau])
  }

  /// A domain with bounds in any variables.
  static func named(_ name: String, _ bounds: [Variable: (String, String)]) throws -> Domain {
    Domain(
      name: name, try bounds.mapValues { ExactRange(try Rational(parsing: $0.0), try Rational(parsing: $0.1)) })
  }

  /// Whether an exact point of the domain's own variables lies in it.
  func contains(_ point: [(variable: Variable, value: Rational)]) -> Bool {
    point.allSatisfy { coordinate in
      range(of: coordinate.variable).map { $0.lower <= coordinate.value && coordinate.value <= $0.upper } ?? false
    }
  }
}

/// The finding on a claim made up for a test.
///
/// Throws: `InvalidClaim`.
func check(_ proposition: Proposition, on domain: Domain, by checker: ClaimChecker = checker) throws -> Finding {
  checker.check(try Claim(id: "test", source: "test", domain: domain, statement: "test", proposition: proposition))
}

/// The finding on a bound of a quantity.
func check(
  _ quantity: Quantity, _ inequality: Inequality, _ bound: String, on domain: Domain,
  by checker: ClaimChecker = checker
) throws -> Finding {
  try check(.bound(quantity, inequality, try PrintedDecimal(parsing: bound)), on: domain, by: checker)
}

extension Quantity {
  /// The value at an exact point, enclosed by arithmetic of 160 bits; nil if a variable is missing.
  func preciseValue(at point: [Variable: Rational]) -> DyadicInterval? {
    let one = DyadicInterval(Rational(1), precision: 160)
    let activation = Activation.selfNormalizing(like: one)
    let coordinates = point.keys.sorted { $0.rawValue < $1.rawValue }
    let values = coordinates.map { one.constant(point[$0] ?? 0) }
    if expression == .spectralNorm, derivative == nil { return preciseNorm(point, activation, one) }
    guard let derivative else {
      return expression.value(
        in: Environment(activation: activation, coordinates: coordinates, values: values).withMoments())
    }
    let dual = Activation(alpha: Dual(constant: activation.alpha), lambda: Dual(constant: activation.lambda))
    let duals = zip(coordinates, values).map { $0 == derivative ? Dual(variable: $1) : Dual(constant: $1) }
    return expression.value(
      in: Environment(activation: dual, coordinates: coordinates, values: duals).withMoments())?.tangent
  }

  /// S by the formula of the paper, which is not the one that the checker uses.
  private func preciseNorm(
    _ point: [Variable: Rational], _ activation: Activation<DyadicInterval>, _ one: DyadicInterval
  ) -> DyadicInterval? {
    guard let mu = point[.mu], let omega = point[.omega], let nu = point[.nu], let tau = point[.tau] else { return nil }
    let sides = Point(
      mu: one.constant(mu), omega: one.constant(omega), nu: one.constant(nu), tau: one.constant(tau))
    return MomentMapping(activation).jacobian(at: sides).largestSingularValue
  }
}

extension Interval {
  /// Whether both hold a number in common.
  func overlaps(_ precise: DyadicInterval) -> Bool {
    let bounds = precise.doubleBounds
    return !isDisjoint(with: Interval(lowerBound: bounds.lower, upperBound: bounds.upper))
  }
}

extension Witness {
  /// The coordinates by name.
  var coordinates: [Variable: Rational] {
    Dictionary(point.map { ($0.variable, $0.value) }, uniquingKeysWith: { first, _ in first })
  }
}

/// All that a finding says, comparable.
struct FindingSignature: Equatable {
  let decision: Verdict
  let enclosure: Interval?
  let witness: [String]
  let openBoxes: [String]
  let boxes: Int
  let isSharp: Bool
  let parts: [FindingSignature]

  init(_ finding: Finding) {
    (decision, enclosure, boxes, isSharp) = (finding.decision, finding.enclosure, finding.boxes, finding.isSharp)
    witness = finding.witness.map { $0.point.map { "\($0.variable) = \($0.value)" } + [$0.value.hexText] } ?? []
    openBoxes = finding.openBoxes.map { $0.sides.map { "\($0.variable): \($0.lower) ... \($0.upper)" }.joined() }
    parts = finding.parts.map { FindingSignature($0.finding) }
  }
}

extension PrintedDecimal {
  /// The decimal with so many units more in its last place.
  func moved(by units: Int) throws -> PrintedDecimal {
    let moved = value + Rational(BigInteger(units), timesTenTo: -fractionDigits)
    return try PrintedDecimal(parsing: moved.decimal(fractionDigits: fractionDigits, rounding: .towardZero))
  }
}

extension Proposition {
  /// The quantities of which the proposition speaks, with those of the map itself where it speaks of that.
  var quantities: [Quantity] {
    switch self {
    case .bound(let quantity, _, _), .roundsTo(let quantity, _), .uniqueSolution(let quantity, _),
      .maximumIs(let quantity, _), .minimumIs(let quantity, _), .sign(_, let quantity):
      [quantity]
    case .argmax(let expression, _), .argmin(let expression, _): [Quantity(expression)]
    case .maximiserRoundsTo(let expression, let variable, _), .monotone(let expression, _, let variable):
      [Quantity(expression, derivative: variable)]
    case .equals(let expression, _): [Quantity(expression)]
    case .tailComparison: [Quantity(.z)]
    case .identity, .parameterRoundsTo: []
    case .mapsInto, .uniqueAttractingFixedPoint, .fixedPointBound, .noFixedPoint: [Quantity(.spectralNorm)]
    }
  }

  /// The proposition with another printed decimal; nil if it has none.
  func replacing(_ decimal: PrintedDecimal) -> Proposition? {
    switch self {
    case .bound(let quantity, let inequality, _): .bound(quantity, inequality, decimal)
    case .roundsTo(let quantity, _): .roundsTo(quantity, decimal)
    case .maximumIs(let quantity, _): .maximumIs(quantity, decimal)
    case .minimumIs(let quantity, _): .minimumIs(quantity, decimal)
    case .maximiserRoundsTo(let expression, let variable, _): .maximiserRoundsTo(expression, variable, decimal)
    case .equals(let expression, _): .equals(expression, decimal)
    case .identity(let identity, _): .identity(identity, decimal)
    case .fixedPointBound(let coordinate, let inequality, _): .fixedPointBound(coordinate, inequality, decimal)
    case .uniqueSolution(let quantity, _): .uniqueSolution(quantity, decimal)
    case .parameterRoundsTo(let parameter, let target, _): .parameterRoundsTo(parameter, target, decimal)
    default: nil
    }
  }
}
