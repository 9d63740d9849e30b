/// The claims of papers as texts in the language of docs/claims-language.md, embedded in the program.
public enum PaperText {
  /// The claims of "Self-Normalizing Neural Networks" (arXiv 1706.02515 v5), in UTF-8.
  public static var selu2017: [UInt8] { PackageResources.selu2017_claims }
}
