import Constants
import FixedPointSolver
import MultiPrecision
import RealArithmetic

/// The table of constants as rows of cells, for the forms that are made of tables.
struct ConstantsRows {
  let table: ConstantsTable

  static let quantities = ConstantLiteral.Quantity.allCases

  /// A sentence on what was asked for.
  var targetText: String { "\(table.target)" }

  /// A sentence on how many solutions there are.
  var countSentence: String {
    table.solutionCount == 1
      ? "There is exactly one alpha and lambda > 0 with this fixed point (proved)."
      : "There are exactly \(table.solutionCount) pairs of alpha and lambda > 0 with this fixed point (proved)."
  }

  /// The digits of a solution, by quantity.
  static func digits(_ solution: ConstantsTable.Solution) -> [[String]] {
    zip(quantities, [solution.alpha, solution.lambda, solution.product]).map { [$0.rawValue, $1] }
  }

  static let formatHead = ["format", "number", "decimal", "hexadecimal", "bits", "error in ulp"]

  /// The correctly rounded numbers, three rows a format, and the product of the rounded numbers where that differs.
  static func formats(_ solution: ConstantsTable.Solution) -> [[String]] {
    solution.rows.flatMap { row in
      let numbers = zip(quantities, [row.alpha, row.lambda, row.product]).map { cells(row, $0.rawValue, $1) }
      guard let twice = row.productOfRounded, twice.value != row.product.value else { return numbers }
      return numbers + [cells(row, "rounded lambda * rounded alpha", twice)]
    }
  }

  private static func cells(_ row: ConstantsTable.FormatRow, _ name: String, _ number: RoundedConstant) -> [String] {
    // All digits where they are few, else the fewest that are read back as the number.
    let decimal = number.exact.flatMap { $0.count <= 13 ? $0 : number.shortest }
    let range = "beyond \(Rational(row.format.largestFinite).fewestDigitsText)"
    return [
      row.format.name, name, decimal ?? range, number.hex ?? "", number.bits ?? "", number.errorInUlp ?? "",
    ]
  }

  static let displacementHead = ["format", "mean moves by", "variance moves by"]

  /// What the rounded alpha and lambda do to the fixed point.
  static func displacements(_ solution: ConstantsTable.Solution) -> [[String]] {
    solution.rows.map { row in
      guard let shift = row.displacement?.shift else { return [row.format.name, "not certified", "not certified"] }
      return [row.format.name, text(shift.first), text(shift.second)]
    }
  }

  /// Three digits, correctly rounded, or bounds rounded outward.
  private static func text(_ shift: DyadicInterval) -> String {
    if let text = shift.decimal(significantDigits: 3) { return text }
    guard let bounds = shift.outwardDecimals(significantDigits: 3) else { return "not certified" }
    return "[\(bounds.lower), \(bounds.upper)]"
  }

  /// The head of the literals: with a column for each format.
  static func literalHead(_ solution: ConstantsTable.Solution) -> [String] {
    ["number", "literal", "error"] + solution.rows.map(\.format.name)
  }

  /// Literals in use, with their error and, for each format, that of what is read, in units of the last place; a star marks
  /// what is not the correctly rounded number.
  static func literals(_ solution: ConstantsTable.Solution) -> [[String]] {
    solution.literals.map { reading in
      let errors = zip(reading.values, reading.isCorrect).map { ($0.errorInUlp ?? "overflow") + ($1 ? "" : "*") }
      return [reading.literal.quantity.rawValue, reading.literal.text, reading.error] + errors
    }
  }

  static let sourceHead = ["literal", "number", "where it is written"]

  /// Where the literals come from.
  static func literalSources(_ solution: ConstantsTable.Solution) -> [[String]] {
    solution.literals.map { [$0.literal.text, $0.literal.quantity.rawValue, $0.literal.source] }
  }

  /// What the columns of the tables of a solution mean, a sentence or two each.
  static let legend = [
    "Rounded to nearest: decimal is the number of the format, all its digits where they are few, else the fewest that are "
      + "read back as it; hexadecimal is the form of C99, bits the encoding; the error is the rounded number minus the exact "
      + "one in units of the last place of the format (ulp).",
    "Rounded lambda * rounded alpha: what a program gets that multiplies the two rounded numbers, where that is not the "
      + "rounded product.",
    "Mean and variance move by: how far the fixed point of a network with the rounded alpha and lambda lies from the one "
      + "wanted.",
    "Literals in use: the error is the literal minus the exact number; the columns of formats have the error in ulp of what "
      + "a reader of that format makes of the literal, with a star where that is not the correctly rounded number.",
  ]

  /// The iteration, step by step.
  var trace: [[String]] {
    (table.trace ?? []).enumerated().map { ["\($0.offset + 1)", $0.element.alpha, $0.element.lambda] }
  }
}
