import FixedPointSolver
import Reporting

/// `selu-proof constants --mean M --variance V`
enum ConstantsCommand {
  static let digits = Option(
    "digits", "n", .integer(in: 1...10_000), default: "20",
    help: "How many significant digits to print, all of them right and the last one rounded.")
  static let trace = Flag("trace", help: "Print the steps of the fixed-point iteration on alpha and lambda, too.")
  static let format = Option(
    "format", "format", .choice(ConstantsFormat.self), default: ConstantsFormat.text.rawValue,
    help: "The form of the result.")

  static let command = Command(
    "constants",
    abstract: "Computes alpha and lambda for a wanted fixed point.",
    discussion: """
      Alpha, lambda > 0 and their product to any number of digits, and correctly rounded in the number formats that \
      networks use, each with its error in units of the last place. All solutions are printed, and there are no others; \
      where there is none, that is proved, and the status is 1.

      The numbers given are exact. How far the fixed point moves when a network uses the rounded alpha and lambda is \
      certified by Krawczyk's operator. For the fixed point (0, 1) decimal numbers found in libraries are compared.

      The formats 'swift', 'c', 'python' and 'rust' are sources to paste, with the binary64 and binary32 numbers. '--trace' \
      goes with the formats 'text' and 'json'.
      """,
    parameters: TargetOptions.parameters + [digits, trace, format, OutputOption.output],
    examples: [
      Example("The constants of the paper:", "selu-proof constants"),
      Example("A thousand digits of them:", "selu-proof constants --digits 1000"),
      Example("For another fixed point:", "selu-proof constants --mean -0.1 --variance 2 --trace"),
      Example("As a source file:", "selu-proof constants --format swift --output SELU.swift"),
    ]
  ) { arguments, context in
    let (output, form) = (try OutputOption(arguments), try arguments[format])
    guard !arguments.isGiven(trace) || form == .text || form == .json else {
      throw CommandError(.usage, "The option '--trace' needs the format text or json.")
    }
    let (target, digits) = (try TargetOptions.target(arguments), try arguments[digits])
    let table = try TargetOptions.reporting {
      () throws(ParameterError) in
      try ConstantsTable(target, digits: digits, tracing: arguments.isGiven(trace))
    }
    try output.write(try form.text(table), on: context.console)
    return .success
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
    case .swift: ConstantsSource.swift.text(table, tool: .seluProof)
    case .c: ConstantsSource.c.text(table, tool: .seluProof)
    case .python: ConstantsSource.python.text(table, tool: .seluProof)
    case .rust: ConstantsSource.rust.text(table, tool: .seluProof)
    }
  }
}
