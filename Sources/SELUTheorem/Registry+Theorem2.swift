// Theorem 2: too large a variance shrinks. Theorem 16 is what its proof rests on.
extension Registry {
  /// var - nu, whose sign says whether the variance grows or shrinks.
  static let varianceChange = Quantity(.variance - .variable(.nu))

  static let theorem2: [Claim] = [
    Claim(
      id: "theorem2.variance-decreases", source: "Theorem 2", domain: .high, statement: "var < nu",
      proposition: .bound(varianceChange, .less, "0"), printed: "nu"),
    Claim(
      id: "theorem2.fixed-points-below-3", source: "Theorem 2", domain: .high,
      statement: "no fixed point of g with mu in [-1,1], nu in [3,16] for (omega, tau) of the domain",
      proposition: .noFixedPoint, printed: "3"),
  ]

  static let theorem16: [Claim] = [
    Claim(
      id: "theorem16.contraction", source: "Theorem 16", domain: .highNarrow, statement: "|d var / d nu| < 1",
      proposition: .bound(Quantity(.jacobian(row: .two, column: .two), isAbsolute: true), .less, "1"))
  ]
}
