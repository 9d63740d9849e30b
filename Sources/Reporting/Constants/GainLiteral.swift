import FixedPointSolver
import RealArithmetic

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
