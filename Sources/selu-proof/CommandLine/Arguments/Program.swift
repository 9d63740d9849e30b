/// The whole program as data: its name and its subcommands.
struct Program: Sendable {
  let name: String
  let version: String
  /// One sentence.
  let abstract: String
  /// Paragraphs, separated by an empty line.
  let discussion: String
  let commands: [Command]
  let examples: [Example]
  /// Why no command can do its work in this process, as a sentence; nil if nothing is in the way. Help is given all the same.
  let obstacle: @Sendable () -> String?

  init(
    _ name: String, version: String, abstract: String, discussion: String = "", commands: [Command],
    examples: [Example] = [], obstacle: @escaping @Sendable () -> String? = { nil }
  ) {
    self.name = name
    self.version = version
    self.abstract = abstract
    self.discussion = discussion
    self.commands = commands
    self.examples = examples
    self.obstacle = obstacle
  }

  /// The command of that name; throws a usage error that names the nearest one.
  func command(named name: String) throws -> Command {
    if let found = commands.first(where: { $0.name == name }) { return found }
    let hint = Spelling.nearest(to: name, among: commands.map(\.name)).map { " Did you mean '\($0)'?" } ?? ""
    throw CommandError(.usage, "Unknown subcommand '\(name)'.\(hint)")
  }
}
