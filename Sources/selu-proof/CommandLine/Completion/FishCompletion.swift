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
