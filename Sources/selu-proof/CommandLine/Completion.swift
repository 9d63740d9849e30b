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

/// Makes a completion script for bash 3.2 (macOS) or later.
struct BashCompletion {
  let program: Program

  var script: String {
    """
    # Completion of \(program.name) for bash; made by `\(program.name) completions bash`.

    \(function)_words() {  # words, the part before a comma in a list
      COMPREPLY=( $(compgen -P "$2" -W "$1" -- "${cur#"$2"}") )
    }

    \(function)_paths() {  # -f for files, -d for directories
      local IFS=$'\\n'
      compopt -o filenames 2>/dev/null
      COMPREPLY=( $(compgen "$1" -- "$cur") )
    }

    \(function)() {
      local cur="${COMP_WORDS[COMP_CWORD]}" prev="${COMP_WORDS[COMP_CWORD-1]}" list=""
      COMPREPLY=()
      if [[ $cur == "=" ]]; then  # bash takes --option=value for three words
        cur=""
      elif [[ $prev == "=" ]]; then
        prev="${COMP_WORDS[COMP_CWORD-2]}"
      fi
      if [[ $cur == *,* ]]; then list="${cur%,*},"; fi
      if (( COMP_CWORD == 1 )); then
        \(function)_words "\(topics)"
        return
      fi
      case "${COMP_WORDS[1]} $prev" in
    \(lines(program.commands.flatMap(valueCases)))
      esac
      case "${COMP_WORDS[1]}" in
        help) \(function)_words "\(program.commands.map(\.name).joined(separator: " "))" ;;
    \(lines(program.commands.map(commandCase)))
      esac
    }

    complete -F \(function) \(program.name)

    """
  }

  private var function: String { program.completionFunction }

  private var topics: String {
    (program.completionTopics.map(\.name) + standardSpellings).joined(separator: " ")
  }

  private var standardSpellings: [String] { StandardOption.allCases.flatMap(\.spellings) }

  private func lines(_ lines: [String]) -> String { lines.map { "    \($0)" }.joined(separator: "\n") }

  /// One case for every option that takes a value: what comes after its name.
  private func valueCases(of command: Command) -> [String] {
    command.completionOptions.filter { $0.role == .option }.map { option in
      let action = action(for: option.vocabulary).map { "\($0); " } ?? ""
      return "\"\(command.name) \(option.key)\") \(action)return ;;"
    }
  }

  /// Options after a dash, or where there is nothing else to offer.
  private func commandCase(for command: Command) -> String {
    let options = (command.completionOptions.map(\.key) + standardSpellings).joined(separator: " ")
    let offerOptions = "\(function)_words \"\(options)\""
    let actions = command.completionArguments.compactMap { action(for: $0.vocabulary) }
    guard let offerArgument = actions.first else { return "\(command.name)) \(offerOptions) ;;" }
    return "\(command.name)) if [[ $cur == -* ]]; then \(offerOptions); else \(offerArgument); fi ;;"
  }

  private func action(for vocabulary: Vocabulary) -> String? {
    switch vocabulary.source {
    case .unknown: nil
    case .files: "\(function)_paths -f"
    case .directories: "\(function)_paths -d"
    case .words:
      "\(function)_words \"\(vocabulary.completionWords.joined(separator: " "))\"\(vocabulary.isList ? " \"$list\"" : "")"
    }
  }
}

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

/// Makes a completion script for fish 3 or later.
struct FishCompletion {
  let program: Program

  var script: String {
    let topics = program.completionTopics.map { topic in
      line("-n __fish_use_subcommand -a \(topic.name)", topic.summary)
    }
    let names = program.commands.map(\.name).joined(separator: " ")
    let help = line("-n '__fish_seen_subcommand_from help' -a '\(names)'", nil)
    let all = [header, line("-f", nil)] + standardOptions + topics + [help] + program.commands.flatMap(commandLines)
    return all.joined(separator: "\n") + "\n"
  }

  private var header: String {
    "# Completion of \(program.name) for fish; made by `\(program.name) completions fish`.\n"
  }

  private var standardOptions: [String] {
    StandardOption.allCases.map { option in
      let short = option.spellings.filter { !$0.hasPrefix("--") }.map { "-s \($0.dropFirst()) " }.joined()
      return line("\(short)-l \(option.name)", option.summary)
    }
  }

  private func commandLines(for command: Command) -> [String] {
    let condition = "-n '__fish_seen_subcommand_from \(command.name); and not __fish_seen_subcommand_from help'"
    return command.completionOptions.map { line("\(condition) -l \($0.name)\(value(of: $0))", $0.help) }
      + command.completionArguments.map { line("\(condition)\(offer(for: $0.vocabulary))", nil) }
  }

  private func value(of option: Declaration) -> String {
    if option.role == .flag { return "" }
    return option.vocabulary.offersFiles ? " -r -F" : " -x\(offer(for: option.vocabulary))"
  }

  private func offer(for vocabulary: Vocabulary) -> String {
    let words = vocabulary.completionWords.joined(separator: " ")
    return switch vocabulary.source {
    case .unknown: ""
    case .files: " -F"
    case .directories: " -a '(__fish_complete_directories)'"
    case .words: vocabulary.isList ? " -a '(__fish_append , \(words))'" : " -a '\(words)'"
    }
  }

  private func line(_ what: String, _ description: String?) -> String {
    "complete -c \(program.name) \(what)" + (description.map { " -d \(quoted($0))" } ?? "")
  }

  private func quoted(_ text: String) -> String {
    "'" + text.map { "'\\".contains($0) ? "\\\($0)" : String($0) }.joined() + "'"
  }
}
