import RealArithmetic

/// The constants as source code to paste: a comment on where they come from with the digits asked for, and correctly rounded
/// binary64 and, where the language has it, binary32 numbers.
///
/// The numbers are written with the fewest digits that are read back as them, so that no reader rounds a second time.
public struct ConstantsSource: Sendable {
  private let comment: String
  /// What stands before the declarations, and behind them.
  private let opening, closing: [String]
  /// A declaration from the index of a number (alpha, lambda, product), the format and the digits.
  private let declaration: @Sendable (_ index: Int, _ format: BinaryFormat, _ text: String) -> String
  private let formats: [BinaryFormat]

  /// The text; it ends with a new line. A number beyond the format's largest is left out, with a comment.
  public func text(_ table: ConstantsTable, tool: Report.Tool) -> String {
    guard let solution = table.solutions.first else { return "" }
    let digits = ConstantsRows.digits(solution).map { "\($0[0]) = \($0[1])" }
    let head = (ConstantsProvenance(table, tool).lines + digits).map { "\(comment) \($0)" }
    let body = formats.flatMap { format in
      solution.rows.filter { $0.format == format }.flatMap { row in
        [row.alpha, row.lambda, row.product].enumerated().map { index, number in
          guard let text = number.shortest else {
            return "\(comment) \(ConstantsRows.quantities[index].rawValue) is beyond the range of \(format.name)."
          }
          return declaration(index, format, text.contains { ".e".contains($0) } ? text : text + ".0")
        }
      }
    }
    return (head + opening + body + closing).map { $0 + "\n" }.joined()
  }

  /// Swift.
  public static let swift = ConstantsSource(
    comment: "//", opening: ["enum SELUConstants {"], closing: ["}"],
    declaration: { index, format, text in
      let name = ["alpha", "lambda", "lambdaAlpha"][index]
      return format == .binary64
        ? "  static let \(name): Double = \(text)" : "  static let \(name)Float: Float = \(text)"
    }, formats: [.binary64, .binary32])

  /// C99 and C++.
  public static let c = ConstantsSource(
    comment: "//", opening: [], closing: [],
    declaration: { index, format, text in
      let name = ["SELU_ALPHA", "SELU_LAMBDA", "SELU_LAMBDA_ALPHA"][index]
      return format == .binary64
        ? "static const double \(name) = \(text);" : "static const float \(name)_F = \(text)f;"
    }, formats: [.binary64, .binary32])

  /// Python, whose numbers are binary64.
  public static let python = ConstantsSource(
    comment: "#", opening: [], closing: [],
    declaration: { index, _, text in "\(["SELU_ALPHA", "SELU_LAMBDA", "SELU_LAMBDA_ALPHA"][index]) = \(text)" },
    formats: [.binary64])

  /// Rust.
  public static let rust = ConstantsSource(
    comment: "//", opening: [], closing: [],
    declaration: { index, format, text in
      let name = ["SELU_ALPHA", "SELU_LAMBDA", "SELU_LAMBDA_ALPHA"][index]
      return format == .binary64 ? "pub const \(name): f64 = \(text);" : "pub const \(name)_F32: f32 = \(text);"
    }, formats: [.binary64, .binary32])
}
