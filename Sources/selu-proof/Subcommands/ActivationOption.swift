import MomentMap
import RealArithmetic

/// The option that names an activation function, with its parameters.
enum ActivationOption {
  static let activation = Option(
    "activation", "name", .activation, default: NamedActivation.selu.description,
    help: "The activation function, with parameters as in elu:alpha=1.")

  /// What there is, for the help of a command.
  static let discussion = """
    Activations: selu (with its own alpha and lambda, or selu:alpha=A,lambda=L), elu and celu (alpha=1), relu, squared_relu, \
    leaky_relu (slope=0.01), sselu and lselu (alpha=A,beta=B,lambda=L: lambda z for z > 0, otherwise lambda alpha (e^(beta z) - 1), \
    or lambda (alpha (e^z - 1) + beta z)), all in closed form; gelu, in closed form but for the square of Phi; tanh, \
    sigmoid, erf, softplus, silu and mish by the trapezoidal rule with a rigorous bound of its error. Parameters in \
    capitals have to be given.
    """
}

extension ValueParser where Value == NamedActivation {
  /// A name, or a name with parameters: `elu`, `elu:alpha=0.5`.
  static var activation: Self {
    let words = { @Sendable in NamedActivation.Name.allCases.map(\.rawValue) }
    return ValueParser(completion: Vocabulary(source: .words(words))) { text in
      let (word, rest) = text.cut(at: ":")
      guard let name = NamedActivation.Name(rawValue: word) else { throw InvalidValue(word, expectedOneOf: words()) }
      let expected = name.form
      var given: [String: Rational] = [:]
      for part in rest?.split(separator: ",", omittingEmptySubsequences: false) ?? [] {
        let (key, value) = String(part).cut(at: "=")
        guard let value, name.parameters.contains(where: { $0.name == key }), given[key] == nil else {
          throw InvalidValue(text, expected: expected)
        }
        given[key] = try Rational(argument: value, of: text, expected: expected)
      }
      if name == .selu && rest == nil { return .selu }
      let values = name.parameters.compactMap { given[$0.name] ?? $0.standard }
      guard let activation = NamedActivation(name, values) else { throw InvalidValue(text, expected: expected) }
      return activation
    }
  }
}

extension NamedActivation.Name {
  /// How it is written.
  fileprivate var form: String {
    guard !parameters.isEmpty else { return "\(rawValue) without parameters" }
    let parts = parameters.map { "\($0.name)=\($0.isPositive ? "<positive number>" : "<number>")" }
    return "\(rawValue):" + parts.joined(separator: ",")
  }
}

extension String {
  /// What stands before the first of these characters, and what behind it; nil if it does not occur.
  fileprivate func cut(at separator: Character) -> (String, String?) {
    guard let index = firstIndex(of: separator) else { return (self, nil) }
    return (String(self[..<index]), String(self[self.index(after: index)...]))
  }
}
