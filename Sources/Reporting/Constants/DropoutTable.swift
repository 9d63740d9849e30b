import FixedPointSolver
import JSON
import MomentMap
import MultiPrecision
import RealArithmetic

/// The numbers of alpha dropout for a rate, to a number of certified digits.
public struct DropoutTable: Sendable {
  /// The numbers for one solution (alpha, lambda) of the target.
  public struct Solution: Sendable {
    /// alpha' = -lambda alpha, a and b, correctly rounded.
    public let saturation, a, b: String
    /// Mean and variance behind alpha dropout, enclosed from the definition.
    public let mean, variance: DyadicInterval
    /// The same minus those of the target: intervals around zero, as a check.
    public let meanError, varianceError: DyadicInterval
  }

  /// The fixed point, whose mean and variance are kept.
  public let target: FixedPointTarget
  /// The probability of being dropped.
  public let rate: Rational
  /// How many significant digits.
  public let digits: Int
  /// The numbers for every solution of the target, as `ConstantsTable` orders them.
  public let solutions: [Solution]

  /// Computes the numbers, for a rate from 0 to below 1. Throws a `ParameterError` where the target has no solution.
  public init(_ target: FixedPointTarget, rate: Rational, digits: Int) throws(ParameterError) {
    self.target = target
    self.rate = rate
    self.digits = digits
    solutions = try PreciseParameters.solve(target, digits: digits) {
      Solution(AlphaDropout($0, target, rate: rate), target, digits: digits)
    }
  }
}

extension DropoutTable.Solution {
  /// Nil if the enclosures are too wide, or do not hold what they have to.
  fileprivate init?(_ dropout: AlphaDropout, _ target: FixedPointTarget, digits: Int) {
    guard dropout.keeps(target), let saturation = dropout.saturation.decimal(significantDigits: digits),
      let a = dropout.a.decimal(significantDigits: digits), let b = dropout.b.decimal(significantDigits: digits)
    else { return nil }
    (self.saturation, self.a, self.b) = (saturation, a, b)
    (mean, variance) = (dropout.mean, dropout.variance)
    meanError = mean - mean.constant(target.mean)
    varianceError = variance - variance.constant(target.variance)
  }
}

// MARK: - Forms

extension DropoutTable {
  /// The numbers for people; ends with a new line.
  public var text: String {
    let head = ["rate \(rate), keeping \(target)"]
    let blocks = solutions.enumerated().flatMap { index, solution in
      ["", solutions.count > 1 ? "Solution \(index + 1)" : nil].compactMap { $0 } + solution.lines
    }
    return (head + blocks).map { $0 + "\n" }.joined()
  }

  /// The numbers for programs; ends with a new line. Throws only what Foundation's encoder throws.
  public func json(tool: Report.Tool) throws -> String {
    try JSONDocument(.dropout, tool: tool, members).text()
  }

  /// Everything but the head of the document.
  var members: [String: JSONValue] {
    [
      "target": ConstantsJSON.target(target), "rate": .string(rate.description), "digits": .integer(digits),
      "solutions": .array(
        solutions.map {
          .object([
            "saturation": .string($0.saturation), "a": .string($0.a), "b": .string($0.b),
            "mean": ConstantsJSON.bounds($0.mean), "variance": ConstantsJSON.bounds($0.variance),
          ])
        }),
    ]
  }
}

extension DropoutTable.Solution {
  fileprivate var lines: [String] {
    TextTable(
      [.left, .left],
      lines: [
        .cells(["alpha'", saturation]), .cells(["a", a]), .cells(["b", b]),
        .cells(["deviation of the mean", meanError.outwardText]),
        .cells(["deviation of the variance", varianceError.outwardText]),
      ]
    ).render()
  }
}

extension DyadicInterval {
  /// Bounds with 2 digits, rounded outward.
  fileprivate var outwardText: String {
    outwardDecimals(significantDigits: 2).map { "[\($0.lower), \($0.upper)]" } ?? description
  }
}
