// Theorem 3: too small a variance grows.
extension Registry {
  static let theorem3: [Claim] = [
    varianceGrows("theorem3.low.main-text", "Theorem 3, main text", .lowMainText),
    varianceGrows("theorem3.lower-tau.main-text", "Theorem 3, main text", .lowerTauMainText),
    varianceGrows("theorem3.low.appendix", "Theorem 3, appendix", .lowAppendix),
    varianceGrows("theorem3.lower-tau.appendix", "Theorem 3, appendix", .lowerTauAppendix),
  ]

  private static func varianceGrows(_ id: String, _ source: String, _ domain: Domain) -> Claim {
    Claim(
      id: id, source: source, domain: domain, statement: "var > nu",
      proposition: .bound(varianceChange, .greater, "0"), printed: "nu")
  }
}
