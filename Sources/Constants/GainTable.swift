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
    for precision in PrecisionLadder.precisions(forDigits: max(digits, 20)) {
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

/// A gain as a library has it. Under test here: no result depends on it.
public struct GainLiteral: Sendable {
  /// What the gain is meant to make 1.
  public enum Measure: String, Sendable {
    case secondMoment = "second moment"
    case variance
  }

  /// The name of the activation function.
  public let function: String
  /// The number.
  public let text: String
  /// What it is compared with.
  public let measure: Measure
  /// Where it is found.
  public let source: String

  /// Gains as `torch.nn.init.calculate_gain` (PyTorch 2) returns them, the square root of the scale 2 of `he_normal` (JAX,
  /// Flax, Keras), with which networks of GELU and SiLU units are initialised, and the factors in DeepMind's NFNets (JAX),
  /// which were estimated from random numbers.
  public static let known: [GainLiteral] =
    [
      ("relu", "1.4142135623730951"), ("leaky_relu", "1.4141428569978354"), ("selu", "0.75"),
      ("tanh", "1.6666666666666667"), ("sigmoid", "1"),
    ].map { GainLiteral(function: $0, text: $1, measure: .secondMoment, source: "torch calculate_gain") }
    + ["elu", "gelu", "silu"].map {
      GainLiteral(function: $0, text: "1.4142135623730951", measure: .secondMoment, source: "he_normal, scale 2")
    }
    + [
      ("relu", "1.7139588594436646"), ("leaky_relu", "1.70590341091156"), ("elu", "1.2716004848480225"),
      ("selu", "1.0008515119552612"), ("tanh", "1.5939117670059204"), ("sigmoid", "4.803835391998291"),
      ("gelu", "1.7015043497085571"), ("silu", "1.7881293296813965"),
    ].map { GainLiteral(function: $0, text: $1, measure: .variance, source: "DeepMind NFNets") }

  /// The negative slope that libraries take where none is given, and that the literals for leaky_relu belong to.
  public static let defaultSlope = Rational(1, timesTenTo: -2)

  /// The literals for a function.
  static func literals(for function: GainFunction) -> [GainLiteral] {
    if case .leakyReLU(let slope) = function, slope != defaultSlope { return [] }
    return known.filter { $0.function == function.name }
  }
}
