import Constants

/// The table of constants as LaTeX: a macro for each number, and a `tabular` of the roundings.
public enum ConstantsLaTeX {
  /// The text; it ends with a new line.
  public static func text(_ table: ConstantsTable, tool: Report.Tool) -> String {
    let comment = ConstantsProvenance(table, tool).lines.map { "% \($0)" }
    return (comment + table.solutions.flatMap { lines($0, suffix: suffix($0.number)) })
      .map { $0 + "\n" }.joined()
  }

  /// Names of macros consist of letters: the second solution is `\seluAlphaB`.
  private static func suffix(_ number: Int) -> String { number == 1 ? "" : "B" }

  private static func lines(_ solution: ConstantsTable.Solution, suffix: String) -> [String] {
    let names = ["Alpha", "Lambda", "LambdaAlpha"]
    let macros = zip(names, ConstantsRows.digits(solution)).map { "\\newcommand{\\selu\($0)\(suffix)}{\($1[1])}" }
    let rows = ([ConstantsRows.formatHead] + ConstantsRows.formats(solution)).map {
      "  " + $0.map(escaped).joined(separator: " & ") + " \\\\"
    }
    return macros + ["\\begin{tabular}{llllrr}"] + rows + ["\\end{tabular}"]
  }

  private static func escaped(_ text: String) -> String {
    text == "lambda*alpha" ? "$\\lambda\\alpha$" : text.split(separator: "*").joined(separator: "$\\cdot$")
  }
}

/// Where a table of constants comes from, for comments in sources.
struct ConstantsProvenance {
  let lines: [String]

  init(_ table: ConstantsTable, _ tool: Report.Tool) {
    let chosen = table.solutions.count == 1 ? table.solutions.first : nil
    lines =
      [
        "The alpha and lambda of a SELU (arXiv 1706.02515) that keeps \(table.target).",
        "Made by \(tool.name) \(tool.version) with \(table.digits) digits: all are proved by enclosure, the last is rounded to nearest.",
      ]
      + (table.solutionCount > 1
        ? [
          "There are \(table.solutionCount) solutions"
            + (chosen.map { "; this is number \($0.number), by falling lambda." } ?? ".")
        ] : [])
  }
}
