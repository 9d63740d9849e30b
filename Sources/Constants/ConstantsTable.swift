import FixedPointSolver
import MomentMap
import MultiPrecision
import RealArithmetic

/// Alpha, lambda and their product for a fixed-point target: digits, roundings, and what rounding does to the fixed point.
/// Everything in it is proved by enclosure.
public struct ConstantsTable: Sendable {
  /// The numbers of a solution in one format.
  public struct FormatRow: Sendable {
    /// The format.
    public let format: BinaryFormat
    /// The correctly rounded numbers.
    public let alpha, lambda, product: RoundedConstant
    /// The product of the rounded alpha and the rounded lambda, rounded in its turn; nil where one of them is too large.
    public let productOfRounded: RoundedConstant?
    /// Where the fixed point goes when a network uses the rounded alpha and lambda; nil if that could not be proved.
    public let displacement: FixedPointDisplacement?
  }

  /// A pair (alpha, lambda) that solves the equations.
  public struct Solution: Sendable {
    /// Its number, counted from 1 in the order of falling lambda.
    public fileprivate(set) var number = 1
    /// The digits asked for, correctly rounded.
    public let alpha, lambda, product: String
    /// The roundings.
    public let rows: [FormatRow]
    /// Decimal numbers in use; empty for all targets but mean 0, variance 1 with normalised weights.
    public let literals: [ConstantLiteral.Reading]
  }

  /// What was asked for.
  public let target: FixedPointTarget
  /// How many significant digits.
  public let digits: Int
  /// The formats to which the numbers are rounded.
  public let formats: [BinaryFormat]
  /// How many solutions with a positive lambda there are: it is proved that there are no others.
  public let solutionCount: Int
  /// All of them, or the one that was chosen. The largest lambda comes first.
  public private(set) var solutions: [Solution]
  /// The iteration, if asked for.
  public let trace: [ParameterStep]?

  /// Computes the table with as many bits as it takes. Throws a `ParameterError` where there is no solution.
  public init(
    _ target: FixedPointTarget, digits: Int, formats: [BinaryFormat] = BinaryFormat.networkFormats,
    tracing: Bool = false
  ) throws(ParameterError) {
    self.target = target
    self.digits = digits
    self.formats = formats
    let solution = { (root: ParameterRoot) in Solution(root, target, digits: digits, formats: formats) }
    if tracing {
      let steps: [ParameterStep]
      (solutions, steps) = try PreciseParameters.trace(target, digits: digits, solution)
      trace = steps
    } else {
      solutions = try PreciseParameters.solve(target, digits: digits, solution)
      trace = nil
    }
    solutionCount = solutions.count
    for index in solutions.indices { solutions[index].number = index + 1 }
  }

  /// The table with one of its solutions only; nil if there is none of that number.
  public func choosing(solution number: Int) -> ConstantsTable? {
    var table = self
    table.solutions = solutions.filter { $0.number == number }
    return table.solutions.isEmpty ? nil : table
  }
}

extension ConstantsTable.Solution {
  /// Nil if the enclosures are too wide for any of the numbers.
  fileprivate init?(_ root: ParameterRoot, _ target: FixedPointTarget, digits: Int, formats: [BinaryFormat]) {
    guard let alpha = root.alpha.decimal(significantDigits: digits),
      let lambda = root.lambda.decimal(significantDigits: digits),
      let product = root.product.decimal(significantDigits: digits)
    else { return nil }
    (self.alpha, self.lambda, self.product) = (alpha, lambda, product)
    // The numbers below take no more bits than these.
    let short = root.limited(toPrecision: 256)
    rows = formats.reduce(into: []) { rows, format in
      if let row = ConstantsTable.FormatRow(short, target, format, after: rows) { rows.append(row) }
    }
    let known = target == FixedPointTarget() ? ConstantLiteral.known : []
    literals = known.compactMap { $0.reading(of: short, in: formats) }
    guard rows.count == formats.count, literals.count == known.count else { return nil }
  }
}

extension ConstantsTable.FormatRow {
  /// The bits with which the fixed point is looked for.
  private static let displacementPrecision = 128

  /// Nil if the enclosures are too wide for any of the numbers. What one of the rows before has found is not computed anew.
  fileprivate init?(
    _ root: ParameterRoot, _ target: FixedPointTarget, _ format: BinaryFormat, after rows: [ConstantsTable.FormatRow]
  ) {
    guard let alpha = RoundedConstant(root.alpha, format), let lambda = RoundedConstant(root.lambda, format),
      let product = RoundedConstant(root.product, format)
    else { return nil }
    self.format = format
    (self.alpha, self.lambda, self.product) = (alpha, lambda, product)
    guard let a = alpha.value, let l = lambda.value else {
      productOfRounded = nil
      displacement = nil
      return
    }
    guard let twice = RoundedConstant(format.round(a * l, .toNearestOrEven), format, insteadOf: root.product) else {
      return nil
    }
    productOfRounded = twice
    if let same = rows.first(where: { $0.alpha.value == a && $0.lambda.value == l }) {
      displacement = same.displacement
    } else {
      displacement = FixedPointDisplacement(
        alpha: a, lambda: l, target: target, precision: Self.displacementPrecision)
    }
  }
}
