import Constants

/// The table of constants for people.
public enum ConstantsText {
  /// The text; it ends with a new line.
  public static func text(_ table: ConstantsTable) -> String {
    let rows = ConstantsRows(table: table)
    let head = ["\(rows.targetText)", rows.countSentence]
    let solutions = table.solutions.flatMap { solution in
      (table.solutionCount > 1 ? ["", "Solution \(solution.number)"] : []) + lines(solution)
    }
    return (head + solutions + trace(rows)).map { $0 + "\n" }.joined()
  }

  private static func lines(_ solution: ConstantsTable.Solution) -> [String] {
    let sections =
      [
        columns(ConstantsRows.digits(solution), right: []),
        ["Rounded to nearest"] + columns([ConstantsRows.formatHead] + ConstantsRows.formats(solution), right: [5]),
        ["Fixed point of a network with the rounded alpha and lambda"]
          + columns([ConstantsRows.displacementHead] + ConstantsRows.displacements(solution), right: [1, 2]),
      ]
      + (solution.literals.isEmpty
        ? []
        : [
          ["Literals in use: error, and error in ulp as read in each format (*: not the correctly rounded number)"]
            + columns([ConstantsRows.literalHead(solution)] + ConstantsRows.literals(solution), right: Set(2...9)),
          ["Where they are written"]
            + columns([ConstantsRows.sourceHead] + ConstantsRows.literalSources(solution), right: []),
        ])
    return sections.flatMap { [""] + $0 }
  }

  private static func trace(_ rows: ConstantsRows) -> [String] {
    rows.trace.isEmpty
      ? []
      : ["", "Fixed-point iteration from alpha = 1"]
        + columns([["step", "alpha", "lambda"]] + rows.trace, right: [0])
  }

  private static func columns(_ rows: [[String]], right: Set<Int>) -> [String] {
    let count = rows.first?.count ?? 0
    return TextTable((0..<count).map { right.contains($0) ? .right : .left }, lines: rows.map { .cells($0) }).render()
  }
}
