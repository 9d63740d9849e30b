import RealArithmetic

// The formulas of the paper that several claims have in common.
extension Expression {
  /// sqrt(2/pi).
  package static let rootTwoOverPi = squareRoot(2 / pi)
  /// sqrt(x).
  package static let rootX = squareRoot(x)
  /// x^(3/2).
  package static let xRootX = x * rootX

  /// F = E1 - 2 E2 (Lemmas 15, 17, 44 and 45).
  package static let f = e1 - 2 * e2
  /// T = tau F(nu tau, y) (Lemmas 18 and 46).
  package static let t = tau * f
  /// var - nu, whose sign says whether the variance grows or shrinks.
  package static let varianceChange = variance - nu
  /// xi - nu.
  package static let secondMomentChange = secondMoment - nu

  /// An entry of J by the numbers of its row and column.
  package static func j(_ row: Index, _ column: Index) -> Expression { .secondMomentJacobian(row: row, column: column) }

  /// An entry of H by the numbers of its row and column.
  package static func h(_ row: Index, _ column: Index) -> Expression { .jacobian(row: row, column: column) }

  // MARK: Lemmas 31 to 36

  /// sqrt(2/pi) (alpha - 1)/sqrt(x).
  package static let lemma31 = rootTwoOverPi * (alpha - 1) / rootX
  /// sqrt(2/pi) ((alpha - 1) y/x^(3/2) - alpha/sqrt(x)).
  package static let lemma33 = rootTwoOverPi * ((alpha - 1) * y / xRootX - alpha / rootX)
  /// sqrt(2/pi) (-(alpha - 1) y^2/x^(3/2) + (-alpha + alpha y + 1)/sqrt(x) - alpha sqrt(x)).
  package static let lemma34: Expression = {
    let first = -(alpha - 1) * square(y) / xRootX
    let second = (1 - alpha + alpha * y) / rootX
    return rootTwoOverPi * (first + second - alpha * rootX)
  }()
  /// sqrt(2/pi) ((alpha^2 - 1) y/x^(3/2) - 3 alpha^2/sqrt(x)).
  package static let lemma35: Expression = {
    let first = (square(alpha) - 1) * y / xRootX
    return rootTwoOverPi * (first - 3 * square(alpha) / rootX)
  }()
  /// sqrt(2/pi) ((alpha^2 - 1) y/sqrt(x) - 3 alpha^2 sqrt(x)).
  package static let lemma36: Expression = {
    let first = (square(alpha) - 1) * y / rootX
    return rootTwoOverPi * (first - 3 * square(alpha) * rootX)
  }()

  // MARK: Lemmas 39 and 40

  /// alpha E1 - sqrt(2/pi) (alpha - 1)/sqrt(x): the bracket of J12, and of d J11/d mu (Eq. 177).
  package static let bracketJ12 = alpha * e1 - lemma31
  /// y (2 - erfc z0)/g + sqrt(2/pi) sqrt(x) - alpha^2 (E1 - E2): the bracket of J21 divided by g = e^(-z0^2) (Eq. 35, 234).
  package static let bracketJ21: Expression = {
    let first = y * (2 - tail(.zero)) / exponential(-square(tailArgument(.zero)))
    return first + rootTwoOverPi * rootX - square(alpha) * (e1 - e2)
  }()
}
