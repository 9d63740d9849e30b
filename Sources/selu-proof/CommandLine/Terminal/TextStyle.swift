/// The few styles that results need, as ANSI codes.
enum TextStyle: Int, Sendable {
  case bold = 1
  case faint = 2
  case red = 31
  case green = 32
  case yellow = 33
}

extension OutputChannel {
  /// `text` in a style if this channel shows colours, else unchanged.
  func styled(_ text: String, _ style: TextStyle) -> String {
    capabilities.canColour ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}
