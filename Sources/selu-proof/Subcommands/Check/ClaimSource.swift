import SELUClaims
import SELUTheorem

/// The claims that a command is about: those of the paper, or those of a file of the user's.
struct ClaimSource {
  /// How the name of a file of claims ends; no claim has such an id.
  static let fileEnding = ".claims"

  let claims: [Claim]
  /// Whether they are those of the paper.
  let isPaper: Bool

  /// The claims of a file, of the paper if there is none.
  ///
  /// Throws: status 66 if there is no such file, 65 if it is no list of claims, with the line and the column.
  init(_ path: String?) throws {
    isPaper = path == nil
    guard let path else {
      claims = try Paper.selu2017().claims
      return
    }
    let text = try InputFile.text(of: path, limit: ClaimFile.mostBytes)
    do {
      claims = try ClaimFile(parsing: text).claims
    } catch {
      throw CommandError(.dataError, "The file '\(path)' is no list of claims: \(error)")
    }
    guard !claims.isEmpty else { throw CommandError(.dataError, "The file '\(path)' holds no claim.") }
  }
}
