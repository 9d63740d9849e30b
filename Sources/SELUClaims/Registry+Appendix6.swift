// Section A6, Eq. 335 and 336: the extrema of the derivatives of J that were found numerically.
extension Registry {
  private static let paper = ClaimBuilder("1")

  /// The extrema of the derivative of an entry of J by a variable, and the bound of its absolute value, as printed.
  private struct Derivative {
    let row: Expression.Index
    let column: Expression.Index
    let variable: Variable
    let minimum: PrintedDecimal
    let maximum: PrintedDecimal
    let bound: PrintedDecimal
    /// Whether the bound, most often the rounded maximum, is one.
    let verdict: Decision

    init(
      _ row: Expression.Index, _ column: Expression.Index, _ variable: Variable, _ minimum: PrintedDecimal,
      _ maximum: PrintedDecimal, bound: PrintedDecimal, _ verdict: Decision
    ) {
      (self.row, self.column, self.variable) = (row, column, variable)
      (self.minimum, self.maximum, self.bound, self.verdict) = (minimum, maximum, bound, verdict)
    }

    var name: String { "dJ\(row.rawValue)\(column.rawValue)-d\(variable.rawValue)" }
    var words: String { "d J\(row.rawValue)\(column.rawValue) / d \(variable.rawValue)" }
    var quantity: Quantity { Quantity(.j(row, column), derivative: variable) }
    var size: Quantity { .absolute(.j(row, column), derivative: variable) }
  }

  private static let derivatives: [Derivative] = [
    Derivative(.one, .one, .mu, "0", "0.00182415", bound: "0.00182415", .proved),
    Derivative(.one, .one, .omega, "0.905413", "1.04143", bound: "1.04143", .proved),
    Derivative(.one, .one, .nu, "-0.0151177", "0.0151177", bound: "0.0151177", .refuted),
    Derivative(.one, .one, .tau, "-0.015194", "0.015194", bound: "0.015194", .refuted),
    Derivative(.one, .two, .mu, "-0.0151177", "0.0151177", bound: "0.0151177", .refuted),
    Derivative(.one, .two, .omega, "-0.0151177", "0.0151177", bound: "0.0151177", .refuted),
    Derivative(.one, .two, .nu, "-0.00785613", "0.0315805", bound: "0.0315805", .refuted),
    Derivative(.one, .two, .tau, "0.0799824", "0.110267", bound: "0.110267", .refuted),
    Derivative(.two, .one, .mu, "0", "0.0174802", bound: "0.0174802", .refuted),
    Derivative(.two, .one, .omega, "0.0849308", "0.695766", bound: "0.695766", .refuted),
    Derivative(.two, .one, .nu, "-0.0600823", "0.0600823", bound: "0.0600823", .refuted),
    Derivative(.two, .one, .tau, "-0.0673083", "0.0673083", bound: "0.0673083", .refuted),
    Derivative(.two, .two, .mu, "-0.0600823", "0.0600823", bound: "0.0600823", .refuted),
    Derivative(.two, .two, .omega, "-0.0600823", "0.0600823", bound: "0.0600823", .refuted),
    Derivative(.two, .two, .nu, "-0.276862", "-0.084813", bound: "0.562302", .proved),
    Derivative(.two, .two, .tau, "0.562302", "0.664051", bound: "0.664051", .proved),
  ]

  package static let appendix6: [Claim] = derivatives.flatMap(extrema) + derivatives.map(bound) + [absoluteMaximum]

  private static func extrema(_ derivative: Derivative) -> [Claim] {
    [
      paper.step(
        "appendix6.\(derivative.name).min", "A6, Eq. 335", .d, "min of \(derivative.words) rounds to",
        .minimumIs(derivative.quantity, derivative.minimum)),
      paper.step(
        "appendix6.\(derivative.name).max", "A6, Eq. 335", .d, "max of \(derivative.words) rounds to",
        .maximumIs(derivative.quantity, derivative.maximum)),
    ]
  }

  private static func bound(_ derivative: Derivative) -> Claim {
    paper.step(
      "appendix6.\(derivative.name).absolute", "A6, Eq. 336", .d, "|\(derivative.words)| < bound",
      derivative.size < derivative.bound, expected: derivative.verdict)
  }

  private static let absoluteMaximum = paper.step(
    "appendix6.dJ22-dnu.absolute-maximum", "A6, Eq. 336", .d, "max of |d J22 / d nu| rounds to",
    .maximumIs(.absolute(.j(.two, .two), derivative: .nu), "0.562302"), expected: .refuted)
}
