/// Something in the paper that is not as it should be, large or small: what is printed, what is true, how that was
/// decided and whether it matters.
///
/// In the sentences `{id}` and `{id:digits}` stand for certified values, of claims or of the slip's own numbers.
public struct Slip: Sendable {
  /// How much a slip weighs.
  public enum Weight: String, Sendable, CaseIterable {
    /// A printed proof does not stand as it is printed.
    case proof
    /// Something false is said that is more than a digit, but no proof falls with it.
    case statement
    /// A last digit, or the direction in which a number was rounded.
    case digit
    /// A misprint, or something left unsaid.
    case typography
  }

  /// Slips of one lemma, or of one cause, have one number.
  public let number: Int
  /// Where it stands.
  public let place: String
  /// What is printed.
  public let printed: String
  /// What is true instead.
  public let truth: String
  /// What follows for the proofs.
  public let effect: String
  /// How much it weighs.
  public let weight: Weight
  /// The claims of the run that decide it.
  public let claims: [String]
  /// The ids of what was decided for this slip beside the claims, among the paper's supplements. With neither, it was seen by
  /// reading.
  public let numbers: [String]

  init(
    _ number: Int, _ weight: Weight, _ place: String, printed: String, truth: String, effect: String = "None.",
    claims: [String] = [], numbers: [String] = []
  ) {
    (self.number, self.weight, self.place) = (number, weight, place)
    (self.printed, self.truth, self.effect) = (printed, truth, effect)
    (self.claims, self.numbers) = (claims, numbers)
  }
}
