import Constants
import FixedPointSolver
import JSON
import MomentMap
import MultiPrecision
import RealArithmetic

/// The texts of `docs/constants.md` and `docs/constants.json`: constants for some fixed points with their roundings, a grid of
/// further fixed points, alpha dropout for common rates, and gains.
///
/// Both are functions of the arithmetic alone: the same bytes on every machine.
public enum ConstantsDocument {
  /// How many digits the constants of the fixed points have, and how many everything else.
  private static let (digits, shortDigits) = (50, 20)
  /// The fixed points of the paper and its code, and one beside them.
  private static let targets = [
    FixedPointTarget(), FixedPointTarget(variance: 2),
    FixedPointTarget(mean: Rational(-1, timesTenTo: -1), variance: 2),
  ]
  private static let gridMeans = [-10, -5, -2, -1, 0, 1, 2, 5, 10].map { Rational($0, timesTenTo: -1) }
  private static let gridVariances: [Rational] = [Rational(1, over: 4), Rational(1, over: 2), 1, 2, 4]
  private static let rates = [5, 10, 20, 25, 30, 40, 50].map { Rational($0, timesTenTo: -2) }

  /// The document for people; ends with a new line. Throws a `ParameterError` if a number could not be decided, which is
  /// not known to happen.
  public static func markdown(tool: Report.Tool) throws -> String {
    let head =
      [
        "# Constants", "",
        "Written by `\(tool.name)` \(tool.version); do not edit. Every digit is proved by enclosure, the last one rounded to "
          + "nearest, the even one of two that are equally near. Weights are normalised (omega 0, tau 1) unless others are named.",
        "",
        "Alpha and lambda are the parameters of the SELU `lambda x` for x > 0, `lambda alpha (exp(x) - 1)` otherwise; omega and "
          + "tau are the sum of the weights of a unit and the sum of their squares. With the pair of a section a layer maps the "
          + "mean and variance in its title to themselves.",
        "",
      ] + ConstantsRows.legend.map { "* " + MarkdownText.escaped($0) }
    let tables = try targets.flatMap { target -> [String] in
      let table = try ConstantsTable(target, digits: digits)
      let title = "## Mean \(target.mean), variance \(target.variance)"
      return ["", title] + (try notebookLines(target)) + table.solutions.flatMap(ConstantsMarkdown.lines)
    }
    return (head + tables + (try gridLines()) + (try dropoutLines()) + (try gainLines())).map { $0 + "\n" }.joined()
  }

  /// The document for programs; ends with a new line. Throws as `markdown` does.
  public static func json(tool: Report.Tool) throws -> String {
    try JSONDocument(Content(), tool: tool).text()
  }

  private struct Content: JSONContent {
    static let format = JSONDocument.Format("selu-proof constants document", version: 1)

    var members: [String: JSONValue] {
      get throws {
        [
          "fixedPoints": .array(try targets.map { .object(try ConstantsTable($0, digits: digits).members) }),
          "grid": .array(try grid().map(\.json)),
          "dropout": .array(try rates.map { .object(try dropout($0).members) }),
          "gains": .object(try gains().members),
        ]
      }
    }
  }

  private static func dropout(_ rate: Rational) throws(ParameterError) -> DropoutTable {
    try DropoutTable(FixedPointTarget(), rate: rate, digits: shortDigits)
  }

  private static func gains() throws(ParameterError) -> GainTable {
    guard let table = GainTable(digits: shortDigits) else { throw .undecided(FixedPointTarget()) }
    return table
  }

  private static func grid() throws(ParameterError) -> [ConstantsGridPoint] {
    var points: [ConstantsGridPoint] = []
    for variance in gridVariances {
      for mean in gridMeans {
        points.append(
          try ConstantsGridPoint(FixedPointTarget(mean: mean, variance: variance), digits: shortDigits))
      }
    }
    return points
  }
}

// MARK: - Markdown

extension ConstantsDocument {
  /// What the authors' notebook has for another fixed point than those of mean 0: a pair for weights of sum 1.
  private static func notebookLines(_ target: FixedPointTarget) throws -> [String] {
    guard target.mean.signum != 0 else { return [] }
    let other = FixedPointTarget(mean: target.mean, variance: target.variance, omega: 1)
    let pairs = try ConstantsTable(other, digits: 6, formats: []).solutions.map {
      "alpha \($0.alpha), lambda \($0.lambda)"
    }
    let text =
      "The authors' notebook takes omega = 1 where a mean is not 0. Its pair for this fixed point is another one: "
      + pairs.joined(separator: ", and ")
    let command = "constants --mean \(target.mean) --variance \(target.variance) --omega 1"
    return ["", "\(MarkdownText.escaped(text)) (`selu-proof \(command)`)."]
  }

  private static func gridLines() throws -> [String] {
    let head = ["mean", "variance", "alpha", "lambda", "lambda*alpha", "least second moment"]
    let text =
      "All alpha and lambda > 0 for further fixed points. Where there are none, a layer with that mean has at least the "
      + "second moment in the last column (rounded down), which exceeds variance + mean^2."
    return ["", "## Further fixed points", "", MarkdownText.escaped(text), ""]
      + Table([head] + (try grid().flatMap(\.rows))).markdown
  }

  private static func dropoutLines() throws -> [String] {
    let rows = try rates.flatMap { rate in
      try dropout(rate).solutions.map { [rate.description, $0.a, $0.b] }
    }
    let text = "The affine map a x + b that restores mean 0 and variance 1 after alpha dropout."
    return ["", "## Alpha dropout", "", text, ""] + Table([["rate", "a", "b"]] + rows).markdown
  }

  private static func gainLines() throws -> [String] {
    let torch = GainLiteral.known.first { $0.function == "selu" && $0.measure == .secondMoment }?.text ?? ""
    let tau = (try Rational(parsing: torch)).squared()
    let text =
      "With Z standard normal: the factor that makes E f(Z)^2 = 1, which is the gain of initialisations, and the factor "
      + "that makes the variance of f(Z) 1. Weights of variance G^2 / fan-in have the expected sum of squares tau = G^2: a "
      + "SELU network has its fixed point (0, 1) for G = 1, and torch's gain for it, \(torch), is tau = \(tau). The error of a "
      + "literal is the literal minus the exact number. he_normal is the initialisation of JAX, Flax and Keras with the "
      + "scale 2; the factors of DeepMind's NFNets were estimated from random numbers."
    return ["", "## Gains", "", MarkdownText.escaped(text), ""] + (try gains().markdownLines)
  }
}

extension ConstantsGridPoint {
  var rows: [[String]] {
    let head = [target.mean.description, target.variance.description]
    if solutions.isEmpty { return [head + ["none", "", "", leastSecondMoment ?? ""]] }
    return solutions.map { head + [$0.alpha, $0.lambda, $0.product, ""] }
  }

  var json: JSONValue {
    .object([
      "mean": .string(target.mean.description), "variance": .string(target.variance.description),
      "solutions": .array(
        solutions.map {
          .object(["alpha": .string($0.alpha), "lambda": .string($0.lambda), "product": .string($0.product)])
        }),
      "leastSecondMoment": leastSecondMoment.map(JSONValue.string) ?? .null,
    ])
  }
}
