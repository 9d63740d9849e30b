import Constants
import FixedPointSolver
import RealArithmetic
import Reporting

/// `selu-proof constants --mean M --variance V`
enum ConstantsCommand {
  static let digits = Option(
    "digits", "n", .integer(in: 1...10_000), default: "20",
    help: "How many significant digits to print, all of them right and the last one rounded.")
  static let trace = Flag("trace", help: "Print the steps of the fixed-point iteration on alpha and lambda, too.")
  static let numberFormats = Option(
    "number-formats", "names", .list(of: .numberFormat),
    help: """
      The number formats to round to, separated by commas; if not given, all of them, and in a source those that it has \
      types for.
      """)
  static let solution = Option(
    "solution", "n", .integer(in: 1...2),
    help: """
      Which solution, counted from the larger lambda, where there are two; all if not given. A source has one.
      """)
  static let format = Option(
    "format", "format", .choice(ConstantsFormat.self), default: ConstantsFormat.text.rawValue,
    help: "The form of the result.")

  static let command = Command(
    "constants",
    abstract: "Computes alpha and lambda for a wanted fixed point.",
    discussion: """
      Alpha, lambda > 0 and their product to any number of digits, and correctly rounded in the number formats that \
      networks use, each with its error in units of the last place: the rounded number minus the exact one. The last digit \
      is rounded to nearest, the even one of two that are equally near. All solutions are printed, and there are no \
      others; where there is none, that is proved, and the status is 1.

      The numbers given are exact. How far the fixed point moves when a network uses the rounded alpha and lambda is \
      certified by Krawczyk's operator. For the fixed point (0, 1) decimal numbers found in libraries are compared.

      The formats 'swift', 'c', 'python' and 'rust' are sources to paste, with the binary64 and binary32 numbers (in \
      Python binary64). Numbers of other formats are written on request, each exactly in the narrowest type that holds it, \
      and their encodings as integers. Where two solutions exist a source needs '--solution'. '--trace' goes with the \
      formats 'text' and 'json'.
      """,
    parameters: TargetOptions.parameters
      + [digits, numberFormats, solution, trace, format, OutputOption.output],
    examples: [
      Example("The constants of the paper:", "selu-proof constants"),
      Example("A thousand digits of them:", "selu-proof constants --digits 1000"),
      Example("For another fixed point:", "selu-proof constants --mean -0.1 --variance 2 --trace"),
      Example("As a source file:", "selu-proof constants --format swift --output SELU.swift"),
      Example("A header with bfloat16:", "selu-proof constants --format c --number-formats binary32,bfloat16"),
      Example("The second of two solutions:", "selu-proof constants --mean 0.9 --solution 2"),
    ]
  ) { arguments, context in
    let (output, form) = (try OutputOption(arguments), try arguments[format])
    guard !arguments.isGiven(trace) || form == .text || form == .json else {
      throw CommandError(.usage, "The option '--trace' needs the format text or json.")
    }
    let (target, digits) = (try TargetOptions.target(arguments), try arguments[digits])
    let wanted = try arguments[numberFormats] ?? form.source?.usualFormats ?? BinaryFormat.networkFormats
    let formats = BinaryFormat.networkFormats.filter(wanted.contains)
    let table = try TargetOptions.reporting(context.console, digits: digits) { () throws(ParameterError) in
      try ConstantsTable(target, digits: digits, formats: formats, tracing: arguments.isGiven(trace))
    }
    try output.write(try form.text(try chosen(table, try arguments[solution], form)), on: context.console)
    return .success
  }

  /// The table with the solution wanted. Throws a usage error that names the solutions if there is none of that number, or
  /// if one has to be chosen.
  private static func chosen(_ table: ConstantsTable, _ number: Int?, _ form: ConstantsFormat) throws -> ConstantsTable
  {
    if let number, let chosen = table.choosing(solution: number) { return chosen }
    guard number != nil || (form.source != nil && table.solutionCount > 1) else { return table }
    let short = try ConstantsTable(table.target, digits: 6, formats: [])
    let list = short.solutions.map { "number \($0.number) has alpha \($0.alpha) and lambda \($0.lambda)" }
      .joined(separator: ", ")
    throw CommandError(
      .usage,
      number.map { "There is no solution number \($0): \(list), and there are no others." }
        ?? "There are \(table.solutionCount) solutions: \(list). Choose one with '--solution <n>'.")
  }
}

extension ValueParser where Value == BinaryFormat {
  /// A format by its name.
  fileprivate static var numberFormat: Self {
    ValueParser<String>.word(of: { BinaryFormat.networkFormats.map(\.name) }).map { name in
      guard let format = BinaryFormat.networkFormats.first(where: { $0.name == name }) else {
        throw InvalidValue(name, expected: "another word")
      }
      return format
    }
  }
}

/// The forms in which `constants` can print.
enum ConstantsFormat: String, CaseIterable, Sendable {
  case text, json, csv, markdown, latex, swift, c, python, rust

  func text(_ table: ConstantsTable) throws -> String {
    switch self {
    case .text: ConstantsText.text(table)
    case .json: try ConstantsJSON.text(table, tool: .seluProof)
    case .csv: ConstantsCSV.text(table)
    case .markdown: ConstantsMarkdown.text(table)
    case .latex: ConstantsLaTeX.text(table, tool: .seluProof)
    case .swift, .c, .python, .rust: source?.text(table, tool: .seluProof) ?? ""
    }
  }

  /// The form as source code; nil for the others.
  var source: ConstantsSource? {
    switch self {
    case .swift: .swift
    case .c: .c
    case .python: .python
    case .rust: .rust
    case .text, .json, .csv, .markdown, .latex: nil
    }
  }
}
