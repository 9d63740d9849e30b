/// What may be sent to a channel besides plain text.
struct TerminalCapabilities: Equatable, Sendable {
  /// Whether a line can be drawn again, as progress needs.
  let canRedraw: Bool
  /// Whether text may be coloured.
  let canColour: Bool

  /// Neither, as for a file or a pipe.
  static let none = TerminalCapabilities(isTerminal: false, environment: [:])

  /// A terminal that knows more than lines of text (`TERM` is set and is not `dumb`) can do both; `NO_COLOR`, set to
  /// anything but the empty text (https://no-color.org), takes the colour away.
  init(isTerminal: Bool, environment: [String: String]) {
    let kind = environment["TERM"] ?? ""
    canRedraw = isTerminal && !kind.isEmpty && kind != "dumb"
    canColour = canRedraw && (environment["NO_COLOR"] ?? "").isEmpty
  }
}
