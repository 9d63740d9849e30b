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
    #expect(lines[3].hasPrefix("boxes      "))
    // S and H as in Tests/References/jacobian.tsv.
    #expect(
      (lines[..<3] + lines[4...]).joined(separator: "\n") == """
        weights    omega = 0, tau = 1
        Theorem 1  the weights lie in its domain
        searched   all means, all positive variances

        There is exactly one fixed point.

        fixed point 1: attracting
          mean                0
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
    #expect(result.output.contains("\nThere are exactly 2 fixed points.\n"))
    #expect(result.output.contains("\nfixed point 1: saddle\n  mean                [-0.0433167875"))
    #expect(result.output.contains("\nfixed point 2: attracting\n"))
  }

  @Test func noneBesideAFixedPoint() throws {
    let result = try program.result(of: "fixed-point --omega 0 --tau 1 --variance-range 1.0001..100")
    #expect(result.status == .success)
    #expect(result.output.hasSuffix("\n\nThere is no fixed point in the box searched.\n"))
  }

  /// (0, 1) is known exactly, and belongs to a box with 0 or 1 as a bound.
  @Test(arguments: ["--mean-range 0..10", "--mean-range 0", "--variance-range 0.5..1", "--variance-range 1"])
  func aFixedPointOnTheBorderIsInTheBox(_ box: String) throws {
    let result = try program.result(of: "fixed-point --omega 0 --tau 1 \(box)")
    #expect(result.status == .success)
    #expect(result.output.contains("\nThere is exactly one fixed point in the box searched.\n"))
    #expect(result.output.contains("\nfixed point 1: attracting\n  mean                [0, 0]\n"))
  }

  /// Where it cannot be told on which side of the border a fixed point is, the number is not decided.
  @Test(arguments: [
    "--omega 0 --tau 0.95 --variance-range 0.82879460478766..0.9",
    "--omega 0.3 --tau 0.9 --variance-range 0.6616089606178690..2",
    "--omega 0.3 --tau 0.9..0.90000000000000005 --variance-range 0.6616089606178690..2",
  ])
  func aFixedPointTooNearToTheBorder(_ request: String) throws {
    let result = try program.result(of: "fixed-point \(request)")
    #expect(result.status == .undecided && !result.output.contains("exactly"))
    #expect(result.output.contains("border of the box searched, or very near to it, is in it is not decided.\n"))
  }

  /// Whatever the budget, it is not said that a fixed point which crosses the border is in the box for all weights.
  @Test func aFixedPointThatCrossesTheBorder() throws {
    let request = "fixed-point --omega -0.1..0.1 --tau 0.95..1.1 --variance-range 1..2 --max-boxes"
    for budget in 180...190 {
      let result = try program.result(of: "\(request) \(budget)")
      #expect(result.status == .undecided && !result.output.contains("exactly"), "\(budget)")
    }
    let all = try program.result(of: "fixed-point --omega 0 --tau 0.95..0.96 --variance-range 0.84..0.9")
    #expect(all.status == .success && all.output.contains(":  at most 1, on the border of the box\n"))
    #expect(all.output.contains("The number of fixed points in the box searched depends on the weights."))
  }

  @Test func boxesLeftOverAreListed() throws {
    let text = try program.result(of: "fixed-point --omega 0 --tau 1 --max-boxes 10")
    #expect(text.status == .undecided && text.errors.isEmpty)
    #expect(text.output.contains("\nNot everything is decided.\n"))
    #expect(text.output.contains("\nundecided\n  mean in "))
    let json = try program.result(of: "fixed-point --omega 0 --tau 1 --max-boxes 10 --format json")
    let object = try #require(JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(json.status == .undecided)
    #expect(object["count"] is NSNull && object["isDecided"] as? Bool == false)
    #expect((object["undecided"] as? [Any])?.count == object["undecidedCount"] as? Int)
  }

  @Test(arguments: [
    ("0.05", "0.95..1.1", "the weights lie in its domain"),
    ("0.05..0.15", "1", "some of the weights lie in its domain, some do not"),
    ("0.11", "1", "the weights lie outside its domain"), ("0", "0.94", "the weights lie outside its domain"),
  ])
  func theDomainOfTheorem1(_ omega: String, _ tau: String, _ words: String) throws {
    let result = try program.result(of: "fixed-point --omega \(omega) --tau \(tau)")
    #expect(result.status == .success && result.output.contains("\nTheorem 1  \(words)\n"))
  }

  /// A bifurcation is not decided away: below tau_min = 0.49559 there is none, above one.
  @Test func weightsAcrossABifurcation() throws {
    let result = try program.result(of: "fixed-point --omega 0 --tau 0.4..0.6")
    #expect(result.status == .undecided)
    #expect(result.output.contains("\nNot everything is decided.\n"))
    #expect(result.output.contains("\n  omega = 0, tau in [0.4, 0.4"))
    #expect(result.output.contains(":  0\n") && result.output.contains(", 0.6]:  1\n"))
    #expect(result.output.contains("\nundecided\n  omega = 0, tau in [0.49"))
  }

  // MARK: Ranges

  @Test func rangesWithoutFixedPoint() throws {
    let result = try program.result(of: "fixed-point --omega 0 --tau 0.3..0.49")
    #expect(result.status == .success)
    #expect(result.output.contains("weights    omega = 0, tau in [0.3, 0.49]\n"))
    #expect(result.output.hasSuffix("\n\nThere is no fixed point, for any (omega, tau).\n"))
  }

  @Test func aRangeOfASingleNumberIsThatNumber() throws {
    #expect(
      try program.result(of: "fixed-point --omega 0.1..0.1 --tau 1..1").output
        == program.result(of: "fixed-point --omega 0.1 --tau=1").output)
  }

  @Test func theNumberOfFixedPointsMayDependOnTheWeights() throws {
    // The fixed point leaves the box at its least variance.
    let result = try program.result(of: "fixed-point --omega 0 --tau 0.5..0.8 --variance-range 0.01..100")
    #expect(result.status == .success)
    #expect(result.output.contains("\nThe number of fixed points in the box searched depends on the weights.\n"))
    #expect(result.output.contains("\nfixed points for parts of the weights\n  omega = 0, tau in [0.5, 0.5"))
    #expect(result.output.contains(/: +0\n/) && result.output.contains(/, 0\.8\]: +1\n/))
    #expect(result.output.contains(":  at most 1, on the border of the box\n"))
    #expect(!result.output.contains("undecided"))
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

  // MARK: Other activations

  /// tanh with tau = 2: one fixed point, whose variance Arb confirms (GeneralActivationTests).
  @Test func anotherActivation() throws {
    let result = try program.result(of: "fixed-point --activation tanh --omega 0 --tau 2 --digits 20")
    #expect(result.status == .success)
    #expect(
      result.output.hasPrefix(
        """
        activation  tanh
        weights     omega = 0, tau = 2
        searched    mean in [-8, 8], variance in [0.015625, 64]
        boxes       \(try boxes(result.output))

        There is exactly one fixed point in the box searched.

        fixed point 1: attracting
          mean                0.00000000000000000000
          variance            0.30898238488427277480

        """))
  }

  @Test func theBoxThatIsSearchedIsTheOneGiven() throws {
    let words = "fixed-point --activation tanh --omega 0 --tau 2 --mean-range -1..1 --variance-range"
    let none = try program.result(of: "\(words) 0.5..2")
    #expect(none.status == .success && none.output.contains("There is no fixed point in the box searched."))
    #expect(none.output.contains("searched    mean in [-1, 1], variance in [0.5, 2]\n"))
    let json = try program.result(of: "\(words) 0.5..2 --format json").output
    #expect(json.contains("\"activation\" : \"tanh\"") && !json.contains("theorem1"))
    #expect(try program.result(of: "fixed-point --omega 0 --tau 1 --format json").output.contains("theorem1"))
  }

  /// Of the ELU as much is known as of the SELU.
  @Test func theELUIsSearchedEverywhere() throws {
    let result = try program.result(of: "fixed-point --activation elu --omega 0 --tau 1.1")
    #expect(result.status == .success && result.output.contains("all means, all positive variances"))
    #expect(result.output.contains("There is exactly one fixed point.\n"))
  }

  private func boxes(_ output: String) throws -> String {
    String(try #require(output.firstMatch(of: /boxes +(\d+)/)).1)
  }
}
