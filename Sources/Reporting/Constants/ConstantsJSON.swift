import Constants
import FixedPointSolver
import JSON
import MomentMap
import MultiPrecision
import RealArithmetic

/// The table of constants for programs: all numbers are texts, so that nothing is lost.
public enum ConstantsJSON {
  /// The text; it ends with a new line. Throws only what Foundation's encoder throws, which no table is known to cause.
  public static func text(_ table: ConstantsTable, tool: Report.Tool) throws -> String {
    try JSONDocument(table, tool: tool).text()
  }

  /// Target, digits, solutions, and the trace if there is one.
  static func members(_ table: ConstantsTable) -> [String: JSONValue] {
    var members: [String: JSONValue] = [
      "target": target(table.target), "digits": .integer(table.digits), "solutionCount": .integer(table.solutionCount),
      "solutions": .array(table.solutions.map(solution)),
    ]
    if let trace = table.trace {
      members["trace"] = .array(
        trace.map { .object(["alpha": .string($0.alpha), "lambda": .string($0.lambda)]) })
    }
    return members
  }

  static func target(_ target: FixedPointTarget) -> JSONValue {
    .object([
      "mean": .string(target.mean.description), "variance": .string(target.variance.description),
      "omega": .string(target.omega.description), "tau": .string(target.tau.description),
    ])
  }

  private static func solution(_ solution: ConstantsTable.Solution) -> JSONValue {
    .object([
      "number": .integer(solution.number),
      "alpha": .string(solution.alpha), "lambda": .string(solution.lambda), "product": .string(solution.product),
      "formats": .array(solution.rows.map(row)), "literals": .array(solution.literals.map(reading)),
    ])
  }

  private static func row(_ row: ConstantsTable.FormatRow) -> JSONValue {
    .object([
      "format": .string(row.format.name), "alpha": number(row.alpha), "lambda": number(row.lambda),
      "product": number(row.product), "productOfRounded": row.productOfRounded.map(number) ?? .null,
      "fixedPoint": row.displacement.map(displacement) ?? .null,
    ])
  }

  /// Null for what is beyond the largest number of the format.
  private static func number(_ number: RoundedConstant) -> JSONValue {
    guard let shortest = number.shortest, let exact = number.exact, let hex = number.hex, let bits = number.bits,
      let error = number.errorInUlp
    else { return .null }
    return .object([
      "shortest": .string(shortest), "exact": .string(exact), "hex": .string(hex), "bits": .string(bits),
      "errorInUlp": .string(error),
    ])
  }

  private static func displacement(_ displacement: FixedPointDisplacement) -> JSONValue {
    .object([
      "mean": bounds(displacement.location.first), "variance": bounds(displacement.location.second),
      "meanShift": bounds(displacement.shift.first), "varianceShift": bounds(displacement.shift.second),
      "uniqueIn": .object([
        "mean": innerBounds(displacement.region.first), "variance": innerBounds(displacement.region.second),
      ]),
    ])
  }

  /// Decimal bounds with 20 digits, rounded outward.
  static func bounds(_ interval: DyadicInterval) -> JSONValue {
    guard let bounds = interval.outwardDecimals(significantDigits: 20) else { return .null }
    return .object(["lower": .string(bounds.lower), "upper": .string(bounds.upper)])
  }

  /// Decimal bounds with 20 digits, rounded inward: of a region without another fixed point only a part may be claimed.
  private static func innerBounds(_ interval: DyadicInterval) -> JSONValue {
    .object([
      "lower": .string(Rational(interval.lowerBound).decimal(significantDigits: 20, rounding: .up)),
      "upper": .string(Rational(interval.upperBound).decimal(significantDigits: 20, rounding: .down)),
    ])
  }

  private static func reading(_ reading: ConstantLiteral.Reading) -> JSONValue {
    .object([
      "literal": .string(reading.literal.text), "number": .string(reading.literal.quantity.rawValue),
      "source": .string(reading.literal.source), "error": .string(reading.error),
      "formats": .object(
        Dictionary(
          zip(reading.values, reading.isCorrect).map { value, isCorrect in
            (
              value.format.name,
              .object([
                "errorInUlp": value.errorInUlp.map(JSONValue.string) ?? .null, "isCorrectlyRounded": .bool(isCorrect),
              ])
            )
          }
        ) { first, _ in first }),
    ])
  }
}

/// Alpha and lambda for a fixed point.
extension ConstantsTable: JSONContent {
  package static let format = JSONDocument.Format("selu-proof constants", version: 1)
  package var members: [String: JSONValue] { ConstantsJSON.members(self) }
}
