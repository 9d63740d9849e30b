import Constants
import RealArithmetic

/// The constants as source code to paste: a comment on where they come from with the digits asked for, and the correctly
/// rounded numbers.
///
/// The numbers are written with the fewest digits that are read back as them, so that no reader rounds a second time. A
/// format that the language has no type for is given twice: as the number, which a wider type holds exactly, and as the
/// bits of its encoding.
public struct ConstantsSource: Sendable {
  /// The formats that are written if none is asked for.
  public let usualFormats: [BinaryFormat]

  private let comment: String
  /// What stands before the declarations, and behind them.
  private let opening, closing: [String]
  /// The names of alpha, lambda and their product.
  private let names: [String]
  /// The ends of names: of numbers of a format, and of its bits.
  private let suffix: @Sendable (BinaryFormat) -> String
  private let bitsSuffix: String
  /// The widest format that the language has types for, which bare names stand for, and the types of numbers.
  private let types: [(format: BinaryFormat, name: String)]
  private let declaration: @Sendable (_ name: String, _ type: String, _ number: String) -> String
  /// A declaration of bits, of so many.
  private let bitsDeclaration: @Sendable (_ name: String, _ bits: Int, _ number: String) -> String

  /// The text, for a table with one solution; it ends with a new line. A number beyond a format's largest is left out, with a
  /// comment.
  public func text(_ table: ConstantsTable, tool: Report.Tool) -> String {
    guard let solution = table.solutions.first else { return "" }
    let digits = ConstantsRows.digits(solution).map { "\($0[0]) = \($0[1])" }
    let head = (ConstantsProvenance(table, tool).lines + digits).map { "\(comment) \($0)" }
    return (head + opening + solution.rows.flatMap(lines) + closing).map { $0 + "\n" }.joined()
  }

  private func lines(_ row: ConstantsTable.FormatRow) -> [String] {
    zip(names, zip(ConstantsRows.quantities, [row.alpha, row.lambda, row.product])).flatMap { name, pair in
      lines(name + suffix(row.format), pair.0, pair.1)
    }
  }

  private func lines(_ name: String, _ quantity: ConstantLiteral.Name, _ number: RoundedConstant) -> [String] {
    let format = number.format
    guard let value = number.value, let bits = number.bits else {
      return ["\(comment) \(quantity.rawValue) is beyond the range of \(format.name)."]
    }
    // The last type is the narrowest: all formats but those of the other types fit into it.
    let type = types.first { $0.format == format } ?? types[types.count - 1]
    let text = type.format.shortestDecimal(of: value)
    let line = declaration(name, type.name, text.contains { ".e".contains($0) } ? text : text + ".0")
    return [line] + (type.format == format ? [] : [bitsDeclaration(name + bitsSuffix, format.storageBits, bits)])
  }
}

extension ConstantsSource {
  /// The usual short names in capitals: `F32`, `BF16`, `FP8_E4M3`.
  private static func capitals(_ format: BinaryFormat) -> String {
    switch format {
    case .binary64: "F64"
    case .binary32: "F32"
    case .binary16: "F16"
    case .bfloat16: "BF16"
    default: String(format.name.uppercased().map { $0 == "-" ? "_" : $0 })
    }
  }

  private static let screamingNames = ["SELU_ALPHA", "SELU_LAMBDA", "SELU_LAMBDA_ALPHA"]

  /// Swift.
  public static let swift = ConstantsSource(
    usualFormats: [.binary64, .binary32], comment: "//", opening: ["enum SELUConstants {"], closing: ["}"],
    names: ["alpha", "lambda", "lambdaAlpha"],
    suffix: { $0 == .binary64 ? "" : $0 == .binary32 ? "Float" : capitals($0) }, bitsSuffix: "Bits",
    types: [(.binary64, "Double"), (.binary32, "Float")],
    declaration: { "  static let \($0): \($1) = \($2)" },
    bitsDeclaration: { "  static let \($0): UInt\($1) = \($2)" })

  /// C99 and C++, to be a header or to be pasted.
  public static let c = ConstantsSource(
    usualFormats: [.binary64, .binary32], comment: "//",
    opening: ["#ifndef SELU_CONSTANTS_H", "#define SELU_CONSTANTS_H", "#include <stdint.h>"],
    closing: ["#endif  // SELU_CONSTANTS_H"], names: screamingNames,
    suffix: { $0 == .binary64 ? "" : $0 == .binary32 ? "_F" : "_" + capitals($0) }, bitsSuffix: "_BITS",
    types: [(.binary64, "double"), (.binary32, "float")],
    declaration: { "static const \($1) \($0) = \($2)\($1 == "float" ? "f" : "");" },
    bitsDeclaration: { "static const uint\($1)_t \($0) = \($2);" })

  /// Python, whose numbers are binary64.
  public static let python = ConstantsSource(
    usualFormats: [.binary64], comment: "#", opening: [], closing: [], names: screamingNames,
    suffix: { $0 == .binary64 ? "" : "_" + capitals($0) }, bitsSuffix: "_BITS", types: [(.binary64, "")],
    declaration: { name, _, number in "\(name) = \(number)" },
    bitsDeclaration: { name, _, number in "\(name) = \(number)" })

  /// Rust.
  public static let rust = ConstantsSource(
    usualFormats: [.binary64, .binary32], comment: "//", opening: [], closing: [], names: screamingNames,
    suffix: { $0 == .binary64 ? "" : "_" + capitals($0) }, bitsSuffix: "_BITS",
    types: [(.binary64, "f64"), (.binary32, "f32")],
    declaration: { "pub const \($0): \($1) = \($2);" },
    bitsDeclaration: { "pub const \($0): u\($1) = \($2);" })
}

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
