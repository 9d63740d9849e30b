import IntervalArithmetic
import RealArithmetic
import Testing

@testable import Reporting

@Suite struct OutwardDecimalTests {
  /// Doubles of all magnitudes, and ones with few digits.
  private static let values: [Double] = {
    var generator = SplitMix64(seed: 2017)
    let random = (0..<2000).map { _ in Double(bitPattern: generator.next()) }.filter(\.isFinite)
    let short = (0..<500).map { _ in Double(Int64.random(in: -9999...9999, using: &generator)) / 1024 }
    let edges = [
      0.0, -0.0, 1, -1, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 0.1, 1e15, 999_999_999_999.5, 1e-5,
    ]
    return random + short + edges + edges.map { -$0 }
  }()

  @Test(arguments: [1, 6, 12, 17])
  func aBoundStaysABoundAndIsClose(_ digits: Int) throws {
    for value in Self.values {
      let exact = try #require(Rational(exactly: value))
      let lower = try Rational(parsing: value.decimal(significantDigits: digits, rounding: .down))
      let upper = try Rational(parsing: value.decimal(significantDigits: digits, rounding: .up))
      #expect(lower <= exact && exact <= upper, "\(value)")
      #expect((upper - lower) * Rational(1, timesTenTo: digits - 1) <= exact.magnitude, "\(value)")
    }
  }

  @Test(arguments: [FloatingPointRoundingRule.down, .up])
  func seventeenDigitsTellNeighboursApart(_ rule: FloatingPointRoundingRule) {
    for value in Self.values where value.nextUp.isFinite {
      let texts = [value, value.nextUp].map { $0.decimal(significantDigits: 17, rounding: rule) }
      #expect(texts[0] != texts[1])
    }
  }

  @Test(arguments: [
    (0.0, "0"), (-0.0, "0"), (1, "1"), (-0.5, "-0.5"), (1000, "1000"), (0.1, "0.100000"), (1e-7, "9.99999e-8"),
    (0x1p-30, "9.31322e-10"), (-.infinity, "-inf"), (.infinity, "inf"),
    (1_048_576, "1.04857e6"), (1_048_570, "1.04857e6"), (5e20, "5e20"),
  ])
  func sixDigitsDown(_ value: Double, _ text: String) {
    #expect(value.decimal(significantDigits: 6, rounding: .down) == text)
  }

  @Test func intervals() {
    #expect(Samples.interval(-0.0, 0.0).outwardText(significantDigits: 12) == "[0, 0]")
    #expect(Samples.interval(0.1, 0.1).outwardText(significantDigits: 3) == "[0.100, 0.101]")
    #expect(Samples.interval(-0.1, 0.1).outwardText(significantDigits: 3) == "[-0.101, 0.101]")
    #expect(Interval.entire.outwardText(significantDigits: 3) == "[-inf, inf]")
    #expect(Interval.empty.outwardText(significantDigits: 3) == "[]")
  }

  /// A rounded text is the nearest decimal to every member of the interval; otherwise both bounds are shown.
  @Test func rounded() {
    #expect(Samples.interval(0.1234, 0.1239).roundedText(significantDigits: 2) == "0.12")
    #expect(Samples.interval(0.1234, 0.1239).roundedText(significantDigits: 3) == "[0.123, 0.124]")
    #expect(Samples.interval(-1.26, -1.25).roundedText(significantDigits: 2) == "-1.3")
    #expect(Samples.interval(-1.26, -1.24).roundedText(significantDigits: 2) == "[-1.3, -1.2]")
    #expect(Samples.interval(2, 2).roundedText(significantDigits: 1) == "2")
    #expect(Interval.entire.roundedText(significantDigits: 2) == "[-inf, inf]")
    #expect(Interval.empty.roundedText(significantDigits: 2) == "[]")
  }

  @Test(arguments: [
    (Rational(1, over: 10), "0.1", "0.1", "0.1"),
    (Rational(1, over: 3), "1/3", "1/3", "1/3"),
    (Rational(1, over: 1 << 30), "0.000000000931322574615478515625", "0x1p-30", "0.000000000931322574615478515625"),
    (Rational(1, timesTenTo: -9), "0.000000001", "0.000000001", "1e-9"),
    (0, "0", "0", "0"),
    (-1500, "-1500", "-1500", "-1500"),
  ])
  func exactNumbersReadBack(_ value: Rational, _ exact: String, _ short: String, _ fewest: String) throws {
    #expect(value.exactText == exact)
    #expect(value.shortExactText == short)
    #expect(value.fewestDigitsText == fewest)
    for text in [exact, short, fewest] { #expect(try Rational(parsing: text) == value) }
  }

  @Test(arguments: [
    (Duration.milliseconds(1234), "1.234000"), (.nanoseconds(1999), "0.000001"), (.seconds(61), "61.000000"),
  ])
  func durations(_ duration: Duration, _ text: String) {
    #expect(duration.secondsText == text)
  }
}
