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
