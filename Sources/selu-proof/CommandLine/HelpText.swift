import Reporting

/// The help of the program and of its commands, in the layout that users of swift-argument-parser know.
///
/// A function of the declarations alone: no width of a terminal, no colour, so that whole texts can be tested.
enum HelpText {
  /// The help of the program.
  static func of(_ program: Program) -> String {
    var help = HelpWriter()
    help.overview(program.abstract, program.discussion)
    help.usage(program.name, ["<subcommand>"])
    help.table("OPTIONS", standardOptions)
    help.table("SUBCOMMANDS", program.commands.map { ($0.name, $0.abstract) })
    help.paragraph("See '\(program.name) help <subcommand>' for detailed help.", indentedBy: 2)
    help.examples(program.examples)
    help.table("EXIT STATUS", ExitStatus.allCases.map { ("\($0.rawValue)", $0.meaning) })
    return help.text
  }

  /// The help of one command.
  static func of(_ command: Command, in program: Program) -> String {
    let declarations = command.parameters.map(\.declaration)
    let arguments = declarations.filter { $0.role == .argument }
    let options = declarations.filter { $0.role != .argument }
    var help = HelpWriter()
    help.overview(command.abstract, command.discussion)
    help.usage("\(program.name) \(command.name)", declarations.map(usage))
    help.table("ARGUMENTS", arguments.map { ($0.label, summary($0)) })
    help.table("OPTIONS", options.map { ($0.label, summary($0)) } + standardOptions)
    help.examples(command.examples)
    return help.text
  }

  private static var standardOptions: [(label: String, summary: String)] {
    StandardOption.allCases.map { ($0.spellings.joined(separator: ", "), $0.summary) }
  }

  private static func usage(_ declaration: Declaration) -> String {
    let label = declaration.label
    return switch declaration.occurrence {
    case .required: label
    case .optional: "[\(label)]"
    case .repeated: "[\(label) ...]"
    case .repeatedAtLeastOnce: "\(label) ..."
    }
  }

  private static func summary(_ declaration: Declaration) -> String {
    var notes: [String] = []
    let vocabulary = declaration.vocabulary
    if vocabulary.isClosed { notes.append("values: " + vocabulary.words.joined(separator: ", ")) }
    if let text = declaration.defaultText { notes.append("default: \(text)") }
    return declaration.help + (notes.isEmpty ? "" : " (\(notes.joined(separator: "; ")))")
  }
}

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
