import RealArithmetic
import SELUClaims

/// The grid of the computer-assisted proof of Lemma 12, as the paper prints it.
public enum PaperGrid {
  /// The distances between neighbouring points along mu, omega, nu and tau.
  public static let spacings = printed.map(\.value)

  private static let printed: [PrintedDecimal] = ["0.0068097371", "0.0008292885", "0.0009580840", "0.0007323095"]
}
