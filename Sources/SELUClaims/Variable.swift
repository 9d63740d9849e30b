/// A variable of the paper's claims.
public enum Variable: String, Sendable, Hashable, CaseIterable {
  /// The mean of a layer's activations.
  case mu
  /// The sum of a unit's weights.
  case omega
  /// The variance of a layer's activations.
  case nu
  /// The sum of a unit's squared weights.
  case tau
  /// The mean of the net input, mu omega.
  case y
  /// The variance of the net input, nu tau.
  case x
  /// A real number without a meaning of its own, in the lemmas on exp, erfc and erfcx.
  case z
}
