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
}
