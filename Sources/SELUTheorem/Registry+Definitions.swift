// Eq. 14: the parameters of the paper's activation.
extension Registry {
  static let definitions: [Claim] = [
    Claim(
      id: "equation14.alpha", source: "Eq. 14", domain: .none,
      statement: "alpha01 = -sqrt(2/pi)/(erfc(1/sqrt2) exp(1/2) - 1) rounds to",
      proposition: .roundsTo(Quantity(.alpha), "1.67326")),
    Claim(
      id: "equation14.lambda", source: "Eq. 14", domain: .none,
      statement: """
        lambda01 = (1 - erfc(1/sqrt2) sqrt(e)) sqrt(2 pi) (2 erfc(sqrt2) e^2 + pi erfc(1/sqrt2)^2 e \
        - 2(2+pi) erfc(1/sqrt2) sqrt(e) + pi + 2)^(-1/2) rounds to
        """,
      proposition: .roundsTo(Quantity(.lambda), "1.0507")),
    Claim(
      id: "equation14.mean", source: "after Eq. 14", domain: .point01,
      statement: """
        mean(0,0,1,1) = 0 for alpha01, lambda01: the enclosure contains 0, and (alpha01, lambda01) is the only solution \
        of the two moment equations with lambda > 0
        """,
      proposition: .uniqueSolution(Quantity(.mean), "0")),
    Claim(
      id: "equation14.variance", source: "after Eq. 14", domain: .point01,
      statement: "var(0,0,1,1) = 1 for alpha01, lambda01",
      proposition: .uniqueSolution(Quantity(.variance), "1")),
  ]
}
