import MomentMap
import MultiPrecision
import RealArithmetic
import Testing

/// Constants to a thousand digits against Arb (Tests/References/make_multiprecision_references.py).
@Suite struct SelfNormalizingConstantsTests {
  static let digits = 1000

  static func references() throws -> [String: String] {
    let rows = try ReferenceTable("multiprecision-constants").rows.map(\.texts)
    return Dictionary(uniqueKeysWithValues: try rows.map { try (#require($0["name"]), #require($0["value"])) })
  }

  @Test func aThousandDigits() throws {
    let references = try Self.references()
    let one = DyadicInterval(Rational(1), precision: 3400)
    let root = DyadicInterval.sqrt(one.constant(2))
    let activation = Activation.selfNormalizing(like: one)
    let values: [String: DyadicInterval] = [
      "alpha01": activation.alpha, "lambda01": activation.lambda, "erfcx(1/sqrt(2))": .erfcx(one / root),
      "erfcx(sqrt(2))": .erfcx(root), "pi": one.pi, "ln(2)": .log(one.constant(2)), "e": .exp(one),
    ]
    #expect(Set(values.keys) == Set(references.keys))
    for (name, value) in values {
      #expect(value.decimal(significantDigits: Self.digits) == references[name], "\(name)")
    }
  }

  /// As many digits as asked for, from few bits to many: the same leading digits.
  @Test(arguments: [64, 100, 200, 500, 1000])
  func digitsAgree(bits: Int) throws {
    let activation = Activation.selfNormalizing(like: DyadicInterval(Rational(1), precision: bits))
    let references = try Self.references()
    for (name, value) in [("alpha01", activation.alpha), ("lambda01", activation.lambda)] {
      // Eight bits are lost in the formula, at most.
      #expect(try #require(value.accurateBits) >= bits - 8)
      let reference = try Rational(parsing: #require(references[name]))
      let error = Rational(1, timesTenTo: -(Self.digits - 1))
      #expect(value.contains(reference) || value.contains(reference - error) || value.contains(reference + error))
    }
  }
}
