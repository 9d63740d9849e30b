import SELUClaims

/// Something in the paper that is not as it should be, large or small: what is printed, what is true, how that was
/// decided and whether it matters.
///
/// In the sentences `{id}` and `{id:digits}` stand for certified values, of claims or of the slip's own numbers.
public struct Slip: Sendable {
  /// How much a slip weighs.
  public enum Weight: String, Sendable, CaseIterable {
    /// A printed proof does not stand as it is printed.
    case proof
    /// Something false is said that is more than a digit, but no proof falls with it.
    case statement
    /// A last digit, or the direction in which a number was rounded.
    case digit
    /// A misprint, or something left unsaid.
    case typography
  }

  /// Slips of one lemma, or of one cause, have one number.
  public let number: Int
  /// Where it stands.
  public let place: String
  /// What is printed.
  public let printed: String
  /// What is true instead.
  public let truth: String
  /// What follows for the proofs.
  public let effect: String
  /// How much it weighs.
  public let weight: Weight
  /// The claims of the run that decide it.
  public let claims: [String]
  /// What was decided for this slip beside the claims. With neither, it was seen by reading.
  public let numbers: [Claim]

  init(
    _ number: Int, _ weight: Weight, _ place: String, printed: String, truth: String, effect: String = "None.",
    claims: [String] = [], numbers: [Claim] = []
  ) {
    (self.number, self.weight, self.place) = (number, weight, place)
    (self.printed, self.truth, self.effect) = (printed, truth, effect)
    (self.claims, self.numbers) = (claims, numbers)
  }
}

/// All slips that are known, in the order of their numbers.
public enum Slips {
  /// The slips.
  public static let all = (theorem1 + theorems2And3 + lemmas + smallThings).sorted { $0.number < $1.number }

  /// What is decided for them beside the claims, each once.
  public static let numbers: [Claim] = all.flatMap(\.numbers)
}

// MARK: - Writing numbers

extension Slips {
  /// A statement on a number that a slip is about.
  static func number(
    _ name: String, _ statement: String, _ proposition: Proposition, on domain: Domain = .none,
    at conditions: [Variable: Domain.Range] = [:], holds: Bool = true
  ) -> Claim {
    .listed {
      try Claim(
        id: "slip.\(name)", source: "not printed", origin: .unprinted, kind: .step, domain: domain, at: conditions,
        statement: statement, proposition: proposition, expected: holds ? .proved : .refuted)
    }
  }

  /// A bound of a sum of products of decimals.
  static func sum(
    _ name: String, _ sum: StaticString, _ inequality: Inequality, _ bound: PrintedDecimal, holds: Bool = true
  ) -> Claim {
    number(
      name, "\(sum) \(inequality.rawValue) bound", .bound(Quantity(Expression(printedSum: sum)), inequality, bound),
      holds: holds)
  }

  /// That an expression, or a derivative of one, at a point rounds to a printed number.
  static func rounds(
    _ name: String, _ statement: String, _ expression: Expression, by variable: Variable? = nil,
    to printed: PrintedDecimal, at conditions: [Variable: Domain.Range] = [:], holds: Bool = true
  ) -> Claim {
    number(
      name, "\(statement) rounds to", .roundsTo(Quantity(expression, derivative: variable), printed), at: conditions,
      holds: holds)
  }

  /// A point in the paper's four variables.
  static func at(
    mu: PrintedDecimal, omega: PrintedDecimal, nu: PrintedDecimal, tau: PrintedDecimal
  ) -> [Variable: Domain.Range] {
    [.mu: .at(mu), .omega: .at(omega), .nu: .at(nu), .tau: .at(tau)]
  }

  /// A point in x = nu tau and y = mu omega.
  static func at(x: PrintedDecimal, y: PrintedDecimal) -> [Variable: Domain.Range] { [.x: .at(x), .y: .at(y)] }

  /// 2 - erfc(z0).
  static let positiveProbability = 2 - Expression.erfc(.tailArgument(.zero))
}
