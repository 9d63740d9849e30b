import GridChecker
import MomentMap
import RealArithmetic

extension Quantity {
  /// Reads a quantity, as `description` writes it.
  ///
  /// Throws: `ClaimFileError` at the place where the text stops being one.
  public init(parsing text: String) throws(ClaimFileError) {
    var reader = PropositionReader(try ClaimScanner(checking: text))
    self = try reader.quantity()
    try reader.scanner.expectEnd(or: "an operation or ")
  }
}

extension Proposition: CustomStringConvertible {
  /// The proposition as the reader of claims files reads it (docs/claims-language.md).
  public var description: String {
    switch self {
    case .bound(let quantity, let inequality, let printed): "\(quantity) \(inequality.rawValue) \(printed.text)"
    case .roundsTo(let quantity, let printed): "\(quantity) rounds to \(printed.text)"
    case .maximumIs(let quantity, let printed): "max \(quantity) rounds to \(printed.text)"
    case .minimumIs(let quantity, let printed): "min \(quantity) rounds to \(printed.text)"
    case .argmax(let expression, let place): "\(expression) is largest at \(Self.text(of: place))"
    case .argmin(let expression, let place): "\(expression) is smallest at \(Self.text(of: place))"
    case .maximiserRoundsTo(let expression, let variable, let printed):
      "\(expression) is largest where \(variable.rawValue) rounds to \(printed.text)"
    case .monotone(let expression, .increasing, let variable): "\(expression) increases in \(variable.rawValue)"
    case .monotone(let expression, .decreasing, let variable): "\(expression) decreases in \(variable.rawValue)"
    case .sign(let variable, let cofactor):
      "\(cofactor) times \(variable.rawValue) has the sign of \(variable.rawValue)"
    case .equals(let expression, let printed): "\(expression) = \(printed.text)"
    case .identity(let identity, let printed):
      "identity \(identity.numerator) over \(identity.denominator) = \(printed.text)"
    case .tailComparison(let comparison): comparison.description
    case .mapsInto(let mean, let variance):
      "(mean, var) in [\(mean.lower), \(mean.upper)] x [\(variance.lower), \(variance.upper)]"
    case .uniqueAttractingFixedPoint: "g has exactly one fixed point, which attracts"
    case .fixedPointBound(let coordinate, let inequality, let printed):
      "\(coordinate == .mean ? "mu*" : "nu*") \(inequality.rawValue) \(printed.text)"
    case .noFixedPoint: "g has no fixed point"
    case .uniqueSolution(let quantity, let printed):
      "(alpha01, lambda01) is the only solution of \(quantity) = \(printed.text)"
    case .parameterRoundsTo(let parameter, let target, let printed):
      """
      \(parameter.rawValue) for the fixed point (\(target.mean), \(target.variance)) with omega = \(target.omega), \
      tau = \(target.tau) rounds to \(printed.text)
      """
    }
  }

  private static func text(of place: [Variable: PrintedDecimal]) -> String {
    Variable.allCases.compactMap { variable in place[variable].map { "\(variable.rawValue) = \($0.text)" } }
      .joined(separator: ", ")
  }

  /// Reads a proposition, as `description` writes it.
  ///
  /// Throws: `ClaimFileError` at the place where the text stops being one.
  public init(parsing text: String) throws(ClaimFileError) {
    var reader = PropositionReader(try ClaimScanner(checking: text))
    self = try reader.proposition()
    try reader.scanner.expectEnd()
  }
}

extension TailComparison: CustomStringConvertible {
  /// The comparison of u(z) = sqrt(pi) z erfcx(z) with B(w), w = 1/z^2, and what is listed of the claim.
  public var description: String {
    let bound =
      switch bound {
      case .root(let limit, let constant, let overPi):
        "2 * \(limit) / (1 + sqrt(1 + (\(constant) + \(overPi) / pi) * w))"
      case .reciprocal(let slope): "1 / (1 + \(slope) * w)"
      }
    return "u \(isAbove ? ">" : "<") \(bound), listed as \(relation) \"\(printed)\" with limit \(limit)"
  }
}

/// Reads what a claim asserts.
struct PropositionReader {
  var scanner: ClaimScanner
  let definitions: [String: Expression]

  init(_ scanner: ClaimScanner, definitions: [String: Expression] = [:]) {
    (self.scanner, self.definitions) = (scanner, definitions)
  }

  /// Words with which a proposition or a quantity begins, and others that no formula may have as its name.
  static let reserved: Set<String> = ["max", "min", "identity", "u", "w", "g", "d", "alpha", "lambda", "in", "over"]

  mutating func proposition() throws(ClaimFileError) -> Proposition {
    if scanner.skip("(mean, var)") { return try selfMap() }
    if scanner.skip("(alpha01, lambda01)") {
      try scanner.expect("is the only solution of")
      let quantity = try quantity()
      try scanner.expect("=")
      return .uniqueSolution(quantity, try scanner.printed())
    }
    if scanner.skip("g") {
      if scanner.skip("has no fixed point") { return .noFixedPoint }
      try scanner.expect("has exactly one fixed point, which attracts")
      return .uniqueAttractingFixedPoint
    }
    if scanner.skip("alpha") { return try parameter(.alpha) }
    if scanner.skip("lambda") { return try parameter(.lambda) }
    if scanner.skip("identity") { return try identity() }
    if scanner.skip("u") { return .tailComparison(try tailComparison()) }
    if scanner.skip("max") {
      let quantity = try quantity()
      try scanner.expect("rounds to")
      return .maximumIs(quantity, try scanner.printed())
    }
    if scanner.skip("min") {
      let quantity = try quantity()
      try scanner.expect("rounds to")
      return .minimumIs(quantity, try scanner.printed())
    }
    if let bound = try fixedPointBound() { return bound }
    return try relation()
  }

  // MARK: Quantities and what is said of them

  /// A formula, a derivative d(formula)/dvariable, or the absolute value |...| of either.
  mutating func quantity() throws(ClaimFileError) -> Quantity {
    let isAbsolute = scanner.skip("|")
    let quantity: Quantity
    if scanner.word == "d", scanner.peek(1) == UInt8(ascii: "(") {
      scanner.advance(2)
      scanner.skipBlanks()
      let inner = try expression()
      try scanner.expect(")")
      guard scanner.skip("/"), scanner.next == UInt8(ascii: "d") else { throw scanner.error(expected: "'/d'") }
      scanner.advance(1)
      quantity = Quantity(inner, derivative: try variable(), isAbsolute: isAbsolute)
    } else {
      quantity = Quantity(try expression(), isAbsolute: isAbsolute)
    }
    if isAbsolute, !scanner.skip("|") { throw scanner.error(expected: "an operation or '|'") }
    return quantity
  }

  private mutating func relation() throws(ClaimFileError) -> Proposition {
    let quantity = try quantity()
    if let inequality = inequality() { return .bound(quantity, inequality, try scanner.printed()) }
    if scanner.skip("rounds to") { return .roundsTo(quantity, try scanner.printed()) }
    if scanner.skip("times") {
      let variable = try variable()
      try scanner.expect("has the sign of")
      let place = scanner.offset
      guard try self.variable() == variable else {
        throw scanner.line.error(at: place, "expected \(variable.rawValue) again")
      }
      return .sign(of: variable, cofactor: quantity)
    }
    let place = scanner.offset
    guard let result = try relation(of: quantity.expression) else {
      throw scanner.error(
        expected: """
          an operation, '<', '<=', '>', '>=', '=', 'rounds to', 'increases in', 'decreases in', 'is largest at', \
          'is smallest at' or 'times'
          """)
    }
    guard quantity.derivative == nil, !quantity.isAbsolute else {
      throw scanner.line.error(at: place, "this can be said of a formula, not of a derivative or an absolute value")
    }
    return result
  }

  /// What can be said of a formula alone; nil if none of it comes next.
  private mutating func relation(of expression: Expression) throws(ClaimFileError) -> Proposition? {
    if scanner.skip("increases in") { return .monotone(expression, .increasing, in: try variable()) }
    if scanner.skip("decreases in") { return .monotone(expression, .decreasing, in: try variable()) }
    if scanner.skip("is largest where") {
      let variable = try variable()
      try scanner.expect("rounds to")
      return .maximiserRoundsTo(expression, variable, try scanner.printed())
    }
    if scanner.skip("is largest at") { return .argmax(expression, at: try place()) }
    if scanner.skip("is smallest at") { return .argmin(expression, at: try place()) }
    if scanner.skip("=") { return .equals(expression, try scanner.printed()) }
    return nil
  }

  private mutating func inequality() -> Inequality? {
    if scanner.skip("<=") { return .atMost }
    if scanner.skip(">=") { return .atLeast }
    if scanner.skip("<") { return .less }
    return scanner.skip(">") ? .greater : nil
  }

  private mutating func place() throws(ClaimFileError) -> [Variable: PrintedDecimal] {
    var place: [Variable: PrintedDecimal] = [:]
    repeat {
      let start = scanner.offset
      let variable = try variable()
      guard place[variable] == nil else {
        throw scanner.line.error(at: start, "\(variable.rawValue) stands here twice")
      }
      try scanner.expect("=")
      place[variable] = try scanner.printed()
    } while scanner.skip(",")
    return place
  }

  // MARK: The map

  private mutating func selfMap() throws(ClaimFileError) -> Proposition {
    try scanner.expect("in")
    let mean = try closedRange()
    try scanner.expect("x")
    return .mapsInto(mean: mean, variance: try closedRange())
  }

  /// mu* or nu* and an inequality; nil if something else comes next, as mu * omega.
  private mutating func fixedPointBound() throws(ClaimFileError) -> Proposition? {
    let start = scanner.offset
    for (name, coordinate) in [("mu", FixedPointCoordinate.mean), ("nu", .variance)] where scanner.word == name {
      scanner.advance(2)
      if scanner.skip("*"), let inequality = inequality() {
        return .fixedPointBound(coordinate, inequality, try scanner.printed())
      }
      scanner.return(to: start)
    }
    return nil
  }

  private mutating func parameter(_ parameter: ActivationParameter) throws(ClaimFileError) -> Proposition {
    try scanner.expect("for the fixed point")
    try scanner.expect("(")
    let mean = try scanner.rational()
    try scanner.expect(",")
    let variance = try scanner.rational()
    try scanner.expect(")")
    try scanner.expect("with omega =")
    let omega = try scanner.rational()
    try scanner.expect(",")
    try scanner.expect("tau =")
    let tau = try scanner.rational()
    try scanner.expect("rounds to")
    let target = FixedPointTarget(mean: mean, variance: variance, omega: omega, tau: tau)
    return .parameterRoundsTo(parameter, target, try scanner.printed())
  }

  // MARK: Other propositions

  private mutating func identity() throws(ClaimFileError) -> Proposition {
    var reader = PolynomialReader(scanner)
    let numerator = try reader.polynomial()
    let denominator: Polynomial = reader.scanner.skip("over") ? try reader.polynomial() : 1
    scanner = reader.scanner
    try scanner.expect("=")
    return .identity(PolynomialIdentity(numerator, over: denominator), try scanner.printed())
  }

  private mutating func tailComparison() throws(ClaimFileError) -> TailComparison {
    let isAbove = scanner.skip(">")
    if !isAbove { try scanner.expect("<") }
    let bound: TailComparison.Bound
    if scanner.skip("2 * ") {
      let limit = try scanner.rational()
      try scanner.expect("/ (1 + sqrt(1 + (")
      let constant = try scanner.rational()
      try scanner.expect("+")
      let overPi = try scanner.rational()
      try scanner.expect("/ pi) * w))")
      bound = .root(limit: limit, constant: constant, overPi: overPi)
    } else {
      try scanner.expect("1 / (1 + ")
      bound = .reciprocal(slope: try scanner.rational())
      try scanner.expect("* w)")
    }
    try scanner.expect(",")
    try scanner.expect("listed as")
    let relation = scanner.run { !" \"".utf8.contains($0) }
    scanner.advance(relation.utf8.count)
    scanner.skipBlanks()
    guard !relation.isEmpty, scanner.next == UInt8(ascii: "\"") else { throw scanner.error(expected: "'\"'") }
    scanner.advance(1)
    let printed = scanner.run { $0 != UInt8(ascii: "\"") }
    scanner.advance(printed.utf8.count)
    try scanner.expect("\"")
    try scanner.expect("with limit")
    return TailComparison(
      bound, isAbove: isAbove, relation: relation, printed: printed.split(separator: " ").joined(separator: " "),
      limit: try expression())
  }

  // MARK: Parts

  private mutating func expression() throws(ClaimFileError) -> Expression {
    var reader = ExpressionReader(scanner, definitions: definitions)
    let expression = try reader.expression()
    scanner = reader.scanner
    return expression
  }

  private mutating func variable() throws(ClaimFileError) -> Variable { try scanner.variable() }

  private mutating func closedRange() throws(ClaimFileError) -> ExactRange { try scanner.closedRange() }
}
