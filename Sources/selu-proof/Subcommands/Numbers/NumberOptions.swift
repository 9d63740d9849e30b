/// Options that several commands share.
enum NumberOptions {
  enum Format: String, CaseIterable, Sendable {
    case text, json
  }

  static let format = Option(
    "format", "format", .choice(Format.self), default: Format.text.rawValue, help: "The form of the result.")
  static let digits = Option(
    "digits", "n", .integer(in: 1...10_000),
    help: "Print so many significant digits instead of enclosures, all of them right and the last one rounded.")
}
