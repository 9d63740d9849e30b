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
