extension Expression: CustomStringConvertible {
  /// The formula in the paper's notation.
  public var description: String {
    switch self {
    case .number(let number): number.description
    case .pi: "pi"
    case .variable(let variable): variable.rawValue
    case .alpha: "alpha01"
    case .lambda: "lambda01"
    case .mean: "mean"
    case .secondMoment: "xi"
    case .variance: "var"
    case .jacobian(let row, let column): "H\(row.rawValue)\(column.rawValue)"
    case .secondMomentJacobian(let row, let column): "J\(row.rawValue)\(column.rawValue)"
    case .spectralNorm: "S"
    case .tailArgument(let tail): "z\(tail.rawValue)"
    case .tail(let tail): "exp(z\(tail.rawValue)^2 - z0^2) erfc(z\(tail.rawValue))"
    case .scaledTail(let tail): "E\(tail.rawValue)"
    case .density: "exp(-z0^2)/sqrt(2 pi x)"
    case .sum(let a, let b): "\(a) + \(b.inBrackets(below: .sum))"
    case .difference(let a, let b): "\(a) - \(b.inBrackets(below: .product))"
    case .product(let a, let b): "\(a.inBrackets(below: .product)) * \(b.inBrackets(below: .product))"
    case .quotient(let a, let b): "\(a.inBrackets(below: .product)) / \(b.inBrackets(below: .factor))"
    case .negation(let a): "-\(a.inBrackets(below: .product))"
    case .square(let a): "\(a.inBrackets(below: .factor))^2"
    case .squareRoot(let a): "sqrt(\(a))"
    case .exponential(let a): "exp(\(a))"
    case .erfc(let a): "erfc(\(a))"
    case .erfcx(let a): "erfcx(\(a))"
    }
  }

  /// How tightly the outermost operation binds.
  private enum Binding: Int {
    case sum, product, factor
  }

  private var binding: Binding {
    switch self {
    case .sum, .difference, .negation: .sum
    case .product, .quotient: .product
    case .number(let number): number.signum < 0 ? .sum : number.isInteger ? .factor : .product
    default: .factor
    }
  }

  private func inBrackets(below binding: Binding) -> String {
    self.binding.rawValue < binding.rawValue ? "(\(description))" : description
  }
}
