/// What every enclosure of this module assumes of the processor, and a check of it.
///
/// IEEE 754 leaves to each thread how its operations round, and processors let it turn subnormal numbers into zeros. The
/// operations of this module take the default environment for granted: rounding to nearest, ties to even, each operation
/// rounded once to binary64, subnormal numbers as operands and as results. They do not look, because looking costs more than
/// adding. In another environment intervals need not enclose anything.
///
/// A process starts with the default, and a thread with the environment of the thread that started it. What changes it is
/// `fesetround`, and libraries that are linked with `-ffast-math`, which set "flush to zero" for the process that loads
/// them. A program that runs code of others asks `isSupported` before it proves something.
public enum FloatingPointEnvironment {
  /// How an environment may differ from the default.
  public enum Departure: String, CaseIterable, Sendable {
    /// Results are not rounded to the nearest double, ties to even.
    case rounding = "rounds otherwise than to nearest"
    /// Results are rounded twice, or not at all before they are used.
    case precision = "keeps more digits than binary64 has"
    /// Results below the normal numbers are replaced by zero.
    case flushToZero = "flushes subnormal results to zero"
    /// Operands below the normal numbers are taken as zero.
    case subnormalsAreZero = "takes subnormal operands as zero"
  }

  /// Whether the calling thread has the environment that this module assumes.
  ///
  /// Some 20 operations are tried, on numbers that the compiler does not know, and compared bit by bit with the results of
  /// the default environment. That tells the rounding modes, flushing of operands and of results, and wider registers apart
  /// from it; it does not test the processor.
  public static var isSupported: Bool { departures.isEmpty }

  /// How the environment of the calling thread differs from the one that this module assumes, as far as can be observed.
  public static var departures: [Departure] {
    // Rounding in another direction would be taken for more digits, too.
    let direction: Departure? = roundsToNearest ? (roundsOnce ? nil : .precision) : .rounding
    return [
      direction, keepsSubnormalResults ? nil : .flushToZero, readsSubnormalOperands ? nil : .subnormalsAreZero,
    ].compactMap { $0 }
  }

  // MARK: Trials

  /// A number that the compiler has to take as it comes, so that the processor computes with it.
  @inline(never) @_optimize(none)
  private static func opaque(_ value: Double) -> Double { value }

  /// Whether both are the same bits: a comparison of numbers would take a subnormal number for zero where operands are.
  private static func same(_ a: Double, _ b: Double) -> Bool { a.bitPattern == b.bitPattern }

  /// A quarter, half and three quarters of a unit in the last place, added to a number and taken from it, and the other
  /// operations where the exact result is no double.
  private static var roundsToNearest: Bool {
    let (even, odd) = (opaque(0x1p53), opaque(0x1.0000000000001p53))
    return same(even + opaque(0.5), 0x1p53) && same(-even - opaque(0.5), -0x1p53)
      && same(even + opaque(1.5), 0x1.0000000000001p53) && same(-even - opaque(1.5), -0x1.0000000000001p53)
      && same(even + opaque(1), 0x1p53) && same(odd + opaque(1), 0x1.0000000000002p53)
      && same(-odd - opaque(1), -0x1.0000000000002p53)
      && same(opaque(0.1) * opaque(0.1), 0x1.47ae147ae147cp-7) && same(opaque(1) / opaque(3), 0x1.5555555555555p-2)
      && same(opaque(2) / opaque(3), 0x1.5555555555555p-1) && same(opaque(2).squareRoot(), 0x1.6a09e667f3bcdp0)
      && same(opaque(3).squareRoot(), 0x1.bb67ae8584caap0)
  }

  /// A sum just above the middle of two doubles, which a rounding to more digits puts in the middle; and whether the rounding
  /// error of a product is gone before something is taken from it.
  private static var roundsOnce: Bool {
    let factor = opaque(0x1.0000001p0)
    let product = factor * factor
    return same(opaque(0x1p53) + opaque(0x1.00002p0), 0x1.0000000000001p53)
      && factor * factor - opaque(product) == 0
      && same(opaque(.greatestFiniteMagnitude) * opaque(2) * opaque(0.5), .infinity)
  }

  /// Subnormal results of normal operands.
  private static var keepsSubnormalResults: Bool {
    let least = opaque(.leastNormalMagnitude)
    return same(opaque(0x1.8p-1022) - least, 0x1p-1023) && same(least * opaque(0.5), 0x1p-1023)
      && same(least / opaque(0x1p52), .leastNonzeroMagnitude)
  }

  /// Normal results of a subnormal operand.
  private static var readsSubnormalOperands: Bool {
    let subnormal = opaque(0x1p-1023)
    return same(subnormal * opaque(2), .leastNormalMagnitude) && same(subnormal + opaque(0x1p-1022), 0x1.8p-1022)
      && same(subnormal / opaque(0x1p-1022), 0.5) && same(opaque(0x1p-1074).squareRoot(), 0x1p-537)
  }
}
