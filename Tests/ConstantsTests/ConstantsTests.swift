import Constants
import FixedPointSolver
import Foundation
import MomentMap
import MultiPrecision
import RealArithmetic
import Testing

/// The constants beside references from Arb, and the way from the iteration to the digits.
@Suite struct ConstantsTests {
  private static let one = DyadicInterval(Dyadic(1), precision: 200)

  /// The 60 digits of Tests/References/constants.tsv.
  private static let references = Result { () throws -> [String: String] in
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../References/constants.tsv")
    let rows = try String(contentsOf: path, encoding: .utf8).split(separator: "\n").dropFirst(2)
      .map { $0.split(separator: "\t").map(String.init) }
    return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
  }

  private func expect(_ text: String, is name: String) throws {
    let reference = try #require(try Self.references.get()[name])
    let digits = text.filter(\.isNumber).count - (text.hasPrefix("0.") || text.hasPrefix("-0.") ? 1 : 0)
    let rounded = try Rational(parsing: reference).decimal(significantDigits: digits, rounding: .toNearestOrEven)
    #expect(text == rounded, "\(name)")
  }

  /// An enclosure and a reference, 60 digits rounded to nearest, have a number in common.
  private func expect(_ interval: DyadicInterval, holds name: String) throws {
    let reference = try Rational(parsing: try #require(try Self.references.get()[name]))
    let radius = Rational(1, timesTenTo: -58)
    #expect(interval.isBounded && Rational(interval.lowerBound) <= reference + radius, "\(name)")
    #expect(reference - radius <= Rational(interval.upperBound), "\(name)")
  }

  @Test(arguments: [1, 2, 5, 17, 20, 50])
  func theDigitsAreThoseOfArb(_ digits: Int) throws {
    for (variance, suffix) in [(1, "01"), (2, "02")] as [(Rational, String)] {
      let table = try ConstantsTable(FixedPointTarget(variance: variance), digits: digits)
      let solution = try #require(table.solutions.first)
      #expect(table.solutions.count == 1)
      try expect(solution.alpha, is: "alpha\(suffix)")
      try expect(solution.lambda, is: "lambda\(suffix)")
      try expect(solution.product, is: "lambda\(suffix)*alpha\(suffix)")
    }
  }

  @Test func binary64AndBinary32AreWhatReadersOfTheDigitsGet() throws {
    let table = try ConstantsTable(FixedPointTarget(), digits: 40)
    let solution = try #require(table.solutions.first)
    for row in solution.rows.prefix(2) {
      let pairs = [
        (row.alpha, solution.alpha), (row.lambda, solution.lambda), (row.product, solution.product),
      ]
      for (number, digits) in pairs {
        let shortest = try #require(number.shortest)
        if row.format == .binary64 {
          #expect(Double(shortest) == Double(digits) && shortest == "\(Double(digits) ?? 0)")
          #expect(number.hex == Double(digits)?.hexText)
          #expect(number.bits == Double(digits).map { "0x" + String($0.bitPattern, radix: 16) })
        } else {
          #expect(Float(shortest) == Float(digits) && shortest == "\(Float(digits) ?? 0)")
          #expect(number.bits == Float(digits).map { "0x" + String($0.bitPattern, radix: 16) })
        }
      }
    }
  }

  /// The product in PyTorch's alpha dropout is a product of rounded numbers, one unit beside the rounded product.
  @Test func theLiteralsInUseAreMeasured() throws {
    let solution = try #require(try ConstantsTable(FixedPointTarget(), digits: 20).solutions.first)
    let product = try #require(solution.literals.first { $0.literal.quantity == .product })
    #expect(product.isCorrect.first == false && product.isCorrect.dropFirst().allSatisfy { $0 })
    #expect(product.values.first?.value == solution.rows.first?.productOfRounded?.value)
    let long = solution.literals.filter { $0.literal.text.hasSuffix("67") || $0.literal.text.hasSuffix("946") }
    #expect(long.isEmpty == false)
    for reading in solution.literals.prefix(2) { #expect(reading.isCorrect.allSatisfy { $0 }) }
    #expect(solution.literals.first?.error == "4.80e-32")
    #expect(try ConstantsTable(FixedPointTarget(variance: 2), digits: 5).solutions.first?.literals.isEmpty == true)
  }

  @Test func theFixedPointMovesLittleWithManyDigits() throws {
    let solution = try #require(try ConstantsTable(FixedPointTarget(), digits: 20).solutions.first)
    for row in solution.rows {
      let displacement = try #require(row.displacement, "\(row.format.name)")
      let bound = Rational(8) / Rational(BigInteger.powerOfTwo(row.format.precision))
      #expect(displacement.shift.second.isStrictlyLess(than: bound))
      #expect(displacement.shift.second.isStrictlyGreater(than: -bound * 4))
      #expect(displacement.location.first.isInterior(to: displacement.region.first))
    }
  }

  @Test func theTraceEndsWithTheConstants() throws {
    let target = FixedPointTarget(mean: Rational(1, over: 10), variance: 2)
    let table = try ConstantsTable(target, digits: 25, tracing: true)
    let trace = try #require(table.trace)
    #expect(trace.last?.alpha == table.solutions.first?.alpha && trace.last?.lambda == table.solutions.first?.lambda)
    #expect(trace.count > 5 && trace.count < ParameterSolver.maximumSteps)
    let iterates = ParameterSolver.iterates(target)
    for (step, iterate) in zip(trace, iterates) {
      #expect(abs((Double(step.alpha) ?? 0) - iterate.alpha) < 1e-13)
      #expect(abs((Double(step.lambda) ?? 0) - iterate.lambda) < 1e-13)
    }
  }

  // MARK: The iteration

  @Test func precisionsGoUp() {
    for growth in [PrecisionLadder.Growth.reserve, .precision] {
      for digits in [0, 1, 50, 10_000] {
        let bits = PrecisionLadder.precisions(forDigits: digits, doubling: growth)
        #expect(zip(bits, bits.dropFirst()).allSatisfy { $0 < $1 })
        #expect(
          Double(bits.first ?? 0) >= Double(digits) * 3.3219 && Double(bits.last ?? 0) > Double(digits) * 3.3219 + 4000)
      }
    }
    #expect(PrecisionLadder.precisions(forDigits: 50).first == 167 + 32)
  }

  @Test func errorsSayWhatIsProved() {
    let error = #expect(throws: ParameterError.self) {
      try PreciseParameters.solve(FixedPointTarget(mean: -2), digits: 5) { $0.alpha.decimal(significantDigits: 5) }
    }
    #expect(
      error?.description
        == "There are no alpha and lambda > 0 for mean -2, variance 1, omega 0, tau 1: with that mean a layer's second "
        + "moment is proved to be at least 10.1993, not variance + mean^2 = 5.")
    #expect(throws: ParameterError.notPositive(name: "variance", value: 0)) {
      try PreciseParameters.solve(FixedPointTarget(variance: 0), digits: 5) { $0.alpha }
    }
    #expect(
      "\(FixedPointTarget(mean: Rational(1, over: 3), variance: Rational(1, timesTenTo: -300)))"
        == "mean 1/3, variance 1e-300, omega 0, tau 1")
    #expect(throws: ParameterError.undecided(FixedPointTarget())) {
      try PreciseParameters.solve(FixedPointTarget(), digits: 5) { _ in nil as Int? }
    }
  }

  /// Targets with one solution and with two, of all sizes.
  private static let targets: [FixedPointTarget] = [
    FixedPointTarget(), FixedPointTarget(mean: Rational(-1, over: 10), variance: 2),
    FixedPointTarget(mean: Rational(9, over: 10)), FixedPointTarget(mean: 3, variance: 7),
    FixedPointTarget(mean: 1, variance: Rational(3, over: 10), omega: 5),
    FixedPointTarget(mean: Rational(1, timesTenTo: -30), variance: Rational(1, timesTenTo: 40)),
    FixedPointTarget(variance: Rational(1, timesTenTo: -400)),
  ]

  /// Thousands of digits, reached by doubling, are those of the closed form.
  @Test func manyDigitsAreThoseOfTheClosedForm() throws {
    for mean in [-1, 9] as [Rational] {
      let target = FixedPointTarget(mean: mean / 10)
      let bits = 10_000
      let equations = ParameterEquations(target, like: DyadicInterval(Dyadic(1), precision: bits))
      guard case .all(let roots) = equations.roots() else {
        Issue.record("no solutions")
        continue
      }
      let solutions = try #require(
        ParameterSolver.certify(roots, of: equations, limit: ParameterSolver.limit(target)))
      for (solution, root) in zip(solutions, roots) {
        #expect((solution.alpha.accurateBits ?? 0) > bits - 24 && (solution.lambda.accurateBits ?? 0) > bits - 24)
        #expect(!solution.alpha.isDisjoint(with: root.alpha) && !solution.lambda.isDisjoint(with: root.lambda))
      }
    }
  }

  /// What is certified near the limit of the iteration is what the closed form says, and keeps mean and variance.
  @Test(arguments: targets)
  func theIterationAndTheClosedFormAgree(_ target: FixedPointTarget) throws {
    let equations = ParameterEquations(target, like: DyadicInterval(Dyadic(1), precision: 3000))
    guard case .all(let roots) = equations.roots() else {
      Issue.record("no solutions")
      return
    }
    let limit = ParameterSolver.limit(target)
    let solutions = try #require(ParameterSolver.certify(roots, of: equations, limit: limit))
    #expect(solutions.count == roots.count)
    for (solution, root) in zip(solutions, roots) {
      #expect(!solution.alpha.isDisjoint(with: root.alpha) && !solution.lambda.isDisjoint(with: root.lambda))
      #expect((solution.alpha.accurateBits ?? 0) > 120 && (solution.lambda.accurateBits ?? 0) > 120)
      let moments = equations.residual(over: Vector2(solution.alpha, solution.lambda))
      #expect(moments.first.contains(0.0) && moments.second.contains(0.0))
    }
  }

  /// The enclosure comes from the box around the limit, not from the closed form: a root that is no solution finds no proof,
  /// with the right limit or with any other.
  @Test func aWrongRootIsNotCertified() throws {
    let target = FixedPointTarget(mean: Rational(-1, over: 10), variance: 2)
    let equations = ParameterEquations(target, like: Self.one)
    guard case .all(let others) = ParameterEquations(FixedPointTarget(), like: Self.one).roots() else { return }
    #expect(ParameterSolver.certify(others, of: equations, limit: ParameterSolver.limit(target)) == nil)
    #expect(ParameterSolver.certify(others, of: equations, limit: ParameterSolver.limit(FixedPointTarget())) == nil)
    guard case .all(let roots) = equations.roots() else { return }
    let far = ParameterIterate(alpha: Self.one.constant(50), lambda: Self.one.constant(50))
    let solution = try #require(ParameterSolver.certify(roots, of: equations, limit: far)?.first)
    #expect(solution.alpha.decimal(significantDigits: 5) == "2.3270")
  }

  /// The iteration's last step with so many digits is the solution with these digits.
  @Test(arguments: [5, 30, 200])
  func theTraceLeadsToTheDigits(_ digits: Int) throws {
    let target = FixedPointTarget(mean: Rational(-1, over: 10), variance: 2)
    let traced = try ConstantsTable(target, digits: digits, tracing: true)
    let plain = try ConstantsTable(target, digits: digits)
    #expect(traced.solutions.map(\.alpha) == plain.solutions.map(\.alpha))
    #expect(traced.trace?.last?.alpha == plain.solutions.first?.alpha)
    #expect(plain.trace == nil)
  }

  // MARK: Displacements

  /// With parameters that are as good as exact the fixed point stays.
  @Test func exactParametersMoveNothing() throws {
    guard case .all(let roots) = ParameterEquations(FixedPointTarget(), like: Self.one).roots() else { return }
    let root = try #require(roots.first)
    let displacement = try #require(
      FixedPointDisplacement(
        alpha: root.alpha.lowerBound, lambda: root.lambda.lowerBound, target: FixedPointTarget(), precision: 200))
    let bound = Rational(1, timesTenTo: -45)
    #expect(displacement.shift.first.isStrictlyLess(than: bound))
    #expect(displacement.shift.second.isStrictlyLess(than: bound))
    #expect(displacement.shift.second.isStrictlyGreater(than: -bound))
  }

  /// Slopes that are far too small or too large have no fixed point of positive variance, so that nothing is certified.
  @Test func whatHasNoFixedPointIsNotCertified() {
    for lambda in [Dyadic(significand: 1, exponent: -7), 100] {
      #expect(
        FixedPointDisplacement(alpha: 1, lambda: lambda, target: FixedPointTarget(), precision: 128) == nil)
    }
  }

  // MARK: Dropout and gains

  @Test(arguments: ["0", "0.05", "0.1", "0.5", "0.999"])
  func dropoutKeepsMeanAndVariance(_ text: String) throws {
    let rate = try Rational(parsing: text)
    for target in [FixedPointTarget(), FixedPointTarget(mean: Rational(1, over: 10), variance: 3)] {
      let solution = try #require(try DropoutTable(target, rate: rate, digits: 20).solutions.first)
      for (error, size) in [(solution.meanError, 0), (solution.varianceError, 0)] {
        #expect(error.contains(Rational(size)) && error.isStrictlyLess(than: Rational(1, timesTenTo: -20)))
      }
      // By hand, in plain arithmetic: q m + (1 - q) alpha' and so on.
      let (q, saturation) = (Double(1 - rate, rounding: .toNearestOrEven), try #require(Double(solution.saturation)))
      let number = { (x: Rational) in Double(x, rounding: .toNearestOrEven) }
      let (m, v) = (number(target.mean), number(target.variance))
      let a = (v / (q * v + q * (1 - q) * (saturation - m) * (saturation - m))).squareRoot()
      #expect(abs((Double(solution.a) ?? 0) - a) < 1e-12 * a)
      #expect(abs((Double(solution.b) ?? 0) - (m - a * (q * m + (1 - q) * saturation))) < 1e-11 * a)
    }
  }

  /// References from Tests/References/make_constants.py, by Arb's own quadrature.
  @Test func gainsAreThoseOfArb() throws {
    let table = try #require(GainTable(digits: 40))
    for row in table.rows where row.function != .selu {
      try expect(row.secondMoment, is: "\(row.function.name) second moment")
      try expect(row.gain, is: "\(row.function.name) gain")
      try expect(row.varianceGain, is: "\(row.function.name) variance gain")
    }
    #expect(table.rows.map(\.function) == GainFunction.all(slope: GainLiteral.defaultSlope))
  }

  @Test func gainLiteralsBelongToTheirSlope() throws {
    let table = try #require(GainTable(digits: 5, slope: Rational(1, over: 5)))
    #expect(table.rows.first { $0.function.name == "leaky_relu" }?.comparisons.isEmpty == true)
    #expect(table.rows.first { $0.function.name == "tanh" }?.comparisons.map(\.error) == ["0.0741", "0.00137"])
  }

  /// The enclosures hold the numbers of constants.tsv with few bits and with many, and get narrower.
  @Test(arguments: [2, 10, 30, 64, 128, 200])
  func gainsHoldTheReferences(_ precision: Int) throws {
    let functions = GainFunction.all(slope: Rational(1, over: 100))
    for (function, moments) in zip(functions, ActivationMoments.of(functions, precision: precision))
    where function != .selu {
      let interval = moments.secondMoment
      try expect(interval, holds: "\(function.name) second moment")
      if precision >= 64 {
        #expect(interval.accurateBits ?? 0 >= precision - 8, "\(function.name)")
        try expect(moments.gain, holds: "\(function.name) gain")
        try expect(moments.varianceGain, holds: "\(function.name) variance gain")
      }
    }
  }
}
