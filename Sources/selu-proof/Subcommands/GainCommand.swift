import Constants
import RealArithmetic
import Reporting

/// `selu-proof gain`
enum GainCommand {
  enum Format: String, CaseIterable, Sendable {
    case text, json, markdown
  }

  static let digits = Option(
    "digits", "n", .integer(in: 1...1_000), default: "20",
    help: "How many significant digits to print, all of them right and the last one rounded.")
  static let slope = Option(
    "slope", "s", .decimal, default: "0.01", help: "The slope of leaky_relu for negative numbers.")
  static let format = Option(
    "format", "format", .choice(Format.self), default: Format.text.rawValue, help: "The form of the result.")

  static let command = Command(
    "gain",
    abstract: "Computes the gains of activation functions for initialisations.",
    discussion: """
      For Z ~ N(0, 1) and each function f: E f(Z), E f(Z)^2, and the factor that makes the second moment of f(Z) 1. With \
      weights of variance gain^2 / fan-in the pre-activations keep the variance 1; this is the gain that initialisations \
      mean. A unit then has sums of squared weights tau around gain^2. The factor that makes the variance of f(Z) 1 stands beside it.

      The numbers are certified: closed forms for relu, leaky_relu, elu, selu and gelu, the trapezoidal rule with a \
      rigorous bound of its error for tanh, sigmoid and silu. Every digit is right and the last one rounded to nearest, \
      the even one of two that are equally near: 0.50005 with 4 digits is 0.5000. Gains as libraries have them are listed \
      with their error.
      """,
    parameters: [digits, slope, format],
    examples: [
      Example("All gains:", "selu-proof gain"),
      Example("With another slope:", "selu-proof gain --slope 0.2 --digits 30"),
    ]
  ) { arguments, context in
    let (digits, slope) = (try arguments[digits], try arguments[slope])
    let progress = ProgressLine(context.console, delay: .milliseconds(300))
    progress.update("Computing gains to \(digits) digits")
    defer { progress.finish() }
    guard let table = GainTable(digits: digits, slope: slope) else {
      throw CommandError(.undecided, "The gains cannot be told to so many digits with the precisions tried.")
    }
    switch try arguments[format] {
    case .text: context.console.output.write(table.text)
    case .json: context.console.output.write(try table.json(tool: .seluProof))
    case .markdown: context.console.output.write(table.markdown)
    }
    return .success
  }
}
