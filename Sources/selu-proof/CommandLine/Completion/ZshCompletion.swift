/// Makes a completion script for zsh, to be sourced or put into a directory of `fpath` as `_<program>`.
struct ZshCompletion {
  let program: Program

  var script: String {
    """
    #compdef \(program.name)
    # Completion of \(program.name) for zsh; made by `\(program.name) completions zsh`.

    \(function)() {
      local context state line
      typeset -A opt_args
      local -a topics
      topics=(
    \(lines(program.completionTopics.map { quoted("\(escaped($0.name)):\($0.summary)") }, indent: 4))
      )
      _arguments -C \(standardOptions) '1:subcommand:->topic' '*::argument:->argument'
      case $state in
        topic) _describe -t commands subcommand topics ;;
        argument)
          case $words[1] in
            help) _arguments '1:subcommand:(\(program.commands.map(\.name).joined(separator: " ")))' ;;
    \(lines(program.commands.map(commandCase), indent: 8))
          esac ;;
      esac
    }

    if [[ $funcstack[1] == \(function) ]]; then
      \(function) "$@"
    else
      compdef \(function) \(program.name)
    fi

    """
  }

  private var function: String { program.completionFunction }

  private var standardOptions: String {
    StandardOption.allCases.flatMap { option in
      option.spellings.map { quoted("(- : *)\($0)[\(escaped(option.summary))]") }
    }.joined(separator: " ")
  }

  private func commandCase(for command: Command) -> String {
    let specs = (command.completionOptions + command.completionArguments).map(spec) + [standardOptions]
    return "\(command.name)) _arguments -S \(specs.joined(separator: " \\\n            ")) ;;"
  }

  private func spec(for declaration: Declaration) -> String {
    let many = declaration.occurrence.isRepeated ? "*" : ""
    let value = ":\(escaped(declaration.valueName)):\(action(for: declaration.vocabulary))"
    return switch declaration.role {
    case .flag: quoted("\(declaration.key)[\(escaped(declaration.help))]")
    case .option: quoted("\(many)\(declaration.key)=[\(escaped(declaration.help))]\(value)")
    case .argument: quoted(many + (declaration.occurrence == .optional ? ":" : "") + value)
    }
  }

  private func action(for vocabulary: Vocabulary) -> String {
    let words = vocabulary.completionWords.joined(separator: " ")
    return switch vocabulary.source {
    case .unknown: " "
    case .files: "_files"
    case .directories: "_files -/"
    case .words: vocabulary.isList ? "_values -s , value \(words)" : "(\(words))"
    }
  }

  private func lines(_ lines: [String], indent: Int) -> String {
    lines.map { String(repeating: " ", count: indent) + $0 }.joined(separator: "\n")
  }

  /// Guards what `_arguments` would take for the end of a description.
  private func escaped(_ text: String) -> String {
    text.map { "[]:\\".contains($0) ? "\\\($0)" : String($0) }.joined()
  }

  private func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
