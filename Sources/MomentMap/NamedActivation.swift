import RealArithmetic

/// An activation function by its usual name and exact parameters, as users write it: `gelu`, `elu:alpha=1`.
public struct NamedActivation: Sendable, Hashable {
  /// The names.
  public enum Name: String, Sendable, CaseIterable {
    /// The SELU; without parameters with the exact alpha01 and lambda01.
    case selu
    /// `ExponentialLinear.elu`.
    case elu
    /// `ExponentialLinear.celu`.
    case celu
    /// max(z, 0).
    case relu
    /// `ExponentialLinear.leakyReLU`.
    case leakyReLU = "leaky_relu"
    /// `ExponentialLinear.scaledSELU`.
    case scaledSELU = "sselu"
    /// `ExponentialLinear.linearSELU`.
    case linearSELU = "lselu"
    /// `GELU`.
    case gelu
    /// `SquaredReLU`.
    case squaredReLU = "squared_relu"
    /// One of `SmoothFunction`.
    case tanh, sigmoid, erf, softplus, silu, mish
  }

  /// A parameter of an activation.
  public struct Parameter: Sendable {
    /// Its name.
    public let name: String
    /// What it is if it is not given; nil if it has to be given.
    public let standard: Rational?
    /// Whether it has to be positive.
    public let isPositive: Bool
  }

  /// The name.
  public let name: Name
  /// The values of `name.parameters`, in their order; none for the SELU with its own.
  public let values: [Rational]

  /// The activation with these values of its parameters, in the order of `name.parameters`; nil if one is missing or not
  /// positive as it has to be. The SELU may do without.
  public init?(_ name: Name, _ values: [Rational] = []) {
    let isStandard = name == .selu && values.isEmpty
    guard isStandard || values.count == name.parameters.count,
      zip(name.parameters, values).allSatisfy({ !$0.isPositive || $1.signum > 0 })
    else { return nil }
    self.name = name
    self.values = values
  }

  private init() {
    name = .selu
    values = []
  }

  /// The SELU with the exact alpha01 and lambda01.
  public static let selu = NamedActivation()

  /// The function, in the arithmetic of `scalar`.
  public func function<Scalar: QuadratureScalar>(like scalar: Scalar) -> any ActivationFunction<Scalar> {
    let p = values.map { scalar.constant($0) }
    switch name {
    case .selu: return p.isEmpty ? Activation.selfNormalizing(like: scalar) : Activation(alpha: p[0], lambda: p[1])
    // The SELU's own type, of which more is known over wide boxes.
    case .elu: return Activation(alpha: p[0], lambda: scalar.constant(1))
    case .celu: return ExponentialLinear.celu(alpha: p[0])
    case .relu: return ExponentialLinear.leakyReLU(slope: scalar.constant(0))
    case .leakyReLU: return ExponentialLinear.leakyReLU(slope: p[0])
    case .scaledSELU: return ExponentialLinear.scaledSELU(alpha: p[0], beta: p[1], lambda: p[2])
    case .linearSELU: return ExponentialLinear.linearSELU(alpha: p[0], beta: p[1], lambda: p[2])
    case .gelu: return GELU<Scalar>()
    case .squaredReLU: return SquaredReLU<Scalar>()
    case .tanh: return SmoothActivation<Scalar>(.tanh)
    case .sigmoid: return SmoothActivation<Scalar>(.sigmoid)
    case .erf: return SmoothActivation<Scalar>(.erf)
    case .softplus: return SmoothActivation<Scalar>(.softplus)
    case .silu: return SmoothActivation<Scalar>(.silu)
    case .mish: return SmoothActivation<Scalar>(.mish)
    }
  }
}

extension NamedActivation.Name {
  /// The parameters, in the order in which they are printed.
  public var parameters: [NamedActivation.Parameter] {
    func parameter(_ name: String, _ standard: Rational? = nil, isPositive: Bool = false) -> NamedActivation.Parameter {
      NamedActivation.Parameter(name: name, standard: standard, isPositive: isPositive)
    }
    return switch self {
    case .selu: [parameter("alpha"), parameter("lambda", isPositive: true)]
    case .elu: [parameter("alpha", 1)]
    case .celu: [parameter("alpha", 1, isPositive: true)]
    case .leakyReLU: [parameter("slope", Rational(1, over: 100))]
    case .scaledSELU, .linearSELU:
      [parameter("alpha"), parameter("beta", isPositive: self == .scaledSELU), parameter("lambda", isPositive: true)]
    case .relu, .gelu, .squaredReLU, .tanh, .sigmoid, .erf, .softplus, .silu, .mish: []
    }
  }
}

extension NamedActivation: CustomStringConvertible {
  /// The name with all parameters, as it can be read again: `celu:alpha=1`, `selu`.
  public var description: String {
    let parts = zip(name.parameters, values).map { "\($0.name)=\($1)" }
    return name.rawValue + (parts.isEmpty ? "" : ":" + parts.joined(separator: ","))
  }
}
