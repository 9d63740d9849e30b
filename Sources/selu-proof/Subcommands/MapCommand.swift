import JSON
import Reporting

/// `selu-proof map --mean M --variance V --omega W --tau T`
enum MapCommand {
  static let mean = Option.required("mean", "m", .decimal, help: "The mean of the activations that come in.")
  static let variance = Option.required("variance", "v", .positiveDecimal, help: "Their variance.")
  static let omega = Option.required("omega", "w", .decimal, help: "The sum of the weights of a unit.")
  static let tau = Option.required("tau", "t", .positiveDecimal, help: "The sum of the squared weights of a unit.")
  static let iterate = Option(
    "iterate", "n", .integer(in: 1...1_000_000), default: "1",
    help: "The number of layers; mean and variance are printed after each.")

  static let command = Command(
    "map",
    abstract: "Encloses mean and variance after one layer or several.",
    discussion: """
      The numbers given are exact. The bounds printed contain the exact mean and variance of the activations; they are \
      rounded outward. If binary64 is not sharp enough the layers are computed anew with more bits.

      With '--digits' every digit printed is right and the last one rounded to nearest, the even one of two that are \
      equally near. A mean that is zero, or not told from it, is printed with so many zeros behind the point; a variance \
      is never zero.

      \(ActivationOption.discussion)
      """,
    parameters: [
      mean, variance, omega, tau, ActivationOption.activation, iterate, NumberOptions.digits, NumberOptions.format,
    ],
    examples: [
      Example("One layer:", "selu-proof map --mean -0.1 --variance 1.5 --omega 0.1 --tau 0.95"),
      Example(
        "Thirty digits after each of ten layers:",
        "selu-proof map --mean 0.1 --variance 2 --omega 0 --tau 1 --iterate 10 --digits 30"),
      Example(
        "Another activation:", "selu-proof map --activation elu:alpha=1 --mean 0 --variance 1 --omega 0 --tau 1"),
    ]
  ) { arguments, context in
    let start = MapStart(
      mean: try arguments[mean], variance: try arguments[variance], omega: try arguments[omega],
      tau: try arguments[tau],
      activation: try arguments[ActivationOption.activation])
    let report = MapReport(
      start: start,
      layers: try start.layers(
        try arguments[iterate], digits: try arguments[NumberOptions.digits],
        progress: ProgressLine(context.console, delay: .milliseconds(300))))
    switch try arguments[NumberOptions.format] {
    case .text: context.console.output.write(report.text)
    case .json: context.console.output.write(try JSONDocument(report, tool: .seluProof).text())
    }
    return .success
  }
}
