import Foundation
import IntervalArithmetic
import Testing

/// The elementary functions at thousands of points against the tightest enclosures computed by Arb
/// (Tests/References/make_function_references.py).
@Suite struct FunctionReferenceTests {
  struct Reference {
    let x: Double
    let tightest: Interval
  }

  static let functions: [(name: String, enclosure: @Sendable (Interval) -> Interval)] = [
    ("exp", { Interval.exp($0) }), ("erf", { Interval.erf($0) }), ("erfc", { Interval.erfc($0) }),
    ("erfcx", { Interval.erfcx($0) }), ("log", { Interval.log($0) }), ("expm1", { Interval.expm1($0) }),
  ]

  static func references(of name: String) throws -> [Reference] {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../References/functions.tsv")
    let text = try String(contentsOf: path, encoding: .utf8)
    return text.split(separator: "\n").compactMap { line in
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count == 4, fields[0] == name, let x = Double(fields[1]), let lower = Double(fields[2]),
        let upper = Double(fields[3])
      else { return nil }
      return Reference(x: x, tightest: Interval(lowerBound: lower, upperBound: upper))
    }
  }

  /// How many doubles `outer` has more than `inner`, at both ends together.
  static func excess(_ outer: Interval, over inner: Interval) -> Int {
    steps(from: outer.lowerBound, to: inner.lowerBound) + steps(from: inner.upperBound, to: outer.upperBound)
  }

  /// The number of doubles from `a` up to `b`.
  static func steps(from a: Double, to b: Double) -> Int {
    func order(_ x: Double) -> Int {
      let bits = Int(bitPattern: UInt(x.magnitude.bitPattern))
      return x < 0 ? -bits : bits
    }
    return order(b) - order(a)
  }

  @Test(arguments: functions.indices)
  func enclosesAndIsNarrow(index: Int) throws {
    let function = Self.functions[index]
    let references = try Self.references(of: function.name)
    #expect(references.count > 1_000)
    for reference in references {
      let result = function.enclosure(Interval(reference.x))
      #expect(reference.tightest.isSubset(of: result), "\(function.name)(\(reference.x))")
      #expect(Self.excess(result, over: reference.tightest) <= 1, "\(function.name)(\(reference.x)) is too wide")
    }
    // Even of these, many of them chosen because they are hard, nearly all are enclosed by the tightest interval.
    let loose = references.filter { function.enclosure(Interval($0.x)) != $0.tightest }
    #expect(20 * loose.count < references.count, "\(loose.count) of \(references.count)")
  }

  /// The tests above would notice a bound that is one unit too far inside.
  @Test(arguments: functions.indices)
  func aBoundMovedInwardIsNoticed(index: Int) throws {
    let function = Self.functions[index]
    let references = try Self.references(of: function.name)
    let misses = references.filter { reference in
      let result = function.enclosure(Interval(reference.x))
      let shrunk = Interval(lowerBound: result.lowerBound.nextUp, upperBound: result.upperBound)
      return !reference.tightest.isSubset(of: shrunk)
    }
    #expect(misses.count > references.count / 2)
  }

  /// Over an interval, a monotone function takes its bounds at the end points.
  @Test(arguments: functions.indices)
  func intervalsAreHullsOfTheirEndPoints(index: Int) {
    let function = Self.functions[index].enclosure
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<2_000 {
      let x = generator.interval()
      let result = function(x)
      guard !x.isEmpty else {
        #expect(result.isEmpty)
        continue
      }
      for end in [x.lowerBound, x.upperBound, x.midpoint] where end.isFinite {
        #expect(function(Interval(end)).isSubset(of: result))
      }
    }
  }

  @Test func limitsAtInfinity() {
    #expect(Interval.exp(.entire) == Interval(lowerBound: 0, upperBound: .infinity))
    #expect(Interval.erf(.entire) == Interval(lowerBound: -1, upperBound: 1))
    #expect(Interval.erfc(.entire) == Interval(lowerBound: 0, upperBound: 2))
    #expect(Interval.erfcx(.entire) == Interval(lowerBound: 0, upperBound: .infinity))
    #expect(Interval.expm1(.entire) == Interval(lowerBound: -1, upperBound: .infinity))
    #expect(Interval.log(.entire) == .entire)
    #expect(Interval.log(Interval(lowerBound: -2, upperBound: 0)).isEmpty)
    #expect(Interval.log(Interval(lowerBound: -2, upperBound: 1)) == Interval(lowerBound: -.infinity, upperBound: 0))
  }

  /// Arguments that are hit exactly or where the result must not cross a known value.
  @Test func exactValuesAndBarriers() {
    #expect(Interval.exp(Interval(0)) == Interval(1))
    #expect(Interval.erfc(Interval(0)) == Interval(1))
    #expect(Interval.erfcx(Interval(0)) == Interval(1))
    #expect(Interval.erf(Interval(0)) == Interval(0))
    #expect(Interval.expm1(Interval(0)) == Interval(0))
    #expect(Interval.log(Interval(1)) == Interval(0))
    for exponent in stride(from: -1074, to: -1, by: 1) {
      let x = Double(sign: .plus, exponent: exponent, significand: 1)
      #expect(Interval.exp(Interval(x)).lowerBound >= 1)
      #expect(Interval.exp(Interval(-x)).upperBound <= 1)
      #expect(Interval.erfc(Interval(x)).upperBound <= 1)
      #expect(Interval.erfc(Interval(-x)).lowerBound >= 1)
      #expect(Interval.erfcx(Interval(x)).upperBound <= 1)
      #expect(Interval.erfcx(Interval(-x)).lowerBound >= 1)
    }
    // Where the values are nearer to their limit than the error.
    for x in stride(from: 4.0, through: 90, by: 0.25) {
      #expect(Interval.erfc(Interval(-x)).isSubset(of: Interval(lowerBound: 1, upperBound: 2)), "\(x)")
      #expect(Interval.erf(Interval(x)).isSubset(of: Interval(lowerBound: 0, upperBound: 1)), "\(x)")
      #expect(Interval.expm1(Interval(-x)).isSubset(of: Interval(lowerBound: -1, upperBound: 0)), "\(x)")
    }
  }
}
