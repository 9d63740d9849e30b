import Constants

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
