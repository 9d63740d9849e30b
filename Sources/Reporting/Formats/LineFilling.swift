/// Fills lines with pieces of text.
package enum LineFilling {
  /// The pieces in lines of at most `width` characters, a blank between any two; a longer piece has a line of its own.
  package static func fill(_ pieces: [String], width: Int) -> [String] {
    pieces.reduce(into: []) { lines, piece in
      if let last = lines.last, last.count + 1 + piece.count <= width {
        lines[lines.count - 1] = "\(last) \(piece)"
      } else {
        lines.append(piece)
      }
    }
  }
}
