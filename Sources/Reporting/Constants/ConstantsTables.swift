import Constants
import FixedPointSolver
import MultiPrecision
import RealArithmetic

/// The table of constants as rows of cells, for the forms that are made of tables.
struct ConstantsRows {
  let table: ConstantsTable

  static let quantities = ConstantLiteral.Name.allCases

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

  /// The tables of a solution: a title, rows of which the first is the head, and the columns to align to the right. The digits
  /// have neither title nor head.
  static func sections(
    _ solution: ConstantsTable.Solution
  ) -> [(title: String?, rows: [[String]], right: Set<Int>)] {
    [
      (nil, digits(solution), []),
      ("Rounded to nearest", [formatHead] + formats(solution), [5]),
      (
        "Fixed point of a network with the rounded alpha and lambda", [displacementHead] + displacements(solution),
        [1, 2]
      ),
    ]
      + (solution.literals.isEmpty
        ? []
        : [
          (
            "Literals in use: error, and error in ulp as read in each format (*: not the correctly rounded number)",
            [literalHead(solution)] + literals(solution), Set(2...9)
          ),
          ("Where they are written", [sourceHead] + literalSources(solution), []),
        ])
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

/// The table of constants for people.
public enum ConstantsText {
  /// The text; it ends with a new line.
  public static func text(_ table: ConstantsTable) -> String {
    let rows = ConstantsRows(table: table)
    let head = ["\(rows.targetText)", rows.countSentence]
    let solutions = table.solutions.flatMap { solution in
      (table.solutionCount > 1 ? ["", "Solution \(solution.number)"] : [])
        + ConstantsRows.sections(solution).flatMap { section in
          [""] + (section.title.map { [$0] } ?? []) + Table(section.rows, right: section.right).text()
        }
    }
    return (head + solutions + trace(rows)).map { $0 + "\n" }.joined()
  }

  private static func trace(_ rows: ConstantsRows) -> [String] {
    rows.trace.isEmpty
      ? []
      : ["", "Fixed-point iteration from alpha = 1"]
        + Table([["step", "alpha", "lambda"]] + rows.trace, right: [0]).text()
  }
}

/// The table of constants as Markdown.
public enum ConstantsMarkdown {
  /// The text; it ends with a new line.
  public static func text(_ table: ConstantsTable) -> String {
    let rows = ConstantsRows(table: table)
    let head = ["## SELU constants for \(MarkdownText.escaped(rows.targetText))", "", rows.countSentence]
    return (head + table.solutions.flatMap(lines)).map { $0 + "\n" }.joined()
  }

  /// The tables of one solution, an empty line before each.
  static func lines(_ solution: ConstantsTable.Solution) -> [String] {
    ConstantsRows.sections(solution).flatMap { section in
      [""] + Table((section.title == nil ? [["number", "value"]] : []) + section.rows, right: section.right).markdown
    }
  }
}

/// The table of constants as comma-separated values (RFC 4180, but with bare line feeds): no cell holds a comma or a quote.
public enum ConstantsCSV {
  /// A head, a row for the digits of each number, and a row for each rounded number.
  public static func text(_ table: ConstantsTable) -> String {
    let head = ["solution"] + ConstantsRows.formatHead.map { $0.replacing(" ", with: "_") }
    let lines = table.solutions.flatMap { solution in
      rows(solution).map { (["\(solution.number)"] + $0).joined(separator: ",") }
    }
    return ([head.joined(separator: ",")] + lines).map { $0 + "\n" }.joined()
  }

  private static func rows(_ solution: ConstantsTable.Solution) -> [[String]] {
    let digits = ConstantsRows.digits(solution).map { cells -> [String] in ["exact"] + cells + ["", "", ""] }
    return digits + ConstantsRows.formats(solution)
  }
}

extension String {
  /// The text with one character in place of another.
  fileprivate func replacing(_ character: Character, with other: Character) -> String {
    String(map { $0 == character ? other : $0 })
  }
}
