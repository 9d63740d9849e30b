import Reporting

/// Lays sections of help out in 80 columns, an empty line between any two.
struct HelpWriter {
  private static let width = 80
  private static let labelColumn = 26

  private(set) var text = ""

  mutating func overview(_ abstract: String, _ discussion: String) {
    paragraph("OVERVIEW: \(abstract)")
    for part in Self.paragraphs(of: discussion) { paragraph(part) }
  }

  /// The usage line; continuation lines are aligned behind the name of the command.
  mutating func usage(_ command: String, _ parts: [String]) {
    let lead = "USAGE: \(command)"
    let lines = LineFilling.fill(parts, width: Self.width - lead.count - 1)
    let margin = "\n" + Self.spaces(lead.count + 1)
    section(lines.isEmpty ? lead : "\(lead) \(lines.joined(separator: margin))")
  }

  mutating func table(_ title: String, _ rows: [(label: String, summary: String)]) {
    guard !rows.isEmpty else { return }
    section(([title + ":"] + rows.flatMap(Self.lines)).joined(separator: "\n"))
  }

  mutating func examples(_ examples: [Example]) {
    guard !examples.isEmpty else { return }
    let lines = examples.flatMap { example in
      Self.wrap(words: example.purpose, width: Self.width - 2).map { "  \($0)" } + ["    $ \(example.line)"]
    }
    section((["EXAMPLES:"] + lines).joined(separator: "\n"))
  }

  mutating func paragraph(_ words: String, indentedBy indent: Int = 0) {
    let lines = Self.wrap(words: words, width: Self.width - indent)
    section(lines.map { Self.spaces(indent) + $0 }.joined(separator: "\n"))
  }

  private mutating func section(_ lines: String) {
    text += (text.isEmpty ? "" : "\n") + lines + "\n"
  }

  private static func lines(_ row: (label: String, summary: String)) -> [String] {
    let label = "  " + row.label
    let margin = spaces(labelColumn)
    let summary = wrap(words: row.summary, width: width - labelColumn)
    guard label.count < labelColumn, let first = summary.first else { return [label] + summary.map { margin + $0 } }
    return [label + spaces(labelColumn - label.count) + first] + summary.dropFirst().map { margin + $0 }
  }

  private static func paragraphs(of text: String) -> [String] {
    var paragraphs: [[Substring]] = [[]]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty { paragraphs.append([]) } else { paragraphs[paragraphs.count - 1].append(line) }
    }
    return paragraphs.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
  }

  private static func wrap(words: String, width: Int) -> [String] {
    LineFilling.fill(words.split(whereSeparator: \.isWhitespace).map(String.init), width: width)
  }

  private static func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
}
