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
    table.solutions.count == 1
      ? "There is exactly one alpha and lambda > 0 with this fixed point (proved)."
      : "There are exactly \(table.solutions.count) pairs of alpha and lambda > 0 with this fixed point (proved)."
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

  static let literalHead = ["number", "literal", "error"] + BinaryFormat.networkFormats.map(\.name)

  /// Literals in use, with their error and, for each format, that of what is read, in units of the last place; a star marks
  /// what is not the correctly rounded number.
  static func literals(_ solution: ConstantsTable.Solution) -> [[String]] {
    solution.literals.map { reading in
      let errors = zip(reading.values, reading.isCorrect).map { ($0.errorInUlp ?? "overflow") + ($1 ? "" : "*") }
      return [reading.literal.quantity.rawValue, reading.literal.text, reading.error] + errors
    }
  }

  /// The iteration, step by step.
  var trace: [[String]] {
    (table.trace ?? []).enumerated().map { ["\($0.offset + 1)", $0.element.alpha, $0.element.lambda] }
  }
}
