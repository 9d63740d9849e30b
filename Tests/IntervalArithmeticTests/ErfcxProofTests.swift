import RealArithmetic
import Testing

@testable import IntervalArithmetic

/// Proves the error bound of `ScaledComplement` from the coefficients of its table alone, by exact arithmetic (the
/// argument is in ScaledComplement.swift).
///
/// With `R` the Taylor polynomial of degree 40 about a row's centre that starts with the row's own c0 and follows the
/// differential equation, the defect is tiny. So the c0 of all rows are right to about 2^-100: from centre to centre
/// downward, the error of one is that of the next, the jump between them and the defect, and it shrinks by
/// e^(c^2 - C^2). What the row's short polynomial then leaves out, and what its evaluation rounds, is bounded term by
/// term.
@Suite struct ErfcxProofTests {
  static let rows = 385
  static let degree = 40

  struct Row {
    let centre: Dyadic
    /// The largest distance of an argument from the centre.
    let halfWidth: Dyadic
    /// c0 to c9 as they stand in the table, c0 and c1 as exact sums.
    let coefficients: [Dyadic]
    /// The twelve doubles of the table.
    let doubles: [Double]
    /// The coefficients of R.
    let taylor: [ExactBounds]

    init(_ index: Int, table: [Double] = erfcxTable) {
      doubles = Array(table[(12 * index)..<(12 * index + 12)])
      let exact = doubles.map { Dyadic(exactly: $0) ?? 0 }
      coefficients = [exact[0] + exact[1], exact[2] + exact[3]] + exact[4...]
      let binade = index < 64 ? 0 : (index - 64) / 64
      centre =
        index < 64
        ? Dyadic(significand: BigInteger(index), exponent: -6)
        : Dyadic(significand: BigInteger(64 + (index - 64) % 64), exponent: binade - 6)
      halfWidth = Dyadic(significand: 1, exponent: binade - 7)
      taylor = Self.taylor(coefficients[0], centre)
    }

    /// `a0 = c0`, `a1 = 2 c a0 - 2/sqrt(pi)`, `a(k+1) = (2 c a(k) + 2 a(k-1)) / (k+1)`.
    static func taylor(_ c0: Dyadic, _ centre: Dyadic) -> [ExactBounds] {
      let twiceCentre = ExactBounds(centre + centre)
      var a = [ExactBounds(c0), twiceCentre * ExactBounds(c0) - ExactConstants.twoOverRootPi]
      for k in 1...ErfcxProofTests.degree {
        a.append((twiceCentre * a[k] + a[k - 1] + a[k - 1]) / (k + 1))
      }
      return a
    }

    /// Bounds the defect of R for arguments up to `distance` from the centre: only the two highest terms are left.
    func defect(_ distance: Dyadic) -> Dyadic {
      let n = ErfcxProofTests.degree
      let power = (1...n).reduce(Dyadic(1)) { product, _ in product * distance }
      return Dyadic(n + 1) * taylor[n + 1].magnitude * power + 2 * taylor[n].magnitude * power * distance
    }

    /// The value of R at a distance from the centre.
    func value(at distance: Dyadic) -> ExactBounds {
      ExactBounds.polynomial(Array(taylor[...ErfcxProofTests.degree]), at: distance)
    }
  }

  /// erfcx(32) from the asymptotic series, whose partial sums bracket it.
  static let erfcxOf32: ExactBounds = {
    let x = Rational(1, over: 2048)
    var (sum, previous, term): (Rational, Rational, Rational) = (0, 0, 1)
    for k in 0..<60 {
      previous = sum
      sum = k % 2 == 0 ? sum + term : sum - term
      term = term * Rational(2 * k + 1) * x
    }
    return ExactBounds(min(sum, previous), max(sum, previous)) * ExactConstants.twoOverRootPi
      * ExactBounds(Dyadic(significand: 1, exponent: -6))
  }()

  /// Bounds `|erfcx(c) - c0|` for every row, from the last one down.
  static func centreErrors(_ table: [Row]) -> [Dyadic] {
    var errors = [Dyadic](repeating: 0, count: rows)
    errors[rows - 1] = (erfcxOf32 - ExactBounds(table[rows - 1].coefficients[0])).magnitude
    for index in stride(from: rows - 2, through: 0, by: -1) {
      let (row, next) = (table[index], table[index + 1])
      let step = next.centre - row.centre
      let jump = (row.value(at: step) - ExactBounds(next.coefficients[0])).magnitude
      let decay = ExactConstants.negativeExponentialUpperBound(next.centre.squared() - row.centre.squared())
      let error = decay * (errors[index + 1] + jump) + row.defect(step) * step
      errors[index] = error.rounded(toPrecision: 80, .up)
    }
    return errors
  }

  /// Bounds the relative error of a row's polynomial, given that of its c0.
  static func truncationError(_ row: Row, centreError: Dyadic) -> Rational {
    let h = row.halfWidth
    // Away from the centre the error of R grows at most by e^((c+h)^2 - c^2).
    let growth = ExactConstants.exponentialUpperBound((row.centre + row.centre + h) * h)
    var error = growth * (centreError + row.defect(h) * h)
    var power: Dyadic = 1
    for k in 0...degree {
      let given = k < row.coefficients.count ? ExactBounds(row.coefficients[k]) : ExactBounds(0)
      error = error + (row.taylor[k] - given).magnitude * power
      power = (power * h).rounded(toPrecision: 80, .up)
    }
    let least = row.value(at: h).lower - error
    return Rational(error) / Rational(least)
  }

  /// Bounds the relative error that `ScaledComplement.taylor` makes by rounding, line by line.
  static func evaluationError(_ row: Row) -> Rational {
    let c = row.doubles.map { RoundingBound($0) }
    let u = RoundingBound(row.halfWidth)
    let square = u * u
    let highest = c[9] + (u * c[10] + square * c[11])
    let q = c[4] + u * ((c[5] + u * c[6]) + square * ((c[7] + u * c[8]) + square * highest))
    let product = u * q
    // slope + slopeError = c1 + u q exactly, if the first is the larger.
    #expect(product.computed <= c[2].magnitude)
    let slope = c[2].magnitude + product.computed
    let rise = slope * u.magnitude
    #expect(rise <= c[0].magnitude)
    let inner = u * (.remainder(of: slope) + c[3])
    let low = .remainder(of: c[0].magnitude + rise) + (.remainder(of: rise) + (c[1] + inner))
    let error = u.magnitude * product.error + low.error
    let least = row.value(at: row.halfWidth).lower
    return Rational(error) / Rational(least)
  }

  @Test func everyRowKeepsTheStatedBound() {
    let table = (0..<Self.rows).map { Row($0) }
    let errors = Self.centreErrors(table)
    let stated = Rational(exactly: ScaledComplement.relativeError) ?? 0
    let slack = Rational(Dyadic(significand: 1, exponent: -99))
    var worst: Rational = 0
    for (row, error) in zip(table, errors) {
      let total = Self.truncationError(row, centreError: error) + Self.evaluationError(row)
      #expect(total + slack < stated, "row about \(row.centre): \(Double(total, rounding: .up))")
      worst = max(worst, total)
    }
    // The bound is not generous either: it could not be halved.
    #expect(2 * worst > stated)
  }

  /// The proof notices a leading coefficient that is off by a few units of its last double, and a second-order one that
  /// is off by as much as its rounding may be.
  @Test(arguments: [(0, 0), (0, 2), (0, 4), (100, 0), (100, 2), (200, 4), (300, 0), (384, 0)])
  func aWrongCoefficientIsNoticed(index: Int, position: Int) {
    var table = erfcxTable
    table[12 * index + position] *= 1 + 0x1p-50
    let rows = (0..<Self.rows).map { Row($0, table: table) }
    let errors = Self.centreErrors(rows)
    let total = Self.truncationError(rows[index], centreError: errors[index]) + Self.evaluationError(rows[index])
    #expect(total > Rational(exactly: ScaledComplement.relativeError) ?? 0)
  }

  /// The row chosen for an argument, and that the distance from its centre is computed without error.
  @Test func argumentsFindTheirRow() {
    var generator = SeededGenerator(seed: 31)
    let random = (0..<20_000).map { _ in generator.double(exponents: -80...4).magnitude }
    let borders = (0...8_000).flatMap { step -> [Double] in
      let t = Double(step) / 256
      return [t.nextDown, t, t.nextUp]
    }
    for t in random + borders where t > 0 && t < 32 {
      let (index, centre) = ScaledComplement.row(t)
      let row = (0..<Self.rows).contains(index) ? centreOfRow(index) : -1
      #expect(row == centre, "\(t)")
      let distance = t - centre
      #expect(distance.magnitude <= (index < 64 ? 1 : centre.binade) * 0x1p-7, "\(t)")
      #expect((Dyadic(exactly: t) ?? 0) - (Dyadic(exactly: centre) ?? 0) == Dyadic(exactly: distance), "\(t)")
    }
  }

  func centreOfRow(_ index: Int) -> Double {
    let (binade, step) = ((index - 64) / 64, (index - 64) % 64)
    return index < 64
      ? Double(index) / 64 : Double(sign: .plus, exponent: binade, significand: 1 + Double(step) / 64)
  }

  /// Polynomials and series are used where their bounds are proved.
  @Test func eachMethodIsUsedWhereItIsProved() {
    var generator = SeededGenerator(seed: 32)
    for t in (0..<2_000).map({ _ in Double.random(in: 0x1p-30..<32, using: &generator) }) + [(32.0).nextDown] {
      let (chosen, proved) = (ScaledComplement.approximation(t), ScaledComplement.taylor(t))
      #expect(chosen.high == proved.high && chosen.low == proved.low, "\(t)")
    }
    for t in (0..<2_000).map({ _ in Double.random(in: 32...100, using: &generator) }) + [32] {
      let (chosen, proved) = (ScaledComplement.approximation(t), ScaledComplement.asymptotic(t))
      #expect(chosen.high == proved.high && chosen.low == proved.low, "\(t)")
    }
  }

  /// Beyond 32: truncation of the enveloping series and the rounded terms, at the smallest argument, where both are
  /// largest.
  @Test func theAsymptoticSeriesKeepsTheBound() {
    let s = Dyadic(significand: 1, exponent: -10)
    let x = RoundingBound(s, error: Dyadic(significand: 1, exponent: -100))
    let coefficients = [0.75, -1.875, 6.5625, -29.53125, 162.421875, -1055.7421875, 7918.06640625]
    let polynomial = coefficients.dropLast().reversed().reduce(RoundingBound(7918.06640625)) { sum, coefficient in
      RoundingBound(coefficient) + x * sum
    }
    let tail = x * x * polynomial
    // 17!!/2^9 s^9 is the first term left out; the double-length factors have relative errors of a few 2^-103.
    let omitted = Dyadic(exactly: 34_459_425.0 / 512.0 * 0x1p-90) ?? 0
    let total = tail.error + omitted + Dyadic(significand: 1, exponent: -98)
    // The sum of the series exceeds 1 - s.
    let relative = Rational(total) / (1 - Rational(s))
    #expect(relative < Rational(exactly: ScaledComplement.relativeError - 0x1p-99) ?? 0)
    // The terms are (2k-1)!!/2^k, as the series has it.
    var factor: Rational = 1
    for (k, coefficient) in ([-0.5] + coefficients).enumerated() {
      factor = factor * Rational(-(2 * k + 1), over: 2)
      #expect(Rational(exactly: coefficient) == factor)
    }
  }
}

extension Rational {
  /// A fraction of small integers.
  init(_ numerator: Int, over denominator: Int) {
    self.init(BigInteger(numerator), over: BigInteger(denominator))
  }
}
