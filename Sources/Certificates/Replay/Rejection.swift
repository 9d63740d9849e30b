/// Why a certificate is not accepted.
public struct Rejection: Error, Equatable, Sendable {
  /// A phrase that says what is wrong and where; it stands behind a colon.
  public let reason: String

  /// A rejection for a reason.
  public init(_ reason: String) {
    self.reason = reason
  }
}
