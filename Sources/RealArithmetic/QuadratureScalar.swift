/// An enclosing arithmetic in which expectations without a closed form are summed up: it also has the logarithm and the
/// error function, and tells how many bits it has, from which the number of terms follows.
public protocol QuadratureScalar: EnclosingScalar {
  /// The natural logarithm; nothing is known where a member may not be positive.
  static func log(_ x: Self) -> Self

  /// The complementary error function.
  static func erfc(_ x: Self) -> Self

  /// How many significant bits a bound has.
  var significantBits: Int { get }

  /// The same numbers with bounds of so many significant bits, or of as many as the format has.
  func with(significantBits: Int) -> Self

  /// Doubles that are not above, and not below, any member; infinite or NaN where nothing is known.
  var doubleBounds: (lower: Double, upper: Double) { get }
}
