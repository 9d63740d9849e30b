import MomentMap
import MultiPrecision
import RealArithmetic

/// Activation functions for which initialisations have gains.
public enum GainFunction: Sendable, Hashable {
  /// max(z, 0).
  case relu
  /// z for z > 0, otherwise slope z.
  case leakyReLU(slope: Rational)
  /// z for z > 0, otherwise e^z - 1.
  case elu
  /// The SELU with the exact alpha01 and lambda01.
  case selu
  /// The hyperbolic tangent.
  case tanh
  /// 1 / (1 + e^-z).
  case sigmoid
  /// z Phi(z), with the normal distribution function Phi: the exact form, not that by tanh.
  case gelu
  /// z sigmoid(z), also called swish.
  case silu

  /// The usual name.
  public var name: String {
    switch self {
    case .relu: "relu"
    case .leakyReLU: "leaky_relu"
    case .elu: "elu"
    case .selu: "selu"
    case .tanh: "tanh"
    case .sigmoid: "sigmoid"
    case .gelu: "gelu"
    case .silu: "silu"
    }
  }

  /// All of them.
  public static func all(slope: Rational) -> [GainFunction] {
    [.relu, .leakyReLU(slope: slope), .elu, .selu, .tanh, .sigmoid, .gelu, .silu]
  }
}

/// Mean and second moment of f(Z) for Z ~ N(0, 1), enclosed, and the gains that follow from them.
public struct ActivationMoments: Sendable {
  /// E f(Z).
  public let mean: DyadicInterval
  /// E f(Z)^2.
  public let secondMoment: DyadicInterval
  /// The same number where it is rational and given exactly: no enclosure tells to which side a number is rounded that
  /// lies in the middle between two decimals.
  public let exactSecondMoment: Rational?

  init(mean: DyadicInterval, secondMoment: DyadicInterval, exactSecondMoment: Rational? = nil) {
    self.mean = mean
    self.secondMoment = secondMoment
    self.exactSecondMoment = exactSecondMoment
  }

  /// `E[f(Z)^2]^(-1/2)`: with weights scaled by it, pre-activations keep the variance 1, as their variance is the sum of the
  /// squared weights times the second moment of the activations.
  public var gain: DyadicInterval { secondMoment.constant(1) / DyadicInterval.sqrt(secondMoment) }

  /// `Var[f(Z)]^(-1/2)`: activations scaled by it have the variance 1.
  public var varianceGain: DyadicInterval {
    secondMoment.constant(1) / DyadicInterval.sqrt(secondMoment - mean.squared())
  }
}

extension ActivationMoments {
  private init(_ values: (mean: DyadicInterval, secondMoment: DyadicInterval)) {
    self.init(mean: values.mean, secondMoment: values.secondMoment)
  }

  /// The moments of several functions, in their order, to about so many bits.
  public static func of(_ functions: [GainFunction], precision: Int) -> [ActivationMoments] {
    let one = DyadicInterval(Dyadic(1), precision: precision)
    let normal = NetInput(mean: one.constant(0), variance: one)
    func summed(_ function: SmoothFunction) -> (mean: DyadicInterval, secondMoment: DyadicInterval) {
      SmoothActivation(function).values(at: normal)
    }
    return functions.map { function in
      switch function {
      case .relu: leaky(slope: 0, one)
      case .leakyReLU(let slope): leaky(slope: slope, one)
      case .elu: elu(one)
      case .selu: ActivationMoments(mean: one.constant(0), secondMoment: one)
      case .tanh: ActivationMoments(mean: one.constant(0), secondMoment: summed(.tanh).secondMoment)
      case .sigmoid: ActivationMoments(mean: one.half, secondMoment: summed(.sigmoid).secondMoment)
      case .gelu: gelu(one)
      case .silu: ActivationMoments(summed(.silu))
      }
    }
  }

  /// `E f = (1 - s) / sqrt(2 pi)`, `E f^2 = (1 + s^2) / 2`.
  private static func leaky(slope s: Rational, _ one: DyadicInterval) -> ActivationMoments {
    let secondMoment = (1 + s.squared()) / 2
    return ActivationMoments(
      mean: one.constant(1 - s) / DyadicInterval.sqrt(one.pi + one.pi), secondMoment: one.constant(secondMoment),
      exactSecondMoment: secondMoment)
  }

  /// The SELU with both parameters 1 (`Moments`).
  private static func elu(_ one: DyadicInterval) -> ActivationMoments {
    let moments = Moments(Activation(alpha: one, lambda: one), NetInput(mean: one.constant(0), variance: one))
    return ActivationMoments(mean: moments.mean, secondMoment: moments.secondMoment)
  }

  /// By Stein's identity E Z g(Z) = E g'(Z), with the density phi:
  ///
  ///     E Z Phi       = E phi = 1 / (2 sqrt(pi))
  ///     E (Z Phi)^2   = E Phi^2 + 2 E Z Phi phi,   E Phi^2 = 1/3
  ///     2 E Z Phi phi = E phi^2 = 1 / (2 pi sqrt(3))      (from E Z (Phi phi) = E phi^2 - E Z Phi phi)
  private static func gelu(_ one: DyadicInterval) -> ActivationMoments {
    let density = one / (one.constant(2) * one.pi * DyadicInterval.sqrt(one.constant(3)))
    return ActivationMoments(
      mean: one / (one.constant(2) * DyadicInterval.sqrt(one.pi)), secondMoment: one / one.constant(3) + density)
  }
}
