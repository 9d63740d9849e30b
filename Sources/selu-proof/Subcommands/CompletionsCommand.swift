/// `selu-proof completions bash|zsh|fish`
enum CompletionsCommand {
  static let shell = Argument("shell", .choice(CompletionShell.self), help: "The shell that is to complete.")

  static let command = Command(
    "completions",
    abstract: "Prints a completion script for a shell.",
    discussion: "The script is complete in itself; make it anew after an update of the program.",
    parameters: [shell],
    examples: [
      Example("In ~/.bashrc:", "eval \"$(selu-proof completions bash)\""),
      Example("In ~/.zshrc, after compinit:", "source <(selu-proof completions zsh)"),
      Example("Once:", "selu-proof completions fish > ~/.config/fish/completions/selu-proof.fish"),
    ],
    run: run)

  private static func run(_ arguments: ParsedArguments, _ context: Context) throws -> ExitStatus {
    context.console.output.write(try arguments[shell].script(for: context.program))
    return .success
  }
}
