/// One of the three answers, without its evidence.
public enum Verdict: String, Sendable, CaseIterable {
  /// The claim holds; the program proved it.
  case proved
  /// The claim does not hold; the program shows where.
  case refuted
  /// Neither was proved within the budget.
  case undecided
}
