import IntervalArithmetic
import MultiPrecision
import RealArithmetic
import Testing

@testable import MomentMap

/// Moments, Jacobians and constants against 40 digits computed by Arb (Tests/References).
@Suite struct MomentReferenceTests {
  static let activation = Activation.selfNormalizing(like: Interval(1))

  /// The columns of `moments.tsv` with the power of the natural scale `1 + |y| + sqrt(x)` that each has; -1 for that of
  /// a density.
  static let columns: [(name: String, power: Int)] = [
    ("m1", 1), ("m2", 2), ("variance", 2), ("m1_y", 0), ("m1_x", -1), ("m2_y", 1), ("m2_x", 0),
  ]

  static func values<Scalar>(_ moments: Moments<Scalar>) -> [Scalar] {
    [
      moments.mean, moments.secondMoment, moments.variance, moments.meanByMean, moments.meanByVariance,
      moments.secondMomentByMean, moments.secondMomentByVariance,
    ]
  }

  struct Reference {
    let name: String
    let y: Rational
    let x: Rational
    let numbers: [ReferenceNumber]
    /// How many standard deviations the mean lies from 0.
    let distance: Double

    init(_ row: ReferenceTable.Row) throws {
      (y, x) = (try row.exact("y"), try row.exact("x"))
      numbers = try columns.map { try row.number($0.name) }
      name = "y = \(y), x = \(x)"
      distance = Self.nearest(y) / Self.nearest(x).squareRoot()
    }

    /// A bound for widths and errors of a quantity with this power of the scale: the exponential of the squared
    /// distance turns a relative error of its argument into one as many times larger.
    func tolerance(_ power: Int) -> Double {
      let deviation = Self.nearest(x).squareRoot()
      let scale = 1 + Self.nearest(y).magnitude + deviation
      let unit = power < 0 ? max(1, 1 / deviation) : (0..<power).reduce(1) { product, _ in product * scale }
      let amplification = distance < 0 ? 1 + distance * distance / 2 : 1
      return 0x1p-44 * unit * amplification
    }

    static func nearest(_ r: Rational) -> Double { Double(r, rounding: .toNearestOrEven) }

    var moments: Moments<Interval> {
      Moments(activation, NetInput(mean: Interval(enclosing: y), variance: Interval(enclosing: x)))
    }
  }

  static func references() throws -> [Reference] {
    try ReferenceTable("moments").rows.map { try Reference($0) }
  }

  @Test func intervalsHoldTheReferences() throws {
    let references = try Self.references()
    #expect(references.count == 200)
    for reference in references where reference.distance > -37 {
      for (column, (value, number)) in zip(Self.columns, zip(Self.values(reference.moments), reference.numbers)) {
        #expect(number.isConsistent(with: value), "\(column.name) at \(reference.name)")
      }
    }
  }

  /// With the mean of the net input far below zero, A = erfc(z) is a tiny number times a huge one; the enclosures have
  /// to stay bounded all the same.
  @Test func intervalsHoldTheReferencesFarBelowZero() throws {
    let references = try Self.references().filter { $0.distance <= -37 }
    #expect(references.count > 10)
    let misses = references.flatMap { reference in
      zip(Self.columns, zip(Self.values(reference.moments), reference.numbers)).compactMap { column, pair in
        pair.1.isConsistent(with: pair.0) ? nil : "\(column.name) at \(reference.name): \(pair.0)"
      }
    }
    #expect(misses.isEmpty)
  }

  @Test func intervalsAreNarrow() throws {
    for reference in try Self.references() where reference.distance > -37 {
      for (column, value) in zip(Self.columns, Self.values(reference.moments)) {
        #expect(value.width <= reference.tolerance(column.power), "\(column.name) at \(reference.name): \(value)")
      }
    }
  }

  /// The references would notice a wrong constant: alpha and lambda as printed, to six and five digits.
  @Test func printedConstantsAreNoticed() throws {
    let (alpha, lambda) = (try Rational(parsing: "1.67326"), try Rational(parsing: "1.0507"))
    let printed = Activation(alpha: Interval(enclosing: alpha), lambda: Interval(enclosing: lambda))
    for reference in try Self.references() where reference.distance.magnitude < 2 {
      let moments = Moments(printed, reference.moments.halfLines)
      for (column, (value, number)) in zip(Self.columns, zip(Self.values(moments), reference.numbers)) {
        #expect(!number.isConsistent(with: value), "\(column.name) at \(reference.name)")
      }
    }
  }

  @Test func doublesAreClose() throws {
    let references = try Self.references().filter { $0.distance > -37 }
    #expect(Self.doublesOff(references).isEmpty)
  }

  @Test func doublesAreCloseFarBelowZero() throws {
    let references = try Self.references().filter { $0.distance <= -37 }
    #expect(Self.doublesOff(references).isEmpty)
  }

  /// The values that differ from the references by more than the tolerance, or are not numbers.
  static func doublesOff(_ references: [Reference]) -> [String] {
    let activation = Activation.selfNormalizing(like: 1.0)
    return references.flatMap { reference in
      let input = NetInput(mean: Reference.nearest(reference.y), variance: Reference.nearest(reference.x))
      let values = Self.values(Moments(activation, input))
      return zip(Self.columns, zip(values, reference.numbers)).compactMap { column, pair -> String? in
        let error = pair.0 - Reference.nearest(pair.1.value)
        let isClose = error.magnitude <= reference.tolerance(column.power)
        return isClose ? nil : "\(column.name) at \(reference.name): off by \(error)"
      }
    }
  }

  /// The same formulas with 256 bits hold all digits of the references, also far below zero.
  @Test func multiPrecisionHoldsTheReferences() throws {
    let one = DyadicInterval(Rational(1), precision: 256)
    let activation = Activation.selfNormalizing(like: one)
    for reference in try Self.references() {
      let input = NetInput(mean: one.constant(reference.y), variance: one.constant(reference.x))
      let values = Self.values(Moments(activation, input))
      for (column, (value, number)) in zip(Self.columns, zip(values, reference.numbers)) {
        let ball = one.constant(number.value - number.radius).convexHull(one.constant(number.value + number.radius))
        #expect(value.isBounded && !value.intersection(ball).isEmpty, "\(column.name) at \(reference.name)")
        // A number that differs in the 30th digit of the natural scale is another.
        let scale = Rational(exactly: reference.tolerance(column.power)) ?? 0
        let wrong = ball + one.constant(scale * Rational(1, timesTenTo: -17))
        #expect(value.intersection(wrong).isEmpty, "\(column.name) at \(reference.name)")
      }
    }
  }

  @Test func jacobiansHoldTheReferences() throws {
    let rows = try ReferenceTable("jacobian").rows
    #expect(rows.count == 100)
    let mapping = MomentMapping(Self.activation)
    let doubleMapping = MomentMapping(Activation.selfNormalizing(like: 1.0))
    for row in rows {
      let exact = try ["mu", "omega", "nu", "tau"].map { try row.exact($0) }
      let sides = exact.map { Interval(enclosing: $0) }
      let point = Point(mu: sides[0], omega: sides[1], nu: sides[2], tau: sides[3])
      let doubles = exact.map { Reference.nearest($0) }
      let doublePoint = Point(mu: doubles[0], omega: doubles[1], nu: doubles[2], tau: doubles[3])
      let (g, h) = (mapping(point), mapping.jacobian(at: point))
      let (doubleG, doubleH) = (doubleMapping(doublePoint), doubleMapping.jacobian(at: doublePoint))
      let columns: [(String, Interval, Double)] = [
        ("mean", g.mean, doubleG.mean), ("variance", g.variance, doubleG.variance), ("H11", h.a11, doubleH.a11),
        ("H12", h.a12, doubleH.a12), ("H21", h.a21, doubleH.a21), ("H22", h.a22, doubleH.a22),
        ("S", h.largestSingularValue, doubleH.largestSingularValue),
      ]
      for (name, enclosure, approximation) in columns {
        let number = try row.number(name)
        let value = Reference.nearest(number.value)
        let unit = 1 + value.magnitude
        #expect(number.isConsistent(with: enclosure), "\(name) at \(exact)")
        #expect(enclosure.width <= 0x1p-40 * unit, "\(name) at \(exact)")
        #expect((approximation - value).magnitude <= 1e-12 * unit, "\(name) at \(exact)")
        // A number off in the tenth digit is not in the enclosure.
        #expect(!(enclosure + Interval(1e-10 * unit)).contains(value), "\(name) at \(exact)")
      }
    }
  }

  @Test func parametersHoldTheReferences() throws {
    let rows = try ReferenceTable("constants").rows
    let constants = try Dictionary(uniqueKeysWithValues: rows.map { ($0.texts["name"] ?? "", try $0.number("value")) })
    let doubles = Activation.selfNormalizing(like: 1.0)
    let product = Self.activation.lambda * Self.activation.alpha
    for (name, enclosure, approximation) in [
      ("alpha01", Self.activation.alpha, doubles.alpha), ("lambda01", Self.activation.lambda, doubles.lambda),
      ("lambda01*alpha01", product, doubles.lambda * doubles.alpha),
    ] {
      let number = try #require(constants[name])
      #expect(number.isConsistent(with: enclosure))
      #expect(enclosure.width <= 1e-14)
      #expect((approximation - Reference.nearest(number.value)).magnitude <= 1e-15)
      #expect(!number.isConsistent(with: enclosure + Interval(1e-13)))
    }
    // Other parameters of the same file are other numbers.
    #expect(try !#require(constants["alpha02"]).isConsistent(with: Self.activation.alpha))
    #expect(try !#require(constants["lambda02"]).isConsistent(with: Self.activation.lambda))
  }
}
