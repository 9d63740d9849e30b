import SELUClaims
import SELUTheorem

/// How many claims got which verdict.
struct Summary: Equatable {
  let proved: Int
  let refuted: Int
  let undecided: Int
  /// How many of the proved claims should have been refuted, and the other way round.
  let unexpectedlyProved: Int
  let unexpectedlyRefuted: Int

  init(_ entries: [Report.Entry]) {
    func count(_ decision: Decision, unexpected: Bool = false) -> Int {
      entries.filter { $0.finding.decision == decision && (!unexpected || $0.outcome == .unexpected) }.count
    }
    proved = count(.proved)
    refuted = count(.refuted)
    undecided = count(.undecided)
    unexpectedlyProved = count(.proved, unexpected: true)
    unexpectedlyRefuted = count(.refuted, unexpected: true)
  }

  /// For example `23 proved, 1 refuted (as expected), 0 undecided`.
  var line: String {
    "\(provedPart), \(refutedPart), \(undecided) undecided"
  }

  private var provedPart: String {
    "\(proved) proved" + (unexpectedlyProved > 0 ? " (\(unexpectedlyProved) unexpectedly)" : "")
  }

  /// Says of refuted claims also that they were expected: a reader must not take them for failures.
  private var refutedPart: String {
    switch (refuted, unexpectedlyRefuted) {
    case (0, _): "0 refuted"
    case (_, 0): "\(refuted) refuted (as expected)"
    default: "\(refuted) refuted (\(unexpectedlyRefuted) unexpectedly)"
    }
  }
}
