import FixedPointSolver
import JSON
import MultiPrecision
import RealArithmetic

/// The gains of activation functions to a number of certified digits, beside those that libraries use.
public struct GainTable: Sendable {
  /// A literal and its error.
  public struct Comparison: Sendable {
    /// What a library has.
    public let literal: GainLiteral
    /// The literal minus the exact gain: three digits, correctly rounded.
    public let error: String
  }

  /// The numbers of a function.
  public struct Row: Sendable {
    /// The activation function.
    public let function: GainFunction
    /// E f(Z) and E f(Z)^2, correctly rounded; an exact zero is `0`.
    public let mean, secondMoment: String
    /// The factors that make the second moment, and the variance, of f(Z) 1; correctly rounded.
    public let gain, varianceGain: String
    /// What libraries have.
    public let comparisons: [Comparison]
  }

  /// How many significant digits.
  public let digits: Int
  /// The negative slope of leaky_relu.
  public let slope: Rational
  /// The functions.
  public let rows: [Row]

  /// Computes the gains with as many bits as it takes; nil if none of the precisions tried is enough.
  public init?(digits: Int, slope: Rational = GainLiteral.defaultSlope) {
    self.digits = digits
    self.slope = slope
    let functions = GainFunction.all(slope: slope)
    for precision in PreciseParameters.precisions(forDigits: max(digits, 20)) {
      let moments = ActivationMoments.of(functions, precision: precision)
      let rows = zip(functions, moments).compactMap { Row($0, $1, digits: digits) }
      if rows.count == functions.count {
        self.rows = rows
        return
      }
    }
    return nil
  }
}

extension GainTable.Row {
  /// Nil if the enclosures are too wide.
  fileprivate init?(_ function: GainFunction, _ moments: ActivationMoments, digits: Int) {
    let exactSecondMoment = moments.exactSecondMoment?.decimal(
      significantDigits: digits, rounding: .toNearestOrEven)
    guard let mean = moments.mean.decimal(significantDigits: digits),
      let secondMoment = exactSecondMoment ?? moments.secondMoment.decimal(significantDigits: digits),
      let gain = moments.gain.decimal(significantDigits: digits),
      let varianceGain = moments.varianceGain.decimal(significantDigits: digits)
    else { return nil }
    self.function = function
    (self.mean, self.secondMoment, self.gain, self.varianceGain) = (mean, secondMoment, gain, varianceGain)
    let literals = GainLiteral.literals(for: function)
    comparisons = literals.compactMap { GainTable.Comparison($0, moments) }
    guard comparisons.count == literals.count else { return nil }
  }
}

extension GainTable.Comparison {
  fileprivate init?(_ literal: GainLiteral, _ moments: ActivationMoments) {
    let exact = literal.measure == .variance ? moments.varianceGain : moments.gain
    guard let value = try? Rational(parsing: literal.text),
      let error = (exact.constant(value) - exact).decimal(significantDigits: 3)
    else { return nil }
    self.literal = literal
    self.error = error
  }
}

// MARK: - Forms

extension GainTable {
  private static let head = ["function", "E f", "E f^2", "gain (second moment)", "gain (variance)"]
  private static let literalHead = ["function", "literal", "makes 1 the", "error", "source"]

  private var numbers: [[String]] {
    rows.map { [$0.function.name, $0.mean, $0.secondMoment, $0.gain, $0.varianceGain] }
  }

  private var literals: [[String]] {
    rows.flatMap { row in
      row.comparisons.map {
        [row.function.name, $0.literal.text, $0.literal.measure.rawValue, $0.error, $0.literal.source]
      }
    }
  }

  /// What the numbers are.
  private var sentence: String {
    "Z ~ N(0, 1); slope of leaky_relu \(slope.shortText). Initialisations use the gain G that keeps the second moment: tau = G^2."
  }

  /// The tables for people; ends with a new line.
  public var text: String {
    let tables = [[Self.head] + numbers, [Self.literalHead] + literals].map { rows in
      TextTable(Array(repeating: .left, count: 5), lines: rows.map { .cells($0) }).render()
    }
    return ([sentence, ""] + tables[0] + ["", "Gains in libraries"] + tables[1]).map { $0 + "\n" }.joined()
  }

  /// The tables as Markdown; ends with a new line.
  public var markdown: String { (["## Gains", ""] + markdownLines).map { $0 + "\n" }.joined() }

  /// The tables as Markdown without a title.
  var markdownLines: [String] {
    let escaped = { (rows: [[String]]) in rows.map { MarkdownText.row($0.map(MarkdownText.escaped)) } }
    let heads = [Self.head, Self.literalHead].map { MarkdownText.head($0.map(MarkdownText.escaped)) }
    return [MarkdownText.escaped(sentence), ""] + heads[0] + escaped(numbers) + [""] + heads[1] + escaped(literals)
  }

  /// The numbers for programs; ends with a new line. Throws only what Foundation's encoder throws.
  public func json(tool: Report.Tool) throws -> String {
    try JSONDocument(.gain, tool: tool, members).text()
  }

  /// Everything but the head of the document.
  var members: [String: JSONValue] {
    [
      "digits": .integer(digits), "slope": .string(slope.description),
      "functions": .array(rows.map { .object($0.members) }),
    ]
  }
}

extension GainTable.Row {
  fileprivate var members: [String: JSONValue] {
    [
      "function": .string(function.name), "mean": .string(mean), "secondMoment": .string(secondMoment),
      "gain": .string(gain), "varianceGain": .string(varianceGain),
      "literals": .array(
        comparisons.map {
          .object([
            "literal": .string($0.literal.text), "measure": .string($0.literal.measure.rawValue),
            "source": .string($0.literal.source), "error": .string($0.error),
          ])
        }),
    ]
  }
}
