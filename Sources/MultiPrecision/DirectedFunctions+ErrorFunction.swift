import RealArithmetic

extension DirectedFunctions {
  /// A bound of `erf(x)`, which is odd.
  ///
  /// For `0 < x < 1` by `erf(x) = (2x / sqrt(pi)) e^(-x^2) sum of (2 x^2)^k / (2k + 1)!!` (NIST Digital Library of
  /// Mathematical Functions, 7.6.2), a product of positive numbers; for larger `x` by `1 - erfc(x)`.
  func errorFunction(_ x: Dyadic) -> Dyadic? {
    guard let leading = x.leadingExponent else { return .zero }
    if x.signum < 0 { return opposite.errorFunction(-x).map { -$0 } }
    if leading >= 0 {
      // Of erfc(x) < 2^-(x^2) only as many bits are needed as overlap those of 1.
      let unneeded = leading < Int.bitWidth / 4 ? 1 << (2 * leading) : precision
      return opposite.with(precision: max(precision - unneeded, 0) + max(guardBits, 2)).complementaryErrorFunction(x)
        .map { difference(1, $0) }
    }
    let square = x.squared()
    guard let power = guarded.exponential(-square) else { return nil }
    let factor = guarded.product(guarded.product(x, guarded.twoOverRootPi()), power)
    return product(factor, guarded.oddFactorialSeries(square))
  }

  /// A bound of `erfc(x) = 1 - erf(x)`; for `x >= 1/2` by `e^(-x^2) erfcx(x)`.
  func complementaryErrorFunction(_ x: Dyadic) -> Dyadic? {
    guard let leading = x.leadingExponent else { return 1 }
    if x.signum < 0 { return guarded.errorFunction(-x).map { sum(1, $0) } }
    if leading < -1 { return opposite.guarded.errorFunction(x).map { difference(1, $0) } }
    guard let power = guarded.exponential(-x.squared()), let scaled = guarded.scaledComplement(x) else { return nil }
    return product(power, scaled)
  }
}
