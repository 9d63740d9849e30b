import RealArithmetic
import Testing

@testable import MultiPrecision

/// Functions at exact points against enclosures by Arb (Tests/References/make_multiprecision_references.py).
@Suite struct FunctionReferenceTests {
  typealias Function = @Sendable (DyadicInterval) -> DyadicInterval

  static let functions: [(name: String, evaluate: Function)] = [
    ("exp", { DyadicInterval.exp($0) }), ("log", { DyadicInterval.log($0) }), ("sqrt", { DyadicInterval.sqrt($0) }),
    ("erf", { DyadicInterval.erf($0) }), ("erfc", { DyadicInterval.erfc($0) }),
    ("erfcx", { DyadicInterval.erfcx($0) }),
  ]

  struct Reference {
    let bits: Int
    let x: Dyadic
    let lower: Rational
    let upper: Rational

    init(_ row: [String]) throws {
      bits = try #require(Int(row[1]))
      x = try #require(Dyadic(exactly: Rational(parsing: row[2])))
      lower = try Rational(parsing: row[3])
      upper = try Rational(parsing: row[4])
    }

    /// Whether an interval includes both bounds.
    func isIncluded(in interval: DyadicInterval) -> Bool { interval.contains(lower) && interval.contains(upper) }
  }

  static func references(of name: String) throws -> [Reference] {
    let rows = try referenceRows("multiprecision-functions.tsv", columns: 5)
    return try rows.filter { $0[0] == name }.map { try Reference($0) }
  }

  /// The function at a dyadic number that may have more bits than the result: the argument is not rounded.
  static func value(_ function: Function, _ x: Dyadic, bits: Int) -> DyadicInterval {
    function(DyadicInterval(uncheckedLowerBound: x, upperBound: x, precision: bits, state: .bounded))
  }

  @Test(arguments: functions.indices)
  func enclosesAndIsNarrow(index: Int) throws {
    let (name, function) = Self.functions[index]
    let references = try Self.references(of: name)
    #expect(references.count > 100)
    var widest = Rational.zero
    for reference in references {
      let result = Self.value(function, reference.x, bits: reference.bits)
      #expect(reference.isIncluded(in: result), "\(name)(\(reference.x)) to \(reference.bits) bits")
      widest = max(widest, try #require(result.widthInUlps))
    }
    // Two units, if the exact value lies on or very near a number of the format.
    #expect(widest <= 2, "\(name) is up to \(widest.decimal(fractionDigits: 1, rounding: .up)) units wide")
  }

  /// The test above notices a bound that is one unit too far inside.
  @Test(arguments: functions.indices)
  func aBoundMovedInwardIsNoticed(index: Int) throws {
    let (name, function) = Self.functions[index]
    for reference in try Self.references(of: name) where reference.lower != reference.upper {
      let result = Self.value(function, reference.x, bits: reference.bits)
      let unit = Dyadic(significand: 2, exponent: (result.magnitude?.leadingExponent ?? 0) - reference.bits)
      let raised = DyadicInterval(
        lowerBound: result.lowerBound + unit + unit, upperBound: result.upperBound + unit + unit,
        precision: reference.bits)
      let lowered = DyadicInterval(
        lowerBound: result.lowerBound - unit - unit, upperBound: result.upperBound - unit - unit,
        precision: reference.bits)
      #expect(!reference.isIncluded(in: raised) && !reference.isIncluded(in: lowered), "\(name)(\(reference.x))")
    }
  }

  // MARK: e^x - 1

  /// Against the enclosures by Arb that binary64 is tested with (Tests/References/make_function_references.py), which are a
  /// unit of binary64 wide; with more bits the result lies inside.
  @Test func exponentialMinusOneAgreesWithArb() throws {
    let rows = try referenceRows("functions.tsv", columns: 4).filter { $0[0] == "expm1" }
    #expect(rows.count > 1000)
    for row in rows where !row[3].contains("inf") {
      let (x, lower, upper) = (
        try Rational(parsing: row[1]), try Rational(parsing: row[2]), try Rational(parsing: row[3])
      )
      let fine = DyadicInterval.expm1(DyadicInterval(x, precision: 160))
      let coarse = DyadicInterval.expm1(DyadicInterval(x, precision: 53))
      #expect(fine.isBounded && fine.isSubset(of: coarse), "\(row[1])")
      #expect(Rational(fine.lowerBound) <= upper && lower <= Rational(fine.upperBound), "\(row[1])")
      #expect(try #require(fine.widthInUlps) <= 2, "\(row[1])")
    }
  }

  /// `expm1(2 x) = expm1(x) (expm1(x) + 2)`, where nothing of it is lost in a difference.
  @Test(arguments: [-3000, -200, -120, -60, -3, 0, 3])
  func exponentialMinusOneDoubles(leading: Int) throws {
    var generator = SplitMix64(seed: 61)
    for bits in [2, 53, 113, 500] {
      let x = generator.dyadic(bits: 60, leading: leading...leading, signed: true)
      let (one, two) = (
        DyadicInterval.expm1(DyadicInterval(x, precision: bits + 60)),
        DyadicInterval.expm1(DyadicInterval(x + x, precision: bits + 60))
      )
      let product = one * (one + one.constant(2))
      #expect(!product.isDisjoint(with: two) && two.isPositive == one.isPositive, "\(x) to \(bits) bits")
      #expect(try #require(product.accurateBits) > bits)
    }
    #expect(DyadicInterval.expm1(DyadicInterval(0.0, precision: 20)) == DyadicInterval(0.0, precision: 20))
    #expect(!DyadicInterval.expm1(DyadicInterval(1e300, precision: 20)).isValid)
    #expect(DyadicInterval.expm1(DyadicInterval(-1e300, precision: 20)).contains(-1.0))
  }
}
