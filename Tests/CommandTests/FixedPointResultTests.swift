import Foundation
import IntervalArithmetic
import Testing

@testable import selu_proof

/// What `fixed-point` says, and what it does not say.
@Suite struct FixedPointResultTests {
  private let program = RootCommand.program

  // MARK: Single weights

  @Test func theWholeText() throws {
    let result = try program.result(of: "fixed-point --omega 0 --tau 1 --digits 20")
    let lines = result.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(lines[2].hasPrefix("boxes     "))
    // S and H as in Tests/References/jacobian.tsv.
    #expect(
      (lines[..<2] + lines[3...]).joined(separator: "\n") == """
        weights   omega = 0, tau = 1
        searched  mean in [-10, 10], variance in [0.001, 1000]

        There is exactly one fixed point in the box searched.

        fixed point 1: attracting
          mean                0.00000000000000000000
          variance            1.0000000000000000000
          contraction factor  0.78767336046571560206
          spectral radius     0.78264788319681284723
          Jacobian            0  0.088834755106890123483
                              0  0.78264788319681284723

        """)
  }

  @Test func fortyDigits() throws {
    // Tests/FixedPointSolverTests/References/fixed-points.tsv
    let output = try program.result(of: "fixed-point --omega 0.1 --tau 1.1 --digits 40").output
    #expect(output.contains("\n  mean                0.05470598061819395174159755969519029609695\n"))
    #expect(output.contains("\n  variance            1.410289829275663149483671100675134258771\n"))
  }

  @Test func twoFixedPointsAreListedWithTheirStability() throws {
    let result = try program.result(of: "fixed-point --omega 0.9 --tau 1")
    #expect(result.status == .success)
    #expect(result.output.contains("\nThere are exactly 2 fixed points in the box searched.\n"))
    #expect(result.output.contains("\nfixed point 1: saddle\n  mean                [-0.0433167875"))
    #expect(result.output.contains("\nfixed point 2: attracting\n"))
  }

  @Test func noneBesideAFixedPoint() throws {
    let result = try program.result(of: "fixed-point --omega 0 --tau 1 --variance-range 1.0001..100")
    #expect(result.status == .success)
    #expect(result.output.hasSuffix("\n\nThere is no fixed point in the box searched.\n"))
  }

  @Test func aFixedPointOnTheBorderIsNotClaimed() throws {
    let result = try program.result(of: "fixed-point --omega 0 --tau 1 --mean-range 0..10")
    #expect(result.status == .undecided)
    #expect(!result.output.contains("fixed point 1"))
    #expect(result.output.contains("\n  and ") && result.output.hasSuffix(" more\n"))
  }

  @Test func boxesLeftOverAreListed() throws {
    let text = try program.result(of: "fixed-point --omega 0 --tau 1 --max-boxes 10")
    #expect(text.status == .undecided && text.errors.isEmpty)
    #expect(text.output.contains("\nNot everything in the box searched is decided.\n"))
    #expect(text.output.contains("\nfixed point 1: attracting\n"))
    #expect(text.output.contains("\nundecided\n  mean in ["))
    let json = try program.result(of: "fixed-point --omega 0 --tau 1 --max-boxes 10 --format json")
    let object = try #require(JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(json.status == .undecided)
    #expect(object["count"] is NSNull && object["isDecided"] as? Bool == false)
    #expect((object["undecided"] as? [Any])?.count == object["undecidedCount"] as? Int)
  }

  // MARK: Ranges

  @Test func rangesWithoutFixedPoint() throws {
    let result = try program.result(of: "fixed-point --omega 0 --tau 0.3..0.49")
    #expect(result.status == .success)
    #expect(result.output.contains("weights   omega = 0, tau in [0.3, 0.49]\n"))
    #expect(result.output.hasSuffix("\n\nThere is no fixed point in the box searched, for any (omega, tau).\n"))
  }

  @Test func aRangeOfASingleNumberIsThatNumber() throws {
    #expect(
      try program.result(of: "fixed-point --omega 0.1..0.1 --tau 1..1").output
        == program.result(of: "fixed-point --omega 0.1 --tau=1").output)
  }

  @Test func theNumberOfFixedPointsMayDependOnTheWeights() throws {
    // The fixed point leaves the box at its least variance; where it crosses stays undecided.
    let result = try program.result(
      of: "fixed-point --omega 0 --tau 0.49..0.8 --variance-range 0.01..100 --max-boxes 6000")
    #expect(result.status == .undecided)
    #expect(result.output.contains("\nfixed points for parts of the weights\n  omega in [0, 0], tau in [0.4"))
    #expect(result.output.contains(":  0\n") && result.output.contains(":  1\n"))
    #expect(result.output.contains("\nundecided\n  omega in [0, 0]  tau in ["))
  }

  @Test func digitsNeedSingleWeights() throws {
    let result = try program.result(of: "fixed-point --omega 0 --tau 1..1.1 --digits 5")
    #expect(result.status == .usage)
    #expect(result.errors.hasPrefix("Error: The option '--digits <n>' needs a single omega and a single tau.\n"))
  }

  @Test(arguments: [
    ("0.1..-0.1", "a number, or a range such as -0.1..0.1, with the smaller number first"),
    ("0..", "a number, or a range such as -0.1..0.1"), ("..1", "a number, or a range such as -0.1..0.1"),
    ("..", "a number, or a range such as -0.1..0.1"), ("0:1", "a number, or a range such as -0.1..0.1"),
    ("0..1..2", "a number, or a range such as -0.1..0.1"), ("", "a number, or a range such as -0.1..0.1"),
  ])
  func ranges(_ text: String, _ expected: String) throws {
    let result = try program.result(of: ["fixed-point", "--tau", "1", "--omega", text])
    #expect(result.status == .usage && result.output.isEmpty)
    #expect(
      result.errors.hasPrefix("Error: The value '\(text)' is invalid for '--omega <a[..b]>': expected \(expected).\n"))
  }

  // MARK: Parts of the weights

  @Test func neighbouringPartsArePutTogether() {
    func part(_ omega: ClosedRange<Double>, _ tau: ClosedRange<Double>, _ count: Int) -> WeightPart {
      WeightPart(
        omega: Interval(lowerBound: omega.lowerBound, upperBound: omega.upperBound),
        tau: Interval(lowerBound: tau.lowerBound, upperBound: tau.upperBound), count: count)
    }
    let parts = [part(1...2, 0...1, 1), part(0...1, 1...2, 0), part(0...1, 0...1, 1), part(1...2, 1...2, 0)]
    let columns = WeightPart.merged(parts, along: \.tau, across: \.omega)
    #expect(columns == [part(0...1, 0...1, 1), part(0...1, 1...2, 0), part(1...2, 0...1, 1), part(1...2, 1...2, 0)])
    #expect(
      WeightPart.merged(columns, along: \.omega, across: \.tau) == [part(0...2, 0...1, 1), part(0...2, 1...2, 0)])
    let apart = [part(0...1, 0...1, 1), part(0...1, 2...3, 1)]
    #expect(WeightPart.merged(apart, along: \.tau, across: \.omega) == apart)
  }
}
