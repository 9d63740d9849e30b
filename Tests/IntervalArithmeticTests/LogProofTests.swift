import RealArithmetic
import Testing

@testable import IntervalArithmetic

/// Proves the error bound of `Logarithm` from its constants and table alone, by exact arithmetic.
@Suite struct LogProofTests {
  struct Row {
    let index: Int
    let reciprocal: Dyadic
    /// -log c as it stands in the table.
    let gain: Dyadic
    /// The first part of it.
    let leading: Dyadic
    /// The least and the greatest m of the row.
    let least: Dyadic
    let greatest: Dyadic

    init(_ index: Int, table: [Double] = logTable) {
      self.index = index
      let exact = table[(3 * index)..<(3 * index + 3)].map { Dyadic(exactly: $0) ?? 0 }
      (reciprocal, leading, gain) = (exact[0], exact[1], exact[1] + exact[2])
      let isHalved = index >= Logarithm.firstHalvedIndex
      least = Dyadic(significand: BigInteger(128 + index), exponent: isHalved ? -8 : -7)
      greatest = Dyadic(significand: BigInteger(129 + index), exponent: isHalved ? -8 : -7)
    }

    /// Bounds |r| = |c m - 1|, the rest of the argument.
    var rest: Dyadic { max((reciprocal * least - 1).magnitude, (reciprocal * greatest - 1).magnitude) }

    /// Whether the row touches m = 1, where the logarithm vanishes: there c is 1 and log x = log(1 + r).
    var touchesOne: Bool { index == 0 || index == 127 }
  }

  static let rows = (0..<128).map { Row($0) }

  /// Bounds of log q for q between 1/2 and 2: 2 artanh((q-1)/(q+1)), the remainder bounded geometrically.
  static func logarithm(_ q: Rational) -> ExactBounds {
    let z = (q - 1) / (q + 1)
    var (sum, power) = (ExactBounds(0), ExactBounds(z, z))
    let square = ExactBounds(z.squared(), z.squared())
    for k in 0..<140 {
      sum = sum + (power + power) / (2 * k + 1)
      power = power * square
    }
    let remainder = power.magnitude + power.magnitude
    return sum + ExactBounds(-remainder, remainder)
  }

  @Test func theTableHoldsTheLogarithms() {
    for row in Self.rows {
      let error = (Self.logarithm(Rational(row.reciprocal)) + ExactBounds(row.gain)).magnitude
      #expect(error <= row.gain.magnitude * Dyadic(significand: 1, exponent: -104), "\(row.index)")
      #expect(row.reciprocal.precision <= 9)
      #expect(row.rest <= Dyadic(significand: 1, exponent: -7), "\(row.index)")
      if row.touchesOne { #expect(row.reciprocal == 1 && row.gain == 0) }
    }
    let (a, b) = Logarithm.logarithmOfTwo
    let stored = (Dyadic(exactly: a) ?? 0) + (Dyadic(exactly: b) ?? 0)
    let exact = ExactBounds(ExactConstants.logarithmOfTwo.lower, ExactConstants.logarithmOfTwo.upper)
    #expect((exact - ExactBounds(stored)).magnitude < Dyadic(significand: 1, exponent: -98))
    #expect((Dyadic(exactly: a) ?? 0).precision <= 42)
  }

  @Test func aWrongTableEntryIsNoticed() {
    var table = logTable
    table[3 * 30 + 1] = table[3 * 30 + 1].nextUp
    let row = Row(30, table: table)
    let error = (Self.logarithm(Rational(row.reciprocal)) + ExactBounds(row.gain)).magnitude
    #expect(error > row.gain.magnitude * Dyadic(significand: 1, exponent: -104))
  }

  /// Line by line through `Logarithm.approximation`, for arguments of a row with a given k: the absolute error.
  static func error(_ row: Row, k: Int) -> Dyadic {
    let rest = row.rest
    let r = RoundingBound(rest)
    let s = row.touchesOne ? RoundingBound(0.0) : RoundingBound.remainder(of: rest)
    let square = RoundingBound(rest.squared(), error: RoundingBound.unitRoundoff * rest.squared())
    let third = Dyadic(exactly: Logarithm.third) ?? 0
    let coefficients = [Logarithm.third, 0.25, 0.2, Logarithm.sixth, Logarithm.seventh, 0.125, Logarithm.ninth, 0.1]
    let q = coefficients.enumerated().reversed().reduce(RoundingBound(0.0)) { sum, coefficient in
      // Each stored coefficient differs from 1/(k+3) by at most a unit roundoff of it.
      let stored = Dyadic(exactly: coefficient.element) ?? 0
      return RoundingBound(stored, error: RoundingBound.unitRoundoff * stored) + r * sum
    }
    let cubic = r * square * q
    let correction = r * s + RoundingBound.remainder(of: rest.squared())
    let tail = (s + correction) + cubic
    // What r^2/2 leaves out in s, and the series beyond the tenth term.
    let power = (0..<11).reduce(Dyadic(1)) { product, _ in product * rest }
    let omitted = s.magnitude.squared() + s.magnitude * rest.squared() + (power * third).scaled(byPowerOfTwo: -1)

    let scale = RoundingBound(Dyadic(abs(k)))
    let lowLogarithm = scale * RoundingBound(Logarithm.logarithmOfTwo.1)
    let leading = Dyadic(abs(k)) + row.leading.magnitude + rest + rest.squared()
    let remainders = (RoundingBound.remainder(of: leading) + .remainder(of: leading)) + .remainder(of: leading)
    // Near 1 there is but one remainder, that of r - r^2/2.
    let remainder = k == 0 && row.touchesOne ? RoundingBound.remainder(of: rest) : remainders
    let correctionOfTable = RoundingBound.remainder(of: row.leading.magnitude)
    let low = remainder + ((lowLogarithm + correctionOfTable) + tail)
    let constants =
      Dyadic(abs(k)) * Dyadic(significand: 1, exponent: -98)
      + row.gain.magnitude * Dyadic(significand: 1, exponent: -104)
    return low.error + omitted + constants
  }

  /// A lower bound of |log x| for arguments of a row with a given k; near 1 in terms of the rest.
  static func least(_ row: Row, k: Int) -> Dyadic {
    let half = Dyadic(significand: 1, exponent: -1)
    if k != 0 { return (Dyadic(abs(k)) - half) * half }
    if row.touchesOne { return row.rest - row.rest.squared() }
    return row.gain.magnitude - row.rest - row.rest.squared()
  }

  /// Near 1 all errors shrink faster than the rest r, so that the largest r is the worst; elsewhere |log x| is bounded
  /// below. The error relative to |log x| grows no more with |k| beyond a few.
  @Test(arguments: [0, 1, -1, 2, -2, 1024, -1075])
  func theBoundHolds(k: Int) {
    let stated = Rational(exactly: Logarithm.relativeError) ?? 0
    let slack = Rational(Dyadic(significand: 1, exponent: -99))
    for row in Self.rows {
      let relative = Rational(Self.error(row, k: k)) / Rational(Self.least(row, k: k))
      #expect(relative + slack < stated, "row \(row.index): \(Double(relative, rounding: .up))")
    }
  }

  /// The coefficients are those that the proof takes them for.
  @Test func theCoefficientsAreTheNearest() {
    #expect(Logarithm.third == 1.0 / 3 && Logarithm.sixth == 1.0 / 6)
    #expect(Logarithm.seventh == 1.0 / 7 && Logarithm.ninth == 1.0 / 9)
  }

  /// Near 1, where nothing but the series is left, and elsewhere between 1/sqrt(2) and sqrt(2).
  @Test func theSeriesKeepsTheBound() {
    var generator = SeededGenerator(seed: 52)
    let near = (0..<150).map { _ in 1 + generator.double(exponents: -10...(-8)) }
    let above = (0..<60).map { _ in Double.random(in: 1.0076...1.0078, using: &generator) }
    let below = (0..<60).map { _ in Double.random(in: 0.9961...0.9963, using: &generator) }
    let other = (0..<60).map { _ in Double.random(in: 0.72...1.4, using: &generator) }
    for x in near + above + below + other {
      let exact = Self.logarithm(Rational(exactly: x) ?? 1)
      let approximation = Logarithm.approximation(x)
      #expect(approximation.exponent == 0)
      let value = (Dyadic(exactly: approximation.high) ?? 0) + (Dyadic(exactly: approximation.low) ?? 0)
      let error = (exact - ExactBounds(value)).magnitude
      #expect(error < exact.magnitude * (Dyadic(exactly: Logarithm.relativeError) ?? 0), "log(\(x))")
    }
  }

  /// The significands of a row and the subtraction of 1 are as the proof takes them.
  @Test func reductionIsExact() {
    var generator = SeededGenerator(seed: 51)
    for _ in 0..<20_000 {
      let m = Double.random(in: 0.70703125..<1.4140625, using: &generator)
      let index = Int((m.bitPattern >> 45) & 127)
      let row = Self.rows[index]
      #expect(row.least <= (Dyadic(exactly: m) ?? 0) && (Dyadic(exactly: m) ?? 0) <= row.greatest)
      let (product, error) = ErrorFree.twoProduct(logTable[3 * index], m)
      #expect((Dyadic(exactly: product) ?? 0) - 1 == Dyadic(exactly: product - 1))
      #expect(
        (row.reciprocal * (Dyadic(exactly: m) ?? 0)) == (Dyadic(exactly: product) ?? 0) + (Dyadic(exactly: error) ?? 0))
    }
  }
}
