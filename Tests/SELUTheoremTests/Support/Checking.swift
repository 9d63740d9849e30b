import IntervalArithmetic
import MomentMap
import MultiPrecision
import RealArithmetic

@testable import SELUTheorem

/// The checker that most tests share, so that an extremum is searched for once.
let checker = ClaimChecker()

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
      name: name, try bounds.mapValues { Range(try Rational(parsing: $0.0), try Rational(parsing: $0.1)) })
  }

  /// Whether an exact point of the domain's own variables lies in it.
  func contains(_ point: [(variable: Variable, value: Rational)]) -> Bool {
    point.allSatisfy { coordinate in
      range(of: coordinate.variable).map { $0.lower <= coordinate.value && coordinate.value <= $0.upper } ?? false
    }
  }
}

/// The finding on a claim made up for a test.
func check(_ proposition: Proposition, on domain: Domain, by checker: ClaimChecker = checker) -> Finding {
  checker.check(Claim(id: "test", source: "test", domain: domain, statement: "test", proposition: proposition))
}

/// The finding on a bound of a quantity.
func check(
  _ quantity: Quantity, _ inequality: Inequality, _ bound: String, on domain: Domain,
  by checker: ClaimChecker = checker
) throws -> Finding {
  check(.bound(quantity, inequality, try PrintedDecimal(parsing: bound)), on: domain, by: checker)
}

extension Quantity {
  /// The value at an exact point of the paper's four variables, enclosed by arithmetic of 160 bits. Only for the
  /// moments, the entries of H and its norm, and sums and differences of these and variables.
  func preciseValue(at point: [Variable: Rational]) -> DyadicInterval? {
    guard let mu = point[.mu], let omega = point[.omega], let nu = point[.nu], let tau = point[.tau] else { return nil }
    let one = DyadicInterval(Rational(1), precision: 160)
    let mapping = MomentMapping(Activation.selfNormalizing(like: one))
    let sides = Point(
      mu: one.constant(mu), omega: one.constant(omega), nu: one.constant(nu), tau: one.constant(tau))
    func value(_ expression: Expression) -> DyadicInterval? {
      let h = mapping.jacobian(at: sides)
      switch expression {
      case .mean: return mapping(sides).mean
      case .variance: return mapping(sides).variance
      case .secondMoment: return mapping.moments(at: sides).secondMoment
      case .spectralNorm: return h.largestSingularValue
      case .jacobian(.one, .one): return h.a11
      case .jacobian(.one, .two): return h.a12
      case .jacobian(.two, .one): return h.a21
      case .jacobian(.two, .two): return h.a22
      case .variable(let variable): return point[variable].map { one.constant($0) }
      case .number(let number): return one.constant(number)
      case .sum(let a, let b): return value(a).flatMap { a in value(b).map { a + $0 } }
      case .difference(let a, let b): return value(a).flatMap { a in value(b).map { a - $0 } }
      default: return nil
      }
    }
    return derivative == nil ? value(expression) : nil
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
  let decision: Decision
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
