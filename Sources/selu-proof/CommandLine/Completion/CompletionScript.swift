/// The shells for which a completion script can be made.
enum CompletionShell: String, CaseIterable, Sendable {
  case bash, zsh, fish

  /// The script for a program. It names everything that can be offered, so it needs no running program; it has to be
  /// made anew when the program changes.
  func script(for program: Program) -> String {
    switch self {
    case .bash: BashCompletion(program: program).script
    case .zsh: ZshCompletion(program: program).script
    case .fish: FishCompletion(program: program).script
    }
  }
}

extension Program {
  /// The name of the shell function, unlikely to be anybody else's.
  var completionFunction: String { "_" + name.map { $0.isLetter || $0.isNumber ? String($0) : "_" }.joined() }

  /// Everything that can stand in the place of a subcommand, with its summary.
  var completionTopics: [(name: String, summary: String)] {
    commands.map { ($0.name, $0.abstract) } + [("help", "Show help about a subcommand.")]
  }
}

extension Command {
  var completionOptions: [Declaration] { parameters.map(\.declaration).filter { $0.role != .argument } }
  var completionArguments: [Declaration] { parameters.map(\.declaration).filter { $0.role == .argument } }
}

extension Vocabulary {
  /// The words that mean only themselves in every shell; others would have to be quoted three ways and are not worth
  /// that.
  var completionWords: [String] {
    words.filter { $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-._+/,@%^".contains($0)) } }
  }

  var offersFiles: Bool { if case .files = source { true } else { false } }
  var offersDirectories: Bool { if case .directories = source { true } else { false } }
}
