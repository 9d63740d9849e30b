import FixedPointSolver
import MultiPrecision
import RealArithmetic

/// A decimal number for one of the SELU's constants as it is found in the source code of libraries. Under test here: no
/// result depends on it.
public struct ConstantLiteral: Sendable {
  /// Which number it stands for.
  public enum Name: String, Sendable, CaseIterable {
    case alpha, lambda
    case product = "lambda*alpha"
  }

  /// The digits as they stand there.
  public let text: String
  /// What they are meant to be.
  public let quantity: Name
  /// Where they are found.
  public let source: String

  /// The literals for the fixed point (0, 1).
  public static let known = [
    ConstantLiteral(
      text: "1.6732632423543772848170429916717", quantity: .alpha,
      source: "the authors' code; PyTorch (nn.SELU), JAX (jax.nn.selu), Keras"),
    ConstantLiteral(
      text: "1.0507009873554804934193349852946", quantity: .lambda,
      source: "the authors' code; PyTorch (nn.SELU), JAX (jax.nn.selu), Keras, TensorFlow (tf.nn.selu)"),
    ConstantLiteral(
      text: "1.67326319217681884765625", quantity: .alpha, source: "ONNX, operator Selu: the binary32 number"),
    ConstantLiteral(
      text: "1.05070102214813232421875", quantity: .lambda, source: "ONNX, operator Selu: the binary32 number"),
    ConstantLiteral(text: "1.67326", quantity: .alpha, source: "the paper, Eq. 14"),
    ConstantLiteral(text: "1.0507", quantity: .lambda, source: "the paper, Eq. 14"),
    ConstantLiteral(
      text: "1.7580993408473766", quantity: .product,
      source: "PyTorch (nn.AlphaDropout), the authors' dropout_selu: a product of rounded numbers"),
    ConstantLiteral(
      text: "1.7580993408473768599402175208123", quantity: .product, source: "TensorFlow (tf.nn.selu), scale_alpha"),
  ]

  /// The literal as each format reads it, beside the exact number.
  public struct Reading: Sendable {
    /// What was read.
    public let literal: ConstantLiteral
    /// The literal minus the exact number, three digits, correctly rounded.
    public let error: String
    /// The literal rounded to each format.
    public let values: [RoundedConstant]
    /// For each format, whether that is the correctly rounded constant.
    public let isCorrect: [Bool]
  }

  /// Reads the literal; nil if the exact number is not known well enough.
  func reading(of root: ParameterRoot, in formats: [BinaryFormat]) -> Reading? {
    let exact = root[quantity]
    guard let value = try? Rational(parsing: text),
      let error = (exact.constant(value) - exact).decimal(significantDigits: 3)
    else { return nil }
    let values = formats.compactMap {
      RoundedConstant($0.round(value, .toNearestOrEven), $0, insteadOf: exact)
    }
    let correct = formats.compactMap { RoundedConstant(exact, $0) }
    guard values.count == formats.count, correct.count == formats.count else { return nil }
    return Reading(
      literal: self, error: error, values: values, isCorrect: zip(values, correct).map { $0.value == $1.value })
  }
}

extension ParameterRoot {
  /// The number of that name.
  subscript(quantity: ConstantLiteral.Name) -> DyadicInterval {
    switch quantity {
    case .alpha: alpha
    case .lambda: lambda
    case .product: product
    }
  }
}
